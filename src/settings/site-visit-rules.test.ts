import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import { everyMemberSigned, visitIsOver, visitNoticeAhead } from './site-visit-rules.ts'

test.each([[2, 'notMet'], [3, 'met'], [undefined, 'notEvaluated']] as const)('setting site.noticeDays: %s working days ahead of three: %s', (ahead, outcome) => {
  expect(verdictOf(visitNoticeAhead, { ahead, least: 3 }).outcome).toBe(outcome)
})

test.each([['2026-11-22', 'met'], ['2026-11-23', 'met'], ['2026-11-24', 'notMet']] as const)('Art. 10(3): a visit of %s is recorded on 2026-11-23: %s', (visitedOn, outcome) => {
  expect(verdictOf(visitIsOver, { visitedOn, today: '2026-11-23' }).outcome).toBe(outcome)
})

test('everybody who came has signed; who is missing is named', () => {
  expect(verdictOf(everyMemberSigned, { members: ['赵明', '钱立'], signed: ['钱立', '赵明'] }).outcome).toBe('met')
  const verdict = verdictOf(everyMemberSigned, { members: ['赵明', '钱立', '孙正'], signed: ['钱立', '别人'] })
  expect([verdict.outcome, verdict.because?.zh]).toEqual(['notMet', '尚未签字：赵明、孙正。'])
})
