import { expect, test } from 'vitest'
import { type DemoKey, demoApplication, unfinished } from '../../demo/applications.ts'
import { plusDays } from '../../kernel/day.ts'
import { type Verdict, verdictOf } from '../../kernel/rule.ts'
import { directorAge } from '../../regulation/jinzhong-2023/article-14-director.ts'
import { noSeriousDishonesty, researchStrength } from '../../regulation/jinzhong-2023/article-09-conditions.ts'
import { isSettingKey, settingsOn } from '../../settings/settings.ts'
import type { ApplicationData, Row, Value } from './recognition.form.grammar.ts'
import { form2026A } from './recognition.form.ts'
import { blocking, checkOf, formChecks, precheck, reasonsOf } from './recognition.precheck.ts'
import { explainedPaths, formItemOf, placeOfRule } from './recognition.precheck.places.ts'

const today = '2026-11-23'
const settings = settingsOn(today, [])
const whole = (key: DemoKey = 'hydraulic') => demoApplication(key, { on: today })

type Answers = Record<string, Value | readonly Row[]>
const findings = (change: Record<string, Answers> = {}, { key = 'hydraulic' as DemoKey, on = today, verdicts = [] as Verdict[] } = {}) => {
  const { data, attachments } = whole(key)
  const next = Object.fromEntries(
    Object.entries({ ...data, ...change }).map(([id, answers]) => [id, { ...data[id], ...answers }]),
  ) as ApplicationData
  return precheck({ form: form2026A, data: next, attachments, verdicts, settings, today: on })
}
const outcome = (found: ReturnType<typeof findings>, rule: string) => found.filter((one) => one.rule === rule).map((one) => one.outcome)

const rows = (section: string, table: string, key: DemoKey = 'hydraulic') => whole(key).data[section]?.[table] as Row[]

test('a complete application has nothing that blocks, and every finding has an id of its own', () => {
  const found = findings()
  expect(blocking(found)).toEqual([])
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  expect(found.every(({ law }) => !law.startsWith('setting:') || isSettingKey(law.slice(8)))).toBe(true)
})

test('every check fits the complete applications or is not concerned', () => {
  const ids = new Set(formChecks.map(({ id }) => id))
  expect(ids.size).toBe(formChecks.length)
  expect(outcome(findings(), 'equipmentMatchesFunds')).toEqual(['met'])
})

test.each([
  ['equipmentMatchesFunds', { G: { deviceInvestment: 1 } }],
  ['investmentAddsUp', { G: { completedInvestment: 1 } }],
  ['completedWithinTotal', { G: { totalInvestment: 1 } }],
  ['sourcesMatchTotal', { G: { sources: [{ id: 's', kind: 'own', amount: 1 }] } }],
  ['runningMatchesCost', { G: { runningCost: 1 } }],
  ['areaMatchesParts', { D: { areaOffice: 9999 } }],
  ['staffMatchesList', { F: { listedStaff: 2 } }],
  ['researchersWithinStaff', { B: { researchers: 9999 } }],
  ['committeeHasOneChair', { F: { committee: [{ id: 'c', post: 'member', name: '甲', employer: '乙' }] } }],
  ['spansInOrder', { F: { directorTermTo: '2020-01-01' } }],
  ['nothingDatedAhead', { B: { establishedOn: '2026-11-24' } }],
  ['nothingClassified', { K: { classified: true } }],
] as const)('%s is not met when the numbers disagree', (rule, change) => {
  expect(outcome(findings(change as unknown as Record<string, Answers>), rule)).toEqual(['notMet'])
})

test('the two numbers and their difference are named: 相差 7.80 万元', () => {
  const value = (whole().data['G'] as { deviceInvestment: number }).deviceInvestment
  const found = findings({ G: { deviceInvestment: Math.round((value - 7.8) * 100) / 100 } }).find(
    ({ rule }) => rule === 'equipmentMatchesFunds',
  )
  expect(found).toMatchObject({
    path: 'G.deviceInvestment',
    because: { zh: expect.stringMatching(/^E 节设备合计 .* 万元，G 节设备投资 .* 万元，相差 7\.80 万元。$/u) },
  })
})

test('a tolerance that is set is granted', () => {
  const { data, attachments } = whole()
  const value = (data['G'] as { deviceInvestment: number }).deviceInvestment
  const off = {
    ...data,
    G: {
      ...data['G'],
      deviceInvestment: Math.round((value + 0.5) * 100) / 100,
      completedInvestment: Math.round(((data['G'] as { completedInvestment: number }).completedInvestment + 0.5) * 100) / 100,
    },
  }
  const at = (tolerance: number) =>
    outcome(
      precheck({
        form: form2026A,
        data: off,
        attachments,
        verdicts: [],
        settings: { ...settings, 'form.totalTolerance': tolerance },
        today,
      }),
      'equipmentMatchesFunds',
    )
  expect([at(0.49), at(0.5)]).toEqual([['notMet'], ['met']])
})

