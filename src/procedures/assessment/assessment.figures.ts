/** From the rows a base keeps to the figures of one year: what is counted, what is left out and why. Pure; every figure opens to its rows. */
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { assessmentFigures, type FigureDef, type FigureId, type FigureValues } from '../../settings/assessment-figures.ts'

/** A row of one of the base's tables, as it is kept. */
export type Row = { readonly id: string; readonly evidence?: readonly string[]; readonly [column: string]: unknown }
export type CountedTable = Exclude<FigureDef['from'], 'cases'>
export type Kept = { readonly [Table in CountedTable]: readonly Row[] }
/** What other procedures know of the base in this year. */
export type CaseRecord = { readonly id: string; readonly number: string; readonly title: string; readonly on: Day }
export type CasesOfYear = { readonly [Kind in 'matters' | 'accidents' | 'inspections' | 'rectificationsOpen']: readonly CaseRecord[] }
export type About = { readonly year: number; /** Until when something counts as ended. */ readonly until: Day; /** The base's own institutions, by name and credit code. */ readonly own: readonly string[] }

/** `value` in hundredths: a hundred for one that is counted. */
export type Counted = { readonly table: string; readonly row: string; readonly label: string; readonly value: number }
export type Left = { readonly table: string; readonly row: string; readonly label: string; readonly because: Words }
export type Figure = { readonly id: FigureId; readonly value: number | null; readonly counted: readonly Counted[]; readonly left: readonly Left[] }

export function figuresOf(kept: Kept, cases: CasesOfYear, about: About): Figure[] {
  const served = servicesOf(kept.services, about)
  const one = (id: FigureId, counted: Counted[], left: readonly Left[] = []): Figure => ({ id, value: counted.reduce((sum, { value }) => sum + value, 0), counted, left })
  const times = (table: string, rows: readonly Row[], title: string) => rows.map((row) => counted(table, row, title, 100))
  const sums = (table: string, rows: readonly Row[], title: string, column: string) => rows.map((row) => counted(table, row, title, hundredths(row[column])))
  const [meetings, training, events] = [held(kept.meetings, about), held(kept.training, about), held(kept.events, about)]
  const use = kept.use.filter((row) => String(row.month).startsWith(`${about.year}-`))
  const ofYear = (rows: readonly Row[]) => rows.filter((row) => row.year === about.year)
  const bought = kept.equipment.filter((row) => yearOf(row.boughtOn) === about.year)
  const fullTime = kept.staff.filter((row) => row.fullTime === true)
  const results = once(held(kept.results, about))
  const fromCases = (id: keyof CasesOfYear) => one(id, cases[id].map((record) => ({ table: 'cases', row: record.id, label: `${record.number} ${record.title}`, value: 100 })))
  const ended = served.projects.filter((row) => isEnded(row, about) && row.result !== 'running')
  const advice = times('services', served.advice, 'project')
  const figures: Figure[] = [
    one('projects', times('services', served.projects, 'project'), served.left), one('projectsDone', times('services', ended, 'project')),
    one('transferred', times('services', ended.filter((row) => row.transferred === true || row.result === 'production' || row.result === 'fixed'), 'project')),
    clientsOf('clients', served.counted, served.left), clientsOf('clientsInCity', served.counted, [], (row) => row.inCity === true),
    one('contracted', sums('services', served.counted, 'project', 'amount')), one('received', sums('services', served.counted, 'project', 'received'), served.left),
    one('receivedInCity', sums('services', served.counted.filter((row) => row.inCity === true), 'project', 'received')), one('advice', advice), satisfactionOf(served.counted),
    one('hoursUsed', sums('use', use, 'equipment', 'used')), one('hoursAvailable', sums('use', use, 'equipment', 'available')), one('hoursOutside', sums('use', use, 'equipment', 'outside')),
    one('equipmentCount', sums('equipment', kept.equipment, 'name', 'count')), one('equipmentValue', sums('equipment', kept.equipment, 'name', 'value')), one('equipmentAdded', sums('equipment', bought, 'name', 'value')),
    one('staffTotal', times('staff', kept.staff, 'name')), one('staffFullTime', times('staff', fullTime, 'name')),
    one('invested', sums('investments', ofYear(kept.investments), 'purpose', 'amount')), known(one('revenue', sums('accounts', ofYear(kept.accounts), 'ledger', 'revenue'))), known(one('expenditure', sums('accounts', ofYear(kept.accounts), 'ledger', 'expenditure'))),
    one('meetings', times('meetings', meetings, 'subject')), one('sessions', times('training', training, 'title')), one('trainees', sums('training', training, 'title', 'persons')),
    one('events', times('events', events, 'title')), one('exchanges', [...advice, ...times('events', events, 'title')]),
    ...(['packages', 'standards', 'rights'] as const).map((id) => one(id, times('results', results.counted.filter((row) => (kindsOf[id] as readonly string[]).includes(String(row.kind))), 'title'))), one('results', times('results', results.counted, 'title'), results.left),
    fromCases('matters'), fromCases('accidents'), fromCases('inspections'), fromCases('rectificationsOpen'),
  ]
  return assessmentFigures.map(({ id }) => figures.find((figure) => figure.id === id)!)
}

export const valuesOf = (figures: readonly Pick<Figure, 'id' | 'value'>[]): FigureValues => Object.fromEntries(figures.map(({ id, value }) => [id, value]))

