/** The page of revocation: given what was entered, when somebody steps, then the entry or all grounds. */
import { describe, expect, test } from 'vitest'
import { type Actor, available, decide } from '../../kernel/procedure.ts'
import { citationsOf, empty, groundsFound, read, type RevocationCase, type RevocationEntry } from './revocation.case.ts'
import { openingGrounds, type OpeningGround } from '../../regulation/jinzhong-2023/opening-grounds.ts'
import { revocationCommands, type RevocationCommands } from './revocation.commands.ts'
import { dueOn, list, show, visibleTo, waitsEarlier } from './revocation.door.ts'
import { revocationExamples } from './revocation.examples.ts'
import { revocationStatuses } from './revocation.statuses.ts'
import { openStatuses, revocation, type RevocationFound } from './revocation.ts'

const today = '2026-11-23'
const city = 'city.140700'
const one = (person: string, role: string, org: string): Actor => ({ person, name: person, holds: [{ role, org }] })
const li = one('li', 'city.officer', city)
const wang = one('wang', 'city.officer', city)
const zhou = one('zhou', 'city.lead', city)
const host = one('host', 'host.admin', 'org-carbon')
const county = one('chen', 'county.officer', 'county.140702')
const system: Actor = { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] }

const parties = { 'host.admin': ['org-carbon'], 'base.director': ['base.JZ-ZS-2026-001'], 'county.officer': ['county.140702'], 'county.lead': ['county.140702'], 'city.officer': [city], 'city.lead': [city], 'city.supervisor': [city], system: ['system'] }
const told = { id: 'JZ-ZS-2026-001', case: 'base-case', name: '晋中市碳纤维复合材料中试基地', certificateNo: 'JZZSJD-2026-001', recognisedOn: '2023-05-04', hosts: [{ org: 'org-carbon', name: '碳材料公司', lead: true, demo: true }], county: '140702', countyOrg: 'county.140702', field: 'carbon', parties }
const grades = [{ year: 2024, outcome: 'graded', grade: 'poor' as const }, { year: 2025, outcome: 'graded', grade: 'poor' as const }]
const found: RevocationFound = {
  base: { status: 'operating', grades, heldByUs: undefined }, others: [], strangers: [],
  settings: { accidentFrom: 'larger', mustHear: true, inflatedShare: 0.1, tests: ['site', 'equipment', 'staff', 'service'], equipmentShare: 0.5, staffLine: 3, idleMonths: 24, reminders: 2, cureDays: 90, hearing: true, publicNotice: false, milderRule: true },
  stateDue: { day: '2026-11-30', provisional: false }, lapsedOn: '2025-01-20', authorityBasis: { title: '局党组决定', from: '2025-01-21', to: '2027-12-31' },
}
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }

type Name = keyof RevocationCommands
/** What the door adds, as it would. */
const added: { [N in Name]?: object } = {
  open: { told, decideBy: '2027-01-06', regulation: 'jinzhong-2023' }, findTwicePoor: { series: grades }, giveCure: { dueOn: '2027-02-21' }, suspend: { until: '2027-05-23' }, notify: { no: 'SXGZ-2026-0001', grounds: ['Art. 19(2)'], stateDays: 5 },
  acknowledgeNotice: { dueOn: '2026-11-30' }, recordNoticeService: { servedOn: today, dueOn: '2026-11-30' }, hear: { heldOn: today }, recordPlaque: { on: today }, recordHandOver: { on: today }, decideRevoke: { documentNo: '市科字〔2026〕9号', citations: ['Art. 19(2)'] }, decideNotRevoke: { documentNo: '市科字〔2026〕10号', lifts: false },
  closeCured: { documentNo: '市科字〔2026〕11号', lifts: false }, serve: { servedOn: today, reconsiderBy: '2027-01-22', litigateBy: '2027-05-23', openCases: [] }, announce: { title: '公告', no: 'CXGG-2026-0001' }, endWithBase: { because: 'left' },
}
type Done = [name: Name, actor: Actor, change?: { data?: object; on?: string }]
const fileOf = (...steps: Done[]): RevocationCase => steps.reduce<RevocationCase>((file, [did, actor, change]) => {
  const by = { person: actor.person, name: actor.name, org: actor.holds[0]?.org ?? '' }
  return read(file, { did, by, on: change?.on ?? today, to: revocation[did].to, data: { ...revocationExamples[did], ...added[did], ...change?.data } } as RevocationEntry)
}, empty({ jurisdiction: '140700' }))

