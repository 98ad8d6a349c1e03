/** Runs and lines of a Word file: faces by script, exact line heights, indents in characters. */
import { AlignmentType, type IBorderOptions, LineRuleType, Paragraph, type Table, TextRun } from 'docx'

export type Drawn = Paragraph | Table
/** Half points of the text, twips of a line, and whether it is a form in small type. */
export type Look = { size: number; pitch: number; small: boolean }

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
/** The faces the standard names; Word takes what the reader's machine has. */
export const faces = {
  fang: { ...latin, eastAsia: '仿宋_GB2312' }, hei: { ...latin, eastAsia: '黑体' }, kai: { ...latin, eastAsia: '楷体_GB2312' },
  title: { ascii: '方正小标宋简体', hAnsi: '方正小标宋简体', eastAsia: '方正小标宋简体', cs: 'Times New Roman' }, song: { ...latin, eastAsia: '宋体' },
}

type RunLook = { face?: (typeof faces)[keyof typeof faces]; size?: number; color?: string; children?: NonNullable<ConstructorParameters<typeof TextRun>[0] & object>['children'] }
/** Chinese quotation marks and dashes would fall to the Latin face; the hint keeps them Chinese. */
export function run(text: string, look: RunLook = {}): TextRun {
  const parts = text.split('\n')
  return new TextRun({ font: { ...(look.face ?? faces.fang), hint: 'eastAsia' }, ...(look.size && { size: look.size, characterSpacing: 0 }), ...(look.color && { color: look.color }),
    children: look.children ? [...look.children] : parts.flatMap((part, at) => (at === 0 ? [part] : [new TextRun({ break: 1 }), part])) as string[] })
}

type LineLook = { center?: boolean; right?: boolean; indent?: boolean; rightIndent?: number; before?: number; height?: number; above?: IBorderOptions; below?: IBorderOptions }
export function line(runs: TextRun[], look: Look, how: LineLook): Paragraph {
  return new Paragraph({
    children: runs, alignment: how.center ? AlignmentType.CENTER : how.right ? AlignmentType.RIGHT : AlignmentType.BOTH,
    indent: { ...(how.indent && { firstLineChars: 200, firstLine: look.size * 20 }), ...(how.rightIndent && { right: how.rightIndent }) },
    spacing: { line: how.height ?? look.pitch, lineRule: LineRuleType.EXACT, ...(how.before && { before: how.before }) },
    ...((how.above || how.below) && { border: { ...(how.above && { top: how.above }), ...(how.below && { bottom: how.below }) } }),
  })
}
