/** What the log handles: entries, cases, the engine of each procedure, and everything a request carries. Types alone; knows no procedure and no word of the law. */
import type { Actor, Audience, CaseFile, Procedure, Refusal } from '../kernel/procedure.ts'
import type { Basis, Verdict } from '../kernel/rule.ts'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { PaperInEntry } from './papers/frozen.ts'
import type { PaperKind } from './papers/kind.ts'
import type { Tx } from './query.ts'

/** The body of an entry as it is stored and hashed. */
export type EntryBody = {
  did: string; on: Day; law: Basis; to: string; data: Record<string, unknown>; verdicts: Verdict[]
  by: { person: string; name: string; role: string; org: string; for?: { person: string; name: string } }
  /** Drawn for what not every party may read: else its hash, shown with later entries, could be tried out against guesses. */
  salt?: string
  /** Fingerprint of salt and data kept sealed beside the entry. */
  sealed?: string
  /** From this entry on, what was sealed before may be read. */
  unseals?: true
  /** The papers it produced, each with the fingerprint of its facts. */
  papers?: PaperInEntry[]
}
export type Entry = EntryBody & { no: number; at: string; seen: Audience; hash: string; prev: string }
export type AnyCase = CaseFile & { [key: string]: unknown }
// biome-ignore lint/suspicious/noExplicitAny: the log handles every procedure; each engine keeps its own types inside
export type AnyProcedure = Procedure<any, any, any, any, any>

/** What the lists show of a case. */
export type ListRow = { title: string; hosts: { org: string; name: string; demo: boolean }[]; county: string | null; field: string | null; track: string | null; batch: string | null; search: string; /** The number of the base the case is about. */ base?: string | null }

/** `steps`: those that are asked for, not what may be done beside them: lists show their law, and it waits for nobody who may take none of them. `law`: what is asked for is a step of another case. */
export type Awaits = { role: string; asks: Words; steps: readonly string[]; law?: Basis; within?: string; clock: 'applicant' | 'authority' }
/** `orgs`: the parties of the case that hold the role; `steps`: as in `Awaits`. */
export type AlsoWaits = { role: string; orgs: readonly string[]; asks: Words; steps: readonly string[]; due: Day | null }
export type StatusOf = { words: Words; family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'; stage: number | null; awaits?: Awaits; /** Somebody else's turn within the same status, `Engine.waitsEarlier` tells which. */ earlier?: Awaits }

/** One procedure as the log and the door need it. */
export type Engine = {
  procedure: string; words: Words; prefix: string; law: Basis[]; stages: Words[]
  steps: AnyProcedure
  statuses: Record<string, StatusOf>
  /** The steps that open a case, and what the case is before its first entry. */
  opensWith: string
  empty: (opening: { actor: Actor; jurisdiction: string }) => AnyCase
  read: (file: AnyCase, entry: Entry) => AnyCase
  /** Looks up what the rules of this step need to know. */
  look: (tx: Tx, about: { context: Context; caseId: string; file: AnyCase; step: string | null; data: Record<string, unknown> }) => Promise<unknown>
  /** Adds to the data what the door alone knows (snapshot, numbers); runs after the decision, before the entry is written. */
  complete?: (tx: Tx, about: { context: Context; caseId: string; file: AnyCase; step: string; data: Record<string, unknown>; found: unknown }) => Promise<Record<string, unknown>>
  list: (file: AnyCase) => ListRow
  /** Whether, within its status, the case still waits for the earlier of two people. */
  waitsEarlier?: (file: AnyCase) => boolean
  /** The day this status is due, where the case itself names it; else the limit of the status counts. */
  dueOn?: (file: AnyCase) => Day | undefined
  /** Since when it waits, where it has stood in this status long before. */
  waitsSince?: (file: AnyCase) => Day | undefined
  /** What a step will set going, with its days, told before it is signed: what `effects` say without a day. */
  foresees?: (about: { file: AnyCase; step: string; today: Day; rules: Rules }) => readonly Words[]
  /** What a public notice says of the case beside its name: "优"; and under which name, where the title of the case is not one. */
  noticed?: (file: AnyCase) => string | { name: string; outcome: string } | null
  /** Of those who hold the awaited role, who has still something to do; without it all of them. */
  waitsOn?: (file: AnyCase) => readonly string[]
  /** In whose list it stands, where one person has taken on what is asked of an office; the office is told as ever. */
  meantFor?: (file: AnyCase) => readonly string[] | undefined
  /** Who else has something to do in it, beside the one whose turn it is: another duty, with its own day. */
  waitsAlso?: (file: AnyCase) => readonly AlsoWaits[]
  /** Whom else an entry concerns, and what they are told in words of its own: parties of the case, each once. */
  informs?: (about: { file: AnyCase; entry: Entry; title: string }) => readonly { to: string; words: Words }[]
  /** Persons for whom a turn is not, where it takes a look elsewhere to tell; those the case itself names are known from the rules of the steps. */
  notFor?: (tx: Tx, about: { jurisdiction: string; file: AnyCase }) => Promise<readonly string[]>
  /** Who may see the case now. */
  visibleTo: (file: AnyCase) => { orgs: string[]; people: string[] }
  /** Further read tables of the procedure. Must give the same rows when run again over all entries. */
  refresh?: (tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: AnyCase; entry: Entry }) => Promise<void>
  /** The part of the folded case this viewer may see. */
  show: (file: AnyCase, viewer: Viewer) => Record<string, unknown>
  /** What its entries produce on paper. */
  papers?: readonly PaperKind[]
  commands: Record<string, import('zod').ZodType>
  examples: Record<string, Record<string, unknown>>
}

export type Viewer = { reach: 'city' | 'authorities' | 'parties' | 'admin' | 'public'; person: string; orgs: string[]; roles: string[] }

/** Everything a request carries: who, when, under which rules. Handed down, never ambient. */
export type Context = {
  tx: Tx; jurisdiction: string; actor: Actor; viewer: Viewer; now: Date; today: Day
  newId: () => string
  rules: Rules
  engines: Record<string, Engine>
  react: (did: { engine: Engine; caseId: string; number: string; file: AnyCase; entry: Entry }) => Reaction[]
}
export type Reaction = { procedure: string; caseId?: string; step: string; data: Record<string, unknown>; as?: 'actor' }

/** Settings and calendar as the log needs them; the values come from the composition. */
export type Rules = {
  /** Working days a setting allows. */
  limit: (setting: string) => number
  due: (from: Day, days: number) => { day: Day; provisional: boolean }
  between: (from: Day, to: Day) => number
  [key: string]: unknown
}

export type Moved = { by: string; at: string; did: string; to: string; version: number }
export type Done = { caseId: string; number: string; version: number; entry: Entry; file: AnyCase }
export type Outcome = { ok: true; done: Done } | { ok: false; kind: 'hidden' } | { ok: false; kind: 'overtaken'; moved?: Moved } | { ok: false; kind: 'refused'; refusals: readonly Refusal[]; moved?: Moved }