const verification = ['design', 'performance', 'process', 'fit', 'production']
const kindsOf = { packages: ['package', 'product'], standards: ['standard'], rights: ['right'] } as const satisfies Record<string, readonly string[]>

/** Services that count, in the year of their end; those left out each with its reason. */
function servicesOf(rows: readonly Row[], { year, own }: About) {
  const own_ = own.map(nameKey)
  const of = rows.filter((row) => yearOf(row.to ?? row.from) === year)
  const because = (row: Row): Words | undefined => {
    if (row.related === true) return { zh: '关联方', en: 'related party' }
    if ([row.client, row.clientCode].some((name) => typeof name === 'string' && own_.includes(nameKey(name)))) return { zh: '服务对象是本基地的依托或共建单位', en: 'the client is an institution of this base' }
    if (row.pureTesting === true || row.kind === 'testing') return { zh: '纯检测、纯委托研发', en: 'pure testing or contract research' }
    return row.kind === 'training' ? { zh: '培训另计', en: 'training counts elsewhere' } : undefined
  }
  const left = of.flatMap((row): Left[] => { const why = because(row); return why ? [{ table: 'services', row: row.id, label: labelOf(row, 'project'), because: why }] : [] })
  const counted = of.filter((row) => !because(row))
  return { counted, left, projects: counted.filter((row) => verification.includes(String(row.kind))), advice: counted.filter((row) => row.kind === 'advice') }
}

/** One credit code is one client, whatever it is called; without a code the name decides, and leads to the code it has elsewhere. */
export function clientKeys(rows: readonly Row[]): Map<string, Row[]> {
  const codeOf = new Map(rows.flatMap((row) => (codeKey(row.clientCode) ? [[nameKey(row.client), codeKey(row.clientCode)!] as const] : [])))
  const clients = new Map<string, Row[]>()
  for (const row of rows) {
    const key = codeKey(row.clientCode) ?? codeOf.get(nameKey(row.client)) ?? nameKey(row.client)
    clients.set(key, [...(clients.get(key) ?? []), row])
  }
  return clients
}

/** Who is one client is told by all its services, also where some of them alone are counted. */
function clientsOf(id: FigureId, rows: readonly Row[], left: readonly Left[], counts: (row: Row) => boolean = () => true): Figure {
  const clients = [...clientKeys(rows).values()].map((of) => of.filter(counts)).filter((of) => of.length > 0)
  const again = clients.flatMap(([first, ...more]) => more.map((row): Left => ({ table: 'services', row: row.id, label: labelOf(row, 'client'), because: { zh: `与“${labelOf(first!, 'project')}”同一服务对象`, en: `same client as “${labelOf(first!, 'project')}”` } })))
  return { id, value: clients.length * 100, counted: clients.map(([first]) => counted('services', first!, 'client', 100)), left: [...left, ...again] }
}

function satisfactionOf(rows: readonly Row[]): Figure {
  const rated = rows.filter((row) => typeof row.satisfaction === 'number').map((row) => counted('services', row, 'project', hundredths(row.satisfaction)))
  const sum = rated.reduce((all, { value }) => all + value, 0)
  return { id: 'satisfaction', value: rated.length === 0 ? null : Math.floor((2 * sum + rated.length) / (2 * rated.length)), counted: rated, left: [] }
}

/** One number is one result; a word of two or three signs in its place (无, —) is none. */
function once(rows: readonly Row[]): { counted: Row[]; left: Left[] } {
  const seen = new Map<string, Row>()
  const [kept, left]: [Row[], Left[]] = [[], []]
  for (const row of rows) {
    const number = numberKey(row.number)
    const key = number.length < 4 ? `row ${row.id}` : number
    const first = seen.get(key)
    if (first) left.push({ table: 'results', row: row.id, label: labelOf(row, 'title'), because: { zh: `与“${labelOf(first, 'title')}”同一编号`, en: `same number as “${labelOf(first, 'title')}”` } })
    else { seen.set(key, row); kept.push(row) }
  }
  return { counted: kept, left }
}

/** Accounts that were not entered are unknown, not nought. */
const known = (figure: Figure): Figure => (figure.counted.length === 0 ? { ...figure, value: null } : figure)
const held = (rows: readonly Row[], { year }: About) => rows.filter((row) => yearOf(row.on) === year)
const isEnded = (row: Row, { until }: About) => typeof row.to === 'string' && row.to <= until
const yearOf = (day: unknown) => (typeof day === 'string' ? Number(day.slice(0, 4)) : Number.NaN)
const counted = (table: string, row: Row, title: string, value: number): Counted => ({ table, row: row.id, label: labelOf(row, title), value })
const labelOf = (row: Row, title: string) => String(row[title] ?? row.id)
/** Shifted as it is written: 0.285 are 29 hundredths, though its binary fraction times a hundred is below 28.5. */
const hundredths = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? Math.round(Number(`${value.toFixed(6)}e2`)) : 0)

/** Full and half width, spaces and brackets aside, a name is one name. */
export const nameKey = (name: unknown) => String(name ?? '').normalize('NFKC').toLowerCase().replaceAll(/[\s()（）·.,，、-]/g, '')
const codeKey = (code: unknown) => (typeof code === 'string' && code.trim() !== '' ? code.normalize('NFKC').trim().toUpperCase() : undefined)
/** Contract, invoice and other numbers: letters and digits alone tell them apart. */
export const numberKey = (number: unknown) => String(number ?? '').normalize('NFKC').toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
