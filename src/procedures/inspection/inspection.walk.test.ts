/** Inspections over HTTP and a real PostgreSQL: by the county with rectification, escalated to the city, closed or referred; all of it on the base's own file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { engines } from '../../engines.ts'
import type { Paper } from '../../platform/papers/paper.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import type { BaseCase } from '../base/base.case.ts'
import type { InspectionCase } from './inspection.case.ts'
import { inspectionExamples as example, itemsFound } from './inspection.examples.ts'

const jurisdiction = '140700'
let town: Town
let work: Casework
let carbon: { of: Case; base: string; file: string }
let iron: { of: Case; base: string; file: string }
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const cases = [await work.queued('carbon'), await work.queued('iron')] as [Case, Case]
  await work.concluded(cases)
  // On notice together, so that both are cleared on one day.
  await work.onNotice(cases[0])
  await work.recognised(cases[1], { by: '2026-12-01' })
  await work.step(cases[0], town.as('city.lead'), 'recognise')
  const about = async (of: Case) => ({ of, base: await work.baseNumberOf(of), file: await work.baseOf(of) })
  carbon = await about(cases[0])
  iron = await about(cases[1])
})
afterAll(() => town.close())

const fileOf = async (id: string, username = 'city.officer') => (await (await town.as(username)).detail(id)).case.file as unknown as InspectionCase
const baseAs = async (of: { file: string }) => (await (await town.as('city.officer')).detail(of.file)).case.file as unknown as BaseCase & { baseStatus: string }
const published = async (of: { base: string }) => (await rowOf<{ status: string }>(town.pools.jobs, sql`select status from base where id = ${of.base}`))?.status
const rowIn = (id: string) => rowOf<Record<string, unknown>>(town.pools.jobs, sql`select level, status, result, fails, partly, demands, rectified, returns, due_on, closed_on from inspection where case_id = ${id}`)
const refused = (answer: { body: { refusals?: { rule?: string }[] } }) => answer.body.refusals?.map(({ rule }) => rule)
const findings = { 'J1.2': { answer: 'fails' as const, note: '消防验收合格证已过期。' }, 'J2.2': { answer: 'partly' as const, note: '台账缺两笔。' }, 'J8.5': { answer: 'partly' as const, note: '场地减少未申报。', matter: 'M07' } }
/** A base of the town is not chemical; what its register lacks is confirmed by the inspector in words. */
const items = (others = {}) => itemsFound(others)
const day = (on: string, due: { first: string; last: string }) => { town.on(on); return due }

