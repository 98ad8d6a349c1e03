/** With the server's own checks gone, the database alone still keeps the cases apart: plain SQL on the app's connection, as one person. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PoolClient } from 'pg'
import { asPerson } from '../src/platform/session.ts'
import { otherExpert, tokenOf } from './casework.ts'
import { type MarkedWorld, markedWorld, marksIn } from './marked-world.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let world: MarkedWorld
beforeAll(async () => {
  town = await openTown()
  world = await markedWorld(town)
})
afterAll(() => town.close())

/** Runs SQL as the person, in the transaction that knows them; always rolled back. */
const inSession = async <Result>(username: string, work: (tx: PoolClient) => Promise<Result>): Promise<Result> =>
  (await asPerson(town.pools.app, await tokenOf(town, username), town.now(), work, () => 'rollback')) as Result
/** The SQLSTATE a statement ends with; undefined when it goes through. */
const refusedWith = async (tx: PoolClient, statement: string, values: unknown[] = []): Promise<string | undefined> => {
  await tx.query('savepoint attempt')
  try {
    await tx.query(statement, values)
    return undefined
  } catch (error) {
    await tx.query('rollback to savepoint attempt')
    return (error as { code?: string }).code
  }
}
const tables = async () =>
  (
    await town.pools.owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'sec') and c.relkind in ('r', 'v', 'm', 'p') order by 1`,
    )
  ).rows.map(({ name }) => name)

/** Everything the person's connection can read: every table without any condition, and every function that takes a case. */
const readsAll = (username: string) =>
  inSession(username, async (tx) => {
    let text = ''
    const denied: string[] = []
    for (const table of await tables()) {
      const code = await refusedWith(tx, `select 1 from ${table}`)
      if (code) denied.push(table)
      else text += JSON.stringify((await tx.query(`select * from ${table}`)).rows)
    }
    for (const id of [world.foreign.id, world.draft.id, world.panel.id])
      for (const of of ['sec.entries', 'sec.unsealed']) text += JSON.stringify((await tx.query(`select * from ${of}('140700', $1)`, [id])).rows)
    for (const call of [`application_counts('140700')`, `review_stays('140700')`, `sec.open_application_counts('140700')`])
      text += JSON.stringify((await tx.query(`select * from ${call}`)).rows)
    return { marks: marksIn(text), denied, bytes: text.length }
  })

test('rows of the rightful are there: the reading without conditions would see them', async () => {
  for (const [username, least] of [
    ['host.coke', 100],
    ['county.lingshi', 100],
    ['city.officer', 100],
  ] as const)
    expect((await readsAll(username)).marks.length, username).toBeGreaterThan(least)
})

describe('row security alone shows nobody a foreign mark', () => {
  for (const username of ['county.taigu', 'county.taigu.lead', 'host.iron', 'partner.univ', 'client.auto', otherExpert, 'sysadmin', 'secadmin', 'auditor']) {
    test(username, async () => {
      const { marks, denied, bytes } = await readsAll(username)
      expect(marks).toEqual([])
      expect(denied).toEqual(expect.arrayContaining(['sec.credential', 'sec.key', 'sec.session']))
      expect(bytes).toBeGreaterThan(1000)
    })
  }
  test('a connection that said nothing about itself sees no case, no person and no institution', async () => {
    for (const table of ['case_head', 'case_entry', 'case_list', 'document', 'draft_value', 'file', 'message', 'person', 'organisation', 'idempotency'])
      expect((await town.pools.app.query(`select * from ${table}`)).rows, table).toEqual([])
  })
})

test("a foreign case is not reached by writing either: no entry, no head, no reader, no draft, no file of one's own making", () =>
  inSession('county.taigu', async (tx) => {
    const foreign = ['140700', world.foreign.id]
    expect(
      await refusedWith(
        tx,
        `insert into case_entry (jurisdiction, case_id, no, did, at, seen, body, prev, hash) values ($1, $2, 999, 'withdraw', now(), 'parties', '{}', '', '')`,
        foreign,
      ),
    ).toBe('42501')
    expect(
      await refusedWith(
        tx,
        `insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at) values ($1, 'f', $2, 'f', 1, 't', '0', 'p-county-taigu', 'county.140703', now())`,
        foreign,
      ),
    ).toBe('42501')
    for (const change of [
      'update case_head set orgs = orgs where id = $2 and jurisdiction = $1',
      'update case_list set title = title where case_id = $2 and jurisdiction = $1',
      'update draft set readers = readers where case_id = $2 and jurisdiction = $1',
    ])
      expect((await tx.query(change, foreign)).rowCount, change).toBe(0)
    // Whoever could make themselves a reader of a foreign case would read its documents.
    await refusedWith(tx, `insert into case_reader (jurisdiction, case_id, person, panel_id) values ($1, $2, 'p-county-taigu', $3)`, [...foreign, world.own.id])
    expect((await tx.query('select body from document where jurisdiction = $1 and case_id = $2', foreign)).rows).toEqual([])
    // Whether a text occurs in a case is as good as the text.
    expect((await tx.query(`select sec.file_named($1, $2, '雀鸣') as named`, foreign)).rows).toEqual([{ named: false }])
  }))

describe('who asks cannot be forged', () => {
  const context = `select current_setting('app.ctx', true) as ctx`
  const look = 'select count(*) from case_head'

  test('an invented context ends the statement with 28000', () =>
    inSession('county.taigu', async (tx) => {
      const { ctx } = (await tx.query<{ ctx: string }>(context)).rows[0]!
      const parts = ctx.split('\x1f')
      expect(parts).toHaveLength(7)
      const forged = [
        parts.with(3, 'county.140729'),
        parts.with(2, 'city'),
        parts.with(1, 'p-city-lead'),
        parts.with(0, '140100'),
        parts.with(6, '0'.repeat(64)),
        parts.slice(0, 6),
        ['nonsense'],
      ]
      for (const parts of forged) {
        expect(await refusedWith(tx, `select set_config('app.ctx', $1, true)`, [parts.join('\x1f')])).toBeUndefined()
        expect(await refusedWith(tx, look), parts.join('|')).toBe('28000')
      }
    }))
  test('a context taken from one transaction is worthless in the next, and on another connection', async () => {
    const { ctx } = await inSession('city.lead', async (tx) => (await tx.query<{ ctx: string }>(context)).rows[0]!)
    const other = await town.pools.app.connect()
    try {
      for (const local of [true, false]) {
        await other.query('begin')
        expect(await refusedWith(other, `select set_config('app.ctx', $1, $2)`, [ctx, local])).toBeUndefined()
        expect(await refusedWith(other, look)).toBe('28000')
        await other.query('rollback')
      }
      expect((await other.query(look)).rows).toEqual([{ count: 0 }])
    } finally {
      other.release()
    }
  })
  test('the app cannot sign, read a secret, change the log, or become somebody else', () =>
    inSession('city.lead', async (tx) => {
      const attempts = [
        `select sec.mac('x')`,
        `select sec.sign('140700', 'p-city-lead', 'city', '')`,
        'select * from sec.key',
        'select * from sec.credential',
        'select * from sec.session',
        `update case_entry set body = '{}'`,
        'delete from case_entry',
        'truncate case_entry',
        'delete from case_head',
        `update case_head set number = 'X'`,
        'delete from document',
        `update document set body = '{}'`,
        'delete from case_sealed',
        `update case_sealed set data = '{}'`,
        'alter table case_head disable row level security',
        'drop policy parties on case_head',
        'create table public.mine (id int)',
        'create table sec.mine (id int)',
        'set role zs_jobs',
        'set session authorization zs_jobs',
      ]
      for (const attempt of attempts) expect(await refusedWith(tx, attempt), attempt).toBe('42501')
    }))
  test('nothing the app can put in its own temporary schema runs with the rights of the owner', async () => {
    const tx = await town.pools.app.connect()
    try {
      await tx.query('begin')
      const made =
        (await refusedWith(tx, `create function pg_temp.loot() returns text language sql as $$ select current_user::text $$`)) ??
        (await refusedWith(
          tx,
          `create temp view case_list as select '140700'::text as jurisdiction, ''::text as case_id, 'recognition'::text as procedure, pg_temp.loot() as status, pg_temp.loot() as county`,
        )) ??
        (await refusedWith(
          tx,
          `create temp view case_entry as select '140700'::text as jurisdiction, ''::text as case_id, 1 as no, 'submit'::text as did, '{"on": "2026-01-01"}'::jsonb as body`,
        )) ??
        (await refusedWith(tx, 'grant all on pg_temp.case_list, pg_temp.case_entry to public'))
      expect([undefined, '42501']).toContain(made)
      const answer = await refusedWith(
        tx,
        `do $$ begin if exists (select 1 from sec.open_application_counts('140700') where status <> 'zs_app' and status not in ('draft', 'submitted', 'declined')) then raise exception 'ran as the owner' using errcode = 'ZS001'; end if; end $$`,
      )
      expect([undefined, '42501', '42P01']).toContain(answer)
    } finally {
      await tx.query('rollback')
      tx.release()
    }
  })
})
