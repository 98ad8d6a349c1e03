/** The rows of one table while they are edited: nothing goes out before it is entered; what is written stays on the device until then. */
import type { DraftChange } from '../../contract.ts'
import type { State, Store } from '../apply/store.ts'

export type Keep = { read: () => string | null; write: (text: string | null) => void }
/** What was kept belongs to the rows as they were seen: on another version it is not laid over them. */
type Kept = { version: number; changes: { [path: string]: unknown } }

export function openTableStore(values: Readonly<Record<string, unknown>>, version: number, keep: Keep): Store {
  let changes: { [path: string]: unknown } = keptOf(keep.read(), version)
  let state = now()
  const listeners = new Set<() => void>()

  function now(): State {
    return { values: { ...values, ...changes }, formVersion: 'register', unlocked: null, editors: [], waiting: Object.keys(changes).length, conflicts: [], refused: {}, saving: false, savedAt: null, offline: false, shut: null, taken: 0 }
  }
  const tell = () => { state = now(); for (const listener of listeners) listener() }
  return {
    subscribe: (listener) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    now: () => state,
    set: (written: readonly DraftChange[]) => {
      for (const { path, value } of written) changes[path] = value
      changes = { ...changes }
      keep.write(Object.keys(changes).length > 0 ? JSON.stringify({ version, changes } satisfies Kept) : null)
      tell()
    },
    flush: () => Promise.resolve(), look: () => Promise.resolve(), enter: () => {}, leave: () => {}, choose: () => {}, close: () => { listeners.clear() },
  }
}

function keptOf(text: string | null, version: number): Kept['changes'] {
  if (!text) return {}
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null
    return kept?.version === version && typeof kept.changes === 'object' && kept.changes !== null ? kept.changes : {}
  } catch { return {} }
}
