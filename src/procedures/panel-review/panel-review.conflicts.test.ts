import { expect, test } from 'vitest'
import { conflictsOf, type ConflictRules, type ExpertRelations } from './panel-review.conflicts.ts'
import { coreNameOf, creditCodeOf, fullNameOf, personNameOf } from './panel-review.names.ts'
import { type ApplicationRelations, chainBetween, type Holding, type Institution, institutionKey, isRecent, type RelationWorld, sameness } from './panel-review.relations.ts'

const rules: ConflictRules = { on: '2026-11-23', years: 3, holdingShare: 0.05, holdingSteps: 2, named: 3, rivals: 'batch' }
const always = { from: null, to: null }
const code = '91140700000000107N'
const host: Institution = { name: '晋中碳材料有限公司（演示）', uscc: code }
const application: ApplicationRelations = { id: 'a', number: 'RD-2026-0017', host, partners: [], listed: [], clients: [], avoid: [] }
const world = (rest: Partial<RelationWorld> = {}): RelationWorld => ({ institutions: [], holdings: [], applications: [application], ...rest })
const expert = (rest: Partial<ExpertRelations> = {}): ExpertRelations => ({ person: 'p1', name: '陶听松', employers: [], ties: [], ...rest })
const employedAt = (institution: Institution, period: { from: string | null; to: string | null } = always) => expert({ employers: [{ institution, ...period }] })
const kindsOf = (one: ExpertRelations, about: Partial<ApplicationRelations> = {}, rest: Partial<RelationWorld> = {}) =>
  conflictsOf(one, { ...application, ...about }, world({ applications: [{ ...application, ...about }], ...rest }), rules).map(({ kind }) => kind)

test.each([
  ['晋中碳材料有限公司（演示）', 'as written'],
  ['晋中碳材料有限公司', 'without the mark of the demonstration'],
  ['晋中碳材料有限公司(演示)', 'half-width brackets'],
  ['晋中碳材料有限公司〔演示〕', 'hexagonal brackets'],
  [' 晋中 碳材料　有限公司\u200b', 'spaces of every kind'],
  ['晋中碳材料', 'without a suffix'],
  ['晋中碳材料股份有限公司', 'another suffix'],
  ['晋中碳材料有限责任公司', 'a third suffix'],
  ['晋中碳材料集团有限公司', 'as a group'],
  ['晋中碳材料【集团】有限公司', 'as a group in brackets'],
])('setting:conflict.years: an employer written "%s" without a code is the host (%s)', (name) => {
  expect(kindsOf(employedAt({ name }))).toEqual(['employer'])
})

test.each([
  [{ name: '别的名字', uscc: code }, 'the code decides, whatever the name'],
  [{ name: '别的名字', uscc: code.toLowerCase() }, 'in lower case'],
  [{ name: '别的名字', uscc: '９１１４０７００００００００１０７Ｎ' }, 'in full width'],
  [{ name: '别的名字', uscc: '9114 0700 0000 0010 7N' }, 'with spaces'],
  [{ name: '别的名字', uscc: '9II4O7OOOOOOOOIO7N' }, 'with letters that no code uses'],
])('setting:conflict.years: an equal code is the same institution: %j (%s)', (institution) => {
  expect(kindsOf(employedAt(institution))).toEqual(['employer'])
})

test('two codes and names equal but for the suffix are a group and its company, not one institution', () => {
  expect(kindsOf(employedAt({ name: '晋中碳材料集团有限公司', uscc: '91140700000001017N' }))).toEqual([])
  expect(kindsOf(employedAt({ name: '晋中碳素材料有限公司' }))).toEqual([])
})

test('two codes and the whole name equal: one of the codes is a slip, and the name decides', () => {
  expect(kindsOf(employedAt({ name: host.name, uscc: '91140700000001017N' }))).toEqual(['employer'])
})

test('an old name leads to the host through the register, and from there to every other spelling', () => {
  const register = { institutions: [{ ...host, formerNames: ['晋中市碳素厂'] }] }
  expect(kindsOf(employedAt({ name: '晋中市 碳素厂' }), {}, register)).toEqual(['employer'])
  expect(kindsOf(employedAt({ name: '晋中市碳素厂' }), { host: { name: '晋中碳材料' } }, register)).toEqual(['employer'])
  expect(kindsOf(employedAt({ name: '晋中市碳素厂' }))).toEqual([])
})

test('a name that two institutions with codes share but for the suffix leads to both of them, and makes them no closer', () => {
  const group: Institution = { name: '晋中碳材料集团有限公司', uscc: '91140700000001017N' }
  const both = world({ institutions: [host, group] })
  expect(sameness(both, { name: '晋中碳材料' }, host)).toBe('core')
  expect(sameness(both, { name: '晋中碳材料' }, group)).toBe('core')
  expect(sameness(both, host, group)).toBeUndefined()
  expect(institutionKey(both, host)).not.toBe(institutionKey(both, group))
  expect(institutionKey(world({ institutions: [host] }), { name: '晋中碳材料' })).toBe(institutionKey(world({ institutions: [host] }), host))
})

