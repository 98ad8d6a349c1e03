/** What the file of a base holds. Its entries are the truth about the base; every register and the portal derive from them. */
import { type Day, plusDays } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { TitleLevel } from '../../regulation/jinzhong-2023/article-14-director.ts'
import type { BaseStatus } from '../../settings/base-status.ts'
import type { Nearing } from '../../settings/base-watch.ts'
import type { TableId } from '../../settings/base-tables/tables.ts'
import type { BaseCommands, HoldBy, HoldKind } from './base.commands.ts'

export type BaseCaseStatus = 'live' | 'revoked' | 'left'
export type BaseRole = 'host.clerk' | 'host.admin' | 'partner.admin' | 'base.director' | 'base.clerk' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'

export type Host = { org: string; name: string; lead: boolean; demo: boolean }
/** What the opening takes over from the application as it was recognised. */
export type Taken = {
  recognisedOn: Day; hosts: Host[]; county: string; field: string; chain: string | null; direction: string; chemical: boolean; special: 'separateAppraisal' | 'commissionedBuild' | null
  director: DirectorTerm | null; goals: string | null; accounting: string | null; application: string
}
export type DirectorTerm = { name: string; bornOn: Day | null; title: TitleLevel | null; from: Day; to: Day; acting: boolean; fullTime: boolean | null; approved: boolean; matter: { case: string; number: string } | null; reasons: Record<string, string>; ended: { on: Day; reason: string } | null }
export type Matter = { case: string; number: string; code: BaseCommands['applyMatter']['code']; effectiveOn: Day; changes: BaseCommands['applyMatter']['changes']; on: Day; inForce: boolean }
/** `by`: an authority, or the report of an accident, which places one at once; not told by holds of an earlier time. */
export type Hold = { case: string; number: string; kind: HoldKind; reason: string; since: Day; by: HoldBy | null; lifted: { on: Day; reason: string | null } | null }
export type Rectification = { case: string; number: string; dueOn: Day; since: Day; ended: Day | null }
/** A base that was commissioned to be built (Art. 11): what its host reports and what was found there, until the city confirms that it operates. */
export type Building = { report: { account: string; files: string[]; signedBy: string; on: Day } | null; proposal: { checkedOn: Day; findings: string; files: string[]; on: Day; by: string } | null; returned: { on: Day; reason: string } | null }
export type GradeOf = { case: string; number: string; year: number; outcome: BaseCommands['recordGrade']['outcome']; grade: BaseCommands['recordGrade']['grade']; on: Day }
/** `no`: the last entry that changed the table. */
export type TableState = { entries: number; no: number; lastOn: Day; lastBy: string }

export type BaseCase = CaseFile<BaseCaseStatus, BaseRole> & {
  city: string; baseId: string; unit: string; recognition: { id: string } | null; name: string; formerNames: { name: string; until: Day }[]; certificateNo: string; documentNo: string
  recognisedOn: Day; hosts: Host[]; formerHosts: { org: string; name: string; until: Day }[]; county: string; field: string; chain: string | null; direction: string; chemical: boolean; special: Taken['special']
  goals: string | null; accounting: string | null; application: string; site: string | null; committee: string | null; openService: 'open' | 'paused'; promoted: 'province' | 'ministry' | 'nation' | null
  terms: DirectorTerm[]; matters: Matter[]; holds: Hold[]; rectifications: Rectification[]; inspections: { case: string; number: string; result: 'clear' | 'findings' | 'obstructed'; on: Day }[]; grades: GradeOf[]; awards: { case: string; number: string; amount: string; paidOn: Day | null; on: Day }[]
  tables: { [Table in TableId]?: TableState }
  /** Since when it is being built, and how far it is; nothing of both once it operates. */
  buildingSince: Day | null; building: Building | null; operatingSince: Day | null
  /** What runs out soon, or has. */
  watched: Nearing[]; watchedSince: Day | null
  ended: { as: 'revoked' | 'left'; on: Day; case: string; number: string; grounds: string[]; documentNo: string | null } | null
}

