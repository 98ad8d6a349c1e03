/** Statuses × steps × people of assessments and their campaign: what is not on the pages is refused and leaves no trace; every arrow can be gone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessed, assessing, type Assessing } from '../../../test/assessing.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { type At, gridwork, type Made, type Person } from '../../../test/gridwork.ts'
import { type DemoKey, openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { engines } from '../../engines.ts'
import { type Engine, systemActor } from '../../platform/case-log.ts'

const keys = [
  'carbon', 'iron', 'robot', 'needlecoke', 'glassware', 'fittings', 'magnesium', 'refractory', 'filter', 'lacquer', 'coalcarbon', 'hydraulic', 'textile', 'gears', 'inspection', 'engine', 'fuelcell', 'steelwork', 'coke', 'nylon', 'polymer', 'methane', 'anode', 'electrolyte',
  'wastewater', 'binder', 'meat', 'vinegar',
] as const satisfies readonly DemoKey[]
/** Recognised in December: two only report, one is not listed yet. */
const late = ['herbs', 'grain', 'implant'] as const
/** Directs no base of this world: clerk of all. */
const clerk = 'director.millet'

let town: Town
let work: Casework
let on: Assessing
let world: At[] = []
let campaigns: At[] = []
let notListed = ''
const grids: Record<'assessment' | 'campaign', ReturnType<typeof gridwork>> = {} as never

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  Object.assign(grids, { assessment: gridwork(town, engines.assessment as Engine), campaign: gridwork(town, engines['assessment-campaign'] as Engine) })
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027)
  const bases = await on.bases(keys, '2026-05-20')
  town.on('2026-12-01')
  const campaign = await on.campaign(2026)
  const made = await everyStatus(campaign, bases)
  world = await grids.assessment.seen(made)
  campaigns = await grids.campaign.seen(await everyCampaign(campaign, made))
}, 600_000)
afterAll(() => town.close())

