/** What the file of a panel review holds. Scores are not in it until scoring is closed: they lie sealed beside the entries. */
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { TieStep } from './panel-review.ties.ts'
import type { DrawResult, DrawRules, PoolExpert } from './panel-review.draw.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'

export type PanelReviewStatus = 'convened' | 'committed' | 'witnessed' | 'drawn' | 'scoring' | 'closed' | 'concluded' | 'dissolved'
export type PanelReviewRole = 'city.officer' | 'city.lead' | 'city.supervisor' | 'expert' | 'system'

export type Reviewed = { case: string; number: string; name: string; hosts: string[]; field: string | null }
export type Declaration = { expert: string; about: string; result: 'none' | 'conflict'; on: Day }
export type Designation = { expert: string; name: string; reason: string; by: string; on: Day; answer: 'waiting' | 'approved' | 'refused'; because: string | null }
/** One who sits, or sat: under the number of the record, with the applications that were computed as conflicts when seated. */
export type Member = Omit<PoolExpert, 'expert' | 'conflicts'> & { person: string; name: string; number: string; seat: string; designated: boolean; conflicts: string[] }
export type Seated = Member & { on: Day; left: { because: PanelReviewCommands['replace']['because']; reason: string; on: Day } | null }
/** How a conflict came to be known after the draw; `late`: a sheet was there already. */
export type KnownConflict = { expert: string; about: string; by: 'declared' | 'officer' | 'system'; reason: string; on: Day; late: boolean }
export type Draw = {
  commitment: string; snapshot: string; size: number; rules: DrawRules; counts: { candidates: number; pool: number; excluded: number }; chemical: boolean
  committedBy: string; committedByName: string; on: Day; entry: number
  witness: { word: string; person: string; name: string; on: Day } | null
  revealed: { seed: string; result: DrawResult; on: Day } | null
  abandoned: { reason: string; by: string; on: Day } | null
}
/** A sheet as it was opened and counted at closing. */
export type Counted = { entry: number; expert: string; about: string; total: string; technical: number; vote: PanelReviewCommands['score']['vote']; vetoes: string[] }
/** The rules of counting in force at closing. */
export type CountRules = { trimFrom: number; alarm: number; minValid: number; ties: TieStep[] }
export type Result = { about: string; score: string; sheets: number; agree: number; rank: number; by: 'score' | TieStep; vetoed: boolean; opinion: string; shortlist: boolean }
export type Special = { kind: 'separateAppraisal' | 'commissionedBuild'; basis: string; reason: string }

export type PanelReviewCase = CaseFile<PanelReviewStatus, PanelReviewRole> & {
  title: string; rubric: string; size: number; management: number; applications: Reviewed[]; batch: string | null; special: Special | null; convenedBy: string
  designations: Designation[]; draws: Draw[]; members: Seated[]; declarations: Declaration[]; conflicts: KnownConflict[]
  sheets: { expert: string; about: string; entry: number }[]
  counted: Counted[]; rules: CountRules | null
  /** Since when the material lies open to the experts, and how long an opinion has to be: as in force that day. */
  scoringFrom: Day | null; opinionChars: number
  explanations: { expert: string; about: string; reason: string; on: Day }[]; discussions: { about: string; minutes: string; by: string; on: Day }[]; order: { by: string; applications: string[] }[]
  results: Result[]; concludedOn: Day | null; ended: string | null
}
type Completed = {
  convene: { applications: Reviewed[]; batch: string | null; special: Special | null }; designate: { name: string }
  commitDraw: Pick<Draw, 'commitment' | 'size' | 'rules' | 'counts' | 'chemical'> & { documents: [string] }
  revealDraw: { seed: string; result: DrawResult; members: Member[] }; redraw: { seed?: string; result?: DrawResult }
  beginScoring: { opinionChars?: number }
  replace: { member: Member }; countSheets: { counted: Counted[]; rules: CountRules }
  conclude: { results: Result[] }
}
export type PanelReviewEntry = {
  [Name in keyof PanelReviewCommands]: { did: Name; data: PanelReviewCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: PanelReviewStatus; no: number; by: { person: string; name: string; role: string } }
}[keyof PanelReviewCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): PanelReviewCase => {
  const city = [`city.${jurisdiction}`]
  return {
    status: 'convened', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, title: '', rubric: '', size: 0, management: 0, applications: [], batch: null, special: null, convenedBy: '',
    designations: [], draws: [], members: [], declarations: [], conflicts: [], sheets: [], counted: [], rules: null, scoringFrom: null, opinionChars: 0, explanations: [], discussions: [], order: [], results: [], concludedOn: null, ended: null,
  }
}

