import { expect, test } from 'vitest'
import { type Actor, decide } from '../../kernel/procedure.ts'
import { type FileSeen, findingsOf, type RowsSeen } from '../../settings/base-findings.ts'
import { inspectionItemOf, inspectionItems, itemsFor } from '../../settings/inspection-2026.ts'
import { settingsOn } from '../../settings/settings.ts'
import { empty, type InspectedBase, type InspectionCase, type InspectionEntry, nextDue, openDemands, read } from './inspection.case.ts'
import { inspectionCommands, type InspectionCommands } from './inspection.commands.ts'
import { inspectionExamples, itemsFound } from './inspection.examples.ts'
import { nothingShown, registerShows } from './inspection.findings.ts'
import { inspectionStatuses } from './inspection.statuses.ts'
import { inspection, type InspectionFound } from './inspection.ts'

const today = '2026-11-23'
const county = 'county.140702'
const city = 'city.140700'
const one = (person: string, role: string, org: string): Actor => ({ person, name: person, holds: [{ role, org }] })
const officer = (person = 'chen') => one(person, 'county.officer', county)
const lead = (person = 'zhou') => one(person, 'county.lead', county)
const cityOfficer = one('li', 'city.officer', city)
const cityLead = one('zhao', 'city.lead', city)
const host = one('wang', 'host.admin', 'org-carbon')
const director = one('shen', 'base.director', 'base.JZ-ZS-2026-001')
const system: Actor = { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] }

const about: InspectedBase = {
  id: 'JZ-ZS-2026-001', case: 'base-case', unit: 'base.JZ-ZS-2026-001', name: '晋中市碳纤维复合材料中试基地', status: 'operating', county: '140702', countyOrg: county, field: 'carbon', chemical: false,
  hosts: [{ org: 'org-carbon', name: '碳材料公司', lead: true, demo: true }, { org: 'org-univ', name: '理工学院', lead: false, demo: true }],
}
const found: InspectionFound = { status: 'operating', open: [], shown: nothingShown(today), strangers: [], ahead: 4, late: 0, limits: { noticeDays: 3, groupSize: 2, months: 6, escalateDays: 5 } }
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }

type Name = keyof InspectionCommands
const added: { [N in Name]?: object } = {
  open: { subject: about }, record: { version: '2026-1', shown: nothingShown(today) },
}
/** The file after these steps, each by its person, as the log would fold it. */
const after = (...steps: [name: Name, actor: Actor, change?: { data?: object; on?: string }][]): InspectionCase => steps.reduce<InspectionCase>((file, [did, actor, change]) => {
  const by = { person: actor.person, name: actor.name, role: actor.holds[0]?.role ?? '', org: actor.holds[0]?.org ?? '' }
  return read(file, { did, by, on: change?.on ?? today, to: inspection[did].to, data: { ...inspectionExamples[did], ...added[did], ...change?.data } } as InspectionEntry)
}, empty({ jurisdiction: '140700', actor: steps[0]?.[1] ?? officer() }))

function tried<Step extends Name>(step: Step, actor: Actor, file: InspectionCase, change: { data?: object; found?: Partial<InspectionFound>; today?: string } = {}) {
  const data = { ...inspectionExamples[step], ...change.data } as InspectionCommands[Step] & { reasons?: Record<string, string> }
  return decide(inspection, { step, data, file, found: { ...found, ...change.found }, actor, today: change.today ?? today, opening: step === 'open' }, words)
}
const grounds = (decision: { ok: boolean; refusals?: readonly { rule?: string; code: string }[] }) => (decision.ok ? [] : (decision.refusals ?? []).map(({ rule, code }) => rule ?? code))

const opened = () => after(['open', officer()])
const ready = () => after(['open', officer()], ['notify', officer()])
const recorded = (data: object = {}) => after(['open', officer()], ['notify', officer()], ['record', officer(), { data }])
const proposed = () => after(['open', officer()], ['notify', officer()], ['record', officer()], ['proposeRectification', officer()])
const rectifying = () => after(['open', officer()], ['notify', officer()], ['record', officer()], ['proposeRectification', officer()], ['requireRectification', lead()])
const reported = () => after(['open', officer()], ['notify', officer()], ['record', officer()], ['proposeRectification', officer()], ['requireRectification', lead()], ['reportRectification', host])

