/**
 * The case log: the one way to write a case. In one transaction it locks the head, folds the entries, lets the page
 * decide, appends under the next number with the hash of the entry before, refreshes the read tables and hands papers
 * and mail to the outbox. Knows no procedure and no word of the law.
 */
import { available, type Audience, type Actor, type CaseFile, decide, type Decision, type Procedure, type Refusal, type Step } from '../kernel/procedure.ts'
import type { Basis, Verdict } from '../kernel/rule.ts'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { canonical, fingerprint, sha256 } from './canonical.ts'
import { drawPapers, keepPapers, type PaperInEntry } from './papers/frozen.ts'
import type { PaperKind } from './papers/kind.ts'
import { json, rowOf, rowsOf, sql, type Tx } from './query.ts'

/** The body of an entry as it is stored and hashed. */
export type EntryBody = {
  did: string; on: Day; law: Basis; to: string; data: Record<string, unknown>; verdicts: Verdict[]
  by: { person: string; name: string; role: string; org: string; for?: { person: string; name: string } }
  /** Drawn for what not every party may read: else its hash, shown with later entries, could be tried out against guesses. */
  salt?: string
  /** Fingerprint of salt and data kept sealed beside the entry. */
  sealed?: string
  /** From this entry on, what was sealed before may be read. */
  unseals?: true
  /** The papers it produced, each with the fingerprint of its facts. */
  papers?: PaperInEntry[]
}
export type Entry = EntryBody & { no: number; at: string; seen: Audience; hash: string; prev: string }
export type AnyCase = CaseFile & { [key: string]: unknown }
// biome-ignore lint/suspicious/noExplicitAny: the log handles every procedure; each engine keeps its own types inside
export type AnyProcedure = Procedure<any, any, any, any, any>

/** What the lists show of a case. */
export type ListRow = { title: string; hosts: { org: string; name: string; demo: boolean }[]; county: string | null; field: string | null; track: string | null; batch: string | null; search: string; /** The number of the base the case is about. */ base?: string | null }

export type Awaits = { role: string; asks: Words; within?: string; clock: 'applicant' | 'authority' }
/** `orgs`: the parties of the case that hold the role. */
export type AlsoWaits = { role: string; orgs: readonly string[]; asks: Words; due: Day | null }
export type StatusOf = { words: Words; family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'; stage: number | null; awaits?: Awaits; /** Somebody else's turn within the same status, `Engine.waitsEarlier` tells which. */ earlier?: Awaits }

/** One procedure as the log and the door need it. */
export type Engine = {
  procedure: string; words: Words; prefix: string; law: Basis[]; stages: Words[]
  steps: AnyProcedure
  statuses: Record<string, StatusOf>
  /** The steps that open a case, and what the case is before its first entry. */
  opensWith: string
  empty: (opening: { actor: Actor; jurisdiction: string }) => AnyCase
  read: (file: AnyCase, entry: Entry) => AnyCase
  /** Looks up what the rules of this step need to know. */
  look: (tx: Tx, about: { context: Context; caseId: string; file: AnyCase; step: string | null; data: Record<string, unknown> }) => Promise<unknown>
  /** Adds to the data what the door alone knows (snapshot, numbers); runs after the decision, before the entry is written. */
  complete?: (tx: Tx, about: { context: Context; caseId: string; file: AnyCase; step: string; data: Record<string, unknown>; found: unknown }) => Promise<Record<string, unknown>>
  list: (file: AnyCase) => ListRow
  /** Whether, within its status, the case still waits for the earlier of two people. */
  waitsEarlier?: (file: AnyCase) => boolean
  /** The day this status is due, where the case itself names it; else the limit of the status counts. */
  dueOn?: (file: AnyCase) => Day | undefined
  /** Since when it waits, where it has stood in this status long before. */
  waitsSince?: (file: AnyCase) => Day | undefined
  /** What a step will set going, with its days, told before it is signed: what `effects` say without a day. */
  foresees?: (about: { file: AnyCase; step: string; today: Day; rules: Rules }) => readonly Words[]
  /** What a public notice says of the case beside its name: "优"; and under which name, where the title of the case is not one. */
  noticed?: (file: AnyCase) => string | { name: string; outcome: string } | null
  /** Of those who hold the awaited role, who has still something to do; without it all of them. */
  waitsOn?: (file: AnyCase) => readonly string[]
  /** Who else has something to do in it, beside the one whose turn it is: another duty, with its own day. */
  waitsAlso?: (file: AnyCase) => readonly AlsoWaits[]
  /** Whom else an entry concerns, and what they are told in words of its own: parties of the case, each once. */
  informs?: (about: { file: AnyCase; entry: Entry; title: string }) => readonly { to: string; words: Words }[]
  /** Who may see the case now. */
  visibleTo: (file: AnyCase) => { orgs: string[]; people: string[] }
  /** Further read tables of the procedure. Must give the same rows when run again over all entries. */
  refresh?: (tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: AnyCase; entry: Entry }) => Promise<void>
  /** The part of the folded case this viewer may see. */
  show: (file: AnyCase, viewer: Viewer) => Record<string, unknown>
  /** What its entries produce on paper. */
  papers?: readonly PaperKind[]
  commands: Record<string, import('zod').ZodType>
  examples: Record<string, Record<string, unknown>>
}

