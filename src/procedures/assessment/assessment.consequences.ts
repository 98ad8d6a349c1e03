/** When a grade is final, and what follows on it: read from the base's own series, in the words of Arts. 18 and 19(3). Pure. */
import type { Day } from '../../kernel/day.ts'
import { verdictOf } from '../../kernel/rule.ts'
import { type Grade, twoConsecutivePoor, type YearGrade } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { settledStatuses } from './assessment.statuses.ts'

/** One year as the register of the base holds it. */
export type Recorded = { readonly year: number; readonly outcome: string; readonly grade: Grade | null }

/** The base's series with this year as it is now decided. */
export const seriesWith = (recorded: readonly Recorded[], year: number, grade: Grade | null): YearGrade[] =>
  [...recorded.filter((one) => one.year !== year).map((one) => ({ year: one.year, grade: one.outcome === 'graded' ? one.grade : null })), { year, grade }].sort((a, b) => a.year - b.year)

/**
 * The stretch of the series in which this year can be one of two: from the graded year before to the graded year after. An older
 * pair had its own case and does not open another.
 */
export function stretchAround(series: readonly YearGrade[], year: number): YearGrade[] {
  const graded = series.filter((one) => one.grade !== null && one.year !== year).map((one) => one.year)
  const [before, after] = [Math.max(...graded.filter((one) => one < year), Number.NEGATIVE_INFINITY), Math.min(...graded.filter((one) => one > year), Number.POSITIVE_INFINITY)]
  return series.filter((one) => one.year >= before && one.year <= after)
}

export type Consequence = 'none' | 'rectify' | 'twicePoor'

/** `years`: the poor ones that stand beside each other; `gap`: a year between has no record. Then it is not two in a row until somebody shows the record. */
export function consequenceOf(recorded: readonly Recorded[], year: number, grade: Grade): { follows: Consequence; gap: boolean; years: number[] } {
  if (grade !== 'poor') return { follows: 'none', gap: false, years: [] }
  const series = stretchAround(seriesWith(recorded, year, grade), year)
  const { outcome } = verdictOf(twoConsecutivePoor, { series })
  return { follows: outcome === 'met' ? 'twicePoor' : 'rectify', gap: outcome === 'notEvaluated', years: series.filter((one) => one.grade === 'poor').map((one) => one.year) }
}

/** An assessment of the base as the lists hold it. */
export type Year = { readonly case: string; readonly year: number; readonly status: string; readonly grade: Grade | null; readonly reviewed: boolean; readonly reviewBy: Day | null }

const isAnnounced = ({ status }: Pick<Year, 'status'>) => status === 'announced' || status === 'underReview'
const isSettled = ({ status }: Pick<Year, 'status'>) => settledStatuses.some((one) => one === status)
const openToReview = ({ status, reviewed, reviewBy }: Year, today: Day) => status === 'underReview' || (status === 'announced' && !reviewed && (reviewBy === null || reviewBy >= today))

/** What of the register counts beside this year: a later one not before its own grade is final. */
export const countedBeside = (recorded: readonly Recorded[], years: readonly Pick<Year, 'year' | 'status'>[], year: number): Recorded[] =>
  recorded.filter((one) => one.year <= year || !years.some((later) => later.year === one.year && isAnnounced(later)))

/**
 * Grades of one base that are final today, earliest first, each with what follows. A grade waits while one of an earlier year can
 * still be reviewed; and a poor one that a year without record parts from another waits while that year is being assessed.
 */
export function concluding(years: readonly Year[], recorded: readonly Recorded[], today: Day): { case: string; year: number; follows: Consequence }[] {
  return years.toSorted((a, b) => a.year - b.year).flatMap((one) => {
    if (one.status !== 'announced' || one.grade === null || openToReview(one, today) || years.some((earlier) => earlier.year < one.year && openToReview(earlier, today))) return []
    const counted = countedBeside(recorded, years, one.year)
    const { follows, gap, years: poor } = consequenceOf(counted, one.year, one.grade)
    const parted = (between: Year) => !isSettled(between) && poor.some((other) => (between.year - one.year) * (between.year - other) < 0)
    return gap && years.some(parted) ? [] : [{ case: one.case, year: one.year, follows }]
  })
}
