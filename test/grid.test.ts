/** Statuses × steps × people: whatever is not on the page is refused with the right status and leaves no trace; every arrow of the page can be gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../src/demo/client.ts'
import { engines } from '../src/engines.ts'
import { type AnyCase, type Engine, entriesOf, fold, systemActor } from '../src/platform/case-log.ts'
import { rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { batch, type Case, casework, type Casework, expertId, type Ids, otherExpert, type Panel, tokenOf, withIds } from './casework.ts'
import { stepsTried } from './gridwork.ts'
import { jurisdiction, openTown, type Town } from './town.ts'

/** Directs no base of this world: free to be clerk of some. */
const baseClerk = 'director.iron'

type Status = { procedure: string; status: string; id: string; of: Case; ids: Ids; /** What a step is told instead of the example. */ said: Record<string, object>; version: number; file: AnyCase }

let town: Town
let work: Casework
let world: Status[]
/** Whoever acts as the expert of a panel, by the application it reviews. */
const memberOf = new Map<string, string>()

beforeAll(async () => {
  town = await openTown()
  work = casework(town, { inviting: true })
  world = await everyStatus()
})
afterAll(() => town.close())

/** One case in every status of every procedure. What is cleared comes first: the clock only moves forward. */
async function everyStatus(): Promise<Status[]> {
  const made: Omit<Status, 'version' | 'file'>[] = []
  const recognition = (status: string, of: Case, said: Record<string, object> = {}) => {
    made.push({ procedure: 'recognition', status, id: of.id, of, ids: { case: of.id, cases: [of.id], batch }, said })
    return of
  }
  const other = (procedure: string, status: string, id: string, of: Case, { expert = otherExpert, said = {} }: { expert?: string; said?: Record<string, object> } = {}) =>
    made.push({ procedure, status, id, of, ids: { case: of.id, cases: [of.id], expert: expertId(expert) }, said })

  const noticeOf = async (of: Case) =>
    (await (await town.as('city.officer')).detail(of.id)).related.find(({ procedure }) => procedure === 'public-notice')?.id ?? ''
  // Art. 11: commissioned to be built, reviewed by a panel of its own, and about to be confirmed.
  const commissioned = await work.accepted('wastewater')
  await work.step(commissioned, town.as('city.lead'), 'admitSpecially', { kind: 'commissionedBuild' })
  await work.concluded([commissioned])
  await work.onNotice(commissioned)
  const early = [await work.queued('grain'), await work.queued('coke'), await work.queued('glassware'), await work.queued('fuelcell'), await work.queued('electrolyte')] as [Case, Case, Case, Case, Case]
  const [cleared, recognised, held, revoked, left] = early
  await work.concluded(early)
  // A row that waits keeps waiting when its notice closes.
  await work.onNotice(held)
  await (await town.as('city.officer')).did(await noticeOf(held), 'holdRow', { case: held.id, reason: '收到书面异议。' })
  // What is recognised on one day has been on notice before it.
  for (const of of [revoked, left]) await work.onNotice(of)
  recognition('cleared', await work.cleared(cleared, { by: '2026-12-01' }))
  recognition('recognised', await work.recognised(recognised, { by: '2026-12-09' }))

  for (const of of [revoked, left, commissioned]) await work.step(of, town.as('city.lead'), 'recognise')
  const building = await work.baseOf(commissioned)
  await work.appoints(commissioned, 'director.wastewater', 'base.director')
  await work.appoints(commissioned, baseClerk, 'base.clerk')
  await (await work.host(commissioned)).did(building, 'reportBuilt', engines.base?.examples.reportBuilt)
  await (await town.as('city.officer')).did(building, 'proposeOperation', engines.base?.examples.proposeOperation)
  other('base', 'live', building, commissioned)
  for (const [status, of] of [
    ['live', recognised],
    ['revoked', revoked],
    ['left', left],
  ] as const) {
    const id = await work.baseOf(of)
    await work.appoints(of, `director.${of.key}`, 'base.director')
    await work.appoints(of, baseClerk, 'base.clerk')
    if (status === 'live') {
      // Something to lift, to end and to take effect.
      const about = { case: of.id, matter: of.id }
      for (const [step, data] of [
        ['hold', {}],
        ['beginRectification', {}],
        ['applyMatter', { effectiveOn: '2027-06-01' }],
      ] as const)
        await work.asSystem(id, step, { ...engines.base?.examples[step], ...about, ...data })
    } else await work.asSystem(id, status === 'revoked' ? 'revoke' : 'leave', { ...engines.base?.examples[status === 'revoked' ? 'revoke' : 'leave'] })
    other('base', status, id, of)
  }

  recognition('draft', await work.filled('hydraulic'))
  recognition('submitted', await work.examined('iron'))
  recognition('returned', await work.returned('magnesium'))
  recognition('withdrawn', await work.withdrawn('filter'))
  recognition('notRecommended', await work.notRecommended('lacquer'))
  recognition('recommended', await work.recommended('engine'))
  recognition('supplementing', await work.supplementing('textile'))
  recognition('formRejected', await work.formRejected('refractory'))
  // On the special track, so that both ways into the queue are open.
  recognition('accepted', await work.accepted('methane'))
  const queued = recognition('queued', await work.queued('nylon'))
  const late: Case[] = []
  for (const key of ['vinegar', 'herbs', 'meat', 'gears', 'polymer', 'anode', 'binder', 'implant', 'carbon', 'filter'] as const) late.push(await work.queued(key))
  const [weak, reviewed, visited, proposed, approved, deferred, declined, onNotice, rectifying, rectified] = late as [Case, Case, Case, Case, Case, Case, Case, Case, Case, Case]
  const concluded = await work.concluded(late, (of) => of !== weak)
  recognition('notShortlisted', weak)
  recognition('reviewed', reviewed)
  // Something is to be put right: what is not verified can be deferred, not recognised.
  recognition('visited', await work.visited(visited, { result: 'rectify' }), { propose: { outcome: 'defer' } })
  recognition('rectifying', await work.rectifying(rectifying), { propose: { outcome: 'defer' } })
  recognition('rectified', await work.rectified(rectified))
  recognition('proposed', await work.proposed(proposed))
  recognition('approved', await work.decided(approved, 'approve'))
  recognition('deferred', await work.decided(deferred, 'defer'))
  recognition('declined', await work.decided(declined, 'decline'))
  recognition('onNotice', await work.onNotice(onNotice))

  await panels(other, concluded, reviewed, queued)
  // An officer releases what an officer held.
  await (await town.as('city.officer')).did(await noticeOf(onNotice), 'holdRow', { case: onNotice.id, reason: '名称有误，核实期间该项暂缓。' })
  other('public-notice', 'published', await noticeOf(onNotice), onNotice, { said: { correct: { title: '关于拟认定中试基地名单的公示（更正）', reason: '标题更正。' } } })
  other('public-notice', 'closed', await noticeOf(held), held)
  const stopped = await work.queued('fittings')
  await work.concluded([stopped])
  await work.onNotice(stopped)
  const corrected = await noticeOf(stopped)
  await (await town.as('city.officer')).did(corrected, 'correct', { title: '关于拟认定中试基地名单的公示（更正）', reason: '标题更正。' })
  other('public-notice', 'corrected', corrected, stopped)
  const terminated = ((await (await town.as('city.officer')).detail(stopped.id)).case.file.notice as { id: string }).id
  await (await town.as('city.officer')).did(terminated, 'terminate', engines['public-notice']?.examples.terminate)
  other('public-notice', 'terminated', terminated, stopped)
  for (const [status, who, step] of [
    ['proposed', '', ''],
    ['inForce', 'city.lead', 'sign'],
    ['refused', 'city.lead', 'refuse'],
    ['abandoned', 'city.officer', 'abandon'],
  ] as const) {
    const id = await work.changeProposed()
    if (who) await (await town.as(who)).did(id, step, engines['rule-change']?.examples[step])
    other('rule-change', status, id, queued)
  }
  const versions = new Map(
    (await rowsOf<{ id: string; version: number }>(town.pools.jobs, sql`select id, version from case_head`)).map(({ id, version }) => [id, version]),
  )
  return Promise.all(made.map(async (at) => ({ ...at, version: versions.get(at.id) ?? 0, file: await town.platform.asSystem(async (context) => fold(engines[at.procedure] as Engine, await entriesOf(context.tx, jurisdiction, at.id), context)) })))
}

