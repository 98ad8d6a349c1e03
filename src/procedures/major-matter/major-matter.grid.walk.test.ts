/** Statuses × steps × people of major matters: what is not on the page is refused and leaves no trace; every arrow of the page can be gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Case, casework, type Casework, tokenOf } from '../../../test/casework.ts'
import { type Matter, matterwork, type Matterwork } from '../../../test/matterwork.ts'
import { stepsTried } from '../../../test/gridwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { engines } from '../../engines.ts'
import { type AnyCase, type Engine, entriesOf, fold, systemActor } from '../../platform/case-log.ts'
import { rowOf, sql } from '../../platform/query.ts'
import type { MatterCode } from '../../settings/matters/matter.ts'

const engine = engines['major-matter'] as Engine
type At = { status: string; matter: Matter; file: AnyCase; version: number }
let town: Town
let work: Casework
let matters: Matterwork
let stays: Case
let world: At[]

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  matters = matterwork(town, work)
  const both = [await work.queued('iron'), await work.queued('magnesium')] as [Case, Case]
  await work.concluded(both)
  for (const of of both) await work.onNotice(of)
  town.on('2026-12-01')
  await runSchedule(town.platform)
  for (const of of both) { await work.step(of, town.as('city.lead'), 'recognise'); await work.appoints(of, `director.${of.key}`, 'base.director'); await work.appoints(of, 'director.herbs', 'base.clerk') }
  const [goes, remains] = both
  stays = remains
  // The one that leaves has left before the others are looked at; what it was still writing ends with it.
  const unfinished = await matters.drafted(goes, 'M03', { values: { effectiveOn: '2027-02-01' } })
  const left = await matters.step(await matters.leaving(goes), town.as('city.officer'), 'openNotice')
  town.on('2026-12-08')
  await runSchedule(town.platform)
  world = await everyStatus(left, unfinished)
})
afterAll(() => town.close())

async function everyStatus(left: Matter, ended: Matter): Promise<At[]> {
  const of = stays
  const city = (name: 'officer' | 'lead') => town.as(`city.${name}`)
  const later = { effectiveOn: '2027-02-01' }
  const made: [status: string, matter: Matter][] = [
    ['left', left], ['ended', ended], ['draft', await matters.drafted(of, 'M03', { values: later })], ['draft', await matters.drafted(of, 'M03', { values: later, who: work.host(of) })], ['draft', await matters.opened(of, 'M11')],
    ['applied', await matters.applied(of, 'M03', later)], ['endorsed', await matters.verified(of, 'M03', later)],
    ['examined', await matters.prepared(of, 'M03', later)], ['examined', await matters.prepared(of, 'M15', { effectiveOn: '2027-02-01' })], ['examined', await matters.examined(of, 'M10', { occurredOn: '2026-12-02' })], ['examined', await matters.examined(of, 'M12', { occurredOn: '2026-12-02' })],
    ['returned', await matters.step(await matters.applied(of, 'M03', later), work.host(of), 'sendBack')],
    ['returned', await matters.step(await matters.step(await matters.drafted(of, 'M03', { values: later, who: work.host(of) }), work.host(of), 'propose'), work.county(of, 'county.officer'), 'returnFromCounty')],
    ['approved', await matters.step(await matters.prepared(of, 'M08', later), city('lead'), 'approve')], ['refused', await matters.step(await matters.prepared(of, 'M03', later), city('lead'), 'refuse')],
    ['filed', await matters.step(await matters.examined(of, 'M10', { occurredOn: '2026-12-02' }), city('officer'), 'file')], ['recorded', await matters.step(await matters.examined(of, 'M12', { occurredOn: '2026-12-02' }), city('officer'), 'record')],
    ['withdrawn', await matters.step(await matters.drafted(of, 'M03', { values: later }), matters.director(of), 'withdraw')], ['leaving', await matters.leaving(of)], ['onNotice', await matters.step(await matters.leaving(of), city('officer'), 'openNotice')],
    ['reported', await matters.reported(of, { occurredAt: '2026-12-08T08:10' })], ['written', await matters.written(of)], ['cleared', await matters.cleared(of)], ['liftProposed', await matters.liftProposed(of)], ['lifted', await matters.step(await matters.liftProposed(of), city('lead'), 'lift')],
    ['demanded', await demanded(of)], ['demanded', await demanded(of, 'M11')],
  ]
  return Promise.all(made.map(async ([status, matter]) => {
    const row = await rowOf<{ version: number }>(town.pools.jobs, sql`select version from case_head where id = ${matter.id}`)
    return { status, matter, version: row?.version ?? 0, file: await town.platform.asSystem(async (context) => fold(engine, await entriesOf(context.tx, '140700', matter.id), context)) }
  }))
}

async function demanded(of: Case, code: MatterCode = 'M03'): Promise<Matter> {
  const officer = await work.county(of, 'county.officer')
  const inspection = engines.inspection as Engine
  const { number } = await officer.opened('inspection', { ...inspection.examples[inspection.opensWith], base: await work.baseNumberOf(of), reasons: { notUnderInspection: '另有线索需要核实。' } })
  const opened = await officer.opened('major-matter', { base: await work.baseNumberOf(of), code, finding: { number, facts: '检查发现目标已调整，未申报。' } })
  const matter: Matter = { ...opened, of, code }
  if (code === 'M03') await matters.writes(matter, { ...matters.valuesFor(of, 'M03'), effectiveOn: '2027-02-01' })
  return matter
}

/** Everybody, and whether the case is theirs to see: told by hand. */
const cityStatuses = ['examined', 'approved', 'refused', 'filed', 'recorded', 'leaving', 'onNotice', 'left', 'reported', 'written', 'cleared', 'liftProposed', 'lifted']
const reachedCity = ({ status }: At) => cityStatuses.includes(status)
const reachedCounty = (at: At) => reachedCity(at) || at.status === 'endorsed' || at.status === 'demanded' || (at.status === 'returned' && (at.file as { reached?: string }).reached === 'county')
const always = () => true
const never = () => false
type Person = { name: string; role: string; username: (of: Case) => string; sees: (at: At) => boolean }
const people: Person[] = [
  { name: 'the director', role: 'base.director', username: ({ key }) => `director.${key}`, sees: always }, { name: 'the clerk', role: 'base.clerk', username: () => 'director.herbs', sees: always }, { name: 'the host', role: 'host.admin', username: ({ key }) => `host.${key}`, sees: always },
  { name: 'another host', role: 'host.admin', username: () => 'host.millet', sees: never }, { name: 'a director without a base', role: 'base.director', username: () => 'director.millet', sees: never }, { name: 'a partner of other bases', role: 'partner.admin', username: () => 'partner.univ', sees: never },
  { name: 'the city officer', role: 'city.officer', username: () => 'city.officer', sees: reachedCity }, { name: 'the city lead', role: 'city.lead', username: () => 'city.lead', sees: reachedCity }, { name: 'the supervisor', role: 'city.supervisor', username: () => 'city.supervisor', sees: reachedCity },
  { name: 'another county', role: 'county.officer', username: () => 'county.jiexiu', sees: never }, { name: 'its lead', role: 'county.lead', username: () => 'county.jiexiu.lead', sees: never },
  ...['client.auto', 'expert.01', 'sysadmin', 'secadmin', 'auditor'].map((username): Person => ({ name: username, role: username, username: () => username, sees: never })),
]
const counties = ['county.officer', 'county.lead'] as const
const rolesOf = (step: string) => [(engine.steps[step] as unknown as { by: string | readonly string[] }).by].flat() as string[]
const there = (at: At, step: string) => { const { from, only } = engine.steps[step] as unknown as { from: readonly string[]; only?: { holds: (file: AnyCase) => boolean } }; return from.includes(at.status) && only?.holds(at.file) !== false }
const expected = (at: At, step: string, { role, sees }: Pick<Person, 'role' | 'sees'>) => (!sees(at) ? 404 : !rolesOf(step).includes(role) ? 403 : there(at, step) ? 'on the page' : 409)
const traces = () => rowOf<object>(town.pools.jobs, sql`
  select (select count(*) from case_entry)::int as entries, (select md5(string_agg(hash, ',' order by id)) from case_head) as heads, (select count(*) from message)::int as messages, (select count(*) from paper)::int as papers, (select count(*) from idempotency)::int as keys, (select md5(string_agg(m::text, ',' order by case_id)) from matter m) as matters`)

