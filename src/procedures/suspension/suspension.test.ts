import { expect, test } from 'vitest'
import { type Actor, decide } from '../../kernel/procedure.ts'
import { empty, endsOn, read, type SuspendedBase, type SuspensionCase, type SuspensionEntry } from './suspension.case.ts'
import { suspensionCommands, type SuspensionCommands, suspensionExamples } from './suspension.commands.ts'
import { suspension, type SuspensionFound, suspensionStatuses } from './suspension.ts'

const today = '2026-11-23'
const [county, city, unit] = ['county.140702', 'city.140700', 'base.JZ-ZS-2026-001']
const one = (person: string, ...holds: [role: string, org: string][]): Actor => ({ person, name: person, holds: holds.map(([role, org]) => ({ role, org })) })
const countyOfficer = one('chen', ['county.officer', county])
const cityOfficer = one('li', ['city.officer', city])
const cityLead = one('zhao', ['city.lead', city])
const host = one('wang', ['host.admin', 'org-carbon'])
const system: Actor = one('system', ['system', 'system'])
const about: SuspendedBase = { id: 'JZ-ZS-2026-001', case: 'base-case', unit, name: '晋中市碳纤维复合材料中试基地', status: 'operating', county: '140702', countyOrg: county, field: 'carbon', hosts: [{ org: 'org-carbon', name: '碳材料公司', lead: true, demo: true }, { org: 'org-univ', name: '理工学院', lead: false, demo: true }] }
const found: SuspensionFound = { status: 'operating', holds: [], months: 6 }
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }

type Name = keyof SuspensionCommands
const after = (...steps: [name: Name, actor: Actor, data?: object][]): SuspensionCase => steps.reduce<SuspensionCase>((file, [did, actor, data]) => {
  const by = { person: actor.person, name: actor.name, role: actor.holds[0]?.role ?? '', org: actor.holds[0]?.org ?? '' }
  return read(file, { did, by, on: today, to: suspension[did].to, data: { ...suspensionExamples[did], ...(did === 'suspend' && { subject: about }), ...data } } as SuspensionEntry)
}, empty({ jurisdiction: '140700', actor: steps[0]?.[1] ?? countyOfficer }))
function tried<Step extends Name>(step: Step, actor: Actor, file: SuspensionCase, change: { data?: object; found?: Partial<SuspensionFound>; today?: string } = {}) {
  const data = { ...suspensionExamples[step], ...change.data } as SuspensionCommands[Step] & { reasons?: Record<string, string> }
  return decide(suspension, { step, data, file, found: { ...found, ...change.found }, actor, today: change.today ?? today, opening: step === 'suspend' }, words)
}
const grounds = (decision: { ok: boolean; refusals?: readonly { rule?: string; code: string }[] }) => (decision.ok ? [] : (decision.refusals ?? []).map(({ rule, code }) => rule ?? code))

test('Art. 6(3): an officer of county or city stops it at once; the host does not', () => {
  for (const actor of [countyOfficer, cityOfficer]) expect(grounds(tried('suspend', actor, empty({ jurisdiction: '140700', actor })))).toEqual([])
  expect(grounds(tried('suspend', host, empty({ jurisdiction: '140700', actor: host })))).toEqual(['notYours'])
  expect(grounds(tried('suspend', countyOfficer, empty({ jurisdiction: '140700', actor: countyOfficer }), { found: { status: 'revoked' } }))).toEqual(['baseInRegister'])
  expect(grounds(tried('suspend', countyOfficer, empty({ jurisdiction: '140700', actor: countyOfficer }), { found: { holds: ['ZT-2026-0001'] } }))).toEqual(['notHeldTwice'])
})

