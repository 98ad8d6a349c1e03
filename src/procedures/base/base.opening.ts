/** From the application as it was recognised to the first state of the base: filled once, taken over. Pure. */
import type { Day } from '../../kernel/day.ts'
import { isDay } from '../../kernel/day.ts'
import type { TitleLevel } from '../../regulation/jinzhong-2023/article-14-director.ts'
import type { BaseRow, BaseTable, Cell } from '../../settings/base-tables/table.ts'
import { tidyRow } from '../../settings/base-tables/rows.ts'
import { baseTables, type TableId } from '../../settings/base-tables/tables.ts'
import type { HandedIn } from './base.carried.ts'
import type { DirectorTerm, Host, Taken } from './base.case.ts'

/** A recognition as its own file tells it. */
export type RecognitionSeen = {
  id: string; hosts: { org: string; name: string; demo: boolean }[]; recognition: { on: Day } | null; special: { kind: 'separateAppraisal' | 'commissionedBuild' } | null
  facts: { county: string; field: string | null; chain: string | null; direction: string; chemical: boolean } | null; submissions: { snapshot: string; files: HandedIn[] }[]
}
/** The frozen application: sections, then fields and tables. */
export type Application = { readonly [section: string]: { readonly [field: string]: unknown } | undefined }

export function takenFrom(seen: RecognitionSeen, application: Application): Taken {
  const hosts: Host[] = seen.hosts.map(({ org, name, demo }, at) => ({ org, name, demo, lead: at === 0 }))
  return {
    recognisedOn: seen.recognition?.on ?? '', hosts, county: seen.facts?.county ?? '', field: seen.facts?.field ?? '', chain: seen.facts?.chain ?? null, direction: seen.facts?.direction ?? '', chemical: seen.facts?.chemical === true,
    special: seen.special?.kind ?? null, director: directorOf(application), goals: text(application.L?.aims), accounting: text(application.G?.accounting), application: seen.submissions.at(-1)?.snapshot ?? '',
  }
}

function directorOf({ F }: Application): DirectorTerm | null {
  const [name, from, to] = [text(F?.directorName), day(F?.directorTermFrom), day(F?.directorTermTo)]
  if (!name || !from || !to) return null
  return { name, bornOn: day(F?.directorBornOn), title: text(F?.directorTitle) as TitleLevel | null, from, to, acting: false, fullTime: typeof F?.directorFullTime === 'boolean' ? F.directorFullTime : null, approved: false, matter: null, reasons: text(F?.directorNote) ? { application: text(F?.directorNote) as string } : {}, ended: null }
}

/** The rows every table begins with; tables the application says nothing about begin empty. */
export function firstRows(application: Application): { table: TableId; rows: BaseRow[] }[] {
  const { A, C, D, E, F, G, H, I, J, K } = application
  const drawn: { [Table in TableId]?: BaseRow[] } = {
    sites: D ? [{ id: 'site-1', name: '主场地', ...picked(D, { address: 'address', area: 'area', tenure: 'tenure', leaseTo: 'leaseTo', remark: 'siteNote', chemicalPark: 'inChemicalPark' }) }] : [],
    permits: D || K ? permitsOf(D ?? {}, K ?? {}) : [],
    equipment: rowsOf(E?.equipment).map((row) => as(baseTables.equipment, row)),
    lines: rowsOf(E?.lines).map((row) => as(baseTables.lines, row)),
    staff: rowsOf(F?.staff).map((row) => as(baseTables.staff, row)),
    committee: rowsOf(F?.committee).map((row) => as(baseTables.committee, row)),
    rules: rowsOf(J?.rules).map((row) => ({ ...as(baseTables.rules, row), title: cell(row.title) ?? wordOfRule(row.kind) })),
    agreements: C && text(C.agreementNumber) ? [{ id: 'agreement-1', number: text(C.agreementNumber), parties: rowsOf(C.partners).map(({ name }) => String(name)).join('、'), lead: text(A?.leadName) ?? text(application.B?.name), on: day(C.agreementOn), to: day(C.agreementTo), amount: amountOf(C) }] : [],
    investments: rowsOf(G?.sources).map((row) => ({ id: String(row.id), year: Number(String(A?.filledOn ?? '').slice(0, 4)) || null, source: cell(row.kind), amount: cell(row.amount), purpose: text(row.remark) ?? '建设投入' })),
    services: rowsOf(I?.services).map((row) => ({ ...as(baseTables.services, row), amount: cell(row.contract), registrationNo: cell(row.contractNumber), invoiceNo: cell(row.invoice), transferred: row.result === 'production' })),
    results: resultsOf(H ?? {}),
  }
  return (Object.keys(baseTables) as TableId[]).flatMap((table) => {
    const rows = (drawn[table] ?? []).map((row) => tidyRow(baseTables[table], row))
    return rows.length > 0 ? [{ table, rows }] : []
  })
}

