/**
 * The grammar of an application form. A form is data, conditions included: the same object is checked here, drawn by
 * the wizard, described in the API and frozen with the case. Nothing in it is a function.
 */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { type Option, option } from '../../settings/choices.ts'

export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'integer'
  | 'area'
  | 'percent'
  | 'date'
  | 'month'
  | 'year'
  | 'enum'
  | 'bool'
  | 'org'
  | 'person'
  | 'file'
  | 'attachment'

export type { Option }
export { option }

/** What an answer elsewhere must be. `path` looks at the whole form ("D.tenure"), `column` at the same row. */
export type Test =
  | { readonly path: string; readonly is: readonly (string | boolean)[] }
  | { readonly column: string; readonly is: readonly (string | boolean)[] }
  | { readonly any: readonly Test[] }
  | { readonly all: readonly Test[] }

/** `otherwise` says why a part does not apply; it stays visible with that sentence. */
export type Condition = { readonly when: Test; readonly otherwise: Words }

/** Answers the form works out itself; recognition.form.computed.ts holds how. */
export type Computation =
  | 'baseName'
  | 'directorName'
  | 'leadName'
  | 'areaOfParts'
  | 'equipmentCount'
  | 'equipmentValue'
  | 'specialEquipmentShare'
  | 'staffTotal'
  | 'staffFullTime'
  | 'bachelorShare'
  | 'midShare'
  | 'bachelorOrMidShare'
  | 'seniorShare'
  | 'sourcesTotal'
  | 'servicesReceived'
  | 'servicesCounted'

export type Field = {
  readonly id: string
  readonly words: Words
  readonly type: FieldType
  readonly required: boolean | Test
  readonly appliesWhen?: Condition
  readonly unit?: Words
  readonly options?: readonly Option[]
  readonly maxLength?: number
  readonly pattern?: { readonly source: string; readonly words: Words }
  /** Numbers are ≥ 0 unless `min` says otherwise. */
  readonly min?: number
  readonly max?: number
  readonly help?: Words
  readonly law?: Basis
  /** About a natural person: never public, listed in the notice to the persons concerned. */
  readonly personal?: true
  readonly computed?: Computation
  /** For `attachment`: the code of the list of attachments that belongs here. Nothing is stored under the field. */
  readonly attachment?: string
  /** The answer must be yes: a commitment. */
  readonly mustBeYes?: true
  /** Written by somebody else later in the procedure; the applicant sees the place and cannot fill it. */
  readonly filledBy?: 'organiser'
}

export type Table = {
  readonly id: string
  readonly words: Words
  readonly columns: readonly Field[]
  readonly minRows: number
  /** Exactly one row for every option of this column: a checklist. */
  readonly oneRowPer?: string
  /** Columns added up in the last line. */
  readonly totals: readonly string[]
  readonly appliesWhen?: Condition
  readonly help?: Words
  readonly law?: Basis
}

export type SectionId = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M'

export type Section = {
  readonly id: SectionId
  readonly words: Words
  readonly law?: Basis
  readonly appliesWhen?: Condition
  readonly help?: Words
  readonly fields: readonly Field[]
  readonly tables: readonly Table[]
}

export type Attachment = {
  readonly code: string
  readonly words: Words
  readonly section: SectionId
  readonly required: boolean
  readonly appliesWhen?: Condition
  /** What county and city look at in it. */
  readonly check: Words
  readonly law?: Basis
}

export type Form = {
  readonly version: string
  readonly words: Words
  readonly sections: readonly Section[]
  readonly attachments: readonly Attachment[]
  /** The clauses that are signed in section M. */
  readonly commitments: readonly Words[]
}

export type Value = string | number | boolean | null
export type Row = { readonly id: string; readonly [column: string]: Value }
/** Answers as sent or stored: sections, then fields (a value) and tables (rows). Untrusted until `validate` is silent. */
export type ApplicationData = { readonly [section: string]: { readonly [field: string]: Value | readonly Row[] } }
/** A file handed in under an attachment code. */
export type AttachedFile = { readonly id: string; readonly name: string; readonly attachment: string | null }

export const words = (zh: string, en: string): Words => ({ zh, en })

type More = Partial<Omit<Field, 'id' | 'type' | 'words'>>

/** A field that must be answered wherever it applies. */
export const must = (type: FieldType, id: string, zh: string, en: string, more: More = {}): Field => ({
  id,
  words: { zh, en },
  type,
  required: true,
  ...more,
})

/** A field that may stay empty, unless `more.required` says when not. */
export const may = (type: FieldType, id: string, zh: string, en: string, more: More = {}): Field => ({
  id,
  words: { zh, en },
  type,
  required: false,
  ...more,
})

/** A field nobody fills: the form works it out. */
export const auto = (type: FieldType, computed: Computation, zh: string, en: string, more: More = {}): Field => ({
  id: computed,
  words: { zh, en },
  type,
  required: false,
  computed,
  ...more,
})

/** The place in the form where files of one attachment code are handed in. */
export const filesOf = (code: string, zh: string, en: string, more: More = {}): Field => ({
  id: `files${code}`,
  words: { zh, en },
  type: 'attachment',
  required: false,
  attachment: code,
  ...more,
})

export const table = (
  id: string,
  zh: string,
  en: string,
  columns: readonly Field[],
  more: Partial<Omit<Table, 'id' | 'words' | 'columns'>> = {},
): Table => ({ id, words: { zh, en }, columns, minRows: 0, totals: [], ...more })

/** Whether a part of the form applies to these answers, or why not. */
export const applies = (part: { readonly appliesWhen?: Condition }, data: ApplicationData, row?: Row): true | Words =>
  !part.appliesWhen || passes(part.appliesWhen.when, data, row) ? true : part.appliesWhen.otherwise

export const isRequired = (field: Field, data: ApplicationData, row?: Row): boolean =>
  typeof field.required === 'boolean' ? field.required : passes(field.required, data, row)

export function passes(test: Test, data: ApplicationData, row?: Row): boolean {
  if ('any' in test) return test.any.some((one) => passes(one, data, row))
  if ('all' in test) return test.all.every((one) => passes(one, data, row))
  const value = 'path' in test ? at(data, test.path) : row?.[test.column]
  return test.is.some((wanted) => wanted === value)
}

/** The value under "D.area"; `undefined` where nothing is written. A table gives its rows. */
export function at(data: ApplicationData, path: string): Value | readonly Row[] | undefined {
  const [section, field] = path.split('.') as [string, string]
  const value = data[section]?.[field]
  return value === null || value === '' ? undefined : value
}

export function textAt(data: ApplicationData, path: string): string | undefined {
  const value = at(data, path)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export function numberAt(data: ApplicationData, path: string): number | undefined {
  const value = at(data, path)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function boolAt(data: ApplicationData, path: string): boolean | undefined {
  const value = at(data, path)
  return typeof value === 'boolean' ? value : undefined
}

export function rowsAt(data: ApplicationData, path: string): readonly Row[] {
  const value = at(data, path)
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
}

/** Adds a column up in whole hundredths, so that 0.1 + 0.2 is 0.3. Cells without a number count as nothing. */
export const sumOf = (rows: readonly Row[], column: string): number => added(rows.map((row) => row[column]))

export const added = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 100) : 0), 0) / 100

/** A part of a whole in per cent with one decimal; `undefined` of nothing. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((part * 1000) / whole) / 10

/** 1286.4 → "1,286.40". */
export const inMoney = (value: number): string => value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
