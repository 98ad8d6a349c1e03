/** What the file of a revocation holds: the base as it was, what was found, what the host said, what was decided and how it was served. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Citation } from '../../kernel/rule.ts'
import type { RevocationGround } from '../../regulation/jinzhong-2023/article-19-revocation.ts'
import type { OpeningGround } from '../../regulation/jinzhong-2023/opening-grounds.ts'
import type { RevocationCommands as Commands, ServiceMethod } from './revocation.commands.ts'

export type RevocationStatus =
  | 'investigating' | 'investigated' | 'curing' | 'cureReported' | 'cured' | 'notified' | 'stating' | 'heard' | 'reviewed' | 'onNotice' | 'cleared' | 'proposed' | 'proposedNot' | 'decided' | 'served' | 'announced' | 'notRevoked' | 'moot'
export type RevocationRole = 'host.clerk' | 'host.admin' | 'partner.admin' | 'base.director' | 'base.clerk' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'

/** Of the base, what the case needs to stand by itself. */
export type BaseTold = { id: string; case: string; name: string; certificateNo: string; recognisedOn: Day; hosts: { org: string; name: string; lead: boolean; demo: boolean }[]; county: string; countyOrg: string; field: string; parties: RevocationParties }
type RevocationParties = { readonly [Role in RevocationRole]?: readonly string[] }
type Person = { person: string; name: string }
export type Served = { method: ServiceMethod; on: Day; proof: string | null; files: string[] }
type Finding<Name extends keyof Commands> = Omit<Commands[Name], 'reasons'> & { on: Day; by: string }
export type Findings = {
  accident?: Finding<'findAccident'>; falsehood?: Finding<'findFalsehood'>; absence?: Finding<'findAbsence'>
  twicePoor?: Finding<'findTwicePoor'> & { series: { year: number; grade: string | null }[] }; unable?: Finding<'findUnable'>
}
/** Under way when the decision was served; `ends`: it ends with the base by itself. */
export type OpenCase = { id: string; number: string; procedure: string; title: string; status: string; ends: boolean }

export type RevocationCase = CaseFile<RevocationStatus, RevocationRole> & {
  base: BaseTold | null; opened: { ground: OpeningGround; facts: string; on: Day; by: Person; decideBy: Day } | null; source: { case: string; number: string; procedure: string } | null; regulation: string | null
  findings: Findings; investigation: { summary: string; investigators: { name: string; org: string }[]; files: string[]; on: Day; by: Person } | null
  suspension: { since: Day; until: Day; reason: string; lifted: Day | null } | null
  cure: { items: { what: string }[]; dueOn: Day; on: Day; reports: { text: string; files: string[]; on: Day }[]; found: { cured: boolean; findings: string; on: Day; by: string } | null; ended: Day | null } | null
  notice: { no: string; facts: string; basis: string; contact: string; grounds: Citation[]; on: Day; acknowledged: { by: string; on: Day } | null; served: Served | null; stateDays: number; dueOn: Day | null } | null
  /** Notices given before this one, with what was said to them. */
  earlier: { notice: NonNullable<RevocationCase['notice']>; statements: RevocationCase['statements']; waived: boolean }[]
  statements: { text: string; asksHearing: boolean; signedBy: string; files: string[]; on: Day }[]; waived: { signedBy: string; on: Day } | null; ended: Day | null
  hearing: { heldOn: Day; chair: string; attended: string; record: string; files: string[]; on: Day } | null
  answers: { points: Commands['answerStatements']['points']; on: Day; by: Person } | null
  legality: { opinion: string; on: Day; by: Person } | null; faulted: { faults: string; on: Day }[]
  onNotice: { id: string; closedOn: Day | null } | null
  proposal: { outcome: 'revoke' | 'notRevoke'; merits: string; on: Day; by: Person } | null; sentBack: { reason: string; on: Day }[]
  decision: { outcome: 'revoked' | 'notRevoked'; documentNo: string; grounds: Citation[]; text: string; minutes: Commands['decideRevoke']['minutes']; on: Day; acknowledged: { by: string; on: Day } | null } | null
  service: (Served & { reconsiderBy: Day; litigateBy: Day; openCases: OpenCase[] }) | null
  announcement: { title: string; no: string; on: Day } | null; plaque: { outcome: 'returned' | 'declaredVoid'; on: Day; note: string | null } | null
  handedOver: { what: string; to: string; on: Day; note: string | null }[]; moot: { because: 'revoked' | 'left'; on: Day } | null
  /** Who opened, investigated or notified: neither reviews the legality nor decides. */
  involved: string[]
}

