/** Where a case stands for those who look at lists: whose turn it is, since when, and by which day. */
import type { Day } from '../kernel/day.ts'
import { barredFrom } from '../kernel/procedure.ts'
import type { AlsoWaits, AnyCase, Awaits, Engine, Entry, Rules } from './engine.ts'
import { json, rowsOf, sql, type Tx } from './query.ts'

/** Whose turn it is in this case now. */
export function awaitsOf(engine: Engine, file: AnyCase): Awaits | undefined {
  const { awaits, earlier } = engine.statuses[file.status] ?? {}
  return earlier && engine.waitsEarlier?.(file) ? earlier : awaits
}

/** The organisations or persons whose turn it is. */
export const waitedFor = (engine: Engine, file: AnyCase): readonly string[] => {
  const awaits = awaitsOf(engine, file)
  return awaits ? engine.waitsOn?.(file) ?? file.parties[awaits.role] ?? [] : []
}

/** Written among those a turn is for: this person is not meant, though their office is, for they acted before. */
export const notMeant = (person: string): string => `-${person}`
const stepsOf = (engine: Engine, names: readonly string[]) => names.flatMap((name) => engine.steps[name] ?? [])
const marked = (engine: Engine, file: AnyCase, { steps }: Pick<Awaits, 'steps'>): string[] => barredFrom<AnyCase>(stepsOf(engine, steps), file).map(notMeant)

/** One row a case: what lists and worklists show. Rebuilt from the entries at any time. */
export async function refreshList(tx: Tx, rules: Rules, engine: Engine, about: { jurisdiction: string; caseId: string; number: string; file: AnyCase; entries: readonly Entry[] }) {
  const { jurisdiction, caseId, number, file, entries } = about
  const { title, hosts, county, field, track, batch, search, base } = engine.list(file)
  const { orgs, people } = engine.visibleTo(file)
  const awaits = awaitsOf(engine, file)
  const fixed = engine.dueOn?.(file)
  const clock = fixed ? fixedClock(entries, fixed, rules, engine.waitsSince?.(file)) : clockOf(entries, file.status, awaits?.within, rules)
  const elsewhere = awaits ? await engine.notFor?.(tx, { jurisdiction, file }) : undefined
  const waitsFor = [...engine.meantFor?.(file) ?? waitedFor(engine, file), ...(awaits ? marked(engine, file, awaits) : []), ...(elsewhere ?? []).map(notMeant)]
  const also = (engine.waitsAlso?.(file) ?? []).map((turn): AlsoWaits => ({ ...turn, orgs: [...turn.orgs, ...marked(engine, file, turn)] }))
  await rowsOf(tx, sql`
    insert into case_list (jurisdiction, case_id, procedure, number, title, status, version, hosts, county, field, track, batch, opened_on, since, due_on, due_provisional, limit_days, used_days,
      waits_role, waits_for, also, orgs, people, acted, search, base)
    values (${jurisdiction}, ${caseId}, ${engine.procedure}, ${number}, ${title}, ${file.status}, ${entries.length}, ${json(hosts)}, ${county}, ${field}, ${track}, ${batch},
      ${entries[0]?.on ?? clock.since}, ${clock.since}, ${clock.due?.day ?? null}, ${clock.due?.provisional ?? false}, ${clock.limit}, ${clock.used},
      ${awaits?.role ?? null}, ${waitsFor}, ${json(also)}, ${orgs}, ${people}, ${[...new Set(entries.map((entry) => entry.by.person))]}, ${`${number} ${title} ${hosts.map((host) => host.name).join(' ')} ${search}`.toLowerCase()}, ${base ?? null})
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
