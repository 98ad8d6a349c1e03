/** Everything about a base is under way when it goes: revoked or left, all of it ends in the same moment, with the reason, and nobody else's list is held up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessed, assessing, type Assessing } from '../../../test/assessing.ts'
import type { Base } from '../../../test/bases.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { type Matter, matterwork, type Matterwork } from '../../../test/matterwork.ts'
import { type Revoking, revoking } from '../../../test/revoking.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { engines } from '../../engines.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import { inspectionExamples } from '../inspection/inspection.examples.ts'
import { suspensionExamples } from '../suspension/suspension.commands.ts'

let town: Town
let work: Casework
let on: Assessing
let matters: Matterwork
let revokes: Revoking
let gone: Base, leaves: Base, stays: Base
let assessed: Assessed[]
let campaign: string
/** By what it is, the number of each case that is open about the base which is revoked. */
const open: Record<string, string> = {}
let revocation: string

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  matters = matterwork(town, work)
  revokes = revoking(town)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027, 2028)
  const recognised = await on.bases(['carbon', 'iron', 'coke'], '2026-05-20') as [Case, Case, Case]
  const based = async (of: Case): Promise<Base> => ({ ...of, base: await work.baseOf(of), number: await work.baseNumberOf(of) })
  ;[gone, leaves, stays] = [await based(recognised[0]), await based(recognised[1]), await based(recognised[2])]
  town.on('2026-12-01')
  campaign = await on.campaign(2026)
  assessed = []
  for (const of of [gone, leaves, stays]) assessed.push(await on.assessedOf(of, 2026))
  for (const one of assessed) await on.decides(await on.verified(one), 0.75, 'good')
  await opensEverything(gone)
  town.on('2027-02-01')
  await (await town.as('city.officer')).did(campaign, 'openNotice', { cases: assessed.map(({ id }) => id) })
  revocation = await revokes.opens(gone, 'Art. 19(2)')
  await revokes.says('city.lead', revocation, 'suspend')
  await revokes.decided(revocation, gone, 'findFalsehood', { found: { heardOn: '2027-02-01' } })
})
afterAll(() => town.close())

async function opensEverything(of: Base) {
  const county = await work.county(of, 'county.officer')
  const lead = await work.county(of, 'county.lead')
  const planned = await county.opened('inspection', { ...inspectionExamples.open, base: of.number })
  const found = await county.opened('inspection', { ...inspectionExamples.open, base: of.number, reasons: { notUnderInspection: '另有专项检查。' } })
  await county.did(found.id, 'goUnannounced', inspectionExamples.goUnannounced)
  await county.did(found.id, 'record', inspectionExamples.record)
  await county.did(found.id, 'proposeRectification', inspectionExamples.proposeRectification)
  await lead.did(found.id, 'requireRectification')
  const held = await county.opened('suspension', { ...suspensionExamples.suspend, base: of.number })
  const award = await (await town.as('city.officer')).opened('award', { base: of.number, amount: '30.00', basis: '局财联〔2026〕1号（演示）', budgetYear: 2026, budgetLine: '科技专项资金', merits: '按认定结果一次性奖补，用于中试线设备。' })
  const later = { effectiveOn: '2027-06-01' }
  const all: [string, { number: string; id: string }][] = [['planned', planned], ['rectifying', found], ['held', held], ['award', award], ['draft', await matters.drafted(of, 'M03', { values: later })], ['endorsed', await matters.endorsed(of, 'M08', later)], ['accident', await matters.reported(of, { occurredAt: '2026-12-01T08:10' })]]
  for (const [name, { id }] of all) open[name] = id
}
const statusOf = async (id: string) => (await rowOf<{ status: string }>(town.pools.jobs, sql`select status from case_list where case_id = ${id}`))?.status
const waiting = (of: Base) => rowsOf<{ procedure: string; status: string }>(town.pools.jobs, sql`select procedure, status from case_list where base = ${of.number} and waits_role is not null order by procedure, status`)
const appointed = (of: Base) => rowsOf<{ role: string; valid_to: string | null }>(town.pools.jobs, sql`select role, valid_to from assignment where org = ${`base.${of.number}`}`)
type Entry = { did: string; by: string; reason: string | null; on: string }
const lastOf = async (id: string) => rowOf<Entry>(town.pools.jobs, sql`select did, by_person as by, body->'data'->>'reason' as reason, body->>'on' as "on" from case_entry where case_id = ${id} order by no desc limit 1`)

