/** Choices that look random and are the same on every machine: the demo world must not differ between two starts. */
export type Seeded = {
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number from `from` to `to`, both possible. */
  readonly whole: (from: number, to: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

/** A generator fixed by its seed text (mulberry32 over an FNV hash of the text). */
export function seeded(seed: string): Seeded {
  let state = [...seed].reduce((hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, whole, pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T }
}
