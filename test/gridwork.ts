/**
 * Statuses × steps × people of one procedure: what is not on the page is refused with the right status and leaves no trace, and every
 * arrow of the page can be gone, with the examples of the API document. Whose case it is to see is told by hand by the test.
 */
import type { Client } from '../src/demo/client.ts'
import { type AnyCase, type Engine, entriesOf, fold, type Outcome, systemActor } from '../src/platform/case-log.ts'
import { personId } from '../src/demo/institutions.ts'
import type { Actor } from '../src/kernel/procedure.ts'
import { rowOf, sql } from '../src/platform/query.ts'
import { tokenOf } from './casework.ts'
import { jurisdiction, type Town } from './town.ts'

/** `said`: what a step is told instead of its example; `people`: who takes a role in this case. */
export type Made = { status: string; id: string; people: Record<string, string>; said?: Record<string, object> }
export type At = Made & { version: number; file: AnyCase }
/** `username`: for the case looked at. */
export type Person = { name: string; role: string; username: (at: At) => string; sees: (at: At) => boolean }

/**
 * Whoever may not even see a case is told so before the step is looked at: every sixth step is tried, in the next case and by the next person
 * another sixth. Whoever sees it tries them all.
 */
export const stepsTried = (engine: Engine, sees: boolean, at: number, person: number): string[] => {
  const steps = Object.keys(engine.steps)
  return sees ? steps : steps.filter((_, index) => (index + at + person) % Math.min(6, steps.length) === 0)
}

