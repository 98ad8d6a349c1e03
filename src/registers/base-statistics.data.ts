/** What the bases within the viewer's visibility hold, as numbers by base and year: the database's row security decides which bases those are. */
import type { Day } from '../kernel/day.ts'
import { rowsOf, sql, type Tx } from '../platform/query.ts'

export type SeenBase = {
  id: string; county: string; field: string; status: string; recognisedOn: Day; endedOn: Day | null; promoted: 'province' | 'ministry' | 'nation' | null; /** The last year in which it was commended and given priority for the province. */ recommended: number | null
  grades: { year: number; outcome: string; grade: string | null }[]; /** Decided and not ended before they were paid, as the ledger counts them. */
  awards: { amount: string | number; on: Day; paidOn: Day | null }[]
}
export type Means = { base: string; pieces: number; value: number; open: number }
export type Staff = { base: string; persons: number; fullTime: number; bachelor: number; middle: number; senior: number }
/** One client of one base in one year; the key is its credit code, else its name. */
export type Client = { base: string; year: number; client: string; inCity: boolean; related: boolean; orders: number; amount: number; received: number; transferred: number; rated: number; stars: number }
export type Kind = { base: string; year: number; kind: string; orders: number; received: number }
export type Doing = { base: string; year: number; what: 'training' | 'events' | 'results'; times: number; persons: number }
export type Use = { base: string; year: number; used: number; available: number; outside: number }
export type Inspected = { base: string; year: number; result: string | null; status: string; requiredOn: Day | null; dueOn: Day | null; closedOn: Day | null; returns: number; escalated: boolean }
export type Held = { bases: SeenBase[]; means: Means[]; staff: Staff[]; clients: Client[]; kinds: Kind[]; doings: Doing[]; use: Use[]; inspected: Inspected[] }

/** Amounts are summed in hundredths: no digit is invented. */
const hundredths = (column: 'amount' | 'received' | 'value') => ({ amount: sql`sum(round((r.data->>'amount')::numeric * 100))`, received: sql`sum(round((r.data->>'received')::numeric * 100))`, value: sql`sum(round((r.data->>'value')::numeric * 100))` })[column]
const seen = (jurisdiction: string, table: string) => sql`from base_row r join base_file f on f.jurisdiction = r.jurisdiction and f.base_id = r.base_id where r.jurisdiction = ${jurisdiction} and r.table_id = ${table} and r.valid_to is null`

export async function heldBy(tx: Tx, jurisdiction: string): Promise<Held> {
  const bases = await rowsOf<SeenBase>(tx, sql`
    select b.id, b.county, b.field, b.status, b.recognised_on as "recognisedOn", f.body->'ended'->>'on' as "endedOn", f.body->>'promoted' as promoted, f.body->'grades' as grades,
           (select max(a.year) from assessment a join case_entry e on e.jurisdiction = a.jurisdiction and e.case_id = a.case_id and e.did = 'commend' where a.jurisdiction = b.jurisdiction and a.base_id = b.id and (e.body->'data'->>'recommend')::boolean) as recommended, coalesce((select jsonb_agg(jsonb_build_object('amount', a.committed, 'on', a.decided_on, 'paidOn', a.paid_on) order by a.number) from award a where a.jurisdiction = b.jurisdiction and a.base_id = b.id and a.decided_on is not null and a.status <> 'cancelled'), '[]') as awards
      from base b join base_file f on f.jurisdiction = b.jurisdiction and f.base_id = b.id where b.jurisdiction = ${jurisdiction} order by b.id`)
  const means = await rowsOf<Means>(tx, sql`
    select r.base_id as base, sum((r.data->>'count')::int)::int as pieces, ${hundredths('value')}::float8 / 100 as value, coalesce(sum(round((r.data->>'value')::numeric * 100)) filter (where r.data->>'open' = 'true'), 0)::float8 / 100 as open ${seen(jurisdiction, 'equipment')} group by 1`)
  const staff = await rowsOf<Staff>(tx, sql`
    select r.base_id as base, count(*)::int as persons, count(*) filter (where r.data->>'fullTime' = 'true')::int as "fullTime", count(*) filter (where r.data->>'education' in ('doctor', 'master', 'bachelor'))::int as bachelor,
           count(*) filter (where r.data->>'title' in ('senior', 'associateSenior', 'middle'))::int as middle, count(*) filter (where r.data->>'title' in ('senior', 'associateSenior'))::int as senior ${seen(jurisdiction, 'staff')} group by 1`)
  const clients = await rowsOf<Client>(tx, sql`
    select r.base_id as base, left(r.data->>'from', 4)::int as year, coalesce(nullif(r.data->>'clientCode', ''), r.data->>'client') as client, bool_or(r.data->>'inCity' = 'true') as "inCity", bool_or(r.data->>'related' = 'true') as related,
           count(*)::int as orders, ${hundredths('amount')}::float8 / 100 as amount, ${hundredths('received')}::float8 / 100 as received, count(*) filter (where r.data->>'transferred' = 'true')::int as transferred,
           count(r.data->>'satisfaction')::int as rated, coalesce(sum((r.data->>'satisfaction')::numeric), 0)::float8 as stars ${seen(jurisdiction, 'services')} group by 1, 2, 3`)
  const kinds = await rowsOf<Kind>(tx, sql`
    select r.base_id as base, left(r.data->>'from', 4)::int as year, r.data->>'kind' as kind, count(*)::int as orders, ${hundredths('received')}::float8 / 100 as received ${seen(jurisdiction, 'services')} group by 1, 2, 3`)
  const doings = await rowsOf<Doing>(tx, sql`
    select r.base_id as base, left(r.data->>'on', 4)::int as year, r.table_id as what, count(*)::int as times, coalesce(sum((r.data->>'persons')::int), 0)::int as persons
      from base_row r join base_file f on f.jurisdiction = r.jurisdiction and f.base_id = r.base_id where r.jurisdiction = ${jurisdiction} and r.table_id in ('training', 'events', 'results') and r.valid_to is null group by 1, 2, 3`)
  const use = await rowsOf<Use>(tx, sql`
    select r.base_id as base, left(r.data->>'month', 4)::int as year, sum((r.data->>'used')::numeric)::float8 as used, sum((r.data->>'available')::numeric)::float8 as available, sum((r.data->>'outside')::numeric)::float8 as outside ${seen(jurisdiction, 'use')} group by 1, 2`)
  const inspected = await rowsOf<Inspected>(tx, sql`
    select base_id as base, extract(year from ordered_on)::int as year, result, status, required_on as "requiredOn", due_on as "dueOn", closed_on as "closedOn", returns, escalated_on is not null as escalated from inspection where jurisdiction = ${jurisdiction}`)
  return { bases, means, staff, clients, kinds, doings, use, inspected }
}
