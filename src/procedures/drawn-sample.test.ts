import { expect, test } from 'vitest'
import fc from '../../test/chance.ts'
import { drawSample, sampleSize } from './drawn-sample.ts'

const seed = (at: number) => at.toString(16).padStart(64, 'a')
const items = Array.from({ length: 37 }, (_, at) => `services.r${at}`)

test.each([[0, 0], [1, 1], [9, 1], [10, 1], [11, 2], [100, 10], [101, 11]])('setting:assess.sampleShare: of %i items %i are drawn, no less than a tenth', (count, size) => expect(sampleSize(count, 0.1)).toBe(size))

test('the same list and seed give the same sample, in whatever order the list was written; another seed gives another', () => {
  fc.assert(fc.property(fc.shuffledSubarray(items, { minLength: items.length }), fc.nat({ max: 1000 }), (shuffled, at) => { expect(drawSample(shuffled, 0.1, seed(at))).toEqual(drawSample(items, 0.1, seed(at))) }), { numRuns: 30 })
  expect(new Set(Array.from({ length: 50 }, (_, at) => drawSample(items, 0.1, seed(at)).drawn.join())).size).toBeGreaterThan(40)
})

test('every item is drawn about as often as any other', () => {
  const counts = new Map(items.map((item) => [item, 0]))
  for (let at = 0; at < 2000; at++) for (const item of drawSample(items, 0.1, seed(at)).drawn) counts.set(item, counts.get(item)! + 1)
  // 4 of 37 in 2000 draws: 216 expected; five standard deviations are 70.
  expect(Math.max(...counts.values()) - 216).toBeLessThan(70)
  expect(216 - Math.min(...counts.values())).toBeLessThan(70)
})
