import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder, sql } from 'kysely'
import type { ClientBase, Pool } from 'pg'

export { sql }
/** Anything a statement can be sent to: a pooled connection inside a transaction, or a pool for single statements. */
export type Tx = ClientBase | Pool

// Kysely composes and parameterises; pg runs. No connection of its own.
const compiler = new Kysely<Record<string, never>>({
  dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() },
})

/** All rows of a statement. Values are always parameters; only `sql.raw`/`sql.ref` on constants reach the text. */
export async function rowsOf<Row>(tx: Tx, query: RawBuilder<unknown>): Promise<Row[]> {
  const { sql: text, parameters } = query.compile(compiler)
  return (await tx.query(text, parameters as unknown[])).rows as Row[]
}

export const rowOf = async <Row>(tx: Tx, query: RawBuilder<unknown>): Promise<Row | undefined> => (await rowsOf<Row>(tx, query))[0]

/** A value for a jsonb column: pg would turn a list into a PostgreSQL array. */
export const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export const listed = (items: readonly RawBuilder<unknown>[], between = sql` and `) => sql.join([...items], between)
