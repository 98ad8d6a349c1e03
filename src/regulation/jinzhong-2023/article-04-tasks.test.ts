import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { everyTaskServed } from './article-04-tasks.ts'

test.each([
  [{ pilotResearch: 1, openService: 1, training: 1, exchange: 1 }, 'met'],
  [{ pilotResearch: 1, openService: 1, training: 1, exchange: 0 }, 'notMet'],
  [{ pilotResearch: 1, openService: 1, training: 1 }, 'notMet'],
  [undefined, 'notEvaluated'],
] as const)('Art. 4: records %j: %s', (records, outcome) => expect(verdictOf(everyTaskServed, { records }).outcome).toBe(outcome))

test('Art. 4: no amount is set, so that an idle task asks for an explanation only', () => expect(everyTaskServed.modality).toBe('usually'))
