/** What the file of one base's annual assessment holds, and how each entry is read into it. */
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { Grade } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import type { FigureValues } from '../../settings/assessment-figures.ts'
import type { Sheet } from '../../settings/assessment-score.ts'
import type { AssessmentCommands } from './assessment.commands.ts'
import type { Consequence } from './assessment.consequences.ts'
import type { Drawing } from '../drawn-sample.ts'

export type AssessmentStatus =
  | 'reporting' | 'deferralAsked' | 'reported' | 'endorsed' | 'supplementing' | 'verified' | 'scored' | 'proposed' | 'decided' | 'onNotice' | 'cleared' | 'announced' | 'underReview'
  | 'concluded' | 'discontinued' | 'rectifying' | 'rectified' | 'unrectified' | 'twicePoor' | 'recorded' | 'deferred' | 'absent'
export type AssessmentRole = 'base.director' | 'base.clerk' | 'host.clerk' | 'host.admin' | 'partner.admin' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'expert' | 'system'

/** The base as it stood when the campaign opened; `codes`: names and credit codes of its institutions, which the base itself may not look up. */
export type Assessed = { id: string; case: string; unit: string; name: string; hosts: { org: string; name: string; lead: boolean; demo: boolean }[]; county: string; countyOrg: string; field: string; recognisedOn: Day; codes?: string[] }
export type Window = AssessmentCommands['open']['window']
export type ByHand = { figure: string; amount: number; why: string }
/** What was signed, under its fingerprint; figures in hundredths, with what was added by hand apart. */
export type Submission = {
  no: number; kind: 'report' | 'supplement' | 'trueUp'; snapshot: string; formVersion: string; files: { id: string; name: string; sha256: string; attachment: string | null }[]
  figures: FigureValues; byHand: ByHand[]; items: number; estimated: boolean; ownGrade: Grade | null; on: Day; signedBy: string; by: string
}
export type Demand = { no: number; path: string; demand: string }
export type Notice = { by: 'county'; items: Demand[]; askedOn: Day; dueOn: Day; answeredOn: Day | null; answers: { item: number; answer: string }[] }
export type Reminder = { no: number; on: Day; text: string; by: string; delivered: { on: Day; how: string; by: string } | null; days: number; dueOn: Day | null }
/** `computed`: in hundredths, what the figures gave at that moment, `null` where people judge. */
export type Score = Sheet & { computed: Record<string, number | null>; late: number; total: number; by: string; byName: string; on: Day; why: string | null }

export type AssessmentCase = CaseFile<AssessmentStatus, AssessmentRole> & {
  city: string; campaign: { id: string; number: string } | null; year: number; base: Assessed | null; window: Window | null; graded: boolean; because: string | null
  submissions: Submission[]; sentBack: { reason: string; on: Day } | null; endorsement: { opinion: string; signedBy: string; by: string; on: Day } | null
  /** Items that can be drawn, the drawing itself, and how the county answered. */
  sample: (Drawing & { on: Day; labels: Record<string, string> }) | null; examination: (AssessmentCommands['examine'] & { by: string; byName: string; on: Day }) | null
  verification: { truth: AssessmentCommands['verify']['truth']; opinion: string; by: string; on: Day } | null; notices: Notice[]
  experts: { person: string; name: string; employer: string }[]; desk: { expert: string; entry: number }[]; deskClosedOn: Day | null
  score: Score | null; spotCheck: (AssessmentCommands['recordSpotCheck'] & { by: string; on: Day }) | null
  proposal: { grade: Grade; opinion: string; by: string; byName: string; on: Day } | null; decision: { grade: Grade; minutes: { number: string; heldOn: Day }; by: string; on: Day } | null
  notice: { id: string; on: Day; clearedOn: Day | null } | null; announcement: { documentNo: string; on: Day; reviewBy: Day } | null
  review: { grounds: string; on: Day; by: string; examined: { findings: string; recommends: 'uphold' | 'dismiss'; by: string; on: Day } | null; outcome: { upheld: boolean; text: string; grade: Grade; on: Day } | null } | null
  /** The grade as it stands: decided, or changed by a review. */
  grade: Grade | null; concluded: { on: Day; follows: Consequence; gap: boolean } | null; ended: string | null
  deferral: { reason: string; by: string; on: Day; outcome: { granted: boolean; reason: string; on: Day } | null } | null
  reminders: Reminder[]; inquiry: { facts: string; excused: boolean; by: string; on: Day } | null; absence: { text: string; on: Day } | null
  commendation: { text: string; recommend: boolean; documentNo: string; on: Day } | null; talk: { heldOn: Day; with: string; record: string } | null
  rectification: { dueOn: Day; planBy: Day; plan: { text: string; on: Day } | null; midCheck: { result: 'onTrack' | 'behind'; findings: string; on: Day } | null; report: { text: string; on: Day } | null; outcome: { closed: boolean; opinion: string; on: Day } | null } | null
}

