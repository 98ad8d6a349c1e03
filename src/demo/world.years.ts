/** Years of the demo bases, assessed by the people whose steps they are: from the call to what follows on a grade. */
import type { Board, BoardRow } from '../procedures/assessment-campaign/assessment-campaign.routes.ts'
import { assessmentExamples as example } from '../procedures/assessment/assessment.examples.ts'
import type { Day } from '../kernel/day.ts'
import type { Grade } from '../regulation/jinzhong-2023/article-18-grades.ts'
import { indicatorItems } from '../settings/assessment-indicators-2026.ts'
import type { DemoKey } from './applications.ts'
import { demoEvidence, demoReport } from './assessment-report.ts'
import type { Client } from './client.ts'
import { plainPdf } from './pdf.ts'
import { signedBy } from './people.ts'
import { worksOfYear } from './world.works.ts'
import type { World } from './world.inspections.ts'

type Step = keyof typeof example
/** What a base came to; `deferred`: the year was put off. */
export type Came = { readonly [Key in DemoKey]?: { readonly grade: Grade; readonly share: number } | 'deferred' }
/** `year` is assessed by the end of it, its result announced in the January after. */
export type YearDays = { called: Day; kept: Day; reported: Day; verified: Day; scored: Day; decided: Day; notice: Day; announced: Day; final: Day }
export type YearsWorld = World & { passes: () => Promise<unknown> }

/** Writes the report with the two files every report has. */
export async function writesReport(director: Client, id: string, key: DemoKey, { year, ownGrade, estimated = false }: { year: number; ownGrade: Grade; estimated?: boolean }) {
  await director.fills(id, demoReport({ year, name: '本基地', ownGrade, estimated }))
  for (const { attachment, name } of demoEvidence) await director.attaches(id, attachment, name, plainPdf(['DEMO', attachment, key, String(year)]))
}

/** The director of that very base signs for it. */
export const signedByDirector = (key: DemoKey) => ({ signedBy: signedBy(`director.${key}`) })

/** A share of every indicator's points, each with its reason. */
const sheetOf = (share: number) => ({
  ...example.score, items: indicatorItems.map(({ id, points }) => ({ item: id, points: Math.round(points * share * 100) / 100, reason: '据档案登记、佐证和核实情况评定（演示）。' })),
  deductions: example.score.deductions.map((one) => ({ ...one, reason: '没有该项情形（演示）。' })),
})

export async function yearOfDemo({ as, on, county, baseOf, passes }: YearsWorld, year: number, came: Came, days: YearDays) {
  const keys = Object.keys(came) as DemoKey[]
  const officer = await as('city.officer')
  const lead = await as('city.lead')
  const minutes = (number: number, heldOn: Day) => ({ number: `局务会纪要〔${heldOn.slice(0, 4)}〕${number}号（演示）`, heldOn })
  on(days.called)
  const { id: campaign } = await officer.opened('assessment-campaign', { year, note: `按第十六条组织 ${year} 年度考核（演示）。` })
  await lead.did(campaign, 'open')
  const rowOf = new Map<DemoKey, BoardRow>()
  const { rows } = await officer.must('board', officer.call<Board>('GET', `/api/assessments?year=${year}`))
  for (const key of keys) { const base = await baseOf(key); const row = rows.find((one) => one.base === base); if (row) rowOf.set(key, row) }
  const caseOf = (key: DemoKey) => rowOf.get(key)?.case ?? ''
  const did = async (key: DemoKey, username: string, step: Step, more: object = {}) => (await as(username)).did(caseOf(key), step, { ...example[step], ...more })
  const graded = keys.flatMap((key) => { const one = came[key]; return one && one !== 'deferred' ? [{ key, ...one }] : [] })

  on(days.kept)
  for (const key of keys) await worksOfYear(await as(`director.${key}`), await baseOf(key), key, year)
  for (const key of keys) if (came[key] === 'deferred') {
    await did(key, `host.${key}`, 'requestDeferral', { reason: '因供热管网改造，按要求停产至次年三月（演示）。' })
    on(days.verified)
    await did(key, 'city.lead', 'defer', { reason: '停产属实，同意缓考一年（演示）。' })
  }
  on(days.reported)
  for (const { key, grade } of graded) {
    const director = await as(`director.${key}`)
    await writesReport(director, caseOf(key), key, { year, ownGrade: grade === 'poor' ? 'fair' : grade })
    await did(key, `director.${key}`, 'report', signedByDirector(key))
    await did(key, `host.${key}`, 'endorse')
  }
  on(days.verified)
  for (const { key } of graded) {
    const examiner = await as(`county.${county(key)}`)
    const { sample } = (await examiner.detail(caseOf(key))).case.file as { sample: { drawn: string[] } }
    await examiner.did(caseOf(key), 'examine', { ...example.examine, items: sample.drawn.map((item) => ({ item, answer: 'agrees' })) })
    await did(key, `county.${county(key)}.lead`, 'verify')
  }
  on(days.scored)
  for (const { key, share, grade } of graded) {
    await did(key, 'city.officer', 'score', sheetOf(share))
    if (rowOf.get(key)?.spot === 'drawn' || grade === 'excellent' || grade === 'poor') await did(key, 'city.officer', 'recordSpotCheck', { ...example.recordSpotCheck, visitedOn: days.scored, findings: '核对合同三份、设备十台，与报告一致（演示）。' })
  }
  await officer.did(campaign, 'proposeGrades', { rows: graded.map(({ key, grade }) => ({ case: caseOf(key), grade, opinion: '按指标得分和核实情况拟定（演示）。' })) })
  on(days.decided)
  await lead.did(campaign, 'decideGrades', { cases: graded.map(({ key }) => caseOf(key)), minutes: minutes(20, days.decided) })
  on(days.notice)
  await officer.did(campaign, 'openNotice', { cases: graded.map(({ key }) => caseOf(key)), title: `关于${year}年度中试基地考核结果的公示（演示）` })
  on(days.announced)
  await passes()
  await lead.did(campaign, 'announceResults', { cases: graded.map(({ key }) => caseOf(key)) })
  on(days.final)
  await passes()
  for (const { key, grade } of graded) {
    if (grade === 'excellent') await did(key, 'city.lead', 'commend', { text: `${year} 年度服务企业多、佐证完整，予以通报表扬（演示）。` })
    if (grade === 'fair') await did(key, `county.${county(key)}`, 'recordTalk', { ...example.recordTalk, heldOn: days.final })
  }
  await lead.did(campaign, 'close')
  return { campaign, caseOf, did }
}
