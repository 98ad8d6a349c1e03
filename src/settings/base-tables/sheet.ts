/** Between the rows of a table and the cells of a spreadsheet: names of columns and choices as people read them. Pure. */
import { isDay } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { rowFaults, tidyRow } from './rows.ts'
import type { BaseRow, BaseTable, Cell, Column } from './table.ts'

type Language = keyof Words
export type SheetCell = string | number | boolean | Date | null
export type SheetFault = { readonly row: number; readonly column: string; readonly name: Words; readonly text: string; readonly expected: Words }
/** `columns`: the ones the sheet has; what it does not have is not touched. */
export type SheetRead = { readonly columns: readonly string[]; readonly rows: readonly { readonly no: number; readonly row: BaseRow }[]; readonly faults: readonly SheetFault[] }

const idName: Words = { zh: '行号（请勿改动）', en: 'Row (leave as it is)' }
const yes: Words = { zh: '是', en: 'yes' }
const no: Words = { zh: '否', en: 'no' }

/** "原值（万元）*": the name, its unit, a star where it must be filled. */
export const headingOf = ({ words, unit, required }: Column, language: Language): string =>
  `${words[language]}${unit ? (language === 'zh' ? `（${unit.zh}）` : ` (${unit.en})`) : ''}${required ? '*' : ''}`

export const headings = (table: BaseTable, language: Language): string[] => [idName[language], ...table.columns.map((column) => headingOf(column, language))]

export const cellsOf = (table: BaseTable, row: BaseRow, language: Language): SheetCell[] => [row.id, ...table.columns.map((column) => cellOut(column, row[column.key] as Cell | undefined, language))]

function cellOut(column: Column, value: Cell | undefined, language: Language): SheetCell {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return (value ? yes : no)[language]
  if (column.type === 'choice') return column.choices?.find((one) => one.value === value)?.words[language] ?? String(value)
  return value
}

/** What goes where, for the sheet of explanations beside the empty table. */
export const explained = (table: BaseTable, language: Language): string[][] => [
  language === 'zh' ? ['列', '必填', '填写要求', '可选值'] : ['Column', 'Required', 'What to write', 'Choices'],
  ...table.columns.map((column) => [headingOf(column, language).replace(/\*$/, ''), (column.required ? yes : no)[language], [kinds[column.type][language], column.help?.[language]].filter(Boolean).join(language === 'zh' ? '；' : '; '), column.choices?.map(({ words }) => words[language]).join(language === 'zh' ? '、' : ', ') ?? '']),
]
const kinds: { readonly [Type in Column['type']]: Words } = {
  text: { zh: '文字', en: 'text' }, longText: { zh: '文字', en: 'text' }, person: { zh: '姓名', en: 'a name' }, org: { zh: '单位名称', en: 'name of an institution' }, uscc: { zh: '18 位统一社会信用代码', en: 'credit code of 18 characters' },
  officePhone: { zh: '办公电话，不填个人手机号', en: 'an office telephone, no mobile number' }, email: { zh: '邮箱', en: 'an e-mail address' },
  number: { zh: '数字', en: 'a number' }, integer: { zh: '整数', en: 'a whole number' }, money: { zh: '金额，万元，至多两位小数', en: 'an amount in 10,000 yuan, at most two decimals' }, year: { zh: '年度，如 2026', en: 'a year like 2026' },
  day: { zh: '日期，如 2026-11-23', en: 'a date like 2026-11-23' }, month: { zh: '年月，如 2026-11', en: 'a month like 2026-11' }, flag: { zh: '是或否', en: 'yes or no' }, choice: { zh: '从可选值中选一个', en: 'one of the choices' },
}

/**
 * The rows of a sheet, with every fault of every cell. The first line that names columns is the heading; columns may stand
 * in any order. `newId` names rows that are new.
 */
