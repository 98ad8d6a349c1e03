/** What a concluded panel says of one who sat on it: figures only, from its entries. A mark is for people to give. */
import type { Day } from '../../kernel/day.ts'
import type { PanelReviewCase } from './panel-review.case.ts'
import { alarmsOf } from './panel-review.count.ts'
import { standsBack } from './panel-review.standing.ts'

export type CreditLine = {
  title: string; on: Day | null
  /** Why the seat was left, if it was. */
  left: 'conflict' | 'absent' | 'declines' | 'other' | null
  /** Applications to be scored, and sheets handed in for them. */
  owed: number; sheets: number
  /** Scores far from the others, and how many of them neither explained nor discussed. */
  far: number; unsettled: number
  /** Conflicts declared before reading; conflicts that became known after a sheet was there. */
  declared: number; late: number
}

export type ExpertCredit = {
  rows: (CreditLine & { number: string })[]
  /** Sums over all panels. */
  panels: number; absent: number; owed: number; sheets: number; far: number; late: number
}

/** Undefined while the panel has not concluded, for progress is told by count only, and for whoever never sat on it. */
export function creditOf(file: PanelReviewCase, person: string): CreditLine | undefined {
  const seats = file.members.filter((member) => member.person === person)
  if (file.status !== 'concluded' || seats.length === 0) return undefined
  const mine = file.sheets.filter(({ expert }) => expert === person)
  const scored = new Set(mine.map(({ about }) => about))
  const owed = file.applications.filter(({ case: about }) => scored.has(about) || standsBack(file, person, about) === undefined)
  const conflicts = file.conflicts.filter(({ expert }) => expert === person)
  const alarms = alarmsOf(file).filter(({ expert }) => expert === person)
  return {
    title: file.title, on: file.concludedOn, left: seats.at(-1)?.left?.because ?? null, owed: owed.length, sheets: scored.size, far: alarms.length, unsettled: alarms.filter(({ settled }) => settled === null).length,
    declared: conflicts.filter(({ by, late }) => by === 'declared' && !late).length, late: conflicts.filter(({ late }) => late).length,
  }
}
