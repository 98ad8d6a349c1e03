/** What an earlier application fills in a new one: places that are empty here, tables that have no row here. Files are handed in anew. */
import type { DraftChange } from '../../contract.ts'
import { type Form, isAnswered, type Value } from './application.ts'
import { placeOf } from './paths.ts'

export function carried(form: Form, earlier: { readonly [path: string]: Value }, now: { readonly [path: string]: unknown }, sections: readonly string[]): DraftChange[] {
  const filled = (value: unknown) => value !== undefined && value !== null && value !== ''
  const begun = new Set(Object.entries(now).flatMap(([path, value]) => { const { section, item, row, column } = placeOf(path); return row !== null && column === null && value !== null ? [`${section}.${item}`] : [] }))
  return Object.entries(earlier).flatMap(([path, value]) => {
    const { section, item, row, column } = placeOf(path)
    const of = form.sections.find(({ id }) => id === section)
    if (!of || !sections.includes(section) || !filled(value)) return []
    if (row === null) {
      const field = of.fields.find(({ id }) => id === item)
      return field && isAnswered(field) && field.type !== 'file' && field.type !== 'org' && !filled(now[path]) ? [{ path, value }] : []
    }
    const table = of.tables.find(({ id }) => id === item)
    if (!table || begun.has(`${section}.${item}`)) return []
    const cell = table.columns.find(({ id }) => id === column)
    return column === null || (cell && isAnswered(cell) && cell.type !== 'file' && cell.type !== 'org') ? [{ path, value }] : []
  })
}
