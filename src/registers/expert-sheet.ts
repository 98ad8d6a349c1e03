/** The pool of experts as a spreadsheet: its columns, what each row says, and everything that is wrong with it. Pure. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { fields } from '../settings/fields.ts'
import { specialties, type Specialty, type Title, titles } from './expert-words.ts'

export type Cell = string | number | boolean | Date | null
export type Employer = { name: string; from: Day | null; to: Day | null }
export type SheetExpert = { name: string; employer: string; since: Day | null; earlier: Employer[]; title: Title; specialty: Specialty; fields: string[]; region: string; inCity: boolean; phone: string | null; email: string | null; avoid: string[] }
/** A fault with the row of the spreadsheet as its program numbers it. */
export type RowFault = { row: number; column: string; says: Words }

export const columns = ['姓名', '工作单位', '任职自', '职称', '类别', '领域', '地区', '本市', '曾任单位', '办公电话', '电子邮件', '主动回避'] as const
type Column = (typeof columns)[number]
const required: readonly Column[] = ['姓名', '工作单位', '职称', '类别', '地区', '本市']

/** What stands beside each column in the template. */
export const hints: Record<Column, string> = {
  姓名: '必填', 工作单位: '必填，现任单位全称', 任职自: '日期，如 2015-09-01', 职称: `必填：${Object.values(titles).map(({ zh }) => zh).join('、')}`, 类别: `必填：${Object.values(specialties).map(({ zh }) => zh).join('、')}`,
  领域: `技术类必填，至多 6 项，用顿号分开：${fields.map(({ words }) => words.zh).join('、')}`, 地区: '必填，如 太原', 本市: '必填：是、否', 曾任单位: '每个单位一项，用分号分开，写起止日期：某研究院 2010-07-01 至 2015-08-31；某大学 2005-07-01 至 2010-06-30',
  办公电话: '', 电子邮件: '', 主动回避: '单位全称，用顿号分开',
}

/** Reads a whole sheet, its first row the headings. `known` are experts already in the pool, by name and employer. */
export function readExperts(cells: readonly (readonly Cell[])[], known: ReadonlySet<string>): { experts: SheetExpert[]; faults: RowFault[] } {
  const heads = (cells[0] ?? []).map((cell) => plain(cell).replaceAll('*', ''))
  const at = new Map(columns.map((column) => [column, heads.indexOf(column)]))
  const absent = required.filter((column) => (at.get(column) ?? -1) < 0)
  if (absent.length > 0) return { experts: [], faults: absent.map((column) => ({ row: 1, column, says: { zh: '没有这一列，请用模板', en: 'this column is missing; use the template' } })) }
  const experts: SheetExpert[] = []
  const faults: RowFault[] = []
  const seen = new Map<string, number>()
  cells.slice(1).forEach((line, index) => {
    const row = index + 2
    if (line.every((cell) => plain(cell) === '')) return
    const told = (column: Column) => line[at.get(column) ?? -1] ?? null
    const wrong: RowFault[] = []
    const expert = readRow(told, (column, says) => wrong.push({ row, column, says }))
    const key = keyOf(expert)
    const twin = seen.get(key)
    if (plain(told('姓名')) !== '' && known.has(key)) wrong.push({ row, column: '姓名', says: { zh: '专家库中已有同名同单位的专家', en: 'an expert of this name and employer is in the pool already' } })
    else if (twin) wrong.push({ row, column: '姓名', says: { zh: `与第 ${twin} 行重复`, en: `the same as row ${twin}` } })
    else seen.set(key, row)
    if (wrong.length > 0) faults.push(...wrong)
    else experts.push(expert)
  })
  if (experts.length === 0 && faults.length === 0) faults.push({ row: 2, column: '姓名', says: { zh: '表中没有专家', en: 'there is no expert in the sheet' } })
  return { experts, faults }
}

/** Who is one and the same in the pool: width of characters, spaces and case do not tell people apart. */
export const keyOf = ({ name, employer }: { name: string; employer: string }): string => `${name}|${employer}`.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

