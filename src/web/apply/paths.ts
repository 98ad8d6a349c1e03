/** Places of the form as paths: "D.area" a field, "E.equipment.r7" a row, "E.equipment.r7.value" a cell, "attachments.A13" files. */
import type { Row } from './application.ts'

export type Place = { section: string; item: string; row: string | null; column: string | null }

export function placeOf(path: string): Place {
  const [section = '', item = '', row = null, column = null] = path.split('.')
  return { section, item, row, column }
}

export const cellPath = (table: string, row: string, column: string) => `${table}.${row}.${column}`
export const rowPath = (table: string, row: string) => `${table}.${row}`

/** The row a cell belongs to; nothing for other places. */
export const rowOfCell = (path: string): string | null => {
  const { section, item, row, column } = placeOf(path)
  return row !== null && column !== null ? `${section}.${item}.${row}` : null
}

/** Row ids are never used twice, by nobody: they are drawn, not counted. */
export function newRowId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return `r${Array.from(random(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, '0')).join('')}`
}

type Values = { readonly [path: string]: unknown }

/** A position after `row` and before the next one; without a row, at the end. */
export function positionAfter(values: Values, table: string, rows: readonly Row[], row: string | null): number {
  const at = (one: Row | undefined) => (one && typeof values[rowPath(table, one.id)] === 'number' ? (values[rowPath(table, one.id)] as number) : undefined)
  const index = rows.findIndex(({ id }) => id === row)
  const [before, after] = [at(rows[index]), at(rows[index + 1])]
  if (before !== undefined && after !== undefined) return (before + after) / 2
  return Math.max(-1, ...rows.map((one) => at(one) ?? -1)) + 1
}
