import { useEffect, useMemo, useRef } from 'react'
import type { Draft, DraftSaved } from '../../contract.ts'
import { call, get, Refused } from '../call.ts'
import { useSession } from '../queries.ts'
import { openStore, type Store } from './store.ts'

/** Colleagues' answers are read now and then; while two disagree, more often. */
const look = 15_000
const lookInConflict = 3000

/** The draft of a case, kept alive: what is written is sent, what others wrote is read, what cannot be sent stays on the device. */
export function useDraftStore(id: string, draft: Draft | undefined): Store | null {
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