test('Arts. 6(4), 7(3): county and city order inspections; a base that is gone, or another county\'s, is not inspected', () => {
  const blank = (actor: Actor) => empty({ jurisdiction: '140700', actor })
  for (const actor of [officer(), lead(), cityOfficer, cityLead]) expect(grounds(tried('open', actor, blank(actor)))).toEqual([])
  expect(grounds(tried('open', host, blank(host)))).toEqual(['notYours'])
  for (const status of ['revoked', 'left', undefined]) expect(grounds(tried('open', officer(), blank(officer()), { found: { status } }))).toEqual(['baseInRegister'])
  expect(grounds(tried('open', officer(), blank(officer()), { found: { open: ['JC-2026-0001'] } }))).toEqual(['notUnderInspection'])
  expect(grounds(tried('open', officer(), blank(officer()), { found: { open: ['JC-2026-0001'] }, data: { reasons: { notUnderInspection: '专项检查。' } } }))).toEqual([])
})

test('whose inspection it is follows from who ordered it: the county\'s own people, or the city\'s', () => {
  expect(grounds(tried('notify', cityOfficer, opened()))).toEqual(['notYours'])
  expect(grounds(tried('notify', officer(), after(['open', cityOfficer])))).toEqual(['notYours'])
  expect(grounds(tried('notify', cityOfficer, after(['open', cityOfficer])))).toEqual([])
  expect(grounds(tried('notify', one('x', 'county.officer', 'county.140703'), opened()))).toEqual(['notYours'])
})

test('Art. 8(1): the host takes part from the notice on; unannounced, from the record on', () => {
  expect(opened().parties['host.admin']).toEqual([])
  expect(ready().parties).toMatchObject({ 'host.admin': ['org-carbon'], 'base.director': ['base.JZ-ZS-2026-001'] })
  const unannounced = after(['open', officer()], ['goUnannounced', officer()])
  expect(unannounced.parties['host.admin']).toEqual([])
  expect(read(unannounced, { did: 'record', by: { person: 'chen', name: '', role: 'county.officer', org: county }, on: today, to: 'recorded', data: { ...inspectionExamples.record, version: '2026-1', shown: nothingShown(today) } }).parties['host.admin']).toEqual(['org-carbon'])
})

test.each([[2, ['noticeInTime']], [3, []]])('setting:inspection.noticeDays: told %i working days ahead, asked for %o', (ahead, asked) => expect(grounds(tried('notify', officer(), opened(), { found: { ahead } }))).toEqual(asked))

test.each([[1, ['inspectorsEnough']], [2, []]])('setting:inspection.groupSize: %i inspector(s), refused for %o', (count, refused) =>
  expect(grounds(tried('record', officer(), ready(), { data: { inspectors: inspectionExamples.record.inspectors.slice(0, count) } }))).toEqual(refused))

test('Art. 7(3): every item is answered, once, and on a day that has come', () => {
  const items = inspectionExamples.record.items
  expect(grounds(tried('record', officer(), ready()))).toEqual([])
  expect(grounds(tried('record', officer(), ready(), { data: { items: items.slice(1) } }))).toEqual(['everyItemInspected'])
  expect(grounds(tried('record', officer(), ready(), { data: { items: [...items, items[0]] } }))).toEqual(['everyItemInspected'])
  expect(grounds(tried('record', officer(), ready(), { data: { items: itemsFound({}, true) } }))).toEqual(['everyItemInspected'])
  expect(grounds(tried('record', officer(), ready(), { data: { inspectedOn: '2026-11-24' } }))).toEqual(['inspectedOnTheDay'])
  expect(itemsFor(true).length - itemsFor(false).length).toBe(1)
})

test('Art. 7(3): what does not meet is described', () => {
  expect(grounds(tried('record', officer(), ready(), { data: { items: itemsFound({ 'J1.2': { answer: 'fails', note: ' '.trim() } }) } }))).toEqual(['doubtsExplained'])
  expect(grounds(tried('record', officer(), ready(), { data: { items: itemsFound({ 'J1.2': { answer: 'notApplicable', note: '' } }) } }))).toEqual([])
})

