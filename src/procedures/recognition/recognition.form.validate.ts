/** Whether answers fit the form: every place that does not, and what is expected there. */
import { isDay } from '../../kernel/day.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { settingRef } from '../../settings/setting-ref.ts'
import {
  type ApplicationData,
  type AttachedFile,
  type Field,
  type Form,
  type Row,
  type Section,
  type Table,
  applies,
  isRequired,
  words,
} from './recognition.form.grammar.ts'

export type IssueKind = 'missing' | 'type' | 'option' | 'pattern' | 'range' | 'length' | 'rows' | 'unknown' | 'attachment'

export type FieldIssue = {
  readonly section: string
  /** "E.equipment.r7.boughtOn"; an attachment is "attachments.A13". */
  readonly path: string
  readonly kind: IssueKind
  /** How people call the place: 第 7 行 购置日期. */
  readonly place: Words
  readonly expected: Words
  readonly law: Basis
}

/** The version of the form says what must be answered, a list of attachments what must be handed in; no article does. */
export const completeness: Basis = settingRef('form.version')
export const attachmentsComplete: Basis = settingRef('form.attachments')

/** Names every object answers to are none of a row's. */
export const rowId = /^(?!(?:__proto__|constructor|prototype|hasOwnProperty|toString|valueOf)$)[A-Za-z0-9_-]{1,40}$/

/** Every issue at once. `data` may be anything that was sent; parts that do not apply are not looked at. */
export function validate(form: Form, data: ApplicationData, attachments: readonly AttachedFile[]): FieldIssue[] {
  const answers = isObject(data) ? data : {}
  return [
    ...Object.keys(answers)
      .filter((id) => !form.sections.some((section) => section.id === id))
      .map((id) => unknownPlace(id, id)),
    ...form.sections.flatMap((section) => sectionIssues(section, answers)),
    ...lackingAttachments(form, answers, attachments).map(
      (one): FieldIssue => ({
        section: one.section,
        path: `attachments.${one.code}`,
        kind: 'attachment',
        place: words(`附件 ${one.code} ${one.words.zh}`, `Attachment ${one.code}, ${one.words.en}`),
        expected: words('上传文件', 'a file'),
        law: one.law ?? attachmentsComplete,
      }),
    ),
  ]
}

/** The attachments these answers ask for and that no file is filed under. */
export const lackingAttachments = (form: Form, data: ApplicationData, files: readonly AttachedFile[]) =>
  form.attachments.filter((one) => one.required && applies(one, data) === true && !files.some(({ attachment }) => attachment === one.code))

/** What is wrong with one value; an empty one is no issue here. */
export function valueIssue(field: Field, value: unknown): { kind: IssueKind; expected: Words } | undefined {
  if (isNumeric(field)) return numberIssue(field, value)
  if (field.type === 'bool') {
    if (typeof value !== 'boolean') return { kind: 'type', expected: words('是或否', 'yes or no') }
    return field.mustBeYes && !value ? { kind: 'option', expected: words('须确认', 'must be confirmed') } : undefined
  }
  if (typeof value !== 'string') return { kind: 'type', expected: words('文字', 'text') }
  if (field.type === 'date')
    return isDay(value) ? undefined : { kind: 'type', expected: words('日期，年-月-日，如 2026-11-23', 'a date, as 2026-11-23') }
  if (field.type === 'month')
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? undefined : { kind: 'type', expected: words('年-月，如 2026-11', 'a month, as 2026-11') }
  if (field.type === 'enum')
    return field.options?.some((one) => one.value === value) ? undefined : { kind: 'option', expected: choicesOf(field) }
  if (field.maxLength !== undefined && [...value].length > field.maxLength) {
    return { kind: 'length', expected: words(`不超过 ${field.maxLength} 字`, `no more than ${field.maxLength} characters`) }
  }
  return field.pattern && !new RegExp(field.pattern.source, 'u').test(value)
    ? { kind: 'pattern', expected: field.pattern.words }
    : undefined
}

/** Fields that somebody fills in: not worked out, not a place for files, not the organiser's. */
export const isAnswered = (field: Field): boolean => !field.computed && field.type !== 'attachment' && !field.filledBy

export const isNumeric = ({ type }: Field): boolean => ['number', 'money', 'integer', 'area', 'percent', 'year'].includes(type)

function sectionIssues(section: Section, data: ApplicationData): FieldIssue[] {
  if (applies(section, data) !== true) return []
  const answers: unknown = data[section.id]
  if (answers !== undefined && !isObject(answers)) return [{ ...unknownPlace(section.id, section.id), kind: 'type', place: section.words }]
  const known = new Set([...section.fields, ...section.tables].map(({ id }) => id))
  const given = answers ?? {}
  return [
    ...Object.keys(given)
      .filter((id) => !known.has(id))
      .map((id) => unknownPlace(section.id, `${section.id}.${id}`)),
    ...section.fields.flatMap((field) => fieldIssues(section, field, `${section.id}.${field.id}`, given[field.id], data)),
    ...section.tables.flatMap((table) => tableIssues(section, table, given[table.id], data)),
  ]
}

