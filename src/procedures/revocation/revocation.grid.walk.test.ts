/** Statuses × steps × people of revocations: what is not on the page is refused and leaves no trace; every arrow of the page can be gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessing } from '../../../test/assessing.ts'
import { type Base, graded, recognisedBases } from '../../../test/bases.ts'
import { casework, type Casework } from '../../../test/casework.ts'
import { type At, gridwork, type Made, type Person } from '../../../test/gridwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { engines } from '../../engines.ts'
import { type Engine, systemActor } from '../../platform/case-log.ts'
import type { RevocationCommands } from './revocation.commands.ts'
import { revocationExamples as example } from './revocation.examples.ts'

const engine = engines.revocation as Engine
const keys = ['carbon', 'gears', 'anode', 'engine', 'magnesium', 'filter', 'nylon', 'vinegar', 'herbs', 'polymer', 'iron', 'robot', 'needlecoke', 'glassware', 'fittings', 'refractory', 'lacquer', 'hydraulic', 'textile', 'coke', 'methane', 'binder', 'meat', 'grain', 'steelwork', 'fuelcell'] as const
let town: Town
let work: Casework
let world: At[]
let grid: ReturnType<typeof gridwork>

type Name = keyof RevocationCommands
/** One day of the town: what it needs of it is told as said. */
const said = { investigate: {}, recordNoticeService: { servedOn: undefined } }

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  grid = gridwork(town, engine)
  await work.authorityActs()
  await assessing(town, work).calendar(2027)
  const bases = [...(await recognisedBases(town, work, keys))]
  world = await grid.seen(await everyStatus(bases))
}, 600_000)
afterAll(() => town.close())

async function everyStatus(bases: Base[]): Promise<Made[]> {
  const made: Made[] = []
  const next = () => { const base = bases.shift(); if (!base) throw new Error('too few bases'); return base }
  const officer = await town.as('city.officer')
  type Case = { id: string; of: Base; ground: RevocationCommands['open']['ground'] }
  const opens = async (ground: Case['ground'] = 'Art. 19(2)'): Promise<Case> => { const of = next(); return { of, ground, id: (await officer.opened('revocation', { ...example.open, base: of.number, ground })).id } }
  const says = async (one: Case, username: string, step: Name, data: object = {}) => { await (await town.as(username)).did(one.id, step, { ...example[step], ...data }); return one }
  const host = ({ of }: Case) => `host.${of.key}`
  const at = async (status: string, one: Case, more: Record<string, object> = {}) => {
    const county = { 'county.officer': await work.countyName(one.of, 'county.officer'), 'county.lead': await work.countyName(one.of, 'county.lead') }
    made.push({ status, id: one.id, said: { ...said, ...more }, people: { 'city.officer': 'city.officer', 'city.lead': 'city.lead', 'host.admin': host(one), 'base.director': `director.${one.of.key}`, ...county } })
    return one
  }
  const found = async (ground: Case['ground'] = 'Art. 19(2)', find: Name = 'findFalsehood') => says(await opens(ground), 'city.officer', find)
  const investigated = async () => says(await found(), 'city.officer', 'investigate')
  const unable = async () => says(await found('Art. 19(4)', 'findUnable'), 'city.officer', 'investigate')
  const notified = async () => says(await investigated(), 'city.officer', 'notify')
  const stating = async () => { const one = await notified(); return says(one, host(one), 'acknowledgeNotice') }
  const heard = async () => { const one = await stating(); return says(one, host(one), 'waive') }
  const reviewed = async () => says(await heard(), 'city.officer2', 'reviewLegality')
  const proposed = async () => says(await reviewed(), 'city.officer', 'proposeRevoke')
  const decided = async () => says(await proposed(), 'city.lead', 'decideRevoke')
  const served = async () => says(await decided(), 'city.officer', 'serve')

  // Grounds of years before stand in the register: two poor in a row, and a year nobody reported.
  const grounds = await opens()
  await graded(work, grounds.of, [2023, 'poor'], [2024, 'poor'], [2025, null, 'absent'])
  await at('investigating', grounds)
  const suspended = await opens()
  await says(suspended, 'city.lead', 'suspend')
  await at('investigating', suspended)
  await at('investigated', await investigated())
  await at('investigated', await unable())
  await at('curing', await says(await unable(), 'city.officer', 'giveCure'))
  const reported = await says(await unable(), 'city.officer', 'giveCure')
  await at('cureReported', await says(reported, host(reported), 'reportCure'))
  const cured = await says(await unable(), 'city.officer', 'giveCure')
  await says(cured, host(cured), 'reportCure')
  await at('cured', await says(cured, 'city.officer', 'findCured'))
  await at('notified', await notified())
  // A statement, to be answered before the law is looked at by somebody else.
  const spoken = await stating()
  await says(spoken, host(spoken), 'state')
  const lawful = { people: { 'city.officer': 'city.officer2' } }
  await at('heard', await says(spoken, host(spoken), 'waive'))
  const clean = await heard()
  await at('heard', clean)
  made.at(-1)!.people = { ...made.at(-1)!.people, ...lawful.people }
  await at('reviewed', await reviewed())
  await at('proposed', await proposed())
  await at('proposedNot', await says(await investigated(), 'city.officer', 'proposeNotRevoke'))
  await at('decided', await decided())
  await at('served', await served())
  await at('announced', await says(await served(), 'city.officer', 'announce'))
  const spared = await says(await investigated(), 'city.officer', 'proposeNotRevoke')
  await at('notRevoked', await says(spared, 'city.lead', 'decideNotRevoke'))
  const left = await opens()
  await work.asSystem(left.of.base, 'leave', { matter: left.of.id, number: 'ZD-演示' })
  await at('moot', left)
  const [onNotice, cleared] = [await reviewed(), await reviewed()]
  await says(cleared, 'city.officer', 'openNotice')
  town.on('2026-12-09')
  await runSchedule(town.platform)
  await at('cleared', cleared)
  await says(onNotice, 'city.officer', 'openNotice')
  await at('onNotice', onNotice)
  await at('stating', await stating())
  // Times to state and to restore are over; the clock has not come by.
  town.on('2027-03-22')
  return made
}

