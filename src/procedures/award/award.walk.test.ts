/** An award over HTTP and a real PostgreSQL: budget by two people, once for a recognition, the account apart, never above the budget. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Base, graded, recognisedBases } from '../../../test/bases.ts'
import { type Casework, casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { engines } from '../../engines.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import type { BudgetYear } from '../../registers/award-budgets.ts'
import type { AwardRow } from '../../registers/award-ledger.ts'
import { rulesReader } from '../../rules-in-force.ts'
import { revocationExamples } from '../revocation/revocation.examples.ts'
import type { AwardCase } from './award.case.ts'
import { type AwardCommands, awardExamples as example } from './award.commands.ts'

const keys = ['carbon', 'gears', 'anode', 'engine', 'magnesium', 'filter', 'nylon', 'vinegar', 'herbs', 'polymer'] as const
let town: Town
let work: Casework
let bases: Base[]
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  bases = [...(await recognisedBases(town, work, keys))]
})
afterAll(() => town.close())

type Name = keyof AwardCommands
const base = (at: number) => bases[at] as Base
const says = async (username: string, id: string, step: Name, data: object = {}) => (await town.as(username)).did(id, step, { ...example[step], ...data })
const refused = async (username: string, id: string, step: Name, data: object = {}) => {
  const { status, body } = await (await town.as(username)).step(id, step, { ...example[step], ...data })
  return [status, body.refusals?.map(({ rule, code }) => rule ?? code)] as const
}
const proposes = async (of: Base, data: object = {}) => (await (await town.as('city.officer')).opened('award', { ...example.propose, base: of.number, ...data })).id
const tries = async (of: Base, data: object = {}) => {
  const { status, body } = await (await town.as('city.officer')).open('award', { ...example.propose, base: of.number, ...data })
  return [status, body.refusals?.map(({ rule }) => rule)] as const
}
const fileOf = async (username: string, id: string) => (await (await town.as(username)).detail(id)).case.file as unknown as AwardCase
const status = (id: string) => work.statusOf(id)
const hostName = async (of: Base) => (await rowOf<{ name: string }>(town.pools.jobs, sql`select hosts->0->>'name' as name from base where id = ${of.number}`))?.name ?? ''
const budgets = async (username = 'city.lead') => (await (await town.as(username)).call<BudgetYear[]>('GET', '/api/award-budgets')).body
const enters = async (amount: string, year = 2026) => (await town.as('city.officer')).call<{ id: string }>('POST', '/api/award-budgets', { year, amount, line: '科技专项资金', document: '市财教〔2026〕12号（演示）' })
const signs = async (id: string, username = 'city.lead') => (await town.as(username)).call<{ refusals?: { rule: string }[] }>('POST', `/api/award-budgets/${id}/sign`)
/** Sums as an independent question of the log would give them: from the entries, not from the read table. */
const committedByEntries = async (): Promise<number> => (await rowsOf<{ id: string }>(town.pools.jobs, sql`select id from case_head where procedure = 'award'`)).length === 0 ? 0 : Number((await rowOf<{ sum: string }>(town.pools.jobs, sql`
  select coalesce(sum(case when last.did in ('cancel', 'refuse', 'withdraw', 'propose') then 0 else coalesce((select (e.body->'data'->>'payable')::numeric from case_entry e where e.case_id = h.id and e.did = 'claim' order by e.no desc limit 1), (select (e.body->'data'->>'amount')::numeric from case_entry e where e.case_id = h.id and e.did = 'propose')) end), 0)::text as sum
    from case_head h join case_entry last on last.case_id = h.id and last.no = h.version where h.procedure = 'award'`))?.sum)