test.each([
  ['山西ＡＢ（集团）股份有限公司', '山西AB(集团)股份有限公司', '山西AB'],
  ['有限公司', '有限公司', ''],
  ['集团有限公司 （演示）', '集团有限公司', ''],
  ['⼭西〔晋中〕研究院', '山西(晋中)研究院', '山西(晋中)研究院'],
])('%s is written %s, at heart %s', (name, full, core) => {
  expect(fullNameOf(name)).toBe(full)
  expect(coreNameOf(name)).toBe(core)
})

test('nothing written is nothing known', () => {
  expect([creditCodeOf(''), creditCodeOf('无'), creditCodeOf('000000000000000000'), creditCodeOf('123456789')]).toEqual([undefined, undefined, undefined, undefined])
  expect(kindsOf(employedAt({ name: '有限公司' }), { host: { name: '集团有限公司' } })).toEqual([])
  expect(kindsOf(employedAt({ name: '' }), { host: { name: '' } })).toEqual([])
  expect(personNameOf(' 阿不都·热 合曼')).toBe(personNameOf('阿不都•热合曼'))
})

test.each([
  ['2026-11-23', 'the same day', true],
  ['2023-11-24', 'a day less than three years ago', true],
  ['2023-11-23', 'exactly three years ago', true],
  ['2023-11-22', 'three years and a day ago', false],
])('setting:conflict.years: employment that ended %s (%s) keeps away: %s', (to, _, keeps) => {
  expect(kindsOf(employedAt(host, { from: '2010-01-01', to }))).toEqual(keeps ? ['employer'] : [])
})

test.each([['2026-11-23', true], ['2026-11-24', false]])('setting:conflict.years: employment that begins %s counts: %s', (from, counts) => {
  expect(kindsOf(employedAt(host, { from, to: null }))).toEqual(counts ? ['employer'] : [])
})

test('setting:conflict.years: 29 February looks back to 28 February, and the number of years is the setting', () => {
  expect(isRecent({ from: null, to: '2025-02-28' }, { on: '2028-02-29', years: 3 })).toBe(true)
  expect(isRecent({ from: null, to: '2025-02-27' }, { on: '2028-02-29', years: 3 })).toBe(false)
  expect(isRecent({ from: null, to: '2023-11-22' }, { on: '2026-11-23', years: 4 })).toBe(true)
})

const other: Institution = { name: '太原新碳材料研究所' }
const parent: Institution = { name: '山西能化集团' }
const controls = (holder: Institution, held: Institution, rest: Partial<Holding> = {}): Holding => ({ holder, held, control: true, from: '2015-01-01', to: null, ...rest })

test.each<[string, Holding[], boolean]>([
  ['the employer controls the host', [controls(other, host)], true],
  ['the host controls the employer', [controls(host, other)], true],
  ['both under one parent', [controls(parent, other), controls(parent, host)], true],
  ['both own one joint venture', [controls(other, parent), controls(host, parent)], false],
  ['a stake at the line', [controls(other, host, { control: false, share: 0.05 })], true],
  ['a stake below it', [controls(other, host, { control: false, share: 0.0499 })], false],
  ['a chain with a mere stake in it', [controls(parent, other, { control: false, share: 0.4 }), controls(parent, host)], false],
  ['control that ended before the look-back', [controls(other, host, { to: '2023-11-22' })], false],
  ['control that ended within it', [controls(other, host, { to: '2023-11-23' })], true],
])('setting:conflict.holdingSteps: %s', (_, holdings, keeps) => {
  expect(kindsOf(employedAt(other), {}, { holdings })).toEqual(keeps ? ['group'] : [])
})

test('being held by the state relates nobody; working for the holder itself does', () => {
  const holdings = [controls(parent, other), controls(parent, host)]
  const institutions = [{ ...parent, state: true as const }]
  expect(kindsOf(employedAt(other), {}, { holdings, institutions })).toEqual([])
  expect(kindsOf(employedAt(parent), {}, { holdings, institutions })).toEqual(['group'])
})

test('three links are too far for two, and holdings in a circle come to an end', () => {
  const far: Institution = { name: '大同储能公司' }
  const third: Institution = { name: '祁县玻璃公司' }
  const ring = world({ holdings: [controls(parent, other), controls(far, parent), controls(other, third), controls(third, far), controls(far, host)] })
  expect(chainBetween(ring, other, host, { ...rules, holdingSteps: 2 })).toBeUndefined()
  expect(chainBetween(ring, other, host, { ...rules, holdingSteps: 3 })).toHaveLength(3)
})

