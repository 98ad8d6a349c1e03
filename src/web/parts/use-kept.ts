import { useCallback, useState } from 'react'

/** State that stays on this device until it is dropped: a sheet half filled in survives everything. */
export function useKept<Value>(
  key: string,
  empty: Value,
): { value: Value; set: (value: Value) => void; drop: () => void; at: string | null } {
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
