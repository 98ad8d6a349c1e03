/** Every rule a base in operation is seen by, with the facts of its file and its tables: the same on its page, in inspection and in assessment. Pure. */
import { type Day, plusDays, plusMonths } from '../kernel/day.ts'
import { type Rule, type Verdict, verdictOf } from '../kernel/rule.ts'
import { committeeFormed, internalRulesAdopted } from '../regulation/jinzhong-2023/article-08-host.ts'
import { everyTaskServed, type Task } from '../regulation/jinzhong-2023/article-04-tasks.ts'
import { type Accounting, separateAccounts } from '../regulation/jinzhong-2023/article-13-accounts.ts'
import { directorAge, directorNamed, directorSeniorTitle, type TitleLevel } from '../regulation/jinzhong-2023/article-14-director.ts'
import { agreementInForce, clientsServed, commitmentsKept, committeeMeets, committeeSized, directorInTerm, dutyPapersThere, hazardsInTime, openToOthers, permitsInForce, premisesHeld, yearlyStatementThere } from './base-rules.ts'
import { meetingsWithin, serviceFigures } from './base-tables/figures.ts'
import { permitKinds } from './base-tables/means.ts'
import type { BaseRow } from './base-tables/table.ts'
import type { TableId } from './base-tables/tables.ts'
import { watchedOf, type WatchFile } from './base-watch.ts'
import { actingNotTooLong } from './matter-rules.ts'
import type { Settings } from './settings.ts'

/** Of the file of a base what its findings look at. */
export type FileSeen = Omit<WatchFile, 'terms'> & {
  readonly operatingSince?: Day | null
  readonly hosts: readonly object[]; readonly recognisedOn: Day; readonly chemical: boolean; readonly accounting: string | null; readonly openService: 'open' | 'paused'
  readonly terms: readonly { readonly name: string; readonly bornOn: Day | null; readonly title: TitleLevel | null; readonly from: Day; readonly to: Day; readonly acting: boolean; readonly ended: object | null; readonly reasons: Readonly<Record<string, string>> }[]
}
export type RowsSeen = { readonly [Table in TableId]?: readonly BaseRow[] }

/** The tables the findings need. */
export const findingTables = ['sites', 'permits', 'committee', 'meetings', 'rules', 'agreements', 'accounts', 'services', 'training', 'events', 'commitments', 'hazards'] as const satisfies readonly TableId[]

export function findingsOf(file: FileSeen, rows: RowsSeen, on: Day, settings: Settings): Verdict[] {
  const of = (table: TableId) => rows[table] ?? []
  const term = file.terms.filter(({ ended }) => !ended).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)
  const accounts = of('accounts').toSorted((a, b) => Number(b.year) - Number(a.year))
  const [year, month] = [Number(on.slice(0, 4)), on.slice(5)]
  const lastYear = accounts.find((row) => row.year === year - 1)
  const evidenced = (row: BaseRow | undefined) => (row?.evidence?.length ?? 0) > 0
  const expired = (table: TableId) => watchedOf({ terms: [], rectifications: [], holds: [] }, { [table]: of(table) }, settings).filter((item) => item.on < on).map(({ title, on: to }) => ({ title, to }))
  const agreement = of('agreements').toSorted((a, b) => String(b.to ?? '9999').localeCompare(String(a.to ?? '9999')))[0]
  const [least, meetings] = [settings['committee.meetings'], meetingsWithin(of('meetings'), on)]
  // What is still being built has served nobody yet.
  const recognisedOn = file.buildingSince ? on : (file.operatingSince ?? file.recognisedOn)
  const yearAgo = plusDays(plusMonths(on, -12), 1)
  const kept = (rule: Rule<never>, verdict: Verdict): Verdict => { const reason = verdict.outcome === 'notMet' ? reasonFor(rule.id, term?.reasons ?? {}) : undefined; return reason ? { ...verdict, reason } : verdict }
  return [
    verdictOf(openToOthers, { openService: file.openService }),
    verdictOf(clientsServed, { clients: serviceFigures(of('services'), yearAgo, on).clients, least: settings['service.minClients'], recognisedOn, on }),
    verdictOf(everyTaskServed, { records: recognisedOn > yearAgo ? undefined : tasksServed(of, yearAgo, on) }),
    verdictOf(agreementInForce, { joint: file.hosts.length > 1, listed: agreement !== undefined, to: dayOf(agreement?.to), on }),
    verdictOf(dutyPapersThere, { missing: missingPapers(of('permits'), file.chemical) }),
    verdictOf(permitsInForce, { expired: expired('permits') }),
    verdictOf(premisesHeld, { sites: of('sites').length, expired: expired('sites') }),
    verdictOf(committeeFormed, { members: of('committee').length }),
    verdictOf(committeeSized, { members: of('committee').length, least: settings['committee.minMembers'], most: settings['committee.maxMembers'] }),
    verdictOf(committeeMeets, { meetings, least, recognisedOn, on }),
    verdictOf(internalRulesAdopted, { rules: of('rules').filter((row) => row.state === 'adopted' && !(dayOf(row.until) && String(row.until) < on)).length }),
    verdictOf(separateAccounts, { accounting: (accounts[0]?.kind ?? file.accounting ?? undefined) as Accounting | undefined, evidence: accounts.some(evidenced) || (accounts.length === 0 && file.accounting !== null && recognisedOn.slice(0, 4) === on.slice(0, 4)) || undefined }),
    verdictOf(yearlyStatementThere, { year: year - 1, since: Number(recognisedOn.slice(0, 4)), entered: lastYear !== undefined, evidence: evidenced(lastYear), due: month > settings['accounts.statementBy'] }),
    verdictOf(directorNamed, { name: term?.name }),
    verdictOf(directorInTerm, { to: term?.to, on }),
    kept(directorSeniorTitle as Rule<never>, verdictOf(directorSeniorTitle, { title: term?.title ?? undefined })),
    kept(directorAge as Rule<never>, verdictOf(directorAge, { bornOn: term?.bornOn ?? undefined, appointedOn: term?.from })),
    ...(term?.acting ? [verdictOf(actingNotTooLong, { to: term.to, latest: plusDays(plusMonths(term.from, settings['director.actingMonths']), -1) })] : []),
    verdictOf(hazardsInTime, hazardFacts(of('hazards'), on, settings)),
    verdictOf(commitmentsKept, { expired: expired('commitments') }),
  ]
}

