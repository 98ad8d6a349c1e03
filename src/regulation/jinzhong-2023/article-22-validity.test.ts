import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { type AuthorityBasis, instrumentInForce, lapsedOn } from './article-22-validity.ts'

const basis: AuthorityBasis = { title: '局党组决定（演示）', from: '2025-03-03', to: '2026-12-31' }

test('Art. 22: two years from 2023-01-21 end on 2025-01-20', () => expect(lapsedOn).toBe('2025-01-20'))

test.each([
  ['2023-01-20', undefined, 'notMet', 'the day before'],
  ['2023-01-21', undefined, 'met', 'the first day'],
  ['2025-01-20', undefined, 'met', 'the last day'],
  ['2025-01-21', undefined, 'notMet', 'the day after'],
  ['2025-03-02', basis, 'notMet', 'the day before the basis'],
  ['2025-03-03', basis, 'met', 'its first day'],
  ['2026-12-31', basis, 'met', 'its last day'],
  ['2027-01-01', basis, 'notMet', 'the day after the basis'],
  ['2040-01-01', { ...basis, to: null }, 'met', 'an open basis'],
] as const)('Art. 22: on %s with basis %j: %s (%s)', (on, authorityBasis, outcome, _) =>
  expect(verdictOf(instrumentInForce, { on, lapsedOn, authorityBasis }).outcome).toBe(outcome)
)
