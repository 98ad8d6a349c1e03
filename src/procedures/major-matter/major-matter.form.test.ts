import { describe, expect, test } from 'vitest'
import type { MatterCode } from '../../settings/matters/matter.ts'
import { catalogue2026, matterOf } from '../../settings/matters/matters-2026.ts'
import type { Asked, Host, MajorMatterCase, MatterValues } from './major-matter.case.ts'
import { changesOf, directorOf } from './major-matter.effects.ts'
import { candidateOf, exceptionsOf, faultOf, happenedOnOf, issuesOf, kindOf, latestActing, plannedOnOf, shareOf, termsWith, type TermServed, tidyValues, valuesOf } from './major-matter.form.ts'
import { matterValues } from './major-matter.samples.ts'

const attachedFor = (code: MatterCode) => matterOf(code).attachments.map((one) => ({ code: one.code }))
const asked = (code: MatterCode, values: MatterValues = matterValues[code], before: Asked['before'] = {}): Pick<MajorMatterCase, 'code' | 'asked' | 'reasons' | 'examination' | 'decision'> =>
  ({ code, asked: { on: '2026-11-23', by: 'base', kind: 'approval', values, attached: [], before, happenedOn: null, dueOn: null, late: false, ahead: false }, reasons: {}, examination: null, decision: null })
const hosts: Host[] = [{ org: 'org-carbon', name: '晋中汾原碳材料有限公司（演示）', lead: true, demo: true }, { org: 'org-univ', name: '晋中理工学院（演示）', lead: false, demo: true }]

describe('Art. 15: what is asked for each matter', () => {
  test.each(catalogue2026.matters.map(({ code }) => code).filter((code) => code !== 'M11'))('%s filled in lacks nothing, and each required answer is missed', (code) => {
    const matter = matterOf(code)
    const values = matterValues[code]
    expect(issuesOf(matter, values, attachedFor(code))).toEqual([])
    for (const { id, required, when } of matter.fields) {
      if (!required || (when && !when.is.some((one) => one === values[when.field]))) continue
      const { [id]: _, ...rest } = values
      expect(issuesOf(matter, rest, attachedFor(code)).map(({ path }) => path), id).toContain(`m.${id}`)
    }
    for (const { code: file, required, when } of matter.attachments) if (required && (!when || when.is.some((one) => one === values[when.field])))
      expect(issuesOf(matter, values, attachedFor(code).filter((one) => one.code !== file)).map(({ path }) => path)).toEqual([`attachments.${file}`])
  })

  test('an answer that is not asked for is neither missed nor handed in', () => {
    const values = { ...matterValues.M04, what: 'committee', committee: '张三等七人', hosts: ['org-x'] }
    expect(issuesOf(matterOf('M04'), values, attachedFor('M04'))).toEqual([])
    expect(tidyValues(matterOf('M04'), values)).not.toHaveProperty('hosts')
  })

  test.each([
    ['day', '2026-02-30', false], ['day', '2026-02-28', true], ['month', '1966-11', true], ['month', '1966-13', false], ['number', 0, true], ['number', -1, false], ['number', 1.5, false], ['money', 0.01, true], ['money', -0.01, false],
    ['yes', 'true', false], ['yes', false, true], ['text', 'x'.repeat(200), true], ['text', 'x'.repeat(201), false], ['longText', 'x'.repeat(8000), true], ['longText', 'x'.repeat(8001), false], ['orgs', ['a', 'a'], false], ['orgs', ['a', 'b'], true], ['orgs', 'a', false],
  ] as const)('a %s takes %j: %s', (type, value, fits) => expect(faultOf({ id: 'x', type, words: { zh: '', en: '' }, required: true }, value) === undefined).toBe(fits))

  test('a choice is one of its options', () => {
    const what = matterOf('M07').fields.find(({ id }) => id === 'what')
    expect(what && [faultOf(what, 'move'), faultOf(what, 'stay')]).toEqual([undefined, { zh: '列表中的一项', en: 'one of the list' }])
  })

  test('a draft keeps its answers under m., and an emptied one is no answer', () => expect(valuesOf({ 'm.name': '甲', 'm.reason': '', 'm.effectiveOn': null, other: 1 })).toEqual({ name: '甲' }))
})

