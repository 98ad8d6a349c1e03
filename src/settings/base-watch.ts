/** What runs out: one list of leases, permits, agreements, terms, pilots and promises, each with the day and whom it concerns. Pure. */
import { type Day, daysBetween, plusDays, plusMonths } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { BaseRow } from './base-tables/table.ts'
import { baseTables, type TableId } from './base-tables/tables.ts'
import type { Settings } from './settings.ts'

/** What is watched; `key` stays the same as long as it is the same thing with the same day. */
export type Watched = { readonly key: string; readonly of: TableId | 'director' | 'rectification' | 'hold' | 'building'; readonly title: string; readonly on: Day; readonly law: Basis }
/** A watched thing that lies near; `reached` is the reminder it has come to, 0 when it is over. */
export type Nearing = Watched & { readonly reached: number }
export type WatchTerm = { readonly name: string; readonly to: Day; readonly acting: boolean; readonly ended: object | null }
export type WatchFile = {
  readonly terms: readonly WatchTerm[]; readonly rectifications: readonly { readonly number: string; readonly dueOn: Day; readonly ended: Day | null }[]
  readonly holds: readonly { readonly number: string; readonly since: Day; readonly lifted: object | null }[]
  /** Since when it is being built; nothing when it is not. */
  readonly buildingSince?: Day | null
}

export const watchWords: { readonly [Of in Watched['of']]?: Words } = {
  sites: { zh: '场地租期', en: 'Lease' }, permits: { zh: '证照有效期', en: 'Permit' }, committee: { zh: '管委会任期', en: 'Committee term' }, agreements: { zh: '共建协议', en: 'Agreement' },
  commitments: { zh: '承诺', en: 'Commitment' }, hazards: { zh: '危化类中试期限', en: 'Hazardous pilot' }, director: { zh: '主任任期', en: "Director's term" }, rectification: { zh: '整改', en: 'Rectification' },
  hold: { zh: '暂停最长期限', en: 'Longest term of a hold' }, building: { zh: '建设期限', en: 'Time to build' },
}

/** Everything with an end that stands open now, the nearest first. */
export function watchedOf(file: WatchFile, rows: Partial<Record<TableId, readonly BaseRow[]>>, settings: Pick<Settings, 'suspension.months' | 'building.months'>): Watched[] {
  const director = file.terms.filter(({ ended }) => !ended).toSorted((a, b) => a.to.localeCompare(b.to)).at(-1)
  return [
    ...(director ? [watched('director', director.name, director.to, director.name, 'Art. 14')] : []),
    ...file.rectifications.filter(({ ended }) => !ended).map(({ number, dueOn }) => watched('rectification', number, dueOn, number, 'Art. 7(3)')),
    ...file.holds.filter(({ lifted }) => !lifted).map(({ number, since }) => watched('hold', number, plusMonths(since, settings['suspension.months']), number, 'setting:suspension.months')),
    ...(file.buildingSince ? [watched('building', file.buildingSince, plusMonths(file.buildingSince, settings['building.months']), '建成并投入运行', 'setting:building.months')] : []),
    ...(Object.keys(rows) as TableId[]).flatMap((table) => (rows[table] ?? []).flatMap((row) => { const on = endOf(table, row); return on ? [watched(table, row.id, on, String(row[baseTables[table].title] ?? ''), baseTables[table].law)] : [] })),
  ].sort((a, b) => a.on.localeCompare(b.on) || a.key.localeCompare(b.key))
}
const watched = (of: Watched['of'], id: string, on: Day, title: string, law: Basis): Watched => ({ key: `${of}:${id}:${on}`, of, title, on, law })

/** The tables in which something runs out. */
export const watchedTables = (Object.keys(baseTables) as TableId[]).filter((id) => baseTables[id].columns.some(({ expires }) => expires))

/** The day on which a row ends; none for what has no end, is owned, is settled or closed. */
function endOf(table: TableId, row: BaseRow): Day | undefined {
  const day = (key: string) => (typeof row[key] === 'string' ? (row[key] as string) : undefined)
  switch (table) {
    case 'sites': return row.tenure === 'own' ? undefined : day('leaseTo')
    case 'commitments': return row.state === 'open' ? day('due') : undefined
    case 'hazards': return row.state === 'closed' ? undefined : (day('extendedTo') ?? day('endsOn'))
    case 'permits': case 'agreements': case 'committee': return day('to')
    case 'equipment': case 'lines': case 'staff': case 'meetings': case 'rules': case 'accounts': case 'services': case 'use': case 'training': case 'events': case 'results': case 'investments': return undefined
  }
}

type WatchSettings = Pick<Settings, 'watch.days' | 'watch.directorDays' | 'watch.hazardDays'>
const daysFor = (of: Watched['of'], settings: WatchSettings): number[] =>
  (of === 'director' ? settings['watch.directorDays'] : of === 'hazards' ? settings['watch.hazardDays'] : settings['watch.days']).map(Number).filter((days) => Number.isInteger(days) && days >= 0).sort((a, b) => a - b)

/** A rectification waits in its own case. What lies near enough, or behind, to be acted on, with the reminder it has reached: the least of its days that is not yet passed; 0 when over. */
export function nearing(all: readonly Watched[], today: Day, settings: WatchSettings): Nearing[] {
  return all.filter(({ of }) => of !== 'rectification').flatMap((item) => { const reached = reachedOf(item, today, settings); return reached === null ? [] : [{ ...item, reached }] })
}

/** The reminder it has come to; none while it lies far ahead. */
export function reachedOf({ of, on }: Pick<Watched, 'of' | 'on'>, today: Day, settings: WatchSettings): number | null {
  const left = daysBetween(today, on)
  return left < 0 ? 0 : (daysFor(of, settings).find((days) => left <= days) ?? null)
}

/** From when on something shows as nearing. */
export const beginsOn = (item: Watched, settings: WatchSettings): Day => plusDays(item.on, -(daysFor(item.of, settings).at(-1) ?? 0))
