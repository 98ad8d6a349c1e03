import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import {
  consecutiveTerms,
  countConsecutive,
  directorAge,
  directorNamed,
  directorSeniorTitle,
  directorTerm,
  lastDayOfTerm,
  type Term,
} from './article-14-director.ts'

test.each([
  ['1966-11-24', '2026-11-23', 'met', '59'],
  ['1966-11-24', '2026-11-24', 'met', '60 today'],
  ['1966-11-24', '2027-11-23', 'met', 'the last day of 60'],
  ['1966-11-24', '2027-11-24', 'notMet', '61 today'],
  ['1966-11', '2027-10-31', 'met', 'only the month is known: 60'],
  ['1966-11', '2027-11-01', 'notMet', 'only the month is known: 61'],
  [undefined, '2026-11-23', 'notEvaluated', 'no birth date'],
  ['1966-11-24', undefined, 'notEvaluated', 'no appointment'],
] as const)('Art. 14: born %s, appointed %s: %s (%s)', (bornOn, appointedOn, outcome, _) =>
  expect(verdictOf(directorAge, { bornOn, appointedOn }).outcome).toBe(outcome)
)

test.each([
  ['senior', 'met'],
  ['associateSenior', 'met'],
  ['middle', 'notMet'],
  ['none', 'notMet'],
  [undefined, 'notEvaluated'],
] as const)('Art. 14: title %s: %s', (title, outcome) => expect(verdictOf(directorSeniorTitle, { title }).outcome).toBe(outcome))

test('Art. 14: age and title are "generally": a reason lifts them', () => {
  expect([directorAge.modality, directorSeniorTitle.modality]).toEqual(['usually', 'usually'])
})

test.each([
  [' ', 'notMet'],
  [undefined, 'notMet'],
  ['王建国', 'met'],
] as const)('Art. 14: director %s: %s', (name, outcome) => expect(verdictOf(directorNamed, { name }).outcome).toBe(outcome))

test.each([
  ['2026-12-01', '2031-11-29', 'notMet', 'a day short'],
  ['2026-12-01', '2031-11-30', 'met', 'five years, last day included'],
  ['2026-12-01', '2031-12-01', 'met', 'written to the anniversary'],
  ['2026-12-01', '2031-12-02', 'notMet', 'a day over'],
  ['2024-02-29', '2029-02-28', 'met', 'from a leap day'],
  ['2026-12-01', undefined, 'notEvaluated', 'no end'],
] as const)('Art. 14: a term from %s to %s: %s (%s)', (from, to, outcome, _) =>
  expect(verdictOf(directorTerm, { from, to }).outcome).toBe(outcome)
)

const term = (from: string): Term => ({ from, to: lastDayOfTerm(from) })
const vector = [term('2015-11-01'), term('2020-11-01'), term('2025-11-01')]

test.each([
  [vector.slice(0, 1), 2, false, 'met', 'the first'],
  [vector.slice(0, 2), 2, false, 'met', 'the second'],
  [vector, 2, false, 'notMet', 'the third'],
  [vector, 2, true, 'met', 'the third, approved'],
  [vector, 3, false, 'met', 'the third, read as re-appointed twice'],
  [[term('2010-11-01'), ...vector], 3, false, 'notMet', 'the fourth under that reading'],
] as const)('Art. 14: %j, most %i, approved %s: %s (%s)', (terms, maxTerms, approved, outcome, _) =>
  expect(verdictOf(consecutiveTerms, { terms, maxTerms, minServedMonths: 30, approved }).outcome).toBe(outcome)
)

test.each([
  [[{ from: '2015-01-01', to: '2017-06-29' }, term('2018-01-01')], 1, 'a day less than half a term is no term'],
  [[{ from: '2015-01-01', to: '2017-06-30' }, term('2018-01-01')], 2, 'half a term is one'],
  [[term('2010-01-01'), term('2019-12-31')], 2, 'an interval a day short of five years'],
  [[term('2010-01-01'), term('2020-01-01')], 1, 'an interval of five years begins anew'],
  [[term('2020-11-01'), term('2015-11-01')], 2, 'whatever the order they are listed in'],
] as const)('Art. 14: %j count as %i (%s)', (terms, count, _) => expect(countConsecutive({ terms, minServedMonths: 30 })).toBe(count))