const settings = settingsOn(today, [])
const proof = { evidence: ['f1'] }
const kept: RowsSeen = {
  sites: [{ id: 's', name: '中试车间', tenure: 'lease', leaseTo: today, area: 1200 }], permits: [{ id: 'e', kind: 'environment', title: '环评', to: today }, { id: 'f', kind: 'fire', title: '消防' }], equipment: [{ id: 'q', count: 30, value: 860.5, open: true }], staff: [{ id: 't', fullTime: true }],
  committee: Array.from({ length: 7 }, (_, at) => ({ id: `m${at}`, name: `委员${at}` })), meetings: [{ id: '1', on: '2026-03-01' }, { id: '2', on: '2026-09-01' }], rules: [{ id: 'r', state: 'adopted' }], accounts: [{ id: 'a', year: 2025, kind: 'separateLedger', ...proof }],
  services: ['甲', '乙', '丙'].map((client, at) => ({ id: `v${at}`, client, related: false, from: '2026-05-01', to: '2026-06-01' })),
}
const inOffice = { name: '沈知行', bornOn: '1975-04-02', title: 'senior' as const, from: '2023-03-01', to: '2028-02-29', acting: false, ended: null, reasons: {} }
const seen: FileSeen = { hosts: [{}], recognisedOn: '2023-06-01', chemical: false, accounting: 'separateLedger', openService: 'open', terms: [inOffice], rectifications: [], holds: [] }
test.each<[string, RowsSeen, Partial<FileSeen>, string[]]>([
  ['nothing missing; what ends today still holds', {}, {}, []],
  ['Art. 8(4): no committee, and so no size of it', { committee: [] }, {}, ['J5.1']],
  ['Art. 8(4): an even committee', { committee: kept.committee!.slice(1) }, {}, ['J5.1']],
  ['Art. 8(4): no internal rules', { rules: [] }, {}, ['J5.3']],
  ['Art. 13: no separate accounts', { accounts: [{ id: 'a', year: 2025, kind: 'none', ...proof }] }, {}, ['J4.1']],
  ['Art. 13: no statement of last year', { accounts: [{ id: 'a', year: 2024, kind: 'separateLedger', ...proof }] }, {}, ['J4.2']],
  ['setting:committee.meetings: one meeting', { meetings: kept.meetings!.slice(1) }, {}, ['J5.2']],
  ['Art. 4(2): no outside service', { services: [] }, {}, ['J6.1']],
  ['Art. 4(2): it no longer serves others', {}, { openService: 'paused' }, ['J6.3']],
  ['Art. 14: no director', {}, { terms: [] }, ['J7.1']],
  ['Art. 14: term ended yesterday', {}, { terms: [{ ...inOffice, to: '2026-11-22' }] }, ['J7.1']],
  ['Art. 8(2): a permit ran out yesterday', { permits: [...kept.permits!, { id: 'x', kind: 'discharge', title: '排污许可', to: '2026-11-22' }] }, {}, ['J1.2']],
  ['Art. 8(2): no fire permit is entered', { permits: kept.permits!.slice(0, 1) }, {}, ['J1.2']],
  ['Art. 8(3): a lease ran out', { sites: [{ ...kept.sites![0]!, leaseTo: '2026-01-01' }] }, {}, ['J8.2']],
  ['Art. 8: a joint base without its agreement', {}, { hosts: [{}, {}] }, ['J8.5']],
  ['setting:commission.hazardMonths: a hazardous pilot is over', { hazards: [{ id: 'h', project: '硝化中试', startedOn: '2025-01-01', endsOn: '2026-11-22', state: 'running' }] }, {}, ['J1.5']],
])('what the register shows: %s', (_, rows, file, items) => {
  const all = { ...kept, ...rows }
  const shown = registerShows(findingsOf({ ...seen, ...file }, all, today, settings), all, today)
  expect(shown.findings.map(({ item }) => item)).toEqual(items)
  expect(shown.declared).toMatchObject({ 'J7.2': 1, 'J8.3': 30, 'J8.4': 860.5 })
})
test('every item that the register is asked about is on the list', () => {
  const nothing = findingsOf({ ...seen, hosts: [{}, {}], openService: 'paused', accounting: null, terms: [{ ...inOffice, acting: true }] }, {}, today, settings)
  const items = registerShows(nothing, {}, today).findings.map(({ item }) => item)
  expect(items.length).toBeGreaterThan(8)
  expect(items.filter((id) => !inspectionItemOf(id))).toEqual([])
})

test('Arts. 8(4), 13: what the register shows as missing is confirmed, or answered in writing', () => {
  const rows = { ...kept, committee: [], accounts: [{ id: 'a', year: 2025, kind: 'none', ...proof }] }
  const shown = registerShows(findingsOf(seen, rows, today, settings), rows, today)
  const silent = itemsFound({ 'J5.1': { note: '' }, 'J4.1': { note: '' } })
  expect(grounds(tried('record', officer(), ready(), { found: { shown }, data: { items: silent } }))).toEqual(['registerFindingsAnswered'])
  expect(grounds(tried('record', officer(), ready(), { found: { shown }, data: { items: itemsFound({ 'J5.1': { answer: 'fails', note: '未组建。' }, 'J4.1': { answer: 'meets', note: '专账已设，尚未上传。' } }) } }))).toEqual([])
})

