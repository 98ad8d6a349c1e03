/** The rows a grid shows. A checklist shows every item, also those nobody has answered yet. */
import type { Row, Table } from './application.ts'

export type Line = {
  id: string; row: Row
  /** Whether the row lies in the draft. */
  real: boolean
  /** In a checklist: which item, and where it stands. */
  key?: string; position: number
}

export function linesShown(table: Table, rows: readonly Row[]): Line[] {
  const keyed = table.columns.find(({ id }) => id === table.oneRowPer)
  if (!keyed) return rows.map((row, position) => ({ id: row.id, row, real: true, position }))
  const options = keyed.options ?? []
  const listed = options.map(({ value }, position): Line => {
    const row = rows.find((one) => one[keyed.id] === value)
    const id = row?.id ?? `item-${value}`
    return { id, row: row ?? { id, [keyed.id]: value }, real: row !== undefined, key: value, position }
  })
  // What came in otherwise stays visible: a second row of one item has to be taken away by hand.
  const extra = rows.filter((row) => !listed.some(({ id }) => id === row.id)).map((row, index): Line => ({ id: row.id, row, real: true, position: options.length + index }))
  return [...listed, ...extra]
}