export function read(file: PanelReviewCase, entry: PanelReviewEntry): PanelReviewCase {
  const next = { ...file, status: entry.to }
  const { on, by } = entry
  switch (entry.did) {
    case 'convene': return { ...next, title: entry.data.title, rubric: entry.data.rubric, size: entry.data.size, management: entry.data.management, applications: entry.data.applications, batch: entry.data.batch, special: entry.data.special, convenedBy: by.person }
    case 'designate': return { ...next, designations: [...file.designations, { expert: entry.data.expert, name: entry.data.name, reason: entry.data.reason, by: by.person, on, answer: 'waiting', because: null }] }
    case 'approveDesignation': return { ...next, designations: answered(file, entry.data.expert, 'approved', null) }
    case 'refuseDesignation': return { ...next, designations: answered(file, entry.data.expert, 'refused', entry.data.reason) }
    case 'commitDraw': {
      const { commitment, documents: [snapshot], size, rules, counts, chemical } = entry.data
      return { ...next, draws: [...file.draws, { commitment, snapshot, size, rules, counts, chemical, committedBy: by.person, committedByName: by.name, on, entry: entry.no, witness: null, revealed: null, abandoned: null }] }
    }
    case 'witnessDraw': return { ...next, draws: ofLast(file, { witness: { word: entry.data.word, person: by.person, name: by.name, on } }) }
    case 'revealDraw': {
      const { seed, result, members } = entry.data
      return seated({ ...next, draws: ofLast(file, { revealed: { seed, result, on } }) }, members.map((member) => ({ ...member, on, left: null })))
    }
    case 'redraw': {
      const { seed, result, reason } = entry.data
      return seated({ ...next, draws: ofLast(file, { abandoned: { reason, by: by.name, on }, ...(seed !== undefined && result && { revealed: { seed, result, on } }) }) }, [])
    }
    case 'beginScoring': return { ...next, scoringFrom: on, opinionChars: entry.data.opinionChars ?? 50 }
    case 'declareConflict': {
      const [conflict, { about }] = [Object.values(entry.data.answers).some(Boolean), entry.data]
      const told = { ...next, declarations: [...file.declarations, { expert: by.person, about, result: conflict ? 'conflict' as const : 'none' as const, on }] }
      return conflict ? known(told, { expert: by.person, about, by: 'declared', reason: entry.data.note ?? '', on }) : told
    }
    case 'recordConflict': case 'recordConflictLate': return known(next, { expert: entry.data.expert, about: entry.data.about, by: by.role === 'system' ? 'system' : 'officer', reason: entry.data.reason, on })
    case 'declareLate': return known(next, { expert: by.person, about: entry.data.about, by: 'declared', reason: entry.data.reason, on })
    // The data of a score is sealed: only what it is about can be read here.
    case 'score': return { ...next, sheets: [...file.sheets, { expert: by.person, about: entry.data.about, entry: entry.no }] }
    case 'replace': {
      const { expert, because, reason, member } = entry.data
      return seated(next, [...file.members.map((one) => (one.person === expert ? { ...one, left: { because, reason, on } } : one)), { ...member, on, left: null }])
    }
    case 'closeScoring': return next
    case 'countSheets': return { ...next, counted: entry.data.counted, rules: entry.data.rules }
    case 'explain': return { ...next, explanations: [...file.explanations, { expert: by.person, about: entry.data.about, reason: entry.data.reason, on }] }
    case 'discuss': return { ...next, discussions: [...file.discussions, { about: entry.data.about, minutes: entry.data.minutes, by: by.name, on }] }
    case 'breakTie': return { ...next, order: [...file.order, { by: by.person, applications: entry.data.order }] }
    case 'conclude': return { ...next, results: entry.data.results, concludedOn: on }
    case 'dissolve': return { ...next, ended: entry.data.reason }
  }
}

const answered = (file: PanelReviewCase, expert: string, answer: Designation['answer'], because: string | null): Designation[] =>
  file.designations.map((one) => (one.expert === expert && one.answer === 'waiting' ? { ...one, answer, because } : one))

const ofLast = (file: PanelReviewCase, change: Partial<Draw>): Draw[] => file.draws.map((draw, at) => (at === file.draws.length - 1 ? { ...draw, ...change } : draw))

const known = (file: PanelReviewCase, conflict: Omit<KnownConflict, 'late'>): PanelReviewCase =>
  ({ ...file, conflicts: [...file.conflicts, { ...conflict, late: file.sheets.some(({ expert, about }) => expert === conflict.expert && about === conflict.about) }] })

const seated = (file: PanelReviewCase, members: Seated[]): PanelReviewCase =>
  ({ ...file, members, parties: { ...file.parties, expert: members.filter(({ left }) => !left).map(({ person }) => person) } })
