/** Revocation 撤销: Articles 18 and 19. Nothing is taken away before it was investigated, told, answered, reviewed and decided by another. */
import type { Day, Deadline } from '../../kernel/day.ts'
import { another, asks, given, type Procedure, type StepFacts, where } from '../../kernel/procedure.ts'
import { verdictOf } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { twoConsecutivePoor, type YearGrade } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { type AbsenceFacts, absentWithoutCause, groundIsNamed, noLongerAble, type RevocationGround, seriousAccident, seriousFalsehood, twoConsecutivePoorRevokes } from '../../regulation/jinzhong-2023/article-19-revocation.ts'
import { type AuthorityBasis, instrumentInForce } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { baseHasGone } from '../../settings/inspection-rules.ts'
import { decidedByAnother, minutesAttached } from '../../settings/review-rules.ts'
import {
  accidentCountsAsSerious, type AccidentGrade, allGroundsInvestigated, baseStands, capacityTestFails, curable, cureTried, falsehoodEstablished, groundsStillStand, hearingHeld, inflationIsMaterial, legalityByAnother, legalityConfirmed, milderRuleWeighed,
  noOtherRevocation, notSuspendedYet, removalNoticed, serviceProven, sourcesConcernBase, statementPeriodOver, statementsAnswered, suspendedNow,
} from '../../settings/revocation-rules.ts'
import { groundOpened, groundsFound, type RevocationCase, type RevocationRole, type RevocationStatus } from './revocation.case.ts'
import type { RevocationCommands } from './revocation.commands.ts'

/** What the door looks up for a step. */
export type RevocationFound = {
  base: { status: string; grades: { year: number; outcome: string; grade: YearGrade['grade'] }[]; heldByUs: Day | undefined } | undefined
  /** Other revocations of the same base that are open. */
  others: string[]
  /** Numbers that are named and belong to no case about this base. */
  strangers: string[]
  settings: {
    accidentFrom: AccidentGrade; mustHear: boolean; inflatedShare: number; tests: readonly string[]; equipmentShare: number; staffLine: number; idleMonths: number; reminders: number; cureDays: number
    hearing: boolean; publicNotice: boolean; milderRule: boolean
  }
  /** The last day of the statement, by the calendar known today. */
  stateDue: Deadline | undefined
  lapsedOn: Day; authorityBasis: AuthorityBasis | undefined
}
type Needs = Procedure<RevocationCase, RevocationStatus, RevocationRole, RevocationCommands, RevocationFound>
type At<Data = unknown> = StepFacts<RevocationCase, Data, RevocationFound>

const stands = given(baseStands, ({ found }: At) => ({ status: found.base?.status }))
/** An absent year has no grade: it neither breaks nor counts for Art. 18, and stands under Art. 19(3) by itself. */
export const seriesOf = (grades: readonly { year: number; outcome: string; grade: YearGrade['grade'] }[]): YearGrade[] => grades.map(({ year, outcome, grade }) => ({ year, grade: outcome === 'graded' ? grade : null }))
const absenceOf = (data: Pick<RevocationCommands['findAbsence'], 'year' | 'reminders' | 'excused'> | undefined, found: RevocationFound, today: Day): AbsenceFacts => {
  const year = found.base?.grades.find((one) => one.year === data?.year)
  return {
    reported: year?.outcome === 'graded' || year?.outcome === 'notGraded', deferred: year?.outcome === 'deferred', excused: data?.excused,
    // A reminder nobody can prove was delivered is none.
    reminderDues: (data?.reminders ?? []).filter(({ deliveredOn, dueOn, proof }) => proof.trim() !== '' && deliveredOn <= dueOn).map(({ dueOn }) => dueOn), on: today, remindersNeeded: found.settings.reminders,
  }
}

