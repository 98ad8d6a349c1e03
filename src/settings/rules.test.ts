import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import {
  appliedOnce,
  areaReaches,
  bachelorShareReaches,
  creditCodeFits,
  creditReportFresh,
  leaseLongEnough,
  notBarred,
  noticedOnce,
  softItemsSettled,
} from './rules.ts'

const on = '2026-11-23'

test.each([
  ['2026-10-24', 'met', '30 days'],
  ['2026-10-23', 'notMet', '31 days'],
  ['2026-11-24', 'notMet', 'from tomorrow'],
  [undefined, 'notEvaluated', 'no date'],
] as const)('setting:credit.reportDays: a report of %s: %s (%s)', (reportOn, outcome, _) =>
  expect(verdictOf(creditReportFresh, { reportOn, on, reportDays: 30 }).outcome).toBe(outcome)
)

test.each([
  [true, '2029-11-23', 'met'],
  [true, '2029-11-22', 'notMet'],
  [true, undefined, 'notEvaluated'],
  [false, undefined, 'met'],
  [undefined, '2029-11-23', 'notEvaluated'],
] as const)('setting:site.minLeaseYears: leased %s to %s: %s', (leased, leaseTo, outcome) =>
  expect(verdictOf(leaseLongEnough, { leased, leaseTo, on, minLeaseYears: 3 }).outcome).toBe(outcome)
)

test.each([
  [399.99, 'notMet'],
  [400, 'met'],
  [undefined, 'notEvaluated'],
] as const)('setting:reference.area: %s m²: %s', (value, outcome) =>
  expect(verdictOf(areaReaches, { value, line: 400 }).outcome).toBe(outcome)
)

test('reference lines and code checks ask for an explanation and never refuse', () => {
  for (const line of [areaReaches, bachelorShareReaches, leaseLongEnough, creditCodeFits]) expect(line.modality).toBe('usually')
})

test.each([
  [5, 10, 'met'],
  [4, 10, 'notMet'],
  [5, 11, 'notMet'],
  [0, 0, 'notEvaluated'],
] as const)('setting:reference.bachelorShare: %i of %i: %s', (qualified, all, outcome) =>
  expect(verdictOf(bachelorShareReaches, { qualified, all, line: 0.5 }).outcome).toBe(outcome)
)

test.each([
  ['91140702000000019Q', 'met'],
  ['911407020000000190', 'notMet'],
  [undefined, 'notEvaluated'],
] as const)('setting:uscc.check: %s: %s', (code, outcome) => expect(verdictOf(creditCodeFits, { code }).outcome).toBe(outcome))

test.each([
  [0, undefined, 'met'],
  [1, true, 'met'],
  [1, false, 'notMet'],
  [1, undefined, 'notEvaluated'],
] as const)('setting:supplement.once: after %i notices, caused by the supplement %s: %s', (before, causedBySupplement, outcome) =>
  expect(verdictOf(noticedOnce, { before, causedBySupplement }).outcome).toBe(outcome)
)

test('setting:application.perBatch: one application a batch', () => {
  expect(verdictOf(appliedOnce, { others: [], perBatch: 1 }).outcome).toBe('met')
  expect(verdictOf(appliedOnce, { others: ['RD-2026-0003'], perBatch: 1 }).outcome).toBe('notMet')
})

test.each([
  [undefined, 'met'],
  ['2023-11-23', 'met'],
  ['2023-11-24', 'notMet'],
] as const)('setting:application.banYears: falsified on %s: %s', (falsifiedOn, outcome) =>
  expect(verdictOf(notBarred, { falsifiedOn, on, banYears: 3 }).outcome).toBe(outcome)
)

test('setting:form.hardFail: an open item that can be supplemented takes a reason', () => {
  const items = [
    { code: 'F01', hardFail: true },
    { code: 'F05', hardFail: false },
  ]
  expect(verdictOf(softItemsSettled, { items, answers: { F01: 'meets', F05: 'supplement' } })).toMatchObject({
    outcome: 'notMet',
    modality: 'usually',
  })
  expect(verdictOf(softItemsSettled, { items, answers: { F01: 'meets', F05: 'notApplicable' } }).outcome).toBe('met')
})