type Other = (procedure: string, status: string, id: string, of: Case, more?: { expert?: string; said?: Record<string, object> }) => void

/** A panel in every status, each such that every step of its status can be taken. */
async function panels(other: Other, concluded: Panel, reviewed: Case, queued: Case) {
  const [officer, lead] = [await town.as('city.officer'), await town.as('city.lead')]
  const example = (step: string, more: object = {}) => ({ ...engines['panel-review']?.examples[step], ...more })
  const at = (status: string, panel: Panel, of: Case, more: Parameters<Other>[4] & { member?: string } = {}) => {
    memberOf.set(of.id, more.member ?? panel.members[0]?.username ?? otherExpert)
    other('panel-review', status, panel.id, of, more)
  }
  at('concluded', concluded, reviewed)
  // Dissolved, it leaves its application to the next panel.
  const dissolved = await work.scoring([queued])
  await lead.did(dissolved.id, 'dissolve', example('dissolve'))
  at('dissolved', dissolved, queued)
  const convened = await work.convened([queued])
  await officer.did(convened.id, 'designate', example('designate', { expert: expertId('expert.01') }))
  at('convened', convened, queued, { expert: 'expert.01', said: { designate: { expert: expertId('expert.09') } } })
  for (const [status, key] of [['committed', 'needlecoke'], ['witnessed', 'inspection'], ['drawn', 'fuelcell']] as const) {
    const of = await work.queued(key)
    at(status, await work[status]([of]), of)
  }
  const electrolyte = await work.queued('electrolyte')
  const scoring = await work.scored([electrolyte], { butFor: 6 })
  // Somebody for whom a reserve is named, and who is not the one who has still to score.
  const { seats } = ((await officer.detail(scoring.id)).case.file.draws as { revealed: { seats: { seat: string; reserves: string[] }[] } }[]).at(-1)!.revealed
  const leaving = scoring.members.find(({ seat }, place) => place !== 6 && seats.some((one) => one.seat === seat && one.reserves.length > 0))
  at('scoring', scoring, electrolyte, { member: scoring.members[6]!.username, expert: leaving!.username })
  // The chair is far from the others on two applications that are equal otherwise; one has been discussed, the other explained.
  const equal = [await work.queued('coalcarbon'), await work.queued('steelwork')] as [Case, Case]
  const drawn = await work.drawn(equal)
  const chair = drawn.members.filter(({ seat }) => seat.startsWith('technical')).toSorted((a, b) => a.seat.localeCompare(b.seat, 'en', { numeric: true }))[0]!.username
  const closed = await work.finished(drawn, { sheet: ({ username }) => (username === chair ? work.low : {}) })
  await officer.did(closed.id, 'discuss', example('discuss', { about: equal[0].id }))
  await (await town.as(chair)).did(closed.id, 'explain', example('explain', { about: equal[1].id }))
  const opinions = equal.map(({ id }) => ({ about: id, opinion: '建议列入现场考察。', shortlist: true }))
  at('closed', closed, equal[0], { member: chair, expert: closed.members.find(({ username }) => username !== chair)!.username, said: { conclude: { opinions }, breakTie: { order: equal.map(({ id }) => id) } } })
}

