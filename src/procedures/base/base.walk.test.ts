/** One base from its recognition on, over HTTP and a real PostgreSQL: the register opens filled, is kept by its own people, and everything else falls upon it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { engines } from '../../engines.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { rulesReader } from '../../rules-in-force.ts'
import { baseAtHand, partiesOf, rowsOfTable } from '../base-at-hand.ts'
import { baseStatusOf, type BaseCase } from './base.case.ts'
import { baseExamples } from './base.commands.ts'

const jurisdiction = '140700'
let town: Town
let work: Casework
let of: Case
let id: string
let number: string
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const [one] = [await work.queued('carbon')]
  await work.concluded([one])
  of = await work.recognised(one, { by: '2026-12-01' })
  id = await work.baseOf(of)
  number = await work.baseNumberOf(of)
})
afterAll(() => town.close())

const fileAs = async (username: string) => (await (await town.as(username)).detail(id)).case.file as unknown as BaseCase & { baseStatus: string }
const rows = (table: Parameters<typeof rowsOfTable>[3], when = {}) => rowsOfTable(town.pools.jobs, jurisdiction, number, table, when)

describe('Art. 10(4): recognition opens the base', () => {
  test('with what was recognised, its hosts and its director', async () => {
    const file = await fileAs('host.carbon')
    expect(file).toMatchObject({ status: 'live', baseStatus: 'operating', baseId: number, unit: `base.${number}`, recognisedOn: '2026-12-01', county: '140702', hosts: [{ org: 'org-carbon', lead: true }, { org: 'org-univ', lead: false }] })
    expect(file.terms).toHaveLength(1)
    expect(file.terms[0]).toMatchObject({ acting: false, ended: null, name: expect.stringMatching(/./) })
  })
  test('and its tables filled from the application, each row under the fingerprint of its document', async () => {
    expect((await rows('equipment')).length).toBeGreaterThan(5)
    expect((await rows('staff')).length).toBeGreaterThan(5)
    expect((await rows('services')).map(({ validFrom }) => validFrom)).toEqual((await rows('services')).map(() => '2026-12-01'))
    expect(await rows('sites')).toHaveLength(1)
    expect(await rows('agreements')).toMatchObject([{ lead: expect.stringContaining('演示') }])
    expect(JSON.stringify(await rows('staff'))).not.toMatch(/\d{17}[\dX]/)
  })
  test('for its parties alone', async () => {
    for (const username of ['host.carbon', 'partner.univ', 'county.yuci', 'city.officer', 'city.supervisor']) expect((await (await town.as(username)).call('GET', `/api/cases/${id}`)).status, username).toBe(200)
    for (const username of ['host.iron', 'county.taigu', 'client.auto', 'expert.01', 'sysadmin', 'auditor', 'director.carbon']) expect((await (await town.as(username)).call('GET', `/api/cases/${id}`)).status, username).toBe(404)
  })
  test('at hand for procedures about it, under the viewer’s row security', async () => {
    const asHost = await (await tokenWork('host.carbon'))((tx) => baseAtHand(tx, jurisdiction, number))
    expect(asHost).toMatchObject({ id: number, case: id, status: 'operating', countyOrg: 'county.140702', director: { acting: false }, grades: [], holds: [], rectifications: [] })
    expect(partiesOf(asHost!, jurisdiction)).toEqual((await engineFile()).parties)
    for (const username of ['host.iron', 'county.taigu', 'secadmin']) expect(await (await tokenWork(username))((tx) => baseAtHand(tx, jurisdiction, number)), username).toBeUndefined()
    for (const username of ['host.iron', 'county.taigu']) expect(await (await tokenWork(username))((tx) => rowsOfTable(tx, jurisdiction, number, 'staff')), username).toEqual([])
  })
})

const engineFile = async () => town.platform.asSystem(async (context) => {
  const { fold, entriesOf } = await import('../../platform/case-log.ts')
  return fold(engines.base!, await entriesOf(context.tx, jurisdiction, id), context)
})
const tokenWork = async (username: string) => {
  const { tokenOf } = await import('../../../test/casework.ts')
  const token = await tokenOf(town, username)
  return <Result>(ask: (tx: Parameters<typeof baseAtHand>[0]) => Promise<Result>) => town.platform.asToken(token, ({ tx }) => ask(tx), () => 'rollback')
}

describe('Arts. 8(4), 14: the lead host appoints who works in its base', () => {
  test('director and clerk, who then see the base and keep it', async () => {
    await work.appoints(of, 'director.carbon', 'base.director')
    expect((await fileAs('director.carbon')).baseId).toBe(number)
    const people = await (await town.as('director.carbon')).call<{ rows: { name: string; role: string }[]; mayAppoint: boolean }>('GET', `/api/bases/${number}/people`)
    expect(people.body).toMatchObject({ rows: [{ role: 'base.director' }], mayAppoint: false })
  })
  test('nobody else appoints there, and nobody with a conflicting role is appointed', async () => {
    const asked = { username: 'director.iron', role: 'base.clerk', from: '2026-12-01', reason: '聘任' }
    for (const [username, status] of [['partner.univ', 403], ['county.yuci', 403], ['host.iron', 404], ['secadmin', 404]] as const)
      expect((await (await town.as(username)).call('POST', `/api/bases/${number}/people`, asked)).status, username).toBe(status)
    const host = await town.as('host.carbon')
    for (const [username, status] of [['city.officer', 422], ['sysadmin', 422], ['nobody.here', 400], ['director.carbon', 201]] as const)
      expect((await host.call('POST', `/api/bases/${number}/people`, { ...asked, username })).status, username).toBe(status)
  })
  test('the security administrator grants in the base as well, and only roles of a base', async () => {
    const admin = await town.as('secadmin')
    const asked = { person: 'p-director-iron', role: 'base.clerk', org: `base.${number}`, from: '2026-12-01', reason: '聘任' }
    expect((await admin.call('POST', '/api/admin/grants', asked)).status).toBe(201)
    expect((await admin.call('POST', '/api/admin/grants', { ...asked, role: 'host.clerk' })).status).toBe(422)
    expect((await admin.call('POST', '/api/admin/grants', { ...asked, org: 'org-carbon' })).status).toBe(422)
  })
})

describe('Art. 12: the register is kept by the base and its host', () => {
  test('rows are added, changed and taken out from a day on, and what held before stays', async () => {
    town.on('2026-12-10')
    const clerk = await town.as('director.iron')
    const [first, second] = await rows('equipment')
    const before = await rows('equipment')
    const { validFrom: _, validTo: __, ...kept } = first!
    await clerk.did(id, 'keepTable', { table: 'equipment', put: [{ ...kept, value: 999.99 }, { ...baseExamples.keepTable.put[0], id: 'new-1' }], drop: [second!.id] })
    const after = await rows('equipment')
    expect(after.find((row) => row.id === first!.id)).toMatchObject({ value: 999.99, validFrom: '2026-12-10' })
    expect(after.map((row) => row.id)).not.toContain(second!.id)
    expect(after.at(-1)).toMatchObject({ id: 'new-1', name: '预浸料中试线' })
    expect(await rows('equipment', { on: '2026-12-09' })).toMatchObject(before.map(({ validTo: ___, ...row }) => row))
    expect((await rows('equipment', { on: '2026-12-10' })).map((row) => row.id)).toEqual(after.map((row) => row.id))
  })
  test('every fault of every row is told and nothing is written', async () => {
    const host = await town.as('host.carbon')
    const answer = await host.call<{ fields: { path: string }[] }>('POST', `/api/cases/${id}/steps/keepTable`, { table: 'equipment', drop: ['not-there'], put: [
      { ...baseExamples.keepTable.put[0], id: 'a', value: 1.234 }, { ...baseExamples.keepTable.put[0], id: 'b', kind: 'spaceship', boughtOn: '2026-02-30', colour: 'red' }, { id: 'b' }] }, { 'idempotency-key': town.newId(), 'if-match': '1' })
    expect(answer.status).toBe(400)
    expect(answer.body.fields.map(({ path }) => path)).toEqual(expect.arrayContaining(['put.0.value', 'put.1.kind', 'put.1.boughtOn', 'put.1.colour', 'put.2.name', 'put.2.id', 'drop.0']))
    expect((await rows('equipment')).map((row) => row.id)).not.toContain('a')
  })
  test.each([['2026-11-30', 'before recognition'], ['2026-12-11', 'tomorrow']])('nothing is written from %s on: %s', async (from, _) => {
    const answer = await (await town.as('host.carbon')).call<{ refusals: { rule: string }[] }>('POST', `/api/cases/${id}/steps/keepTable`, { ...baseExamples.keepTable, from }, { 'idempotency-key': town.newId(), 'if-match': '1' })
    expect([answer.status, answer.body.refusals.map(({ rule }) => rule)]).toEqual([422, ['registerNotAhead']])
  })
  test('county, city and partner read and do not write', async () => {
    for (const username of ['county.yuci', 'city.officer', 'city.lead', 'partner.univ'])
      expect((await (await town.as(username)).call('POST', `/api/cases/${id}/steps/keepTable`, baseExamples.keepTable, { 'idempotency-key': town.newId(), 'if-match': '1' })).status, username).toBe(403)
  })
})

describe('what falls upon the base', () => {
  const other = '00000000-0000-4000-8000-00000000ffff'
  test('Art. 6(3), 7(3): the gravest of hold and rectification is its status, everywhere', async () => {
    await work.asSystem(id, 'beginRectification', { case: other, number: 'JC-2026-0001', dueOn: '2027-01-31' })
    expect((await fileAs('county.yuci')).baseStatus).toBe('rectifying')
    await work.asSystem(id, 'hold', { case: other, number: 'ZD-2026-0001', kind: 'safety', reason: '事故调查' })
    expect((await fileAs('county.yuci')).baseStatus).toBe('suspended')
    expect((await town.anyone.call<{ status: string }>('GET', `/api/public/bases/${number}`)).body.status).toBe('suspended')
    await work.asSystem(id, 'lift', { case: other })
    await work.asSystem(id, 'endRectification', { case: other })
    expect(await fileAs('county.yuci')).toMatchObject({ baseStatus: 'operating', holds: [{ lifted: { on: '2026-12-10' } }] })
  })
  test('Art. 15: a matter changes what it names on its day, and the name before is kept', async () => {
    const renamed = '晋中市碳基复合材料中试基地'
    await work.asSystem(id, 'applyMatter', { matter: other, number: 'ZD-2026-0002', code: 'M01', effectiveOn: '2026-12-15', changes: { name: renamed } })
    const before = await fileAs('host.carbon')
    expect(before.name).not.toBe(renamed)
    town.on('2026-12-15')
    expect(await runSchedule(town.platform)).toContainEqual({ step: 'base.takeEffect', caseId: id, done: true })
    expect(await fileAs('host.carbon')).toMatchObject({ name: renamed, formerNames: [{ name: before.name, until: '2026-12-14' }] })
    expect(await rowsOf(town.pools.jobs, sql`select name from organisation where id = ${`base.${number}`}`)).toEqual([{ name: renamed }])
    expect((await town.anyone.call<{ name: string }>('GET', `/api/public/bases/${number}`)).body.name).toBe(renamed)
  })
  test('Art. 18: a later entry for the same year replaces the grade', async () => {
    await work.asSystem(id, 'recordGrade', { case: other, number: 'KH-2026-0001', year: 2026, outcome: 'graded', grade: 'fair' })
    await work.asSystem(id, 'recordGrade', { case: other, number: 'KH-2026-0001', year: 2026, outcome: 'graded', grade: 'good' })
    expect((await fileAs('host.carbon')).grades).toMatchObject([{ year: 2026, grade: 'good' }])
  })
  test('Art. 14: a new director ends the term before', async () => {
    await work.asSystem(id, 'appointDirector', { matter: other, number: 'ZD-2026-0003', director: { name: '新主任（演示）', title: 'senior', from: '2027-01-01', to: '2031-12-31' } })
    const { terms } = await fileAs('host.carbon')
    expect(terms.map(({ name, ended }) => [name, ended?.on])).toEqual([[terms[0]!.name, '2026-12-31'], ['新主任（演示）', undefined]])
  })
  test('Art. 19: revocation ends the term, and nothing more falls upon it', async () => {
    await work.asSystem(id, 'hold', { case: other, number: 'CX-2026-0001', kind: 'investigation', reason: '立案调查' })
    await work.asSystem(id, 'revoke', { case: other, number: 'CX-2026-0001', grounds: ['Art. 19(4)'], documentNo: '市科字〔2026〕9号' })
    const file = await fileAs('city.lead')
    expect(file).toMatchObject({ status: 'revoked', baseStatus: 'revoked', ended: { as: 'revoked', grounds: ['Art. 19(4)'] } })
    expect(file.holds.every(({ lifted }) => lifted)).toBe(true)
    expect(baseStatusOf(file)).toBe('revoked')
    await expect(work.asSystem(id, 'hold', { case: other, number: 'x', kind: 'other', reason: 'x' })).rejects.toThrow('notNow')
    expect((await (await town.as('host.carbon')).call('POST', `/api/cases/${id}/steps/keepTable`, baseExamples.keepTable, { 'idempotency-key': town.newId(), 'if-match': '1' })).status).toBe(409)
  })
})

describe('what everybody may read', () => {
  type Public = { capabilities: { name: string; readiness: object | null }[]; equipment: { name: string; price: string | null }[]; grades: { year: number; grade: string }[]; history: { says: { zh: string }; law: string }[]; services: { enterprises: number } | null }
  const shown = async () => (await town.anyone.call<Public>('GET', `/api/public/bases/${number}`)).body
  test('Art. 4(2): what it can do and what stands open, its grades and what befell it, each with its article', async () => {
    const body = await shown()
    // It is revoked by now: what it could do is on its register and no more offered to anybody.
    expect([(await rows('lines')).length > 0, (await rows('equipment')).some((row) => row.open === true), body.capabilities, body.equipment]).toEqual([true, true, [], []])
    expect(body.grades).toMatchObject([{ year: 2026, grade: 'good' }])
    expect(body.history.map(({ law }) => law)).toEqual(expect.arrayContaining(['Art. 19', 'Art. 18', 'Art. 15', 'Art. 6(3)', 'Art. 10(4)']))
  })
  test('no person, no client, no reason and no amount of a contract is in it', async () => {
    const text = JSON.stringify(await shown()) + (await town.app.inject({ method: 'GET', url: `/api/public/bases/${number}` })).body
    const people = [...(await rows('staff')), ...(await rows('committee'))].map(({ name }) => String(name))
    const clients = (await rows('services')).map(({ client }) => String(client))
    const file = await fileAs('city.lead')
    expect(people.length + clients.length).toBeGreaterThan(10)
    for (const secret of [...people, ...clients, ...file.terms.map(({ name }) => name), '事故调查', '立案调查']) expect(text.includes(secret), secret).toBe(false)
  })
})

test('the read tables are nothing but what the entries say: rebuilt, they are the same', async () => {
  const told = async () => Promise.all(readTables.map(async (table) => (await town.pools.owner.query(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)).rows))
  const before = await told()
  expect(before[readTables.indexOf('base_row')]!.length).toBeGreaterThan(50)
  const rules = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, city, day) => rules.rulesOf(tx, city, day) })
  expect(await told()).toEqual(before)
})

test('a recognition of the time before bases had a case gets one by the clock, once', async () => {
  await town.pools.owner.query(`delete from base_row; delete from base_file; delete from case_list where procedure = 'base'`)
  await town.pools.owner.query(`update base set case_id = recognition, version = 0`)
  expect((await runSchedule(town.platform)).filter(({ step }) => step === 'base.open')).toMatchObject([{ done: true }])
  expect((await runSchedule(town.platform)).filter(({ step }) => step === 'base.open')).toEqual([])
  expect((await rows('equipment')).length).toBeGreaterThan(5)
  expect(await rowsOf(town.pools.jobs, sql`select b.status, h.procedure from base b join case_head h on h.jurisdiction = b.jurisdiction and h.id = b.case_id`)).toEqual([{ status: 'operating', procedure: 'base' }])
})
