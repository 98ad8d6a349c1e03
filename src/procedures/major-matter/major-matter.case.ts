/** What the file of a major matter holds: whose base it is, what is asked, who said what on the way, and what became of it. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Verdict } from '../../kernel/rule.ts'
import type { ChangeKey, MatterCode, MatterKind } from '../../settings/matters/matter.ts'
import { matterOf } from '../../settings/matters/matters-2026.ts'
import type { MajorMatterCommands } from './major-matter.commands.ts'
import type { Attached, Host, MatterValues } from './major-matter.form.ts'

export type { Attached, Host, MatterValue, MatterValues } from './major-matter.form.ts'

export type MajorMatterStatus = 'draft' | 'demanded' | 'applied' | 'returned' | 'endorsed' | 'examined' | 'approved' | 'refused' | 'filed' | 'recorded' | 'leaving' | 'onNotice' | 'left' | 'withdrawn'
  | 'reported' | 'written' | 'cleared' | 'liftProposed' | 'lifted' | 'ended'
export type MajorMatterRole = 'base.director' | 'base.clerk' | 'host.clerk' | 'host.admin' | 'partner.admin' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'
export type Side = 'base' | 'host' | 'county' | 'city' | 'system'

/** The base as it stood when the matter was opened. */
export type OfBase = { id: string; case: string; unit: string; name: string; county: string; countyOrg: string; field: string; hosts: Host[] }
/** What the register says of the places a matter may change. */
export type Register = {
  name: string; direction: string; goals: string | null; hosts: Host[]; committee: string | null; site: string | null; openService: 'open' | 'paused'; promoted: 'province' | 'ministry' | 'nation' | null
  director: { name: string; from: Day; to: Day; acting: boolean } | null
}

/** The matter as it was handed in: frozen, with what the register said at that moment. */
export type Asked = {
  on: Day; by: 'base' | 'host'; kind: MatterKind; values: MatterValues; attached: Attached[]; before: Partial<Register>
  happenedOn: Day | null; dueOn: Day | null; late: boolean; /** Planned for a day before it was applied for. */ ahead: boolean
}
export type Finding = { number: string; facts: string; case: string; procedure: string; by: Side; on: Day }
export type Accident = MajorMatterCommands['report'] & { reportedAt: string; hours: number; late: boolean; on: Day }

export type MajorMatterCase = CaseFile<MajorMatterStatus, MajorMatterRole> & {
  city: string; base: OfBase | null; code: MatterCode | null; catalogue: string; opener: { side: Side; org: string }; reached: 'base' | 'county' | 'city'
  findings: Finding[]; demanded: { dueOn: Day; on: Day } | null
  asked: Asked | null; reasons: Record<string, string>; endorsement: { opinion: string; signedBy: string; on: Day } | null
  returned: { by: 'host' | 'county' | 'city'; reason: string; on: Day } | null
  verification: (Omit<MajorMatterCommands['verify'], 'reasons'> & { on: Day; by: string; byName: string }) | null
  examination: { advises: 'agree' | 'disagree'; opinion: string; on: Day; reasons: Record<string, string> } | null
  proposal: (Omit<MajorMatterCommands['prepare'], 'reasons'> & { on: Day; by: string; byName: string }) | null
  decision: { outcome: 'approved' | 'refused' | 'filed' | 'recorded'; on: Day; effectiveOn: Day | null; opinion: string; conditions: string | null; reasons: Record<string, string> } | null
  notice: { id: string } | null
  accident: Accident | null; acknowledged: { side: Side; instruction: string; byName: string; on: Day }[]
  written: (Omit<MajorMatterCommands['reportInWriting'], 'reasons'> & { on: Day })[]; clearance: { visitedOn: Day; opinion: string; files: string[]; on: Day; by: string } | null
  lifting: { opinion: string; on: Day; by: string; byName: string } | null; held: { since: Day; until: Day | null } | null; kept: { reason: string; on: Day }[]
  /** Ended with the base, and why that went. */
  gone: { reason: string; on: Day } | null
  /** Of the accident, by the authority competent for it. */
  found: (Omit<MajorMatterCommands['recordFinding'], 'reasons'> & { serious: boolean; on: Day; by: string }) | null
}

/** What the register of bases takes over, as the base's own steps ask for it. */
export type Changes = { name?: string; direction?: string; goals?: string; hosts?: { org: string; name: string; lead?: boolean }[]; committee?: string; site?: string; openService?: 'open' | 'paused'; promoted?: 'province' | 'ministry' | 'nation'; note?: string }
export type DirectorOf = { name: string; bornOn?: string; title?: 'senior' | 'associateSenior' | 'middle' | 'junior' | 'none'; from: Day; to: Day; acting?: boolean; fullTime?: boolean; reasons?: Record<string, string> }

