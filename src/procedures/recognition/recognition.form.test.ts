import { expect, test } from 'vitest'
import { type DemoKey, demoApplication } from '../../demo/applications.ts'
import { isSettingKey } from '../../settings/settings.ts'
import { computedOf } from './recognition.form.computed.ts'
import { factsOf } from './recognition.form.facts.ts'
import { type ApplicationData, type Field, applies, rowsAt, sumOf } from './recognition.form.grammar.ts'
import { currentForm, form2026A, formOf, formVersions } from './recognition.form.ts'
import { formJsonSchema } from './recognition.form.schema.ts'
import { lackingAttachments, validate } from './recognition.form.validate.ts'

const fields: (Field & { place: string })[] = form2026A.sections.flatMap((section) => [
  ...section.fields.map((field) => ({ ...field, place: `${section.id}.${field.id}` })),
  ...section.tables.flatMap((table) => table.columns.map((column) => ({ ...column, place: `${section.id}.${table.id}.${column.id}` }))),
])

const complete = (key: DemoKey = 'hydraulic') => demoApplication(key, { on: '2026-11-23' })
const changed = (data: ApplicationData, section: string, answers: Record<string, unknown>) =>
  ({ ...data, [section]: { ...data[section], ...answers } }) as ApplicationData
const issuesOf = (data: ApplicationData) => validate(form2026A, data, complete().attachments).map(({ path, kind }) => [path, kind])

