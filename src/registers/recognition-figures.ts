/** Applications and reviews as figures: numbers without names, from the database's own counts and the calendar. */
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Engine } from '../platform/case-log.ts'
import { rowsOf, sql, type Tx } from '../platform/query.ts'
import type { RulesInForce } from '../settings/in-force.ts'
import { median } from '../settings/scores.ts'

/** `year`: of the first submission. */
export type Counted = { county: string | null; year: number; status: string; recommended: boolean; accepted: boolean; count: number }
export type Stay = { status: string; froms: Day[]; tos: Day[] }
export type YearFigures = { year: number; submitted: number; recommended: number; accepted: number; recognised: number; notRecognised: number; withdrawn: number; underWay: number }
/** Working days an authority used, the applicant's own time left out. `median` null where nothing was finished. */
export type Pace = { step: Words; law: Basis; cases: number; median: number | null; limit: number | null; late: number }

/** What the asker may see, under row security. */
export const countsSeen = (tx: Tx, jurisdiction: string) => rowsOf<Counted>(tx, sql`select county, year, status, recommended, accepted, count::int as count from application_counts(${jurisdiction})`)
export const staysSeen = (tx: Tx, jurisdiction: string) => rowsOf<Stay>(tx, sql`select status, froms, tos from review_stays(${jurisdiction})`)
/** Everything, for the public: the functions give no case, no name and no day that belongs to one. */
export const openCounts = (tx: Tx, jurisdiction: string) => rowsOf<Counted>(tx, sql`select county, year, status, recommended, accepted, count::int as count from sec.open_application_counts(${jurisdiction})`)
export const openStays = (tx: Tx, jurisdiction: string) => rowsOf<Stay>(tx, sql`select status, froms, tos from sec.open_review_stays(${jurisdiction})`)

export const total = (counts: readonly Counted[], which: (one: Counted) => boolean = () => true): number => counts.filter(which).reduce((sum, { count }) => sum + count, 0)

/** The latest year first. */
export function byYear(counts: readonly Counted[], engine: Engine | undefined): YearFigures[] {
  const refused = Object.entries(engine?.statuses ?? {}).filter(([, { family }]) => family === 'no').map(([status]) => status)
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a)
  return years.map((year) => {
    const own = counts.filter((one) => one.year === year)
    const [recognised, notRecognised, withdrawn] = [total(own, ({ status }) => status === 'recognised'), total(own, ({ status }) => refused.includes(status)), total(own, ({ status }) => status === 'withdrawn')]
    return {
      year, submitted: total(own), recommended: total(own, (one) => one.recommended), accepted: total(own, (one) => one.accepted), recognised, notRecognised, withdrawn,
      underWay: total(own) - recognised - notRecognised - withdrawn,
    }
  })
}

const examined = [
  { status: 'submitted', step: { zh: '区县初审', en: 'County review' }, law: 'Art. 10(2)', limit: 'county.reviewDays' },
  { status: 'recommended', step: { zh: '形式审查', en: 'Formal examination' }, law: 'Art. 10(3)', limit: 'form.examDays' },
] as const

/** Several stays of one application count together: the clock stopped while it was with the applicant. */
export function paceOf(stays: readonly Stay[], rules: Pick<RulesInForce, 'between' | 'limit'>): Pace[] {
  return examined.map(({ status, step, law, limit: setting }) => {
    const used = stays.filter((stay) => stay.status === status).map(({ froms, tos }) => froms.reduce((sum, from, at) => sum + rules.between(from, tos[at] ?? from), 0))
    const limit = rules.limit(setting)
    return { step, law, cases: used.length, median: median(used) ?? null, limit, late: used.filter((days) => days > limit).length }
  })
}