/** Everybody, as seen from one case: the role acted in, and whether the case is theirs to see. */
type Person = { name: string; username: (of: Case) => Promise<string> | string; role: string; sees: (at: { procedure: string; status: string }) => boolean }
const isRecognition = ({ procedure }: { procedure: string }) => procedure === 'recognition'
const handedIn = (at: { procedure: string; status: string }) => isRecognition(at) && at.status !== 'draft'
const city = (at: { procedure: string; status: string }) => !isRecognition(at) || handedIn(at)
const ofParties = (at: { procedure: string; status: string }) => isRecognition(at) || isBase(at)
const ofCounty = (at: { procedure: string; status: string }) => handedIn(at) || isBase(at)
/** A base is its own county's, hosts' and people's. */
const isBase = ({ procedure }: { procedure: string }) => procedure === 'base'
const never = () => false
const people: Person[] = [
  { name: 'the applicant', username: ({ key }) => `host.${key}`, role: 'host.admin', sees: ofParties },
  { name: 'another institution', username: ({ key }) => (key === 'millet' ? 'host.iron' : 'host.millet'), role: 'host.admin', sees: never },
  { name: 'the director', username: ({ key }) => `director.${key}`, role: 'base.director', sees: isBase },
  { name: 'the base clerk', username: () => baseClerk, role: 'base.clerk', sees: isBase },
  { name: 'the partner', username: () => 'partner.univ', role: 'partner.admin', sees: isRecognition },
  { name: 'the county officer', username: (of) => work.countyName(of, 'county.officer'), role: 'county.officer', sees: ofCounty },
  { name: 'the county lead', username: (of) => work.countyName(of, 'county.lead'), role: 'county.lead', sees: ofCounty },
  { name: 'an officer of another county', username: () => 'county.qixian', role: 'county.officer', sees: never },
  { name: 'the lead of another county', username: () => 'county.qixian.lead', role: 'county.lead', sees: never },
  { name: 'the city officer', username: () => 'city.officer', role: 'city.officer', sees: city },
  { name: 'the city lead', username: () => 'city.lead', role: 'city.lead', sees: city },
  { name: 'the supervisor', username: () => 'city.supervisor', role: 'city.supervisor', sees: city },
  {
    name: 'an expert on the panel',
    username: ({ id }) => memberOf.get(id) ?? otherExpert,
    role: 'expert',
    sees: ({ procedure, status }) => procedure === 'panel-review' && ['scoring', 'closed', 'concluded'].includes(status),
  },
  { name: 'an expert on no panel', username: () => otherExpert, role: 'expert', sees: never },
  { name: 'a client', username: () => 'client.auto', role: 'client', sees: never },
  ...['sysadmin', 'secadmin', 'auditor'].map((role): Person => ({ name: role, username: () => role, role, sees: never })),
]

