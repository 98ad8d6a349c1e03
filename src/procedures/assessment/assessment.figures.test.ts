import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import type { FigureId } from '../../settings/assessment-figures.ts'
import { clientKeys, figuresOf, type Kept, type Row } from './assessment.figures.ts'
import { marksOf } from './assessment.marks.ts'
import { likeness } from './assessment.similar.ts'

const nothing: Kept = { services: [], use: [], equipment: [], staff: [], training: [], events: [], results: [], meetings: [], accounts: [], investments: [] }
const noCases = { matters: [], accidents: [], inspections: [], rectificationsOpen: [] }
const about = { year: 2026, until: '2026-12-31', own: ['晋中碳材有限公司（演示）', '911407020000000019'] }
const figures = (kept: Partial<Kept>) => figuresOf({ ...nothing, ...kept }, noCases, about)
const worth = (kept: Partial<Kept>, id: FigureId) => figures(kept).find((one) => one.id === id)?.value
const service = (id: string, rest: Partial<Row> = {}): Row => ({ id, client: `客户${id}`, inCity: true, related: false, pureTesting: false, kind: 'process', project: `项目${id}`, amount: 10, received: 8.5, from: '2026-03-01', to: '2026-06-01', result: 'report', ...rest })

test.each([
  [{}, 100, 'ended in the year'], [{ from: '2025-11-01', to: '2026-01-01' }, 100, 'begun before, ended on its first day'], [{ to: '2027-01-01' }, 0, 'planned to end in the next year'], [{ to: undefined }, 100, 'open, begun in the year'],
  [{ from: '2025-12-31', to: undefined }, 0, 'open, begun before'], [{ related: true }, 0, 'a related party'], [{ pureTesting: true }, 0, 'pure testing'], [{ kind: 'testing' }, 0, 'testing, listed apart'], [{ kind: 'advice' }, 0, 'advice is no project'],
  [{ client: '晋中碳材有限公司(演示)' }, 0, 'its own host, in other brackets'], [{ clientCode: '911407020000000019' }, 0, 'its own host by the code'],
])('Art. 4(1): a service with %j counts %i hundredths of a project (%s)', (change, value, _) => expect(worth({ services: [service('1', change)] }, 'projects')).toBe(value))

test('what is left out says why and is told with the figure', () => {
  const told = figures({ services: [service('1'), service('2', { related: true }), service('3', { pureTesting: true })] }).find(({ id }) => id === 'received')
  expect(told?.counted.map(({ row, value }) => [row, value])).toEqual([['1', 850]])
  expect(told?.left.map(({ row, because }) => [row, because.zh])).toEqual([['2', '关联方'], ['3', '纯检测、纯委托研发']])
})

test('Art. 4(2): one credit code is one client whatever it is called, and a name leads to the code it has elsewhere', () => {
  const rows = [service('1', { client: '甲公司', clientCode: '91140702MA0000001X' }), service('2', { client: '甲有限公司', clientCode: ' 91140702ma0000001x ' }), service('3', { client: '甲 公司' }), service('4', { client: '乙厂' }), service('5', { client: '乙厂', kind: 'advice' })]
  expect(worth({ services: rows }, 'clients')).toBe(200)
  expect([...clientKeys(rows).values()].map((group) => group.length)).toEqual([3, 2])
})

test('Art. 4(2): a client of the city is one client there too, where a service for it elsewhere tells its code', () => {
  const rows = [service('1', { client: '甲公司' }), service('2', { client: '甲有限公司', clientCode: '91140702MA0000001X' }), service('3', { client: '甲公司', clientCode: '91140702MA0000001X', inCity: false }), service('4', { client: '乙公司', inCity: false })]
  expect([worth({ services: rows }, 'clients'), worth({ services: rows }, 'clientsInCity')]).toEqual([200, 100])
})

