import { expect, test } from 'vitest'
import fc from '../../test/chance.ts'
import { composite, dispersed, median, trimmedMean } from './scores.ts'
import { settingsOn } from './settings.ts'

const { 'score.trimFrom': trimFrom, 'score.alarm': alarm, 'score.meetingWeight': weight } = settingsOn('2026-11-23', [])
const vector = [92, 85, 88, 60, 79, 81, 90]

test('the vector: 92 and 60 are dropped, the rest is 84.60, and 60 raises the alarm', () => {
  expect(trimmedMean(vector, trimFrom)).toBe(84.6)
  expect(median(vector)).toBe(85)
  expect(dispersed(vector, alarm)).toEqual([3])
})

test.each([
  [[], undefined, 'no sheet'],
  [[70], 70, 'one'],
  [[60, 70, 80, 95], 76.25, 'four: nothing is dropped'],
  [[60, 70, 80, 90, 95], 80, 'five: one high and one low go'],
  [[90, 90, 90, 60, 60], 80, 'of equal extremes only one goes'],
  [[66, 67, 67], 66.67, 'rounded up'],
  [[66, 66, 67], 66.33, 'rounded down'],
  [[0.01, 0.02], 0.02, 'half goes up'],
] as const)('the mean of %j is %s (%s)', (scores, mean, _) => expect(trimmedMean(scores, trimFrom)).toBe(mean))

test('15 points from the median are no alarm, a hundredth more is', () => {
  expect(dispersed([70, 85, 100], alarm)).toEqual([])
  expect(dispersed([69.99, 85, 85], alarm)).toEqual([0])
})

test.each([
  [82.46, 86.5, 84.08, 'half of a hundredth goes up'],
  [70, 70, 70, 'equal parts'],
  [84.6, 0, 50.76, 'one part alone'],
] as const)('panel %d and site %d make %d (%s)', (meeting, site, total, _) => expect(composite(meeting, site, weight)).toBe(total))

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
const sheets = fc.array(score, { minLength: 1, maxLength: 15 })

/** Rational arithmetic on big integers: hundredths, rounded half up. */
const rounded = (above: bigint, below: bigint) => Number((2n * above + below) / (2n * below)) / 100
const exact = (value: number) => BigInt(Math.round(value * 100))

test('the mean equals rational arithmetic', () => {
  fc.assert(
    fc.property(sheets, (scores) => {
      const sorted = scores.map(exact).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      const kept = scores.length >= trimFrom ? sorted.slice(1, -1) : sorted
      expect(trimmedMean(scores, trimFrom)).toBe(
        rounded(
          kept.reduce((sum, one) => sum + one, 0n),
          BigInt(kept.length)
        )
      )
    })
  )
})

test('the order of the sheets does not matter', () => {
  fc.assert(
    fc.property(
      sheets.chain((scores) => fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: scores.length }))),
      ([scores, shuffled]) => {
        expect(trimmedMean(shuffled, trimFrom)).toBe(trimmedMean(scores, trimFrom))
      }
    )
  )
})

test('the mean lies within the scores, and a better sheet never lowers it', () => {
  fc.assert(
    fc.property(sheets, fc.nat(14), score, (scores, at, other) => {
      const mean = trimmedMean(scores, trimFrom)!
      expect(mean >= Math.min(...scores) && mean <= Math.max(...scores)).toBe(true)
      const place = at % scores.length
      const better = scores.with(place, Math.max(scores[place]!, other))
      expect(trimmedMean(better, trimFrom)! >= mean).toBe(true)
    })
  )
})

test('the composite equals rational arithmetic', () => {
  fc.assert(
    fc.property(score, score, fc.integer({ min: 0, max: 100 }), (meeting, site, percent) => {
      const share = BigInt(percent)
      expect(composite(meeting, site, percent / 100)).toBe(rounded(exact(meeting) * share + exact(site) * (100n - share), 100n))
    })
  )
})
