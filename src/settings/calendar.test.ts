import chineseDays from 'chinese-days'
import { expect, test } from 'vitest'
import { afterWorkingDays, type Day, isWorking, plusDays, weekday } from '../kernel/day.ts'
import { calendar } from './calendar.ts'

const daysOf = (year: number): Day[] => {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = plusDays(day, 1)) days.push(day)
  return days
}

test.each([2023, 2024, 2025, 2026])('every day of %i is worked or not as a second source has it', (year) => {
  const differing = daysOf(year).filter((day) => isWorking(calendar, day) !== chineseDays.isWorkday(day))
  expect(differing).toEqual([])
})

test('2026 has the make-up days and days off of its notice', () => {
  const weekend = (day: Day) => [0, 6].includes(weekday(day))
  const days = daysOf(2026)
  expect(days.filter((day) => weekend(day) && isWorking(calendar, day))).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
  const span = (from: Day, to: Day) => days.filter((day) => day >= from && day <= to)
  const off = [
    ['01-01', '01-03'],
    ['02-15', '02-23'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['06-19', '06-21'],
    ['09-25', '09-27'],
    ['10-01', '10-07'],
  ].flatMap(([from, to]) => span(`2026-${from}`, `2026-${to}`))
  expect(calendar.find(({ year }) => year === 2026)?.off).toEqual(off)
})

test('each published year says where it was published', () => {
  expect(calendar.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026])
  for (const { source } of calendar) expect(source).toMatch(/国办发明电〔20\d\d〕\d+号.* https:\/\/www\.gov\.cn\//)
})

test.each([
  ['2024-10-22', '2024-10-28', '2024-10-29', 'the Changchun notice'],
  ['2025-08-13', '2025-08-19', '2025-08-20', 'the Zhoushan notice'],
  ['2025-10-31', '2025-11-06', '2025-11-07', 'the Changzhi notice'],
  ['2025-09-28', '2025-10-10', '2025-10-11', 'from a make-up Sunday, to a make-up Saturday'],
  ['2026-02-13', '2026-02-26', '2026-02-27', 'across the Spring Festival, with a worked Saturday'],
  ['2026-04-30', '2026-05-09', '2026-05-11', 'to a worked Saturday'],
  ['2026-09-30', '2026-10-12', '2026-10-13', 'across the National Day'],
  ['2026-11-23', '2026-11-27', '2026-11-30', 'an ordinary week'],
] as const)('five working days from %s end on %s with the first day counted, on %s without (%s)', (from, inclusive, exclusive, _) => {
  expect(afterWorkingDays(calendar, from, 5, { countFirst: true })).toEqual({ day: inclusive, provisional: false })
  expect(afterWorkingDays(calendar, from, 5)).toEqual({ day: exclusive, provisional: false })
})

test("what runs into 2027 is provisional, and New Year's Day is off all the same", () => {
  expect(afterWorkingDays(calendar, '2026-12-31', 5, { countFirst: true }).provisional).toBe(true)
  expect(afterWorkingDays(calendar, '2026-12-31', 5).provisional).toBe(true)
  expect(afterWorkingDays(calendar, '2026-12-31', 1, { countFirst: true })).toEqual({ day: '2026-12-31', provisional: false })
  expect(isWorking(calendar, '2027-01-01')).toBe(false)
  expect(isWorking(calendar, '2027-01-04')).toBeUndefined()
})

test('the Measures took effect on a day off', () => expect(isWorking(calendar, '2023-01-21')).toBe(false))
