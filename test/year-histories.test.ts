/**
 * Twenty bases through three years over HTTP and a real PostgreSQL: everything drawn by a seed, every step taken by whoever takes it. What
 * comes of it is what comes of it without the database, and what the text says.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '../src/app.ts'
import { afterWorkingDays, type Calendar, nextWorkingDay, plusDays, weekday } from '../src/kernel/day.ts'
import { assessmentExamples as example } from '../src/procedures/assessment/assessment.examples.ts'
import { revocationExamples } from '../src/procedures/revocation/revocation.examples.ts'
import { rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { verifyLog } from '../src/platform/verify-log.ts'
import { settingsOn } from '../src/settings/settings.ts'
import { type Assessed, assessing, type Assessing } from './assessing.ts'
import { type Case, casework, type Casework } from './casework.ts'
import { type Act, actsOf, type History, historyOf, onWorkdays } from './histories.ts'
import { lived } from './histories.lived.ts'
import { type Counting, type Expected, lawOf } from './histories.naive.ts'
import { demoKeys, jurisdiction, openTown, type Town } from './town.ts'

const [from, years] = [2026, 3]
/** The calendars the town publishes: Saturdays, Sundays and New Year. */
const calendar: Calendar = Array.from({ length: 8 }, (_, at) => ({ year: from + at, off: [`${from + at}-01-01`], work: [], source: '演示' }))
const settings = settingsOn('2026-12-01', [])
const counting: Counting = {
  due: (day, days) => afterWorkingDays(calendar, day, days).day, next: (day) => plusDays(day, 1), reviewDays: settings['assess.reviewDays'], reminderDays: [settings['assess.firstReminderDays'], settings['assess.secondReminderDays']],
}
/** Everything happens on Mondays that are working days: the clock comes by less often. */
const onMonday = (day: string) => nextWorkingDay(calendar, plusDays(day, (8 - weekday(day)) % 7)).day
const keys = demoKeys.slice(0, 20)
type Living = { of: Case; base: string; history: History; acts: Act[]; next: number; closed: number }
const living: Living[] = []
let town: Town
let work: Casework
let on: Assessing

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(...calendar.map(({ year }) => year).filter((year) => year > from))
  const basis = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于继续参照执行的决定（演示）', validTo: '2033-12-31' }, validFrom: '2028-01-01', basis: '局党组会议纪要（演示）' })
  await (await town.as('city.lead')).did(basis.id, 'sign')
  // Ten before one panel at a time.
  const cases: Case[] = []
  for (const [at, by] of ['2026-05-20', '2026-06-03'].entries()) cases.push(...await on.bases(keys.slice(at * 10, at * 10 + 10), by))
  for (const [at, of] of cases.entries()) {
    const history = onWorkdays(historyOf(at + 1, { from, years, tail: 400, plain: true }), onMonday)
    living.push({ of, base: await work.baseNumberOf(of), history, acts: actsOf(history), next: 0, closed: 0 })
  }
}, 600_000)
afterAll(() => town.close())

const campaigns = new Map<number, string>()
const shares = { excellent: 0.9, good: 0.78, fair: 0.65, poor: 0.5 } as const

/** Some of it is refused, as in the history: the answer is not looked at where the law has to say no. */
const tries = async (one: Assessed, username: string, step: string, data: object = {}) => (await (await town.as(username)).step(one.id, step, { ...(example as Record<string, object>)[step], ...data })).status === 200
async function does({ of }: Living, act: Act) {
  const one = await on.assessedOf(of, act.year)
  const lead = await town.as('city.lead')
  const campaign = campaigns.get(act.year) ?? ''
  switch (act.does) {
    case 'open': case 'file': case 'clear': return
    case 'askDeferral': return tries(one, `director.${of.key}`, 'requestDeferral')
    case 'defer': return tries(one, 'city.lead', 'defer')
    case 'remind': return tries(one, 'city.officer', 'remind')
    case 'deliver': return tries(one, await work.countyName(of, 'county.officer'), 'recordService', { servedOn: act.on })
    case 'inquire': return tries(one, 'city.officer', 'recordInquiry', { excused: act.excused ? 'yes' : 'no' })
    case 'stateAbsent': return tries(one, 'city.lead', 'stateAbsent')
    case 'grade': {
      const first = (await work.statusOf(one.id)) === 'reporting'
      if (first) await on.checksSpot(await on.scores(await on.verified(one), shares[act.grade]))
      else await on.did(one, 'city.officer', 'rescore', { ...on.sheet(shares[act.grade]), why: '重新评定。' })
      await on.did(one, 'city.officer', 'proposeGrade', { grade: act.grade, reasons: { gradeFollowsScore: '重新评定。' } })
      await on.did(one, 'city.lead', 'decideGrade')
      return (await town.as('city.officer')).did(campaign, 'openNotice', { cases: [one.id] })
    }
    case 'object': {
      const { notice } = (await (await town.as('city.officer')).detail(one.id)).case.file as { notice: { id: string } }
      return (await town.as('city.officer')).did(notice.id, 'terminate', { reason: '公示异议成立，重新评定。' })
    }
    case 'announce': return lead.did(campaign, 'announceResults', { cases: [one.id] })
    case 'askReview': return tries(one, `host.${of.key}`, 'requestReview')
    case 'endReview': return (await tries(one, 'city.officer2', 'examineReview')) && tries(one, 'city.lead', act.to ? 'upholdReview' : 'dismissReview', act.to ? { grade: act.to } : {})
  }
}

