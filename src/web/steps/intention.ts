import { useRef } from 'react'
import { newKey } from '../call.ts'

/**
 * One key for one intention: the same command keeps its key through lost connections and retries, so that the server
 * does it once; other words, or an answer of the server, make a new intention.
 */
export function useIntention() {
  const last = useRef<{ body: string; key: string } | null>(null)
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body)
      if (last.current?.body !== text) last.current = { body: text, key: newKey() }
      return last.current.key
    },
    answered() {
      last.current = null
    },
  }
}
