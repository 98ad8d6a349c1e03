/**
 * How opened sheets become a result: means, alarms, ties, ranks. Pure over the file, with the rules kept at closing, so that a sheet
 * that turns void later changes everything that rests on it, and nothing else. Two decimals, never a binary fraction.
 */
import { trimmedMean } from '../../settings/scores.ts'
import type { Counted, CountRules, PanelReviewCase, Result } from './panel-review.case.ts'
import { chairOf, countsFor, standsBack } from './panel-review.standing.ts'
import { type Contender, type Far, rankedByRule, reasonsDue } from './panel-review.ties.ts'

export type Alarm = Far & { readonly about: string; readonly settled: 'explained' | 'discussed' | null }

/** The opened sheets of an application that count. */
export const countedFor = (file: PanelReviewCase, about: string): Counted[] => file.counted.filter((sheet) => sheet.about === about && countsFor(file, sheet))

/** Scores far from the others, and whether they are explained by their expert or were discussed by the panel. */
export const alarmsOf = (file: PanelReviewCase): Alarm[] => file.applications.flatMap(({ case: about }) =>
  reasonsDue(countedFor(file, about).map(({ expert, total }) => ({ expert, total: Number(total) })), rulesOf(file).alarm)
    .map((far) => ({ ...far, about, settled: settlement(file, far.expert, about) })))

const settlement = (file: PanelReviewCase, expert: string, about: string): Alarm['settled'] =>
  file.explanations.some((one) => one.expert === expert && one.about === about) ? 'explained' : file.discussions.some((one) => one.about === about) ? 'discussed' : null

export type Standing = Omit<Result, 'opinion' | 'shortlist'>

/** Trimmed mean, votes and rank of every application, by the published rule of ties. */
export function standingsOf(file: PanelReviewCase): Standing[] {
  const { trimFrom, ties } = rulesOf(file)
  const placed = rankedByRule(contendersOf(file), ties)
  return file.applications.map(({ case: about }) => {
    const sheets = countedFor(file, about)
    const { rank, by } = placed.find((one) => one.about === about)!
    return {
      about, score: (trimmedMean(sheets.map(({ total }) => Number(total)), trimFrom) ?? 0).toFixed(2), sheets: sheets.length, agree: sheets.filter(({ vote }) => vote !== 'disagree').length,
      vetoed: sheets.some(({ vetoes }) => vetoes.length > 0), rank, by,
    }
  })
}

/** Applications that every step before the chair's leaves equal. */
export function tiedOf(file: PanelReviewCase): string[][] {
  const placed = rankedByRule(contendersOf(file), rulesOf(file).ties.filter((step) => step !== 'chair'))
  return placed.filter(({ about, tied }) => tied.length > 0 && tied.every((other) => about < other)).map(({ about, tied }) => [about, ...tied])
}

/** Those among them this expert orders, as the chair over them. */
export const tiedUnder = (file: PanelReviewCase, person: string): string[][] => tiedOf(file).filter((group) => chairOf(file, group) === person)

const contendersOf = (file: PanelReviewCase): Contender[] => file.applications.map(({ case: about }) => {
  const sheets = countedFor(file, about)
  const { trimFrom } = rulesOf(file)
  const technical = trimmedMean(sheets.map((sheet) => sheet.technical), trimFrom)
  const chair = file.order.findLast(({ by, applications }) => applications.includes(about) && applications.every((one) => standsBack(file, by, one) === undefined))?.applications.indexOf(about)
  return { about, score: trimmedMean(sheets.map(({ total }) => Number(total)), trimFrom) ?? 0, ...(technical !== undefined && { technical }), ...(chair !== undefined && { chair: chair + 1 }) }
})

/** Before closing there is nothing to count, and no rule to count by. */
const rulesOf = (file: PanelReviewCase): CountRules => file.rules ?? { trimFrom: Number.POSITIVE_INFINITY, alarm: Number.POSITIVE_INFINITY, minValid: 0, ties: [] }
