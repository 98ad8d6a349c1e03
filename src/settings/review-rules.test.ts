import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import {
  decidedByAnother,
  differenceOf,
  enoughSheets,
  figuresConfirmed,
  groupLargeEnough,
  majorityInFavour,
  minutesAttached,
  noticePeriodOver,
  objectionHandledByAnother,
  objectionInTime,
  objectorNamed,
  opinionLongEnough,
  panelLargeEnough,
  partsReachMinimum,
  rectificationVerified,
  scoreReachesLine,
  specialPanelLargeEnough,
} from './review-rules.ts'

test.each([
  [7, 'met'],
  [6, 'notMet'],
  [5, 'notMet'],
  [8, 'notMet'],
  [9, 'met'],
] as const)('setting:panel.size: %i members: %s', (members, outcome) => {
  expect(verdictOf(panelLargeEnough, { members, size: 7 }).outcome).toBe(outcome)
  expect(verdictOf(specialPanelLargeEnough, { members, size: 7 })).toMatchObject({ outcome, law: 'setting:special.panelSize' })
})

test.each([
  [4, 'notMet'],
  [5, 'met'],
] as const)('setting:panel.minValid: %i sheets: %s', (valid, outcome) =>
  expect(verdictOf(enoughSheets, { valid, minValid: 5 }).outcome).toBe(outcome)
)

test.each([
  [3, 6, 'notMet'],
  [4, 6, 'met'],
  [4, 7, 'met'],
  [0, 0, 'notEvaluated'],
] as const)('setting:panel.majority: %i of %i: %s', (inFavour, votes, outcome) =>
  expect(verdictOf(majorityInFavour, { inFavour, votes, majority: 0.5 }).outcome).toBe(outcome)
)

test.each([
  [69.99, 'notMet'],
  [70, 'met'],
  [undefined, 'notEvaluated'],
] as const)('setting:score.pass: %s: %s', (score, outcome) =>
  expect(verdictOf(scoreReachesLine, { score, pass: 70 }).outcome).toBe(outcome)
)

test.each([
  [60, 60, 'met'],
  [59.99, 95, 'notMet'],
  [95, 59.99, 'notMet'],
  [95, undefined, 'notEvaluated'],
] as const)('setting:score.partMin: panel %d, site %s: %s', (meeting, site, outcome) =>
  expect(verdictOf(partsReachMinimum, { meeting, site, partMin: 60 }).outcome).toBe(outcome)
)

test('setting:score.opinionChars: one character too few; of enough nothing is told, not how many', () => {
  expect(verdictOf(opinionLongEnough, { missing: 1, least: 50 }).because?.zh).toBe('意见应不少于 50 字，还差 1 字。')
  expect(verdictOf(opinionLongEnough, { missing: 0, least: 50 }).outcome).toBe('met')
})

test.each([
  [2, 'notMet'],
  [3, 'met'],
] as const)('setting:site.groupSize: %i: %s', (members, outcome) =>
  expect(verdictOf(groupLargeEnough, { members, groupSize: 3 }).outcome).toBe(outcome)
)

const figure = (declared: number, verified: number) => ({ id: 'S1.1', zh: '面积', en: 'area', declared, verified })

test.each([
  [100, 90, 'met'],
  [100, 110, 'met'],
  [100, 89.99, 'notMet'],
  [100, 110.01, 'notMet'],
  [0.3, 0.27, 'met'],
  [0, 0, 'met'],
  [0, 1, 'notMet'],
] as const)('setting:site.tolerance: declared %d, verified %d: %s', (declared, verified, outcome) =>
  expect(verdictOf(figuresConfirmed, { figures: [figure(declared, verified)], tolerance: 0.1 }).outcome).toBe(outcome)
)

test('setting:site.areaTolerance: an area has a tolerance of its own, and the refusal tells both', () => {
  const figures = [{ ...figure(100, 94), tolerance: 0.05 }, { ...figure(100, 91), id: 'S2.3', zh: '设备', en: 'equipment' }]
  expect(verdictOf(figuresConfirmed, { figures, tolerance: 0.1 }).because?.zh).toBe('差异超过容差：面积 100 → 94（5%）。请写原因。')
  expect(verdictOf(figuresConfirmed, { figures: [{ ...figure(100, 95), tolerance: 0.05 }], tolerance: 0.1 }).outcome).toBe('met')
})

test('a difference is told against what was declared', () => expect(differenceOf(figure(1600, 1380))).toBeCloseTo(-0.1375, 10))

test('setting:site.rectification: one item not verified holds up the decision', () => {
  const items = [
    { what: '危废台账', verified: true },
    { what: '消防通道标识', verified: false },
  ]
  expect(verdictOf(rectificationVerified, { items })).toMatchObject({
    outcome: 'notMet',
    because: { zh: '整改 2 项，未验收：消防通道标识。' },
  })
  expect(verdictOf(rectificationVerified, { items: [] }).outcome).toBe('met')
})

test('setting:duty.separation: who prepared does not decide, who reviewed does not handle the objection', () => {
  expect(verdictOf(decidedByAnother, { person: '李宁', preparedBy: ['李宁', '陈立'] }).outcome).toBe('notMet')
  expect(verdictOf(decidedByAnother, { person: '赵明', preparedBy: ['李宁', '陈立'] }).outcome).toBe('met')
  expect(verdictOf(objectionHandledByAnother, { person: '李宁', handledBy: ['李宁'] }).outcome).toBe('notMet')
})

test('setting:decision.minutes: no minutes, no decision', () =>
  expect([undefined, '', '纪要'].map((minutes) => verdictOf(minutesAttached, { minutes }).outcome)).toEqual(['notMet', 'notMet', 'met']))

test.each([
  ['2026-11-30', 'notMet'],
  ['2026-12-01', 'met'],
] as const)('setting:publicity.days: closed on %s, notice to 11-30: %s', (on, outcome) =>
  expect(verdictOf(noticePeriodOver, { endsOn: '2026-11-30', on }).outcome).toBe(outcome)
)

test.each([
  ['2026-11-23', 'notMet'],
  ['2026-11-24', 'met'],
  ['2026-11-30', 'met'],
  ['2026-12-01', 'notMet'],
] as const)('setting:publicity.days: an objection on %s: %s', (on, outcome) =>
  expect(verdictOf(objectionInTime, { startsOn: '2026-11-24', endsOn: '2026-11-30', on }).outcome).toBe(outcome)
)

test.each([
  ['甲', '0354', 'met'],
  ['', '0354', 'notMet'],
  ['甲', ' ', 'notMet'],
  [undefined, undefined, 'notMet'],
] as const)('setting:objection.realName: %s, %s: %s', (name, contact, outcome) =>
  expect(verdictOf(objectorNamed, { name, contact }).outcome).toBe(outcome)
)
