/** Statuses × steps × people of inspections, plans and suspensions: what is not on the page is refused and leaves no trace; every arrow of the pages can be gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recognisedBases, type Base } from '../../../test/bases.ts'
import { casework, type Casework, tokenOf } from '../../../test/casework.ts'
import { stepsTried } from '../../../test/gridwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { personId } from '../../demo/institutions.ts'
import { engines } from '../../engines.ts'
import { type AnyCase, type Engine, entriesOf, fold, systemActor } from '../../platform/case-log.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { itemsFound } from './inspection.examples.ts'

const today = '2026-12-01'
const procedures = ['inspection', 'inspection-plan', 'suspension'] as const
type Procedure = (typeof procedures)[number]
type At = { procedure: Procedure; status: string; level: 'county' | 'city'; id: string; told: boolean; version: number; file: AnyCase }
let town: Town
let work: Casework
let base: Base
let gone: Base
let world: At[]

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  ;[base, gone] = await recognisedBases(town, work, ['carbon', 'anode'])
  await work.appoints(base, 'director.carbon', 'base.director')
  await work.appoints(base, 'director.herbs', 'base.clerk')
  world = await everyStatus()
})
afterAll(() => town.close())

type Walked = readonly [step: string, who: string, data?: object]
const county = 'county.yuci'
/** Who acts on either side. */
const sides = { county: { officer: county, lead: 'county.yuci.lead' }, city: { officer: 'city.officer', lead: 'city.lead' } } as const
const clear = { items: itemsFound({}) }
const found = { inspectedOn: today, items: itemsFound({ 'J1.2': { answer: 'fails', note: '消防验收合格证已过期。' }, 'J2.2': { answer: 'partly', note: '台账缺两笔。' } }) }
const demands = { demands: [{ item: 'J1.2', demand: '补办消防验收。', dueOn: '2026-12-31' }, { item: 'J2.2', demand: '补齐台账。', dueOn: '2026-12-22' }] }
const checked = { checkedOn: today, results: [{ item: 'J1.2', result: 'rectified' }, { item: 'J2.2', result: 'rectified' }] }
const halfChecked = { checkedOn: today, results: [{ item: 'J1.2', result: 'rectified' }, { item: 'J2.2', result: 'notRectified', note: '仍缺两笔。' }] }

