/** Rows of the tables: checked against their table, frozen as a document under their fingerprint, read with the days they hold for. */
import type { Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/case-log.ts'
import { canonical, fingerprint } from '../../platform/canonical.ts'
import { badInput, type FieldProblem, notFound } from '../../platform/problem.ts'
import { json, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { rowFaults, tidyRow } from '../../settings/base-tables/rows.ts'
import type { BaseRow, BaseTable } from '../../settings/base-tables/table.ts'
import { baseTables, isTableId, type TableId } from '../../settings/base-tables/tables.ts'

/** A table by the name in an address. */
export const tableOf = (id: string): { id: TableId; table: BaseTable } => { if (!isTableId(id)) throw notFound(); return { id, table: baseTables[id] } }

export type Kept = { table: TableId; rows: BaseRow[]; drop: string[] }

/** What of a command is kept: every row checked, those that say nothing new left out. Throws with every fault of every row. */
export async function rowsToKeep(tx: Tx, about: { context: Context; caseId: string; baseId: string }, data: Record<string, unknown>, from: Day): Promise<Kept> {
  const { context, caseId, baseId } = about
  const id = data.table as TableId
  const table = baseTables[id]
  const asked = data.put as BaseRow[]
  const drop = [...new Set(data.drop as string[])]
  const faults: FieldProblem[] = asked.flatMap((row, at) => rowFaults(table, row).map(({ column, expected }) => ({ path: `put.${at}.${column}`, expected })))
  const twice = asked.flatMap((row, at) => (asked.findIndex((one) => one.id === row.id) === at && !drop.includes(row.id) ? [] : [{ path: `put.${at}.id`, expected: { zh: '同一行只能出现一次', en: 'the same row only once' } }]))
  const missing = await filesMissing(tx, context, caseId, asked)
  const current = new Map((await rowsOf<{ row_id: string; no: number; data: object; evidence: string[] }>(tx, sql`select row_id, no, data, evidence from base_row where jurisdiction = ${context.jurisdiction} and base_id = ${baseId} and table_id = ${id} and valid_to is null`)).map((row) => [row.row_id, row]))
  const unknown = drop.flatMap((row, at) => (current.has(row) ? [] : [{ path: `drop.${at}`, expected: { zh: '在册的一行', en: 'a row of the table' } }]))
  const seen = data.seen as number | undefined
  const overtaken = seen === undefined ? [] : [...asked.map(({ id: row }, at) => ({ row, path: `put.${at}` })), ...drop.map((row, at) => ({ row, path: `drop.${at}` }))]
    .filter(({ row }) => (current.get(row)?.no ?? 0) > seen).map(({ path }) => ({ path, expected: { zh: '别人在您之后改过这一行，请重新载入后再改', en: 'somebody changed this row after you saw it; load it again' } }))
  const all = [...faults, ...twice, ...missing, ...unknown, ...overtaken]
  if (all.length > 0) throw badInput(all)
  const rows = asked.map((row) => tidyRow(table, row)).filter((row) => { const before = current.get(row.id); return !before || canonical({ ...before.data, evidence: before.evidence, from }) !== canonical({ ...cellsOf(row), evidence: row.evidence ?? [], from }) })
  return { table: id, rows, drop }
}

const cellsOf = ({ id: _, evidence: __, ...cells }: BaseRow) => cells

/** Evidence is a file of this base, whoever of its parties put it down. */
async function filesMissing(tx: Tx, { jurisdiction }: Context, caseId: string, rows: readonly BaseRow[]): Promise<FieldProblem[]> {
  const named = [...new Set(rows.flatMap(({ evidence }) => evidence ?? []))]
  if (named.length === 0) return []
  const there = new Set((await rowsOf<{ id: string }>(tx, sql`select id from file where jurisdiction = ${jurisdiction} and case_id = ${caseId} and removed_at is null and id = any(${named}::text[])`)).map(({ id }) => id))
  return rows.flatMap((row, at) => (row.evidence ?? []).some((id) => !there.has(id)) ? [{ path: `put.${at}.evidence`, expected: { zh: '已上传到本档案的文件', en: 'a file uploaded to this base' } }] : [])
}

/** The rows under their fingerprint: the entry names it, the log verifies it. */
export async function freezeRows(tx: Tx, { context, caseId }: { context: Context; caseId: string }, kept: Kept): Promise<string> {
  const sha256 = fingerprint(kept)
  await rowsOf(tx, sql`insert into document (jurisdiction, case_id, sha256, kind, body, at) values (${context.jurisdiction}, ${caseId}, ${sha256}, 'table', ${json(kept)}, ${context.now.toISOString()}) on conflict do nothing`)
  return sha256
}

/** What held before ends on the day before; what is put holds from its day on. Gives the same rows when run again. */
export async function applyRows(tx: Tx, at: { jurisdiction: string; caseId: string; baseId: string; no: number; from: Day }, rows: string) {
  const { jurisdiction, caseId, baseId, no, from } = at
  await rowsOf(tx, sql`
    with kept as (select body from document where jurisdiction = ${jurisdiction} and case_id = ${caseId} and sha256 = ${rows}),
         touched as (select jsonb_array_elements(body->'rows')->>'id' as row_id from kept union select jsonb_array_elements_text(body->'drop') from kept)
    update base_row r set valid_to = ${from}::date - 1 from touched, kept
     where r.jurisdiction = ${jurisdiction} and r.base_id = ${baseId} and r.table_id = kept.body->>'table' and r.row_id = touched.row_id and r.no < ${no} and (r.valid_to is null or r.valid_to >= ${from}::date)`)
  await rowsOf(tx, sql`
    insert into base_row (jurisdiction, base_id, table_id, row_id, no, case_id, position, valid_from, valid_to, data, evidence)
    select ${jurisdiction}, ${baseId}, d.body->>'table', e.row->>'id', ${no}, ${caseId},
           coalesce((select min(b.position) from base_row b where b.jurisdiction = ${jurisdiction} and b.base_id = ${baseId} and b.table_id = d.body->>'table' and b.row_id = e.row->>'id'), ${no} * 10000 + e.ordinality::int),
           ${from}, null, e.row - 'id' - 'evidence', array(select jsonb_array_elements_text(coalesce(e.row->'evidence', '[]')))
      from document d, jsonb_array_elements(d.body->'rows') with ordinality as e(row, ordinality)
     where d.jurisdiction = ${jurisdiction} and d.case_id = ${caseId} and d.sha256 = ${rows}`)
}
