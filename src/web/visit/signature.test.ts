import { expect, test } from 'vitest'
import { lineThrough, signed, strokeOf } from './signature.ts'

test('a stroke keeps whole points within the box, without those that add nothing', () => {
  expect(strokeOf([10.4, 20.6, 10.6, 20.9, 40, 50, 900, -5])).toEqual([10, 21, 40, 50, 300, 0])
  expect(strokeOf([10, 20])).toBeNull()
  expect(strokeOf([10, 20, 10.5, 20.5])).toBeNull()
})

test('a long stroke stays small', () => {
  const long = Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? (at * 3) % 300 : (at * 7) % 100))
  expect(strokeOf(long)?.length).toBeLessThanOrEqual(320)
  expect((strokeOf(long)?.length ?? 1) % 2).toBe(0)
})

test('signed is who wrote or confirmed; points become a line', () => {
  expect([signed({}), signed({ strokes: [] }), signed({ strokes: [[1, 2, 3, 4]] }), signed({ typed: true })]).toEqual([false, false, true, true])
  expect(lineThrough([1, 2, 3, 4])).toBe('1,2 3,4')
})