export type Viewer = { reach: 'city' | 'authorities' | 'parties' | 'admin' | 'public'; person: string; orgs: string[]; roles: string[] }

/** Everything a request carries: who, when, under which rules. Handed down, never ambient. */
export type Context = {
  tx: Tx; jurisdiction: string; actor: Actor; viewer: Viewer; now: Date; today: Day
  newId: () => string
  rules: Rules
  engines: Record<string, Engine>
  react: (did: { engine: Engine; caseId: string; number: string; file: AnyCase; entry: Entry }) => Reaction[]
}
export type Reaction = { procedure: string; caseId?: string; step: string; data: Record<string, unknown>; as?: 'actor' }

/** Settings and calendar as the log needs them; the values come from the composition. */
export type Rules = {
  /** Working days a setting allows. */
  limit: (setting: string) => number
  due: (from: Day, days: number) => { day: Day; provisional: boolean }
  between: (from: Day, to: Day) => number
  [key: string]: unknown
}

export type Moved = { by: string; at: string; did: string; to: string; version: number }
export type Done = { caseId: string; number: string; version: number; entry: Entry; file: AnyCase }
export type Outcome = { ok: true; done: Done } | { ok: false; kind: 'hidden' } | { ok: false; kind: 'overtaken'; moved?: Moved } | { ok: false; kind: 'refused'; refusals: readonly Refusal[]; moved?: Moved }

export const systemActor: Actor = { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] }

const refusalWords = (engine: Engine, roles: Record<string, Words>) => ({
  notYours: (by: readonly string[]): Words => {
    const names = by.map((role) => roles[role] ?? { zh: role, en: role })
    return { zh: `由${names.map((n) => n.zh).join('、')}办理。`, en: `For the ${names.map((n) => n.en).join(' or ')} to do.` }
  },
  notNow: (status: string): Words => {
    const words = engine.statuses[status]?.words ?? { zh: status, en: status }
    return { zh: `现在的状态是“${words.zh}”，不能办理这一步。`, en: `Not possible while the case is “${words.en}”.` }
  },
})

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
  // A case nobody may open must not consume a number: decide first, on the empty file.
  const found = await engine.look(tx, { context, caseId, file, step: engine.opensWith, data: asked.data })
  const decision = decide(engine.steps, { step: engine.opensWith, data: asked.data, file, found, actor, today, opening: true } as never, refusalWords(engine, wording.roles)) as Decision<unknown>
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
  return entries.reduce((file, entry) => engine.read(file, entry), empty)
}

