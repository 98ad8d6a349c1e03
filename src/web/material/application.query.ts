import { useQuery } from '@tanstack/react-query'
import type { FileInfo } from '../../contract.ts'
import type { Day } from '../../kernel/day.ts'
import type { Change } from '../../procedures/recognition/recognition.form.diff.ts'
import type { ApplicationData, Form } from '../../procedures/recognition/recognition.form.grammar.ts'
import { get, pathOf } from '../call.ts'

type Attached = Pick<FileInfo, 'id' | 'name' | 'sha256' | 'attachment'> & Partial<FileInfo>

/** GET /api/cases/{id}/application?no=: one version of the application as submitted, or the draft. */
export type ApplicationView = {
  formVersion: string
  form: Form
  snapshots: { no: number; on: Day; sha256: string; signedBy?: string }[]
  data: ApplicationData
  files: Attached[]
  draft: boolean
  /** What the form works out itself, by path ("A.baseName"). */
  computed?: Readonly<Record<string, string | number | null>>
}

/** GET /api/cases/{id}/comparison: what the last supplement changed, item by item and outside the items. */
export type Comparison = {
  from: { no: number; on: Day } | null
  to: { no: number; on: Day } | null
  items: { no: number; path: string; demand: string; answer: string; changes: Change[] }[]
  outside: Change[]
}

export const useApplication = (caseId: string, no?: number, path = `/cases/${caseId}/application`) =>
  useQuery({
    queryKey: ['application', path, no ?? null],
    queryFn: ({ signal }) => get<ApplicationView>(pathOf(path, { no }), signal),
  })

export const useComparison = (caseId: string, wanted: boolean) =>
  useQuery({
    queryKey: ['comparison', caseId],
    enabled: wanted,
    queryFn: ({ signal }) => get<Comparison>(`/cases/${caseId}/comparison`, signal),
  })