type Change = { data?: object; found?: Partial<RevocationFound>; settings?: Partial<RevocationFound['settings']>; today?: string }
function tried<Step extends Name>(step: Step, actor: Actor, file: RevocationCase, change: Change = {}) {
  const data = { ...revocationExamples[step], ...change.data } as RevocationCommands[Step] & { reasons?: Record<string, string> }
  return decide(revocation, { step, data, file, found: { ...found, ...change.found, settings: { ...found.settings, ...change.settings } }, actor, today: change.today ?? today, opening: step === 'open' }, words)
}
const grounds = (decision: ReturnType<typeof tried>) => (decision.ok ? [] : decision.refusals.map(({ rule, code }) => rule ?? code))

const opened: Done[] = [['open', li]]
const falsehood: Done[] = [...opened, ['findFalsehood', li], ['investigate', li]]
const notified: Done[] = [...falsehood, ['notify', li]]
const stating: Done[] = [...notified, ['acknowledgeNotice', host]]
const heard: Done[] = [...stating, ['endStatement', system, { on: '2026-12-01' }]]
const reviewed: Done[] = [...heard, ['reviewLegality', wang, { on: '2026-12-02' }]]
const proposed: Done[] = [...reviewed, ['proposeRevoke', li, { on: '2026-12-03' }]]
const decided: Done[] = [...proposed, ['decideRevoke', zhou, { on: '2026-12-07' }]]
const unable: Done[] = [['open', li, { data: { ground: 'Art. 19(4)' } }], ['findUnable', li], ['investigate', li]]

describe('Art. 19: opening', () => {
  const blank = empty({ jurisdiction: '140700' })
  test.each(openingGrounds.map((ground) => [ground]))('on %s, by an officer or by the system', (ground: OpeningGround) => {
    for (const actor of [li, system]) expect(grounds(tried('open', actor, blank, { data: { ground } }))).toEqual([])
  })
  test('neither lead, host nor county opens one', () => { for (const actor of [zhou, host, county]) expect(grounds(tried('open', actor, blank))).toEqual(['notYours']) })
  test('only on a standing base, and once at a time: all grounds at once', () => expect(grounds(tried('open', li, blank, { found: { base: { status: 'revoked', grades: [], heldByUs: undefined }, others: ['CX-2026-0001'] } }))).toEqual(['baseStands', 'noOtherRevocation']))
  test('what another procedure found opens a case even while one is open: nothing found is lost', () => expect(grounds(tried('open', system, blank, { found: { others: ['CX-2026-0001'] } }))).toEqual([]))
  test('the lapse of the Measures is noted and does not stop an investigation', () => expect(grounds(tried('open', li, blank, { found: { authorityBasis: undefined } }))).toEqual([]))
})