/** All entries of a case in order, whoever asks, as long as the case is theirs to see. */
export async function entriesOf(tx: Tx, jurisdiction: string, caseId: string): Promise<Entry[]> {
  const rows = await rowsOf<{ no: number; at: string; seen: Audience; prev: string; hash: string; body: EntryBody }>(tx, sql`select no, at, seen, prev, hash, body from sec.entries(${jurisdiction}, ${caseId})`)
  return rows.map(entryOf)
}
export const entryOf = ({ body, ...row }: { no: number; at: string; seen: Audience; prev: string; hash: string; body: EntryBody }): Entry => ({ ...body, ...row })

export function steps(engine: Engine, file: AnyCase, found: unknown, actor: Actor, today: Day, wording: Wording) {
  return available(engine.steps, file, found, actor, today, refusalWords(engine, wording.roles), (found as { reasons?: Record<string, string> } | undefined)?.reasons)
}

/** Runs the decision without writing: the pre-check and the dry run. */
export function judge(context: Context, wording: Wording, engine: Engine, file: AnyCase, step: string, data: Record<string, unknown>, found: unknown): Decision<EntryBody> {
  return decide(engine.steps, { step, data, file, found, actor: context.actor, today: context.today } as never, refusalWords(engine, wording.roles)) as Decision<EntryBody>
}

/** The step by which a case ends with what it is about, from the status it has; none where people have to see to it. */
export const endingOf = (engine: Engine | undefined, status: string): string | undefined =>
  ['endWithBase', 'discontinue'].find((step) => (engine?.steps[step] as { from: readonly string[] } | undefined)?.from.includes(status))

type Head = { id: string; procedure: string; number: string; version: number; hash: string }

