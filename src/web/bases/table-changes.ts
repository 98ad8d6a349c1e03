/** What of the edited rows is to be entered. */
import type { BaseRow, BaseTable } from '../../settings/base-tables/table.ts'
import { rowFaults, tidyRow } from '../../settings/base-tables/rows.ts'

export type Changes = { put: BaseRow[]; drop: string[] }

/** Rows that differ from what was loaded, and rows that are gone. Rows nothing is written in count as not there. */
export function changesOf(table: BaseTable, before: readonly BaseRow[], after: readonly BaseRow[]): Changes {
  const kept = after.map((row) => tidyRow(table, row)).filter((row) => Object.keys(row).length > 1)
  const known = new Map(before.map((row) => [row.id, JSON.stringify(sorted(tidyRow(table, row)))]))
  return { put: kept.filter((row) => known.get(row.id) !== JSON.stringify(sorted(row))), drop: before.filter(({ id }) => !kept.some((row) => row.id === id)).map(({ id }) => id) }
}

const sorted = (row: BaseRow) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))

/** Every fault of the rows to be entered, by row and column. */
export const faultsOf = (table: BaseTable, rows: readonly BaseRow[]) => rows.flatMap((row) => rowFaults(table, row).map(({ column, expected }) => ({ row: row.id, column, expected })))
