/** What runs out, base by base: computed from the rows and the file, reminded of by the clock, listed for whoever may see it. */
import type { Context } from '../../platform/case-log.ts'
import { rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { BaseRow, Cell } from '../../settings/base-tables/table.ts'
import type { TableId } from '../../settings/base-tables/tables.ts'
import { nearing, type Nearing, type Watched, watchedOf, watchedTables, type WatchFile } from '../../settings/base-watch.ts'
import type { RulesInForce } from '../../settings/in-force.ts'

type Seen = WatchFile & { baseId: string; name: string; status: string; watched: Nearing[]; county: string; hosts: { name: string; lead: boolean; demo: boolean }[] }
export type WatchedBase = { caseId: string; file: Seen; all: Watched[]; near: Nearing[] }

/** Every base on the register with what is watched of it; under row security those of the viewer. */
export async function watchedBases({ tx, jurisdiction, today, rules }: Context, only?: string): Promise<WatchedBase[]> {
  const { settings } = rules as unknown as RulesInForce
  const bases = await rowsOf<{ case_id: string; base_id: string; body: Seen }>(tx, sql`select case_id, base_id, body from base_file where jurisdiction = ${jurisdiction} and body->>'status' = 'live' ${only ? sql`and base_id = ${only}` : sql``} order by base_id`)
  const kept = await rowsWatched(tx, jurisdiction, only)
  return bases.map(({ case_id, base_id, body }) => {
    const all = watchedOf(body, kept.get(base_id) ?? {}, settings)
    return { caseId: case_id, file: body, all, near: nearing(all, today, settings) }
  })
}

/** The rows that hold now of the tables in which something runs out. */
async function rowsWatched(tx: Tx, jurisdiction: string, only?: string): Promise<Map<string, Partial<Record<TableId, BaseRow[]>>>> {
  const rows = await rowsOf<{ base_id: string; table_id: TableId; row_id: string; data: Record<string, Cell> }>(tx, sql`
    select base_id, table_id, row_id, data from base_row where jurisdiction = ${jurisdiction} and valid_to is null and table_id = any(${watchedTables}::text[]) ${only ? sql`and base_id = ${only}` : sql``} order by base_id, table_id, position`)
  const by = new Map<string, Partial<Record<TableId, BaseRow[]>>>()
  for (const { base_id, table_id, row_id, data } of rows) {
    const tables = by.get(base_id) ?? {}
    tables[table_id] = [...(tables[table_id] ?? []), { ...data, id: row_id }]
    by.set(base_id, tables)
  }
  return by
}

/** After rows were kept: what is near now. The caller's rows are in the table already, or stand in `instead`. */
export async function nearNow(context: Context, file: WatchFile & { baseId: string }, instead: { table: TableId; rows: readonly BaseRow[]; drop: readonly string[] }): Promise<Nearing[]> {
  const kept = (await rowsWatched(context.tx, context.jurisdiction, file.baseId)).get(file.baseId) ?? {}
  const put = new Map(instead.rows.map((row) => [row.id, row]))
  const before = (kept[instead.table] ?? []).filter(({ id }) => !put.has(id) && !instead.drop.includes(id))
  const rows = watchedTables.includes(instead.table) ? { ...kept, [instead.table]: [...before, ...instead.rows] } : kept
  const { settings } = context.rules as unknown as RulesInForce
  return nearing(watchedOf(file, rows, settings), context.today, settings)
}

const mark = ({ key, reached }: Nearing) => `${key} ${reached}`

/** Bases in which something has come to its next reminder. */
export async function basesToRemind(context: Context): Promise<{ caseId: string; data: { open: Nearing[]; told: string[] } }[]> {
  return (await watchedBases(context)).flatMap(({ caseId, file, near }) => {
    const known = new Set(file.watched.map(mark))
    const told = near.filter((item) => !known.has(mark(item))).map(({ key }) => key)
    return told.length > 0 ? [{ caseId, data: { open: near, told } }] : []
  })
}

/** Bases in which something is no longer near, and nothing new is. */
export async function basesToWatch(context: Context): Promise<{ caseId: string; data: { open: Nearing[] } }[]> {
  return (await watchedBases(context)).flatMap(({ caseId, file, near }) => {
    const now = new Set(near.map(mark))
    const known = new Set(file.watched.map(mark))
    return file.watched.some((item) => !now.has(mark(item))) && near.every((item) => known.has(mark(item))) ? [{ caseId, data: { open: near } }] : []
  })
}
