import { expect, test } from 'vitest'
import { placeOf } from '../regulation/jinzhong-2023/index.ts'
import { countyChecklists, examItems, formExam2026 } from './checklists-2026.ts'
import { asksComment, bandOf, rubric2026, rubricItems, sheetTotal } from './rubric-2026.ts'
import { isSettingKey, settingsOn } from './settings.ts'
import { siteTotal, siteVisit2026 } from './site-visit-2026.ts'

const { dimensions } = rubric2026
const sum = (points: readonly number[]) => points.reduce((total, one) => total + one, 0)

test('eighteen items in seven dimensions make a hundred points', () => {
  expect(rubricItems.length).toBe(18)
  expect(dimensions.map(({ points }) => points)).toEqual([15, 20, 15, 20, 15, 8, 7])
  expect(sum(dimensions.map(({ points }) => points))).toBe(100)
  for (const { no, points, items } of dimensions) expect(sum(items.map((item) => item.points)), `dimension ${no}`).toBe(points)
})

test.each(rubricItems.map((item) => [item.id, item] as const))('item %s: four bands, each point in exactly one', (_, item) => {
  const { points, bands } = item
  expect(bands.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D'])
  for (let value = 0; value <= points; value++)
    expect(bands.filter(({ most, least }) => value <= most && value >= least).length, String(value)).toBe(1)
  expect(bandOf(item, points + 1)).toBeUndefined()
  expect(bandOf(item, -1)).toBeUndefined()
})

test('nine points fall 9–8, 7–6, 5–3, 2–0, and the outer bands ask for a comment', () => {
  const item = rubricItems.find(({ id }) => id === '2.2')!
  expect([9, 8, 7, 6, 5, 3, 2, 0].map((value) => bandOf(item, value))).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D'])
  expect([8, 7, 3, 2].map((value) => asksComment(item, value))).toEqual([true, false, false, true])
})

test('a sheet counts when every item has whole points within its range', () => {
  const full = Object.fromEntries(rubricItems.map(({ id, points }) => [id, points]))
  expect(sheetTotal(full)).toBe(100)
  expect(sheetTotal({ ...full, '1.1': 0 })).toBe(94)
  expect(sheetTotal({ ...full, '1.1': 7 })).toBeUndefined()
  expect(sheetTotal({ ...full, '1.1': 5.5 })).toBeUndefined()
  expect(sheetTotal({ ...full, '1.1': undefined })).toBeUndefined()
})

test('six blocks of the site visit make a hundred points', () => {
  expect(siteVisit2026.blocks.map(({ points }) => points)).toEqual([20, 25, 15, 20, 15, 5])
  expect(siteTotal({ S1: 20, S2: 25, S3: 15, S4: 20, S5: 15, S6: 5 })).toBe(100)
  expect(siteTotal({ S1: 20.5, S2: 25, S3: 15, S4: 20, S5: 15, S6: 5 })).toBeUndefined()
  expect(siteTotal({ S1: 20 })).toBeUndefined()
})

test('the county asks eight, eleven and seven questions, the city fifteen', () => {
  const { truth, completeness, form } = countyChecklists
  expect([truth, completeness, form].map(({ questions }) => questions.length)).toEqual([8, 11, 7])
  expect(formExam2026.items.map(({ code }) => code)).toEqual(Array.from({ length: 15 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`))
  const items = examItems(settingsOn('2026-11-23', [])['form.hardFail'])
  expect(items.filter(({ hardFail }) => hardFail).map(({ code }) => code)).toEqual(['F01', 'F08', 'F13'])
})

test('whatever the lists rest on exists: an article with that item, or a setting', () => {
  const laws = [...dimensions, ...siteVisit2026.blocks, ...formExam2026.items].map(({ law }) => law)
  for (const law of laws)
    expect(law.startsWith('setting:') ? isSettingKey(law.slice(8)) : placeOf(law as 'Art. 1') !== undefined, law).toBe(true)
})