const openedOf = (base: string) => rowsOf<{ id: string; on: string; ground: string; status: string }>(town.pools.jobs, sql`
  select r.case_id as id, r.opened_on as on, e.body->'data'->>'ground' as ground, r.status from revocation r join case_entry e on e.jurisdiction = r.jurisdiction and e.case_id = r.case_id and e.no = 1 where r.jurisdiction = ${jurisdiction} and r.base_id = ${base} order by r.number`)

/** A case that has lasted its time is decided not to revoke, by two people. */
async function closes(today: string) {
  const open = await rowsOf<{ base: string }>(town.pools.jobs, sql`select distinct base_id as base from revocation where jurisdiction = ${jurisdiction} and status = 'investigating'`)
  for (const one of living.filter(({ base }) => open.some((row) => row.base === base))) for (const [at, { id, on: day, status }] of (await openedOf(one.base)).entries()) {
    const lasts = one.history.lasts[at]
    if (status !== 'investigating' || lasts == null || plusDays(day, lasts) > today) continue
    const officer = await town.as('city.officer')
    await officer.did(id, 'investigate', revocationExamples.investigate)
    await officer.did(id, 'proposeNotRevoke', revocationExamples.proposeNotRevoke)
    await (await town.as('city.lead')).did(id, 'decideNotRevoke', revocationExamples.decideNotRevoke)
    one.closed++
  }
}

test('twenty bases live through three years', async () => {
  const days = [...new Set(living.flatMap(({ acts }) => acts.flatMap(({ on: day, does: what }) => (what === 'announce' ? [day, counting.next(counting.due(day, counting.reviewDays))] : [day]))))].sort()
  for (const day of days) {
    town.on(day)
    await closes(day)
    const today = living.flatMap((one) => { const acts: [Living, Act][] = []; while (one.acts[one.next] && one.acts[one.next]!.on <= day) acts.push([one, one.acts[one.next++]!]); return acts })
    for (const year of new Set(today.flatMap(([, act]) => (act.does === 'open' ? [act.year] : [])))) campaigns.set(year, await on.campaign(year))
    for (const [one, act] of today) await does(one, act)
    // The clock comes by until it has nothing more to do.
    const works = async () => (await runSchedule(town.platform)).some(({ step, done }) => done && step.startsWith('assessment.'))
    for (let more = true; more;) more = await works()
  }
  expect(living.every(({ acts, next }) => next === acts.length)).toBe(true)
}, 600_000)

test('what came of it is what comes of it without the database, and what the text says: cases, ends, grades', async () => {
  const wrong: unknown[] = []
  let [twice, absent, series] = [0, 0, 0]
  for (const { of, base, history } of living) {
    const opened = (await openedOf(base)).map(({ on: day, ground }) => ({ on: day, ground }))
    const ends = Object.fromEntries((await rowsOf<{ year: number; status: string }>(town.pools.jobs, sql`select year, status from assessment where jurisdiction = ${jurisdiction} and base_id = ${base} order by year`)).map(({ year, status }) => [year, status]))
    const { body } = (await rowOf<{ body: { grades: { year: number; outcome: string; grade: string | null }[] } }>(town.pools.jobs, sql`select body from base_file where jurisdiction = ${jurisdiction} and base_id = ${base}`))!
    const real = { opened, ends, series: Object.fromEntries(body.grades.map(({ year, outcome, grade }) => [year, grade ?? outcome])) }
    const bare = ({ opened: cases, ends: all, series: grades }: Expected) => ({ opened: cases.map(({ on: day, ground }) => ({ on: day, ground })), ends: all, series: grades })
    const [pure, law] = [bare(lived(history, counting)), bare(lawOf(history, counting))]
    if (JSON.stringify(real) !== JSON.stringify(pure) || JSON.stringify(real) !== JSON.stringify(law)) wrong.push({ base: of.key, real, pure, law })
    twice += opened.filter(({ ground }) => ground === 'Art. 18').length
    absent += opened.filter(({ ground }) => ground === 'Art. 19(3)').length
    series += Object.keys(real.series).length
  }
  expect(wrong.slice(0, 2)).toEqual([])
  // Enough came of it to say something.
  expect([twice, absent].every((count) => count >= 3), `${twice} ${absent}`).toBe(true)
  expect(series).toBeGreaterThan(45)
  expect(living.reduce((sum, { closed }) => sum + closed, 0)).toBeGreaterThan(0)
})

test('a case is opened and lies there until people take it up; nobody lost a base by the clock; every chain holds', async () => {
  const steps = await rowsOf<{ did: string }>(town.pools.jobs, sql`select distinct e.did from case_entry e join revocation r on r.jurisdiction = e.jurisdiction and r.case_id = e.case_id where e.by_person = 'system'`)
  expect(steps).toEqual([{ did: 'open' }])
  expect(await rowsOf(town.pools.jobs, sql`select 1 from base where jurisdiction = ${jurisdiction} and status in ('revoked', 'left')`)).toEqual([])
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
})
