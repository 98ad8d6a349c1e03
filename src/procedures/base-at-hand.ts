/**
 * A base as procedures about it take it into their own file: read under the viewer's row security, so that whoever is no
 * party of the base does not find it.
 */
import type { Day } from '../kernel/day.ts'
import type { Verdict } from '../kernel/rule.ts'
import type { Context } from '../platform/case-log.ts'
import { listed, rowsOf, sql, type Tx } from '../platform/query.ts'
import { type FileSeen, findingsOf, findingTables } from '../settings/base-findings.ts'
import type { BaseStatus } from '../settings/base-status.ts'
import type { BaseRow, BaseTable, Cell, KeptRow } from '../settings/base-tables/table.ts'
import { baseTables, type TableId } from '../settings/base-tables/tables.ts'
import type { Settings } from '../settings/settings.ts'

export type Grade = 'excellent' | 'good' | 'fair' | 'poor'
export type BaseAtHand = {
  id: string; case: string; unit: string; name: string; formerNames: string[]; status: BaseStatus; hosts: { org: string; name: string; lead: boolean; demo: boolean }[]
  county: string; countyOrg: string; field: string; direction: string; recognisedOn: Day; /** Operates since; none while it is being built, whatever else holds it. */ operatingSince: Day | null; certificateNo: string; chemical: boolean; director: { name: string; from: Day; to: Day; acting: boolean } | null
  grades: { year: number; outcome: string; grade: Grade | null }[]; holds: { case: string; kind: string; since: Day }[]; rectifications: { case: string; dueOn: Day }[]
}

type Term = { name: string; from: Day; to: Day; acting: boolean; ended: object | null }
type Body = {
  baseId: string; unit: string; name: string; formerNames: { name: string }[]; hosts: BaseAtHand['hosts']; county: string; field: string; direction: string; recognisedOn: Day; buildingSince?: Day | null; operatingSince?: Day | null; certificateNo: string; chemical: boolean
  terms: Term[]; grades: BaseAtHand['grades']; holds: { case: string; kind: string; since: Day; lifted: object | null }[]; rectifications: { case: string; dueOn: Day; ended: Day | null }[]
}

/** `undefined`: there is none, or the viewer is no party of it. */
export async function baseAtHand(tx: Tx, jurisdiction: string, baseId: string): Promise<BaseAtHand | undefined> {
  return (await basesAtHand(tx, jurisdiction, [sql`f.base_id = ${baseId}`]))[0]
}

/** Whether there are bases to work with: for the authorities always, for others once they are a party of one. */
export async function worksWithBases({ tx, jurisdiction, viewer }: Pick<Context, 'tx' | 'jurisdiction' | 'viewer'>): Promise<boolean> {
  return viewer.reach === 'city' || viewer.reach === 'authorities' || (await rowsOf(tx, sql`select 1 from base_file where jurisdiction = ${jurisdiction} limit 1`)).length > 0
}

/** Bases the viewer is a party of; conditions may speak of `f` (the file) and `b` (the published row). */
export async function basesAtHand(tx: Tx, jurisdiction: string, where: Parameters<typeof listed>[0] = []): Promise<BaseAtHand[]> {
  const rows = await rowsOf<{ case_id: string; body: Body; status: BaseStatus }>(tx, sql`
    select f.case_id, f.body, b.status from base_file f join base b on b.jurisdiction = f.jurisdiction and b.id = f.base_id where ${listed([sql`f.jurisdiction = ${jurisdiction}`, ...where])} order by f.base_id`)
  return rows.map(({ case_id, body, status }) => ({
    id: body.baseId, case: case_id, unit: body.unit, name: body.name, formerNames: body.formerNames.map(({ name }) => name), status, hosts: body.hosts, county: body.county, countyOrg: `county.${body.county}`, field: body.field,
    direction: body.direction, recognisedOn: body.recognisedOn, operatingSince: body.buildingSince ? null : (body.operatingSince ?? body.recognisedOn), certificateNo: body.certificateNo, chemical: body.chemical, director: directorOf(body.terms), grades: body.grades.map(({ year, outcome, grade }) => ({ year, outcome, grade })),
    holds: body.holds.filter(({ lifted }) => !lifted).map(({ case: id, kind, since }) => ({ case: id, kind, since })), rectifications: body.rectifications.filter(({ ended }) => !ended).map(({ case: id, dueOn }) => ({ case: id, dueOn })),
  }))
}

const directorOf = (terms: readonly Term[]): BaseAtHand['director'] => {
  const term = terms.filter(({ ended }) => !ended).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)
  return term ? { name: term.name, from: term.from, to: term.to, acting: term.acting } : null
}

/** The public notice a case stands on, and whether its period is over already; nothing where the notice was replaced or ended. */
export async function noticeAround(tx: Tx, jurisdiction: string, notice: string | undefined): Promise<{ id: string; late: boolean } | null> {
  const [row] = notice ? await rowsOf<{ status: string }>(tx, sql`select status from notice where jurisdiction = ${jurisdiction} and case_id = ${notice} and status in ('published', 'closed')`) : []
  return row && notice ? { id: notice, late: row.status === 'closed' } : null
}

