/** Major matter 重大事项: Articles 6(3), 8(5), 14 and 15. The base applies, the host submits, the organiser examines, the city approves, files or records. */
import type { Day } from '../../kernel/day.ts'
import { asks, given, type Procedure, type StepFacts, where } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { nameFollowsPattern, type NameFacts, nameIsUnique } from '../../regulation/jinzhong-2023/article-10-recognition.ts'
import { consecutiveTerms, directorAge, directorNamed, directorSeniorTitle, directorTerm, furtherTermIsSpecial, type Term } from '../../regulation/jinzhong-2023/article-14-director.ts'
import { examinedByOrganiser, submittedByHost } from '../../regulation/jinzhong-2023/article-15-major-matters.ts'
import { type AuthorityBasis, instrumentInForce } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { baseIsTheirs } from '../../settings/conduct-base.ts'
import { aboveDisposalShare, accidentNotAhead, accidentToldInTime, actingNotTooLong, appliedBeforehand, baseOnRegister, clearanceVerified, effectFromApproval, expertsHeard, filedInTime, findingConcernsBase, findingNamed, hostChangeInTime, hostMayPropose, matterComplete, matterPrepared, matterVerified, ordersSettled, reportedInTime, somethingNew, stopInTime } from '../../settings/matter-rules.ts'
import type { MatterCode, MatterKind } from '../../settings/matters/matter.ts'
import { baseHasGone } from '../../settings/inspection-rules.ts'
import { notBy } from '../../settings/review-rules.ts'
import type { MajorMatterCase, MajorMatterRole, MajorMatterStatus, Side } from './major-matter.case.ts'
import type { MajorMatterCommands } from './major-matter.commands.ts'
import type { Candidate, Issue } from './major-matter.form.ts'

/** What the door looks up: the base as it is now, the matter as it is written or was handed in, and how the rules stand. */
export type MajorMatterFound = {
  side: Side | null; /** Whether the base is one of the viewer's. */ theirs: boolean; live: boolean; hostProposes: boolean; findingKnown: boolean
  issues: Issue[] | undefined; kind: MatterKind; same: boolean
  happenedOn: Day | undefined; plannedOn: Day | undefined; dueOn: Day | undefined; share: number | undefined; openOrders: number | undefined; ordersPlan: string | undefined
  name: NameFacts | undefined; takenNames: string[]
  candidate: Candidate | undefined; terms: Term[]; latestActing: Day | undefined
  /** Hours between the accident and now. */
  hours: number | undefined
  limits: { maxTerms: number; minServedMonths: number; disposalShare: number; accidentHours: number; experts: boolean }
  /** How the base stands, for what ends with it. */
  gone: string | undefined
  lapsedOn: Day; authorityBasis: AuthorityBasis | undefined
}
type Needs = Procedure<MajorMatterCase, MajorMatterStatus, MajorMatterRole, MajorMatterCommands, MajorMatterFound>
type At<Data = unknown> = StepFacts<MajorMatterCase, Data, MajorMatterFound>

const only = (says: Words, holds: (file: MajorMatterCase) => boolean) => ({ says, holds })
const byBase = only({ zh: '由依托单位提出的事项，由依托单位上报。', en: 'This matter is proposed by the host.' }, ({ code, opener }) => code !== 'M11' && opener.side !== 'host')
const byHost = only({ zh: '由中试基地提出的事项，由主任提出。', en: 'This matter is applied for by the director.' }, ({ code, opener }) => code !== 'M11' && opener.side === 'host')
const isKind = (...kinds: MatterKind[]) => ({ asked }: MajorMatterCase) => asked !== null && kinds.includes(asked.kind)
const takesApproval = only({ zh: '本事项不需要审批。', en: 'This matter takes no approval.' }, isKind('approval'))
const approvedInRegister = only({ zh: '本事项不在此批准。', en: 'This matter is not approved here.' }, (file) => isKind('approval')(file) && file.code !== 'M15')
const leaves = only({ zh: '不是主动退出。', en: 'The base is not leaving.' }, (file) => isKind('approval')(file) && file.code === 'M15')
const isFiled = only({ zh: '本事项不是备案事项。', en: 'This matter is not one of filing.' }, isKind('filing'))
const isRecorded = only({ zh: '本事项不是报告事项。', en: 'This matter is not a report.' }, isKind('report'))
const isAccident = only({ zh: '不是事故报告。', en: 'This is no accident.' }, ({ code }) => code === 'M11')