describe('Art. 19: each ground has its evidence', () => {
  const file = fileOf(...opened)
  test('Art. 19(1): below the grade presumed serious a reason is written; judging is always in writing', () => {
    expect(grounds(tried('findAccident', li, file))).toEqual([])
    expect(grounds(tried('findAccident', li, file, { data: { reasons: {} } }))).toEqual(['seriousAccident'])
    expect(grounds(tried('findAccident', li, file, { data: { grade: 'general', reasons: {} } }))).toEqual(['accidentCountsAsSerious', 'seriousAccident'])
    expect(grounds(tried('findAccident', li, file, { data: { grade: 'general', deaths: 1, reasons: { seriousAccident: '造成一人死亡，负主要责任。' } } }))).toEqual([])
  })
  test('Art. 19(2): an own finding hears the party first', () => {
    expect(grounds(tried('findFalsehood', li, file))).toEqual([])
    expect(grounds(tried('findFalsehood', li, file, { data: { heardOn: undefined } }))).toEqual(['falsehoodEstablished'])
    expect(grounds(tried('findFalsehood', li, file, { data: { declared: 286, verified: 260 } }))).toEqual(['inflationIsMaterial'])
    expect(grounds(tried('findFalsehood', li, file, { data: { declared: 287, verified: 260 } }))).toEqual([])
  })
  test('Art. 19(3): two reminders that were delivered have run out, and the year is without a report', () => {
    expect(grounds(tried('findAbsence', li, file, { found: { base: { status: 'operating', grades: [{ year: 2025, outcome: 'absent', grade: null }], heldByUs: undefined } } }))).toEqual([])
    expect(grounds(tried('findAbsence', li, file))).toEqual(['absentWithoutCause'])
    const reminders = revocationExamples.findAbsence.reminders
    const without = { base: { status: 'operating', grades: [], heldByUs: undefined } }
    expect(grounds(tried('findAbsence', li, file, { found: without, data: { reminders: reminders.slice(0, 1) } }))).toEqual(['absentWithoutCause'])
    expect(grounds(tried('findAbsence', li, file, { found: without, data: { reminders: reminders.map((reminder, at) => (at === 1 ? { ...reminder, proof: '  ' } : reminder)) } }))).toEqual(['absentWithoutCause'])
    expect(grounds(tried('findAbsence', li, file, { found: without, today: '2026-01-19' }))).toEqual(['absentWithoutCause'])
    expect(grounds(tried('findAbsence', li, file, { found: without, today: '2026-01-20' }))).toEqual([])
  })
  test('Art. 18: two consecutive poor are computed from the register, never typed', () => {
    expect(grounds(tried('findTwicePoor', li, file))).toEqual([])
    const of = (...outcomes: [number, string, 'poor' | 'fair' | null][]) => ({ base: { status: 'operating', grades: outcomes.map(([year, outcome, grade]) => ({ year, outcome, grade })), heldByUs: undefined } })
    expect(grounds(tried('findTwicePoor', li, file, { found: of([2024, 'graded', 'poor'], [2025, 'graded', 'fair']) }))).toEqual(['twoConsecutivePoor', 'twoConsecutivePoorRevokes'])
    expect(grounds(tried('findTwicePoor', li, file, { found: of([2023, 'graded', 'poor'], [2024, 'deferred', null], [2025, 'graded', 'poor']) }))).toEqual([])
  })
  test('Art. 19(4): where every test of capacity is passed a reason is written', () => {
    expect(grounds(tried('findUnable', li, file))).toEqual([])
    expect(grounds(tried('findUnable', li, file, { data: { siteUsable: true, equipmentUsable: 20, equipmentRequired: 40, fullTimeStaff: 3, lastServiceOn: '2026-10-01' } }))).toEqual(['capacityTestFails'])
  })
  test('a ground that was given up is no longer there', () => expect(groundsFound(fileOf(...opened, ['findFalsehood', li], ['findUnable', li], ['dropGround', li]))).toEqual(['unable']))
  test('the grounds found are cited, Art. 18 beside its second place', () => expect(citationsOf(['accident', 'twicePoor', 'absence'])).toEqual(['Art. 19(1)', 'Art. 18', 'Art. 19(3)']))
})

