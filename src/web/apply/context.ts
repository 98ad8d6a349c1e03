import { useQuery } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { CaseDetail, Check, FileInfo, Finding, Session } from '../../contract.ts'
import { call, get } from '../call.ts'
import { client } from '../queries.ts'
import { type ApplicationData, assemble, covers, type Form, type Value } from './application.ts'
import type { State, Store } from './store.ts'

/** Which form this is: where it lies, who writes it, how it is checked and signed. */
export type Way = { to: '/apply/$number' | '/report/$number'; home: '/apply' | '/assessment'; check: string; step: (status: string) => string; writes: (detail: CaseDetail, assignments: Session['assignments']) => boolean; application: boolean }

/** What the parts of the wizard share. `openOthers` lets places outside a notice be changed; they will be marked. */
export type Wizard = {
  detail: CaseDetail; form: Form; store: Store; readOnly: boolean
  state: State; data: ApplicationData; check: Check | undefined; /** The worst finding of a place. */ findings: ReadonlyMap<string, Finding>; files: readonly FileInfo[]
  openOthers: boolean; setOpenOthers: (open: boolean) => void
  /** Pressing submit although something lacks marks every gap; before that a gap is marked where somebody was. */
  tried: boolean; touched: ReadonlySet<string>; touch: (path: string) => void
  /** Where a finding led to; `turn` tells one leading from the next. */
  target: { path: string; turn: number } | null
  goTo: (path: string) => void
}

export const WizardContext = createContext<Wizard | null>(null)

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (!wizard) throw new Error('outside of the wizard')
  return wizard
}

export const WayContext = createContext<Way | null>(null)

/** A table kept by itself is drawn by the same controls, but lies on no way. */
export function useWay(): Way {
  const way = useContext(WayContext)
  if (!way) throw new Error('outside of a form')
  return way
}

export function useStore(store: Store): { state: State; data: ApplicationData } {
  const state = useSyncExternalStore(store.subscribe, store.now)
  const data = useMemo(() => assemble(state.values), [state.values])
  return { state, data }
}

/** Whether a place may be written: the case is open, the place is among the noticed ones or the others were opened. */
export function useLock(): (path: string) => boolean {
  const { readOnly, state, openOthers } = useWizard()
  return useCallback((path) => readOnly || state.shut !== null || (state.unlocked !== null && !openOthers && !state.unlocked.some((item) => covers(item, path))),
    [readOnly, state.shut, state.unlocked, openOthers])
}

/** The worst finding of each place that a finding names. */
export function worstOf(check: Check | undefined): ReadonlyMap<string, Finding> {
  const worst = new Map<string, Finding>()
  for (const finding of check?.findings ?? []) {
    if (finding.path && finding.outcome !== 'met' && finding.outcome !== 'notEvaluated' && !worst.has(finding.path)) worst.set(finding.path, finding)
  }
  return worst
}

export const set = (store: Store, path: string, value: Value) => store.set([{ path, value }])

/** The rules county and city will run, on what the server holds; run again whenever it took a change or a file. */
export const useCheck = (caseId: string, taken: number, files: number, check: string) => useQuery<Check>({
  queryKey: ['precheck', caseId, taken, files], placeholderData: (before) => before, gcTime: 10_000,
  queryFn: ({ signal }) => call<Check>('POST', `/check/${check}`, { body: { case: caseId }, signal }),
})

export const useFiles = (caseId: string) => useQuery({ queryKey: ['files', caseId], queryFn: ({ signal }) => get<FileInfo[]>(`/cases/${caseId}/files`, signal), retry: false })

export const filesMoved = (caseId: string) => client.invalidateQueries({ queryKey: ['files', caseId] })
