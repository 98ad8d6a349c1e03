/** Annual assessment 年度考核: Articles 16 to 18 and 19(3), in the order they happen. One case a base and year. */
import { apart, asks, given, type Procedure, type StepFacts, where } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { hostAndOrganiserExamined, reportAndPlanFiled } from '../../regulation/jinzhong-2023/article-16-assessment.ts'
import { performanceEvidenced, selfAssessmentFiled, truthOpinionGiven } from '../../regulation/jinzhong-2023/article-17-evidence.ts'
import { gradeIsOneOfFour, twoConsecutivePoor } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { absentWithoutCause, twoConsecutivePoorRevokes } from '../../regulation/jinzhong-2023/article-19-revocation.ts'
import { type AuthorityBasis, instrumentInForce } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { decemberSettled, demandsAnswered, deskClosedFirst, deskExpertsHeard, deskScoredOnce, enoughDeskExperts, baseIsGone, estimateToSettle, gradedThisYear, indicatorSheetComplete, notGradedThisYear, reportComplete, reportingOpen, sampleExamined, spotChecked, trueUpInTime } from '../../settings/assessment-rules.ts'
import { deferralAsked, excellentWithinCap, excuseFound, gradeChanges, gradeFollowsScore, gradeIsExcellent, gradeIsFair, gradeIsFinal, gradeNoticeHeld, inquiryMade, nothingFollows, planFirst, rectificationFollows, rectificationOver, rectificationReady, reminderDue, reminderToDeliver, reportingOver, reviewedOnce, reviewExamined, reviewExaminedByAnother, reviewInTime, servedAfterWriting, vetoMakesPoor } from '../../settings/grade-rules.ts'
import { type Lines, gradeBy, inHundredths, lateSteps } from '../../settings/assessment-score.ts'
import { minutesAttached, notBy } from '../../settings/review-rules.ts'
import { noticedOnce } from '../../settings/rules.ts'
import { type AssessmentCase, type AssessmentRole, type AssessmentStatus, isEstimated, isSettled, openReminder, reportBy, reportedOn } from './assessment.case.ts'
import type { AssessmentCommands } from './assessment.commands.ts'
import { openStatuses } from './assessment.statuses.ts'
import { consequenceOf, type Recorded, seriesWith, stretchAround } from './assessment.consequences.ts'

/** What the door looks up for a step. */
export type AssessmentFound = {
  /** The draft as it lies, where it can still be written. */
  draft: { issues: { place: Words; expected: Words }[]; plan: boolean; evidence: number } | undefined
  /** Experts named: who is not in the pool, who works for an institution of the base. */
  experts: { unlisted: string[]; ofBase: string[] }; sheetFaults: Words[]
  lines: Lines; cap: { others: number; seats: number; assessed: number }; spotDrawn: boolean
  /** The base's own series as its register holds it today, and how the base stands. */
  series: Recorded[]; live: boolean
  limits: { deskExperts: number; spotEdges: boolean; reminders: number }
  lapsedOn: string; authorityBasis: AuthorityBasis | undefined
}
type Needs = Procedure<AssessmentCase, AssessmentStatus, AssessmentRole, AssessmentCommands, AssessmentFound>
type At<Data = unknown> = StepFacts<AssessmentCase, Data, AssessmentFound>

