/**
 * Drawing by lot what is looked into, with the draw of the panel: from the list and a seed that was not known when the list was fixed.
 * The seed is the fingerprint of the entry before: nobody chooses it, everybody can draw again (docs/draw.md).
 */
import { commitmentOf, drawOf, type DrawRules, type PoolExpert } from './panel-review/panel-review.draw.ts'

/** `commitment`: fingerprint of list, rules and seed together. */
export type Drawing = { readonly seed: string; readonly of: number; readonly drawn: readonly string[]; readonly commitment: string }

/** No fewer than the share, and one at least where there is anything. */
export const sampleSize = (count: number, share: number): number => Math.min(count, Math.max(count > 0 ? 1 : 0, Math.ceil((count * Math.round(share * 10_000)) / 10_000)))

export function drawSample(items: readonly string[], share: number, seed: string): Drawing {
  const pool = items.map((item): PoolExpert => ({ expert: item, kind: 'technical', fields: ['item'], employers: [item], inCity: true, conflicts: [] }))
  // Nothing binds the items to one another: every try is admissible, the first is the draw.
  const rules: DrawRules = { algorithm: 'draw-1', seats: { finance: 0, safety: 0, management: 0, technical: sampleSize(items.length, share) }, fields: ['item'], everyField: false, outside: 0, perEmployer: 1, applications: [], minValid: 0, reserves: 0, designated: [], attempts: 1 }
  const result = drawOf({ pool, rules, seed })
  return { seed, of: items.length, drawn: result.found ? result.seats.map(({ expert }) => expert).sort() : [], commitment: commitmentOf({ pool, rules, seed }) }
}