const about = (...codes: MatterCode[]) => ({ case: { code } }: At) => code !== null && codes.includes(code)
const approvalOf = (found: MajorMatterFound) => found.kind === 'approval'
const director = {
  age: where(about('M05'), given(directorAge, ({ found }: At) => ({ bornOn: found.candidate?.bornOn, appointedOn: found.candidate?.from }))),
  title: where(about('M05'), given(directorSeniorTitle, ({ found }: At) => ({ title: found.candidate?.title }))),
  special: where(about('M05'), given(furtherTermIsSpecial, ({ found }: At) => ({ terms: found.terms, maxTerms: found.limits.maxTerms, minServedMonths: found.limits.minServedMonths }))),
  /** `approved`: whoever asks for approval, or gives it, meets the rule by it. */
  terms: (approved: boolean) => where(about('M05'), given(consecutiveTerms, ({ found }: At) => ({ terms: found.terms, maxTerms: found.limits.maxTerms, minServedMonths: found.limits.minServedMonths, approved }))),
}
const content = [
  given(baseOnRegister, ({ found }: At) => ({ live: found.live })),
  given(matterComplete, ({ found }: At) => ({ issues: found.issues })),
  given(somethingNew, ({ found }: At) => ({ same: found.same })),
  where(about('M01'), given(nameFollowsPattern, ({ found }: At) => found.name ?? {} as NameFacts)),
  where(about('M01'), given(nameIsUnique, ({ found }: At) => ({ name: found.name?.name, taken: found.takenNames }))),
  where(about('M05'), given(directorNamed, ({ found }: At) => ({ name: found.candidate?.name }))),
  where(({ found, ...at }) => about('M05')({ found, ...at }) && found.candidate?.acting === false, given(directorTerm, ({ found }: At) => ({ from: found.candidate?.from, to: found.candidate?.to }))),
  where(({ found, ...at }) => about('M05')({ found, ...at }) && found.candidate?.acting === true, given(actingNotTooLong, ({ found }: At) => ({ to: found.candidate?.to, latest: found.latestActing }))),
  director.age, director.title, director.special, director.terms(true),
  where(about('M07', 'M08'), given(aboveDisposalShare, ({ found }: At) => ({ share: found.share, line: found.limits.disposalShare }))),
  where(about('M15'), given(ordersSettled, ({ found }: At) => ({ open: found.openOrders, plan: found.ordersPlan }))),
]
const day = ({ found, today }: At) => ({ happenedOn: found.happenedOn, dueOn: found.dueOn, on: today })
/** Told late, or done before it was approved: possible, with a reason, and marked. */
const timely = [
  where(({ found, case: { code } }) => code !== 'M09' && approvalOf(found), given(appliedBeforehand, ({ found, today }: At) => ({ plannedOn: found.plannedOn, on: today }))),
  where((at) => about('M05', 'M10', 'M13', 'M16')(at) && !approvalOf(at.found), given(filedInTime, day)),
  where((at) => about('M06')(at) && !approvalOf(at.found), given(hostChangeInTime, day)),
  where(about('M09'), given(stopInTime, day)),
  where(about('M12'), given(reportedInTime, day)),
]
const submitted = given(submittedByHost, ({ case: { asked, endorsement } }: At) => ({ appliedOn: asked?.on, endorsedOn: endorsement?.on }))
const examined = given(examinedByOrganiser, ({ case: { examination } }: At) => ({ examinedOn: examination?.on }))
const linked = [asks(findingConcernsBase, ({ found }: At) => ({ known: found.findingKnown }))]
const notThePreparer = notBy(({ proposal }: MajorMatterCase) => [proposal?.by])
const prepared = given(matterPrepared, ({ case: { proposal } }: At) => ({ prepared: proposal !== null }))
const inForceNoted = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }), 'note')
const told = ['base.director', 'host.admin'] as const
const remedies: Words = { zh: '告知理由和救济途径：六十日内可申请行政复议，六个月内可提起行政诉讼', en: 'Grounds and remedies are told: administrative reconsideration within 60 days, litigation within six months' }
const found19 = ['host.admin', 'county.officer', 'county.lead', 'city.lead'] as const
const findingOpens: readonly Words[] = [{ zh: '达到推定严重的等级的，随即立撤销案，附认定事实；是否撤销另行调查、告知、决定', en: 'Where it reaches the grade presumed serious a revocation case opens with these facts; whether to revoke is investigated, told and decided there' }]
const intoRegister: Words = { zh: '自生效日期起记入名录，原值保留在经过中', en: 'It enters the register on its day; what was there before stays in its history' }

