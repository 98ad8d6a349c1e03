/** The door of the public notice: the frozen list, its text and hash, and the read table of the portal. */
import { type Context, entriesOf, fold } from '../../platform/case-log.ts'
import { sha256 } from '../../platform/canonical.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { afterWorkingDays, isWorking, nextWorkingDay, plusDays } from '../../kernel/day.ts'
import { divisionOf } from '../../settings/divisions.ts'
import { fields } from '../../settings/fields.ts'
import { asOneLine } from '../asking.ts'
import { lineOf } from '../../settings/notice-changes.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { Correction, NoticeRow, PublicNoticeCase } from './public-notice.case.ts'
import type { PublicNoticeCommands } from './public-notice.commands.ts'
import { changesOf, correctedRows, removedRows } from './public-notice.correction.ts'
import type { PublicNoticeFound } from './public-notice.ts'

export async function look(tx: Tx, about: { context: Context; file: PublicNoticeCase; step: string | null; data: Record<string, unknown> }): Promise<PublicNoticeFound> {
  const { context, data } = about
  const { calendar, settings } = context.rules as unknown as RulesInForce
  // A corrected list comes with its rows from the one it replaces, and its period begins on the next working day.
  if (data.correction) {
    const startsOn = nextWorkingDay(calendar, plusDays(context.today, 1)).day
    return { worked: true, nextWorked: startsOn, rows: data.rows as NoticeRow[], missing: [], strangers: [], startsOn, period: afterWorkingDays(calendar, startsOn, settings['publicity.days'], { countFirst: settings['publicity.countFirstDay'] }) }
  }
  const cases = Array.isArray(data.cases) ? (data.cases as string[]) : []
  const found = cases.length === 0 ? [] : await rowsOf<{ case_id: string; procedure: string; title: string; hosts: { name: string }[]; field: string | null; county: string | null }>(tx, sql`
    select case_id, procedure, title, hosts, field, county from case_list where jurisdiction = ${context.jurisdiction} and case_id = any(${cases}::text[])`)
  const outcomes = await outcomesOf(context, found)
  const rows = cases.flatMap((id) => found.filter((row) => row.case_id === id)).map((row): NoticeRow => ({
    case: row.case_id, procedure: row.procedure, name: asOneLine(row.title), hosts: row.hosts.map(({ name }) => asOneLine(name)), field: fields.find(({ id }) => id === row.field)?.words.zh ?? '',
    county: divisionOf((row.county ?? '').replace('county.', ''))?.words.zh ?? '', ...outcomes.get(row.case_id) }))
  const strangers = about.step === 'correct' ? await hostsUnknown(tx, context.jurisdiction, about.file, data as Partial<PublicNoticeCommands['correct']>) : []
  return { strangers, worked: isWorking(calendar, context.today), nextWorked: nextWorkingDay(calendar, context.today).day, rows, missing: cases.filter((id, at) => cases.indexOf(id) !== at || !rows.some((row) => row.case === id)), startsOn: context.today, period: afterWorkingDays(calendar, context.today, settings['publicity.days'], { countFirst: settings['publicity.countFirstDay'] }) }
}

/** Names of a corrected row that none of its institutions bears or bore, as the register has them. */
async function hostsUnknown(tx: Tx, jurisdiction: string, file: PublicNoticeCase, asked: Partial<PublicNoticeCommands['correct']>): Promise<string[]> {
  const unknown: string[] = []
  for (const { case: id, hosts = [] } of asked.rows ?? []) {
    const printed = file.rows.find((row) => row.case === id)?.hosts ?? []
    const written = hosts.filter((name) => !printed.includes(name))
    const known = written.length === 0 ? [] : await rowsOf<{ name: string; former_names: string[] }>(tx, sql`
      select o.name, o.former_names from organisation o join case_list c on c.jurisdiction = o.jurisdiction
        where c.jurisdiction = ${jurisdiction} and c.case_id = ${id} and o.kind in ('host', 'client', 'other')
          and (o.id = any(c.orgs) or exists (select 1 from jsonb_array_elements(c.hosts) h where h->>'org' = o.id))`)
    unknown.push(...written.filter((name) => !known.some((org) => org.name === name || org.former_names.includes(name))))
  }
  return unknown
}

