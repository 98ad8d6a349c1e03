import { expect, test } from 'vitest'
import type { Rule } from '../kernel/rule.ts'
import { verdictOf } from '../kernel/rule.ts'
import {
  chairOrders, conflictNotYetKnown, designatedNotYet, designationWaits, drawFindsPanel, drawPossible, farFromMedian, mayBeSeated, notBeforeAnotherPanel, orderNamesTheTied, outliersSettled, reserveLeft, reviewedByBatch, standsClear,
} from './panel-rules.ts'

const path = [{ zh: '甲在乙任职', en: 'A works at B' }]
const fault = [{ zh: '财务须抽 1 人。', en: 'One finance expert to draw.' }]

/** One that meets the rule, one that just does not, and what the refusal has to tell. */
const table: [Rule<never>, object, object, RegExp][] = [
  [notBeforeAnotherPanel, { running: [] }, { running: [{ number: 'RD-1', panel: 'PS-1' }] }, /RD-1 正由 PS-1 评审/],
  [reviewedByBatch, { batches: ['2026-2'], special: 0, cases: 9 }, { batches: ['2026-1', '2026-2'], special: 0, cases: 2 }, /不属于同一评审批次/],
  [reviewedByBatch, { batches: [], special: 1, cases: 1 }, { batches: [], special: 1, cases: 2 }, /一个论证组只评一件/],
  [reviewedByBatch, { batches: [], special: 0, cases: 0 }, { batches: [], special: 2, cases: 2 }, /一个论证组只评一件/],
  [designatedNotYet, { designated: false }, { designated: true }, /已在指定名单/],
  [designationWaits, { waiting: true }, { waiting: false }, /没有待批准的指定/],
  [mayBeSeated, { name: '甲', because: undefined, paths: [] }, { name: '甲', because: 'conflict', paths: path }, /甲 应当回避：甲在乙任职/],
  [mayBeSeated, { name: '甲', because: undefined, paths: path }, { name: '甲', because: 'barred', paths: [] }, /甲 不得参加评审。/],
  [mayBeSeated, { name: '甲', because: undefined, paths: [] }, { name: '甲', because: 'rotation', paths: [{ zh: '本年度已参加 2 个批次', en: '2 batches' }] }, /甲 现在不能参加评审：本年度已参加 2 个批次/],
  [drawPossible, { faults: [] }, { faults: fault }, /财务须抽 1 人/],
  [drawFindsPanel, { found: true, attempts: 3 }, { found: false, attempts: 3000 }, /洗牌 3000 次/],
  [standsClear, { knownBy: undefined }, { knownBy: 'declared' }, /您已申明/],
  [standsClear, { knownBy: undefined }, { knownBy: 'system' }, /经核查/],
  [reserveLeft, { next: 'Z003' }, { next: undefined }, /没有合乎规则的候补/],
  [conflictNotYetKnown, { known: false }, { known: true }, /已有记录/],
  [farFromMedian, { alarmed: true }, { alarmed: false }, /没有离散提示/],
  [outliersSettled, { open: [] }, { open: [{ number: 'RD-1', apart: '15.01' }] }, /RD-1（相差 15.01 分）/],
  [chairOrders, { chair: 'a', person: 'a' }, { chair: 'b', person: 'a' }, /由组长决定/],
  [chairOrders, { chair: 'a', person: 'a' }, { chair: undefined, person: 'a' }, /由组长决定/],
  [orderNamesTheTied, { tied: [['a', 'b'], ['c', 'd']], named: ['d', 'c'] }, { tied: [['a', 'b'], ['c', 'd']], named: ['a', 'c'] }, /a、b；c、d/],
  [orderNamesTheTied, { tied: [['a', 'b']], named: ['b', 'a'] }, { tied: [['a', 'b']], named: ['a', 'a'] }, /全部排序/],
  [orderNamesTheTied, { tied: [['a', 'b']], named: ['a', 'b'] }, { tied: [], named: [] }, /没有同分/],
]

test.each(table.map(([rule, met, unmet, told], at) => [`${rule.id} ${at + 1}`, rule, met, unmet, told] as const))('%s', (_, rule, met, unmet, told) => {
  expect(verdictOf(rule, met as never).outcome).toBe('met')
  const verdict = verdictOf(rule, unmet as never)
  expect([verdict.outcome, verdict.because?.zh]).toEqual(['notMet', expect.stringMatching(told)])
  expect(verdict.because?.en).not.toMatch(/[一-鿿]{8}/)
})

test('a draw that has not been made is not judged', () => {
  expect(verdictOf(drawFindsPanel as Rule<never>, { found: undefined, attempts: 0 } as never).outcome).toBe('notEvaluated')
})
