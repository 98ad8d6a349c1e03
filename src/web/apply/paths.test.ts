import { expect, test } from 'vitest'
import { newRowId, placeOf, positionAfter, rowOfCell } from './paths.ts'

test('a path names its section, its item, and in tables its row and column', () => {
  expect(placeOf('D.area')).toEqual({ section: 'D', item: 'area', row: null, column: null })
  expect(placeOf('E.equipment.r7.value')).toEqual({ section: 'E', item: 'equipment', row: 'r7', column: 'value' })
})

test('only a cell lies in a row', () => {
  expect(rowOfCell('E.equipment.r7.value')).toBe('E.equipment.r7')
  expect(rowOfCell('E.equipment.r7')).toBeNull()
  expect(rowOfCell('D.area')).toBeNull()
})

test('a row id fits the grammar of rows whatever is drawn', () => {
  for (const byte of [0, 1, 35, 36, 255]) expect(newRowId((bytes) => bytes.fill(byte))).toMatch(/^[A-Za-z0-9_-]{1,40}$/)
  expect(newRowId((bytes) => bytes.fill(0))).not.toBe(newRowId((bytes) => bytes.fill(1)))
})

const rows = [{ id: 'a' }, { id: 'b' }]
const values = { 'E.equipment.a': 0, 'E.equipment.b': 1 }

test('a copy stands between its model and the next row, a new row at the end', () => {
  expect(positionAfter(values, 'E.equipment', rows, 'a')).toBe(0.5)
  expect(positionAfter(values, 'E.equipment', rows, 'b')).toBe(2)
  expect(positionAfter(values, 'E.equipment', rows, null)).toBe(2)
  expect(positionAfter({}, 'E.equipment', [], null)).toBe(0)
})
