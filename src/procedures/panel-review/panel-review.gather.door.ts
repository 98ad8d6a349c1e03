/** Gathers what avoidance is computed from: snapshots of applications, the experts' cards and assignments, the register of institutions. */
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Context } from '../../platform/case-log.ts'
import { rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { PanelReviewCase } from './panel-review.case.ts'
import type { Pot } from './panel-review.draw.ts'
import type { Gathered, PlanRules, Told } from './panel-review.plan.ts'
import { type PoolCandidate, rotationOf } from './panel-review.pool.ts'
import type { Registered } from './panel-review.relations.ts'

/** Reads an application's snapshot; the form is another procedure's, so the reading is handed in. */
export type RelationsOf = (about: { id: string; number: string; organiser: string | undefined; data: unknown }) => Told

export function planRules({ today, rules }: Pick<Context, 'today' | 'rules'>): PlanRules {
  const { settings } = rules as unknown as RulesInForce
  return {
    on: today, years: settings['conflict.years'], holdingShare: settings['conflict.holdingShare'], holdingSteps: settings['conflict.holdingSteps'], named: settings['conflict.named'],
    rivals: settings['conflict.rivals'], scope: settings['conflict.scope'], listed: settings['conflict.listed'], rotation: rotationOf(settings),
  }
}

export async function gather(tx: Tx, { jurisdiction, today }: Pick<Context, 'jurisdiction' | 'today'>, file: PanelReviewCase, relationsOf: RelationsOf): Promise<Gathered> {
  const before = file.applications.map((one) => one.case)
  const told = await toldBy(tx, jurisdiction, before, file.batch, relationsOf)
  return {
    candidates: await candidates(tx, jurisdiction, today, file), institutions: await institutions(tx, jurisdiction),
    applications: before.flatMap((id) => told.get(id) ?? []), others: [...told].flatMap(([id, one]) => (before.includes(id) ? [] : [one])),
  }
}

async function toldBy(tx: Tx, jurisdiction: string, before: readonly string[], batch: string | null, relationsOf: RelationsOf): Promise<Map<string, Told>> {
  const rows = await rowsOf<{ id: string; number: string; organiser: string | null; data: unknown }>(tx, sql`
    select l.case_id as id, l.number, o.name as organiser, d.body->'data' as data
      from case_list l join lateral (select body from document d where d.jurisdiction = l.jurisdiction and d.case_id = l.case_id and d.kind = 'application' order by d.at desc limit 1) d on true
      left join organisation o on o.jurisdiction = l.jurisdiction and o.id = l.county
     where l.jurisdiction = ${jurisdiction} and l.procedure = 'recognition' and (l.case_id = any(${before}::text[]) or l.batch = ${batch}) order by l.number`)
  return new Map(rows.map(({ id, number, organiser, data }) => [id, relationsOf({ id, number, organiser: organiser ?? undefined, data })]))
}

type Post = { name: string; from: Day | null; to: Day | null }
type Assigned = Post & { role: string; uscc: string | null; formerNames: string[]; kind: string }
type Row = { person: string; name: string; enabled: boolean; kind: Pot; fields: string[]; employer: string; employers: Post[]; avoid: string[]; inCity: boolean; available: boolean; listed: boolean; assigned: Assigned[] }

async function candidates(tx: Tx, jurisdiction: string, today: Day, file: PanelReviewCase): Promise<PoolCandidate[]> {
  const rows = await rowsOf<Row>(tx, sql`
    select e.person, p.name, p.disabled_at is null as enabled, e.specialty as kind, e.fields, e.employer, e.employers, e.avoid, e.in_city as "inCity", e.available and not expert_away(e.away, ${today}) as available, expert_barred(e.jurisdiction, e.person, ${today}) as listed,
           coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'name', o.name, 'uscc', o.uscc, 'formerNames', o.former_names, 'kind', o.kind, 'from', a.valid_from, 'to', a.valid_to) order by a.id)
                       from assignment a join organisation o on o.jurisdiction = a.jurisdiction and o.id = a.org where a.jurisdiction = e.jurisdiction and a.person = e.person), '[]') as assigned
      from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person where e.jurisdiction = ${jurisdiction} order by e.person`)
  const sat = await sittings(tx, jurisdiction, today, file)
  return rows.map((row) => candidateOf(row, today, file, sat))
}

type Sittings = { batches: Map<string, string[]>; before: Set<string> }

/**
 * Who has sat on other panels: in which batches of the year, and on the last one drawn. A special panel counts as a batch of its own; a panel
 * that was dissolved, a draw that was given up, whoever left, and the panels of these very applications do not count.
 */
async function sittings(tx: Tx, jurisdiction: string, today: Day, file: PanelReviewCase): Promise<Sittings> {
  const mine = file.applications.map((one) => one.case)
  const rows = await rowsOf<{ id: string; batch: string; on: Day; person: string }>(tx, sql`
    select h.id, coalesce(l.batch, h.number) as batch, r.body->>'on' as on, m->>'person' as person
      from case_head h join case_list l on l.jurisdiction = h.jurisdiction and l.case_id = h.id
      join case_entry r on r.jurisdiction = h.jurisdiction and r.case_id = h.id and r.did = 'revealDraw'
      join case_entry e on e.jurisdiction = h.jurisdiction and e.case_id = h.id and e.did in ('revealDraw', 'replace') and e.no >= r.no
      cross join lateral jsonb_array_elements(case e.did when 'revealDraw' then e.body->'data'->'members' else jsonb_build_array(e.body->'data'->'member') end) m
     where h.jurisdiction = ${jurisdiction} and h.procedure = 'panel-review' and l.status <> 'dissolved'
       and not exists (select 1 from case_entry x where x.jurisdiction = h.jurisdiction and x.case_id = h.id and x.did = 'redraw' and x.no > r.no)
       and not exists (select 1 from case_entry x where x.jurisdiction = h.jurisdiction and x.case_id = h.id and x.did = 'replace' and x.no > e.no and x.body->'data'->>'expert' = m->>'person')
       and not exists (select 1 from case_entry x, jsonb_array_elements(x.body->'data'->'applications') a where x.jurisdiction = h.jurisdiction and x.case_id = h.id and x.did = 'convene' and a->>'case' = any(${mine}::text[]))
     order by r.at, h.number`)
  const batches = new Map<string, string[]>()
  for (const { person, batch, on } of rows) if (on.slice(0, 4) === today.slice(0, 4) && batch !== file.batch) batches.set(person, [...new Set([...(batches.get(person) ?? []), batch])])
  return { batches, before: new Set(rows.filter(({ id }) => id === rows.at(-1)?.id).map(({ person }) => person)) }
}

function candidateOf(row: Row, today: Day, file: PanelReviewCase, sat: Sittings): PoolCandidate {
  const holds = (test: (role: string) => boolean) => row.assigned.some(({ role, from, to }) => test(role) && (from === null || from <= today) && (to === null || to >= today))
  const posts = row.employers.length > 0 ? row.employers : [{ name: row.employer, from: null, to: null }]
  // Whoever signs for an institution on this platform works for it, whatever the card says.
  const offices = row.assigned.filter(({ kind }) => ['host', 'client', 'county', 'city'].includes(kind))
  const barred: Words | undefined = row.listed ? { zh: '在停止抽取名单上', en: 'is on the list of those not to be called' } : holds((role) => /^(city|county)\./.test(role)) ? { zh: '主管部门或推荐部门的在任人员', en: 'holds office with the authority or a recommending department' } : undefined
  return {
    batches: sat.batches.get(row.person) ?? [], before: sat.before.has(row.person),
    person: row.person, name: row.name, kind: row.kind, fields: row.fields, inCity: row.inCity, available: row.available && row.enabled && holds((role) => role === 'expert'), ...(barred && { barred }),
    employers: [
      ...posts.map(({ name, from, to }) => ({ institution: { name }, from, to })),
      ...offices.map(({ name, uscc, formerNames, from, to }) => ({ institution: { name, formerNames, ...(uscc && { uscc }) }, from, to })),
    ],
    ties: [
      ...row.avoid.flatMap((named) => [{ kind: 'other' as const, with: { institution: { name: named } }, from: null, to: null }, { kind: 'other' as const, with: { person: named }, from: null, to: null }]),
      ...file.conflicts.filter(({ expert }) => expert === row.person).map(({ about }) => ({ kind: 'other' as const, with: { application: about }, from: null, to: null })),
    ],
  }
}

/** Every institution on the register, merged ones under the code and beside the name of what they became. */
const institutions = (tx: Tx, jurisdiction: string): Promise<Registered[]> => rowsOf<Registered>(tx, sql`
  select o.name, coalesce(m.uscc, o.uscc) as uscc, case when m.name is null then o.former_names else o.former_names || m.name end as "formerNames", case when o.kind in ('city', 'county') then true end as state
    from organisation o left join organisation m on m.jurisdiction = o.jurisdiction and m.id = o.merged_into where o.jurisdiction = ${jurisdiction} order by o.id`)
