/** The door of an inspection: the base and its register are looked up, the read table is kept, and what leaves the case is cut to who reads it. */
import { type Day, plusDays } from '../../kernel/day.ts'
import type { Context, Viewer } from '../../platform/case-log.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { inspection2026 } from '../../settings/inspection-2026.ts'
import { baseAtHand } from '../base-at-hand.ts'
import { type InspectedBase, type InspectionCase, type InspectionStatus, itemsAnswered, levelOf, nextDue } from './inspection.case.ts'
import { nothingShown } from './inspection.findings.ts'
import { shownBy } from './inspection.register.door.ts'
import type { InspectionFound } from './inspection.ts'

type About = { context: Context; caseId: string; file: InspectionCase; step: string | null; data: Record<string, unknown> }

/** Statuses after which nothing happens. */
const over = ['closed', 'ended', 'referred', 'obstructed'] satisfies InspectionStatus[]
const rulesOf = (context: Context) => context.rules as unknown as RulesInForce

export async function look(tx: Tx, { context, caseId, file, step, data }: About): Promise<InspectionFound> {
  const { jurisdiction, today } = context
  const { settings, between } = rulesOf(context)
  const id = file.base?.id ?? (typeof data.base === 'string' ? data.base : undefined)
  const base = id ? await baseAtHand(tx, jurisdiction, id) : undefined
  const due = nextDue(file)
  return {
    status: base?.status, open: step === 'open' && base ? await underWay(tx, { context, caseId, base: base.id }) : [],
    shown: base && (step === 'record' || (step === null && file.status === 'ready')) ? await shownBy(tx, { jurisdiction, base, today, rules: context.rules }) : nothingShown(today),
    strangers: step === 'recordObstruction' ? await strangersAmong(tx, jurisdiction, caseId, (data.files as string[] | undefined) ?? []) : [],
    ahead: typeof data.visitOn === 'string' ? between(today, data.visitOn) : 0, late: due && due < today ? between(due, today) : 0,
    limits: { noticeDays: settings['inspection.noticeDays'], groupSize: settings['inspection.groupSize'], months: settings['rectification.months'], escalateDays: settings['inspection.escalateDays'] },
  }
}

const strangersAmong = async (tx: Tx, jurisdiction: string, caseId: string, files: readonly string[]): Promise<string[]> => {
  const own = await rowsOf<{ id: string }>(tx, sql`select id from file where jurisdiction = ${jurisdiction} and case_id = ${caseId} and removed_at is null and id = any(${[...files]}::text[])`)
  return files.filter((file) => !own.some(({ id }) => id === file))
}

/** Other inspections of the base on the same side that have not ended. */
async function underWay(tx: Tx, { context: { jurisdiction, actor }, caseId, base }: { context: Context; caseId: string; base: string }): Promise<string[]> {
  const level = levelOf(actor.holds.find(({ role }) => /^(county|city)\./.test(role))?.role ?? '')
  const rows = await rowsOf<{ number: string }>(tx, sql`
    select l.number from inspection i join case_list l on l.jurisdiction = i.jurisdiction and l.case_id = i.case_id
     where i.jurisdiction = ${jurisdiction} and i.base_id = ${base} and i.level = ${level} and i.case_id <> ${caseId} and i.status <> all(${over}::text[]) order by l.number`)
  return rows.map(({ number }) => number)
}

export async function complete(tx: Tx, { context, step, data, found }: About & { found: InspectionFound }): Promise<Record<string, unknown>> {
  const { jurisdiction } = context
  switch (step) {
    case 'open': return { ...data, subject: await inspected(tx, jurisdiction, String(data.base)), ...(typeof data.plan === 'string' && { ofPlan: await planOf(tx, jurisdiction, data.plan) }) }
    case 'record': return { ...data, version: inspection2026.version, shown: found.shown }
    default: return data
  }
}

async function inspected(tx: Tx, jurisdiction: string, baseId: string): Promise<InspectedBase> {
  const base = await baseAtHand(tx, jurisdiction, baseId)
  if (!base) throw new Error(`base ${baseId} vanished between look and complete`)
  const { id, case: of, unit, name, status, county, countyOrg, field, chemical, hosts } = base
  return { id, case: of, unit, name, status, county, countyOrg, field, chemical, hosts }
}

async function planOf(tx: Tx, jurisdiction: string, plan: string): Promise<{ id: string; number: string; title: string }> {
  const row = await rowOf<{ number: string; title: string }>(tx, sql`select number, title from case_list where jurisdiction = ${jurisdiction} and case_id = ${plan} and procedure = 'inspection-plan'`)
  if (!row) throw new Error(`plan ${plan} is not there`)
  return { id: plan, ...row }
}

export const list = ({ base }: InspectionCase) => ({
  title: base?.name ?? '', hosts: (base?.hosts ?? []).map(({ org, name, demo }) => ({ org, name, demo })), county: base?.countyOrg ?? null, field: base?.field ?? null, track: null, batch: null, base: base?.id ?? null, search: base?.id ?? '',
})

