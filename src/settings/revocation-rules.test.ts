/** Each rule of taking the qualification away, on its boundary: one below, one above. */
import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import {
  accidentCountsAsSerious, type AccidentFacts, allGroundsInvestigated, baseStands, capacityTestFails, type CapacityFacts, curable, cureTried, failedTests, falsehoodEstablished, type FalsehoodFacts, groundsStillStand, hearingHeld, inflationIsMaterial,
  legalityByAnother, legalityConfirmed, milderRuleWeighed, noOtherRevocation, notSuspendedYet, reapplicationOpen, removalNoticed, type ServiceFacts, serviceProven, statementPeriodOver, statementsAnswered, suspendedNow,
} from './revocation-rules.ts'


test.each([['operating', 'met'], ['suspended', 'met'], ['rectifying', 'met'], ['revoked', 'notMet'], ['left', 'notMet'], [undefined, 'notMet']] as const)('Art. 19: a base that is %s: %s', (status, is) => expect(verdictOf(baseStands, { status }).outcome).toBe(is))
test('Art. 19: one revocation of a base at a time', () => expect([[], ['CX-2026-0001']].map((others) => verdictOf(noOtherRevocation, { others }).outcome)).toEqual(['met', 'notMet']))

const accident: AccidentFacts = { grade: 'general', from: 'larger', deaths: 0, mainResponsibility: false, harmConfirmed: false }
test.each([
  [{}, 'notMet', 'a general accident alone'], [{ grade: 'larger' }, 'met', 'the grade presumed serious'], [{ grade: 'extraordinary' }, 'met', 'above it'], [{ deaths: 1 }, 'notMet', 'a death without responsibility'],
  [{ deaths: 1, mainResponsibility: true }, 'met', 'a death with main responsibility'], [{ mainResponsibility: true }, 'notMet', 'responsibility without a death'], [{ harmConfirmed: true }, 'met', 'harm or recall confirmed'],
  [{ grade: 'larger', from: 'major' }, 'notMet', 'a higher line'], [{ grade: undefined }, 'notEvaluated', 'no grade'],
] as const)('Art. 19(1): %j is %s (%s)', (change, is, _) => expect(verdictOf(accidentCountsAsSerious, { ...accident, ...change } as AccidentFacts).outcome).toBe(is))

const falsehood: FalsehoodFacts = { source: 'own', decision: undefined, heardOn: '2026-11-20', mustHear: true, on: '2026-11-20' }
test.each([
  [{}, 'met', 'heard on the day itself'], [{ heardOn: '2026-11-21' }, 'notMet', 'to be heard tomorrow'], [{ heardOn: undefined }, 'notMet', 'never heard'], [{ heardOn: undefined, mustHear: false }, 'met', 'the city has switched the hearing off'],
  [{ source: 'authority' }, 'notMet', 'a decision without number'], [{ source: 'authority', decision: '市监处〔2026〕3号' }, 'met', 'a final decision of another'], [{ source: undefined }, 'notEvaluated', 'nobody said who found it'],
] as const)('Art. 19(2): %j is %s (%s)', (change, is, _) => expect(verdictOf(falsehoodEstablished, { ...falsehood, ...change } as FalsehoodFacts).outcome).toBe(is))

test.each([
  [110, 100, 'notMet', 'exactly a tenth'], [110.1, 100, 'met', 'a little more'], [100, 100, 'notMet', 'nothing'], [1, 0, 'met', 'declared, nothing there'], [0, 0, 'notMet', 'nothing of nothing'],
  [undefined, undefined, 'met', 'a false paper without figures'], [110, undefined, 'notEvaluated', 'one of the two'],
] as const)('Art. 19(2): declared %s, verified %s: %s (%s)', (declared, verified, is, _) => expect(verdictOf(inflationIsMaterial, { declared, verified, line: 0.1 }).outcome).toBe(is))

