/** SQL on the app's own connection, inside a session: what no step writes, row security does not let through either. */
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, expertId, type Panel, tokenOf } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { asPerson } from './session.ts'

let town: Town
let own: Case
let queued: Case
let foreign: Case
let panel: Panel
beforeAll(async () => {
  town = await openTown()
  const work = casework(town)
  own = await work.submitted('iron')
  foreign = await work.submitted('coke')
  queued = await work.queued('carbon')
  panel = await work.scoring([queued])
})
afterAll(() => town.close())

const inSession = async <Result>(username: string, work: (tx: PoolClient) => Promise<Result>): Promise<Result> =>
  (await asPerson(town.pools.app, await tokenOf(town, username), town.now(), work, () => 'rollback')) as Result
/** The SQLSTATE a statement ends with; how many rows it touched when it goes through. */
const attempt = async (tx: PoolClient, statement: string, values: unknown[] = []): Promise<string | number | null> => {
  await tx.query('savepoint attempt')
  try {
    return (await tx.query(statement, values)).rowCount
  } catch (error) {
    await tx.query('rollback to savepoint attempt')
    return (error as { code?: string }).code ?? 'none'
  }
}
const j = '140700'
const ownHost = ['host.iron', 'iron'] as const

describe('a party of the case', () => {
  test('writes an entry only under its own name, next in line, chained onto the head it sees', () => inSession(ownHost[0], async (tx) => {
    const head = (await tx.query<{ version: number; hash: string }>('select version, hash from case_head where id = $1', [own.id])).rows[0]
    const insert = `insert into case_entry (jurisdiction, case_id, no, did, by_person, at, seen, body, prev, hash) values ($1, $2, $3, 'recommend', $4, now(), 'parties', $5, $6, 'x')`
    const body = (person: string, did = 'recommend') => JSON.stringify({ did, by: { person } })
    const [no, me] = [head!.version + 1, expertId('host.iron')]
    expect(await attempt(tx, insert, [j, own.id, no, expertId('county.taigu.lead'), body(expertId('county.taigu.lead')), head!.hash])).toBe('42501')
    expect(await attempt(tx, insert, [j, own.id, no, me, body(expertId('county.taigu.lead')), head!.hash])).toBe('42501')
    expect(await attempt(tx, insert, [j, own.id, no, me, body(me, 'withdraw'), head!.hash])).toBe('42501')
    expect(await attempt(tx, insert, [j, own.id, no + 7, me, body(me), head!.hash])).toBe('42501')
    expect(await attempt(tx, insert, [j, own.id, no, me, body(me), '0'.repeat(64)])).toBe('42501')
    expect(await attempt(tx, insert, [j, own.id, no, me, body(me), head!.hash])).toBe(1)
  }))
  test('moves the head only onto the last entry, and lists the case only as the head has it', () => inSession(ownHost[0], async (tx) => {
    for (const change of [`orgs = orgs || '{county.140729}'`, `people = '{p-expert-01}'`, 'version = version - 1', 'version = version + 1', `hash = 'x'`]) expect(await attempt(tx, `update case_head set ${change} where id = $1`, [own.id]), change).toBe('42501')
    for (const change of [`orgs = orgs || '{county.140729}'`, `people = '{p-expert-01}'`, 'version = 99', `number = 'RD-2026-9999'`]) expect(await attempt(tx, `update case_list set ${change} where case_id = $1`, [own.id]), change).toBe('42501')
    expect(await attempt(tx, `insert into case_head (jurisdiction, id, procedure, number, version, hash, opened_on, orgs) values ($1, 'h', 'recognition', 'RD-2026-9998', 0, 'x', '2026-11-23', '{city.140700}')`, [j])).toBe('42501')
    expect(await attempt(tx, `insert into case_list (jurisdiction, case_id, procedure, number, title, status, version, opened_on, since, orgs) values ($1, 'x', 'recognition', 'X', 'x', 'proposed', 1, '2026-11-23', '2026-11-23', '{org-iron,city.140700}')`, [j])).toBe('42501')
  }))
  test('publishes nothing: no base, no notice, no setting, no calendar', () => inSession(ownHost[0], async (tx) => {
    expect(await attempt(tx, `insert into base (jurisdiction, id, case_id, name, certificate_no, status, recognised_on, document_no, hosts, county, field, direction, orgs) values ($1, 'JZ-ZS-2026-009', $2, 'x', 'c', 'operating', '2026-11-23', 'd', '[]', '140726', 'carbon', 'x', '{org-iron}')`, [j, own.id])).toBe('42501')
    expect(await attempt(tx, `insert into notice (jurisdiction, case_id, number, kind, title, rows, text, text_hash, published_on, ends_on, provisional, status) values ($1, $2, 'GS-2026-0099', 'recognition', 'x', '[]', 'x', 'x', '2026-11-23', '2026-12-01', false, 'closed')`, [j, own.id])).toBe('42501')
    expect(await attempt(tx, `insert into setting_change (jurisdiction, case_id, key, value, valid_from, basis, proposed_by, signed_by, signed_on) values ($1, $2, 'score.pass', '1', '2026-11-23', 'x', 'x', 'x', '2026-11-23')`, [j, own.id])).toBe('42501')
    expect(await attempt(tx, `insert into calendar_year (jurisdiction, case_id, year, off, work, source, signed_on) values ($1, $2, 2030, '{}', '{}', 'x', '2026-11-23')`, [j, own.id])).toBe('42501')
  }))
  test('sends no message but to a party of a case it sees, and hands over no paper without an entry', () => inSession(ownHost[0], async (tx) => {
    const message = `insert into message (jurisdiction, id, org, person, role, case_id, number, words, at) select $1, $2, $3, $4, null, $5, coalesce((select number from case_head where id = $5), 'RD-2026-0001'), '{"zh": "请点此", "en": "x"}', now()`
    expect(await attempt(tx, message, [j, 'm1', 'county.140729', 'county.140729', own.id])).toBe('42501')
    expect(await attempt(tx, message, [j, 'm2', 'county.140729', 'county.140729', foreign.id])).toBe('42501')
    expect(await attempt(tx, message, [j, 'm3', 'county.140726', expertId('city.lead'), own.id])).toBe('42501')
    expect(await attempt(tx, `insert into outbox (jurisdiction, id, case_id, no, kind, body, at) values ($1, 'o1', $2, 1, 'entry', '{}', now())`, [j, foreign.id])).toBe('42501')
    expect(await attempt(tx, `insert into outbox (jurisdiction, id, case_id, no, kind, body, at) values ($1, 'o2', $2, 99, 'entry', '{}', now())`, [j, own.id])).toBe('42501')
  }))
  test('writes in a draft under its own name only, and keeps no file as if an authority had put it down', () => inSession(ownHost[0], async (tx) => {
    expect(await attempt(tx, `insert into draft_value (jurisdiction, case_id, path, value, version, by_person, by_name, at) values ($1, $2, 'A.x', '1', 1, 'p-host-coke', '别人', now())`, [j, own.id])).toBe('42501')
    expect(await attempt(tx, `insert into draft (jurisdiction, case_id, form_version, orgs) values ($1, $2, '2026-A', '{org-iron}')`, [j, panel.id])).toBe('42501')
    expect(await attempt(tx, `insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, seen) values ($1, 'f', $2, 'f', 1, 't', '0', $3, 'org-iron', now(), 'city')`, [j, own.id, expertId('host.iron')])).toBe('42501')
  }))
})

