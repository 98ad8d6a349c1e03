/** Whether a row fits its table: one way for the editor's save, the imported sheet and the application's snapshot. */
import { isDay } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { BaseRow, BaseTable, Column } from './table.ts'

export type RowFault = { readonly column: string; readonly expected: Words }

const mostMoney = 99_999_999
const mostText = { text: 400, longText: 4000, person: 60, org: 120, uscc: 18, officePhone: 30, email: 80 } as const

/** Every fault of a row; columns that the table does not have are faults too. */
export function rowFaults(table: BaseTable, row: BaseRow): RowFault[] {
  const known = new Set(['id', 'evidence', ...table.columns.map(({ key }) => key)])
  const strange = Object.keys(row).filter((key) => !known.has(key)).map((column) => ({ column, expected: { zh: '没有这一列', en: 'no such column' } }))
  return [...table.columns.flatMap((column) => { const expected = cellFault(column, row[column.key]); return expected ? [{ column: column.key, expected }] : [] }), ...strange, ...orderFaults(table, row), ...partFaults(table, row)]
}

const empty = (value: unknown) => value === undefined || value === null || value === ''

function cellFault(column: Column, value: unknown): Words | undefined {
  if (empty(value)) return column.required ? { zh: '必填', en: 'required' } : undefined
  switch (column.type) {
    case 'text': case 'longText': case 'person': case 'org': case 'uscc': return textFault(value, column.maxLength ?? mostText[column.type])
    case 'officePhone': return textFault(value, mostText.officePhone) ?? (isOfficePhone(String(value)) ? undefined : { zh: '办公电话，如 0354-3030303；不填个人手机号', en: 'the telephone of an office, like 0354-3030303; no mobile number' })
    case 'email': return textFault(value, mostText.email) ?? (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)) ? undefined : { zh: '邮箱，如 office@example.cn', en: 'an e-mail address like office@example.cn' })
    case 'flag': return typeof value === 'boolean' ? undefined : { zh: '是或否', en: 'yes or no' }
    case 'day': return typeof value === 'string' && isDay(value) ? undefined : { zh: '日期，如 2026-11-23', en: 'a date like 2026-11-23' }
    case 'month': return typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`) ? undefined : { zh: '年月，如 2026-11', en: 'a month like 2026-11' }
    case 'year': case 'integer': return typeof value === 'number' && Number.isInteger(value) ? boundsFault(column, value) : { zh: '整数', en: 'a whole number' }
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? boundsFault(column, value) : { zh: '数字', en: 'a number' }
    case 'money': return typeof value === 'number' && Number.isFinite(value) && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 ? boundsFault({ min: -mostMoney, max: mostMoney, ...column }, value) : { zh: '金额（万元），至多两位小数', en: 'an amount in 10,000 yuan with at most two decimals' }
    case 'choice': return column.choices?.some((one) => one.value === value) ? undefined : { zh: `应为：${column.choices?.map(({ words }) => words.zh).join('、')}`, en: `one of: ${column.choices?.map(({ words }) => words.en).join(', ')}` }
  }
}

/** A desk is reached by it, nobody's pocket: mobile numbers are personal data, and this one is published. */
const isOfficePhone = (text: string): boolean => /^[0-9+()（）\- ]{5,30}$/.test(text) && !/^(00)?(86)?1[3-9]\d{9}$/.test(text.replace(/\D/g, ''))

const textFault = (value: unknown, most: number): Words | undefined =>
  typeof value !== 'string' ? { zh: '文字', en: 'text' } : [...value].length > most ? { zh: `至多 ${most} 个字`, en: `at most ${most} characters` } : undefined

function boundsFault({ min, max }: Pick<Column, 'min' | 'max'>, value: number): Words | undefined {
  if (min !== undefined && value < min) return { zh: `不小于 ${min}`, en: `at least ${min}` }
  return max !== undefined && value > max ? { zh: `不大于 ${max}`, en: `at most ${max}` } : undefined
}

/** What ends does not end before it begins. */
const pairs = [['from', 'to'], ['on', 'to'], ['on', 'until'], ['startedOn', 'endsOn'], ['endsOn', 'extendedTo'], ['madeOn', 'due'], ['levelFrom', 'levelTo']] as const

function orderFaults(table: BaseTable, row: BaseRow): RowFault[] {
  return pairs.filter(([first, last]) => [first, last].every((key) => table.columns.some((column) => column.key === key)))
    .filter(([first, last]) => { const [a, b] = [row[first], row[last]]; return !empty(a) && !empty(b) && typeof a === typeof b && (a as string | number) > (b as string | number) })
    .map(([first, last]) => { const name = (key: string) => table.columns.find((column) => column.key === key)?.words ?? { zh: key, en: key }; return { column: last, expected: { zh: `不早于（小于）${name(first).zh}`, en: `not before (below) “${name(first).en}”` } } })
}

/** A part of something is not more than all of it. */
const partFaults = (table: BaseTable, row: BaseRow): RowFault[] => (table.within ?? []).flatMap(([part, whole]) => {
  const [some, all] = [row[part], row[whole]]
  if (typeof some !== 'number' || typeof all !== 'number' || some <= all) return []
  const name = table.columns.find(({ key }) => key === whole)?.words ?? { zh: whole, en: whole }
  return [{ column: part, expected: { zh: `不大于${name.zh}（${all}）`, en: `at most “${name.en}” (${all})` } }]
})

/** Empty cells left out and text trimmed, so that the same row is the same row. */
export const tidyRow = (table: BaseTable, row: BaseRow): BaseRow => ({
  id: row.id, ...(row.evidence && row.evidence.length > 0 && { evidence: [...row.evidence] }),
  ...Object.fromEntries(table.columns.flatMap(({ key }) => { const value = row[key]; const cell = typeof value === 'string' ? value.trim() : value; return empty(cell) ? [] : [[key, cell]] })),
})
