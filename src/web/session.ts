import { useSyncExternalStore } from 'react'

/**
 * Whether somebody has to sign in again, and who waits for it. Outside of React, because calls wait for it:
 * all calls that met an ended session wait for one dialog.
 */
let waiting: { promise: Promise<void>; done: () => void } | null = null
const listeners = new Set<() => void>()

export function askSignIn(): Promise<void> {
  if (!waiting) {
    let done = () => {}
    const promise = new Promise<void>((resolve) => {
      done = resolve
    })
    waiting = { promise, done }
    tell()
  }
  return waiting.promise
}

export function signedIn() {
  waiting?.done()
  waiting = null
  tell()
}

const tell = () => {
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useSignInAsked = () => useSyncExternalStore(subscribe, () => waiting !== null)
