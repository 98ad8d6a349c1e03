/** Turns a year can take that its usual way does not: experts at the desk, December settled in January, silence, one seat too few, a list returned. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssessmentCase } from '../src/procedures/assessment/assessment.case.ts'
import { assessmentExamples as example } from '../src/procedures/assessment/assessment.examples.ts'
import { rowsOf, sql } from '../src/platform/query.ts'
import { verifyLog } from '../src/platform/verify-log.ts'
import { type Assessed, assessing, type Assessing } from './assessing.ts'
import { type Case, casework, type Casework, expertId } from './casework.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let work: Casework
let on: Assessing
let campaign = ''
let desk: Assessed, december: Assessed, silent: Assessed, late: Assessed
/** Of the pool, three who work for no institution of the base. */
let three: string[] = []

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027)
  const bases = await on.bases(['carbon', 'iron', 'coke', 'magnesium'], '2026-05-20')
  town.on('2026-12-01')
  campaign = await on.campaign(2026)
  ;[desk, december, silent, late] = await Promise.all(bases.map((of: Case) => on.assessedOf(of, 2026))) as [Assessed, Assessed, Assessed, Assessed]
  town.on('2026-12-20')
})
afterAll(() => town.close())

const fileAs = async (username: string, of: Assessed) => (await (await town.as(username)).detail(of.id)).case.file as unknown as AssessmentCase
const refusals = async (username: string, of: Assessed, step: string, data: object = {}) => { const { status, body } = await (await town.as(username)).step(of.id, step, { ...(example as Record<string, object>)[step], ...data }); return [status, ...(body.refusals ?? []).map(({ rule, code }) => rule ?? code)] }
type Points = { computed: Record<string, { points: number } | null>; desk: { item: string; points: number[]; mean: number }[]; notes: { expert: string }[] }
const pointsOf = async (username: string, of: Assessed) => (await town.as(username)).call<Points>('GET', `/api/cases/${of.id}/points`)

