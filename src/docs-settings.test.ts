import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, ruleFiles, sourcesIn } from './docs-sources.ts'
import { everyRule } from './settings/every-rule.ts'
import { settingFault, type SettingKey, settingKeys, settingOf } from './settings/settings.ts'
import { standingOf } from './settings/settings-standing.ts'

const aside = /^src\/(settings\/(settings|setting-ref)\b|settings\/settings-|words\/|demo\/)|setting-words|fixtures/
const sources = sourcesIn(join(import.meta.dirname, '..'), ['src']).filter((source) => !isTest(source) && !aside.test(source.path))
const cited = /settingRef\('[^']*'\)/g
const read = sources.map(({ text }) => text.replaceAll(cited, '')).join('\n')

/** A value somebody asks for, or a time limit of a step or status; a citation alone asks for no value. */
const isRead = (key: string) => read.includes(`'${key}'`)
const isCited = (key: string) => sources.some(({ text }) => text.includes(`setting:${key}`) || text.includes(`settingRef('${key}')`))

test('the sources are read: a value in use, one only cited, one that does not exist', () => {
  expect([isRead('score.pass'), isRead('duty.separation'), isCited('duty.separation'), isRead('score.passes')]).toEqual([true, false, true, false])
})

const values = settingKeys.filter((key) => standingOf(key) === 'open')
test.each(values)('%s can be changed, so something reads it', (key) => expect(isRead(key)).toBe(true))

const fixed = settingKeys.filter((key) => standingOf(key) === 'fixed')
test.each(fixed)('%s is fixed: no other value can be set', (key) => {
  const { value } = settingOf(key)
  expect(settingFault(key, value)).toBeUndefined()
  const others: unknown[] = typeof value === 'boolean' ? [!value] : typeof value === 'string' ? [`${value}x`] : [99]
  for (const other of others) expect(settingFault(key, other)).toBe(String(value))
})

test.each(settingKeys.filter((key) => standingOf(key) === 'idle'))('%s is idle: nothing reads or cites it yet', (key: SettingKey) => expect([isRead(key), isCited(key)]).toEqual([false, false]))

test('every page of rules is known to the console', () => {
  const written = [...ruleFiles(sources)].filter(([, path]) => path.startsWith('src/settings/')).map(([id]) => id)
  expect(written.length).toBeGreaterThan(100)
  expect(written.filter((id) => !everyRule.some((rule) => rule.id === id))).toEqual([])
})