const inForce = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }))
const lapseNoted = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }), 'note')
/** None of those who prepared may decide. */
const decidedApart = (preparedBy: (file: AssessmentCase) => (string | undefined)[]) => notBy(preparedBy)
const reportReady = [
  given(reportingOpen, ({ case: file, today }: At) => ({ opensOn: file.window?.opensOn ?? today, on: today })),
  given(reportComplete, ({ found }: At) => ({ issues: found.draft?.issues })),
  given(selfAssessmentFiled, ({ found }: At) => ({ report: found.draft !== undefined })), given(reportAndPlanFiled, ({ found }: At) => ({ report: found.draft !== undefined, plan: found.draft?.plan ?? false })),
  given(performanceEvidenced, ({ found }: At) => ({ evidence: found.draft?.evidence ?? 0 })),
  asks(demandsAnswered, ({ case: file, data }: At<{ answers?: { item: number; answer: string }[] }>) => {
    const last = file.notices.at(-1)
    return { items: last && !last.answeredOn ? last.items.map(({ no }) => ({ no, answered: data.answers?.some(({ item, answer }) => item === no && answer !== '') ?? false })) : [] }
  }),
]
const settling = [
  given(estimateToSettle, ({ case: file }: At) => ({ estimated: isEstimated(file), settled: isSettled(file) })), where(({ case: file }: At) => isEstimated(file) && !isSettled(file), given(reportComplete, ({ found }: At) => ({ issues: found.draft?.issues }))),
  given(trueUpInTime, ({ case: file, today }: At) => ({ by: file.window?.trueUpBy ?? today, on: today })),
]
const gradedYear = given(gradedThisYear, ({ case: file }: At) => ({ graded: file.graded, recognisedOn: file.base?.recognisedOn ?? '' }))
const sheetComplete = asks(indicatorSheetComplete, ({ found }: At) => ({ faults: found.sheetFaults }))
const gradeAsked = (data: unknown) => (data as { grade?: AssessmentCommands['proposeGrade']['grade'] }).grade
const byScore = ({ case: file, found }: At) => (file.score ? gradeBy(file.score.total, found.lines, isVetoed(file)) : undefined)
/** Drawn by lot, or at one of the edges of the scale. */
const spotDue = (facts: At): 'drawn' | 'edge' | undefined => {
  if (facts.found.spotDrawn) return 'drawn'
  const grade = byScore(facts)
  return facts.found.limits.spotEdges && (grade === 'excellent' || grade === 'poor') ? 'edge' : undefined
}
const capHolds = (grade: (facts: At) => ReturnType<typeof gradeAsked>) => ({ rule: excellentWithinCap, facts: (facts: At) => ({ grade: grade(facts), ...facts.found.cap }) })
const proposedCap = capHolds(({ data }) => gradeAsked(data))
const decidedCap = capHolds(({ case: file }) => file.proposal?.grade)
const follows = ({ case: file, found }: At) => ({ grade: file.grade, follows: file.grade ? consequenceOf(found.series, file.year, file.grade).follows : 'none' as const })
const stretch = ({ case: file, found }: At) => ({ series: stretchAround(seriesWith(found.series, file.year, file.grade), file.year) })
const final = given(gradeIsFinal, ({ case: file, today }: At) => ({ by: file.announcement?.reviewBy, on: today, reviewed: file.review?.outcome !== undefined && file.review?.outcome !== null }))
const absence = ({ case: file, found, today }: At) => ({
  reported: file.submissions.length > 0, deferred: file.deferral?.outcome?.granted ?? false, excused: file.inquiry?.excused, reminderDues: file.reminders.flatMap(({ dueOn }) => (dueOn ? [dueOn] : [])), on: today, remindersNeeded: found.limits.reminders,
})

/** The base and its host report; both examine before anybody else does (Art. 16). */
const reporting = {
  open: { says: { zh: '开启考核', en: 'Open the assessment' }, by: 'system', from: [], to: 'reporting', law: 'Art. 16' },
  report: { says: { zh: '签署自评报告', en: 'Sign the report' }, by: 'base.director', from: ['reporting', 'deferralAsked'], to: 'reported', law: 'Art. 16', signs: true,
    effects: [{ zh: '报告、数据和佐证清单冻结为签署版本，附指纹', en: 'Report, figures and evidence are frozen as signed, with their fingerprint' }], requires: [...reportReady, lapseNoted] },
  endorse: { says: { zh: '审核报送', en: 'Endorse' }, by: 'host.admin', from: ['reported'], to: 'endorsed', law: 'Art. 16', signs: true, effects: [{ zh: '随即抽取供区县核对的佐证', en: 'The items for the county are drawn at once' }], requires: [lapseNoted] },
  sendBack: { says: { zh: '退回修改', en: 'Send back' }, by: 'host.admin', from: ['reported'], to: 'reporting', law: 'Art. 16' },
  drawSample: { says: { zh: '抽取核对佐证', en: 'Draw the sample' }, by: 'system', from: ['endorsed'], to: 'endorsed', law: 'setting:assess.sampleShare', seen: 'authorities' },
  trueUp: { says: { zh: '核定十二月数据', en: 'Settle December' }, by: 'base.director', from: ['endorsed'], to: 'endorsed', law: 'setting:assess.trueUpBy', signs: true, requires: settling },
  trueUpAtCity: { says: { zh: '核定十二月数据', en: 'Settle December' }, by: 'base.director', from: ['verified'], to: 'verified', law: 'setting:assess.trueUpBy', signs: true, requires: settling },
  requestDeferral: { says: { zh: '申请缓考', en: 'Ask for a deferral' }, by: ['base.director', 'host.admin'], from: ['reporting'], to: 'deferralAsked', law: 'setting:assess.deferral' },
  defer: { says: { zh: '批准缓考', en: 'Grant the deferral' }, by: 'city.lead', from: ['deferralAsked'], to: 'deferred', law: 'setting:assess.deferral', signs: true, effects: [{ zh: '本年度不定档，不中断也不计入连续', en: 'The year stays without grade and neither breaks nor counts' }],
    requires: [given(deferralAsked, ({ case: file }) => ({ asked: file.deferral !== null })), inForce] },
  declineDeferral: { says: { zh: '不予缓考', en: 'Decline the deferral' }, by: 'city.lead', from: ['deferralAsked'], to: 'reporting', law: 'setting:assess.deferral', signs: true },
} as const satisfies Partial<Needs>