/** Where rows of one list may end differently, each says how: from its own case. */
async function outcomesOf(context: Context, cases: readonly { case_id: string; procedure: string }[]): Promise<Map<string, { outcome: string; name?: string }>> {
  const told = new Map<string, { outcome: string; name?: string }>()
  for (const { case_id, procedure } of cases) {
    const engine = context.engines[procedure]
    const outcome = engine?.noticed?.(fold(engine, await entriesOf(context.tx, context.jurisdiction, case_id), context))
    if (outcome) told.set(case_id, typeof outcome === 'string' ? { outcome } : outcome)
  }
  return told
}

export async function complete(tx: Tx, about: { context: Context; caseId: string; file: PublicNoticeCase; step: string; data: Record<string, unknown>; found: unknown }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  if (step === 'correct') {
    const asked = data as PublicNoticeCommands['correct']
    const head = await rowOf<{ number: string }>(tx, sql`select number from case_head where jurisdiction = ${context.jurisdiction} and id = ${caseId}`)
    const contact = asked.contact ?? file.contact
    return { ...data, number: head?.number ?? '', list: { title: asked.title ?? file.title, ...(contact && { contact }), rows: correctedRows(file, asked) }, changes: changesOf(file, asked), removed: removedRows(file, asked) }
  }
  if (step !== 'publish') return data
  const { rows, period, startsOn } = about.found as PublicNoticeFound
  const correction = data.correction as Correction | undefined
  const text = textOf({ title: String(data.title), rows, contact: data.contact ? String(data.contact) : undefined, correction })
  return { ...data, rows, text, textHash: sha256(text), startsOn, endsOn: period.day, provisional: period.provisional }
}

/** The text under the fingerprint: a line each, a row's cells parted by tabs. Nothing written can begin a line or a cell of its own. */
function textOf({ title, rows, contact, correction }: { title: string; rows: readonly NoticeRow[]; contact: string | undefined; correction: Correction | undefined }): string {
  const lines = rows.map((row, index) => [String(index + 1), row.name, row.hosts.join('、'), row.field, row.county, ...(row.outcome ? [row.outcome] : [])].map(asOneLine).join('\t'))
  return [asOneLine(title), ...lines, ...[...(contact ? [`受理方式：${contact}`] : []), ...(correction ? [correctionLine(correction)] : [])].map(asOneLine)].join('\n')
}

/** What was corrected stands under the fingerprint of the new list. */
export const correctionLine = ({ number, changes, reason }: Correction): string => `更正说明：本公示代替${number}号公示，公示期重新计算。${changes.map(lineOf).join('；')}。更正理由：${reason}`

export const list = (file: PublicNoticeCase) => ({ title: file.title, hosts: [], county: null, field: null, track: null, batch: null, search: file.rows.map(({ name }) => name).join(' ') })
/** While it is published it is due on the last day of its period. */
export const dueOn = ({ status, endsOn }: PublicNoticeCase): string | undefined => (status === 'published' ? (endsOn ?? undefined) : undefined)
export const visibleTo = (file: PublicNoticeCase) => ({ orgs: [...(file.parties['city.officer'] ?? [])], people: [] })
export const show = ({ parties: _, ...file }: PublicNoticeCase): Record<string, unknown> => file

export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: PublicNoticeCase }) {
  const { jurisdiction, caseId, number, file } = about
  const open = file.rows.map(({ case: _, procedure: __, ...row }) => ({ ...row, held: file.held.some((held) => held.case === _), struck: file.struck.includes(_) }))
  await rowsOf(tx, sql`
    insert into notice (jurisdiction, case_id, number, kind, title, rows, text, text_hash, published_on, starts_on, ends_on, provisional, status, closed_on, corrects, correction)
    values (${jurisdiction}, ${caseId}, ${number}, ${file.kind}, ${file.title}, ${json(open)}, ${file.text}, ${file.textHash}, ${file.publishedOn}, ${file.startsOn}, ${file.endsOn}, ${file.provisional}, ${file.status}, ${file.closedOn}, ${file.correction?.notice ?? null}, ${file.correction && json(file.correction)})
    on conflict (jurisdiction, case_id) do update set rows = excluded.rows, status = excluded.status, closed_on = excluded.closed_on`)
}

/** Notices whose last day has passed: the clock closes them. */
export const noticesToClose = (tx: Tx, jurisdiction: string, today: string) => rowsOf<{ case_id: string }>(tx, sql`
  select case_id from notice where jurisdiction = ${jurisdiction} and status = 'published' and not provisional and ends_on < ${today} order by ends_on, case_id`)
export const notice = (tx: Tx, jurisdiction: string, number: string) => rowOf<{ case_id: string }>(tx, sql`select case_id from notice where jurisdiction = ${jurisdiction} and number = ${number}`)
