/**
 * A paper: what an official paper or a form says, part by part, before anybody decides how it is set. Both printers, PDF
 * and Word, draw from it, and its fingerprint stands in the entry that produced it. Plain data; no word of the law.
 */
import type { Day } from '../../kernel/day.ts'

/** How a paper is laid out; a change of layout is a new version, so that old papers print as they were. */
export const layouts = ['2026-1'] as const

/**
 * `document`: red head and number, GB/T 9704-2012. `letter`: the letter form of the same standard (函). `plain`: a paper in
 * the standard's type without a head, like a notice of supplement. `sheet`: a form or table in smaller type, like a score
 * sheet. `certificate`: one framed page.
 */
export type PaperForm = 'document' | 'letter' | 'plain' | 'sheet' | 'certificate'

export type Block =
  | { is: 'text'; text: string; /** Flush left, without the indent of two characters. */ flush?: true }
  /** 一、 黑体; （一） 楷体; 1. and （1） 仿宋. The heading writes its own number; `follows` goes on in the same line. */
  | { is: 'heading'; level: 1 | 2 | 3 | 4; text: string; follows?: string }
  /** Label and value, two pairs a line where they are short. */
  | { is: 'fields'; rows: readonly Field[] }
  | { is: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; /** Rows at the end set in bold: sums. */ sums?: number }
  /** Questions with one answer each, ticked in its column; what is not ticked was not answered. */
  | { is: 'checklist'; answers: readonly string[]; rows: readonly { no: string; asks: string; answer: number | null; note?: string }[] }
  /** Lines to sign on; `names` are those who signed in the platform, `drawn` what they wrote: strokes of points in a box of 300 by 100. */
  | { is: 'signatures'; rows: readonly { role: string; names: readonly string[]; on?: string; drawn?: readonly { name: string; strokes: readonly (readonly number[])[] }[] }[] }
export type Field = { label: string; value: string; /** Takes the whole line. */ wide?: true }
export type Column = { head: string; /** Share of the width; 1 where absent. */ width?: number; align?: 'left' | 'center' | 'right' }

export type Openness = 'open' | 'onRequest' | 'closed'

export type Paper = {
  layout: (typeof layouts)[number]
  form: PaperForm
  /** Full name of the organ that issues it. */
  issuer: string
  /** 发文机关标志, as printed in red: "…局文件" on a document, the bare name on a letter. */
  mark?: string
  /** 发文字号 or own serial. */
  number?: string
  /** A line break where the title should break. */
  title: string
  addressee?: string
  blocks: readonly Block[]
  /** 附件说明: names only, numbered by the printer. */
  attachments?: readonly string[]
  /** Remedies against an adverse act, as a paragraph of its own at the end of the text. */
  remedies?: string
  /** Organ and date at the end. Sheets sign with a block instead. */
  signature?: { organ: string; on: Day }
  /** Whether the public may have it (政府信息公开). Printed in brackets under the date. */
  openness?: Openness
  /** 版记: copies, printing organ, day of printing. */
  imprint?: { copies?: string; printer: string; on: Day }
  /** The day the paper carries; also the date inside the PDF. */
  on: Day
  /** Sheets with many columns lie on their side. */
  landscape?: true
  /** Small print at the foot: what the paper rests on. */
  note?: string
}

export const opennessWords: Record<Openness, { zh: string; en: string }> = {
  open: { zh: '此件公开发布', en: 'Published' }, onRequest: { zh: '此件依申请公开', en: 'Open on request' }, closed: { zh: '此件不予公开', en: 'Not open' },
}

/** "2026年1月5日": Arabic numerals, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export const longDate = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
