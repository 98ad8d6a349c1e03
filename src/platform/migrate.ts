import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type Migration = { no: number; name: string; checksum: string; sql: string }
export type Applied = { no: number; name: string }

/** A migration cannot be applied, or what was applied is not what the program carries. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed'
}

/**
 * Applies what `folder` has and the database has not, in order, each file in a transaction of its own; returns those.
 * Several processes may start at once: a lock on the table lets one pass, the others find the work done.
 */
export async function migrate(owner: pg.ClientConfig, folder: string, log: (line: string) => void = () => {}): Promise<Applied[]> {
  const files = migrationsIn(folder)
  const client = new pg.Client(owner)
  // A notice is a remark of the file ("already exists, skipping"); a lost connection fails the query that waits.
  client.on('error', () => {})
  await client.connect()
  try {
    await createTable(client)
    const applied: Applied[] = []
    for (const file of files) {
      if (!await apply(client, file)) continue
      log(`数据库迁移 ${file.name}\n  Database migration ${file.name}`)
      applied.push({ no: file.no, name: file.name })
    }
    await refuseNewerDatabase(client, files)
    return applied
  } finally {
    await client.end()
  }
}

/** The files NNNN-name.sql of a folder in order; a gap or a number used twice is an error of the program. */
export function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  return names.map((name, index) => {
    const no = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (no !== index + 1) throw new MigrationFailed(`${name}: expected a file ${String(index + 1).padStart(4, '0')}-name.sql in ${folder}`)
    // A checkout with CRLF line ends carries the same migration.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { no, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function createTable(client: pg.Client) {
  const sql = `create table if not exists zs_migration (
    no integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(sql)
      return
    } catch (error) {
      // "if not exists" still collides when two sessions create at the same moment.
      const collides = ['23505', '42P07', '42710', 'XX000'].includes((error as pg.DatabaseError).code ?? '')
      if (!collides || attempt === 10) throw error
      await pause(50 * attempt)
    }
  }
}

async function apply(client: pg.Client, file: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('lock table zs_migration in access exclusive mode')
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from zs_migration where no = $1', [file.no])
    if (rows[0]) {
      await client.query('rollback')
      sameAs(rows[0], file)
      return false
    }
    const before = await transaction(client)
    await client.query(file.sql)
    if (await transaction(client) !== before) throw new Error('the file ends its own transaction; leave out begin, commit and rollback')
    await client.query('insert into zs_migration (no, name, checksum) values ($1, $2, $3)', [file.no, file.name, file.checksum])
    await client.query('commit')
    return true
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw cause instanceof MigrationFailed ? cause : new MigrationFailed(`${file.name}: ${explained(cause as pg.DatabaseError, file.sql)}`, { cause })
  }
}

function sameAs(applied: { name: string; checksum: string }, file: Migration) {
  if (applied.checksum === file.checksum) return
  throw new MigrationFailed(`数据库迁移 ${file.name} 在应用之后被改动（当时为 ${applied.name}）。迁移只能新增，不能修改。\n`
    + `Migration ${file.name} was changed after it had been applied (as ${applied.name}). Migrations are added, never changed.`)
}

async function refuseNewerDatabase(client: pg.Client, files: Migration[]) {
  const { rows } = await client.query<Applied>('select no, name from zs_migration where no > $1 order by no', [files.length])
  if (!rows[0]) return
  throw new MigrationFailed(`数据库比程序新：已应用 ${rows[0].name}，本程序没有它。请使用新版本的程序。\n`
    + `The database is newer than the program: it has ${rows[0].name}. Run the newer program.`)
}

const transaction = async (client: pg.Client) => (await client.query<{ id: string }>('select pg_current_xact_id()::text as id')).rows[0]!.id

/** The message with the line it points at: PostgreSQL counts characters from the start of the file. */
function explained(error: pg.DatabaseError, sql: string): string {
  if (!error.position) return [error.message, error.where].filter(Boolean).join('\n')
  const before = sql.slice(0, Number(error.position) - 1)
  return `line ${before.split('\n').length}: ${error.message}`
}
