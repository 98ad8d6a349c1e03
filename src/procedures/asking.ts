import { z } from 'zod'
import type { Words } from '../kernel/words.ts'

/** How the screen draws a field; the meaning stays in the schema. */
export type Drawn = 'text' | 'longText' | 'date' | 'instant' | 'money' | 'number' | 'choice' | 'yes' | 'items' | 'checklist' | 'orgs' | 'people' | 'cases' | 'files' | 'score' | 'visit' | 'ticks' | 'pool' | 'demands' | 'remedies' | 'verification' | 'noticeRows' | 'secret' | 'hidden'

/** Gives a field its two names and its look. */
export const named = <Schema extends z.ZodType>(schema: Schema, zh: string, en: string, drawn: Drawn, more: Record<string, unknown> = {}): Schema => {
  return schema.meta({ 'x-zh': zh, 'x-en': en, 'x-ui': drawn, ...more }) as Schema
}

// Signs nobody sees: they break a line that is one, or make it read otherwise than it is written. Controls of C0 and C1, and those of direction.
const unseen = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u
const unseenInLines = /(?![\t\n\r])[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u
const oneLineWords = { params: { zh: '只能写一行，不能含换行、制表符、控制字符或改变文字方向的符号', en: 'one line, without line breaks, tabs, control characters or signs that turn the direction of text' } }
const linesWords = { params: { zh: '不能含控制字符或改变文字方向的符号', en: 'without control characters or signs that turn the direction of text' } }

/** Text of one line: what lists and frozen texts are joined from. */
export const oneLine = (max: number) => z.string().trim().min(1).max(max).refine((text) => !unseen.test(text), oneLineWords)
/** Whatever came in before, as one line. */
export const asOneLine = (text: string): string => text.replaceAll(new RegExp(`${unseen.source}+`, 'gu'), ' ').trim()
export const shortText = (zh: string, en: string, max = 200) => named(oneLine(max), zh, en, 'text')
export const longText = (zh: string, en: string, { min = 1, max = 8000 } = {}) => named(z.string().trim().min(min).max(max).refine((text) => !unseenInLines.test(text), linesWords), zh, en, 'longText')
export const dayField = (zh: string, en: string) => named(z.iso.date(), zh, en, 'date')
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options, zh: string, en: string, words: Readonly<Record<Options[number], Words>>) =>
  named(z.enum(options), zh, en, 'choice', { 'x-options': words })
export const files = (zh: string, en: string) => named(z.array(z.uuid()).max(50), zh, en, 'files')

/** Written reasons for rules that ask for one, under the rule's id. Every command may carry them. */
export const reasons = named(z.record(z.string().max(80), z.string().trim().min(1).max(4000)).optional(), '书面说明', 'Written reasons', 'hidden')

/** A command: no unknown fields, and the reasons. */
export const command = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, reasons })