describe('Art. 7(3): the county inspects, orders a rectification, verifies it item by item', () => {
  let id = ''
  let number = ''
  test('ordered by the county; the host does not see it before it is told', async () => {
    town.on('2026-12-02')
    const officer = await town.as('county.yuci')
    ;({ id, number } = await officer.opened('inspection', { ...example.open, base: carbon.base }))
    expect(number).toBe('JC-2026-0001')
    for (const username of ['host.carbon', 'partner.univ', 'county.taigu', 'host.iron', 'client.auto', 'sysadmin']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 404])
    for (const username of ['county.yuci', 'county.yuci.lead', 'city.officer', 'city.lead']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 200])
    // Another county cannot order one here, and learns nothing of the base.
    expect(refused(await (await town.as('county.taigu')).open('inspection', { ...example.open, base: carbon.base }))).toEqual(['baseInRegister'])
    expect(refused(await officer.open('inspection', { ...example.open, base: carbon.base }))).toEqual(['notUnderInspection'])
    // The city sees the county's inspection and does not act in it.
    expect((await (await town.as('city.officer')).step(id, 'notify', example.notify)).status).toBe(403)
  })

  test('told three working days ahead, or with a reason; from then on host and base take part', async () => {
    const officer = await town.as('county.yuci')
    expect(refused(await officer.step(id, 'notify', { ...example.notify, visitOn: '2026-12-04' }))).toEqual(['noticeInTime'])
    await officer.did(id, 'notify', { ...example.notify, visitOn: '2026-12-07' })
    expect((await fileOf(id, 'host.carbon'))).toMatchObject({ notice: { visitOn: '2026-12-07' } })
    // Why it was ordered is not told.
    expect((await fileOf(id, 'host.carbon')).reason).toBeUndefined()
    expect(JSON.stringify(await (await town.as('host.carbon')).detail(id))).not.toContain(example.open.reason)
    expect((await rowOf<{ due_on: string }>(town.pools.jobs, sql`select due_on from case_list where case_id = ${id}`))?.due_on).toBe('2026-12-07')
  })

  test('recorded on the spot: what the register shows as missing is proposed, and stands in the record', async () => {
    town.on('2026-12-07')
    const officer = await town.as('county.yuci')
    const sheet = (await officer.call<{ version: string; shown: { findings: { item: string; law: string }[]; declared: Record<string, number> } }>('GET', `/api/cases/${id}/sheet`)).body
    expect(sheet.version).toBe('2026-1')
    // The town's register opens with what was recognised: staff and equipment, no committee meeting, no statement of last year.
    expect(sheet.shown.findings.map(({ item }) => item)).toEqual(expect.arrayContaining(['J5.2', 'J4.2']))
    const independent = await rowOf<{ value: number; count: number }>(town.pools.jobs, sql`select sum((data->>'value')::numeric)::float8 as value, sum((data->>'count')::int)::int as count from base_row where base_id = ${carbon.base} and table_id = 'equipment' and valid_to is null`)
    expect(sheet.shown.declared).toMatchObject({ 'J8.3': independent?.count, 'J8.4': Math.round((independent?.value ?? 0) * 100) / 100 })
    const silent = items(Object.fromEntries(sheet.shown.findings.map(({ item }) => [item, { note: '' }])))
    expect(refused(await officer.step(id, 'record', { ...example.record, inspectedOn: '2026-12-07', items: silent }))).toEqual(['registerFindingsAnswered'])
    const photo = await officer.attaches(id, 'A03', '现场.pdf', plainPdf(['photo']))
    await officer.did(id, 'record', { ...example.record, inspectedOn: '2026-12-07', items: items({ ...findings, 'J1.2': { ...findings['J1.2'], photos: [{ id: photo.id, at: '2026-12-07T02:00:00.000Z' }] } }) })
    expect(await rowIn(id)).toMatchObject({ level: 'county', status: 'recorded', result: 'findings', fails: 1, partly: 2 })
    // The host reads the record, and the photograph it names.
    expect((await fileOf(id, 'host.carbon')).record?.items.find(({ item }) => item === 'J1.2')).toMatchObject({ answer: 'fails', photos: [{ id: photo.id }] })
    expect((await (await town.as('host.carbon')).call('GET', `/api/files/${photo.id}`)).status).toBe(200)
    expect((await (await town.as('host.iron')).call('GET', `/api/files/${photo.id}`)).status).toBe(404)
    expect((await baseAs(carbon)).inspections).toMatchObject([{ number, result: 'findings', on: '2026-12-07' }])
    // An undeclared change of premises is linked to its kind of major matter.
    expect((await fileOf(id)).record?.items.find(({ item }) => item === 'J8.5')?.matter).toBe('M07')
  })

  test('one proposes, another signs; the base shows as rectifying at once', async () => {
    const [officer, lead] = [await town.as('county.yuci'), await town.as('county.yuci.lead')]
    expect(refused(await officer.step(id, 'close', example.close))).toEqual(['nothingFails', 'partlySettled'])
    await officer.did(id, 'proposeRectification', example.proposeRectification)
    expect((await fileOf(id, 'host.carbon')).proposal).toBeUndefined()
    await lead.did(id, 'sendBack', example.sendBack)
    await officer.did(id, 'proposeRectification', example.proposeRectification)
    expect((await officer.step(id, 'requireRectification')).status).toBe(403)
    await lead.did(id, 'requireRectification')
    expect([await published(carbon), (await baseAs(carbon)).baseStatus]).toEqual(['rectifying', 'rectifying'])
    expect((await baseAs(carbon)).rectifications).toMatchObject([{ case: id, number, dueOn: '2026-12-22', ended: null }])
    const worklist = (await (await town.as('host.carbon')).call<{ rows: { number: string; due: { day: string } | null }[] }>('GET', '/api/worklist')).body.rows
    expect(worklist.find((row) => row.number === number)?.due?.day).toBe('2026-12-22')
  })

  test('Art. 8(1): the host reports with evidence; verified item by item, returned once, then closed by another than who verified', async () => {
    const [host, officer, lead] = [await town.as('host.carbon'), await town.as('county.yuci'), await town.as('county.yuci.lead')]
    const paper = await host.attaches(id, 'A12', '合格证.pdf', plainPdf(['new']))
    town.on('2026-12-18')
    await host.did(id, 'reportRectification', { ...example.reportRectification, answers: [{ ...example.reportRectification.answers[0], files: [paper.id] }, example.reportRectification.answers[1]] })
    // What was handed in stays: the host adds nothing while it is being verified.
    expect((await host.call('POST', `/api/files?case=${id}&name=x.pdf`, plainPdf(['x']), { 'content-type': 'application/octet-stream' })).status).toBe(409)
    expect(refused(await lead.step(id, 'closeRectified', example.closeRectified))).toEqual(['everyReportChecked', 'allRectified'])
    await officer.did(id, 'verify', { checkedOn: '2026-12-18', results: [{ item: 'J1.2', result: 'rectified' }, { item: 'J2.2', result: 'notRectified', note: '仍缺两笔。' }] })
    await officer.did(id, 'returnRectification', { ...example.returnRectification, dueOn: '2026-12-31' })
    expect(await rowIn(id)).toMatchObject({ status: 'rectifying', demands: 2, rectified: 1, returns: 1, due_on: '2026-12-31' })
    expect((await baseAs(carbon)).rectifications).toMatchObject([{ dueOn: '2026-12-31', ended: null }])
    await host.did(id, 'reportRectification', { ...example.reportRectification, answers: [example.reportRectification.answers[1]] })
    await officer.did(id, 'verify', { checkedOn: '2026-12-18', results: [{ item: 'J2.2', result: 'rectified' }] })
    await lead.did(id, 'closeRectified', example.closeRectified)
    expect(await rowIn(id)).toMatchObject({ status: 'closed', rectified: 2, due_on: null, closed_on: '2026-12-18' })
    expect([await published(carbon), (await baseAs(carbon)).rectifications[0]?.ended]).toEqual(['operating', '2026-12-18'])
  })

  test('record and notices are papers of their own numbers: base and authorities may have them, nobody else; the second notice names only what is still open', async () => {
    const papers = async (username: string) => (await (await town.as(username)).call<{ rows?: { id: string; kind: string; number: string; title: string }[] }>('GET', `/api/cases/${id}/papers`)).body.rows ?? []
    const rows = await papers('host.carbon')
    expect(rows.map(({ kind, number: no }) => [kind, no]).toSorted()).toEqual([['inspectionRecord', 'JL-2026-0001'], ['rectificationNotice', 'ZG-2026-0001'], ['rectificationNotice', 'ZG-2026-0002']])
    for (const username of ['county.yuci', 'city.officer']) expect([username, (await papers(username)).length]).toEqual([username, 3])
    for (const username of ['host.iron', 'county.taigu', 'client.auto', 'sysadmin']) expect([username, await papers(username)]).toEqual([username, []])
    const facts = await rowsOf<{ serial: string; facts: Paper }>(town.pools.jobs, sql`select facts->>'number' as serial, facts from paper where case_id = ${id} order by 1`)
    const [record, first, second] = facts.map((row) => row.facts)
    const fails = record?.blocks.flatMap((block) => (block.is === 'checklist' ? block.rows.filter(({ answer }) => block.answers[answer ?? -1] === '不符合') : [])) ?? []
    expect(fails).toMatchObject([{ no: 'J1.2', note: expect.stringContaining('照片1张') }])
    const demands = (paper?: Paper) => paper?.blocks.find((block) => block.is === 'table')?.rows.map(([, item, law]) => [item?.slice(0, 4), law])
    expect([demands(first), demands(second)]).toEqual([[['J1.2', '第八条（二）'], ['J2.2', '第八条（二）']], [['J2.2', '第八条（二）']]])
    expect([first?.addressee, first?.remedies]).toEqual([expect.any(String), expect.stringContaining('行政复议')])
  })
})

