/** What is written in a step stays on this device until the step is done: nothing typed is ever lost. */
const prefix = 'zhongshi.step.'

export type Kept = { values: Record<string, unknown>; reasons: Record<string, string>; names: Record<string, string>; at: string }

/** Where one person keeps a step: whoever signs in after them on the same computer does not read it. */
export const draftOf = (step: string, person: string) => `${step}.${person}`

export function keptDraft(id: string): Kept | null {
  const text = localStorage.getItem(prefix + id)
  if (!text) return null
  try {
    return JSON.parse(text) as Kept
  } catch {
    return null
  }
}

export const hasDraft = (id: string) => localStorage.getItem(prefix + id) !== null

export function keepDraft(id: string, draft: Omit<Kept, 'at'>) {
  try {
    localStorage.setItem(prefix + id, JSON.stringify({ ...draft, at: new Date().toISOString() }))
  } catch {
    // A full store must not stop the work; what is on the screen stays there.
  }
}

export const dropDraft = (id: string) => localStorage.removeItem(prefix + id)