async function everyStatus(campaign: string, bases: Case[]): Promise<Made[]> {
  const made: Made[] = []
  const officer = await town.as('city.officer')
  const left = [...bases]
  const next = async () => { const of = left.shift(); if (!of) throw new Error('too few bases'); return on.assessedOf(of, 2026) }
  const at = async (status: string, one: Assessed, { said = {}, ...more }: { said?: Record<string, object>; [role: string]: unknown } = {}) => {
    if (status !== 'discontinued') await work.appoints(one.of, clerk, 'base.clerk')
    made.push({ status, id: one.id, said: { trueUp: { reasons: { trueUpInTime: '凭证迟到。' } }, trueUpAtCity: { reasons: { trueUpInTime: '凭证迟到。' } }, closeDesk: { reasons: { deskExpertsHeard: '先行结束。' } }, recordService: { servedOn: '2027-02-10' }, ...said },
      people: { 'base.director': `director.${one.of.key}`, 'base.clerk': clerk, 'host.admin': `host.${one.of.key}`, 'county.officer': await work.countyName(one.of, 'county.officer'), 'county.lead': await work.countyName(one.of, 'county.lead'), 'city.officer': 'city.officer', 'city.lead': 'city.lead', ...(more as Record<string, string>) } })
    return one
  }
  const verified = async (estimated = false) => on.verified(await next(), { estimated })
  const proposed = async (share: number, grade: string) => on.proposes(await verified(), share, grade)
  const decided = async (share: number, grade: string) => on.decides(await verified(), share, grade)

  town.on('2026-12-10')
  const [reports, filed, unlisted] = await on.bases(late, '2026-12-18') as [Case, Case, Case]
  for (const of of [reports, filed]) await officer.did(campaign, 'addBase', { base: await work.baseNumberOf(of), reason: '十二月新认定，本年度只报告。' })
  notListed = await work.baseNumberOf(unlisted)
  town.on('2026-12-20')
  await at('reporting', await on.written(await next()))
  const asked = await on.written(await next())
  await at('deferralAsked', await on.did(asked, `director.${asked.of.key}`, 'requestDeferral'))
  await at('reported', await on.reported(await next()))
  const examined = await on.examines(await on.endorsed(await next(), { estimated: true }))
  await at('endorsed', examined, { said: { examine: { items: (await on.sampleOf(examined)).map((item) => ({ item, answer: 'agrees' })) } } })
  const returned = await on.endorsed(await next())
  await at('supplementing', await on.did(returned, await work.countyName(returned.of, 'county.officer'), 'returnForSupplement'))
  await at('verified', await verified(true))
  const desk = await on.did(await verified(), 'city.officer', 'inviteExperts')
  const { computed } = (await officer.call<{ computed: Record<string, object | null> }>('GET', `/api/cases/${desk.id}/points`)).body
  await at('verified', desk, { expert: 'expert.01', said: { scoreDesk: { items: on.sheet(0.7).items.filter(({ item }) => !computed[item]) } } })
  await at('verified', await on.verified(await on.assessedOf(reports, 2026)))
  await at('recorded', await on.did(await on.verified(await on.assessedOf(filed, 2026)), 'city.officer', 'recordReport'))
  const deferred = await next()
  await on.did(deferred, `host.${deferred.of.key}`, 'requestDeferral')
  await at('deferred', await on.did(deferred, 'city.lead', 'defer'))
  await at('scored', await on.checksSpot(await on.scores(await verified(), 0.78)))
  await at('proposed', await proposed(0.78, 'good'))
  await at('decided', await decided(0.78, 'good'))
  const gone = await next()
  await work.asSystem(await work.baseOf(gone.of), 'leave', { matter: gone.id, number: 'ZD-演示' })
  await runSchedule(town.platform)
  await at('discontinued', gone)

  // Three rounds of announcing: what is final by the end of January, what is by the end, and what is not.
  const twice = await on.assessedOf(left[0]!, 2026)
  await work.asSystem(await work.baseOf(twice.of), 'recordGrade', { case: twice.id, number: 'KH-2025-0001', year: 2025, outcome: 'graded', grade: 'poor' })
  const first = [await decided(0.5, 'poor'), await decided(0.9, 'excellent'), await decided(0.65, 'fair'), await decided(0.5, 'poor'), await decided(0.5, 'poor'), await decided(0.5, 'poor')]
  const before = await on.assessedOf(left[0]!, 2026)
  await work.asSystem(await work.baseOf(before.of), 'recordGrade', { case: before.id, number: 'KH-2025-0002', year: 2025, outcome: 'graded', grade: 'poor' })
  const second = [await decided(0.5, 'poor'), await decided(0.5, 'poor'), await decided(0.78, 'good')]
  const third = [await decided(0.78, 'good'), await decided(0.78, 'good')]
  const [toNotice, toClear] = [await decided(0.78, 'good'), await decided(0.78, 'good')]
  const [reminded, silent, absent] = [await next(), await next(), await next()]
  town.on('2027-01-04')
  for (const one of [silent, absent]) { await on.did(one, 'city.officer', 'remind'); await on.did(one, `director.${one.of.key}`, 'acknowledgeReminder') }
  town.on('2027-01-15')
  for (const one of [silent, absent]) { await on.did(one, 'city.officer', 'remind'); await on.did(one, `host.${one.of.key}`, 'acknowledgeReminder'); await on.did(one, 'city.officer', 'recordInquiry') }
  await on.announces(campaign, first, { notice: '2027-01-15', cleared: '2027-01-22' })
  await on.finalOn('2027-02-01')
  await on.did(absent, 'city.lead', 'stateAbsent')
  await at('reporting', silent)
  await at('absent', absent)
  await at('twicePoor', first[0]!)
  await at('concluded', first[1]!)
  await at('concluded', first[2]!)
  const [rectifying, unrectified, rectified] = first.slice(3) as [Assessed, Assessed, Assessed]
  for (const one of [rectifying, unrectified, rectified]) { const director = `director.${one.of.key}`; await on.did(one, director, 'submitPlan'); await on.did(one, 'city.officer', 'midCheck'); await on.did(one, director, 'reportRectification') }
  await at('rectifying', rectifying)
  await at('unrectified', await on.did(unrectified, 'city.lead', 'failRectification'))
  await at('rectified', await on.did(rectified, 'city.officer', 'closeRectification'))
  await officer.did(campaign, 'openNotice', { cases: second.map(({ id }) => id) })
  town.on('2027-02-08')
  await runSchedule(town.platform)
  await (await town.as('city.lead')).did(campaign, 'announceResults', { cases: second.map(({ id }) => id) })
  await officer.did(campaign, 'openNotice', { cases: [...third, toClear].map(({ id }) => id) })
  town.on('2027-02-15')
  await runSchedule(town.platform)
  await (await town.as('city.lead')).did(campaign, 'announceResults', { cases: third.map(({ id }) => id) })
  await at('cleared', toClear)
  await officer.did(campaign, 'openNotice', { cases: [toNotice.id] })
  await at('onNotice', toNotice)
  for (const one of second) await at('announced', one)
  await at('announced', third[0]!)
  const [, reviewed] = third as [Assessed, Assessed]
  await on.did(reviewed, `host.${reviewed.of.key}`, 'requestReview')
  await at('underReview', await on.did(reviewed, 'city.officer2', 'examineReview'), { 'city.officer': 'city.officer2' })
  await on.did(reminded, 'city.officer', 'remind')
  await at('reporting', reminded, { said: { recordService: { servedOn: '2027-02-15' } } })
  // The second round is final now; the clock has not come by.
  town.on('2027-02-16')
  return made
}

