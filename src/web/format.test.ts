import { expect, test } from 'vitest'
import {
  amount,
  chineseNumber,
  difference,
  instantOf,
  money,
  percent,
  shortDay,
  shortHash,
  sizeOf,
  stripDay,
  timeOf,
  weekdayOf,
} from './format.ts'

test('a day of the present year is written without its year', () => {
  expect(shortDay('2026-11-23', '2026-12-31')).toBe('11-23')
  expect(shortDay('2027-01-06', '2026-12-31')).toBe('2027-01-06')
})

test('the strip names the month on its first day only', () => {
  expect(stripDay('2026-11-30')).toBe('30')
  expect(stripDay('2026-12-01')).toBe('12-1')
})

test("instants are shown in the city's own time, also across midnight", () => {
  expect(timeOf('2026-11-23T06:32:08Z')).toBe('14:32')
  expect(instantOf('2026-11-23T16:00:00Z')).toBe('2026-11-24 00:00:00')
})

test('money has two decimals and thousands', () => {
  expect(money(1286.4)).toBe('1,286.40')
  expect(money('0')).toBe('0.00')
  expect(amount(1600)).toBe('1,600')
})

test('percent has one decimal where it decides', () => {
  expect(percent(0.531)).toBe('53%')
  expect(percent(0.531, true)).toBe('53.1%')
})

test('a difference is signed and absent where nothing was declared', () => {
  expect(difference(1600, 1380)?.text).toBe('−13.8%')
  expect(difference(154.2, 154.2)?.text).toBe('0%')
  expect(difference(100, 101.9)?.text).toBe('+1.9%')
  expect(difference(0, 3)).toBeNull()
})

test('article numbers are written as in the text', () => {
  expect([2, 10, 11, 20, 22].map(chineseNumber)).toEqual(['二', '十', '十一', '二十', '二十二'])
})

test('hashes, sizes and weekdays are short', () => {
  expect(shortHash('7f3a9bc0d1e2f3a4ffff')).toBe('7f3a-9bc0-d1e2-f3a4')
  expect(sizeOf(838_861)).toBe('819 KB')
  expect(weekdayOf('2026-11-23')).toBe('1')
})
