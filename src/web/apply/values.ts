/** Between what people write and what the draft holds. Half-written numbers and dates stay text: nothing typed is dropped. */
import { amount, money } from '../format.ts'
import { dayFrom } from '../parts/day.ts'
import { type Field, isNumeric, type Value } from './application.ts'

type Kind = Pick<Field, 'type' | 'options'>

/** A written text as a value of the field; null when empty. */
export function valueFrom(field: Kind, written: string): Value {
  const text = written.trim()
  if (text === '') return null
  if (isNumeric(field as Field)) return numberFrom(text) ?? text
  if (field.type === 'bool') return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : text
  if (field.type === 'date') return dayFrom(text) ?? text
  if (field.type === 'month') return monthFrom(text) ?? text
  if (field.type === 'enum') return optionFrom(field, text) ?? text
  return written
}

/** Whether the draft can hold this value: a choice must be one of the list, a yes or no must be one. */
export const canHold = (field: Kind, value: Value): boolean =>
  value === null || (field.type === 'bool' ? typeof value === 'boolean' : field.type !== 'enum' || (field.options ?? []).some((one) => one.value === value))

/** As it stands in the control while nobody writes in it. */
export function textOf(field: Kind, value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'number') return String(value)
  return field.type === 'money' ? money(value) : field.type === 'year' ? String(value) : amount(value, 6)
}

/** As it stands while somebody writes: digits only. */
export const rawTextOf = (value: Value | undefined): string => (value === undefined || value === null ? '' : String(value))

const yes = new Set(['是', '有', '√', 'y', 'yes', 'true', '1'])
const no = new Set(['否', '无', '×', 'n', 'no', 'false', '0'])

/** "1,286.40", "１２３", "64.8%", "380 万元" as spreadsheets and people write them. */
function numberFrom(text: string): number | null {
  const plain = text.replace(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[,，\s]/g, '').replace(/(%|％|万元|元|m²|㎡|年|人|台|套)$/, '')
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

function monthFrom(text: string): string | null {
  const [, year, month] = text.match(/^(\d{4})[-/.年](\d{1,2})月?(?:[-/.]\d{1,2})?$/) ?? text.match(/^(\d{4})(\d{2})$/) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}` : null
}

const optionFrom = ({ options = [] }: Kind, text: string): string | undefined =>
  options.find(({ value, words }) => value === text || words.zh === text || words.en.toLowerCase() === text.toLowerCase())?.value
