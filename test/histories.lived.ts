/** A history lived through the platform without its database: steps as the page decides them, entries as the files read them, reactions and the clock's choice. */
import { plusDays, plusMonths } from '../src/kernel/day.ts'
import { decide } from '../src/kernel/procedure.ts'
import type { AnyCase, Engine, Entry } from '../src/platform/case-log.ts'
import { type AssessmentCase, type AssessmentEntry, empty, read } from '../src/procedures/assessment/assessment.case.ts'
import { concluding, consequenceOf, countedBeside } from '../src/procedures/assessment/assessment.consequences.ts'
import { assessmentExamples as example } from '../src/procedures/assessment/assessment.examples.ts'
import { assessment, type AssessmentFound } from '../src/procedures/assessment/assessment.ts'
import { type BaseCase, type BaseEntry, empty as emptyBase, read as readBase } from '../src/procedures/base/base.case.ts'
import { react } from '../src/reactions.ts'
import { type Act, actsOf, type History } from './histories.ts'
import type { Counting, Expected } from './histories.naive.ts'

const people = { officer: 'city.officer', second: 'city.officer', lead: 'city.lead', director: 'base.director', host: 'host.admin', system: 'system' } as const
type Who = keyof typeof people
const orgs: Record<Who, string> = { officer: 'city.140700', second: 'city.140700', lead: 'city.140700', director: 'base.B', host: 'org-host', system: 'system' }
const actorOf = (who: Who) => ({ person: `p-${who}`, name: who, holds: [{ role: people[who], org: orgs[who] }] })
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }
const found: AssessmentFound = {
  draft: undefined, experts: { unlisted: [], ofBase: [] }, sheetFaults: [], lines: { excellent: 85, good: 70, fair: 60 }, cap: { others: 0, seats: 1, assessed: 1 }, spotDrawn: false, series: [], live: true,
  limits: { deskExperts: 3, spotEdges: true, reminders: 2 }, lapsedOn: '2025-01-20', authorityBasis: { kind: 'partyGroupDecision', title: '演示', from: '2025-01-21', to: '2099-12-31' } as unknown as AssessmentFound['authorityBasis'],
}
const steps = { none: 'conclude', rectify: 'concludePoor', twicePoor: 'concludeTwicePoor' } as const
const points = { excellent: 9000, good: 7500, fair: 6500, poor: 4000 }

