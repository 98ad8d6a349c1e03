import { useQueries, useQuery } from '@tanstack/react-query'
import type { CaseDetail, Session } from '../../contract.ts'
import type { PanelReviewCase } from '../../procedures/panel-review/panel-review.case.ts'
import { call, get, Refused } from '../call.ts'
import { getCases } from '../queries.ts'

export type PanelFile = Partial<PanelReviewCase>
export type TaskState = 'gate' | 'score' | 'done' | 'conflict' | 'closed'

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

/** Where an expert stands with one application; as the file says, nothing is reckoned here. */
export function taskOf(detail: CaseDetail, about: string, person: Session['person']): TaskState {
  const file = detail.case.file as PanelFile
  const declared = file.declarations?.findLast((one) => one.about === about && one.expert === person.id)
  if (file.sheets?.some((sheet) => sheet.about === about && sheet.expert === person.id)) return 'done'
  if (declared?.result === 'conflict') return 'conflict'
  if (detail.case.status !== 'scoring') return 'closed'
  return declared ? 'score' : 'gate'
}

/** Other members move the same case with their sealed sheets; that is no change of what this expert saw. */
export async function takeOnPanel(panelId: string, step: 'declareConflict' | 'score', body: unknown, key: string) {
  for (let tries = 0; ; tries++) {
    const { version } = await get<CaseDetail>(`/cases/${panelId}`)
    try {
      return await call('POST', `/cases/${panelId}/steps/${step}`, { body, key, version })
    } catch (refused) {
      if (!(refused instanceof Refused && refused.problem.status === 412 && tries < 3)) throw refused
    }
  }
}