test('shares of a joint base make a hundred', () => {
  expect(outcome(findings({}, { key: 'carbon' }), 'sharesMakeAHundred')).toEqual(['met'])
  expect(outcome(findings({ C: { leadShare: 69.9 } }, { key: 'carbon' }), 'sharesMakeAHundred')).toEqual(['notMet'])
  expect(outcome(findings(), 'sharesMakeAHundred')).toEqual([])
})

test.each([
  ['2029-11-23', ['met']],
  ['2029-11-22', ['needsReason']],
])('setting:site.minLeaseYears a lease until %s: %o', (leaseTo, expected) => {
  expect(outcome(findings({ D: { leaseTo, leaseNote: null } }, { key: 'textile' }), 'leaseLongEnough')).toEqual(expected)
})

test('a short lease with a written reason no longer blocks, and the reason is shown', () => {
  const found = findings({ D: { leaseTo: '2028-03-31', leaseNote: '出租方已同意续租' } }, { key: 'textile' }).find(
    ({ rule }) => rule === 'leaseLongEnough',
  )
  expect(found).toMatchObject({
    outcome: 'met',
    because: { zh: '租期至 2028-03-31，剩 1 年 4 个月，不足 3 年。可以提交，须写说明。已说明：出租方已同意续租' },
  })
})

test.each([
  [plusDays(today, -30), ['met']],
  [plusDays(today, -31), ['notMet']],
  [today, ['met']],
  [plusDays(today, 1), ['notMet']],
])('setting:credit.reportDays a report of %s: %o', (creditReportOn, expected) => {
  expect(outcome(findings({ K: { creditReportOn } }), 'creditReportFresh')).toEqual(expected)
})

test('a credit code that fails its check only asks for an explanation', () => {
  expect(outcome(findings({ B: { uscc: '911407020000000190' } }), 'creditCodeFits')).toEqual(['needsReason'])
  expect(outcome(findings({ B: { uscc: '911407020000000190', usccNote: '营业执照如此' } }), 'creditCodeFits')).toEqual(['met'])
})

test("a partner's code is checked too, and explained in its row", () => {
  const [partner] = rows('C', 'partners', 'carbon') as [Row]
  const wrong = { ...partner, uscc: '121407000000000350' }
  const found = (row: Row) =>
    findings({ C: { partners: [row] } }, { key: 'carbon' })
      .filter(({ rule }) => rule === 'partnerCodesFit')
      .map(({ outcome: is, path }) => [is, path])
  expect(found(wrong)).toEqual([['needsReason', 'C.partners.p1.uscc']])
  expect(found({ ...wrong, usccNote: '法人证书如此' })).toEqual([['met', 'C.partners.p1.uscc']])
})

test('Art. 9(4) equipment named as a radiation device asks for the licence in K', () => {
  const equipment = rows('E', 'equipment').map((row, index) => (index === 1 ? { ...row, name: 'X 射线探伤机' } : row))
  const found = findings({ E: { equipment } }).find(({ rule }) => rule === 'radiationDeclared')
  expect(found).toMatchObject({
    outcome: 'notMet',
    path: 'K.radiation',
    law: 'Art. 9(4)',
    because: { zh: expect.stringContaining('第 2 行') },
  })
  expect(outcome(findings({ E: { equipment }, K: { radiationNote: '已获豁免，备案号 12' } }), 'radiationDeclared')).toEqual(['met'])
  expect(outcome(findings({}, { key: 'iron' }), 'radiationDeclared')).toEqual(['met'])
})

test('special equipment and lines of a higher risk have to be declared', () => {
  const equipment = rows('E', 'equipment').map((row, index) => (index === 0 ? { ...row, name: '双梁起重机' } : row))
  expect(outcome(findings({ E: { equipment } }), 'specialEquipmentDeclared')).toEqual(['needsReason'])
  const lines = rows('E', 'lines').map((row) => ({ ...row, risk: 'hazardous' }))
  expect(outcome(findings({ E: { lines } }), 'linesMatchRisks')).toEqual(['notMet'])
  expect(outcome(findings({}, { key: 'coke' }), 'linesMatchRisks')).toEqual(['met'])
})

test('chemical work outside a park is explained', () => {
  expect(outcome(findings({ D: { inChemicalPark: false, chemicalPark: null } }, { key: 'coke' }), 'chemicalInPark')).toEqual([
    'needsReason',
  ])
})

test('what is below a reference line is for people to judge and blocks nobody', () => {
  expect(outcome(findings({ D: { area: 400 } }), 'areaReference')).toEqual(['met'])
  expect(outcome(findings({ D: { area: 399.99 } }), 'areaReference')).toEqual(['needsJudgement'])
})

test('staff: insured by others, one person twice, a director who is not listed', () => {
  const staff = rows('F', 'staff')
  const with1 = (change: Partial<Row>) => ({
    F: { staff: staff.map((row, index) => (index === 1 ? ({ ...row, ...change } as Row) : row)) },
  })
  expect(outcome(findings(with1({ insuredBy: '别处有限公司' })), 'staffInsuredByParties')).toEqual(['needsReason'])
  expect(
    outcome(findings(with1({ name: staff[0]?.['name'] as string, bornYear: staff[0]?.['bornYear'] as number })), 'nobodyListedTwice'),
  ).toEqual(['notMet'])
  expect(outcome(findings({ F: { staff: staff.slice(1) } }), 'directorOnStaffList')).toEqual(['needsReason'])
  expect(outcome(findings({ F: { insuredStaff: 1 } }), 'insuranceMatchesFullTime')).toEqual(['needsReason'])
})

