import { expect, test } from 'vitest'
import { engines } from './engines.ts'

test('no paper is numbered in the series of a case: the cases of a series are counted without a gap', () => {
  const prefixes = Object.values(engines).map(({ prefix }) => prefix)
  const serials = Object.values(engines).flatMap(({ procedure, papers }) => (papers ?? []).flatMap(({ kind, serial }) => (serial ? [{ procedure, kind, serial }] : [])))
  expect(new Set(prefixes).size).toBe(prefixes.length)
  expect(serials.length).toBeGreaterThan(20)
  expect(serials.filter(({ serial }) => prefixes.includes(serial))).toEqual([])
})