/** The county examines the truth on a sample drawn by lot, and may ask once (Art. 17(3)). */
const verifying = {
  examine: { says: { zh: '逐项核对', en: 'Examine item by item' }, by: ['county.officer', 'county.lead'], from: ['endorsed'], to: 'endorsed', law: 'Art. 17(3)', seen: 'authorities',
    requires: [asks(sampleExamined, ({ case: file, data }) => ({ drawn: file.sample?.drawn ?? [], answered: (data.items ?? []).map(({ item }) => item) }))] },
  returnForSupplement: { says: { zh: '退回补正', en: 'Return for supplement' }, by: 'county.officer', from: ['endorsed'], to: 'supplementing', law: 'Art. 16', effects: [{ zh: '核实停止计时，时钟在基地', en: 'The clock stops; it is with the base' }],
    requires: [asks(noticedOnce, ({ case: file, data }) => ({ before: file.notices.length, causedBySupplement: data.causedBySupplement }))] },
  supplement: { says: { zh: '签署补正', en: 'Sign the supplement' }, by: 'base.director', from: ['supplementing'], to: 'reported', law: 'Art. 16', signs: true, requires: reportReady },
  verify: { says: { zh: '签署真实性审核意见', en: 'Sign the opinion on the truth' }, by: 'county.lead', from: ['endorsed'], to: 'verified', law: 'Art. 17(3)', within: 'assess.countyDays', signs: true,
    requires: [given(truthOpinionGiven, ({ case: file }) => ({ items: file.sample?.drawn.length ?? 0, answered: file.examination?.items.length ?? 0 })), decidedApart((file) => [file.examination?.by]), lapseNoted] },
  recordReport: { says: { zh: '收存报告，不定档', en: 'File without a grade' }, by: 'city.officer', from: ['verified'], to: 'recorded', law: 'setting:assess.fullYearBefore', requires: [given(notGradedThisYear, ({ case: file }) => ({ graded: file.graded, recognisedOn: file.base?.recognisedOn ?? '' }))] },
} as const satisfies Partial<Needs>

/** The city scores by the indicators, with desk experts or without, and looks on the spot. */
const scoring = {
  inviteExperts: { says: { zh: '请专家函评', en: 'Ask desk experts' }, by: 'city.officer', from: ['verified'], to: 'verified', law: 'setting:assess.deskExperts', seen: 'city', only: { holds: ({ deskClosedOn }) => deskClosedOn === null, says: { zh: '函评已经结束。', en: 'Desk review is closed.' } }, requires: [gradedYear, asks(enoughDeskExperts, ({ data, found }) => ({ named: data.experts?.length ?? 0, least: found.limits.deskExperts, ...found.experts }))] },
  scoreDesk: { says: { zh: '函评打分', en: 'Score at the desk' }, by: 'expert', from: ['verified'], to: 'verified', law: 'setting:assess.deskExperts', seen: 'city', sealed: true, concurrent: true,
    requires: [given(deskScoredOnce, ({ case: file, actor }) => ({ scored: file.desk.some(({ expert }) => expert === actor.person), closed: file.deskClosedOn !== null })), sheetComplete] },
  closeDesk: { says: { zh: '结束函评', en: 'Close the desk review' }, by: 'city.officer', from: ['verified'], to: 'verified', law: 'setting:score.sealed', seen: 'city', unseals: true, only: { holds: ({ experts, deskClosedOn }) => experts.length > 0 && deskClosedOn === null, says: { zh: '没有进行中的函评。', en: 'No desk review is under way.' } },
    requires: [given(deskExpertsHeard, ({ case: file }) => ({ invited: file.experts.length, sheets: file.desk.length, closed: file.deskClosedOn !== null }))] },
  score: { says: { zh: '打分', en: 'Score' }, by: 'city.officer', from: ['verified'], to: 'scored', law: 'Art. 16', seen: 'city',
    requires: [gradedYear, given(hostAndOrganiserExamined, ({ case: file }) => ({ hostOn: file.endorsement?.on, organiserOn: file.verification?.on })), given(deskClosedFirst, ({ case: file }) => ({ invited: file.experts.length, closed: file.deskClosedOn !== null })),
      given(decemberSettled, ({ case: file, today }) => ({ estimated: isEstimated(file), settled: isSettled(file), by: file.window?.trueUpBy ?? today, on: today })), sheetComplete] },
  recordSpotCheck: { says: { zh: '记录现场抽查', en: 'Record the spot check' }, by: 'city.officer', from: ['scored'], to: 'scored', law: 'setting:assess.spotShare', seen: 'city' },
  rescore: { says: { zh: '调整得分', en: 'Change the score' }, by: 'city.officer', from: ['scored'], to: 'scored', law: 'Art. 16', seen: 'city', requires: [sheetComplete] },
} as const satisfies Partial<Needs>

