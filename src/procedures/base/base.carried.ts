/** Which attachments of the application prove which rows of the register that opens from it (practice: each was asked for to prove them). Pure. */
import type { BaseRow } from '../../settings/base-tables/table.ts'
import type { TableId } from '../../settings/base-tables/tables.ts'
import type { Application } from './base.opening.ts'

/** A file as it was handed in with the application. */
export type HandedIn = { readonly id: string; readonly attachment: string | null }

/** Attachments by the code they were asked for under. */
const provenBy: { readonly [Table in TableId]?: (row: BaseRow) => readonly string[] } = {
  agreements: () => ['A02'], sites: () => ['A03'], equipment: () => ['A04'], staff: () => ['A05'], rules: () => ['A09'], services: () => ['A10'], results: () => ['A14'],
  permits: ({ kind }) => {
    switch (kind) {
      case 'safety': return ['A12', 'A13']
      case 'emergency': return ['A13']
      case 'radiation': case 'biosafety': return ['A15']
      default: return ['A12']
    }
  },
}
/** A file that was put into the row itself: a photograph, a proof, the rule as adopted. */
const inRow: { readonly [Table in TableId]?: readonly [section: string, table: string, column: string] } = { equipment: ['E', 'equipment', 'photo'], services: ['I', 'services', 'proof'], rules: ['J', 'rules', 'file'] }
const mostOfARow = 20

/** Every file that proves something, once. */
export const provingFiles = (tables: readonly { table: TableId; rows: readonly BaseRow[] }[], application: Application, files: readonly HandedIn[]): string[] =>
  [...new Set(tables.flatMap(({ table, rows }) => rows.flatMap((row) => proofOf(table, row, application, files))))]

/** The rows with their evidence, under the ids the files have in the base. */
export function withProof(tables: readonly { table: TableId; rows: BaseRow[] }[], application: Application, files: readonly HandedIn[], carried: ReadonlyMap<string, string>): { table: TableId; rows: BaseRow[] }[] {
  return tables.map(({ table, rows }) => ({ table, rows: rows.map((row) => {
    const evidence = proofOf(table, row, application, files).flatMap((id) => carried.get(id) ?? []).slice(0, mostOfARow)
    return evidence.length > 0 ? { ...row, evidence } : row
  }) }))
}

function proofOf(table: TableId, row: BaseRow, application: Application, files: readonly HandedIn[]): string[] {
  const codes = provenBy[table]?.(row) ?? []
  const own = [...fileIn(table, row.id, application), ...(table === 'sites' ? [application.D?.floorPlan, application.D?.photos].flat() : [])]
  const known = new Set(files.map(({ id }) => id))
  return [...new Set([...own.filter((id): id is string => typeof id === 'string' && known.has(id)), ...files.filter(({ attachment }) => attachment !== null && codes.includes(attachment)).map(({ id }) => id)])]
}

function fileIn(table: TableId, id: string, application: Application): unknown[] {
  const place = inRow[table]
  const rows = place && application[place[0]]?.[place[1]]
  return place && Array.isArray(rows) ? rows.filter((row: { id?: unknown }) => String(row.id) === id).map((row: Record<string, unknown>) => row[place[2]]) : []
}
