import type { Day } from '../../kernel/day.ts'
import { portal as en } from '../../words/en/portal.ts'
import { portal as zh } from '../../words/zh/portal.ts'
import type { Language } from '../portal.data.ts'

export const wordsOf = (lang: Language) => (lang === 'zh' ? zh : en)

/** Puts values into {{name}}; {{name|one|many}} picks by number. Numbers are grouped, texts stay as they are. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined && many !== undefined) return value === 1 ? one : many
    return typeof value === 'number' ? grouped(value) : value
  })

/** 12345 → "12,345". */
export const grouped = (value: number, decimals = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** "11-23" within the present year, else "2026-11-23". */
export const shortDay = (day: Day, today: Day | null): string => (today && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)

/** 0 is Sunday. */
export const weekdayOf = (day: Day): '0' | '1' | '2' | '3' | '4' | '5' | '6' =>
  String(new Date(`${day}T00:00:00Z`).getUTCDay()) as '0' | '1' | '2' | '3' | '4' | '5' | '6'

/** An instant in the city's own time: "2026-11-23 14:40". */
export function minuteOf(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
  return parts.format(new Date(instant))
}

/** The first day of 2027 minus the first of 2026 is 365. */
export const daysFrom = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export const dayAfter = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as the text writes them: 十, 十二, 二十, 二十二. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`
}

/** Article and item of "Art. 10(4)"; null for a setting. */
export function articleOf(law: string): { article: number; item: number | null } | null {
  const found = /^Art\. (\d+)(?:\((\d+)\))?$/.exec(law)
  return found ? { article: Number(found[1]), item: found[2] ? Number(found[2]) : null } : null
}

/** "第十条（四）" or "Art. 10(4)". */
export function citationIn(lang: Language, article: number, item: number | null): string {
  if (lang === 'en') return `Art. ${article}${item ? `(${item})` : ''}`
  return `第${chineseNumber(article)}条${item ? `（${chineseNumber(item)}）` : ''}`
}
