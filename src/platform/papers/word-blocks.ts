/** The blocks of a paper as Word paragraphs and tables. */
import { AlignmentType, LineRuleType, Paragraph, ShadingType, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx'
import type { Block, Column, Field } from './paper.ts'
import { type Drawn, faces, line, type Look, run } from './word-text.ts'

export function drawBlock(block: Block, look: Look): Drawn[] {
  switch (block.is) {
    case 'text': return [line([run(block.text)], look, { indent: !block.flush })]
    case 'heading': {
      const face = look.small || block.level === 1 ? faces.hei : block.level === 2 ? faces.kai : faces.fang
      return [line([run(block.text, { face }), ...(block.follows ? [run(block.follows)] : [])], look, look.small ? { before: 120 } : { indent: true })]
    }
    case 'fields': return [fieldsOf(block.rows, look), after(look)]
    case 'table': return [tableOf(block.columns, block.rows, block.sums ?? 0, look), after(look)]
    case 'checklist': {
      const noted = block.rows.some(({ note }) => note)
      const columns: Column[] = [{ head: '序号', width: 0.5, align: 'center' }, { head: '事项', width: 4 }, ...block.answers.map((head) => ({ head, width: 0.7, align: 'center' as const })), ...(noted ? [{ head: '说明', width: 2 }] : [])]
      return [tableOf(columns, block.rows.map((row) => [row.no, row.asks, ...block.answers.map((_, at) => (row.answer === at ? '√' : '')), ...(noted ? [row.note ?? ''] : [])]), 0, look), after(look)]
    }
    case 'signatures': return block.rows.map((row) => line([run(`${row.role}：`, { face: faces.hei }), run(`${row.names.join('　')}${row.drawn ? '（手写签名见 PDF）' : ''}`, { face: faces.kai }), run(row.on ? `　　${row.on}` : '')], look, { before: 200 }))
  }
}

const cellSize = (look: Look) => (look.small ? 21 : 24)
const after = (look: Look) => line([], look, { height: look.small ? 120 : 240 })

function fieldsOf(rows: readonly Field[], look: Look): Table {
  const lines: Field[][] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (!row.wide && last?.length === 1 && !last[0]?.wide) last.push(row)
    else lines.push([row])
  }
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: [1500, 3300, 1500, 3300],
    rows: lines.map((pair) => new TableRow({ cantSplit: true, children: pair.flatMap((field) => [cell(field.label, look, { label: true }), cell(field.value, look, { span: pair.length === 1 ? 3 : 1 })]) })) })
}

function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[], sums: number, look: Look): Table {
  const all = columns.reduce((sum, { width }) => sum + (width ?? 1), 0)
  const widths = columns.map(({ width }) => Math.round(((width ?? 1) / all) * 9600))
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: widths, rows: [
    new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, at) => cell(head, look, { label: true, align: 'center', width: widths[at] ?? 0 })) }),
    ...rows.map((row, no) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, look, { bold: no >= rows.length - sums, align: columns[at]?.align ?? 'left', width: widths[at] ?? 0 })) })),
  ] })
}

function cell(text: string, look: Look, how: { label?: boolean; bold?: boolean; align?: 'left' | 'center' | 'right'; span?: number; width?: number }): TableCell {
  const alignment = how.align === 'center' ? AlignmentType.CENTER : how.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER, margins: { top: 50, bottom: 50, left: 80, right: 80 }, ...(how.span && how.span > 1 && { columnSpan: how.span }), ...(how.width && { width: { size: how.width, type: WidthType.DXA } }),
    ...(how.label && { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2', color: 'auto' } }),
    // Fixed line heights cut tables: a cell grows with its text.
    children: text.split('\n').map((part) => new Paragraph({ alignment, spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [run(part, { size: cellSize(look), face: how.label || how.bold ? faces.hei : faces.fang })] })),
  })
}
