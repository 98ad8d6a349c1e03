import { expect, test } from 'vitest'
import { articlesOf } from './articles-of.ts'
import type { SettingRow } from './shape.ts'

const setting = (key: string, fills: string | null) => ({ key, fills }) as SettingRow
const data = {
  coverage: { articles: [{ no: 8, label: '第八条', heading: { zh: '依托单位', en: 'Host' } }, { no: 9, label: '第九条', heading: { zh: '申报条件', en: 'Conditions' } }, { no: 10, label: '第十条', heading: { zh: '认定流程', en: 'Recognition' } }] },
  settings: [setting('file.types', null), setting('notice.days', 'Art. 10(4)'), setting('form.version', 'Art. 10(1)'), setting('host.years', 'Art. 8')],
}
const shown = (wanted: Parameters<typeof articlesOf>[1]) => articlesOf(data, wanted).map(({ no, settings }) => [no, settings.map(({ key }) => key)])

test('settings stand under their article, by item, and last those of no article; an article without any is left out', () => {
  expect(shown(() => true)).toEqual([[8, ['host.years']], [10, ['form.version', 'notice.days']], [null, ['file.types']]])
})

test.each([
  ['第十条', [[10, ['form.version', 'notice.days']]]],
  ['Host', [[8, ['host.years']]]],
  ['nothing', []],
])('an article is found by its heading: %s', (q, found) => expect(shown((_, heading) => heading.includes(q))).toEqual(found))
