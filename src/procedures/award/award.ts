/** Award 奖补: Article 20. Once for a recognition; proposed by one, decided by another, paid within the budget, and accounted for. */
import type { Day } from '../../kernel/day.ts'
import { another, asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import { amountHasBasis, awardOnce, isRecognised } from '../../regulation/jinzhong-2023/article-20-award.ts'
import { type AuthorityBasis, instrumentInForce } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import {
  accountIsHosts, amountFollowsRule, awardMayEnd, budgetSigned, clawbackAllowed, notFundedTwice, paidAsClaimed, paidByAnother, paidOnPossible, payableOf, type SameItem, usedAsMeant, usesAddUp, withinBudget,
} from '../../settings/award-rules.ts'
import { amountOf, hundredthsOf, sumOf } from '../../settings/money.ts'
import { minutesAttached, notBy } from '../../settings/review-rules.ts'
import { baseStands } from '../../settings/revocation-rules.ts'
import type { AwardCase, AwardRole, AwardStatus } from './award.case.ts'
import type { AwardCommands } from './award.commands.ts'

/** What the door looks up for a step. */
export type AwardFound = {
  status: string | undefined; recognised: boolean
  /** Awards for the same recognition that were not refused, withdrawn or ended. */
  earlier: string[]
  /** Whether the authority has entered a rule, and what it comes to; `undefined` where a fact is missing. */
  ruled: boolean; reckoned: string | undefined
  budget: { ceiling: string | undefined; committed: string; needed: boolean }
  sameItem: SameItem; uses: readonly string[]; clawback: { on: boolean; falsified: boolean }
  lapsedOn: Day; authorityBasis: AuthorityBasis | undefined
}
type Needs = Procedure<AwardCase, AwardStatus, AwardRole, AwardCommands, AwardFound>
type At<Data = unknown> = StepFacts<AwardCase, Data, AwardFound>

const stands = given(baseStands, ({ found }: At) => ({ status: found.status }))
const inForce = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }))
const lapseNoted = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }), 'note')
const notTheProposer = notBy(({ proposal }: AwardCase) => [proposal?.by.person])
const minuted = asks(minutesAttached, ({ data }: At<{ minutes?: { number: string } }>) => ({ minutes: data.minutes?.number }))
const once = given(awardOnce, ({ found }: At) => ({ earlier: found.earlier }))
/** What is payable of an award once other funds for the same item are declared. */
export const payable = (amount: string, otherFunds: AwardCommands['claim']['otherFunds'], how: SameItem) => amountOf(payableOf(amount, otherFunds ?? [], how))
export const sameItemOf = (otherFunds: AwardCommands['claim']['otherFunds']) => amountOf(sumOf((otherFunds ?? []).filter(({ sameItem }) => sameItem).map(({ amount }) => amount)))
const numberOf = (amount: string | undefined) => (amount === undefined ? undefined : (hundredthsOf(amount) ?? 0) / 100)

