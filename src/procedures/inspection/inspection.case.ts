/** What the file of an inspection holds: the base as it was found, the list as it was answered, and the way of every demand. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { type InspectionAnswer, inspectionItemOf } from '../../settings/inspection-2026.ts'
import type { InspectionCommands } from './inspection.commands.ts'
import type { RegisterShown } from './inspection.findings.ts'

export type InspectionStatus = 'planned' | 'ready' | 'recorded' | 'proposed' | 'rectifying' | 'reported' | 'escalated' | 'closed' | 'ended' | 'referred' | 'obstructed'
export type InspectionRole = 'host.clerk' | 'host.admin' | 'base.director' | 'base.clerk' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'system'

/** The base as the register had it when the inspection was ordered; `case` is its file, `unit` where its people hold their roles. */
export type InspectedBase = {
  id: string; case: string; unit: string; name: string; status: string; county: string; countyOrg: string; field: string; chemical: boolean
  hosts: { org: string; name: string; lead: boolean; demo: boolean }[]
}
export type Photo = { id: string; at: string }
export type Person = { name: string; org: string }
export type FoundItem = { item: string; answer: InspectionAnswer; note: string; found: string | null; at: string | null; photos: Photo[]; matter: string | null }
export type InspectionRecord = {
  version: string; inspectedOn: Day; inspectors: Person[]; items: FoundItem[]; majorHazard: boolean; present: string; remark: string; opinion: string; signedBy: string[]
  /** What the register said on that day, item by item. */
  shown: RegisterShown; on: Day; by: string
}
/** A visit that came to nothing because the base would not have it: what happened, what shows it, and who was there. */
export type Obstruction = { how: string; happenedOn: Day; inspectors: Person[]; facts: string; present: string; files: string[]; signedBy: string[]; on: Day }
/** One thing to be put right, with everything that happened to it; the last report and check stand. */
export type Demand = {
  item: string; law: Basis; words: Words; demand: string; dueOn: Day
  report: { answer: string; files: string[]; on: Day } | null
  check: { result: 'rectified' | 'notRectified'; note: string; photos: Photo[]; on: Day; by: string } | null
}
export type InspectionCase = CaseFile<InspectionStatus, InspectionRole> & {
  jurisdiction: string
  base: InspectedBase | null; level: 'county' | 'city'; kind: string; reason: string; plan: { id: string; number: string; title: string } | null; /** The major matter whose effect ordered it. */ matter: string | null; orderedOn: Day | null
  notice: { visitOn: Day; inspectors: Person[]; matters: string; on: Day } | null; unannounced: string | null
  record: InspectionRecord | null; obstruction: Obstruction | null
  proposal: { demands: Demand[]; opinion: string; by: string; on: Day } | null
  demands: Demand[]; requiredOn: Day | null; termFrom: Day | null; checkedBy: string[]; returns: number
  escalated: { on: Day; reason: string; by: 'lead' | 'clock' } | null
  referral: { ground: string; facts: string; on: Day } | null
  closed: { on: Day; opinion: string; result: 'clear' | 'rectified' } | null; ended: { on: Day; reason: string } | null
}

/** What the door adds to the data of a command. */
type Completed = {
  open: { subject: InspectedBase; ofPlan?: { id: string; number: string; title: string } }
  record: { version: string; shown: RegisterShown }
}
export type InspectionEntry = {
  [Name in keyof InspectionCommands]: { did: Name; data: Name extends keyof Completed ? Omit<InspectionCommands[Name], keyof Completed[Name]> & Completed[Name] : InspectionCommands[Name]; on: Day; to: InspectionStatus; by: { person: string; name: string; role: string; org: string } }
}[keyof InspectionCommands]

/** What the system orders is the county's to carry out: Art. 7(3) gives it the inspection on the spot (decision 0132). */
export const levelOf = (role: string): 'county' | 'city' => (role.startsWith('city.') ? 'city' : 'county')

export const empty = ({ jurisdiction, actor }: { jurisdiction: string; actor: { holds: readonly { role: string; org: string }[] } }): InspectionCase => {
  const held = (role: string) => actor.holds.filter((one) => one.role === role).map(({ org }) => org)
  return {
    status: 'planned', parties: { 'county.officer': held('county.officer'), 'county.lead': held('county.lead'), 'city.officer': held('city.officer'), 'city.lead': held('city.lead'), system: ['system'] },
    jurisdiction, base: null, level: 'county', kind: '', reason: '', plan: null, matter: null, orderedOn: null, notice: null, unannounced: null, record: null, obstruction: null, proposal: null, demands: [], requiredOn: null, termFrom: null,
    checkedBy: [], returns: 0, escalated: null, referral: null, closed: null, ended: null,
  }
}

