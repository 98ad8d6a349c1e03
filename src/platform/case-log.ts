/**
 * The case log: the one way to write a case. In one transaction it locks the head, folds the entries, lets the page
 * decide, appends under the next number with the hash of the entry before, refreshes the read tables and hands papers
 * and mail to the outbox. Knows no procedure and no word of the law.
 */
import { available, type Actor, type Audience, decide, type Decision, placeOf, type Refusal, type Step, withStandIn } from '../kernel/procedure.ts'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { canonical, fingerprint, sha256 } from './canonical.ts'
import { refreshList } from './case-row.ts'
import { tell } from './case-told.ts'
import { type Names, partyNames, refusalWords } from './case-whose.ts'
import type { AnyCase, Context, Engine, Entry, EntryBody, Moved, Outcome, Viewer } from './engine.ts'
import { drawPapers, keepPapers } from './papers/frozen.ts'
import { rowOf, rowsOf, sql, type Tx } from './query.ts'

// Whoever writes a case finds here what it is made of.
export { awaitsOf, clockOf, refreshList, staysOf } from './case-row.ts'
export type * from './engine.ts'

export const systemActor: Actor = { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] }

export type Wording = { roles: Record<string, Words> }

/** Takes one step of an existing case. */
export async function takeStep(context: Context, wording: Wording, asked: { caseId: string; step: string; data: Record<string, unknown>; ifVersion?: number; as?: Actor }): Promise<Outcome> {
  const { tx, jurisdiction } = context
  const head = await rowOf<Head>(tx, sql`select id, procedure, number, version, hash from case_head where jurisdiction = ${jurisdiction} and id = ${asked.caseId} for update`)
  const engine = head && context.engines[head.procedure]
  if (!head || !engine || !Object.hasOwn(engine.steps, asked.step)) return { ok: false, kind: 'hidden' }
  const entries = await entriesOf(tx, jurisdiction, asked.caseId)
  const concurrent = (engine.steps[asked.step] as { concurrent?: true } | undefined)?.concurrent
  if (asked.ifVersion !== undefined && asked.ifVersion !== head.version && !concurrent) return { ok: false, kind: 'overtaken', ...movedBy(entries, context.viewer) }
  const file = fold(engine, entries, context)
  return append(context, wording, engine, head, entries, file, asked)
}

/** Opens a case: the head and its first entry. */
export async function openCase(context: Context, wording: Wording, asked: { procedure: string; data: Record<string, unknown>; as?: Actor }): Promise<Outcome> {
  const { tx, jurisdiction, today } = context
  const engine = context.engines[asked.procedure]
  if (!engine) return { ok: false, kind: 'hidden' }
  const actor = asked.as ?? context.actor
  const file = engine.empty({ actor, jurisdiction })
  const caseId = context.newId()
  const opener = engine.steps[engine.opensWith] as AnyStep | undefined
  const refusals = opener ? await refusedPlace(context, wording, engine, { rule: opener, file, actor, opening: true }) : []
  if (!opener || refusals.length > 0) return { ok: false, kind: 'refused', refusals }
  // A case nobody may open must not consume a number: decide first, on the empty file.
  const found = await engine.look(tx, { context, caseId, file, step: engine.opensWith, data: asked.data })
  const decision = decide(engine.steps, { step: engine.opensWith, data: asked.data, file, found, actor, today, opening: true } as never, refusalWords(engine, wording.roles, file)) as Decision<unknown>
  if (!decision.ok) return { ok: false, kind: 'refused', refusals: decision.refusals }
  const number = await nextNumber(context, engine.prefix, Number(today.slice(0, 4)), 4)
  const head: Head = { id: caseId, procedure: engine.procedure, number, version: 0, hash: genesis(jurisdiction, caseId, engine.procedure, number) }
  const { orgs, people } = engine.visibleTo(file)
  await tx.query('insert into case_head (jurisdiction, id, procedure, number, version, hash, opened_on, orgs, people) values ($1,$2,$3,$4,0,$5,$6,$7,$8)',
    [jurisdiction, caseId, engine.procedure, number, head.hash, today, orgs, people])
  return append(context, wording, engine, head, [], file, { caseId, step: engine.opensWith, data: asked.data, as: actor })
}

/** The hash the first entry chains onto: it binds the case to its identity. */
export const genesis = (jurisdiction: string, caseId: string, procedure: string, number: string): string => sha256(canonical({ v: 1, jurisdiction, case: caseId, procedure, number }))

/** The hash of one entry: everything an inspector would ask about, and the entry before. */
export const hashOf = (jurisdiction: string, caseId: string, entry: { no: number; at: string; seen: Audience; prev: string; body: EntryBody }): string =>
  sha256(canonical({ v: 1, jurisdiction, case: caseId, no: entry.no, at: entry.at, seen: entry.seen, prev: entry.prev, body: entry.body }))

