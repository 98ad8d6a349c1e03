/** What the public pages show of public notices and of draws: the frozen list, its period, its text under its hash. */
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Institution } from './portal.data.bases.ts'

export type NoticeKind = 'recognition' | 'grade' | 'revocation' | 'other'

export type NoticeState = 'open' | 'closed' | 'corrected' | 'terminated'

export type NoticeRow = {
  number: string
  title: string
  kind: NoticeKind
  demo: boolean
  /** Both days belong to the period. */
  from: Day
  to: Day
  /** The period runs into a year whose working days are not published. */
  provisional: boolean
  workingDays: number
  /** Working days left, today included; 0 when the period is over. */
  remaining: number
  state: NoticeState
  listed: number
}

export type NoticeItem = {
  no: number
  name: string
  hosts: Institution[]
  field: Words | null
  organiser: string
  outcome: Words | null
  /** `waiting`: an objection is being handled; only this row waits. `moved`: it goes on in the corrected list. */
  state: 'listed' | 'waiting' | 'cleared' | 'reopened' | 'moved'
}

export type NoticeDetail = NoticeRow & {
  law: Basis
  items: NoticeItem[]
  /** Every calendar day of the period; `working` null where the year is not published. */
  days: { day: Day; working: boolean | null }[]
  firstDayCounts: boolean
  /** What the length of the period rests on: the text gives none. */
  periodLaw: Basis
  /** The frozen text, paragraph by paragraph, exactly as hashed. */
  text: string[]
  sha256: string
  /** Instant, ISO text. */
  publishedAt: string
  publisher: Institution
  /** A correction is a new notice with a new period. */
  correctedBy: string | null
  corrects: string | null
  /** What was changed, of this one or by the one after it. */
  correction: { reason: string; changes: { row: string | null; what: Words; before: string; after: string }[] } | null
}

export type NoticeList = { open: NoticeRow[]; past: NoticeRow[] }

/** A draw of a panel: never who sits. `open`: the record can be read. */
export type Draw = { number: string; no: number; size: number; applications: number; commitment: string; committedOn: Day; witnessedOn: Day | null; revealedOn: Day | null; ended: 'abandoned' | 'dissolved' | null; open: boolean }
