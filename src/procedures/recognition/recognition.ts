/** Recognition 认定: Articles 8 to 11, in the order they happen. */
import { asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import { organiserOfTheArea } from '../../regulation/jinzhong-2023/article-07-organiser.ts'
import { agreementClearOnDuties, isLegalPerson, oneLeadNamed, partnersConfirmed } from '../../regulation/jinzhong-2023/article-08-host.ts'
import { equipmentAndSite, fieldIsListed, fundsSecured, noSeriousDishonesty, researchStrength, teamLevel } from '../../regulation/jinzhong-2023/article-09-conditions.ts'
import { type FormItem, formItemFails, formItemsAnswered, meritChosen, nameFollowsPattern, nameIsUnique, panelHeld, publicNoticeHeld, type Question, siteVisited, supplementsAnswered, threeAspectsVerified } from '../../regulation/jinzhong-2023/article-10-recognition.ts'
import { batchIsOpen, isSpecialTrack, specialNeed, specialTrackHasBasis } from '../../regulation/jinzhong-2023/article-11-batches.ts'
import { separateAccounts } from '../../regulation/jinzhong-2023/article-13-accounts.ts'
import { directorAge, directorNamed, directorSeniorTitle, directorTerm } from '../../regulation/jinzhong-2023/article-14-director.ts'
import { type AuthorityBasis, instrumentInForce } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { applicationComplete, examinedFirst, formChecksHold, noVetoStands } from '../../settings/conduct.ts'
import { figuresConfirmed, groupLargeEnough, majorityInFavour, notBy, partsReachMinimum, rectificationVerified, scoreReachesLine } from '../../settings/review-rules.ts'
import { type Bar, reapplicationOpen } from '../../settings/revocation-rules.ts'
import { dueWithinMost } from '../../settings/inspection-rules.ts'
import { siteChecks } from '../../settings/site-visit-2026.ts'
import { everyMemberSigned, visitIsOver, visitNoticeAhead } from '../../settings/site-visit-rules.ts'
import { appliedOnce, areaReaches, bachelorShareReaches, creditReportFresh, equipmentReaches, supplementExtendedOnce, leaseLongEnough, notBarred, noticedOnce, operatingYearsReach, softItemsSettled, staffReaches } from '../../settings/rules.ts'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { answersOf, type Applied } from './recognition.facts.ts'
import { rectificationItems, type RecognitionCase, type RecognitionRole, type RecognitionStatus } from './recognition.case.ts'
import type { RecognitionCommands } from './recognition.commands.ts'

/** What the door looks up for a step: the application as it lies, and what others hold. */
export type RecognitionFound = {
  /** The application as the rules see it: the draft before submission, the frozen snapshot after. */
  applied: Applied | undefined
  issues: { path: string; place: Words; expected: Words }[] | undefined
  openChecks: { says: Words; because: Words }[] | undefined
  agreement: string | null
  takenNames: string[]; underWay: string[]
  /** Bases of this host that were revoked: for falsification the last day, for anything else each with its years. */
  bars: { falsifiedOn: Day | undefined; banYears: number; revoked: Bar[] }
  questions: { truth: Question[]; completeness: Question[]; form: Question[] }; formItems: FormItem[]
  batch: { name: string; cutOff: Day; closedOn: Day | undefined } | undefined
  /** Panel and site, each and together; undefined until both are there. */
  scores: { meeting: number | undefined; site: number | undefined; composite: number | undefined }
  limits: { pass: number; partMin: number; perBatch: number; groupSize: number; tolerance: number; areaTolerance: number; majority: number; visitAhead: number; rectificationMonths: number }
  /** Working days from the notice to the day of the visit named. */
  visitAhead: number | undefined
  /** Written reasons that the application itself carries, by rule. */
  reasons: Record<string, string>
  lapsedOn: Day; authorityBasis: AuthorityBasis | undefined
  noticeClosedOn: Day | undefined
}
type Needs = Procedure<RecognitionCase, RecognitionStatus, RecognitionRole, RecognitionCommands, RecognitionFound>
type At<Data = unknown> = StepFacts<RecognitionCase, Data, RecognitionFound>
const host = ['host.clerk', 'host.admin'] as const
/** The application's own facts; a rule whose facts are not there yet is not evaluated. */
const applied = <Key extends keyof Applied>(key: Key) => ({ found }: At): Applied[Key] => found.applied?.[key] ?? ({} as Applied[Key])

/** Conditions of Article 9 that stop a submission; the two judgements are only told to the applicant. */
const conditions = [
  given(noSeriousDishonesty, applied('credit')), given(fieldIsListed, applied('field')), given(researchStrength, () => ({}), 'note'),
  given(fundsSecured, applied('funds')), given(equipmentAndSite, applied('premises')), given(teamLevel, () => ({}), 'note'),
]
const application = [
  given(applicationComplete, ({ found }: At) => ({ issues: found.issues })),
  given(isLegalPerson, applied('legal')), given(oneLeadNamed, applied('lead')), given(agreementClearOnDuties, applied('duties')),
  given(partnersConfirmed, ({ case: file, found }: At) => ({ joint: found.applied?.joint ?? false, partners: file.partners.map((one) => ({ name: one.name, confirmed: one.answer === 'confirmed' && one.agreement === found.agreement })) })),
  ...conditions,
  given(nameFollowsPattern, applied('name')), given(nameIsUnique, ({ found }: At) => ({ name: found.applied?.name.name, taken: found.takenNames })),
  given(separateAccounts, applied('accounts')),
  given(directorNamed, applied('director')), given(directorSeniorTitle, applied('directorTitle')), given(directorAge, applied('directorAge')), given(directorTerm, applied('directorTerm')),
  given(specialTrackHasBasis, applied('track')),
  given(creditReportFresh, applied('creditReport')), given(leaseLongEnough, applied('lease')), given(organiserOfTheArea, applied('organiser')),
  given(formChecksHold, ({ found }: At) => ({ open: found.openChecks })),
  // Reference lines are told to applicant and reviewers and never refuse: the text sets no number.
  given(areaReaches, applied('area'), 'note'), given(equipmentReaches, applied('equipment'), 'note'), given(staffReaches, applied('staff'), 'note'), given(operatingYearsReach, applied('operatingYears'), 'note'), given(bachelorShareReaches, applied('bachelorShare'), 'note'),
]
const inForce = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }))
/** Application and examination go on after the lapse, with a visible notice. */
const lapseNoted = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }), 'note')
const notThePreparer = notBy(({ proposal }: RecognitionCase) => [proposal?.by])
const notTheExaminer = notBy(({ examination }: RecognitionCase) => [examination?.by])
const everyItemAnswered = asks(supplementsAnswered, ({ case: file, data }: At<RecognitionCommands['submit'] | RecognitionCommands['supplement']>) => {
  const last = file.notices.at(-1)
  return { items: last && !last.answeredOn ? last.items.map(({ no }) => ({ no, answered: data.answers?.some(({ item, answer }) => item === no && answer !== '') ?? false })) : [] }
})
const askedOnce = (by: 'county' | 'city') => asks(noticedOnce, ({ case: file, data }: At<RecognitionCommands['returnForSupplement']>) =>
  ({ before: file.notices.filter((notice) => notice.by === by).length, causedBySupplement: data.causedBySupplement }))
