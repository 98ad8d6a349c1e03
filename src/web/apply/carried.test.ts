import { expect, test } from 'vitest'
import { disassemble, type Value } from './application.ts'
import { demoApplication } from '../../demo/applications.ts'
import { form2026A as form } from '../../procedures/recognition/recognition.form.ts'
import { carried } from './carried.ts'

const earlier = disassemble(demoApplication('iron', { on: '2026-01-05' }).data) as Record<string, Value>
const all = form.sections.map(({ id }) => id)

test('into an empty draft everything the applicant wrote is carried, but no file', () => {
  const paths = carried(form, earlier, {}, all).map(({ path }) => path)
  expect(paths).toContain('A.direction')
  expect(paths.some((path) => path.startsWith('E.equipment.'))).toBe(true)
  expect(paths.some((path) => path.endsWith('.photo') || path === 'D.floorPlan')).toBe(false)
})

test('what is written already is left alone, and a table that has rows is not mixed', () => {
  const paths = carried(form, earlier, { 'A.direction': '新方向', 'E.equipment.mine': 0 }, all).map(({ path }) => path)
  expect(paths).not.toContain('A.direction')
  expect(paths.some((path) => path.startsWith('E.equipment.'))).toBe(false)
})

test('only the sections chosen are carried', () => {
  expect(new Set(carried(form, earlier, {}, ['B']).map(({ path }) => path[0]))).toEqual(new Set(['B']))
})
