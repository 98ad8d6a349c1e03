/** The door of a revocation: the base as it stands, numbers and days of its papers, and what becomes public when it is served. */
import { type Day, plusDays, plusMonths } from '../../kernel/day.ts'
import { type Context, endingOf, nextNumber, type Viewer } from '../../platform/case-log.ts'
import { documentNumber } from '../../platform/document-number.ts'
import { json, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { remedyDays, remedyMonths } from '../../settings/remedies.ts'
import type { AccidentGrade } from '../../settings/revocation-rules.ts'
import { baseAtHand, noticeAround, partiesOf } from '../base-at-hand.ts'
import { type BaseTold, citationsOf, groundsFound, type OpenCase, type RevocationCase, type RevocationStatus } from './revocation.case.ts'
import { openStatuses, type RevocationFound, seriesOf } from './revocation.ts'

type About = { context: Context; caseId: string; file: RevocationCase; step: string | null; data: Record<string, unknown> }

export async function look(tx: Tx, { context, caseId, file, step, data }: About): Promise<RevocationFound> {
  const { jurisdiction } = context
  const { settings, lapsedOn, authorityBasis } = context.rules as unknown as RulesInForce
  const baseId = file.base?.id ?? (step === 'open' ? String(data.base) : undefined)
  const base = baseId === undefined ? undefined : await baseAtHand(tx, jurisdiction, baseId)
  const others = base ? await rowsOf<{ number: string }>(tx, sql`select number from revocation where jurisdiction = ${jurisdiction} and base_id = ${base.id} and case_id <> ${caseId} and status = any(${[...openStatuses]}::text[]) order by number`) : []
  const named = [data.sourceNumber, ...((data.linked as { number: string }[] | undefined) ?? []).map(({ number }) => number)].filter((number) => typeof number === 'string')
  const known = base && named.length > 0 ? await casesOfBase(tx, jurisdiction, base.id, named) : []
  // A grade that can still be reviewed is no fact to revoke on yet.
  const open = base ? await rowsOf<{ year: number }>(tx, sql`select year from assessment where jurisdiction = ${jurisdiction} and base_id = ${base.id} and status in ('announced', 'underReview')`) : []
  return {
    strangers: named.filter((number) => !known.some((one) => one.number === number)),
    base: base && { status: base.status, grades: base.grades.filter((one) => !open.some(({ year }) => year === one.year)), heldByUs: base.holds.find((hold) => hold.case === caseId)?.since }, others: others.map(({ number }) => number),
    settings: {
      accidentFrom: settings['revocation.accidentGrade'] as AccidentGrade, mustHear: settings['revocation.falsehoodHeard'], inflatedShare: settings['revocation.inflatedShare'], tests: settings['revocation.capacityTests'], equipmentShare: settings['revocation.equipmentShare'],
      staffLine: settings['revocation.fullTimeStaff'], idleMonths: settings['service.idleMonths'], reminders: settings['assess.reminders'], cureDays: settings['revocation.cureDays'], hearing: settings['revocation.hearing'], publicNotice: settings['revocation.publicNotice'], milderRule: settings['revocation.milderRule'],
    },
    stateDue: stateDueOf(context, file), lapsedOn, authorityBasis,
  }
}

/** The last day of the statement by the calendar as it is known today: a year published meanwhile settles what was provisional. */
const stateDueOf = (context: Context, { notice }: RevocationCase) => (notice?.served ? context.rules.due(notice.served.on, notice.stateDays) : undefined)

/** What the door alone knows: the base, numbers, due days, who else has something open. */
export async function complete(tx: Tx, about: { context: Context; caseId: string; file: RevocationCase; step: string; data: Record<string, unknown>; found: unknown }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  const { jurisdiction, today, rules } = context
  const { settings } = rules as unknown as RulesInForce
  const year = Number(today.slice(0, 4))
  const onDay = typeof data.servedOn === 'string' ? data.servedOn : today
  switch (step) {
    case 'open': return { ...await withSource(tx, jurisdiction, data), told: await toldOf(tx, jurisdiction, String(data.base)), decideBy: rules.due(today, settings['revocation.decideDays']).day, regulation: 'jinzhong-2023' }
    case 'findTwicePoor': return { ...data, series: seriesOf((about.found as RevocationFound).base?.grades ?? []) }
    case 'suspend': return { ...data, until: plusMonths(today, settings['suspension.months']) }
    case 'giveCure': return { ...data, dueOn: plusDays(today, settings['revocation.cureDays']) }
    case 'notify': return { ...data, no: await nextNumber(context, 'SXGZ', year, 4), grounds: citationsOf(groundsFound(file)), stateDays: settings['revocation.stateDays'] }
    case 'acknowledgeNotice': return { ...data, dueOn: rules.due(today, file.notice?.stateDays ?? 0).day }
    case 'recordNoticeService': return { ...data, servedOn: onDay, dueOn: rules.due(onDay, file.notice?.stateDays ?? 0).day }
    case 'hear': return { ...data, heldOn: data.heldOn ?? today }
    case 'recordPlaque': case 'recordHandOver': return { ...data, on: data.on ?? today }
    case 'decideRevoke': return { ...data, documentNo: await documentNumber(context, settings['document.code'], year), citations: citationsOf(groundsFound(file)) }
    case 'decideNotRevoke': case 'closeCured': return { ...data, documentNo: await documentNumber(context, settings['document.code'], year), lifts: await holds(tx, jurisdiction, file, caseId) }
    case 'serve': return { ...data, servedOn: onDay, reconsiderBy: plusDays(onDay, remedyDays), litigateBy: plusMonths(onDay, remedyMonths), openCases: await openCasesOf(context, file, caseId) }
    case 'announce': return { ...data, title: data.title ?? `关于撤销${file.base?.name ?? ''}资格的公告`, no: await nextNumber(context, 'CXGG', year, 4) }
    case 'endWithBase': return { ...data, because: (await baseAtHand(tx, jurisdiction, file.base?.id ?? ''))?.status === 'left' ? 'left' : 'revoked', notice: file.status === 'onNotice' ? await noticeAround(tx, jurisdiction, file.onNotice?.id) : null }
    default: return data
  }
}

const casesOfBase = (tx: Tx, jurisdiction: string, baseId: string, numbers: readonly string[]) => rowsOf<{ case: string; number: string; procedure: string }>(tx, sql`
  select case_id as case, number, procedure from case_list where jurisdiction = ${jurisdiction} and base = ${baseId} and procedure in ('assessment', 'inspection', 'major-matter') and number = any(${[...numbers]}::text[])`)

/** Where a person named the number of a case, the case itself. */
async function withSource(tx: Tx, jurisdiction: string, data: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (typeof data.sourceNumber !== 'string') return data
  const [source] = await casesOfBase(tx, jurisdiction, String(data.base), [data.sourceNumber])
  return { ...data, ...(source && { source }) }
}

async function toldOf(tx: Tx, jurisdiction: string, baseId: string): Promise<BaseTold> {
  const base = await baseAtHand(tx, jurisdiction, baseId)
  if (!base) throw new Error(`no base ${baseId} to open a revocation on`)
  const { id, case: caseId, name, certificateNo, recognisedOn, hosts, county, countyOrg, field } = base
  return { id, case: caseId, name, certificateNo, recognisedOn, hosts, county, countyOrg, field, parties: partiesOf(base, jurisdiction) }
}

const holds = async (tx: Tx, jurisdiction: string, file: RevocationCase, caseId: string): Promise<boolean> =>
  (await baseAtHand(tx, jurisdiction, file.base?.id ?? ''))?.holds.some((hold) => hold.case === caseId) ?? false

/** What is still under way about this base: each is told, and ends with it where its own procedure knows how. */
async function openCasesOf({ tx, jurisdiction, engines }: Context, file: RevocationCase, caseId: string): Promise<OpenCase[]> {
  const rows = await rowsOf<{ case_id: string; number: string; procedure: string; title: string; status: string }>(tx, sql`
    select case_id, number, procedure, title, status from case_list where jurisdiction = ${jurisdiction} and base = ${file.base?.id ?? ''} and case_id <> ${caseId} and case_id <> ${file.base?.case ?? ''} order by number`)
  return rows.filter(({ procedure, status }) => engines[procedure]?.statuses[status]?.awaits || endingOf(engines[procedure], status)).map(({ case_id, ...row }) => ({
    id: case_id, ...row, ends: endingOf(engines[row.procedure], row.status) !== undefined,
  }))
}

export const list = (file: RevocationCase) => ({
  title: file.base?.name ?? '', hosts: (file.base?.hosts ?? []).map(({ org, name, demo }) => ({ org, name, demo })), county: file.base?.countyOrg ?? null, field: file.base?.field ?? null, track: null, batch: null,
  search: [file.base?.id, file.base?.certificateNo, file.notice?.no, file.decision?.documentNo].filter(Boolean).join(' '), base: file.base?.id ?? null,
})

/** First what was stated is answered, then somebody else looks at the law. */
export const waitsEarlier = (file: RevocationCase) => file.status === 'heard' && file.statements.length > 0 && file.answers === null

/** Periods that count for the host end on a day of their own. */
export const dueOn = (file: RevocationCase): Day | undefined => (file.status === 'curing' ? file.cure?.dueOn : file.status === 'stating' ? file.notice?.dueOn ?? undefined : undefined)

export const noticed = () => '拟撤销'

/** In one order: parties that come back from the database are in the order of its keys, not of ours. */
export const visibleTo = (file: RevocationCase) => ({ orgs: [...new Set(Object.values(file.parties).flat().filter((party) => party !== 'system'))].sort(), people: [] })

/** The host reads what it was told and what was decided; findings, review and proposal are the city's own. The county reads why it was opened. */
export function show(file: RevocationCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, involved: _involved, base, ...all } = file
  const told = base && { id: base.id, name: base.name, certificateNo: base.certificateNo, recognisedOn: base.recognisedOn, hosts: base.hosts, county: base.county }
  const grounds = groundsFound(file)
  switch (viewer.reach) {
    case 'city': return { ...all, base: told, grounds }
    case 'authorities': case 'parties': case 'admin': case 'public': {
      const { status, opened, regulation, suspension, cure, notice, earlier, statements, waived, ended, hearing, answers, decision, service, announcement, plaque, handedOver, moot } = file
      return {
        status, base: told, opened: opened && { ground: opened.ground, on: opened.on, decideBy: opened.decideBy, ...(viewer.reach === 'authorities' && { facts: opened.facts }) }, regulation, suspension, cure, notice, earlier, statements, waived, ended, hearing,
        answers: answers && { points: answers.points, on: answers.on }, decision, service: service && { ...service, openCases: [] }, announcement, plaque, handedOver, moot,
      }
    }
  }
}

