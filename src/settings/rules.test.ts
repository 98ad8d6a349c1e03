import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import {
  appliedOnce,
  areaReaches,
  attachmentsProvided,
  bachelorShareReaches,
  creditCodeFits,
  creditReportFresh,
  leaseLongEnough,
  notBarred,
  noticedOnce,
  requiredFieldsFilled,
  softItemsSettled,
  totalsAgree,
} from './rules.ts'

const on = '2026-11-23'

test('setting:form.version: five missing fields are named, the rest counted', () => {
  const missing = Array.from({ length: 7 }, (_, at) => ({ path: `A.f${at}`, words: { zh: `项${at}`, en: `field ${at}` } }))
  expect(verdictOf(requiredFieldsFilled, { missing: [] }).outcome).toBe('met')
  expect(verdictOf(requiredFieldsFilled, { missing }).because).toEqual({
    zh: '缺 7 项：项0、项1、项2、项3、项4等。',
    en: '7 missing: field 0, field 1, field 2, field 3, field 4 and 2 more.',
  })
})

test('setting:form.attachments: what is missing is listed', () =>
  expect(verdictOf(attachmentsProvided, { required: ['A01', 'A03'], provided: ['A03', 'A19'] })).toMatchObject({
    outcome: 'notMet',
    because: { zh: '缺附件 A01。' },
  }))

const equipment = (one: number | undefined, other: number | undefined, tolerance = 0) =>
  verdictOf(totalsAgree, {
    tolerance,
    totals: [
      {
        words: { zh: '设备合计', en: 'Equipment' },
        one: { at: { zh: 'E 节', en: 'section E' }, value: one },
        other: { at: { zh: 'G 节', en: 'section G' }, value: other },
      },
    ],
  })

test.each([
  [1020.2, 1020.2, 0, 'met'],
  [0.1 + 0.2, 0.3, 0, 'met'],
  [1020.2, 1020.19, 0, 'notMet'],
  [1020.2, 1020.19, 0.01, 'met'],
  [1020.2, undefined, 0, 'met'],
] as const)('setting:form.totalTolerance: %d beside %s, tolerance %d: %s', (one, other, tolerance, outcome) =>
  expect(equipment(one, other, tolerance).outcome).toBe(outcome)
)

test('setting:form.totalTolerance: both numbers and their difference are told', () =>
  expect(equipment(1020.2, 1012.4).because?.zh).toBe('设备合计：E 节 1020.20，G 节 1012.40，相差 7.80。'))

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