/** Of what was found, what no longer holds on this day: grades are reviewed, years are filed late after all. */
function fallenOf({ case: file, found, today }: At): Words[] {
  const { twicePoor, absence } = file.findings
  const verdicts = [...(twicePoor ? [verdictOf(twoConsecutivePoorRevokes, { series: seriesOf(found.base?.grades ?? []) })] : []), ...(absence ? [verdictOf(absentWithoutCause, absenceOf(absence, found, today))] : [])]
  return verdicts.flatMap((verdict) => (verdict.outcome === 'met' ? [] : [verdict.because ?? verdict.says]))
}
const stillStand = given(groundsStillStand, (at: At) => ({ fallen: fallenOf(at) }))
const named = given(groundIsNamed, ({ case: file }: At) => ({ named: groundsFound(file) }))
const openingFound = given(allGroundsInvestigated, ({ case: file }: At) => ({ opened: groundOpened(file) ?? '', found: groundsFound(file) }))
const cureGone = given(cureTried, ({ case: file, found, today }: At) => ({ unable: file.findings.unable !== undefined, cureDays: found.settings.cureDays, dueOn: file.cure ? file.cure.dueOn : undefined, on: today }))
const periodOver = given(statementPeriodOver, ({ case: file, found, today }: At) => ({ dueOn: found.stateDue?.day, provisional: found.stateDue?.provisional ?? false, on: today, waived: file.waived !== null }))
const inForce = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }))
const lapseNoted = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }), 'note')
/** Nobody decides who opened, investigated, notified, reviewed the legality or proposed. */
/** A verdict keeps its facts, and parties read it: of those involved it names nobody but who decides. */
const ownOnly = ({ person, before }: { person: string; before: readonly string[] }) => before.filter((one) => one === person)
const notInvestigating = another(legalityByAnother, ({ involved }: RevocationCase) => involved, (met) => ({ person: met.person, investigators: ownOnly(met) }))
const notThePreparers = another(decidedByAnother, ({ involved, legality }: RevocationCase) => [...involved, legality?.by.person], (met) => ({ person: met.person, preparedBy: ownOnly(met) }))
const minuted = asks(minutesAttached, ({ data }: At<{ minutes?: { number: string } }>) => ({ minutes: data.minutes?.number }))
const onGround = (ground: RevocationGround) => ({ case: file }: At) => file.findings[ground] !== undefined
const finding = { by: 'city.officer', from: ['investigating'], to: 'investigating', seen: 'city' } as const

/** Before a decision is served the case is open. */
export const openStatuses = ['investigating', 'investigated', 'curing', 'cureReported', 'cured', 'notified', 'stating', 'heard', 'reviewed', 'onNotice', 'cleared', 'proposed', 'proposedNot', 'decided'] as const satisfies readonly RevocationStatus[]