/** What the door adds to the data of a command. */
type Completed = {
  open: { told: BaseTold; decideBy: Day; regulation: string }
  findTwicePoor: { series: { year: number; grade: string | null }[] }
  suspend: { until: Day }
  giveCure: { dueOn: Day }
  notify: { no: string; grounds: Citation[]; stateDays: number }
  acknowledgeNotice: { dueOn: Day }; recordNoticeService: { servedOn: Day; dueOn: Day }; hear: { heldOn: Day }; recordPlaque: { on: Day }; recordHandOver: { on: Day }
  decideRevoke: { documentNo: string; citations: Citation[] }; decideNotRevoke: { documentNo: string; lifts: boolean }; closeCured: { documentNo: string; lifts: boolean }
  endWithBase: { because: 'revoked' | 'left'; notice: { id: string; late: boolean } | null }
  serve: { servedOn: Day; reconsiderBy: Day; litigateBy: Day; openCases: OpenCase[] }
  announce: { title: string; no: string }
}
export type RevocationEntry = {
  [Name in keyof Commands]: { did: Name; data: Commands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: RevocationStatus; by: { person: string; name: string; org: string } }
}[keyof Commands]

const openingOf: Readonly<Record<OpeningGround, RevocationGround>> = { 'Art. 18': 'twicePoor', 'Art. 19(1)': 'accident', 'Art. 19(2)': 'falsehood', 'Art. 19(3)': 'absence', 'Art. 19(4)': 'unable' }
/** The ground a case was opened on, as Art. 19 lists it. */
export const groundOpened = (file: RevocationCase): RevocationGround | undefined => file.opened ? openingOf[file.opened.ground] : undefined

const cited: Readonly<Record<RevocationGround, readonly Citation[]>> = { accident: ['Art. 19(1)'], falsehood: ['Art. 19(2)'], absence: ['Art. 19(3)'], twicePoor: ['Art. 18', 'Art. 19(3)'], unable: ['Art. 19(4)'] }
const order: readonly RevocationGround[] = ['accident', 'falsehood', 'absence', 'twicePoor', 'unable']
export const groundsFound = ({ findings }: Pick<RevocationCase, 'findings'>): RevocationGround[] => order.filter((ground) => findings[ground] !== undefined)
/** The places of the regulation the findings rest on, each once. */
export const citationsOf = (grounds: readonly RevocationGround[]): Citation[] => [...new Set(grounds.flatMap((ground) => cited[ground]))]

export const empty = ({ jurisdiction }: { jurisdiction: string }): RevocationCase => {
  const city = [`city.${jurisdiction}`]
  return {
    status: 'investigating', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, base: null, opened: null, source: null, regulation: null, findings: {}, investigation: null, suspension: null, cure: null, notice: null, earlier: [],
    statements: [], waived: null, ended: null, hearing: null, answers: null, legality: null, faulted: [], onNotice: null, proposal: null, sentBack: [], decision: null, service: null, announcement: null, plaque: null, handedOver: [], moot: null, involved: [],
  }
}

