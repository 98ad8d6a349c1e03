import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { type Grade, gradeIsOneOfFour, twoConsecutivePoor, type YearGrade } from './article-18-grades.ts'
import { twoConsecutivePoorRevokes } from './article-19-revocation.ts'

const from = (year: number, ...grades: (Grade | null)[]): YearGrade[] => grades.map((grade, at) => ({ year: year + at, grade }))

test.each([
  [[], 'notMet', 'no assessment yet'],
  [from(2025, 'poor'), 'notMet', 'one poor only'],
  [from(2024, 'poor', 'poor'), 'met', 'two in a row'],
  [from(2023, 'good', 'poor', 'poor'), 'met', 'two at the end'],
  [from(2023, 'poor', 'poor', 'good'), 'met', 'two at the beginning'],
  [from(2023, 'poor', 'fair', 'poor'), 'notMet', 'a fair year between'],
  [from(2023, 'poor', null, 'poor'), 'met', 'a deferred year between neither breaks nor counts'],
  [from(2023, 'poor', null, null), 'notMet', 'deferred years are not poor'],
  [from(2024, 'poor', 'poor').toReversed(), 'met', 'whatever the order they are listed in'],
  [[...from(2023, 'poor'), ...from(2025, 'poor')], 'notEvaluated', 'a year without any record is unknown'],
] as const)('Art. 18: %j: %s (%s)', (series, outcome, _) =>
  expect(verdictOf(twoConsecutivePoor, { series: [...series] }).outcome).toBe(outcome)
)

test('Art. 19(3): the same rule speaks under its second citation', () => {
  const facts = { series: from(2024, 'poor', 'poor') }
  expect(verdictOf(twoConsecutivePoorRevokes, facts)).toEqual({
    ...verdictOf(twoConsecutivePoor, facts),
    rule: 'twoConsecutivePoorRevokes',
    law: 'Art. 19(3)',
  })
})

test.each([
  ['excellent', 'met'],
  ['poor', 'met'],
  ['pass', 'notMet'],
  [undefined, 'notEvaluated'],
] as const)('Art. 18: grade %s: %s', (grade, outcome) => expect(verdictOf(gradeIsOneOfFour, { grade }).outcome).toBe(outcome))
