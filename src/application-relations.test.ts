import { expect, test } from 'vitest'
import { applicationRelations } from './application-relations.ts'
import { assemble } from './procedures/recognition/recognition.draft.ts'
import { demoApplication, demoKeys } from './demo/applications.ts'

const told = (values: Record<string, unknown>) => applicationRelations({ id: 'a', number: 'RD-2026-0001', organiser: '太谷区科学技术局', data: assemble(values) })

test('everybody an application names is listed, each as what it names them', () => {
  const { relations } = told({
    'F.directorName': '甲', 'B.legalRepresentative': '乙', 'A.contactName': '丙', 'M.hostSignedBy': '丁', 'F.committee.r1.name': '戊', 'F.advisers.r1.name': '己', 'F.staff.r1.name': '庚', 'F.staff.r2.name': '  ',
    'B.holdings.r1.name': '辛', 'B.holdings.r1.relation': 'holder', 'B.holdings.r2.name': '子公司', 'B.holdings.r2.relation': 'held',
  })
  expect(relations.listed.map(({ name, as }) => [name, as]).sort()).toEqual([['甲', 'director'], ['乙', 'legalRepresentative'], ['丙', 'contact'], ['丁', 'legalRepresentative'], ['戊', 'committee'], ['己', 'adviser'], ['庚', 'staff'], ['辛', 'shareholder']].sort())
  expect(relations.organiser).toEqual({ name: '太谷区科学技术局' })
})

test.each([
  [{ from: '2024-03-01', to: '2024-09-01' }, '2024-03-01', '2024-09-01', 'both days'],
  [{ from: '2024-03-01' }, '2024-03-01', null, 'no end goes on'],
  [{ year: 2024 }, '2024-01-01', '2024-12-31', 'the year alone holds through it'],
  [{ year: 2024, from: '2024-06-01' }, '2024-06-01', null, 'a day beside the year is more exact'],
  [{ from: 'bald' }, null, null, 'no day is no day'],
])('a client served %j: %s to %s (%s)', (row: object, from: string | null, to: string | null, _why: string) => {
  const values = Object.fromEntries(Object.entries({ ...row, client: '远驰汽车', clientCode: '911407000000000001' }).map(([column, value]) => [`I.services.r1.${column}`, value]))
  expect(told({ 'I.served': true, ...values }).relations.clients).toEqual([{ institution: { name: '远驰汽车', uscc: '911407000000000001' }, from, to }])
  // Who says that nobody was served has no clients, whatever is left in the table.
  expect(told({ 'I.served': false, ...values }).relations.clients).toEqual([])
})

test('who holds the host and whom it holds; a share is a part of one', () => {
  const { holdings } = told({
    'A.leadOrg': '晋中碳材料', 'B.name': '晋中碳材料', 'B.holdings.r1.name': '母公司', 'B.holdings.r1.relation': 'holds', 'B.holdings.r1.share': 51, 'B.holdings.r1.control': true,
    'B.holdings.r2.name': '子公司', 'B.holdings.r2.relation': 'held', 'B.holdings.r2.share': 4.9, 'B.holdings.r3.relation': 'held',
  })
  expect(holdings.map(({ holder, held, share, control }) => [holder.name, held.name, share, control])).toEqual([['母公司', expect.any(String), 0.51, true], [expect.any(String), '子公司', 0.049, false]])
  expect(holdings[0]?.held).toEqual(holdings[1]?.holder)
})

test('whom the applicant asks to keep away, with the reason or without one', () => {
  expect(told({ 'M.avoid.r1.name': '辛', 'M.avoid.r1.reason': '纠纷', 'M.avoid.r2.name': '壬', 'M.avoid.r3.reason': '谁也不是' }).relations.avoid).toEqual([{ name: '辛', reason: '纠纷' }, { name: '壬', reason: '' }])
})

test('every application of the demo world tells its host, its field and its people', () => {
  for (const key of demoKeys) {
    const { relations } = applicationRelations({ id: key, number: key, organiser: undefined, data: demoApplication(key, { on: '2026-11-23' }).data })
    expect([relations.host.name.length > 3, relations.listed.length > 3, typeof relations.field], key).toEqual([true, true, 'string'])
  }
})