describe('Art. 14: the director', () => {
  const limits = { maxTerms: 2, minServedMonths: 30, approvalAge: 65 }
  const term = (from: string, to: string, more: Partial<TermServed> = {}): TermServed => ({ name: '沈知行', bornOn: '1975-03-01', acting: false, ended: null, from, to, ...more })
  const candidate = (more: Partial<MatterValues> = {}) => candidateOf({ acting: 'term', name: '沈知行', bornOn: '1975-03', title: 'senior', from: '2025-01-01', to: '2029-12-31', fullTime: true, ...more })
  const first = term('2015-01-01', '2019-12-31')
  const second = term('2020-01-01', '2024-12-31')
  const exceptions = (served: TermServed[], one = candidate(), by = limits) => exceptionsOf(one, termsWith(served, one), by)

  test.each([
    [[], [], 'a first term'], [[second], [], 'a second one'], [[first, second], ['terms'], 'a third in a row'],
    [[first, { ...second, name: '他人' }], [], 'another in between, and a full term away'],
    [[first, term('2020-01-01', '2024-12-31', { ended: { on: '2022-06-29' } })], [], 'a second cut short below half'],
    [[first, term('2020-01-01', '2024-12-31', { ended: { on: '2022-06-30' } })], ['terms'], 'a second cut short at half'],
    [[first, term('2020-01-01', '2020-06-30', { acting: true })], [], 'acting is no term'],
  ] as const)('counts %j: %o (%s)', (served, found, _) => expect(exceptions([...served])).toEqual([...found]))

  test('setting:director.maxConsecutiveTerms = 3 reads the text the other way', () => expect(exceptions([first, second], candidate(), { ...limits, maxTerms: 3 })).toEqual([]))
  test('a namesake born in another month is another person', () => expect(exceptions([first, second], candidate({ bornOn: '1980-01' }))).toEqual([]))
  test('a term that still runs ends the day before the new one', () => expect(termsWith([term('2022-01-01', '2026-12-31')], candidate({ from: '2025-01-01' })).map(({ to }) => to)).toEqual(['2024-12-31', '2029-12-31']))

  test.each([['1959-01-02', []], ['1959-01-01', ['age']]] as const)('setting:director.approvalAge: 65 lasts until the day before the 66th birthday, born %s, appointed on 2025-01-01', (born, found) => expect(exceptions([], candidate({ bornOn: born }))).toEqual([...found]))
  test.each([['senior', []], ['associateSenior', []], ['middle', ['title']], ['none', ['title']]] as const)('title %s', (title, found) => expect(exceptions([], candidate({ title }))).toEqual([...found]))

  test('an acting director may act for six months', () => expect(latestActing(candidate({ acting: 'acting', from: '2026-08-31' }), 6)).toBe('2027-02-27'))
  test('what takes approval is no filing any more', () => {
    expect(kindOf(matterOf('M05'), {}, [])).toBe('filing')
    expect(kindOf(matterOf('M05'), {}, ['title'])).toBe('approval')
    expect(kindOf(matterOf('M06'), { legalPersonChanges: false }, [])).toBe('filing')
    expect(kindOf(matterOf('M06'), { legalPersonChanges: true }, [])).toBe('approval')
    expect(kindOf(matterOf('M10'), {}, [])).toBe('filing')
  })
  test('the reasons of base, county and city stay with the term', () => {
    const reasons = (text: string) => ({ directorAge: text })
    const matter = { ...asked('M05'), reasons: reasons('一'), examination: { advises: 'agree' as const, opinion: '', on: '2026-11-24', reasons: reasons('二') }, decision: { outcome: 'filed' as const, on: '2026-11-25', effectiveOn: '2026-11-25', opinion: '', conditions: null, reasons: reasons('三') } }
    expect(directorOf(matter)).toMatchObject({ name: matterValues.M05.name, reasons: { 'base.directorAge': '一', 'county.directorAge': '二', 'city.directorAge': '三' } })
    expect(directorOf(asked('M01'))).toBeNull()
  })
})

