/** How a procedure declares its papers: which steps produce them, who may have them, and what they say as pure data. */
import type { Audience } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import type { AnyCase, Context, Entry } from '../case-log.ts'
import type { Tx } from '../query.ts'
import type { Paper } from './paper.ts'

/** What a paper may say: the file after the entry and before it, the entry, names, and its own serial number if it has one. */
export type PaperAbout<Case, Of, Found = unknown> = {
  readonly file: Case
  readonly before: Case
  readonly entry: Of
  readonly caseNumber: string
  /** The next number in the order of `serial`, like "BZ-2026-0007"; empty where the kind has no serial. */
  readonly serial: string
  /** Full names of the institutions in the case and of whoever acted; the id where the register has none. */
  readonly nameOf: (org: string) => string
  readonly found: Found
}

export type PaperKind<Case = AnyCase, Of = Entry, Found = unknown> = {
  readonly kind: string
  readonly words: Words
  /** The steps whose entry produces it. */
  readonly after: readonly string[]
  /** For whom, where it is not for those who read the entry: a paper may tell fewer people, or tell more of them less. */
  readonly seen?: Audience
  /** Prefix of a number in the year's own order. Such a kind gives exactly one paper each time. */
  readonly serial?: string
  /** What the door must look up: it is frozen with the paper. */
  readonly look?: (tx: Tx, about: { context: Context; caseId: string; file: Case }) => Promise<Found>
  /** Pure: the same case and entry, the same paper. None, one or several. */
  readonly of: (about: PaperAbout<Case, Of, Found>) => Paper | readonly Paper[] | undefined
}

/**
 * Ties the papers of one procedure to its case and entries: `const paper = paperOf<XCase, XEntry>()`, then
 * `export const papers = [paper({ kind, words, after: ['step'], of })]`. A step that does not exist, or whose entry lacks what
 * the paper says, does not compile.
 */
export const paperOf = <Case, Of extends { readonly did: string }>() => <const Did extends Of['did'], Found = unknown>(
  kind: Omit<PaperKind<Case, Of, Found>, 'after' | 'of'> & { readonly after: readonly Did[]; readonly of: (about: PaperAbout<Case, Extract<Of, { readonly did: Did }>, Found>) => Paper | readonly Paper[] | undefined },
): PaperKind => kind as unknown as PaperKind
