/** The register of a base, read for an inspection: tables in, facts out. What they show is judged in inspection.findings. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/query.ts'
import type { Accounting } from '../../regulation/jinzhong-2023/article-13-accounts.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { type BaseAtHand, rowsOfTable } from '../base-at-hand.ts'
import { type RegisterFacts, registerShows, type RegisterShown, yearBefore } from './inspection.findings.ts'

type Row = Readonly<Record<string, unknown>>

/** What the register of this base shows today. */
export async function shownBy(tx: Tx, about: { jurisdiction: string; base: Pick<BaseAtHand, 'id' | 'director'>; today: Day; rules: unknown }): Promise<RegisterShown> {
  const { settings } = about.rules as RulesInForce
  return registerShows(await registerFacts(tx, about), about.today, { meetings: settings['committee.meetings'] })
}

async function registerFacts(tx: Tx, { jurisdiction, base, today }: { jurisdiction: string; base: Pick<BaseAtHand, 'id' | 'director'>; today: Day }): Promise<RegisterFacts> {
  const rows = async (table: Parameters<typeof rowsOfTable>[3]): Promise<Row[]> => rowsOfTable(tx, jurisdiction, base.id, table, { on: today })
  const [committee, meetings, rules, accounts] = [await rows('committee'), await rows('meetings'), await rows('rules'), await rows('accounts')]
  const [services, staff, sites, equipment] = [await rows('services'), await rows('staff'), await rows('sites'), await rows('equipment')]
  const [permits, hazards] = [await rows('permits'), await rows('hazards')]
  const since = yearBefore(today)
  const latest = accounts.toSorted((a, b) => number(b.year) - number(a.year))[0]
  return {
    committee: committee.filter(({ to }) => !isDay(to) || to >= today).length, meetings: meetings.filter(({ on }) => isDay(on) && on > since && on <= today).length,
    rules: rules.filter(({ state, until }) => state === 'adopted' && (!isDay(until) || until >= today)).length,
    accounting: latest?.kind as Accounting | undefined, statementOf: accounts.filter(({ statementOn }) => isDay(statementOn)).map(({ year }) => number(year)),
    outsideClients: new Set(services.filter(({ related, from, to }) => related !== true && String(isDay(to) ? to : from) > since).map(({ clientCode, client }) => String(clientCode || client))).size,
    director: base.director && { name: base.director.name, to: base.director.to }, fullTime: staff.filter(({ fullTime }) => fullTime === true).length,
    area: sum(sites, 'area'), equipmentCount: sum(equipment, 'count'), equipmentValue: sum(equipment, 'value'),
    permits: ending(permits, 'title', ({ to }) => to), leases: ending(sites, 'name', ({ leaseTo }) => leaseTo),
    hazards: ending(hazards.filter(({ state }) => state !== 'closed'), 'project', ({ extendedTo, endsOn }) => extendedTo ?? endsOn),
  }
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && value !== ''
const number = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0))
/** Amounts have two decimals: summed in hundredths, so that no digit is invented. */
const sum = (rows: readonly Row[], column: string): number => rows.reduce((total, row) => total + Math.round(number(row[column]) * 100), 0) / 100
const ending = (rows: readonly Row[], title: string, last: (row: Row) => unknown): { name: string; to: Day }[] => rows.flatMap((row) => { const to = last(row); return isDay(to) ? [{ name: String(row[title] ?? ''), to }] : [] })