describe('Art. 19: served, the decision takes effect everywhere at once', () => {
  test('before it everything is open, and the decision alone ends nothing', async () => {
    expect((await waiting(gone)).length).toBeGreaterThanOrEqual(8)
    expect(await appointed(gone)).toEqual([{ role: 'base.director', valid_to: null }])
    expect([await statusOf(assessed[0]?.id ?? ''), await statusOf(open.endorsed ?? '')]).toEqual(['onNotice', 'endorsed'])
  })
  test('in the moment of service assessment, matters, inspections, holds and rectifications end, with the document and the article', async () => {
    await revokes.says('city.officer', revocation, 'serve')
    for (const [name, status] of [['planned', 'ended'], ['rectifying', 'ended'], ['held', 'ended'], ['accident', 'ended']] as const) expect([name, await statusOf(open[name] ?? '')]).toEqual([name, status])
    expect(await statusOf(assessed[0]?.id ?? '')).toBe('discontinued')
    const { decision } = await revokes.fileOf('city.officer', revocation)
    for (const id of [open.planned, open.held, open.accident, assessed[0]?.id]) expect(await lastOf(id ?? '')).toMatchObject({ by: 'system', reason: `中试基地已撤销（${decision?.documentNo}，第十九条（二））。`, on: '2027-02-01' })
    expect((await (await town.as('city.officer')).detail(gone.base)).case.file).toMatchObject({ status: 'revoked', baseStatus: 'revoked', watched: [], holds: expect.arrayContaining([expect.objectContaining({ lifted: expect.anything() })]) })
  })
  test('what people have to settle is named for handing over: the award is not decided by itself', async () => {
    const { service } = await revokes.fileOf('city.officer', revocation)
    expect(service?.openCases.filter(({ ends }) => !ends).map(({ procedure, id }) => [procedure, id])).toEqual([['award', open.award]])
    expect(service?.openCases.filter(({ ends }) => ends).map(({ procedure }) => procedure).toSorted()).toEqual(['assessment', 'inspection', 'inspection', 'major-matter', 'suspension'])
    expect(await statusOf(open.award ?? '')).toBe('proposed')
  })
  test('what has not come to the city yet, and it does not read, is ended by the clock; then nobody waits for the base any more but for the award', async () => {
    expect([await statusOf(open.draft ?? ''), await statusOf(open.endorsed ?? '')]).toEqual(['draft', 'endorsed'])
    await runSchedule(town.platform)
    for (const id of [open.draft, open.endorsed]) expect(await lastOf(id ?? '')).toMatchObject({ did: 'endWithBase', by: 'system', reason: '中试基地已撤销。', on: '2027-02-01' })
    expect((await waiting(gone)).map(({ procedure }) => procedure)).toEqual(['award', 'revocation'])
  })
  test('nobody stays appointed in it, and nobody is appointed any more', async () => {
    expect(await appointed(gone)).toEqual([{ role: 'base.director', valid_to: '2027-02-01' }])
    const host = await town.as('host.carbon')
    const asked = await host.call<{ refusals?: { reason: string }[] }>('POST', `/api/bases/${gone.number}/people`, { username: 'director.herbs', role: 'base.clerk', from: '2027-02-01', to: null, reason: '聘任' })
    expect([asked.status, asked.body.refusals?.map(({ reason }) => reason)]).toEqual([422, ['该基地已撤销或已退出，不再任职。']])
    for (const step of ['keepTable'] as const) expect((await host.step(gone.base, step, { table: 'meetings', put: [], drop: [] })).status).toBe(409)
  })
  test('its row leaves the list of grades, with the reason; the others of the list are cleared when it ends', async () => {
    const { open: notices } = (await town.anyone.call<{ open: { number: string; kind: string }[] }>('GET', '/api/public/notices')).body
    expect(notices.map(({ kind }) => kind)).toContain('grade')
    town.on('2027-02-06')
    await runSchedule(town.platform)
    expect(await Promise.all(assessed.map(({ id }) => statusOf(id)))).toEqual(['discontinued', 'cleared', 'cleared'])
    const lines = await rowsOf<{ did: string; reason: string }>(town.pools.jobs, sql`select e.did, e.body->'data'->>'reason' as reason from case_entry e join case_head h on h.id = e.case_id and h.procedure = 'public-notice' where e.did in ('withdrawRow', 'reopen')`)
    expect(lines).toMatchObject([{ did: 'withdrawRow', reason: expect.stringContaining('中试基地已撤销') }])
  })
  test('portal, verification and the bar on applying again, with its article', async () => {
    expect(await revokes.verify(await revokes.certificateOf(gone))).toMatchObject({ certificate: { status: 'void', statusSince: '2027-02-01' }, law: 'Art. 19(2)' })
    expect((await town.anyone.call<{ rows: { base: { id: string } }[] }>('GET', '/api/public/revocations')).body.rows.map(({ base }) => base.id)).toEqual([gone.number])
    const host = await town.as('host.carbon')
    const draft = (await host.opened('recognition')).id
    const found = (await host.check(draft)).findings.find(({ rule }) => rule === 'notBarred')
    expect(found).toMatchObject({ outcome: 'notMet', law: 'setting:application.banYears', because: { zh: expect.stringContaining('2030-02-01') } })
    const answer = await host.step(draft, 'submit', { commitments: true, signedBy: '王建国' })
    expect([answer.status, answer.body.refusals?.find(({ rule }) => rule === 'notBarred')?.law]).toEqual([422, 'setting:application.banYears'])
  })
})

