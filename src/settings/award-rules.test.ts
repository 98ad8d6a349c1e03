/** Each rule of the award on its boundary. */
import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import {
  accountIsHosts, amountFollowsRule, awardMayEnd, budgetSigned, ceilingCovers, clawbackAllowed, notFundedTwice, type OtherFund, paidAsClaimed, paidByAnother, paidOnPossible, payableOf, reckonedAward, reportDue, usedAsMeant, usesAddUp, withinBudget,
} from './award-rules.ts'
import type { AwardRule } from './setting.ts'

const facts = { grade: 'good', investment: '1286.40', matched: '99.99' } as const
test.each([
  [{ kind: 'fixed', amount: 30 }, facts, 3000], [{ kind: 'byGrade', amounts: { excellent: 50, good: 30 } }, facts, 3000], [{ kind: 'byGrade', amounts: { excellent: 50 } }, facts, 0], [{ kind: 'byGrade', amounts: { good: 30 } }, { ...facts, grade: null }, undefined],
  [{ kind: 'shareOfInvestment', share: 0.03, cap: 100 }, facts, 3850], [{ kind: 'shareOfInvestment', share: 0.3, cap: 100 }, facts, 10_000], [{ kind: 'shareOfInvestment', share: 0.3, cap: 100 }, { ...facts, investment: undefined }, undefined],
  [{ kind: 'matching', share: 0.5, cap: 100 }, facts, 4990], [{ kind: 'matching', share: 0.5, cap: 100 }, { ...facts, matched: undefined }, undefined],
] as const)('Art. 20: by %j of %j: %s hundredths', (rule, of, hundredths) => expect(reckonedAward(rule as AwardRule, of, 0.1)).toBe(hundredths))

test.each([
  [{ ruled: false, amount: '12.34', reckoned: undefined }, 'met', 'no rule is entered: the amount has its own basis'], [{ ruled: true, amount: '30', reckoned: '30.00' }, 'met', 'as reckoned'], [{ ruled: true, amount: '30.01', reckoned: '30.00' }, 'notMet', 'a hundredth more'],
  [{ ruled: true, amount: undefined, reckoned: '30.00' }, 'met', 'left to the rule'], [{ ruled: true, amount: '30', reckoned: undefined }, 'notEvaluated', 'a fact is missing'],
] as const)('Art. 20: %j: %s (%s)', (of, outcome, _) => expect(verdictOf(amountFollowsRule, of).outcome).toBe(outcome))

test.each([[{ year: 2026, ceiling: '100.00', needed: true }, 'met'], [{ year: 2026, ceiling: undefined, needed: true }, 'notMet'], [{ year: 2026, ceiling: undefined, needed: false }, 'met']] as const)('Art. 20: budget %j: %s', (of, outcome) => expect(verdictOf(budgetSigned, of).outcome).toBe(outcome))
test.each([
  ['30.00', '70.00', '100.00', 'met'], ['30.01', '70.00', '100.00', 'notMet'], ['0.10', '0.20', '0.30', 'met'], ['30.00', '70.00', undefined, 'notEvaluated'], [undefined, '0.00', '1.00', 'notEvaluated'],
] as const)('Art. 20: %s beside %s of %s: %s', (amount, committed, ceiling, outcome) => expect(verdictOf(withinBudget, { amount, committed, ceiling, needed: true }).outcome).toBe(outcome))
test('Art. 20: how much is too much is told', () => expect(verdictOf(withinBudget, { amount: '30.01', committed: '70.00', ceiling: '100.00', needed: true }).because?.zh).toContain('超出 0.01 万元'))
test.each([['70.00', '70.00', 'met'], ['69.99', '70.00', 'notMet']] as const)('Art. 20: a budget of %s over %s decided: %s', (amount, committed, outcome) => expect(verdictOf(ceilingCovers, { amount, committed }).outcome).toBe(outcome))