describe('setting:assess.deskExperts: what people judge is judged by experts, each sealed until all are opened', () => {
  const judged: { item: string; points: number; reason: string }[] = []
  test('no fewer than three, listed, none of the base; only a graded report that the county has verified', async () => {
    expect(await refusals('city.officer', desk, 'inviteExperts')).toEqual([409, 'notNow'])
    await on.verified(desk)
    expect(await refusals('city.officer', desk, 'closeDesk', { reasons: { deskExpertsHeard: '没有请专家。' } })).toEqual([409, 'notNow'])
    const hosts = (await fileAs('city.officer', desk)).base!.hosts.map(({ name }) => name)
    const pool = await rowsOf<{ person: string; employer: string | null }>(town.pools.jobs, sql`select person, employer from expert where available order by person`)
    three = pool.filter(({ employer }) => !hosts.includes(employer ?? '')).slice(0, 3).map(({ person }) => person.slice(2).replace('-', '.'))
    expect(await refusals('city.officer', desk, 'inviteExperts', { experts: three.slice(0, 2).map(expertId) })).toEqual([422, 'enoughDeskExperts'])
    expect(await refusals('city.officer', desk, 'inviteExperts', { experts: [...three.slice(0, 2).map(expertId), 'p-nobody'] })).toEqual([422, 'enoughDeskExperts'])
    expect(await refusals('city.officer', desk, 'inviteExperts', { experts: [three[0], three[0], three[1]].map((one) => expertId(one!)) })).toEqual([422, 'enoughDeskExperts'])
    const ofBase = pool.find(({ employer }) => hosts.includes(employer ?? ''))!.person
    expect(await refusals('city.officer', desk, 'inviteExperts', { experts: [...three.map(expertId), ofBase] })).toEqual([422, 'enoughDeskExperts'])
    expect((await (await town.as(three[0]!)).read(desk.id)).status).toBe(404)
    await on.did(desk, 'city.officer', 'inviteExperts', { experts: three.map(expertId) })
  })
  test('an expert reads the case and judges only what is judged, every item of it, once', async () => {
    const { computed } = (await pointsOf(three[0]!, desk)).body
    judged.push(...on.sheet(0.8).items.filter(({ item }) => !computed[item]).map((one) => ({ ...one, reason: '专家意见甲' })))
    expect([judged.length > 3, Object.values(computed).filter(Boolean).length > 3]).toEqual([true, true])
    expect(await refusals(three[0]!, desk, 'scoreDesk', { items: judged.slice(1) })).toEqual([422, 'indicatorSheetComplete'])
    expect(await refusals(three[0]!, desk, 'scoreDesk', { items: on.sheet(0.8).items })).toEqual([422, 'indicatorSheetComplete'])
    expect(await refusals('expert.30', desk, 'scoreDesk', { items: judged })).toEqual([404])
    await on.did(desk, three[0]!, 'scoreDesk', { items: judged })
    expect(await refusals(three[0]!, desk, 'scoreDesk', { items: judged })).toEqual([422, 'deskScoredOnce'])
    await on.did(desk, three[1]!, 'scoreDesk', { items: judged.map((one) => ({ ...one, points: Math.round(one.points * 50) / 100 })) })
  })
  test('sealed: neither city nor the other experts read a point, and host and county learn of nobody', async () => {
    for (const username of ['city.officer', 'city.lead', three[1]!, three[2]!]) expect([username, JSON.stringify(await (await town.as(username)).detail(desk.id)).includes('专家意见甲')]).toEqual([username, false])
    expect((await pointsOf('city.officer', desk)).body).toMatchObject({ desk: [], notes: [] })
    for (const username of ['director.carbon', 'host.carbon', 'county.yuci.lead']) { const told = JSON.stringify(await (await town.as(username)).detail(desk.id)); for (const name of [...three.map(expertId), '函评']) expect([username, name, told.includes(name)]).toEqual([username, name, false]) }
    expect(await refusals('city.officer', desk, 'score')).toEqual([422, 'deskClosedFirst'])
  })
  test('closed before all have judged with a reason; then the mean stands beside each item, and the experts are out', async () => {
    expect(await refusals('city.officer', desk, 'closeDesk')).toEqual([422, 'deskExpertsHeard'])
    await on.did(desk, 'city.officer', 'closeDesk', { reasons: { deskExpertsHeard: '一位专家出差，先行结束。' } })
    const { desk: means, notes } = (await pointsOf('city.officer', desk)).body
    expect(means.map(({ item }) => item).toSorted()).toEqual(judged.map(({ item }) => item).toSorted())
    for (const { item, points, mean } of means) expect([item, points.length, mean]).toEqual([item, 2, Math.round(points.reduce((sum, one) => sum + one * 100, 0) / 2) / 100])
    expect(new Set(notes.map(({ expert }) => expert)).size).toBe(2)
    expect(await refusals(three[2]!, desk, 'scoreDesk', { items: judged })).toEqual([404])
    await on.scores(desk, 0.9)
    await on.checksSpot(desk)
  })
})

