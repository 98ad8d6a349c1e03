/** From everything gathered to what is committed to: the pool, the rules, who stands behind which number, who is excluded and why. */
import type { Words } from '../../kernel/words.ts'
import type { ConflictRules } from './panel-review.conflicts.ts'
import type { DrawRules, PoolExpert } from './panel-review.draw.ts'
import { drawFaults } from './panel-review.draw.record.ts'
import { type Numbering, numbered } from './panel-review.numbers.ts'
import { type ConflictScope, type DrawSettings, drawRulesOf, type FoundConflict, type Pool, type PoolCandidate, poolOf, type Rotation } from './panel-review.pool.ts'
import type { ApplicationRelations, Holding, RelationWorld } from './panel-review.relations.ts'

/** What an application tells for avoidance and for the draw, once its snapshot is read. */
export type Told = { readonly relations: ApplicationRelations; readonly holdings: readonly Holding[]; readonly chemical: boolean }

export type Gathered = {
  readonly candidates: readonly PoolCandidate[]
  /** Those before the panel, in its order, and the others of their batch. */
  readonly applications: readonly Told[]; readonly others: readonly Told[]
  readonly institutions: RelationWorld['institutions']
}
export type PlanRules = ConflictRules & { readonly scope: ConflictScope; readonly listed: boolean; readonly rotation?: Rotation }

export type Named = Numbering & { readonly name: string }
export type Away = { readonly person: string; readonly name: string; readonly because: 'unavailable' | 'barred' | 'conflict' | 'rotation'; readonly barred?: Words; readonly rotated?: Words; readonly conflicts: readonly FoundConflict[] }
export type Plan = {
  readonly pool: readonly PoolExpert[]; readonly rules: DrawRules; readonly names: readonly Named[]; readonly chemical: boolean
  readonly excluded: readonly Away[]; readonly partly: readonly { readonly person: string; readonly name: string; readonly conflicts: readonly FoundConflict[] }[]
  readonly counts: { readonly candidates: number; readonly pool: number; readonly excluded: number }
  readonly faults: readonly Words[]
}

/** The pool with every conflict computed, under the persons' own ids. */
export function weighed({ candidates, applications, others, institutions }: Gathered, rules: PlanRules): Pool {
  const without = ({ relations }: Told): ApplicationRelations => (rules.listed ? relations : { ...relations, listed: [] })
  const before = applications.map(without)
  const world = { institutions, holdings: [...applications, ...others].flatMap(({ holdings }) => holdings), applications: [...before, ...others.map(without)] }
  return poolOf(candidates, before, world, rules)
}

/** The plan of one draw. `designated`: who sits already, approved. */
export function planOf(gathered: Gathered, asked: { size: number; management: number; designated: readonly string[] }, rules: PlanRules, settings: DrawSettings): Plan {
  const { candidates, applications } = gathered
  const found = weighed(gathered, rules)
  const numberOf = (id: string) => applications.find(({ relations }) => relations.id === id)?.relations.number ?? id
  const nameOf = (person: string) => candidates.find((one) => one.person === person)?.name ?? person
  const { pool, designated, names } = numbered(found.pool.filter(({ expert }) => !asked.designated.includes(expert)), found.pool.filter(({ expert }) => asked.designated.includes(expert)), numberOf)
  const chemical = applications.some((one) => one.chemical)
  const drawRules = drawRulesOf({
    size: asked.size, management: asked.management, chemical, designated, fields: applications.flatMap(({ relations: { field } }) => (field ? [field] : [])), applications: applications.map(({ relations: { number } }) => number),
  }, settings)
  const gone = asked.designated.filter((person) => !found.pool.some(({ expert }) => expert === person))
  return {
    pool, rules: drawRules, names: names.map((one) => ({ ...one, name: nameOf(one.person) })), chemical, counts: { candidates: candidates.length, pool: found.pool.length, excluded: found.excluded.length },
    excluded: found.excluded.map(({ expert, ...away }) => ({ person: expert, name: nameOf(expert), ...away })), partly: found.partly.map(({ expert, conflicts }) => ({ person: expert, name: nameOf(expert), conflicts })),
    faults: gone.length > 0 ? gone.map((person) => ({ zh: `已批准指定的 ${nameOf(person)} 现在应当回避或不能参加，请另行指定。`, en: `${nameOf(person)}, designated and approved, now stands back or cannot sit; designate somebody else.` })) : drawFaults(pool, drawRules),
  }
}

/** One path in one sentence, for a refusal. */
export const pathTold = ({ path }: { readonly path: readonly Words[] }): Words => ({ zh: path.map(({ zh }) => zh).join('；'), en: path.map(({ en }) => en).join('; ') })