describe('Art. 19: the host is told and heard before anything is decided', () => {
  test('nothing can be told that was not found', () => {
    expect(grounds(tried('notify', li, fileOf(...opened, ['investigate', li])))).toEqual(['groundIsNamed', 'allGroundsInvestigated'])
    expect(grounds(tried('notify', li, fileOf(...opened, ['findUnable', li], ['investigate', li])))).toEqual(['allGroundsInvestigated', 'cureTried'])
    expect(grounds(tried('notify', li, fileOf(...falsehood)))).toEqual([])
  })
  test('a grade reviewed meanwhile takes its ground away', () => {
    const file = fileOf(['open', li, { data: { ground: 'Art. 18' } }], ['findTwicePoor', li], ['investigate', li])
    expect(grounds(tried('notify', li, file))).toEqual([])
    const better = { base: { status: 'operating', grades: [{ year: 2024, outcome: 'graded', grade: 'poor' as const }, { year: 2025, outcome: 'graded', grade: 'fair' as const }], heldByUs: undefined } }
    expect(grounds(tried('notify', li, file, { found: better }))).toEqual(['groundsStillStand'])
    expect(grounds(tried('proposeNotRevoke', li, file, { found: better }))).toEqual([])
  })
  test.each([['2026-11-30', false, ['statementPeriodOver'], 'the last day is the host’s'], ['2026-12-01', false, [], 'the day after'], ['2026-12-01', true, ['statementPeriodOver'], 'an end that is provisional']] as const)('setting:revocation.stateDays: on %s, provisional %s: %j (%s)', (on, provisional, refused, _) =>
    expect(grounds(tried('endStatement', system, fileOf(...stating), { today: on, found: { stateDue: { day: '2026-11-30', provisional } } }))).toEqual(refused))
  test('a statement keeps the period running, a waiver ends it', () => {
    expect(fileOf(...stating, ['state', host], ['state', host]).status).toBe('stating')
    const waived = fileOf(...stating, ['waive', host])
    expect(waived.status).toBe('heard')
    expect(grounds(tried('reviewLegality', wang, waived, { today: '2026-11-24' }))).toEqual([])
  })
  test('service needs a receipt or proof within its days', () => {
    const file = fileOf(...notified)
    expect(grounds(tried('recordNoticeService', li, file))).toEqual([])
    expect(grounds(tried('recordNoticeService', li, file, { data: { servedOn: '2026-11-22' } }))).toEqual(['serviceProven'])
    expect(grounds(tried('recordNoticeService', li, file, { data: { method: 'platform' } }))).toEqual(['serviceProven'])
  })
  test('what was stated is answered, a hearing that was asked for is held or refused with reasons', () => {
    const file = fileOf(...stating, ['state', host, { data: { asksHearing: true } }], ['endStatement', system])
    expect(waitsEarlier(file)).toBe(true)
    expect(grounds(tried('reviewLegality', wang, file, { today: '2026-12-02' }))).toEqual(['statementsAnswered', 'hearingHeld'])
    const answered = read(read(file, entry('answerStatements', li)), entry('hear', wang))
    expect(waitsEarlier(answered)).toBe(false)
    expect(grounds(tried('reviewLegality', wang, answered, { today: '2026-12-02' }))).toEqual([])
    expect(grounds(tried('reviewLegality', wang, read(file, entry('answerStatements', li)), { today: '2026-12-02', data: { reasons: { hearingHeld: '依托单位书面撤回听证要求。' } } }))).toEqual([])
  })
  test('there is nothing to answer where nothing was stated', () => expect(grounds(tried('answerStatements', li, fileOf(...heard)))).toEqual(['notNow']))
  test('a new notice keeps what was said to the old one', () => {
    const again = fileOf(...stating, ['state', host], ['endStatement', system], ['faultLegality', wang], ['investigate', li], ['notify', li])
    expect(again.earlier).toMatchObject([{ notice: { no: 'SXGZ-2026-0001' }, statements: [{ signedBy: '王建国' }] }])
    expect([again.statements, again.answers, again.legality]).toEqual([[], null, null])
  })
})

const entry = (did: Name, actor: Actor, data: object = {}): RevocationEntry =>
  ({ did, by: { person: actor.person, name: actor.name, org: city }, on: today, to: revocation[did].to, data: { ...revocationExamples[did], ...added[did], ...data } }) as RevocationEntry

describe('setting:duty.separation: four pairs of eyes', () => {
  test('who investigated neither reviews nor hears', () => {
    expect(grounds(tried('reviewLegality', li, fileOf(...heard), { today: '2026-12-02' }))).toEqual(['legalityByAnother'])
    expect(grounds(tried('faultLegality', li, fileOf(...heard)))).toEqual(['legalityByAnother'])
    expect(grounds(tried('hear', li, fileOf(...heard)))).toEqual(['legalityByAnother'])
  })
  test('who prepared, reviewed or proposed does not decide', () => {
    for (const person of ['li', 'wang']) {
      expect(grounds(tried('decideRevoke', one(person, 'city.lead', city), fileOf(...proposed), { today: '2026-12-07' }))).toEqual(['decidedByAnother'])
      expect(grounds(tried('decideNotRevoke', one(person, 'city.lead', city), fileOf(...proposed)))).toEqual(['decidedByAnother'])
    }
    expect(grounds(tried('decideRevoke', zhou, fileOf(...proposed), { today: '2026-12-07' }))).toEqual([])
  })
})

