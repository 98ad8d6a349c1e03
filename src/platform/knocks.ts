/**
 * Knocks at doors everybody may use: counted in the database within the hour, so that every process counts alike and none remembers.
 * Of an address nothing is kept but a keyed print, and that for the hour only.
 */
import { isIPv6 } from 'node:net'
import { Refused } from './problem.ts'
import { rowOf, rowsOf, sql, type Tx } from './query.ts'

/** `address` empty: what is counted of everybody together. */
export type Knock = { jurisdiction: string; act: string; address: string; now: Date }

/** Counts one; false when there were more than `most` within the hour. */
export async function knocked(jobs: Tx, { jurisdiction, act, address, now }: Knock, most: number): Promise<boolean> {
  return (await rowOf<{ ok: boolean }>(jobs, sql`select sec.knocked(${jurisdiction}, ${act}, ${networkOf(address)}, ${now.toISOString()}, ${most}) as ok`))?.ok ?? false
}

/** How many there were this hour; counts none. */
export async function knocks(jobs: Tx, { jurisdiction, act, address, now }: Knock): Promise<number> {
  return (await rowOf<{ count: number }>(jobs, sql`select sec.knocks(${jurisdiction}, ${act}, ${networkOf(address)}, ${now.toISOString()}) as count`))?.count ?? 0
}

/** Takes one back, where only what was wrong is to count. */
export async function unknocked(jobs: Tx, { jurisdiction, act, address, now }: Knock): Promise<void> {
  await rowsOf(jobs, sql`select sec.unknocked(${jurisdiction}, ${act}, ${networkOf(address)}, ${now.toISOString()})`)
}

/** The hours that are over. */
export const forgetKnocks = (jobs: Tx, now: Date) => rowsOf(jobs, sql`select sec.forget_knocks(${now.toISOString()})`)

/** Seconds until the counts begin anew. */
export const untilNextHour = (now: Date): number => 3600 - Math.floor((now.getTime() % 3_600_000) / 1000)

/** Of an IPv6 address the first 64 bits: the rest is the visitor's own to choose. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = (part: string) => part.split(':').filter((group) => group !== '')
  const [first, last] = [groups(head), groups(tail ?? '')]
  const all = tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** 429, with the time to wait. */
export const tooOften = (seconds: number) => new Refused(429, {
  zh: `次数过多，请在 ${minutesOf(seconds)} 分钟后再试。`, en: `Too many tries. Try again in ${minutesOf(seconds)} ${minutesOf(seconds) === 1 ? 'minute' : 'minutes'}.`,
}, { retryAfter: seconds })

export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60)
