import { expect, test } from 'vitest'
import fc from '../../test/chance.ts'
import { amountOf, hundredthsOf, roundedDown, shareOf, sumOf } from './money.ts'

test.each([['1286.40', 128640], ['0.1', 10], ['0', 0], ['999999999.99', 99999999999], ['1.234', undefined], ['-1', undefined], ['1,286', undefined], ['', undefined], ['1.', undefined], [' 30.00 ', 3000]] as const)('%j is %s hundredths', (text, hundredths) =>
  expect(hundredthsOf(text)).toBe(hundredths))

test('an amount is said as it was written', () => fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (hundredths) => { expect(hundredthsOf(amountOf(hundredths))).toBe(hundredths) })))
test('a difference below zero keeps its sign', () => expect([amountOf(-5), amountOf(-150)]).toEqual(['-0.05', '-1.50']))
test('ten times a tenth is one', () => expect(sumOf(Array.from({ length: 10 }, () => '0.10'))).toBe(100))

test.each([[10_000, 0.3, 3000], [10_001, 0.3, 3000], [33, 0.1, 3], [99_999_999_999, 1, 99_999_999_999]] as const)('of %i the share %s is %i', (amount, share, part) => expect(shareOf(amount, share)).toBe(part))
test.each([[3049, 0.1, 3040], [3050, 0.1, 3050], [3049, 0.01, 3049], [3049, 1, 3000]] as const)('%i is rounded down to %s: %i', (amount, step, rounded) => expect(roundedDown(amount, step)).toBe(rounded))