test('the form has sections A to M and attachments A01 to A19', () => {
  expect(form2026A.sections.map(({ id }) => id).join('')).toBe('ABCDEFGHIJKLM')
  expect(form2026A.attachments.map(({ code }) => code)).toEqual(Array.from({ length: 19 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`))
  expect(form2026A.commitments).toHaveLength(10)
})

test('a form is plain data: it survives being sent as JSON', () => {
  expect(JSON.parse(JSON.stringify(form2026A))).toEqual(form2026A)
  expect(formOf('2026-A')).toBe(formVersions['2026-A'])
  expect(currentForm.version).toBe('2026-A')
  expect(() => formOf('1999-Z')).toThrow('1999-Z')
})

test('no place is named twice, and every place has words in both languages', () => {
  for (const section of form2026A.sections) {
    const ids = [...section.fields, ...section.tables].map(({ id }) => id)
    expect(new Set(ids).size, section.id).toBe(ids.length)
    for (const table of section.tables) expect(new Set(table.columns.map(({ id }) => id)).size, table.id).toBe(table.columns.length)
  }
  for (const { place, words } of fields) {
    expect(words.zh, place).toMatch(/[\u4e00-\u9fff]/u)
    expect(words.en, place).toMatch(/^[ -~]+$/u)
  }
})

test('an enumeration has options, a pattern compiles, a citation names an article or a known setting', () => {
  for (const { place, type, options, pattern, law } of fields) {
    if (type === 'enum') expect(options?.length, place).toBeGreaterThan(1)
    if (pattern) expect(() => new RegExp(pattern.source, 'u'), place).not.toThrow()
    if (law) expect(law.startsWith('setting:') ? isSettingKey(law.slice(8)) : /^Art\. \d+(\(\d\))?$/u.test(law), place).toBe(true)
  }
})

test('nobody is asked for an identity number, and only the director for a date of birth', () => {
  expect(fields.filter(({ words }) => /身份证/u.test(words.zh))).toEqual([])
  expect(fields.filter(({ words, type }) => /出生/u.test(words.zh) && type === 'date').map(({ place }) => place)).toEqual([
    'F.directorBornOn',
  ])
  expect(fields.filter(({ words }) => /出生|性别|手机/u.test(words.zh)).every(({ personal }) => personal)).toBe(true)
})

test('every place for files belongs to an attachment, and every attachment has a place', () => {
  const places = fields.flatMap(({ attachment }) => attachment ?? [])
  expect(new Set(places)).toEqual(new Set(form2026A.attachments.map(({ code }) => code)))
})

test('a complete application has no issue', () => {
  const { data, attachments } = complete()
  expect(validate(form2026A, data, attachments)).toEqual([])
})

test('an empty application lacks something in every section that applies, and never fails', () => {
  const issues = validate(form2026A, {}, [])
  expect(new Set(issues.map(({ section }) => section))).toEqual(new Set('ABDEFGHIJKLM'))
  for (const nonsense of [null, 7, 'x', [], { A: 1, B: [], E: { equipment: 'many' }, Q: {} }]) {
    expect(validate(form2026A, nonsense as unknown as ApplicationData, []).length).toBeGreaterThan(0)
  }
})

test.each([
  ['D', { area: -1 }, 'D.area', 'range'],
  ['D', { area: '400' }, 'D.area', 'type'],
  ['D', { area: 400.123 }, 'D.area', 'type'],
  ['D', { longitude: 120 }, 'D.longitude', 'range'],
  ['A', { field: 'nuclear' }, 'A.field', 'option'],
  ['A', { postcode: '3060' }, 'A.postcode', 'pattern'],
  ['A', { direction: 'x'.repeat(61) }, 'A.direction', 'length'],
  ['A', { filledOn: '2026-02-30' }, 'A.filledOn', 'type'],
  ['A', { contactMail: '   ' }, 'A.contactMail', 'missing'],
  ['B', { employees: 3.5 }, 'B.employees', 'type'],
  ['B', { uscc: '91140702000000019I' }, 'B.uscc', 'pattern'],
  ['K', { classified: 'no' }, 'K.classified', 'type'],
  ['M', { hostCommits: false }, 'M.hostCommits', 'option'],
  ['A', { surprise: 1 }, 'A.surprise', 'unknown'],
  ['G', { plan: [] }, 'G.plan', 'rows'],
] as const)('section %s with %o is reported at %s as %s', (section, answers, path, kind) => {
  expect(issuesOf(changed(complete().data, section, answers))).toContainEqual([path, kind])
})

test('numbers that may be negative may be: a loss is no mistake', () => {
  const { data } = complete()
  const [year] = rowsAt(data, 'B.years')
  expect(issuesOf(changed(data, 'B', { years: [{ ...year, profit: -120.5 }] }))).toEqual([])
  expect(issuesOf(changed(data, 'B', { years: [{ ...year, assets: -0.01 }] }))).toEqual([['B.years.y1.assets', 'range']])
})

test('rows need ids of their own, and a checklist one row for every item', () => {
  const { data } = complete()
  const rules = rowsAt(data, 'J.rules')
  expect(issuesOf(changed(data, 'J', { rules: rules.slice(1) }))).toEqual([['J.rules', 'rows']])
  const plan = rowsAt(data, 'G.plan')
  expect(issuesOf(changed(data, 'G', { plan: plan.map((row) => ({ ...row, id: 'same' })) }))).toContainEqual(['G.plan', 'type'])
})

test('an issue in a row is called by its number: 第 2 行购置日期', () => {
  const { data } = complete()
  const equipment = rowsAt(data, 'E.equipment').map((row, index) => (index === 1 ? { ...row, boughtOn: null } : row))
  const [issue] = validate(form2026A, changed(data, 'E', { equipment }), complete().attachments)
  expect(issue).toMatchObject({ path: 'E.equipment.e2.boughtOn', kind: 'missing', place: { zh: '第 2 行购置日期' } })
})

test('section C applies to joint applications only, and says why not', () => {
  const [, , section] = form2026A.sections
  expect(applies(section as never, complete('hydraulic').data)).toEqual({ zh: '单独申报，无共建单位', en: 'The host applies alone' })
  expect(applies(section as never, complete('carbon').data)).toBe(true)
})

test.each([
  ['A02', 'carbon', 'hydraulic'],
  ['A13', 'coke', 'hydraulic'],
  ['A15', 'iron', 'hydraulic'],
  ['A18', 'wastewater', 'hydraulic'],
] as const)('attachment %s is asked of %s, not of %s', (code, asked, spared) => {
  const lacking = (key: DemoKey) => lackingAttachments(form2026A, complete(key).data, []).map((one) => one.code)
  expect(lacking(asked)).toContain(code)
  expect(lacking(spared)).not.toContain(code)
})

test('A10 is asked only of those who have served others, A14 and A19 of nobody', () => {
  const { data } = complete()
  const lacking = (answers: ApplicationData) => lackingAttachments(form2026A, answers, []).map((one) => one.code)
  expect(lacking(data)).toContain('A10')
  expect(lacking(changed(data, 'I', { served: false }))).not.toContain('A10')
  expect(lacking(data)).not.toContain('A14')
  expect(lacking(data)).not.toContain('A19')
})

test('Art. 10(4) the name is worked out from the direction, sums and shares from the rows', () => {
  const { data } = complete('iron')
  expect(computedOf('baseName', data)).toBe('晋中市玛钢精密铸造中试基地')
  expect(computedOf('equipmentValue', data)).toBe(1020.2)
  expect(computedOf('specialEquipmentShare', data)).toBe(64.8)
  expect(computedOf('staffTotal', data)).toBe(19)
  expect(computedOf('specialEquipmentShare', {})).toBeUndefined()
})

test('hundredths add up exactly', () => {
  expect(
    sumOf(
      [
        { id: 'a', value: 0.1 },
        { id: 'b', value: 0.2 },
      ],
      'value',
    ),
  ).toBe(0.3)
  expect(
    sumOf(
      Array.from({ length: 100 }, (_, i) => ({ id: `r${i}`, value: 1.1 })),
      'value',
    ),
  ).toBe(110)
})

test('facts are there for rules and lists', () => {
  const { data, attachments } = complete('carbon')
  const facts = factsOf(changed(data, 'A', { leadOrg: 'org-1' }), attachments)
  expect(facts).toMatchObject({
    name: '晋中市碳纤维复合材料中试基地',
    field: 'carbon',
    chain: 'carbonMaterials',
    track: 'regular',
    joint: true,
    county: '140702',
    lead: {
      org: 'org-1',
      name: '晋中晟纤碳材有限公司（演示）',
      uscc: '91140702000000019Q',
      hostType: 'enterprise',
      legalForm: 'legalPerson',
    },
    partners: [{ name: '晋中理工学院（演示）', uscc: '12140700000000035N', share: 30 }],
    agreement: { agreement: true, items: { lead: true, exit: true, costs: true } },
    credit: { findings: [], accidents: [] },
    accounting: 'separateLedger',
    site: { concentrated: true, managedAsOne: true },
    papers: { fire: true, environment: true },
    director: { name: '沈知行', title: 'senior', seniorTitle: true, termNo: 1 },
    risks: { chemical: false },
  })
  expect(facts.attachments).toContain('A02')
  expect(facts.services.related).toBeGreaterThanOrEqual(0)
})

test('facts of an empty form are open, not wrong', () => {
  const facts = factsOf({})
  expect(facts).toMatchObject({
    partners: [],
    agreement: { agreement: false },
    credit: { findings: undefined },
    equipment: { rows: 0, dedicated: undefined },
    papers: { fire: undefined },
  })
  expect(facts.funds.construction).toBeUndefined()
})

test('services to related parties and pure testing are shown, and not counted', () => {
  const services = [
    { id: '1', client: '甲', related: false, pureTesting: false, received: 10 },
    { id: '2', client: '乙', related: true, pureTesting: false, received: 20 },
    { id: '3', client: '丙', related: false, pureTesting: true, received: 5 },
    { id: '4', client: '甲', related: false, pureTesting: false, received: 1.5 },
  ]
  expect(factsOf({ I: { served: true, services } }).services).toMatchObject({
    received: 36.5,
    counted: 11.5,
    clients: 1,
    related: 1,
    pureTesting: 1,
  })
})

test('an institute of a special nature needs its document, a legal person does not', () => {
  const { data } = complete('coalcarbon')
  expect(factsOf(data).lead).toMatchObject({ hostType: 'specialInstitute', legalForm: 'special' })
  expect(issuesOf(changed(data, 'B', { specialDocument: null }))).toContainEqual(['B.specialDocument', 'missing'])
})

test('the schema describes every field in both languages and takes no stranger', () => {
  const schema = formJsonSchema(form2026A) as {
    properties: Record<string, { properties: Record<string, Record<string, unknown>>; required: string[]; additionalProperties: boolean }>
    required: string[]
  }
  expect(Object.keys(schema.properties)).toEqual(form2026A.sections.map(({ id }) => id))
  expect(schema.required).not.toContain('C')
  expect(schema.properties['D']).toMatchObject({
    additionalProperties: false,
    properties: { area: { type: 'number', minimum: 0, 'x-zh': '总面积', 'x-ui': 'area' } },
  })
  expect(schema.properties['E']?.properties['equipment']).toMatchObject({
    type: 'array',
    minItems: 1,
    items: { required: expect.arrayContaining(['id', 'name', 'value']) },
    'x-totals': ['count', 'value'],
  })
  expect(schema.properties['A']?.properties).not.toHaveProperty('baseName')
  expect(schema.properties['M']?.properties).not.toHaveProperty('organiserOpinion')
})
