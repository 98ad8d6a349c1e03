import { expect, test } from 'vitest'
import { completenessOf } from './completeness.ts'
import { equipmentFigures, serviceFigures, staffFigures } from './figures.ts'
import { rowFaults, tidyRow } from './rows.ts'
import type { BaseRow } from './table.ts'
import { baseTables, type TableId, tableIds } from './tables.ts'

test('every table has a name in both languages, a title among its columns, and public columns that name no person', () => {
  expect(tableIds).toHaveLength(19)
  for (const id of tableIds) {
    const table = baseTables[id]
    const keys = table.columns.map(({ key }) => key)
    expect([id, table.id, new Set(keys).size]).toEqual([id, id, keys.length])
    expect(keys, id).toEqual(expect.arrayContaining([table.title, ...table.public, ...table.totals, ...(table.dated ?? [])]))
    const personal = table.columns.filter((column) => column.personal || column.type === 'person').map(({ key }) => key)
    expect(table.public.filter((key) => personal.includes(key)), id).toEqual([])
    expect(new Set(table.columns.map(({ words }) => words.zh)).size, `${id}: headings are told apart`).toBe(keys.length)
    for (const { type, choices, key } of table.columns) expect([`${id}.${key}`, type === 'choice'], `${id}.${key}`).toEqual([`${id}.${key}`, choices !== undefined])
  }
})

test('no table asks for identity numbers, telephones of persons or bank accounts', () =>
  expect(tableIds.flatMap((id) => baseTables[id].columns).filter(({ words, type }) => /身份证|手机|银行|账号/.test(words.zh) || (/电话/.test(words.zh) && type !== 'officePhone'))).toEqual([]))

test.each([
  ['phone', '0354-3030303', true], ['phone', '0354-3030303-801', true], ['phone', '(0354) 3030303', true], ['phone', '400-100-1000', true], ['phone', '13800138000', false], ['phone', '138 0013 8000', false], ['phone', '+86 138-0013-8000', false], ['phone', '008613800138000', false], ['phone', '1234', false], ['phone', '王工 3030303', false],
  ['email', 'office@example.cn', true], ['email', 'office', false], ['email', 'office@example', false],
] as const)('the public contact takes an office, not a person: %s %s (%s)', (column, value, fits) =>
  expect(rowFaults(baseTables.contact, { id: 'c', office: '中试服务部', [column]: value }).map((fault) => fault.column)).toEqual(fits ? [] : [column]))

const piece: BaseRow = { id: 'e1', name: '预浸料中试线', kind: 'line', count: 1, value: 320.55, boughtOn: '2024-05-01', tenure: 'own', open: true }

test.each<[Partial<Record<string, unknown>>, string[], string]>([
  [{}, [], 'a row that fits'],
  [{ value: 320.555 }, ['value'], 'a third decimal of money'],
  [{ value: 0.1 + 0.2 }, [], 'what floating point makes of 0.30'],
  [{ value: -1 }, ['value'], 'less than nothing'],
  [{ count: 1.5 }, ['count'], 'half a piece'],
  [{ count: 0 }, ['count'], 'no piece'],
  [{ kind: 'spaceship' }, ['kind'], 'a choice that is none'],
  [{ boughtOn: '2026-02-29' }, ['boughtOn'], 'a day that does not exist'],
  [{ boughtOn: '2024-02-29' }, [], 'a leap day'],
  [{ open: 'yes' }, ['open'], 'a word for a yes'],
  [{ name: ' ' }, [], 'spaces are trimmed before'],
  [{ name: '' }, ['name'], 'no name'],
  [{ name: '长'.repeat(61) }, ['name'], 'a name too long'],
  [{ hours: 8785 }, ['hours'], 'more hours than a year has'],
  [{ colour: 'red' }, ['colour'], 'a column the table does not have'],
  [{ name: undefined, kind: undefined, value: 'x' }, ['name', 'kind', 'value'], 'every fault at once'],
])('a row with %j is faulty in %j: %s', (change, columns) => expect(rowFaults(baseTables.equipment, { ...piece, ...change } as BaseRow).map(({ column }) => column)).toEqual(columns))

test.each([
  ['services', { from: '2026-05-01', to: '2026-04-30' }, 'to'], ['rules', { on: '2026-01-02', until: '2026-01-01' }, 'until'], ['hazards', { startedOn: '2026-01-01', endsOn: '2025-12-31' }, 'endsOn'], ['lines', { levelFrom: 6, levelTo: 5 }, 'levelTo'], ['commitments', { madeOn: '2026-01-01', due: '2025-12-31' }, 'due'],
] as const)('%s: what ends does not end before it begins', (id, row, column) => expect(rowFaults(baseTables[id], { id: 'r', ...row }).map((fault) => fault.column).filter((one) => one === column)).toEqual([column]))

