import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { hostAndOrganiserExamined, reportAndPlanFiled } from './article-16-assessment.ts'

test.each([
  [true, true, 'met'],
  [true, false, 'notMet'],
  [false, true, 'notMet'],
] as const)('Art. 16: report %s, plan %s: %s', (report, plan, outcome) =>
  expect(verdictOf(reportAndPlanFiled, { report, plan }).outcome).toBe(outcome)
)

test('Art. 16: what is missing is named, both at once', () =>
  expect(verdictOf(reportAndPlanFiled, { report: false, plan: false }).because?.zh).toBe('缺少考核自评报告、下年度工作计划。'))

test.each([
  ['2026-12-20', '2027-01-05', 'met'],
  ['2026-12-20', undefined, 'notMet'],
  [undefined, '2027-01-05', 'notMet'],
] as const)('Art. 16: host examined %s, organiser %s: %s', (hostOn, organiserOn, outcome) =>
  expect(verdictOf(hostAndOrganiserExamined, { hostOn, organiserOn }).outcome).toBe(outcome)
)