const rolesOf = (engine: Engine, step: string): string[] => [(engine.steps[step] as { by: string | string[] }).by].flat()
const fromOf = (engine: Engine, step: string): readonly string[] => (engine.steps[step] as { from: readonly string[] }).from
/** Some steps are there for some cases of their status only. */
const onPage = (engine: Engine, step: string, at: Status) => fromOf(engine, step).includes(at.status) && (engine.steps[step] as { only?: { holds: (file: AnyCase) => boolean } }).only?.holds(at.file) !== false
/** What the page says of a cell, told by hand: hidden before not yours before not now. */
const expected = (engine: Engine, step: string, at: Status, person: Person) => {
  if (!person.sees(at)) return 404
  if (!rolesOf(engine, step).includes(person.role)) return 403
  return onPage(engine, step, at) ? 'on the page' : 409
}

const traces = () =>
  rowOf<object>(
    town.pools.jobs,
    sql`select (select count(*) from case_entry)::int as entries, (select md5(string_agg(hash, ',' order by id)) from case_head) as heads, (select count(*) from case_sealed)::int as sealed,
  (select count(*) from outbox)::int as outbox, (select count(*) from message)::int as messages, (select count(*) from document)::int as documents, (select count(*) from idempotency)::int as keys, (select md5(string_agg(l::text, ',' order by case_id)) from case_list l) as list`,
  )

test('every status of every procedure is there', async () => {
  for (const { id, status, procedure } of world) expect([procedure, await work.statusOf(id)]).toEqual([procedure, status])
  const there = [...new Set(world.map(({ procedure, status }) => `${procedure}.${status}`))].sort()
  expect(there).toEqual(
    Object.values(engines)
      .filter(({ procedure }) => world.some((at) => at.procedure === procedure))
      .flatMap(({ procedure, statuses }) => Object.keys(statuses).map((status) => `${procedure}.${status}`))
      .sort(),
  )
})

