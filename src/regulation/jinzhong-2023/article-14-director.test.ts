import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import { plusDays, plusMonths } from '../../kernel/day.ts'
import { verdictOf } from '../../kernel/rule.ts'
import {
  consecutiveTerms,
  countConsecutive,
  directorAge,
  directorNamed,
  directorSeniorTitle,
  directorTerm,
  furtherTermIsSpecial,
  lastDayOfTerm,
  type Served,
  type Term,
  termNumbers,
  termsServed,
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
  [vector.slice(0, 2), 2, 'met', 'the second'],
  [vector, 2, 'notMet', 'the third'],
  [vector, 3, 'met', 'the third, read as re-appointed twice'],
] as const)('Art. 14: %j, most %i: what is special about it is %s (%s)', (terms, maxTerms, outcome, _) => {
  const verdict = verdictOf(furtherTermIsSpecial, { terms, maxTerms, minServedMonths: 30 })
  expect([verdict.outcome, verdict.modality]).toEqual([outcome, 'usually'])
})

// Five years each, as practice tells the case: 2015–2020, 2020–2025, and the third from 2025.
test('Art. 14: 2015–2020, 2020–2025, a third from 2025 requires the approval of the city', () => {
  const terms = [{ from: '2015-06-01', to: '2020-06-01' }, { from: '2020-06-01', to: '2025-06-01' }, { from: '2025-06-01', to: '2030-05-31' }]
  expect(countConsecutive({ terms, minServedMonths: 30 })).toBe(3)
  expect(verdictOf(consecutiveTerms, { terms, maxTerms: 2, minServedMonths: 30, approved: false }).outcome).toBe('notMet')
})

test.each([
  [[{ from: '2015-01-01', to: '2017-06-29' }, term('2018-01-01')], 1, 'a day less than half a term is no term'],
  [[{ from: '2015-01-01', to: '2017-06-30' }, term('2018-01-01')], 2, 'half a term is one'],
  [[term('2010-01-01'), term('2019-12-31')], 2, 'an interval a day short of five years'],
  [[term('2010-01-01'), term('2020-01-01')], 1, 'an interval of five years begins anew'],
  [[term('2020-11-01'), term('2015-11-01')], 2, 'whatever the order they are listed in'],
] as const)('Art. 14: %j count as %i (%s)', (terms, count, _) => expect(countConsecutive({ terms, minServedMonths: 30 })).toBe(count))

// ── Boundaries ──
test.each([
  ['1966-11-24', '2026-11-23', 'met', 'the day before the 60th birthday'],
  ['1966-11-24', '2026-11-24', 'met', 'the 60th birthday'],
  ['1966-11-24', '2026-11-25', 'met', 'the day after it'],
  ['1964-02-29', '2024-02-28', 'met', 'born on a leap day: 59'],
  ['1964-02-29', '2024-02-29', 'met', 'born on a leap day: 60 today'],
  ['1964-02-29', '2025-02-28', 'met', 'in a common year the birthday is 1 March: still 60'],
  ['1964-02-29', '2025-03-01', 'notMet', 'in a common year the birthday is 1 March: 61'],
  ['1965-03-01', '2026-02-28', 'met', 'the last day of February before 61'],
  ['1965-12-31', '2027-01-01', 'notMet', 'the first day of the year after the 61st birthday'],
] as const)('Art. 14: born %s, appointed %s: %s (%s)', (bornOn, appointedOn, outcome, _) => expect(verdictOf(directorAge, { bornOn, appointedOn }).outcome).toBe(outcome))

const served = (name: string, from: string, more: Partial<Served> = {}): Served => ({ name, from, to: lastDayOfTerm(from), acting: false, ended: null, ...more })

test.each<[Served[], (number | null)[], string]>([
  [[served('甲', '2015-11-01'), served('甲', '2020-11-01'), served('甲', '2025-11-01')], [1, 2, 3], 'one after the other'],
  [[served('甲', '2015-11-01'), served('乙', '2020-11-01'), served('甲', '2025-11-01')], [1, 1, 1], 'another served a whole term between'],
  [[served('甲', '2015-11-01', { ended: { on: '2018-04-29' } }), served('甲', '2020-11-01')], [null, 1], 'cut short before half of it'],
  [[served('甲', '2015-11-01', { ended: { on: '2018-04-30' } }), served('甲', '2020-11-01')], [1, 2], 'cut short at half of it'],
  [[served('甲', '2020-11-01', { acting: true, to: '2021-04-30' }), served('甲', '2021-05-01')], [null, 1], 'acting before is no term'],
])('Art. 14: %j are the terms %j (%s)', (terms, numbers, _) => expect(termNumbers(terms, 30)).toEqual(numbers))

