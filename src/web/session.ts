import { useSyncExternalStore } from 'react'

/**
 * Whether somebody has to sign in again, and who waits for it. Outside of React, because calls wait for it:
 * all calls that met an ended session wait for one signing in.
 */
let waiting: { promise: Promise<void>; done: () => void; asked: 'quietly' | 'now' } | null = null
const listeners = new Set<() => void>()

/**
 * Whoever is in the middle of writing is told beside the text: a dialog would take the keys of half a word.
 * Whoever pressed something is asked at once.
 */
export function askSignIn(): Promise<void> {
  if (!waiting) {
    let done = () => {}
    const promise = new Promise<void>((resolve) => {
      done = resolve
    })
    waiting = { promise, done, asked: 'quietly' }
    tell()
  }
  if (!isWriting()) signInNow()
  return waiting.promise
}

export function signInNow() {
  if (!waiting || waiting.asked === 'now') return
  waiting = { ...waiting, asked: 'now' }
  tell()
}

export function signedIn() {
  waiting?.done()
  waiting = null
  tell()
}

/** Where a key that is pressed next becomes text. */
const isWriting = () => document.activeElement?.matches('textarea, input:not([type=checkbox], [type=radio], [type=file], [type=button])') ?? false

const tell = () => {
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useSignInAsked = () => useSyncExternalStore(subscribe, () => waiting?.asked ?? null)
