/** Small figures that several sections of a demo application share. */
import type { Day } from '../kernel/day.ts'

/** Rounded to the hundredth of 万元. */
export const money = (value: number) => Math.round(value * 100) / 100
export const yearOf = (day: Day) => Number(day.slice(0, 4))
export const idOf = (prefix: string, index: number) => `${prefix}${index + 1}`
