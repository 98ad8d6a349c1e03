import { expect, expectTypeOf, test } from 'vitest'
import type { Rule } from '../kernel/rule.ts'
import { placeOf } from '../regulation/jinzhong-2023/index.ts'
import * as reviewRules from './review-rules.ts'
import * as applicationRules from './rules.ts'
import {
  isSettingKey,
  type SettingChange,
  settingFault,
  type SettingKey,
  settingKeys,
  settingOf,
  settingsOn,
} from './settings.ts'
import { settingRef } from './setting-ref.ts'

test('a wrong key does not compile', () => {
  expectTypeOf<'county.reviewDays'>().toExtend<SettingKey>()
  expectTypeOf<'county.reviewDay'>().not.toExtend<SettingKey>()
  expectTypeOf(settingOf<'publicity.countFirstDay'>)
    .returns.toHaveProperty('value')
    .toEqualTypeOf<boolean>()
  // @ts-expect-error: a share is a number
  const wrong: SettingChange = { key: 'score.pass', value: '75', from: '2027-01-01' }
  expect(isSettingKey(`${wrong.key}s`)).toBe(false)
})

const raised: SettingChange = { key: 'score.pass', value: 75, from: '2027-01-01' }

test.each([
  ['2026-12-31', 70],
  ['2027-01-01', 75],
] as const)('on %s the pass line is %i', (day, line) => expect(settingsOn(day, [raised])['score.pass']).toBe(line))

test('the latest change that has begun holds, whatever the order they are listed in', () => {
  const again: SettingChange = { key: 'score.pass', value: 72, from: '2027-06-01' }
  for (const changes of [
    [raised, again],
    [again, raised],
  ]) {
    expect(settingsOn('2027-05-31', changes)['score.pass']).toBe(75)
    expect(settingsOn('2027-06-01', changes)['score.pass']).toBe(72)
  }
  expect(settingsOn('2027-01-01', [raised, { ...raised, value: 71 }])['score.pass']).toBe(71)
})

test('a change leaves every other value alone', () => {
  const { 'score.pass': _, ...rest } = settingsOn('2027-01-01', [raised])
  expect(settingsOn('2027-01-01', [])).toMatchObject(rest)
})

test.each(settingKeys)('%s fills a gap that exists, gives its basis, and its default is allowed', (key) => {
  const { fills, basis, words, value } = settingOf(key)
  if (fills) expect(placeOf(fills), fills).toBeDefined()
  for (const { zh, en } of [basis, words]) expect(zh.length > 1 && en.length > 3).toBe(true)
  expect(settingFault(key, value)).toBeUndefined()
})

test.each([
  ['panel.majority', 0, undefined],
  ['panel.majority', 1, undefined],
  ['panel.majority', 1.01, '0–1'],
  ['panel.majority', '0.5', '0–1'],
  ['publicity.countFirstDay', 1, 'true | false'],
  ['reg.onExpired', 'allow', 'requireBasis'],
  ['panel.record', 'never', undefined],
  ['panel.record', 'always', 'afterDecision | never'],
  ['batch.cutoffs', ['06-30'], undefined],
  ['batch.cutoffs', [630], 'texts'],
  ['award.rule', null, undefined],
  ['award.rule', { kind: 'fixed', amount: 30 }, undefined],
  ['award.rule', { kind: 'fixed' }, 'award rule | null'],
  ['award.rule', { kind: 'matching', share: 0.5, cap: 0 }, 'award rule | null'],
  ['award.rule', 30, 'award rule | null'],
] as const)('%s set to %j: %s', (key, value, fault) => expect(settingFault(key, value)).toBe(fault))

test('a number that stands in the text is not a setting', () => {
  for (const key of ['director.maxAge', 'director.termYears', 'reg.validTo', 'reg.trialYears']) expect(isSettingKey(key)).toBe(false)
})

test('Art. 20: no amount is invented', () => expect(settingsOn('2026-11-23', [])['award.rule']).toBeNull())

test('every rule of this floor rests on a setting that exists and bears its own name', () => {
  for (const [name, value] of Object.entries({ ...applicationRules, ...reviewRules })) {
    if (typeof value === 'function') continue
    const { id, law } = value as Rule<never>
    expect(id).toBe(name)
    expect(law.startsWith('setting:') && isSettingKey(law.slice(8)), law).toBe(true)
  }
  expect(settingRef('score.pass')).toBe('setting:score.pass')
})
