import { describe, expect, test } from 'vitest'
import { type Actor, available, decide } from '../../kernel/procedure.ts'
import { type MatterCode, matterCodes } from '../../settings/matters/matter.ts'
import { type Asked, empty, type MajorMatterCase, type MajorMatterEntry, type OfBase, read } from './major-matter.case.ts'
import { majorMatterCommands, type MajorMatterCommands } from './major-matter.commands.ts'
import { majorMatterExamples } from './major-matter.examples.ts'
import { candidateOf } from './major-matter.form.ts'
import { matterValues } from './major-matter.samples.ts'
import { majorMatterStatuses } from './major-matter.statuses.ts'
import { majorMatter, type MajorMatterFound } from './major-matter.ts'

const today = '2026-11-23'
const one = (person: string, ...holds: [role: string, org: string][]): Actor => ({ person, name: person, holds: holds.map(([role, org]) => ({ role, org })) })
const [unit, org, county, city] = ['base.JZ-ZS-2026-001', 'org-carbon', 'county.140702', 'city.140700']
const who = {
  director: one('shen', ['base.director', unit]), clerk: one('ding', ['base.clerk', unit]), host: one('wang', ['host.admin', org]), countyOfficer: one('chen', ['county.officer', county]), countyLead: one('zhou', ['county.lead', county]),
  cityOfficer: one('li', ['city.officer', city]), cityLead: one('zhao', ['city.lead', city]), system: one('system', ['system', 'system']), partner: one('univ', ['partner.admin', 'org-univ']), otherCounty: one('wu', ['county.officer', 'county.140703']),
}
type Who = keyof typeof who
const about: OfBase = { id: 'JZ-ZS-2026-001', case: 'base-case', unit, name: '晋中市碳纤维复合材料中试基地', county: '140702', countyOrg: county, field: 'carbon', hosts: [{ org, name: '碳材料公司', lead: true, demo: true }, { org: 'org-univ', name: '理工学院', lead: false, demo: true }] }
const found: MajorMatterFound = {
  side: 'base', theirs: true, live: true, hostProposes: true, findingKnown: true, issues: [], kind: 'approval', same: false, happenedOn: today, plannedOn: '2026-12-01', dueOn: '2026-12-14', share: undefined, openOrders: 0, ordersPlan: undefined,
  name: undefined, takenNames: [], candidate: undefined, terms: [], latestActing: undefined, gone: 'live', hours: 1, limits: { maxTerms: 2, minServedMonths: 30, disposalShare: 0.3, accidentHours: 24, experts: true }, lapsedOn: '2025-01-20', authorityBasis: undefined,
}
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }

