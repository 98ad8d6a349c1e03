import { expect, test } from 'vitest'
import { canHold, textOf, valueFrom } from './values.ts'

const kinds = [{ value: 'line', words: { zh: '中试线/成套', en: 'Pilot line' } }, { value: 'test', words: { zh: '通用计量检测', en: 'Testing' } }]

test.each([['1,286.40', 1286.4], ['１２３．５', 123.5], ['380 万元', 380], ['-2.5', -2.5], ['.5', 0.5]])('money written %s is %d', (written, value) => {
  expect(valueFrom({ type: 'money' }, written)).toBe(value)
})

test('a half-written number stays as it is written', () => {
  expect(valueFrom({ type: 'money' }, '12 万多')).toBe('12 万多')
  expect(valueFrom({ type: 'integer' }, '-')).toBe('-')
})

test.each(['2024-3-2', '2024/3/2', '2024.03.02', '20240302', '2024年3月2日', '2024/3/2 0:00'])('the day %s is 2024-03-02', (written) => {
  expect(valueFrom({ type: 'date' }, written)).toBe('2024-03-02')
})

test('a month is known by its own writing and from a day', () => {
  for (const written of ['2024-3', '2024/3/1', '202403', '2024年3月']) expect(valueFrom({ type: 'month' }, written)).toBe('2024-03')
})

test('a choice is known by its code and by its name in both languages', () => {
  for (const written of ['line', '中试线/成套', 'pilot LINE']) expect(valueFrom({ type: 'enum', options: kinds }, written)).toBe('line')
  expect(canHold({ type: 'enum', options: kinds }, valueFrom({ type: 'enum', options: kinds }, '别的'))).toBe(false)
})

test('yes and no are known as people tick them', () => {
  expect(['是', '√', 'Yes', '1'].map((written) => valueFrom({ type: 'bool' }, written))).toEqual([true, true, true, true])
  expect(['否', '无', 'FALSE', '0'].map((written) => valueFrom({ type: 'bool' }, written))).toEqual([false, false, false, false])
})

test('text keeps its blanks while it is written, and nothing is null', () => {
  expect(valueFrom({ type: 'text' }, '碳纤维 ')).toBe('碳纤维 ')
  expect(valueFrom({ type: 'text' }, '   ')).toBeNull()
})

test('money is shown with thousands and two decimals, a year without', () => {
  expect(textOf({ type: 'money' }, 1286.4)).toBe('1,286.40')
  expect(textOf({ type: 'year' }, 2024)).toBe('2024')
  expect(textOf({ type: 'money' }, '12 万多')).toBe('12 万多')
})
