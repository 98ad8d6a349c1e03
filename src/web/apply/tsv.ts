/** Rows copied from a spreadsheet: tab-separated lines, cells with tabs, quotes or line breaks in double quotes. */
import type { Field, Table, Value } from './application.ts'
import { canHold, valueFrom } from './values.ts'

export function linesOf(text: string): string[][] {
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => { (lines.at(-1) as string[]).push(cell); cell = '' }
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[at + 1] === '"') { cell += '"'; at += 1 }
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') { endCell(); lines.push([]) }
    else cell += sign
  }
  endCell()
  return lines.filter((line) => line.some((one) => one.trim() !== ''))
}

export type Pasted = {
  /** One entry a line: what goes into which column. */
  rows: { column: string; value: Value }[][]
  /** The first line named the columns. */
  named: boolean
  /** Cells that no column takes, or whose text is none of the choices. */
  left: { line: number; text: string }[]
}

/**
 * Where the cells of a paste go. A first line of column names is used as such, for any column of the table;
 * otherwise cells go into the columns on the screen, from the current one on.
 */
export function pasted(lines: readonly (readonly string[])[], table: Table, onScreen: readonly string[], from: number): Pasted {
  const named = namesOf(lines[0] ?? [], table)
  const columns = named ?? onScreen.slice(from).map((id) => table.columns.find((one) => one.id === id))
  const left: Pasted['left'] = []
  const rows = (named ? lines.slice(1) : lines).map((line, index) => line.flatMap((text, at) => {
    const column = columns[at]
    if (text.trim() === '') return []
    const value = column && takes(column) ? valueFrom(column, text.trim()) : null
    if (!column || value === null || !canHold(column, value)) {
      left.push({ line: index + 1, text })
      return []
    }
    return [{ column: column.id, value }]
  }))
  return { rows: rows.filter((row) => row.length > 0), named: named !== null, left }
}

/** Columns that text can fill. */
export const takes = ({ type, computed }: Field): boolean => !computed && type !== 'file' && type !== 'attachment' && type !== 'org'

/** The columns a first line names, if it names at least two, or the only one. */
function namesOf(line: readonly string[], { columns }: Table): (Field | undefined)[] | null {
  const named = (text: string) => columns.find(({ words }) => [words.zh, words.en].some((name) => name.toLowerCase() === text))
  const found = line.map((text) => named(plain(text)) ?? named(bare(text)))
  const hits = found.filter((one) => one !== undefined).length
  return hits >= Math.min(2, line.length) && hits > 0 && hits * 2 >= line.length ? found : null
}

const plain = (text: string) => text.trim().replace(/\s*\*$/, '').trim().toLowerCase()

/** A heading without its unit: 原值（万元） is 原值, while 营业收入（事业收入） is a name. */
const bare = (text: string) => plain(text).replace(/[（(][^（()]*[)）]$/, '').trim()

/** A sheet to fill in: the names of all columns, with their units, as spreadsheets open it. */
export const sheetOf = (headings: readonly string[]): string => `\ufeff${headings.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\r\n`
