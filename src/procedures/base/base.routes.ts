/** A base over HTTP: its page on any day, its tables with their evidence, and what runs out anywhere. Rows are written by the step `keepTable`. */
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import { caseFile } from '../../platform/case-access.ts'
import type { Server } from '../../platform/http.ts'
import { badInput, notFound } from '../../platform/problem.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import type { BaseTable, KeptRow } from '../../settings/base-tables/table.ts'
import { baseTables, tableIds } from '../../settings/base-tables/tables.ts'
import { beginsOn, reachedOf, watchWords, type Watched } from '../../settings/base-watch.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { standing } from '../../kernel/procedure.ts'
import { rowsOfTable, worksWithBases } from '../base-at-hand.ts'
import type { BaseCase } from './base.case.ts'
import { caseOfBase, detailOf } from './base.profile.door.ts'
import { readinessRoutes } from './base.readiness.routes.ts'
import { tableOf } from './base.rows.door.ts'
import { sheetRoutes } from './base.sheet.routes.ts'
import { base as steps } from './base.ts'
import { watchedBases } from './base.watch.door.ts'

export type Evidence = { id: string; name: string; size: number; type: string }
export type TableShown = { base: { number: string; name: string; case: string; demo: boolean; holds: BaseCase['holds'] }; table: BaseTable; rows: KeptRow[]; files: Evidence[]; on: Day; today: Day; since: Day; version: number; mayKeep: boolean }
export type RowVersion = { no: number; validFrom: Day; validTo: Day | null; by: string; on: Day; row: KeptRow }
export type WatchRow = Watched & { what: Words; base: { number: string; name: string; demo: boolean }; host: string; county: string; left: number; reached: number | null; begins: Day }
export type WatchList = { /** Whether the viewer has bases to work with at all. */ works: boolean; rows: WatchRow[]; total: number; within: number; today: Day; counts: { over: number; near: number; later: number } }

const params = z.object({ number: z.string().max(64) })
const tableParams = params.extend({ table: z.string().max(40) })
const onDay = z.strictObject({ on: z.iso.date().optional() })

export function baseProcedureRoutes(app: Server, door: CaseDoor) {
  const { inContext } = door

  app.get('/api/bases/:number', { config: { access: 'signedIn' }, schema: { summary: 'One base as of a day: what is public, and for its parties the whole file', tags: ['bases'], params, querystring: onDay } },
    (request) => inContext(request, (context) => detailOf(context, request.params.number, request.query.on ?? context.today)))

  app.get('/api/base-tables', { config: { access: 'signedIn' }, schema: { summary: 'The tables a base keeps, as data', tags: ['bases'] } },
    (request) => inContext(request, async () => ({ tables: tableIds.map((id) => baseTables[id] as BaseTable) })))

  app.get('/api/bases/:number/tables/:table', { config: { access: 'signedIn' }, schema: { summary: 'One table of a base as of a day, with its evidence', tags: ['bases'], params: tableParams, querystring: onDay } },
    (request) => inContext(request, (context) => tableShown(context, door, request.params, request.query.on)))

  app.get('/api/bases/:number/tables/:table/rows/:row', { config: { access: 'signedIn' }, schema: { summary: 'Every version of one row, the latest first', tags: ['bases'], params: tableParams.extend({ row: z.string().max(64) }) } },
    (request) => inContext(request, async (context): Promise<{ versions: RowVersion[] }> => ({ versions: await versionsOf(context, request.params) })))

  app.get('/api/watch', { config: { access: 'signedIn' }, schema: { summary: 'What runs out at the bases I am a party of', tags: ['bases'], querystring: z.strictObject({ within: z.coerce.number().int().min(0).max(3660).default(90), base: z.string().max(64).optional(), of: z.string().max(40).optional() }) } },
    (request) => inContext(request, (context) => watchList(context, request.query)))

  sheetRoutes(app, door)
  readinessRoutes(app, door)
}

