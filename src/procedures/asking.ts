import { z } from 'zod'
import type { Words } from '../kernel/words.ts'

/** How the screen draws a field; the meaning stays in the schema. */
export type Drawn = 'text' | 'longText' | 'date' | 'instant' | 'money' | 'number' | 'choice' | 'yes' | 'items' | 'checklist' | 'orgs' | 'people' | 'cases' | 'files' | 'score' | 'visit' | 'ticks' | 'pool' | 'demands' | 'remedies' | 'verification' | 'noticeRows' | 'secret' | 'hidden'

/** Gives a field its two names and its look. */
export const named = <Schema extends z.ZodType>(schema: Schema, zh: string, en: string, drawn: Drawn, more: Record<string, unknown> = {}): Schema => {
  return schema.meta({ 'x-zh': zh, 'x-en': en, 'x-ui': drawn, ...more }) as Schema
}

const tidy = (max: number) => z.string().trim().min(1).max(max)
export const shortText = (zh: string, en: string, max = 200) => named(tidy(max), zh, en, 'text')
export const longText = (zh: string, en: string, { min = 1, max = 8000 } = {}) => named(z.string().trim().min(min).max(max), zh, en, 'longText')
export const dayField = (zh: string, en: string) => named(z.iso.date(), zh, en, 'date')
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options, zh: string, en: string, words: Readonly<Record<Options[number], Words>>) =>
  named(z.enum(options), zh, en, 'choice', { 'x-options': words })
export const files = (zh: string, en: string) => named(z.array(z.uuid()).max(50), zh, en, 'files')

/** Written reasons for rules that ask for one, under the rule's id. Every command may carry them. */
export const reasons = named(z.record(z.string().max(80), z.string().trim().min(1).max(4000)).optional(), '书面说明', 'Written reasons', 'hidden')

/** A command: no unknown fields, and the reasons. */
export const command = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, reasons })