describe('Art. 20: the budget of a year is entered by one and signed by another', () => {
  test('without a signed budget nothing is decided; who entered it does not sign it', async () => {
    const id = await proposes(base(0))
    await work.authorityActs()
    expect(await refused('city.lead', id, 'decide')).toEqual([422, ['budgetSigned', 'withinBudget']])
    const entered = await enters('100')
    expect(entered.status).toBe(201)
    expect((await enters('90')).status).toBe(409)
    expect(await budgets()).toMatchObject([{ year: 2026, ceiling: null, proposed: '30.00', committed: '0.00', pending: { amount: '100.00', state: 'entered' } }])
    for (const username of ['city.officer', 'host.carbon', 'county.yuci', 'city.supervisor']) expect([username, (await signs(entered.body.id, username)).status]).toEqual([username, 403])
    expect((await signs(entered.body.id)).status).toBe(200)
    expect((await signs(entered.body.id)).status).toBe(409)
    expect(await budgets()).toMatchObject([{ ceiling: '100.00', remaining: '100.00', pending: null, history: [{ state: 'signed', enteredBy: expect.any(String), settledBy: expect.any(String) }] }])
    for (const username of ['host.carbon', 'county.yuci', 'expert.01', 'auditor']) expect([username, (await (await town.as(username)).call('GET', '/api/award-budgets')).status]).toEqual([username, 403])
    await town.pools.jobs.query(`insert into assignment (jurisdiction, id, person, role, org, valid_from) values ('140700', 'both', 'p-city-lead', 'city.officer', 'city.140700', '2020-01-01')`)
    const own = await (await town.as('city.lead')).call<{ id: string }>('POST', '/api/award-budgets', { year: 2027, amount: '1', line: '科目', document: '文件' })
    const answer = await signs(own.body.id)
    expect([answer.status, answer.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['decidedByAnother']])
    await town.pools.jobs.query(`update assignment set valid_to = '2020-12-31' where id = 'both'`)
  })
})

describe('Art. 20: once for a recognition', () => {
  test('fifty proposals in the same moment: one is opened, the others are told of it', async () => {
    const officer = await town.as('city.officer')
    const answers = await Promise.all(Array.from({ length: 50 }, () => officer.open('award', { ...example.propose, base: base(1).number })))
    const won = answers.filter(({ status: one }) => one === 201)
    expect(won).toHaveLength(1)
    for (const lost of answers.filter((one) => one !== won[0])) expect([lost.status, lost.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['awardOnce']])
    expect(await rowsOf(town.pools.jobs, sql`select 1 from award where base_id = ${base(1).number}`)).toHaveLength(1)
    // No number was used up by those who lost.
    expect(won[0]?.body.number).toBe('JB-2026-0002')
    await says('city.lead', won[0]?.body.id ?? '', 'refuse')
    expect((await tries(base(1)))[0]).toBe(201)
  })
  test('the database says it too', async () => {
    const row = await rowOf<{ recognition: string }>(town.pools.jobs, sql`select recognition from award where base_id = ${base(0).number}`)
    await expect(town.pools.jobs.query(`insert into award select jurisdiction, '${row?.recognition}', 1, 'x', status, base_id, base_name, recognition, county, hosts, budget_year, budget_line, false, amount, committed, paid, proposed_on, null, null, null, null, null, null, orgs from award where base_id = '${base(0).number}'`)).rejects.toThrow(/award_once/)
  })
})

