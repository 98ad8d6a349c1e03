import { expect, test } from 'vitest'
import { sectionsNamed } from './sections-named.ts'

test('a finding names the other sections whose figures it compares', () => {
  const because = { zh: 'E 节设备合计 1,020.20 万元，G 节设备投资 1,012.40 万元，相差 7.80 万元。', en: '' }
  expect(sectionsNamed({ because, section: 'G' })).toEqual(['E'])
  expect(sectionsNamed({ because: { zh: '必填项。', en: '' }, section: 'G' })).toEqual([])
})
