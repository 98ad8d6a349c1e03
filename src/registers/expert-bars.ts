/** Whom not to call: proposed by one person of the city with reason and basis, signed by another, lifted the same way. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { badInput, notFound, Refused } from '../platform/problem.ts'
import { listed, rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import type { Who } from '../platform/session.ts'
import { mustHold, type RegisterDoor, traced, handsNow, handsSince } from './register-door.ts'

export type BarState = 'proposed' | 'refused' | 'coming' | 'inForce' | 'liftProposed' | 'over' | 'lifted'
type Act = { by: string; name: string; on: Day }
export type BarRow = {
  id: string; person: string; name: string; reason: string; basis: string; from: Day; until: Day | null; state: BarState; proposed: Act; decided: Act | null; refusal: string | null
  lift: (Act & { reason: string }) | null; lifted: Act | null
}

const text = (most: number) => z.string().trim().min(4).max(most)
const proposal = z.strictObject({ reason: text(1000), basis: text(300), from: z.iso.date(), until: z.iso.date().nullable() })
  .meta({ examples: [{ reason: '评审中未申明与申报单位的任职关系，评分作废。', basis: '评审案 PS-2026-0001 第 31 条；局党组会议纪要', from: '2026-11-23', until: '2029-11-22' }] })
const because = z.strictObject({ reason: text(1000) }).meta({ examples: [{ reason: '依据不足，请补充核查材料。' }] })
const expertParams = z.object({ id: z.string().max(64) })
const barParams = z.object({ bar: z.string().max(64) })

export function expertBarRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/expert-bars', { config: { access: 'signedIn' }, schema: { summary: 'Experts not to be called, and who says so on what basis', tags: ['registers'] } },
    (request) => door.inContext(request, async (context, who) => {
      mustHold(door, who, 'city.officer', 'city.lead', 'city.supervisor')
      return { rows: await barsOf(context.tx, context, []) }
    }))

  app.post('/api/experts/:id/bars', { config: { access: 'signedIn' }, schema: { summary: 'Propose that an expert is not to be called', tags: ['registers'], params: expertParams, body: proposal } },
    (request, reply) => door.inContext(request, async (context, who) => {
      mustHold(door, who, 'city.officer')
      const { body, params } = request
      const { tx, jurisdiction, today } = context
      if (body.until !== null && body.until < body.from) throw badInput([{ path: 'until', expected: { zh: '不早于开始日', en: 'not before the first day' } }])
      if (!await rowOf(tx, sql`select 1 as one from expert where jurisdiction = ${jurisdiction} and person = ${params.id}`)) throw notFound()
      const open = (await barsOf(tx, context, [sql`b.person = ${params.id}`])).find(({ state }) => ['proposed', 'coming', 'inForce', 'liftProposed'].includes(state))
      if (open) throw new Refused(409, { zh: '已经在名单上，或者正待签署。', en: 'Is on the list already, or waits to be signed.' })
      const id = door.newId()
      await rowsOf(tx, sql`insert into expert_bar (jurisdiction, id, person, reason, basis, from_on, until_on, proposed_by, proposed_name, proposed_on)
        values (${jurisdiction}, ${id}, ${params.id}, ${body.reason}, ${body.basis}, ${body.from}, ${body.until}, ${who.person}, ${who.name}, ${today})`)
      await traced(tx, door, request, who, { act: 'proposeBar', object: params.id, detail: { bar: id } })
      reply.status(201)
      return barOf(context, id)
    }))

  /** One act on a bar that is there: who may, in which state, and what is written. */
  const act = (name: string, asked: { summary: string; role: string; in: BarState[]; another: (bar: BarRow) => { by: string; on: Day } | null; reason?: true; write: (by: { who: Who; on: Day; reason: string }) => Parameters<typeof rowsOf>[1] }) =>
    app.post(`/api/expert-bars/:bar/${name}`, { config: { access: 'signedIn' }, schema: { summary: asked.summary, tags: ['registers'], params: barParams, ...(asked.reason && { body: because }) } },
      (request) => door.inContext(request, async (context, who) => {
        mustHold(door, who, asked.role)
        const before = await barOf(context, request.params.bar)
        if (!asked.in.includes(before.state)) throw new Refused(409, { zh: '现在的状态不能这样办。', en: 'Not possible as it stands now.' })
        const other = asked.another(before)
        const others = await handsSince(context.tx, who, { person: other?.by ?? null, role: 'city.officer', from: other?.on ?? null })
        if (handsNow(who, asked.role).some((one) => others.includes(one))) throw sameTwice()
        const reason = asked.reason ? (request.body as { reason: string }).reason : ''
        await rowsOf(context.tx, sql`update expert_bar set ${asked.write({ who, on: context.today, reason })} where jurisdiction = ${context.jurisdiction} and id = ${before.id}`)
        await traced(context.tx, door, request, who, { act: `${name}Bar`, object: before.person, detail: { bar: before.id } })
        return barOf(context, before.id)
      }))

  act('sign', { summary: 'Sign it: from its first day the expert is not called', role: 'city.lead', in: ['proposed'], another: ({ proposed }) => proposed,
    write: ({ who, on }) => sql`decided_by = ${who.person}, decided_name = ${who.name}, decided_on = ${on}, signed = true` })
  act('refuse', { summary: 'Refuse to sign it', role: 'city.lead', in: ['proposed'], another: ({ proposed }) => proposed, reason: true,
    write: ({ who, on, reason }) => sql`decided_by = ${who.person}, decided_name = ${who.name}, decided_on = ${on}, signed = false, refusal = ${reason}` })
  act('propose-lift', { summary: 'Propose to lift it', role: 'city.officer', in: ['inForce', 'coming'], another: () => null, reason: true,
    write: ({ who, on, reason }) => sql`lift_reason = ${reason}, lift_by = ${who.person}, lift_name = ${who.name}, lift_on = ${on}` })
  act('lift', { summary: 'Lift it: the expert may be called again', role: 'city.lead', in: ['liftProposed'], another: ({ lift }) => lift,
    write: ({ who, on }) => sql`lifted_by = ${who.person}, lifted_name = ${who.name}, lifted_on = ${on}` })
  act('keep', { summary: 'Do not lift it', role: 'city.lead', in: ['liftProposed'], another: ({ lift }) => lift,
    write: () => sql`lift_reason = null, lift_by = null, lift_name = null, lift_on = null` })
}