describe('Art. 20: from the proposal to the report on its use', () => {
  let id = ''
  test('a proposal is the city’s own; decided, it is told to host, base and county', async () => {
    id = (await rowOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from award where base_id = ${base(0).number}`))?.id ?? ''
    for (const username of ['host.carbon', 'county.yuci', 'partner.univ', 'county.taigu']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 404])
    await says('city.lead', id, 'decide')
    for (const username of ['host.carbon', 'county.yuci', 'partner.univ', 'city.supervisor']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 200])
    for (const username of ['county.taigu', 'host.gears', 'expert.01', 'sysadmin']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 404])
    expect(JSON.stringify(await (await town.as('host.carbon')).detail(id))).not.toContain(example.propose.merits)
    expect(await budgets()).toMatchObject([{ year: 2027 }, { year: 2026, committed: '30.00', remaining: '70.00' }])
  })

  test('issued jointly, with its paper and number', async () => {
    await says('city.officer', id, 'publish')
    const { rows } = (await (await town.as('host.carbon')).call<{ rows: { kind: string; number: string; title: string }[] }>('GET', `/api/cases/${id}/papers`)).body
    expect(rows).toMatchObject([{ kind: 'awardNotice', number: expect.stringMatching(/^市科字〔2026〕\d+号$/) }])
    expect((await fileOf('host.carbon', id)).publication).toMatchObject({ finance: { letter: example.publish.finance.letter } })
  })

  const secret = '6222 0000-1111 2222'
  test('the claim: the difference to other funds, the account beside the case', async () => {
    const host = { accountName: await hostName(base(0)), accountNumber: secret }
    expect(await refused('host.carbon', id, 'claim', { ...host, accountName: '别家公司' })).toEqual([422, ['accountIsHosts']])
    expect(await refused('host.carbon', id, 'claim', { ...host, otherFunds: [{ source: '省科技厅', item: '中试线', sameItem: true, amount: '30' }] })).toEqual([422, ['notFundedTwice']])
    await says('host.carbon', id, 'claim', { ...host, otherFunds: [{ source: '省科技厅', item: '中试线', sameItem: true, amount: '4.5' }, { source: '市发改委', item: '办公楼', sameItem: false, amount: '100' }] })
    expect((await fileOf('host.carbon', id)).claim).toMatchObject({ payable: '25.50', sameItem: '4.50', tail: '2222' })
    expect((await fileOf('county.yuci', id)).claim).not.toHaveProperty('tail')
    expect(await budgets()).toMatchObject([{ year: 2027 }, { committed: '25.50', remaining: '74.50' }])
  })

  test('the number: for the officer who pays, each look written down; for nobody else, and in no table but its own', async () => {
    const asks = async (username: string) => { const { status: answered, body } = await (await town.as(username)).call<{ number?: string }>('GET', `/api/cases/${id}/account`); return [username, answered, body.number] }
    expect(await asks('city.officer2')).toEqual(['city.officer2', 200, '6222000011112222'])
    for (const username of ['city.officer', 'city.lead', 'city.supervisor']) expect(await asks(username)).toEqual([username, 403, expect.anything()])
    for (const username of ['host.carbon', 'county.yuci', 'partner.univ', 'host.gears', 'auditor', 'sysadmin']) expect(await asks(username)).toEqual([username, 404, expect.anything()])
    expect(await rowsOf(town.pools.jobs, sql`select username, result, count(*)::int as count from access_log where act = 'award.account' group by 1, 2 order by 1, 2`)).toEqual([
      { username: 'city.lead', result: 'refused', count: 1 }, { username: 'city.officer', result: 'refused', count: 1 }, { username: 'city.officer2', result: 'done', count: 1 }, { username: 'city.supervisor', result: 'refused', count: 1 }])
    for (const pool of [town.pools.app, town.pools.jobs]) await expect(pool.query('select number from award_account')).rejects.toThrow(/permission denied/)
    expect(await tablesWith('6222000011112222')).toEqual(['award_account'])
    expect(await tablesWith(secret)).toEqual([])
    expect(await tablesWith(example.claim.bank)).toEqual(['award_account'])
  })

  test('returned, the number is gone; claimed again and paid exactly, by another than proposed', async () => {
    await says('city.officer', id, 'returnClaim')
    expect(await tablesWith('6222000011112222')).toEqual([])
    await says('host.carbon', id, 'claim', { accountName: await hostName(base(0)), accountNumber: secret, otherFunds: [{ source: '省科技厅', item: '中试线', sameItem: true, amount: '4.50' }] })
    expect(await refused('city.officer', id, 'pay', { amount: '30' })).toEqual([422, ['paidByAnother', 'paidAsClaimed']])
    await says('city.officer2', id, 'pay', { amount: '25.5' })
    const file = (await (await town.as('host.carbon')).detail(base(0).base)).case.file as { awards: object[] }
    expect(file.awards).toMatchObject([{ amount: '25.50', paidOn: '2026-12-01', number: 'JB-2026-0001' }])
  })

  test('received: the number is erased, the report is due a year later', async () => {
    await says('host.carbon', id, 'acknowledgeReceipt')
    expect(await tablesWith('6222000011112222')).toEqual([])
    expect((await (await town.as('city.officer2')).call('GET', `/api/cases/${id}/account`)).status).toBe(403)
    expect(await rowOf(town.pools.jobs, sql`select due_on, waits_role from case_list where case_id = ${id}`)).toEqual({ due_on: '2027-12-01', waits_role: 'host.admin' })
  })

  test('the use: explained where it differs, returned once, checked and closed', async () => {
    expect(await refused('host.carbon', id, 'reportUse', { uses: [{ kind: 'other', what: '食堂', amount: '25.49' }] })).toEqual([422, ['usesAddUp', 'usedAsMeant']])
    await says('host.carbon', id, 'reportUse', { uses: [{ kind: 'equipment', what: '检测设备', amount: '20' }, { kind: 'service', what: '中试服务', amount: '5.5' }] })
    await says('city.officer', id, 'returnReport')
    await says('host.carbon', id, 'reportUse', { uses: [{ kind: 'equipment', what: '检测设备', amount: '25.50' }] })
    await says('city.officer', id, 'close')
    expect(await status(id)).toBe('closed')
    expect((await tries(base(0)))[1]).toEqual(['awardOnce'])
  })

  test('the ledger: the city all of it, a county its own, an institution its own; the public sums without names', async () => {
    const rows = async (username: string) => (await (await town.as(username)).call<{ rows: AwardRow[] }>('GET', '/api/awards?year=2026')).body.rows.map(({ number }) => number)
    expect(await rows('city.officer')).toEqual(['JB-2026-0003', 'JB-2026-0002', 'JB-2026-0001'])
    expect([await rows('county.yuci'), await rows('county.taigu'), await rows('host.carbon'), await rows('host.iron')]).toEqual([['JB-2026-0001'], [], ['JB-2026-0001'], []])
    const csv = (await (await town.as('city.officer')).call<string>('GET', '/api/awards.csv')).body
    expect(csv).toContain('JB-2026-0001')
    expect(csv).toContain('25.50')
    const open = (await town.anyone.call<{ awards: object[] }>('GET', '/api/public/statistics')).body
    expect(open.awards).toEqual([{ year: 2026, ceiling: '100.00', awards: 1, committed: '25.50', paid: '25.50' }])
    expect(JSON.stringify(open)).not.toContain('碳谷')
  })
})

describe('Art. 20: never above the budget', () => {
  test('seven decisions at once over what is left for two: two are taken, the others are told how much is too much', async () => {
    const ids: string[] = []
    for (const at of [2, 3, 4, 5, 6, 7, 8]) ids.push(await proposes(base(at), { amount: '30.01' }))
    const lead = await town.as('city.lead')
    const answers = await Promise.all(ids.map((one) => lead.step(one, 'decide', example.decide)))
    expect(answers.map(({ status: one }) => one).sort()).toEqual([200, 200, 422, 422, 422, 422, 422])
    for (const { body } of answers.filter((one) => one.status !== 200)) expect(body.refusals).toMatchObject([{ rule: 'withinBudget', reason: expect.stringMatching(/超出 15\.53 万元/) }])
    expect((await budgets()).find(({ year }) => year === 2026)).toMatchObject({ committed: '85.52', remaining: '14.48' })
    expect(await committedByEntries()).toBe(85.52)
  })

  test('a higher budget signed lets the next one pass, a lower one is refused; decisions and signings in any order stay within', async () => {
    const low = await enters('85.51')
    const answer = await signs(low.body.id)
    expect([answer.status, answer.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['ceilingCovers']])
    expect((await (await town.as('city.lead')).call('POST', `/api/award-budgets/${low.body.id}/refuse`, { reason: '低于已决定金额。' })).status).toBe(200)
    const waiting = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from award where status = 'proposed' and amount = 30.01 order by number`)).map(({ id }) => id)
    const higher = await enters('115.53')
    const lead = await town.as('city.lead')
    await Promise.all([signs(higher.body.id), ...waiting.map((one) => lead.step(one, 'decide', example.decide))])
    await Promise.all(waiting.map((one) => lead.step(one, 'decide', example.decide)))
    const now = (await budgets()).find(({ year }) => year === 2026)
    expect(now).toMatchObject({ ceiling: '115.53', committed: '115.53', remaining: '0.00' })
    expect(await committedByEntries()).toBe(115.53)
  })

  test('the database says it too, whatever a request believes', async () => {
    const tx = await town.pools.app.connect()
    const { tokenOf } = await import('../../../test/casework.ts')
    try {
      await tx.query('begin')
      await tx.query('select sec.enter($1, $2)', [await tokenOf(town, 'city.lead'), town.now().toISOString()])
      await expect(tx.query(`update award set committed = committed + 0.01, capped = true where status = 'decided'`)).rejects.toThrow(/within the budget/)
    } finally {
      await tx.query('rollback')
      tx.release()
    }
  })

  test('ended, an award gives its amount back', async () => {
    const [decided] = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from award where status = 'decided' order by number`)).map(({ id }) => id) as [string]
    expect(await refused('city.lead', decided, 'cancel', { reasons: {} })).toEqual([422, ['awardMayEnd']])
    await says('city.lead', decided, 'cancel')
    expect((await budgets()).find(({ year }) => year === 2026)).toMatchObject({ committed: '85.52', remaining: '30.01' })
  })
})

describe('Art. 20: the amount is the authority’s, never the platform’s', () => {
  const setting = async (value: object | boolean, key = 'award.rule') => {
    const change = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'setting', key, value }, validFrom: '2026-12-01', basis: '市科技局、市财政局联合文件（演示）' })
    await (await town.as('city.lead')).did(change.id, 'sign')
  }
  test('no rule, no amount; with a rule its amount to the tenth, rounded down', async () => {
    expect(await tries(base(9), { amount: undefined })).toEqual([422, ['amountHasBasis']])
    await setting({ kind: 'shareOfInvestment', share: 0.03, cap: 100 })
    expect(await tries(base(9), { amount: undefined })).toEqual([422, ['amountFollowsRule', 'amountHasBasis']])
    expect(await tries(base(9), { amount: '38.59', investment: '1286.40' })).toEqual([422, ['amountFollowsRule']])
    const id = await proposes(base(9), { amount: undefined, investment: '1286.40' })
    expect(await fileOf('city.officer', id)).toMatchObject({ amount: '38.50', reckonedBy: 'shareOfInvestment' })
    await says('city.officer', id, 'withdraw')
    await setting({ kind: 'byGrade', amounts: { excellent: 50, good: 20.05 } })
    expect(await tries(base(9), { amount: undefined })).toEqual([422, ['amountFollowsRule', 'amountHasBasis']])
    await graded(work, base(9), [2025, 'good'])
    const graded2 = await proposes(base(9), { amount: undefined })
    expect(await fileOf('city.officer', graded2)).toMatchObject({ amount: '20.00', reckonedBy: 'byGrade' })
    await says('city.lead', graded2, 'decide')
    await says('city.officer', graded2, 'publish')
    await says('host.polymer', graded2, 'claim', { accountName: await hostName(base(9)) })
    await says('city.officer2', graded2, 'pay', { amount: '20.00' })
  })

  test('recovery is off; switched on it follows a revocation for falsification, and nothing else', async () => {
    const [id] = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from award where status = 'paid'`)).map(({ id: one }) => one) as [string]
    expect(await refused('city.lead', id, 'clawBack')).toEqual([422, ['clawbackAllowed']])
    await setting(true, 'award.clawback')
    expect(await refused('city.lead', id, 'clawBack')).toEqual([422, ['clawbackAllowed']])
    const revocation = (await (await town.as('city.officer')).opened('revocation', { ...revocationExamples.open, base: base(9).number })).id
    const acts: [string, keyof typeof revocationExamples][] = [['city.officer', 'findFalsehood'], ['city.officer', 'investigate'], ['city.officer', 'notify'], ['host.polymer', 'acknowledgeNotice'], ['host.polymer', 'waive'], ['city.officer2', 'reviewLegality'], ['city.officer', 'proposeRevoke'], ['city.lead', 'decideRevoke'], ['city.officer', 'serve']]
    for (const [username, step] of acts) await (await town.as(username)).did(revocation, step, revocationExamples[step])
    await says('city.lead', id, 'clawBack')
    expect(await refused('city.officer', id, 'recordRecovery', { amount: '19.99' })).toEqual([422, ['paidAsClaimed']])
    await says('city.officer', id, 'recordRecovery', { amount: '20' })
    expect(await status(id)).toBe('recovered')
    expect((await (await town.as('host.polymer')).call<{ rows: { kind: string }[] }>('GET', `/api/cases/${id}/papers`)).body.rows.map(({ kind }) => kind)).toEqual(['awardNotice', 'recovery'])
  })
})

test('every chain holds, and the read tables come back equal from the entries', async () => {
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  const all = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await rowsOf<{ row: string }>(town.pools.jobs, sql`select to_jsonb(t)::text as row from ${sql.ref(table)} t order by 1`)).map(({ row }) => row)] as const)))
  const before = await all()
  expect(before.award?.length).toBeGreaterThan(9)
  const reader = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, where, day) => reader.rulesOf(tx, where, day) })
  expect(await all()).toEqual(before)
})

/** Every table of the database, read by its owner, row by row as text. */
async function tablesWith(text: string): Promise<string[]> {
  const { owner } = town.database.pools
  const tables = await rowsOf<{ name: string }>(owner, sql`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'sec') order by 1`)
  const holding: string[] = []
  for (const { name } of tables) if ((await owner.query(`select 1 from ${name} t where t::text like $1 limit 1`, [`%${text}%`])).rows.length > 0) holding.push(name.replace('public.', ''))
  return holding
}