/** Who is who in a case about this base: the roles of `CaseFile.parties`. */
export const partiesOf = (base: Pick<BaseAtHand, 'hosts' | 'unit' | 'countyOrg'>, jurisdiction: string) => {
  const [lead, partners, city] = [base.hosts.filter((host) => host.lead).map(({ org }) => org), base.hosts.filter((host) => !host.lead).map(({ org }) => org), [`city.${jurisdiction}`]]
  return {
    'host.clerk': lead, 'host.admin': lead, 'partner.admin': partners, 'base.director': [base.unit], 'base.clerk': [base.unit], 'county.officer': [base.countyOrg], 'county.lead': [base.countyOrg],
    'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'],
  }
}

/** The rows of a table as they hold on a day (without one: now); of a year: those that happened in it, else those that held in it, each as it was last. */
export async function rowsOfTable(tx: Tx, jurisdiction: string, baseId: string, table: TableId, { on, year }: { on?: Day; year?: number } = {}): Promise<KeptRow[]> {
  const { dated } = baseTables[table] as BaseTable
  const held = on ? sql`valid_from <= ${on} and (valid_to is null or valid_to >= ${on})`
    : year && !dated ? sql`valid_from <= ${`${year}-12-31`} and (valid_to is null or (valid_to >= ${`${year}-01-01`} and valid_to >= valid_from))` : sql`valid_to is null`
  const rows = await rowsOf<{ row_id: string; valid_from: Day; valid_to: Day | null; data: Record<string, Cell>; evidence: string[] }>(tx, sql`
    select * from (select distinct on (row_id) row_id, position, valid_from, valid_to, data, evidence from base_row
                    where jurisdiction = ${jurisdiction} and base_id = ${baseId} and table_id = ${table} and ${held} order by row_id, no desc) r order by position, row_id`)
  const kept = rows.map(({ row_id, valid_from, valid_to, data, evidence }): KeptRow => ({ ...data, id: row_id, ...(evidence.length > 0 && { evidence }), validFrom: valid_from, validTo: valid_to }))
  return year && dated ? kept.filter((row) => liesIn(year, row[dated[0]], dated[1] ? row[dated[1]] : undefined)) : kept
}

/** The rows of several tables as they hold on a day, in one asking. */
export async function rowsOfTables(tx: Tx, jurisdiction: string, baseId: string, tables: readonly TableId[], on: Day): Promise<{ [Table in TableId]?: KeptRow[] }> {
  const rows = await rowsOf<{ table_id: TableId; row_id: string; valid_from: Day; valid_to: Day | null; data: Record<string, Cell>; evidence: string[] }>(tx, sql`
    select * from (select distinct on (table_id, row_id) table_id, row_id, position, valid_from, valid_to, data, evidence from base_row
                    where jurisdiction = ${jurisdiction} and base_id = ${baseId} and table_id = any(${[...tables]}::text[]) and valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) order by table_id, row_id, no desc) r order by table_id, position, row_id`)
  const by: { [Table in TableId]?: KeptRow[] } = {}
  for (const { table_id, row_id, valid_from, valid_to, data, evidence } of rows) (by[table_id] ??= []).push({ ...data, id: row_id, ...(evidence.length > 0 && { evidence }), validFrom: valid_from, validTo: valid_to })
  return by
}

/** What the rules find of a base on a day: the same on its page, in inspection and in assessment. Empty for whoever may not see it. */
export async function baseFindings(tx: Tx, jurisdiction: string, baseId: string, { on, settings }: { on: Day; settings: Settings }): Promise<Verdict[]> {
  const [row] = await rowsOf<{ body: FileSeen }>(tx, sql`select body from base_file where jurisdiction = ${jurisdiction} and base_id = ${baseId}`)
  return row ? findingsOf(row.body, await rowsOfTables(tx, jurisdiction, baseId, findingTables, on), on, settings) : []
}

/** The same of every base the viewer is a party of, in two questions. */
export async function findingsByBase(tx: Tx, jurisdiction: string, { on, settings }: { on: Day; settings: Settings }): Promise<Map<string, Verdict[]>> {
  const files = await rowsOf<{ base_id: string; body: FileSeen }>(tx, sql`select base_id, body from base_file where jurisdiction = ${jurisdiction} order by base_id`)
  const rows = await rowsOf<{ base_id: string; table_id: TableId; row_id: string; data: Record<string, Cell>; evidence: string[] }>(tx, sql`
    select distinct on (base_id, table_id, row_id) base_id, table_id, row_id, data, evidence from base_row
     where jurisdiction = ${jurisdiction} and table_id = any(${[...findingTables]}::text[]) and valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) order by base_id, table_id, row_id, no desc`)
  const kept = new Map<string, { [Table in TableId]?: BaseRow[] }>()
  for (const { base_id, table_id, row_id, data, evidence } of rows) {
    const tables = kept.get(base_id) ?? {}
    ;(tables[table_id] ??= []).push({ ...data, id: row_id, ...(evidence.length > 0 && { evidence }) })
    kept.set(base_id, tables)
  }
  return new Map(files.map(({ base_id, body }) => [base_id, findingsOf(body, kept.get(base_id) ?? {}, on, settings)]))
}

const liesIn = (year: number, first: unknown, last: unknown): boolean => {
  const [from, to] = [Number(String(first ?? '').slice(0, 4)), Number(String(last ?? first ?? '').slice(0, 4))]
  return from <= year && to >= year
}
