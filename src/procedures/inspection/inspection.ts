/** Inspection 检查与整改: Articles 6(4), 7(3) and 8, in the order it happens. */
import type { Day } from '../../kernel/day.ts'
import { asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import { itemsFor } from '../../settings/inspection-2026.ts'
import {
  allRectified, baseHasGone, baseInRegister, demandsListed, demandsRestOnItems, doubtsExplained, dueWithinMost, escalatedForCause, everyFailureDemanded, everyInspectorSigned, everyItemInspected, everyReportChecked, inspectedOnTheDay, inspectorsEnough,
  nothingFails, noticeInTime, notUnderInspection, obstructionEvidenced, ofTheCounty, partlySettled, rectificationLate, refusalsExplained, registerFindingsAnswered, somethingOpen,
} from '../../settings/inspection-rules.ts'
import { notBy } from '../../settings/review-rules.ts'
import { type InspectionCase, type InspectionRole, type InspectionStatus, itemsAnswered, nextDue, openDemands } from './inspection.case.ts'
import type { InspectionCommands } from './inspection.commands.ts'
import type { RegisterShown } from './inspection.findings.ts'

/** What the door looks up for a step. */
export type InspectionFound = {
  /** Where the base stands now; undefined when it is not there, or not this person's. */
  status: string | undefined
  /** Numbers of other inspections of the base that are under way on the same side. */
  open: string[]
  shown: RegisterShown
  /** Files named as evidence that are none of this case. */
  strangers: string[]
  /** Working days: from today to the day told, and since the day the rectification was due. */
  ahead: number; late: number
  limits: { noticeDays: number; groupSize: number; months: number; escalateDays: number }
}
type Needs = Procedure<InspectionCase, InspectionStatus, InspectionRole, InspectionCommands, InspectionFound>
type At<Data = unknown> = StepFacts<InspectionCase, Data, InspectionFound>

const officer = ['county.officer', 'city.officer'] as const
const lead = ['county.lead', 'city.lead'] as const
const anyOfThem = [...officer, ...lead] as const
const base = ['host.admin', 'base.director'] as const
const running = ['planned', 'ready', 'recorded', 'proposed', 'rectifying', 'reported', 'escalated'] as const

const found = (items: InspectionCommands['record']['items'] | undefined) => (items ?? []).map(({ item, answer, note }) => ({ item, answer, note: note ?? '' }))
const askedOf = (file: InspectionCase) => itemsFor(file.base?.chemical ?? false).map(({ id }) => id)
const wanting = (file: InspectionCase) => [...itemsAnswered(file, 'fails'), ...itemsAnswered(file, 'partly')]
const notTheProposer = notBy(({ proposal }: InspectionCase) => [proposal?.by])
const notTheChecker = notBy(({ checkedBy }: InspectionCase) => checkedBy)
const checked = given(everyReportChecked, ({ case: file }: At) => ({ unchecked: file.demands.filter(({ report, check }) => report !== null && check === null).map(({ item }) => item) }))
const within = (days: (data: never) => (Day | undefined)[], anew = false) => asks(dueWithinMost, ({ case: file, data, found: { limits }, today }: At) =>
  ({ days: days(data as never).filter((day) => day !== undefined), from: anew ? today : file.termFrom ?? today, on: today, months: limits.months }))
const oneDay = ({ dueOn }: { dueOn?: Day }) => [dueOn]
const reported = (file: InspectionCase) => openDemands(file).filter(({ report }) => report !== null).map(({ item }) => item)

export const inspection: Needs = {
  // 1. County or city orders an inspection, by itself or under a plan; the host is told, or not, and then why.
  open: { says: { zh: '安排检查', en: 'Order an inspection' }, by: [...anyOfThem, 'system'], from: [], to: 'planned', law: 'Art. 6(4)', seen: 'authorities',
    requires: [asks(baseInRegister, ({ found: { status } }) => ({ status })), asks(notUnderInspection, ({ found: { open } }) => ({ open }))] },
  notify: { says: { zh: '告知检查', en: 'Tell the base' }, by: officer, from: ['planned'], to: 'ready', law: 'Art. 7(3)',
    effects: [{ zh: '依托单位和基地可以看到本件', en: 'Host and base see the case from now on' }],
    requires: [asks(noticeInTime, ({ found: { ahead, limits } }) => ({ days: ahead, least: limits.noticeDays })), asks(inspectorsEnough, ({ data, found: { limits } }) => ({ members: data.inspectors?.length ?? 0, least: limits.groupSize }))] },
  goUnannounced: { says: { zh: '不事先告知', en: 'Go unannounced' }, by: officer, from: ['planned'], to: 'ready', law: 'setting:inspection.noticeDays', seen: 'authorities',
    effects: [{ zh: '检查记录之前，依托单位和基地看不到本件', en: 'Host and base do not see the case before it is recorded' }] },

  // 2. On the spot: every item of the list, with what the register shows.
  record: { says: { zh: '记录检查', en: 'Record the inspection' }, by: officer, from: ['ready'], to: 'recorded', law: 'Art. 7(3)',
    requires: [
      asks(inspectedOnTheDay, ({ data, today }) => ({ inspectedOn: data.inspectedOn ?? today, on: today })), asks(inspectorsEnough, ({ data, found: { limits } }) => ({ members: data.inspectors?.length ?? 0, least: limits.groupSize })),
      asks(everyItemInspected, ({ case: file, data }) => ({ asked: askedOf(file), answered: (data.items ?? []).map(({ item }) => item) })),
      asks(doubtsExplained, ({ data }) => ({ items: found(data.items) })), asks(registerFindingsAnswered, ({ data, found: { shown } }) => ({ shown: shown.findings, items: found(data.items) })),
    ] },

  // Kept from inspecting: put down by those who were there, with what shows it, and told to the host. No ground of Art. 19: whoever scores the year weighs it (decision 0173).
  recordObstruction: { says: { zh: '记录拒绝、阻碍检查', en: 'Record that it was refused' }, by: officer, from: ['ready'], to: 'obstructed', law: 'Art. 8(1)', signs: true, tells: ['host.admin', 'base.director'],
    effects: [{ zh: '本次检查到此为止，可以另行安排；告知书发依托单位', en: 'This inspection ends here, another may be ordered; the host is told in writing' }, { zh: '记入基地档案，年度考核时由打分人员判断；不是第十九条所列情形，不启动撤销', en: 'It stands on the file of the base, for whoever scores the year to weigh; Art. 19 does not list it, so no revocation opens' }],
    requires: [
      asks(inspectedOnTheDay, ({ data, today }) => ({ inspectedOn: data.happenedOn ?? today, on: today })), asks(inspectorsEnough, ({ data, found: { limits } }) => ({ members: data.inspectors?.length ?? 0, least: limits.groupSize })),
      asks(everyInspectorSigned, ({ data }) => ({ inspectors: (data.inspectors ?? []).map(({ name }) => name), signed: data.signedBy ?? [] })), asks(obstructionEvidenced, ({ found: { strangers } }) => ({ strangers })),
    ] },

  // 3. Nothing wanting: closed. Else one proposes what is to be put right, another signs the order.
  close: { says: { zh: '检查办结', en: 'Close the inspection' }, by: officer, from: ['recorded'], to: 'closed', law: 'Art. 7(3)', within: 'inspection.decideDays',
    requires: [given(nothingFails, ({ case: file }) => ({ fails: itemsAnswered(file, 'fails') })), given(partlySettled, ({ case: file }) => ({ partly: itemsAnswered(file, 'partly') }))] },
  proposeRectification: { says: { zh: '提出整改要求', en: 'Propose a rectification' }, by: officer, from: ['recorded'], to: 'proposed', law: 'Art. 7(3)', within: 'inspection.decideDays', seen: 'authorities',
    requires: [
      asks(everyFailureDemanded, ({ case: file, data }) => ({ fails: itemsAnswered(file, 'fails'), demanded: (data.demands ?? []).map(({ item }) => item) })),
      asks(demandsRestOnItems, ({ case: file, data }) => ({ found: wanting(file), demanded: (data.demands ?? []).map(({ item }) => item) })),
      within(({ demands }: { demands?: { dueOn: Day }[] }) => (demands ?? []).map(({ dueOn }) => dueOn), true),
    ] },
  sendBack: { says: { zh: '退回重拟', en: 'Send it back' }, by: lead, from: ['proposed'], to: 'recorded', law: 'setting:duty.separation', seen: 'authorities' },
  requireRectification: { says: { zh: '责令整改', en: 'Order the rectification' }, by: lead, from: ['proposed'], to: 'rectifying', law: 'Art. 7(3)', within: 'inspection.decideDays', signs: true,
    effects: [{ zh: '发出整改通知书；基地状态显示为“整改中”', en: 'The order goes out; the base shows as rectifying' }],
    requires: [notTheProposer, given(dueWithinMost, ({ case: file, found: { limits }, today }) => ({ days: (file.proposal?.demands ?? []).map(({ dueOn }) => dueOn), from: today, on: today, months: limits.months }))] },

  // 4. The base reports item by item with evidence, the authority verifies item by item.
  reportRectification: { says: { zh: '报告整改', en: 'Report the rectification' }, by: base, from: ['rectifying', 'escalated'], to: 'reported', law: 'Art. 8(1)', signs: true,
    effects: [{ zh: '整改计时停止，由检查部门核查', en: 'The clock stops; the authority verifies' }],
    requires: [asks(demandsListed, ({ case: file, data }) => ({ open: openDemands(file).map(({ item }) => item), answered: (data.answers ?? []).map(({ item }) => item) }))] },
  verify: { says: { zh: '核查整改', en: 'Verify the rectification' }, by: officer, from: ['reported'], to: 'reported', law: 'Art. 7(3)', within: 'inspection.verifyDays',
    requires: [
      asks(inspectedOnTheDay, ({ data, today }) => ({ inspectedOn: data.checkedOn ?? today, on: today })),
      asks(demandsListed, ({ case: file, data }) => ({ open: reported(file), answered: (data.results ?? []).map(({ item }) => item) })),
      asks(refusalsExplained, ({ data }) => ({ unexplained: (data.results ?? []).filter(({ result, note }) => result === 'notRectified' && !note).map(({ item }) => item) })),
    ] },
  returnRectification: { says: { zh: '退回继续整改', en: 'Return it' }, by: officer, from: ['reported'], to: 'rectifying', law: 'Art. 7(3)', within: 'inspection.verifyDays',
    requires: [checked, given(somethingOpen, ({ case: file }) => ({ open: openDemands(file).map(({ item }) => item) })), within(oneDay)] },
  closeRectified: { says: { zh: '整改办结', en: 'Close the rectification' }, by: lead, from: ['reported'], to: 'closed', law: 'Art. 7(3)', within: 'inspection.verifyDays', signs: true,
    effects: [{ zh: '基地不再显示“整改中”', en: 'The base no longer shows as rectifying' }],
    requires: [checked, given(allRectified, ({ case: file }) => ({ open: openDemands(file).map(({ item }) => item) })), notTheChecker] },
  extend: { says: { zh: '批准延期', en: 'Extend' }, by: lead, from: ['rectifying'], to: 'rectifying', law: 'setting:rectification.months', signs: true, requires: [within(oneDay)] },

  // 5. What the county cannot bring about goes to the city, by its lead or by the clock; the city sets a term once more, or refers.
  escalate: { says: { zh: '提请市科技局处理', en: 'Escalate to the city' }, by: 'county.lead', from: ['rectifying'], to: 'escalated', law: 'Art. 6(4)', signs: true,
    effects: [{ zh: '此后由市科技局办理', en: 'From now on the city acts' }],
    requires: [given(escalatedForCause, ({ case: file, today }) => ({ dueOn: nextDue(file), returns: file.returns, on: today }))] },
  escalateOverdue: { says: { zh: '逾期自动提请市科技局', en: 'Escalated as overdue' }, by: 'system', from: ['rectifying'], to: 'escalated', law: 'setting:inspection.escalateDays',
    requires: [given(ofTheCounty, ({ case: file }) => ({ level: file.level })), given(rectificationLate, ({ case: file, found: { late, limits } }) => ({ dueOn: nextDue(file), late, most: limits.escalateDays }))] },
  setTerm: { says: { zh: '再次限期整改', en: 'Set a new term' }, by: 'city.lead', from: ['escalated'], to: 'rectifying', law: 'Art. 6(4)', within: 'inspection.decideDays', signs: true, requires: [within(oneDay, true)] },
  refer: { says: { zh: '移送撤销程序', en: 'Refer for revocation' }, by: 'city.lead', from: ['rectifying', 'reported', 'escalated'], to: 'referred', law: 'Art. 6(3)', signs: true,
    effects: [{ zh: '移送不是撤销；撤销须另行立案、告知、听取陈述', en: 'A referral revokes nothing; a revocation has its own case, notice and hearing' }] },

  cancel: { says: { zh: '终止检查', en: 'End the inspection' }, by: anyOfThem, from: ['planned', 'ready'], to: 'ended', law: 'Art. 6(4)' },
  endWithBase: { says: { zh: '基地已离册，检查终止', en: 'Ended with the base' }, by: 'system', from: running, to: 'ended', law: 'Art. 6(3)', requires: [given(baseHasGone, ({ found: { status } }) => ({ status }))] },
}