export type TableKept = { table: TableId; put: number; drop: number; rows: string }
/** Open when the base went, and ended with it. */
export type Ending = { case: string; procedure: string }
/** What the door adds: the rows themselves lie as documents, the entry carries their fingerprints. */
type Completed = { open: { taken: Taken; tables: TableKept[]; documents: string[] }; keepTable: { put: number; drop: number; from: Day; documents: string[]; watched: Nearing[] }; remind: { open: Nearing[] }; watch: { open: Nearing[] }; revoke: { ending?: Ending[] }; leave: { ending?: Ending[] } }
export type BaseEntry = {
  [Name in keyof BaseCommands]: { did: Name; data: (Name extends 'keepTable' ? Omit<BaseCommands[Name], 'put' | 'drop' | 'from' | 'seen'> : Name extends 'remind' | 'watch' ? Omit<BaseCommands[Name], 'open'> : BaseCommands[Name]) & (Name extends keyof Completed ? Completed[Name] : unknown)
    on: Day; to: BaseCaseStatus; no: number; by: { person: string; name: string; role: string; org: string } }
}[keyof BaseCommands]

export const unitOf = (baseId: string) => `base.${baseId}`

export const empty = ({ jurisdiction }: { jurisdiction: string }): BaseCase => {
  const city = `city.${jurisdiction}`
  return {
    status: 'live', parties: { 'city.officer': [city], 'city.lead': [city], 'city.supervisor': [city], system: ['system'] }, city, baseId: '', unit: '', recognition: null, name: '', formerNames: [], certificateNo: '', documentNo: '',
    recognisedOn: '', hosts: [], formerHosts: [], county: '', field: '', chain: null, direction: '', chemical: false, special: null, goals: null, accounting: null, application: '', site: null, committee: null, openService: 'open', promoted: null,
    terms: [], matters: [], holds: [], rectifications: [], inspections: [], grades: [], awards: [], tables: {}, buildingSince: null, building: null, operatingSince: null, watched: [], watchedSince: null, ended: null,
  }
}

/** Since when something is near: the first reminder after a time in which nothing was. */
export function read(file: BaseCase, entry: BaseEntry): BaseCase {
  const next = after(file, entry)
  return { ...next, watchedSince: next.watched.some(isTheHosts) ? (file.watchedSince ?? entry.on) : null }
}

/** A hold is for those who placed it to look after; everything else that runs out is for the host. */
export const isTheHosts = ({ of }: Pick<Nearing, 'of'>): boolean => of !== 'hold'