const able: CapacityFacts = { tests: ['site', 'equipment', 'staff', 'service'], on: '2026-11-23', siteUsable: true, equipment: { usable: 10, required: 20 }, equipmentShare: 0.5, fullTimeStaff: 3, staffLine: 3, lastServiceOn: '2024-11-24', idleMonths: 24 }
test.each([
  [{}, [], 'on the line everywhere'], [{ siteUsable: false }, ['site'], 'no premises'], [{ equipment: { usable: 9, required: 20 } }, ['equipment'], 'one piece below half'], [{ fullTimeStaff: 2 }, ['staff'], 'two people'],
  [{ lastServiceOn: '2024-11-23' }, ['service'], 'twenty-four months to the day'], [{ lastServiceOn: null }, ['service'], 'never served'], [{ siteUsable: false, tests: ['staff'] }, [], 'a test the city does not apply'],
] as const)('Art. 19(4): %j fails %j (%s)', (change, fails, _) => {
  const facts = { ...able, ...change } as CapacityFacts
  expect(failedTests(facts)).toEqual(fails)
  expect(verdictOf(capacityTestFails, facts).outcome).toBe(fails.length > 0 ? 'met' : 'notMet')
})

test('Art. 19: what fell away is told, all of it', () => {
  expect(verdictOf(groundsStillStand, { fallen: [] }).outcome).toBe('met')
  expect(verdictOf(groundsStillStand, { fallen: [{ zh: '甲', en: 'one' }, { zh: '乙', en: 'two' }] }).because).toEqual({ zh: '已不成立：甲；乙', en: 'No longer so: one; two' })
})
test('Art. 19: the ground of the opening has its finding', () => expect([['accident', 'unable'], ['unable'], []].map((found) => verdictOf(allGroundsInvestigated, { opened: 'accident', found }).outcome)).toEqual(['met', 'notMet', 'notMet']))

test.each([
  [{ unable: false, cureDays: 90, dueOn: undefined }, 'met', 'another ground'], [{ unable: true, cureDays: 90, dueOn: undefined }, 'notMet', 'never given'], [{ unable: true, cureDays: 90, dueOn: '2026-11-23' }, 'notMet', 'its last day still belongs to the base'],
  [{ unable: true, cureDays: 90, dueOn: '2026-11-22' }, 'met', 'the day after'], [{ unable: true, cureDays: 0, dueOn: undefined }, 'met', 'the city gives none'],
] as const)('Art. 19(4): the time to restore, %j: %s (%s)', (facts, is, _) => expect(verdictOf(cureTried, { ...facts, on: '2026-11-23' }).outcome).toBe(is))
test.each([[['unable'], false, 'met'], [['unable'], true, 'notMet'], [['unable', 'falsehood'], false, 'notMet'], [[], false, 'notMet']] as const)('Art. 19(4): grounds %j, given before %s: %s', (grounds, given, is) => expect(verdictOf(curable, { grounds, given }).outcome).toBe(is))

test.each([['2026-11-30', '2026-11-30', false, 'notMet'], ['2026-11-30', '2026-12-01', false, 'met'], ['2026-11-30', '2026-11-24', true, 'met'], [undefined, '2026-12-01', false, 'notEvaluated']] as const)('Art. 19: statement until %s, on %s, waived %s: %s', (dueOn, on, waived, is) =>
  expect(verdictOf(statementPeriodOver, { dueOn, provisional: false, on, waived }).outcome).toBe(is))
