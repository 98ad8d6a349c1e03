import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import { batchIsOpen, isSpecialTrack, specialNeed, specialTrackHasBasis } from './article-11-batches.ts'

const batch = { name: '2026 年第二批', cutOff: '2026-09-30', closedOn: undefined }

test.each([
  [batch, '2026-09-30', 'met'],
  [batch, '2026-10-01', 'notMet'],
  [{ ...batch, closedOn: '2026-10-08' }, '2026-09-30', 'notMet'],
  [undefined, '2026-09-30', 'notEvaluated'],
] as const)('Art. 11: batch %j, accepted on %s: %s', (of, acceptedOn, outcome) =>
  expect(verdictOf(batchIsOpen, { batch: of, acceptedOn }).outcome).toBe(outcome)
)

test.each([
  ['regular', undefined, 'met', 'notMet'],
  ['separateAppraisal', true, 'met', 'met'],
  ['separateAppraisal', false, 'notMet', 'met'],
  ['commissionedBuild', undefined, 'notEvaluated', 'met'],
  [undefined, true, 'notEvaluated', 'notEvaluated'],
] as const)('Art. 11: track %s with basis %s: %s; special: %s', (track, basis, outcome, special) => {
  expect(verdictOf(specialTrackHasBasis, { track, basis }).outcome).toBe(outcome)
  expect(verdictOf(isSpecialTrack, { track }).outcome).toBe(special)
})

test('Art. 11: urgency is left to people', () => expect(verdictOf(specialNeed, {}).outcome).toBe('needsJudgement'))
