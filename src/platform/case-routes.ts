/** Cases over HTTP: procedures as data, lists, one case, steps, the worklist. Knows every procedure only as an engine. */
import { z } from 'zod'
import type { StepDone, WorkRow } from '../contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Step } from '../kernel/procedure.ts'
import type { Words } from '../kernel/words.ts'
import { caseFile, idOf } from './case-access.ts'
import { detailOf, procedureInfo } from './case-detail.ts'
import { caseRow, listCases, worklistOf } from './case-lists.ts'
import { type Context, type Done, type Engine, openCase, type Outcome, steps as availableSteps, takeStep, type Wording } from './case-log.ts'
import { partyNames } from './case-whose.ts'
import type { Server } from './http.ts'
import { type Answer, keyOf, once, versionOf, writeHeaders } from './once.ts'
import { notFound, overtaken, parsed, type Refused, refusedWith } from './problem.ts'
import { rowOf, rowsOf, sql } from './query.ts'
import type { Who } from './session.ts'

type Request = import('fastify').FastifyRequest
export type CaseDoor = {
  engines: Record<string, Engine>; wording: Wording
  /** Runs as the signed-in person in one transaction; rolls back when the answer says so. */
  inContext: <Result>(request: Request, work: (context: Context, who: Who) => Promise<Result>, end?: (result: Result) => 'commit' | 'rollback') => Promise<Result>
  regulation: (version: string | null) => { version: string; words: Words; lapsedOn: Day | null }
  workingDay: (context: Context, day: Day) => boolean | null
  /** Cases another case deals with meanwhile: which they are in `case_list`, what is told instead of what they ask for, and which cases those are, by number. */
  elsewhere: { where: (jurisdiction: string) => ReturnType<typeof sql>; asks: Words; numbers: (context: Context, caseId: string) => Promise<string[]> }
  /** What waits in registers, beside cases: for this viewer, or for others while they look on. */
  besides: (context: Context) => Promise<{ mine: WorkRow[]; others: WorkRow[] }>
}

const steppers = z.object({ id: z.uuid() })

export function caseRoutes(app: Server, door: CaseDoor) {
  const { engines, wording, inContext } = door

  app.get('/api/procedures', { config: { access: 'signedIn' }, schema: { summary: 'Every procedure as data', tags: ['cases'] } },
    (request) => inContext(request, async ({ rules }) => Object.values(engines).map((engine) => procedureInfo(engine, rules, wording))))

  for (const engine of Object.values(engines)) {
    const opens = engine.opensWith
    // What only the system opens has a door of its own.
    if ((engine.steps[opens] as { by: unknown }).by === 'system') continue
    app.post(`/api/cases/${engine.procedure}`, {
      config: { access: 'signedIn' },
      schema: { summary: `${engine.words.zh} ${engine.words.en}: ${(engine.steps[opens] as { says: Words }).says.en}`, tags: ['cases'], headers: writeHeaders(false), body: (engine.commands[opens] as z.ZodType).meta({ examples: [engine.examples[opens] ?? {}] }) },
      validatorCompiler: () => (value) => ({ value }),
    }, async (request, reply) => {
      const key = keyOf(request)
      const data = parsed(engine.commands[opens] as z.ZodType<Record<string, unknown>>, request.body)
      const answer = await inContext(request, (context) => once(context, key, { opens: engine.procedure, data }, async () => opened(context, await openCase(context, wording, { procedure: engine.procedure, data }))), commitIfDone)
      return send(reply, answer)
    })
  }

  app.get('/api/cases', {
    config: { access: 'signedIn' },
    schema: { summary: 'The cases I may see', tags: ['cases'], querystring: z.strictObject({ procedure: z.string().max(40).optional(), status: z.string().max(40).optional(), county: z.string().max(40).optional(), q: z.string().max(100).optional(), free: z.literal('1').optional(), sort: z.enum(['since', 'due', 'number', 'title']).default('since'), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }) },
  }, (request) => inContext(request, (context) => listCases(context, request.query, request.query.free ? [sql`not (${door.elsewhere.where(context.jurisdiction)})`] : [])))

  app.get('/api/cases/:id', { config: { access: 'signedIn' }, schema: { summary: 'One case: file, history, what I may do', tags: ['cases'], params: z.object({ id: z.string().max(64) }) } },
    async (request, reply) => inContext(request, async (context) => {
      const detail = await detailOf(context, door, await idOf(context, request.params.id))
      reply.header('etag', `"${detail.version}"`)
      return detail
    }))

  app.post('/api/cases/:id/steps/:step', {
    config: { access: 'signedIn' },
    schema: {
      summary: 'Take a step', tags: ['cases'], params: steppers.extend({ step: z.string().max(60) }), headers: writeHeaders(true),
      body: z.unknown(),
    },
    validatorCompiler: () => (value) => ({ value }),
  }, async (request, reply) => {
    const { id, step } = parsed(steppers.extend({ step: z.string().max(60) }), request.params)
    const key = keyOf(request)
    const version = versionOf(request)
    const answer = await inContext(request, async (context) => {
      const head = await rowOf<{ procedure: string }>(context.tx, sql`select procedure from case_head where jurisdiction = ${context.jurisdiction} and id = ${id}`)
      const engine = head && engines[head.procedure]
      const command = engine && Object.hasOwn(engine.commands, step) ? engine.commands[step] as z.ZodType<Record<string, unknown>> : undefined
      if (!engine || !command) throw notFound()
      // Who may not take the step learns that, not what its form looks like.
      const data = command.safeParse(request.body)
      if (!data.success) await refuseBeforeInput(context, wording, engine, id, step)
      const input = data.success ? data.data : parsed(command, request.body)
      return once(context, key, { id, step, data: input }, async () => done(context, await takeStep(context, wording, { caseId: id, step, data: input, ifVersion: version })))
    }, commitIfDone)
    return send(reply, answer)
  })

  app.get('/api/worklist', { config: { access: 'signedIn' }, schema: { summary: 'What waits for me, by due date', tags: ['cases'], querystring: z.strictObject({ tab: z.enum(['mine', 'others', 'done']).default('mine') }) } },
    (request) => inContext(request, (context) => worklistOf(context, door, request.query.tab)))

  app.get('/api/messages', { config: { access: 'signedIn' }, schema: { summary: 'Messages to me and my institution', tags: ['cases'] } },
    (request) => inContext(request, async ({ tx, jurisdiction, viewer }) => ({
      rows: (await rowsOf<{ id: string; case_id: string; number: string; words: Words; at: string; read_by: string[] }>(tx, sql`select id, case_id, number, words, at, read_by from message where jurisdiction = ${jurisdiction} order by at desc, id limit 50`))
        .map((row) => ({ id: row.id, case: row.case_id, number: row.number, words: row.words, at: row.at, read: row.read_by.includes(viewer.person) })) })))
  app.post('/api/messages/read', { config: { access: 'signedIn' }, schema: { summary: 'Mark all messages as read', tags: ['cases'] } },
    (request) => inContext(request, async ({ tx, jurisdiction, viewer }) => {
      await rowsOf(tx, sql`update message set read_by = array_append(read_by, ${viewer.person}) where jurisdiction = ${jurisdiction} and not read_by @> ${[viewer.person]}::text[]`)
      return { ok: true }
    }))
}

