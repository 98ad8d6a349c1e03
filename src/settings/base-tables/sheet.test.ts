import { expect, test } from 'vitest'
import { cellsOf, explained, headings, rowsOfSheet, type SheetCell } from './sheet.ts'
import type { BaseRow } from './table.ts'
import { baseTables, tableIds } from './tables.ts'

let next = 0
const newId = () => `new-${++next}`
const table = baseTables.equipment
const piece: BaseRow = { id: 'e1', name: '预浸料中试线', kind: 'line', count: 1, value: 320.5, boughtOn: '2024-05-01', tenure: 'own', open: true, hours: 2000 }

test.each([['zh'], ['en']] as const)('what is handed out in %s comes back as it was', (language) => {
  expect(rowsOfSheet(table, [headings(table, language), cellsOf(table, piece, language)], newId)).toMatchObject({ rows: [{ no: 2, row: piece }], faults: [] })
})

test.each(tableIds)('the headings of %s are understood in both languages', (id) => {
  for (const language of ['zh', 'en'] as const) expect(rowsOfSheet(baseTables[id], [headings(baseTables[id], language)], newId)).toMatchObject({ columns: baseTables[id].columns.map(({ key }) => key), faults: [] })
  expect(explained(baseTables[id], 'zh')).toHaveLength(baseTables[id].columns.length + 1)
})

const line = (cells: Record<string, SheetCell>): SheetCell[] => headings(table, 'zh').map((_, at) => (at === 0 ? (cells.id ?? null) : (cells[table.columns[at - 1]!.key] ?? null)))
const written = { name: '反应釜', kind: '中试专用', count: '2台', value: '1,286.40 万元', boughtOn: '2024/5/1', tenure: '租赁', open: '是', hours: '１２３' }

test('people write numbers, days, choices and yes as they are used to', () =>
  expect(rowsOfSheet(table, [headings(table, 'zh'), line(written)], newId)).toMatchObject({ faults: [], rows: [{ row: { name: '反应釜', kind: 'pilot', count: 2, value: 1286.4, boughtOn: '2024-05-01', tenure: 'lease', open: true, hours: 123 } }] }))

test('a date cell is a day, a number cell what it shows', () =>
  expect(rowsOfSheet(table, [headings(table, 'zh'), line({ ...written, boughtOn: new Date('2024-05-01T00:00:00Z'), value: 320.54999999999995 })], newId).rows[0]?.row).toMatchObject({ boughtOn: '2024-05-01', value: 320.55 }))

test.each<[Record<string, SheetCell>, string[], string]>([
  [{ value: '约三百万' }, ['value'], 'words for a number'], [{ boughtOn: '2026-02-30' }, ['boughtOn'], 'no such day'], [{ kind: '别的' }, ['kind'], 'no such choice'], [{ open: '也许' }, ['open'], 'perhaps'], [{ name: null }, ['name'], 'nothing where something must be'],
])('%j is told with its line and what was expected: %j, %s', (change, columns) => {
  const { faults } = rowsOfSheet(table, [['说明：请勿改动表头'], headings(table, 'zh'), line(written), line({ ...written, ...change })], newId)
  expect(faults.map(({ row, column }) => [row, column])).toEqual(columns.map((column) => [4, column]))
  expect(faults[0]?.expected.zh).not.toBe('')
})

test('columns may stand in any order; an unknown one and a missing one are told', () => {
  const heads = ['收费标准', '设备名称*', '颜色', '类别', '台套数', '购置日期', '权属', '是否对外开放']
  const { faults, columns } = rowsOfSheet(table, [heads, ['800 元/小时', '反应釜', '红', '中试专用', 2, '2024-05-01', '自有', '否']], newId)
  expect(faults.map(({ name, expected }) => [name.zh, expected.zh])).toEqual([['原值', '缺少这一列'], ['颜色', '表中没有这一列']])
  expect(columns).not.toContain('value')
})

test('a sheet without its headings is refused whole, an empty line is no row, a row number twice is told', () => {
  expect(rowsOfSheet(table, [['a', 'b'], [1, 2]], newId)).toMatchObject({ rows: [], faults: [{ row: 1 }] })
  expect(rowsOfSheet(table, [headings(table, 'zh'), line({}), line(written)], newId).rows).toHaveLength(1)
  expect(rowsOfSheet(table, [headings(table, 'zh'), line({ ...written, id: 'a' }), line({ ...written, id: 'a' })], newId).faults).toMatchObject([{ row: 3, column: 'id' }])
})

test('every new row has a number of its own', () => {
  const { rows } = rowsOfSheet(table, [headings(table, 'zh'), line(written), line(written), line({ ...written, id: '不是 行号' })], newId)
  expect(new Set(rows.map(({ row }) => row.id)).size).toBe(3)
})

test('a sheet in which a part is more than the whole is told with its line, as the form tells it', () => {
  const { faults } = rowsOfSheet(baseTables.training, [['培训名称*', '开始日期*', '培训人次*', '其中外单位'], ['操作培训', '2026-05-16', 10, 25], ['安全培训', '2026-06-16', 10, 10]], newId)
  expect(faults).toMatchObject([{ row: 2, column: 'outside', text: '25', expected: { zh: '不大于培训人次（10）' } }])
})
