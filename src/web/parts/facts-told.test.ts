import { expect, test } from 'vitest'
import type { Schema } from '../steps/schema.ts'
import { factsTold, type Naming } from './facts-told.ts'

const zh: Naming = {
  words: (words) => words?.zh ?? '', fact: (key) => ({ name: '名称', org: '单位', hosts: '单位', field: '领域', county: '组织管理部门', about: '项目', reason: '理由' })[key], answer: (value) => ({ yes: '是' })[value],
}
const told = (data: Record<string, unknown>, schema?: Schema) => factsTold(data, schema, zh).map(({ name, value }) => [name, value])

test('identifiers, marks of the demo world and keys without a word are left out of the history', () =>
  expect(told({ base: 'JZ-ZS-2023-001', code: 'M11', side: 'base', catalogue: 'matters-2026-1', org: 'org-iron', about: { name: '晋中市碳纤维复合材料中试基地', unit: 'base.JZ-ZS-2023-001', field: 'carbon', county: '140702', countyOrg: 'county.140702', hosts: [{ org: 'org-iron', name: '晋中示例公司', demo: true, lead: true }] } })).toEqual([
    ['项目', { facts: [{ key: 'name', name: '名称', value: '晋中市碳纤维复合材料中试基地' }, { key: 'field', name: '领域', value: '碳基与新材料' }, { key: 'county', name: '组织管理部门', value: '榆次区' }, { key: 'hosts', name: '单位', value: ['晋中示例公司'] }] }],
  ]))

test('the command of the step names its fields and choices, in both languages', () => {
  const command: Schema = { properties: { kind: { 'x-zh': '事故类别', 'x-en': 'Kind', 'x-options': { safety: { zh: '生产安全', en: 'Safety' } } }, hours: { 'x-zh': '时长', 'x-ui': 'hidden' }, rows: { 'x-zh': '名单', items: { properties: { sum: { 'x-zh': '金额' } } } } } }
  expect(told({ kind: 'safety', hours: 2, rows: [{ sum: 3 }] }, command)).toEqual([['事故类别', '生产安全'], ['名单', [{ facts: [{ key: 'sum', name: '金额', value: 3 }] }]]])
  expect(factsTold({ kind: 'safety' }, command, { ...zh, words: (words) => words?.en ?? '' })).toEqual([{ key: 'kind', name: 'Kind', value: 'Safety' }])
})

test('what a person wrote is told, though it be one word', () => expect(told({ opinion: 'agreed' }, { properties: { opinion: { type: 'string', 'x-zh': '意见' } } })).toEqual([['意见', 'agreed']]))

test.each([
  ['reason', '属实，同意', '属实，同意'], ['reason', 'Agreed on site', 'Agreed on site'], ['reason', 'yes', '是'], ['reason', 'ZD-2026-0001', 'ZD-2026-0001'], ['reason', false, false], ['reason', 0, 0],
  ['reason', 'separateLedger', undefined], ['reason', 'org-carbon', undefined], ['reason', 'cf082c36-7c4e-4f9e-88b5-467d63d160b8', undefined], ['reason', [], undefined], ['reason', { id: 'x' }, undefined], ['reason', '', undefined], ['field', 'nothing', undefined],
])('%s %j is told as %j', (key, given, expected) => expect(factsTold({ [key]: given }, undefined, zh)[0]?.value).toEqual(expected))
