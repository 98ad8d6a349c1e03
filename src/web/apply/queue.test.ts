import { expect, test } from 'vitest'
import { batchesOf, confirmed, joined, queueFrom, written, type Queue } from './queue.ts'

const none = new Set<string>()

test('a change that waits keeps the version it began on while one types on', () => {
  const begun = written({}, 'A.direction', '碳', 4, '08:00')
  expect(written(begun, 'A.direction', '碳纤维', 9, '08:01')).toEqual({ 'A.direction': { value: '碳纤维', base: 4, at: '08:01' } })
})

test('changes are sent by the version they were made on, the oldest first', () => {
  const queue: Queue = { 'A.batch': { value: '2', base: 7, at: '' }, 'A.direction': { value: '碳', base: 4, at: '' }, 'D.area': { value: 10, base: 7, at: '' } }
  expect(batchesOf(queue, none)).toEqual([
    { base: 4, changes: [{ path: 'A.direction', value: '碳' }] },
    { base: 7, changes: [{ path: 'A.batch', value: '2' }, { path: 'D.area', value: 10 }] },
  ])
})

test('what is in conflict waits for a person and is not sent', () => {
  const queue: Queue = { 'A.direction': { value: '碳', base: 4, at: '' } }
  expect(batchesOf(queue, new Set(['A.direction']))).toEqual([])
})

test('a long paste is sent in portions', () => {
  const queue = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`E.equipment.r${n}.value`, { value: n, base: 1, at: '' }]))
  expect(batchesOf(queue, none, 2).map(({ changes }) => changes.length)).toEqual([2, 2, 1])
})

test('what was confirmed leaves the queue, what was typed meanwhile stays with its base', () => {
  const queue: Queue = { 'A.direction': { value: '碳纤维', base: 4, at: '' }, 'D.area': { value: 10, base: 4, at: '' } }
  expect(confirmed(queue, [{ path: 'A.direction', value: '碳' }, { path: 'D.area', value: 10 }], none)).toEqual({ 'A.direction': { value: '碳纤维', base: 4, at: '' } })
})

test('what was refused or is in conflict stays in the queue', () => {
  const queue: Queue = { 'D.area': { value: 10, base: 4, at: '' } }
  expect(confirmed(queue, [{ path: 'D.area', value: 10 }], new Set(['D.area']))).toEqual(queue)
})

test('what lies broken on the device is left out and never stops the form', () => {
  expect(queueFrom(null)).toEqual({})
  expect(queueFrom('{"A.direction":')).toEqual({})
  expect(queueFrom('[1]')).toEqual({})
  expect(queueFrom('{"A.direction":{"value":"碳","base":4,"at":"x"},"B.name":3}')).toEqual({ 'A.direction': { value: '碳', base: 4, at: 'x' } })
})

test('of two windows the later writing of each place stands', () => {
  const mine: Queue = { a: { value: 1, base: 1, at: '08:00' }, b: { value: 2, base: 1, at: '08:05' } }
  const other: Queue = { a: { value: 3, base: 1, at: '08:02' }, c: { value: 4, base: 1, at: '08:00' } }
  expect(joined(mine, other)).toEqual({ a: { value: 3, base: 1, at: '08:02' }, b: { value: 2, base: 1, at: '08:05' }, c: { value: 4, base: 1, at: '08:00' } })
})