/** Declared beside verified, where both are figures. */
const figuresOf = (checks: RecognitionCommands['recordSiteVisit']['checks'] | undefined, areaTolerance: number) => (checks ?? []).flatMap(({ item, declared, verified }) =>
  declared !== undefined && declared !== '' && Number.isFinite(Number(declared)) && Number.isFinite(Number(verified)) ? [{ id: item, zh: item, en: item, declared: Number(declared), verified: Number(verified), ...(isArea(item) && { tolerance: areaTolerance }) }] : [])
const isArea = (item: string) => siteChecks.some(({ id, tolerance }) => id === item && tolerance === 'site.areaTolerance')
const toBeRectified = { holds: ({ visit, rectification }: RecognitionCase) => visit?.result === 'rectify' && !rectification?.verifiedOn, says: { zh: '考察结论为限期整改，且尚未验收', en: 'the visit asks for rectification that is not verified yet' } }
const dueInTime = asks(dueWithinMost, ({ data, found, today }: At<{ dueOn: Day }>) => ({ days: data.dueOn ? [data.dueOn] : [], from: today, on: today, months: found.limits.rectificationMonths }))
const notExtended = given(supplementExtendedOnce, ({ case: file }: At) => ({ extended: Boolean(file.notices.at(-1)?.extended) }))

