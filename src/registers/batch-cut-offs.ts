/** The batches that the usual cut-offs call for, and which of them are not there yet (setting `batch.cutoffs`). Pure. */
import { plusDays, type Day } from '../kernel/day.ts'

export type BatchProposal = { name: string; opensOn: Day; cutOff: Day }

/** The next cut-offs from `today` on, as many as a year has, without those that have their batch. Each begins the day after the one before. */
export function batchesDue(cutOffs: readonly string[], today: Day, taken: readonly Day[]): BatchProposal[] {
  const days = [...new Set(cutOffs)].filter((day) => /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)).toSorted()
  const year = Number(today.slice(0, 4))
  const all = [year - 1, year, year + 1].flatMap((one) => days.map((day, at) => ({ name: `${one} 年第${ordinal(at)}批`, cutOff: `${one}-${day}` })))
  return all.flatMap((batch, at): BatchProposal[] => {
    const before = all[at - 1]
    return before && batch.cutOff >= today ? [{ ...batch, opensOn: plusDays(before.cutOff, 1) }] : []
  }).slice(0, days.length).filter(({ cutOff }) => !taken.includes(cutOff))
}

const ordinal = (at: number): string => '一二三四五六七八九十'[at] ?? String(at + 1)