export const award: Needs = {
  // 1. An officer proposes: the amount by the rule the authority has entered, or with the document that fixes it.
  propose: { says: { zh: '拟定奖补', en: 'Propose an award' }, by: 'city.officer', from: [], to: 'proposed', law: 'Art. 20', seen: 'city',
    requires: [
      stands, given(isRecognised, ({ found }) => ({ recognised: found.recognised })), once,
      asks(amountFollowsRule, ({ data, found }) => ({ amount: data.amount, ruled: found.ruled, reckoned: found.reckoned })),
      asks(amountHasBasis, ({ data, found }) => ({ amount: numberOf(found.ruled ? found.reckoned : data.amount), basis: data.basis })),
      asks(withinBudget, ({ data, found }) => ({ amount: found.ruled ? found.reckoned : data.amount, ...found.budget }), 'note'), lapseNoted,
    ] },
  withdraw: { says: { zh: '撤回拟定', en: 'Withdraw the proposal' }, by: 'city.officer', from: ['proposed'], to: 'withdrawn', law: 'Art. 20', seen: 'city' },

  // 2. A lead decides, within the budget that two people have signed.
  decide: { says: { zh: '决定奖补', en: 'Decide the award' }, by: 'city.lead', from: ['proposed'], to: 'decided', law: 'Art. 20', within: 'award.decideDays', signs: true, tells: ['host.admin', 'county.officer'],
    effects: [{ zh: '金额计入年度预算；会同财政局印发通知后可以申领', en: 'The amount counts against the budget; it can be claimed after the joint notice' }],
    requires: [
      stands, notTheProposer, minuted, once, given(amountHasBasis, ({ case: file }) => ({ amount: numberOf(file.amount), basis: file.basis })),
      given(budgetSigned, ({ case: file, found }) => ({ year: file.budget?.year, ceiling: found.budget.ceiling, needed: found.budget.needed })), given(withinBudget, ({ case: file, found }) => ({ amount: file.amount, ...found.budget })), inForce,
    ] },
  refuse: { says: { zh: '不予奖补', en: 'Refuse the award' }, by: 'city.lead', from: ['proposed'], to: 'refused', law: 'Art. 20', within: 'award.decideDays', signs: true, seen: 'city', requires: [notTheProposer, minuted] },
  publish: { says: { zh: '联合印发奖补通知', en: 'Issue the joint notice' }, by: 'city.officer', from: ['decided'], to: 'published', law: 'Art. 20', within: 'award.publishDays', signs: true, tells: ['base.director', 'county.officer'],
    effects: [{ zh: '生成联合通知，编发文字号（主办机关）', en: 'The joint notice is drawn up with the number of the lead office' }], requires: [stands] },

  // 3. The host claims, tells what other public money it has, and is paid the difference.
  claim: { says: { zh: '申领', en: 'Claim' }, by: 'host.admin', from: ['published'], to: 'claimed', law: 'Art. 20', within: 'award.claimDays', signs: true,
    effects: [{ zh: '同一事项已获财政资金从应付中扣除', en: 'Other funds for the same item are deducted' }, { zh: '账号不记入案卷，只供拨付人员查看并留痕，到账确认后删除', en: 'The account number is no part of the file, shown to those who pay, logged, erased after receipt' }],
    requires: [
      stands, asks(accountIsHosts, ({ case: file, data }) => ({ accountName: data.accountName, host: file.base?.hosts.find(({ lead }) => lead)?.name ?? '' })),
      asks(notFundedTwice, ({ case: file, data, found }) => ({ payable: payable(file.amount, data.otherFunds, found.sameItem), same: sameItemOf(data.otherFunds) })),
    ] },
  returnClaim: { says: { zh: '退回申领', en: 'Return the claim' }, by: 'city.officer', from: ['claimed'], to: 'published', law: 'Art. 20' },
  cancel: { says: { zh: '终止奖补', en: 'End the award' }, by: 'city.lead', from: ['decided', 'published', 'claimed'], to: 'cancelled', law: 'Art. 20', signs: true, effects: [{ zh: '额度退回年度预算', en: 'The amount returns to the budget' }], requires: [notTheProposer, minuted, given(awardMayEnd, ({ found }) => ({ status: found.status }))] },
  pay: { says: { zh: '登记拨付', en: 'Record the payment' }, by: 'city.officer', from: ['claimed'], to: 'paid', law: 'Art. 20', within: 'award.payDays', signs: true, tells: ['host.admin', 'base.director'],
    requires: [
      stands, another(paidByAnother, ({ proposal }) => [proposal?.by.person], ({ person, before }, { case: { proposal } }) => ({ person, proposedBy: before.includes(person) ? person : proposal?.by.person })), asks(paidAsClaimed, ({ case: file, data }) => ({ amount: data.amount, payable: file.claim?.payable })),
      asks(paidOnPossible, ({ case: file, data, today }) => ({ paidOn: data.paidOn ?? today, claimedOn: file.claim?.on, on: today })),
    ] },
  acknowledgeReceipt: { says: { zh: '确认到账', en: 'Acknowledge receipt' }, by: 'host.admin', from: ['paid'], to: 'received', law: 'Art. 20', within: 'award.receiptDays', signs: true, effects: [{ zh: '账号随即删除；使用情况报告期起算', en: 'The account number is erased; the time for the report begins' }],
    requires: [asks(paidOnPossible, ({ case: file, data, today }) => ({ paidOn: data.receivedOn ?? today, claimedOn: file.payment?.paidOn, on: today }))] },

  // 4. What was done with it is reported and checked.
  reportUse: { says: { zh: '报告使用情况', en: 'Report the use' }, by: 'host.admin', from: ['received'], to: 'reported', law: 'setting:award.reportMonths', signs: true,
    requires: [asks(usesAddUp, ({ case: file, data }) => ({ uses: data.uses ?? [], paid: file.payment?.amount })), asks(usedAsMeant, ({ data, found }) => ({ uses: data.uses ?? [], allowed: found.uses }))] },
  returnReport: { says: { zh: '退回补充', en: 'Return the report' }, by: 'city.officer', from: ['reported'], to: 'received', law: 'setting:award.reportMonths' },
  close: { says: { zh: '核查结案', en: 'Check and close' }, by: 'city.officer', from: ['reported'], to: 'closed', law: 'setting:award.reportMonths', within: 'award.checkDays' },

  // 5. Off unless the authority has switched it on: recovery after a revocation for falsification.
  clawBack: { says: { zh: '追回奖补', en: 'Recover the award' }, by: 'city.lead', from: ['paid', 'received', 'reported', 'closed'], to: 'recovering', law: 'setting:award.clawback', signs: true,
    effects: [{ zh: '告知救济途径：六十日内可申请行政复议，六个月内可提起行政诉讼', en: 'Remedies are told: administrative reconsideration within 60 days, litigation within six months' }],
    requires: [notTheProposer, minuted, given(clawbackAllowed, ({ found }) => found.clawback), inForce] },
  recordRecovery: { says: { zh: '登记退缴', en: 'Record the recovery' }, by: 'city.officer', from: ['recovering'], to: 'recovered', law: 'setting:award.clawback', requires: [asks(paidAsClaimed, ({ case: file, data }) => ({ amount: data.amount, payable: file.payment?.amount }))] },
}