test('a cell that is not on the page answers 404, 403 or 409 and writes nothing', async () => {
  const before = await traces()
  const counts: Record<string, number> = {}
  const wrong: unknown[] = []
  for (const [place, at] of world.entries()) {
    const engine = engines[at.procedure] as Engine
    await Promise.all(
      people.map(async (person, index) => {
        const who = await town.as(await person.username(at.of))
        for (const step of stepsTried(engine, person.sees(at), place, index)) {
          const wanted = expected(engine, step, at, person)
          counts[wanted] = (counts[wanted] ?? 0) + 1
          if (wanted === 'on the page') continue
          const answer = await posts(who, at, step)
          if (answer.status !== wanted) wrong.push({ procedure: at.procedure, status: at.status, step, person: person.name, wanted, got: answer.status })
        }
      }),
    )
  }
  expect(wrong).toEqual([])
  expect(await traces()).toEqual(before)
  console.log(`grid: ${Object.values(counts).reduce((sum, count) => sum + count, 0)} cells of ${world.length} statuses, ${people.length} people:`, counts)
}, 600_000)

const posts = (who: Client, at: Status, step: string) =>
  who.call('POST', `/api/cases/${at.id}/steps/${step}`, { ...(withIds(engines[at.procedure]?.examples[step] ?? {}, at.ids) as object), ...at.said[step] }, {
    'idempotency-key': town.newId(),
    'if-match': String(at.version),
  })

test('every arrow of every page is gone: taken by the right person in a transaction that is rolled back', async () => {
  const before = await traces()
  const lacking: unknown[] = []
  const gone = new Set<string>()
  for (const at of world) {
    const engine = engines[at.procedure] as Engine
    for (const step of Object.keys(engine.steps).filter((name) => onPage(engine, name, at))) {
      for (const role of rolesOf(engine, step)) {
        const outcome = role === 'system' ? await asSystem(at, step) : await asPerson(at, step, role)
        if (outcome === undefined) continue
        if (outcome.ok && outcome.done.entry.to === (engine.steps[step] as { to: string }).to) gone.add(arrow(at.procedure, at.status, step))
        else lacking.push({ procedure: at.procedure, status: at.status, step, role, outcome })
      }
    }
  }
  expect(lacking).toEqual([])
  expect(await traces()).toEqual(before)
  const drawn = Object.values(engines)
    .filter(({ procedure }) => world.some((at) => at.procedure === procedure))
    .flatMap((engine) => Object.keys(engine.steps).flatMap((step) => fromOf(engine, step).map((status) => arrow(engine.procedure, status, step))))
  expect(drawn.filter((one) => !gone.has(one))).toEqual([])
  console.log(`arrows: ${gone.size} gone of ${drawn.length} drawn`)
})

const arrow = (procedure: string, status: string, step: string) => `${procedure}: ${status} → ${step}`

/** The example, and what a step needs besides at this status: answers where items were asked. */
const dataFor = (at: Status, step: string) => ({
  ...(withIds(engines[at.procedure]?.examples[step] ?? {}, at.ids) as object),
  ...(step === 'submit' && at.status === 'returned' && { answers: work.answers }),
  ...at.said[step],
})

async function asPerson(at: Status, step: string, role: string) {
  // Nobody holds the clerk's role in this town.
  const person = people.find((one) => one.role === role && one.sees(at))
  if (!person) {
    expect(role).toBe('host.clerk')
    return undefined
  }
  const token = await tokenOf(town, await person.username(at.of))
  // A notice is closed when its period is over.
  if (step === 'close') town.on('2026-12-31')
  return town.platform.asToken(
    token,
    (context) => town.platform.takeStep(context, { caseId: at.id, step, data: dataFor(at, step) }),
    () => 'rollback',
  )
}

async function asSystem(at: Status, step: string) {
  const tx = await town.pools.jobs.connect()
  try {
    await tx.query('begin')
    return await town.platform.takeStep(await town.platform.systemContext(tx), { caseId: at.id, step, data: dataFor(at, step), as: systemActor })
  } finally {
    await tx.query('rollback')
    tx.release()
  }
}
