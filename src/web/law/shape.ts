/** What the pages of the law ask the server for; the text itself is in the product. */
import type { Day } from '../../kernel/day.ts'
import type { Basis, Modality } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Value } from '../../settings/setting.ts'

/** GET /api/law: what holds today. `authority`: what the authority acts on after the trial period (Art. 22). */
export type LawInUse = {
  authority: { title: Words; documentNo: string | null; validTo: Day | null; workingDaysLeft: number | null; demo: boolean } | null
  /** Settings changed by signature: value in force and since when. Unchanged ones have their default. */
  settings: { key: string; value: Value; from: Day }[]
  /** Readings signed by the authority (Art. 21). */
  readings: { law: string; reading: string; words: Words; on: Day }[]
}

/** One article with all that hangs on it. */
export type LawArticle = {
  no: number; label: string; heading: Words; chapter: Words
  text: readonly { text: string; item?: number }[]
  gloss: readonly string[]
  computable: true | { because: Words }
  readings: { id: string; words: Words; decision: string }[]
  settings: { key: string; value: string }[]
  steps: { procedure: string; step: string; says: Words; law: Basis }[]
  rules: { id: string; law: Basis; modality: Modality; says: Words }[]
}

export type LawContents = {
  instrument: { words: Words; from: Day; lapsedOn: Day }
  chapters: { no: number; words: Words; articles: { no: number; heading: Words }[] }[]
}
