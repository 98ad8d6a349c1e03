import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Board } from '../../procedures/assessment-campaign/assessment-campaign.routes.ts'
import type { Counted, Left } from '../../procedures/assessment/assessment.figures.ts'
import type { Twin, Unseen } from '../../procedures/assessment/assessment.told.door.ts'
import type { FigureDef } from '../../settings/assessment-figures.ts'
import type { Indicator, IndicatorGroup, IndicatorSystem } from '../../settings/assessment-indicators-2026.ts'
import type { Change } from '../../procedures/recognition/recognition.form.diff.ts'
import { get, pathOf } from '../call.ts'
import type { ApplicationView } from '../material/application.query.ts'

export type FigureTold = FigureDef & { value: number | null; counted: readonly Counted[]; left: readonly Left[]; byHand: readonly { amount: number; why: string }[] }
export type ReportView = ApplicationView & { figures: FigureTold[]; plan: Record<string, number | null>; lastYear: Record<string, number | null> }
export type LastYear = { year: number; before: { year: number; number: string } | undefined; figures: Compared[]; plan: Compared[]; changes: Change[] }
export type Compared = { id: string; last: number | null; now: number | null; planned: number | null }
export type Twins = { twins: Twin[]; alike: { path: string; number: string; name: string; year: number; share: number }[]; unseen: { label: string; because: Unseen }[]; form: { id: string; words: Words; fields: { id: string; words: Words }[] }[] }
export type Points = {
  version: string; groups: readonly IndicatorGroup[]; bonus: IndicatorSystem['bonus']; deductions: IndicatorSystem['deductions']; vetoes: IndicatorSystem['vetoes']; computed: Record<string, { points: number; working: Words } | null>; late: number
  lines: { excellent: number; good: number; fair: number }; desk: { item: string; points: number[]; mean: number }[]; notes: { expert: string; item: string; points: number; reason: string }[]
}
export type { Board, Day, Indicator }

export const useBoard = (year: string | undefined, wanted = true) => useQuery({ queryKey: ['assessments', year ?? ''], enabled: wanted, queryFn: ({ signal }) => get<Board>(pathOf('/assessments', { year }), signal) })
export const useReport = (id: string, wanted = true) => useQuery({ queryKey: ['report', id], enabled: wanted, retry: false, queryFn: ({ signal }) => get<ReportView>(`/cases/${id}/report`, signal) })
export const useLastYear = (id: string, wanted = true) => useQuery({ queryKey: ['last-year', id], enabled: wanted, retry: false, queryFn: ({ signal }) => get<LastYear>(`/cases/${id}/last-year`, signal) })
export const useTwins = (id: string, wanted: boolean) => useQuery({ queryKey: ['twins', id], enabled: wanted, retry: false, queryFn: ({ signal }) => get<Twins>(`/cases/${id}/twins`, signal) })
export const usePoints = (id: string, wanted: boolean) => useQuery({ queryKey: ['points', id], enabled: wanted, retry: false, queryFn: ({ signal }) => get<Points>(`/cases/${id}/points`, signal) })

/** Hundredths as people read them: counts whole, money and hours with two decimals. */
export const shown = (value: number | null | undefined, kind: FigureDef['kind']): string =>
  value === null || value === undefined ? '—' : kind === 'count' ? String(Math.round(value / 100)) : (value / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
