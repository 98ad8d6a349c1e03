import { useCallback, useState } from 'react'
import { useSession } from '../queries.ts'

/** State that stays on this device until it is dropped: a sheet half filled in survives everything, for whoever filled it in and nobody else. */
export function useKept<Value>(
  name: string,
  empty: Value,
): { value: Value; set: (value: Value) => void; drop: () => void; at: string | null } {
  const { person } = useSession()
  const key = `${name}.${person.id}`
  const [state, setState] = useState(() => read<Value>(key) ?? { value: empty, at: null })
  const set = useCallback(
    (value: Value) => {
      const at = new Date().toISOString()
      setState({ value, at })
      try {
        localStorage.setItem(key, JSON.stringify({ value, at }))
      } catch {
        // A full store must not stop the work.
      }
    },
    [key],
  )
  const drop = useCallback(() => localStorage.removeItem(key), [key])
  return { ...state, set, drop }
}

function read<Value>(key: string): { value: Value; at: string | null } | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as { value: Value; at: string } | null
  } catch {
    return null
  }
}
