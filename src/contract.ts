/**
 * The answers of the HTTP API, as types: the routes build them, the workbench and the portal read them.
 * Domain words travel in both languages; only problem texts are in the language the caller asked for.
 */
import type { Day } from './kernel/day.ts'
import type { Basis, Verdict } from './kernel/rule.ts'
import type { Words } from './kernel/words.ts'

/** application/problem+json. `refusals` carry every ground; `fields` name what is wrong with the input. */
export type Problem = {
  type: string; title: string; status: number; detail?: string; number: string
  refusals?: { code: 'notYours' | 'notNow' | 'unmet'; law: Basis; reason: string; rule?: string; takesReason?: boolean }[]
  fields?: { path: string; expected: string }[]
  /** 409/412: who moved the case meanwhile, when, and to what. */
  moved?: { by: string; at: string; did: string; to: string; version: number }
}

export type Assignment = { role: string; roleWords: Words; org: string; orgName: string; from: Day; to: Day | null; actsFor: string | null }

/** GET /api/session. `today` is the platform's own date; `demo` tells whether the clock may be moved. */
export type Session = {
  person: { id: string; name: string; username: string; demo: boolean; largeType: boolean; language: 'zh' | 'en' }
  assignments: Assignment[]
  today: Day; demo: boolean; expiresAt: string; mustChangePassword: boolean
  /** Navigation ids this person has, in order. */
  homes: string[]
}

/** What a status is called, its shape and colour family, and who has to do what while it lasts. */
export type StatusInfo = {
  status: string; words: Words
  family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'
  /** Index on the stage line; null for side exits. */
  stage: number | null
  awaits: { role: string; roleWords: Words; asks: Words; within: { setting: string; days: number } | null; clock: 'applicant' | 'authority' } | null
}

export type StepInfo = {
  step: string; says: Words; by: string[]; from: string[]; to: string; law: Basis
  within: { setting: string; days: number } | null
  /** JSON Schema of the command with titles in both languages (x-zh, x-en, x-ui), and a body that works. */
  command: object; example: object
}

/** GET /api/procedures */
export type ProcedureInfo = { procedure: string; words: Words; law: Basis[]; stages: Words[]; statuses: StatusInfo[]; steps: StepInfo[] }

/** One row of a list of cases. */
export type CaseRow = {
  id: string; number: string; procedure: string; title: string; status: string; version: number
  hosts: { org: string; name: string; demo: boolean }[]; county: { org: string; name: string } | null
  field: string | null; track: string | null; openedOn: Day; since: Day
  due: { day: Day; provisional: boolean; left: number; used: number; limit: number; soon: boolean } | null
}

/** GET /api/cases */
export type CaseList = { rows: CaseRow[]; total: number; cursor: string | null; counts: Record<string, number> }

/** One entry of the history, as far as the viewer may read it: `data` is absent on entries that are not for the viewer. */
export type HistoryEntry = {
  no: number; did: string; says: Words; at: string; on: Day; law: Basis; to: string
  by: { name: string; role: string; roleWords: Words; orgName: string; actsFor: string | null } | null
  data?: Record<string, unknown>; verdicts: Verdict[]; hash: string
  /** Working days since the entry before, and whose clock they count on. */
  used: { days: number; whose: 'applicant' | 'authority' } | null
}

export type AvailableStep = {
  step: string; says: Words; law: Basis; open: boolean
  refusals: { code: 'notYours' | 'notNow' | 'unmet'; law: Basis; reason: Words; rule?: string; takesReason?: boolean }[]
  by: { role: string; words: Words }[]
  command: object; example: object
  /** Shown before signing: what will happen and who will be told. */
  effects: Words[]; notifies: Words[]
  /** The step signs, refuses or revokes: it is drawn in vermilion. */
  signs: boolean
}

/** One paper of a case. `sha256` is of its facts and stands in the entry; `pdf` once it has been printed. */
export type PaperInfo = { id: string; entry: number; kind: string; words: Words; title: string; number: string | null; on: Day; code: string; sha256: string; pdf: { sha256: string; size: number } | null }

/** GET /api/cases/{id}. `file` is the case as folded from its entries, cut to what the viewer may see. */
export type CaseDetail = {
  /** `turn`: whose turn it is now, and what is asked of them. */
  case: CaseRow & { turn: { role: string; roleWords: Words; asks: Words } | null; regulation: { version: string; words: Words; lapsedOn: Day | null }; file: Record<string, unknown> }
  history: HistoryEntry[]; available: AvailableStep[]; version: number
  /** What may follow and by whom; `then`: whose turn it would be after it. */
  next: { step: string; says: Words; by: Words; then: { roleWords: Words; asks: Words; days: number | null } | null }[]
  related: { id: string; number: string; procedure: string; title: string; status: string }[]
  papers: PaperInfo[]
}

/** POST /api/cases/{id}/steps/{step} */
export type StepDone = { case: CaseRow; version: number; entry: { no: number; hash: string; at: string; did: string; law: Basis } }

/** One thing to do. `law` and `steps`: of what is asked for. `place`: what waits is no case, and where it is seen to. */
export type WorkRow = CaseRow & { asks: Words; /** With whom it lies: whose turn it is, and who else has something to do in it. */ with: Words[]; law: Basis[]; steps: string[]; overdue: boolean; delegated: string | null; place: { to: string; words: Words } | null }

/** GET /api/worklist */
export type Worklist = {
  today: Day
  rows: WorkRow[]
  counts: { mine: number; others: number; done: number }
  byProcedure: Record<string, number>; byStatus: { procedure: string; status: string; count: number }[]
  /** Fifteen days from today: worked or not, and how many items fall due. */
  days: { day: Day; working: boolean | null; makeUp: boolean; due: number }[]
}

/** One finding of the pre-check: which field, which facts, on what it rests. */
export type Finding = { id: string; outcome: 'notMet' | 'needsReason' | 'needsJudgement' | 'notEvaluated' | 'met'; section: string; path: string | null; law: Basis; says: Words; because: Words; rule?: string }

/** POST /api/check/{procedure} */
export type Check = { findings: Finding[]; counts: Record<Finding['outcome'], number>; sections: { section: string; state: 'done' | 'writing' | 'must' | 'explain' | 'empty' | 'notApplicable' }[] }

/** GET and PUT /api/cases/{id}/draft. Paths are "D.area" or "E.equipment.<row>.value". */
export type Draft = { formVersion: string; version: number; values: Record<string, unknown>; editors: { name: string; section: string; at: string }[]; unlocked: string[] | null }
export type DraftChange = { path: string; value: unknown }
export type DraftSaved = { version: number; savedAt: string; conflicts: { path: string; theirs: unknown; by: string; at: string }[]; refused: { path: string; expected: string }[] }

export type FileInfo = { id: string; name: string; size: number; type: string; sha256: string; by: string; at: string; attachment: string | null }