export const fold = (engine: Engine, entries: readonly Entry[], context: { jurisdiction: string }): AnyCase => {
  const opener = entries[0]?.by
  const empty = engine.empty({ jurisdiction: context.jurisdiction, actor: opener ? { person: opener.person, name: opener.name, holds: [{ role: opener.role, org: opener.org }] } : systemActor })
  return entries.reduce((file, entry) => readOn(engine, file, entry), empty)
}

/** The case after an entry, with what the entry tells of who acts for whom. */
const readOn = (engine: Engine, file: AnyCase, entry: Entry): AnyCase => withStandIn(engine.read(file, entry), entry.by)


/** All entries of a case in order, whoever asks, as long as the case is theirs to see. */
export async function entriesOf(tx: Tx, jurisdiction: string, caseId: string): Promise<Entry[]> {
  const rows = await rowsOf<{ no: number; at: string; seen: Audience; prev: string; hash: string; body: EntryBody }>(tx, sql`select no, at, seen, prev, hash, body from sec.entries(${jurisdiction}, ${caseId})`)
  return rows.map(entryOf)
}
export const entryOf = ({ body, ...row }: { no: number; at: string; seen: Audience; prev: string; hash: string; body: EntryBody }): Entry => ({ ...body, ...row })

export function steps(engine: Engine, file: AnyCase, found: unknown, actor: Actor, today: Day, wording: Wording, names?: Names) {
  return available(engine.steps, file, found, actor, today, refusalWords(engine, wording.roles, file, names), (found as { reasons?: Record<string, string> } | undefined)?.reasons)
}

/** Runs the decision without writing: the pre-check and the dry run. */
export function judge(context: Context, wording: Wording, engine: Engine, file: AnyCase, step: string, data: Record<string, unknown>, found: unknown): Decision<EntryBody> {
  return decide(engine.steps, { step, data, file, found, actor: context.actor, today: context.today } as never, refusalWords(engine, wording.roles, file)) as Decision<EntryBody>
}

/** The step by which a case ends with what it is about, from the status it has; none where people have to see to it. */
export const endingOf = (engine: Engine | undefined, status: string): string | undefined =>
  ['endWithBase', 'discontinue'].find((step) => (engine?.steps[step] as { from: readonly string[] } | undefined)?.from.includes(status))

type AnyStep = Step<AnyCase, string, string, unknown, unknown>
type Head = { id: string; procedure: string; number: string; version: number; hash: string }

async function append(context: Context, wording: Wording, engine: Engine, head: Head, entries: Entry[], file: AnyCase, asked: { caseId: string; step: string; data: Record<string, unknown>; as?: Actor }): Promise<Outcome> {
  const { tx, jurisdiction, today, now } = context
  const { caseId, step } = asked
  const actor = asked.as ?? context.actor
  const rule = engine.steps[step] as AnyStep | undefined
  if (!rule) return { ok: false, kind: 'hidden' }
  // Nothing is looked up, and no lock taken, for whom the step is not or whose time it is not.
  const refusals = await refusedPlace(context, wording, engine, { rule, file, actor, opening: entries.length === 0 })
  if (refusals.length > 0) return refusedAt(refusals, entries, context.viewer)
  const found = await engine.look(tx, { context, caseId, file, step, data: asked.data })
  const data = withReasons(asked.data, found)
  const decision = decide(engine.steps, { step, data, file, found, actor, today, opening: entries.length === 0 } as never, refusalWords(engine, wording.roles, file)) as Decision<EntryBody>
  if (!decision.ok) return refusedAt(decision.refusals, entries, context.viewer)

  const completed = engine.complete ? await engine.complete(tx, { context, caseId, file, step, data: decision.entry.data, found }) : decision.entry.data
  const no = head.version + 1
  const salt = rule.sealed ? context.newId() : ''
  const bare: EntryBody = { ...decision.entry, data: rule.sealed ? publicPart(completed) : completed, ...(rule.sealed && { sealed: fingerprint({ salt, data: completed }) }), ...(rule.unseals && { unseals: true as const }), ...((rule.seen ?? 'parties') !== 'parties' && { salt: context.newId() }) }
  const seen = rule.seen ?? 'parties'
  // Whoever came first may have waited longer: within a case time does not go back.
  const at = [entries.at(-1)?.at ?? '', now.toISOString()].toSorted().at(-1)!
  const bareEntry: Entry = { ...bare, no, at, seen, prev: head.hash, hash: '' }
  const drawn = await drawPapers(context, engine, { caseId, number: head.number, before: file, file: readOn(engine, file, bareEntry), entry: bareEntry })
  const body: EntryBody = drawn.length > 0 ? { ...bare, papers: drawn.map(({ known }) => known) } : bare
  const hash = hashOf(jurisdiction, caseId, { no, at, seen, prev: head.hash, body })
  const entry: Entry = { ...body, no, at, seen, prev: head.hash, hash }
  const next = readOn(engine, file, entry)
  const { orgs, people } = engine.visibleTo(next)

  await tx.query('insert into case_entry (jurisdiction, case_id, no, did, by_person, at, seen, body, prev, hash) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)',
    [jurisdiction, caseId, no, step, actor.person, at, seen, JSON.stringify(body), head.hash, hash])
  await keepPapers(context, { caseId, entry, drawn })
  if (rule.sealed) await tx.query('insert into case_sealed (jurisdiction, case_id, no, person, salt, data) values ($1,$2,$3,$4,$5,$6)', [jurisdiction, caseId, no, actor.person, salt, JSON.stringify(completed)])
  await tx.query('update case_head set version = $3, hash = $4, orgs = $5, people = $6 where jurisdiction = $1 and id = $2', [jurisdiction, caseId, no, hash, orgs, people])
  await refreshList(tx, context.rules, engine, { jurisdiction, caseId, number: head.number, file: next, entries: [...entries, entry] })
  await engine.refresh?.(tx, { jurisdiction, caseId, number: head.number, file: next, entry })
  await tell(context, engine, { caseId, number: head.number, before: entries.length > 0 ? file : undefined, file: next, entry })

  for (const reaction of context.react({ engine, caseId, number: head.number, file: next, entry })) {
    const as = reaction.as === 'actor' ? actor : systemActor
    const outcome = reaction.caseId
      ? await takeStep(context, wording, { caseId: reaction.caseId, step: reaction.step, data: reaction.data, as })
      : await openCase(context, wording, { procedure: reaction.procedure, data: reaction.data, as })
    // A reaction that cannot follow takes the step back with it: nothing half done.
    if (!outcome.ok) return outcome
  }
  return { ok: true, done: { caseId, number: head.number, version: no, entry, file: next } }
}

