/** What the public pages show of the regulation: its text, and how each article is carried out. */
import type { Day } from '../kernel/day.ts'
import type { Basis, Citation } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Article } from '../regulation/article.ts'

/** 续行依据: what the authority acts on after the trial period (Art. 22). */
export type AuthorityBasis = { title: Words; number: string | null; registeredOn: Day; validTo: Day | null; demo: boolean }

/** A step of a procedure, as far as it carries out an article. */
export type LawStep = { procedure: Words; step: string; says: Words; by: Words; law: Basis; withinDays: number | null }

/** 系统配置规则: a dated value that fills a gap of the text. */
export type LawSetting = { key: string; says: Words; value: Words; since: Day; fills: Citation | null; basis: Words; pending: boolean }

/** 解释口径: how the text is understood where it leaves room; recorded by the authority on a day (Art. 21) or kept as our decision. */
export type LawReading = { says: Words; law: Citation; since: Day | null; decision: string | null; demo: boolean }

/** GET /law asks for this: everything about the regulation that is not its text. */
export type LawInUse = {
  /** Every instrument the authority has recorded to act on, oldest first. */
  bases: AuthorityBasis[]
  steps: LawStep[]
  settings: LawSetting[]
  /** Recorded by the authority; the readings kept beside the text are added by the portal. */
  readings: LawReading[]
}

export type Law = {
  title: string
  issuer: string
  articles: readonly Article[]
  inForceFrom: Day
  /** Last day of the trial period, whether it has passed or not. */
  trialTo: Day
  bases: AuthorityBasis[]
}

/** How one article is carried out. */
export type ArticleInUse = {
  steps: LawStep[]
  /** Rules the platform computes; `usually` (一般) may be departed from with a written reason. */
  checks: { says: Words; modality: 'must' | 'usually' }[]
  readings: LawReading[]
  settings: LawSetting[]
  leftToPeople: Words[]
}
