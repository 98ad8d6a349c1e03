import { useSyncExternalStore } from 'react'
import type { Basis } from '../../kernel/rule.ts'

/** Which article the drawer shows, and for which case. One drawer for the whole workbench. */
let shown: Basis | null = null
let from: HTMLElement | null = null
const listeners = new Set<() => void>()

export function openArticle(law: Basis) {
  from = document.activeElement instanceof HTMLElement ? document.activeElement : null
  set(law)
}

/** Focus returns to the chip that opened it. */
export function closeArticle() {
  set(null)
  if (from?.isConnected) from.focus()
  from = null
}

const set = (law: Basis | null) => {
  shown = law
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useShownArticle = () => useSyncExternalStore(subscribe, () => shown)
export const useArticle = () => openArticle