test('services: too old, more received than contracted, more than the revenue of the year', () => {
  const first = rows('I', 'services')[0] as Row
  const one = (change: Partial<Row>) => ({ I: { services: [{ ...first, ...change } as Row] } })
  expect(outcome(findings(one({ year: 2023 })), 'servicesAreRecent')).toEqual(['met'])
  expect(outcome(findings(one({ year: 2022 })), 'servicesAreRecent')).toEqual(['notMet'])
  expect(outcome(findings(one({ contract: 5, received: 5 })), 'receivedWithinContract')).toEqual(['met'])
  expect(outcome(findings(one({ contract: 5, received: 5.01 })), 'receivedWithinContract')).toEqual(['notMet'])
  expect(outcome(findings(one({ year: 2025, contract: 999_999, received: 999_999 })), 'servicesWithinRevenue')).toEqual(['notMet'])
})

test('verdicts of the regulation become findings at their field, reasons included', () => {
  const { data } = whole('lacquer')
  const late = verdictOf(directorAge, { bornOn: '1960-01-01', appointedOn: '2026-01-01' })
  const judged = verdictOf(researchStrength, {})
  const unknown = verdictOf(noSeriousDishonesty, { findings: undefined, reportOn: undefined, on: today, lookbackYears: 3 })
  expect(
    findings({}, { verdicts: [late, judged, unknown] })
      .filter(({ rule }) => ['directorAge', 'researchStrength', 'noSeriousDishonesty'].includes(rule as string))
      .map(({ rule, outcome: is, section, path, law }) => [rule, is, section, path, law]),
  ).toEqual([
    ['directorAge', 'needsReason', 'F', 'F.directorBornOn', 'Art. 14'],
    ['researchStrength', 'needsJudgement', 'H', 'H.strength', 'Art. 9(2)'],
    ['noSeriousDishonesty', 'notEvaluated', 'K', 'K.seriousDishonesty', 'Art. 9(1)'],
  ])
  expect(reasonsOf(data)).toHaveProperty('directorAge')
  expect(outcome(findings({}, { key: 'lacquer', verdicts: [late] }), 'directorAge')).toEqual(['met'])
})

test('a must that fails is not lifted by a note', () => {
  const failed = { ...verdictOf(directorAge, { bornOn: '1960-01-01', appointedOn: '2026-01-01' }), modality: 'must' as const }
  expect(outcome(findings({}, { key: 'lacquer', verdicts: [failed] }), 'directorAge')).toEqual(['notMet'])
})

test('the draft of the guide shows what the guide shows', () => {
  const { data, attachments } = unfinished(whole('iron'))
  const check = checkOf({ form: form2026A, data, attachments, verdicts: [], settings, today })
  expect(Object.fromEntries(check.sections.map(({ section, state }) => [section, state]))).toEqual({
    A: 'done',
    B: 'done',
    C: 'notApplicable',
    D: 'explain',
    E: 'must',
    F: 'done',
    G: 'must',
    H: 'done',
    I: 'done',
    J: 'writing',
    K: 'must',
    L: 'writing',
    M: 'empty',
  })
  expect(check.findings.find(({ id }) => id === 'field:E.equipment.e7.boughtOn')?.says.zh).toBe('缺第 7 行购置日期')
  expect(check.findings.filter(({ section }) => section === 'M')).toHaveLength(1)
  expect(check.counts.notMet).toBe(check.findings.filter(({ outcome: is }) => is === 'notMet').length)
})

test('an empty draft says one thing a section, not a hundred', () => {
  const check = checkOf({ form: form2026A, data: {}, attachments: [], verdicts: [], settings, today })
  expect(check.findings.map(({ says }) => says.zh)).toEqual([...'ABDEFGHIJKLM'].map((id) => `${id} 节未填写`))
  expect(new Set(check.sections.map(({ state }) => state))).toEqual(new Set(['empty', 'notApplicable']))
})

test('every finding belongs to an item of the formal examination, every note to a field of the form', () => {
  for (const finding of findings({}, { key: 'coke' })) expect(formItemOf(finding)).toMatch(/^F(0\d|1[0-5])$/u)
  expect(formItemOf({ id: 'x', path: 'attachments.A16' })).toBe('F07')
  const known = (path: string) => form2026A.sections.some(({ id, fields }) => fields.some((field) => `${id}.${field.id}` === path))
  expect(Object.values(explainedPaths).filter((path) => !known(path))).toEqual([])
  expect(
    formChecks.filter(
      ({ path, section }) =>
        !known(path) &&
        !form2026A.sections.some(({ id, tables }) => id === section && tables.some((table) => `${id}.${table.id}` === path)),
    ),
  ).toEqual([])
  expect(placeOfRule('somethingNew', 'Art. 9(3)')).toEqual({ section: 'G', path: 'G.sources' })
})