/** Records of the four tasks within the year. Advice and pure testing are service to others, no pilot research. */
function tasksServed(of: (table: TableId) => readonly BaseRow[], from: Day, on: Day): { [T in Task]: number } {
  const within = (table: TableId, begins: string) => of(table).filter((row) => String(row[begins] ?? '') <= on && String(row.to ?? row[begins] ?? '') >= from)
  const services = within('services', 'from')
  const pilots = services.filter((row) => row.pureTesting !== true && !['advice', 'testing', 'training'].includes(String(row.kind)))
  return { pilotResearch: pilots.length, openService: services.filter((row) => row.related !== true).length, training: within('training', 'on').length, exchange: within('events', 'on').length }
}

/** As it was given on appointment: of a matter by base, county and city in turn, of the application in one note. */
const reasonFor = (rule: string, reasons: Readonly<Record<string, string>>): string | undefined => reasons[rule] ?? reasons[`city.${rule}`] ?? reasons[`county.${rule}`] ?? reasons[`base.${rule}`] ?? reasons.application

const dayOf = (value: unknown): Day | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const always = ['environment', 'fire']
const ofChemicals = ['safety', 'emergency']
const missingPapers = (permits: readonly BaseRow[], chemical: boolean) =>
  [...always, ...(chemical ? ofChemicals : [])].filter((kind) => !permits.some((row) => row.kind === kind)).map((kind) => permitKinds.find(({ value }) => value === kind)?.words ?? { zh: kind, en: kind })

/** A pilot may run for the months of the setting, and once for some more. */
function hazardFacts(rows: readonly BaseRow[], on: Day, settings: Settings) {
  const [months, extra] = [settings['commission.hazardMonths'], settings['commission.hazardExtraMonths']]
  const open = rows.filter((row) => row.state !== 'closed')
  const end = (row: BaseRow) => dayOf(row.extendedTo) ?? dayOf(row.endsOn)
  const name = (row: BaseRow) => String(row.project)
  const tooLong = (row: BaseRow) => { const [started, ends, extended] = [dayOf(row.startedOn), dayOf(row.endsOn), dayOf(row.extendedTo)]; return started !== undefined && ((ends !== undefined && ends > plusMonths(started, months)) || (extended !== undefined && ends !== undefined && extended > plusMonths(ends, extra))) }
  return { over: open.filter((row) => (end(row) ?? on) < on).map(name), long: open.filter(tooLong).map(name), months, extra }
}