describe('setting:assess.trueUpBy: December estimated is settled once, in January', () => {
  test('the estimate is told; nothing is scored before its time is over or it is settled', async () => {
    await on.verified(december, { estimated: true })
    expect(await refusals('city.officer', december, 'score', on.sheet(0.7))).toEqual([422, 'decemberSettled'])
    for (const username of ['host.iron', 'county.taigu', 'city.officer']) expect((await refusals(username, december, 'trueUpAtCity'))[0]).toBe(403)
    expect(await refusals('director.carbon', december, 'trueUpAtCity')).toEqual([404])
    expect(await refusals('director.coke', silent, 'trueUp')).toEqual([409, 'notNow'])
  })
  test('the register of January is frozen as a further version; the estimate stays beside it', async () => {
    town.on('2027-01-12')
    const service = { client: '太谷玛钢厂（演示）', place: '太谷', inCity: true, related: false, kind: 'process', pureTesting: false, project: '十二月完成的验证', amount: 12, received: 11.5, from: '2026-10-01', to: '2026-12-28', result: 'report' }
    await (await town.as('director.iron')).did(await work.baseOf(december.of), 'keepTable', { table: 'services', put: [{ id: 'dec', ...service }], drop: [] })
    // What is about to be signed is shown to the base as it is now, what was signed to everybody else as it was.
    const received = async (username: string, query = '') => (await (await town.as(username)).call<{ figures: { id: string; value: number }[] }>('GET', `/api/cases/${december.id}/report${query}`)).body.figures.find(({ id }) => id === 'received')?.value
    expect([await received('director.iron'), await received('director.iron', '?draft=1'), await received('city.officer', '?draft=1')]).toEqual([0, 1150, 0])
    const estimate = (await fileAs('director.iron', december)).submissions.at(-1)!
    await on.did(december, 'director.iron', 'trueUpAtCity')
    const { submissions, verification } = await fileAs('director.iron', december)
    expect(submissions.map(({ kind }) => kind)).toEqual(['report', 'trueUp'])
    expect([submissions[0]!.snapshot, submissions[0]!.figures.received, submissions[1]!.figures.received]).toEqual([estimate.snapshot, 0, 1150])
    // What the county has signed stands; nothing settles twice.
    expect(verification?.truth).toBe('true')
    expect(await refusals('director.iron', december, 'trueUpAtCity')).toEqual([422, 'estimateToSettle'])
    await on.scores(december, 0.75)
  })
  test('while the county still looks: what was examined before is examined anew; after the day with a reason', async () => {
    await on.examines(await on.endorsed(late, { estimated: true }))
    expect((await fileAs('city.officer', late)).examination).not.toBe(null)
    town.on('2027-01-21')
    expect(await refusals('director.magnesium', late, 'trueUp')).toEqual([422, 'trueUpInTime'])
    await on.did(late, 'director.magnesium', 'trueUp', { reasons: { trueUpInTime: '对账单一月二十日收到。' } })
    expect(await fileAs('city.officer', late)).toMatchObject({ status: 'endorsed', examination: null })
  })
})

describe('Art. 17(3): the county returns a report once, with one list', () => {
  test('a second list only for what the supplement itself caused; every item is answered; nothing else can be changed unasked', async () => {
    const [officer, director] = [await work.countyName(late.of, 'county.officer'), 'director.magnesium']
    const items = [{ path: 'E', demand: '补充到账凭证。' }, { path: 'F.accounts', demand: '说明专账核算。' }]
    await on.did(late, officer, 'returnForSupplement', { items })
    expect((await fileAs(director, late)).notices).toMatchObject([{ by: 'county', items: [{ no: 1 }, { no: 2 }], dueOn: expect.stringMatching(/^2027-/) }])
    expect(await refusals(director, late, 'supplement', { answers: [{ item: 1, answer: '已补充。' }] })).toEqual([422, 'demandsAnswered'])
    expect(await refusals(director, late, 'supplement', { answers: [{ item: 1, answer: '已补充。' }, { item: 2, answer: '' }] })).toEqual([422, 'demandsAnswered'])
    await on.did(late, director, 'supplement', { answers: [{ item: 1, answer: '已补充。' }, { item: 2, answer: '已说明。' }] })
    await on.did(late, 'host.magnesium', 'endorse')
    expect(await refusals(officer, late, 'returnForSupplement', { items })).toEqual([422, 'noticedOnce'])
    await on.did(late, officer, 'returnForSupplement', { items: items.slice(0, 1), causedBySupplement: true })
    await on.did(late, director, 'supplement', { answers: [{ item: 1, answer: '已更正。' }] })
    await on.did(late, 'host.magnesium', 'endorse')
    await on.verifies(late)
    await on.scores(late, 0.95)
    await on.checksSpot(late)
  })
})

