/** The papers of a year over HTTP: opened as PDF/A and as Word, with the facts of the file in them, for whom they are and for nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessed, assessing, type Assessing } from '../../../test/assessing.ts'
import { type Case, casework, type Casework, tokenOf } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { textOfWord } from '../../../test/word-text.ts'
import type { PaperInfo } from '../../contract.ts'
import { engines } from '../../engines.ts'
import { longDate, type Paper } from '../../platform/papers/paper.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import type { AssessmentCase } from './assessment.case.ts'
import { assessmentExamples as example } from './assessment.examples.ts'

let town: Town
let work: Casework
let on: Assessing
let campaign: string
let best: Assessed, fair: Assessed, poor: Assessed, silent: Assessed

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027, 2028)
  const bases = await on.bases(['carbon', 'iron', 'coke', 'gears'], '2026-05-20') as [Case, Case, Case, Case]
  town.on('2026-12-01')
  campaign = await on.campaign(2026)
  const assessed: Assessed[] = []
  for (const one of bases) assessed.push(await on.assessedOf(one, 2026))
  ;[best, fair, poor, silent] = assessed as [Assessed, Assessed, Assessed, Assessed]
})
afterAll(() => town.close())

const papersOf = async (who: string, id: string) => (await (await town.as(who)).call<{ rows: PaperInfo[] }>('GET', `/api/cases/${id}/papers`)).body.rows ?? []
const kinds = async (who: string, id: string) => (await papersOf(who, id)).map(({ kind }) => kind)
const bytes = async (who: string, id: string, file: string) => town.app.inject({ method: 'GET', url: `/api/cases/${id}/papers/${file}`, cookies: { zs: await tokenOf(town, who) } })
const factsOf = async (id: string, paper: string) => (await rowsOf<{ facts: Paper }>(town.pools.jobs, sql`select facts from paper where case_id = ${id} and id = ${paper}`))[0]?.facts as Paper
const fileOf = async (of: Assessed) => (await (await town.as('city.officer')).detail(of.id)).case.file as unknown as AssessmentCase

/** Opened both ways: what the Word file says is read out of its archive, the PDF is PDF/A-2b. */
async function opened(who: string, id: string, kind: string): Promise<{ paper: PaperInfo; facts: Paper; says: string }> {
  const paper = (await papersOf(who, id)).findLast((one) => one.kind === kind)
  if (!paper) throw new Error(`${who} has no ${kind}`)
  const [pdf, word] = [await bytes(who, id, `${paper.id}.pdf`), await bytes(who, id, `${paper.id}.docx`)]
  expect([pdf.statusCode, word.statusCode], kind).toEqual([200, 200])
  expect(pdf.rawPayload.toString('latin1'), kind).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</)
  return { paper, facts: await factsOf(id, paper.id), says: textOfWord(word.rawPayload) }
}

describe('Art. 16: the year is called', () => {
  test('a circular to all with every base on it, and a letter to each', async () => {
    const { facts, says } = await opened('city.lead', campaign, 'call')
    expect([facts.form, facts.openness]).toEqual(['document', 'open'])
    expect(facts.number).toMatch(/^市科字〔2026〕\d+号$/)
    for (const { base } of [best, fair, poor, silent]) expect(says).toContain(base)
    expect(says).toContain('2026年12月1日至2026年12月31日')
    const letter = await opened('director.coke', poor.id, 'call')
    expect(letter.facts.number).toMatch(/^KT-2026-\d{4}$/)
    expect(letter.says).toContain(facts.number as string)
    expect(letter.says).toContain('本年度定档')
  })
})