export function gridwork(town: Town, engine: Engine) {
  const rolesOf = (step: string) => [(engine.steps[step] as unknown as { by: string | readonly string[] }).by].flat() as string[]
  const isThere = (at: At, step: string) => { const { from, only } = engine.steps[step] as unknown as { from: readonly string[]; only?: { holds: (file: AnyCase) => boolean } }; return from.includes(at.status) && only?.holds(at.file) !== false }
  const bodyOf = (at: At, step: string): Record<string, unknown> => ({ ...engine.examples[step], ...at.said?.[step] })
  type Document = { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { examples?: Record<string, { value: object }> }> } }>> }
  /** What the document offers for the steps of this procedure: what is posted here is nothing else. */
  const offered = async (): Promise<Record<string, object>> => {
    const examples = (await town.anyone.call<Document>('GET', '/api/openapi.json')).body.paths['/api/cases/{id}/steps/{step}']?.post?.requestBody?.content['application/json']?.examples ?? {}
    return Object.fromEntries(Object.entries(examples).flatMap(([name, { value }]) => (name.startsWith(`${engine.procedure}.`) ? [[name.slice(engine.procedure.length + 1), value]] : [])))
  }
  const traces = () => rowOf<object>(town.pools.jobs, sql`
    select (select count(*) from case_entry)::int as entries, (select md5(string_agg(hash, ',' order by id)) from case_head) as heads, (select count(*) from case_sealed)::int as sealed, (select count(*) from message)::int as messages, (select count(*) from document)::int as documents,
           (select count(*) from paper)::int as papers, (select count(*) from idempotency)::int as keys, (select md5(string_agg(l::text, ',' order by case_id)) from case_list l) as list`)

  const seen = async (made: readonly Made[]): Promise<At[]> => Promise.all(made.map(async (one) => {
    const row = await rowOf<{ version: number }>(town.pools.jobs, sql`select version from case_head where jurisdiction = ${jurisdiction} and id = ${one.id}`)
    return { ...one, version: row?.version ?? 0, file: await town.platform.asSystem(async (context) => fold(engine, await entriesOf(context.tx, jurisdiction, one.id), context)) }
  }))

  /** Every cell that is not on the page, by everybody; one case of each status stands for it. */
  async function cells(world: readonly At[], people: readonly Person[]) {
    const counts: Record<string, number> = {}
    const wrong: unknown[] = []
    for (const [place, at] of world.entries()) await Promise.all(people.map(async ({ name, role, username, sees }, person) => {
      const who: Client = await town.as(username(at))
      for (const step of stepsTried(engine, sees(at), place, person)) {
        const wanted = !sees(at) ? 404 : !rolesOf(step).includes(role) ? 403 : isThere(at, step) ? 'on the page' : 409
        counts[wanted] = (counts[wanted] ?? 0) + 1
        if (wanted === 'on the page') continue
        const { status } = await who.call('POST', `/api/cases/${at.id}/steps/${step}`, bodyOf(at, step), { 'idempotency-key': town.newId(), 'if-match': String(at.version) })
        if (status !== wanted) wrong.push({ status: at.status, step, person: name, wanted, got: status })
      }
    }))
    return { counts, wrong }
  }

  /** Every arrow by every role it names, each in a transaction that is rolled back; `first` makes ready what only the step needs. */
  async function arrows(world: readonly At[], { skips = [], first = {} }: { /** Roles nobody holds here. */ skips?: readonly string[]; first?: Record<string, (context: Parameters<Parameters<Town['platform']['asSystem']>[0]>[0], at: At) => Promise<unknown>> } = {}) {
    const gone = new Set<string>()
    const refused = new Map<string, unknown>()
    for (const at of world) for (const step of Object.keys(engine.steps).filter((name) => isThere(at, name))) for (const role of rolesOf(step).filter((one) => !skips.includes(one))) {
      const arrow = `${at.status} → ${step} (${role})`
      if (gone.has(arrow)) continue
      if (role !== 'system' && !at.people[role]) { if (!refused.has(arrow)) refused.set(arrow, 'nobody holds the role here'); continue }
      const outcome = role === 'system' ? await asSystem(at, step, first[step]) : first[step] ? await asSystem(at, step, first[step], actorOf(at, role)) : await asPerson(at, step, at.people[role] ?? '')
      if (outcome?.ok) gone.add(arrow)
      else refused.set(arrow, outcome)
    }
    const drawn = Object.entries(engine.steps).flatMap(([step, { from }]) => (from as readonly string[]).flatMap((status) => rolesOf(step).filter((role) => !skips.includes(role)).map((role) => `${status} → ${step} (${role})`)))
    const document = await offered()
    const untried = Object.entries(document).filter(([step, example]) => JSON.stringify(example) !== JSON.stringify(engine.examples[step]) || ![...gone].some((arrow) => arrow.includes(` → ${step} (`))).map(([step]) => step)
    return { drawn, untried, examples: Object.keys(document).length, missing: drawn.filter((one) => !gone.has(one)).map((one) => ({ arrow: one, outcome: refused.get(one) })) }
  }

  const asPerson = async (at: At, step: string, username: string): Promise<Outcome | undefined> =>
    town.platform.asToken(await tokenOf(town, username), (context) => town.platform.takeStep(context, { caseId: at.id, step, data: bodyOf(at, step) }), () => 'rollback')

  const actorOf = (at: At, role: string): Actor => ({ person: personId(at.people[role] ?? ''), name: role, holds: [{ role, org: at.file.parties[role]?.[0] ?? '' }] })

  async function asSystem(at: At, step: string, first?: (context: Parameters<Parameters<Town['platform']['asSystem']>[0]>[0], at: At) => Promise<unknown>, as: Actor = systemActor): Promise<Outcome> {
    const tx = await town.pools.jobs.connect()
    try {
      await tx.query('begin')
      const context = await town.platform.systemContext(tx)
      await first?.(context, at)
      // What follows on the first act by itself has gone already; once more would come too late.
      const last = (await entriesOf(tx, jurisdiction, at.id)).at(-1)
      if (first && last?.did === step) return { ok: true, done: { entry: last } } as unknown as Outcome
      return await town.platform.takeStep(context, { caseId: at.id, step, data: bodyOf(at, step), as })
    } finally {
      await tx.query('rollback')
      tx.release()
    }
  }
  return { seen, cells, arrows, traces }
}