type Row = {
  id: string; person: string; name: string; reason: string; basis: string; from_on: Day; until_on: Day | null; proposed_by: string; proposed_name: string; proposed_on: Day; decided_by: string | null; decided_name: string | null; decided_on: Day | null
  signed: boolean | null; refusal: string | null; lift_reason: string | null; lift_by: string | null; lift_name: string | null; lift_on: Day | null; lifted_by: string | null; lifted_name: string | null; lifted_on: Day | null
}

export async function barsOf(tx: Tx, { jurisdiction, today }: Pick<Context, 'jurisdiction' | 'today'>, where: Parameters<typeof listed>[0]): Promise<BarRow[]> {
  const rows = await rowsOf<Row>(tx, sql`select b.*, p.name from expert_bar b join person p on p.jurisdiction = b.jurisdiction and p.id = b.person where ${listed([sql`b.jurisdiction = ${jurisdiction}`, ...where])} order by b.proposed_on desc, b.from_on desc, b.id`)
  return rows.map((row) => ({
    id: row.id, person: row.person, name: row.name, reason: row.reason, basis: row.basis, from: row.from_on, until: row.until_on, state: stateOf(row, today), proposed: { by: row.proposed_by, name: row.proposed_name, on: row.proposed_on },
    decided: row.decided_by && row.decided_on ? { by: row.decided_by, name: row.decided_name ?? '', on: row.decided_on } : null, refusal: row.refusal,
    lift: row.lift_by && row.lift_on ? { by: row.lift_by, name: row.lift_name ?? '', on: row.lift_on, reason: row.lift_reason ?? '' } : null, lifted: row.lifted_by && row.lifted_on ? { by: row.lifted_by, name: row.lifted_name ?? '', on: row.lifted_on } : null,
  }))
}

function stateOf(row: Row, today: Day): BarState {
  if (row.signed === null) return 'proposed'
  if (!row.signed) return 'refused'
  if (row.lifted_on) return 'lifted'
  if (row.until_on !== null && row.until_on < today) return 'over'
  if (row.lift_by) return 'liftProposed'
  return row.from_on > today ? 'coming' : 'inForce'
}

async function barOf(context: Context, id: string): Promise<BarRow> {
  const [bar] = await barsOf(context.tx, context, [sql`b.id = ${id}`])
  if (!bar) throw notFound()
  return bar
}
const sameTwice = () => {
  const reason = { zh: '提出和签署应为两人。', en: 'Whoever proposes does not sign.' }
  return new Refused(422, reason, { refusals: [{ code: 'unmet', law: 'setting:duty.separation', reason }] })
}
