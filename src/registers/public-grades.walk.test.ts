/** Grades, ladder and work in public, against an independent count in SQL: no points, no person, nothing before it was announced. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Base, graded, recognisedBases } from '../../test/bases.ts'
import { type Casework, casework } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { rowsOf, sql } from '../platform/query.ts'
import type { GradedYear, PublicWork, Rung } from './public-grades.ts'

let town: Town
let work: Casework
let carbon: Base, iron: Base, gears: Base
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  ;[carbon, iron, gears] = await recognisedBases(town, work, ['carbon', 'iron', 'gears'])
  await graded(work, carbon, [2023, 'good'], [2024, 'excellent'])
  await graded(work, iron, [2024, 'poor'])
  await graded(work, gears, [2023, null, 'deferred'], [2024, null, 'absent'])
  await work.asSystem(carbon.base, 'applyMatter', { matter: carbon.id, number: 'ZD-2026-0001', code: 'M13', effectiveOn: '2026-12-01', changes: { promoted: 'ministry' } })
  const service = { id: 's1', client: '晋中甲公司', place: '晋中', inCity: true, related: false, kind: 'performance', pureTesting: false, project: '中试', amount: 50, received: 10, from: '2026-02-01', to: '2026-03-01', result: 'report' }
  await (await town.as('host.iron')).did(iron.base, 'keepTable', { table: 'services', put: [service, { ...service, id: 's2', client: '太原乙公司', inCity: false }, { ...service, id: 's3', client: '自家公司', related: true }], drop: [] })
})
afterAll(() => town.close())

const grades = async () => (await town.anyone.call<{ years: GradedYear[] }>('GET', '/api/public/grades')).body.years

test('Art. 18: year by year, the latest first, the best first; a year without a grade is counted and not named', async () => {
  expect((await grades()).map(({ year, counts, others, rows }) => [year, counts, others, rows.map(({ id, grade }) => [id, grade])])).toEqual([
    [2024, { excellent: 1, good: 0, fair: 0, poor: 1 }, 1, [[carbon.number, 'excellent'], [iron.number, 'poor']]],
    [2023, { excellent: 0, good: 1, fair: 0, poor: 0 }, 1, [[carbon.number, 'good']]],
  ])
  const csv = String((await town.anyone.call('GET', '/api/public/grades.csv')).body)
  expect(csv.trim().split('\n')).toHaveLength(4)
  expect(csv).toContain(`2024,${carbon.number}`)
})

test('a base that is revoked keeps the grade of its year and shows that it is gone; a base’s page has its own years', async () => {
  await work.asSystem(iron.base, 'revoke', { case: iron.id, number: 'CX-2026-0001', grounds: ['Art. 19(4)'], documentNo: '市科字〔2026〕9号' })
  expect((await grades())[0]?.rows.find(({ id }) => id === iron.number)).toMatchObject({ grade: 'poor', status: 'revoked' })
  const base = (await town.anyone.call<{ grades: { year: number; grade: string | null }[] }>('GET', `/api/public/bases/${carbon.number}`)).body
  expect(base.grades.map(({ year, grade }) => [year, grade])).toEqual([[2023, 'good'], [2024, 'excellent']])
})

test('Art. 12: each rung counts who has reached it; work of bases that stand, without related parties', async () => {
  const { ladder, work: done, grades: byYear } = (await town.anyone.call<{ ladder: Rung[]; work: PublicWork; grades: { year: number; others: number }[] }>('GET', '/api/public/statistics')).body
  expect(ladder).toEqual([{ level: 'city', bases: 2 }, { level: 'province', bases: 1 }, { level: 'ministry', bases: 1 }, { level: 'nation', bases: 0 }])
  expect(byYear.map(({ year, others }) => [year, others])).toEqual([[2024, 1], [2023, 1]])
  const [independent] = await rowsOf<PublicWork>(town.pools.jobs, sql`
    select count(distinct (r.base_id, r.data->>'client'))::int as clients, count(*)::int as services from base_row r join base b on b.id = r.base_id and b.status not in ('revoked', 'left')
     where r.table_id = 'services' and r.valid_to is null and (r.data->>'related')::boolean is not true and coalesce(r.data->>'to', r.data->>'from') >= '2025-12-02' and r.data->>'from' <= '2026-12-01'`)
  expect({ clients: done.clients, services: done.services }).toEqual(independent)
})

test('no person, no points: names, telephones and scores stand nowhere in it', async () => {
  const people = (await rowsOf<{ name: string }>(town.pools.jobs, sql`select name from person`)).map(({ name }) => name).filter((name) => name.length >= 2 && name !== '系统')
  for (const url of ['/api/public/grades', '/api/public/grades.csv', '/api/public/statistics']) {
    const told = JSON.stringify((await town.anyone.call('GET', url)).body)
    for (const name of people) expect(told, `${url} ${name}`).not.toContain(name)
    expect(told).not.toMatch(/"(score|total)":/)
  }
})
