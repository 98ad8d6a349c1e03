/** What the file of a recognition holds, and how each entry is read into it. */
import type { Actor, CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { Verdict } from '../../kernel/rule.ts'
import type { Headline } from './recognition.facts.ts'
import type { RecognitionCommands } from './recognition.commands.ts'

export type RecognitionStatus =
  | 'draft' | 'submitted' | 'returned' | 'withdrawn' | 'recommended' | 'notRecommended' | 'supplementing' | 'formRejected' | 'accepted' | 'queued'
  | 'reviewed' | 'notShortlisted' | 'visited' | 'rectifying' | 'rectified' | 'proposed' | 'approved' | 'deferred' | 'declined' | 'onNotice' | 'cleared' | 'recognised'

export type RecognitionRole = 'host.clerk' | 'host.admin' | 'partner.admin' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'

/** What the door adds to a submission: the frozen material and what the lists need of it. */
export type Submission = { snapshot: string; formVersion: string; files: { id: string; name: string; sha256: string; attachment: string | null }[]; facts: Headline; hosts: { org: string; name: string; demo: boolean }[]; county: string; agreement: string | null }
export type Demand = { no: number; path: string; demand: string }
export type Notice = { by: 'county' | 'city'; items: Demand[]; askedOn: Day; entry: number; dueOn: Day; /** The day it was due before, where it was extended. */ extended?: { from: Day; reason: string; on: Day }; answeredOn: Day | null; answers: { item: number; answer: string }[] }
export type PanelResult = { panel: string; score: string; sheets: number; agree: number; rank: number; opinion: string; reviewers: string[]; vetoed?: boolean; shortlisted: boolean; on: Day }

export type RecognitionCase = CaseFile<RecognitionStatus, RecognitionRole> & {
  city: string
  title: string; lead: string
  hosts: { org: string; name: string; demo: boolean }[]; county: string | null
  partners: { org: string; name: string; answer: 'waiting' | 'confirmed' | 'refused'; agreement: string | null; on: Day | null; reason: string | null }[]
  submissions: (Submission & { no: number; on: Day; entry: number; signedBy: string })[]
  facts: Headline | null; verdicts: Verdict[]; notices: Notice[]
  examination: (RecognitionCommands['examine'] & { by: string; byName: string; on: Day }) | null
  recommendation: { opinion: string; letterNo: string; by: string; on: Day } | null
  formItems: RecognitionCommands['acceptForm']['items'] | null
  receiptNo: string | null; regulation: string | null; acceptedOn: Day | null; batch: string | null
  special: { kind: 'separateAppraisal' | 'commissionedBuild'; basis: string; reason: string } | null
  panel: PanelResult | null
  visitNotice: { visitOn: Day; leader: string; on: Day } | null
  visit: (RecognitionCommands['recordSiteVisit'] & { total: string }) | null
  /** What the visit found wanting and how it was put right; open to the host. */
  rectification: { demands: string; dueOn: Day; orderedOn: Day; reports: { report: string; signedBy: string; files: string[]; on: Day }[]; returned: { reason: string; on: Day }[]; verifiedOn: Day | null; finding: string | null } | null
  proposal: { outcome: 'recognise' | 'defer' | 'decline'; merits: string; composite: string | null; by: string; byName: string; on: Day } | null
  decision: { outcome: 'approved' | 'deferred' | 'declined'; minutes: RecognitionCommands['approve']['minutes']; grounds: string | null; by: string; on: Day } | null
  notice: { id: string; on: Day; clearedOn: Day | null } | null
  recognition: { name: string; documentNo: string; certificateNo: string; baseId: string; on: Day } | null
  ended: string | null
}

/** An entry as the page reads it: the command's data plus what the door completed. */
type Completed = {
  open: { hosts: RecognitionCase['hosts'] }
  submit: { submission: Submission }; supplement: { submission: Submission }
  confirmPartnership: { agreement: string }
  returnForSupplement: { dueOn: Day }; requestSupplement: { dueOn: Day }
  extendReturn: { dueOn: Day }; extendSupplement: { dueOn: Day }
  recommend: { letterNo: string }; acceptForm: { receiptNo: string; regulation: string }
  recordSiteVisit: { total: string }; propose: { composite: string | null }
  recognise: { name: string; documentNo: string; certificateNo: string; baseId: string }
}
export type RecognitionEntry = {
  [Name in keyof RecognitionCommands]: { did: Name; data: RecognitionCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: RecognitionStatus; no: number; verdicts: readonly Verdict[]
    by: { person: string; name: string; role: string; org: string } }
}[keyof RecognitionCommands]

export function empty({ actor, jurisdiction }: { actor: Actor; jurisdiction: string }): RecognitionCase {
  const host = actor.holds.find(({ role }) => role === 'host.admin' || role === 'host.clerk')?.org
  return {
    status: 'draft', parties: { ...(host && { 'host.clerk': [host], 'host.admin': [host] }), system: ['system'] }, title: '', lead: host ?? '', hosts: [], county: null, partners: [], submissions: [], facts: null, verdicts: [], notices: [],
    examination: null, recommendation: null, formItems: null, receiptNo: null, regulation: null, acceptedOn: null, batch: null, special: null, panel: null, visitNotice: null, visit: null, rectification: null, proposal: null, decision: null, notice: null, recognition: null, ended: null,
    city: cityOf(jurisdiction),
  }
}
export const cityOf = (jurisdiction: string) => `city.${jurisdiction}`
export const countyOf = (division: string) => `county.${division}`

/** Reads one entry into the file. Every step is named, so a new one cannot be forgotten here. */
export function read(file: RecognitionCase, entry: RecognitionEntry): RecognitionCase {
  const next: RecognitionCase = { ...file, status: entry.to }
  const { on } = entry
  switch (entry.did) {
    case 'open': return { ...next, hosts: entry.data.hosts }
    case 'invitePartners': {
      const partners = entry.data.partners.map((invited) => file.partners.find((known) => known.org === invited.org && known.answer === 'confirmed') ?? { ...invited, answer: 'waiting' as const, agreement: null, on: null, reason: null })
      return { ...next, partners, parties: { ...file.parties, 'partner.admin': partners.map(({ org }) => org) } }
    }
    case 'confirmPartnership': return { ...next, partners: file.partners.map((partner) => (partner.org === entry.by.org ? { ...partner, answer: 'confirmed', agreement: entry.data.agreement, on, reason: null } : partner)) }
    case 'refusePartnership': return { ...next, partners: file.partners.map((partner) => (partner.org === entry.by.org ? { ...partner, answer: 'refused', agreement: null, on, reason: entry.data.reason } : partner)) }
    case 'submit': case 'supplement': return submitted(next, entry)
    case 'withdraw': return { ...next, ended: entry.data.reason }
    case 'returnForSupplement': return { ...next, notices: [...file.notices, noticeOf('county', entry.data, entry)] }
    case 'requestSupplement': return { ...next, notices: [...file.notices, noticeOf('city', entry.data, entry)] }
    case 'extendReturn': case 'extendSupplement': return { ...next, notices: file.notices.map((notice, at) => (at === file.notices.length - 1 ? { ...notice, dueOn: entry.data.dueOn, extended: { from: notice.dueOn, reason: entry.data.reason, on } } : notice)) }
    case 'examine': return { ...next, examination: { ...entry.data, by: entry.by.person, byName: entry.by.name, on } }
    case 'recommend': return { ...next, recommendation: { opinion: entry.data.opinion, letterNo: entry.data.letterNo, by: entry.by.person, on } }
    case 'declineToRecommend': return { ...next, ended: entry.data.grounds }
    case 'rejectForm': return { ...next, formItems: entry.data.items, ended: entry.data.grounds }
    case 'acceptForm': return { ...next, formItems: entry.data.items, receiptNo: entry.data.receiptNo, regulation: entry.data.regulation, acceptedOn: on }
    case 'assignToBatch': return { ...next, batch: entry.data.batch }
    case 'admitSpecially': return { ...next, special: { kind: entry.data.kind, basis: entry.data.basis, reason: entry.data.reason } }
    case 'recordPanelResult': return { ...next, panel: { ...entry.data, shortlisted: true, on } }
    case 'recordNotShortlisted': return { ...next, panel: { ...entry.data, shortlisted: false, on }, ended: entry.data.opinion }
    case 'notifyVisit': return { ...next, visitNotice: { visitOn: entry.data.visitOn, leader: entry.data.leader, on } }
    case 'recordSiteVisit': return { ...next, visit: entry.data }
    case 'orderRectification': return { ...next, rectification: { demands: entry.data.demands, dueOn: entry.data.dueOn, orderedOn: on, reports: [], returned: [], verifiedOn: null, finding: null } }
    case 'reportRectification': return rectified(next, ({ reports }) => ({ reports: [...reports, { report: entry.data.report, signedBy: entry.data.signedBy, files: entry.data.files ?? [], on }] }))
    case 'returnRectification': return rectified(next, ({ returned }) => ({ dueOn: entry.data.dueOn, returned: [...returned, { reason: entry.data.reason, on }] }))
    case 'verifyRectification': return rectified(next, () => ({ verifiedOn: entry.data.verifiedOn, finding: entry.data.finding }))
    case 'propose': return { ...next, proposal: { outcome: entry.data.outcome, merits: entry.data.merits, composite: entry.data.composite, by: entry.by.person, byName: entry.by.name, on } }
    case 'approve': return { ...next, decision: { outcome: 'approved', minutes: entry.data.minutes, grounds: null, by: entry.by.person, on } }
    case 'defer': return { ...next, decision: { outcome: 'deferred', minutes: entry.data.minutes, grounds: entry.data.grounds, by: entry.by.person, on } }
    case 'decline': return { ...next, decision: { outcome: 'declined', minutes: entry.data.minutes, grounds: entry.data.grounds, by: entry.by.person, on }, ended: entry.data.grounds }
    case 'reconsider': return { ...next, decision: null, proposal: null }
    case 'openNotice': return next
    case 'enterNotice': case 'joinNotice': case 'moveNotice': return { ...next, notice: { id: entry.data.notice, on, clearedOn: null } }
    case 'clearNotice': return { ...next, notice: file.notice && { ...file.notice, clearedOn: on } }
    case 'reopen': return { ...next, notice: null, decision: null, proposal: null }
    case 'recognise': return { ...next, recognition: { name: entry.data.name, documentNo: entry.data.documentNo, certificateNo: entry.data.certificateNo, baseId: entry.data.baseId, on } }
  }
}

/** One demand a line, as ordered; where nothing was ordered yet, the visit's own conclusion is what is open. */
export const rectificationItems = ({ visit, rectification }: Pick<RecognitionCase, 'visit' | 'rectification'>): { what: string; verified: boolean }[] =>
  visit?.result !== 'rectify' ? [] : (rectification?.demands.split('\n').map((line) => line.trim()).filter(Boolean) ?? ['考察结论为限期整改']).map((what) => ({ what, verified: Boolean(rectification?.verifiedOn) }))

const rectified = (file: RecognitionCase, change: (rectification: NonNullable<RecognitionCase['rectification']>) => Partial<NonNullable<RecognitionCase['rectification']>>): RecognitionCase =>
  ({ ...file, rectification: file.rectification && { ...file.rectification, ...change(file.rectification) } })

function submitted(file: RecognitionCase, entry: Extract<RecognitionEntry, { did: 'submit' | 'supplement' }>): RecognitionCase {
  const { submission, signedBy } = entry.data
  const county = countyOf(submission.county)
  const answered = (entry.data.answers ?? [])
  const last = file.notices.at(-1)
  return {
    ...file, title: submission.facts.name, facts: submission.facts, county, hosts: submission.hosts, verdicts: [...entry.verdicts],
    submissions: [...file.submissions, { ...submission, no: file.submissions.length + 1, on: entry.on, entry: entry.no, signedBy }],
    notices: last && !last.answeredOn ? [...file.notices.slice(0, -1), { ...last, answeredOn: entry.on, answers: answered }] : file.notices,
    // What the county examined is not what lies before it now.
    examination: entry.did === 'submit' ? null : file.examination,
    parties: { ...file.parties, 'county.officer': [county], 'county.lead': [county], 'city.officer': [file.city], 'city.lead': [file.city], 'city.supervisor': [file.city] },
  }
}

const noticeOf = (by: 'county' | 'city', data: { items: { path: string; demand: string }[]; dueOn: Day }, entry: { on: Day; no: number }): Notice =>
  ({ by, items: data.items.map((item, index) => ({ no: index + 1, ...item })), askedOn: entry.on, entry: entry.no, dueOn: data.dueOn, answeredOn: null, answers: [] })
