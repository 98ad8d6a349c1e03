import { expect, test } from 'vitest'
import type { BaseRow } from '../../settings/base-tables/table.ts'
import { baseTables } from '../../settings/base-tables/tables.ts'
import { changesOf, faultsOf } from './table-changes.ts'
import { pathOf, rowsFrom, valuesOf } from './table-form.ts'
import { openTableStore } from './table-store.ts'

const table = baseTables.equipment
const row = (id: string, more: object = {}): BaseRow => ({ id, name: '反应釜', kind: 'pilot', count: 1, value: 10, boughtOn: '2024-01-01', tenure: 'own', open: true, ...more })

test('only what differs is entered, whatever the order of the columns; what is gone is taken out', () => {
  const before = [row('a'), row('b'), row('c')]
  expect(changesOf(table, before, [{ ...row('a'), name: '反应釜' }, row('b', { value: 11 }), row('d')])).toEqual({ put: [row('b', { value: 11 }), row('d')], drop: ['c'] })
  expect(changesOf(table, before, before)).toEqual({ put: [], drop: [] })
})

test('a row nothing is written in is no row; evidence alone is a change', () => {
  expect(changesOf(table, [], [{ id: 'x' }, { id: 'y', name: ' ' }])).toEqual({ put: [], drop: [] })
  expect(changesOf(table, [row('a')], [row('a', { evidence: ['f'] })]).put).toEqual([row('a', { evidence: ['f'] })])
})

test('faults are told by row and column', () => expect(faultsOf(table, [row('a', { value: 'x' })])).toMatchObject([{ row: 'a', column: 'value' }]))

test('rows become the values of a grid and come back, with their evidence', () => {
  const values = valuesOf(table, [row('a')])
  expect(values[`${pathOf(table)}.a.value`]).toBe(10)
  expect(rowsFrom([{ id: 'a', name: '反应釜' }], { a: ['f'] })).toEqual([{ id: 'a', name: '反应釜', evidence: ['f'] }])
})

test('what was written is kept on the device, and not laid over other rows than it was written on', () => {
  let kept: string | null = null
  const keep = { read: () => kept, write: (text: string | null) => { kept = text } }
  openTableStore({ 'E.t.a': 0 }, 3, keep).set([{ path: 'E.t.a.name', value: '釜' }])
  expect(openTableStore({ 'E.t.a': 0 }, 3, keep).now()).toMatchObject({ values: { 'E.t.a': 0, 'E.t.a.name': '釜' }, waiting: 1 })
  expect(openTableStore({ 'E.t.a': 0 }, 4, keep).now()).toMatchObject({ values: { 'E.t.a': 0 }, waiting: 0 })
  kept = 'no json'
  expect(openTableStore({}, 3, keep).now().waiting).toBe(0)
})
