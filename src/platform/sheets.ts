/** Spreadsheets in and out, as cells. What a column means is nobody's business here. */
import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { withFixedTimes } from './papers/word-zip.ts'
import { Refused } from './problem.ts'

export type SheetCell = string | number | boolean | Date | null
export type SheetOut = {
  name: string; rows: readonly (readonly SheetCell[])[]; widths?: readonly number[]
  /** Rows at the top that are headings: bold, and they stay when one scrolls. */
  heads?: number
  /** Columns whose numbers are money: two decimals and thousands. */
  money?: readonly number[]
}

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook as bytes, the same for the same cells: when it was asked for stands nowhere in it. Texts stay texts, whatever they begin with. */
export async function sheetsAsFile(sheets: readonly SheetOut[]): Promise<Buffer> {
  const file = await writeExcelFile(sheets.map(({ name, rows, widths, heads = 1, money = [] }) => ({
    sheet: name.slice(0, 31), stickyRowsCount: heads, ...(widths && { columns: widths.map((width) => ({ width })) }),
    data: rows.map((row, at) => row.map((value, column) => cellOut(value, at < heads, money.includes(column)))),
  }))).toBuffer()
  return withFixedTimes(file, earliest)
}

// The first day an archive can name.
const earliest = '1980-01-01'

const cellOut = (value: SheetCell, isHead: boolean, isMoney: boolean) => {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number, ...(isMoney && { format: '#,##0.00' }) }
  if (typeof value === 'boolean') return { value, type: Boolean }
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
  return { value, type: String, ...(isHead && { fontWeight: 'bold' as const, backgroundColor: '#E9EEEF', wrap: true }) }
}

/** The first sheet of a workbook: cells by row, at most so many. */
export async function cellsOfFile(bytes: Buffer, most: { rows: number; unpackedMB: number }): Promise<SheetCell[][]> {
  if (unpackedSize(bytes) > most.unpackedMB * 1_048_576) throw notASheet({ zh: `展开后超过 ${most.unpackedMB} MB`, en: `unpacked it is over ${most.unpackedMB} MB` })
  let rows: SheetCell[][]
  try {
    rows = (await Promise.race([readSheet(bytes), tooLong()])) as SheetCell[][]
  } catch {
    throw notASheet({ zh: '不是完好的 .xlsx 文件', en: 'it is no sound .xlsx file' })
  }
  if (rows.length > most.rows) throw notASheet({ zh: `超过 ${most.rows} 行，请分次导入`, en: `it has more than ${most.rows} rows; import it in parts` })
  return rows
}

/** The reader waits for parts that a damaged archive never brings. */
const tooLong = (): Promise<never> => new Promise((_, refuse) => { setTimeout(() => refuse(new Error('the workbook does not end')), 20_000).unref() })

const notASheet = ({ zh, en }: { zh: string; en: string }) => new Refused(422, { zh: `表格没有导入：${zh}。`, en: `The sheet was not imported: ${en}.` })

/** What the packed files of a workbook say they unpack to, from the directory at its end. */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 20 > bytes.length) throw notASheet({ zh: '不是 .xlsx 文件（旧的 .xls 请另存为 .xlsx）', en: 'it is no .xlsx file (save an old .xls as .xlsx)' })
  let at = bytes.readUInt32LE(end + 16)
  let size = 0
  let workbook = false
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw notASheet({ zh: '文件不完整', en: 'the file is not whole' })
    size += bytes.readUInt32LE(at + 24)
    workbook ||= bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === 'xl/workbook.xml'
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (!workbook) throw notASheet({ zh: '压缩包里没有工作簿', en: 'there is no workbook in it' })
  return size
}
