import { expect, test } from 'vitest'
import { type Cell, columns, keyOf, readExperts } from './expert-sheet.ts'

const good: Record<string, Cell> = {
  姓名: '张三', 工作单位: '太原新碳材料研究所', 任职自: '2015-09-01', 职称: '正高级', 类别: '技术', 领域: '碳基与新材料、煤焦化工与清洁利用', 地区: '太原', 本市: '否',
  曾任单位: '某研究院 2010-07-01 至 2015-08-31；某大学 2005-07-01 至 2010-06-30', 办公电话: '0351-1234567', 电子邮件: 'zhang@example.cn', 主动回避: '甲公司、乙公司',
}
const sheet = (...rows: Record<string, Cell>[]): Cell[][] => [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? null))]
const faultsOf = (change: Record<string, Cell>, known = new Set<string>()) => readExperts(sheet({ ...good, ...change }), known).faults

test('a whole row is read as it is meant', () => {
  expect(readExperts(sheet(good), new Set())).toEqual({ faults: [], experts: [{
    name: '张三', employer: '太原新碳材料研究所', since: '2015-09-01', title: 'senior', specialty: 'technical', fields: ['carbon', 'coal'], region: '太原', inCity: false, phone: '0351-1234567', email: 'zhang@example.cn', avoid: ['甲公司', '乙公司'],
    earlier: [{ name: '某研究院', from: '2010-07-01', to: '2015-08-31' }, { name: '某大学', from: '2005-07-01', to: '2010-06-30' }],
  }] })
})

test.each([
  [{ 任职自: new Date('2015-09-01T00:00:00Z') }, '2015-09-01'], [{ 任职自: '2015/9/1' }, '2015-09-01'], [{ 任职自: '2015.9' }, '2015-09-01'], [{ 任职自: '2015年9月1日' }, '2015-09-01'], [{ 任职自: null }, null],
])('days are taken as people write them: %j', (change, since) => {
  expect(readExperts(sheet({ ...good, ...change }), new Set()).experts[0]?.since).toBe(since)
})

test.each([
  [{ 姓名: '' }, '姓名'], [{ 工作单位: '  ' }, '工作单位'], [{ 职称: '教授' }, '职称'], [{ 类别: '法律' }, '类别'], [{ 领域: '碳基与新材料、航天' }, '领域'], [{ 领域: null }, '领域'], [{ 地区: null }, '地区'], [{ 本市: '可能' }, '本市'],
  [{ 本市: null }, '本市'], [{ 任职自: '2015-02-30' }, '任职自'], [{ 曾任单位: '某研究院 2010 年起' }, '曾任单位'], [{ 曾任单位: '某研究院 2015-07-01 至 2010-06-30' }, '曾任单位'], [{ 办公电话: '电话见名片' }, '办公电话'], [{ 电子邮件: 'zhang' }, '电子邮件'],
  [{ 姓名: '长'.repeat(61) }, '姓名'],
] satisfies [Record<string, Cell>, string][])('%j is told under %s, with its row', (change, column) => {
  expect(faultsOf(change)).toMatchObject([{ row: 2, column }])
})

test('every fault of a row is told, and of every row', () => {
  const { faults, experts } = readExperts(sheet({ ...good, 职称: '教授', 本市: null }, good, { ...good, 姓名: '李四', 电子邮件: 'x' }), new Set())
  expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 职称', '2 本市', '3 姓名', '4 电子邮件'])
  expect(experts).toHaveLength(0)
})

test('nobody comes in twice: not within the sheet, not beside the pool, however the name is written', () => {
  expect(readExperts(sheet(good, { ...good, 工作单位: '太原新碳材料研究所 ' }), new Set()).faults).toMatchObject([{ row: 3, column: '姓名', says: { zh: '与第 2 行重复' } }])
  expect(faultsOf({ 工作单位: '太原新碳（示例）研究所' }, new Set([keyOf({ name: '张 三', employer: '太原新碳(示例)研究所' })]))).toMatchObject([{ row: 2, column: '姓名' }])
})

test('a financial expert needs no field, a technical one does', () => {
  expect(faultsOf({ 类别: '财务', 领域: null })).toEqual([])
})

test('columns may stand in any order and carry the star of the template; a missing one is told once', () => {
  const turned = sheet(good).map((row) => row.toReversed())
  turned[0] = turned[0]!.map((head) => `${head}*`)
  expect(readExperts(turned, new Set()).experts).toHaveLength(1)
  expect(readExperts(sheet(good).map((row) => row.slice(1)), new Set()).faults).toEqual([expect.objectContaining({ row: 1, column: '姓名' })])
})

test('empty lines are passed over, an empty sheet is not', () => {
  expect(readExperts([...sheet(good), columns.map(() => null), columns.map(() => '')], new Set()).experts).toHaveLength(1)
  expect(readExperts(sheet(), new Set()).faults).toHaveLength(1)
})
