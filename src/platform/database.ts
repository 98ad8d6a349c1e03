import { createHmac } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { getTypeParser } from './column-types.ts'
import { startEmbedded } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'

/** Queries against the tables of `Tables`; `sql` templates need no tables. */
export type Db<Tables = unknown> = Kysely<Tables>

/** How the owner of the database connects; the two other roles are reached by the same way under their own names. */
export type OwnerConfig = pg.ClientConfig

/**
 * `app` answers requests (row security, signed context), `jobs` does the work of the system, `owner` owns the tables:
 * for migrations, backup and repair only.
 */
export type Pools = { app: pg.Pool; jobs: pg.Pool; owner: pg.Pool; end(): Promise<void> }

export type Database = { owner: OwnerConfig; pools: Pools; app: Db; jobs: Db; close(): Promise<void> }

/** A text that PostgreSQL cannot keep as it was written. */
export class UnstorableText extends Error {
  override name = 'UnstorableText'
}

type Options = {
  /** An existing PostgreSQL; without it one of our own starts on `dataDir`. */
  url?: string
  dataDir: string
  migrations: string
  log?: (line: string) => void
}

/** Starts or reaches the database, brings it up to date and opens the pools. */
export async function openDatabase({ url, dataDir, migrations, log = () => {} }: Options): Promise<Database> {
  const embedded = url ? undefined : await startEmbedded({ dataDir, log })
  const owner: OwnerConfig = embedded ? embedded.owner : { connectionString: url }
  try {
    await migrate(owner, migrations, log)
    const pools = await openPools(owner)
    return {
      owner, pools, app: queries(pools.app), jobs: queries(pools.jobs),
      close: async () => {
        await pools.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** The pools of a migrated database. Over a network the roles get passwords that every app process derives alike. */
export async function openPools(owner: OwnerConfig, { max = 16 } = {}): Promise<Pools> {
  const secret = overSocket(owner) ? undefined : await roleSecret(owner)
  const [app, jobs] = ['zs_app', 'zs_jobs'].map((role) => asRole(owner, role, secret)) as [OwnerConfig, OwnerConfig]
  if (secret) for (const role of [app, jobs]) await admit(owner, role)
  const pools = {
    app: pool({ ...app, max, statement_timeout: 15_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 20_000 }),
    jobs: pool({ ...jobs, max: 4, statement_timeout: 300_000, lock_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 }),
    owner: pool({ ...owner, max: 2, application_name: 'zs_owner' }),
  }
  return { ...pools, end: async () => { await Promise.all([pools.app, pools.jobs, pools.owner].map((each) => each.end())) } }
}

/** Kysely on a pool. Ending it is the pool's affair. */
export const queries = <Tables = unknown>(pool: pg.Pool): Db<Tables> => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/**
 * PostgreSQL refuses U+0000 and silently turns half a surrogate pair into U+FFFD: what was signed would not be what is kept.
 * Every text parameter of the pools passes here; doors may ask earlier to name the field.
 */
export function assertText(text: string, where = 'text') {
  if (text.includes('\0')) throw new UnstorableText(`${where}: 含有空字符（U+0000） / contains the character U+0000`)
  if (!text.isWellFormed()) throw new UnstorableText(`${where}: 含有不完整的字符（单个代理码元） / contains half a surrogate pair`)
}

function pool(config: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({ connectionTimeoutMillis: 10_000, keepAlive: true, types: { getTypeParser }, ...config })
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  made.on('error', () => {})
  made.on('connect', (client) => {
    // One that breaks while a request holds it fails that request's query; without a listener it, too, would end the process.
    client.on('error', () => {})
    guardParameters(client)
  })
  return made
}

function guardParameters(client: pg.PoolClient) {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const guarded = (...args: unknown[]) => {
    const [first, second] = args as [{ values?: unknown[] } | string, unknown]
    const values = typeof first === 'object' && first?.values ? first.values : Array.isArray(second) ? second : []
    values.forEach((value, index) => assertParameter(value, `$${index + 1}`))
    return query(...args)
  }
  client.query = guarded as typeof client.query
}

function assertParameter(value: unknown, where: string) {
  if (typeof value === 'string') assertText(value, where)
  else if (Array.isArray(value)) for (const each of value) assertParameter(each, where)
}

const overSocket = (owner: OwnerConfig) => owner.host?.startsWith('/') === true && owner.connectionString === undefined

/** The secret lives in the database, so that every app process on it derives the same passwords and none is configured. */
async function roleSecret(owner: OwnerConfig): Promise<Buffer> {
  const { rows } = await asOwner(owner, (client) => client.query<{ secret: Buffer }>("select secret from sec.key where id = 'login'"))
  if (!rows[0]) throw new Error("sec.key has no row 'login': the first migration makes it")
  return rows[0].secret
}

function asRole(owner: OwnerConfig, role: string, secret: Buffer | undefined): OwnerConfig {
  const password = secret && createHmac('sha256', secret).update(`login:${role}`).digest('base64url')
  if (!owner.connectionString) return { ...owner, user: role, password, application_name: role }
  const url = new URL(owner.connectionString)
  url.username = role
  url.password = password ?? ''
  return { ...owner, connectionString: url.href, application_name: role }
}

/** Sets the password only when it is not set yet: a role belongs to the whole server and others may be connected with it. */
async function admit(owner: OwnerConfig, role: OwnerConfig) {
  const probe = new pg.Client(role)
  probe.on('error', () => {})
  try {
    await probe.connect()
  } catch (error) {
    if (!['28P01', '28000'].includes((error as pg.DatabaseError).code ?? '')) throw error
    await setPassword(owner, new pg.Client(role))
  } finally {
    await probe.end().catch(() => {})
  }
}

async function setPassword(owner: OwnerConfig, role: { user?: string; password?: unknown }) {
  const statement = `alter role ${pg.escapeIdentifier(role.user!)} login password ${pg.escapeLiteral(String(role.password))}`
  for (let attempt = 1; ; attempt++) {
    try {
      await asOwner(owner, (client) => client.query(statement))
      return
    } catch (error) {
      // "tuple concurrently updated": another app process sets the same password at the same moment.
      if ((error as pg.DatabaseError).code !== 'XX000' || attempt === 5) throw error
    }
  }
}

async function asOwner<T>(owner: OwnerConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