/** What shows that an inspection was refused: a file of each case, its record alone. */
const evidence = new Map<string, string>()
async function fileIn(caseId: string, username: string): Promise<string> {
  const id = town.newId()
  await rowsOf(town.pools.jobs, sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at) values ('140700', ${id}, ${caseId}, '现场.jpg', 1, 'image/jpeg', ${'0'.repeat(64)}, ${personId(username)}, ${username.startsWith('city.') ? 'city.140700' : 'county.140702'}, ${town.now().toISOString()})`)
  return id
}

/** A case in every status, of county and city; what was found lets every step of the status be taken somewhere. */
async function everyStatus(): Promise<At[]> {
  const made: Omit<At, 'version' | 'file'>[] = []
  const walks = async (procedure: Procedure, level: 'county' | 'city', status: string, steps: readonly Walked[], opener = level) => {
    const { officer } = sides[opener]
    const engine = engines[procedure] as Engine
    const reasons = { notUnderInspection: '另一事由。', notHeldTwice: '另一事由。' }
    const { id } = await (await town.as(officer)).opened(procedure, { ...engine.examples[engine.opensWith], ...(procedure !== 'inspection-plan' && { base: base.number, reasons }) })
    if (procedure === 'inspection') evidence.set(id, await fileIn(id, officer))
    for (const [step, who, data] of steps) await (await town.as(who)).did(id, step, { ...engine.examples[step], ...data, ...(step === 'recordObstruction' && { files: [evidence.get(id)] }) })
    made.push({ procedure, level, status, id, told: procedure !== 'inspection' || steps.some(([step]) => step === 'notify' || step === 'record' || step === 'recordObstruction') })
  }
  for (const level of ['county', 'city'] as const) {
    const { officer, lead } = sides[level]
    const ready: Walked[] = [['goUnannounced', officer]]
    const recorded: Walked[] = [...ready, ['record', officer, found]]
    const proposed: Walked[] = [...recorded, ['proposeRectification', officer, demands]]
    const rectifying: Walked[] = [...proposed, ['requireRectification', lead]]
    const reported: Walked[] = [...rectifying, ['reportRectification', 'host.carbon']]
    await walks('inspection', level, 'planned', [])
    await walks('inspection', level, 'ready', [['notify', officer, { visitOn: '2026-12-07' }]])
    await walks('inspection', level, 'ready', ready)
    await walks('inspection', level, 'recorded', recorded)
    await walks('inspection', level, 'recorded', [...ready, ['record', officer, { ...clear, inspectedOn: today }]])
    await walks('inspection', level, 'proposed', proposed)
    await walks('inspection', level, 'rectifying', rectifying)
    await walks('inspection', level, 'reported', reported)
    await walks('inspection', level, 'reported', [...reported, ['verify', officer, checked]])
    await walks('inspection', level, 'reported', [...reported, ['verify', officer, halfChecked]])
    await walks('inspection', level, 'closed', [...reported, ['verify', officer, checked], ['closeRectified', lead]])
    await walks('inspection', level, 'obstructed', [...ready, ['recordObstruction', officer]])
    await walks('inspection', level, 'ended', [['cancel', officer]])
    if (level === 'county') await walks('inspection', 'city', 'escalated', [...rectifying, ['escalate', lead, { reasons: { escalatedForCause: '督促无效。' } }]], 'county')
    else await walks('inspection', level, 'referred', [...rectifying, ['refer', lead]])

    const committed: Walked[] = [['commit', officer, { count: 1 }]]
    const witnessed: Walked[] = [...committed, ['witness', level === 'county' ? lead : 'city.supervisor']]
    const chosen: Walked[] = [['choose', officer, { bases: [{ base: base.number, reason: '从未检查。' }] }]]
    await walks('inspection-plan', level, 'draft', [])
    await walks('inspection-plan', level, 'committed', committed)
    await walks('inspection-plan', level, 'witnessed', witnessed)
    await walks('inspection-plan', level, 'chosen', [...witnessed, ['reveal', officer]])
    await walks('inspection-plan', level, 'issued', [...chosen, ['approve', lead]])
    await walks('inspection-plan', level, 'abandoned', [['abandon', officer]])

    const suspended: Walked[] = [['confirm', 'city.lead', { endsOn: '2027-01-31' }]]
    const requested: Walked[] = [...suspended, ['requestLift', 'host.carbon']]
    const proposedLift: Walked[] = [...requested, ['proposeLift', officer, { checkedOn: today }]]
    await walks('suspension', level, 'imposed', [])
    await walks('suspension', level, 'suspended', suspended)
    await walks('suspension', level, 'liftRequested', requested)
    await walks('suspension', level, 'liftProposed', proposedLift)
    await walks('suspension', level, 'lifted', [...proposedLift, ['lift', 'city.lead']])
    await walks('suspension', level, 'annulled', [['annul', 'city.lead']])
  }
  // What ends with its base is of a base of its own.
  const suspension = engines.suspension as Engine
  const { id } = await (await town.as('city.officer')).opened('suspension', { ...suspension.examples[suspension.opensWith], base: gone.number })
  await work.asSystem(gone.base, 'leave', { matter: gone.id, number: 'ZD-2026-0001' })
  const ended = { procedure: 'suspension' as const, level: 'city' as const, status: 'ended', id, told: false }
  return Promise.all([...made, ended].map(async (at) => {
    const row = await rowOf<{ version: number }>(town.pools.jobs, sql`select version from case_head where id = ${at.id}`)
    return { ...at, version: row?.version ?? 0, file: await town.platform.asSystem(async (context) => fold(engines[at.procedure] as Engine, await entriesOf(context.tx, '140700', at.id), context)) }
  }))
}

/** Everybody, whether the case is theirs to see, and whether they are a party of it: told by hand. */
type Person = { name: string; role: string; username: string; sees: (at: At) => boolean; acts: (at: At) => boolean }
const isPlan = ({ procedure }: At) => procedure === 'inspection-plan'
/** The suspension that ended is of another county's base. */
const isOurs = ({ procedure, status }: At) => !(procedure === 'suspension' && status === 'ended')
const always = () => true
const never = () => false
const ofBase = (at: At) => !isPlan(at) && at.told && isOurs(at)
const ofCounty = (at: At) => isOurs(at) && (at.level === 'county' || (!isPlan(at) && (at.told || at.status === 'escalated')))
const countyActs = (at: At) => at.level === 'county'
const cityActs = ({ level }: At) => level === 'city'
/** Every suspension is decided by the city's lead, every draw may be witnessed by the supervisor. */
const cityLeadActs = (at: At) => at.level === 'city' || at.procedure === 'suspension'
const everybody: Person[] = [
  { name: 'the director', role: 'base.director', username: 'director.carbon', sees: ofBase, acts: always }, { name: 'the clerk', role: 'base.clerk', username: 'director.herbs', sees: ofBase, acts: always },
  { name: 'the host', role: 'host.admin', username: 'host.carbon', sees: ofBase, acts: always }, { name: 'the partner', role: 'partner.admin', username: 'partner.univ', sees: ofBase, acts: never },
  { name: 'another host', role: 'host.admin', username: 'host.iron', sees: never, acts: never }, { name: 'the county officer', role: 'county.officer', username: county, sees: ofCounty, acts: countyActs },
  { name: 'the county lead', role: 'county.lead', username: 'county.yuci.lead', sees: ofCounty, acts: countyActs }, { name: 'another county', role: 'county.officer', username: 'county.taigu', sees: never, acts: never }, { name: 'its lead', role: 'county.lead', username: 'county.taigu.lead', sees: never, acts: never },
  { name: 'the city officer', role: 'city.officer', username: 'city.officer', sees: always, acts: cityActs }, { name: 'the city lead', role: 'city.lead', username: 'city.lead', sees: always, acts: cityLeadActs }, { name: 'the supervisor', role: 'city.supervisor', username: 'city.supervisor', sees: always, acts: isPlan },
  ...['client.auto', 'expert.01', 'sysadmin', 'secadmin', 'auditor'].map((username): Person => ({ name: username, role: username, username, sees: never, acts: never })),
]
const rolesOf = (engine: Engine, step: string) => [(engine.steps[step] as unknown as { by: string | readonly string[] }).by].flat() as string[]
const fromOf = (engine: Engine, step: string) => (engine.steps[step] as unknown as { from: readonly string[] }).from
const expected = (engine: Engine, at: At, step: string, person: Person) => (!person.sees(at) ? 404 : !rolesOf(engine, step).includes(person.role) || !person.acts(at) ? 403 : fromOf(engine, step).includes(at.status) ? 'on the page' : 409)
const traces = () => rowOf<object>(town.pools.jobs, sql`
  select (select count(*) from case_entry)::int as entries, (select md5(string_agg(hash, ',' order by id)) from case_head) as heads, (select count(*) from message)::int as messages, (select count(*) from paper)::int as papers, (select count(*) from idempotency)::int as keys,
    (select md5(string_agg(i::text, ',' order by case_id)) from inspection i) as inspections, (select md5(string_agg(s::text, ',' order by case_id)) from suspension s) as suspensions, (select md5(string_agg(b::text, ',' order by id)) from base b) as bases`)

test('every status of the three procedures is there', () => {
  for (const procedure of procedures) expect([...new Set(world.filter((at) => at.procedure === procedure).map(({ status }) => status))].toSorted()).toEqual(Object.keys((engines[procedure] as Engine).statuses).toSorted())
  for (const { procedure, status, file, id } of world) expect([procedure, id, file.status]).toEqual([procedure, id, status])
})

test('a cell that is not on the page answers 404, 403 or 409 and writes nothing', async () => {
  const before = await traces()
  const wrong: unknown[] = []
  const counts: Record<string, number> = {}
  for (const [place, at] of world.entries()) {
    const engine = engines[at.procedure] as Engine
    await Promise.all(everybody.map(async (person, index) => {
      const who = await town.as(person.username)
      for (const step of stepsTried(engine, person.sees(at), place, index)) {
        const wanted = expected(engine, at, step, person)
        counts[wanted] = (counts[wanted] ?? 0) + 1
        if (wanted === 'on the page') continue
        const { status } = await who.call('POST', `/api/cases/${at.id}/steps/${step}`, engine.examples[step] ?? {}, { 'idempotency-key': town.newId(), 'if-match': String(at.version) })
        if (status !== wanted) wrong.push({ procedure: at.procedure, status: at.status, level: at.level, step, person: person.name, wanted, got: status })
      }
    }))
  }
  expect(wrong).toEqual([])
  expect(await traces()).toEqual(before)
  const cells = Object.values(counts).reduce((sum, count) => sum + count, 0)
  console.log(`grid: ${cells} cells of ${world.length} cases, ${everybody.length} people:`, counts)
  expect(cells).toBeGreaterThan(5000)
})

/** What a step needs at this case beside its example. */
function dataFor({ procedure, file, id }: At, step: string): object {
  const open = (file as { demands?: { item: string; check: unknown }[] }).demands?.filter(({ check }) => (check as { result?: string } | null)?.result !== 'rectified') ?? []
  const reasons = { partlySettled: '当场改正。', escalatedForCause: '督促无效。', noticeInTime: '当日商定。' }
  switch (`${procedure}.${step}`) {
    case 'inspection.record': return found
    case 'inspection.recordObstruction': return { files: [evidence.get(id)] }
    case 'inspection.close': return { reasons }
    case 'inspection.escalate': return { reasons }
    case 'inspection.notify': return { visitOn: '2026-12-07' }
    case 'inspection.proposeRectification': return demands
    case 'inspection.reportRectification': return { answers: open.map(({ item }) => ({ item, answer: '已整改，见附件。' })) }
    case 'inspection.verify': return { checkedOn: today, results: open.map(({ item }) => ({ item, result: 'rectified' })) }
    case 'inspection-plan.choose': return { bases: [{ base: base.number, reason: '从未检查。' }] }
    case 'inspection-plan.commit': return { count: 1, reason: '重新抽取。' }
    case 'suspension.proposeLift': return { checkedOn: today }
    default: return {}
  }
}

test('every arrow of the three pages is gone: taken by the right person in a transaction that is rolled back', async () => {
  const before = await traces()
  const gone = new Set<string>()
  const refused = new Map<string, unknown>()
  for (const at of world) {
    const engine = engines[at.procedure] as Engine
    for (const step of Object.keys(engine.steps).filter((name) => fromOf(engine, name).includes(at.status))) for (const role of rolesOf(engine, step)) {
      const data = { ...engine.examples[step], ...dataFor(at, step) } as Record<string, unknown>
      const person = everybody.find((one) => one.role === role && one.acts(at) && one.sees(at))
      if (role !== 'system' && !person) continue
      const arrow = `${at.procedure}: ${at.status} → ${step}`
      const outcome = role === 'system' ? await asSystem(at, step, data) : await town.platform.asToken(await tokenOf(town, person?.username ?? ''), (context) => town.platform.takeStep(context, { caseId: at.id, step, data }), () => 'rollback')
      if (outcome?.ok && outcome.done.entry.to === (engine.steps[step] as { to: string }).to) gone.add(arrow)
      else refused.set(arrow, outcome)
    }
  }
  expect(await traces()).toEqual(before)
  const drawn = procedures.flatMap((procedure) => { const engine = engines[procedure] as Engine; return Object.keys(engine.steps).flatMap((step) => fromOf(engine, step).map((status) => `${procedure}: ${status} → ${step}`)) })
  expect(drawn.filter((one) => !gone.has(one)).map((one) => [one, refused.get(one)])).toEqual([])
  console.log(`arrows: ${gone.size} gone of ${drawn.length} drawn`)
  expect(gone.size).toBe(drawn.length)
})

/** The clock acts when a term is long over, and when the base has gone. */
async function asSystem(at: At, step: string, data: Record<string, unknown>) {
  const tx = await town.pools.jobs.connect()
  try {
    await tx.query('begin')
    if (step === 'escalateOverdue') town.on('2027-02-01')
    const context = await town.platform.systemContext(tx)
    if (step === 'endWithBase') {
      // What is open ends in the same moment as its base; one step more would come too late.
      await town.platform.takeStep(context, { caseId: base.base, step: 'leave', data: { matter: base.id, number: 'ZD-2026-0009' }, as: systemActor })
      const entry = (await entriesOf(tx, '140700', at.id)).at(-1)
      return entry?.did === step ? { ok: true as const, done: { entry } } : { ok: false as const, kind: 'still open' as const }
    }
    return await town.platform.takeStep(context, { caseId: at.id, step, data, as: systemActor })
  } finally {
    await tx.query('rollback')
    tx.release()
    town.on(today)
  }
}
