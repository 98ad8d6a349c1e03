import { describe, expect, test } from 'vitest'
import { placeOf } from '../../regulation/jinzhong-2023/index.ts'
import type { Citation } from '../../kernel/rule.ts'
import { isSettingKey, settingOf } from '../settings.ts'
import { matterCodes } from './matter.ts'
import { catalogue2026, matterOf } from './matters-2026.ts'

test('the catalogue has M01 to M16, each once, in order', () => expect(catalogue2026.matters.map(({ code }) => code)).toEqual([...matterCodes]))

test('Art. 8(5): name, direction, goals and organisation are approved before they happen, and the host may propose them', () => {
  for (const code of ['M01', 'M02', 'M03', 'M04'] as const) expect(matterOf(code)).toMatchObject({ kind: 'approval', time: { when: 'before' }, law: 'Art. 8(5)', hostProposes: true })
})

test.each([
  ['approval', ['M01', 'M02', 'M03', 'M04', 'M07', 'M08', 'M09', 'M14', 'M15']], ['filing', ['M05', 'M06', 'M10', 'M13', 'M16']], ['report', ['M11', 'M12']],
] as const)('Art. 15: what is handled by %s', (kind, codes) => expect(catalogue2026.matters.filter((one) => one.kind === kind).map(({ code }) => code)).toEqual([...codes]))

test.each([
  ['M05', 'major.filingDays', 15, 'workingDay'], ['M06', 'major.hostDays', 30, 'day'], ['M09', 'major.stopDays', 5, 'workingDay'], ['M10', 'major.filingDays', 15, 'workingDay'],
  ['M11', 'major.accidentHours', 24, 'hour'], ['M12', 'major.reportDays', 10, 'workingDay'], ['M13', 'major.filingDays', 15, 'workingDay'], ['M16', 'major.filingDays', 15, 'workingDay'],
] as const)('Art. 15: %s is told within %s', (code, key, value, unit) => {
  const { time } = matterOf(code)
  expect(time).toMatchObject({ setting: key })
  expect(settingOf(key)).toMatchObject({ value, unit })
  // The setting counts in what the catalogue says it counts in.
  expect(time).toMatchObject({ counts: { workingDay: 'workingDays', day: 'days', hour: 'hours' }[unit] })
})

describe('every entry holds together', () => {
  test.each(catalogue2026.matters.map((one) => [one.code, one] as const))('%s', (_, matter) => {
    expect(placeOf(matter.law as Citation)).toBeDefined()
    if (matter.time.when !== 'before') expect(isSettingKey(matter.time.setting)).toBe(true)
    const ids = matter.fields.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { when } of [...matter.fields, ...matter.attachments]) if (when) {
      const asked = matter.fields.find(({ id }) => id === when.field)
      expect(asked, when.field).toBeDefined()
      for (const one of when.is) expect(typeof one === 'boolean' ? asked?.type === 'yes' : asked?.options?.some(({ value }) => value === one), `${when.field} ${one}`).toBe(true)
    }
    // What replaces a value of the register is among what the matter changes.
    for (const { replaces } of matter.fields) if (replaces) expect(matter.changes).toContain(replaces)
    expect(matter.attachments.map(({ code }) => code).filter((code) => !/^A(0[1-9]|1\d)$/.test(code))).toEqual([])
    for (const said of [matter.words, matter.says, matter.basis, ...matter.fields.map(({ words }) => words)]) expect([said.zh.length > 0, said.en.length > 0]).toEqual([true, true])
  })
})