describe('an expert on a panel', () => {
  const member = () => panel.members[0]?.username ?? ''
  const asReader = `insert into case_reader (jurisdiction, case_id, person, panel_id) values ($1, $2, $3, $4)`
  test('does not become a reader before declaring, nor of a case the panel does not review, nor on somebody\'s behalf', () => inSession(member(), async (tx) => {
    for (const [caseId, person] of [[queued.id, member()], [foreign.id, member()], [queued.id, 'expert.30']] as const) expect(await attempt(tx, asReader, [j, caseId, expertId(person), panel.id]), `${caseId} ${person}`).toBe('42501')
    expect((await tx.query('select 1 from document')).rowCount).toBe(0)
  }))
  test('puts no document beside what was submitted, and seals nothing without an entry', () => inSession(member(), async (tx) => {
    expect(await attempt(tx, `insert into document (jurisdiction, case_id, sha256, kind, body, at) values ($1, $2, 'x', 'application', '{}', now())`, [j, queued.id])).toBe('42501')
    expect(await attempt(tx, `insert into document (jurisdiction, case_id, sha256, kind, body, at) values ($1, $2, 'x', 'application', '{}', now())`, [j, panel.id])).toBe('42501')
    expect(await attempt(tx, `insert into case_sealed (jurisdiction, case_id, no, person, salt, data) values ($1, $2, 1, $3, 's', '{}')`, [j, panel.id, expertId(member())])).toBe('42501')
  }))
  test('reads neither what the draw rests on, nor the list of draws, nor a seed; and nobody of the city reads a seed', async () => {
    await inSession(member(), async (tx) => {
      expect((await tx.query(`select 1 from document where kind = 'draw'`)).rowCount).toBe(0)
      expect((await tx.query('select 1 from draw')).rowCount).toBe(0)
      expect((await tx.query('select sec.draw_seed($1, $2) as seed', [j, panel.id])).rows).toEqual([{ seed: null }])
      expect((await tx.query('select * from sec.running_panels($1, $2)', [j, [queued.id]])).rows).toEqual([])
    })
    for (const username of ['city.officer', 'city.lead', 'city.supervisor', member(), 'sysadmin']) await inSession(username, async (tx) => {
      for (const statement of ['select * from draw_seed', `update draw_seed set seed = repeat('0', 64)`, 'delete from draw_seed']) expect(await attempt(tx, statement), `${username} ${statement}`).toBe('42501')
    })
    await inSession(member(), async (tx) => {
      expect(await attempt(tx, `insert into draw_seed (jurisdiction, case_id, no, seed, at) values ($1, $2, 9, repeat('a', 64), now())`, [j, panel.id])).toBe('42501')
      expect(await attempt(tx, `insert into document (jurisdiction, case_id, sha256, kind, body, at) values ($1, $2, 'x', 'draw', '{}', now())`, [j, panel.id])).toBe('42501')
    })
  })
  test('does not enter the pool, and in it keeps what the city decided', async () => {
    await inSession('host.iron', async (tx) => {
      expect(await attempt(tx, `insert into expert (jurisdiction, person, fields, specialty, title, employer, region, in_city) values ($1, $2, '{carbon}', 'technical', 'senior', 'x', '太原', false)`, [j, expertId('host.iron')])).toBe('42501')
    })
    await inSession('expert.01', async (tx) => {
      for (const change of [`title = 'senior', specialty = 'finance'`, `fields = '{coal}'`, `in_city = not in_city`]) expect(await attempt(tx, `update expert set ${change} where person = $1`, [expertId('expert.01')]), change).toBe('42501')
      expect(await attempt(tx, `update expert set avoid = '{某单位}' where person = $1`, [expertId('expert.01')])).toBe(1)
      expect(await attempt(tx, 'update expert set available = false')).toBe(1)
    })
  })
})

