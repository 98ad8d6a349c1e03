/** Revocations over HTTP and a real PostgreSQL: each other ground of Art. 19 with its evidence, not revoking, restoring; every chain holds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Base, graded, recognisedBases, statusOfBase } from '../../../test/bases.ts'
import { type Casework, casework } from '../../../test/casework.ts'
import { type Revoking, revoking } from '../../../test/revoking.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import { revocationExamples as example } from './revocation.examples.ts'

let town: Town
let work: Casework
let bases: { [Name in 'accident' | 'absence' | 'twicePoor' | 'unable' | 'cured' | 'spared']: Base }
let says: Revoking['says'], refused: Revoking['refused'], opens: Revoking['opens'], fileOf: Revoking['fileOf'], later: Revoking['later'], runs: Revoking['runs']
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const [accident, absence, twicePoor, unable, cured, spared] = await recognisedBases(town, work, ['gears', 'anode', 'engine', 'magnesium', 'filter', 'nylon'])
  bases = { accident, absence, twicePoor, unable, cured, spared }
  ;({ says, refused, opens, fileOf, later, runs } = revoking(town))
})
afterAll(() => town.close())

const status = (id: string) => work.statusOf(id)

describe('the other grounds, each with its own evidence', () => {
  test('Art. 19(1): an accident', async () => {
    const id = await opens(bases.accident, 'Art. 19(1)')
    await runs(id, bases.accident, 'findAccident')
    expect([await status(id), await statusOfBase(town, bases.accident), (await fileOf('city.officer', id)).decision?.grounds]).toEqual(['announced', 'revoked', ['Art. 19(1)']])
  })

  test('Art. 19(3): absence opens from the assessment by the system, and is found on two delivered reminders', async () => {
    await graded(work, bases.absence, [2025, null, 'absent'])
    const id = await town.platform.asSystem(async (context) => {
      const outcome = await town.platform.openCase(context, { procedure: 'revocation', data: { base: bases.absence.number, ground: 'Art. 19(3)', facts: '2025 年度两次书面催报仍未报送，已认定无故不参加。', source: { case: bases.absence.id, number: 'KH-2025-0003', procedure: 'assessment' } }, as: { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] } })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
      return outcome.done.caseId
    })
    expect(await statusOfBase(town, bases.absence)).toBe('operating')
    expect(await refused('city.officer', id, 'findAbsence', { reminders: example.findAbsence.reminders.slice(0, 1) })).toEqual([422, ['absentWithoutCause']])
    await runs(id, bases.absence, 'findAbsence')
    expect([await status(id), await statusOfBase(town, bases.absence)]).toEqual(['announced', 'revoked'])
  })

  test('Art. 18: two poor in a row, computed again on the day of the decision', async () => {
    await graded(work, bases.twicePoor, [2023, 'poor'], [2024, 'poor'])
    const id = await opens(bases.twicePoor, 'Art. 18')
    await says('city.officer', id, 'findTwicePoor')
    await says('city.officer', id, 'investigate')
    // The grade of 2024 is reviewed: the ground is gone, and comes back with a second review.
    await graded(work, bases.twicePoor, [2024, 'fair'])
    expect(await refused('city.officer', id, 'notify')).toEqual([422, ['groundsStillStand']])
    await graded(work, bases.twicePoor, [2024, 'poor'])
    await says('city.officer', id, 'notify')
    await says('city.officer', id, 'recordNoticeService')
    town.on('2026-12-17')
    await runSchedule(town.platform)
    await says('city.officer2', id, 'reviewLegality')
    await says('city.officer', id, 'proposeRevoke')
    await says('city.lead', id, 'decideRevoke')
    await says('city.officer', id, 'serve')
    await says('city.officer', id, 'announce')
    const file = await fileOf('city.officer', id)
    expect(file).toMatchObject({ decision: { grounds: ['Art. 18', 'Art. 19(3)'] }, findings: { twicePoor: { series: [{ year: 2023, grade: 'poor' }, { year: 2024, grade: 'poor' }] } }, notice: { served: { method: 'person' } }, ended: '2026-12-17' })
    // For its performance the host waits two years.
    const host = await town.as('host.engine')
    const draft = (await host.opened('recognition')).id
    expect((await host.check(draft)).findings.filter(({ rule, outcome }) => ['notBarred', 'reapplicationOpen'].includes(rule ?? '') && outcome !== 'met').map(({ rule }) => rule)).toEqual(['reapplicationOpen'])
    town.on('2028-12-17')
    expect((await (await later('host.engine')).check(draft)).findings.filter(({ rule, outcome }) => rule === 'reapplicationOpen' && outcome !== 'met')).toEqual([])
    town.on('2026-12-17')
  })

  test('Art. 19(4): lost capacity has its time to be restored; after it the notice follows', async () => {
    const id = await opens(bases.unable, 'Art. 19(4)')
    const before = town.now().toISOString().slice(0, 10)
    await says('city.officer', id, 'findUnable')
    await says('city.officer', id, 'investigate')
    expect(await refused('city.officer', id, 'notify')).toEqual([422, ['cureTried']])
    await says('city.officer', id, 'giveCure')
    expect((await fileOf('host.magnesium', id)).cure).toMatchObject({ dueOn: '2027-03-17', items: example.giveCure.items })
    await says('host.magnesium', id, 'reportCure')
    await says('city.officer', id, 'findNotCured')
    town.on('2027-03-17')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('curing')
    town.on('2027-03-18')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('investigated')
    town.on(before)
  })
})

describe('not revoking is a full outcome', () => {
  test('Art. 19(4): restored in time, closed by another as not revoked, with its own paper', async () => {
    const id = await opens(bases.cured, 'Art. 19(4)')
    await says('city.lead', id, 'suspend')
    await says('city.officer', id, 'findUnable')
    await says('city.officer', id, 'investigate')
    await says('city.officer', id, 'giveCure')
    await says('host.filter', id, 'reportCure')
    await says('city.officer', id, 'findCured')
    expect(await statusOfBase(town, bases.cured)).toBe('suspended')
    await says('city.lead', id, 'closeCured')
    expect([await status(id), await statusOfBase(town, bases.cured)]).toEqual(['notRevoked', 'operating'])
    expect((await (await town.as('host.filter')).call<{ rows: { kind: string }[] }>('GET', `/api/cases/${id}/papers`)).body.rows.map(({ kind }) => kind)).toEqual(['notRevoked'])
  })

  test('nothing found: proposed and decided not to revoke, the suspension lifted, nothing public', async () => {
    const id = await opens(bases.spared, 'Art. 19(2)')
    await says('city.lead', id, 'suspend')
    await says('city.officer', id, 'investigate', { summary: '经核对，所反映合同均已履行并到账。' })
    await says('city.officer', id, 'proposeNotRevoke')
    expect((await refused('city.lead', id, 'decideRevoke'))[0]).toBe(409)
    await says('city.lead', id, 'decideNotRevoke')
    expect([await status(id), await statusOfBase(town, bases.spared)]).toEqual(['notRevoked', 'operating'])
    expect(JSON.stringify((await town.anyone.call('GET', '/api/public/revocations')).body)).not.toContain(bases.spared.number)
    // Another case may be opened later; legality may send one back to the beginning.
    const again = await opens(bases.spared, 'Art. 19(2)')
    await says('city.officer', again, 'findFalsehood')
    await says('city.officer', again, 'investigate')
    await says('city.officer', again, 'notify')
    await says('host.nylon', again, 'acknowledgeNotice')
    await says('host.nylon', again, 'waive')
    await says('city.officer2', again, 'faultLegality')
    await says('city.officer', again, 'dropGround')
    await says('city.officer', again, 'investigate')
    await says('city.officer', again, 'proposeNotRevoke')
    await says('city.lead', again, 'sendBack')
    expect(await status(again)).toBe('investigating')
  })

  test('the bureau may ask for a public notice first: the row waits for it like any other', async () => {
    const change = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'setting', key: 'revocation.publicNotice', value: true }, validFrom: '2026-12-17', basis: '局务会纪要（演示）' })
    await (await town.as('city.lead')).did(change.id, 'sign')
    const [id] = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from revocation where base_id = ${bases.spared.number} and status = 'investigating'`)).map(({ id: one }) => one) as [string]
    await says('city.officer', id, 'findFalsehood')
    await says('city.officer', id, 'investigate')
    await says('city.officer', id, 'notify')
    await says('host.nylon', id, 'acknowledgeNotice')
    await says('host.nylon', id, 'waive')
    await says('city.officer2', id, 'reviewLegality')
    expect(await refused('city.officer', id, 'proposeRevoke')).toEqual([422, ['removalNoticed']])
    await says('city.officer', id, 'openNotice')
    expect(await status(id)).toBe('onNotice')
    const notices = (await town.anyone.call<{ open: { number: string; kind: string }[] }>('GET', '/api/public/notices')).body
    expect(notices.open).toMatchObject([{ kind: 'revocation' }])
    town.on('2026-12-24')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('cleared')
    await says('city.officer', id, 'proposeRevoke')
    await says('city.lead', id, 'decideNotRevoke')
    expect(await status(id)).toBe('notRevoked')
  })
})

test('a base that leaves by itself ends its open revocation by the clock', async () => {
  const id = await opens(bases.cured, 'Art. 19(2)')
  await work.asSystem(bases.cured.base, 'leave', { matter: bases.cured.id, number: 'ZD-演示' })
  await runSchedule(town.platform)
  expect(await status(id)).toBe('moot')
})

test('every chain holds, and the read tables come back equal from the entries', async () => {
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  const { engines } = await import('../../engines.ts')
  const all = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await rowsOf<{ row: string }>(town.pools.jobs, sql`select to_jsonb(t)::text as row from ${sql.ref(table)} t order by 1`)).map(({ row }) => row)] as const)))
  const before = await all()
  expect(before.revocation?.length).toBeGreaterThan(7)
  const reader = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, where, day) => reader.rulesOf(tx, where, day) })
  expect(await all()).toEqual(before)
})