/** Somebody still has something to do. */
const openStatuses = ['draft', 'demanded', 'applied', 'returned', 'endorsed', 'examined', 'leaving', 'onNotice', 'reported', 'written', 'cleared', 'liftProposed'] as const satisfies readonly MajorMatterStatus[]

export const majorMatter: Needs = {
  // 1. The base drafts; the host where the text gives it the matter; an authority that found a change nobody declared has it declared.
  open: { says: { zh: '提出重大事项', en: 'Begin a major matter' }, by: ['base.director', 'base.clerk', 'host.clerk', 'host.admin', 'county.officer', 'city.officer', 'system'], from: [], to: 'draft', law: 'Art. 15',
    requires: [
      asks(baseIsTheirs, ({ found }) => ({ theirs: found.theirs })),
      asks(hostMayPropose, ({ found }) => ({ byHost: found.side === 'host', hostProposes: found.hostProposes })),
      asks(findingNamed, ({ found, data }) => ({ byAuthority: found.side === 'county' || found.side === 'city', found: data.finding !== undefined })),
      where(({ data }) => data.finding !== undefined && data.finding.number !== '', asks(findingConcernsBase, ({ found }) => ({ known: found.findingKnown }))),
      where(({ found }) => found.theirs, asks(baseOnRegister, ({ found }) => ({ live: found.live }))),
    ] },
  demand: { says: { zh: '责令补报', en: 'Demand a declaration' }, by: 'system', from: ['draft'], to: 'demanded', law: 'setting:major.demandDays', tells: told },
  cancelDemand: { says: { zh: '撤回补报要求', en: 'Withdraw the demand' }, by: ['county.officer', 'city.officer'], from: ['demanded'], to: 'withdrawn', law: 'setting:major.demandDays', tells: told },

  // 2. It is handed in: by the director (Art. 15), or by the host itself where Art. 8(5) or Art. 14 says so.
  apply: { says: { zh: '提出申请', en: 'Apply' }, by: 'base.director', from: ['draft', 'demanded', 'returned'], to: 'applied', law: 'Art. 15', signs: true, only: byBase,
    effects: [{ zh: '所填内容和附件冻结，附指纹', en: 'What is filled in and attached is frozen, with its fingerprints' }], requires: [...content, ...timely, inForceNoted] },
  propose: { says: { zh: '提出并上报', en: 'Propose and submit' }, by: 'host.admin', from: ['draft', 'returned'], to: 'endorsed', law: 'Art. 8(5)', signs: true, only: byHost, tells: ['base.director'],
    effects: [{ zh: '所填内容和附件冻结，附指纹', en: 'What is filled in and attached is frozen, with its fingerprints' }], requires: [...content, ...timely, inForceNoted] },
  endorse: { says: { zh: '上报', en: 'Submit to the organiser' }, by: 'host.admin', from: ['applied'], to: 'endorsed', law: 'Art. 15', signs: true, tells: ['base.director'] },
  sendBack: { says: { zh: '退回中试基地', en: 'Send back to the base' }, by: 'host.admin', from: ['applied'], to: 'returned', law: 'Art. 15' },

  // 3. The organiser examines: its officer verifies, its lead signs. Whether it agrees or not, the city decides.
  verify: { says: { zh: '提交核查意见', en: 'Verify' }, by: 'county.officer', from: ['endorsed'], to: 'endorsed', law: 'Art. 15', seen: 'authorities', within: 'major.countyDays' },
  examine: { says: { zh: '审定', en: 'Examine' }, by: 'county.lead', from: ['endorsed'], to: 'examined', law: 'Art. 15', within: 'major.countyDays', signs: true, tells: told,
    requires: [submitted, given(matterVerified, ({ case: { verification } }) => ({ verified: verification !== null })), notBy(({ verification }: MajorMatterCase) => [verification?.by]), director.age, director.title, director.special] },
  returnFromCounty: { says: { zh: '退回补充', en: 'Return for more' }, by: ['county.officer', 'county.lead'], from: ['endorsed'], to: 'returned', law: 'Art. 15', within: 'major.countyDays', tells: told },
  linkFinding: { says: { zh: '关联检查、考核发现', en: 'Link a finding' }, by: 'county.officer', from: ['endorsed'], to: 'endorsed', law: 'setting:major.demandDays', requires: linked },

  // 4. The city: an officer prepares and a lead decides; what is filed or reported is taken in by an officer.
  prepare: { says: { zh: '提交拟办意见', en: 'Prepare the decision' }, by: 'city.officer', from: ['examined'], to: 'examined', law: 'Art. 15', seen: 'city', within: 'major.cityDays', only: takesApproval,
    requires: [examined, where((at) => at.case.code === 'M02', asks(expertsHeard, ({ found, data }) => ({ asked: found.limits.experts && data.recommends === 'approve', heard: Boolean(data.experts) })))] },
  approve: { says: { zh: '批准', en: 'Approve' }, by: 'city.lead', from: ['examined'], to: 'approved', law: 'Art. 6(3)', within: 'major.cityDays', signs: true, only: approvedInRegister, tells: [...told, 'county.officer'], effects: [intoRegister],
    requires: [
      prepared, notThePreparer, examined, given(baseOnRegister, ({ found }) => ({ live: found.live })), director.age, director.title, director.special, director.terms(true),
      where(about('M01'), given(nameFollowsPattern, ({ found }: At) => found.name ?? {} as NameFacts)), where(about('M01'), given(nameIsUnique, ({ found }: At) => ({ name: found.name?.name, taken: found.takenNames }))),
      where(({ data, case: { code } }) => code !== 'M05' && data.effectiveOn !== undefined, asks(effectFromApproval, ({ data, today }: At<MajorMatterCommands['approve']>) => ({ effectiveOn: data.effectiveOn, on: today }))), inForceNoted,
    ] },
  approveLeaving: { says: { zh: '批准退出', en: 'Approve the leaving' }, by: 'city.lead', from: ['examined'], to: 'leaving', law: 'Art. 6(3)', within: 'major.cityDays', signs: true, only: leaves, tells: [...told, 'county.officer'],
    effects: [{ zh: '公示后退出名录；公示期间仍在册', en: 'After the public notice it leaves the register; until then it stays on it' }],
    requires: [prepared, notThePreparer, examined, given(baseOnRegister, ({ found }) => ({ live: found.live })), given(ordersSettled, ({ found }) => ({ open: found.openOrders, plan: found.ordersPlan })), inForceNoted] },
  refuse: { says: { zh: '不予批准', en: 'Refuse' }, by: 'city.lead', from: ['examined'], to: 'refused', law: 'Art. 6(3)', within: 'major.cityDays', signs: true, only: takesApproval, tells: [...told, 'county.officer'], effects: [remedies], requires: [prepared, notThePreparer, inForceNoted] },
  file: { says: { zh: '备案', en: 'File' }, by: 'city.officer', from: ['examined'], to: 'filed', law: 'Art. 15', within: 'major.cityDays', signs: true, only: isFiled, tells: [...told, 'county.officer'], effects: [intoRegister],
    requires: [examined, given(baseOnRegister, ({ found }) => ({ live: found.live })), director.age, director.title, director.terms(false)] },
  record: { says: { zh: '记录在案', en: 'Record' }, by: 'city.officer', from: ['examined'], to: 'recorded', law: 'Art. 15', within: 'major.cityDays', only: isRecorded, tells: [...told, 'county.officer'], requires: [examined] },
  returnFromCity: { says: { zh: '退回补充', en: 'Return for more' }, by: 'city.officer', from: ['examined'], to: 'returned', law: 'Art. 15', within: 'major.cityDays', tells: [...told, 'county.officer'] },
  linkFindingLater: { says: { zh: '关联检查、考核发现', en: 'Link a finding' }, by: 'city.officer', from: ['examined'], to: 'examined', law: 'setting:major.demandDays', requires: linked },
  withdraw: { says: { zh: '撤回', en: 'Withdraw' }, by: ['base.director', 'host.admin'], from: ['draft', 'applied', 'returned', 'endorsed', 'examined'], to: 'withdrawn', law: 'setting:withdraw.beforeAcceptance',
    only: only({ zh: '责令补报的事项不能撤回。', en: 'What an authority demanded cannot be withdrawn.' }, ({ demanded }) => demanded === null) },

  // 5. Leaving: public notice, then off the register.
  openNotice: { says: { zh: '公示退出', en: 'Open the public notice' }, by: 'city.officer', from: ['leaving'], to: 'onNotice', law: 'Art. 10(4)', signs: true },
  enterNotice: { says: { zh: '记入公示', en: 'Enter the notice' }, by: 'system', from: ['onNotice'], to: 'onNotice', law: 'Art. 10(4)' },
  joinNotice: { says: { zh: '同批公示', en: 'Join the notice' }, by: 'system', from: ['leaving'], to: 'onNotice', law: 'Art. 10(4)' },
  moveNotice: { says: { zh: '改列更正后的公示', en: 'Move to the corrected notice' }, by: 'system', from: ['onNotice'], to: 'onNotice', law: 'setting:publicity.correction' },
  clearNotice: { says: { zh: '公示期满，退出名录', en: 'Leave the register' }, by: 'system', from: ['onNotice'], to: 'left', law: 'Art. 6(3)', tells: ['base.director', 'county.officer'] },
  reopen: { says: { zh: '重新办理', en: 'Take up again' }, by: 'system', from: ['onNotice'], to: 'examined', law: 'Art. 10(4)', tells: told },

  // 6. An accident: told at once, and the hold begins at once; lifted by two people when the danger is gone.
  report: { says: { zh: '事故速报', en: 'Report the accident' }, by: ['base.director', 'base.clerk', 'host.admin', 'host.clerk'], from: ['draft', 'demanded'], to: 'reported', law: 'setting:major.accidentHours', only: isAccident,
    tells: ['base.director', 'host.admin', 'county.officer', 'county.lead', 'city.officer', 'city.lead'],
    effects: [{ zh: '安全暂停随即生效：停止承接新的中试委托', en: 'The safety hold begins at once: no new commissions' }, { zh: '不代替向应急管理、生态环境等部门的法定报告', en: 'It does not replace the statutory report to the emergency and ecology authorities' }],
    requires: [given(baseOnRegister, ({ found }) => ({ live: found.live })), asks(accidentNotAhead, ({ found }) => ({ hours: found.hours })), asks(accidentToldInTime, ({ found }) => ({ hours: found.hours, limit: found.limits.accidentHours }), 'note')] },
  acknowledge: { says: { zh: '接报', en: 'Acknowledge' }, by: ['county.officer', 'county.lead', 'city.officer', 'city.lead'], from: ['reported'], to: 'reported', law: 'Art. 7(3)', tells: ['base.director', 'host.admin'] },
  reportInWriting: { says: { zh: '提交书面报告', en: 'Report in writing' }, by: ['base.director', 'host.admin'], from: ['reported'], to: 'written', law: 'setting:major.accidentReportDays', within: 'major.accidentReportDays', signs: true, tells: ['city.officer'] },
  recordFinding: { says: { zh: '登记事故认定', en: 'Record the finding on the accident' }, by: 'city.officer', from: ['written'], to: 'written', law: 'Art. 19(1)', only: isAccident, tells: found19, effects: findingOpens },
  recordFindingLater: { says: { zh: '登记事故认定', en: 'Record the finding on the accident' }, by: 'city.officer', from: ['cleared'], to: 'cleared', law: 'Art. 19(1)', only: isAccident, tells: found19, effects: findingOpens },
  recordFindingLifted: { says: { zh: '登记事故认定', en: 'Record the finding on the accident' }, by: 'city.officer', from: ['lifted'], to: 'lifted', law: 'Art. 19(1)', only: isAccident, tells: found19, effects: findingOpens },
  returnReport: { says: { zh: '要求补充书面报告', en: 'Ask for more' }, by: 'county.officer', from: ['written'], to: 'reported', law: 'Art. 7(3)', tells: ['host.admin'] },
  verifyClearance: { says: { zh: '核实隐患消除', en: 'Verify that the danger is gone' }, by: 'county.officer', from: ['written'], to: 'cleared', law: 'Art. 7(3)', within: 'major.countyDays' },
  proposeLift: { says: { zh: '提出解除安全暂停', en: 'Propose to lift the hold' }, by: 'city.officer', from: ['cleared'], to: 'liftProposed', law: 'Art. 6(3)', within: 'major.cityDays', seen: 'city',
    requires: [given(clearanceVerified, ({ case: { clearance } }) => ({ verified: clearance !== null }))] },
  lift: { says: { zh: '解除安全暂停', en: 'Lift the hold' }, by: 'city.lead', from: ['liftProposed'], to: 'lifted', law: 'Art. 6(3)', signs: true, tells: [...told, 'county.officer'],
    effects: [{ zh: '恢复承接中试委托', en: 'Commissions may be taken again' }], requires: [notBy(({ lifting }: MajorMatterCase) => [lifting?.by])] },
  keepHold: { says: { zh: '不予解除', en: 'Keep the hold' }, by: 'city.lead', from: ['liftProposed'], to: 'reported', law: 'Art. 6(3)', signs: true, tells: [...told, 'county.officer'], requires: [notBy(({ lifting }: MajorMatterCase) => [lifting?.by])] },

  // 7. What is open ends with the base it is about.
  endWithBase: { says: { zh: '基地已离册，事项终止', en: 'Ended with the base' }, by: 'system', from: openStatuses, to: 'ended', law: 'Art. 6(3)', requires: [given(baseHasGone, ({ found }) => ({ status: found.gone }))] },
}
