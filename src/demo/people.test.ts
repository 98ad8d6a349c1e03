import { expect, test } from 'vitest'
import { listedFields } from '../settings/fields.ts'
import { demoKeys } from './applications.ts'
import { demoExperts, demoPeople, nameFor, personOf } from './people.ts'
import { seeded } from './seeded.ts'

test('everybody has a name and a user name of their own', () => {
  const all = [...demoPeople, ...demoExperts]
  expect(demoPeople.length).toBeGreaterThanOrEqual(80)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(new Set(all.map(({ username }) => username)).size).toBe(all.length)
  for (const { name, bornYear } of all) {
    expect(name).toMatch(/^[\u4e00-\u9fff]{2,4}$/u)
    expect(bornYear).toBeGreaterThan(1955)
    expect(bornYear).toBeLessThan(2000)
  }
})

test('every user name of the demo world is there', () => {
  const wanted = [
    'city.officer',
    'city.officer2',
    'city.lead',
    'city.supervisor',
    'county.yuci',
    'county.yuci.lead',
    'county.taigu',
    'county.taigu.lead',
    'county.lingshi',
    'county.lingshi.lead',
    'host.carbon',
    'host.iron',
    'host.coke',
    'partner.univ',
    'director.carbon',
    'client.auto',
    'sysadmin',
    'secadmin',
    'auditor',
  ]
  for (const username of [...wanted, ...demoKeys.flatMap((key) => [`host.${key}`, `director.${key}`])])
    expect(personOf(username).username).toBe(username)
  expect(() => personOf('nobody')).toThrow('nobody')
})

test('a panel can be drawn in every field: thirty experts, enough of each field, a third from outside', () => {
  expect(demoExperts.map(({ username }) => username)).toEqual(
    Array.from({ length: 30 }, (_, i) => `expert.${String(i + 1).padStart(2, '0')}`),
  )
  expect(demoExperts.every(({ employer }) => employer.endsWith('（演示）'))).toBe(true)
  expect(demoExperts.filter(({ inCity }) => !inCity).length).toBeGreaterThanOrEqual(10)
  for (const field of listedFields)
    expect(demoExperts.filter(({ fields }) => fields.includes(field)).length, field).toBeGreaterThanOrEqual(3)
  expect(demoExperts.flatMap(({ fields }) => fields).filter((field) => !(listedFields as readonly string[]).includes(field))).toEqual([])
  expect(new Set(demoExperts.map(({ kind }) => kind))).toEqual(new Set(['technical', 'finance', 'management', 'safety']))
})

test('names are drawn alike from alike seeds and never twice into one list', () => {
  const draw = (seed: string) => {
    const used = new Set<string>()
    const random = seeded(seed)
    return Array.from({ length: 40 }, () => nameFor(random, 'female', used))
  }
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
  expect(new Set(draw('a')).size).toBe(40)
})
