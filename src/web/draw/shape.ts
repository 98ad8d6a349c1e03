/** What the server tells of a panel and its draw, as the screens read it. */
import type { Day } from '../../kernel/day.ts'
import type { PanelReviewCase, Seated } from '../../procedures/panel-review/panel-review.case.ts'
import type { Alarm, Standing } from '../../procedures/panel-review/panel-review.count.ts'
import type { DrawRecord, DrawRules, PoolExpert, Pot, Seat } from '../../procedures/panel-review/panel-review.draw.ts'
import type { Away, Named, Plan } from '../../procedures/panel-review/panel-review.plan.ts'
import type { DrawRow } from '../../procedures/panel-review/panel-review.routes.ts'
import type { Words } from '../../kernel/words.ts'

export type Member = Omit<Seated, 'employers'>
export type DrawShown = Omit<PanelReviewCase['draws'][number], 'revealed'> & { revealed: { on: Day; seed: string; found: boolean; attempts: number; seats: readonly Seat[] } | null }
/** The file as the city reads it. */
export type PanelFile = Pick<PanelReviewCase, 'title' | 'size' | 'applications' | 'special' | 'designations' | 'conflicts' | 'rules' | 'explanations' | 'discussions' | 'results'> & {
  draws: DrawShown[]; members: Member[]; chair?: string
  progress: { about: string; free: number; declared: number; sheets: number }[]
  standings?: Standing[]; alarms?: Alarm[]; tied?: string[][]; void?: { expert: string; about: string }[]
}
/** The file as an expert reads it: own things only. */
export type ExpertFile = Pick<PanelReviewCase, 'title' | 'rubric' | 'declarations' | 'sheets' | 'explanations'> & {
  sits: boolean; applications: { case: string; number: string; name: string; hosts: string[] }[]; back: string[]
  alarms: { about: string; total: number; apart: number; settled: string | null }[]; chairs: boolean; tied: string[][]
}
/** GET /api/panel/{id}/pool and /draw */
export type PoolNow = Pick<Plan, 'pool' | 'names' | 'rules' | 'counts' | 'excluded' | 'partly' | 'faults'>
export type DrawNow = { no: number; commitment: string; pool: readonly PoolExpert[]; names: readonly Named[]; rules: DrawRules; excluded: readonly Away[]; partly: Plan['partly']; record: DrawRecord | null; faults: readonly Words[] | null }
export type { Away, DrawRow, DrawRules, Pot, Seat }

export const potsOf = ['finance', 'safety', 'management', 'technical'] as const satisfies readonly Pot[]
/** "technical-2" in its parts. */
export const seatOf = (seat: string): { kind: Pot; n: number } => {
  const [kind, n] = seat.split('-')
  return { kind: kind as Pot, n: Number(n) }
}
export const isExpertFile = (file: object): file is ExpertFile => 'sits' in file
