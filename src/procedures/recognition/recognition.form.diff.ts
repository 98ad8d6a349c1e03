/** What changed between two states of an application, field by field and file by file: 补正对照. */
import type { Words } from '../../kernel/words.ts'
import { computedOf } from './recognition.form.computed.ts'
import {
  type ApplicationData,
  type AttachedFile,
  type Field,
  type Form,
  type Row,
  type Section,
  type SectionId,
  type Table,
  type Value,
  inMoney,
  rowsAt,
  words,
} from './recognition.form.grammar.ts'

export type Change = {
  readonly section: SectionId
  /** A field, a cell, a row ("E.equipment.r7") or an attachment ("attachments.A13"). */
  readonly path: string
  readonly words: Words
  readonly kind: 'changed' | 'added' | 'removed'
  readonly before: unknown
  readonly after: unknown
  readonly shown: { readonly before: Words; readonly after: Words }
  /** Follows from other answers; nobody wrote it. */
  readonly computed?: true
}

type Files = { readonly old: readonly AttachedFile[]; readonly new: readonly AttachedFile[] }

/** Rows are matched by id, so that a moved row is no change. `files` adds what was handed in or taken back. */
export const diffApplications = (
  old: ApplicationData,
  next: ApplicationData,
  form: Form,
  files: Files = { old: [], new: [] },
): Change[] => [
  ...form.sections.flatMap((section) => [
    ...section.fields.flatMap((field) => fieldChange(section, field, old, next)),
    ...section.tables.flatMap((table) =>
      tableChanges(section, table, rowsAt(old, `${section.id}.${table.id}`), rowsAt(next, `${section.id}.${table.id}`)),
    ),
  ]),
  ...fileChanges(form, files),
]

/**
 * Changes that no item of a supplement notice asked for. An item is a section ("E"), a place ("E.equipment",
 * "E.equipment.r7") or an attachment code ("A13"). Computed sums follow their parts and are never outside.
 */
export const outsideItems = (changes: readonly Change[], items: readonly string[]): Change[] =>
  changes.filter((change) => !change.computed && !items.some((item) => covers(item, change.path)))

/** Whether a place lies within an item of a notice. */
export function covers(item: string, path: string): boolean {
  const place = /^A\d\d$/.test(item) ? `attachments.${item}` : item
  return path === place || path.startsWith(`${place}.`)
}

/** A value as people read it: money with two decimals, choices by their word, nothing as a dash. */
export function shownValue(field: Field, value: unknown): Words {
  if (value === undefined || value === null || value === '') return words('—', '—')
  if (field.type === 'bool') return value === true ? words('是', 'Yes') : words('否', 'No')
  if (field.type === 'enum') return field.options?.find((one) => one.value === value)?.words ?? same(value)
  if (typeof value !== 'number') return same(value)
  const number = field.type === 'money' ? inMoney(value) : field.type === 'year' ? String(value) : plain(value)
  return { zh: `${number}${unitOf(field, 'zh')}`, en: `${number}${unitOf(field, 'en')}` }
}

function fieldChange(section: Section, field: Field, old: ApplicationData, next: ApplicationData): Change[] {
  const value = (data: ApplicationData) =>
    field.computed ? computedOf(field.computed, data) : (data[section.id]?.[field.id] as Value | undefined)
  const change = changeOf(section, `${section.id}.${field.id}`, field, field.words, value(old), value(next))
  return field.type === 'attachment' ? [] : change.map((one) => (field.computed ? automatic(one) : one))
}

const automatic = (change: Change): Change => ({
  ...change,
  computed: true,
  words: words(`${change.words.zh}（自动）`, `${change.words.en} (automatic)`),
})

function tableChanges(section: Section, table: Table, old: readonly Row[], next: readonly Row[]): Change[] {
  const place = (row: Row, rows: readonly Row[]) =>
    words(`${table.words.zh}第 ${rows.indexOf(row) + 1} 行`, `${table.words.en}, row ${rows.indexOf(row) + 1}`)
  const path = (row: Row) => `${section.id}.${table.id}.${row.id}`
  const nothing = words('—', '—')
  return [
    ...next.flatMap((row): Change[] => {
      const before = old.find(({ id }) => id === row.id)
      const at = place(row, next)
      if (!before)
        return [
          {
            section: section.id,
            path: path(row),
            words: at,
            kind: 'added',
            before: null,
            after: row,
            shown: { before: nothing, after: rowShown(table, row) },
          },
        ]
      return table.columns.flatMap((column) =>
        changeOf(
          section,
          `${path(row)}.${column.id}`,
          column,
          words(`${at.zh}${column.words.zh}`, `${at.en}, ${column.words.en}`),
          before[column.id],
          row[column.id],
        ),
      )
    }),
    ...old
      .filter(({ id }) => !next.some((row) => row.id === id))
      .map(
        (row): Change => ({
          section: section.id,
          path: path(row),
          words: place(row, old),
          kind: 'removed',
          before: row,
          after: null,
          shown: { before: rowShown(table, row), after: nothing },
        }),
      ),
  ]
}

function changeOf(section: Section, path: string, field: Field, place: Words, was: Value | undefined, is: Value | undefined): Change[] {
  const [before, after] = [was === '' ? null : (was ?? null), is === '' ? null : (is ?? null)]
  if (before === after) return []
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  return [
    {
      section: section.id,
      path,
      words: place,
      kind,
      before,
      after,
      shown: { before: shownValue(field, before), after: shownValue(field, after) },
    },
  ]
}

function fileChanges(form: Form, files: Files): Change[] {
  const change = (file: AttachedFile, kind: 'added' | 'removed'): Change[] => {
    const one = form.attachments.find(({ code }) => code === file.attachment)
    const [name, nothing] = [same(file.name), words('—', '—')]
    if (!one) return []
    return [
      {
        section: one.section,
        path: `attachments.${one.code}`,
        words: words(`附件 ${one.code} ${one.words.zh}`, `Attachment ${one.code}, ${one.words.en}`),
        kind,
        before: kind === 'removed' ? file : null,
        after: kind === 'added' ? file : null,
        shown: kind === 'added' ? { before: nothing, after: name } : { before: name, after: nothing },
      },
    ]
  }
  const lacks = (list: readonly AttachedFile[], file: AttachedFile) =>
    !list.some(({ id, attachment }) => id === file.id && attachment === file.attachment)
  return [
    ...files.new.filter((file) => lacks(files.old, file)).flatMap((file) => change(file, 'added')),
    ...files.old.filter((file) => lacks(files.new, file)).flatMap((file) => change(file, 'removed')),
  ]
}

const rowShown = (table: Table, row: Row): Words => {
  const cells = table.columns
    .filter(({ id }) => row[id] !== undefined && row[id] !== null && row[id] !== '')
    .slice(0, 6)
    .map((column) => shownValue(column, row[column.id]))
  return words(cells.map(({ zh }) => zh).join('，'), cells.map(({ en }) => en).join(', '))
}

const same = (value: unknown) => words(String(value), String(value))
const plain = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
const unitOf = ({ unit, type }: Field, language: 'zh' | 'en') => (unit ? (type === 'percent' ? unit[language] : ` ${unit[language]}`) : '')