/** Whether it is presumed serious (Art. 19(1)), and the revocation that is open for the accident already. */
type Found = { serious: boolean; open: string | null; stands: boolean }
/** What the door adds to the data of a command. */
type Completed = {
  open: { about: OfBase; partners: string[]; catalogue: string; side: Side; org: string; found?: Finding }
  demand: { dueOn: Day }
  apply: { asked: Asked }; propose: { asked: Asked }
  linkFinding: { found: Finding }; linkFindingLater: { found: Finding }
  approve: { effectiveOn: Day }; file: { effectiveOn: Day }; record: { effectiveOn: Day }
  acknowledge: { side: Side }
  report: { reportedAt: string; hours: number; late: boolean }
  endWithBase: { notice: { id: string; late: boolean } | null }
  recordFinding: Found; recordFindingLater: Found; recordFindingLifted: Found
}
export type MajorMatterEntry = {
  [Name in keyof MajorMatterCommands]: { did: Name; data: MajorMatterCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: MajorMatterStatus; verdicts: readonly Verdict[]; by: { person: string; name: string; role: string; org: string } }
}[keyof MajorMatterCommands]

/** Before the first entry a matter is its opener's alone. */
export const empty = ({ actor, jurisdiction }: { actor: { person: string; holds: readonly { role: string; org: string }[] }; jurisdiction: string }): MajorMatterCase => {
  const opening = new Set<string>(['base.director', 'base.clerk', 'host.clerk', 'host.admin', 'county.officer', 'city.officer', 'system'])
  const parties: Record<string, string[]> = {}
  for (const { role, org } of actor.holds) if (opening.has(role)) parties[role] = [...(parties[role] ?? []), org]
  return {
    status: 'draft', parties, city: `city.${jurisdiction}`, base: null, code: null, catalogue: '', opener: { side: 'base', org: '' }, reached: 'base', findings: [], demanded: null, asked: null, reasons: {}, endorsement: null, returned: null,
    verification: null, examination: null, proposal: null, decision: null, notice: null, accident: null, acknowledged: [], written: [], clearance: null, lifting: null, held: null, kept: [], gone: null, found: null,
  }
}

