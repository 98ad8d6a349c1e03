/** Rules of the award: Art. 20 gives it once and fixes no amount; settings carry budget, other funds and use. */
import { type Day, plusMonths } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { amountOf, hundredthsOf, roundedDown, shareOf, sumOf } from './money.ts'
import type { AwardRule } from './setting.ts'

export type AwardFacts = {
  /** Grade of the latest assessment that gave one. */
  readonly grade: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** What was invested, and what others matched it with, as verified; in 万元. */
  readonly investment: string | undefined
  readonly matched: string | undefined
}

/** Hundredths of 万元 by the rule the authority has entered; `undefined` where a fact it needs is missing. */
export function reckonedAward(by: AwardRule, facts: AwardFacts, roundTo: number): number | undefined {
  switch (by.kind) {
    case 'fixed': return Math.round(by.amount * 100)
    case 'byGrade': return facts.grade === null ? undefined : roundedDown(Math.round((by.amounts[facts.grade] ?? 0) * 100), roundTo)
    case 'shareOfInvestment': return capped(facts.investment, by, roundTo)
    case 'matching': return capped(facts.matched, by, roundTo)
  }
}

const capped = (amount: string | undefined, { share, cap }: { share: number; cap: number }, roundTo: number) => {
  const base = amount === undefined ? undefined : hundredthsOf(amount)
  return base === undefined ? undefined : roundedDown(Math.min(shareOf(base, share), Math.round(cap * 100)), roundTo)
}

/** Entered by hand only where the authority has entered no rule. */
export const amountFollowsRule = rule({
  id: 'amountFollowsRule', law: 'setting:award.rule', modality: 'must',
  says: { zh: '登记了奖补标准的，金额与标准一致', en: 'Where a rule of the award is entered, the amount follows it.' },
  holds: ({ amount, ruled, reckoned }: { amount: string | undefined; ruled: boolean; reckoned: string | undefined }) =>
    !ruled || (reckoned === undefined ? undefined : amount === undefined || hundredthsOf(amount) === hundredthsOf(reckoned)),
  otherwise: ({ reckoned, amount }) => reckoned === undefined
    ? { zh: '按登记标准计算缺少事实：档次、核定投资或配套额。', en: 'The rule lacks a fact: grade, verified investment or matched funds.' }
    : { zh: `按登记标准为 ${reckoned} 万元，填写 ${amount ?? '—'} 万元。`, en: `By the rule it is ${reckoned}, entered ${amount ?? '—'} (× 10,000 yuan).` },
})

export const budgetSigned = rule({
  id: 'budgetSigned', law: 'setting:award.budgetCeiling', modality: 'must',
  says: { zh: '该年度奖补预算已登记并签署', en: 'The budget of the year is entered and signed.' },
  holds: ({ year: _, ceiling, needed }: { year: number | undefined; ceiling: string | undefined; needed: boolean }) => !needed || ceiling !== undefined,
  otherwise: ({ year }) => ({ zh: `${year ?? ''} 年奖补预算尚未登记签署。`, en: `The award budget of ${year ?? 'the year'} is not signed yet.` }),
})

export const withinBudget = rule({
  id: 'withinBudget', law: 'setting:award.budgetCeiling', modality: 'must',
  says: { zh: '连同已决定的奖补不超过年度预算', en: 'Together with what is decided it stays within the budget.' },
  holds: ({ amount, committed, ceiling, needed }: BudgetFacts) => {
    if (!needed) return true
    const [add, sum, most] = [amount, committed, ceiling].map((one) => (one === undefined ? undefined : hundredthsOf(one)))
    return add === undefined || sum === undefined || most === undefined ? undefined : sum + add <= most
  },
  otherwise: ({ amount, committed, ceiling }) => ceiling === undefined
    ? { zh: '没有年度预算，不能比较。', en: 'Without a budget there is nothing to compare with.' }
    : { zh: `预算 ${ceiling} 万元，已决定 ${committed} 万元，本项 ${amount ?? '—'} 万元，超出 ${over({ amount, committed, ceiling })} 万元。`, en: `Budget ${ceiling}, decided ${committed}, this one ${amount ?? '—'}: ${over({ amount, committed, ceiling })} too much (× 10,000 yuan).` },
})
type BudgetFacts = { readonly amount: string | undefined; readonly committed: string; readonly ceiling: string | undefined; readonly needed: boolean }
const over = ({ amount, committed, ceiling }: { amount: string | undefined; committed: string; ceiling: string }) => amountOf(Math.max(0, sumOf([amount ?? '', committed]) - (hundredthsOf(ceiling) ?? 0)))

