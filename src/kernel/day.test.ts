import { expect, test } from 'vitest'
import fc from '../../test/chance.ts'
import {
  afterWorkingDays,
  ageOn,
  type Calendar,
  type Day,
  daysBetween,
  instantOn,
  isDay,
  isWorking,
  nextWorkingDay,
  plusDays,
  plusMonths,
  weekday,
  workingDaysBetween,
} from './day.ts'

/** Two published years; 2026-02-14 is a worked Saturday, 2026-02-16 to 02-20 are off. */
const calendar: Calendar = [
  { year: 2025, off: ['2025-01-01'], work: [], source: 'test' },
  {
    year: 2026,
    off: ['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    work: ['2026-02-14'],
    source: 'test',
  },
]

const day = (from: Day, to: Day) => fc.integer({ min: 0, max: daysBetween(from, to) }).map((days) => plusDays(from, days))
const published = day('2025-01-01', '2026-08-31')

test('a day is text that names a real date', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const no of ['2023-02-29', '2026-13-01', '2026-1-1', '2026-11-23T00:00:00Z', '']) expect(isDay(no)).toBe(false)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-11-23', -11, '2025-12-23'],
  ['2026-01-15', -1, '2025-12-15'],
] as const)('%s and %i months are %s', (from, months, to) => expect(plusMonths(from, months)).toBe(to))

test.each([
  ['1966-11-24', '2026-11-23', 59],
  ['1966-11-24', '2026-11-24', 60],
  ['1966-11-24', '2027-11-23', 60],
  ['1966-11-24', '2027-11-24', 61],
  ['2004-02-29', '2025-02-28', 20],
  ['2004-02-29', '2025-03-01', 21],
  ['2004-02-29', '2028-02-28', 23],
  ['2004-02-29', '2028-02-29', 24],
  ['1966-11', '2026-10-31', 59],
  ['1966-11', '2026-11-01', 60],
] as const)('born %s, on %s one is %i', (born, on, age) => expect(ageOn(born, on)).toBe(age))

test.each([
  ['2026-02-13', true, 'an ordinary Friday'],
  ['2026-02-14', true, 'a worked Saturday'],
  ['2026-02-15', false, 'an ordinary Sunday'],
  ['2026-02-16', false, 'a Monday that is off'],
  ['2027-01-04', undefined, 'a Monday of a year that is not published'],
  ['2027-01-02', undefined, 'a Saturday of that year, for it may be worked'],
  ['2027-01-01', false, "New Year's Day, off in every year"],
  ['2027-10-01', false, 'National Day, off in every year'],
] as const)('%s is worked: %s (%s)', (on, worked, _) => expect(isWorking(calendar, on)).toBe(worked))

test('no working day passes in a period of none', () => {
  expect(afterWorkingDays(calendar, '2026-02-13', 0)).toEqual({ day: '2026-02-13', provisional: false })
  expect(afterWorkingDays(calendar, '2026-02-15', 0, { countFirst: true })).toEqual({ day: '2026-02-15', provisional: false })
})

test('a first day that is off does not count, even where the first day counts', () => {
  expect(afterWorkingDays(calendar, '2026-02-15', 1, { countFirst: true }).day).toBe('2026-02-23')
  expect(afterWorkingDays(calendar, '2026-02-14', 1, { countFirst: true }).day).toBe('2026-02-14')
})

test('a deadline is provisional exactly when it had to ask about an unpublished day', () => {
  expect(afterWorkingDays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false })
  expect(afterWorkingDays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-04', provisional: true })
})

test('a roll-forward stays on a worked day and leaves others', () => {
  expect(nextWorkingDay(calendar, '2026-02-14').day).toBe('2026-02-14')
  expect(nextWorkingDay(calendar, '2026-02-15').day).toBe('2026-02-23')
  expect(nextWorkingDay(calendar, '2027-01-01')).toEqual({ day: '2027-01-04', provisional: true })
})

test('deadlines always fall on a worked day', () => {
  fc.assert(
    fc.property(
      published,
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (from, count, countFirst) => isWorking(calendar, afterWorkingDays(calendar, from, count, { countFirst }).day) === true
    )
  )
})

test('a later start or a longer period never ends earlier', () => {
  fc.assert(
    fc.property(
      published,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.boolean(),
      (from, count, more, countFirst) => {
        const end = (start: Day, days: number) => afterWorkingDays(calendar, start, days, { countFirst }).day
        expect(end(plusDays(from, more), Math.max(1, count)) >= end(from, Math.max(1, count))).toBe(true)
        expect(end(from, count + more) >= end(from, count)).toBe(true)
      }
    )
  )
})

test('two periods one after the other are one period of their sum', () => {
  fc.assert(
    fc.property(published, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), (from, first, second) => {
      const between = afterWorkingDays(calendar, from, first).day
      expect(afterWorkingDays(calendar, between, second).day).toBe(afterWorkingDays(calendar, from, first + second).day)
    })
  )
})

test('counting the first day ends one working day earlier when that day is worked', () => {
  fc.assert(
    fc.property(
      published.filter((from) => isWorking(calendar, from) === true),
      fc.integer({ min: 1, max: 30 }),
      (from, count) => {
        expect(afterWorkingDays(calendar, from, count, { countFirst: true }).day).toBe(afterWorkingDays(calendar, from, count - 1).day)
      }
    )
  )
})

test('the working days between two days are the period that leads from one to the other', () => {
  fc.assert(
    fc.property(published, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const end = afterWorkingDays(calendar, from, count).day
      expect(workingDaysBetween(calendar, from, end)).toBe(count)
      expect(workingDaysBetween(calendar, end, from)).toBe(-count)
    })
  )
})

test("days and weekdays are those of the calendar, whatever the machine's time zone", () => {
  fc.assert(
    fc.property(day('1900-01-01', '2100-12-31'), fc.integer({ min: -40000, max: 40000 }), (from, days) => {
      expect(daysBetween(from, plusDays(from, days))).toBe(days)
      expect(weekday(plusDays(from, days))).toBe((((weekday(from) + days) % 7) + 7) % 7)
    })
  )
})

test.each([
  ['2026-11-23', '2026-11-23T01:00:00.000Z', '2026-11-23T01:00:00.000Z', 'not moved'],
  ['2026-11-23', '2026-11-27T10:20:00.000Z', '2026-11-23T10:20:00.000Z', 'four days back'],
  ['2027-02-01', '2026-11-27T15:59:00.000Z', '2027-02-01T15:59:00.000Z', 'a minute before midnight in the city'],
  ['2027-02-01', '2026-11-27T16:00:00.000Z', '2027-01-31T16:00:00.000Z', 'midnight in the city, still the day before in Greenwich'],
])('on %s at %s it is %s: %s', (today, now, is) => expect(instantOn(today, new Date(now)).toISOString()).toBe(is))