/** One base, its assessments, and the revocations its reactions open. */
export function lived(history: History, { due, reviewDays, reminderDays }: Counting): Expected & { revocationSteps: string[] } {
  const files = new Map<number, AssessmentCase>()
  let base: BaseCase = { ...emptyBase({ jurisdiction: '140700' }), baseId: 'B' }
  const opened: Expected['opened'] = []
  const revocationSteps: string[] = []
  const openFor = (ground: string, on: string) => opened.find((one, at) => one.ground === ground && (history.lasts[at] === null || plusDays(one.on, history.lasts[at] ?? 0) > on))
  const put = (year: number, entry: object, on: string) => {
    const whole = { no: 1, hash: '0'.repeat(64), on, by: { person: 'p', name: 'p', role: 'system', org: 'system' }, ...entry } as unknown as AssessmentEntry
    const file = read(files.get(year) ?? empty({ jurisdiction: '140700' }), whole)
    files.set(year, file)
    for (const reaction of react({ engine: { procedure: 'assessment' } as Engine, caseId: `KH-${year}`, number: `KH-${year}`, file: file as unknown as AnyCase, entry: whole as unknown as Entry })) {
      if (reaction.procedure === 'base') base = readBase(base, { did: reaction.step, data: reaction.data, on, to: 'live', no: 1, by: whole.by } as unknown as BaseEntry)
      if (reaction.procedure === 'revocation') { revocationSteps.push(`${reaction.step} ${reaction.caseId ?? 'new'}`); opened.push({ on, ground: String(reaction.data.ground), year }) }
    }
  }
  /** What the door adds. */
  const completed = (step: string, file: AssessmentCase, today: string): object => {
    const { gap, years } = file.grade ? consequenceOf(seriesBeside(file.year), file.year, file.grade) : { gap: false, years: [] }
    switch (step) {
      case 'announce': return { reviewBy: due(today, reviewDays) }
      case 'remind': return { no: file.reminders.length + 1, days: reminderDays[file.reminders.length === 0 ? 0 : 1] }
      case 'recordService': return { dueOn: due(today, file.reminders.find((one) => !one.delivered)?.days ?? 1) }
      case 'decideGrade': return { grade: file.proposal?.grade }
      case 'conclude': return { gap, years }
      case 'concludePoor': return { gap, years, dueOn: plusMonths(today, 6), planBy: due(today, 15) }
      case 'concludeTwicePoor': return { gap, years, open: openFor('Art. 18', today)?.on ?? null }
      case 'stateAbsent': return { open: openFor('Art. 19(3)', today)?.on ?? null }
      default: return {}
    }
  }
  const years = () => [...files.values()].map((file) => ({ case: String(file.year), year: file.year, status: file.status, grade: file.announcement ? file.grade : null, reviewed: Boolean(file.review?.outcome), reviewBy: file.announcement?.reviewBy ?? null }))
  const seriesBeside = (year: number) => countedBeside(base.grades, years(), year)
  const takes = (year: number, step: keyof typeof assessment, who: Who, today: string, more: object = {}): boolean => {
    const file = files.get(year)!
    const data = { ...example[step], ...more } as never
    const outcome = decide(assessment, { step, data, file, found: { ...found, series: seriesBeside(year) }, actor: actorOf(who), today }, words)
    if (!outcome.ok) return false
    put(year, { ...outcome.entry, data: { ...outcome.entry.data, ...completed(step, file, today) } }, today)
    return true
  }
  const opens = ({ year, on }: Act) => put(year, { did: 'open', to: 'reporting', data: {
    ...example.open, year, window: { opensOn: `${year}-12-01`, closesOn: `${year}-12-31`, trueUpBy: `${year + 1}-01-20`, resultBy: `${year + 1}-03-31` },
    assessed: { id: 'B', case: 'case-B', unit: 'base.B', name: 'B', hosts: [{ org: 'org-host', name: 'H', lead: true, demo: true }], county: '140702', countyOrg: 'county.140702', field: 'f', recognisedOn: '2023-03-01' } } }, on)
  /** Reported, verified and scored: what lies before the grade is proved elsewhere. */
  const scored = (year: number, grade: keyof typeof points, on: string) => files.set(year, {
    ...files.get(year)!, status: 'scored', submissions: [{ on }] as unknown as AssessmentCase['submissions'], score: { ...example.score, computed: {}, late: 0, total: points[grade], by: 'p-officer', byName: 'officer', on, why: null },
    spotCheck: { ...example.recordSpotCheck, by: 'p-officer', on } })

  function does(act: Act) {
    const { year, on } = act
    switch (act.does) {
      case 'open': return opens(act)
      case 'file': { files.set(year, { ...files.get(year)!, status: 'verified', graded: false }); return takes(year, 'recordReport', 'officer', on) }
      case 'askDeferral': return takes(year, 'requestDeferral', 'director', on)
      case 'defer': return takes(year, 'defer', 'lead', on)
      case 'remind': return takes(year, 'remind', 'officer', on)
      case 'deliver': return takes(year, 'recordService', 'officer', on, { servedOn: on })
      case 'inquire': return takes(year, 'recordInquiry', 'officer', on, { excused: act.excused ? 'yes' : 'no' })
      case 'stateAbsent': return takes(year, 'stateAbsent', 'lead', on)
      case 'grade': { scored(year, act.grade, on); return takes(year, 'proposeGrade', 'officer', on, { grade: act.grade }) && takes(year, 'decideGrade', 'lead', on) && takes(year, 'joinNotice', 'system', on) }
      case 'object': return takes(year, 'reopen', 'system', on)
      case 'clear': return takes(year, 'clearNotice', 'system', on)
      case 'announce': return takes(year, 'announce', 'lead', on)
      case 'askReview': return takes(year, 'requestReview', 'host', on)
      case 'endReview': return takes(year, 'examineReview', 'second', on) && (act.to ? takes(year, 'upholdReview', 'lead', on, { grade: act.to }) : takes(year, 'dismissReview', 'lead', on))
    }
  }
  const acts = actsOf(history)
  const days = [...new Set(acts.flatMap(({ on, does: what }) => (what === 'announce' ? [on, plusDays(due(on, reviewDays), 1)] : [on])))].sort()
  let next = 0
  for (const day of days) {
    while (acts[next] && acts[next]!.on <= day) does(acts[next++]!)
    // The clock comes by many times a day.
    for (let waiting = concluding(years(), base.grades, day); waiting.length > 0; waiting = concluding(years(), base.grades, day))
      for (const { follows, year } of waiting) if (!takes(year, steps[follows], 'system', day)) throw new Error(`history ${history.seed}: ${steps[follows]} of ${year} refused on ${day}`)
  }
  return { opened, revocationSteps, ends: Object.fromEntries([...files].map(([year, { status }]) => [year, status])), series: Object.fromEntries(base.grades.map(({ year, outcome, grade }) => [year, grade ?? (outcome === 'notGraded' ? 'recorded' : outcome)])) }
}
