/** What a request says to the database: written down once, said again without the program around it. */
import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'

export type Statement = { text: string; values: unknown[] }

/** Writes down every statement that goes through the pool while `work` runs. */
export async function written(pool: Pool, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const patched: [PoolClient, PoolClient['query']][] = []
  const listen = (client: PoolClient) => {
    if (patched.some(([known]) => known === client)) return
    const query = client.query
    patched.push([client, query])
    client.query = ((...asked: unknown[]) => {
      const [text, values] = asked as [string, unknown[] | undefined]
      statements.push({ text, values: Array.isArray(values) ? values : [] })
      return (query as (...args: unknown[]) => unknown).apply(client, asked)
    }) as PoolClient['query']
  }
  pool.on('acquire', listen)
  await work()
  pool.off('acquire', listen)
  for (const [client, query] of patched) client.query = query
  return statements
}

/** The same statements for another case: its id, number and head instead of those written down, and new ids for what is new. */
export function about(statements: readonly Statement[], of: Record<string, string>): Statement[] {
  const fresh = new Map<string, string>()
  const known = new Set(Object.keys(of))
  const said = (value: unknown): unknown => {
    if (typeof value !== 'string') return Array.isArray(value) ? value.map(said) : value
    let text = value
    for (const [from, to] of Object.entries(of)) text = text.replaceAll(from, to)
    if (!/^(bench-key-)?[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) || known.has(value)) return text
    const id = fresh.get(value) ?? value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}$/, randomUUID())
    fresh.set(value, id)
    return id
  }
  return statements.map(({ text, values }) => ({ text, values: values.map(said) }))
}

/** Says them on one connection, one after the other. */
export async function says(pool: Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { text, values } of statements) await (values.length > 0 ? client.query(text, values) : client.query(text))
  } finally {
    client.release()
  }
}
