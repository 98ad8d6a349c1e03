/** Inspection plans over HTTP and a real PostgreSQL: chosen by marks, or drawn by lot that the published script recomputes; each base becomes an inspection. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Case, casework, type Casework, tokenOf } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import type { InspectionPlanCase } from './inspection-plan.case.ts'
import { inspectionPlanExamples as example } from './inspection-plan.commands.ts'

let town: Town
let work: Casework
const bases: Record<string, string> = {}
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const cases: Case[] = []
  for (const key of ['carbon', 'iron', 'coke', 'gears'] as const) cases.push(await work.queued(key))
  await work.concluded(cases)
  for (const one of cases.slice(0, -1)) await work.onNotice(one)
  await work.recognised(cases.at(-1) as Case, { by: '2026-12-01' })
  for (const one of cases.slice(0, -1)) await work.step(one, town.as('city.lead'), 'recognise')
  for (const one of cases) bases[one.key] = await work.baseNumberOf(one)
  town.on('2026-12-02')
})
afterAll(() => town.close())

const fileOf = async (id: string, username: string) => (await (await town.as(username)).detail(id)).case.file as unknown as InspectionPlanCase
const refused = (answer: { body: { refusals?: { rule?: string; code: string }[] } }) => answer.body.refusals?.map(({ rule, code }) => rule ?? code)
const inspectionsOf = (id: string) => rowsOf<{ base: string; status: string; opened: string }>(town.pools.jobs, sql`
  select l.base, l.status, e.by_person as opened from case_list l join case_entry e on e.jurisdiction = l.jurisdiction and e.case_id = l.case_id and e.no = 1 where l.procedure = 'inspection' and e.body->'data'->>'plan' = ${id} order by l.base`)

test('a county plans for its own bases only, with what speaks for looking at each', async () => {
  const officer = await town.as('county.yuci')
  const { id, number } = await officer.opened('inspection-plan', example.open)
  expect(number).toBe('JH-2026-0001')
  const { pool } = await fileOf(id, 'county.yuci')
  const own = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select id from base where county = '140702' order by id`)).map((row) => row.id)
  expect(pool.map(({ base }) => base).sort()).toEqual(own)
  expect(pool.find(({ base }) => base === bases.carbon)?.risks).toBeDefined()
  for (const username of ['county.taigu', 'host.carbon', 'expert.01', 'auditor']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 404])
  expect(refused(await officer.step(id, 'choose', { bases: [{ base: bases.iron, reason: '别区县的。' }] }))).toEqual(['chosenFromPool'])
  await officer.did(id, 'choose', { bases: [{ base: bases.carbon, reason: '证照将到期。' }] })
  expect((await officer.step(id, 'approve')).status).toBe(403)
  await (await town.as('county.yuci.lead')).did(id, 'approve')
  expect(await inspectionsOf(id)).toMatchObject([{ base: bases.carbon, status: 'planned' }])
  // The inspection is the county's, and says under which plan it stands.
  const [inspection] = await rowsOf<{ case_id: string; level: string }>(town.pools.jobs, sql`select case_id, level from inspection`)
  expect(inspection?.level).toBe('county')
  expect((await officer.detail(inspection?.case_id ?? '')).case.file).toMatchObject({ plan: { id, number }, reason: `${example.open.title}：证照将到期。` })
})

let record: object
test('setting:inspection.draw: by lot, witnessed by the supervisor, recomputed by the published script', async () => {
  const [officer, supervisor] = [await town.as('city.officer'), await town.as('city.supervisor')]
  const { id } = await officer.opened('inspection-plan', { ...example.open, counties: ['140703', '140729'] })
  const { pool } = await fileOf(id, 'city.officer')
  expect(pool.map(({ county }) => county).every((county) => ['140703', '140729'].includes(county))).toBe(true)
  const count = pool.length - 1
  expect(refused(await officer.step(id, 'commit', { count: pool.length + 1 }))).toEqual(['lotCanBeDrawn'])
  await officer.did(id, 'commit', { count })
  // Nobody reads the seed before the witness has spoken: not the table, not the function.
  expect(await town.platform.asToken(await tokenOf(town, 'city.officer'), async ({ tx }) => (await rowOf<{ seed: string | null }>(tx, sql`select sec.inspection_seed('140700', ${id}) as seed`))?.seed)).toBeNull()
  await expect(town.pools.app.query('select seed from inspection_seed')).rejects.toThrow(/permission denied/)
  expect(JSON.stringify(await officer.detail(id))).not.toContain((await rowOf<{ seed: string }>(town.database.pools.owner, sql`select seed from inspection_seed where case_id = ${id}`))?.seed)
  expect((await officer.step(id, 'reveal')).status).toBe(409)
  expect((await officer.step(id, 'witness', example.witness)).status).toBe(403)
  await supervisor.did(id, 'witness', example.witness)
  await officer.did(id, 'reveal')
  const file = await fileOf(id, 'city.officer')
  expect(file.chosen).toHaveLength(count)
  record = file.draws[0]?.record ?? {}
  expect(recomputed(record)).toBe('一致 / the record agrees')
  expect(recomputed({ ...record, witness: '别的数' })).toContain('不一致')
  await (await town.as('city.lead')).did(id, 'approve')
  expect((await inspectionsOf(id)).map(({ base }) => base)).toEqual(file.chosen.map(({ base }) => base).sort())
})

test('sent back and drawn again: the first draw stays on record; a plan may be dropped, but not between commitment and reveal', async () => {
  const [officer, lead] = [await town.as('county.yuci'), await town.as('county.yuci.lead')]
  const { id } = await officer.opened('inspection-plan', example.open)
  await officer.did(id, 'commit', { count: 1 })
  expect((await officer.step(id, 'abandon', example.abandon)).status).toBe(409)
  await lead.did(id, 'witness', example.witness)
  await officer.did(id, 'reveal')
  await lead.did(id, 'sendBack', example.sendBack)
  expect(refused(await officer.step(id, 'commit', { count: 1 }))).toEqual(['lotAgainHasReason'])
  await officer.did(id, 'commit', { count: 1, reason: '范围调整。' })
  await lead.did(id, 'witness', { word: '7' })
  await officer.did(id, 'reveal')
  const { draws } = await fileOf(id, 'county.yuci')
  expect(draws).toHaveLength(2)
  expect(draws.map((draw) => recomputed(draw.record ?? {}))).toEqual(['一致 / the record agrees', '一致 / the record agrees'])
  await lead.did(id, 'abandon', example.abandon)
  expect(await work.statusOf(id)).toBe('abandoned')
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
})

/** What the script of the public says to a record, in a process that knows nothing of this one. */
function recomputed(value: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'lot-'))
  try {
    writeFileSync(join(folder, 'record.json'), JSON.stringify(value))
    return execFileSync(process.execPath, ['scripts/recompute-draw.mjs', join(folder, 'record.json')], { encoding: 'utf8', cwd: join(import.meta.dirname, '../../..') }).trim()
  } catch (fault) {
    return (fault as { stdout: string }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}
