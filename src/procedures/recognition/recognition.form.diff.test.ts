import { expect, test } from 'vitest'
import { demoApplication } from '../../demo/applications.ts'
import { type Change, covers, diffApplications, outsideItems } from './recognition.form.diff.ts'
import type { ApplicationData, Row } from './recognition.form.grammar.ts'
import { form2026A } from './recognition.form.ts'

const { data } = demoApplication('iron', { on: '2026-11-23' })
const equipment = data['E']?.['equipment'] as Row[]
const withEquipment = (rows: readonly Row[]): ApplicationData => ({ ...data, E: { ...data['E'], equipment: rows } })
const diff = (next: ApplicationData) => diffApplications(data, next, form2026A)
const at = (changes: Change[], path: string) => changes.find((change) => change.path === path)

test('nothing changed, nothing said; a moved row is no change', () => {
  expect(diff(structuredClone(data))).toEqual([])
  expect(diff(withEquipment(equipment.toReversed()))).toEqual([])
})

test('a changed cell shows both values as people read them, and the sums that follow from it', () => {
  const changes = diff(withEquipment(equipment.map((row) => (row.id === 'e7' ? { ...row, value: 1296.7 } : row))))
  expect(at(changes, 'E.equipment.e7.value')).toMatchObject({
    kind: 'changed',
    section: 'E',
    words: { zh: '仪器设备第 7 行原值' },
    before: 96.7,
    after: 1296.7,
    shown: { before: { zh: '96.70 万元' }, after: { zh: '1,296.70 万元', en: '1,296.70 10,000 yuan' } },
  })
  expect(at(changes, 'E.equipmentValue')).toMatchObject({
    computed: true,
    words: { zh: '设备原值合计（自动）' },
    shown: { after: { zh: '2,220.20 万元' } },
  })
})

test('a new row is one change, a lost row another', () => {
  const changes = diff(withEquipment([...equipment.slice(1), { id: 'e99', name: '砂处理线', kind: 'pilot', value: 12 }]))
  expect(at(changes, 'E.equipment.e99')).toMatchObject({
    kind: 'added',
    shown: { before: { zh: '—' }, after: { zh: '砂处理线，中试专用，12.00 万元' } },
  })
  expect(at(changes, 'E.equipment.e1')).toMatchObject({ kind: 'removed', shown: { after: { zh: '—' } } })
})

test('an answer given for the first time is added, one taken back is removed; choices show their word', () => {
  const changes = diff({
    ...data,
    A: { ...data['A'], batch: '2027 年第一批', chain: '' },
    D: { ...data['D'], concentrated: false, firePaper: 'inspected' },
  })
  expect(at(changes, 'A.batch')).toMatchObject({ kind: 'added', before: null })
  expect(at(changes, 'A.chain')).toMatchObject({ kind: 'removed', shown: { before: { zh: '特钢材料' }, after: { zh: '—' } } })
  expect(at(changes, 'D.concentrated')?.shown).toEqual({ before: { zh: '是', en: 'Yes' }, after: { zh: '否', en: 'No' } })
  expect(at(changes, 'D.firePaper')?.shown.after.zh).toBe('消防检查合格')
})

test('files are compared by what was handed in under each code', () => {
  const old = [{ id: '1', name: '信用报告.pdf', attachment: 'A11' }]
  const changes = diffApplications(data, data, form2026A, {
    old,
    new: [
      { id: '2', name: '信用报告 11 月.pdf', attachment: 'A11' },
      { id: '3', name: '未归类.pdf', attachment: null },
    ],
  })
  expect(changes.map(({ path, kind, shown }) => [path, kind, shown.before.zh, shown.after.zh])).toEqual([
    ['attachments.A11', 'added', '—', '信用报告 11 月.pdf'],
    ['attachments.A11', 'removed', '信用报告.pdf', '—'],
  ])
})

test.each([
  ['E.equipment', 'E.equipment.e7.value', true],
  ['E.equipment.e7', 'E.equipment.e7.value', true],
  ['E.equipment.e7', 'E.equipment.e70.value', false],
  ['E', 'E.lines.l1.name', true],
  ['D.area', 'D.areaPilot', false],
  ['A13', 'attachments.A13', true],
  ['A13', 'attachments.A11', false],
  ['A', 'attachments.A13', false],
])('item %s covers %s: %s', (item, path, yes) => expect(covers(item, path)).toBe(yes))

test('what no item asked for stands outside; computed sums follow their parts', () => {
  const next = {
    ...withEquipment(equipment.map((row) => (row.id === 'e7' ? { ...row, value: 100 } : row))),
    H: { ...data['H'], directions: '另一方向' },
  }
  expect(outsideItems(diff(next), ['E.equipment.e7']).map(({ path }) => path)).toEqual(['H.directions'])
})