test('Art. 7(3): a failing item is never closed; what largely meets takes a written reason', () => {
  expect(grounds(tried('close', officer(), recorded()))).toEqual(['nothingFails', 'partlySettled'])
  const partly = recorded({ items: itemsFound({ 'J2.2': { answer: 'partly', note: '当场补记。' } }) })
  expect(grounds(tried('close', officer(), partly))).toEqual(['partlySettled'])
  expect(grounds(tried('close', officer(), partly, { data: { reasons: { partlySettled: '当场改正。' } } }))).toEqual([])
  expect(grounds(tried('close', officer(), recorded({ items: itemsFound() })))).toEqual([])
})

test('Art. 7(3): every failing item is demanded, and nothing that was found in order', () => {
  const [fire, waste] = inspectionExamples.proposeRectification.demands
  expect(grounds(tried('proposeRectification', officer(), recorded()))).toEqual([])
  expect(grounds(tried('proposeRectification', officer(), recorded(), { data: { demands: [waste] } }))).toEqual(['everyFailureDemanded'])
  expect(grounds(tried('proposeRectification', officer(), recorded(), { data: { demands: [fire, fire] } }))).toEqual(['demandsRestOnItems'])
  expect(grounds(tried('proposeRectification', officer(), recorded(), { data: { demands: [fire, { ...waste, item: 'J8.1' }] } }))).toEqual(['demandsRestOnItems'])
})

test.each([['2026-11-23', ['dueWithinMost']], ['2026-11-24', []], ['2027-05-23', []], ['2027-05-24', ['dueWithinMost']]])('setting:rectification.months: due on %s, refused for %o', (dueOn, refused) =>
  expect(grounds(tried('proposeRectification', officer(), recorded(), { data: { demands: inspectionExamples.proposeRectification.demands.map((demand) => ({ ...demand, dueOn })) } }))).toEqual(refused))

test('setting:duty.separation: who proposes does not sign, who verifies does not close', () => {
  expect(grounds(tried('requireRectification', lead(), proposed()))).toEqual([])
  const both: Actor = { person: 'chen', name: 'chen', holds: [{ role: 'county.officer', org: county }, { role: 'county.lead', org: county }] }
  expect(grounds(tried('requireRectification', both, proposed()))).toEqual(['decidedByAnother'])
  expect(grounds(tried('requireRectification', officer(), proposed()))).toEqual(['notYours'])
  const verified = after(...walked(), ['verify', officer()])
  expect(grounds(tried('closeRectified', both, verified))).toEqual(['decidedByAnother'])
  expect(grounds(tried('closeRectified', lead(), verified))).toEqual([])
})
const walked = (): [Name, Actor][] => [['open', officer()], ['notify', officer()], ['record', officer()], ['proposeRectification', officer()], ['requireRectification', lead()], ['reportRectification', host]]

test('an order signed too late does not go out with days that have passed', () =>
  expect(grounds(tried('requireRectification', lead(), proposed(), { today: '2026-12-22' }))).toEqual(['dueWithinMost']))

test('Art. 8(1): host and director report what is open, in parts if they wish; nobody else does', () => {
  const [fire] = inspectionExamples.reportRectification.answers
  for (const actor of [host, director]) expect(grounds(tried('reportRectification', actor, rectifying()))).toEqual([])
  expect(grounds(tried('reportRectification', one('u', 'host.admin', 'org-univ'), rectifying()))).toEqual(['notYours'])
  expect(grounds(tried('reportRectification', host, rectifying(), { data: { answers: [fire] } }))).toEqual([])
  expect(grounds(tried('reportRectification', host, rectifying(), { data: { answers: [fire, fire] } }))).toEqual(['demandsListed'])
  expect(grounds(tried('reportRectification', host, rectifying(), { data: { answers: [{ ...fire, item: 'J8.1' }] } }))).toEqual(['demandsListed'])
})

