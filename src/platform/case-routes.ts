/** Cases over HTTP: procedures as data, lists, one case, steps, the worklist. Knows every procedure only as an engine. */
import { z } from 'zod'
import type { AvailableStep, CaseDetail, CaseList, CaseRow, HistoryEntry, ProcedureInfo, StepDone, Worklist } from '../contract.ts'
import type { Available, Step } from '../kernel/procedure.ts'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { type AnyCase, clockOf, type Context, type Done, type Engine, type Entry, entriesOf, entryOf, fold, openCase, type Outcome, type Rules, steps as availableSteps, takeStep, type Wording } from './case-log.ts'
import { canonical, fingerprint } from './canonical.ts'
import type { Server } from './http.ts'
import { badInput, notFound, overtaken, parsed, Refused, refusedWith } from './problem.ts'
import { json, listed, rowOf, rowsOf, sql } from './query.ts'
import type { Who } from './session.ts'

type Request = import('fastify').FastifyRequest
export type CaseDoor = {
  engines: Record<string, Engine>; wording: Wording
  /** Runs as the signed-in person in one transaction; rolls back when the answer says so. */
  inContext: <Result>(request: Request, work: (context: Context, who: Who) => Promise<Result>, end?: (result: Result) => 'commit' | 'rollback') => Promise<Result>
  regulation: (version: string | null) => { version: string; words: Words; lapsedOn: Day | null }
  workingDay: (context: Context, day: Day) => boolean | null
}

const steppers = z.object({ id: z.uuid() })