type Signed = { submission: Omit<Submission, 'no' | 'on' | 'signedBy' | 'by'> }
/** The years that made it so; `open`: a revocation that is open already for the same ground. */
type Concluding = { years: number[]; gap: boolean }
/** What the door adds to the data of a command. */
type Completed = {
  open: { assessed: Assessed }; report: Signed; supplement: Signed; trueUp: Signed; trueUpAtCity: Signed
  endorse: { items: { id: string; label: string }[] }; drawSample: { drawing: Drawing; labels: Record<string, string> }; returnForSupplement: { dueOn: Day }
  inviteExperts: { named: { person: string; name: string; employer: string }[] }; score: { computed: Score['computed']; late: number; total: number }; rescore: { computed: Score['computed']; late: number; total: number }
  decideGrade: { grade: Grade }; announce: { reviewBy: Day }; commend: { documentNo: string }; discontinue: { notice: { id: string; late: boolean } | null }
  conclude: Concluding; concludePoor: Concluding & { dueOn: Day; planBy: Day }; concludeTwicePoor: Concluding & { open: string | null }; stateAbsent: { open: string | null }
  remind: { no: number; days: number }; acknowledgeReminder: { dueOn: Day }; recordService: { dueOn: Day }
}
export type AssessmentEntry = {
  [Name in keyof AssessmentCommands]: { did: Name; data: AssessmentCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: AssessmentStatus; no: number; hash: string; by: { person: string; name: string; role: string; org: string } }
}[keyof AssessmentCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): AssessmentCase => {
  const city = `city.${jurisdiction}`
  return {
    status: 'reporting', parties: { 'city.officer': [city], 'city.lead': [city], 'city.supervisor': [city], system: ['system'] }, city, campaign: null, year: 0, base: null, window: null, graded: true, because: null, submissions: [], sentBack: null, endorsement: null,
    sample: null, examination: null, verification: null, notices: [], experts: [], desk: [], deskClosedOn: null, score: null, spotCheck: null, proposal: null, decision: null, notice: null, announcement: null, review: null, grade: null, concluded: null, ended: null,
    deferral: null, reminders: [], inquiry: null, absence: null, commendation: null, talk: null, rectification: null,
  }
}

