import { QueryClient, useQuery } from '@tanstack/react-query'
import type { CaseDetail, CaseList, ProcedureInfo, Session, StatusInfo, Worklist } from '../contract.ts'
import { call, get, pathOf, Refused } from './call.ts'
import { useWords } from './words.ts'

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // A refusal is an answer; only faults and lost connections are tried again.
      retry: (count, fault) => count < 2 && !(fault instanceof Refused && fault.problem.status >= 400 && fault.problem.status < 500),
    },
  },
})

/** 401 is an answer here: nobody is signed in. */
export const sessionQuery = {
  queryKey: ['session'],
  staleTime: 60_000,
  retryOnMount: false,
  queryFn: ({ signal }: { signal: AbortSignal }) => call<Session>('GET', '/session', { signal, anonymous: true }),
}

/** Pages are drawn only when somebody is signed in, so the session is there. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('no session')
  return data
}

export const useProcedures = () =>
  useQuery({
    queryKey: ['procedures'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => get<ProcedureInfo[]>('/procedures', signal),
  })

/** The name of a procedure; nothing until the procedures are read, the key of one that is not among them. */
export function useProcedureName(): (procedure: string) => string {
  const { data } = useProcedures()
  const words = useWords()
  return (procedure) => (data ? words(data.find((one) => one.procedure === procedure)?.words) || procedure : '')
}

/** The name, shape and colour of statuses, by procedure; empty until the procedures are read. */
export function useStatuses(): (procedure: string, status: string) => StatusInfo | undefined {
  const { data } = useProcedures()
  return (procedure, status) => data?.find((p) => p.procedure === procedure)?.statuses.find((s) => s.status === status)
}

export const useWorklist = (view: string) =>
  useQuery({
    queryKey: ['worklist', view],
    queryFn: ({ signal }) => get<Worklist>(pathOf('/worklist', { tab: view }), signal),
  })

export type CaseFilters = { q?: string; procedure?: string; status?: string; county?: string; sort?: string; free?: '1' }

export const casesPath = (filters: CaseFilters, cursor: string | null) => pathOf('/cases', { ...filters, cursor })

export const getCases = (filters: CaseFilters, cursor: string | null, signal?: AbortSignal) =>
  get<CaseList>(casesPath(filters, cursor), signal)

/** `id` is the id or the shown number: addresses carry the number. */
export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => get<CaseDetail>(`/cases/${id}`, signal) })

/** After a step everything that lists or counts cases is stale. */
export const casesMoved = () =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'procedures' && queryKey[0] !== 'law' })