describe('Art. 17(3): the county', () => {
  test('what is asked is told once, as a list', async () => {
    await on.endorsed(best)
    await on.did(best, 'county.yuci', 'returnForSupplement')
    const { says, facts } = await opened('director.carbon', best.id, 'supplement')
    expect(facts.issuer).not.toBe((await factsOf(best.id, (await papersOf('host.carbon', best.id)).find(({ kind }) => kind === 'call')?.id ?? '')).issuer)
    expect(says).toContain(example.returnForSupplement.items[0]?.demand)
    expect(says).toContain(longDate((await fileOf(best)).notices.at(-1)?.dueOn ?? ''))
    await on.did(best, 'director.carbon', 'supplement')
    await on.did(best, 'host.carbon', 'endorse')
    await on.verifies(best)
    await on.verified(fair)
    await on.verified(poor)
  })
  test('its opinion names every item that was drawn, for county and city alone', async () => {
    const { sample, examination } = await fileOf(best)
    const { says, facts } = await opened('county.yuci.lead', best.id, 'truthOpinion')
    expect(sample?.drawn.length).toBeGreaterThan(0)
    for (const item of sample?.drawn ?? []) expect(says).toContain(sample?.labels[item])
    for (const told of [sample?.seed ?? '?', examination?.opinion ?? '?', examination?.byName ?? '?', '属实']) expect(says).toContain(told)
    const table = facts.blocks.find((block) => block.is === 'checklist')
    expect(table?.rows.map(({ answer }) => answer)).toEqual(sample?.drawn.map(() => 0))
    for (const who of ['director.carbon', 'host.carbon', 'expert.01']) {
      expect(await papersOf(who, best.id), who).not.toContainEqual(expect.objectContaining({ kind: 'truthOpinion' }))
      expect((await bytes(who, best.id, `${(await papersOf('city.officer', best.id)).find(({ kind }) => kind === 'truthOpinion')?.id}.pdf`)).statusCode, who).toBe(404)
    }
  })
})

describe('setting:assess.reminders: silence is answered in writing', () => {
  test('each reminder says which it is, by when, and what follows', async () => {
    town.on('2027-01-04')
    await on.did(silent, 'city.officer', 'remind')
    await on.did(silent, 'director.gears', 'acknowledgeReminder')
    const { facts, says } = await opened('host.gears', silent.id, 'reminder')
    expect(facts.number).toMatch(/^CB-2027-\d{4}$/)
    for (const told of ['催报通知书（第一次）', '应于2026年12月31日前报送', example.remind.text, '7个工作日', '第十九条（三）']) expect(says, told).toContain(told)
  })
  test('who asks for a deferral has an answer; who is absent reads every reminder, the question why and the remedies', async () => {
    await on.did(silent, 'host.gears', 'requestDeferral')
    await on.did(silent, 'city.lead', 'declineDeferral')
    const answer = await opened('director.gears', silent.id, 'deferral')
    for (const told of ['不予缓考', example.requestDeferral.reason, example.declineDeferral.reason]) expect(answer.says).toContain(told)
    town.on('2027-01-14')
    const county = await work.countyName(silent.of, 'county.officer')
    await on.did(silent, county, 'remind')
    await on.did(silent, county, 'recordService', { servedOn: '2027-01-14' })
    await on.did(silent, 'city.officer', 'recordInquiry')
    town.on('2027-01-25')
    await on.did(silent, 'city.lead', 'stateAbsent')
    const { says, facts } = await opened('host.gears', silent.id, 'absence')
    for (const { on: sent, delivered, dueOn } of (await fileOf(silent)).reminders) for (const day of [sent, delivered?.on ?? '', dueOn ?? '']) expect(says).toContain(longDate(day))
    for (const told of [example.recordInquiry.facts, example.stateAbsent.text, example.stateAbsent.minutes.number]) expect(says).toContain(told)
    expect(facts.remedies).toMatch(/行政诉讼/)
  })
})

describe('Art. 18: the grade', () => {
  test('score table and decision say every point and who decided; until it is announced they are the city’s', async () => {
    await on.decides(best, 0.9, 'excellent')
    await on.decides(fair, 0.65, 'fair')
    await on.decides(poor, 0.5, 'poor')
    const { score, decision } = await fileOf(best)
    const table = await opened('city.officer', best.id, 'scoreTable')
    const rows = table.facts.blocks.find((block) => block.is === 'table')?.rows ?? []
    expect(rows.slice(0, -1).map((row) => Math.round(Number(row[4]) * 100))).toEqual(score?.items.map(({ points }) => Math.round(points * 100)))
    expect(rows.at(-1)?.[4]).toBe('90.00')
    expect(table.says).toContain(example.proposeGrade.opinion)
    const decided = await opened('city.lead', best.id, 'gradeDecision')
    for (const told of [decision?.minutes.number ?? '?', '定为“优”', '90.00']) expect(decided.says).toContain(told)
    for (const who of ['director.carbon', 'host.carbon', 'county.yuci']) expect((await kinds(who, best.id)).filter((kind) => ['scoreTable', 'gradeDecision'].includes(kind)), who).toEqual([])
  })
  test('the circular lists the grades, best first, with no points and no person; each base is told its own', async () => {
    await on.announces(campaign, [poor, best, fair], { notice: '2027-02-01', cleared: '2027-02-06' })
    const { facts, says } = await opened('city.officer', campaign, 'circular')
    const rows = facts.blocks.find((block) => block.is === 'table')?.rows ?? []
    expect(rows.map((row) => row.at(-1))).toEqual(['优', '中', '差'])
    expect(says).toContain('优1家，良0家，中1家，差1家')
    expect(says).toContain('予以通报表扬')
    expect(says).not.toMatch(/90\.00|65\.00|50\.00/)
    const { announcement } = await fileOf(fair)
    expect(announcement?.documentNo).toBe(facts.number)
    const told = await opened('director.iron', fair.id, 'resultNotice')
    for (const fact of ['结果为“中”', '65.00分', longDate(announcement?.reviewBy ?? ''), facts.number as string]) expect(told.says).toContain(fact)
    // Another county does not find the case.
    expect(await kinds('county.taigu', best.id)).toEqual([])
  })
  test('the answer to a review says facts, conclusion and remedies', async () => {
    town.on('2027-02-10')
    await on.did(fair, 'host.iron', 'requestReview')
    await on.did(fair, 'city.officer2', 'examineReview')
    await on.did(fair, 'city.lead', 'dismissReview')
    const { says, facts } = await opened('host.iron', fair.id, 'reviewAnswer')
    for (const told of [example.requestReview.grounds, example.examineReview.findings, example.dismissReview.text, '维持考核结果“中”']) expect(says).toContain(told)
    expect(facts.remedies).toMatch(/60日内.*行政复议/)
  })
})