async function tableShown(context: Context, door: CaseDoor, { number, table: id }: { number: string; table: string }, asked?: Day): Promise<TableShown> {
  const { tx, jurisdiction, actor, today } = context
  const { table, id: tableId } = tableOf(id)
  const { caseId, baseId } = await caseOfBase(context, number)
  const { file, entries } = await caseFile(context, door.engines, caseId)
  const told = file as unknown as BaseCase
  const on = asked ?? today
  if (on > today || on < told.recognisedOn) throw badInput([{ path: 'on', expected: { zh: `${told.recognisedOn} 至 ${today} 之间的一天`, en: `a day between ${told.recognisedOn} and ${today}` } }])
  const rows = await rowsOfTable(tx, jurisdiction, baseId, tableId, { on })
  const named = [...new Set(rows.flatMap(({ evidence }) => evidence ?? []))]
  const files = named.length > 0 ? await rowsOf<Evidence>(tx, sql`select id, name, size::int as size, type from file where jurisdiction = ${jurisdiction} and case_id = ${caseId} and id = any(${named}::text[]) order by name`) : []
  return {
    base: { number: baseId, name: told.name, case: caseId, demo: told.hosts.some(({ demo }) => demo), holds: told.holds.filter(({ lifted }) => !lifted) }, table, rows, files, on, today, since: told.recognisedOn, version: entries.length,
    mayKeep: on === today && told.status === 'live' && standing(steps.keepTable.by, file, actor) !== undefined,
  }
}

async function versionsOf(context: Context, { number, table, row }: { number: string; table: string; row: string }): Promise<RowVersion[]> {
  const { tx, jurisdiction } = context
  const { id } = tableOf(table)
  const { caseId, baseId } = await caseOfBase(context, number)
  const rows = await rowsOf<{ no: number; valid_from: Day; valid_to: Day | null; data: Record<string, never>; evidence: string[]; by: string; on: Day }>(tx, sql`
    select r.no, r.valid_from, r.valid_to, r.data, r.evidence, e.body->'by'->>'name' as by, e.body->>'on' as on from base_row r join case_entry e on e.jurisdiction = r.jurisdiction and e.case_id = r.case_id and e.no = r.no
     where r.jurisdiction = ${jurisdiction} and r.case_id = ${caseId} and r.base_id = ${baseId} and r.table_id = ${id} and r.row_id = ${row} order by r.no desc`)
  if (rows.length === 0) throw notFound()
  return rows.map(({ no, valid_from, valid_to, data, evidence, by, on }) => ({ no, validFrom: valid_from, validTo: valid_to, by, on, row: { ...data, id: row, ...(evidence.length > 0 && { evidence }), validFrom: valid_from, validTo: valid_to } }))
}

async function watchList(context: Context, { within, base, of }: { within: number; base?: string | undefined; of?: string | undefined }): Promise<WatchList> {
  const { today } = context
  const { settings } = context.rules as unknown as RulesInForce
  const all = (await watchedBases(context, base)).flatMap(({ file, all: watched }) => watched.map((item): WatchRow => ({
    ...item, what: watchWords[item.of] ?? { zh: item.of, en: item.of }, base: { number: file.baseId, name: file.name, demo: file.hosts.some(({ demo }) => demo) }, host: file.hosts.find(({ lead }) => lead)?.name ?? '', county: file.county,
    left: Math.round((Date.parse(item.on) - Date.parse(today)) / 86_400_000), reached: reachedOf(item, today, settings), begins: beginsOn(item, settings),
  }))).filter((row) => !of || row.of === of).sort((a, b) => a.on.localeCompare(b.on) || a.base.number.localeCompare(b.base.number))
  const rows = all.filter(({ left }) => left <= within)
  return { works: await worksWithBases(context), rows, total: rows.length, within, today, counts: { over: all.filter(({ left }) => left < 0).length, near: all.filter(({ left, reached }) => left >= 0 && reached !== null).length, later: all.filter(({ left, reached }) => left >= 0 && reached === null).length } }
}