export function caseRoutes(app: Server, door: CaseDoor) {
  const { engines, wording, inContext } = door

  app.get('/api/procedures', { config: { access: 'signedIn' }, schema: { summary: 'Every procedure as data', tags: ['cases'] } },
    (request) => inContext(request, async ({ rules }) => Object.values(engines).map((engine) => procedureInfo(engine, rules, wording))))

  for (const engine of Object.values(engines)) {
    const opens = engine.opensWith
    app.post(`/api/cases/${engine.procedure}`, {
      config: { access: 'signedIn' },
      schema: { summary: `${engine.words.zh} ${engine.words.en}: ${(engine.steps[opens] as { says: Words }).says.en}`, tags: ['cases'], headers: writeHeaders(false), body: documented(engine.commands[opens] as z.ZodType, engine.examples[opens] ?? {}) },
      validatorCompiler: () => (value) => ({ value }),
    }, async (request, reply) => {
      const key = keyOf(request)
      const data = parsed(engine.commands[opens] as z.ZodType<Record<string, unknown>>, request.body)
      const answer = await inContext(request, (context) => once(context, key, { opens: engine.procedure, data }, async () => opened(context, engines, await openCase(context, wording, { procedure: engine.procedure, data }))), commitIfDone)
      return send(reply, answer)
    })
  }

  app.get('/api/cases', {
    config: { access: 'signedIn' },
    schema: { summary: 'The cases I may see', tags: ['cases'], querystring: z.strictObject({ procedure: z.string().max(40).optional(), status: z.string().max(40).optional(), county: z.string().max(40).optional(), q: z.string().max(100).optional(), sort: z.enum(['since', 'due', 'number', 'title']).default('since'), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }) },
  }, (request) => inContext(request, (context) => listCases(context, request.query)))

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
      body: documented(z.unknown(), {}, Object.fromEntries(Object.values(engines).flatMap((engine) => Object.entries(engine.examples).filter(([step]) => step !== engine.opensWith && !isSystem(engine, step)).map(([step, value]) => [`${engine.procedure}.${step}`, { summary: (engine.steps[step] as { says: Words }).says.en, value }])))),
    },
    validatorCompiler: () => (value) => ({ value }),
  }, async (request, reply) => {
    const { id, step } = parsed(steppers.extend({ step: z.string().max(60) }), request.params)
    const key = keyOf(request)
    const version = versionOf(request)
    const answer = await inContext(request, async (context) => {
      const head = await rowOf<{ procedure: string }>(context.tx, sql`select procedure from case_head where jurisdiction = ${context.jurisdiction} and id = ${id}`)
      const engine = head && engines[head.procedure]
      const command = engine?.commands[step] as z.ZodType<Record<string, unknown>> | undefined
      if (!engine || !command) throw notFound()
      // Who may not take the step learns that, not what its form looks like.
      const data = command.safeParse(request.body)
      if (!data.success) await refuseBeforeInput(context, wording, engine, id, step)
      const input = data.success ? data.data : parsed(command, request.body)
      return once(context, key, { id, step, data: input }, async () => done(context, engines, await takeStep(context, wording, { caseId: id, step, data: input, ifVersion: version })))
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

type Answer = { status: number; body: unknown; refused?: Refused }
const commitIfDone = (answer: Answer) => (answer.status < 400 ? 'commit' : 'rollback')
const send = (reply: import('fastify').FastifyReply, answer: Answer) => {
  if (answer.refused) throw answer.refused
  return reply.status(answer.status).send(answer.body)
}

const writeHeaders = (version: boolean) => z.object({ 'idempotency-key': z.string().min(8).max(80).describe('A new one for every intention; the same for its retries'), ...(version && { 'if-match': z.string().max(20).describe('The version seen, from GET /api/cases/{id}') }) })
const keyOf = (request: Request): string => {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && /^[\x21-\x7e]{8,80}$/.test(key)) return key
  throw badInput([{ path: 'Idempotency-Key', expected: { zh: '请求头，8–80 个可见字符；同一意图重试时不变', en: 'a header of 8 to 80 visible characters, the same for every retry of one intention' } }])
}
const versionOf = (request: Request): number => {
  const given = request.headers['if-match']
  const version = typeof given === 'string' ? /^(?:W\/)?"?(\d{1,9})"?$/.exec(given)?.[1] : undefined
  if (version) return Number(version)
  throw new Refused(428, { zh: '请说明您看到的是案件的哪一版（If-Match）。', en: 'Say which version of the case you saw (If-Match).' }, { fields: [{ path: 'If-Match', expected: { zh: '案件版本号', en: 'the version of the case' } }] })
}

/** The same intention answers the same and writes once; the same key for something else is refused. */
async function once(context: Context, key: string, request: unknown, work: () => Promise<Answer>): Promise<Answer> {
  const { tx, jurisdiction, viewer, now } = context
  const print = fingerprint(request)
  const first = await rowOf(tx, sql`insert into idempotency (jurisdiction, person, key, request, at) values (${jurisdiction}, ${viewer.person}, ${key}, ${print}, ${now.toISOString()}) on conflict do nothing returning key`)
  if (!first) {
    const before = await rowOf<{ request: string; status: number; answer: unknown }>(tx, sql`select request, status, answer from idempotency where jurisdiction = ${jurisdiction} and person = ${viewer.person} and key = ${key}`)
    if (before?.request === print && before.status) return { status: before.status, body: spelled(before.answer) }
    throw new Refused(422, { zh: '这个 Idempotency-Key 已用于另一项请求。', en: 'This Idempotency-Key was used for another request.' })
  }
  const answer = await work()
  if (answer.status >= 400) return answer
  await rowsOf(tx, sql`update idempotency set status = ${answer.status}, answer = ${json(answer.body)} where jurisdiction = ${jurisdiction} and person = ${viewer.person} and key = ${key}`)
  return { ...answer, body: spelled(answer.body) }
}
/** The database orders keys its own way; the first answer and its repetitions are the same byte for byte. */
const spelled = (body: unknown): unknown => JSON.parse(canonical(body))

const refusalOf = (outcome: Exclude<Outcome, { ok: true }>): Refused =>
  outcome.kind === 'hidden' ? notFound() : outcome.kind === 'overtaken' ? overtaken(outcome.moved) : refusedWith(outcome.refusals, outcome.moved)

async function done(context: Context, engines: Record<string, Engine>, outcome: Outcome): Promise<Answer> {
  if (!outcome.ok) { const refused = refusalOf(outcome); return { status: refused.status, body: null, refused } }
  return { status: 200, body: await stepDone(context, engines, outcome.done) }
}
async function opened(context: Context, engines: Record<string, Engine>, outcome: Outcome): Promise<Answer> {
  if (!outcome.ok) { const refused = refusalOf(outcome); return { status: refused.status, body: null, refused } }
  return { status: 201, body: { id: outcome.done.caseId, number: outcome.done.number, ...(await stepDone(context, engines, outcome.done)) } }
}
async function stepDone(context: Context, _engines: Record<string, Engine>, { caseId, entry }: Done): Promise<StepDone> {
  const row = await caseRow(context, caseId)
  return { case: row, version: row.version, entry: { no: entry.no, hash: entry.hash, at: entry.at, did: entry.did, law: entry.law } }
}

/** Before faults of the input are told: whether this person could take the step at all, now. */
async function refuseBeforeInput(context: Context, wording: Wording, engine: Engine, caseId: string, step: string) {
  const file = fold(engine, await entriesOf(context.tx, context.jurisdiction, caseId), context)
  const place = availableSteps(engine, file, await engine.look(context.tx, { context, caseId, file, step: null, data: {} }), context.actor, context.today, wording).find((one) => one.step === step)
  const grounds = place ? place.refusals.filter(({ code }) => code !== 'unmet') : [{ code: 'notNow' as const, law: (engine.steps[step] as Step<unknown, string, string, unknown, unknown>).law, reason: { zh: `现在的状态是“${engine.statuses[file.status]?.words.zh ?? file.status}”，不能办理这一步。`, en: `Not possible while the case is “${engine.statuses[file.status]?.words.en ?? file.status}”.` } }]
  if (grounds.length > 0) throw refusedWith(grounds)
}

type ListQuery = { procedure?: string; status?: string; county?: string; q?: string; sort: 'since' | 'due' | 'number' | 'title'; cursor?: string; limit: number }

async function listCases(context: Context, query: ListQuery): Promise<CaseList> {
  const { tx, jurisdiction } = context
  const scope = [sql`jurisdiction = ${jurisdiction}`, ...(query.procedure ? [sql`procedure = ${query.procedure}`] : []), ...(query.county ? [sql`county = ${query.county}`] : []),
    ...(query.q ? [sql`search like ${`%${query.q.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`] : [])]
  const filter = [...scope, ...(query.status ? [sql`status = ${query.status}`] : [])]
  const order = { since: sql`since desc, case_id`, due: sql`due_on asc nulls last, case_id`, number: sql`number desc, case_id`, title: sql`title, case_id` }[query.sort]
  const offset = query.cursor && /^\d{1,7}$/.test(query.cursor) ? Number(query.cursor) : 0
  if (query.cursor && !/^\d{1,7}$/.test(query.cursor)) throw badInput([{ path: 'cursor', expected: { zh: '上一页给出的 cursor', en: 'the cursor of the page before' } }])
  const rows = await rowsOf<Row>(tx, sql`select ${columns} from case_list l where ${listed(filter)} order by ${order} limit ${query.limit} offset ${offset}`)
  const counts = await rowsOf<{ status: string; count: number }>(tx, sql`select status, count(*)::int as count from case_list where ${listed(scope)} group by status`)
  const total = query.status ? (counts.find(({ status }) => status === query.status)?.count ?? 0) : counts.reduce((sum, { count }) => sum + count, 0)
  return { rows: rows.map((row) => toRow(row, context)), total, cursor: offset + rows.length < total ? String(offset + rows.length) : null, counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])) }
}

type Row = { case_id: string; number: string; procedure: string; title: string; status: string; version: number; hosts: CaseRow['hosts']; county: string | null; county_name: string | null; field: string | null; track: string | null; opened_on: Day; since: Day; due_on: Day | null; due_provisional: boolean; limit_days: number | null; used_days: number | null; waits_role: string | null; waits_for: string[] }
const columns = sql`l.case_id, l.number, l.procedure, l.status, l.version, l.hosts, l.county, l.field, l.track, l.opened_on, l.since, l.due_on, l.due_provisional, l.limit_days, l.used_days, l.waits_role, l.waits_for,
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
    due: row.due_on && row.limit_days !== null ? { day: row.due_on, provisional: row.due_provisional, left: rules.between(today, row.due_on), used: (row.used_days ?? 0) + rules.between(row.since, today), limit: row.limit_days } : null,
  }
}

/** A shown number or an id; what is hidden and what does not exist answer alike. */
export async function idOf({ tx, jurisdiction }: Context, given: string): Promise<string> {
  const row = await rowOf<{ id: string }>(tx, sql`select id from case_head where jurisdiction = ${jurisdiction} and (id = ${given} or number = ${given})`)
  if (!row) throw notFound()
  return row.id
}

export async function caseFile(context: Context, engines: Record<string, Engine>, caseId: string): Promise<{ engine: Engine; file: AnyCase; entries: Entry[] }> {
  const head = await rowOf<{ procedure: string }>(context.tx, sql`select procedure from case_head where jurisdiction = ${context.jurisdiction} and id = ${caseId}`)
  const engine = head && engines[head.procedure]
  if (!engine) throw notFound()
  const entries = await entriesOf(context.tx, context.jurisdiction, caseId)
  return { engine, file: fold(engine, entries, context), entries }
}

async function detailOf(context: Context, door: CaseDoor, caseId: string): Promise<CaseDetail> {
  const { tx, jurisdiction, viewer, actor, today, rules } = context
  const { engine, file, entries } = await caseFile(context, door.engines, caseId)
  const row = await caseRow(context, caseId)
  // What the viewer may read of the history is the database's word, not ours.
  const readable = await rowsOf<Parameters<typeof entryOf>[0]>(tx, sql`select no, at, seen, prev, hash, body from case_entry where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by no`)
  const visible = readable.map(entryOf)
  const orgs = await namesOf(context, visible, row)
  const found = await engine.look(tx, { context, caseId, file, step: null, data: {} })
  const mine = availableSteps(engine, file, found, actor, today, door.wording).filter((one) => concernsMe(engine, one, actor.holds.map(({ role }) => role)))
  const related = await rowsOf<{ case_id: string; number: string; procedure: string; title: string; status: string }>(tx, sql`select case_id, number, procedure, title, status from case_list where jurisdiction = ${jurisdiction} and case_id = any(${relatedIds(file)}::text[])`)
  return {
    case: { ...row, regulation: door.regulation(typeof file.regulation === 'string' ? file.regulation : null), file: engine.show(file, viewer) },
    history: visible.map((entry) => historyEntry(entry, visible, { engine, door, rules, orgs })),
    available: mine.map((one) => availableStep(engine, file, one, door.wording)), version: entries.length,
    next: nextSteps(engine, file, door.wording), related: related.map(({ case_id, ...rest }) => ({ id: case_id, ...rest })),
  }
}

const familyOf = (role: string) => role.split('.')[0]
/** Blocked steps are told to people of the same side; what another side must do shows as the next step, without its reasons. */
const concernsMe = (engine: Engine, { step, refusals }: Available, roles: string[]) => {
  if (!refusals.some(({ code }) => code === 'notYours')) return true
  const by = (engine.steps[step] as { by: string | readonly string[] }).by
  return (typeof by === 'string' ? [by] : by).some((role) => roles.some((mine) => familyOf(mine) === familyOf(role)))
}

const relatedIds = (file: AnyCase): string[] => {
  const { notice, panel, rows, applications } = file as { notice?: { id: string } | null; panel?: { panel: string } | null; rows?: { case: string }[]; applications?: { case: string }[] }
  return [notice?.id, panel?.panel, ...(rows ?? []).map((one) => one.case), ...(applications ?? []).map((one) => one.case)].filter((id) => id !== undefined)
}

/** Names of the institutions in a history: from the register as far as the viewer may read it, else from the case itself. */
async function namesOf({ tx, jurisdiction }: Context, entries: readonly Entry[], row: CaseRow): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map(({ by }) => by.org))]
  const rows = await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from organisation where jurisdiction = ${jurisdiction} and id = any(${ids}::text[])`)
  return new Map([...row.hosts.map(({ org, name }) => [org, name] as const), ...rows.map(({ id, name }) => [id, name] as const)])
}

function historyEntry(entry: Entry, all: readonly Entry[], about: { engine: Engine; door: CaseDoor; rules: Rules; orgs: Map<string, string> }): HistoryEntry {
  const { engine, door, rules, orgs } = about
  const before = all[all.indexOf(entry) - 1]
  const step = engine.steps[entry.did] as { says: Words } | undefined
  const clock = before && engine.statuses[before.to]?.awaits?.clock
  return {
    no: entry.no, did: entry.did, says: step?.says ?? { zh: entry.did, en: entry.did }, at: entry.at, on: entry.on, law: entry.law, to: entry.to, hash: entry.hash,
    by: { name: entry.by.name, role: entry.by.role, roleWords: door.wording.roles[entry.by.role] ?? { zh: entry.by.role, en: entry.by.role }, orgName: orgs.get(entry.by.org) ?? '', actsFor: entry.by.for?.name ?? null },
    data: entry.data, verdicts: entry.verdicts, used: before && before.to !== entry.to && clock ? { days: rules.between(before.on, entry.on), whose: clock } : null,
  }
}

function availableStep(engine: Engine, file: AnyCase, one: Available, wording: Wording): AvailableStep {
  const step = engine.steps[one.step] as Step<unknown, string, string, unknown, unknown>
  const by = typeof step.by === 'string' ? [step.by] : step.by
  const after = engine.statuses[step.to]
  const waits = after?.awaits && step.to !== file.status ? after.awaits : undefined
  return {
    step: one.step, says: step.says, law: step.law, open: one.open, refusals: [...one.refusals], by: by.map((role) => ({ role, words: wording.roles[role] ?? { zh: role, en: role } })),
    command: commandSchema(engine, one.step), example: engine.examples[one.step] ?? {}, signs: step.signs ?? false,
    effects: [...(after && step.to !== file.status ? [{ zh: `状态变为“${after.words.zh}”`, en: `The status becomes “${after.words.en}”` }] : []), ...(step.effects ?? []),
      ...(waits ? [{ zh: `随后由${wording.roles[waits.role]?.zh ?? waits.role}：${waits.asks.zh}`, en: `Then for the ${wording.roles[waits.role]?.en ?? waits.role}: ${waits.asks.en}` }] : [])],
    notifies: [...(waits ? [wording.roles[waits.role] ?? { zh: waits.role, en: waits.role }] : []), ...((step.seen ?? 'parties') === 'parties' && file.parties['host.admin'] ? [{ zh: '申报单位', en: 'the applicant' }] : [])],
  }
}

const nextSteps = (engine: Engine, file: AnyCase, wording: Wording) => Object.entries(engine.steps).filter(([, step]) => step.from.includes(file.status) && step.to !== file.status && step.by !== 'system')
  .map(([name, step]) => { const by = typeof step.by === 'string' ? [step.by] : step.by; return { step: name, says: step.says, by: wording.roles[by[0] ?? ''] ?? { zh: '', en: '' } } })

const schemas = new Map<z.ZodType, object>()
/** JSON Schema of a command with names and drawing hints; computed once a command. */
export function commandSchema(engine: Engine, step: string): object {
  const command = engine.commands[step]
  if (!command) return {}
  const known = schemas.get(command)
  if (known) return known
  const schema = z.toJSONSchema(command, { io: 'input', unrepresentable: 'any' })
  schemas.set(command, schema)
  return schema
}
const documented = (schema: z.ZodType, example: unknown, examples?: Record<string, unknown>) => schema.meta(examples ? { 'x-examples': examples } : { examples: [example] })
const isSystem = (engine: Engine, step: string) => (engine.steps[step] as { by: unknown }).by === 'system'

function procedureInfo(engine: Engine, rules: Rules, wording: Wording): ProcedureInfo {
  const limit = (setting: string | undefined) => (setting ? { setting, days: rules.limit(setting) } : null)
  return {
    procedure: engine.procedure, words: engine.words, law: engine.law, stages: engine.stages,
    statuses: Object.entries(engine.statuses).map(([status, of]) => ({ status, words: of.words, family: of.family, stage: of.stage, awaits: of.awaits ? { role: of.awaits.role, roleWords: wording.roles[of.awaits.role] ?? { zh: '', en: '' }, asks: of.awaits.asks, within: limit(of.awaits.within), clock: of.awaits.clock } : null })),
    steps: Object.entries(engine.steps).map(([name, step]) => ({ step: name, says: step.says, by: typeof step.by === 'string' ? [step.by] : [...step.by], from: [...step.from], to: step.to, law: step.law, within: limit(step.within), command: commandSchema(engine, name), example: engine.examples[name] ?? {} })),
  }
}

async function worklistOf(context: Context, door: CaseDoor, tab: 'mine' | 'others' | 'done'): Promise<Worklist> {
  const { tx, jurisdiction, viewer, today } = context
  const held = [...viewer.orgs, viewer.person]
  const mine = sql`waits_role = any(${viewer.roles}::text[]) and waits_for && ${held}::text[]`
  const acted = sql`acted @> ${[viewer.person]}::text[]`
  const others = sql`waits_role is not null and not (${mine}) and (${acted} or orgs && ${viewer.orgs}::text[])`
  const which = { mine, others, done: sql`${acted} and not (${mine})` }[tab]
  const rows = await rowsOf<Row>(tx, sql`select ${columns} from case_list l where jurisdiction = ${jurisdiction} and ${which} order by due_on asc nulls last, since, case_id limit 200`)
  const counts = await rowOf<{ mine: number; others: number; done: number }>(tx, sql`
    select count(*) filter (where ${mine})::int as mine, count(*) filter (where ${others})::int as others, count(*) filter (where ${acted} and not (${mine}))::int as done from case_list where jurisdiction = ${jurisdiction}`)
  const byStatus = await rowsOf<{ procedure: string; status: string; count: number }>(tx, sql`select procedure, status, count(*)::int as count from case_list where jurisdiction = ${jurisdiction} group by procedure, status order by procedure, status`)
  const list = rows.map((row) => {
    const engine = door.engines[row.procedure]
    const awaits = engine?.statuses[row.status]?.awaits
    const takes = engine ? Object.entries(engine.steps).filter(([, step]) => step.from.includes(row.status) && (typeof step.by === 'string' ? [step.by] : step.by).some((role: string) => viewer.roles.includes(role))) : []
    return { ...toRow(row, context), asks: awaits?.asks ?? { zh: '', en: '' }, law: [...new Set(takes.map(([, step]) => step.law))].slice(0, 3), steps: takes.map(([name]) => name), overdue: row.due_on !== null && row.due_on < today, delegated: context.actor.holds.find(({ role, org }) => role === row.waits_role && row.waits_for.includes(org))?.for?.name ?? null }
  })
  const days = Array.from({ length: 15 }, (_, at) => plus(today, at)).map((day) => ({
    day, working: door.workingDay(context, day), makeUp: door.workingDay(context, day) === true && [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()), due: list.filter((row) => row.due?.day === day).length }))
  return { today, rows: list, counts: counts ?? { mine: 0, others: 0, done: 0 }, byProcedure: Object.fromEntries(Object.keys(door.engines).map((procedure) => [procedure, list.filter((row) => row.procedure === procedure).length])), byStatus, days }
}
const plus = (day: Day, days: number): Day => { const date = new Date(`${day}T00:00:00Z`); date.setUTCDate(date.getUTCDate() + days); return date.toISOString().slice(0, 10) }
export { clockOf }