export const recognition: Needs = {
  // 1. The host opens a draft and fills it in; in a joint application each partner confirms the agreement as it stands.
  open: { says: { zh: '开立申报', en: 'Open an application' }, by: host, from: [], to: 'draft', law: 'Art. 8(1)' },
  invitePartners: { says: { zh: '邀请共建单位', en: 'Invite partners' }, by: host, from: ['draft', 'returned'], to: 'draft', law: 'Art. 8' },
  confirmPartnership: { says: { zh: '确认共建协议', en: 'Confirm the partnership' }, by: 'partner.admin', from: ['draft'], to: 'draft', law: 'Art. 8', signs: true },
  refusePartnership: { says: { zh: '不同意共建协议', en: 'Refuse the partnership' }, by: 'partner.admin', from: ['draft'], to: 'draft', law: 'Art. 8', signs: true },

  // 2. The host applies. What is submitted is frozen with its form version.
  submit: { says: { zh: '提交申请', en: 'Submit' }, by: 'host.admin', from: ['draft', 'returned'], to: 'submitted', law: 'Art. 10(1)', signs: true,
    effects: [{ zh: '申报书冻结为提交版本，附指纹', en: 'The application is frozen as submitted, with its fingerprint' }],
    requires: [...application, given(appliedOnce, ({ found }) => ({ others: found.underWay, perBatch: found.limits.perBatch })),
      given(notBarred, ({ found, today }) => ({ falsifiedOn: found.bars.falsifiedOn, on: today, banYears: found.bars.banYears })), given(reapplicationOpen, ({ found, today }) => ({ revoked: found.bars.revoked, on: today })), everyItemAnswered, lapseNoted] },
  withdraw: { says: { zh: '撤回申请', en: 'Withdraw' }, by: 'host.admin', from: ['submitted', 'returned', 'recommended'], to: 'withdrawn', law: 'setting:withdraw.beforeAcceptance', signs: true },

  // 3. The county verifies truth, completeness and form; its lead recommends or declines.
  returnForSupplement: { says: { zh: '退回补正', en: 'Return for supplement' }, by: 'county.officer', from: ['submitted'], to: 'returned', law: 'Art. 10(2)', within: 'supplement.noticeDays',
    effects: [{ zh: '初审停止计时，时钟在申报单位', en: 'The review clock stops; the clock is with the applicant' }],
    requires: [askedOnce('county')] },
  extendReturn: { says: { zh: '延长补正期限', en: 'Extend the supplement' }, by: 'county.officer', from: ['returned'], to: 'returned', law: 'setting:supplement.extraDays', tells: ['host.admin'], requires: [notExtended] },
  examine: { says: { zh: '完成初审核查', en: 'Complete the preliminary review' }, by: ['county.officer', 'county.lead'], from: ['submitted'], to: 'submitted', law: 'Art. 10(2)', seen: 'authorities' },
  recommend: { says: { zh: '推荐', en: 'Recommend' }, by: 'county.lead', from: ['submitted'], to: 'recommended', law: 'Art. 10(2)', within: 'county.reviewDays', signs: true,
    requires: [
      given(examinedFirst, ({ case: file }) => ({ examined: file.examination !== null })),
      given(threeAspectsVerified, ({ case: file, found }) => ({
        truth: { asked: found.questions.truth, answers: answersOf(file.examination?.truth) }, completeness: { asked: found.questions.completeness, answers: answersOf(file.examination?.completeness) },
        form: { asked: found.questions.form, answers: answersOf(file.examination?.form) } })),
      notTheExaminer,
      given(researchStrength, () => ({})), given(teamLevel, () => ({})), lapseNoted,
    ] },
  declineToRecommend: { says: { zh: '不予推荐', en: 'Decline to recommend' }, by: 'county.lead', from: ['submitted'], to: 'notRecommended', law: 'Art. 10(2)', within: 'county.reviewDays', signs: true,
    requires: [notTheExaminer] },

  // 4. The city examines the form.
  requestSupplement: { says: { zh: '要求补正', en: 'Request a supplement' }, by: 'city.officer', from: ['recommended'], to: 'supplementing', law: 'Art. 10(3)', within: 'supplement.noticeDays',
    effects: [{ zh: '形式审查停止计时，时钟在申报单位', en: 'The examination clock stops; the clock is with the applicant' }],
    requires: [askedOnce('city')] },
  extendSupplement: { says: { zh: '延长补正期限', en: 'Extend the supplement' }, by: 'city.officer', from: ['supplementing'], to: 'supplementing', law: 'setting:supplement.extraDays', tells: ['host.admin'], requires: [notExtended] },
  supplement: { says: { zh: '提交补正', en: 'Supplement' }, by: 'host.admin', from: ['supplementing'], to: 'recommended', law: 'Art. 10(3)', signs: true, requires: [...application, everyItemAnswered] },
  rejectForm: { says: { zh: '形式审查不通过', en: 'Reject for form' }, by: 'city.lead', from: ['recommended'], to: 'formRejected', law: 'Art. 10(3)', within: 'form.examDays', signs: true,
    requires: [asks(formItemFails, ({ data, found }) => ({ items: found.formItems, answers: answersOf(data.items) }))] },
  acceptForm: { says: { zh: '形式审查通过，受理', en: 'Accept the form' }, by: 'city.officer', from: ['recommended'], to: 'accepted', law: 'Art. 10(3)', within: 'form.examDays',
    effects: [{ zh: '编受理号，锁定所依办法版本', en: 'A receipt number is given and the regulation version is pinned' }],
    requires: [asks(formItemsAnswered, ({ data, found }) => ({ items: found.formItems, answers: answersOf(data.items) })), asks(softItemsSettled, ({ data, found }) => ({ items: found.formItems, answers: answersOf(data.items) })), lapseNoted] },

  // 5. Rolling intake, centralised review: into a batch, or on the special track by decision of the lead.
  assignToBatch: { says: { zh: '编入评审批次', en: 'Assign to a batch' }, by: 'city.officer', from: ['accepted'], to: 'queued', law: 'Art. 11',
    requires: [asks(batchIsOpen, ({ case: file, found, today }) => ({ batch: found.batch, acceptedOn: file.acceptedOn ?? today }))] },
  admitSpecially: { says: { zh: '按一事一议办理', en: 'Admit on the special track' }, by: 'city.lead', from: ['accepted'], to: 'queued', law: 'Art. 11', signs: true,
    requires: [given(isSpecialTrack, ({ case: file }) => ({ track: file.facts?.track })), asks(specialTrackHasBasis, ({ data }) => ({ track: data.kind, basis: Boolean(data.basis) })), given(specialNeed, () => ({}))] },

  // 6. Panel and site visit.
  recordPanelResult: { says: { zh: '记入评审结果', en: 'Record the panel result' }, by: 'system', from: ['queued'], to: 'reviewed', law: 'Art. 10(3)', seen: 'city' },
  recordNotShortlisted: { says: { zh: '评审未入围', en: 'Not shortlisted' }, by: 'system', from: ['queued'], to: 'notShortlisted', law: 'Art. 10(3)', seen: 'city' },
  notifyVisit: { says: { zh: '通知现场考察', en: 'Announce the site visit' }, by: 'city.officer', from: ['reviewed'], to: 'reviewed', law: 'Art. 10(3)', within: 'site.days',
    effects: [{ zh: '生成考察通知书，依托单位和区县可见', en: 'A notice is made out; host and county see it' }],
    requires: [asks(visitNoticeAhead, ({ found }) => ({ ahead: found.visitAhead, least: found.limits.visitAhead }))] },
  recordSiteVisit: { says: { zh: '记录现场考察', en: 'Record the site visit' }, by: 'city.officer', from: ['reviewed'], to: 'visited', law: 'Art. 10(3)', within: 'site.days', seen: 'city',
    requires: [asks(visitNoticeAhead, ({ found }) => ({ ahead: found.visitAhead, least: found.limits.visitAhead })), asks(visitIsOver, ({ data, today }) => ({ visitedOn: data.visitedOn, today })),
      asks(everyMemberSigned, ({ data }) => ({ members: (data.group ?? []).map(({ name }) => name), signed: data.signedBy ?? [] })), asks(groupLargeEnough, ({ data, found }) => ({ members: data.group?.length ?? 0, groupSize: found.limits.groupSize })), asks(figuresConfirmed, ({ data, found }) => ({ figures: figuresOf(data.checks, found.limits.areaTolerance), tolerance: found.limits.tolerance }))] },

  // "Largely conforming" presumes that what was found is put right: ordered, reported, verified, before anything is proposed.
  orderRectification: { says: { zh: '下达整改事项', en: 'Order rectification' }, by: 'city.officer', from: ['visited'], to: 'rectifying', law: 'Art. 10(3)', only: toBeRectified, tells: ['host.admin', 'county.officer'],
    effects: [{ zh: '依托单位整改并报告，验收后才能拟认定；期间时钟在申报单位', en: 'The host puts it right and reports; only after verification can recognition be proposed; the clock is with the applicant' }], requires: [dueInTime] },
  reportRectification: { says: { zh: '报告整改情况', en: 'Report the rectification' }, by: 'host.admin', from: ['rectifying'], to: 'rectified', law: 'Art. 10(3)', signs: true },
  returnRectification: { says: { zh: '退回继续整改', en: 'Return the rectification' }, by: 'city.officer', from: ['rectified'], to: 'rectifying', law: 'Art. 10(3)', tells: ['host.admin'], requires: [dueInTime] },
  verifyRectification: { says: { zh: '验收整改', en: 'Verify the rectification' }, by: 'city.officer', from: ['rectified'], to: 'visited', law: 'Art. 10(3)', within: 'inspection.verifyDays', tells: ['host.admin'],
    requires: [asks(visitIsOver, ({ data, today }) => ({ visitedOn: data.verifiedOn, today }))] },

  // 7. One proposes, another decides, on the minutes of the bureau meeting.
  propose: { says: { zh: '拟定结果', en: 'Propose' }, by: 'city.officer', from: ['visited', 'rectifying'], to: 'proposed', law: 'Art. 10(4)', seen: 'city', within: 'meeting.days',
    requires: [
      given(panelHeld, ({ case: file }) => ({ concludedOn: file.panel?.on })), given(siteVisited, ({ case: file }) => ({ visitedOn: file.visit?.visitedOn })),
      asks(rectificationVerified, ({ case: file, data }) => ({ items: data.outcome === 'recognise' ? rectificationItems(file) : [] })),
      asks(scoreReachesLine, ({ data, found }) => ({ score: data.outcome === 'recognise' ? found.scores.composite : found.limits.pass, pass: found.limits.pass })),
      asks(majorityInFavour, ({ case: file, data, found }) => ({ inFavour: data.outcome === 'recognise' ? file.panel?.agree ?? 0 : 1, votes: data.outcome === 'recognise' ? file.panel?.sheets ?? 0 : 1, majority: found.limits.majority })),
      asks(noVetoStands, ({ case: file, data }) => ({ recognise: data.outcome === 'recognise', hazard: file.visit?.majorHazard ?? false, site: file.visit?.result, panelVeto: file.panel?.vetoed ?? false })),
      asks(partsReachMinimum, ({ data, found }) => ({ meeting: data.outcome === 'recognise' ? found.scores.meeting : found.limits.partMin, site: data.outcome === 'recognise' ? found.scores.site : found.limits.partMin, partMin: found.limits.partMin })),
    ] },
  approve: { says: { zh: '批准', en: 'Approve' }, by: 'city.lead', from: ['proposed'], to: 'approved', law: 'Art. 10(4)', signs: true,
    effects: [{ zh: '进入公示准备；尚未认定', en: 'Public notice follows; not recognised yet' }],
    requires: [notThePreparer, given(panelHeld, ({ case: file }) => ({ concludedOn: file.panel?.on })), given(siteVisited, ({ case: file }) => ({ visitedOn: file.visit?.visitedOn })), given(meritChosen, () => ({})), inForce] },
  defer: { says: { zh: '暂缓', en: 'Defer' }, by: 'city.lead', from: ['proposed'], to: 'deferred', law: 'Art. 10(4)', signs: true, requires: [notThePreparer] },
  decline: { says: { zh: '不予认定', en: 'Decline' }, by: 'city.lead', from: ['proposed'], to: 'declined', law: 'Art. 10(4)', signs: true, requires: [notThePreparer],
    effects: [{ zh: '告知理由和救济途径：六十日内可申请行政复议，六个月内可提起行政诉讼', en: 'Grounds and remedies are told: administrative reconsideration within 60 days, litigation within six months' }] },
  reconsider: { says: { zh: '重新拟定', en: 'Take up again' }, by: 'city.officer', from: ['deferred'], to: 'visited', law: 'Art. 10(4)', seen: 'city' },

  // 8. Public notice, then recognition and naming.
  openNotice: { says: { zh: '公示', en: 'Open the public notice' }, by: 'city.officer', from: ['approved'], to: 'onNotice', law: 'Art. 10(4)', signs: true,
    effects: [{ zh: '名单在门户公示，冻结并附指纹', en: 'The list is published on the portal, frozen with its fingerprint' }] },
  enterNotice: { says: { zh: '记入公示', en: 'Enter the notice' }, by: 'system', from: ['onNotice'], to: 'onNotice', law: 'Art. 10(4)' },
  joinNotice: { says: { zh: '同批公示', en: 'Join the notice' }, by: 'system', from: ['approved'], to: 'onNotice', law: 'Art. 10(4)' },
  moveNotice: { says: { zh: '改列更正后的公示', en: 'Move to the corrected notice' }, by: 'system', from: ['onNotice'], to: 'onNotice', law: 'setting:publicity.correction' },
  clearNotice: { says: { zh: '公示无异议', en: 'Clear the notice' }, by: 'system', from: ['onNotice'], to: 'cleared', law: 'Art. 10(4)' },
  reopen: { says: { zh: '重新审查', en: 'Reopen' }, by: 'system', from: ['onNotice'], to: 'visited', law: 'Art. 10(4)' },
  recognise: { says: { zh: '签发认定', en: 'Recognise' }, by: 'city.lead', from: ['cleared'], to: 'recognised', law: 'Art. 10(4)', within: 'recognise.days', signs: true,
    effects: [{ zh: '编发文字号和证书号，基地进入名录', en: 'Document and certificate numbers are given and the base enters the register' }],
    requires: [given(publicNoticeHeld, ({ found }) => ({ closedOn: found.noticeClosedOn, openObjections: 0 })), given(nameIsUnique, ({ case: file, found }) => ({ name: file.title, taken: found.takenNames })), inForce] },
}
