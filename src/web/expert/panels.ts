import { useQueries, useQuery } from '@tanstack/react-query'
import type { CaseDetail } from '../../contract.ts'
import { call, get, Refused } from '../call.ts'
import type { ExpertFile } from '../draw/shape.ts'
import { getCases } from '../queries.ts'

export type { ExpertFile }
export type Application = ExpertFile['applications'][number]
export type TaskState = 'gate' | 'score' | 'done' | 'explain' | 'conflict' | 'void' | 'closed'

/** The panels I sit on, each with its file. */
export function usePanels() {
  const list = useQuery({
    queryKey: ['cases', 'my panels'],
    queryFn: ({ signal }) => getCases({ procedure: 'panel-review' }, null, signal),
  })
  const details = useQueries({
    queries: (list.data?.rows ?? []).map((row) => ({ queryKey: ['case', row.number], queryFn: () => get<CaseDetail>(`/cases/${row.id}`) })),
  })
  return { list, details: details.flatMap(({ data }) => (data ? [data] : [])) }
}

export const expertFile = (detail: CaseDetail): ExpertFile => detail.case.file as unknown as ExpertFile

/** Where an expert stands with one application; as the file says, nothing is reckoned here. */
export function taskOf(detail: CaseDetail, about: string): TaskState {
  const file = expertFile(detail)
  const sent = file.sheets.some((sheet) => sheet.about === about)
  if (file.back.includes(about)) return sent ? 'void' : 'conflict'
  if (file.alarms.some((one) => one.about === about && one.settled === null)) return 'explain'
  if (sent) return 'done'
  if (detail.case.status !== 'scoring') return 'closed'
  return file.declarations.some((one) => one.about === about) ? 'score' : 'gate'
}

/** What an application is called as long as only its hosts are known, and after. */
export const nameOf = (application: Application, unknown: (hosts: readonly string[]) => string): string => application.name || unknown(application.hosts)

export type PanelStep = 'declareConflict' | 'score' | 'explain' | 'declareLate' | 'breakTie'

/** Other members move the same case with their sealed sheets; that is no change of what this expert saw. */
export async function takeOnPanel(panelId: string, step: PanelStep, body: unknown, key: string) {
  for (let tries = 0; ; tries++) {
    const { version } = await get<CaseDetail>(`/cases/${panelId}`)
    try {
      return await call('POST', `/cases/${panelId}/steps/${step}`, { body, key, version })
    } catch (refused) {
      if (!(refused instanceof Refused && refused.problem.status === 412 && tries < 3)) throw refused
    }
  }
}
