/** What of a base is for everybody: what it can do, what stands open, figures without names, and what befell it in public. No person is in it. */
import { plusDays, plusMonths, type Day } from '../../kernel/day.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/query.ts'
import { areaOf, equipmentFigures, serviceFigures } from '../../settings/base-tables/figures.ts'
import type { BaseRow } from '../../settings/base-tables/table.ts'
import { rowsOfTables } from '../base-at-hand.ts'
import type { BaseCase } from './base.case.ts'

export type PublicOffers = {
  equipmentCount: number | null; equipmentValue: number | null; openCount: number; openValue: number; area: number | null; chemical: boolean; openService: 'open' | 'paused'; promoted: 'province' | 'ministry' | 'nation' | null
  lines: { name: string; processes: string; capacity: string; from: number | null; to: number | null }[]
  equipment: { name: string; model: string | null; price: string | null; hours: number | null; used: number | null }[]
  services: { clients: number; ofCity: number; services: number; delivered: number } | null
  /** Kinds of service done for others; neither for whom nor what. */
  serviceKinds: string[]
  trained: number | null; events: number | null; asOf: Day
}
export type PublicLine = { on: Day; did: string; law: Basis; says: Words }

/** Most things shown of a kind: a page, not an inventory. */
const most = 40

/** As of the day of the entry, so that a rebuild gives the same. */
export async function offersOf(tx: Tx, jurisdiction: string, file: BaseCase, on: Day): Promise<PublicOffers> {
  const rows = await rowsOfTables(tx, jurisdiction, file.baseId, ['sites', 'lines', 'equipment', 'services', 'use', 'training', 'events'], on)
  const yearAgo = plusDays(plusMonths(on, -12), 1)
  const equipment = rows.equipment ?? []
  const open = equipment.filter((row) => row.open === true).toSorted((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0)).slice(0, most)
  const figures = equipmentFigures(equipment)
  const openFigures = equipmentFigures(equipment.filter((row) => row.open === true))
  const within = (row: BaseRow) => String(row.on) >= yearAgo && String(row.on) <= on
  return {
    equipmentCount: equipment.length > 0 ? figures.pieces : null, equipmentValue: equipment.length > 0 ? figures.value : null, openCount: openFigures.pieces, openValue: openFigures.value, area: rows.sites ? areaOf(rows.sites) : null, chemical: file.chemical, openService: file.openService, promoted: file.promoted,
    lines: (rows.lines ?? []).slice(0, most).map((row) => ({ name: text(row.name) ?? '', processes: text(row.processes) ?? '', capacity: [row.capacity, row.capacityUnit].filter((part) => part !== undefined && part !== null).join(' '), from: number(row.levelFrom), to: number(row.levelTo) })),
    equipment: open.map((row) => ({ name: text(row.name) ?? '', model: text(row.model), price: text(row.price), hours: number(row.hours), used: usedShare(String(row.name), rows.use ?? [], yearAgo.slice(0, 7), on.slice(0, 7)) })),
    services: rows.services ? servicesShown(rows.services, yearAgo, on) : null,
    serviceKinds: [...new Set((rows.services ?? []).filter((row) => row.related !== true).map((row) => String(row.kind ?? '')))].filter(Boolean).sort(),
    trained: rows.training ? rows.training.filter(within).reduce((sum, row) => sum + Number(row.persons ?? 0), 0) : null, events: rows.events ? rows.events.filter(within).length : null, asOf: on,
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Related parties are no outside clients; who they are stays in the file. */
function servicesShown(rows: readonly BaseRow[], from: Day, to: Day): PublicOffers['services'] {
  const outside = rows.filter((row) => row.related !== true)
  const { clients, services } = serviceFigures(outside, from, to)
  const within = outside.filter((row) => String(row.from ?? '') <= to && String(row.to ?? row.from ?? '') >= from)
  return { clients, services, ofCity: serviceFigures(outside.filter((row) => row.inCity === true), from, to).clients, delivered: within.filter((row) => row.result !== undefined && row.result !== 'running').length }
}

/** Hours used of hours available, in whole per cent; null where nobody logged them. */
function usedShare(name: string, use: readonly BaseRow[], from: string, to: string): number | null {
  const logged = use.filter((row) => row.equipment === name && String(row.month) >= from && String(row.month) <= to)
  const available = logged.reduce((sum, row) => sum + Number(row.available ?? 0), 0)
  return available > 0 ? Math.min(100, Math.round((logged.reduce((sum, row) => sum + Number(row.used ?? 0), 0) * 100) / available)) : null
}

const gradeWords = { excellent: { zh: '优', en: 'excellent' }, good: { zh: '良', en: 'good' }, fair: { zh: '中', en: 'fair' }, poor: { zh: '差', en: 'poor' } } as const

/** A hold that ends with the base is no resumption. */
const endsWithBase = ({ ended }: Pick<BaseCase, 'ended'>, on: Day): boolean => ended !== null && on >= ended.on

/** What happened in public, the latest first; reasons, persons and amounts stay in the file. */
export const publicLines = (file: BaseCase): PublicLine[] => [
  ...file.formerNames.map(({ name, until }): PublicLine => ({ on: plusDays(until, 1), did: 'renamed', law: 'Art. 15', says: { zh: `更名，原名${name}`, en: `Renamed, before: ${name}` } })),
  ...file.formerHosts.map(({ name, until }): PublicLine => ({ on: plusDays(until, 1), did: 'hostChanged', law: 'Art. 15', says: { zh: `依托（共建）单位变更，原为${name}`, en: `Change of host, before: ${name}` } })),
  ...file.grades.flatMap(({ year, grade, on }): PublicLine[] => (grade ? [{ on, did: 'graded', law: 'Art. 18', says: { zh: `${year} 年度考核：${gradeWords[grade].zh}`, en: `Assessment ${year}: ${gradeWords[grade].en}` } }] : [])),
  ...file.holds.flatMap(({ since, lifted }): PublicLine[] => [{ on: since, did: 'held', law: 'Art. 6(3)', says: { zh: '暂停', en: 'Suspended' } }, ...(lifted && !endsWithBase(file, lifted.on) ? [{ on: lifted.on, did: 'lifted', law: 'Art. 6(3)' as const, says: { zh: '恢复运行', en: 'In operation again' } }] : [])]),
  ...(file.special === 'commissionedBuild' && file.operatingSince ? [{ on: file.operatingSince, did: 'operates', law: 'Art. 6(3)' as const, says: { zh: '建成，确认投入运行', en: 'Built, confirmed to operate' } }] : []),
  ...(file.ended ? [{ on: file.ended.on, did: file.ended.as, law: file.ended.as === 'revoked' ? ('Art. 19' as const) : ('Art. 15' as const), says: file.ended.as === 'revoked' ? { zh: '撤销中试基地资格', en: 'Revoked' } : { zh: '退出', en: 'Left' } }] : []),
].sort((a, b) => b.on.localeCompare(a.on) || a.did.localeCompare(b.did))