/** A ceiling below what is decided would make yesterday's decisions wrong. */
export const ceilingCovers = rule({
  id: 'ceilingCovers', law: 'setting:award.budgetCeiling', modality: 'must',
  says: { zh: '预算不低于已决定的奖补', en: 'The budget covers what is decided.' },
  holds: ({ amount, committed }: { amount: string; committed: string }) => (hundredthsOf(amount) ?? -1) >= (hundredthsOf(committed) ?? 0),
  otherwise: ({ amount, committed }) => ({ zh: `已决定 ${committed} 万元，预算 ${amount} 万元不足。`, en: `${committed} is decided; a budget of ${amount} does not cover it.` }),
})

/** Other public money, as the host declares it: for the same item only the difference is paid. */
export type OtherFund = { readonly source: string; readonly item: string; readonly sameItem: boolean; readonly amount: string }
export type SameItem = 'difference' | 'excluded' | 'allowed'

/** What remains to be paid of an award, in hundredths. */
export function payableOf(amount: string, others: readonly OtherFund[], how: SameItem): number {
  const whole = hundredthsOf(amount) ?? 0
  const same = sumOf(others.filter(({ sameItem }) => sameItem).map((one) => one.amount))
  switch (how) {
    case 'allowed': return whole
    case 'excluded': return same > 0 ? 0 : whole
    case 'difference': return Math.max(0, whole - same)
  }
}

export const notFundedTwice = rule({
  id: 'notFundedTwice', law: 'setting:award.sameItem', modality: 'must',
  says: { zh: '扣除同一事项已获财政资金后仍有应付', en: 'Something remains after other funds for the same item.' },
  holds: ({ payable }: { payable: string | undefined; same: string }) => (payable === undefined ? undefined : (hundredthsOf(payable) ?? 0) > 0),
  otherwise: ({ same }) => ({ zh: `同一事项已获财政资金 ${same} 万元，没有应付余额，由市局终止本奖补。`, en: `${same} was received for the same item; nothing remains, the bureau ends this award.` }),
})

export const paidAsClaimed = rule({
  id: 'paidAsClaimed', law: 'Art. 20', modality: 'must',
  says: { zh: '拨付金额等于应付金额', en: 'What is paid is what is due.' },
  holds: ({ amount, payable }: { amount: string | undefined; payable: string | undefined }) => (amount === undefined || payable === undefined ? undefined : hundredthsOf(amount) === hundredthsOf(payable)),
  otherwise: ({ amount, payable }) => ({ zh: `应付 ${payable ?? '—'} 万元，填写 ${amount ?? '—'} 万元。`, en: `${payable ?? '—'} is due, ${amount ?? '—'} was entered.` }),
})

/** Nobody pays what they proposed. */
export const paidByAnother = rule({
  id: 'paidByAnother', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '拨付与拟定分离', en: 'Paying and proposing are two people.' },
  holds: ({ person, proposedBy }: { person: string; proposedBy: string | undefined }) => person !== proposedBy,
  otherwise: () => ({ zh: '本奖补由您拟定，请由其他经办人拨付。', en: 'You proposed this award; another officer pays it.' }),
})

export const accountIsHosts = rule({
  id: 'accountIsHosts', law: 'Art. 20', modality: 'usually',
  says: { zh: '户名与依托单位名称一致', en: 'The account is in the name of the host.' },
  holds: ({ accountName, host }: { accountName: string | undefined; host: string }) => (accountName === undefined ? undefined : plain(accountName) === plain(host)),
  otherwise: ({ host }) => ({ zh: `户名与“${host}”不一致，请写理由。`, en: `The account is not in the name of "${host}"; give the reason.` }),
})
const plain = (name: string) => name.replaceAll(/\s|[（(]演示[）)]/g, '').replaceAll('（', '(').replaceAll('）', ')')