export function read(file: RevocationCase, entry: RevocationEntry): RevocationCase {
  const { on, by } = entry
  const who: Person = { person: by.person, name: by.name }
  const next: RevocationCase = { ...file, status: entry.to }
  const preparing = { ...next, involved: by.person === 'system' || file.involved.includes(by.person) ? file.involved : [...file.involved, by.person] }
  switch (entry.did) {
    case 'open': {
      const { told, ground, facts, decideBy, regulation, source } = entry.data
      return { ...preparing, base: told, parties: told.parties, opened: { ground, facts, on, by: who, decideBy }, source: source ?? null, regulation }
    }
    case 'findAccident': return found(preparing, 'accident', { ...plain(entry.data), on, by: by.name })
    case 'findFalsehood': return found(preparing, 'falsehood', { ...plain(entry.data), on, by: by.name })
    case 'findAbsence': return found(preparing, 'absence', { ...plain(entry.data), on, by: by.name })
    case 'findTwicePoor': return found(preparing, 'twicePoor', { ...plain(entry.data), on, by: by.name })
    case 'findUnable': return found(preparing, 'unable', { ...plain(entry.data), on, by: by.name })
    case 'dropGround': { const { [entry.data.ground]: _, ...findings } = file.findings; return { ...preparing, findings } }
    case 'suspend': return { ...next, suspension: { since: on, until: entry.data.until, reason: entry.data.reason, lifted: null } }
    case 'liftSuspension': return lifted(next, on)
    case 'investigate': return { ...preparing, investigation: { summary: entry.data.summary, investigators: entry.data.investigators, files: entry.data.files ?? [], on, by: who } }
    case 'giveCure': return { ...preparing, cure: { items: entry.data.items, dueOn: entry.data.dueOn, on, reports: [], found: null, ended: null } }
    case 'reportCure': return file.cure ? { ...next, cure: { ...file.cure, reports: [...file.cure.reports, { text: entry.data.text, files: entry.data.files ?? [], on }] } } : next
    case 'findCured': case 'findNotCured': return file.cure ? { ...preparing, cure: { ...file.cure, found: { cured: entry.did === 'findCured', findings: entry.data.findings, on, by: by.name } } } : preparing
    case 'endCure': return file.cure ? { ...next, cure: { ...file.cure, ended: on } } : next
    case 'notify': return { ...preparing, earlier: file.notice ? [...file.earlier, { notice: file.notice, statements: file.statements, waived: file.waived !== null }] : file.earlier, notice: { no: entry.data.no, facts: entry.data.facts, basis: entry.data.basis, contact: entry.data.contact, grounds: entry.data.grounds, on, acknowledged: null, served: null, stateDays: entry.data.stateDays, dueOn: null }, statements: [], waived: null, ended: null, hearing: null, answers: null, legality: null }
    case 'acknowledgeNotice': return file.notice ? { ...next, notice: { ...file.notice, acknowledged: { by: entry.data.receivedBy, on }, served: { method: 'platform', on, proof: null, files: [] }, dueOn: entry.data.dueOn } } : next
    case 'recordNoticeService': return file.notice ? { ...preparing, notice: { ...file.notice, served: servedAs(entry.data), dueOn: entry.data.dueOn } } : preparing
    case 'state': return { ...next, statements: [...file.statements, { text: entry.data.text, asksHearing: entry.data.asksHearing, signedBy: entry.data.signedBy, files: entry.data.files ?? [], on }] }
    case 'waive': return { ...next, waived: { signedBy: entry.data.signedBy, on } }
    case 'endStatement': return { ...next, ended: on }
    case 'hear': return { ...next, hearing: { heldOn: entry.data.heldOn, chair: entry.data.chair, attended: entry.data.attended, record: entry.data.record, files: entry.data.files ?? [], on } }
    case 'answerStatements': return { ...preparing, answers: { points: entry.data.points, on, by: who } }
    case 'reviewLegality': return { ...next, legality: { opinion: entry.data.opinion, on, by: who } }
    case 'faultLegality': return { ...next, faulted: [...file.faulted, { faults: entry.data.faults, on }], investigation: null }
    case 'openNotice': return next
    case 'enterNotice': case 'joinNotice': case 'moveNotice': return { ...next, onNotice: { id: entry.data.notice, closedOn: null } }
    case 'clearNotice': return { ...next, onNotice: file.onNotice && { ...file.onNotice, closedOn: on } }
    case 'reopen': return { ...next, onNotice: null, investigation: null, sentBack: [...file.sentBack, { reason: entry.data.reason, on }] }
    case 'proposeRevoke': return { ...preparing, proposal: { outcome: 'revoke', merits: entry.data.merits, on, by: who } }
    case 'proposeNotRevoke': return { ...preparing, proposal: { outcome: 'notRevoke', merits: entry.data.merits, on, by: who } }
    case 'sendBack': return { ...next, proposal: null, investigation: null, onNotice: null, sentBack: [...file.sentBack, { reason: entry.data.reason, on }] }
    case 'decideRevoke': return { ...next, decision: { outcome: 'revoked', documentNo: entry.data.documentNo, grounds: entry.data.citations, text: entry.data.grounds, minutes: entry.data.minutes, on, acknowledged: null } }
    case 'decideNotRevoke': case 'closeCured': return lifted({ ...next, decision: { outcome: 'notRevoked', documentNo: entry.data.documentNo, grounds: [], text: entry.data.grounds, minutes: entry.data.minutes, on, acknowledged: null } }, on)
    case 'acknowledgeDecision': return file.decision ? { ...next, decision: { ...file.decision, acknowledged: { by: entry.data.receivedBy, on } } } : next
    case 'serve': return { ...lifted(next, on), service: { ...servedAs(entry.data), reconsiderBy: entry.data.reconsiderBy, litigateBy: entry.data.litigateBy, openCases: entry.data.openCases } }
    case 'announce': return { ...next, announcement: { title: entry.data.title, no: entry.data.no, on } }
    case 'recordPlaque': return { ...next, plaque: { outcome: entry.data.outcome, on: entry.data.on, note: entry.data.note ?? null } }
    case 'recordHandOver': return { ...next, handedOver: [...file.handedOver, { what: entry.data.what, to: entry.data.to, on: entry.data.on, note: entry.data.note ?? null }] }
    case 'endWithBase': return lifted({ ...next, moot: { because: entry.data.because, on } }, on)
  }
}

const found = <Ground extends keyof Findings>(file: RevocationCase, ground: Ground, finding: Findings[Ground]): RevocationCase => ({ ...file, findings: { ...file.findings, [ground]: finding } })
const lifted = (file: RevocationCase, on: Day): RevocationCase => (file.suspension && !file.suspension.lifted ? { ...file, suspension: { ...file.suspension, lifted: on } } : file)
const plain = <Data extends { reasons?: unknown }>({ reasons: _, ...data }: Data): Omit<Data, 'reasons'> => data
const servedAs = ({ method, servedOn, proof, files }: Commands['serve'] & { servedOn: Day }): Served => ({ method, on: servedOn, proof: proof ?? null, files: files ?? [] })
