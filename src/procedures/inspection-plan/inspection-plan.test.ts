import { expect, test } from 'vitest'
import { type Actor, decide } from '../../kernel/procedure.ts'
import { empty, type InspectionPlanCase, type InspectionPlanEntry, read } from './inspection-plan.case.ts'
import { inspectionPlanCommands, type InspectionPlanCommands, inspectionPlanExamples } from './inspection-plan.commands.ts'
import { basesDrawn, canDraw, commitmentTo, recordOf } from './inspection-plan.lot.ts'
import { byRisk, type Candidate, type RiskFacts, risksOf, riskWords } from './inspection-plan.risk.ts'
import { inspectionPlan, type InspectionPlanFound, inspectionPlanStatuses } from './inspection-plan.ts'

const today = '2026-11-23'
const [county, city] = ['county.140702', 'city.140700']
const one = (person: string, role: string, org: string): Actor => ({ person, name: person, holds: [{ role, org }] })
const officer = one('chen', 'county.officer', county)
const lead = one('zhou', 'county.lead', county)
const cityOfficer = one('li', 'city.officer', city)
const cityLead = one('zhao', 'city.lead', city)
const supervisor = one('hao', 'city.supervisor', city)
const pool: Candidate[] = ['1', '2', '3', '4', '5', '6'].map((no, at) => ({ base: `JZ-ZS-2026-00${no}`, name: `基地${no}`, county: at < 4 ? '140702' : '140703', risks: [], lastInspectedOn: null }))
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }
const seed = 'a'.repeat(64)

type Name = keyof InspectionPlanCommands
const lot = { count: 3, perCounty: 2 }
const added: { [N in Name]?: object } = { open: { pool }, commit: { ...lot, commitment: commitmentTo(pool, lot, seed) }, reveal: { drawn: recordOf(pool, lot, seed, '骰子 4 2 6') } }
const after = (...steps: [name: Name, actor: Actor][]): InspectionPlanCase => steps.reduce<InspectionPlanCase>((file, [did, actor]) => {
  const by = { person: actor.person, name: actor.name, role: actor.holds[0]?.role ?? '', org: actor.holds[0]?.org ?? '' }
  return read(file, { did, by, on: today, to: inspectionPlan[did].to, data: { ...inspectionPlanExamples[did], ...added[did] } } as InspectionPlanEntry)
}, empty({ jurisdiction: '140700', actor: steps[0]?.[1] ?? officer }))
function tried<Step extends Name>(step: Step, actor: Actor, file: InspectionPlanCase, change: { data?: object; found?: Partial<InspectionPlanFound> } = {}) {
  const data = { ...inspectionPlanExamples[step], ...change.data } as InspectionPlanCommands[Step]
  return decide(inspectionPlan, { step, data, file, found: { pool: pool.length, revealed: undefined, ...change.found }, actor, today, opening: step === 'open' }, words)
}
const grounds = (decision: { ok: boolean; refusals?: readonly { rule?: string; code: string }[] }) => (decision.ok ? [] : (decision.refusals ?? []).map(({ rule, code }) => rule ?? code))

const facts: RiskFacts = { chemical: false, lastGrade: 'good', lastInspectedOn: '2026-03-01', lastResult: 'clear', rectificationDue: null, unmet: [], recognisedOn: '2024-01-01' }
test.each<[string, Partial<RiskFacts>, string[]]>([
  ['nothing', {}, []], ['chemical', { chemical: true }, ['chemical']], ['graded poor', { lastGrade: 'poor' }, ['poor']], ['graded fair', { lastGrade: 'fair' }, ['fair']],
  ['due yesterday', { rectificationDue: '2026-11-22' }, ['overdue']], ['due today', { rectificationDue: today }, []], ['Art. 8(2): a permit ran out', { unmet: ['permitsInForce'] }, ['expired']], ['Art. 8(3): a lease ran out', { unmet: ['premisesHeld'] }, ['expired']],
  ['Art. 8(4): no committee', { unmet: ['committeeFormed'] }, ['missing']], ['Art. 13: no accounts', { unmet: ['separateAccounts'] }, ['missing']], ['Art. 14: term over', { unmet: ['directorInTerm'] }, ['missing']], ['no director', { unmet: ['directorNamed'] }, ['missing']], ['a few clients are no mark', { unmet: ['clientsServed'] }, []],
  ['findings last time', { lastResult: 'findings' }, ['findings']], ['never, recognised long ago', { lastInspectedOn: null, lastResult: null }, ['never']], ['never, recognised a year ago to the day', { lastInspectedOn: null, recognisedOn: '2025-11-23' }, []],
  ['a year ago to the day', { lastInspectedOn: '2025-11-23' }, []], ['a year and a day ago', { lastInspectedOn: '2025-11-22' }, ['long']],
])('setting:inspection.everyMonths: %s', (_, change, marks) => expect(risksOf({ ...facts, ...change }, today, 12)).toEqual(marks))

test('most marks first, then the longest not inspected', () => {
  const of = (base: string, risks: Candidate['risks'], lastInspectedOn: string | null): Candidate => ({ base, name: base, county: '', risks, lastInspectedOn })
  expect(byRisk([of('c', ['fair'], '2026-01-01'), of('b', ['fair'], null), of('a', [], null), of('d', ['poor', 'overdue'], null)]).map(({ base }) => base)).toEqual(['d', 'b', 'c', 'a'])
  expect(Object.keys(riskWords)).toHaveLength(9)
})

