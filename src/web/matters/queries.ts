import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../kernel/day.ts'
import type { MatterList, Outlook } from '../../procedures/major-matter/major-matter.routes.ts'
import { get, pathOf } from '../call.ts'
import { useSession } from '../queries.ts'

export type MatterFilters = { code?: string; kind?: string; status?: string; base?: string; late?: string; undeclared?: string; q?: string }
export const getMatters = (filters: MatterFilters, cursor: string | null, signal?: AbortSignal) => get<MatterList>(pathOf('/matters', { ...filters, cursor }), signal)

/** What the draft would come to; asked again whenever the server took a change or a file. */
export const useOutlook = (id: string, taken: number, wanted: boolean) => useQuery<Outlook>({
  queryKey: ['outlook', id, taken], enabled: wanted, placeholderData: (before) => before, gcTime: 10_000, queryFn: ({ signal }) => get<Outlook>(`/matters/${id}/outlook`, signal),
})

export type OwnBase = { number: string; name: string; status: string; demo: boolean }
/** Bases the viewer's own institutions lead or work in. */
export const useOwnBases = (wanted = true) => useQuery({ queryKey: ['bases', 'mine'], enabled: wanted, queryFn: ({ signal }) => get<{ rows: OwnBase[] }>('/bases?mine=true', signal) })
export const useAllBases = (wanted: boolean) => useQuery({ queryKey: ['bases', 'all'], enabled: wanted, queryFn: ({ signal }) => get<{ rows: OwnBase[] }>('/bases', signal) })

/** On which side the viewer stands: what the base and its host do, or what an authority does. */
export function useSide(): { ofBase: boolean; authority: boolean } {
  const { assignments } = useSession()
  return { ofBase: assignments.some(({ role }) => role.startsWith('base.') || role === 'host.admin' || role === 'host.clerk'), authority: assignments.some(({ role }) => role === 'county.officer' || role === 'city.officer') }
}

/** The city's own time on the platform's own date, as a clock on the wall shows it: "2026-11-23T14:32". */
export const wallClock = (today: Day): string => `${today}T${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 16)}`
export const minutesBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000)
export const plusHours = (at: string, hours: number): string => new Date(Date.parse(`${at}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
