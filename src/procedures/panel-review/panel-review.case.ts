/** What the file of a panel review holds. Scores are not in it until scoring is closed: they lie sealed beside the entries. */
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'

export type PanelReviewStatus = 'convened' | 'scoring' | 'closed' | 'concluded' | 'dissolved'
export type PanelReviewRole = 'city.officer' | 'city.lead' | 'city.supervisor' | 'expert' | 'system'

export type Reviewed = { case: string; number: string; name: string; hosts: string[] }
export type Declaration = { expert: string; about: string; result: 'none' | 'conflict'; on: Day }
export type Result = { about: string; score: string; sheets: number; agree: number; rank: number; vetoed: boolean; opinion: string; shortlist: boolean }

export type PanelReviewCase = CaseFile<PanelReviewStatus, PanelReviewRole> & {
  title: string; rubric: string; size: number; applications: Reviewed[]; convenedBy: string
  experts: { person: string; name: string; reason: string; left: boolean }[]
  declarations: Declaration[]; sheets: { expert: string; about: string; entry: number }[]
  results: Result[]; concludedOn: Day | null; ended: string | null
}
type Completed = {
  convene: { applications: Reviewed[] }; designate: { named: { person: string; name: string }[] }; replace: { named: { person: string; name: string }[] }
  conclude: { results: Result[] }
}
export type PanelReviewEntry = {
  [Name in keyof PanelReviewCommands]: { did: Name; data: PanelReviewCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: PanelReviewStatus; no: number; by: { person: string } }
}[keyof PanelReviewCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): PanelReviewCase => {
  const city = [`city.${jurisdiction}`]
  return { status: 'convened', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, title: '', rubric: '', size: 0, applications: [], convenedBy: '', experts: [], declarations: [], sheets: [], results: [], concludedOn: null, ended: null }
}

export const sitting = (file: PanelReviewCase) => file.experts.filter((expert) => !expert.left)
/** A conflict once declared stays: whoever took it back could read and score after all. */
export const declarationOf = (file: PanelReviewCase, expert: string, about: string): Declaration['result'] | undefined => {
  const declared = file.declarations.filter((one) => one.expert === expert && one.about === about)
  return declared.find(({ result }) => result === 'conflict')?.result ?? declared.at(-1)?.result
}
/** A sheet counts while its expert sits on the panel and stands without a declared conflict. */
export const validSheets = (file: PanelReviewCase, about: string) =>
  file.sheets.filter((sheet) => sheet.about === about && sitting(file).some(({ person }) => person === sheet.expert) && declarationOf(file, sheet.expert, about) === 'none')

export function read(file: PanelReviewCase, entry: PanelReviewEntry): PanelReviewCase {
  const next = { ...file, status: entry.to }
  switch (entry.did) {
    case 'convene': return { ...next, title: entry.data.title, rubric: entry.data.rubric, size: entry.data.size, applications: entry.data.applications, convenedBy: entry.by.person }
    case 'designate': return seated(next, [...file.experts, ...entry.data.named.map((expert) => ({ ...expert, reason: entry.data.reason, left: false }))])
    case 'replace': return seated(next, [...file.experts.map((expert) => (expert.person === entry.data.expert ? { ...expert, left: true } : expert)), ...entry.data.named.map((expert) => ({ ...expert, reason: entry.data.reason, left: false }))])
    case 'beginScoring': return next
    case 'declareConflict': return { ...next, declarations: [...file.declarations, { expert: entry.by.person, about: entry.data.about, result: Object.values(entry.data.answers).some(Boolean) ? 'conflict' : 'none', on: entry.on }] }
    // The data of a score is sealed: only what it is about can be read here.
    case 'score': return { ...next, sheets: [...file.sheets, { expert: entry.by.person, about: entry.data.about, entry: entry.no }] }
    case 'closeScoring': return next
    case 'conclude': return { ...next, results: entry.data.results, concludedOn: entry.on }
    case 'dissolve': return { ...next, ended: entry.data.reason }
  }
}

const seated = (file: PanelReviewCase, experts: PanelReviewCase['experts']): PanelReviewCase =>
  ({ ...file, experts, parties: { ...file.parties, expert: experts.filter((expert) => !expert.left).map(({ person }) => person) } })
