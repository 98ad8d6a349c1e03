import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import { applicationComplete, formChecksHold } from './conduct.ts'

test('Art. 10(2): what the form leaves open is told, five in full and the rest by number', () => {
  const open = Array.from({ length: 7 }, (_, at) => ({ says: { zh: `项${at}`, en: `item ${at}` }, because: { zh: '相差 1.00。', en: '1.00 apart.' } }))
  expect(verdictOf(formChecksHold, { open: undefined }).outcome).toBe('notEvaluated')
  expect(verdictOf(formChecksHold, { open: [] }).outcome).toBe('met')
  expect(verdictOf(formChecksHold, { open: open.slice(0, 1) }).because).toEqual({ zh: '项0：相差 1.00。', en: 'item 0: 1.00 apart.' })
  expect(verdictOf(formChecksHold, { open }).because?.zh).toMatch(/^项0：.*项4：相差 1\.00。另有 2 处。$/)
})

test('gaps are told by the words of their place, five of them, and how many more there are', () => {
  const issues = Array.from({ length: 7 }, (_, at) => ({ path: `E.equipment.e${at}.boughtOn`, place: { zh: `第 ${at + 1} 行购置日期`, en: `row ${at + 1}, bought on` }, expected: { zh: '必填', en: 'an answer' } }))
  const { zh, en } = verdictOf(applicationComplete, { issues }).because ?? { zh: '', en: '' }
  expect(zh).toMatch(/^申报书有 7 处须补：第 1 行购置日期 必填；.*；另有 2 处$/)
  expect(en).toMatch(/row 5, bought on: an answer; 2 more$/)
  expect(zh + en).not.toContain('E.equipment')
})

test('the name of a check stands first, without the word that it does not hold', () => {
  expect(verdictOf(formChecksHold, { open: [{ says: { zh: '不符合：设备合计与经费一致', en: 'Not met: equipment adds up' }, because: { zh: '相差 1.00。', en: '1.00 apart.' } }] }).because).toEqual({ zh: '设备合计与经费一致：相差 1.00。', en: 'equipment adds up: 1.00 apart.' })
})