describe('Art. 15, M15: leaving does the same', () => {
  let matter: Matter
  test('open matters and the year end with it; on the portal it has left on that day, and its certificate is void', async () => {
    const endorsed = await matters.endorsed(leaves, 'M08', { effectiveOn: '2027-08-01' })
    matter = await matters.step(await matters.prepared(leaves, 'M15', { effectiveOn: '2027-08-01' }), town.as('city.lead'), 'approveLeaving')
    town.on('2027-02-08')
    await matters.step(matter, town.as('city.officer'), 'openNotice')
    town.on('2027-02-19')
    await runSchedule(town.platform)
    // The clock took the notice down and sees every case.
    expect([await statusOf(matter.id), await statusOf(endorsed.id), await statusOf(assessed[1]?.id ?? '')]).toEqual(['left', 'ended', 'discontinued'])
    expect(await lastOf(endorsed.id)).toMatchObject({ reason: `中试基地已主动退出（${matter.number}）。` })
    expect((await appointed(leaves)).map(({ valid_to }) => valid_to)).toEqual(['2027-02-19'])
    expect(await revokes.verify(await revokes.certificateOf(leaves))).toMatchObject({ certificate: { status: 'void', statusSince: '2027-02-19' }, base: { status: 'left' }, because: { zh: '主动退出，2027-02-19 生效' }, law: 'Art. 15' })
    expect((await waiting(leaves))).toEqual([])
  })
  test('who left by itself may apply again', async () => {
    const host = await town.as('host.iron')
    const checked = await host.check((await host.opened('recognition')).id)
    expect(checked.findings.filter(({ rule }) => ['notBarred', 'reapplicationOpen'].includes(rule ?? '')).map(({ outcome }) => outcome)).toEqual(['met', 'met'])
  })
})

test('the base that stays is untouched: its grade is announced', async () => {
  await (await town.as('city.lead')).did(campaign, 'announceResults', { cases: [assessed[2]?.id] })
  expect((await (await town.as('city.officer')).detail(stays.base)).case.file).toMatchObject({ baseStatus: 'operating', grades: [{ year: 2026, grade: 'good' }] })
  expect((await appointed(stays)).map(({ valid_to }) => valid_to)).toEqual([null])
})

test('every chain holds, and the read tables come back equal from the entries', async () => {
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  const all = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await rowsOf<{ row: string }>(town.pools.jobs, sql`select to_jsonb(t)::text as row from ${sql.ref(table)} t order by 1`)).map(({ row }) => row)] as const)))
  const before = await all()
  const reader = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, where, day) => reader.rulesOf(tx, where, day) })
  expect(await all()).toEqual(before)
})
