import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { organiserOfTheArea } from './article-07-organiser.ts'

test.each([
  ['140702', '140702', 'met'],
  ['140702', '140703', 'notMet'],
  [undefined, '140703', 'notEvaluated'],
] as const)('Art. 7(2): a site in %s recommended by %s: %s', (site, organiser, outcome) =>
  expect(verdictOf(organiserOfTheArea, { site, organiser }).outcome).toBe(outcome)
)
