/** What the file of a public notice holds: a frozen list, its text and hash, and its period. */
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { NoticeChange } from '../../settings/notice-changes.ts'
import type { PublicNoticeCommands } from './public-notice.commands.ts'

export type PublicNoticeStatus = 'published' | 'closed' | 'corrected' | 'terminated'
export type PublicNoticeRole = 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'
/** Only what may be public: no person, no telephone. `outcome`: what is intended for this row, where rows differ. */
export type NoticeRow = { case: string; name: string; hosts: string[]; field: string; county: string; outcome?: string; /** Of the case listed; a row without one is a recognition. */ procedure?: string }

/** What a corrected list is published with: the notice it takes the place of, and which of its rows wait. */
export type Correction = { notice: string; number: string; title: string; on: Day; reason: string; changes: NoticeChange[] }

export type PublicNoticeCase = CaseFile<PublicNoticeStatus, PublicNoticeRole> & {
  kind: PublicNoticeCommands['publish']['kind'] | null; title: string; rows: NoticeRow[]; text: string; textHash: string
  contact: string | null
  /** The first day of the period: of a corrected list the working day after it was published. */
  publishedOn: Day | null; startsOn: Day | null; endsOn: Day | null; provisional: boolean; held: { case: string; reason: string; objection: string | null }[]; struck: string[]; closedOn: Day | null; outcome: string | null
  /** Of a corrected list: what it takes the place of. Of the list it replaces: what was changed, and the notice that holds now. */
  correction: Correction | null; corrected: { reason: string; changes: NoticeChange[]; on: Day } | null; successor: { notice: string; number: string; startsOn: Day; endsOn: Day; provisional: boolean } | null
}
/** `first`: the case whose own step opened the notice; set by that step and by nobody else, or a case on notice could be moved to a new one. */
type Completed = {
  publish: { first?: string; rows: NoticeRow[]; text: string; textHash: string; startsOn?: Day; endsOn: Day; provisional: boolean; contact?: string; correction?: Correction; held?: PublicNoticeCase['held'] }
  correct: { number: string; list: { title: string; contact?: string; rows: NoticeRow[] }; changes: NoticeChange[]; removed: NoticeRow[] }
}
export type PublicNoticeEntry = {
  [Name in keyof PublicNoticeCommands]: { did: Name; data: PublicNoticeCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: PublicNoticeStatus }
}[keyof PublicNoticeCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): PublicNoticeCase => {
  const city = [`city.${jurisdiction}`]
  return { status: 'published', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, kind: null, title: '', rows: [], text: '', textHash: '', contact: null, publishedOn: null, startsOn: null, endsOn: null, provisional: false, held: [], struck: [], closedOn: null, outcome: null, correction: null, corrected: null, successor: null }
}

export function read(file: PublicNoticeCase, entry: PublicNoticeEntry): PublicNoticeCase {
  const next = { ...file, status: entry.to }
  switch (entry.did) {
    case 'publish': return { ...next, kind: entry.data.kind, title: entry.data.title, rows: entry.data.rows, text: entry.data.text, textHash: entry.data.textHash, contact: entry.data.contact ?? null, publishedOn: entry.on, startsOn: entry.data.startsOn ?? entry.on, endsOn: entry.data.endsOn, provisional: entry.data.provisional, correction: entry.data.correction ?? null }
    case 'holdRow': return { ...next, held: [...file.held, { case: entry.data.case, reason: entry.data.reason, objection: entry.data.objection ?? null }] }
    case 'releaseRow': case 'releaseRowLate': return { ...next, held: without(file, entry.data) }
    case 'strikeRow': case 'strikeRowLate': return { ...next, held: without(file, entry.data), struck: [...file.struck, entry.data.case] }
    case 'withdrawRow': case 'withdrawRowLate': return { ...next, held: file.held.filter((held) => held.case !== entry.data.case), struck: [...file.struck, entry.data.case] }
    case 'close': return { ...next, closedOn: entry.on, outcome: entry.data.outcome ?? null }
    case 'correct': return { ...next, closedOn: entry.on, corrected: { reason: entry.data.reason, changes: entry.data.changes, on: entry.on } }
    case 'supersede': return { ...next, successor: entry.data }
    case 'terminate': return { ...next, closedOn: entry.on, outcome: entry.data.reason }
  }
}

/** A row may wait for several objections; each is settled by itself. */
const without = (file: PublicNoticeCase, settled: { case: string; objection?: string | undefined }) => file.held.filter((held) => held.case !== settled.case || held.objection !== (settled.objection ?? null))

/** Rows that were not taken off the list. */
export const standingRows = (file: PublicNoticeCase): NoticeRow[] => file.rows.filter((row) => !file.struck.includes(row.case))

/** Rows that nothing holds and nothing took off the list. */
export const freeRows = (file: PublicNoticeCase): NoticeRow[] => standingRows(file).filter((row) => !file.held.some((one) => one.case === row.case))