describe('Arts. 6(3)(4): what the county cannot bring about goes to the city', () => {
  let id = ''
  const rectifying = async (of: typeof iron, officer: string, lead: string, due: { first: string; last: string }, visit: string) => {
    const [one, other] = [await town.as(officer), await town.as(lead)]
    const { id: opened } = await one.opened('inspection', { ...example.open, base: of.base })
    await one.did(opened, 'goUnannounced', example.goUnannounced)
    await one.did(opened, 'record', { ...example.record, inspectedOn: visit, items: items(findings) })
    await one.did(opened, 'proposeRectification', { ...example.proposeRectification, demands: [{ item: 'J1.2', demand: '补办消防验收。', dueOn: due.last }, { item: 'J2.2', demand: '补齐台账。', dueOn: due.first }] })
    await other.did(opened, 'requireRectification')
    return opened
  }

  test('unannounced: the host learns of it with the record; late by more than the days allowed, the clock hands it to the city, once', async () => {
    id = await rectifying(iron, 'county.taigu', 'county.taigu.lead', day('2026-12-21', { first: '2026-12-25', last: '2027-01-29' }), '2026-12-21')
    // 2026-12-25 was a Friday; five working days later is 31 December, whose year is published.
    town.on('2027-01-01')
    await runSchedule(town.platform)
    expect(await work.statusOf(id)).toBe('rectifying')
    town.on('2027-01-06')
    await runSchedule(town.platform)
    expect(await work.statusOf(id)).toBe('escalated')
    await runSchedule(town.platform)
    expect((await fileOf(id)).escalated).toMatchObject({ by: 'clock', on: '2027-01-06' })
    // From now on the city acts; the county still sees it.
    expect((await (await town.as('county.taigu')).step(id, 'verify', example.verify)).status).toBe(403)
    expect((await (await town.as('county.taigu.lead')).read(id)).status).toBe(200)
    expect((await (await town.as('city.lead')).call<{ rows: { id: string }[] }>('GET', '/api/worklist')).body.rows.map((row) => row.id)).toContain(id)
  })

  test('the city sets a term once more, the base reports to the city, the city closes', async () => {
    const [lead, officer, director] = [await town.as('city.lead'), await town.as('city.officer'), await town.as('host.iron')]
    expect(refused(await lead.step(id, 'setTerm', { ...example.setTerm, dueOn: '2027-07-07' }))).toEqual(['dueWithinMost'])
    await lead.did(id, 'setTerm', { ...example.setTerm, dueOn: '2027-02-05' })
    await director.did(id, 'reportRectification', example.reportRectification)
    await officer.did(id, 'verify', { ...example.verify, checkedOn: '2027-01-06' })
    await lead.did(id, 'closeRectified', example.closeRectified)
    expect([await published(iron), (await rowIn(id))?.level]).toEqual(['operating', 'city'])
  })

  test('escalated by the county\'s lead; extended, late again, and referred: the base no longer shows as rectifying, and nothing is revoked', async () => {
    const due = day('2027-01-07', { first: '2027-01-20', last: '2027-02-10' })
    const other = await rectifying(iron, 'county.taigu', 'county.taigu.lead', due, '2027-01-07')
    const [countyLead, cityLead] = [await town.as('county.taigu.lead'), await town.as('city.lead')]
    await countyLead.did(other, 'extend', { ...example.extend, dueOn: '2027-02-26' })
    expect((await baseAs(iron)).rectifications.find((one) => one.case === other)?.dueOn).toBe('2027-02-26')
    expect(refused(await countyLead.step(other, 'escalate', example.escalate))).toEqual(['escalatedForCause'])
    await countyLead.did(other, 'escalate', { ...example.escalate, reasons: { escalatedForCause: '基地已停产，督促无效。' } })
    await cityLead.did(other, 'refer', example.refer)
    expect([await work.statusOf(other), await published(iron)]).toEqual(['referred', 'operating'])
  })

  test('the city\'s own inspection is the city\'s to act on; the county learns of it with the notice', async () => {
    const [officer, county] = [await town.as('city.officer'), await town.as('county.yuci')]
    const { id: own } = await officer.opened('inspection', { ...example.open, base: carbon.base })
    expect((await county.read(own)).status).toBe(404)
    await officer.did(own, 'notify', { ...example.notify, visitOn: '2027-01-14' })
    expect((await county.read(own)).status).toBe(200)
    expect((await county.step(own, 'record', example.record)).status).toBe(403)
    await (await town.as('city.lead')).did(own, 'cancel', example.cancel)
    expect(await work.statusOf(own)).toBe('ended')
  })

  test('an inspection under way ends with its base', async () => {
    const { id: under } = await (await town.as('county.yuci')).opened('inspection', { ...example.open, base: carbon.base })
    await work.asSystem(carbon.file, 'leave', { matter: carbon.of.id, number: 'ZD-2027-0001' })
    await runSchedule(town.platform)
    expect(await work.statusOf(under)).toBe('ended')
    expect(refused(await (await town.as('county.yuci')).open('inspection', { ...example.open, base: carbon.base }))).toEqual(['baseInRegister'])
  })
})

