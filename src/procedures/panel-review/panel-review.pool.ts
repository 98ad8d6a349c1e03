/** Who can be drawn for a batch, and by which rules: the pool once avoidance is computed, the rules once the settings are read. */
import type { Words } from '../../kernel/words.ts'
import { leastOf, mostOf } from '../../settings/shares.ts'
import { type Conflict, type ConflictRules, conflictsOf, type ExpertRelations } from './panel-review.conflicts.ts'
import type { DrawRules, PoolExpert, Pot } from './panel-review.draw.ts'
import { type ApplicationRelations, type Institution, institutionKey, type RelationWorld } from './panel-review.relations.ts'

export type PoolCandidate = ExpertRelations & {
  readonly kind: Pot
  readonly fields: readonly string[]
  readonly inCity: boolean
  /** Says to be free for this review. */
  readonly available: boolean
  /** On the list of those not to be called, with its basis. */
  readonly barred?: Words
  /** Other batches of this year in which this expert has sat, and whether on the panel before this one. */
  readonly batches?: readonly string[]
  readonly before?: boolean
}

/** How experts take turns: who has sat in so many batches of the year waits; whether the panel before is counted in the draw. */
export type Rotation = { readonly batchesAYear?: number; readonly before?: true }

/** `application`: stays away from that application and may review the others. `panel`: one conflict keeps away from the whole panel. */
export type ConflictScope = 'application' | 'panel'

export type Excluded = { readonly expert: string; readonly because: 'unavailable' | 'barred' | 'conflict' | 'rotation'; readonly barred?: Words; readonly rotated?: Words; readonly conflicts: readonly FoundConflict[] }
export type FoundConflict = Conflict & { readonly application: string }
export type Pool = {
  readonly pool: readonly PoolExpert[]
  readonly excluded: readonly Excluded[]
  /** Every ground found for those who stay in the pool, for the staff to read. */
  readonly partly: readonly { readonly expert: string; readonly conflicts: readonly FoundConflict[] }[]
}

/** The pool of a batch. With scope `application` the draw itself sees that each application keeps enough members (decision 0061). */
export function poolOf(experts: readonly PoolCandidate[], applications: readonly ApplicationRelations[], world: RelationWorld, rules: ConflictRules & { scope: ConflictScope; rotation?: Rotation }): Pool {
  const known = withEmployers(world, experts)
  const weighed = experts.map((expert) => ({ expert, conflicts: applications.flatMap((application) => conflictsOf(expert, application, known, rules).map((conflict) => ({ ...conflict, application: application.id }))) }))
  const judged = weighed.map(({ expert, conflicts }) => ({ expert, conflicts, because: reasonOf(expert, conflicts, applications, rules) })).sort((a, b) => (a.expert.person < b.expert.person ? -1 : 1))
  const staying = judged.filter(({ because }) => because === undefined)
  return {
    pool: staying.map(({ expert, conflicts }) => ({
      expert: expert.person, kind: expert.kind, fields: [...expert.fields].sort(), inCity: expert.inCity,
      employers: [...new Set(expert.employers.filter(({ to }) => to === null || to >= rules.on).map(({ institution }) => institutionKey(known, institution)))].sort(),
      conflicts: [...new Set(conflicts.map(({ application }) => application))].sort(), ...(rules.rotation?.before && expert.before && { before: true as const }),
    })),
    excluded: judged.flatMap(({ expert, conflicts, because }) => (because ? [{ expert: expert.person, because, ...(because === 'barred' && expert.barred && { barred: expert.barred }), ...(because === 'rotation' && { rotated: rotated(expert) }), conflicts }] : [])),
    partly: staying.filter(({ conflicts }) => conflicts.length > 0).map(({ expert, conflicts }) => ({ expert: expert.person, conflicts })),
  }
}

function reasonOf(expert: PoolCandidate, conflicts: readonly FoundConflict[], applications: readonly ApplicationRelations[], { scope, rotation }: { scope: ConflictScope; rotation?: Rotation }): Excluded['because'] | undefined {
  if (expert.barred) return 'barred'
  if (!expert.available) return 'unavailable'
  const touched = new Set(conflicts.map(({ application }) => application))
  if (touched.size > 0 && (scope === 'panel' || touched.size === applications.length)) return 'conflict'
  return rotation?.batchesAYear !== undefined && (expert.batches ?? []).length >= rotation.batchesAYear ? 'rotation' : undefined
}

const rotated = ({ batches = [] }: PoolCandidate): Words => ({ zh: `本年度已参加 ${batches.length} 个批次：${batches.join('、')}`, en: `has sat in ${batches.length} batch(es) of this year: ${batches.join(', ')}` })

/** Two experts of one employer are counted together however each has written it. */
const withEmployers = (world: RelationWorld, experts: readonly PoolCandidate[]): RelationWorld => ({
  ...world, institutions: [...world.institutions, ...experts.flatMap(({ employers }): Institution[] => employers.map(({ institution }) => institution))],
})

/** What the draw reads from the settings of the day. */
export type DrawSettings = {
  readonly 'panel.technicalShare': number; readonly 'panel.outsideShare': number; readonly 'panel.perEmployer': number; readonly 'panel.reserves': number; readonly 'panel.minValid': number
  readonly 'panel.rotation': string; readonly 'panel.batchesAYear': number; readonly 'panel.overlap': number
  readonly 'panel.financeSeats': number; readonly 'panel.safetySeats': number; readonly 'panel.everyField': boolean; readonly 'panel.drawAttempts': number
}

/** The rules of one draw. `chemical`: an application of the batch is of the process industry. Seats no rule asks for go to the field. */
export function drawRulesOf(asked: { size: number; chemical: boolean; fields: readonly string[]; applications: readonly string[]; management?: number; designated?: readonly PoolExpert[] }, settings: DrawSettings): DrawRules {
  const { size, chemical, management = 0, designated = [] } = asked
  const [finance, safety] = [settings['panel.financeSeats'], chemical ? settings['panel.safetySeats'] : 0]
  const { batchesAYear, before } = rotationOf(settings)
  return {
    algorithm: before ? 'draw-2' : 'draw-1', seats: { finance, safety, management, technical: size - finance - safety - management },
    fields: [...new Set(asked.fields)].sort(), everyField: settings['panel.everyField'],
    outside: leastOf(settings['panel.outsideShare'], size), perEmployer: settings['panel.perEmployer'],
    applications: [...asked.applications].sort(), minValid: settings['panel.minValid'],
    reserves: settings['panel.reserves'], designated, attempts: settings['panel.drawAttempts'],
    ...(before && { mostBefore: mostOf(settings['panel.overlap'], size) }), ...(batchesAYear !== undefined && { batchesAYear }),
  }
}

export const rotationOf = (settings: Pick<DrawSettings, 'panel.rotation' | 'panel.batchesAYear'>): Rotation => ({
  ...(['batches', 'both'].includes(settings['panel.rotation']) && { batchesAYear: settings['panel.batchesAYear'] }), ...(['overlap', 'both'].includes(settings['panel.rotation']) && { before: true as const }),
})
