import type { Day } from '../kernel/day.ts'
import type { Language } from './words.ts'

/** 0 is Sunday; keys of `shell.weekday`. */
export const weekdayOf = (day: Day) => String(new Date(`${day}T00:00:00Z`).getUTCDay()) as '0' | '1' | '2' | '3' | '4' | '5' | '6'

/** 2026-11-23, within the present year 11-23. */
export const shortDay = (day: Day, today: Day): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)

/** The day within a strip: 24, and at the first of a month 12-1. */
export const stripDay = (day: Day): string => (day.endsWith('-01') ? `${Number(day.slice(5, 7))}-1` : String(Number(day.slice(8))))

/** 14:32 in the city's own time, in receipts with seconds. */
export const timeOf = (at: string, seconds = false): string => inCity(at).slice(11, seconds ? 19 : 16)

/** 2026-11-23 14:32:08 in the city's own time. */
export const instantOf = (at: string, seconds = true): string => inCity(at).slice(0, seconds ? 19 : 16)

export const dayOfInstant = (at: string): Day => inCity(at).slice(0, 10)

/** 1,286.40; amounts are in 万元, two decimals. */
export const money = (amount: number | string): string => fixed(Number(amount), 2)

/** Thousands; at most the decimals given. */
export const amount = (value: number | string, decimals = 2): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: decimals }).format(Number(value))

export const score = (value: number): string => value.toFixed(2)

/** One decimal where it decides, else none. */
export const percent = (share: number, decides = false): string => `${fixed(share * 100, decides ? 1 : 0)}%`

/** Declared against verified: −13.8%, 0%, +1.9%; null where nothing was declared. */
export function difference(declared: number, verified: number): { share: number; text: string } | null {
  if (!Number.isFinite(declared) || !Number.isFinite(verified) || declared === 0) return null
  const share = (verified - declared) / declared
  const rounded = Math.round(Math.abs(share) * 1000) / 10
  return { share, text: rounded === 0 ? '0%' : `${share > 0 ? '+' : '−'}${rounded}%` }
}

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

/** A hash in groups of four, the first sixteen places: enough to compare by eye. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join('-')

const digits = '零一二三四五六七八九'

/** 第十条, 第二十二条: article numbers are written as in the text. */
export function chineseNumber(n: number): string {
  if (n < 10) return digits[n] ?? ''
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}十${ones ? digits[ones] : ''}`
}

export const articleNumber = (n: number, language: Language): string => (language === 'zh' ? chineseNumber(n) : String(n))

const fixed = (value: number, decimals: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)

// China keeps one time all year, eight hours ahead.
const inCity = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().replace('T', ' ')