function after(file: BaseCase, entry: BaseEntry): BaseCase {
  const next: BaseCase = { ...file, status: entry.to }
  const { on } = entry
  switch (entry.did) {
    case 'open': return opened(next, entry)
    case 'keepTable': return { ...next, watched: entry.data.watched, tables: { ...file.tables, [entry.data.table]: { entries: (file.tables[entry.data.table]?.entries ?? 0) + 1, no: entry.no, lastOn: on, lastBy: entry.by.name } } }
    case 'appointDirector': return { ...next, watched: file.watched.filter(({ of }) => of !== 'director'), terms: [...endedBefore(file.terms, entry.data.director.from), termOf(entry.data)] }
    case 'endDirector': return { ...next, terms: ended(file.terms, entry.data.on, entry.data.reason) }
    case 'applyMatter': {
      const matter: Matter = { case: entry.data.matter, number: entry.data.number, code: entry.data.code, effectiveOn: entry.data.effectiveOn, changes: entry.data.changes, on, inForce: entry.data.effectiveOn <= on }
      const kept = { ...next, matters: [...file.matters, matter] }
      return matter.inForce ? changedBy(kept, matter, on) : kept
    }
    case 'takeEffect': {
      const matter = file.matters.find((one) => one.case === entry.data.matter && !one.inForce)
      return matter ? changedBy({ ...next, matters: file.matters.map((one) => (one === matter ? { ...one, inForce: true } : one)) }, matter, on) : next
    }
    case 'reportBuilt': return { ...next, building: { ...(file.building ?? notBuilt), report: { account: entry.data.account, files: entry.data.files, signedBy: entry.data.signedBy, on }, proposal: null } }
    case 'proposeOperation': return { ...next, building: { ...(file.building ?? notBuilt), proposal: { checkedOn: entry.data.checkedOn, findings: entry.data.findings, files: entry.data.files ?? [], on, by: entry.by.person } } }
    case 'returnBuilt': return { ...next, building: { ...notBuilt, returned: { on, reason: entry.data.reason } } }
    case 'confirmOperation': return { ...next, buildingSince: null, building: null, operatingSince: on, watched: file.watched.filter(({ of }) => of !== 'building') }
    case 'hold': return { ...next, holds: [...file.holds, { case: entry.data.case, number: entry.data.number, kind: entry.data.kind, reason: entry.data.reason, since: on, by: entry.data.by ?? null, lifted: null }] }
    case 'lift': return { ...next, watched: withoutHold(file, entry.data.case), holds: file.holds.map((hold) => (hold.case === entry.data.case && !hold.lifted ? { ...hold, lifted: { on, reason: entry.data.reason ?? null } } : hold)) }
    case 'beginRectification': return { ...next, rectifications: [...file.rectifications.filter((one) => one.case !== entry.data.case || one.ended), { case: entry.data.case, number: entry.data.number, dueOn: entry.data.dueOn, since: on, ended: null }] }
    case 'endRectification': return { ...next, rectifications: file.rectifications.map((one) => (one.case === entry.data.case && !one.ended ? { ...one, ended: on } : one)) }
    case 'recordInspection': return { ...next, inspections: [...file.inspections, { case: entry.data.case, number: entry.data.number, result: entry.data.result, on: entry.data.on }] }
    case 'recordGrade': return { ...next, grades: [...file.grades.filter(({ year }) => year !== entry.data.year), { case: entry.data.case, number: entry.data.number, year: entry.data.year, outcome: entry.data.outcome, grade: entry.data.grade, on }].sort((a, b) => a.year - b.year) }
    case 'recordAward': return { ...next, awards: [...file.awards.filter((one) => one.case !== entry.data.case), { case: entry.data.case, number: entry.data.number, amount: entry.data.amount, paidOn: entry.data.paidOn ?? null, on }] }
    case 'remind': case 'watch': return { ...next, watched: entry.data.open }
    case 'revoke': return closed(next, on, { as: 'revoked', on, case: entry.data.case, number: entry.data.number, grounds: entry.data.grounds, documentNo: entry.data.documentNo })
    case 'leave': return closed(next, on, { as: 'left', on, case: entry.data.matter, number: entry.data.number, grounds: [], documentNo: null })
  }
}

const notBuilt: Building = { report: null, proposal: null, returned: null }
const withoutHold = ({ watched, holds }: BaseCase, id: string): Nearing[] => { const lifted = holds.filter((hold) => hold.case === id).map(({ number }) => number); return watched.filter(({ of, title }) => of !== 'hold' || !lifted.includes(title)) }

function opened(file: BaseCase, entry: Extract<BaseEntry, { did: 'open' }>): BaseCase {
  const { recognition, baseId, name, certificateNo, documentNo, taken, tables } = entry.data
  const { director, ...rest } = taken
  // Decision 0130: what was commissioned to be built is not yet there.
  const commissioned = taken.special === 'commissionedBuild'
  return withParties({
    ...file, ...rest, recognition: { id: recognition }, baseId, unit: unitOf(baseId), name, certificateNo, documentNo, terms: director ? [director] : [],
    buildingSince: commissioned ? taken.recognisedOn : null, building: commissioned ? notBuilt : null, operatingSince: commissioned ? null : taken.recognisedOn,
    tables: Object.fromEntries(tables.map(({ table }) => [table, { entries: 1, no: entry.no, lastOn: entry.on, lastBy: entry.by.name }])),
  })
}

