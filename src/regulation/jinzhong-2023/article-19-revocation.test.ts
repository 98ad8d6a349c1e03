import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import {
  type AbsenceFacts,
  absentWithoutCause,
  groundIsNamed,
  noLongerAble,
  seriousAccident,
  seriousFalsehood,
} from './article-19-revocation.ts'

const absence: AbsenceFacts = {
  reported: false,
  deferred: false,
  excused: false,
  reminderDues: ['2027-01-12', '2027-01-19'],
  on: '2027-01-20',
  remindersNeeded: 2,
}

test.each([
  [{}, 'met', 'the day after the second reminder ran out'],
  [{ on: '2027-01-19' }, 'notMet', 'its last day still belongs to the base'],
  [{ reminderDues: ['2027-01-12'] }, 'notMet', 'one reminder only'],
  [{ reported: true }, 'notMet', 'it reported'],
  [{ deferred: true }, 'notMet', 'a deferral was approved'],
  [{ excused: true }, 'notMet', 'it has an excuse'],
  [{ excused: undefined }, 'notEvaluated', 'nobody has asked for the excuse'],
] as const)('Art. 19(3): %j: %s (%s)', (change, outcome, _) =>
  expect(verdictOf(absentWithoutCause, { ...absence, ...change }).outcome).toBe(outcome)
)

test('Art. 19(1), (2), (4): what is serious, false or unable is left to people', () => {
  for (const judged of [seriousAccident, seriousFalsehood, noLongerAble]) expect(verdictOf(judged, {}).outcome).toBe('needsJudgement')
})

test.each([
  [[], 'notMet'],
  [['accident'], 'met'],
  [['absence', 'twicePoor'], 'met'],
  [['accident', 'dislike'], 'notMet'],
] as const)('Art. 19: grounds %j: %s', (named, outcome) => expect(verdictOf(groundIsNamed, { named }).outcome).toBe(outcome))