type Name = keyof MajorMatterCommands
type Taken = [name: Name, actor: Who, more?: object]
const askedOf = (code: MatterCode, kind: Asked['kind']): Asked => ({ on: today, by: 'base', kind, values: matterValues[code], attached: [], before: {}, happenedOn: null, dueOn: null, late: false, ahead: false })
/** The file after these steps, as the log would fold them. */
function stood(code: MatterCode, kind: Asked['kind'], ...steps: Taken[]): MajorMatterCase {
  const opener = steps[0]?.[0] === 'open' ? steps[0][1] : 'director'
  const opening = { about, partners: ['org-univ'], catalogue: 'matters-2026-1', side: opener === 'host' ? 'host' : opener === 'countyOfficer' ? 'county' : 'base', org: opener === 'countyOfficer' ? county : unit, code }
  const all: Taken[] = steps[0]?.[0] === 'open' ? steps : [['open', 'director'], ...steps]
  return all.reduce<MajorMatterCase>((file, [did, actor, more]) => {
    const { person, name, holds } = who[actor]
    const data = { ...majorMatterExamples[did], ...(did === 'open' && opening), ...((did === 'apply' || did === 'propose') && { asked: askedOf(code, kind) }), ...(did === 'report' && { reportedAt: `${today}T09:00`, hours: 0.83, late: false }),
      ...(['approve', 'file', 'record'].includes(did) && { effectiveOn: '2026-12-01' }), ...(did === 'demand' && { dueOn: '2026-12-07' }), ...(did === 'acknowledge' && { side: 'county' }), ...(did.startsWith('link') && { found: { number: 'JC', facts: '', case: 'c', procedure: 'inspection', by: 'county', on: today } }), ...more }
    return read(file, { did, by: { person, name, role: holds[0]?.role, org: holds[0]?.org }, on: today, to: majorMatter[did].to, data, verdicts: [] } as unknown as MajorMatterEntry)
  }, empty({ jurisdiction: '140700', actor: who[opener] }))
}
function tried<Step extends Name>(step: Step, actor: Who, file: MajorMatterCase, change: { data?: object; found?: Partial<MajorMatterFound>; today?: string } = {}) {
  const data = { ...majorMatterExamples[step], ...change.data } as MajorMatterCommands[Step] & { reasons?: Record<string, string> }
  return decide(majorMatter, { step, data, file, found: { ...found, kind: file.asked?.kind ?? found.kind, ...change.found }, actor: who[actor], today: change.today ?? today, opening: step === 'open' }, words)
}
const grounds = (decision: ReturnType<typeof tried>) => (decision.ok ? [] : decision.refusals.map(({ rule, code }) => rule ?? code))
const opens = (actor: Who, change: Parameters<typeof tried>[3] = {}) => grounds(tried('open', actor, empty({ jurisdiction: '140700', actor: who[actor] }), change))
const endorsed: Taken[] = [['apply', 'director'], ['endorse', 'host']]
const way: Taken[] = [...endorsed, ['verify', 'countyOfficer'], ['examine', 'countyLead']]

