import { expect, test } from 'vitest'
import type { Table } from './application.ts'
import { linesOf, pasted, sheetOf } from './tsv.ts'

const field = (id: string, type: Table['columns'][number]['type'], zh: string, en: string, more: object = {}) => ({ id, type, words: { zh, en }, required: false, ...more })
const table: Table = {
  id: 'equipment', words: { zh: '仪器设备', en: 'Equipment' }, minRows: 1, totals: ['value'],
  columns: [
    field('name', 'text', '设备名称', 'Name'), field('kind', 'enum', '类别', 'Kind', { options: [{ value: 'line', words: { zh: '中试线', en: 'Line' } }] }),
    field('value', 'money', '原值', 'Original value'), field('boughtOn', 'date', '购置日期', 'Bought on'), field('open', 'bool', '开放', 'Open'), field('photo', 'file', '照片', 'Photograph'),
  ],
}
const onScreen = ['name', 'kind', 'value', 'boughtOn']

test('lines and cells of a spreadsheet, with quotes, tabs and breaks inside a cell', () => {
  expect(linesOf('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']])
  expect(linesOf('"two\nlines"\t"he said ""so"""\t"a\tb"')).toEqual([['two\nlines', 'he said "so"', 'a\tb']])
  expect(linesOf('5" pipe\t1')).toEqual([['5" pipe', '1']])
  expect(linesOf('')).toEqual([])
})

test('cells go into the columns on the screen from the current one on', () => {
  expect(pasted(linesOf('218.00\t2023/6/18\n346.50\t2024/3/2'), table, onScreen, 2).rows).toEqual([
    [{ column: 'value', value: 218 }, { column: 'boughtOn', value: '2023-06-18' }],
    [{ column: 'value', value: 346.5 }, { column: 'boughtOn', value: '2024-03-02' }],
  ])
})

test('a first line of column names reaches columns that are not on the screen', () => {
  const found = pasted(linesOf('原值（万元）\t开放\t设备名称\n218.00\t是\t熔炼炉'), table, onScreen, 0)
  expect(found.named).toBe(true)
  expect(found.rows).toEqual([[{ column: 'value', value: 218 }, { column: 'open', value: true }, { column: 'name', value: '熔炼炉' }]])
})

test('a name with brackets of its own is known with its unit and without', () => {
  const years: Table = { ...table, columns: [field('year', 'year', '年度', 'Year'), field('revenue', 'money', '营业收入（事业收入）', 'Revenue')] }
  for (const heading of ['营业收入（事业收入）', '营业收入（事业收入）（万元）', '营业收入（事业收入） *']) {
    expect(pasted(linesOf(`年度\t${heading}\n2024\t218`), years, [], 0).rows).toEqual([[{ column: 'year', value: 2024 }, { column: 'revenue', value: 218 }]])
  }
})

test('what no column takes is told, not dropped in silence', () => {
  const found = pasted(linesOf('熔炼炉\t不认识\t12\t2024-01-02\t多余'), table, onScreen, 0)
  expect(found.rows).toEqual([[{ column: 'name', value: '熔炼炉' }, { column: 'value', value: 12 }, { column: 'boughtOn', value: '2024-01-02' }]])
  expect(found.left.map(({ text }) => text)).toEqual(['不认识', '多余'])
})

test('empty cells overwrite nothing', () => {
  expect(pasted(linesOf('熔炼炉\t\t12'), table, onScreen, 0).rows).toEqual([[{ column: 'name', value: '熔炼炉' }, { column: 'value', value: 12 }]])
})

test('a sheet to fill in opens in Chinese and keeps commas', () => {
  expect(sheetOf(['设备名称', '原值, 万元'])).toBe('\ufeff"设备名称","原值, 万元"\r\n')
})
