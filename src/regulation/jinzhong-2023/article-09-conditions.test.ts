import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import {
  equipmentAndSite,
  fieldIsListed,
  fundsSecured,
  noSeriousDishonesty,
  type PremisesFacts,
  researchStrength,
  teamLevel,
} from './article-09-conditions.ts'

const on = '2026-11-23'
const credit = (foundOn?: string, repairedOn?: string) =>
  verdictOf(noSeriousDishonesty, {
    findings: foundOn ? [{ by: 'court', what: '失信被执行人', foundOn, repairedOn }] : [],
    reportOn: '2026-11-12',
    on,
    lookbackYears: 3,
  })

test.each([
  [undefined, undefined, 'met', 'no finding'],
  ['2023-11-23', undefined, 'met', 'three years ago to the day'],
  ['2023-11-24', undefined, 'notMet', 'a day less than three years ago'],
  ['2026-11-23', undefined, 'notMet', 'today'],
  ['2026-11-24', undefined, 'met', 'tomorrow: not found yet'],
  ['2026-01-05', '2026-11-23', 'met', 'repaired today'],
  ['2026-01-05', '2026-11-24', 'notMet', 'repaired only tomorrow'],
] as const)('Art. 9(1): a finding of %s repaired %s: %s (%s)', (foundOn, repairedOn, outcome, _) =>
  expect(credit(foundOn, repairedOn).outcome).toBe(outcome)
)

test('Art. 9(1): without a credit report or a look at the records nothing is concluded', () => {
  const facts = { findings: [], reportOn: '2026-11-12', on, lookbackYears: 3 }
  expect(verdictOf(noSeriousDishonesty, { ...facts, reportOn: undefined })).toMatchObject({
    outcome: 'notEvaluated',
    because: { zh: '未提供信用报告（A11）。' },
  })
  expect(verdictOf(noSeriousDishonesty, { ...facts, findings: undefined }).outcome).toBe('notEvaluated')
})

test.each([
  ['steel', 'met'],
  ['other', 'notMet'],
  [undefined, 'notEvaluated'],
] as const)('Art. 9(2): field %s: %s', (field, outcome) =>
  expect(verdictOf(fieldIsListed, { field, listed: ['steel', 'carbon'] }).outcome).toBe(outcome)
)

test('Art. 9(2) and (5): strength and level are left to people', () => {
  expect(verdictOf(researchStrength, {}).outcome).toBe('needsJudgement')
  expect(verdictOf(teamLevel, {}).outcome).toBe('needsJudgement')
})

test.each([
  [[{ source: '自筹', amount: 0.01 }], [{ source: '自筹', amount: 1 }], 'met'],
  [[{ source: '自筹', amount: 0 }], [{ source: '自筹', amount: 1 }], 'notMet'],
  [[{ source: '自筹', amount: 1 }], [], 'notMet'],
  [[{ source: '自筹', amount: 1 }], undefined, 'notEvaluated'],
  [undefined, [], 'notMet'],
] as const)('Art. 9(3): construction %j, operation %j: %s', (construction, operation, outcome) =>
  expect(verdictOf(fundsSecured, { construction, operation }).outcome).toBe(outcome)
)

const premises: PremisesFacts = { dedicatedEquipment: 1, area: 1, concentrated: true, managedAsOne: true, environment: true, fire: true }

test('Art. 9(4): equipment, site and papers are all there', () => expect(verdictOf(equipmentAndSite, premises).outcome).toBe('met'))

test.each([
  ['dedicatedEquipment', 0, '不符合：专用设备。'],
  ['area', 0, '不符合：实验场地。'],
  ['concentrated', false, '不符合：场地相对集中。'],
  ['managedAsOne', false, '不符合：统一管理、规范开放。'],
  ['environment', false, '不符合：环保手续。'],
  ['fire', false, '不符合：消防手续。'],
] as const)('Art. 9(4): without %s it is not met, and says so', (fact, value, zh) => {
  expect(verdictOf(equipmentAndSite, { ...premises, [fact]: value })).toMatchObject({ outcome: 'notMet', because: { zh } })
  expect(verdictOf(equipmentAndSite, { ...premises, [fact]: undefined }).outcome).toBe('notEvaluated')
})

test('Art. 9(4): what fails and what is open are told together', () => {
  expect(verdictOf(equipmentAndSite, { ...premises, fire: false, area: undefined })).toMatchObject({
    outcome: 'notMet',
    because: { zh: '不符合：消防手续。未填写：实验场地。', en: 'Not met: fire-safety papers. Not filled in: premises.' },
  })
})