describe('Art. 15: the way from base to host to organiser to city', () => {
  test('the base opens, the host what the text gives it, an authority only with what it found', () => {
    expect(opens('director')).toEqual([])
    expect(opens('clerk')).toEqual([])
    expect(opens('host', { found: { side: 'host' } })).toEqual([])
    expect(opens('host', { found: { side: 'host', hostProposes: false } })).toEqual(['hostMayPropose'])
    expect(opens('countyOfficer', { found: { side: 'county' } })).toEqual(['findingNamed'])
    expect(opens('countyOfficer', { found: { side: 'county' }, data: { finding: majorMatterExamples.linkFinding } })).toEqual([])
    expect(opens('cityOfficer', { found: { side: 'city', findingKnown: false }, data: { finding: majorMatterExamples.linkFinding } })).toEqual(['findingConcernsBase'])
    expect(opens('countyLead')).toEqual(['notYours'])
    expect(opens('partner')).toEqual(['notYours'])
    expect(opens('director', { found: { live: false } })).toEqual(['baseOnRegister'])
    expect(opens('director', { found: { theirs: false } })).toEqual(['baseIsTheirs'])
  })

  test('the director applies, never the clerk; the host submits or sends back', () => {
    const draft = stood('M03', 'approval')
    expect(grounds(tried('apply', 'director', draft))).toEqual([])
    expect(grounds(tried('apply', 'clerk', draft))).toEqual(['notYours'])
    const applied = stood('M03', 'approval', ['apply', 'director'])
    expect(grounds(tried('endorse', 'director', applied))).toEqual(['notYours'])
    expect(grounds(tried('endorse', 'host', applied))).toEqual([])
    expect(stood('M03', 'approval', ['apply', 'director'], ['sendBack', 'host'])).toMatchObject({ status: 'returned', returned: { by: 'host' } })
  })

  test('Art. 8(5): what the host proposes goes to the organiser at once, and not by the director', () => {
    const drafted = stood('M03', 'approval', ['open', 'host'])
    expect(grounds(tried('propose', 'host', drafted))).toEqual([])
    expect(grounds(tried('apply', 'director', drafted))).toEqual(['notNow'])
    expect(grounds(tried('propose', 'host', stood('M03', 'approval')))).toEqual(['notNow'])
    expect(stood('M03', 'approval', ['open', 'host'], ['propose', 'host'])).toMatchObject({ status: 'endorsed', reached: 'county' })
  })

  test('the organiser\'s officer verifies before its lead signs, and they are two people', () => {
    const waiting = stood('M03', 'approval', ...endorsed)
    expect(grounds(tried('examine', 'countyLead', waiting))).toEqual(['matterVerified'])
    expect(grounds(tried('verify', 'otherCounty', waiting))).toEqual(['notYours'])
    const verified = stood('M03', 'approval', ...endorsed, ['verify', 'countyOfficer'])
    expect(grounds(tried('examine', 'countyLead', verified))).toEqual([])
    const both = stood('M03', 'approval', ...endorsed, ['verify', 'countyLead'])
    expect(grounds(tried('examine', 'countyLead', both))).toEqual(['decidedByAnother'])
  })

  test('a matter returned is verified and examined anew', () => {
    const again = stood('M03', 'approval', ...way, ['returnFromCity', 'cityOfficer'], ['apply', 'director'], ['endorse', 'host'])
    expect(again).toMatchObject({ status: 'endorsed', verification: null, examination: null, reached: 'city' })
    expect(grounds(tried('examine', 'countyLead', again))).toEqual(['matterVerified'])
  })

  test('the city: what is approved is prepared by one and decided by another', () => {
    const there = stood('M03', 'approval', ...way)
    for (const step of ['approve', 'refuse'] as const) expect(grounds(tried(step, 'cityLead', there)), step).toEqual(['matterPrepared'])
    const ready = stood('M03', 'approval', ...way, ['prepare', 'cityOfficer'])
    for (const step of ['approve', 'refuse'] as const) expect(grounds(tried(step, 'cityLead', ready)), step).toEqual([])
    expect(grounds(tried('approve', 'cityLead', stood('M03', 'approval', ...way, ['prepare', 'cityLead'])))).toEqual(['decidedByAnother'])
    expect(grounds(tried('approve', 'cityOfficer', ready))).toEqual(['notYours'])
  })

  test('a kind has its own steps, and the others are not offered', () => {
    const offered = (kind: Asked['kind'], code: MatterCode = 'M03') => available(majorMatter, stood(code, kind, ...way), found, { ...who.cityOfficer, holds: [...who.cityOfficer.holds, ...who.cityLead.holds] }, today, words).map(({ step }) => step).toSorted()
    expect(offered('approval')).toEqual(['approve', 'linkFindingLater', 'prepare', 'refuse', 'returnFromCity', 'withdraw'])
    expect(offered('approval', 'M15')).toEqual(['approveLeaving', 'linkFindingLater', 'prepare', 'refuse', 'returnFromCity', 'withdraw'])
    expect(offered('filing')).toEqual(['file', 'linkFindingLater', 'returnFromCity', 'withdraw'])
    expect(offered('report')).toEqual(['linkFindingLater', 'record', 'returnFromCity', 'withdraw'])
    expect(grounds(tried('file', 'cityOfficer', stood('M03', 'approval', ...way)))).toEqual(['notNow'])
  })

  test('no step of the clock approves: silence is never approval', () => {
    const bySystem = Object.entries(majorMatter).filter(([, { by }]) => [by].flat().includes('system')).map(([name]) => name)
    expect(bySystem).toEqual(['open', 'demand', 'enterNotice', 'joinNotice', 'moveNotice', 'clearNotice', 'reopen', 'endWithBase'])
  })

  test('setting:major.beforehand: what was done before it was applied for takes a reason; approval does not reach back', () => {
    const draft = stood('M07', 'approval')
    expect(grounds(tried('apply', 'director', draft, { found: { plannedOn: today } }))).toEqual([])
    expect(grounds(tried('apply', 'director', draft, { found: { plannedOn: '2026-11-22' } }))).toEqual(['appliedBeforehand'])
    expect(grounds(tried('apply', 'director', draft, { found: { plannedOn: '2026-11-22' }, data: { reasons: { appliedBeforehand: '抢修所迫，事后补报。' } } }))).toEqual([])
    const ready = stood('M07', 'approval', ...way, ['prepare', 'cityOfficer'])
    expect(grounds(tried('approve', 'cityLead', ready, { data: { effectiveOn: '2026-11-22' } }))).toEqual(['effectFromApproval'])
    expect(grounds(tried('approve', 'cityLead', ready, { data: { effectiveOn: today } }))).toEqual([])
    expect(grounds(tried('approve', 'cityLead', ready, { data: { effectiveOn: undefined } }))).toEqual([])
  })

  test.each([['M10', 'filing', 'filedInTime'], ['M13', 'filing', 'filedInTime'], ['M16', 'filing', 'filedInTime'], ['M05', 'filing', 'filedInTime'], ['M06', 'filing', 'hostChangeInTime'], ['M09', 'approval', 'stopInTime'], ['M12', 'report', 'reportedInTime']] as const)('%s, %s: late takes a reason under %s', (code, kind, rule) => {
    const candidate = code === 'M05' ? candidateOf(matterValues.M05) : undefined
    const on = (dueOn: string) => grounds(tried('apply', 'director', stood(code, kind), { found: { kind, dueOn, candidate } }))
    expect([on('2026-11-23'), on('2026-11-22')]).toEqual([[], [rule]])
  })

  test('what is incomplete, or changes nothing, is not handed in', () => {
    expect(grounds(tried('apply', 'director', stood('M03', 'approval'), { found: { issues: [{ path: 'm.goals', expected: { zh: '', en: '' } }], same: true } }))).toEqual(['matterComplete', 'somethingNew'])
  })

  test('M02 is not approved without the opinion of experts', () => {
    const there = stood('M02', 'approval', ...way)
    const prepares = (data: object, experts = true) => grounds(tried('prepare', 'cityOfficer', there, { data, found: { limits: { ...found.limits, experts } } }))
    expect([prepares({ experts: undefined }), prepares({ experts: undefined, recommends: 'refuse' }), prepares({}), prepares({ experts: undefined }, false)]).toEqual([['expertsHeard'], [], [], []])
    expect(grounds(tried('prepare', 'cityOfficer', stood('M03', 'approval', ...way), { data: { experts: undefined } }))).toEqual([])
  })

  test('setting:major.disposalShare: exactly the share is not above it', () => {
    const on = (share: number) => grounds(tried('apply', 'director', stood('M08', 'approval'), { found: { share } }))
    expect([on(0.3), on(0.3001)]).toEqual([['aboveDisposalShare'], []])
  })

  test('Art. 10(4): a new name follows the pattern and is free, at applying and at approving', () => {
    const name = (text: string) => ({ name: text, minChars: 2, maxChars: 20, hosts: [], people: [], places: [] })
    const draft = stood('M01', 'approval')
    const ready = stood('M01', 'approval', ...way, ['prepare', 'cityOfficer'])
    for (const [step, actor, file] of [['apply', 'director', draft], ['approve', 'cityLead', ready]] as const) {
      expect(grounds(tried(step, actor, file, { found: { name: name('晋中市先进碳材料中试基地') } })), step).toEqual([])
      expect(grounds(tried(step, actor, file, { found: { name: name('晋中先进碳材料中试基地') } })), step).toEqual(['nameFollowsPattern'])
      expect(grounds(tried(step, actor, file, { found: { name: name('晋中市先进碳材料中试基地'), takenNames: ['晋中市先进碳材料中试基地'] } })), step).toEqual(['nameIsUnique'])
    }
  })
})