/** One proposes, another decides; the public sees it first, then it is announced (Art. 18). */
const grading = {
  proposeGrade: { says: { zh: '拟定档次', en: 'Propose the grade' }, by: 'city.officer', from: ['scored'], to: 'proposed', law: 'Art. 18', seen: 'city',
    requires: [
      given(spotChecked, (facts) => ({ due: spotDue(facts), done: facts.case.spotCheck !== null })),
      asks(gradeIsOneOfFour, ({ data }) => ({ grade: data.grade })), asks(gradeFollowsScore, (facts) => ({ grade: facts.data.grade, byScore: byScore(facts), total: inHundredths(facts.case.score?.total ?? 0) })),
      asks(vetoMakesPoor, ({ case: file, data }) => ({ grade: data.grade, vetoed: isVetoed(file) })), asks(proposedCap.rule, proposedCap.facts),
    ] },
  decideGrade: { says: { zh: '确定档次', en: 'Decide the grade' }, by: 'city.lead', from: ['proposed'], to: 'decided', law: 'Art. 18', seen: 'city', signs: true, effects: [{ zh: '公示、通报前不对外告知', en: 'Nobody outside is told before the notice' }],
    requires: [inForce, decidedApart((file) => [file.proposal?.by, file.score?.by]), asks(minutesAttached, ({ data }) => ({ minutes: data.minutes?.number })), given(vetoMakesPoor, ({ case: file }) => ({ grade: file.proposal?.grade, vetoed: isVetoed(file) })), given(decidedCap.rule, decidedCap.facts)] },
  returnProposal: { says: { zh: '退回重拟', en: 'Return the proposal' }, by: 'city.lead', from: ['proposed'], to: 'scored', law: 'Art. 18', seen: 'city' },
  enterNotice: { says: { zh: '列入公示', en: 'Enter the notice' }, by: 'system', from: ['decided'], to: 'onNotice', law: 'Art. 18' },
  joinNotice: { says: { zh: '列入公示', en: 'Join the notice' }, by: 'system', from: ['decided'], to: 'onNotice', law: 'Art. 18' },
  moveNotice: { says: { zh: '改列更正后的公示', en: 'Move to the corrected notice' }, by: 'system', from: ['onNotice'], to: 'onNotice', law: 'setting:publicity.correction' },
  clearNotice: { says: { zh: '公示无异议', en: 'The notice is clear' }, by: 'system', from: ['onNotice'], to: 'cleared', law: 'Art. 18' },
  reopen: { says: { zh: '重新评定', en: 'Reopen' }, by: 'system', from: ['onNotice', 'cleared'], to: 'scored', law: 'Art. 18' },
  announce: { says: { zh: '通报结果', en: 'Announce the result' }, by: 'city.lead', from: ['cleared'], to: 'announced', law: 'Art. 18', signs: true, requires: [inForce, given(gradeNoticeHeld, ({ case: file }) => ({ clearedOn: file.notice?.clearedOn ?? undefined }))] },
} as const satisfies Partial<Needs>