const withParties = (file: BaseCase): BaseCase => {
  const [lead, partners] = [file.hosts.filter((host) => host.lead).map(({ org }) => org), file.hosts.filter((host) => !host.lead).map(({ org }) => org)]
  const county = [`county.${file.county}`]
  return { ...file, parties: { 'host.clerk': lead, 'host.admin': lead, 'partner.admin': partners, 'base.director': [file.unit], 'base.clerk': [file.unit], 'county.officer': county, 'county.lead': county, 'city.officer': [file.city], 'city.lead': [file.city], 'city.supervisor': [file.city], system: ['system'] } }
}

const termOf = ({ director, matter, number, approved }: BaseCommands['appointDirector']): DirectorTerm => ({
  name: director.name, bornOn: director.bornOn ?? null, title: director.title ?? null, from: director.from, to: director.to, acting: director.acting ?? false, fullTime: director.fullTime ?? null, approved: approved ?? false,
  matter: matter ? { case: matter, number: number ?? '' } : null, reasons: director.reasons ?? {}, ended: null,
})

/** A new director ends the term before, on the day before the own one begins. */
const endedBefore = (terms: readonly DirectorTerm[], from: Day): DirectorTerm[] => ended(terms, plusDays(from, -1), null)
function ended(terms: readonly DirectorTerm[], on: Day, reason: string | null): DirectorTerm[] {
  return terms.map((term) => (term.ended || term.to <= on ? term : { ...term, ended: { on, reason: reason ?? '新任主任到任' } }))
}

/** A matter that takes effect changes what it names, and history keeps what was before. */
function changedBy(file: BaseCase, { changes, effectiveOn }: Matter, on: Day): BaseCase {
  const until = plusDays(effectiveOn > on ? on : effectiveOn, -1)
  const next: BaseCase = { ...file }
  if (changes.name && changes.name !== file.name) { next.formerNames = [...file.formerNames, { name: file.name, until }]; next.name = changes.name }
  if (changes.direction !== undefined) next.direction = changes.direction
  if (changes.goals !== undefined) next.goals = changes.goals
  if (changes.site !== undefined) next.site = changes.site
  if (changes.committee !== undefined) next.committee = changes.committee
  if (changes.openService) next.openService = changes.openService
  if (changes.promoted) next.promoted = changes.promoted
  if (changes.hosts) {
    const lead = changes.hosts.some((host) => host.lead) ? undefined : changes.hosts[0]?.org
    next.hosts = changes.hosts.map(({ org, name, ...host }) => ({ org, name, lead: host.lead ?? org === lead, demo: file.hosts.find((one) => one.org === org)?.demo ?? name.includes('演示') }))
    next.formerHosts = [...file.formerHosts, ...file.hosts.filter(({ org, name }) => !next.hosts.some((one) => one.org === org && one.name === name)).map(({ org, name }) => ({ org, name, until }))]
  }
  return withParties(next)
}

const closed = (file: BaseCase, on: Day, how: NonNullable<BaseCase['ended']>): BaseCase => ({
  ...file, ended: how, watched: [], building: null, buildingSince: null, terms: ended(file.terms, on, how.as === 'revoked' ? '中试基地已撤销' : '中试基地已退出'),
  holds: file.holds.map((hold) => (hold.lifted ? hold : { ...hold, lifted: { on, reason: null } })), rectifications: file.rectifications.map((one) => (one.ended ? one : { ...one, ended: on })),
})

/** What a reader sees as the status of the base: the gravest that holds. */
export function baseStatusOf({ status, holds, rectifications, buildingSince }: Pick<BaseCase, 'status' | 'holds' | 'rectifications' | 'buildingSince'>): BaseStatus {
  if (status !== 'live') return status
  if (holds.some(({ lifted }) => !lifted)) return 'suspended'
  if (rectifications.some((one) => !one.ended)) return 'rectifying'
  return buildingSince ? 'building' : 'operating'
}

/** Who is director on a day: the latest term that has begun and not ended. */
export const directorOn = (terms: readonly DirectorTerm[], on: Day): DirectorTerm | undefined =>
  terms.filter((term) => term.from <= on && (term.ended ? term.ended.on >= on : true)).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)