export const revocation: Needs = {
  // 1. A case opens on a ground: by an officer, or when an assessment, an inspection or a matter has found the facts. It never removes by itself.
  open: { says: { zh: '立案', en: 'Open the case' }, by: ['city.officer', 'system'], from: [], to: 'investigating', law: 'Art. 19', seen: 'authorities',
    requires: [stands, given(noOtherRevocation, ({ found, actor }) => ({ others: actor.person === 'system' ? [] : found.others })), asks(sourcesConcernBase, ({ found }) => ({ strangers: found.strangers })), lapseNoted] },

  // 2. Every ground has its own evidence. What is serious, false or unable is judged by people, in writing.
  findAccident: { says: { zh: '认定事故', en: 'Find on the accident' }, ...finding, law: 'Art. 19(1)',
    requires: [asks(accidentCountsAsSerious, ({ data, found }) => ({ grade: data.grade, from: found.settings.accidentFrom, deaths: data.deaths ?? 0, mainResponsibility: data.mainResponsibility ?? false, harmConfirmed: data.harmConfirmed ?? false })), given(seriousAccident, () => ({}))] },
  findFalsehood: { says: { zh: '认定弄虚作假', en: 'Find on falsehood' }, ...finding, law: 'Art. 19(2)',
    requires: [
      asks(falsehoodEstablished, ({ data, found, today }) => ({ source: data.source, decision: data.decision, heardOn: data.heardOn, mustHear: found.settings.mustHear, on: today })),
      asks(inflationIsMaterial, ({ data, found }) => ({ declared: data.declared, verified: data.verified, line: found.settings.inflatedShare })), asks(sourcesConcernBase, ({ found }) => ({ strangers: found.strangers })), given(seriousFalsehood, () => ({})),
    ] },
  findAbsence: { says: { zh: '认定无故不参加考核', en: 'Find on absence' }, ...finding, law: 'Art. 19(3)',
    requires: [asks(absentWithoutCause, ({ data, found, today }) => absenceOf(data.reminders ? data : undefined, found, today))] },
  findTwicePoor: { says: { zh: '认定连续两年为差', en: 'Find two consecutive poor' }, ...finding, law: 'Art. 18',
    requires: [given(twoConsecutivePoor, ({ found }) => ({ series: seriesOf(found.base?.grades ?? []) })), given(twoConsecutivePoorRevokes, ({ found }) => ({ series: seriesOf(found.base?.grades ?? []) }))] },
  findUnable: { says: { zh: '认定不再具备服务能力', en: 'Find on lost capacity' }, ...finding, law: 'Art. 19(4)',
    requires: [
      asks(capacityTestFails, ({ data, found, today }) => ({
        tests: found.settings.tests, on: today, siteUsable: data.siteUsable, equipment: data.equipmentRequired === undefined ? undefined : { usable: data.equipmentUsable, required: data.equipmentRequired }, equipmentShare: found.settings.equipmentShare,
        fullTimeStaff: data.fullTimeStaff, staffLine: found.settings.staffLine, lastServiceOn: data.lastServiceOn ?? null, idleMonths: found.settings.idleMonths })),
      given(noLongerAble, () => ({})),
    ] },
  dropGround: { says: { zh: '不再认定一项情形', en: 'Give up a ground' }, ...finding, law: 'Art. 19' },
  suspend: { says: { zh: '调查期间暂停', en: 'Suspend during the investigation' }, by: 'city.lead', from: ['investigating'], to: 'investigating', law: 'Art. 6(3)', signs: true, tells: ['base.director', 'county.officer'],
    effects: [{ zh: '基地名录显示“暂停”，最长不超过规定月数；结案即解除', en: 'The register shows the base as suspended, for no longer than the months set; the end of the case lifts it' }],
    requires: [stands, given(notSuspendedYet, ({ found }) => ({ since: found.base?.heldByUs }))] },
  liftSuspension: { says: { zh: '解除暂停', en: 'Lift the suspension' }, by: 'city.lead', from: ['investigating'], to: 'investigating', law: 'Art. 6(3)', signs: true, requires: [given(suspendedNow, ({ found }) => ({ since: found.base?.heldByUs }))] },
  investigate: { says: { zh: '提交调查报告', en: 'Report the investigation' }, by: 'city.officer', from: ['investigating'], to: 'investigated', law: 'Art. 19', within: 'revocation.investigateDays', seen: 'city' },

  // 3. Capacity that can be restored is given time first; a restored base stays.
  giveCure: { says: { zh: '给恢复期', en: 'Give time to restore' }, by: 'city.officer', from: ['investigated'], to: 'curing', law: 'setting:revocation.cureDays',
    requires: [given(curable, ({ case: file }) => ({ grounds: groundsFound(file), given: file.cure !== null }))] },
  reportCure: { says: { zh: '报告已恢复', en: 'Report what was restored' }, by: 'host.admin', from: ['curing'], to: 'cureReported', law: 'setting:revocation.cureDays', signs: true },
  findCured: { says: { zh: '核实已恢复', en: 'Confirm that it is restored' }, by: 'city.officer', from: ['cureReported'], to: 'cured', law: 'Art. 19(4)' },
  findNotCured: { says: { zh: '核实未恢复', en: 'Find that it is not restored' }, by: 'city.officer', from: ['cureReported'], to: 'curing', law: 'Art. 19(4)', effects: [{ zh: '恢复期内可以再报告；届满后继续告知程序', en: 'Within the time it may report again; after it the notice follows' }] },
  endCure: { says: { zh: '恢复期届满', en: 'The time to restore is over' }, by: 'system', from: ['curing'], to: 'investigated', law: 'setting:revocation.cureDays', requires: [cureGone] },
  closeCured: { says: { zh: '已恢复，不予撤销', en: 'Restored, not revoked' }, by: 'city.lead', from: ['cured'], to: 'notRevoked', law: 'Art. 19(4)', signs: true, requires: [notThePreparers, minuted, lapseNoted] },

  // 4. The host is told facts, basis and what is intended, and is heard before anything is decided.
  notify: { says: { zh: '事先告知', en: 'Give prior notice' }, by: 'city.officer', from: ['investigated'], to: 'notified', law: 'Art. 19', signs: true, tells: ['base.director', 'county.officer'],
    effects: [{ zh: '依托单位看到事实、依据和拟处理；陈述申辩期自送达次日起算', en: 'The host reads facts, basis and what is intended; its time counts from the day after service' }],
    requires: [stands, named, openingFound, stillStand, where(onGround('unable'), cureGone)] },
  acknowledgeNotice: { says: { zh: '签收事先告知书', en: 'Acknowledge the prior notice' }, by: 'host.admin', from: ['notified'], to: 'stating', law: 'setting:revocation.stateDays', within: 'revocation.serveDays', signs: true, effects: [{ zh: '陈述申辩期自次日起算', en: 'The time for statement and defence counts from tomorrow' }] },
  recordNoticeService: { says: { zh: '登记告知书送达', en: 'Record the service of the notice' }, by: 'city.officer', from: ['notified'], to: 'stating', law: 'setting:revocation.stateDays',
    requires: [asks(serviceProven, ({ case: file, data, today }) => ({ method: data.method, acknowledged: file.notice?.acknowledged?.on, proof: data.proof, servedOn: data.servedOn ?? today, from: file.notice?.on ?? today, on: today }))] },
  state: { says: { zh: '陈述申辩', en: 'State and defend' }, by: 'host.admin', from: ['stating'], to: 'stating', law: 'setting:revocation.stateDays', within: 'revocation.stateDays', signs: true, effects: [{ zh: '期内可以多次提交；期满前不作决定', en: 'More than once within the time; nothing is decided before it is over' }] },
  waive: { says: { zh: '放弃陈述申辩', en: 'Waive the statement' }, by: 'host.admin', from: ['stating'], to: 'heard', law: 'setting:revocation.stateDays', signs: true, effects: [{ zh: '不再等到期满，案件进入法制审核', en: 'The period is not waited for; the legality review follows' }] },
  endStatement: { says: { zh: '陈述申辩期满', en: 'The time for the statement is over' }, by: ['city.officer', 'system'], from: ['stating'], to: 'heard', law: 'setting:revocation.stateDays', requires: [periodOver] },
  hear: { says: { zh: '记录听证', en: 'Record the hearing' }, by: 'city.officer', from: ['heard'], to: 'heard', law: 'setting:revocation.hearing', requires: [notInvestigating] },
  answerStatements: { says: { zh: '复核陈述申辩', en: 'Answer the statements' }, by: 'city.officer', from: ['heard'], to: 'heard', law: 'setting:revocation.stateDays', only: { holds: ({ statements }) => statements.length > 0, says: { zh: '依托单位没有陈述。', en: 'The host stated nothing.' } } },

  // 5. Somebody who did not investigate looks at the law.
  reviewLegality: { says: { zh: '法制审核通过', en: 'Confirm the legality' }, by: 'city.officer', from: ['heard'], to: 'reviewed', law: 'setting:revocation.legalDays', within: 'revocation.legalDays', seen: 'city',
    requires: [
      notInvestigating, periodOver,
      given(statementsAnswered, ({ case: file }) => ({ stated: file.statements.length, answered: file.answers !== null })),
      given(hearingHeld, ({ case: file, found }) => ({ asked: file.statements.some(({ asksHearing }) => asksHearing), held: file.hearing !== null, offered: found.settings.hearing })),
    ] },
  faultLegality: { says: { zh: '法制审核退回', en: 'Fault the legality' }, by: 'city.officer', from: ['heard'], to: 'investigating', law: 'setting:revocation.legalDays', seen: 'city', effects: [{ zh: '回到调查；补正后重新告知', en: 'Back to the investigation; a new notice follows' }],
    requires: [notInvestigating] },

  // 6. Where the bureau asks for it, the public sees the intention first.
  openNotice: { says: { zh: '公示拟撤销', en: 'Put the intention on public notice' }, by: 'city.officer', from: ['reviewed'], to: 'reviewed', law: 'setting:revocation.publicNotice' },
  enterNotice: { says: { zh: '进入公示', en: 'Enter the notice' }, by: 'system', from: ['reviewed'], to: 'onNotice', law: 'setting:revocation.publicNotice' },
  joinNotice: { says: { zh: '列入公示', en: 'Join a notice' }, by: 'system', from: ['reviewed'], to: 'onNotice', law: 'setting:revocation.publicNotice' },
  moveNotice: { says: { zh: '改列更正后的公示', en: 'Move to the corrected notice' }, by: 'system', from: ['onNotice'], to: 'onNotice', law: 'setting:publicity.correction' },
  clearNotice: { says: { zh: '公示期满', en: 'The notice is over' }, by: 'system', from: ['onNotice'], to: 'cleared', law: 'setting:revocation.publicNotice' },
  reopen: { says: { zh: '移出公示，重新调查', en: 'Leave the notice, look again' }, by: 'system', from: ['onNotice'], to: 'investigating', law: 'setting:revocation.publicNotice' },

  // 7. One proposes, another decides, on the minutes of the bureau meeting. Not to revoke is a decision like the other.
  proposeRevoke: { says: { zh: '拟定撤销', en: 'Propose to revoke' }, by: 'city.officer', from: ['reviewed', 'cleared'], to: 'proposed', law: 'Art. 19', seen: 'city', requires: [stands, named, stillStand, given(removalNoticed, ({ found, case: file }) => ({ asked: found.settings.publicNotice, closedOn: file.onNotice?.closedOn ?? undefined }))] },
  proposeNotRevoke: { says: { zh: '拟定不予撤销', en: 'Propose not to revoke' }, by: 'city.officer', from: ['investigated', 'reviewed', 'cleared'], to: 'proposedNot', law: 'Art. 19', seen: 'city' },
  sendBack: { says: { zh: '退回调查', en: 'Send back' }, by: 'city.lead', from: ['proposed', 'proposedNot'], to: 'investigating', law: 'Art. 19', seen: 'city', effects: [{ zh: '事实或依据变化的须重新告知', en: 'A new notice follows where facts or basis change' }], requires: [notThePreparers] },
  decideRevoke: { says: { zh: '决定撤销', en: 'Revoke' }, by: 'city.lead', from: ['proposed'], to: 'decided', law: 'Art. 19', signs: true, within: 'revocation.decideDays', tells: ['host.admin', 'base.director', 'county.officer'],
    effects: [
      { zh: '生成撤销决定书；送达时生效：证书失效，名录和公示页面显示已撤销', en: 'The decision is drawn up; it takes effect when served: certificate void, register and portal show it' },
      { zh: '告知救济途径：六十日内可申请行政复议，六个月内可提起行政诉讼', en: 'Remedies are told: administrative reconsideration within 60 days, litigation within six months' },
    ],
    requires: [
      stands, notThePreparers, minuted, named, stillStand, where(onGround('unable'), cureGone), periodOver, given(legalityConfirmed, ({ case: file }) => ({ reviewedOn: file.legality?.on })),
      given(milderRuleWeighed, ({ case: file, found, today }) => ({ openedOn: file.opened?.on ?? today, basisFrom: found.authorityBasis?.from, weighs: found.settings.milderRule })), inForce,
    ] },
  decideNotRevoke: { says: { zh: '决定不予撤销', en: 'Decide not to revoke' }, by: 'city.lead', from: ['proposed', 'proposedNot'], to: 'notRevoked', law: 'Art. 19', signs: true, within: 'revocation.decideDays', effects: [{ zh: '结案；本案的暂停随即解除', en: 'The case ends; its suspension is lifted at once' }], requires: [notThePreparers, minuted, lapseNoted] },

  // 8. What was decided takes effect when it is served, everywhere at once.
  acknowledgeDecision: { says: { zh: '签收撤销决定书', en: 'Acknowledge the decision' }, by: 'host.admin', from: ['decided'], to: 'decided', law: 'setting:revocation.serveDays', signs: true, only: { holds: ({ decision }) => decision?.acknowledged === null, says: { zh: '已签收。', en: 'It is acknowledged.' } } },
  serve: { says: { zh: '送达撤销决定', en: 'Serve the decision' }, by: 'city.officer', from: ['decided'], to: 'served', law: 'setting:revocation.serveDays', within: 'revocation.serveDays', signs: true, tells: ['host.admin', 'base.director', 'county.officer', 'county.lead'],
    effects: [{ zh: '名录、证书验证、公开名单即时显示已撤销；主任任期、暂停、整改终止', en: 'Register, verification and public list show it at once; the term of the director, holds and rectifications end' }, { zh: '在办事项列出移交；再申报年限起算', en: 'Open cases are listed for handing over; the bar on applying again begins' }],
    requires: [stands, asks(serviceProven, ({ case: file, data, today }) => ({ method: data.method, acknowledged: file.decision?.acknowledged?.on, proof: data.proof, servedOn: data.servedOn ?? today, from: file.decision?.on ?? today, on: today }))] },
  announce: { says: { zh: '公告撤销', en: 'Announce the revocation' }, by: 'city.officer', from: ['served'], to: 'announced', law: 'setting:revocation.announceDays', within: 'revocation.announceDays', signs: true },
  recordPlaque: { says: { zh: '登记牌匾、证书处理', en: 'Record plaque and certificate' }, by: 'city.officer', from: ['announced'], to: 'announced', law: 'setting:revocation.plaqueDays', within: 'revocation.plaqueDays' },
  recordHandOver: { says: { zh: '登记移交', en: 'Record a handing over' }, by: 'city.officer', from: ['announced'], to: 'announced', law: 'Art. 19' },

  endWithBase: { says: { zh: '终止（基地已不在册）', en: 'Close as moot' }, by: 'system', from: openStatuses, to: 'moot', law: 'Art. 19', requires: [given(baseHasGone, ({ found }) => ({ status: found.base?.status }))] },
}