/** A base may ask once; afterwards the grade is final, and what the law says of it follows. */
const ending = {
  requestReview: { says: { zh: '申请复核', en: 'Ask for a review' }, by: ['host.admin', 'base.director'], from: ['announced'], to: 'underReview', law: 'setting:assess.reviewDays',
    requires: [given(reviewInTime, ({ case: file, today }) => ({ by: file.announcement?.reviewBy, on: today })), given(reviewedOnce, ({ case: file }) => ({ before: file.review?.on }))] },
  examineReview: { says: { zh: '提出复核意见', en: 'Examine the review' }, by: 'city.officer', from: ['underReview'], to: 'underReview', law: 'setting:assess.reviewDays', seen: 'city', requires: [given(reviewExaminedByAnother, (at) => apart(at, [at.case.score?.by, at.case.proposal?.by]))] },
  upholdReview: { says: { zh: '复核更正档次', en: 'Uphold: change the grade' }, by: 'city.lead', from: ['underReview'], to: 'announced', law: 'Art. 18', signs: true,
    requires: [inForce, given(reviewExamined, ({ case: file }) => ({ examined: file.review?.examined !== null })), decidedApart((file) => [file.review?.examined?.by]), asks(gradeIsOneOfFour, ({ data }) => ({ grade: data.grade })), asks(gradeChanges, ({ case: file, data }) => ({ before: file.grade, after: data.grade })),
      asks(vetoMakesPoor, ({ case: file, data }) => ({ grade: data.grade, vetoed: isVetoed(file) })), asks(proposedCap.rule, proposedCap.facts), asks(minutesAttached, ({ data }) => ({ minutes: data.minutes?.number }))] },
  dismissReview: { says: { zh: '复核维持原结果', en: 'Dismiss: the grade stays' }, by: 'city.lead', from: ['underReview'], to: 'announced', law: 'Art. 18', signs: true, requires: [given(reviewExamined, ({ case: file }) => ({ examined: file.review?.examined !== null })), decidedApart((file) => [file.review?.examined?.by])] },
  conclude: { says: { zh: '结果生效', en: 'The grade is final' }, by: 'system', from: ['announced'], to: 'concluded', law: 'Art. 18', requires: [final, given(nothingFollows, follows)] },
  concludePoor: { says: { zh: '结果生效，限期整改', en: 'Final: to be rectified' }, by: 'system', from: ['announced'], to: 'rectifying', law: 'setting:grade.rectify', requires: [final, given(rectificationFollows, follows), given(twoConsecutivePoor, stretch, 'note')] },
  concludeTwicePoor: { says: { zh: '结果生效，连续两年为差', en: 'Final: poor twice in a row' }, by: 'system', from: ['announced'], to: 'twicePoor', law: 'Art. 18', requires: [final, given(twoConsecutivePoor, stretch), given(twoConsecutivePoorRevokes, stretch)] },
  discontinue: { says: { zh: '终止考核', en: 'Discontinue' }, by: 'system', from: [...openStatuses, 'rectifying', 'unrectified'], to: 'discontinued', law: 'Art. 16', requires: [given(baseIsGone, ({ found }) => ({ live: found.live }))] },
  commend: { says: { zh: '通报表扬', en: 'Commend' }, by: 'city.lead', from: ['concluded'], to: 'concluded', law: 'setting:grade.commend', signs: true, requires: [given(gradeIsExcellent, ({ case: file }) => ({ grade: file.grade }))] },
  recordTalk: { says: { zh: '记录约谈', en: 'Record the talk' }, by: ['city.officer', 'county.officer'], from: ['concluded'], to: 'concluded', law: 'setting:grade.talk', requires: [given(gradeIsFair, ({ case: file }) => ({ grade: file.grade }))] },
} as const satisfies Partial<Needs>

