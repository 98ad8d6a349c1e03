/** Who is told of an entry: those who may read it, and those who have to act from now on. */
import type { Audience } from '../kernel/procedure.ts'
import type { Words } from '../kernel/words.ts'
import { awaitsOf, waitedFor } from './case-row.ts'
import type { AnyCase, Context, Engine, Entry } from './engine.ts'

/** Tells those who may read the entry that it happened, and those who have to act from now on what is asked of them. */
export async function tell(context: Context, engine: Engine, about: { caseId: string; number: string; before: AnyCase | undefined; file: AnyCase; entry: Entry }) {
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
