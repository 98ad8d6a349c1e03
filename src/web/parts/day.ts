/** A day as people write it, in the one form everything keeps and shows: 2026-11-23. */
import type { Day } from '../../kernel/day.ts'

/** 2024-3-2, 2024/3/2, 2024.3.2, 20240302, 2024年3月2日; null for what is no day of the calendar. */
export function dayFrom(text: string): Day | null {
  const plain = text.trim().replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const [, year, month, day] = plain.match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/) ?? plain.match(/^(\d{4})(\d{2})(\d{2})$/) ?? []
  if (!year || !month || !day) return null
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : null
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
