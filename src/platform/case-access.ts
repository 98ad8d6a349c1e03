/** From a shown number or an id to the case behind it, as far as the viewer may see. */
import { type AnyCase, type Context, type Engine, type Entry, entriesOf, fold } from './case-log.ts'
import { notFound } from './problem.ts'
import { rowOf, sql } from './query.ts'

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
