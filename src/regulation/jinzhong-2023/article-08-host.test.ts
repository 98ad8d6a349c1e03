import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import {
  agreementClearOnDuties,
  agreementItems,
  committeeFormed,
  internalRulesAdopted,
  isLegalPerson,
  oneLeadNamed,
  partnersConfirmed,
} from './article-08-host.ts'

test.each([
  ['legalPerson', true, 'met'],
  ['legalPerson', undefined, 'notEvaluated'],
  ['legalPerson', false, 'notMet'],
  ['special', true, 'met'],
  ['special', false, 'notMet'],
  ['other', true, 'notMet'],
  [undefined, true, 'notEvaluated'],
] as const)('Art. 8: a host of form %s with document %s: %s', (legalForm, document, outcome) =>
  expect(verdictOf(isLegalPerson, { legalForm, document }).outcome).toBe(outcome)
)

test.each([
  [false, [], 'met'],
  [true, [], 'notMet'],
  [true, ['甲'], 'met'],
  [true, ['甲', '乙'], 'notMet'],
  [undefined, ['甲'], 'notEvaluated'],
] as const)('Art. 8: joint %s, leads %j: %s', (joint, leads, outcome) =>
  expect(verdictOf(oneLeadNamed, { joint, leads }).outcome).toBe(outcome)
)

test('Art. 8: one partner that has not confirmed holds up the application, by name', () => {
  const partners = [
    { name: '甲', confirmed: true },
    { name: '乙', confirmed: false },
  ]
  expect(verdictOf(partnersConfirmed, { joint: true, partners })).toMatchObject({
    outcome: 'notMet',
    because: { zh: '乙尚未确认合作协议。' },
  })
  expect(verdictOf(partnersConfirmed, { joint: true, partners: partners.slice(0, 1) }).outcome).toBe('met')
  expect(verdictOf(partnersConfirmed, { joint: true, partners: [] }).outcome).toBe('notMet')
  expect(verdictOf(partnersConfirmed, { joint: false, partners: [] }).outcome).toBe('met')
})

test('Art. 8: an agreement is clear when it settles all seven questions', () => {
  const all = Object.fromEntries(agreementItems.map(({ id }) => [id, true]))
  const clear = (facts: { agreement?: boolean; items?: object; joint?: boolean }) =>
    verdictOf(agreementClearOnDuties, { joint: true, agreement: true, items: all, ...facts })
  expect(clear({}).outcome).toBe('met')
  expect(clear({ items: { ...all, exit: false } })).toMatchObject({ outcome: 'notMet', because: { zh: '协议未写明：退出机制。' } })
  expect(clear({ items: { ...all, exit: undefined } }).outcome).toBe('notEvaluated')
  expect(clear({ agreement: false }).outcome).toBe('notMet')
  expect(clear({ joint: false, agreement: false, items: {} }).outcome).toBe('met')
})

test('Art. 8(4): committee and internal rules are there when something is listed', () => {
  expect([undefined, 0, 1].map((members) => verdictOf(committeeFormed, { members }).outcome)).toEqual(['notEvaluated', 'notMet', 'met'])
  expect([undefined, 0, 1].map((rules) => verdictOf(internalRulesAdopted, { rules }).outcome)).toEqual(['notEvaluated', 'notMet', 'met'])
})