/** Reads one entry into the file. Every step is named, so a new one cannot be forgotten here. */
export function read(file: AssessmentCase, entry: AssessmentEntry): AssessmentCase {
  const next: AssessmentCase = { ...file, status: entry.to }
  const { on } = entry
  const by = entry.by.person
  switch (entry.did) {
    case 'open': return opened(next, entry)
    case 'report': case 'supplement': case 'trueUp': case 'trueUpAtCity': return submitted(next, entry)
    case 'sendBack': return { ...next, sentBack: { reason: entry.data.reason, on } }
    case 'endorse': return { ...next, endorsement: { opinion: entry.data.opinion, signedBy: entry.data.signedBy, by, on }, sentBack: null }
    case 'drawSample': return { ...next, sample: { ...entry.data.drawing, labels: entry.data.labels, on }, examination: null }
    case 'requestDeferral': return { ...next, deferral: { reason: entry.data.reason, by, on, outcome: null } }
    case 'defer': return { ...next, deferral: file.deferral && { ...file.deferral, outcome: { granted: true, reason: entry.data.reason, on } } }
    case 'deferExcused': return { ...next, deferral: { reason: file.inquiry?.facts ?? '', by: file.inquiry?.by ?? by, on: file.inquiry?.on ?? on, outcome: { granted: true, reason: entry.data.reason, on } } }
    case 'declineDeferral': return { ...next, deferral: file.deferral && { ...file.deferral, outcome: { granted: false, reason: entry.data.reason, on } } }
    case 'returnForSupplement': return { ...next, notices: [...file.notices, { by: 'county', items: entry.data.items.map((item, at) => ({ no: at + 1, ...item })), askedOn: on, dueOn: entry.data.dueOn, answeredOn: null, answers: [] }] }
    case 'examine': return { ...next, examination: { ...entry.data, by, byName: entry.by.name, on } }
    case 'verify': return { ...next, verification: { truth: entry.data.truth, opinion: entry.data.opinion, by, on } }
    case 'recordReport': return { ...next, concluded: { on, follows: 'none', gap: false } }
    case 'inviteExperts': return { ...next, experts: entry.data.named, parties: { ...file.parties, expert: entry.data.named.map(({ person }) => person) } }
    // The data of a desk score is sealed until the desk is closed.
    case 'scoreDesk': return { ...next, desk: [...file.desk, { expert: by, entry: entry.no }] }
    case 'closeDesk': return { ...next, deskClosedOn: on, parties: { ...file.parties, expert: [] } }
    case 'score': case 'rescore': return { ...next, score: { ...entry.data, by, byName: entry.by.name, on, why: entry.did === 'rescore' ? entry.data.why : null } }
    case 'recordSpotCheck': return { ...next, spotCheck: { ...entry.data, by, on } }
    case 'proposeGrade': return { ...next, proposal: { grade: entry.data.grade, opinion: entry.data.opinion, by, byName: entry.by.name, on } }
    case 'returnProposal': return { ...next, proposal: null }
    case 'decideGrade': return { ...next, decision: { grade: entry.data.grade, minutes: entry.data.minutes, by, on }, grade: entry.data.grade }
    case 'enterNotice': case 'joinNotice': case 'moveNotice': return { ...next, notice: { id: entry.data.notice, on, clearedOn: null } }
    case 'clearNotice': return { ...next, notice: file.notice && { ...file.notice, clearedOn: on } }
    case 'reopen': return { ...next, notice: null, decision: null, proposal: null, grade: null }
    case 'announce': return { ...next, announcement: { documentNo: entry.data.documentNo, on, reviewBy: entry.data.reviewBy } }
    case 'requestReview': return { ...next, review: { grounds: entry.data.grounds, on, by, examined: null, outcome: null } }
    case 'examineReview': return { ...next, review: file.review && { ...file.review, examined: { findings: entry.data.findings, recommends: entry.data.recommends, by, on } } }
    case 'upholdReview': return { ...next, grade: entry.data.grade, review: file.review && { ...file.review, outcome: { upheld: true, text: entry.data.text, grade: entry.data.grade, on } } }
    case 'dismissReview': return { ...next, review: file.review && { ...file.review, outcome: { upheld: false, text: entry.data.text, grade: file.grade ?? 'poor', on } } }
    case 'conclude': return { ...next, concluded: { on, follows: 'none', gap: false } }
    case 'concludePoor': return { ...next, concluded: { on, follows: 'rectify', gap: entry.data.gap }, rectification: { dueOn: entry.data.dueOn, planBy: entry.data.planBy, plan: null, midCheck: null, report: null, outcome: null } }
    case 'concludeTwicePoor': return { ...next, concluded: { on, follows: 'twicePoor', gap: false } }
    case 'discontinue': return { ...next, ended: entry.data.reason }
    case 'commend': return { ...next, commendation: { text: entry.data.text, recommend: entry.data.recommend, documentNo: entry.data.documentNo, on } }
    case 'recordTalk': return { ...next, talk: { heldOn: entry.data.heldOn, with: entry.data.with, record: entry.data.record } }
    case 'submitPlan': return { ...next, rectification: file.rectification && { ...file.rectification, plan: { text: entry.data.plan, on } } }
    case 'midCheck': return { ...next, rectification: file.rectification && { ...file.rectification, midCheck: { result: entry.data.result, findings: entry.data.findings, on } } }
    case 'reportRectification': return { ...next, rectification: file.rectification && { ...file.rectification, report: { text: entry.data.report, on } } }
    case 'closeRectification': return { ...next, rectification: file.rectification && { ...file.rectification, outcome: { closed: true, opinion: entry.data.opinion, on } } }
    case 'failRectification': return { ...next, rectification: file.rectification && { ...file.rectification, outcome: { closed: false, opinion: entry.data.opinion, on } } }
    case 'remind': return { ...next, reminders: [...file.reminders, { no: entry.data.no, on, text: entry.data.text, by, delivered: null, days: entry.data.days, dueOn: null }] }
    case 'acknowledgeReminder': return { ...next, reminders: delivered(file.reminders, { on, how: 'acknowledged', by: entry.by.name }, entry.data.dueOn) }
    case 'recordService': return { ...next, reminders: delivered(file.reminders, { on: entry.data.servedOn, how: entry.data.how, by: entry.by.name }, entry.data.dueOn) }
    case 'recordInquiry': return { ...next, inquiry: { facts: entry.data.facts, excused: entry.data.excused === 'yes', by, on } }
    case 'stateAbsent': return { ...next, absence: { text: entry.data.text, on }, concluded: { on, follows: 'none', gap: false } }
  }
}

