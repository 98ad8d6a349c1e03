/** Statuses × steps × people of awards: what is not on the page is refused and leaves no trace; every arrow of the page can be gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Base, recognisedBases } from '../../../test/bases.ts'
import { casework, type Casework } from '../../../test/casework.ts'
import { type At, gridwork, type Made, type Person } from '../../../test/gridwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { engines } from '../../engines.ts'
import type { Engine } from '../../platform/case-log.ts'
import { rowOf, sql } from '../../platform/query.ts'
import { revocationExamples } from '../revocation/revocation.examples.ts'
import { type AwardCommands, awardExamples as example } from './award.commands.ts'

const engine = engines.award as Engine
const keys = ['gears', 'anode', 'engine', 'magnesium', 'filter', 'nylon', 'vinegar', 'herbs', 'polymer', 'iron', 'robot', 'needlecoke', 'carbon', 'glassware', 'fittings', 'refractory', 'lacquer'] as const
type Name = keyof AwardCommands
let town: Town
let work: Casework
let world: At[]
let grid: ReturnType<typeof gridwork>

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  grid = gridwork(town, engine)
  await work.authorityActs()
  const bases = [...(await recognisedBases(town, work, keys))]
  const officer = await town.as('city.officer')
  const { id } = (await officer.call<{ id: string }>('POST', '/api/award-budgets', { year: 2026, amount: '1000', line: '科技专项资金', document: '市财教〔2026〕12号（演示）' })).body
  await (await town.as('city.lead')).call('POST', `/api/award-budgets/${id}/sign`)
  // Recovery is off unless the authority has switched it on.
  const change = await officer.opened('rule-change', { change: { kind: 'setting', key: 'award.clawback', value: true }, validFrom: '2026-12-01', basis: '局务会纪要（演示）' })
  await (await town.as('city.lead')).did(change.id, 'sign')
  world = await grid.seen(await everyStatus(bases))
}, 600_000)
afterAll(() => town.close())

async function everyStatus(bases: Base[]): Promise<Made[]> {
  const made: Made[] = []
  const to: Record<string, [username: string, step: Name][]> = {
    proposed: [], refused: [['city.lead', 'refuse']], withdrawn: [['city.officer', 'withdraw']], decided: [['city.lead', 'decide']],
    published: [['city.lead', 'decide'], ['city.officer', 'publish']], cancelled: [['city.lead', 'decide'], ['city.lead', 'cancel']],
    claimed: [['city.lead', 'decide'], ['city.officer', 'publish'], ['host', 'claim']], paid: [['city.lead', 'decide'], ['city.officer', 'publish'], ['host', 'claim'], ['city.officer2', 'pay']],
  }
  to.received = [...to.paid!, ['host', 'acknowledgeReceipt']]
  to.reported = [...to.received, ['host', 'reportUse']]
  to.closed = [...to.reported, ['city.officer', 'close']]
  for (const [status, steps] of Object.entries(to)) await reaches(status, steps)
  // Those recovered stand on bases that were revoked for falsification.
  for (const [status, steps] of [['recovering', []], ['recovered', [['city.officer', 'recordRecovery']]]] as const) await reaches(status, [...to.received, ['', 'revoke' as Name], ['city.lead', 'clawBack'], ...steps])
  for (const status of ['paid', 'received', 'reported', 'closed']) await reaches(status, [...to[status]!, ['', 'revoke' as Name]])
  return made

  async function reaches(status: string, steps: readonly (readonly [string, Name])[]) {
    const base = bases.shift()!
    const accountName = (await rowOf<{ name: string }>(town.pools.jobs, sql`select hosts->0->>'name' as name from base where id = ${base.number}`))?.name ?? ''
    const { id } = await (await town.as('city.officer')).opened('award', { ...example.propose, base: base.number })
    for (const [who, step] of steps) {
      if (!who) { await revoked(base); continue }
      await (await town.as(who === 'host' ? `host.${base.key}` : who)).did(id, step, { ...example[step], ...(step === 'claim' && { accountName }) })
    }
    made.push({ status, id, said: { claim: { accountName } }, people: {
      'city.officer': status === 'claimed' ? 'city.officer2' : 'city.officer', 'city.lead': 'city.lead', 'host.admin': `host.${base.key}`, 'county.officer': await work.countyName(base, 'county.officer'), 'county.lead': await work.countyName(base, 'county.lead') } })
  }
}

/** Served for falsification: without it nothing is recovered. */
async function revoked(base: Base) {
  const says = revocationExamples
  const { id } = await (await town.as('city.officer')).opened('revocation', { ...says.open, base: base.number, ground: 'Art. 19(2)' })
  const host = `host.${base.key}`
  for (const [who, step] of [['city.officer', 'findFalsehood'], ['city.officer', 'investigate'], ['city.officer', 'notify'], [host, 'acknowledgeNotice'], [host, 'waive'], ['city.officer2', 'reviewLegality'], ['city.officer', 'proposeRevoke'], ['city.lead', 'decideRevoke'], ['city.officer', 'serve']] as const)
    await (await town.as(who)).did(id, step, says[step])
}

/** What is proposed, refused or withdrawn before it was decided is the city's own. */
const decided = ({ status }: At) => !['proposed', 'refused', 'withdrawn'].includes(status)
const always = () => true
const never = () => false
const of = (role: string) => ({ people }: At) => people[role] ?? ''
const people: Person[] = [
  { name: 'the host', role: 'host.admin', username: of('host.admin'), sees: decided }, { name: 'another host', role: 'host.admin', username: () => 'host.millet', sees: never },
  { name: 'the county officer', role: 'county.officer', username: of('county.officer'), sees: decided }, { name: 'the county lead', role: 'county.lead', username: of('county.lead'), sees: decided }, { name: 'another county', role: 'county.officer', username: () => 'county.jiexiu', sees: (at) => at.people['county.officer'] === 'county.jiexiu' && decided(at) },
  { name: 'the city officer', role: 'city.officer', username: () => 'city.officer', sees: always }, { name: 'the city lead', role: 'city.lead', username: () => 'city.lead', sees: always }, { name: 'the supervisor', role: 'city.supervisor', username: () => 'city.supervisor', sees: always },
  ...['client.auto', 'expert.30', 'sysadmin', 'auditor'].map((username): Person => ({ name: username, role: username, username: () => username, sees: never })),
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
  console.info(`award: ${Object.values(counts).reduce((sum, n) => sum + n, 0)} cells, ${counts['on the page']} on the page, ${counts[409]} not now, ${counts[403]} not yours, ${counts[404]} not there`)
  for (const wanted of [404, 403, 409, 'on the page']) expect(counts[wanted]).toBeGreaterThan(15)
})

test('every arrow of the page is gone, by every role it names, in a transaction that is rolled back', async () => {
  const before = await grid.traces()
  const { drawn, missing, untried, examples } = await grid.arrows(world)
  expect(missing).toEqual([])
  // No example of the API document is left untried.
  expect([untried, examples > 5]).toEqual([[], true])
  expect(await grid.traces()).toEqual(before)
  console.info(`award: ${drawn.length} of ${drawn.length} arrows, ${examples} examples`)
})