export function read(file: InspectionCase, entry: InspectionEntry): InspectionCase {
  const next: InspectionCase = { ...file, status: entry.to }
  const { on } = entry
  switch (entry.did) {
    case 'open': return withParties({ ...next, base: entry.data.subject, level: levelOf(entry.by.role), kind: entry.data.kind, reason: entry.data.reason, plan: entry.data.ofPlan ?? null, matter: entry.data.matter ?? null, orderedOn: on })
    case 'notify': return withParties({ ...next, notice: { visitOn: entry.data.visitOn, inspectors: entry.data.inspectors, matters: entry.data.matters ?? '', on } })
    case 'goUnannounced': return { ...next, unannounced: entry.data.reason }
    case 'record': return withParties({ ...next, record: recordOf(entry.data, on, entry.by.person) })
    case 'recordObstruction': { const { how, happenedOn, inspectors, facts, present, files, signedBy } = entry.data; return withParties({ ...next, obstruction: { how, happenedOn, inspectors, facts, present: present ?? '', files, signedBy, on } }) }
    case 'close': return { ...next, closed: { on, opinion: entry.data.opinion, result: 'clear' } }
    case 'proposeRectification': return { ...next, proposal: { demands: entry.data.demands.map(demandOf), opinion: entry.data.opinion, by: entry.by.person, on } }
    case 'sendBack': return { ...next, proposal: null }
    case 'requireRectification': return { ...next, demands: file.proposal?.demands ?? [], requiredOn: on, termFrom: on }
    case 'reportRectification': return { ...next, demands: file.demands.map((one) => { const told = entry.data.answers.find(({ item }) => item === one.item); return told ? { ...one, report: { answer: told.answer, files: told.files ?? [], on }, check: null } : one }) }
    case 'verify': return { ...next, checkedBy: [...new Set([...file.checkedBy, entry.by.person])], demands: file.demands.map((one) => { const found = entry.data.results.find(({ item }) => item === one.item); return found ? { ...one, check: { result: found.result, note: found.note ?? '', photos: found.photos ?? [], on, by: entry.by.person } } : one }) }
    case 'returnRectification': return { ...next, returns: file.returns + 1, demands: file.demands.map((one) => (one.check?.result === 'notRectified' ? { ...one, dueOn: entry.data.dueOn, report: null } : one)) }
    case 'closeRectified': return { ...next, closed: { on, opinion: entry.data.opinion, result: 'rectified' } }
    case 'extend': return { ...next, demands: withDue(file.demands, entry.data.dueOn) }
    case 'escalate': return withParties({ ...next, level: 'city', escalated: { on, reason: entry.data.reason, by: 'lead' } })
    case 'escalateOverdue': return withParties({ ...next, level: 'city', escalated: { on, reason: '', by: 'clock' } })
    case 'setTerm': return { ...next, termFrom: on, demands: withDue(file.demands, entry.data.dueOn) }
    case 'refer': return { ...next, referral: { ground: entry.data.ground, facts: entry.data.facts, on } }
    case 'cancel': return { ...next, ended: { on, reason: entry.data.reason } }
    case 'endWithBase': return { ...next, ended: { on, reason: entry.data.reason ?? '' } }
  }
}

/** Demands that are not rectified yet; those reported wait for the check. */
export const openDemands = ({ demands }: Pick<InspectionCase, 'demands'>): Demand[] => demands.filter(({ check }) => check?.result !== 'rectified')
/** The day by which the base has to report next. */
export const nextDue = (file: Pick<InspectionCase, 'demands'>): Day | undefined => openDemands(file).map(({ dueOn }) => dueOn).sort()[0]
export const itemsAnswered = (file: Pick<InspectionCase, 'record'>, answer: InspectionAnswer): string[] => (file.record?.items ?? []).filter((one) => one.answer === answer).map(({ item }) => item)

/** What is asked rests on the article of its item. */
const demandOf = ({ item, demand, dueOn }: InspectionCommands['proposeRectification']['demands'][number]): Demand => {
  const known = inspectionItemOf(item)
  return { item, law: known?.law ?? 'Art. 7(3)', words: known?.words ?? { zh: item, en: item }, demand, dueOn, report: null, check: null }
}
const withDue = (demands: Demand[], dueOn: Day): Demand[] => demands.map((one) => (one.check?.result === 'rectified' ? one : { ...one, dueOn }))

/** From the notice on, or from what was recorded where there was none, the base and its host take part; from an escalation on, the city acts. */
function withParties(file: InspectionCase): InspectionCase {
  const { base, level, jurisdiction } = file
  const city = level === 'city' ? [`city.${jurisdiction}`] : []
  const county = level === 'county' && base ? [base.countyOrg] : []
  const told = file.notice !== null || file.record !== null || file.obstruction !== null
  const lead = told && base ? base.hosts.filter((host) => host.lead).map(({ org }) => org) : []
  const unit = told && base ? [base.unit] : []
  return { ...file, parties: { 'county.officer': county, 'county.lead': county, 'city.officer': city, 'city.lead': city, 'host.admin': lead, 'host.clerk': lead, 'base.director': unit, 'base.clerk': unit, system: ['system'] } }
}

const recordOf = (data: Extract<InspectionEntry, { did: 'record' }>['data'], on: Day, by: string): InspectionRecord => ({
  version: data.version, inspectedOn: data.inspectedOn, inspectors: data.inspectors, majorHazard: data.majorHazard, present: data.present ?? '', remark: data.remark ?? '', opinion: data.opinion, signedBy: data.signedBy, shown: data.shown, on, by,
  items: data.items.map((one) => ({ item: one.item, answer: one.answer, note: one.note ?? '', found: one.found ?? null, at: one.at ?? null, photos: one.photos ?? [], matter: one.matter ?? null })),
})
