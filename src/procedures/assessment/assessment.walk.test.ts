/** Years of several bases over HTTP and a real PostgreSQL: excellent, fair, poor twice, deferred, absent; and what each may see. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessed, assessing, type Assessing } from '../../../test/assessing.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { jurisdiction, openTown, type Town } from '../../../test/town.ts'
import { engines } from '../../engines.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { rulesReader } from '../../rules-in-force.ts'
import type { AssessmentCase } from './assessment.case.ts'
import { assessmentExamples as example } from './assessment.examples.ts'

let town: Town
let work: Casework
let on: Assessing
let carbon: Case, iron: Case, coke: Case
let campaign: string
let one: Assessed, two: Assessed, three: Assessed

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027, 2028)
  ;[carbon, iron, coke] = await on.bases(['carbon', 'iron', 'coke'], '2026-05-20') as [Case, Case, Case]
  town.on('2026-12-01')
  campaign = await on.campaign(2026)
  ;[one, two, three] = [await on.assessedOf(carbon, 2026), await on.assessedOf(iron, 2026), await on.assessedOf(coke, 2026)]
})
afterAll(() => town.close())

const fileAs = async (username: string, of: Assessed = one) => (await (await town.as(username)).detail(of.id)).case.file as unknown as AssessmentCase
const refusals = async (username: string, of: Assessed, step: string, data: object = {}) => { const { status, body } = await (await town.as(username)).step(of.id, step, { ...(example as Record<string, object>)[step], ...data }); return [status, ...(body.refusals ?? []).map(({ rule, code }) => rule ?? code)] }

describe('Art. 16: one act opens the assessment of every base', () => {
  test('a case each, told to base, host and county; a year is assessed once', async () => {
    const board = await on.board('city.officer', 2026)
    expect(board.rows.map(({ status, graded, dueOn }) => [status, graded, dueOn])).toEqual(Array(3).fill(['reporting', true, '2026-12-31']))
    expect(board).toMatchObject({ campaign: { status: 'open', window: { opensOn: '2026-12-01', closesOn: '2026-12-31', trueUpBy: '2027-01-20', resultBy: '2027-03-31' } }, cap: { assessed: 3, seats: 1, taken: 0 } })
    expect((await on.board('county.yuci', 2026)).rows.map(({ number }) => number)).toEqual(board.rows.filter(({ county }) => county === 'county.140702').map(({ number }) => number))
    expect((await (await town.as('director.carbon')).call<{ rows: { id: string; asks: { zh: string } }[] }>('GET', '/api/worklist')).body.rows).toMatchObject([{ id: one.id, asks: { zh: '填写并签署自评报告和下年度计划' } }])
    const again = await (await town.as('city.officer')).open('assessment-campaign', { year: 2026 })
    expect([again.status, again.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['oneCampaignAYear']])
  })
  test('spot checks were drawn at once, by the fingerprint of the opening, seen by the city alone', async () => {
    const { history, case: { file } } = await (await town.as('city.officer')).detail(campaign)
    const drawing = file.spot as { drawn: string[]; of: number; seed: string }
    expect([drawing.drawn.length, drawing.of, drawing.seed]).toEqual([1, 3, history.find(({ did }) => did === 'open')?.hash])
    for (const username of ['county.yuci', 'host.carbon', 'director.carbon']) expect((await (await town.as(username)).call('GET', `/api/cases/${campaign}`)).status).toBe(404)
  })
})

describe('Arts. 16, 17: the base reports, its host endorses, the county examines a sample', () => {
  test('figures come from the register and every one opens to its rows', async () => {
    const { figures } = (await (await town.as('director.carbon')).call<{ figures: { id: string; value: number; counted: { row: string; value: number }[] }[] }>('GET', `/api/cases/${one.id}/report`)).body
    for (const { id, value, counted } of figures.filter(({ id }) => id !== 'satisfaction' && id !== 'revenue' && id !== 'expenditure')) expect(counted.reduce((sum, row) => sum + row.value, 0), id).toBe(value)
    expect(figures.find(({ id }) => id === 'equipmentCount')?.value).toBeGreaterThan(0)
  })
  test('rows are kept in the register, and a contract that another base counts, too, is found: named to the city, only told to the county', async () => {
    const service = (id: string, rest: object) => ({ id, client: '晋中远驰汽车部件有限公司（演示）', place: '晋中', inCity: true, related: false, kind: 'process', pureTesting: false, project: `验证${id}`, contractNo: 'HT-2026-0081', amount: 20, received: 18.25, invoiceNo: `2614070${id}`, from: '2026-06-01', to: '2026-09-01', result: 'report', satisfaction: 4.6, ...rest })
    await (await town.as('director.carbon')).did(await work.baseOf(carbon), 'keepTable', { table: 'services', put: [service('w1', {}), service('w2', { contractNo: 'HT-2026-0082', related: true })], drop: [] })
    await (await town.as('director.coke')).did(await work.baseOf(coke), 'keepTable', { table: 'services', put: [service('w9', { contractNo: 'ht 2026 0081' })], drop: [] })
    const { figures } = (await (await town.as('director.carbon')).call<{ figures: { id: string; value: number; left: { row: string; because: { zh: string } }[] }[] }>('GET', `/api/cases/${one.id}/figures`)).body
    expect(figures.find(({ id }) => id === 'received')).toMatchObject({ value: 1825, left: [{ row: 'w2', because: { zh: '关联方' } }] })
  })
  test('an empty report is refused with every ground; nobody else signs', async () => {
    expect(await refusals('director.carbon', one, 'report')).toEqual([422, 'reportComplete', 'selfAssessmentFiled', 'reportAndPlanFiled', 'performanceEvidenced'])
    expect(await refusals('host.carbon', one, 'report')).toEqual([403, 'notYours'])
    expect(await refusals('director.iron', one, 'report')).toEqual([404])
  })
  test('signed, sent back, signed again, endorsed: a tenth is drawn by the endorsement itself, unknown to base and host', async () => {
    await on.reported(one)
    await on.did(one, 'host.carbon', 'sendBack')
    await on.did(one, 'director.carbon', 'report')
    await on.did(one, 'host.carbon', 'endorse')
    const { history } = await (await town.as('city.officer')).detail(one.id)
    const { sample, submissions } = await fileAs('county.yuci')
    expect(sample?.seed).toBe(history.find(({ did }) => did === 'endorse')?.hash)
    expect(sample?.drawn.length).toBe(Math.max(1, Math.ceil((submissions.at(-1)?.items ?? 0) / 10)))
    for (const username of ['host.carbon', 'director.carbon']) expect((await fileAs(username)).sample, username).toBeUndefined()
    expect((await fileAs('director.carbon')).submissions).toHaveLength(2)
  })
  test('the county returns it once with one list, answers every item drawn, and another person signs', async () => {
    await on.did(one, 'county.yuci', 'returnForSupplement')
    expect(await refusals('director.carbon', one, 'supplement', { answers: [] })).toEqual([422, 'demandsAnswered'])
    await on.did(one, 'director.carbon', 'supplement')
    await on.did(one, 'host.carbon', 'endorse')
    expect(await refusals('county.yuci', one, 'returnForSupplement')).toEqual([422, 'noticedOnce'])
    expect(await refusals('county.yuci', one, 'examine')).toEqual([422, 'sampleExamined'])
    expect(await refusals('county.yuci.lead', one, 'verify')).toEqual([422, 'truthOpinionGiven'])
    await on.verifies(one)
    expect((await fileAs('host.carbon')).verification).toMatchObject({ truth: 'true' })
  })
})

describe('setting:assess.photoDistance and the like: what was counted twice', () => {
  test('both places are told to the city; a county learns of another county only that there is one; the base nothing', async () => {
    await on.verified(three)
    const twins = async (username: string, of: Assessed) => (await (await town.as(username)).call<{ twins: { kind: string; other_name: string | null; other_year: number; same_base: boolean }[] }>('GET', `/api/cases/${of.id}/twins`)).body.twins
    expect(await twins('city.officer', one)).toMatchObject([{ kind: 'contract', other_name: expect.stringContaining('中试基地'), other_year: 2026, same_base: false }])
    expect(await twins('county.yuci', one)).toMatchObject([{ kind: 'contract', other_name: null, other_year: 2026, same_base: false }])
    expect((await (await town.as('director.carbon')).call('GET', `/api/cases/${one.id}/twins`)).status).toBe(403)
    expect((await (await town.as('county.taigu')).call('GET', `/api/cases/${one.id}/twins`)).status).toBe(404)
  })
})

describe('Art. 18: points, grades, notice', () => {
  test('points stand beside what was computed and stay with the city until announced', async () => {
    const points = await (await town.as('city.officer')).call<{ computed: Record<string, { points: number } | null> }>('GET', `/api/cases/${one.id}/points`)
    expect(points.body.computed['1.3']).toMatchObject({ points: 500 })
    expect(points.body.computed['2.3']).toBe(null)
    expect((await (await town.as('host.carbon')).call('GET', `/api/cases/${one.id}/points`)).status).toBe(404)
    expect(await refusals('city.officer', one, 'score', { items: [] })).toEqual([422, 'indicatorSheetComplete'])
    await on.scores(one, 0.9)
    for (const username of ['host.carbon', 'county.yuci']) expect((await fileAs(username)).score, username).toBe(null)
  })
  test('who reaches excellent is checked on the spot first; the cap holds; proposing and deciding are two people', async () => {
    expect(await refusals('city.officer', one, 'proposeGrade', { grade: 'excellent' })).toEqual([422, 'spotChecked'])
    await on.checksSpot(one)
    expect(await refusals('city.officer', one, 'proposeGrade', { grade: 'good' })).toEqual([422, 'gradeFollowsScore'])
    await on.did(one, 'city.officer', 'proposeGrade', { grade: 'excellent' })
    await on.verified(two)
    await on.scores(two, 0.95)
    await on.checksSpot(two)
    expect(await refusals('city.officer', two, 'proposeGrade', { grade: 'excellent' })).toEqual([422, 'excellentWithinCap'])
    await on.did(two, 'city.officer', 'rescore', { ...on.sheet(0.65), why: '抽查后调整。' })
    await on.did(two, 'city.officer', 'proposeGrade', { grade: 'fair' })
    await on.decides(three, 0.5, 'poor')
    await (await town.as('city.lead')).did(campaign, 'decideGrades', { cases: [one.id, two.id], minutes: example.decideGrade.minutes })
    expect((await on.board('city.lead', 2026)).rows.map(({ status, proposed, byScore }) => [status, proposed, byScore])).toEqual([['decided', 'excellent', 'excellent'], ['decided', 'fair', 'fair'], ['decided', 'poor', 'poor']])
    expect((await on.board('county.yuci', 2026)).rows.every(({ total, proposed }) => total === null && proposed === null)).toBe(true)
  })
  test('the public reads the grades row by row, and they enter the register when announced', async () => {
    await on.announces(campaign, [one, two, three], { notice: '2027-02-01', cleared: '2027-02-06' })
    const notices = (await town.anyone.call<{ past: { number: string; kind: string }[]; open: { number: string; kind: string }[] }>('GET', '/api/public/notices')).body
    const number = [...notices.open, ...notices.past].find(({ kind }) => kind === 'grade')?.number ?? ''
    const notice = (await town.anyone.call<{ items: { outcome: { zh: string } }[]; text: string[] }>('GET', `/api/public/notices/${number}`)).body
    expect(notice.items.map(({ outcome }) => outcome.zh)).toEqual(['优', '中', '差'])
    expect(notice.text.join('\n')).toContain('\t优')
    const base = await (await town.as('host.carbon')).detail(await work.baseOf(carbon))
    expect(base.case.file.grades).toMatchObject([{ year: 2026, outcome: 'graded', grade: 'excellent', case: one.id }])
    expect((await fileAs('host.carbon')).score?.total).toBe(9000)
  })
  test('a review is asked for in time, once, examined by one and concluded by another; nothing follows before', async () => {
    town.on('2027-02-10')
    await on.did(two, 'host.iron', 'requestReview')
    expect(await refusals('city.lead', two, 'dismissReview')).toEqual([422, 'reviewExamined'])
    expect(await refusals('city.officer', two, 'examineReview')).toEqual([422, 'reviewExaminedByAnother'])
    await on.did(two, 'city.officer2', 'examineReview')
    await on.did(two, 'city.lead', 'dismissReview')
    expect(await refusals('host.iron', two, 'requestReview')).toEqual([422, 'reviewedOnce'])
    expect(await refusals('host.carbon', one, 'commend')).toEqual([403, 'notYours', 'notNow'])
  })
  test('setting:assess.reviewDays: the day after, grades are final: commendation, talk, rectification on the base', async () => {
    await on.finalOn('2027-02-22')
    expect([(await fileAs('city.officer', one)).status, (await fileAs('city.officer', two)).status, (await fileAs('city.officer', three)).status]).toEqual(['concluded', 'concluded', 'rectifying'])
    await on.did(one, 'city.lead', 'commend')
    await on.did(two, 'county.taigu', 'recordTalk')
    expect(await refusals('city.officer', one, 'recordTalk')).toEqual([422, 'gradeIsFair'])
    expect((await (await town.as('city.officer')).detail(await work.baseOf(coke))).case.file).toMatchObject({ baseStatus: 'rectifying' })
    await on.did(three, 'director.coke', 'submitPlan')
    await on.did(three, 'city.officer', 'midCheck')
    expect(await refusals('city.officer', three, 'closeRectification')).toEqual([422, 'rectificationReady'])
    await on.did(three, 'director.coke', 'reportRectification')
    await on.did(three, 'city.officer', 'closeRectification')
    expect((await (await town.as('city.officer')).detail(await work.baseOf(coke))).case.file).toMatchObject({ baseStatus: 'operating' })
    await (await town.as('city.lead')).did(campaign, 'close')
  })
})

const revocations = (of: Assessed) => rowsOf<{ status: string; ground: string; facts: string }>(town.pools.jobs, sql`
  select r.status, e.body->'data'->>'ground' as ground, e.body->'data'->>'facts' as facts from revocation r join case_entry e on e.jurisdiction = r.jurisdiction and e.case_id = r.case_id and e.no = 1 where r.jurisdiction = ${jurisdiction} and r.base_id = ${of.base} order by r.number`)

describe('the year after', () => {
  test('last year stands beside the report; the plan is what it is measured by', async () => {
    town.on('2027-12-01')
    const next = await on.campaign(2027)
    const again = await on.assessedOf(coke, 2027)
    const last = (await (await town.as('director.coke')).call<{ before: { year: number }; plan: { id: string; planned: number }[] }>('GET', `/api/cases/${again.id}/last-year`)).body
    expect(last.before.year).toBe(2026)
    expect(last.plan.find(({ id }) => id === 'clients')?.planned).toBe(800)
    await on.decides(await on.verified(again), 0.4, 'poor')
    // What the authority acted on ends with 2027: the next is recorded before anything is signed.
    const basis = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于继续参照执行的决定（演示）', validTo: '2028-12-31' }, validFrom: '2028-01-01', basis: '局党组会议纪要（演示）' })
    await (await town.as('city.lead')).did(basis.id, 'sign')
    await on.announces(next, [again], { notice: '2028-01-10', cleared: '2028-01-17' })
    await on.finalOn('2028-02-01')
    expect((await fileAs('city.officer', again)).status).toBe('twicePoor')
    expect(await revocations(again)).toMatchObject([{ status: 'investigating', ground: 'Art. 18', facts: expect.stringContaining('2026、2027 年度') }])
  })
  test('Art. 19(3): deferral is approved by the lead; absence is stated after two delivered reminders and the question why', async () => {
    const [ironAgain, carbonAgain] = [await on.assessedOf(iron, 2027), await on.assessedOf(carbon, 2027)]
    await on.did(ironAgain, 'host.iron', 'requestDeferral')
    await on.did(ironAgain, 'city.lead', 'defer')
    expect((await (await town.as('city.officer')).detail(await work.baseOf(iron))).case.file.grades).toMatchObject([{ year: 2026 }, { year: 2027, outcome: 'deferred', grade: null }])
    await on.did(carbonAgain, 'city.officer', 'remind')
    expect(await refusals('city.officer', carbonAgain, 'remind')).toEqual([422, 'reminderDue'])
    await on.did(carbonAgain, 'director.carbon', 'acknowledgeReminder')
    expect(await refusals('city.lead', carbonAgain, 'stateAbsent')).toEqual([422, 'inquiryMade', 'absentWithoutCause'])
    town.on('2028-02-15')
    await on.did(carbonAgain, 'city.officer', 'remind')
    await on.did(carbonAgain, 'county.yuci', 'recordService', { servedOn: '2028-02-15' })
    await on.did(carbonAgain, 'city.officer', 'recordInquiry')
    town.on('2028-02-22')
    expect(await refusals('city.lead', carbonAgain, 'stateAbsent')).toEqual([422, 'absentWithoutCause'])
    town.on('2028-02-23')
    await on.did(carbonAgain, 'city.lead', 'stateAbsent')
    expect((await (await town.as('city.officer')).detail(await work.baseOf(carbon))).case.file.grades).toMatchObject([{ year: 2026, grade: 'excellent' }, { year: 2027, outcome: 'absent', grade: null }])
    expect(await revocations(carbonAgain)).toMatchObject([{ status: 'investigating', ground: 'Art. 19(3)', facts: expect.stringContaining('2028-02-15 送达') }])
    expect(await revocations(ironAgain)).toEqual([])
  })
  test('Art. 19(3): whoever has an excuse and asks for nothing is deferred by the lead once the time is over, and the year can be closed', async () => {
    // A year nobody else is left in: carbon and iron were assessed in 2027, coke is being revoked.
    town.on('2028-12-01')
    const year = await on.campaign(2028)
    const silent = await on.assessedOf(carbon, 2028)
    const leadHas = async () => (await (await town.as('city.lead')).call<{ rows: { id: string; asks: { zh: string }; law: string[] }[] }>('GET', '/api/worklist')).body.rows.find(({ id }) => id === silent.id)
    const closing = async () => (await (await town.as('city.lead')).step(year, 'close', {})).body.refusals?.map(({ reason }) => reason).join() ?? ''
    expect([await leadHas(), await refusals('city.lead', silent, 'deferExcused')]).toEqual([undefined, [422, 'excuseFound', 'reportingOver']])
    await on.did(silent, 'city.officer', 'recordInquiry', { facts: '停产整治，有主管部门的文件。', excused: 'yes' })
    expect(await leadHas()).toMatchObject({ asks: { zh: '期满未报送且有正当理由的，准予缓考' }, law: ['setting:assess.deferral'] })
    town.on('2028-12-31')
    expect(await refusals('city.lead', silent, 'deferExcused')).toEqual([422, 'reportingOver'])
    const number = (await (await town.as('city.officer')).detail(silent.id)).case.number
    expect(await closing()).toContain(number)
    // The authority acts on what it has recorded for the day.
    const basis = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于继续参照执行的决定（演示）', validTo: '2029-12-31' }, validFrom: '2029-01-01', basis: '局党组会议纪要（演示）' })
    await (await town.as('city.lead')).did(basis.id, 'sign')
    town.on('2029-01-02')
    await on.did(silent, 'city.lead', 'deferExcused')
    expect(await fileAs('host.carbon', silent)).toMatchObject({ status: 'deferred', deferral: { reason: '停产整治，有主管部门的文件。', outcome: { granted: true } } })
    expect((await (await town.as('city.officer')).detail(await work.baseOf(carbon))).case.file.grades).toMatchObject([{ year: 2026 }, { year: 2027 }, { year: 2028, outcome: 'deferred', grade: null }])
    expect((await (await town.as('host.carbon')).detail(silent.id)).papers.map(({ kind }) => kind)).toContain('deferral')
    expect([await leadHas(), (await closing()).includes(number)]).toEqual([undefined, false])
  })
  test('read tables are the same when they are built again from the entries', async () => {
    const tables = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await rowsOf<{ row: string }>(town.pools.jobs, sql`select to_jsonb(t)::text as row from ${sql.table(table)} t`)).map(({ row }) => row).sort()])))
    const before = await tables()
    expect((before.assessment as string[]).length).toBe(9)
    expect((before.assessment_mark as string[]).length).toBeGreaterThan(0)
    const rules = rulesReader()
    await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, city, day) => rules.rulesOf(tx, city, day) })
    expect(await tables()).toEqual(before)
  })
})