test('Art. 19: a provisional end ends nothing', () => expect(verdictOf(statementPeriodOver, { dueOn: '2027-01-04', provisional: true, on: '2027-01-05', waived: false }).outcome).toBe('notEvaluated'))
test.each([[0, false, 'met'], [1, false, 'notMet'], [1, true, 'met']] as const)('Art. 19: %i statements, answered %s: %s', (stated, answered, is) => expect(verdictOf(statementsAnswered, { stated, answered }).outcome).toBe(is))
test.each([[true, false, true, 'notMet'], [true, true, true, 'met'], [false, false, true, 'met'], [true, false, false, 'met']] as const)('Art. 19: hearing asked %s, held %s, offered %s: %s', (asked, held, offered, is) => expect(verdictOf(hearingHeld, { asked, held, offered }).outcome).toBe(is))
test('setting:duty.separation: who investigated does not review', () => expect([['p1'], ['p2'], []].map((investigators) => verdictOf(legalityByAnother, { person: 'p1', investigators }).outcome)).toEqual(['notMet', 'met', 'met']))
test('Art. 19: no decision without a legality review', () => expect([undefined, '2026-12-01'].map((reviewedOn) => verdictOf(legalityConfirmed, { reviewedOn }).outcome)).toEqual(['notMet', 'met']))
test.each([[false, undefined, 'met'], [true, undefined, 'notMet'], [true, '2026-12-01', 'met']] as const)('Art. 19: public notice asked %s, closed %s: %s', (asked, closedOn, is) => expect(verdictOf(removalNoticed, { asked, closedOn }).outcome).toBe(is))
test.each([['2026-11-23', undefined, true, 'met'], ['2026-11-23', '2026-11-23', true, 'met'], ['2026-11-23', '2026-11-24', true, 'notMet'], ['2026-11-23', '2026-11-24', false, 'met']] as const)('Art. 19: opened %s, basis from %s, weighed %s: %s', (openedOn, basisFrom, weighs, is) =>
  expect(verdictOf(milderRuleWeighed, { openedOn, basisFrom, weighs }).outcome).toBe(is))

const service: ServiceFacts = { method: 'person', acknowledged: undefined, proof: '办公室主任签收', servedOn: '2026-11-23', from: '2026-11-20', on: '2026-11-23' }
test.each([
  [{}, 'met', 'in person, today'], [{ servedOn: '2026-11-20' }, 'met', 'on the day of the paper'], [{ servedOn: '2026-11-19' }, 'notMet', 'before the paper'], [{ servedOn: '2026-11-24' }, 'notMet', 'tomorrow'], [{ proof: ' ' }, 'notMet', 'without proof'],
  [{ method: 'platform', proof: undefined }, 'notMet', 'nobody acknowledged it'], [{ method: 'platform', proof: undefined, acknowledged: '2026-11-23' }, 'met', 'acknowledged today'], [{ method: 'platform', acknowledged: '2026-11-23', servedOn: '2026-11-22' }, 'notMet', 'dated before the receipt'],
] as const)('Art. 19: service %j: %s (%s)', (change, is, _) => expect(verdictOf(serviceProven, { ...service, ...change } as ServiceFacts).outcome).toBe(is))

test('Art. 6(3): one suspension at a time', () => {
  expect([undefined, '2026-11-23'].map((since) => verdictOf(notSuspendedYet, { since }).outcome)).toEqual(['met', 'notMet'])
  expect([undefined, '2026-11-23'].map((since) => verdictOf(suspendedNow, { since }).outcome)).toEqual(['notMet', 'met'])
})

test.each([['2028-11-22', 'notMet', 'the day before two years are over'], ['2028-11-23', 'met', 'the day they are over']] as const)('Art. 19: applying again on %s: %s (%s)', (on, is, _) =>
  expect(verdictOf(reapplicationOpen, { revoked: [{ base: '某基地', servedOn: '2026-11-23', years: 2 }], on }).outcome).toBe(is))
test('Art. 19: every bar is told, and no bar is none', () => {
  const revoked = [{ base: '甲基地', servedOn: '2026-11-23', years: 2 }, { base: '乙基地', servedOn: '2026-06-01', years: 3 }, { base: '丙基地', servedOn: '2020-01-01', years: 3 }]
  expect(verdictOf(reapplicationOpen, { revoked, on: '2027-01-01' }).because?.zh).toBe('甲基地 2026-11-23 撤销，2028-11-23 起可再申报；乙基地 2026-06-01 撤销，2029-06-01 起可再申报')
  expect(verdictOf(reapplicationOpen, { revoked: [], on: '2027-01-01' }).outcome).toBe('met')
})
