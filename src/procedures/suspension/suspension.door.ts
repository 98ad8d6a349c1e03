/** The door of a suspension: the base is looked up; whoever is a party of it sees the case from the first moment. */
import type { Day } from '../../kernel/day.ts'
import type { Context, Viewer } from '../../platform/case-log.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { baseAtHand } from '../base-at-hand.ts'
import { endsOn, type SuspendedBase, type SuspensionCase } from './suspension.case.ts'
import type { SuspensionFound } from './suspension.ts'

type About = { context: Context; caseId: string; file: SuspensionCase; step: string | null; data: Record<string, unknown> }

export async function look(tx: Tx, { context, file, step, data }: About): Promise<SuspensionFound> {
  const { settings } = context.rules as unknown as RulesInForce
  const id = file.base?.id ?? (typeof data.base === 'string' ? data.base : undefined)
  const base = id ? await baseAtHand(tx, context.jurisdiction, id) : undefined
  const holds = step === 'suspend' && base && base.holds.length > 0 ? await rowsOf<{ number: string }>(tx, sql`select number from case_head where jurisdiction = ${context.jurisdiction} and id = any(${base.holds.map((hold) => hold.case)}::text[]) order by number`) : []
  return { status: base?.status, holds: holds.map(({ number }) => number), months: settings['suspension.months'] }
}

export async function complete(tx: Tx, { context: { jurisdiction }, step, data }: About): Promise<Record<string, unknown>> {
  if (step !== 'suspend') return data
  const base = await baseAtHand(tx, jurisdiction, String(data.base))
  if (!base) throw new Error(`base ${data.base} vanished between look and complete`)
  const { id, case: of, unit, name, status, county, countyOrg, field, hosts } = base
  const about: SuspendedBase = { id, case: of, unit, name, status, county, countyOrg, field, hosts }
  const after = typeof data.inspection === 'string' ? await rowOf<{ id: string; number: string }>(tx, sql`select case_id as id, number from case_list where jurisdiction = ${jurisdiction} and procedure = 'inspection' and number = ${data.inspection}`) : undefined
  return { ...data, subject: about, ...(after && { after }) }
}

export const list = ({ base }: SuspensionCase) => ({
  title: base?.name ?? '', hosts: (base?.hosts ?? []).map(({ org, name, demo }) => ({ org, name, demo })), county: base?.countyOrg ?? null, field: base?.field ?? null, track: null, batch: null, base: base?.id ?? null, search: base?.id ?? '',
})

export const waitsEarlier = ({ level }: SuspensionCase) => level === 'county'
export const dueOn = (file: SuspensionCase): Day | undefined => (file.status === 'suspended' ? endsOn(file) : undefined)

export const visibleTo = ({ base, parties }: SuspensionCase) => {
  const held = Object.values(parties).flat().filter((party) => party !== 'system') as string[]
  return { orgs: [...new Set([...held, ...(base ? [base.countyOrg, ...base.hosts.map(({ org }) => org)] : [])])], people: [] }
}

export function show(file: SuspensionCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, jurisdiction: _city, imposedBy, proposal, ...told } = file
  switch (viewer.reach) {
    case 'city': case 'authorities': return { ...told, imposedBy: imposedBy?.name ?? null, proposal: proposal && { ...proposal, by: undefined } }
    case 'parties': case 'admin': case 'public': return told
  }
}

/** One row a suspension: what overviews and figures count. */
export async function refresh(tx: Tx, { jurisdiction, caseId, file }: { jurisdiction: string; caseId: string; file: SuspensionCase; entry: unknown }) {
  const { base, level, kind, status, since } = file
  if (!base) return
  await rowsOf(tx, sql`
    insert into suspension (jurisdiction, case_id, base_id, county, level, kind, status, since, ends_on, ended_on, orgs)
    values (${jurisdiction}, ${caseId}, ${base.id}, ${base.countyOrg}, ${level}, ${kind}, ${status}, ${since}, ${endsOn(file) ?? null}, ${file.liftedOn ?? file.annulled?.on ?? null}, ${visibleTo(file).orgs})
    on conflict (jurisdiction, case_id) do update set status = excluded.status, ends_on = excluded.ends_on, ended_on = excluded.ended_on, orgs = excluded.orgs`)
}

/** Suspensions in force of bases that are no longer there. */
export async function suspensionsOfGoneBases({ tx, jurisdiction }: Context): Promise<{ caseId: string; step: string; data: Record<string, unknown> }[]> {
  const rows = await rowsOf<{ case_id: string }>(tx, sql`
    select s.case_id from suspension s join base b on b.jurisdiction = s.jurisdiction and b.id = s.base_id
     where s.jurisdiction = ${jurisdiction} and b.status in ('revoked', 'left') and s.ended_on is null order by s.case_id`)
  return rows.map(({ case_id }) => ({ caseId: case_id, step: 'endWithBase', data: {} }))
}