function readRow(told: (column: Column) => Cell, wrong: (column: Column, says: Words) => void): SheetExpert {
  const text = (column: Column, most: number): string => {
    const value = plain(told(column))
    if (value === '' && required.includes(column)) wrong(column, { zh: '必填', en: 'required' })
    if (value.length > most) wrong(column, { zh: `至多 ${most} 个字`, en: `at most ${most} characters` })
    return value
  }
  const oneOf = <Key extends string>(column: Column, table: Record<Key, Words>): Key => {
    const value = text(column, 40)
    const found = (Object.keys(table) as Key[]).find((key) => table[key].zh === value)
    if (value !== '' && !found) wrong(column, { zh: `应为：${(Object.values(table) as Words[]).map(({ zh }) => zh).join('、')}`, en: `one of: ${(Object.values(table) as Words[]).map(({ zh }) => zh).join(', ')}` })
    return found ?? (Object.keys(table)[0] as Key)
  }
  const specialty = oneOf('类别', specialties)
  return {
    name: text('姓名', 60), employer: text('工作单位', 120), since: dayOf('任职自', told, wrong), earlier: earlierOf(told, wrong), title: oneOf('职称', titles), specialty, fields: fieldsOf(told, specialty, wrong),
    region: text('地区', 40), inCity: yesOf(told, wrong), phone: phoneOf(told, wrong), email: emailOf(told, wrong), avoid: partsOf(plain(told('主动回避')), /[、;；\n]/),
  }
}

const plain = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? isoOf(cell) : String(cell)).normalize('NFC').trim()
/** Spreadsheets keep a day as midnight in no time zone; the reader gives it as UTC. */
const isoOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10))
const partsOf = (text: string, between: RegExp): string[] => [...new Set(text.split(between).map((part) => part.trim()).filter((part) => part !== ''))]
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text
/** "2015/9/1", "2015.9.1", "2015年9月1日", "2015-09" */
const dayIn = (text: string): string => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?[日月]?$/.exec(text) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}` : text
}

type Told = (column: Column) => Cell
type Wrong = (column: Column, says: Words) => void
const dayFault: Words = { zh: '应为日期，如 2015-09-01', en: 'a date like 2015-09-01' }

function dayOf(column: Column, told: Told, wrong: Wrong): Day | null {
  const value = dayIn(plain(told(column)))
  if (value === '') return null
  if (!isDay(value)) { wrong(column, dayFault); return null }
  return value
}

function earlierOf(told: Told, wrong: Wrong): Employer[] {
  return partsOf(plain(told('曾任单位')), /[;；\n]/).map((part) => {
    const [, name = '', from = '', to = ''] = /^(.+?)[\s,，]+(\d{4}\S*?)\s*(?:至|到|~|—|–)\s*(\d{4}\S*)$/.exec(part) ?? []
    const [first, last] = [dayIn(from), dayIn(to)]
    if (name === '' || !isDay(first) || !isDay(last)) wrong('曾任单位', { zh: `“${part}”应写作：单位全称 2010-07-01 至 2015-08-31`, en: `“${part}” should read: name 2010-07-01 至 2015-08-31` })
    else if (last < first) wrong('曾任单位', { zh: `“${part}”的止早于起`, en: `“${part}” ends before it begins` })
    return { name, from: first, to: last }
  })
}

function fieldsOf(told: Told, specialty: Specialty, wrong: Wrong): string[] {
  const named = partsOf(plain(told('领域')), /[、,，;；\n]/)
  const ids = named.map((name) => fields.find(({ words }) => words.zh === name)?.id as string | undefined)
  named.forEach((name, index) => { if (ids[index] === undefined) wrong('领域', { zh: `没有“${name}”这个领域`, en: `there is no field “${name}”` }) })
  const found = ids.filter((id) => id !== undefined)
  if (found.length > 6) wrong('领域', { zh: '至多 6 项', en: 'at most 6' })
  if (specialty === 'technical' && named.length === 0) wrong('领域', { zh: '技术类专家至少一项', en: 'at least one for a technical expert' })
  return found
}

function yesOf(told: Told, wrong: Wrong): boolean {
  const cell = told('本市')
  const value = typeof cell === 'boolean' ? (cell ? '是' : '否') : plain(cell)
  if (value === '') wrong('本市', { zh: '必填', en: 'required' })
  else if (value !== '是' && value !== '否') wrong('本市', { zh: '应为：是、否', en: '是 or 否' })
  return value === '是'
}

function phoneOf(told: Told, wrong: Wrong): string | null {
  const value = plain(told('办公电话'))
  if (value !== '' && !/^[0-9+()（） -]{5,30}$/.test(value)) wrong('办公电话', { zh: '应为电话号码', en: 'a telephone number' })
  return value || null
}

function emailOf(told: Told, wrong: Wrong): string | null {
  const value = plain(told('电子邮件'))
  if (value !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) wrong('电子邮件', { zh: '应为电子邮件地址', en: 'an address of mail' })
  return value || null
}