test('every read table is the same again from the entries alone, and every hash holds', async () => {
  const content = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await town.pools.jobs.query(`select t::text as row from ${table} t order by 1`)).rows])))
  const before = await content()
  expect((before.inspection as unknown[]).length).toBe(5)
  const rules = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, of, on) => rules.rulesOf(tx, of, on) })
  expect(await content()).toEqual(before)
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  expect(await rowsOf(town.pools.jobs, sql`select 1 from case_entry where jurisdiction <> ${jurisdiction}`)).toEqual([])
})

describe('Arts. 7(3), 8(1): kept from inspecting', () => {
  test('put down by both inspectors with what shows it, told to the host, known to whoever scores the year; no revocation opens', async () => {
    const officer = await town.as('county.taigu')
    const revocations = () => rowsOf(town.pools.jobs, sql`select 1 from case_head where procedure = 'revocation'`)
    const before = (await revocations()).length
    const { id, number } = await officer.opened('inspection', { ...example.open, base: iron.base, reasons: { notUnderInspection: '另行检查。' } })
    await officer.did(id, 'goUnannounced', example.goUnannounced)
    expect((await (await town.as('host.iron')).read(id)).status).toBe(404)
    const today = town.now().toISOString().slice(0, 10)
    const photo = await officer.attaches(id, 'A12', '门口.pdf', plainPdf(['closed']))
    const says = { ...example.recordObstruction, happenedOn: today, files: [photo.id] }
    const tries = async (change: object) => { const { status, body } = await officer.step(id, 'recordObstruction', { ...says, ...change }); return [status, ...(body.refusals ?? []).map(({ rule }) => rule)] }
    // One inspector, one signature, no evidence of this case, a day to come: each is a ground of its own.
    expect(await tries({ inspectors: says.inspectors.slice(0, 1) })).toEqual([422, 'inspectorsEnough'])
    expect(await tries({ signedBy: says.signedBy.slice(0, 1) })).toEqual([422, 'everyInspectorSigned'])
    expect(await tries({ files: example.recordObstruction.files })).toEqual([422, 'obstructionEvidenced'])
    expect(await tries({ files: [] })).toEqual([400])
    expect(await tries({ happenedOn: '2030-01-01' })).toEqual([422, 'inspectedOnTheDay'])
    await officer.did(id, 'recordObstruction', says)

    const host = await town.as('host.iron')
    expect(await fileOf(id, 'host.iron')).toMatchObject({ status: 'obstructed', obstruction: { how: 'refused', signedBy: says.signedBy, files: [photo.id] } })
    expect((await host.detail(id)).papers.map(({ kind }) => kind)).toEqual(['obstructionNotice'])
    expect(JSON.stringify((await host.call('GET', '/api/messages')).body)).toContain(number)
    expect((await baseAs(iron)).inspections.at(-1)).toMatchObject({ number, result: 'obstructed', on: today })
    expect(await rowIn(id)).toMatchObject({ status: 'obstructed', result: null, closed_on: today })
    // Art. 19 does not list it.
    expect((await revocations()).length).toBe(before)
    // Over, it does not stand in the way of the next.
    expect((await officer.open('inspection', { ...example.open, base: iron.base, reasons: { notUnderInspection: '另行检查。' } })).status).toBe(201)
  })
})