describe('what follows', () => {
  test('excellent is praised with a document of its own and stands first for the province', async () => {
    await on.finalOn('2027-02-22')
    await on.did(best, 'city.lead', 'commend')
    const { facts, says } = await opened('host.carbon', best.id, 'commendation')
    expect(facts).toMatchObject({ form: 'document', openness: 'open', number: expect.stringMatching(/^市科字〔2027〕\d+号$/) })
    expect(says).toContain('省级中试基地推荐优先名单')
    expect((await fileOf(best)).commendation).toMatchObject({ recommend: true, documentNo: facts.number })
  })
  test('fair is talked to, on record', async () => {
    await on.did(fair, 'county.taigu', 'recordTalk')
    const { says } = await opened('director.iron', fair.id, 'talkRecord')
    for (const told of [example.recordTalk.record, example.recordTalk.with, '2027年4月12日', '中（65.00分）']) expect(says).toContain(told)
  })
  test('poor is told what to put right and by when; the early-warning file is for county and city', async () => {
    const { rectification, score } = await fileOf(poor)
    const { says, facts } = await opened('director.coke', poor.id, 'rectificationNotice')
    for (const told of [longDate(rectification?.planBy ?? ''), longDate(rectification?.dueOn ?? ''), '50.00分']) expect(says).toContain(told)
    expect(facts.number).toMatch(/^ZK-2027-\d{4}$/)
    const weakest = facts.blocks.find((block) => block.is === 'table')?.rows[0]
    expect(weakest?.[0]).toMatch(/^4\.1 /)
    expect(score?.items.find(({ item }) => item === '4.1')?.points).toBe(5)
    const warning = await opened('county.lingshi', poor.id, 'warningFile')
    expect(warning.says).toContain('2026年度为差')
    expect(await kinds('director.coke', poor.id)).not.toContain('warningFile')
  })
  test('the end of a rectification is a paper too', async () => {
    await on.did(poor, 'director.coke', 'submitPlan')
    await on.did(poor, 'county.lingshi', 'midCheck')
    await on.did(poor, 'director.coke', 'reportRectification')
    await on.did(poor, 'city.lead', 'failRectification')
    expect((await opened('director.coke', poor.id, 'notRectified')).says).toContain(example.failRectification.opinion)
    await on.did(poor, 'city.officer', 'closeRectification')
    const { says } = await opened('host.coke', poor.id, 'rectified')
    for (const told of [example.submitPlan.plan, example.midCheck.findings, example.reportRectification.report, example.closeRectification.opinion]) expect(says).toContain(told)
  })
})

test('a paper that was changed is found', async () => {
  expect((await verifyLog(town.pools.jobs, { engines })).faults).toEqual([])
  await town.pools.owner.query(`update paper set facts = jsonb_set(facts, '{title}', '"改过"') where case_id = $1 and kind = 'resultNotice'`, [fair.id])
  expect((await verifyLog(town.pools.jobs, { engines, only: fair.id })).faults).toMatchObject([{ what: expect.stringContaining('文书') }])
})
