/** Scores far from the others, and applications with equal scores. Whole hundredths throughout: nothing depends on a binary fraction. */
import type { RubricItem } from '../../settings/rubric-2026.ts'
import { dispersed, median, trimmedMean } from '../../settings/scores.ts'

export type Totalled = { readonly expert: string; readonly total: number }
export type Far = { readonly expert: string; readonly total: number; readonly median: number; readonly apart: number }

/** Whose score lies more than `alarm` points from the median of the valid sheets: they give a reason, or the panel discusses. */
export function reasonsDue(sheets: readonly Totalled[], alarm: number): Far[] {
  const scores = sheets.map(({ total }) => hundredths(total))
  const middle = median(scores)
  if (middle === undefined) return []
  return dispersed(scores, hundredths(alarm)).map((at) => ({ expert: sheets[at]!.expert, total: scores[at]! / 100, median: middle / 100, apart: Math.abs(scores[at]! - middle) / 100 }))
    .sort((a, b) => (a.expert < b.expert ? -1 : 1))
}

/** Those among them who have not given one. */
export const reasonsMissing = (sheets: readonly Totalled[], alarm: number, reasons: Readonly<Record<string, string | undefined>>): Far[] =>
  reasonsDue(sheets, alarm).filter(({ expert }) => !reasons[expert]?.trim())

/** The mean of one dimension over the valid sheets, trimmed as the total is. */
export const dimensionMean = (sheets: readonly { readonly items: Readonly<Record<string, number>> }[], items: readonly Pick<RubricItem, 'id'>[], trimFrom: number): number | undefined =>
  trimmedMean(sheets.map((sheet) => items.reduce((sum, { id }) => sum + (sheet.items[id] ?? 0), 0)), trimFrom)

export type TieStep = 'technical' | 'site' | 'chair'

/** `chair`: the place the chair gave it among the tied, 1 first. What is not known yet is undefined. */
export type Contender = { readonly about: string; readonly score: number; readonly technical?: number; readonly site?: number; readonly chair?: number }
export type Placed = { readonly about: string; readonly rank: number; readonly by: 'score' | TieStep; readonly tied: readonly string[] }

/**
 * Ranks by score; equal scores by the published steps in their order. A step tells nothing while one of the tied lacks it, so that
 * nobody wins by a missing value. `by`: the last step it took; `tied`: those still equal, who share the rank.
 */
export function rankedByRule(contenders: readonly Contender[], steps: readonly TieStep[]): Placed[] {
  const groups = split(contenders, ({ score }) => -hundredths(score)).flatMap((equal) => untied(equal, steps, 'score'))
  return groups.flatMap(({ equal, by }, at) => {
    const rank = 1 + groups.slice(0, at).reduce((sum, before) => sum + before.equal.length, 0)
    const names = equal.map(({ about }) => about).sort()
    return names.map((about) => ({ about, rank, by, tied: names.filter((other) => other !== about) }))
  })
}

type Group = { readonly equal: readonly Contender[]; readonly by: Placed['by'] }

function untied(equal: readonly Contender[], [step, ...rest]: readonly TieStep[], by: Placed['by']): Group[] {
  if (equal.length === 1 || step === undefined) return [{ equal, by }]
  if (equal.some((one) => one[step] === undefined)) return untied(equal, rest, by)
  const parts = split(equal, (one) => (step === 'chair' ? one.chair! : -hundredths(one[step]!)))
  return parts.flatMap((part) => untied(part, rest, parts.length > 1 ? step : by))
}

/** Groups of equal value, the smallest first. */
function split(all: readonly Contender[], value: (one: Contender) => number): Contender[][] {
  const values = [...new Set(all.map(value))].sort((a, b) => a - b)
  return values.map((equal) => all.filter((one) => value(one) === equal))
}

const hundredths = (score: number) => Math.round(score * 100)
