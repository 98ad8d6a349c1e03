/** Rows of cases: the list with its counts, and the worklist by due date. Counts are those of the viewer's own visibility. */
import type { CaseList, CaseRow, WorkRow, Worklist } from '../contract.ts'
import { type Day, plusDays, weekday } from '../kernel/day.ts'
import { handsOf } from '../kernel/procedure.ts'
import type { Basis } from '../kernel/rule.ts'
import type { AlsoWaits, Context, Engine } from './case-log.ts'
import type { CaseDoor } from './case-routes.ts'
import { notMeant } from './case-row.ts'
import { badInput, notFound } from './problem.ts'
import { listed, rowOf, rowsOf, sql } from './query.ts'

export type ListQuery = { procedure?: string; status?: string; county?: string; q?: string; sort: 'since' | 'due' | 'number' | 'title'; /** Only those no other case deals with. */ free?: '1'; cursor?: string; limit: number }

/** `and`: further conditions of a procedure's own list. */
export async function listCases(context: Context, query: ListQuery, and: Parameters<typeof listed>[0] = []): Promise<CaseList> {
  const { tx, jurisdiction } = context
  const scope = [sql`jurisdiction = ${jurisdiction}`, ...and, ...(query.procedure ? [sql`procedure = ${query.procedure}`] : []), ...(query.county ? [sql`county = ${query.county}`] : []),
    ...(query.q ? [sql`search like ${`%${query.q.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`] : [])]
  const filter = [...scope, ...(query.status ? [sql`status = ${query.status}`] : [])]
  const order = { since: sql`since desc, case_id`, due: sql`due_on asc nulls last, case_id`, number: sql`number desc, case_id`, title: sql`title, case_id` }[query.sort]
  const offset = query.cursor && /^\d{1,7}$/.test(query.cursor) ? Number(query.cursor) : 0
  if (query.cursor && !/^\d{1,7}$/.test(query.cursor)) throw badInput([{ path: 'cursor', expected: { zh: '上一页给出的 cursor', en: 'the cursor of the page before' } }])
  const rows = await rowsOf<Row>(tx, sql`select ${columns} from case_list l where ${listed(filter)} order by ${order} limit ${query.limit} offset ${offset}`)
  const counts = await rowsOf<{ status: string; count: number }>(tx, sql`select status, count(*)::int as count from case_list where ${listed(scope)} group by status order by status`)
  const total = query.status ? (counts.find(({ status }) => status === query.status)?.count ?? 0) : counts.reduce((sum, { count }) => sum + count, 0)
  return { rows: rows.map((row) => toRow(row, context)), total, cursor: offset + rows.length < total ? String(offset + rows.length) : null, counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])) }
}

type Row = { case_id: string; number: string; procedure: string; title: string; status: string; version: number; hosts: CaseRow['hosts']; county: string | null; county_name: string | null; field: string | null; track: string | null; opened_on: Day; since: Day; due_on: Day | null; due_provisional: boolean; limit_days: number | null; used_days: number | null; waits_role: string | null; waits_for: string[]; also: AlsoWaits[] }
const columns = sql`l.case_id, l.number, l.procedure, l.status, l.version, l.hosts, l.county, l.field, l.track, l.opened_on, l.since, l.due_on, l.due_provisional, l.limit_days, l.used_days, l.waits_role, l.waits_for, l.also,
  coalesce(nullif(l.title, ''), (select '晋中市' || (v.value #>> '{}') || '中试基地' from draft_value v where v.jurisdiction = l.jurisdiction and v.case_id = l.case_id and v.path = 'A.direction'), '') as title,
  (select o.name from organisation o where o.jurisdiction = l.jurisdiction and o.id = l.county) as county_name`

export async function caseRow(context: Context, caseId: string): Promise<CaseRow> {
  const row = await rowOf<Row>(context.tx, sql`select ${columns} from case_list l where jurisdiction = ${context.jurisdiction} and case_id = ${caseId}`)
  if (!row) throw notFound()
  return toRow(row, context)
}

function toRow(row: Row, { today, rules }: Context): CaseRow {
  return {
    id: row.case_id, number: row.number, procedure: row.procedure, title: row.title, status: row.status, version: row.version, hosts: row.hosts, county: row.county ? { org: row.county, name: row.county_name ?? row.county } : null,
    field: row.field, track: row.track, openedOn: row.opened_on, since: row.since,
    due: row.due_on && row.limit_days !== null ? { day: row.due_on, provisional: row.due_provisional, left: rules.between(today, row.due_on), used: (row.used_days ?? 0) + rules.between(row.since, today), limit: row.limit_days, soon: row.due_on >= today && rules.between(today, row.due_on) <= rules.limit('due.soonDays') } : null,
  }
}

export async function worklistOf(context: Context, door: CaseDoor, tab: 'mine' | 'others' | 'done'): Promise<Worklist> {
  const { tx, jurisdiction, viewer, today } = context
  // What another case deals with is nobody's own turn until that case has ended.
  const elsewhere = door.elsewhere.where(jurisdiction)
  const turns = turnsOf(context)
  const any = (of: (turn: Turn) => ReturnType<typeof sql>) => (turns.length === 0 ? sql`false` : sql`(${listed(turns.map(of), sql` or `)})`)
  const mine = sql`(not (${elsewhere}) and ${any(({ role, held, not }) => sql`(waits_role = ${role} and waits_for && ${held}::text[] and not (waits_for && ${not}::text[]))`)}
    or exists (select 1 from jsonb_array_elements(also) a where ${any(({ role, held, not }) => sql`(a->>'role' = ${role} and a->'orgs' ?| ${held}::text[] and not (a->'orgs' ?| ${not}::text[]))`)}))`
  const acted = sql`acted @> ${[viewer.person]}::text[]`
  const others = sql`waits_role is not null and not (${mine}) and (${acted} or orgs && ${viewer.orgs}::text[])`
  const which = { mine, others, done: sql`${acted} and not (${mine})` }[tab]
  const turnIn = (role: string | null, parties: readonly string[]) => turns.find((turn) => turn.role === role && turn.held.some((one) => parties.includes(one)) && !turn.not.some((one) => parties.includes(one)))
  /** What of a case lies with this viewer beside its own turn, where that is not theirs. */
  const waitsAlso = ({ waits_role, waits_for, also }: Row): AlsoWaits | undefined => (turnIn(waits_role, waits_for) ? undefined : also.find(({ role, orgs }) => turnIn(role, orgs)))
  const rows = await rowsOf<Row & { elsewhere: boolean }>(tx, sql`select ${columns}, (${elsewhere}) as elsewhere from case_list l where jurisdiction = ${jurisdiction} and ${which} order by due_on asc nulls last, since, case_id limit 200`)
  const counts = await rowOf<{ mine: number; others: number; done: number }>(tx, sql`
    select count(*) filter (where ${mine})::int as mine, count(*) filter (where ${others})::int as others, count(*) filter (where ${acted} and not (${mine}))::int as done from case_list where jurisdiction = ${jurisdiction}`)
  const byStatus = await rowsOf<{ procedure: string; status: string; count: number }>(tx, sql`select procedure, status, count(*)::int as count from case_list where jurisdiction = ${jurisdiction} group by procedure, status order by procedure, status`)
  const besides = await door.besides(context)
  const cases = rows.map((listedRow): WorkRow => {
    const other = waitsAlso(listedRow)
    const row = other ? { ...listedRow, due_on: other.due, due_provisional: false, limit_days: other.due ? Math.max(0, context.rules.between(listedRow.since, other.due)) : null, used_days: 0 } : listedRow
    const engine = door.engines[row.procedure]
    const { awaits, earlier } = engine?.statuses[row.status] ?? {}
    const own = earlier?.role === row.waits_role ? earlier : awaits
    const turn = other ?? (listedRow.elsewhere ? { asks: door.elsewhere.asks, steps: [] } : own)
    const roles = [...new Set([...(row.waits_role ? [row.waits_role] : []), ...row.also.map(({ role }) => role)])]
    return { ...toRow(row, context), asks: turn?.asks ?? { zh: '', en: '' }, with: roles.map((role) => door.wording.roles[role] ?? { zh: role, en: role }), law: lawOf(engine, turn), steps: [...(turn?.steps ?? [])], overdue: row.due_on !== null && row.due_on < today, delegated: turnIn(row.waits_role, row.waits_for)?.for ?? null, place: null }
  })
  const list = [...cases, ...(tab === 'done' ? [] : besides[tab])].toSorted((a, b) => (a.due?.day ?? '9').localeCompare(b.due?.day ?? '9'))
  const days = Array.from({ length: 15 }, (_, at) => plusDays(today, at)).map((day) => ({
    day, working: door.workingDay(context, day), makeUp: door.workingDay(context, day) === true && [0, 6].includes(weekday(day)), due: list.filter((row) => row.due?.day === day).length }))
  return { today, rows: list, counts: { mine: (counts?.mine ?? 0) + besides.mine.length, others: (counts?.others ?? 0) + besides.others.length, done: counts?.done ?? 0 }, byProcedure: Object.fromEntries(Object.keys(door.engines).map((procedure) => [procedure, list.filter((row) => row.procedure === procedure).length])), byStatus, days }
}

type Turn = { role: string; held: readonly string[]; not: readonly string[]; for: string | null }
/** By which roles a turn may be this person's, their own before those they hold for somebody, and by which marks it is not: who acted before counts with whom they act for. */
const turnsOf = ({ actor }: Context): Turn[] => actor.holds.toSorted((a, b) => Number(Boolean(a.for)) - Number(Boolean(b.for)))
  .map((held) => ({ role: held.role, held: [held.org, actor.person], not: handsOf(actor.person, held).map(notMeant), for: held.for?.name ?? null }))

/** What is asked for rests on these: not on what may be done beside it. */
const lawOf = (engine: Engine | undefined, turn: { steps: readonly string[]; law?: Basis } | undefined): Basis[] =>
  [...new Set([...(turn?.law ? [turn.law] : []), ...(turn?.steps ?? []).flatMap((name) => (engine?.steps[name] as { law: Basis } | undefined)?.law ?? [])])].slice(0, 3)
