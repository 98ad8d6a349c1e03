import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { examinedByOrganiser, submittedByHost } from './article-15-major-matters.ts'

test.each([
  ['2026-11-20', '2026-11-20', 'met'],
  ['2026-11-20', '2026-11-19', 'notMet'],
  ['2026-11-20', undefined, 'notMet'],
  [undefined, '2026-11-20', 'notMet'],
] as const)('Art. 15: the base applied %s, the host submitted %s: %s', (appliedOn, endorsedOn, outcome) =>
  expect(verdictOf(submittedByHost, { appliedOn, endorsedOn }).outcome).toBe(outcome)
)

test.each([
  ['2026-11-23', 'met'],
  [undefined, 'notMet'],
] as const)('Art. 15: examined by the organiser %s: %s', (examinedOn, outcome) =>
  expect(verdictOf(examinedByOrganiser, { examinedOn }).outcome).toBe(outcome)
)
