import { expect, test } from 'vitest'
import type { Table } from './application.ts'
import { columnsFor } from './grid-columns.ts'
import { linesShown } from './grid-lines.ts'

const column = (id: string, type: Table['columns'][number]['type'], required = true, more: object = {}) => ({ id, type, required, words: { zh: id, en: id }, ...more })
const equipment: Table = { id: 'equipment', words: { zh: '', en: '' }, minRows: 1, totals: [], columns: [column('name', 'text', true, { maxLength: 60 }), column('model', 'text', false), column('value', 'money'), column('photo', 'file', false)] }
const rules: Table = { id: 'rules', words: { zh: '', en: '' }, minRows: 1, totals: [], oneRowPer: 'kind', columns: [column('kind', 'enum', true, { options: ['charter', 'safety'].map((value) => ({ value, words: { zh: value, en: value } })) }), column('state', 'enum')] }

test('what must be answered keeps its column when there is little room, in the order of the form', () => {
  expect(columnsFor(equipment, 290).map(({ id }) => id)).toEqual(['name', 'value'])
  expect(columnsFor(equipment, 800).map(({ id }) => id)).toEqual(['name', 'model', 'value'])
})

test('a phone shows at least one column', () => {
  expect(columnsFor(equipment, 20)).toHaveLength(1)
})

test('a checklist shows every item, answered or not, in the order of the list', () => {
  expect(linesShown(rules, [{ id: 'r1', kind: 'safety', state: 'adopted' }]).map(({ id, real, key }) => [id, real, key])).toEqual([['item-charter', false, 'charter'], ['r1', true, 'safety']])
})

test('a second row of one item is not hidden', () => {
  const lines = linesShown(rules, [{ id: 'r1', kind: 'safety' }, { id: 'r2', kind: 'safety' }])
  expect(lines.map(({ id }) => id)).toEqual(['item-charter', 'r1', 'r2'])
})

test('the ids of items fit the grammar of rows', () => {
  for (const { id } of linesShown(rules, [])) expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/)
})