const fund = (amount: string, sameItem = true): OtherFund => ({ source: '省科技厅', item: '中试线建设', sameItem, amount })
test.each([
  [[], 'difference', 3000], [[fund('10.00')], 'difference', 2000], [[fund('10.00'), fund('5.50')], 'difference', 1450], [[fund('30.00')], 'difference', 0], [[fund('40.00')], 'difference', 0], [[fund('10.00', false)], 'difference', 3000],
  [[fund('0.01')], 'excluded', 0], [[fund('10.00', false)], 'excluded', 3000], [[fund('10.00')], 'allowed', 3000],
] as const)('Art. 20: of 30.00 with %j by %s: %i hundredths', (others, how, payable) => expect(payableOf('30.00', others, how)).toBe(payable))
test.each([['0.01', 'met'], ['0.00', 'notMet'], [undefined, 'notEvaluated']] as const)('Art. 20: %s left to pay: %s', (payable, outcome) => expect(verdictOf(notFundedTwice, { payable, same: '30.00' }).outcome).toBe(outcome))

test.each([['20', '20.00', 'met'], ['19.99', '20.00', 'notMet'], [undefined, '20.00', 'notEvaluated']] as const)('Art. 20: paid %s of %s: %s', (amount, payable, outcome) => expect(verdictOf(paidAsClaimed, { amount, payable }).outcome).toBe(outcome))
test('setting:duty.separation: who proposed does not pay', () => expect(['a', 'b'].map((person) => verdictOf(paidByAnother, { person, proposedBy: 'a' }).outcome)).toEqual(['notMet', 'met']))
test.each([['晋中碳谷科技有限公司', 'met'], ['晋中碳谷科技有限公司（演示）', 'met'], ['晋中碳谷 科技有限公司', 'met'], ['晋中碳谷贸易有限公司', 'notMet'], [undefined, 'notEvaluated']] as const)('Art. 20: account of %s: %s', (accountName, outcome) =>
  expect(verdictOf(accountIsHosts, { accountName, host: '晋中碳谷科技有限公司（演示）' }).outcome).toBe(outcome))
test.each([['2026-11-20', 'met'], ['2026-11-19', 'notMet'], ['2026-11-23', 'met'], ['2026-11-24', 'notMet']] as const)('Art. 20: paid on %s: %s', (paidOn, outcome) => expect(verdictOf(paidOnPossible, { paidOn, claimedOn: '2026-11-20', on: '2026-11-23' }).outcome).toBe(outcome))

const use = (amount: string, kind = 'equipment') => ({ kind, what: '反应釜', amount })
test.each([[[use('20.00'), use('10.00')], 'met'], [[use('20.00')], 'notMet'], [[use('30.01')], 'notMet']] as const)('Art. 20: uses %j of 30.00: %s', (uses, outcome) => expect(verdictOf(usesAddUp, { uses, paid: '30.00' }).outcome).toBe(outcome))
test.each([[[use('1')], 'met'], [[use('1'), use('1', 'other')], 'notMet']] as const)('Art. 20: uses %j: %s', (uses, outcome) => expect(verdictOf(usedAsMeant, { uses, allowed: ['research', 'equipment', 'service'] }).outcome).toBe(outcome))
test('Art. 20: the report is due a year after receipt', () => expect(reportDue('2026-02-28', 12)).toBe('2027-02-28'))

test.each([[true, true, 'met'], [true, false, 'notMet'], [false, true, 'notMet']] as const)('Art. 20: recovery on %s, falsified %s: %s', (on, falsified, outcome) => expect(verdictOf(clawbackAllowed, { on, falsified }).outcome).toBe(outcome))
test.each([['revoked', 'met'], ['left', 'met'], ['operating', 'notMet']] as const)('Art. 20: an award of a base that is %s may end: %s', (status, outcome) => expect(verdictOf(awardMayEnd, { status }).outcome).toBe(outcome))