describe('Art. 14: M05', () => {
  const about60 = candidateOf({ ...matterValues.M05, bornOn: '1965-11-20' })
  const facts = (candidate = candidateOf(matterValues.M05), more: Partial<MajorMatterFound> = {}): Partial<MajorMatterFound> => ({ kind: 'filing', candidate, ...more })
  const age = { directorAge: '返聘，身体状况良好，单位无合适人选。' }

  test('above 60 base, county and city each give their reasons; they are kept', () => {
    const draft = stood('M05', 'filing')
    expect(grounds(tried('apply', 'director', draft, { found: facts(about60) }))).toEqual(['directorAge'])
    expect(grounds(tried('apply', 'director', draft, { found: facts(about60), data: { reasons: age } }))).toEqual([])
    const verified = stood('M05', 'filing', ...endorsed, ['verify', 'countyOfficer'])
    expect(grounds(tried('examine', 'countyLead', verified, { found: facts(about60) }))).toEqual(['directorAge'])
    const there = stood('M05', 'filing', ...way)
    expect(grounds(tried('file', 'cityOfficer', there, { found: facts(about60) }))).toEqual(['directorAge'])
    const filed = tried('file', 'cityOfficer', there, { found: facts(about60), data: { reasons: age } })
    expect(filed.ok && filed.entry.verdicts.find(({ rule }) => rule === 'directorAge')?.reason).toBe(age.directorAge)
  })
  test.each([['2031-11-19', []], ['2031-11-20', []], ['2031-11-18', ['directorTerm']], ['2030-11-19', ['directorTerm']]] as const)('a term of five years from 2026-11-20 ends on %s: %o', (to, refused) =>
    expect(grounds(tried('apply', 'director', stood('M05', 'filing'), { found: facts(candidateOf({ ...matterValues.M05, to })) }))).toEqual([...refused]))
  test.each([['2027-05-19', []], ['2027-05-20', ['actingNotTooLong']]] as const)('setting:director.actingMonths: acting until %s: %o', (to, refused) =>
    expect(grounds(tried('apply', 'director', stood('M05', 'filing'), { found: facts(candidateOf({ ...matterValues.M05, acting: 'acting', to }), { latestActing: '2027-05-19' }) }))).toEqual([...refused]))
  test('a third term is approved, never filed', () => {
    const terms = [{ from: '2016-11-20', to: '2021-11-19' }, { from: '2021-11-20', to: '2026-11-19' }, { from: '2026-11-20', to: '2031-11-19' }]
    expect(grounds(tried('file', 'cityOfficer', stood('M05', 'filing', ...way), { found: facts(undefined, { terms }) }))).toEqual(['consecutiveTerms'])
    const there = stood('M05', 'approval', ...way, ['prepare', 'cityOfficer'])
    expect(grounds(tried('approve', 'cityLead', there, { found: facts(undefined, { kind: 'approval', terms }) }))).toEqual(['furtherTermIsSpecial'])
    const special = { reasons: { furtherTermIsSpecial: '国家重大专项主持人，项目未结题。' } }
    expect(grounds(tried('approve', 'cityLead', there, { found: facts(undefined, { kind: 'approval', terms }), data: special }))).toEqual([])
  })
  test('what is special about a third term is told by who applies, who examines and who approves', () => {
    const terms = [{ from: '2016-11-20', to: '2021-11-19' }, { from: '2021-11-20', to: '2026-11-19' }, { from: '2026-11-20', to: '2031-11-19' }]
    const third = { found: facts(undefined, { kind: 'approval', terms }) }
    expect(grounds(tried('apply', 'director', stood('M05', 'approval'), third))).toEqual(['furtherTermIsSpecial'])
    expect(grounds(tried('examine', 'countyLead', stood('M05', 'approval', ...endorsed, ['verify', 'countyOfficer']), third))).toEqual(['furtherTermIsSpecial'])
  })
})