/** The year with everything in it, and years nobody was on the register yet. */
async function everyCampaign(open: string, made: readonly Made[]): Promise<Made[]> {
  const [officer, lead] = [await town.as('city.officer'), await town.as('city.lead')]
  const people = { 'city.officer': 'city.officer', 'city.lead': 'city.lead' }
  const planned = async (year: number) => (await officer.opened('assessment-campaign', { year })).id
  const empty = async (year: number) => { const id = await planned(year); await lead.did(id, 'open'); return id }
  const abandoned = await planned(2022)
  await officer.did(abandoned, 'abandon', engines['assessment-campaign']?.examples.abandon)
  const closed = await empty(2024)
  await lead.did(closed, 'close')
  const of = (status: string) => made.filter((one) => one.status === status).map(({ id }) => id)
  const said = { addBase: { base: notListed }, proposeGrades: { rows: of('scored').map((id) => ({ case: id, grade: 'good', opinion: '拟评良。' })) }, decideGrades: { cases: of('proposed') }, openNotice: { cases: of('decided') }, announceResults: { cases: of('cleared') } }
  return [{ status: 'open', id: open, people, said }, { status: 'open', id: await empty(2025), people }, { status: 'planned', id: await planned(2023), people }, { status: 'abandoned', id: abandoned, people }, { status: 'closed', id: closed, people }]
}

const always = () => true
const never = () => false
/** Whose base has gone holds no office in it any more. */
const inOffice = ({ status }: At) => status !== 'discontinued'
const of = (role: string) => ({ people }: At) => people[role] ?? ''
const elsewhere: Person[] = ['client.auto', 'expert.30', 'auditor'].map((username): Person => ({ name: username, role: username === 'expert.30' ? 'expert' : username, username: () => username, sees: never }))
const city: Person[] = [
  { name: 'the city officer', role: 'city.officer', username: () => 'city.officer', sees: always }, { name: 'the city lead', role: 'city.lead', username: () => 'city.lead', sees: always }, { name: 'the supervisor', role: 'city.supervisor', username: () => 'city.supervisor', sees: always },
]
/** The base's own people, its host and its county read its assessment from the first day; an expert while the desk is open. */
const parties: Person[] = [
  { name: 'the director', role: 'base.director', username: of('base.director'), sees: inOffice }, { name: 'the clerk', role: 'base.clerk', username: () => clerk, sees: inOffice }, { name: 'the host', role: 'host.admin', username: of('host.admin'), sees: always }, { name: 'another host', role: 'host.admin', username: () => 'host.millet', sees: never },
  { name: 'the county officer', role: 'county.officer', username: of('county.officer'), sees: always }, { name: 'the county lead', role: 'county.lead', username: of('county.lead'), sees: always }, { name: 'a desk expert', role: 'expert', username: () => 'expert.01', sees: ({ people }) => people.expert === 'expert.01' },
]
const firstOfEach = (all: readonly At[]) => all.filter((at, place) => at.people.expert !== undefined || all.findIndex(({ status }) => status === at.status) === place)

describe.each([
  ['assessment', 'assessment', () => world, [...parties, ...city, ...elsewhere]],
  ['assessment-campaign', 'campaign', () => campaigns, [...city, ...parties.filter(({ role }) => role !== 'expert').slice(3).map((one): Person => ({ ...one, username: one.role === 'host.admin' ? () => 'host.millet' : one.role === 'county.officer' ? () => 'county.yuci' : () => 'county.yuci.lead', sees: never })), ...elsewhere]],
] as const)('%s', (procedure, name, all, people) => {
  const engine = engines[procedure] as Engine
  test('every status is there', () => {
    for (const at of all()) expect([at.id, at.file.status]).toEqual([at.id, at.status])
    expect([...new Set(all().map(({ status }) => status))].toSorted()).toEqual(Object.keys(engine.statuses).toSorted())
  })

  test('a cell that is not on the page answers 404, 403 or 409 and writes nothing', async () => {
    const before = await grids[name].traces()
    const { counts, wrong } = await grids[name].cells(firstOfEach(all()), people)
    expect(wrong).toEqual([])
    expect(await grids[name].traces()).toEqual(before)
    console.info(`${procedure}: ${Object.values(counts).reduce((sum, n) => sum + n, 0)} cells, ${counts['on the page']} on the page, ${counts[409]} not now, ${counts[403]} not yours, ${counts[404]} not there`)
    for (const wanted of [404, 403, 409, 'on the page']) expect(counts[wanted], String(wanted)).toBeGreaterThan(5)
  })

  test('every arrow of the page is gone, by every role it names, in a transaction that is rolled back', async () => {
    const before = await grids[name].traces()
    const { drawn, missing, untried, examples } = await grids[name].arrows(all(), {
      skips: ['host.clerk'],
      first: {
        // Whoever was asked turns out to have an excuse.
        deferExcused: async (context, at) => town.platform.takeStep(context, { caseId: at.id, step: 'recordInquiry', data: { facts: '停产整治，有主管部门文件。', excused: 'yes' }, as: { person: 'p-asks', name: '经办', holds: [{ role: 'city.officer', org: 'city.140700' }] } }),
        discontinue: async (context, at) => town.platform.takeStep(context, { caseId: (at.file as unknown as { base: { case: string } }).base.case, step: 'leave', data: { matter: at.id, number: 'ZD-演示' }, as: systemActor }),
      },
    })
    expect(missing).toEqual([])
    // No example of the API document is left untried.
    expect([untried, examples > 5]).toEqual([[], true])
    expect(await grids[name].traces()).toEqual(before)
    console.info(`${procedure}: ${drawn.length} of ${drawn.length} arrows, ${examples} examples`)
  })
})
