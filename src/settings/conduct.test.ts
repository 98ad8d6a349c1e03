import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import { formChecksHold } from './conduct.ts'

test('Art. 10(2): what the form leaves open is told, five in full and the rest by number', () => {
  const open = Array.from({ length: 7 }, (_, at) => ({ says: { zh: `项${at}`, en: `item ${at}` }, because: { zh: '相差 1.00。', en: '1.00 apart.' } }))
  expect(verdictOf(formChecksHold, { open: undefined }).outcome).toBe('notEvaluated')
  expect(verdictOf(formChecksHold, { open: [] }).outcome).toBe('met')
  expect(verdictOf(formChecksHold, { open: open.slice(0, 1) }).because).toEqual({ zh: '项0：相差 1.00。', en: 'item 0: 1.00 apart.' })
  expect(verdictOf(formChecksHold, { open }).because?.zh).toMatch(/^项0：.*项4：相差 1\.00。另有 2 处。$/)
})
