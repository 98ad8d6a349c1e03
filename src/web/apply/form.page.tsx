import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, Draft, DraftSaved, StepDone } from '../../contract.ts'
import { call, get, Refused } from '../call.ts'
import { Skeleton } from '../parts/states.tsx'
import { useCase, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import type { Form } from './application.ts'
import { SubmittedReceipt } from './receipt.tsx'
import { openStore, type Store } from './store.ts'
import { SentAway } from './sent.tsx'
import { WizardPage } from './wizard.tsx'
import '../css/wizard.css'

const route = getRouteApi('/apply/$number')
const editable = ['draft', 'returned', 'supplementing']
/** Colleagues' answers are read now and then; while two disagree, more often. */
const look = 15_000
const lookInConflict = 3000

/** The application form of one case, drawn from the form as data. */
export function ApplyFormPage() {
  const { t } = useTranslation('apply')
  const { number } = route.useParams()
  const { data: detail, error, refetch } = useCase(number)
  const [done, setDone] = useState<StepDone | null>(null)
  useTitle(`${detail?.case.title || t('title')} ${number}`)
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={14} />}</div>
  if (done) return <SubmittedReceipt detail={detail} done={done} />
  if (!editable.includes(detail.case.status)) return <SentAway detail={detail} />
  return <Opened key={detail.case.id} detail={detail} onDone={setDone} />
}

/** Reads the draft and the form of its version; the draft is opened once and then kept alive by the store. */
function Opened({ detail, onDone }: { detail: CaseDetail; onDone: (done: StepDone) => void }) {
  const { t } = useTranslation('apply')
  const id = detail.case.id
  const first = useQuery({ queryKey: ['draft', id], queryFn: ({ signal }) => get<Draft>(`/cases/${id}/draft`, signal), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const version = first.data?.formVersion
  const form = useQuery({ queryKey: ['form', version], enabled: version !== undefined, staleTime: Number.POSITIVE_INFINITY, queryFn: ({ signal }) => get<Form>(`/forms/${version}`, signal) })
  const store = useDraftStore(id, first.data)
  const fault = first.error ?? form.error
  if (!store || !form.data) {
    return <div className="page">{fault ? <><Fault error={fault} retry={() => { void first.refetch(); void form.refetch() }} />
      <p><Link to="/cases/$number" params={{ number: detail.case.number }}>{t('toCase')}</Link></p></> : <Skeleton rows={14} />}</div>
  }
  return <WizardPage detail={detail} form={form.data} store={store} onDone={onDone} />
}

function useDraftStore(id: string, draft: Draft | undefined): Store | null {
  const { person } = useSession()
  const opened = useRef<{ key: string; store: Store } | null>(null)
  const key = `zhongshi.draft.${id}.${person.id}`
  const store = useMemo(() => {
    if (!draft) return null
    // The first answer opens the draft; later ones come through the store itself.
    if (opened.current?.key !== key) opened.current = { key, store: openStore(draft, ioOf(id, key)) }
    return opened.current.store
  }, [draft, id, key])
  useEffect(() => {
    if (!store) return
    const send = () => { void store.flush() }
    let looked = Date.now()
    const looking = setInterval(() => {
      if (Date.now() - looked < (store.now().conflicts.length > 0 ? lookInConflict : look) || document.visibilityState !== 'visible' || !navigator.onLine) return
      looked = Date.now()
      void store.look()
    }, 1000)
    const shown = () => { if (document.visibilityState === 'visible') void store.look(); else send() }
    window.addEventListener('online', send)
    window.addEventListener('pagehide', send)
    document.addEventListener('visibilitychange', shown)
    send()
    return () => {
      clearInterval(looking)
      window.removeEventListener('online', send)
      window.removeEventListener('pagehide', send)
      document.removeEventListener('visibilitychange', shown)
      send()
    }
  }, [store])
  return store
}

const ioOf = (id: string, key: string) => ({
  read: () => get<Draft>(`/cases/${id}/draft`),
  save: (base: number, changes: readonly object[]) => call<DraftSaved>('PUT', `/cases/${id}/draft`, { body: { base, changes }, outlivesTab: true }),
  problemOf: (fault: unknown) => (fault instanceof Refused && fault.problem.status > 0 ? fault.problem : null),
  keep: {
    read: () => localStorage.getItem(key),
    write: (text: string | null) => {
      try {
        if (text === null) localStorage.removeItem(key)
        else localStorage.setItem(key, text)
      } catch {
        // A full store must not stop the work; the server still takes every change.
      }
    },
  },
  now: () => new Date().toISOString(),
})
