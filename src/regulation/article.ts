import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'

/** One paragraph exactly as printed; `item` where the text numbers it ("1.…", "2.…"). */
export type Paragraph = { readonly text: string; readonly item?: number }

/** How the text is understood where it leaves room; `decision` is the number in docs/decisions, `since` the date it bears. */
export type Reading = { readonly id: string; readonly words: Words; readonly decision: string; readonly since: Day }

/** `printed` is the heading line with its own spaces. */
export type Chapter = Words & { readonly no: number; readonly printed: string }

export type Article = {
  readonly no: number
  /** Stable id that records link to: "JZ-2023-A14". */
  readonly id: string
  /** As printed: "第十四条". */
  readonly label: string
  readonly chapter: Chapter
  /** Our own short name. The text has no headings of articles; screens mark it as ours. */
  readonly heading: Words
  readonly text: readonly Paragraph[]
  /** Unofficial English, one line a paragraph; never shown without the Chinese. */
  readonly gloss: readonly string[]
  /** Whether rules come from it; if none, why. */
  readonly computable: true | { readonly because: Words }
  readonly readings: readonly Reading[]
}