test.each<[string, ExpertRelations, Partial<ApplicationRelations>, string[]]>([
  ['a partner', employedAt(other), { partners: [other] }, ['partner']],
  ['a client', employedAt(other), { clients: [{ institution: other, ...always }] }, ['client']],
  ['a client of long ago', employedAt(other), { clients: [{ institution: other, from: '2019-01-01', to: '2023-11-22' }] }, []],
  ['the department that recommends', employedAt(other), { organiser: other }, ['organiser']],
  ['listed as staff, spelt with a space', expert(), { listed: [{ name: '陶 听松', as: 'staff' }] }, ['listed']],
  ['listed under an old name', expert({ formerNames: ['陶小松'] }), { listed: [{ name: '陶小松', as: 'committee' }] }, ['listed']],
  ['kin of the director', expert({ ties: [{ kind: 'kinship', with: { person: '沈知行' }, ...always }] }), { listed: [{ name: '沈知行', as: 'director' }] }, ['declared']],
  ['kin of a stranger', expert({ ties: [{ kind: 'kinship', with: { person: '沈知行' }, ...always }] }), {}, []],
  ['the spouse works at the host', expert({ ties: [{ kind: 'kinship', with: { institution: host }, ...always }] }), {}, ['declared']],
  ['paid four years ago', expert({ ties: [{ kind: 'paid', with: { institution: host }, from: '2020-01-01', to: '2022-11-23' }] }), {}, []],
  ['declared for this application', expert({ ties: [{ kind: 'other', with: { application: 'a' }, ...always }] }), {}, ['declared']],
  ['declared for another', expert({ ties: [{ kind: 'other', with: { application: 'b' }, ...always }] }), {}, []],
  ['asked to stay away', expert(), { avoid: [{ name: '陶听松', reason: '专利纠纷' }] }, ['named']],
  ['asked without a reason', expert(), { avoid: [{ name: '陶听松', reason: ' ' }] }, []],
  ['the fourth name', expert(), { avoid: [...'甲乙丙'].map((name) => ({ name, reason: '纠纷' })).concat({ name: '陶听松', reason: '纠纷' }) }, []],
])('each ground by itself: %s', (_, one, about, kinds) => {
  expect(kindsOf(one, about)).toEqual(kinds)
})

test('setting:conflict.rivals: who works for another applicant of the batch stays away from its rivals', () => {
  const rival: ApplicationRelations = { ...application, id: 'b', number: 'RD-2026-0018', host: other, field: 'coal' }
  const both = world({ applications: [{ ...application, field: 'carbon' }, rival] })
  const about = { ...application, field: 'carbon' }
  expect(conflictsOf(employedAt(other), about, both, rules).map(({ kind }) => kind)).toEqual(['rival'])
  expect(conflictsOf(employedAt(other), about, both, { ...rules, rivals: 'field' })).toEqual([])
  expect(conflictsOf(employedAt(other), { ...about, field: 'coal' }, both, { ...rules, rivals: 'field' }).map(({ kind }) => kind)).toEqual(['rival'])
  expect(conflictsOf(employedAt(other), about, both, { ...rules, rivals: 'off' })).toEqual([])
})

test('a ground tells its way step by step, in both languages, and cites', () => {
  const group = controls({ name: '山西能化（集团）有限公司' }, host)
  const found = conflictsOf(employedAt(parent, { from: '2012-03-01', to: null }), application, world({ holdings: [group] }), rules)
  expect(found).toEqual([{ kind: 'group', law: 'setting:conflict.holdingSteps', path: [
    { zh: '陶听松自 2012-03-01 起在“山西能化集团”任职', en: '陶听松 works at 山西能化集团 (since 2012-03-01)' },
    { zh: '“山西能化（集团）有限公司”自 2015-01-01 起控制“晋中碳材料有限公司（演示）”', en: '山西能化（集团）有限公司 controls 晋中碳材料有限公司（演示） (since 2015-01-01)' },
    { zh: '“晋中碳材料有限公司（演示）”是 RD-2026-0017 的依托单位', en: '晋中碳材料有限公司（演示） is the host of RD-2026-0017' },
  ] }])
  expect(conflictsOf(employedAt({ name: '晋中碳素厂', uscc: code }), application, world(), rules)[0]!.path[1])
    .toEqual({ zh: '“晋中碳素厂”即“晋中碳材料有限公司（演示）”（统一社会信用代码相同）', en: '晋中碳素厂 is 晋中碳材料有限公司（演示） (same credit code)' })
})

test('the order of what is handed in changes nothing', () => {
  const full: ApplicationRelations = { ...application, partners: [other, parent], listed: [{ name: '陶听松', as: 'staff' }, { name: '陶听松', as: 'adviser' }], clients: [{ institution: other, ...always }] }
  const holdings = [controls(other, host), controls(parent, other), controls(parent, host)]
  const one = expert({ employers: [{ institution: other, ...always }, { institution: parent, ...always }] })
  const turned = { ...full, partners: full.partners.toReversed(), listed: full.listed.toReversed() }
  expect(conflictsOf({ ...one, employers: one.employers.toReversed() }, turned, world({ holdings: holdings.toReversed(), applications: [turned] }), rules))
    .toEqual(conflictsOf(one, full, world({ holdings, applications: [full] }), rules))
})