describe('setting:grade.excellentCap: seats for excellent', () => {
  const propose = (of: Assessed, grade: string) => refusals('city.officer', of, 'proposeGrade', { grade, reasons: { gradeFollowsScore: '优的名额已满。' } })
  test('four assessed give one seat; it is taken when it is proposed, and free again when that is returned', async () => {
    expect((await on.board('city.officer', 2026)).cap).toMatchObject({ assessed: 4, seats: 1, taken: 0 })
    expect(await propose(desk, 'excellent')).toEqual([200])
    expect(await propose(late, 'excellent')).toEqual([422, 'excellentWithinCap'])
    await on.did(desk, 'city.lead', 'returnProposal')
    expect((await on.board('city.officer', 2026)).cap).toMatchObject({ taken: 0 })
    expect(await propose(late, 'excellent')).toEqual([200])
    expect(await propose(desk, 'excellent')).toEqual([422, 'excellentWithinCap'])
    await on.did(late, 'city.lead', 'returnProposal')
  })
  test('all in one act or none: two excellent on one seat leave nothing behind', async () => {
    const rows = [{ case: desk.id, grade: 'excellent', opinion: '拟评优。' }, { case: late.id, grade: 'excellent', opinion: '拟评优。' }]
    const answer = await (await town.as('city.officer')).step(campaign, 'proposeGrades', { rows })
    expect([answer.status, answer.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['excellentWithinCap']])
    expect((await on.board('city.officer', 2026)).rows.map(({ proposed }) => proposed)).toEqual([null, null, null, null])
    await (await town.as('city.officer')).did(campaign, 'proposeGrades', { rows: [rows[0], { ...rows[1], grade: 'good', reason: '优的名额已满。' }] })
    await (await town.as('city.lead')).did(campaign, 'decideGrades', { cases: [desk.id, late.id], minutes: example.decideGrade.minutes })
  })
  test('a review does not make a second excellent either', async () => {
    await on.announces(campaign, [desk, late], { notice: '2027-01-25', cleared: '2027-02-01' })
    await on.did(late, 'host.magnesium', 'requestReview')
    await on.did(late, 'city.officer2', 'examineReview', { recommends: 'uphold' })
    expect(await refusals('city.lead', late, 'upholdReview', { grade: 'excellent' })).toEqual([422, 'excellentWithinCap'])
    expect(await refusals('city.lead', late, 'upholdReview', { grade: 'good' })).toEqual([422, 'gradeChanges'])
    await on.did(late, 'city.lead', 'dismissReview')
  })
})

describe('Art. 19(3): absent only after two written reminders with proof of delivery', () => {
  const remind = () => on.did(silent, 'city.officer', 'remind')
  test('a reminder is served between the day it was written and today; without proof it does not run', async () => {
    await remind()
    for (const servedOn of ['2027-01-31', '2027-02-02']) expect([servedOn, await refusals('city.officer', silent, 'recordService', { servedOn })]).toEqual([servedOn, [422, 'servedAfterWriting']])
    town.on('2027-03-01')
    expect(await refusals('city.officer', silent, 'remind')).toEqual([422, 'reminderDue'])
    expect((await fileAs('city.officer', silent)).reminders).toMatchObject([{ delivered: null, dueOn: null }])
    await on.did(silent, 'city.officer', 'recordInquiry')
    expect(await refusals('city.lead', silent, 'stateAbsent')).toEqual([422, 'absentWithoutCause'])
    await on.did(silent, await work.countyName(silent.of, 'county.officer'), 'recordService', { servedOn: '2027-02-26' })
    expect((await fileAs('host.coke', silent)).reminders).toMatchObject([{ delivered: { on: '2027-02-26', how: 'handed' }, dueOn: '2027-03-09' }])
  })
  test('the second counts from its own delivery; its last day still belongs to the base, and whoever reports on it took part', async () => {
    town.on('2027-03-10')
    await remind()
    await on.did(silent, 'director.coke', 'acknowledgeReminder')
    town.on('2027-03-17')
    expect(await refusals('city.lead', silent, 'stateAbsent')).toEqual([422, 'absentWithoutCause'])
    await on.reported(silent)
    town.on('2027-03-18')
    expect(await refusals('city.lead', silent, 'stateAbsent')).toEqual([409, 'notNow'])
    expect(await rowsOf(town.pools.jobs, sql`select 1 from revocation`)).toEqual([])
    // Late is counted: eleven weeks are eleven steps of five working days.
    await on.did(silent, 'host.coke', 'endorse')
    await on.verifies(silent)
    expect((await pointsOf('city.officer', silent)).body).toMatchObject({ late: 11 })
    expect(await refusals('city.officer', silent, 'score', { ...on.sheet(0.7), deductions: example.score.deductions.map(({ id }) => ({ id, count: 0 })) })).toEqual([422, 'indicatorSheetComplete'])
    await on.did(silent, 'city.officer', 'score', { ...on.sheet(0.7), deductions: example.score.deductions.map(({ id }) => ({ id, count: id === 'late' ? 11 : 0 })) })
  })
  test('every chain holds', async () => expect((await verifyLog(town.pools.jobs)).faults).toEqual([]))
})
