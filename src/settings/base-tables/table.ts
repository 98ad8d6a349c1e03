/**
 * The grammar of the tables a base keeps. A table is data: the server checks rows by it, the editor draws it, the sheet
 * handed out and taken back is made of it, and the portal shows the columns it names.
 */
import type { Day } from '../../kernel/day.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Option } from '../choices.ts'

/** `money` is in 万元 with two decimals. `org`: a name that may be on the register; `uscc`: its credit code, which warns and never blocks. `officePhone`: of a desk, never a mobile number. */
export type ColumnType = 'text' | 'longText' | 'number' | 'integer' | 'money' | 'day' | 'month' | 'year' | 'flag' | 'choice' | 'org' | 'uscc' | 'person' | 'officePhone' | 'email'

export type Column = {
  readonly key: string; readonly words: Words; readonly type: ColumnType; readonly required: boolean
  readonly unit?: Words; readonly choices?: readonly Option[]; readonly maxLength?: number; readonly min?: number; readonly max?: number; readonly help?: Words; readonly law?: Basis
  /** About a natural person: never public, no identity number is ever asked for. */
  readonly personal?: true
  /** The day on which what the row says ends: it is watched. */
  readonly expires?: true
}

export type BaseTable = {
  readonly id: string; readonly words: Words; readonly law: Basis; readonly help?: Words; readonly columns: readonly Column[]
  /** Columns the portal may show, once the base has released the table. */
  readonly public: readonly string[]
  /** Columns added up in the last line. */
  readonly totals: readonly string[]
  /** The column that names a row, in lists and messages. */
  readonly title: string
  /** Columns that count a part of another one: the part is never more than the whole. */
  readonly within?: readonly (readonly [part: string, whole: string])[]
  /** The columns that say when it was: a year's rows are those that lie in it. */
  readonly dated?: readonly [first: string, last?: string]
  /** What kind of paper proves a row. */
  readonly evidence: Words | null
}

export type Cell = string | number | boolean | null
/** One row: columns, and the files that prove it. */
export type BaseRow = { readonly id: string; readonly evidence?: readonly string[]; readonly [column: string]: Cell | readonly string[] | undefined }
/** A row as it was kept, with the days it holds for. */
export type KeptRow = BaseRow & { readonly validFrom: Day; readonly validTo: Day | null }

type More = Partial<Omit<Column, 'key' | 'type' | 'words' | 'required'>>

export const must = (type: ColumnType, key: string, zh: string, en: string, more: More = {}): Column => ({ key, words: { zh, en }, type, required: true, ...more })
export const may = (type: ColumnType, key: string, zh: string, en: string, more: More = {}): Column => ({ key, words: { zh, en }, type, required: false, ...more })

type About = Partial<Pick<BaseTable, 'public' | 'totals' | 'help' | 'dated' | 'within'>> & Pick<BaseTable, 'law' | 'title'> & { evidence?: readonly [zh: string, en: string] }

export const table = (id: string, zh: string, en: string, { law, title, evidence, ...more }: About, columns: readonly Column[]): BaseTable =>
  ({ id, words: { zh, en }, law, title, columns, public: [], totals: [], evidence: evidence ? { zh: evidence[0], en: evidence[1] } : null, ...more })

export const tenThousandYuan: Words = { zh: '万元', en: '10,000 yuan' }
export const squareMetres: Words = { zh: 'm²', en: 'm²' }
export const hoursUnit: Words = { zh: '小时', en: 'h' }
