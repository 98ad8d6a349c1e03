import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { separateAccounts } from './article-13-accounts.ts'

test.each([
  ['ownLegalPerson', true, 'met'],
  ['separateLedger', true, 'met'],
  ['auxiliaryLedger', true, 'met'],
  ['auxiliaryLedger', false, 'notEvaluated'],
  ['none', true, 'notMet'],
  [undefined, true, 'notEvaluated'],
] as const)('Art. 13: accounting %s with proof %s: %s', (accounting, evidence, outcome) =>
  expect(verdictOf(separateAccounts, { accounting, evidence }).outcome).toBe(outcome)
)