export function rowsOfSheet(table: BaseTable, cells: readonly (readonly SheetCell[])[], newId: () => string): SheetRead {
  const at = cells.findIndex((line) => line.filter((cell) => columnNamed(table, cell)).length >= Math.min(3, table.columns.length))
  if (at < 0) return { columns: [], rows: [], faults: [{ row: 1, column: '', name: { zh: '表头', en: 'Headings' }, text: '', expected: { zh: '请用下载的模板，保留表头一行', en: 'use the template handed out and keep its line of headings' } }] }
  const heads = cells[at] ?? []
  const named = heads.map((cell) => columnNamed(table, cell))
  const missing = table.columns.filter((column) => column.required && !named.includes(column))
  const faults: SheetFault[] = [
    ...missing.map((column) => ({ row: at + 1, column: column.key, name: column.words, text: '', expected: { zh: '缺少这一列', en: 'this column is missing' } })),
    ...heads.flatMap((cell, index) => (textOf(cell) !== '' && !named[index] && !isIdHead(cell) ? [{ row: at + 1, column: '', name: { zh: textOf(cell), en: textOf(cell) }, text: textOf(cell), expected: { zh: '表中没有这一列', en: 'the table has no such column' } }] : [])),
  ]
  const idAt = heads.findIndex(isIdHead)
  const rows = cells.slice(at + 1).flatMap((line, index) => {
    if (line.every((cell, column) => column === idAt || textOf(cell) === '')) return []
    const no = at + 2 + index
    const id = idAt >= 0 && /^[\w-]{1,64}$/.test(textOf(line[idAt] ?? null)) ? textOf(line[idAt] ?? null) : newId()
    const row = tidyRow(table, { id, ...Object.fromEntries(named.flatMap((column, place) => (column ? [[column.key, cellIn(column, line[place] ?? null)]] : []))) })
    if (missing.length === 0) faults.push(...rowFaults(table, row).map(({ column, expected }) => ({ row: no, column, name: table.columns.find(({ key }) => key === column)?.words ?? { zh: column, en: column }, text: textOf(line[named.findIndex((one) => one?.key === column)] ?? null), expected })))
    return [{ no, row }]
  })
  const seen = new Map<string, number>()
  for (const { no, row } of rows) {
    const before = seen.get(row.id)
    if (before !== undefined) faults.push({ row: no, column: 'id', name: idName, text: row.id, expected: { zh: `与第 ${before} 行重复；新增的行请清空此格`, en: `the same as in line ${before}; leave it empty for a new row` } })
    else seen.set(row.id, no)
  }
  return { columns: named.flatMap((column) => (column ? [column.key] : [])), rows, faults: faults.sort((a, b) => a.row - b.row) }
}

/** One spelling of a heading: without the star, brackets of one kind. */
const plain = (text: string) => text.trim().replace(/\*+$/, '').replaceAll('（', '(').replaceAll('）', ')').replaceAll(/\s+/g, ' ').trim().toLowerCase()
/** As it is handed out, or without the unit. */
const columnNamed = (table: BaseTable, cell: SheetCell): Column | undefined => {
  const name = plain(textOf(cell))
  if (name === '') return undefined
  return table.columns.find((column) => [column.key, column.words.zh, column.words.en, headingOf(column, 'zh'), headingOf(column, 'en')].some((known) => plain(known) === name))
    ?? table.columns.find(({ words }) => [words.zh, words.en].some((known) => plain(known) === name.replace(/\s*\([^()]*\)$/, '')))
}
const isIdHead = (cell: SheetCell) => [idName.zh, idName.en].some((name) => plain(name) === plain(textOf(cell)))

const textOf = (cell: SheetCell): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim())

/** What cannot be understood stays as it is written: the check of the row says what was expected. */
function cellIn(column: Column, cell: SheetCell): Cell {
  const text = textOf(cell)
  if (text === '') return null
  switch (column.type) {
    case 'flag': return typeof cell === 'boolean' ? cell : yesWords.has(text.toLowerCase()) ? true : noWords.has(text.toLowerCase()) ? false : text
    case 'number': case 'integer': case 'money': case 'year': return typeof cell === 'number' ? rounded(column, cell) : (numberIn(text) ?? text)
    case 'day': return dayIn(text) ?? text
    case 'month': return monthIn(text) ?? text
    case 'choice': return column.choices?.find(({ value, words }) => value === text || words.zh === text || words.en.toLowerCase() === text.toLowerCase())?.value ?? text
    case 'uscc': return text.toUpperCase().replaceAll(/[\s-]/g, '')
    case 'text': case 'longText': case 'person': case 'org': case 'officePhone': case 'email': return text
  }
}
const yesWords = new Set(['是', '有', '√', 'y', 'yes', 'true', '1'])
const noWords = new Set(['否', '无', '×', 'n', 'no', 'false', '0'])
/** A spreadsheet reckons 320.55 as 320.54999…: what it shows is meant. */
const rounded = ({ type }: Column, value: number) => (type === 'money' || type === 'number' ? Math.round(value * 1e6) / 1e6 : value)

const numberIn = (text: string): number | null => {
  const plain = text.replace(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[,，\s]/g, '').replace(/(%|％|万元|m²|㎡|年|人|台|套|小时)$/, '')
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}
const dayIn = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  const found = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
  return found && isDay(found) ? found : null
}
const monthIn = (text: string): string | null => {
  const [, year, month] = /^(\d{4})[-/.年](\d{1,2})月?(?:[-/.]\d{1,2})?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text) ?? []
  return year && month && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null
}