function opened(file: AssessmentCase, { data }: Extract<AssessmentEntry, { did: 'open' }>): AssessmentCase {
  const { assessed } = data
  const lead = assessed.hosts.filter((host) => host.lead).map(({ org }) => org)
  return {
    ...file, campaign: { id: data.campaign, number: data.campaignNumber }, year: data.year, base: assessed, window: data.window, graded: data.graded, because: data.because,
    parties: { ...file.parties, 'base.director': [assessed.unit], 'base.clerk': [assessed.unit], 'host.clerk': lead, 'host.admin': lead, 'partner.admin': assessed.hosts.filter((host) => !host.lead).map(({ org }) => org), 'county.officer': [assessed.countyOrg], 'county.lead': [assessed.countyOrg] },
  }
}

const kinds = { report: 'report', supplement: 'supplement', trueUp: 'trueUp', trueUpAtCity: 'trueUp' } as const

function submitted(file: AssessmentCase, entry: Extract<AssessmentEntry, { did: keyof typeof kinds }>): AssessmentCase {
  const { submission, signedBy } = entry.data
  const settles = kinds[entry.did] === 'trueUp'
  const last = file.notices.at(-1)
  const answers = 'answers' in entry.data ? (entry.data.answers ?? []) : []
  return {
    ...file, submissions: [...file.submissions, { ...submission, kind: kinds[entry.did], no: file.submissions.length + 1, on: entry.on, signedBy, by: entry.by.person }],
    // What was asked for is answered by whoever signs again; what was examined before is not what lies there now.
    notices: last && !last.answeredOn && !settles ? [...file.notices.slice(0, -1), { ...last, answeredOn: entry.on, answers }] : file.notices,
    examination: settles && entry.did === 'trueUpAtCity' ? file.examination : null, score: null, sentBack: null,
    deferral: file.deferral && !file.deferral.outcome ? { ...file.deferral, outcome: { granted: false, reason: '', on: entry.on } } : file.deferral,
  }
}

/** The reminder that waits for its proof; its time runs from the delivery. */
const delivered = (reminders: readonly Reminder[], how: NonNullable<Reminder['delivered']>, dueOn: Day): Reminder[] => reminders.map((one) => (one.delivered ? one : { ...one, delivered: how, dueOn }))

/** What stands before county and city: the last version that was signed. */
export const standing = (file: AssessmentCase): Submission | undefined => file.submissions.at(-1)
/** The day the report was first signed: lateness counts to it. */
export const reportedOn = (file: AssessmentCase): Day | undefined => file.submissions[0]?.on
export const isEstimated = (file: AssessmentCase): boolean => file.submissions.some(({ estimated, kind }) => estimated && kind !== 'trueUp')
export const isSettled = (file: AssessmentCase): boolean => file.submissions.some(({ kind }) => kind === 'trueUp')
/** The day until which the report is the base's to hand in. */
export const reportBy = (file: AssessmentCase): Day | undefined => file.reminders.at(-1)?.dueOn ?? file.window?.closesOn
export const openReminder = (file: AssessmentCase): Reminder | undefined => file.reminders.find((one) => !one.delivered)