// ── Whatever was served ──
const day = fc.integer({ min: 0, max: 365 * 60 }).map((days) => plusDays('1980-01-01', days))
const anyTerm = fc.tuple(day, fc.integer({ min: 0, max: 60 })).map(([from, months]): Term => ({ from, to: plusDays(plusMonths(from, months), -1) }))
const anyServed = fc.record({ name: fc.constantFrom('甲', '乙'), acting: fc.boolean(), term: anyTerm, cut: fc.option(fc.integer({ min: 0, max: 1800 })) })
  .map(({ name, acting, term, cut }): Served => ({ name, acting, ...term, ended: cut === null ? null : { on: plusDays(term.from, cut) } }))
const minServedMonths = fc.integer({ min: 1, max: 60 })

test('Art. 14: the order in which terms are listed does not matter', () =>
  fc.assert(fc.property(fc.uniqueArray(anyTerm, { selector: ({ from }) => from, maxLength: 8 }), minServedMonths, (terms, least) => {
    expect(countConsecutive({ terms: terms.toReversed(), minServedMonths: least })).toBe(countConsecutive({ terms, minServedMonths: least }))
  })))

test('Art. 14: never more terms than were served, and none only where none was long enough', () =>
  fc.assert(fc.property(fc.array(anyTerm, { maxLength: 8 }), minServedMonths, (terms, least) => {
    const long = terms.filter(({ from, to }) => plusDays(to, 1) >= plusMonths(from, least)).length
    const count = countConsecutive({ terms, minServedMonths: least })
    expect(count).toBeLessThanOrEqual(long)
    expect(count === 0).toBe(long === 0)
  })))

test('Art. 14: terms that follow one another count one each, whenever they begin and however many', () =>
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 9 }), (from, times) => {
    const terms = Array.from({ length: times }, (_, at) => term(plusMonths(from, at * 60)))
    expect(countConsecutive({ terms, minServedMonths: 30 })).toBe(times)
    expect(verdictOf(consecutiveTerms, { terms, maxTerms: 2, minServedMonths: 30, approved: false }).outcome).toBe(times <= 2 ? 'met' : 'notMet')
    expect(verdictOf(consecutiveTerms, { terms, maxTerms: 3, minServedMonths: 30, approved: false }).outcome).toBe(times <= 3 ? 'met' : 'notMet')
    expect(verdictOf(consecutiveTerms, { terms, maxTerms: 2, minServedMonths: 30, approved: true }).outcome).toBe('met')
  })))

test('Art. 14: an interval of more than a whole term begins anew, whatever was before', () =>
  fc.assert(fc.property(fc.array(anyTerm, { maxLength: 6 }), fc.integer({ min: 1, max: 4000 }), (before, days) => {
    const last = before.map(({ to }) => to).toSorted().at(-1) ?? '1980-01-01'
    const next = term(plusDays(plusMonths(last, 60), days))
    expect(countConsecutive({ terms: [...before, next], minServedMonths: 30 })).toBe(1)
  })))

test("Art. 14: a stricter reading never counts fewer, and acting or another person's terms change nothing", () =>
  fc.assert(fc.property(fc.array(anyServed, { maxLength: 8 }), fc.integer({ min: 1, max: 59 }), (all, least) => {
    const own = termsServed(all, '甲')
    // Where the reading drops the last term itself, it is an earlier row of terms that is counted.
    const last = own.at(-1)
    if (last && plusDays(last.to, 1) >= plusMonths(last.from, least + 1)) expect(countConsecutive({ terms: own, minServedMonths: least + 1 })).toBeLessThanOrEqual(countConsecutive({ terms: own, minServedMonths: least }))
    expect(termsServed(all.filter(({ acting, name }) => !acting && name === '甲'), '甲')).toEqual(own)
    expect(own.every(({ from }, at) => at === 0 || (own[at - 1] as Term).from <= from) && own.length <= all.length).toBe(true)
    expect(own.every(({ to }) => all.some((one) => one.to === to || one.ended?.on === to))).toBe(true)
  })))

test('Art. 14: the number of a term is one more than that of the one before it, or one', () =>
  fc.assert(fc.property(fc.array(anyServed, { maxLength: 8 }), minServedMonths, (all, least) => {
    const numbers = termNumbers(all, least)
    expect(numbers).toHaveLength(all.length)
    for (const [at, one] of all.entries()) if (one.acting) expect(numbers[at]).toBeNull()
    const counted = numbers.filter((number) => number !== null)
    if (counted.length > 0) expect(Math.min(...counted)).toBe(1)
  })))

test('Art. 14: a term of five years is five years, from whatever day', () =>
  fc.assert(fc.property(day, (from) => {
    expect(verdictOf(directorTerm, { from, to: lastDayOfTerm(from) }).outcome).toBe('met')
    expect(verdictOf(directorTerm, { from, to: plusDays(lastDayOfTerm(from), -1) }).outcome).toBe('notMet')
    expect(verdictOf(directorTerm, { from, to: plusDays(lastDayOfTerm(from), 2) }).outcome).toBe('notMet')
  })))
