/** Experts take turns: who has sat often enough this year waits, and of the panel before only so many sit again; anyone can recompute it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Case, casework, type Casework, type Panel } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { engines } from '../../engines.ts'
import type { DrawRecord, DrawRules } from './panel-review.draw.ts'

let town: Town
let work: Casework
let before: Panel
let alone: Case
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  before = await work.concluded([await work.queued('gears')])
  alone = await special('methane')
})
afterAll(() => town.close())

const officer = () => town.as('city.officer')
const special = async (key: Case['key']): Promise<Case> => { const of = await work.accepted(key); await (await town.as('city.lead')).did(of.id, 'admitSpecially', engines.recognition?.examples.admitSpecially); return of }
const sets = async (key: string, value: unknown) => {
  const change = await (await officer()).opened('rule-change', { change: { kind: 'setting', key, value }, validFrom: '2026-11-23', basis: '局务会纪要（演示）' })
  await (await town.as('city.lead')).did(change.id, 'sign')
}
type PoolNow = { excluded: { person: string; because: string; rotated?: { zh: string } }[]; rules: DrawRules; faults: unknown[] }
const poolOf = async (panel: Panel) => (await (await officer()).call<PoolNow>('GET', `/api/panel/${panel.id}/pool`)).body
const recordOf = async (panel: Panel) => (await (await officer()).call<DrawRecord>('GET', `/api/panel/${panel.id}/record`)).body
const people = (panel: Panel) => panel.members.map(({ person }) => person)

function recomputed(record: object): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'zs-rotation-'))
  writeFileSync(join(folder, 'record.json'), JSON.stringify(record))
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, '../../../scripts/recompute-draw.mjs'), join(folder, 'record.json')], { stdio: 'ignore' })
    return true
  } catch { return false } finally { rmSync(folder, { recursive: true }) }
}

test('setting:panel.batchesAYear: one occasion is not yet two; with a limit of one, whoever sat before waits, by name and reason, and is not designated either', async () => {
  const panel = await work.convened([alone])
  expect((await poolOf(panel)).excluded.filter(({ because }) => because === 'rotation')).toEqual([])
  await sets('panel.batchesAYear', 1)
  const { excluded, rules, faults } = await poolOf(panel)
  expect([rules.algorithm, rules.batchesAYear, faults]).toEqual(['draw-1', 1, []])
  const waiting = excluded.filter(({ because }) => because === 'rotation')
  expect(waiting.length).toBeGreaterThan(3)
  // Who must stand back anyway is told that first.
  for (const person of people(before)) expect(['rotation', 'conflict'], person).toContain(excluded.find((one) => one.person === person)?.because)
  expect(waiting[0]?.rotated?.zh).toMatch(/^本年度已参加 1 个批次：2026-2$/)
  const refused = await (await officer()).step(panel.id, 'designate', { ...engines['panel-review']?.examples.designate, expert: waiting[0]?.person })
  expect([refused.status, refused.body.refusals?.map(({ rule }) => rule)]).toEqual([403, ['mayBeSeated']])
  await (await town.as('city.lead')).did(panel.id, 'dissolve', engines['panel-review']?.examples.dissolve)
})

test('the panels of the same batch are one occasion, and a new year begins anew', async () => {
  const special = await work.drawn([alone])
  expect(people(special).some((person) => people(before).includes(person))).toBe(false)
  const second = await work.convened([await work.queued('anode')])
  const waiting = (await poolOf(second)).excluded.filter(({ because }) => because === 'rotation').map(({ person }) => person)
  expect(waiting.filter((person) => people(before).includes(person))).toEqual([])
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.filter((person) => !people(special).includes(person))).toEqual([])
  town.on('2027-01-04')
  expect((await poolOf(second)).excluded.filter(({ because }) => because === 'rotation')).toEqual([])
  town.on('2026-11-23')
  await (await town.as('city.lead')).did(second.id, 'dissolve', engines['panel-review']?.examples.dissolve)
})

test('setting:panel.overlap: the draw itself counts the panel before; the record says who sat and how many may, without a name, and the script finds a rule that was broken', async () => {
  await sets('panel.rotation', 'overlap')
  const panel = await work.drawn([await work.queued('engine')])
  const last = await recordOf(panel)
  expect([last.rules.algorithm, last.rules.mostBefore, last.rules.batchesAYear]).toEqual(['draw-2', 2, undefined])
  const sat = last.pool.filter(({ before: again }) => again).map(({ expert }) => expert)
  expect(sat.length).toBeGreaterThan(0)
  const seats = last.result.found ? last.result.seats.map(({ expert }) => expert) : []
  expect(seats.filter((expert) => sat.includes(expert)).length).toBeLessThanOrEqual(2)
  expect(JSON.stringify(last)).not.toMatch(/p-expert|演示/)
  expect([recomputed(last), recomputed({ ...last, rules: { ...last.rules, mostBefore: 0 } }), recomputed({ ...last, pool: last.pool.map(({ before: _, ...one }) => one) })]).toEqual([true, false, false])
})
