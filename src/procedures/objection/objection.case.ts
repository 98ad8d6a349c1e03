/** What the file of an objection holds. Who objects is not in it: the case knows the sealed identity by its fingerprint alone. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { ObjectionCategory, ObjectionCommands } from './objection.commands.ts'

export type ObjectionStatus = 'filed' | 'notAccepted' | 'investigating' | 'awaitingReply' | 'extended' | 'reported' | 'concluded' | 'answered' | 'withdrawn'
export type ObjectionRole = 'host.admin' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'
export type Outcome = 'upheld' | 'partly' | 'notUpheld'

/** The row of the notice as it was published, and the case behind it. */
export type RowObjected = { no: number; case: string; name: string; hosts: { org: string; name: string; demo: boolean }[] }
/** What becomes of the row, as the door found notice and case at that moment. */
/** `id`: the notice the row stands on by now, a corrected one where the one objected to was corrected. */
export type RowAfter = { row: 'waits' | 'released' | 'struck' | 'untouched'; notice: 'published' | 'closed' | 'terminated' | 'corrected'; id?: string }
export type Evidence = { id: string; size: number; type: string; sha256: string }

export type ObjectionCase = CaseFile<ObjectionStatus, ObjectionRole> & {
  notice: { id: string; number: string; kind: string; title: string } | null; row: RowObjected | null
  category: ObjectionCategory | null; facts: string; evidenceTold: string; evidence: Evidence[]; objector: string; filedOn: Day | null
  handler: { person: string; name: string } | null; acceptedOn: Day | null
  asked: { request: string; on: Day; dueOn: Day } | null; reply: { text: string; files: string[]; on: Day } | null; unanswered: boolean
  extension: { reason: string; on: Day } | null
  report: { findings: string; recommends: Outcome; on: Day; by: string } | null
  conclusion: { outcome: Outcome; text: string; on: Day } | null
  answer: { text: string; on: Day } | null; refused: { grounds: string[]; told: string; on: Day } | null; withdrawnOn: Day | null
  after: RowAfter | null
}

/** What the door adds to the data of a command. */
type Completed = {
  file: { about: { id: string; number: string; kind: string; title: string }; object: RowObjected; after: RowAfter }
  assign: { name: string }; handOver: { name: string }
  askReply: { dueOn: Day }
  refuseToAccept: { after: RowAfter }; withdraw: { after: RowAfter }; concludeUpheld: { after: RowAfter }; concludePartly: { after: RowAfter }; concludePartlyReview: { after: RowAfter }; concludeNotUpheld: { after: RowAfter }
}
export type ObjectionEntry = {
  [Name in keyof ObjectionCommands]: { did: Name; data: ObjectionCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: ObjectionStatus; by: { person: string; name: string } }
}[keyof ObjectionCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): ObjectionCase => {
  const city = [`city.${jurisdiction}`]
  return {
    status: 'filed', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, notice: null, row: null, category: null, facts: '', evidenceTold: '', evidence: [], objector: '', filedOn: null,
    handler: null, acceptedOn: null, asked: null, reply: null, unanswered: false, extension: null, report: null, conclusion: null, answer: null, refused: null, withdrawnOn: null, after: null,
  }
}

export function read(file: ObjectionCase, entry: ObjectionEntry): ObjectionCase {
  const next: ObjectionCase = { ...file, status: entry.to }
  const { on } = entry
  switch (entry.did) {
    case 'file': return { ...next, notice: entry.data.about, row: entry.data.object, category: entry.data.category, facts: entry.data.facts, evidenceTold: entry.data.evidence ?? '', objector: entry.data.objector, filedOn: on, after: entry.data.after }
    case 'addEvidence': case 'addMoreEvidence': return { ...next, evidence: [...file.evidence, ...entry.data.files] }
    case 'takeOn': return { ...next, handler: { person: entry.by.person, name: entry.by.name } }
    case 'assign': case 'handOver': return { ...next, handler: { person: entry.data.handler, name: entry.data.name } }
    case 'accept': return { ...next, acceptedOn: on }
    case 'refuseToAccept': return { ...next, refused: { grounds: entry.data.grounds, told: entry.data.told, on }, after: entry.data.after }
    // From here on the host is a party: it reads the request and answers it, never what came before.
    case 'askReply': return { ...next, asked: { request: entry.data.request, on, dueOn: entry.data.dueOn }, reply: null, unanswered: false, parties: { ...file.parties, 'host.admin': (file.row?.hosts ?? []).slice(0, 1).map(({ org }) => org) } }
    case 'reply': return { ...next, reply: { text: entry.data.text, files: entry.data.files ?? [], on } }
    case 'proceedWithoutReply': return { ...next, unanswered: true }
    case 'extend': return { ...next, extension: { reason: entry.data.reason, on } }
    case 'report': return { ...next, report: { findings: entry.data.findings, recommends: entry.data.recommends, on, by: entry.by.person } }
    case 'sendBack': return { ...next, report: null }
    case 'concludeUpheld': return { ...next, conclusion: { outcome: 'upheld', text: entry.data.conclusion, on }, after: entry.data.after }
    case 'concludePartly': case 'concludePartlyReview': return { ...next, conclusion: { outcome: 'partly', text: entry.data.conclusion, on }, after: entry.data.after }
    case 'concludeNotUpheld': return { ...next, conclusion: { outcome: 'notUpheld', text: entry.data.conclusion, on }, after: entry.data.after }
    case 'answer': return { ...next, answer: { text: entry.data.text, on } }
    case 'withdraw': return { ...next, withdrawnOn: on, after: entry.data.after }
  }
}
