import { expect, test } from 'vitest'
import { divisionOf, divisions, placeNames } from './divisions.ts'
import { fields, hostTypes, legalFormOf, listedFields, provincialChains, riskClasses } from './fields.ts'

test('there are two districts, eight counties and one county-level city', () => {
  const count = (kind: string) => divisions.filter((division) => division.kind === kind).length
  expect([count('district'), count('county'), count('countyLevelCity')]).toEqual([2, 8, 1])
})

test('140726, the county before 2019, is Taigu District', () => {
  expect(divisionOf('140726')?.words.zh).toBe('太谷区')
  expect(divisionOf('140703')?.words.zh).toBe('太谷区')
  expect(divisionOf('140700')).toBeUndefined()
})

test('place names are told short, one-character names in full', () => {
  expect(placeNames).toContain('榆次')
  expect(placeNames).toContain('祁县')
  expect(placeNames).not.toContain('祁')
})

test('twelve fields, eleven of them listed; sixteen chains; six risk classes; seven kinds of host', () => {
  expect([fields.length, listedFields.length, provincialChains.length, riskClasses.length, hostTypes.length]).toEqual([12, 11, 16, 6, 7])
  expect(listedFields).not.toContain('other')
  for (const list of [fields, provincialChains, riskClasses, hostTypes]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
})

test('the kind of host says its legal form', () => {
  expect(legalFormOf('enterprise')).toBe('legalPerson')
  expect(legalFormOf('specialInstitute')).toBe('special')
  expect(legalFormOf(undefined)).toBeUndefined()
})
