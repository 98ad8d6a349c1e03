/** What Article 20 leaves open beside the amount: budget, time limits, other funds, use. */
import { choice, flag, list, number, workingDays } from './setting.ts'

export const awardSettings = {
  'award.roundTo': number(0.1, 'tenThousandYuan', 0.01, 10, { fills: 'Art. 20', name: ['奖补金额取整', 'Awards are rounded to'],
    basis: ['按登记标准算出的金额舍去尾数，不多给', 'Reckoned amounts are rounded down'] }),
  'award.budgetCeiling': flag(true, { fills: 'Art. 20', name: ['奖补不超过年度预算', 'Awards stay within the budget of the year'],
    basis: ['预算由一人登记、另一人签署；无预算不得决定', 'Entered by one person, signed by another; no budget, no decision'] }),
  'award.decideDays': workingDays(15, { fills: 'Art. 20', name: ['奖补决定时限', 'Decision on an award'], basis: ['办法未定', 'The text gives none'] }),
  'award.publishDays': workingDays(10, { fills: 'Art. 20', name: ['奖补通知印发时限', 'Issuing the notice of award'],
    basis: ['会同财政局联合印发，办法未定时限', 'Issued jointly with the finance bureau; the text gives no time'] }),
  'award.claimDays': workingDays(20, { fills: 'Art. 20', name: ['奖补申领时限', 'Claiming an award'], basis: ['办法未定，逾期提醒，不视为放弃', 'None in the text; late is reminded, not waived'] }),
  'award.payDays': workingDays(15, { fills: 'Art. 20', name: ['奖补拨付时限', 'Paying an award'], basis: ['办法未定', 'The text gives none'] }),
  'award.receiptDays': workingDays(10, { fills: 'Art. 20', name: ['到账确认时限', 'Acknowledging receipt'], basis: ['办法未定', 'The text gives none'] }),
  'award.reportMonths': number(12, 'month', 1, 36, { fills: 'Art. 20', name: ['使用情况报告期', 'Report on the use'],
    basis: ['到账后一年', 'One year after receipt'] }),
  'award.checkDays': workingDays(15, { fills: 'Art. 20', name: ['使用情况核查时限', 'Checking the report on the use'], basis: ['办法未定', 'The text gives none'] }),
  'award.sameItem': choice('difference', ['difference', 'excluded', 'allowed'], { fills: 'Art. 20', name: ['同一事项已获财政资金', 'Other public funds for the same item'],
    basis: ['就高补差：已获资金从奖补中扣除', 'What was received is deducted from the award'] }),
  'award.uses': list(['research', 'equipment', 'service'], { fills: 'Art. 20', name: ['奖补用途', 'Uses of an award'],
    basis: ['用于研发、设备和中试服务，不用于奖金、福利', 'Research, equipment and services; no bonuses, no welfare'] }),
} as const