test('Art. 7(3): verified item by item; closed when all is rectified, returned when something is not', () => {
  expect(grounds(tried('closeRectified', lead(), reported()))).toEqual(['everyReportChecked', 'allRectified'])
  const [fire, waste] = inspectionExamples.verify.results
  const half = after(...walked(), ['verify', officer(), { data: { results: [fire] } }])
  expect(grounds(tried('returnRectification', officer(), half))).toEqual(['everyReportChecked'])
  expect(grounds(tried('verify', officer(), reported(), { data: { results: [{ ...waste, result: 'notRectified' }] } }))).toEqual(['refusalsExplained'])
  const failed = after(...walked(), ['verify', officer(), { data: { results: [fire, { ...waste, result: 'notRectified', note: '仍缺两笔。' }] } }])
  expect(grounds(tried('closeRectified', lead(), failed))).toEqual(['allRectified'])
  expect(grounds(tried('returnRectification', officer(), failed))).toEqual([])
  expect(grounds(tried('returnRectification', officer(), after(...walked(), ['verify', officer()])))).toEqual(['somethingOpen'])
  const again = read(failed, { did: 'returnRectification', by: { person: 'chen', name: '', role: 'county.officer', org: county }, on: today, to: 'rectifying', data: inspectionExamples.returnRectification })
  expect(openDemands(again).map(({ item, dueOn }) => [item, dueOn])).toEqual([['J2.2', '2026-12-31']])
  expect(nextDue(again)).toBe('2026-12-31')
  expect(again.returns).toBe(1)
})

test('the earliest open due day counts', () => expect(nextDue(rectifying())).toBe('2026-12-22'))

test.each([['2027-05-23', []], ['2027-05-24', ['dueWithinMost']]])('setting:rectification.months counts from the order: extended to %s, refused for %o', (dueOn, refused) =>
  expect(grounds(tried('extend', lead(), rectifying(), { data: { dueOn }, today: '2027-01-15' }))).toEqual(refused))

test('Art. 6(4): before the due day an escalation takes a reason; after it the clock escalates the county\'s, never the city\'s', () => {
  expect(grounds(tried('escalate', lead(), rectifying(), { today: '2026-12-22' }))).toEqual(['escalatedForCause'])
  expect(grounds(tried('escalate', lead(), rectifying(), { today: '2026-12-23' }))).toEqual([])
  expect(grounds(tried('escalateOverdue', system, rectifying(), { found: { late: 5 } }))).toEqual(['rectificationLate'])
  expect(grounds(tried('escalateOverdue', system, rectifying(), { found: { late: 6 } }))).toEqual([])
  const ofTheCity = after(['open', cityOfficer], ['notify', cityOfficer], ['record', cityOfficer], ['proposeRectification', cityOfficer], ['requireRectification', cityLead])
  expect(grounds(tried('escalateOverdue', system, ofTheCity, { found: { late: 60 } }))).toEqual(['ofTheCounty'])
  expect(grounds(tried('escalate', lead(), ofTheCity, { today: '2027-01-01' }))).toEqual(['notYours'])
})

test('Art. 6(3)(4): once escalated the city acts, with a fresh term or a referral', () => {
  const escalated = after(...walked().slice(0, 5), ['escalate', lead(), { on: '2027-05-20' }])
  expect(escalated.parties).toMatchObject({ 'county.officer': [], 'county.lead': [], 'city.lead': [city], 'host.admin': ['org-carbon'] })
  expect(grounds(tried('setTerm', cityLead, escalated, { today: '2027-05-24', data: { dueOn: '2027-11-24' } }))).toEqual([])
  expect(grounds(tried('setTerm', cityLead, escalated, { today: '2027-05-24', data: { dueOn: '2027-11-25' } }))).toEqual(['dueWithinMost'])
  expect(grounds(tried('refer', cityLead, escalated))).toEqual([])
  expect(grounds(tried('refer', cityLead, rectifying()))).toEqual(['notYours'])
  expect(grounds(tried('reportRectification', host, escalated))).toEqual([])
  expect(grounds(tried('verify', officer(), after(...walked().slice(0, 5), ['escalate', lead()], ['reportRectification', host])))).toEqual(['notYours'])
})

test('an inspection ends with its base, and only then', () => {
  expect(grounds(tried('endWithBase', system, rectifying()))).toEqual(['baseHasGone'])
  expect(grounds(tried('endWithBase', system, rectifying(), { found: { status: 'revoked' } }))).toEqual([])
})

test('every example fits its command, every status is named, every item has its own number under its block', () => {
  for (const [step, command] of Object.entries(inspectionCommands)) expect(command.safeParse(inspectionExamples[step as Name]).error, step).toBeUndefined()
  for (const step of Object.values(inspection)) for (const status of [step.to, ...step.from]) expect(inspectionStatuses).toHaveProperty(status)
  expect(new Set(inspectionItems.map(({ id }) => id)).size).toBe(inspectionItems.length)
})