test('every status is there', () => {
  expect([...new Set(world.map(({ status }) => status))].toSorted()).toEqual(Object.keys(engine.statuses).toSorted())
  for (const { status, file, matter } of world) expect([matter.number, file.status]).toEqual([matter.number, status])
})

test('a cell that is not on the page answers 404, 403 or 409 and writes nothing', async () => {
  const before = await traces()
  const wrong: unknown[] = []
  let cells = 0
  for (const [place, at] of world.entries()) {
    const all = [...people, ...await Promise.all(counties.map(async (role): Promise<Person> => { const username = await work.countyName(at.matter.of, role); return { name: role, role, username: () => username, sees: reachedCounty } }))]
    await Promise.all(all.map(async (person, index) => {
      const who = await town.as(person.username(at.matter.of))
      for (const step of stepsTried(engine, person.sees(at), place, index)) {
        const wanted = expected(at, step, person)
        cells++
        if (wanted === 'on the page') continue
        const { status } = await who.call('POST', `/api/cases/${at.matter.id}/steps/${step}`, engine.examples[step] ?? {}, { 'idempotency-key': town.newId(), 'if-match': String(at.version) })
        if (status !== wanted) wrong.push({ status: at.status, code: at.matter.code, step, person: person.name, wanted, got: status })
      }
    }))
  }
  expect(wrong).toEqual([])
  expect(await traces()).toEqual(before)
  expect(cells).toBeGreaterThan(5000)
})

