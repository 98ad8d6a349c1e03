/**
 * A draft is a flat list of answers by path, so that colleagues can fill different fields at once:
 * "D.area" is a field, "E.equipment.r7.value" a cell, "E.equipment.r7" the row itself, whose value is its position,
 * or null once it is deleted. Row ids are never used twice.
 */
import type { Words } from '../../kernel/words.ts'
import { type ApplicationData, type Field, type Form, type Row, type Table, type Value, words } from './recognition.form.grammar.ts'
import { isAnswered, isNumeric, rowId } from './recognition.form.validate.ts'

export type DraftValues = { readonly [path: string]: unknown }

/** Longer texts are no answers; the field's own limit is told when the form is checked. */
const longest = 20_000

/** A section letter, a name, and for tables the row and the column. */
const pathGrammar = /^[A-Z]\.[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]{1,40}(\.[a-z][A-Za-z0-9]*)?)?$/

/** The draft as the application it would be. Deleted rows leave nothing; cells without a row of their own follow at the end. */
export function assemble(values: DraftValues): ApplicationData {
  const sections: Record<string, Record<string, Value | Row[]>> = {}
  const tables = new Map<string, Map<string, { position: number; cells: Record<string, Value> }>>()
  for (const [path, value] of Object.entries(values)) {
    if (!pathGrammar.test(path)) continue
    const [section, field, row, column] = path.split('.') as [string, string, string?, string?]
    const answers = (sections[section] ??= {})
    if (row === undefined) {
      answers[field] = value as Value
      continue
    }
    const rows = tables.get(`${section}.${field}`) ?? new Map()
    tables.set(`${section}.${field}`, rows)
    const entry = rows.get(row) ?? { position: Number.POSITIVE_INFINITY, cells: {} }
    rows.set(row, entry)
    if (column !== undefined) entry.cells[column] = value as Value
    else entry.position = typeof value === 'number' ? value : Number.NaN
  }
  for (const [path, rows] of tables) {
    const [section, field] = path.split('.') as [string, string]
    const kept = [...rows]
      .filter(([, { position, cells }]) => !Number.isNaN(position) && (Number.isFinite(position) || Object.values(cells).some((cell) => cell !== null)))
      .sort(([, a], [, b]) => (a.position === b.position ? 0 : a.position - b.position))
    sections[section] = { ...sections[section], [field]: kept.map(([id, { cells }]) => ({ ...cells, id })) }
  }
  return sections
}

/** The paths of an application; `assemble` gives it back. */
export function disassemble(data: ApplicationData): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const [section, answers] of Object.entries(data)) {
    for (const [field, answer] of Object.entries(answers)) {
      if (!Array.isArray(answer)) {
        values[`${section}.${field}`] = answer as Value
        continue
      }
      for (const [position, { id, ...cells }] of (answer as Row[]).entries()) {
        values[`${section}.${field}.${id}`] = position
        for (const [column, cell] of Object.entries(cells)) values[`${section}.${field}.${id}.${column}`] = cell as Value
      }
    }
  }
  return values
}

/** Why a change cannot be stored at all; half-written dates and numbers can. */
export function checkChange(form: Form, path: string, value: unknown): Words | undefined {
  const place = placeOf(form, path)
  if (!place) return words('申报书中没有这一项', 'The form has no such place')
  if (value === null) return undefined
  if (place === 'row')
    return typeof value === 'number' && Number.isFinite(value)
      ? undefined
      : words('行的位置，或空值表示删除', 'the position of the row, or null to delete it')
  if (!isAnswered(place)) return words('此项不由申报人填写', 'The applicant does not fill this in')
  if (place.type === 'bool') return typeof value === 'boolean' ? undefined : words('是或否', 'yes or no')
  if (place.type === 'enum') return place.options?.some((one) => one.value === value) ? undefined : words('列表中的一项', 'one of the list')
  if (isNumeric(place) && typeof value === 'number') return Number.isFinite(value) ? undefined : words('数字', 'a number')
  if (typeof value !== 'string') return isNumeric(place) ? words('数字', 'a number') : words('文字', 'text')
  return value.length <= longest ? undefined : words(`不超过 ${longest} 字`, `no more than ${longest} characters`)
}

export { mergeChanges, type Conflict, type DraftState, type Merged, type Stored } from '../../kernel/draft.ts'

export type Migrated = {
  readonly values: Record<string, unknown>
  readonly dropped: readonly { path: string; value: unknown; because: Words }[]
}

/** Answers carried into another version of the form; what has no place there is reported with its old words. */
export function migrateDraft(oldForm: Form, newForm: Form, values: DraftValues): Migrated {
  const kept: Record<string, unknown> = {}
  const dropped: { path: string; value: unknown; because: Words }[] = []
  for (const [path, value] of Object.entries(values)) {
    const because = checkChange(newForm, path, value)
    if (!because) kept[path] = value
    else if (value !== null) dropped.push({ path, value, because: joinedWith(wordsAt(oldForm, path), because) })
  }
  return { values: kept, dropped }
}

/** How people call a path: 仪器设备 原值. */
export function wordsAt(form: Form, path: string): Words | undefined {
  const [sectionId, id, , column] = path.split('.')
  const section = form.sections.find((one) => one.id === sectionId)
  const field = section?.fields.find((one) => one.id === id)
  const table = section?.tables.find((one) => one.id === id)
  const cell = table?.columns.find((one) => one.id === column)
  if (table && cell) return words(`${table.words.zh} ${cell.words.zh}`, `${table.words.en}, ${cell.words.en}`)
  return field?.words ?? table?.words
}

/** The field of a path, 'row' for a row of a table, nothing where the form has no such place. */
function placeOf(form: Form, path: string): Field | 'row' | undefined {
  const [sectionId, id, row, column, ...rest] = path.split('.')
  const section = form.sections.find((one) => one.id === sectionId)
  if (!section || rest.length > 0) return undefined
  if (row === undefined) return section.fields.find((one) => one.id === id)
  const table: Table | undefined = section.tables.find((one) => one.id === id)
  if (!table || !rowId.test(row)) return undefined
  return column === undefined ? 'row' : table.columns.find((one) => one.id === column)
}

const joinedWith = (place: Words | undefined, because: Words): Words =>
  place ? words(`${place.zh}：${because.zh}`, `${place.en}: ${because.en}`) : because