const commitIfDone = (answer: Answer) => (answer.status < 400 ? 'commit' : 'rollback')
const send = (reply: import('fastify').FastifyReply, answer: Answer) => {
  if (answer.refused) throw answer.refused
  return reply.status(answer.status).send(answer.body)
}

const refusalOf = (outcome: Exclude<Outcome, { ok: true }>): Refused =>
  outcome.kind === 'hidden' ? notFound() : outcome.kind === 'overtaken' ? overtaken(outcome.moved) : refusedWith(outcome.refusals, outcome.moved)

async function done(context: Context, outcome: Outcome): Promise<Answer> {
  if (!outcome.ok) { const refused = refusalOf(outcome); return { status: refused.status, body: null, refused } }
  return { status: 200, body: await stepDone(context, outcome.done) }
}
async function opened(context: Context, outcome: Outcome): Promise<Answer> {
  if (!outcome.ok) { const refused = refusalOf(outcome); return { status: refused.status, body: null, refused } }
  return { status: 201, body: { id: outcome.done.caseId, number: outcome.done.number, ...(await stepDone(context, outcome.done)) } }
}
async function stepDone(context: Context, { caseId, entry }: Done): Promise<StepDone> {
  const row = await caseRow(context, caseId)
  return { case: row, version: row.version, entry: { no: entry.no, hash: entry.hash, at: entry.at, did: entry.did, law: entry.law } }
}

/** Before faults of the input are told: whether this person could take the step at all, now. */
async function refuseBeforeInput(context: Context, wording: Wording, engine: Engine, caseId: string, step: string) {
  const { file } = await caseFile(context, { [engine.procedure]: engine }, caseId)
  const place = availableSteps(engine, file, await engine.look(context.tx, { context, caseId, file, step: null, data: {} }), context.actor, context.today, wording, await partyNames(context.tx, context.jurisdiction, file)).find((one) => one.step === step)
  const grounds = place ? place.refusals.filter(({ code }) => code !== 'unmet') : [{ code: 'notNow' as const, law: (engine.steps[step] as Step<unknown, string, string, unknown, unknown>).law, reason: { zh: `现在的状态是“${engine.statuses[file.status]?.words.zh ?? file.status}”，不能办理这一步。`, en: `Not possible while the case is “${engine.statuses[file.status]?.words.en ?? file.status}”.` } }]
  if (grounds.length > 0) throw refusedWith(grounds)
}