test('a word in the place of a number is no number, and hundredths are shifted as they are written', () => {
  const result = (id: string, number: string) => ({ id, kind: 'right', title: id, number, on: '2026-02-01' })
  expect(worth({ results: [result('1', '无'), result('2', '无'), result('3', '——'), result('4', '——'), result('5', 'ZL1234'), result('6', 'zl-1234')] }, 'results')).toBe(500)
  expect(worth({ use: [{ id: '1', equipment: '釜', month: '2026-01', used: 0.285, available: 1.005, outside: 0 }] }, 'hoursUsed')).toBe(29)
})

test('completed, put into production, satisfaction: only what was counted, means half up', () => {
  const rows = [service('1', { result: 'production', satisfaction: 4.5 }), service('2', { result: 'running', satisfaction: 4.44 }), service('3', { transferred: true, satisfaction: 4.43 }), service('4', { related: true, satisfaction: 1 })]
  expect([worth({ services: rows }, 'projectsDone'), worth({ services: rows }, 'transferred'), worth({ services: rows }, 'satisfaction')]).toEqual([200, 200, 446])
  expect(worth({}, 'satisfaction')).toBe(null)
})

test('hours by month, equipment by the day it was bought, results by their number, accounts unknown until they are entered', () => {
  const kept = {
    use: [{ id: '1', equipment: '釜', month: '2026-01', used: 100.25, available: 200, outside: 50 }, { id: '2', equipment: '釜', month: '2025-12', used: 1, available: 1, outside: 1 }],
    equipment: [{ id: '1', name: '釜', count: 2, value: 30.1, boughtOn: '2026-12-31' }, { id: '2', name: '炉', count: 1, value: 0.2, boughtOn: '2025-12-31' }],
    results: [{ id: '1', kind: 'right', title: '一种釜', number: 'ZL 2026 1', on: '2026-02-01' }, { id: '2', kind: 'right', title: '一种釜', number: 'zl20261', on: '2026-02-01' }, { id: '3', kind: 'package', title: '工艺包', on: '2026-05-01' }],
  }
  expect((['hoursUsed', 'equipmentCount', 'equipmentValue', 'equipmentAdded', 'rights', 'packages', 'results', 'revenue'] as const).map((id) => worth(kept, id))).toEqual([10025, 300, 3030, 3010, 100, 100, 200, null])
})

test('sums of money are exact in hundredths whatever the amounts', () =>
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9_999_999 }), { maxLength: 60 }), (amounts) => {
    expect(worth({ services: amounts.map((amount, at) => service(String(at), { received: amount / 100 })) }, 'received')).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
  })))

test('marks: numbers in every spelling are one number, short ones and what was not counted are none', () => {
  const services = [service('1', { contractNo: 'HT-2026/001', invoiceNo: '12' }), service('2', { contractNo: 'ＨＴ2026001' }), service('3', { contractNo: 'HT2026001', related: true })]
  const kept = { ...nothing, services, equipment: [{ id: 'e', name: '碳化炉', model: 'T-1', assetNo: 'A 7', count: 1, value: 1, boughtOn: '2020-01-01' }, { id: 'f', name: '无编号', count: 1, value: 1, boughtOn: '2020-01-01' }] }
  expect(marksOf(kept, figures({ services })).map(({ kind, value, row }) => [kind, value, row])).toEqual([['contract', 'HT2026001', '1'], ['contract', 'HT2026001', '2'], ['device', '碳化炉|T1|A7', 'e']])
})

test('likeness of texts: the same is whole, punctuation aside; others are far; short ones say nothing', () => {
  const text = '本年度完成碳纤维预浸料中试线的放大验证，服务企业十二家，形成工艺包两套。'
  expect(likeness(text, `${text.replaceAll('，', '、')} `)).toBe(100)
  expect(likeness(text, `${text}并组织了三期操作人员培训。`)).toBeGreaterThan(60)
  expect(likeness(text, '全年召开管理委员会会议两次，修订安全生产制度三项，隐患全部整改到位并经复查合格。')).toBeLessThan(10)
  expect(likeness('很短', '很短')).toBe(0)
})