/** Why the step is not this person's, or not now; whose it is here is looked up only for who is refused. */
async function refusedPlace({ tx, jurisdiction }: Context, { roles }: Wording, engine: Engine, { rule, file, actor, opening }: { rule: AnyStep; file: AnyCase; actor: Actor; opening: boolean }): Promise<readonly Refusal[]> {
  const { refusals } = placeOf(rule, file, actor, refusalWords(engine, roles, file), opening)
  if (!refusals.some(({ code }) => code === 'notYours')) return refusals
  return placeOf(rule, file, actor, refusalWords(engine, roles, file, await partyNames(tx, jurisdiction, file)), opening).refusals
}

/** A step that comes too late is told who was faster. */
const refusedAt = (refusals: readonly Refusal[], entries: readonly Entry[], viewer: Viewer): Outcome =>
  ({ ok: false, kind: 'refused', refusals, ...(refusals.some(({ code }) => code === 'notNow') && movedBy(entries, viewer)) })

/** Reasons written in the material itself count like those written in the dialog; the dialog wins. */
const withReasons = (data: Record<string, unknown>, found: unknown): Record<string, unknown> => {
  const written = (found as { reasons?: Record<string, string> } | undefined)?.reasons
  return written && Object.keys(written).length > 0 ? { ...data, reasons: { ...written, ...(data.reasons as Record<string, string> | undefined) } } : data
}

/** Of sealed data, what may be told: which case it is about, nothing else. */
const publicPart = (data: Record<string, unknown>) => ('about' in data ? { about: data.about } : {})

/** Whether the entry is for this viewer, as row security says it too. */
const mayRead = ({ seen, by }: Entry, viewer: Viewer): boolean =>
  seen === 'parties' || viewer.reach === 'city' || by.person === viewer.person || (seen === 'authorities' && viewer.reach === 'authorities')

/** Sealed and not opened yet: who handed it in is told to nobody else, so that a meeting is followed by count only. */
export const isVeiled = (entry: Entry, all: readonly Entry[], viewer: Viewer): boolean =>
  entry.sealed !== undefined && entry.by.person !== viewer.person && !all.some(({ no, unseals }) => unseals && no > entry.no)

/** Who moved the case, told to whoever may read that entry: else an expert would learn who else sits by asking for any step. */
const movedBy = (entries: readonly Entry[], viewer: Viewer): { moved?: Moved } => {
  const last = entries.at(-1)
  return last && mayRead(last, viewer) && !isVeiled(last, entries, viewer) ? { moved: { by: last.by.name, at: last.at, did: last.did, to: last.to, version: entries.length } } : {}
}

/** The next shown number of a kind in a year, dense and never reused: "RD-2026-0017". */
export async function nextNumber(context: Pick<Context, 'tx' | 'jurisdiction'>, kind: string, year: number, digits: number): Promise<string> {
  const row = await rowOf<{ last: number }>(context.tx, sql`
    insert into number_counter (jurisdiction, kind, year, last) values (${context.jurisdiction}, ${kind}, ${year}, 1)
    on conflict (jurisdiction, kind, year) do update set last = number_counter.last + 1 returning last`)
  return `${kind}-${year}-${String(row?.last ?? 0).padStart(digits, '0')}`
}