test.each([
  ['training', { persons: 10, outside: 25 }, ['outside']], ['training', { persons: 10, outside: 10 }, []], ['training', { persons: 10 }, []],
  ['use', { available: 320, used: 321, outside: 0 }, ['used']], ['use', { available: 320, used: 160, outside: 161 }, ['outside']], ['use', { available: 320, used: 330, outside: 331 }, ['used', 'outside']], ['use', { available: 320, used: 320, outside: 320 }, []],
  ['services', { amount: 5, received: 5.01 }, ['received']], ['services', { amount: 5, received: 5 }, []], ['services', { amount: 5 }, []],
] as const)('%s %j: a part is not more than the whole, else %j', (id, row, columns) => {
  const { within } = baseTables[id]
  const parts = new Set((within ?? []).map(([part]) => part as string))
  expect(rowFaults(baseTables[id], { id: 'r', ...row }).filter(({ column, expected }) => parts.has(column) && expected.zh.startsWith('不大于')).map(({ column }) => column)).toEqual(columns)
})

test('the whole is named with its number, and every part and whole is a column of its table', () => {
  expect(rowFaults(baseTables.training, { id: 'r', persons: 10, outside: 25 }).find(({ column }) => column === 'outside')?.expected).toEqual({ zh: '不大于培训人次（10）', en: 'at most “Persons trained” (10)' })
  const parts = tableIds.flatMap((id) => (baseTables[id].within ?? []).flat().map((key) => [id, baseTables[id].columns.find((column) => column.key === key)?.type]))
  expect(parts).toHaveLength(8)
  for (const [id, type] of parts) expect([id, ['number', 'integer', 'money'].includes(type as string)]).toEqual([id, true])
})

test('empty cells are left out, text is trimmed, so that the same row is the same row', () =>
  expect(tidyRow(baseTables.equipment, { ...piece, name: ' 预浸料中试线 ', model: '', place: null, evidence: [] })).toEqual(piece))

test('Art. 9(5): shares of staff are computed from the rows', () => {
  const person = (education: string, title: string, fullTime: boolean): BaseRow => ({ id: title + education + fullTime, education, title, fullTime })
  expect(staffFigures([person('doctor', 'senior', true), person('college', 'middle', true), person('college', 'none', false)])).toEqual({ persons: 3, fullTime: 2, fullTimeShare: 66.7, bachelorShare: 33.3, middleShare: 66.7, bachelorOrMiddleShare: 66.7, seniorShare: 33.3 })
  expect(staffFigures([]).fullTimeShare).toBeNull()
})

test('equipment: pieces and value are added in hundredths', () =>
  expect(equipmentFigures([{ ...piece, value: 0.1, open: true }, { ...piece, id: 'e2', value: 0.2, count: 3, open: false, kind: 'laboratory' }])).toEqual({ pieces: 4, value: 0.3, openValueShare: 33.3, pilotValueShare: 33.3 }))

test('Art. 4(2): related parties and pure testing are counted apart, clients once', () => {
  const service = (id: string, more: object): BaseRow => ({ id, client: '甲', clientCode: '91140702000000019Q', related: false, pureTesting: false, inCity: true, from: '2026-03-01', to: '2026-04-01', received: 10, ...more })
  const rows = [service('1', {}), service('2', {}), service('3', { client: '乙', clientCode: undefined, related: true }), service('4', { client: '丙', clientCode: undefined, pureTesting: true, inCity: false }), service('5', { from: '2025-01-01', to: '2025-02-01', client: '丁' })]
  expect(serviceFigures(rows, '2026-01-01', '2026-12-31')).toEqual({ services: 4, counted: 2, clients: 2, received: 40, countedReceived: 20, inCityShare: 66.7, transferred: 0 })
})

test('completeness grows with every part and reaches one', () => {
  const file = { hosts: [{}], recognisedOn: '2025-01-01', goals: null, terms: [{ bornOn: null, title: null, ended: null }] }
  const first = completenessOf(file, {})
  expect(first.parts.find(({ id }) => id === 'director')).toMatchObject({ done: 1, of: 3 })
  const kinds = baseTables.rules.columns[0]?.choices ?? []
  const proved = (id: string, more: object = {}): BaseRow => ({ id, evidence: ['f'], ...more })
  const rows: { [Table in TableId]?: BaseRow[] } = Object.fromEntries((['sites', 'permits', 'equipment', 'lines', 'staff', 'committee', 'meetings', 'accounts', 'services'] as const).map((id) => [id, [proved(id)]]))
  const most = completenessOf({ ...file, goals: '三年', terms: [{ bornOn: '1975-01-01', title: 'senior', ended: null }] }, { ...rows, rules: kinds.map(({ value }) => proved(value, { kind: value, state: 'adopted' })) })
  expect([first.share < 0.1, most.share, most.parts.filter(({ done, of }) => done < of)]).toEqual([true, 1, []])
  expect(completenessOf({ ...file, hosts: [{}, {}] }, {}).parts.some(({ id }) => id === 'agreements')).toBe(true)
})
