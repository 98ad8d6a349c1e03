/** The assessments of the demo world: three years that are over, and the one that is under way with a base in each of several statuses. */
import type { Board } from '../procedures/assessment-campaign/assessment-campaign.routes.ts'
import { assessmentExamples as example } from '../procedures/assessment/assessment.examples.ts'
import type { Day } from '../kernel/day.ts'
import type { Grade } from '../regulation/jinzhong-2023/article-18-grades.ts'
import type { DemoKey } from './applications.ts'
import { picture, reused } from './picture.ts'
import { worksOfYear } from './world.works.ts'
import { type Came, signedByDirector, writesReport, type YearDays, yearOfDemo, type YearsWorld } from './world.years.ts'

/** Called on the first day of December worked, decided before the year ends, announced in the middle of January. */
const daysOf = (year: number, [notice, announced, final]: readonly [Day, Day, Day]): YearDays => ({
  called: `${year}-12-02`, kept: `${year}-12-04`, reported: `${year}-12-09`, verified: `${year}-12-16`, scored: `${year}-12-23`, decided: `${year}-12-26`, notice, announced, final,
})

export const yearsOfDemo: readonly { readonly year: 2023 | 2024 | 2025; readonly came: Came; readonly days: YearDays }[] = [
  { year: 2023, came: { carbon: { grade: 'good', share: 0.79 }, glassware: { grade: 'good', share: 0.74 }, fittings: { grade: 'fair', share: 0.66 } }, days: daysOf(2023, ['2024-01-08', '2024-01-15', '2024-01-24']) },
  { year: 2024, came: { carbon: { grade: 'excellent', share: 0.89 }, glassware: { grade: 'good', share: 0.76 }, fittings: 'deferred', gears: { grade: 'good', share: 0.73 }, anode: { grade: 'fair', share: 0.64 } }, days: daysOf(2024, ['2025-01-06', '2025-01-13', '2025-01-22']) },
  { year: 2025, came: { carbon: { grade: 'excellent', share: 0.92 }, glassware: { grade: 'fair', share: 0.62 }, fittings: { grade: 'poor', share: 0.52 }, gears: { grade: 'good', share: 0.78 }, anode: { grade: 'good', share: 0.75 } }, days: daysOf(2025, ['2026-01-05', '2026-01-12', '2026-01-21']) },
]

export async function assessedYear(world: YearsWorld, year: 2023 | 2024 | 2025) {
  const one = yearsOfDemo.find((of) => of.year === year)
  if (!one) return
  const { did } = await yearOfDemo(world, year, one.came, one.days)
  if (year !== 2025) return
  // The first poor year: rectified with plan, mid-check and report, accepted in September.
  const steps = [['2026-02-05', 'director.fittings', 'submitPlan'], ['2026-05-20', `county.${world.county('fittings')}`, 'midCheck'], ['2026-07-16', 'director.fittings', 'reportRectification'], ['2026-07-20', 'city.officer', 'closeRectification']] as const
  for (const [day, username, step] of steps) { world.on(day); await did('fittings', username, step, { ...(step === 'midCheck' && { checkedOn: day }) }) }
}

/** The year under way, opened early: reported, endorsed, returned, examined, put off, and not begun. */
export async function openYearOfDemo({ as, on, county, baseOf }: YearsWorld) {
  on('2026-11-16')
  const officer = await as('city.officer')
  const { id } = await officer.opened('assessment-campaign', { year: 2026, opensOn: '2026-11-16', note: '按第十六条组织 2026 年度考核，提前开放填报（演示）。' })
  await (await as('city.lead')).did(id, 'open')
  const { rows } = await officer.must('board', officer.call<Board>('GET', '/api/assessments?year=2026'))
  const caseOf = async (key: DemoKey) => { const base = await baseOf(key); return rows.find((one) => one.base === base)?.case ?? '' }
  const did = async (key: DemoKey, username: string, step: keyof typeof example, more: object = {}) => (await as(username)).did(await caseOf(key), step, { ...example[step], ...more })
  const reported = async (key: DemoKey, ownGrade: Grade, { estimated = false } = {}) => {
    await writesReport(await as(`director.${key}`), await caseOf(key), key, { year: 2026, ownGrade, estimated })
    await did(key, `director.${key}`, 'report', signedByDirector(key))
  }
  const endorsed = async (key: DemoKey, ownGrade: Grade, how: { estimated?: boolean } = {}) => { await reported(key, ownGrade, how); await did(key, `host.${key}`, 'endorse') }
  on('2026-11-20')
  for (const key of ['anode', 'engine', 'fittings'] as const) await worksOfYear(await as(`director.${key}`), await baseOf(key), key, 2026)
  // One photograph of another base comes back, smaller and as JPEG: the county is told of it.
  await (await as('director.anode')).attaches(await caseOf('anode'), 'A04', '现场照片（演示）.png', picture('after'))
  await (await as('director.fittings')).attaches(await caseOf('fittings'), 'A04', '服务现场（演示）.jpg', reused('after'))
  await endorsed('anode', 'good', { estimated: true })
  await endorsed('carbon', 'excellent')
  await endorsed('engine', 'good')
  await reported('fittings', 'fair')
  await did('engine', `county.${county('engine')}`, 'returnForSupplement', { items: [{ path: 'E', demand: '两份服务合同缺少到账凭证，请补充（演示）。' }] })
  const examiner = await as(`county.${county('anode')}`)
  const { sample } = (await examiner.detail(await caseOf('anode'))).case.file as { sample: { drawn: string[] } }
  await did('anode', `county.${county('anode')}`, 'examine', { items: sample.drawn.map((item) => ({ item, answer: 'agrees' })) })
  await did('anode', `county.${county('anode')}.lead`, 'verify')
  await did('needlecoke', 'host.needlecoke', 'requestDeferral', { reason: '安全暂停期间未开展中试，整改预计至次年二月（演示）。' })
}