describe('Art. 19: the decision', () => {
  const file = fileOf(...proposed)
  test('rests on minutes, an instrument in force and grounds that stand: all that is missing at once', () =>
    expect(grounds(tried('decideRevoke', one('li', 'city.lead', city), file, { data: { minutes: undefined }, found: { base: { status: 'left', grades: [], heldByUs: undefined }, authorityBasis: undefined } }))).toEqual(['baseStands', 'decidedByAnother', 'minutesAttached', 'statementPeriodOver', 'instrumentInForce']))
  test('Art. 22: not revoking binds nobody and needs no instrument', () => expect(grounds(tried('decideNotRevoke', zhou, file, { found: { authorityBasis: undefined } }))).toEqual([]))
  test('a basis that began after the opening is weighed in writing', () => {
    const later = { authorityBasis: { title: '新办法', from: '2026-12-01', to: null } }
    expect(grounds(tried('decideRevoke', zhou, file, { today: '2026-12-07', found: later }))).toEqual(['milderRuleWeighed'])
    expect(grounds(tried('decideRevoke', zhou, file, { today: '2026-12-07', found: later, data: { reasons: { milderRuleWeighed: '新旧规定对该情形处理相同。' } } }))).toEqual([])
  })
  test('where a public notice is asked for, it comes first', () => {
    expect(grounds(tried('proposeRevoke', li, fileOf(...reviewed), { settings: { publicNotice: true } }))).toEqual(['removalNoticed'])
    expect(grounds(tried('proposeRevoke', li, fileOf(...reviewed, ['openNotice', li], ['enterNotice', system, { data: { notice: 'n' } }], ['clearNotice', system]), { settings: { publicNotice: true } }))).toEqual([])
  })
  test('there is no way from an investigation to a revocation around the host', () => {
    for (const status of openStatuses.filter((one) => one !== 'proposed')) expect(grounds(tried('decideRevoke', zhou, { ...file, status })), status).toContain('notNow')
    expect(grounds(tried('decideRevoke', zhou, fileOf(...falsehood, ['proposeNotRevoke', li])))).toEqual(['notNow'])
  })
  test('served by receipt on the platform or with proof; announced after', () => {
    const waiting = fileOf(...decided)
    expect(grounds(tried('announce', li, waiting))).toEqual(['notNow'])
    expect(grounds(tried('serve', li, waiting, { today: '2026-12-09', data: { method: 'platform', servedOn: '2026-12-08', proof: undefined } }))).toEqual(['serviceProven'])
    const acknowledged = read(waiting, { ...entry('acknowledgeDecision', host), on: '2026-12-08' })
    expect(grounds(tried('serve', li, acknowledged, { today: '2026-12-09', data: { method: 'platform', servedOn: '2026-12-08', proof: undefined } }))).toEqual([])
    expect(grounds(tried('acknowledgeDecision', host, acknowledged))).toEqual(['notNow'])
  })
})

describe('Art. 19(4): what can be restored is given time', () => {
  const curing = fileOf(...unable, ['giveCure', li])
  test('only lost capacity, only once, and before the notice', () => {
    expect(grounds(tried('giveCure', li, fileOf(...unable)))).toEqual([])
    expect(grounds(tried('giveCure', li, fileOf(...falsehood)))).toEqual(['curable'])
    expect(grounds(tried('notify', li, fileOf(...unable)))).toEqual(['cureTried'])
    expect(grounds(tried('notify', li, fileOf(...unable), { settings: { cureDays: 0 } }))).toEqual([])
  })
  test.each([['2027-02-21', ['cureTried']], ['2027-02-22', []]] as const)('on %s the clock ends it: refused for %j', (on, refused) => expect(grounds(tried('endCure', system, curing, { today: on }))).toEqual(refused))
  test('restored: closed by somebody else as not revoked', () => {
    const cured = fileOf(...unable, ['giveCure', li], ['reportCure', host], ['findCured', li])
    expect(cured.status).toBe('cured')
    expect(grounds(tried('closeCured', one('li', 'city.lead', city), cured))).toEqual(['decidedByAnother'])
    expect(grounds(tried('closeCured', zhou, cured))).toEqual([])
    expect(fileOf(...unable, ['giveCure', li], ['reportCure', host], ['findCured', li], ['closeCured', zhou])).toMatchObject({ status: 'notRevoked', decision: { outcome: 'notRevoked' } })
  })
  test('not restored: it may report again, and after the time the notice follows', () => {
    const failed = fileOf(...unable, ['giveCure', li], ['reportCure', host], ['findNotCured', li], ['endCure', system, { on: '2027-02-22' }])
    expect(failed.status).toBe('investigated')
    expect(grounds(tried('notify', li, failed, { today: '2027-02-22' }))).toEqual([])
    expect(grounds(tried('giveCure', li, failed))).toEqual(['curable'])
  })
  test('the days of the host are the case’s own', () => expect([dueOn(curing), dueOn(fileOf(...stating)), dueOn(fileOf(...heard))]).toEqual(['2027-02-21', '2026-11-30', undefined]))
})

