/** Whether two ways of answering differ in how long they take: interleaved samples, a rank test and the gap of the medians. */
export type Timed = { username: string | null; url: string }
export type Samples = { one: number[]; other: number[] }

/** So many answers of each, in turns, whoever begins changing each time; the first ones only warm up: after five the database settles on a plan. */
export async function interleaved(count: number, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<Samples> {
  const samples: Samples = { one: [], other: [] }
  const timed = async (ask: () => Promise<unknown>, into: number[], kept: boolean) => {
    const from = performance.now()
    await ask()
    if (kept) into.push(performance.now() - from)
  }
  for (let at = -8; at < count; at++) {
    const turns = [() => timed(one, samples.one, at >= 0), () => timed(other, samples.other, at >= 0)]
    for (const turn of at % 2 === 0 ? turns : turns.reverse()) await turn()
  }
  return samples
}

/** What a stranger could use: a gap of the medians of more than two milliseconds that is not chance (p < 0.001). */
export const told = ({ one, other }: Samples): boolean => Math.abs(median(one) - median(other)) > 2 && rankTest(one, other) < 0.001

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Mann and Whitney's U, two-sided, by the normal approximation with ties; sound from about twenty samples a side. */
export function rankTest(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))].sort((a, b) => a.value - b.value)
  let ranks = 0
  let ties = 0
  for (let at = 0; at < all.length;) {
    let end = at
    while (end < all.length && all[end]?.value === all[at]?.value) end++
    const rank = (at + 1 + end) / 2
    for (const { first } of all.slice(at, end)) if (first) ranks += rank
    ties += (end - at) ** 3 - (end - at)
    at = end
  }
  const [n, m, total] = [one.length, other.length, all.length]
  const u = ranks - (n * (n + 1)) / 2
  const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))))
  return spread === 0 ? 1 : 2 * (1 - normal(Math.abs(u - (n * m) / 2) / spread))
}

/** The normal distribution up to z (Abramowitz and Stegun 26.2.17, exact to 7 digits). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
