import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import { rubric2026 } from '../../settings/rubric-2026.ts'
import { type Contender, dimensionMean, rankedByRule, reasonsDue, reasonsMissing, type TieStep } from './panel-review.ties.ts'

const steps: readonly TieStep[] = ['technical', 'site', 'chair']
const sheets = (...totals: number[]) => totals.map((total, at) => ({ expert: `E${at + 1}`, total }))

test('setting:score.alarm: fifteen points from the median ask for nothing, a hundredth more asks for a reason', () => {
  expect(reasonsDue(sheets(70, 85, 100), 15)).toEqual([])
  expect(reasonsDue(sheets(69.99, 85, 85), 15)).toEqual([{ expert: 'E1', total: 69.99, median: 85, apart: 15.01 }])
  expect(reasonsDue(sheets(92, 85, 88, 60, 79, 81, 90), 15).map(({ expert }) => expert)).toEqual(['E4'])
  // 85.1 − 70.1 is not 15 in binary fractions.
  expect(reasonsDue(sheets(70.1, 85.1, 85.1), 15)).toEqual([])
  expect(reasonsDue([], 15)).toEqual([])
  expect(reasonsMissing(sheets(60, 85, 85), 15, { E1: ' ' }).map(({ expert }) => expert)).toEqual(['E1'])
  expect(reasonsMissing(sheets(60, 85, 85), 15, { E1: '设备未见' })).toEqual([])
})

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)

test('who owes a reason is the same by rational arithmetic and in every order of the sheets', () => {
  fc.assert(fc.property(fc.array(score, { minLength: 1, maxLength: 9 }).chain((scores) => fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores.map((_, at) => at), { minLength: scores.length }))), fc.integer({ min: 1, max: 40 }), ([scores, order], alarm) => {
    const all = sheets(...scores)
    const exact = scores.map((one) => BigInt(Math.round(one * 100)))
    const sorted = exact.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    // Twice everything, so that the mean of two middle scores stays whole.
    const twice = sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!
    const far = all.filter((_, at) => { const apart = 2n * exact[at]! - twice; return (apart < 0n ? -apart : apart) > 200n * BigInt(alarm) }).map(({ expert }) => expert).sort()
    expect(reasonsDue(all, alarm).map(({ expert }) => expert)).toEqual(far)
    expect(reasonsDue(order.map((at) => all[at]!), alarm)).toEqual(reasonsDue(all, alarm))
  }))
})

test('the technical dimension is trimmed as the total is', () => {
  const technical = rubric2026.dimensions.find(({ no }) => no === 4)!.items
  const sheet = (points: number) => ({ items: { '4.1': points, '4.2': 0, '4.3': 1, '1.1': 6 } })
  expect(dimensionMean([8, 7, 6, 2, 0].map(sheet), technical, 5)).toBe(6)
  expect(dimensionMean([], technical, 5)).toBeUndefined()
})

const place = (contenders: Contender[], by = steps) => rankedByRule(contenders, by).map(({ about, rank, by: decided }) => `${rank} ${about} ${decided}`)

test('setting:score.ties: the score, then the technical dimension, then the site, then the chair; who is still equal shares the rank', () => {
  expect(place([{ about: 'a', score: 80 }, { about: 'b', score: 80.01 }])).toEqual(['1 b score', '2 a score'])
  expect(place([{ about: 'a', score: 80, technical: 15 }, { about: 'b', score: 80, technical: 15.01 }, { about: 'c', score: 70 }])).toEqual(['1 b technical', '2 a technical', '3 c score'])
  expect(place([{ about: 'a', score: 80, technical: 15, site: 81 }, { about: 'b', score: 80, technical: 15, site: 82 }])).toEqual(['1 b site', '2 a site'])
  expect(place([{ about: 'a', score: 80, technical: 15, site: 81, chair: 2 }, { about: 'b', score: 80, technical: 15, site: 81, chair: 1 }])).toEqual(['1 b chair', '2 a chair'])
  expect(rankedByRule([{ about: 'b', score: 80 }, { about: 'a', score: 80 }, { about: 'c', score: 70 }], steps)).toEqual([
    { about: 'a', rank: 1, by: 'score', tied: ['b'] }, { about: 'b', rank: 1, by: 'score', tied: ['a'] }, { about: 'c', rank: 3, by: 'score', tied: [] }])
})

test('a step that one of the tied lacks tells nothing: nobody wins by a missing value', () => {
  expect(place([{ about: 'a', score: 80, technical: 15, site: 99 }, { about: 'b', score: 80, technical: 15 }])).toEqual(['1 a score', '1 b score'])
  expect(place([{ about: 'a', score: 80, technical: 15 }, { about: 'b', score: 80, technical: 16 }], ['site'])).toEqual(['1 a score', '1 b score'])
})

const contenders = fc.array(fc.record({ score: fc.constantFrom(80, 80.01, 0.1 + 0.2, 0.3), technical: fc.option(fc.constantFrom(15, 15.5), { nil: undefined }), site: fc.option(fc.constantFrom(80, 81), { nil: undefined }), chair: fc.option(fc.constantFrom(1, 2), { nil: undefined }) }), { minLength: 1, maxLength: 9 })
  .map((all) => all.map((one, at): Contender => ({ ...one, about: `RD-${at}` })))

test('in every order of the applications the ranking is the same, ranks skip nobody, and a better score never stands lower', () => {
  fc.assert(fc.property(contenders.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
    const ranked = rankedByRule(all, steps)
    expect(rankedByRule(shuffled, steps)).toEqual(ranked)
    expect(ranked).toHaveLength(all.length)
    for (const { about, rank, tied } of ranked) {
      expect(rank).toBe(1 + ranked.filter((other) => other.rank < rank).length)
      expect(ranked.filter((other) => other.rank === rank).map((other) => other.about).sort()).toEqual([about, ...tied].sort())
      const mine = all.find((one) => one.about === about)!
      for (const other of all) if (BigInt(Math.round(other.score * 100)) > BigInt(Math.round(mine.score * 100))) expect(ranked.find((one) => one.about === other.about)!.rank).toBeLessThan(rank)
    }
  }))
})