describe('Art. 6(3): suspension during the investigation', () => {
  test('by a lead, once, lifted by a lead', () => {
    const file = fileOf(...opened)
    expect(grounds(tried('suspend', zhou, file))).toEqual([])
    expect(grounds(tried('suspend', li, file))).toEqual(['notYours'])
    const held = { base: { status: 'suspended', grades: [], heldByUs: '2026-11-23' } }
    expect(grounds(tried('suspend', zhou, file, { found: held }))).toEqual(['notSuspendedYet'])
    expect(grounds(tried('liftSuspension', zhou, file))).toEqual(['suspendedNow'])
    expect(grounds(tried('liftSuspension', zhou, file, { found: held }))).toEqual([])
  })
  test('it ends with the case, whichever way', () => {
    const suspended: Done[] = [...opened, ['suspend', zhou]]
    expect(fileOf(...suspended, ['findFalsehood', li], ['investigate', li], ['proposeNotRevoke', li], ['decideNotRevoke', zhou]).suspension?.lifted).toBe(today)
    expect(fileOf(...suspended, ['endWithBase', system]).suspension?.lifted).toBe(today)
  })
})

test('a base that is gone in another way ends the case, from wherever it stood', () => {
  const gone = { base: { status: 'left', grades: [], heldByUs: undefined } }
  for (const status of openStatuses) expect(grounds(tried('endWithBase', system, { ...fileOf(...opened), status }, { found: gone })), status).toEqual([])
  expect(grounds(tried('endWithBase', system, fileOf(...opened)))).toEqual(['baseHasGone'])
})

test('who reads what: the host neither findings nor review nor proposal, the county why it was opened', () => {
  const file = fileOf(...proposed)
  const seenBy = (reach: 'city' | 'authorities' | 'parties') => show(file, { reach, person: 'x', orgs: [], roles: [] })
  expect(Object.keys(seenBy('city'))).toEqual(expect.arrayContaining(['findings', 'investigation', 'legality', 'proposal', 'grounds']))
  for (const reach of ['authorities', 'parties'] as const) for (const key of ['findings', 'investigation', 'legality', 'proposal', 'involved', 'parties', 'source']) expect(Object.keys(seenBy(reach)), key).not.toContain(key)
  expect(seenBy('authorities').opened).toHaveProperty('facts')
  expect(seenBy('parties').opened).not.toHaveProperty('facts')
  expect(seenBy('parties').notice).toMatchObject({ no: 'SXGZ-2026-0001', dueOn: '2026-11-30' })
  expect(JSON.stringify(seenBy('parties'))).not.toContain('三份合同无履行记录，对应收入')
  expect(visibleTo(file).orgs).toEqual(expect.arrayContaining([city, 'org-carbon', 'county.140702', 'base.JZ-ZS-2026-001']))
  expect(list(file)).toMatchObject({ title: told.name, county: 'county.140702', base: told.id })
})

test('every status waits for somebody with a step, or is an end', () => {
  for (const [status, { awaits }] of Object.entries(revocationStatuses)) {
    const steps = Object.values(revocation).filter((step) => (step.from as readonly string[]).includes(status) && step.by !== 'system')
    if (awaits) expect(steps.some(({ by }) => [by].flat().includes(awaits.role)), status).toBe(true)
  }
  expect(available(revocation, fileOf(...stating), found, host, today, words).map(({ step, open }) => [step, open])).toEqual(expect.arrayContaining([['state', true], ['waive', true]]))
})

test('every example is a command', () => {
  for (const [name, command] of Object.entries(revocationCommands)) expect(command.safeParse(revocationExamples[name as Name]).error?.issues, name).toBeUndefined()
})
