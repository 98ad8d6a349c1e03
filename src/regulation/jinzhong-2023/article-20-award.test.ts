import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { amountHasBasis, awardOnce, isRecognised } from './article-20-award.ts'

test('Art. 20: the award follows a recognition', () =>
  expect([true, false].map((recognised) => verdictOf(isRecognised, { recognised }).outcome)).toEqual(['met', 'notMet']))

test('Art. 20: once is once', () =>
  expect([[], ['JB-2024-0003']].map((earlier) => verdictOf(awardOnce, { earlier }).outcome)).toEqual(['met', 'notMet']))

test.each([
  [30, '局财联〔2026〕1号（演示）', 'met'],
  [30, ' ', 'notMet'],
  [30, undefined, 'notMet'],
  [0, '依据', 'notMet'],
  [undefined, '依据', 'notEvaluated'],
] as const)('Art. 20: amount %s on basis %s: %s', (amount, basis, outcome) =>
  expect(verdictOf(amountHasBasis, { amount, basis }).outcome).toBe(outcome)
)