/** The read table: what the lists and the clock ask for, and what the public may know once it is served. */
export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: RevocationCase; entry: { no: number } }) {
  const { jurisdiction, caseId, number, file, entry } = about
  const { base, opened, notice, cure, decision, service, announcement } = file
  if (!base || !opened) return
  await rowsOf(tx, sql`
    insert into revocation (jurisdiction, case_id, version, number, status, base_id, base_name, county, hosts, opened_on, grounds, citations, state_due, cure_due, document_no, decided_on, served_on, reconsider_by, litigate_by, announced_on, announcement_no, announcement, orgs)
    values (${jurisdiction}, ${caseId}, ${entry.no}, ${number}, ${file.status}, ${base.id}, ${base.name}, ${base.county}, ${json(base.hosts.map(({ org, name, demo }) => ({ org, name, demo })))}, ${opened.on}, ${groundsFound(file)}, ${decision?.grounds ?? []},
      ${notice?.dueOn ?? null}, ${cure?.dueOn ?? null}, ${decision?.outcome === 'revoked' ? decision.documentNo : null}, ${decision?.on ?? null}, ${service?.on ?? null}, ${service?.reconsiderBy ?? null}, ${service?.litigateBy ?? null}, ${announcement?.on ?? null}, ${announcement?.no ?? null}, ${announcement?.title ?? null}, ${visibleTo(file).orgs})
    on conflict (jurisdiction, case_id) do update set version = excluded.version, status = excluded.status, grounds = excluded.grounds, citations = excluded.citations, state_due = excluded.state_due, cure_due = excluded.cure_due, document_no = excluded.document_no, decided_on = excluded.decided_on,
      served_on = excluded.served_on, reconsider_by = excluded.reconsider_by, litigate_by = excluded.litigate_by, announced_on = excluded.announced_on, announcement_no = excluded.announcement_no, announcement = excluded.announcement, orgs = excluded.orgs`)
}

const inStatus = (tx: Tx, jurisdiction: string, status: RevocationStatus, day: 'state_due' | 'cure_due', today: Day) => rowsOf<{ case_id: string }>(tx, sql`
  select case_id from revocation where jurisdiction = ${jurisdiction} and status = ${status} and ${day === 'state_due' ? sql`state_due` : sql`cure_due`} < ${today} order by case_id`)
/** Statements whose last day has passed, and times to restore that have run out: the clock ends them. */
export const statementsToEnd = (tx: Tx, jurisdiction: string, today: Day) => inStatus(tx, jurisdiction, 'stating', 'state_due', today)
export const curesToEnd = (tx: Tx, jurisdiction: string, today: Day) => inStatus(tx, jurisdiction, 'curing', 'cure_due', today)
/** Open revocations of bases that are gone in another way. */
export const withoutBase = (tx: Tx, jurisdiction: string) => rowsOf<{ case_id: string }>(tx, sql`
  select r.case_id from revocation r join base b on b.jurisdiction = r.jurisdiction and b.id = r.base_id where r.jurisdiction = ${jurisdiction} and r.status = any(${[...openStatuses]}::text[]) and b.status in ('revoked', 'left') order by r.case_id`)