/** The host's own from the opening on, and the county's; nobody else's. */
const always = () => true
const never = () => false
const of = (role: string) => ({ people }: At) => people[role] ?? ''
const people: Person[] = [
  { name: 'the host', role: 'host.admin', username: of('host.admin'), sees: always }, { name: 'another host', role: 'host.admin', username: () => 'host.millet', sees: never }, { name: 'a partner of other bases', role: 'partner.admin', username: () => 'partner.univ', sees: (at) => (at.file as unknown as { base: { hosts: { org: string }[] } }).base.hosts.some(({ org }) => org === 'org-univ') },
  { name: 'the county officer', role: 'county.officer', username: of('county.officer'), sees: always }, { name: 'the county lead', role: 'county.lead', username: of('county.lead'), sees: always },
  { name: 'the city officer', role: 'city.officer', username: () => 'city.officer', sees: always }, { name: 'the city lead', role: 'city.lead', username: () => 'city.lead', sees: always }, { name: 'the supervisor', role: 'city.supervisor', username: () => 'city.supervisor', sees: always },
  ...['client.auto', 'expert.30', 'auditor'].map((username): Person => ({ name: username, role: username, username: () => username, sees: never })),
]

test('every status is there', () => {
  for (const at of world) expect([at.id, at.file.status]).toEqual([at.id, at.status])
  expect([...new Set(world.map(({ status }) => status))].toSorted()).toEqual(Object.keys(engine.statuses).toSorted())
})

test('a cell that is not on the page answers 404, 403 or 409 and writes nothing', async () => {
  const before = await grid.traces()
  const { counts, wrong } = await grid.cells(world.filter((at, place) => world.findIndex(({ status }) => status === at.status) === place), people)
  expect(wrong).toEqual([])
  expect(await grid.traces()).toEqual(before)
  console.info(`revocation: ${Object.values(counts).reduce((sum, n) => sum + n, 0)} cells, ${counts['on the page']} on the page, ${counts[409]} not now, ${counts[403]} not yours, ${counts[404]} not there`)
  for (const wanted of [404, 403, 409, 'on the page']) expect(counts[wanted]).toBeGreaterThan(30)
}, 600_000)

test('every arrow of the page is gone, by every role it names, in a transaction that is rolled back', async () => {
  const before = await grid.traces()
  const { drawn, missing, untried, examples } = await grid.arrows(world, {
    first: {
      endWithBase: async (context, at) => town.platform.takeStep(context, { caseId: (at.file as unknown as { base: { case: string } }).base.case, step: 'leave', data: { matter: '00000000-0000-4000-8000-000000000000', number: 'ZD-演示' }, as: systemActor }),
    },
  })
  expect(missing).toEqual([])
  // No example of the API document is left untried.
  expect([untried, examples > 5]).toEqual([[], true])
  expect(await grid.traces()).toEqual(before)
  console.info(`revocation: ${drawn.length} of ${drawn.length} arrows, ${examples} examples`)
})
