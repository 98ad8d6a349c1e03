import { expect, test } from 'vitest'
import { settingKeys, settingOf } from '../settings/settings.ts'
import { unmarked, valueInWords } from './setting-words.ts'

test.each([
  ['county.reviewDays', 10, '10 个工作日', '10 working days'], ['score.meetingWeight', 0.6, '60%', '60 %'], ['site.areaTolerance', 0.07, '7%', '7 %'], ['duty.separation', true, '是', 'yes'],
  ['batch.cutoffs', ['03-31', '09-30'], '03-31、09-30', '03-31, 09-30'], ['award.rule', null, '未确定', 'not fixed'], ['reg.onExpired', 'requireBasis', '签署须选续行依据', 'signing takes a basis'],
] as const)('%s of %j is said %s', (key, value, zh, en) => expect(valueInWords(settingOf(key), value)).toEqual({ zh, en }))

test('every default can be said in both languages', () => {
  for (const key of settingKeys) expect(Object.values(valueInWords(settingOf(key), settingOf(key).value)).every((said) => said !== '' && !said.includes('undefined'))).toBe(true)
})

test('the mark of the demo world is told apart from the name', () => {
  expect([unmarked('晋中理工学院（演示）'), unmarked('晋中理工学院')]).toEqual([{ name: '晋中理工学院', demo: true }, { name: '晋中理工学院', demo: false }])
})
