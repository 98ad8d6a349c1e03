/** What follows on a final grade: read from the base's own series, in the words of Arts. 18 and 19(3). Pure. */
import { verdictOf } from '../../kernel/rule.ts'
import { type Grade, twoConsecutivePoor, type YearGrade } from '../../regulation/jinzhong-2023/article-18-grades.ts'

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

/** `undefined` of the rule: a year between has no record. Then it is not two in a row until somebody shows the record. */
export function consequenceOf(recorded: readonly Recorded[], year: number, grade: Grade): { follows: Consequence; gap: boolean } {
  if (grade !== 'poor') return { follows: 'none', gap: false }
  const { outcome } = verdictOf(twoConsecutivePoor, { series: stretchAround(seriesWith(recorded, year, grade), year) })
  return { follows: outcome === 'met' ? 'twicePoor' : 'rectify', gap: outcome === 'notEvaluated' }
}