describe('what belongs to all', () => {
  test('numbers go up one by one, for the app and for the system', async () => {
    await inSession('host.iron', async (tx) => {
      for (const change of ['last = 0', 'last = last - 1', 'last = last + 2']) expect(await attempt(tx, `update number_counter set ${change} where kind = 'RD'`), change).toBe('42501')
      expect(await attempt(tx, `insert into number_counter (jurisdiction, kind, year, last) values ($1, 'RD', 2031, 900)`, [j])).toBe('42501')
      expect(await attempt(tx, `update number_counter set last = last + 1 where kind = 'RD'`)).toBe(1)
    })
    await expect(town.pools.jobs.query(`update number_counter set last = 0 where kind = 'RD'`)).rejects.toMatchObject({ code: '42501' })
  })
  test('an institution changes its own card, not its kind, its county or its organiser, and nobody else\'s', () => inSession('host.iron', async (tx) => {
    for (const change of [`kind = 'city'`, `division = '140729'`, `organiser = 'county.140729'`, `merged_into = 'org-coke'`, 'demo = not demo', `id = 'org-other'`]) expect(['42501', '23503'], change).toContain(await attempt(tx, `update organisation set ${change} where id = 'org-iron'`))
    expect(await attempt(tx, `update organisation set address = 'x'`)).toBe(1)
  }))
  test('names and texts are no questions to ask the database about other people\'s cases', async () => {
    const [title, fileId] = (await town.pools.owner.query<{ title: string; id: string }>('select l.title, f.id from case_list l join file f on f.case_id = l.case_id where l.case_id = $1 limit 1', [foreign.id])).rows.flatMap((row) => [row.title, row.id])
    expect((await town.pools.app.query('select sec.name_taken($1, $2, $3) as taken', [j, title, 'x'])).rows).toEqual([{ taken: null }])
    await inSession('host.iron', async (tx) => {
      expect((await tx.query('select sec.file_named($1, $2, $3) as named', [j, foreign.id, fileId])).rows).toEqual([{ named: false }])
    })
    await inSession('host.coke', async (tx) => {
      expect((await tx.query('select sec.file_named($1, $2, $3) as named', [j, foreign.id, fileId])).rows).toEqual([{ named: true }])
    })
  })
  test('of the three administrators one reads the trail', async () => {
    await town.anyone.call('POST', '/api/session', { username: 'host.iron', password: 'wrong' })
    const seen = async (username: string) => (await inSession(username, (tx) => tx.query('select 1 from access_log'))).rowCount ?? 0
    expect([await seen('auditor') > 0, await seen('sysadmin'), await seen('secadmin'), await seen('city.lead')]).toEqual([true, 0, 0, 0])
  })
  test('idempotency keys, persons and roles are one\'s own to read, and hardly to write', () => inSession('host.iron', async (tx) => {
    expect((await tx.query(`select distinct person from idempotency`)).rows).toEqual([{ person: expertId('host.iron') }])
    expect(await attempt(tx, `insert into idempotency (jurisdiction, person, key, request, at) values ($1, 'p-host-coke', 'k', 'r', now())`, [j])).toBe('42501')
    expect(await attempt(tx, `update person set large_type = true`)).toBe(1)
    for (const statement of [`update person set name = 'x'`, `update person set disabled_at = null`, `insert into assignment (jurisdiction, id, person, role, org, valid_from) values ('140700', 'a', 'p-host-iron', 'city.lead', 'city.140700', '2020-01-01')`, `update assignment set role = 'city.lead'`, 'delete from access_log', `update access_log set result = 'done'`, 'delete from message', 'delete from file', 'update demo_clock set shift_days = 9', `update batch set closed = true where id = 'none'; select 1/0`]) expect(['42501', '22012'], statement).toContain(await attempt(tx, statement))
  }))
})

test('every function that runs with the rights of the owner names its schemas, the temporary one last', async () => {
  const { rows } = await town.pools.owner.query<{ name: string; config: string[] | null }>(`select p.oid::regprocedure::text as name, p.proconfig as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'sec') and p.prosecdef`)
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ config }) => !config?.some((line) => /^search_path=.*pg_temp$/.test(line)))).toEqual([])
})