function fieldIssues(
  section: Section,
  field: Field,
  path: string,
  value: unknown,
  data: ApplicationData,
  row?: { row: Row; no: number },
): FieldIssue[] {
  if (!isAnswered(field) || applies(field, data, row?.row) !== true) return []
  const place = row ? words(`第 ${row.no} 行${field.words.zh}`, `row ${row.no}, ${field.words.en}`) : field.words
  const found = isEmpty(value)
    ? isRequired(field, data, row?.row)
      ? { kind: 'missing' as const, expected: words('必填', 'an answer') }
      : undefined
    : valueIssue(field, value)
  return found ? [{ section: section.id, path, place, law: field.law ?? completeness, ...found }] : []
}

function tableIssues(section: Section, table: Table, value: unknown, data: ApplicationData): FieldIssue[] {
  if (applies(table, data) !== true) return []
  const path = `${section.id}.${table.id}`
  const issue = (kind: IssueKind, expected: Words): FieldIssue => ({
    section: section.id,
    path,
    kind,
    place: table.words,
    expected,
    law: table.law ?? completeness,
  })
  if (!isEmpty(value) && !Array.isArray(value)) return [issue('type', words('多行', 'rows'))]
  const rows = (value ?? []) as readonly unknown[]
  const lacking = lackingOptions(table, rows)
  const ids = rows.map((row) => (isObject(row) ? row['id'] : undefined))
  return [
    ...(lacking.length > 0
      ? [
          issue(
            'rows',
            words(
              `每项一行，缺：${lacking.map(({ zh }) => zh).join('、')}`,
              `one row each, missing: ${lacking.map(({ en }) => en).join(', ')}`,
            ),
          ),
        ]
      : rows.length < table.minRows
        ? [issue('rows', words(`至少 ${table.minRows} 行`, `at least ${table.minRows} row${table.minRows > 1 ? 's' : ''}`))]
        : []),
    ...(ids.some((id) => typeof id !== 'string' || !rowId.test(id)) || new Set(ids).size < ids.length
      ? [issue('type', words('每行一个不重复的编号', 'a different id for every row'))]
      : []),
    ...rows.flatMap((row, index) => (isObject(row) ? rowIssues(section, table, row as Row, index, data) : [])),
  ]
}

function rowIssues(section: Section, table: Table, row: Row, index: number, data: ApplicationData): FieldIssue[] {
  const path = `${section.id}.${table.id}.${row.id}`
  const columns = new Set(['id', ...table.columns.map(({ id }) => id)])
  return [
    ...Object.keys(row)
      .filter((column) => !columns.has(column))
      .map((column) => unknownPlace(section.id, `${path}.${column}`)),
    ...table.columns.flatMap((column) =>
      fieldIssues(section, column, `${path}.${column.id}`, row[column.id], data, { row, no: index + 1 }),
    ),
  ]
}

const lackingOptions = ({ oneRowPer, columns }: Table, rows: readonly unknown[]): Words[] =>
  (columns.find(({ id }) => id === oneRowPer)?.options ?? [])
    .filter(({ value }) => rows.filter((row) => isObject(row) && row[oneRowPer as string] === value).length !== 1)
    .map((one) => one.words)

function numberIssue(field: Field, value: unknown): { kind: IssueKind; expected: Words } | undefined {
  const whole = field.type === 'integer' || field.type === 'year'
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { kind: 'type', expected: whole ? words('整数', 'a whole number') : words('数字', 'a number') }
  if (whole && !Number.isInteger(value)) return { kind: 'type', expected: words('整数', 'a whole number') }
  // Money and areas are kept to the hundredth; 0.1 + 0.2 must not be told apart from 0.3.
  if (['money', 'area'].includes(field.type) && Math.abs(value * 100 - Math.round(value * 100)) > 1e-4) {
    return { kind: 'type', expected: words('至多两位小数', 'no more than two decimals') }
  }
  const min = field.min ?? (field.type === 'year' ? 1900 : 0)
  const max = field.max ?? (field.type === 'percent' ? 100 : field.type === 'year' ? 2100 : 99_999_999)
  return value < min || value > max ? { kind: 'range', expected: words(`${min} 至 ${max}`, `${min} to ${max}`) } : undefined
}

const choicesOf = ({ options = [] }: Field) =>
  words(
    options.length > 6 ? '从列表中选择' : options.map((one) => one.words.zh).join('、'),
    options.length > 6 ? 'one of the list' : options.map((one) => one.words.en).join(', '),
  )

const unknownPlace = (section: string, path: string): FieldIssue => ({
  section,
  path,
  kind: 'unknown',
  place: words(path, path),
  expected: words('申报书中没有这一项', 'The form has no such place'),
  law: completeness,
})

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