test('setting:inspection.draw: the lot takes the count asked, no county gives more than its limit, and the record recomputes', () => {
  for (let at = 0; at < 200; at++) {
    const record = recordOf(pool, lot, commitmentTo(pool, lot, String(at).padStart(64, '0')).slice(0, 64), `word ${at}`)
    const drawn = basesDrawn(record)
    expect(drawn).toHaveLength(3)
    const byCounty = Map.groupBy(drawn, (base) => pool.find((one_) => one_.base === base)?.county)
    for (const bases of byCounty.values()) expect(bases.length).toBeLessThanOrEqual(2)
  }
  expect([canDraw(pool, { count: 6 }), canDraw(pool, { count: 7 }), canDraw(pool, { count: 4, perCounty: 2 }), canDraw(pool, { count: 5, perCounty: 2 })]).toEqual([true, false, true, false])
})

test('setting:inspection.draw: over many seeds every base is drawn about as often as any other', () => {
  const counts = new Map(pool.map(({ base }) => [base, 0]))
  for (let at = 0; at < 3000; at++) for (const base of basesDrawn(recordOf(pool, { count: 2 }, commitmentTo(pool, { count: 2 }, `seed ${at}`), ''))) counts.set(base, (counts.get(base) ?? 0) + 1)
  // A thousand are expected of each; five standard deviations are 129.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
})

test('Arts. 6(4), 7(3): officers of county and city begin a plan with bases in it and time to carry it out', () => {
  for (const actor of [officer, cityOfficer]) expect(grounds(tried('open', actor, empty({ jurisdiction: '140700', actor })))).toEqual([])
  expect(grounds(tried('open', lead, empty({ jurisdiction: '140700', actor: lead })))).toEqual(['notYours'])
  expect(grounds(tried('open', officer, empty({ jurisdiction: '140700', actor: officer }), { found: { pool: 0 }, data: { completeBy: today } }))).toEqual(['planHasBases', 'planEndsLater'])
})

test('only bases within its reach are chosen, each once', () => {
  const draft = after(['open', officer])
  const reason = '久未检查。'
  expect(grounds(tried('choose', officer, draft))).toEqual([])
  expect(grounds(tried('choose', officer, draft, { data: { bases: [{ base: 'JZ-ZS-2026-009', reason }] } }))).toEqual(['chosenFromPool'])
  expect(grounds(tried('choose', officer, draft, { data: { bases: [{ base: 'JZ-ZS-2026-001', reason }, { base: 'JZ-ZS-2026-001', reason }] } }))).toEqual(['chosenFromPool'])
  expect(grounds(tried('choose', cityOfficer, draft))).toEqual(['notYours'])
})

test('setting:inspection.draw: committed by one, witnessed by another, revealed only when it is what was committed to', () => {
  const committed = after(['open', officer], ['commit', officer])
  expect(grounds(tried('witness', lead, committed))).toEqual([])
  expect(grounds(tried('witness', supervisor, committed))).toEqual([])
  const both: Actor = { person: 'chen', name: 'chen', holds: [{ role: 'county.lead', org: county }] }
  expect(grounds(tried('witness', both, committed))).toEqual(['lotWitnessedByAnother'])
  const witnessed = after(['open', officer], ['commit', officer], ['witness', lead])
  expect(grounds(tried('reveal', officer, witnessed))).toEqual(['lotMatchesCommitment'])
  expect(grounds(tried('reveal', officer, witnessed, { found: { revealed: 'b'.repeat(64) } }))).toEqual(['lotMatchesCommitment'])
  expect(grounds(tried('reveal', officer, witnessed, { found: { revealed: commitmentTo(pool, lot, seed) } }))).toEqual([])
  expect(after(['open', officer], ['commit', officer], ['witness', lead], ['reveal', officer]).chosen).toHaveLength(3)
})

test('a second draw gives its reason; the first stays on record', () => {
  const again = after(['open', officer], ['commit', officer], ['witness', lead], ['reveal', officer], ['sendBack', lead])
  expect(again).toMatchObject({ status: 'draft', chosen: [], draws: [{ record: { result: { found: true } } }] })
  expect(grounds(tried('commit', officer, again))).toEqual(['lotAgainHasReason'])
  expect(grounds(tried('commit', officer, again, { data: { reason: '名单调整后重抽。' } }))).toEqual([])
  expect(grounds(tried('commit', officer, after(['open', officer]), { data: { count: 7 } }))).toEqual(['lotCanBeDrawn'])
})

test('setting:duty.separation: who prepared the plan does not approve it', () => {
  const chosen = after(['open', cityOfficer], ['choose', cityOfficer])
  expect(grounds(tried('approve', cityLead, chosen))).toEqual([])
  expect(grounds(tried('approve', { person: 'li', name: 'li', holds: [{ role: 'city.lead', org: city }] }, chosen))).toEqual(['decidedByAnother'])
  expect(grounds(tried('approve', lead, chosen))).toEqual(['notYours'])
})

test('every example fits its command, every status is named', () => {
  for (const [step, command] of Object.entries(inspectionPlanCommands)) expect(command.safeParse(inspectionPlanExamples[step as Name]).error, step).toBeUndefined()
  for (const step of Object.values(inspectionPlan)) for (const status of [step.to, ...step.from]) expect(inspectionPlanStatuses).toHaveProperty(status)
})
