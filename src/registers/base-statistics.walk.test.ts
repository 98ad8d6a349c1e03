/** Figures of bases, against an independent count in SQL over what was put into the registers; a county counts its own and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Case, casework, type Casework } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'
import { inspectionExamples } from '../procedures/inspection/inspection.examples.ts'
import type { BaseStatistics } from './base-statistics-routes.ts'

let town: Town
let work: Casework
const of: Record<string, { base: string; file: string }> = {}
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const cases: Case[] = []
  for (const key of ['carbon', 'iron', 'gears'] as const) cases.push(await work.queued(key))
  await work.concluded(cases)
  for (const one of cases.slice(0, -1)) await work.onNotice(one)
  await work.recognised(cases.at(-1) as Case, { by: '2026-12-01' })
  for (const one of cases.slice(0, -1)) await work.step(one, town.as('city.lead'), 'recognise')
  for (const one of cases) of[one.key] = { base: await work.baseNumberOf(one), file: await work.baseOf(one) }
  town.on('2026-12-09')
  await keeps('carbon', 'services', [
    service('s1', '晋中甲公司', { inCity: true, received: 10.1, satisfaction: 5 }), service('s2', '晋中甲公司', { inCity: true, received: 20.25, satisfaction: 4, transferred: true }), service('s3', '太原乙公司', { inCity: false, received: 7.07 }),
    service('s4', '集团内公司', { inCity: true, related: true, received: 99.99 }), service('s5', '太原乙公司', { inCity: false, received: 3, from: '2025-03-01' }),
  ])
  await keeps('iron', 'services', [service('s1', '太原乙公司', { inCity: false, received: 0.1, kind: 'process' }), service('s2', '太原乙公司', { inCity: false, received: 0.2 })])
  await keeps('carbon', 'use', [{ id: 'u1', equipment: '预浸料线', month: '2026-10', used: 120, available: 160, outside: 30 }, { id: 'u2', equipment: '预浸料线', month: '2026-11', used: 40, available: 160, outside: 10 }])
  await keeps('carbon', 'training', [{ id: 't1', title: '操作培训', on: '2026-10-08', persons: 32 }, { id: 't2', title: '安全培训', on: '2026-11-02', persons: 18 }])
  await work.asSystem(of.carbon?.file ?? '', 'recordGrade', { case: cases[0]?.id ?? '', number: 'KH-2026-0001', year: 2025, outcome: 'graded', grade: 'excellent' })
  await work.asSystem(of.iron?.file ?? '', 'recordGrade', { case: cases[1]?.id ?? '', number: 'KH-2026-0002', year: 2025, outcome: 'absent', grade: null })
  const awardCases = ['', ...cases.map(({ id }) => id), of.carbon?.file ?? '']
  // One decided and not yet paid, one paid, one ended after the decision, one only proposed.
  for (const [at, status, amount, decidedOn, paidOn] of [[1, 'decided', '30.50', '2026-12-08', null], [2, 'paid', '10.25', '2026-12-08', '2026-12-09'], [3, 'cancelled', '7.00', '2026-12-08', null], [4, 'proposed', '5.00', null, null]] as const)
    await rowsOf(town.pools.jobs, sql`
      insert into award (jurisdiction, case_id, version, number, status, base_id, base_name, recognition, county, hosts, budget_year, budget_line, capped, amount, committed, paid, proposed_on, decided_on, paid_on, orgs)
      values ('140700', ${awardCases[at]}, 1, ${`JB-2026-000${at}`}, ${status}, ${of.carbon?.base}, '基地', ${awardCases[at]}, '140702', '[]', 2026, '科技专项资金', false, ${amount}, ${status === 'cancelled' || status === 'proposed' ? '0.00' : amount}, ${paidOn ? amount : '0.00'}, '2026-12-07', ${decidedOn}, ${paidOn}, ${['city', 'county.140702']})`)
  const officer = await town.as('county.yuci')
  const { id } = await officer.opened('inspection', { ...inspectionExamples.open, base: of.carbon?.base })
  await officer.did(id, 'goUnannounced', inspectionExamples.goUnannounced)
  await officer.did(id, 'record', inspectionExamples.record)
  await officer.did(id, 'proposeRectification', { ...inspectionExamples.proposeRectification })
  await (await town.as('county.yuci.lead')).did(id, 'requireRectification')
})
afterAll(() => town.close())

const service = (id: string, client: string, more: object) => ({ id, client, place: '晋中', inCity: true, related: false, kind: 'performance', pureTesting: false, project: '中试', amount: 500, received: 0, from: '2026-02-01', ...more })
const keeps = async (key: string, table: string, put: object[]) => (await town.as(`host.${key}`)).did(of[key]?.file ?? '', 'keepTable', { table, put, drop: [] })
const figures = async (username: string, query = '') => (await (await town.as(username)).call<BaseStatistics>('GET', `/api/statistics/bases${query}`)).body
const row = (statistics: BaseStatistics, table: string, key: string) => statistics.tables.find(({ id }) => id === table)?.rows.find((one) => one.key === key)?.values
const one = async (query: ReturnType<typeof sql>) => rowOf<Record<string, number>>(town.pools.jobs, query)

test('means and staff by county equal the registers, counted again another way', async () => {
  const all = await figures('city.officer')
  for (const code of ['140702', '140703']) {
    const independent = await one(sql`select (select count(*)::int from base where county = ${code} and status not in ('revoked', 'left')) as bases,
      (select sum((e->>'value')::numeric)::float8 from base b join base_row r on r.base_id = b.id and r.table_id = 'equipment' and r.valid_to is null, lateral (select r.data as e) x where b.county = ${code}) as value,
      (select sum((r.data->>'count')::int)::int from base b join base_row r on r.base_id = b.id where r.table_id = 'equipment' and r.valid_to is null and b.county = ${code}) as pieces,
      (select count(*)::int from base b join base_row r on r.base_id = b.id where r.table_id = 'staff' and r.valid_to is null and (r.data->>'fullTime')::boolean and b.county = ${code}) as people`)
    expect(row(all, 'county', code)).toEqual([independent?.bases, Math.round((independent?.value ?? 0) * 100) / 100, independent?.pieces, independent?.people])
    expect(independent?.pieces).toBeGreaterThan(0)
  }
  expect(row(all, 'county', '140729')).toEqual([0, 0, 0, 0])
})

test('services: clients once each, related parties apart, amounts without a stray digit', async () => {
  const all = await figures('city.officer')
  // 甲 in the city, 乙 outside it (of two bases), one related party; seven orders in all, one of them the year before.
  const independent = await one(sql`select count(*)::int as orders, sum((data->>'received')::numeric)::float8 as received, count(distinct data->>'client') filter (where data->>'related' = 'false' and data->>'inCity' = 'false')::int as outside
    from base_row where table_id = 'services' and valid_to is null and data->>'from' like '2026%'`)
  const values = row(all, 'services', '2026')
  expect([values?.[1], values?.[3], values?.[5]]).toEqual([independent?.outside, independent?.orders, independent?.received])
  expect(values?.[2]).toBeGreaterThanOrEqual(1)
  const iron = await figures('city.officer', '?county=140703')
  const own = await one(sql`select sum((r.data->>'received')::numeric)::float8 as received from base_row r join base b on b.id = r.base_id where b.county = '140703' and r.table_id = 'services' and r.valid_to is null and r.data->>'from' like '2026%'`)
  expect(row(iron, 'services', '2026')?.[5]).toBe(own?.received)
})

test('utilisation, training, grades, awards and rectifications', async () => {
  const all = await figures('county.yuci')
  expect(row(all, 'use', '2026')).toEqual([160, 320, 0.5, 40, 0.25])
  expect(row(all, 'tasks', '2026')?.slice(0, 2)).toEqual([2, 50])
  expect(row(all, 'grades', '2025')).toEqual([1, 0, 0, 0, 0, 0])
  expect(row(all, 'awards', '2026')).toEqual([2, 40.75, 1])
  expect(row(all, 'rectification', '2026')).toEqual([1, 1, 1, 0, 0, 0, 0, 0])
  expect(row(await figures('city.officer'), 'grades', '2025')).toEqual([1, 0, 0, 0, 0, 1])
  expect(row(all, 'levels', 'recognition.submitted')?.[0]).toBe((await one(sql`select count(distinct l.case_id)::int as n from case_list l where l.procedure = 'recognition' and l.county = 'county.140702'`))?.n)
})

test('a county counts its own bases in every table and every export; hosts, experts and administrators none at all', async () => {
  const own = await figures('county.taigu')
  expect(own.scope).toBe('county')
  // Another county is no row of nought: it is not there.
  expect(own.tables.find(({ id }) => id === 'county')?.rows.map(({ key }) => key)).toEqual(['140703'])
  expect(row(own, 'services', '2026')?.[5]).toBeCloseTo((await one(sql`select sum((r.data->>'received')::numeric)::float8 as received from base_row r join base b on b.id = r.base_id where b.county = '140703' and r.table_id = 'services' and r.valid_to is null and r.data->>'from' like '2026%'`))?.received ?? -1, 5)
  expect(row(own, 'awards', '2026')).toBeUndefined()
  // Asking for another county by its code gives nothing of it.
  expect((await figures('county.taigu', '?county=140702')).tables.find(({ id }) => id === 'services')?.rows).toEqual([])
  for (const username of ['host.carbon', 'expert.01', 'client.auto', 'sysadmin', 'auditor']) expect([username, (await (await town.as(username)).call('GET', '/api/statistics/bases')).status]).toEqual([username, 403])
  const csv = (await (await town.as('county.taigu')).call<string>('GET', '/api/statistics/bases.csv')).body
  expect(csv).toContain('对外服务')
  expect(csv).not.toContain('30.5')
})

test('the workbook has a sheet for each table, and the portal adds nothing about one base', async () => {
  const answer = await town.app.inject({ method: 'GET', url: '/api/statistics/bases.xlsx', cookies: { zs_session: '' } })
  expect(answer.statusCode).toBe(401)
  const file = await (await town.as('city.officer')).call<string>('GET', '/api/statistics/bases.xlsx')
  expect([file.status, String(file.headers['content-type'])]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  const { tables } = await figures('city.officer')
  expect(tables.map(({ id }) => id)).toEqual(['county', 'field', 'status', 'ladder', 'recognised', 'staff', 'services', 'kinds', 'tasks', 'use', 'grades', 'rectification', 'awards', 'levels', 'counties'])
  expect(await rowsOf(town.pools.jobs, sql`select 1 from base where status = 'suspended'`)).toEqual([])
})
