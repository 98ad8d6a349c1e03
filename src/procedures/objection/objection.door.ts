/** The door of an objection: notice, row and persons involved are looked up; what leaves the case is cut to who reads it. */
import { type AnyCase, type Context, entriesOf, fold, type Viewer } from '../../platform/case-log.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { objectionSettings } from '../../settings/settings-objection.ts'
import type { ObjectionCase, ObjectionStatus, RowAfter, RowObjected } from './objection.case.ts'
import { type ObjectionFound, objectionStatuses } from './objection.ts'

/** What a public notice tells others of itself. */
export type NoticeSeen = { case: string; number: string; kind: string; title: string; status: string; startsOn: string; endsOn: string; rows: { case: string; name: string }[] }

export const limitsOf = (context: Context) => {
  const { settings } = context.rules as unknown as RulesInForce
  const value = (key: keyof typeof objectionSettings): number => Number((settings as Record<string, unknown>)[key] ?? objectionSettings[key].value)
  return { factsChars: value('objection.factsChars'), files: value('objection.evidenceFiles'), maxMB: value('objection.evidenceMB'), filings: value('objection.filingsPerHour'), asks: value('objection.asksPerHour'), wrong: value('objection.wrongPerHour') }
}

/** The frozen list with the cases behind its rows, from the notice's own entries. */
export async function noticeSeen(context: Context, caseId: string): Promise<NoticeSeen | undefined> {
  const { tx, jurisdiction, engines } = context
  const row = await rowOf<{ number: string; kind: string; title: string; status: string; published_on: string; ends_on: string }>(tx, sql`
    select number, kind, title, status, published_on, ends_on from notice where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
  const engine = engines['public-notice']
  if (!row || !engine) return undefined
  const { rows } = fold(engine, await entriesOf(tx, jurisdiction, caseId), context) as AnyCase & { rows: NoticeSeen['rows'] }
  return { case: caseId, number: row.number, kind: row.kind, title: row.title, status: row.status, startsOn: row.published_on, endsOn: row.ends_on, rows: rows.map(({ case: id, name }) => ({ case: id, name })) }
}

export async function look(tx: Tx, about: { context: Context; caseId: string; file: ObjectionCase; step: string | null; data: Record<string, unknown> }): Promise<ObjectionFound> {
  const { context, caseId, file, step, data } = about
  const notice = step === 'file' ? await noticeSeen(context, String(data.notice)) : undefined
  const text = step === 'askReply' ? data.request : step === 'report' ? data.findings : undefined
  return {
    factsChars: limitsOf(context).factsChars,
    notice: notice && { startsOn: notice.startsOn, endsOn: notice.endsOn, status: notice.status }, listed: notice?.rows[Number(data.row) - 1] !== undefined,
    involved: file.row ? await involvedIn(tx, context.jurisdiction, file.row.case) : [],
    officers: (step === 'assign' || step === 'handOver') ? await officersNamed(tx, context, String(data.handler)) : [],
    named: typeof text === 'string' && (await rowOf<{ named: boolean | null }>(tx, sql`select sec.names_objector(${caseId}, ${text}) as named`))?.named === true,
  }
}

/** Everybody of the city who wrote in the case or in a panel that reviewed it. */
const involvedIn = async (tx: Tx, jurisdiction: string, caseId: string): Promise<string[]> => (await rowsOf<{ by_person: string }>(tx, sql`
  select distinct who.by_person from case_entry cross join lateral (values (by_person), (body->'by'->'for'->>'person')) who (by_person) where who.by_person is not null and jurisdiction = ${jurisdiction} and body->'by'->>'role' in ('city.officer', 'city.lead')
     and (case_id = ${caseId} or case_id in (select case_id from case_entry where jurisdiction = ${jurisdiction} and did = 'convene' and body->'data'->'applications' @> ${json([{ case: caseId }])}))
   order by 1`)).map(({ by_person }) => by_person)

/** Until somebody takes it on it waits for every officer but those who ran what is objected to. */
export const notFor = async (tx: Tx, { jurisdiction, file }: { jurisdiction: string; file: ObjectionCase }): Promise<string[]> =>
  (file.status === 'filed' && !file.handler && file.row ? involvedIn(tx, jurisdiction, file.row.case) : [])

/** Once somebody handles it, what waits for the officer waits for this one and no other. */
export const meantFor = ({ status, handler }: ObjectionCase): readonly string[] | undefined =>
  (handler && (objectionStatuses as Record<ObjectionStatus, { awaits?: { role: string } }>)[status].awaits?.role === 'city.officer' ? [handler.person] : undefined)

const officersNamed = (tx: Tx, { jurisdiction, today }: Context, name: string) => rowsOf<{ person: string; name: string }>(tx, sql`
  select distinct p.id as person, p.name from person p join assignment a on a.jurisdiction = p.jurisdiction and a.person = p.id
   where p.jurisdiction = ${jurisdiction} and (p.name = ${name} or p.id = ${name}) and p.disabled_at is null and a.role = 'city.officer' and a.valid_from <= ${today} and (a.valid_to is null or a.valid_to >= ${today}) order by p.id`)

export async function complete(tx: Tx, about: { context: Context; file: ObjectionCase; step: string; data: Record<string, unknown>; found: unknown }): Promise<Record<string, unknown>> {
  const { context, file, step, data } = about
  const { officers } = about.found as ObjectionFound
  switch (step) {
    case 'file': {
      const notice = await noticeSeen(context, String(data.notice)) as NoticeSeen
      const object = await rowObjected(tx, context.jurisdiction, notice, Number(data.row))
      return { ...data, about: { id: notice.case, number: notice.number, kind: notice.kind, title: notice.title }, object, after: { row: 'waits', notice: notice.status } satisfies Record<'row' | 'notice', string> }
    }
    case 'assign': case 'handOver': return { ...data, handler: officers[0]?.person, name: officers[0]?.name }
    case 'askReply': {
      const { settings } = context.rules as unknown as RulesInForce
      return { ...data, dueOn: context.rules.due(context.today, settings['objection.replyDays']).day }
    }
    case 'refuseToAccept': case 'withdraw': case 'concludePartly': case 'concludeNotUpheld': return { ...data, after: await rowAfter(context, file, 'released') }
    case 'concludeUpheld': case 'concludePartlyReview': return { ...data, after: await rowAfter(context, file, 'struck') }
    default: return data
  }
}

async function rowObjected(tx: Tx, jurisdiction: string, notice: NoticeSeen, no: number): Promise<RowObjected> {
  const row = notice.rows[no - 1] as NoticeSeen['rows'][number]
  const listed = await rowOf<{ hosts: RowObjected['hosts'] }>(tx, sql`select hosts from case_list where jurisdiction = ${jurisdiction} and case_id = ${row.case}`)
  return { no, case: row.case, name: row.name, hosts: listed?.hosts ?? [] }
}

/** What happens to the row depends on where notice and case stand by now: another objection, or a correction, may have settled it. */
async function rowAfter(context: Context, file: ObjectionCase, wanted: 'released' | 'struck'): Promise<RowAfter> {
  const { tx, jurisdiction, engines } = context
  const notice = await noticeNow(tx, jurisdiction, file.notice?.id ?? '')
  const engine = engines['public-notice']
  if (!notice || !engine || notice.status === 'terminated') return { row: 'untouched', notice: 'terminated' }
  const { rows, struck } = fold(engine, await entriesOf(tx, jurisdiction, notice.case_id), context) as AnyCase & { rows: NoticeSeen['rows']; struck: string[] }
  const listed = rows.some((row) => row.case === file.row?.case) && !struck.includes(file.row?.case ?? '')
  return { row: listed ? wanted : 'untouched', notice: notice.status, id: notice.case_id }
}

/** The notice that holds now: a list that was corrected gave way to another. */
const noticeNow = (tx: Tx, jurisdiction: string, caseId: string) => rowOf<{ case_id: string; status: RowAfter['notice'] }>(tx, sql`
  with recursive chain as (
    select case_id, status, corrects from notice where jurisdiction = ${jurisdiction} and case_id = ${caseId}
    union all select later.case_id, later.status, later.corrects from notice later join chain on later.corrects = chain.case_id where later.jurisdiction = ${jurisdiction})
  select case_id, status from chain where case_id not in (select corrects from chain where corrects is not null and corrects <> case_id)`)

export const list = (file: ObjectionCase) => ({ title: file.row ? `异议：${file.row.name}` : '', hosts: file.row?.hosts ?? [], county: null, field: null, track: null, batch: null, search: file.notice?.number ?? '' })

/** The city, and the host from the moment it is asked. The county has no part in it. */
export const visibleTo = (file: ObjectionCase) => ({ orgs: [...new Set([...(file.parties['city.officer'] ?? []), ...(file.parties['host.admin'] ?? [])])], people: [] })

/** The host reads what it was asked, what it answered and the conclusion. */
export function show(file: ObjectionCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, ...all } = file
  if (viewer.reach === 'city') return all
  const { status, notice, row, asked, reply, unanswered, conclusion } = file
  return { status, notice, row, asked, reply, unanswered, conclusion }
}