async function append(context: Context, wording: Wording, engine: Engine, head: Head, entries: Entry[], file: AnyCase, asked: { caseId: string; step: string; data: Record<string, unknown>; as?: Actor }): Promise<Outcome> {
  const { tx, jurisdiction, today, now } = context
  const { caseId, step } = asked
  const actor = asked.as ?? context.actor
  const rule = engine.steps[step] as Step<AnyCase, string, string, unknown, unknown> | undefined
  if (!rule) return { ok: false, kind: 'hidden' }
  const found = await engine.look(tx, { context, caseId, file, step, data: asked.data })
  const data = withReasons(asked.data, found)
  const decision = decide(engine.steps, { step, data, file, found, actor, today, opening: entries.length === 0 } as never, refusalWords(engine, wording.roles)) as Decision<EntryBody>
  if (!decision.ok) return { ok: false, kind: 'refused', refusals: decision.refusals, ...(decision.refusals.some((r) => r.code === 'notNow') && movedBy(entries, context.viewer)) }

  const completed = engine.complete ? await engine.complete(tx, { context, caseId, file, step, data: decision.entry.data, found }) : decision.entry.data
  const no = head.version + 1
  const salt = rule.sealed ? context.newId() : ''
  const bare: EntryBody = { ...decision.entry, data: rule.sealed ? publicPart(completed) : completed, ...(rule.sealed && { sealed: fingerprint({ salt, data: completed }) }), ...(rule.unseals && { unseals: true as const }), ...((rule.seen ?? 'parties') !== 'parties' && { salt: context.newId() }) }
  const seen = rule.seen ?? 'parties'
  // Whoever came first may have waited longer: within a case time does not go back.
  const at = [entries.at(-1)?.at ?? '', now.toISOString()].toSorted().at(-1)!
  const bareEntry: Entry = { ...bare, no, at, seen, prev: head.hash, hash: '' }
  const drawn = await drawPapers(context, engine, { caseId, number: head.number, before: file, file: engine.read(file, bareEntry), entry: bareEntry })
  const body: EntryBody = drawn.length > 0 ? { ...bare, papers: drawn.map(({ known }) => known) } : bare
  const hash = hashOf(jurisdiction, caseId, { no, at, seen, prev: head.hash, body })
  const entry: Entry = { ...body, no, at, seen, prev: head.hash, hash }
  const next = engine.read(file, entry)
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

/** Whose turn it is in this case now. */
export function awaitsOf(engine: Engine, file: AnyCase): Awaits | undefined {
  const { awaits, earlier } = engine.statuses[file.status] ?? {}
  return earlier && engine.waitsEarlier?.(file) ? earlier : awaits
}

/** The organisations or persons whose turn it is. */
const waitedFor = (engine: Engine, file: AnyCase): readonly string[] => {
  const awaits = awaitsOf(engine, file)
  return awaits ? engine.waitsOn?.(file) ?? file.parties[awaits.role] ?? [] : []
}

/** One row a case: what lists and worklists show. Rebuilt from the entries at any time. */
export async function refreshList(tx: Tx, rules: Rules, engine: Engine, about: { jurisdiction: string; caseId: string; number: string; file: AnyCase; entries: readonly Entry[] }) {
  const { jurisdiction, caseId, number, file, entries } = about
  const { title, hosts, county, field, track, batch, search, base } = engine.list(file)
  const { orgs, people } = engine.visibleTo(file)
  const awaits = awaitsOf(engine, file)
  const fixed = engine.dueOn?.(file)
  const clock = fixed ? fixedClock(entries, fixed, rules, engine.waitsSince?.(file)) : clockOf(entries, file.status, awaits?.within, rules)
  const waitsFor = [...waitedFor(engine, file)]
  await rowsOf(tx, sql`
    insert into case_list (jurisdiction, case_id, procedure, number, title, status, version, hosts, county, field, track, batch, opened_on, since, due_on, due_provisional, limit_days, used_days,
      waits_role, waits_for, also, orgs, people, acted, search, base)
    values (${jurisdiction}, ${caseId}, ${engine.procedure}, ${number}, ${title}, ${file.status}, ${entries.length}, ${json(hosts)}, ${county}, ${field}, ${track}, ${batch},
      ${entries[0]?.on ?? clock.since}, ${clock.since}, ${clock.due?.day ?? null}, ${clock.due?.provisional ?? false}, ${clock.limit}, ${clock.used},
      ${awaits?.role ?? null}, ${waitsFor}, ${json(engine.waitsAlso?.(file) ?? [])}, ${orgs}, ${people}, ${[...new Set(entries.map((entry) => entry.by.person))]}, ${`${number} ${title} ${hosts.map((host) => host.name).join(' ')} ${search}`.toLowerCase()}, ${base ?? null})
    on conflict (jurisdiction, case_id) do update set title = excluded.title, status = excluded.status, version = excluded.version, hosts = excluded.hosts, county = excluded.county, field = excluded.field,
      track = excluded.track, batch = excluded.batch, since = excluded.since, due_on = excluded.due_on, due_provisional = excluded.due_provisional, limit_days = excluded.limit_days, used_days = excluded.used_days,
      waits_role = excluded.waits_role, waits_for = excluded.waits_for, also = excluded.also, orgs = excluded.orgs, people = excluded.people, acted = excluded.acted, search = excluded.search, base = excluded.base`)
}

/** Since when the case stands here, the working days used in earlier stays, and the day it is due: the clock stops while it is elsewhere. */
export function clockOf(entries: readonly Entry[], status: string, within: string | undefined, rules: Rules) {
  const stays = staysOf(entries)
  const since = stays.at(-1)?.from ?? ''
  if (!within || !since) return { since, due: null, limit: null, used: null }
  const limit = rules.limit(within)
  const used = stays.slice(0, -1).filter((stay) => stay.status === status && stay.to).reduce((sum, stay) => sum + rules.between(stay.from, stay.to as Day), 0)
  return { since, limit, used, due: rules.due(since, Math.max(1, limit - used)) }
}

/** A day named by the case: its cells are the working days from the beginning of the stay to that day. */
function fixedClock(entries: readonly Entry[], day: Day, rules: Rules, from?: Day): ReturnType<typeof clockOf> {
  const since = from ?? staysOf(entries).at(-1)?.from ?? ''
  return { since, limit: Math.max(0, rules.between(since, day)), used: 0, due: { day, provisional: false } }
}

/** The stays of a case in its statuses; steps that keep the status do not start a new one. */
export function staysOf(entries: readonly Entry[]) {
  const stays: { status: string; from: Day; to: Day | null }[] = []
  for (const entry of entries) {
    const last = stays.at(-1)
    if (last?.status === entry.to) continue
    if (last) last.to = entry.on
    stays.push({ status: entry.to, from: entry.on, to: null })
  }
  return stays
}

/** Tells those who may read the entry that it happened, and those who have to act from now on what is asked of them. */
async function tell(context: Context, engine: Engine, about: { caseId: string; number: string; before: AnyCase | undefined; file: AnyCase; entry: Entry }) {
  const { entry, before, file, caseId, number } = about
  const awaits = awaitsOf(engine, file)
  const step = engine.steps[entry.did] as { says: Words; concurrent?: true; tells?: readonly string[]; daily?: true }
  if (step.daily) return
  const { title } = engine.list(file)
  const happened = { zh: `${step.says.zh}：${title}`, en: `${step.says.en}: ${title}` }
  const asked = { zh: `${awaits?.asks.zh}：${title}`, en: `${awaits?.asks.en}: ${title}` }
  const orgs = new Map<string, Words>()
  for (const party of waitedFor(engine, file)) {
    const waitedAlready = before?.status === file.status && waitedFor(engine, before).includes(party)
    // What people do side by side is nobody else's; what is not for a party to read does not reach it as a message either.
    if (!step.concurrent && readsAs(awaits?.role ?? '', entry.seen)) orgs.set(party, happened)
    else if (!waitedAlready) orgs.set(party, asked)
  }
  for (const role of step.tells ?? []) for (const party of file.parties[role] ?? []) if (readsAs(role, entry.seen)) orgs.set(party, happened)
  if (entry.seen === 'parties') for (const party of [...(file.parties['host.admin'] ?? []), ...(file.parties['base.director'] ?? [])]) orgs.set(party, happened)
  for (const { to, words } of engine.informs?.({ file, entry, title }) ?? []) orgs.set(to, words)
  for (const [org, words] of orgs) {
    await context.tx.query('insert into message (jurisdiction, id, org, person, role, case_id, number, words, at) values ($1,$2,$3,$3,$4,$5,$6,$7,$8)',
      [context.jurisdiction, context.newId(), org, awaits?.role ?? null, caseId, number, JSON.stringify(words), entry.at])
  }
  await context.tx.query('insert into outbox (jurisdiction, id, case_id, no, kind, body, at) values ($1,$2,$3,$4,$5,$6,$7)',
    [context.jurisdiction, context.newId(), caseId, entry.no, 'entry', JSON.stringify({ did: entry.did, to: entry.to, orgs: [...orgs.keys()] }), entry.at])
}

const readsAs = (role: string, seen: Audience): boolean => seen === 'parties' || role.startsWith('city.') || (seen === 'authorities' && role.startsWith('county.'))

/** The next shown number of a kind in a year, dense and never reused: "RD-2026-0017". */
export async function nextNumber(context: Pick<Context, 'tx' | 'jurisdiction'>, kind: string, year: number, digits: number): Promise<string> {
  const row = await rowOf<{ last: number }>(context.tx, sql`
    insert into number_counter (jurisdiction, kind, year, last) values (${context.jurisdiction}, ${kind}, ${year}, 1)
    on conflict (jurisdiction, kind, year) do update set last = number_counter.last + 1 returning last`)
  return `${kind}-${year}-${String(row?.last ?? 0).padStart(digits, '0')}`
}