test('every arrow of the page is gone: taken by the right person in a transaction that is rolled back', async () => {
  const before = await traces()
  const gone = new Set<string>()
  const lacking: unknown[] = []
  for (const at of world) for (const step of Object.keys(engine.steps).filter((name) => there(at, name))) for (const role of rolesOf(step)) {
    // Nobody is clerk of a host here; what the organiser demanded the city does not see before it comes to it.
    if (role === 'host.clerk' || (role.startsWith('city.') && !reachedCity(at))) continue
    const data = { ...engine.examples[step], ...(step === 'report' && { occurredAt: '2026-12-08T08:10' }), ...(step === 'linkFinding' || step === 'linkFindingLater' ? { number: 'JC-2026-0001' } : {}), ...(step === 'prepare' && { effectiveOn: undefined }) }
    const outcome = role === 'system' ? await asSystem(at, step, data) : await asPerson(at, step, data, role)
    if (outcome?.ok) gone.add(`${at.status} → ${step}`)
    else lacking.push({ status: at.status, code: at.matter.code, step, role, outcome })
  }
  expect(lacking).toEqual([])
  expect(await traces()).toEqual(before)
  const drawn = Object.entries(engine.steps).flatMap(([step, { from }]) => from.map((status: string) => `${status} → ${step}`))
  expect(drawn.filter((one) => !gone.has(one))).toEqual([])
})

async function asPerson(at: At, step: string, data: object, role: string) {
  const username = role.startsWith('county.') ? await work.countyName(at.matter.of, role as 'county.lead') : people.find((one) => one.role === role)?.username(at.matter.of) ?? ''
  return town.platform.asToken(await tokenOf(town, username), (context) => town.platform.takeStep(context, { caseId: at.matter.id, step, data: data as Record<string, unknown> }), () => 'rollback')
}
async function asSystem(at: At, step: string, data: object) {
  const tx = await town.pools.jobs.connect()
  try {
    await tx.query('begin')
    // For what ends with its base, the base is gone in this transaction.
    if (step === 'endWithBase') for (const table of [`update base_file set body = jsonb_set(body, '{status}', '"revoked"')`, `update base set status = 'revoked'`]) await tx.query(table)
    return await town.platform.takeStep(await town.platform.systemContext(tx), { caseId: at.matter.id, step, data: data as Record<string, unknown>, as: systemActor })
  } finally {
    await tx.query('rollback')
    tx.release()
  }
}
