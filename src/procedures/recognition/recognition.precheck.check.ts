/** The shape of a check of the form, and the small words they share. */
import type { Day } from '../../kernel/day.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Settings } from '../../settings/settings.ts'
import type { ApplicationFacts } from './recognition.form.facts.ts'
import { type ApplicationData, type Row, type SectionId, words } from './recognition.form.grammar.ts'

/** The settings the checks read. */
export type PrecheckSettings = Pick<
  Settings,
  | 'form.totalTolerance'
  | 'site.minLeaseYears'
  | 'credit.reportDays'
  | 'uscc.check'
  | 'organiser.bySite'
  | 'reference.area'
  | 'reference.equipment'
  | 'reference.fullTimeStaff'
>

export type CheckFacts = {
  readonly data: ApplicationData
  readonly facts: ApplicationFacts
  readonly settings: PrecheckSettings
  readonly today: Day
}

export type Fault = { readonly because: Words; readonly path?: string }

/** `faults` is empty when the check holds, undefined while its facts are not there. `judge` never blocks. */
export type Check = {
  readonly id: string
  readonly section: SectionId
  readonly path: string
  readonly law: Basis
  readonly weight: 'must' | 'explain' | 'judge'
  readonly says: Words
  readonly faults: (facts: CheckFacts) => readonly Fault[] | undefined
  /** The field whose text explains the fault at `path`. */
  readonly explainedAt?: (path: string) => string
}

export const fault = (zh: string, en: string): Fault => ({ because: words(zh, en) })

/** A fault for every row that `wrong` finds words for. */
export const byRow = (
  rows: readonly Row[],
  table: string,
  column: string,
  wrong: (row: Row, no: number) => readonly [string, string] | undefined,
): Fault[] =>
  rows.flatMap((row, index) => {
    const found = wrong(row, index + 1)
    return found ? [{ ...fault(...found), path: `${table}.${row.id}.${column}` }] : []
  })
