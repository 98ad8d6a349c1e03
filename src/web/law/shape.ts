/** GET /api/law and GET /api/law/{no}: the text, and all that hangs on it. */
import type { Day } from '../../kernel/day.ts'
import type { Basis, Modality } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Value } from '../../settings/setting.ts'

export type Instrument = { words: Words; issuer: string; from: Day; lapsedOn: Day }

export type LawContents = {
  instrument: Instrument
  /** What the authority acts on after the trial period (Art. 22). */
  authority: { title: Words; documentNo: string | null; validTo: Day | null; workingDaysLeft: number | null; demo: boolean } | null
  chapters: { no: number; words: Words; articles: { no: number; heading: Words }[] }[]
  /** Only settings changed by signature; every other has its default. */
  settings: { key: string; value: Value; from: Day }[]
}

export type LawArticle = {
  no: number
  label: string
  heading: Words
  chapter: Words
  instrument: Instrument
  text: { text: string; item: number | null }[]
  /** Unofficial English, one line a paragraph. */
  gloss: string[]
  readings: { id: string; words: Words; decision: string; on: Day }[]
  settings: { key: string; name: Words; value: Words; from: Day }[]
  steps: { procedure: string; procedureWords: Words; step: string; says: Words; law: Basis }[]
  rules: { id: string; law: Basis; modality: Modality; says: Words }[]
  leftToPeople: Words[]
}
