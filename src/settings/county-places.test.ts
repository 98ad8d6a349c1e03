import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countyPlaces } from './county-places.ts'
import { divisions } from './divisions.ts'

test('every county has one place, and no two share one', () => {
  expect(countyPlaces.map(({ code }) => code).sort()).toEqual(divisions.map(({ code }) => code as string).sort())
  expect(new Set(countyPlaces.map(({ column, row }) => `${column} ${row}`)).size).toBe(countyPlaces.length)
})

test('the portal and the workbench draw the counties alike', () => {
  const sheet = readFileSync(join(import.meta.dirname, '../portal/portal.css'), 'utf8')
  const drawn = [...sheet.matchAll(/\.c(\d{6}) \{ grid-area: (\d) \/ (\d) \}/g)].map(([, code, row, column]) => ({ code, column: Number(column) - 1, row: Number(row) - 1 }))
  expect(drawn.sort((a, b) => a.code!.localeCompare(b.code!))).toEqual([...countyPlaces].sort((a, b) => a.code.localeCompare(b.code)))
})