/** The city's inspections are the city's to act on, the county's the county's. */
export const waitsEarlier = ({ level }: InspectionCase) => level === 'county'
export const dueOn = (file: InspectionCase): Day | undefined => (file.status === 'ready' ? file.notice?.visitOn : file.status === 'rectifying' ? nextDue(file) : undefined)

/** The city sees every inspection; the county its own from the beginning and the city's once the base knows; the base and its hosts once they are told. */
export function visibleTo(file: InspectionCase) {
  const { base, level, jurisdiction, notice, record, obstruction } = file
  const told = notice !== null || record !== null || obstruction !== null
  const opener = Object.entries(file.parties).filter(([role]) => /^(county|city)\./.test(role)).flatMap(([, orgs]) => orgs ?? [])
  const orgs = [`city.${jurisdiction}`, ...opener, ...(base && (level === 'county' || told || file.escalated) ? [base.countyOrg] : []), ...(base && told ? [...base.hosts.map(({ org }) => org), base.unit] : [])]
  return { orgs: [...new Set(orgs)], people: [] }
}

/** Why it was ordered and what is being proposed stay with the authorities; who of them wrote what is told by the history. */
export function show(file: InspectionCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, jurisdiction: _city, checkedBy: _who, reason, plan, unannounced, proposal, record, demands, ...told } = file
  const open = { ...told, record: record && { ...record, by: undefined }, demands: demands.map((one) => ({ ...one, check: one.check && { ...one.check, by: undefined } })) }
  switch (viewer.reach) {
    case 'city': case 'authorities': return { ...open, reason, plan, unannounced, proposal: proposal && { ...proposal, by: undefined } }
    case 'parties': case 'admin': case 'public': return open
  }
}

/** One row an inspection: what overviews and figures count. */
export async function refresh(tx: Tx, { jurisdiction, caseId, file }: { jurisdiction: string; caseId: string; file: InspectionCase; entry: unknown }) {
  const { base, record, demands, level, kind, status } = file
  if (!base) return
  const result = record ? (record.items.some(({ answer }) => answer === 'fails' || answer === 'partly') ? 'findings' : 'clear') : null
  await rowsOf(tx, sql`
    insert into inspection (jurisdiction, case_id, base_id, county, level, kind, status, ordered_on, inspected_on, result, fails, partly, required_on, due_on, demands, rectified, returns, escalated_on, closed_on, orgs, plan_id)
    values (${jurisdiction}, ${caseId}, ${base.id}, ${base.countyOrg}, ${level}, ${kind}, ${status}, ${file.orderedOn}, ${record?.inspectedOn ?? null}, ${result}, ${itemsAnswered(file, 'fails').length}, ${itemsAnswered(file, 'partly').length},
      ${file.requiredOn}, ${nextDue(file) ?? null}, ${demands.length}, ${demands.filter(({ check }) => check?.result === 'rectified').length}, ${file.returns}, ${file.escalated?.on ?? null}, ${file.closed?.on ?? file.referral?.on ?? file.obstruction?.on ?? file.ended?.on ?? null}, ${visibleTo(file).orgs}, ${file.plan?.id ?? null})
    on conflict (jurisdiction, case_id) do update set level = excluded.level, status = excluded.status, inspected_on = excluded.inspected_on, result = excluded.result, fails = excluded.fails, partly = excluded.partly, required_on = excluded.required_on,
      due_on = excluded.due_on, demands = excluded.demands, rectified = excluded.rectified, returns = excluded.returns, escalated_on = excluded.escalated_on, closed_on = excluded.closed_on, orgs = excluded.orgs`)
}

/** Rectifications of the counties that are late beyond the days allowed: the clock hands them to the city. */
export async function rectificationsToEscalate(context: Context): Promise<{ caseId: string; step: string; data: Record<string, unknown> }[]> {
  const { settings, between } = rulesOf(context)
  const late = await rowsOf<{ case_id: string; due_on: Day }>(context.tx, sql`select case_id, due_on from inspection where jurisdiction = ${context.jurisdiction} and status = 'rectifying' and level = 'county' and due_on < ${plusDays(context.today, -1)} order by due_on, case_id`)
  return late.filter(({ due_on }) => between(due_on, context.today) > settings['inspection.escalateDays']).map(({ case_id }) => ({ caseId: case_id, step: 'escalateOverdue', data: {} }))
}

/** Inspections under way of bases that are no longer there. */
export async function inspectionsOfGoneBases({ tx, jurisdiction }: Context): Promise<{ caseId: string; step: string; data: Record<string, unknown> }[]> {
  const rows = await rowsOf<{ case_id: string }>(tx, sql`select i.case_id from inspection i join base b on b.jurisdiction = i.jurisdiction and b.id = i.base_id
     where i.jurisdiction = ${jurisdiction} and b.status in ('revoked', 'left') and i.status <> all(${over}::text[]) order by i.case_id`)
  return rows.map(({ case_id }) => ({ caseId: case_id, step: 'endWithBase', data: {} }))
}