test('Art. 6(3): the city\'s lead confirms, never the one who imposed it, and never the county', () => {
  const imposed = after(['suspend', countyOfficer])
  expect(grounds(tried('confirm', cityLead, imposed))).toEqual([])
  expect(grounds(tried('confirm', one('zhou', ['county.lead', county]), imposed))).toEqual(['notYours'])
  const both = one('li', ['city.officer', city], ['city.lead', city])
  expect(grounds(tried('confirm', both, after(['suspend', both])))).toEqual(['decidedByAnother'])
  expect(grounds(tried('annul', both, after(['suspend', both])))).toEqual(['decidedByAnother'])
})

test.each([['2026-11-23', ['suspensionWithinMost']], ['2026-11-24', []], ['2027-05-23', []], ['2027-05-24', ['suspensionWithinMost']]])('setting:suspension.months: confirmed until %s, refused for %o', (day, refused) =>
  expect(grounds(tried('confirm', cityLead, after(['suspend', countyOfficer]), { data: { endsOn: day } }))).toEqual(refused))

test('setting:suspension.months counts from the hold, and an extension ends later than before', () => {
  const suspended = after(['suspend', countyOfficer], ['confirm', cityLead])
  expect(grounds(tried('extend', cityLead, suspended, { data: { endsOn: '2027-05-23' }, today: '2027-01-20' }))).toEqual([])
  expect(grounds(tried('extend', cityLead, suspended, { data: { endsOn: '2027-05-24' }, today: '2027-01-20' }))).toEqual(['suspensionWithinMost'])
  expect(grounds(tried('extend', cityLead, suspended, { data: { endsOn: '2027-01-31' } }))).toEqual(['extensionLater'])
  expect(endsOn(after(['suspend', countyOfficer], ['confirm', cityLead], ['extend', cityLead]))).toBe('2027-03-31')
})

test('setting:duty.separation: one proposes to lift, another lifts; county and city officers look after their own', () => {
  const suspended = after(['suspend', countyOfficer], ['confirm', cityLead])
  expect(grounds(tried('proposeLift', cityOfficer, suspended))).toEqual(['notYours'])
  expect(grounds(tried('proposeLift', countyOfficer, suspended))).toEqual([])
  const proposed = after(['suspend', countyOfficer], ['confirm', cityLead], ['requestLift', host], ['proposeLift', countyOfficer])
  expect(grounds(tried('lift', cityLead, proposed))).toEqual([])
  const both = one('li', ['city.officer', city], ['city.lead', city])
  expect(grounds(tried('lift', both, after(['suspend', cityOfficer], ['confirm', cityLead], ['proposeLift', both])))).toEqual(['decidedByAnother'])
  expect(grounds(tried('lift', cityLead, suspended))).toEqual(['notNow'])
})

test('Art. 8(1): the host asks; a refusal leaves it suspended and open to another request', () => {
  const suspended = after(['suspend', countyOfficer], ['confirm', cityLead])
  expect(grounds(tried('requestLift', host, suspended))).toEqual([])
  expect(grounds(tried('requestLift', one('shen', ['base.director', unit]), suspended))).toEqual([])
  expect(grounds(tried('requestLift', one('u', ['host.admin', 'org-univ']), suspended))).toEqual(['notYours'])
  const refused = after(['suspend', countyOfficer], ['confirm', cityLead], ['requestLift', host], ['refuseLift', cityLead])
  expect(refused).toMatchObject({ status: 'suspended', request: null, refusals: [{ on: today }] })
})

test('it never ends by itself, but with the base', () => {
  const suspended = after(['suspend', countyOfficer], ['confirm', cityLead])
  expect(grounds(tried('endWithBase', system, suspended, { today: '2030-01-01' }))).toEqual(['baseHasGone'])
  expect(grounds(tried('endWithBase', system, suspended, { found: { status: 'left' } }))).toEqual([])
})

test('every example fits its command, every status is named', () => {
  for (const [step, command] of Object.entries(suspensionCommands)) expect(command.safeParse(suspensionExamples[step as Name]).error, step).toBeUndefined()
  for (const step of Object.values(suspension)) for (const status of [step.to, ...step.from]) expect(suspensionStatuses).toHaveProperty(status)
})
