/** Drafts as they lie on the server: answers by path, each with who wrote it and when; never an entry. */
import type { Draft, DraftSaved } from '../contract.ts'
import { type DraftState, mergeChanges } from '../kernel/draft.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from './case-log.ts'
import type { Language } from './problem.ts'
import { json, rowOf, rowsOf, sql, type Tx } from './query.ts'

export type DraftChanges = { base: number; changes: { path: string; value: unknown }[] }
type Row = { path: string; value: unknown; version: number; by_person: string; by_name: string; at: string }

export const draftHead = (tx: Tx, jurisdiction: string, caseId: string) => rowOf<{ version: number; form_version: string }>(tx, sql`
  select version, form_version from draft where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)

export async function draftValues(tx: Tx, jurisdiction: string, caseId: string): Promise<Record<string, unknown>> {
  const rows = await rowsOf<{ path: string; value: unknown }>(tx, sql`select path, value from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by path`)
  return Object.fromEntries(rows.map(({ path, value }) => [path, value]))
}

/** The draft with who else wrote in it during the last two minutes, by section. */
export async function draftAnswer({ tx, jurisdiction, now, viewer }: Context, caseId: string, head: { version: number; form_version: string }, unlocked: string[] | null, sectionOf: (path: string) => string): Promise<Draft> {
  const rows = await rowsOf<Row>(tx, sql`select path, value, version, by_person, by_name, at from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by path`)
  const recent = rows.filter(({ at, by_person }) => by_person !== viewer.person && now.getTime() - new Date(at).getTime() < 120_000)
  return {
    formVersion: head.form_version, version: head.version, values: Object.fromEntries(rows.map(({ path, value }) => [path, value])), unlocked,
    editors: [...new Map(recent.map((row) => [`${row.by_name}.${sectionOf(row.path)}`, { name: row.by_name, section: sectionOf(row.path), at: row.at }])).values()],
  }
}

/** Writes what fits and what nobody else has changed meanwhile; tells the rest. `head` is locked by the caller. */
export async function writeChanges({ tx, jurisdiction, now, actor }: Context, caseId: string, head: { version: number }, asked: DraftChanges, check: (path: string, value: unknown) => Words | undefined, language: Language): Promise<DraftSaved> {
  const refused = asked.changes.flatMap(({ path, value }) => { const because = check(path, value); return because ? [{ path, expected: because }] : [] })
  const good = asked.changes.filter(({ path }) => !refused.some((one) => one.path === path))
  const paths = good.map(({ path }) => path)
  // Row deletions touch every cell of the row, so whole rows are read.
  const rows = await rowsOf<Row>(tx, sql`
    select path, value, version, by_person, by_name, at from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId} and (path = any(${paths}::text[]) or path = any(${paths.map((path) => path.split('.').slice(0, 3).join('.'))}::text[]) or exists (select 1 from unnest(${paths}::text[]) p where path like p || '.%'))`)
  const names = new Map(rows.map((row) => [row.by_person, row.by_name]))
  const stored: DraftState = Object.fromEntries(rows.map((row) => [row.path, { value: row.value, version: row.version, by: row.by_person, at: row.at }]))
  const merged = mergeChanges(stored, asked.base, good, { by: actor.person, at: now.toISOString() })
  const version = merged.written.length > 0 ? head.version + 1 : head.version
  if (merged.written.length > 0) {
    const written = merged.written.map((path) => ({ path, value: merged.stored[path]?.value ?? null }))
    await rowsOf(tx, sql`
      insert into draft_value (jurisdiction, case_id, path, value, version, by_person, by_name, at)
      select ${jurisdiction}, ${caseId}, w.path, w.value, ${version}, ${actor.person}, ${actor.name}, ${now.toISOString()} from jsonb_to_recordset(${json(written)}) as w(path text, value jsonb)
      on conflict (jurisdiction, case_id, path) do update set value = excluded.value, version = excluded.version, by_person = excluded.by_person, by_name = excluded.by_name, at = excluded.at`)
    await rowsOf(tx, sql`update draft set version = ${version} where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
  }
  return { version, savedAt: now.toISOString(), conflicts: merged.conflicts.map(({ path, theirs, by, at }) => ({ path, theirs, by: names.get(by) ?? by, at })), refused: refused.map(({ path, expected }) => ({ path, expected: expected[language] })) }
}
