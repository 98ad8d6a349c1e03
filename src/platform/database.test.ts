import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/harness.ts'
import { assertText, openPools, type Pools, queries } from './database.ts'
import { startEmbedded } from './embedded-postgres.ts'

let database: FreshDatabase
let pools: Pools

beforeAll(async () => {
  database = await freshDatabase()
  pools = database.pools
})
afterAll(() => database.drop())

test('days, instants, counts and amounts are read as the text and numbers they are', async () => {
  const { rows } = await pools.owner.query(`select date '2026-11-23' as day, timestamptz '2026-11-23 08:00:00.5+08' as at, 42::int8 as count,
    9007199254740993::int8 as "huge", 1234567890.10::numeric as amount, array[date '2026-01-01', null] as days, array[1::int8, 2] as counts,
    array[timestamptz '2026-11-23 00:00Z'] as ats, null::date as none, 'infinity'::timestamptz as never, '{"a":[1,"中"]}'::jsonb as json`)
  expect(rows[0]).toEqual({
    day: '2026-11-23', at: '2026-11-23T00:00:00.500Z', count: 42, huge: '9007199254740993', amount: '1234567890.10', days: ['2026-01-01', null],
    counts: [1, 2], ats: ['2026-11-23T00:00:00.000Z'], none: null, never: 'infinity', json: { a: [1, '中'] },
  })
})

test('Kysely reads through the same parsers', async () => {
  const { rows } = await sql<{ day: string }>`select ${'2026-02-28'}::date + 1 as day`.execute(queries(pools.owner))
  expect(rows).toEqual([{ day: '2026-03-01' }])
})

test.each([
  ['U+0000', 'a\0b'],
  ['the first half of a pair', '\ud83d'],
  ['the second half of a pair', '甲\ude00乙'],
])('a text with %s is refused, as a parameter and inside an array', async (_, text) => {
  expect(() => assertText(text, 'name')).toThrow(/^name: /)
  await expect(pools.owner.query('select $1::text', [text])).rejects.toThrow(/^\$1: /)
  await expect(sql`select ${[text]}::text[]`.execute(queries(pools.owner))).rejects.toThrow(/^\$1: /)
})

test.each(['', '喆堃玥祎赟镕㎡', '𠮷😀', 'e\u0301'])('the text %j comes back as it was written', async (text) => {
  const { rows } = await pools.owner.query<{ text: string }>('select $1::text as text', [text])
  expect(rows[0]!.text).toBe(text)
})

test('a connection that the server cuts while idle does not end the process, and the pool goes on', async () => {
  const [idle, cutter] = await Promise.all([pools.owner.connect(), pools.owner.connect()])
  const { rows } = await idle.query<{ pid: number }>('select pg_backend_pid() as pid')
  const cut = new Promise((done) => { idle.once('end', () => done(undefined)) })
  idle.release()
  await cutter.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  cutter.release()
  await cut
  expect((await Promise.all([1, 2, 3].map((n) => pools.owner.query('select $1::int as n', [n])))).map((result) => result.rows[0])).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('commits reach the disk, pages carry checksums, and Chinese can be sorted', async () => {
  const show = async (name: string) => (await pools.owner.query<Record<string, string>>(`show ${name}`)).rows[0]![name]
  expect(await Promise.all(['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'].map(show))).toEqual(['on', 'on', 'on', 'on'])
  const { rows } = await pools.owner.query<{ name: string }>(`select name from unnest(array['左权', '和顺', '榆次']) as name order by name collate "zh-x-icu"`)
  expect(rows.map(({ name }) => name)).toEqual(['和顺', '榆次', '左权'])
})

test('the pool of requests is the plain role and cuts what runs too long', async () => {
  const { rows } = await pools.app.query(`select current_user as role, current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle`)
  expect(rows[0]).toEqual({ role: 'zs_app', statement: '15s', idle: '20s' })
})

test('where roles need passwords, every app process derives the same and gets in', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zs-passwords-'))
  chmodSync(dataDir, 0o755)
  const { host, stop } = await startEmbedded({ dataDir })
  const owner = { connectionString: `postgres://postgres@localhost/zhongshi?host=${encodeURIComponent(host)}` }
  try {
    const setup = await openPools({ host, port: 5432, user: 'postgres', database: 'zhongshi' })
    await setup.owner.query(`create role zs_app login; create role zs_jobs login; create schema sec;
      create table sec.key (id text primary key, secret bytea not null); insert into sec.key values ('login', sha256('secret'))`)
    writeFileSync(join(dataDir, 'postgres', 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n')
    await setup.owner.query('select pg_reload_conf()')
    await setup.end()

    const processes = await Promise.all([openPools(owner), openPools(owner), openPools(owner)])
    for (const { app, jobs } of processes) {
      expect((await app.query('select current_user as role')).rows).toEqual([{ role: 'zs_app' }])
      expect((await jobs.query('select current_user as role')).rows).toEqual([{ role: 'zs_jobs' }])
    }
    await Promise.all(processes.map((each) => each.end()))
    const stranger = new pg.Client({ host, port: 5432, user: 'zs_app', password: 'guess', database: 'zhongshi' })
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/)
  } finally {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