export const paidOnPossible = rule({
  id: 'paidOnPossible', law: 'Art. 20', modality: 'must',
  says: { zh: '拨付日期在申领之后、不晚于今天', en: 'The day of payment lies after the claim and not after today.' },
  holds: ({ paidOn, claimedOn, on }: { paidOn: Day | undefined; claimedOn: Day | undefined; on: Day }) => (paidOn === undefined || claimedOn === undefined ? undefined : paidOn >= claimedOn && paidOn <= on),
  otherwise: ({ claimedOn, on }) => ({ zh: `拨付日期应在 ${claimedOn ?? '申领'} 至 ${on}。`, en: `The day of payment lies between ${claimedOn ?? 'the claim'} and ${on}.` }),
})

export type Use = { readonly kind: string; readonly what: string; readonly amount: string }

/** What is not spent yet is reported as such; more than was paid cannot have been spent. */
export const usesAddUp = rule({
  id: 'usesAddUp', law: 'setting:award.reportMonths', modality: 'usually',
  says: { zh: '使用明细合计等于到账金额', en: 'The uses add up to what was paid.' },
  holds: ({ uses, paid }: { uses: readonly Use[]; paid: string | undefined }) => (paid === undefined ? undefined : sumOf(uses.map(({ amount }) => amount)) === hundredthsOf(paid)),
  otherwise: ({ uses, paid }) => ({ zh: `使用合计 ${amountOf(sumOf(uses.map(({ amount }) => amount)))} 万元，到账 ${paid ?? '—'} 万元。请写差异的原因。`, en: `The uses come to ${amountOf(sumOf(uses.map(({ amount }) => amount)))}, ${paid ?? '—'} was paid. Explain.` }),
})

export const usedAsMeant = rule({
  id: 'usedAsMeant', law: 'setting:award.uses', modality: 'usually',
  says: { zh: '用途在规定范围内', en: 'The uses are those meant.' },
  holds: ({ uses, allowed }: { uses: readonly Use[]; allowed: readonly string[] }) => uses.every(({ kind }) => allowed.includes(kind)),
  otherwise: ({ uses, allowed }) => { const other = uses.filter(({ kind }) => !allowed.includes(kind)).map(({ what }) => what); return { zh: `规定用途之外：${other.join('、')}。请写理由。`, en: `Not among the uses meant: ${other.join(', ')}. Give reasons.` } },
})

export const reportDue = (receivedOn: Day, months: number): Day => plusMonths(receivedOn, months)

export const clawbackAllowed = rule({
  id: 'clawbackAllowed', law: 'setting:award.clawback', modality: 'must',
  says: { zh: '已启用撤销后追回奖补，且因弄虚作假撤销', en: 'Recovery is switched on and the base was revoked for falsification.' },
  holds: ({ on, falsified }: { on: boolean; falsified: boolean }) => on && falsified,
  otherwise: ({ on }): Words => on
    ? { zh: '该基地不是因弄虚作假被撤销，不追回。', en: 'The base was not revoked for falsification; nothing is recovered.' }
    : { zh: '办法没有追回的依据，规则未启用。', en: 'The Measures give no basis for recovery; the rule is off.' },
})

/** An award that cannot be paid any more ends with a reason; a standing base keeps what was decided. */
export const awardMayEnd = rule({
  id: 'awardMayEnd', law: 'Art. 20', modality: 'usually',
  says: { zh: '基地已撤销、退出或没有应付余额', en: 'The base is gone, or nothing is left to pay.' },
  holds: ({ status }: { status: string | undefined }) => status === 'revoked' || status === 'left',
  otherwise: () => ({ zh: '基地仍在册。终止已决定的奖补，请写理由。', en: 'The base stands. Give reasons for ending a decided award.' }),
})
