import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { performanceEvidenced, selfAssessmentFiled, truthOpinionGiven } from './article-17-evidence.ts'

test('Art. 17(1): the self-assessment is there or not', () =>
  expect([true, false].map((report) => verdictOf(selfAssessmentFiled, { report }).outcome)).toEqual(['met', 'notMet']))

test('Art. 17(2): one piece of evidence is evidence', () =>
  expect([0, 1].map((evidence) => verdictOf(performanceEvidenced, { evidence }).outcome)).toEqual(['notMet', 'met']))

test.each([
  [5, 4, 'notMet'],
  [5, 5, 'met'],
  [0, 0, 'notMet'],
] as const)('Art. 17(3): of %i items %i answered: %s', (items, answered, outcome) =>
  expect(verdictOf(truthOpinionGiven, { items, answered }).outcome).toBe(outcome)
)
