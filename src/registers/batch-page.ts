/** One batch: what is in it and where each application stands; the batches due; the decision on an added one. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { notFound, Refused } from '../platform/problem.ts'
import { rowsOf, sql } from '../platform/query.ts'
import type { Who } from '../platform/session.ts'
import { batchesDue, type BatchProposal } from './batch-cut-offs.ts'
import { batches, batchOf, type BatchRow } from './batches.ts'
import { mustHold, type RegisterDoor, rulesIn, traced, handsNow, handsSince } from './register-door.ts'

export type BatchPage = BatchRow & {
  applications: { id: string; number: string; title: string; hosts: string[]; status: string; since: Day; due: Day | null }[]
  statuses: { status: string; words: Words; count: number }[]
  panels: { id: string; number: string; title: string; status: string }[]
}

const params = z.object({ id: z.string().max(64) })
const refusal = z.strictObject({ reason: z.string().trim().min(4).max(400) }).meta({ examples: [{ reason: '常设批次即将截止，不必加开。' }] })

export function batchPageRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/batches/due', { config: { access: 'signedIn' }, schema: { summary: 'Batches the usual cut-offs call for and that are not opened yet', tags: ['registers'] } },
    (request) => door.inContext(request, async (context, who): Promise<{ cutOffs: readonly string[]; rows: BatchProposal[] }> => {
      mustHold(door, who, 'city.officer', 'city.lead')
      const cutOffs = rulesIn(context).settings['batch.cutoffs']
      return { cutOffs, rows: batchesDue(cutOffs, context.today, (await batches(context, door)).map(({ cutOff }) => cutOff)) }
    }))

  app.get('/api/batches/:id', { config: { access: 'signedIn' }, schema: { summary: 'One batch with its applications, as far as one may see them', tags: ['registers'], params } },
    (request) => door.inContext(request, (context) => page(context, door, request.params.id)))

  app.post('/api/batches/:id/approve', { config: { access: 'signedIn' }, schema: { summary: 'Approve a batch beside the usual ones: by another person than who proposed it', tags: ['registers'], params } },
    (request) => door.inContext(request, (context, who) => decide(context, request, who, request.params.id, null)))
  app.post('/api/batches/:id/refuse', { config: { access: 'signedIn' }, schema: { summary: 'Refuse a batch beside the usual ones', tags: ['registers'], params, body: refusal } },
    (request) => door.inContext(request, (context, who) => decide(context, request, who, request.params.id, request.body.reason)))

  async function decide(context: Context, request: Parameters<RegisterDoor['inContext']>[0], who: Who, id: string, refused: string | null): Promise<BatchPage> {
    mustHold(door, who, 'city.lead')
    const before = batchOf(await batches(context, door), id)
    if (before.state !== 'proposed') throw new Refused(409, { zh: '没有待决定的加开批次。', en: 'There is no added batch to decide on.' })
    const reason = { zh: '提出和决定应为两人。', en: 'Whoever proposes does not decide.' }
    const proposers = await handsSince(context.tx, who, { person: before.proposed?.by ?? null, role: 'city.officer', from: before.proposed?.on ?? null })
    if (handsNow(who, 'city.lead').some((one) => proposers.includes(one))) throw new Refused(422, reason, { refusals: [{ code: 'unmet', law: 'setting:duty.separation', reason }] })
    await rowsOf(context.tx, sql`update batch set decided_by = ${who.person}, decided_name = ${who.name}, decided_on = ${context.today}, refusal = ${refused} where jurisdiction = ${who.jurisdiction} and id = ${id} and decided_by is null`)
    await traced(context.tx, door, request, who, { act: refused === null ? 'approveBatch' : 'refuseBatch', object: id })
    return page(context, door, id)
  }
}

async function page(context: Context, door: RegisterDoor, id: string): Promise<BatchPage> {
  const { tx, jurisdiction, viewer } = context
  const batch = batchOf(await batches(context, door), id)
  if (viewer.reach !== 'city' && (batch.state === 'proposed' || batch.state === 'refused')) throw notFound()
  const rows = await rowsOf<{ case_id: string; number: string; title: string; hosts: { name: string }[]; status: string; since: Day; due_on: Day | null }>(tx, sql`
    select case_id, number, title, hosts, status, since, due_on from case_list where jurisdiction = ${jurisdiction} and procedure = 'recognition' and batch = ${id} order by number`)
  const statuses = door.engines.recognition?.statuses ?? {}
  const panels = await rowsOf<{ id: string; number: string; title: string; status: string }>(tx, sql`
    select r.case_id as id, r.number, r.title, r.status from case_list r where r.jurisdiction = ${jurisdiction} and r.procedure = 'panel-review'
       and exists (select 1 from case_list l where l.jurisdiction = r.jurisdiction and l.procedure = 'recognition' and l.batch = ${id} and position(lower(l.number) in r.search) > 0) order by r.number`)
  return {
    ...batch, panels, applications: rows.map((row) => ({ id: row.case_id, number: row.number, title: row.title, hosts: row.hosts.map(({ name }) => name), status: row.status, since: row.since, due: row.due_on })),
    statuses: Object.keys(statuses).flatMap((status) => { const count = rows.filter((row) => row.status === status).length; return count > 0 ? [{ status, words: statuses[status]?.words ?? { zh: status, en: status }, count }] : [] }),
  }
}