/** After poor: plan, a look halfway, report, acceptance (Art. 7(3)). */
const rectifying = {
  submitPlan: { says: { zh: '提交整改方案', en: 'Hand in the plan' }, by: 'base.director', from: ['rectifying'], to: 'rectifying', law: 'Art. 7(3)' },
  midCheck: { says: { zh: '中期检查', en: 'Mid-check' }, by: ['county.officer', 'city.officer'], from: ['rectifying'], to: 'rectifying', law: 'Art. 7(3)', requires: [given(planFirst, ({ case: file }) => ({ plan: Boolean(file.rectification?.plan) }))] },
  reportRectification: { says: { zh: '提交整改报告', en: 'Report the rectification' }, by: 'base.director', from: ['rectifying'], to: 'rectifying', law: 'Art. 7(3)', requires: [given(planFirst, ({ case: file }) => ({ plan: Boolean(file.rectification?.plan) }))] },
  closeRectification: { says: { zh: '整改验收合格', en: 'Accept the rectification' }, by: 'city.officer', from: ['rectifying', 'unrectified'], to: 'rectified', law: 'Art. 7(3)', signs: true, requires: [given(rectificationReady, ({ case: file }) => ({ plan: Boolean(file.rectification?.plan), midCheck: Boolean(file.rectification?.midCheck), report: Boolean(file.rectification?.report) }))] },
  failRectification: { says: { zh: '整改不合格', en: 'Not rectified' }, by: 'city.lead', from: ['rectifying'], to: 'unrectified', law: 'Art. 7(3)', signs: true, requires: [given(rectificationOver, ({ case: file, today }) => ({ report: Boolean(file.rectification?.report), dueOn: file.rectification?.dueOn, on: today }))] },
} as const satisfies Partial<Needs>

/** No report: two written reminders, each delivered and run out, and the question why; only then is anybody absent (Art. 19(3)). */
const missing = {
  remind: { says: { zh: '书面催报', en: 'Send a written reminder' }, by: ['city.officer', 'county.officer'], from: ['reporting'], to: 'reporting', law: 'setting:assess.reminders',
    requires: [given(reminderDue, ({ case: file, today }) => ({ closesOn: file.window?.closesOn ?? today, on: today, open: openReminder(file) !== undefined, lastDue: file.reminders.at(-1)?.dueOn ?? undefined }))] },
  acknowledgeReminder: { says: { zh: '确认收到催报', en: 'Acknowledge the reminder' }, by: ['base.director', 'base.clerk', 'host.admin', 'host.clerk'], from: ['reporting'], to: 'reporting', law: 'setting:assess.reminderProof', requires: [given(reminderToDeliver, ({ case: file }) => ({ open: openReminder(file) !== undefined }))] },
  recordService: { says: { zh: '登记送达', en: 'Record the service' }, by: ['city.officer', 'county.officer'], from: ['reporting'], to: 'reporting', law: 'setting:assess.reminderProof',
    requires: [given(reminderToDeliver, ({ case: file }) => ({ open: openReminder(file) !== undefined })), asks(servedAfterWriting, ({ case: file, data, today }) => ({ servedOn: data.servedOn, writtenOn: openReminder(file)?.on, on: today }))] },
  recordInquiry: { says: { zh: '核实有无正当理由', en: 'Ask for the excuse' }, by: 'city.officer', from: ['reporting'], to: 'reporting', law: 'Art. 19(3)' },
  deferExcused: { says: { zh: '有正当理由，准予缓考', en: 'Defer it: there is an excuse' }, by: 'city.lead', from: ['reporting'], to: 'deferred', law: 'setting:assess.deferral', signs: true, effects: [{ zh: '本年度不定档，不中断也不计入连续', en: 'The year stays without grade and neither breaks nor counts' }],
    requires: [given(excuseFound, ({ case: file }) => ({ excused: file.inquiry?.excused })), given(reportingOver, ({ case: file, today }) => ({ by: reportBy(file) ?? today, on: today })), decidedApart((file) => [file.inquiry?.by]), inForce] },
  stateAbsent: { says: { zh: '认定无故不参加', en: 'State the absence' }, by: 'city.lead', from: ['reporting'], to: 'absent', law: 'Art. 19(3)', signs: true, effects: [{ zh: '启动撤销程序，不自动撤销', en: 'A revocation case opens; nothing is removed by itself' }],
    requires: [inForce, given(inquiryMade, ({ case: file }) => ({ made: file.inquiry !== null })), given(absentWithoutCause, absence), decidedApart((file) => [file.inquiry?.by]), asks(minutesAttached, ({ data }) => ({ minutes: data.minutes?.number }))] },
} as const satisfies Partial<Needs>

export const assessment: Needs = { ...reporting, ...verifying, ...scoring, ...grading, ...ending, ...rectifying, ...missing }

export const isVetoed = (file: AssessmentCase): boolean => file.score?.vetoes.some(({ found }) => found) === true || file.spotCheck?.result === 'false'
/** Steps of lateness begun when the report was first signed. */
export const lateOf = (file: AssessmentCase, between: (from: string, to: string) => number): number => { const on = reportedOn(file); return file.window && on ? lateSteps(Math.max(0, between(file.window.closesOn, on))) : 0 }
