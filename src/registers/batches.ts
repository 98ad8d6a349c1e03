/** Review batches 评审批次 (Art. 11): intake rolls on, review is centralised at the cut-off. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { badInput, notFound, Refused } from '../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'
import { mustHold, type RegisterDoor, rulesIn, traced } from './register-door.ts'

/** `proposed` and `refused` are only ever extra batches: one person proposes them, another decides. */
export type BatchState = 'proposed' | 'refused' | 'open' | 'past' | 'closed'
type Act = { by: string; name: string; on: Day | null }
export type BatchRow = {
  id: string; name: string; opensOn: Day; cutOff: Day; extra: boolean; reason: string | null; basis: string | null; state: BatchState; proposed: Act | null; decided: Act | null; refusal: string | null; closedOn: Day | null; open: boolean; cases: number
  panel: { id: string; number: string; status: string; statusWords: Words } | null
}

const name = z.string().trim().min(1).max(120)
const reason = z.string().trim().min(1).max(400)
const addition = z.strictObject({ name, opensOn: z.iso.date(), cutOff: z.iso.date(), reason: reason.optional(), basis: reason.optional() }).meta({ examples: [{ name: '2027 年第一批', opensOn: '2026-10-01', cutOff: '2027-03-31' }] })
const change = z.strictObject({ name, opensOn: z.iso.date(), cutOff: z.iso.date(), reason, basis: reason }).partial().meta({ examples: [{ name: '2027 年第一批' }] })
const params = z.object({ id: z.string().max(64) })

export function batchRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/batches', { config: { access: 'signedIn' }, schema: { summary: 'Review batches', tags: ['registers'] } },
    // What is only proposed is the city's own business.
    (request) => door.inContext(request, async (context) => (await batches(context, door)).filter(({ state }) => context.viewer.reach === 'city' || (state !== 'proposed' && state !== 'refused'))))

  app.post('/api/batches', { config: { access: 'signedIn' }, schema: { summary: 'Open a batch at a usual cut-off, or propose one beside them', tags: ['registers'], body: addition } },
    (request, reply) => door.inContext(request, async (context, who) => {
      mustHold(door, who, 'city.officer')
      const id = door.newId()
      const { body } = request
      await rowsOf(context.tx, sql`insert into batch (jurisdiction, id, name, opens_on, closes_on, extra, reason, basis, proposed_by, proposed_name)
        values (${who.jurisdiction}, ${id}, ${body.name}, ${body.opensOn}, ${body.cutOff}, ${isExtra(context, body)}, ${body.reason ?? null}, ${body.basis ?? null}, ${who.person}, ${who.name})`)
      await traced(context.tx, door, request, who, { act: 'addBatch', object: id })
      reply.status(201)
      return batchOf(await batches(context, door), id)
    }))

  app.patch('/api/batches/:id', { config: { access: 'signedIn' }, schema: { summary: 'Change a batch that is still open', tags: ['registers'], params, body: change } },
    (request) => door.inContext(request, async (context, who) => {
      mustHold(door, who, 'city.officer')
      const before = batchOf(await batches(context, door), request.params.id)
      stillOpen(before)
      const after = { ...before, ...request.body, reason: request.body.reason ?? before.reason ?? undefined, basis: request.body.basis ?? before.basis ?? undefined }
      const extra = isExtra(context, after)
      // What another person decided stays as decided: other days are a new proposal.
      if (extra && (before.decided !== null || !before.extra) && (after.opensOn !== before.opensOn || after.cutOff !== before.cutOff)) throw new Refused(409, { zh: '起止日经批准或属常设，另定日期请新提批次。', en: 'Its days were decided; for other days propose another batch.' })
      await rowsOf(context.tx, sql`update batch set name = ${after.name}, opens_on = ${after.opensOn}, closes_on = ${after.cutOff}, extra = ${extra}, reason = ${after.reason ?? null}, basis = ${after.basis ?? null}
        where jurisdiction = ${who.jurisdiction} and id = ${before.id} and not closed`)
      await traced(context.tx, door, request, who, { act: 'changeBatch', object: before.id, detail: { fields: Object.keys(request.body) } })
      return batchOf(await batches(context, door), before.id)
    }))

  app.post('/api/batches/:id/close', { config: { access: 'signedIn' }, schema: { summary: 'Close a batch: nothing more is assigned to it', tags: ['registers'], params } },
    (request) => door.inContext(request, async (context, who) => {
      mustHold(door, who, 'city.lead')
      const before = batchOf(await batches(context, door), request.params.id)
      stillOpen(before)
      if (!before.open) throw new Refused(409, { zh: '加开的批次还没有批准。', en: 'The added batch has not been approved yet.' })
      const row = await rowOf(context.tx, sql`update batch set closed = true, closed_on = ${context.today} where jurisdiction = ${who.jurisdiction} and id = ${before.id} and not closed returning id`)
      if (!row) throw closed()
      await traced(context.tx, door, request, who, { act: 'closeBatch', object: before.id })
      return batchOf(await batches(context, door), before.id)
    }))
}

