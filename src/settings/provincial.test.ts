import { expect, test } from 'vitest'
import { benchmarks, type Condition, enteredConditions, provincialSet, readinessOf } from './provincial.ts'

const set = (...conditions: Condition[]) => ({ id: 't', words: { zh: '', en: '' }, source: { zh: '', en: '' }, verified: false, conditions })
const outcome = (condition: Condition, known: object) => readinessOf(set(condition), known).gaps[0]

test('Art. 12: the provincial set ships empty and unverified', () => {
  expect(provincialSet([])).toMatchObject({ verified: false, conditions: [], source: { zh: expect.stringContaining('待核') } })
  expect(readinessOf(provincialSet([]), { area: 9999 })).toMatchObject({ gaps: [], met: 0, share: null })
})

test('Art. 12: what the authority enters is read, what is not understood is told', () => {
  expect(enteredConditions(['equipmentValue>=1000', ' area ≥ 500.5 ', 'beauty>=3', 'area=5', 'area>=-1'])).toEqual({ conditions: [{ metric: 'equipmentValue', least: 1000 }, { metric: 'area', least: 500.5 }], unknown: ['beauty>=3', 'area=5', 'area>=-1'] })
  expect(provincialSet(['area>=500'])).toMatchObject({ verified: true, conditions: [{ metric: 'area', least: 500 }] })
})

test.each([
  [399.99, 'notMet', 0.01], [400, 'met', null], [401, 'met', null], [null, 'notEvaluated', null],
] as const)('Art. 12: an area of %s against 400 is %s, missing %s', (area, found, missing) => {
  const gap = outcome({ metric: 'area', least: 400 }, { area })
  expect([gap?.verdict.outcome, gap?.missing, gap?.verdict.law]).toEqual([found, missing, 'Art. 12'])
})

test.each([
  [30, 0, 'met'], [29, 50, 'met'], [29, 49.99, 'notMet'], [0, null, 'notMet'], [null, 50, 'met'], [null, null, 'notEvaluated'],
] as const)('Art. 12: %s services or %s received: %s', (services, income, found) =>
  expect(outcome({ metric: 'servicesInThreeYears', least: 30, instead: { metric: 'incomeInThreeYears', least: 50 } }, { servicesInThreeYears: services, incomeInThreeYears: income })?.verdict.outcome).toBe(found))

test('Art. 12: the share is the mean of what is reached, at most one each', () => {
  const { share, met } = readinessOf(set({ metric: 'area', least: 400 }, { metric: 'fullTimeStaff', least: 10 }), { area: 4000, fullTimeStaff: 5 })
  expect([share, met]).toEqual([0.75, 1])
})

test('Art. 12: benchmarks say where they come from and are never taken for the provincial text', () => {
  for (const one of benchmarks) expect([one.verified, one.source.zh.length > 5, one.conditions.length > 0]).toEqual([false, true, true])
})
