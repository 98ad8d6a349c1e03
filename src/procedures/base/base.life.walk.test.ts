/** What a base brings along and what befalls it: files of its application, building before operation, a move looked at again, a hold past its longest term. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recognisedBases, type Base, statusOfBase } from '../../../test/bases.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { matterwork } from '../../../test/matterwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import type { Worklist } from '../../contract.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { engines } from '../../engines.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import type { InspectionCase } from '../inspection/inspection.case.ts'
import type { BaseCase } from './base.case.ts'
import { baseExamples as example } from './base.commands.ts'
import type { BaseDetail } from './base.profile.door.ts'
import type { TableShown, WatchList } from './base.routes.ts'

const jurisdiction = '140700'
let town: Town
let work: Casework
let carbon: Base
let campaign: { id: string; adds: () => Promise<{ status: number }>; bases: () => Promise<{ base: string; graded: boolean }[]> }
let building: { of: Case; number: string; file: string }
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  // Art. 11: admitted on the special track, with a panel of its own.
  const special = await work.accepted('wastewater')
  await work.step(special, town.as('city.lead'), 'admitSpecially', { kind: 'commissionedBuild' })
  await work.concluded([special])
  await work.onNotice(special)
  ;[carbon] = await recognisedBases(town, work, ['carbon'])
  await work.step(special, town.as('city.lead'), 'recognise')
  building = { of: special, number: await work.baseNumberOf(special), file: await work.baseOf(special) }
  await work.appoints(carbon, 'director.carbon', 'base.director')
})
afterAll(() => town.close())

const detail = async (username: string, number: string) => (await (await town.as(username)).call<BaseDetail>('GET', `/api/bases/${number}`)).body
const fileOf = async (id: string, username = 'city.officer') => (await (await town.as(username)).detail(id)).case.file as unknown as BaseCase & { baseStatus: string }
const waiting = async (username: string, id: string) => (await (await town.as(username)).call<Worklist>('GET', '/api/worklist')).body.rows.find((row) => row.id === id)
const messagesOf = async (username: string) => JSON.stringify((await (await town.as(username)).call('GET', '/api/messages')).body)
const refused = (answer: { status: number; body: { refusals?: { rule?: string; code: string }[] } }) => [answer.status, ...(answer.body.refusals ?? []).map(({ rule, code }) => rule ?? code)]

describe('Arts. 8(2), 9(4): what was handed in with the application proves the register that opens from it', () => {
  const proven = ['sites', 'permits', 'equipment', 'staff', 'rules', 'agreements'] as const
  const shown = async (username: string, table: string) => (await (await town.as(username)).call<TableShown>('GET', `/api/bases/${carbon.number}/tables/${table}`)).body

  test('area, permits, equipment, staff, rules and agreement each carry the attachment they were asked to prove', async () => {
    for (const table of proven) {
      const { rows, files } = await shown('host.carbon', table)
      expect([table, rows.length > 0, rows.every(({ evidence }) => (evidence ?? []).length > 0)]).toEqual([table, true, true])
      expect(new Set(rows.flatMap(({ evidence }) => evidence ?? []))).toEqual(new Set(files.map(({ id }) => id)))
    }
    const codes = await rowsOf<{ table_id: string; codes: string[] }>(town.pools.jobs, sql`
      select r.table_id, array_agg(distinct o.attachment order by o.attachment) as codes from base_row r, unnest(r.evidence) as e(id) join file f on f.id = e.id join file o on o.jurisdiction = f.jurisdiction and o.id = f.carried_from
       where r.base_id = ${carbon.number} group by r.table_id order by r.table_id`)
    expect(Object.fromEntries(codes.map((row) => [row.table_id, row.codes]))).toMatchObject({ agreements: ['A02'], sites: ['A03'], equipment: ['A04'], staff: ['A05'], rules: ['A09'], services: ['A10'] })
    const { file } = await detail('host.carbon', carbon.number)
    expect(file!.completeness.share).toBeGreaterThan(0.7)
    expect(file!.completeness.parts.filter(({ id }) => id === 'staff.evidence' || id === 'sites.evidence').map(({ done, of }) => done === of)).toEqual([true, true])
  })

  test('no file is there twice: the bytes are those of the application, each carried once', async () => {
    const carried = await rowsOf<{ case_id: string; carried_from: string; same: boolean; seen: string }>(town.pools.jobs, sql`
      select f.case_id, f.carried_from, f.sha256 = o.sha256 and f.size = o.size and f.by_org = o.by_org and o.case_id = ${carbon.id} as same, f.seen from file f join file o on o.jurisdiction = f.jurisdiction and o.id = f.carried_from where f.case_id = ${carbon.base}`)
    expect(carried.length).toBeGreaterThan(4)
    expect(carried.every(({ same }) => same)).toBe(true)
    expect(new Set(carried.map((row) => row.carried_from)).size).toBe(carried.length)
    // What proves no row stays with the application: the licence, the credit report, the commitments.
    expect((await rowsOf<{ attachment: string }>(town.pools.jobs, sql`select distinct o.attachment from file f join file o on o.id = f.carried_from where f.case_id = ${carbon.base}`)).map(({ attachment }) => attachment)).not.toEqual(expect.arrayContaining(['A01']))
  })

  test('whoever may see the base reads them, nobody else, and nobody takes them out', async () => {
    const [{ id } = { id: '' }] = (await shown('host.carbon', 'sites')).files
    for (const username of ['host.carbon', 'director.carbon', 'partner.univ', 'county.yuci', 'city.officer']) expect([username, (await shown(username, 'sites')).files.map((one) => one.id)]).toEqual([username, [id]])
    const visible = async (username: string) => { const { tokenOf } = await import('../../../test/casework.ts'); return town.platform.asToken(await tokenOf(town, username), async ({ tx }) => (await rowsOf(tx, sql`select 1 from file where id = ${id}`)).length, () => 'rollback') }
    for (const [username, count] of [['director.carbon', 1], ['county.yuci', 1], ['host.iron', 0], ['county.taigu', 0], ['expert.01', 0], ['sysadmin', 0], ['client.auto', 0]] as const) expect([username, await visible(username)]).toEqual([username, count])
    expect((await (await town.as('host.carbon')).call('DELETE', `/api/files/${id}`)).status).toBe(409)
  })

  test('a second time nothing is carried over, and not into a base that has begun', async () => {
    const [{ carried_from: from } = { carried_from: '' }] = await rowsOf<{ carried_from: string }>(town.pools.jobs, sql`select carried_from from file where case_id = ${carbon.base} limit 1`)
    expect(await rowsOf(town.pools.jobs, sql`select * from sec.carry_files(${jurisdiction}, ${carbon.id}, ${carbon.base}, ${JSON.stringify([{ from, to: town.newId() }])}::jsonb)`)).toEqual([])
  })
})

describe('Art. 11: a base that was commissioned to be built', () => {
  const report = (file: string) => ({ ...example.reportBuilt, files: [file] })
  test('shows as being built, on the register, in every list and figure, at the portal and on its certificate', async () => {
    expect(await fileOf(building.file)).toMatchObject({ baseStatus: 'building', buildingSince: '2026-12-01', operatingSince: null })
    expect(await statusOfBase(town, { number: building.number } as Base)).toBe('building')
    expect((await detail('county.jiexiu', building.number)).statusWords).toEqual({ zh: '建设中', en: 'building' })
    const open = await town.anyone.call<{ rows: { id: string; status: string }[]; statuses: { status: string; count: number }[] }>('GET', '/api/public/bases')
    expect(open.body.rows.find(({ id }) => id === building.number)?.status).toBe('building')
    expect(open.body.statuses).toContainEqual(expect.objectContaining({ status: 'building', count: 1 }))
    const { certificate_no } = (await rowsOf<{ certificate_no: string }>(town.pools.jobs, sql`select certificate_no from base where id = ${building.number}`))[0]!
    expect((await town.anyone.call<{ base: { status: string } }>('GET', `/api/public/verify?number=${certificate_no}`)).body.base.status).toBe('building')
    // A base that was not commissioned operates from its recognition.
    expect(await fileOf(carbon.base)).toMatchObject({ baseStatus: 'operating', buildingSince: null, operatingSince: '2026-12-01' })
  })
  test('setting:building.months: the time to build is watched', async () => {
    const { rows } = (await (await town.as('host.wastewater')).call<WatchList>('GET', '/api/watch?within=3660')).body
    expect(rows.find(({ of }) => of === 'building')).toMatchObject({ on: '2028-12-01', law: 'setting:building.months', what: { zh: '建设期限' } })
    // Of what is being built nobody asks yet whom it has served.
    const { findings } = (await detail('host.wastewater', building.number)).file!
    expect(findings.find(({ rule }) => rule === 'clientsServed')?.outcome).not.toBe('notMet')
  })
  test('Art. 16: no campaign lists it before it operates; then it is added, and graded after half a year of operation', async () => {
    const officer = await town.as('city.officer')
    const { id } = await officer.opened('assessment-campaign', { year: 2026 })
    await (await town.as('city.lead')).did(id, 'open')
    const bases = async () => ((await officer.detail(id)).case.file as unknown as { bases: { base: string; graded: boolean; because: string | null }[] }).bases
    expect((await bases()).map(({ base }) => base)).toEqual([carbon.number])
    const adds = async () => officer.step(id, 'addBase', { base: building.number, reason: '委托建设。' })
    expect(refused(await adds())).toEqual([422, 'notListedYet'])
    expect(JSON.stringify((await adds()).body)).toContain('在建')
    campaign = { id, adds, bases }
  })
  test('reported as built by the host, looked at, sent back once, confirmed by another than who looked', async () => {
    const [host, county, officer, lead] = [await town.as('host.wastewater'), await town.as('county.jiexiu'), await town.as('city.officer'), await town.as('city.lead')]
    expect(refused(await officer.step(building.file, 'proposeOperation', example.proposeOperation))).toEqual([409, 'notNow'])
    expect(refused(await (await town.as('host.carbon')).step(carbon.base, 'reportBuilt', example.reportBuilt))).toEqual([409, 'notNow'])
    const paper = await host.attaches(building.file, 'A12', '验收报告.pdf', plainPdf(['accepted']))
    await host.did(building.file, 'reportBuilt', report(paper.id))
    for (const username of ['county.jiexiu', 'city.officer']) expect((await waiting(username, building.file))?.asks.zh, username).toBe('现场核查，建议是否投入运行')
    await officer.did(building.file, 'returnBuilt', example.returnBuilt)
    expect(await waiting('county.jiexiu', building.file)).toBeUndefined()
    expect((await fileOf(building.file, 'host.wastewater')).building).toMatchObject({ report: null, returned: { reason: example.returnBuilt.reason } })
    await host.did(building.file, 'reportBuilt', report(paper.id))
    expect(refused(await lead.step(building.file, 'confirmOperation', example.confirmOperation))).toEqual([409, 'notNow'])
    expect(refused(await county.step(building.file, 'proposeOperation', { ...example.proposeOperation, checkedOn: '2026-12-02' }))).toEqual([422, 'inspectedOnTheDay'])
    // Photographs are put down by whoever looks.
    const photo = await county.attaches(building.file, 'A12', '现场.pdf', plainPdf(['built']))
    await county.did(building.file, 'proposeOperation', { ...example.proposeOperation, checkedOn: '2026-12-01', files: [photo.id] })
    // What is being proposed stays with the authorities.
    expect((await fileOf(building.file, 'host.wastewater')).building?.proposal).toBeNull()
    expect((await waiting('city.lead', building.file))?.asks.zh).toBe('确认投入运行，或退回继续建设')
    expect(refused(await officer.step(building.file, 'confirmOperation', example.confirmOperation))).toEqual([403, 'notYours'])
    await lead.did(building.file, 'confirmOperation', example.confirmOperation)
    expect(await fileOf(building.file)).toMatchObject({ baseStatus: 'operating', buildingSince: null, building: null, operatingSince: '2026-12-01' })
    expect((await town.anyone.call<{ status: string; history: { says: { zh: string }; law: string }[] }>('GET', `/api/public/bases/${building.number}`)).body).toMatchObject({ status: 'operating', history: expect.arrayContaining([expect.objectContaining({ says: { zh: '建成，确认投入运行', en: 'Built, confirmed to operate' } })]) })
    expect((await (await town.as('host.wastewater')).call<WatchList>('GET', '/api/watch?within=3660')).body.rows.find(({ of }) => of === 'building')).toBeUndefined()
    expect(await waiting('city.lead', building.file)).toBeUndefined()
    expect((await campaign.adds()).status).toBe(200)
    expect((await campaign.bases()).at(-1)).toMatchObject({ base: building.number, graded: false })
  })
})

describe('Art. 15: a move is looked at again', () => {
  test('once it takes effect an inspection opens by itself, for the county, with the matter it follows', async () => {
    const matters = matterwork(town, work)
    const move = await matters.approved(carbon, 'M07', { effectiveOn: '2026-12-15' })
    const opened = async () => rowsOf<{ id: string; number: string }>(town.pools.jobs, sql`select case_id as id, number from case_list where procedure = 'inspection' and base = ${carbon.number}`)
    expect(await opened()).toEqual([])
    town.on('2026-12-15')
    await runSchedule(town.platform)
    await runSchedule(town.platform)
    const [inspection, ...others] = await opened()
    expect(others).toEqual([])
    const file = (await (await town.as('county.yuci')).detail(inspection!.id)).case.file as unknown as InspectionCase
    expect(file).toMatchObject({ kind: 'again', level: 'county', matter: move.number, reason: `场地搬迁或面积减少（${move.number}）自 2026-12-15 起生效，现场复核。` })
    expect((await waiting('county.yuci', inspection!.id))?.asks.zh).toMatch(/告知/)
    // Other matters open none.
    await matters.approved(carbon, 'M03', { effectiveOn: '2026-12-15' })
    expect(await opened()).toHaveLength(1)
    await (await town.as('county.yuci')).did(inspection!.id, 'cancel', engines.inspection?.examples.cancel)
  })
})

describe('setting:suspension.months: a hold past its longest term', () => {
  test('is told before and after, lies with the city’s lead, and is lifted by nobody’s clock', async () => {
    town.on('2026-12-16')
    await work.asSystem(carbon.base, 'hold', { case: carbon.id, number: 'ZD-2026-0099', kind: 'safety', reason: '反应釜泄漏。' })
    expect((await (await town.as('city.lead')).call<WatchList>('GET', `/api/watch?within=3660&base=${carbon.number}`)).body.rows.find(({ of }) => of === 'hold')).toMatchObject({ title: 'ZD-2026-0099', on: '2027-06-16', law: 'setting:suspension.months' })
    town.on('2027-05-17')
    await runSchedule(town.platform)
    expect(await messagesOf('city.lead')).toContain('的暂停（ZD-2026-0099）至 2027-06-16 满最长期限。')
    // The host is not asked to see to a hold: it is not theirs to lift.
    expect(await waiting('city.lead', carbon.base)).toBeUndefined()
    town.on('2027-06-16')
    await runSchedule(town.platform)
    expect(await waiting('city.lead', carbon.base)).toBeUndefined()
    town.on('2027-06-17')
    await runSchedule(town.platform)
    expect(await waiting('city.lead', carbon.base)).toMatchObject({ due: { day: '2027-06-16' }, overdue: true, asks: { zh: '暂停已满最长期限（ZD-2026-0099）：督促核查，决定解除或立案撤销' } })
    for (const username of ['city.lead', 'county.yuci.lead']) expect(await messagesOf(username)).toContain('的暂停（ZD-2026-0099）已于 2027-06-16 满最长期限，仍未解除。')
    expect((await fileOf(carbon.base)).baseStatus).toBe('suspended')
    // The certificate is suspended since the hold, not since the recognition.
    const [{ certificate_no } = { certificate_no: '' }] = await rowsOf<{ certificate_no: string }>(town.pools.jobs, sql`select certificate_no from base where id = ${carbon.number}`)
    expect((await town.anyone.call<{ certificate: { status: string; statusSince: string } }>('GET', `/api/public/verify?number=${certificate_no}`)).body.certificate).toMatchObject({ status: 'suspended', statusSince: '2026-12-16' })
    expect((await town.anyone.call<{ heldSince: string }>('GET', `/api/public/bases/${carbon.number}`)).body.heldSince).toBe('2026-12-16')
    await work.asSystem(carbon.base, 'lift', { case: carbon.id })
    expect(await waiting('city.lead', carbon.base)).toBeUndefined()
    expect((await fileOf(carbon.base)).baseStatus).toBe('operating')
  })
  test('Art. 14: what runs out waits with the host and with the director, each with its day', async () => {
    const { terms } = await fileOf(carbon.base)
    const ends = terms.at(-1)!.to
    town.on(new Date(Date.parse(ends) - 90 * 86_400_000).toISOString().slice(0, 10))
    await runSchedule(town.platform)
    for (const username of ['host.carbon', 'director.carbon']) expect(await waiting(username, carbon.base), username).toMatchObject({ asks: { zh: expect.stringContaining('办理到期事项') } })
    expect((await fileOf(carbon.base)).watched.find(({ of }) => of === 'director')).toMatchObject({ on: ends, reached: 90 })
    expect(await waiting('county.yuci', carbon.base)).toBeUndefined()
  })
})

test('every read table is the same again from the entries alone, and every hash holds', async () => {
  const content = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await town.pools.jobs.query(`select t::text as row from ${table} t order by 1`)).rows])))
  const before = await content()
  expect((before.base_row as unknown[]).length).toBeGreaterThan(100)
  const rules = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, of, on) => rules.rulesOf(tx, of, on) })
  expect(await content()).toEqual(before)
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
})