/** Outside the usual cut-offs a batch is possible with a reason: the dates are a setting, the text names none. */
function isExtra(context: Context, { opensOn, cutOff, reason: given, basis: paper }: { opensOn: Day; cutOff: Day; reason?: string | undefined; basis?: string | undefined }): boolean {
  if (cutOff < opensOn) throw badInput([{ path: 'cutOff', expected: { zh: '不早于开始日', en: 'not before the opening day' } }])
  const cutOffs = rulesIn(context).settings['batch.cutoffs']
  if (cutOffs.includes(cutOff.slice(5))) return false
  if (given && paper) return true
  throw new Refused(422, { zh: '截止日不在常设批次之内，请写明加开的理由和依据。', en: 'The cut-off is none of the usual ones; say why a batch is added, and on what basis.' }, {
    refusals: [{ code: 'unmet', law: 'setting:batch.cutoffs', reason: { zh: `常设截止日：${cutOffs.join('、')}。`, en: `The usual cut-offs: ${cutOffs.join(', ')}.` }, takesReason: true }],
    fields: [...(given ? [] : [{ path: 'reason', expected: { zh: '加开的理由', en: 'why it is added' } }]), ...(paper ? [] : [{ path: 'basis', expected: { zh: '加开的依据', en: 'the basis of adding it' } }])] })
}

type Row = {
  id: string; name: string; opens_on: Day; closes_on: Day; extra: boolean; reason: string | null; basis: string | null; proposed_by: string | null; proposed_name: string | null; decided_by: string | null; decided_name: string | null; decided_on: Day | null; refusal: string | null; closed: boolean; closed_on: Day | null; cases: number; panel: { id: string; number: string; status: string } | null
}

/** With the number of applications and the panel, both within the viewer's own visibility. */
export async function batches({ tx, jurisdiction, today }: Context, door: RegisterDoor): Promise<BatchRow[]> {
  const rows = await rowsOf<Row>(tx, sql`
    select b.id, b.name, b.opens_on, b.closes_on, b.extra, b.reason, b.basis, b.proposed_by, b.proposed_name, b.decided_by, b.decided_name, b.decided_on, b.refusal, b.closed, b.closed_on,
           (select count(*)::int from case_list l where l.jurisdiction = b.jurisdiction and l.procedure = 'recognition' and l.batch = b.id) as cases,
           (select jsonb_build_object('id', r.case_id, 'number', r.number, 'status', r.status) from case_list r
             where r.jurisdiction = b.jurisdiction and r.procedure = 'panel-review' and r.batch = b.id and r.status <> 'dissolved' order by r.number desc limit 1) as panel
      from batch b where b.jurisdiction = ${jurisdiction} order by b.closes_on desc, b.id`)
  const statuses = door.engines['panel-review']?.statuses ?? {}
  return rows.map((row) => ({
    id: row.id, name: row.name, opensOn: row.opens_on, cutOff: row.closes_on, extra: row.extra, reason: row.reason, basis: row.basis, state: stateOf(row, today),
    proposed: row.proposed_by ? { by: row.proposed_by, name: row.proposed_name ?? '', on: null } : null, decided: row.decided_by ? { by: row.decided_by, name: row.decided_name ?? '', on: row.decided_on } : null, refusal: row.refusal,
    closedOn: row.closed ? row.closed_on ?? row.closes_on : null, open: !row.closed && stateOf(row, today) !== 'proposed' && stateOf(row, today) !== 'refused', cases: row.cases,
    panel: row.panel && { ...row.panel, statusWords: statuses[row.panel.status]?.words ?? { zh: row.panel.status, en: row.panel.status } },
  }))
}

function stateOf({ extra, decided_by, refusal, closed: isClosed, closes_on }: Row, today: Day): BatchState {
  if (refusal !== null) return 'refused'
  if (extra && decided_by === null) return 'proposed'
  if (isClosed) return 'closed'
  return closes_on < today ? 'past' : 'open'
}

export const batchOf = (all: readonly BatchRow[], id: string): BatchRow => {
  const found = all.find((batch) => batch.id === id)
  if (!found) throw notFound()
  return found
}
const closed = () => new Refused(409, { zh: '批次已经截止，不能再改。', en: 'The batch is closed and no longer changes.' })
const stillOpen = ({ state }: BatchRow) => { if (state === 'closed' || state === 'refused') throw closed() }
