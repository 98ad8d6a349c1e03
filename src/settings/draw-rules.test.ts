import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import { designationWithinLimit, drawWitnessed, employerOncePerPanel, enoughWithoutConflict, everyFieldKnown, financeSeatFilled, outsideShareReached, panelMixHolds, redrawHasReason, safetySeatFilled, seedMatchesCommitment } from './draw-rules.ts'

test.each([[2, 7, 'met'], [3, 7, 'notMet'], [1, 5, 'met'], [2, 5, 'notMet'], [0, 5, 'met']] as const)('setting:panel.designatedShare: %i of %i designated: %s', (designated, size, outcome) =>
  expect(verdictOf(designationWithinLimit, { designated, size, share: 0.33 }).outcome).toBe(outcome))

test.each([
  ['supervisor', 'officer', '4 2', 'met'], ['officer', 'officer', '4 2', 'notMet'], [undefined, 'officer', undefined, 'notMet'], ['supervisor', 'officer', '  ', 'notMet'],
] as const)('setting:panel.draw: witnessed by %s, committed by %s, adding %j: %s', (witness, drawnBy, word, outcome) => expect(verdictOf(drawWitnessed, { witness, drawnBy, word }).outcome).toBe(outcome))

test.each([['aa', 'aa', 'met'], ['aa', 'ab', 'notMet'], [undefined, 'aa', 'notEvaluated']] as const)('setting:panel.draw: committed to %s, revealed %s: %s', (committed, revealed, outcome) =>
  expect(verdictOf(seedMatchesCommitment, { committed, revealed }).outcome).toBe(outcome))

test.each([[5, 7, 'met'], [4, 7, 'notMet'], [3, 5, 'met'], [2, 5, 'notMet']] as const)('setting:panel.technicalShare: %i of %i: %s', (technical, size, outcome) =>
  expect(verdictOf(panelMixHolds, { technical, size, share: 0.6 }).outcome).toBe(outcome))

test.each([[3, 7, 'met'], [2, 7, 'notMet'], [3, 9, 'met'], [2, 9, 'notMet'], [2, 5, 'met'], [1, 5, 'notMet']] as const)('setting:panel.outsideShare: %i of %i from outside: %s', (outside, size, outcome) =>
  expect(verdictOf(outsideShareReached, { outside, size, share: 0.33 }).outcome).toBe(outcome))

test('setting:panel.perEmployer, panel.everyField, panel.minValid: nobody named, nothing wrong', () => {
  expect([[], ['晋中理工学院']].map((crowded) => verdictOf(employerOncePerPanel, { crowded, most: 1 }).outcome)).toEqual(['met', 'notMet'])
  expect([[], ['coal']].map((unknown) => verdictOf(everyFieldKnown, { unknown }).outcome)).toEqual(['met', 'notMet'])
  expect([[], [{ number: 'RD-2026-0017', free: 4 }]].map((short) => verdictOf(enoughWithoutConflict, { short, minValid: 5 }).outcome)).toEqual(['met', 'notMet'])
})

test.each([[1, 1, 'met'], [0, 1, 'notMet'], [0, 0, 'met']] as const)('setting:panel.financeSeats: %i of %i: %s', (filled, seats, outcome) => expect(verdictOf(financeSeatFilled, { filled, seats }).outcome).toBe(outcome))

test.each([[true, 1, 'met'], [true, 0, 'notMet'], [false, 0, 'met']] as const)('setting:panel.safetySeats: chemical %s, %i filled: %s', (chemical, filled, outcome) =>
  expect(verdictOf(safetySeatFilled, { chemical, filled, seats: 1 }).outcome).toBe(outcome))

test.each([[0, undefined, 'met'], [1, undefined, 'notMet'], [1, ' ', 'notMet'], [1, '候补用尽', 'met']] as const)('setting:panel.draw: after %i draws with reason %j: %s', (before, reason, outcome) =>
  expect(verdictOf(redrawHasReason, { before, reason }).outcome).toBe(outcome))