export function read(file: MajorMatterCase, entry: MajorMatterEntry): MajorMatterCase {
  const next: MajorMatterCase = { ...file, status: entry.to }
  const { on } = entry
  switch (entry.did) {
    case 'open': return opened(next, entry)
    case 'demand': return { ...next, demanded: { dueOn: entry.data.dueOn, on } }
    case 'cancelDemand': case 'withdraw': return next
    case 'apply': return { ...next, asked: entry.data.asked, reasons: reasonsOf(entry), returned: null, endorsement: null, verification: null, examination: null, proposal: null }
    case 'propose': return reaches({ ...next, asked: entry.data.asked, reasons: reasonsOf(entry), returned: null, endorsement: { opinion: '', signedBy: entry.data.signedBy, on }, verification: null, examination: null, proposal: null }, 'county')
    case 'endorse': return reaches({ ...next, endorsement: { opinion: entry.data.opinion, signedBy: entry.data.signedBy, on } }, 'county')
    case 'sendBack': return { ...next, returned: { by: 'host', reason: entry.data.reason, on } }
    case 'verify': { const { reasons: _, ...said } = entry.data; return { ...next, verification: { ...said, on, by: entry.by.person, byName: entry.by.name } } }
    case 'examine': return reaches({ ...next, examination: { advises: entry.data.advises, opinion: entry.data.opinion, on, reasons: reasonsOf(entry) } }, 'city')
    case 'returnFromCounty': return { ...next, returned: { by: 'county', reason: entry.data.reason, on } }
    case 'linkFinding': case 'linkFindingLater': return { ...next, findings: [...file.findings, entry.data.found] }
    case 'prepare': { const { reasons: _, ...said } = entry.data; return { ...next, proposal: { ...said, on, by: entry.by.person, byName: entry.by.name } } }
    case 'returnFromCity': return { ...next, returned: { by: 'city', reason: entry.data.reason, on } }
    case 'approve': return { ...next, decision: { outcome: 'approved', on, effectiveOn: entry.data.effectiveOn, opinion: entry.data.opinion, conditions: entry.data.conditions ?? null, reasons: reasonsOf(entry) } }
    case 'approveLeaving': return { ...next, decision: { outcome: 'approved', on, effectiveOn: null, opinion: entry.data.opinion, conditions: null, reasons: {} } }
    case 'refuse': return { ...next, decision: { outcome: 'refused', on, effectiveOn: null, opinion: entry.data.grounds, conditions: null, reasons: {} } }
    case 'file': return { ...next, decision: { outcome: 'filed', on, effectiveOn: entry.data.effectiveOn, opinion: entry.data.opinion ?? '', conditions: null, reasons: reasonsOf(entry) } }
    case 'record': return { ...next, decision: { outcome: 'recorded', on, effectiveOn: entry.data.effectiveOn, opinion: entry.data.opinion, conditions: null, reasons: {} } }
    case 'openNotice': return next
    case 'enterNotice': case 'joinNotice': case 'moveNotice': return { ...next, notice: { id: entry.data.notice } }
    case 'clearNotice': return { ...next, decision: file.decision && { ...file.decision, effectiveOn: on } }
    // What was objected to is looked at again: officer and lead begin anew.
    case 'reopen': return { ...next, notice: null, proposal: null, decision: null }
    case 'report': { const { reasons: _, ...said } = entry.data; return reaches({ ...next, accident: { ...said, on }, held: { since: on, until: null } }, 'city') }
    case 'acknowledge': return { ...next, acknowledged: [...file.acknowledged, { side: entry.data.side, instruction: entry.data.instruction, byName: entry.by.name, on }] }
    case 'reportInWriting': { const { reasons: _, ...said } = entry.data; return { ...next, written: [...file.written, { ...said, on }] } }
    case 'returnReport': return { ...next, kept: [...file.kept, { reason: entry.data.reason, on }] }
    case 'verifyClearance': return { ...next, clearance: { visitedOn: entry.data.visitedOn, opinion: entry.data.opinion, files: entry.data.files ?? [], on, by: entry.by.person } }
    case 'proposeLift': return { ...next, lifting: { opinion: entry.data.opinion, on, by: entry.by.person, byName: entry.by.name } }
    case 'lift': return { ...next, decision: { outcome: 'approved', on, effectiveOn: on, opinion: entry.data.opinion, conditions: null, reasons: {} }, held: file.held && { ...file.held, until: on } }
    case 'keepHold': return { ...next, kept: [...file.kept, { reason: entry.data.reason, on }], clearance: null, lifting: null }
    case 'recordFinding': case 'recordFindingLater': case 'recordFindingLifted': { const { reasons: _, open: _open, stands: _stands, ...said } = entry.data; return { ...next, found: { ...said, on, by: entry.by.name } } }
    case 'endWithBase': return { ...next, gone: { reason: entry.data.reason, on }, held: file.held && { ...file.held, until: file.held.until ?? on } }
  }
}

function opened(file: MajorMatterCase, { data, on }: Extract<MajorMatterEntry, { did: 'open' }>): MajorMatterCase {
  const { about, side, org } = data
  const host = about.hosts.filter(({ lead }) => lead).map((one) => one.org)
  const partners = matterOf(data.code).partners ? data.partners : []
  return {
    ...file, base: about, code: data.code, catalogue: data.catalogue, opener: { side, org }, findings: data.found ? [{ ...data.found, on }] : [],
    parties: {
      'base.director': [about.unit], 'base.clerk': [about.unit], 'host.clerk': host, 'host.admin': host, 'partner.admin': partners,
      'county.officer': [about.countyOrg], 'county.lead': [about.countyOrg], 'city.officer': [file.city], 'city.lead': [file.city], 'city.supervisor': [file.city], system: ['system'],
    },
  }
}

/** What was written where a rule asked for it, under the rule's name. */
const reasonsOf = ({ verdicts }: { verdicts: readonly Verdict[] }): Record<string, string> => Object.fromEntries(verdicts.flatMap(({ rule, reason }) => (reason ? [[rule, reason]] : [])))

const order = ['base', 'county', 'city'] as const
/** Whoever has had the file once goes on reading it. */
const reaches = (file: MajorMatterCase, level: 'county' | 'city'): MajorMatterCase => (order.indexOf(level) > order.indexOf(file.reached) ? { ...file, reached: level } : file)

/** Which place of the register a matter would change here. */
export const changedKeys = (file: MajorMatterCase): readonly ChangeKey[] => (file.code ? matterOf(file.code).changes : [])
