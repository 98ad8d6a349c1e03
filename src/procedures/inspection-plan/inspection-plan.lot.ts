/**
 * Bases drawn by lot, by the very draw of the panels (draw-1, docs/draw.md): a base stands where an expert stands, its county
 * where the employer stands. Whoever has the record recomputes it with the same script.
 */
import { commitmentOf, drawOf, type DrawRecord, type DrawRules, type PoolExpert } from '../panel-review/panel-review.draw.ts'
import type { Candidate } from './inspection-plan.risk.ts'

/** `perCounty`: of one county at most; without it only the count binds. */
export type Lot = { readonly count: number; readonly perCounty?: number | undefined }

export const poolOf = (candidates: readonly Pick<Candidate, 'base' | 'county'>[]): PoolExpert[] =>
  candidates.map(({ base, county }) => ({ expert: base, kind: 'technical' as const, fields: ['base'], employers: [county], inCity: true, conflicts: [] })).sort((a, b) => (a.expert < b.expert ? -1 : 1))

export const rulesOf = ({ count, perCounty }: Lot): DrawRules => ({
  algorithm: 'draw-1', seats: { finance: 0, safety: 0, management: 0, technical: count }, fields: ['base'], everyField: false, outside: 0, perEmployer: perCounty ?? count, applications: [], minValid: 0, reserves: 0, designated: [], attempts: 10_000,
})

/** Known to everybody: it shows that the rules can be met, and never decides. */
export const rehearsalSeed = '0'.repeat(64)

/** Whether the lot can be drawn at all, asked before anything is committed to. */
export const canDraw = (candidates: readonly Pick<Candidate, 'base' | 'county'>[], lot: Lot): boolean => drawOf({ pool: poolOf(candidates), rules: rulesOf(lot), seed: rehearsalSeed }).found

export const recordOf = (candidates: readonly Pick<Candidate, 'base' | 'county'>[], lot: Lot, seed: string, witness: string): DrawRecord => {
  const drawn = { pool: poolOf(candidates), rules: rulesOf(lot), seed, witness }
  return { ...drawn, commitment: commitmentOf(drawn), result: drawOf(drawn) }
}
export const commitmentTo = (candidates: readonly Pick<Candidate, 'base' | 'county'>[], lot: Lot, seed: string): string => commitmentOf({ pool: poolOf(candidates), rules: rulesOf(lot), seed })
export const basesDrawn = ({ result }: DrawRecord): string[] => (result.found ? result.seats.map(({ expert }) => expert).sort() : [])
