/** A suspension over HTTP and a real PostgreSQL: at once everywhere, confirmed by the city, lifted by two people, each hold by its own case. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { engines } from '../../engines.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { rowOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import type { BaseCase } from '../base/base.case.ts'
import type { SuspensionCase } from './suspension.case.ts'
import { suspensionExamples as example } from './suspension.commands.ts'

let town: Town
let work: Casework
let of: Case
let base = ''
let file = ''
let id = ''
let number = ''
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const one = await work.queued('carbon')
  await work.concluded([one])
  of = await work.recognised(one, { by: '2026-12-01' })
  base = await work.baseNumberOf(of)
  file = await work.baseOf(of)
  town.on('2026-12-02')
})
afterAll(() => town.close())

const fileOf = async (username = 'city.officer') => (await (await town.as(username)).detail(id)).case.file as unknown as SuspensionCase
const holds = async () => ((await (await town.as('city.officer')).detail(file)).case.file as unknown as BaseCase).holds.map(({ number: by, lifted }) => [by, lifted === null])
const status = async () => (await rowOf<{ status: string }>(town.pools.jobs, sql`select status from base where id = ${base}`))?.status
const refused = (answer: { body: { refusals?: { rule?: string; code: string }[] } }) => answer.body.refusals?.map(({ rule, code }) => rule ?? code)

test('Art. 6(3): an officer of the county stops it at once: register and portal say so in the same moment, and everybody concerned is told', async () => {
  const officer = await town.as('county.yuci')
  expect(refused(await (await town.as('county.taigu')).open('suspension', { ...example.suspend, base }))).toEqual(['baseInRegister'])
  expect(refused(await (await town.as('host.carbon')).open('suspension', { ...example.suspend, base }))).toEqual(['notYours'])
  ;({ id, number } = await officer.opened('suspension', { ...example.suspend, base }))
  expect(number).toBe('ZT-2026-0001')
  expect([await status(), await holds()]).toEqual(['suspended', [[number, true]]])
  expect((await town.anyone.call<{ status: string }>('GET', `/api/public/bases/${base}`)).body.status).toBe('suspended')
  for (const username of ['host.carbon', 'partner.univ', 'county.yuci.lead', 'city.lead', 'city.officer']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 200])
  for (const username of ['host.iron', 'county.taigu', 'client.auto', 'expert.01', 'sysadmin']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 404])
  // Within two working days it lies with the city's lead, and with nobody in the county.
  const row = (await (await town.as('city.lead')).call<{ rows: { id: string; due: { day: string } | null }[] }>('GET', '/api/worklist')).body.rows.find((one) => one.id === id)
  expect(row?.due?.day).toBe('2026-12-04')
  expect((await (await town.as('county.yuci.lead')).step(id, 'confirm', example.confirm)).status).toBe(403)
})

test('another hold beside it takes a reason and has its own end: annulled, it lifts itself alone', async () => {
  const city = await town.as('city.officer')
  expect(refused(await city.open('suspension', { ...example.suspend, base }))).toEqual(['notHeldTwice'])
  const second = await city.opened('suspension', { ...example.suspend, kind: 'investigation', base, reasons: { notHeldTwice: '市局另案调查。' } })
  expect(await holds()).toEqual([[number, true], [second.number, true]])
  await (await town.as('city.lead')).did(second.id, 'annul', example.annul)
  expect([await status(), await holds()]).toEqual(['suspended', [[number, true], [second.number, false]]])
})

test('setting:suspension.months: confirmed by the city\'s lead within the longest period, and extended within it', async () => {
  const lead = await town.as('city.lead')
  expect(refused(await lead.step(id, 'confirm', { ...example.confirm, endsOn: '2027-06-03' }))).toEqual(['suspensionWithinMost'])
  await lead.did(id, 'confirm', { ...example.confirm, endsOn: '2027-01-31' })
  expect((await rowOf<{ due_on: string }>(town.pools.jobs, sql`select due_on from case_list where case_id = ${id}`))?.due_on).toBe('2027-01-31')
  await lead.did(id, 'extend', { ...example.extend, endsOn: '2027-06-02' })
  expect(refused(await lead.step(id, 'extend', { ...example.extend, endsOn: '2027-06-02' }))).toEqual(['extensionLater'])
})

test('the last day passes: nothing is lifted by the clock, those who should act are told', async () => {
  town.on('2027-06-07')
  await runSchedule(town.platform)
  expect([await status(), await work.statusOf(id)]).toEqual(['suspended', 'suspended'])
  expect(JSON.stringify((await (await town.as('county.yuci')).call('GET', '/api/messages')).body)).toContain('已逾期')
})

test('the base says what it put right, an officer looks, the city\'s lead lifts; a refusal leaves it suspended', async () => {
  const [host, officer, lead] = [await town.as('host.carbon'), await town.as('county.yuci'), await town.as('city.lead')]
  const paper = await host.attaches(id, 'A12', '检测报告.pdf', plainPdf(['report']))
  expect(refused(await lead.step(id, 'lift'))).toEqual(['notNow'])
  await host.did(id, 'requestLift', { ...example.requestLift, files: [paper.id] })
  await lead.did(id, 'refuseLift', example.refuseLift)
  expect([await status(), await work.statusOf(id)]).toEqual(['suspended', 'suspended'])
  await host.did(id, 'requestLift', { ...example.requestLift, files: [paper.id] })
  await officer.did(id, 'proposeLift', { ...example.proposeLift, checkedOn: '2027-06-07' })
  // What is being proposed stays with the authorities.
  expect((await fileOf('host.carbon')).proposal).toBeUndefined()
  await lead.did(id, 'lift')
  expect([await status(), (await holds())[0], await work.statusOf(id)]).toEqual(['operating', [number, false], 'lifted'])
  const { rows } = (await host.call<{ rows: { kind: string; number: string }[] }>('GET', `/api/cases/${id}/papers`)).body
  expect(rows.map(({ kind, number: no }) => [kind, no]).toSorted()).toEqual([['suspensionConfirmed', 'ZQ-2026-0001'], ['suspensionConfirmed', 'ZQ-2026-0002'], ['suspensionNotice', 'ZX-2026-0001'], ['suspensionOver', 'ZJ-2027-0001']])
})

test('by its code an order that was lifted or annulled is told as over, the papers that ended it as standing', async () => {
  const { rows } = await town.pools.owner.query<{ kind: string; code: string; status: string }>(`
    select p.kind, p.code, s.status from paper p join suspension s on s.case_id = p.case_id order by p.at, p.case_id, p.id`)
  const papers = await Promise.all(rows.map(async ({ code }) => (await town.anyone.call<{ paper: { state: string; since: string | null; because: { zh: string } | null; base: object | null } }>('GET', `/api/public/verify?number=${code}`)).body.paper))
  const told = rows.map(({ kind, status: stands }, at) => `${stands} ${kind} ${papers[at]?.state}`)
  // With the day and what happened in public; neither the base nor a reason.
  const [lifted, annulled] = await Promise.all(['lifted', 'annulled'].map((as) => rowOf<{ ended_on: string }>(town.pools.jobs, sql`select ended_on from suspension where status = ${as} limit 1`)))
  expect(papers.find(({ state }) => state === 'ended')).toMatchObject({ since: lifted?.ended_on, because: { zh: '暂停已解除' }, base: null })
  expect(papers.find(({ state }) => state === 'void')).toMatchObject({ since: annulled?.ended_on, because: { zh: '暂停未获确认，已撤销' }, base: null })
  expect([...new Set(told)].sort()).toEqual(['annulled suspensionNotice void', 'annulled suspensionOver valid', 'lifted suspensionConfirmed ended', 'lifted suspensionNotice ended', 'lifted suspensionOver valid'])
})

test('a hold of another procedure is not its own to lift, and a suspension ends with the base', async () => {
  await work.asSystem(file, 'hold', { case: of.id, number: 'ZD-2027-0001', kind: 'safety', reason: '事故报告。' })
  const own = await (await town.as('city.officer')).opened('suspension', { ...example.suspend, base, reasons: { notHeldTwice: '另案。' } })
  await (await town.as('city.lead')).did(own.id, 'annul', example.annul)
  expect([await status(), (await holds()).filter(([, standing]) => standing)]).toEqual(['suspended', [['ZD-2027-0001', true]]])
  const last = await (await town.as('city.officer')).opened('suspension', { ...example.suspend, base, reasons: { notHeldTwice: '另案。' } })
  await work.asSystem(file, 'revoke', { case: of.id, number: 'CX-2027-0001', grounds: ['Art. 19(1)'], documentNo: '市科字〔2027〕9号' })
  await runSchedule(town.platform)
  expect([await status(), await work.statusOf(last.id)]).toEqual(['revoked', 'ended'])
})

test('every read table is the same again from the entries alone, and every hash holds', async () => {
  const content = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await town.pools.jobs.query(`select t::text as row from ${table} t order by 1`)).rows])))
  const before = await content()
  expect((before.suspension as unknown[]).length).toBe(4)
  const rules = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, jurisdiction, on) => rules.rulesOf(tx, jurisdiction, on) })
  expect(await content()).toEqual(before)
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
})