/** Columns that bear the same name in both are the same thing. */
const as = (table: BaseTable, row: Answers): BaseRow => ({ id: String(row.id), ...Object.fromEntries(table.columns.map(({ key }) => [key, cell(row[key])])) })

function permitsOf(D: Answers, K: Answers): BaseRow[] {
  const papers: (BaseRow | null)[] = [
    text(D.environmentNumber) ? { id: 'permit-environment', kind: 'environment', title: '环评手续', number: text(D.environmentNumber), on: day(D.environmentOn) } : null,
    text(D.fireNumber) ? { id: 'permit-fire', kind: 'fire', title: '消防手续', number: text(D.fireNumber), on: day(D.fireOn) } : null,
    text(D.dischargeNumber) ? { id: 'permit-discharge', kind: 'discharge', title: '排污许可（登记）', number: text(D.dischargeNumber) } : null,
    text(D.safetyNumber) ? { id: 'permit-safety', kind: 'safety', title: '安全评价报告', number: text(D.safetyNumber), on: day(D.safetyOn) } : null,
    text(D.healthNumber) ? { id: 'permit-health', kind: 'health', title: '职业病危害评价', number: text(D.healthNumber) } : null,
    text(K.emergencyPlan) ? { id: 'permit-emergency', kind: 'emergency', title: '应急预案备案', number: text(K.emergencyPlan) } : null,
    text(K.specialEquipmentNumbers) ? { id: 'permit-special', kind: 'special', title: '特种设备使用登记', number: text(K.specialEquipmentNumbers) } : null,
    text(K.radiationLicence) ? { id: 'permit-radiation', kind: 'radiation', title: '辐射安全许可证', number: text(K.radiationLicence), to: day(K.radiationTo) } : null,
    text(K.biosafety) ? { id: 'permit-biosafety', kind: 'biosafety', title: '生物安全实验室备案', number: text(K.biosafety) } : null,
  ]
  return papers.filter((paper) => paper !== null)
}

function resultsOf(H: Answers): BaseRow[] {
  const kept = (row: Answers, more: Record<string, Cell | undefined>): BaseRow => ({ id: String(row.id), title: text(row.title), number: text(row.number), ...more })
  return [
    ...rowsOf(H.rights).filter((row) => day(row.on)).map((row) => kept(row, { kind: 'right', right: cell(row.kind), owner: text(row.owner), on: day(row.on) })),
    ...rowsOf(H.standards).filter((row) => row.year).map((row) => kept(row, { kind: 'standard', standard: cell(row.kind), on: `${row.year}-12-31` })),
  ]
}

const amountOf = (C: Answers): number => [C.leadAmount, ...rowsOf(C.partners).map(({ amount }) => amount)].reduce<number>((sum, value) => sum + (typeof value === 'number' ? Math.round(value * 100) : 0), 0) / 100
const wordOfRule = (kind: unknown): string => baseTables.rules.columns[0]?.choices?.find(({ value }) => value === kind)?.words.zh ?? ''
const picked = (from: Answers, keys: Record<string, string>): Record<string, Cell> => Object.fromEntries(Object.entries(keys).map(([key, field]) => [key, cell(from[field]) ?? null]))

type Answers = { readonly [field: string]: unknown }
const rowsOf = (value: unknown): Answers[] => (Array.isArray(value) ? value.filter((row): row is Answers => typeof row === 'object' && row !== null) : [])
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
const day = (value: unknown): Day | null => (typeof value === 'string' && isDay(value) ? value : null)
const cell = (value: unknown): Cell | undefined => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined)