describe('M15: leaving', () => {
  test('Art. 6(3): commissions under way are settled or handed over', () => {
    const draft = stood('M15', 'approval')
    const applies = (openOrders: number | undefined, ordersPlan?: string) => grounds(tried('apply', 'director', draft, { found: { openOrders, ordersPlan } }))
    expect([applies(0), applies(1), applies(1, '移交'), applies(undefined)]).toEqual([[], ['ordersSettled'], [], ['ordersSettled']])
  })
  test('approved, then on notice, then off the register; an objection that is upheld begins the decision anew', () => {
    const leaving = stood('M15', 'approval', ...way, ['prepare', 'cityOfficer'], ['approveLeaving', 'cityLead'])
    expect(leaving.status).toBe('leaving')
    expect(grounds(tried('openNotice', 'cityLead', leaving))).toEqual(['notYours'])
    expect(stood('M15', 'approval', ...way, ['prepare', 'cityOfficer'], ['approveLeaving', 'cityLead'], ['openNotice', 'cityOfficer'], ['clearNotice', 'system'])).toMatchObject({ status: 'left', decision: { effectiveOn: today } })
    expect(stood('M15', 'approval', ...way, ['prepare', 'cityOfficer'], ['approveLeaving', 'cityLead'], ['openNotice', 'cityOfficer'], ['reopen', 'system'])).toMatchObject({ status: 'examined', proposal: null, decision: null })
  })
})