describe('Art. 15: days and shares', () => {
  test.each([['M01', '2026-12-01', undefined], ['M05', '2026-11-20', '2026-11-20'], ['M09', '2026-12-01', '2026-12-01'], ['M10', undefined, '2026-11-16'], ['M06', '2026-11-02', '2026-11-02']] as const)('%s is planned for %s and happened on %s', (code, planned, happened) =>
    expect([plannedOnOf(matterOf(code), matterValues[code]), happenedOnOf(matterOf(code), matterValues[code])]).toEqual([planned, happened]))
  test('setting:major.disposalShare is of area or of value', () => {
    expect(shareOf(matterOf('M07'), { what: 'reduction', areaBefore: 1000, areaAfter: 700 })).toBeCloseTo(0.3)
    expect(shareOf(matterOf('M07'), { what: 'move', areaBefore: 1000, areaAfter: 100 })).toBeUndefined()
    expect(shareOf(matterOf('M08'), { what: 'disposal', value: 30, total: 100 })).toBeCloseTo(0.3)
    expect(shareOf(matterOf('M08'), { what: 'disposal', value: 0, total: 0 })).toBeUndefined()
  })
})

describe('Art. 15: what each matter changes in the register', () => {
  test.each([
    ['M01', { name: matterValues.M01.name }], ['M02', { direction: matterValues.M02.direction }], ['M03', { goals: matterValues.M03.goals }], ['M09', { openService: 'paused', note: expect.stringContaining('停止对外服务') }],
    ['M07', { site: matterValues.M07.site, note: expect.stringContaining('1000 → 1200 m²') }], ['M13', { promoted: 'province', note: expect.stringContaining('省级') }],
    ['M08', { note: expect.stringContaining('中试线停用') }], ['M10', { note: expect.stringContaining('收费标准') }], ['M12', { note: expect.stringContaining('行政处罚') }], ['M14', { note: expect.stringContaining('境外') }], ['M16', { note: expect.stringContaining('设备') }],
    ['M05', {}], ['M15', {}],
  ] as const)('%s', (code, changes) => expect(changesOf(asked(code))).toEqual(changes))
  test('M04 puts the institutions there in order, the lead first', () => {
    const values = { ...matterValues.M04, hosts: [...hosts].reverse().map((host, at) => ({ ...host, lead: at === 0 })) }
    expect(changesOf(asked('M04', values))).toEqual({ hosts: [{ org: 'org-univ', name: '晋中理工学院（演示）', lead: true }, { org: 'org-carbon', name: '晋中汾原碳材料有限公司（演示）', lead: false }] })
    expect(changesOf(asked('M04', { ...matterValues.M04, what: 'committee', committee: '七人' }))).toEqual({ committee: '七人' })
  })
  test('M06 renames the lead and leaves the partners', () => {
    expect(changesOf(asked('M06', matterValues.M06, { hosts }))).toMatchObject({ hosts: [{ org: 'org-carbon', name: matterValues.M06.hostName, lead: true }, { org: 'org-univ', name: '晋中理工学院（演示）', lead: false }] })
    expect(changesOf(asked('M06', { ...matterValues.M06, what: 'control', hostName: undefined }, { hosts }))).not.toHaveProperty('hosts')
  })
  test('nothing handed in changes nothing', () => expect(changesOf({ code: 'M01', asked: null })).toEqual({}))
})
