/** A table of the register as the wizard's grid knows tables: one way to move, edit and paste. */
import type { BaseRow, BaseTable, Column } from '../../settings/base-tables/table.ts'
import type { Field, Form, Row, Section, Table } from '../apply/application.ts'

const types: { readonly [Type in Column['type']]: Field['type'] } = {
  text: 'text', longText: 'longText', person: 'text', org: 'text', uscc: 'text', officePhone: 'text', email: 'text', number: 'number', integer: 'integer', money: 'money', day: 'date', month: 'month', year: 'year', flag: 'bool', choice: 'enum',
}

const fieldOf = ({ key, words, type, required, unit, choices, maxLength, min, max, help, law, personal }: Column): Field => ({
  id: key, words, type: types[type], required, ...(unit && { unit }), ...(choices && { options: choices }), maxLength: maxLength ?? (type === 'uscc' ? 18 : 400), ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(help && { help }), ...(law && { law }), ...(personal && { personal }),
})

/** The letter of the one section a table stands in; the grid's paths begin with it. */
export const place = 'E'
export const pathOf = (table: BaseTable) => `${place}.${table.id}`

export const gridTable = (table: BaseTable): Table => ({ id: table.id, words: table.words, columns: table.columns.map(fieldOf), minRows: 0, totals: table.totals, law: table.law, ...(table.help && { help: table.help }) })
export const gridSection = (table: BaseTable): Section => ({ id: place, words: table.words, law: table.law, fields: [], tables: [gridTable(table)] })
export const gridForm = (table: BaseTable): Form => ({ version: 'register', words: table.words, sections: [gridSection(table)], attachments: [], commitments: [] })

/** Rows as a draft holds them: a position for the row, a value for each cell. */
export function valuesOf(table: BaseTable, rows: readonly BaseRow[]): Record<string, unknown> {
  const path = pathOf(table)
  return Object.fromEntries(rows.flatMap((row, at) => [[`${path}.${row.id}`, at], ...table.columns.flatMap(({ key }) => (row[key] === undefined || row[key] === null ? [] : [[`${path}.${row.id}.${key}`, row[key]]]))]))
}

/** And back: evidence is kept beside. */
export const rowsFrom = (rows: readonly Row[], evidence: { readonly [row: string]: readonly string[] }): BaseRow[] => rows.map((row) => ({ ...row, ...((evidence[row.id]?.length ?? 0) > 0 && { evidence: evidence[row.id] }) }) as BaseRow)