describe('M11: an accident', () => {
  test('whoever works for base or host reports it, early or late, but not ahead', () => {
    const draft = stood('M11', 'report')
    for (const actor of ['director', 'clerk', 'host'] as const) expect(grounds(tried('report', actor, draft))).toEqual([])
    const reports = (hours: number) => tried('report', 'clerk', draft, { found: { hours } })
    expect(grounds(reports(-0.1))).toEqual(['accidentNotAhead'])
    for (const [hours, outcome] of [[24, 'met'], [24.02, 'notMet']] as const) {
      const decision = reports(hours)
      expect(decision.ok && decision.entry.verdicts.find(({ rule }) => rule === 'accidentToldInTime')?.outcome, `${hours}`).toBe(outcome)
    }
  })
  test('it takes no application, and other matters are no accident', () => {
    expect(grounds(tried('apply', 'director', stood('M11', 'report')))).toEqual(['notNow'])
    expect(grounds(tried('report', 'director', stood('M10', 'filing')))).toEqual(['notNow'])
  })
  test('setting:duty.separation: verified by the organiser, lifted by two people of the city', () => {
    const reported = stood('M11', 'report', ['report', 'clerk'])
    expect(reported).toMatchObject({ status: 'reported', reached: 'city', held: { since: today, until: null } })
    const cleared: Taken[] = [['report', 'clerk'], ['reportInWriting', 'director'], ['verifyClearance', 'countyOfficer']]
    expect(grounds(tried('lift', 'cityLead', stood('M11', 'report', ...cleared)))).toEqual(['notNow'])
    const proposed = stood('M11', 'report', ...cleared, ['proposeLift', 'cityOfficer'])
    expect(grounds(tried('lift', 'cityOfficer', proposed))).toEqual(['notYours'])
    expect(grounds(tried('lift', 'cityLead', proposed))).toEqual([])
    expect(grounds(tried('lift', 'cityLead', stood('M11', 'report', ...cleared, ['proposeLift', 'cityLead'])))).toEqual(['decidedByAnother'])
    expect(stood('M11', 'report', ...cleared, ['proposeLift', 'cityOfficer'], ['lift', 'cityLead'])).toMatchObject({ status: 'lifted', held: { until: today } })
    expect(stood('M11', 'report', ...cleared, ['proposeLift', 'cityOfficer'], ['keepHold', 'cityLead'])).toMatchObject({ status: 'reported', held: { until: null }, clearance: null, lifting: null, kept: [{ on: today }] })
  })
})

test('setting:major.demandDays: what an authority demanded is declared, not withdrawn', () => {
  const demanded = stood('M07', 'approval', ['open', 'countyOfficer', { found: { number: 'JC', facts: '', case: 'c', procedure: 'inspection', by: 'county', on: today } }], ['demand', 'system'])
  expect(demanded).toMatchObject({ status: 'demanded', demanded: { dueOn: '2026-12-07' }, findings: [{ number: 'JC' }] })
  expect(grounds(tried('apply', 'director', demanded))).toEqual([])
  expect(grounds(tried('withdraw', 'director', stood('M07', 'approval', ['open', 'countyOfficer', { found: { number: 'JC', facts: '', case: 'c', procedure: 'inspection', by: 'county', on: today } }], ['demand', 'system'], ['apply', 'director'])))).toEqual(['notNow'])
  expect(grounds(tried('cancelDemand', 'countyOfficer', demanded))).toEqual([])
})

test('every example fits its command, every status is named, every code can be opened', () => {
  for (const [step, command] of Object.entries(majorMatterCommands)) expect(command.safeParse(majorMatterExamples[step as Name]).error, step).toBeUndefined()
  for (const step of Object.values(majorMatter)) for (const status of [step.to, ...step.from]) expect(majorMatterStatuses).toHaveProperty(status)
  for (const code of matterCodes) expect(majorMatterCommands.open.safeParse({ base: 'x', code }).success, code).toBe(true)
})
