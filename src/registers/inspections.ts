/** Inspections, rectifications, suspensions and plans in one view: what the viewer may see of them, overdue first. */
import type { Day } from '../kernel/day.ts'
import type { Server } from '../platform/http.ts'
import { rowsOf, sql, type Tx } from '../platform/query.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'

type Base = { id: string; name: string; county: string }
export type InspectionRow = {
  number: string; base: Base; level: 'county' | 'city'; kind: string; status: string; orderedOn: Day; inspectedOn: Day | null; result: 'clear' | 'findings' | null
  demands: number; rectified: number; returns: number; due: Day | null
  /** Working days past the due day; nought when it has not come. */
  late: number; closedOn: Day | null
  /** Number of the plan it belongs to, for whoever may see that. */
  plan: string | null
}
export type SuspensionRow = { number: string; base: Base; level: 'county' | 'city'; kind: string; status: string; since: Day; endsOn: Day | null; endedOn: Day | null }
export type PlanRow = { number: string; title: string; status: string; county: string | null; openedOn: Day }
export type Inspections = {
  asOf: Day; counts: { running: number; rectifying: number; overdue: number; suspended: number; plans: number }
  inspections: InspectionRow[]; suspensions: SuspensionRow[]; plans: PlanRow[]
}

const ended = new Set(['closed', 'ended', 'referred', 'obstructed'])
const rectifying = new Set(['rectifying', 'reported', 'escalated'])

export function inspectionsRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/inspections', { config: { access: 'signedIn' }, schema: { summary: 'Inspections, rectifications, suspensions and plans within my visibility', tags: ['inspection'] } },
    (request) => door.inContext(request, async (context): Promise<Inspections> => {
      const { tx, jurisdiction, today } = context
      const { between } = rulesIn(context)
      const inspections = (await inspectionRows(tx, jurisdiction)).map((row) => ({ ...row, late: row.due !== null && row.due < today && !ended.has(row.status) ? between(row.due, today) : 0 }))
        .sort((a, b) => b.late - a.late || (a.due ?? '9').localeCompare(b.due ?? '9') || b.orderedOn.localeCompare(a.orderedOn) || b.number.localeCompare(a.number))
      const suspensions = await suspensionRows(tx, jurisdiction)
      const plans = await planRows(tx, jurisdiction)
      return {
        asOf: today, inspections, suspensions, plans,
        counts: {
          running: inspections.filter(({ status }) => !ended.has(status)).length, rectifying: inspections.filter(({ status }) => rectifying.has(status)).length,
          overdue: inspections.filter(({ status, late }) => rectifying.has(status) && late > 0).length, suspended: suspensions.filter(({ endedOn }) => endedOn === null).length,
          plans: plans.filter(({ status }) => status !== 'issued' && status !== 'abandoned').length,
        },
      }
    }))
}

type Raw = { number: string; base_id: string; name: string; county: string; level: 'county' | 'city'; kind: string; status: string }
const baseOf = ({ base_id, name, county }: Raw): Base => ({ id: base_id, name, county: county.replace('county.', '') })

async function inspectionRows(tx: Tx, jurisdiction: string): Promise<InspectionRow[]> {
  const rows = await rowsOf<Raw & { ordered_on: Day; inspected_on: Day | null; result: 'clear' | 'findings' | null; demands: number; rectified: number; returns: number; due_on: Day | null; closed_on: Day | null; plan: string | null }>(tx, sql`
    select l.number, i.base_id, l.title as name, i.county, i.level, i.kind, i.status, i.ordered_on, i.inspected_on, i.result, i.demands, i.rectified, i.returns, l.due_on, i.closed_on, p.number as plan
      from inspection i join case_list l on l.jurisdiction = i.jurisdiction and l.case_id = i.case_id left join case_list p on p.jurisdiction = i.jurisdiction and p.case_id = i.plan_id where i.jurisdiction = ${jurisdiction} order by i.ordered_on desc, l.number desc limit 500`)
  return rows.map((row) => ({
    number: row.number, base: baseOf(row), level: row.level, kind: row.kind, status: row.status, orderedOn: row.ordered_on, inspectedOn: row.inspected_on, result: row.result, demands: row.demands, rectified: row.rectified, returns: row.returns,
    due: row.due_on, late: 0, closedOn: row.closed_on, plan: row.plan,
  }))
}

async function suspensionRows(tx: Tx, jurisdiction: string): Promise<SuspensionRow[]> {
  const rows = await rowsOf<Raw & { since: Day; ends_on: Day | null; ended_on: Day | null }>(tx, sql`
    select l.number, s.base_id, l.title as name, s.county, s.level, s.kind, s.status, s.since, s.ends_on, s.ended_on
      from suspension s join case_list l on l.jurisdiction = s.jurisdiction and l.case_id = s.case_id where s.jurisdiction = ${jurisdiction} order by (s.ended_on is null) desc, s.since desc, l.number desc limit 200`)
  return rows.map((row) => ({ number: row.number, base: baseOf(row), level: row.level, kind: row.kind, status: row.status, since: row.since, endsOn: row.ends_on, endedOn: row.ended_on }))
}

const planRows = (tx: Tx, jurisdiction: string): Promise<PlanRow[]> => rowsOf<{ number: string; title: string; status: string; county: string | null; opened_on: Day }>(tx, sql`
  select number, title, status, county, opened_on from case_list where jurisdiction = ${jurisdiction} and procedure = 'inspection-plan' order by opened_on desc, number desc limit 200`)
  .then((rows) => rows.map(({ opened_on, ...row }) => ({ ...row, openedOn: opened_on })))
