import { expect, test } from 'vitest'
import { inspectionItemOf, itemsFor } from '../../settings/inspection-2026.ts'
import { asksNote, blankSheet, blocksFor, bodyOf, isAnswered, type ItemRecord } from './record.ts'

const item = (id: string) => inspectionItemOf(id)!
const record = (change: Partial<ItemRecord> = {}): ItemRecord => ({ verified: '', result: 'meets', note: '', at: '', ...change })
const shown = { on: '2026-11-23', declared: {}, findings: [{ item: 'J5.1', law: 'Art. 8(4)' as const, because: { zh: '', en: '' } }] }

test('what is wanting asks for words, and so does an answer other than the register\'s', () => {
  expect([record(), record({ result: 'partly' }), record({ result: 'fails' }), record({ result: '' })].map((one) => asksNote(one, 'J1.1', shown))).toEqual([false, true, true, false])
  expect(asksNote(record(), 'J5.1', shown)).toBe(true)
  expect(isAnswered(item('J5.1'), record(), shown)).toBe(false)
  expect(isAnswered(item('J5.1'), record({ note: '现场已组建。' }), shown)).toBe(true)
})

test('a figure needs what was found, unless it does not apply', () => {
  expect(isAnswered(item('J8.1'), record(), undefined)).toBe(false)
  expect(isAnswered(item('J8.1'), record({ verified: '1200' }), undefined)).toBe(true)
  expect(isAnswered(item('J8.1'), record({ result: 'notApplicable' }), undefined)).toBe(true)
})

test('hazardous pilots are asked of chemical bases only', () => {
  const ids = (chemical: boolean) => blocksFor(chemical).flatMap(({ items }) => items.map(({ id }) => id))
  expect(ids(true).filter((id) => !ids(false).includes(id))).toEqual(['J1.5'])
})

test('only photos that are sent travel with the record; a matter only with something wanting', () => {
  const blank = blankSheet('2026-11-23', [])
  const items = Object.fromEntries(itemsFor(false).map(({ id }) => [id, record({ matter: 'M07' })]))
  const photo = (id: string, fileId: string | null) => ({ id, caseId: 'c', item: 'J1.2', name: 'p.jpg', at: '2026-11-23T02:00:00.000Z', blob: new Blob(), fileId })
  const body = bodyOf({ ...blank, items: { ...items, 'J8.5': record({ result: 'partly', note: ' 面积减少 ', matter: 'M07' }) }, majorHazard: false }, false, [photo('a', 'file-a'), photo('b', null)])
  expect(body.items.find(({ item: id }) => id === 'J1.2')).toEqual({ item: 'J1.2', answer: 'meets', photos: [{ id: 'file-a', at: '2026-11-23T02:00:00.000Z' }] })
  expect(body.items.find(({ item: id }) => id === 'J8.5')).toEqual({ item: 'J8.5', answer: 'partly', note: '面积减少', matter: 'M07' })
  expect(body.items).toHaveLength(itemsFor(false).length)
})
