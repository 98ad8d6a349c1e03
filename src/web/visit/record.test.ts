import { expect, test } from 'vitest'
import { differenceOf, isAnswered } from './record.ts'

test('exactly a tenth off is no difference to explain, a little more is', () => {
  expect(differenceOf(1000, '900', 0.1)?.over).toBe(false)
  expect(differenceOf(1000, '899', 0.1)).toMatchObject({ over: true, text: '−10.1%' })
  expect(differenceOf(1000, '', 0.1)).toBeNull()
  expect(differenceOf(undefined, '5', 0.1)).toBeNull()
})

test('a figure needs its verified value, a confirmation only its result', () => {
  const words = { zh: '', en: '' }
  const record = { verified: '', result: 'conforms' as const, note: '', at: '' }
  expect(isAnswered({ id: 'S1.1', kind: 'figure', words }, record)).toBe(false)
  expect(isAnswered({ id: 'S1.3', kind: 'confirm', words }, record)).toBe(true)
})
