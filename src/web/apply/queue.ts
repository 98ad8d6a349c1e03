/** What has been written here and is not yet confirmed by the server, path by path. Pure; store.ts keeps and sends it. */
import type { DraftChange } from '../../contract.ts'
import type { Value } from './application.ts'

/** `base` is the version of the draft the person saw when the change began: it stays while the change waits. */
export type Pending = { readonly value: Value; readonly base: number; readonly at: string }
export type Queue = { readonly [path: string]: Pending }
export type Batch = { readonly base: number; readonly changes: readonly DraftChange[] }

export const written = (queue: Queue, path: string, value: Value, base: number, at: string): Queue =>
  ({ ...queue, [path]: { value, base: queue[path]?.base ?? base, at } })

/** Changes by the version they were made on, oldest first, in the order they were written, no more than `most` at once. */
export function batchesOf(queue: Queue, held: ReadonlySet<string>, most = 500): Batch[] {
  const entries = Object.entries(queue).filter(([path]) => !held.has(path))
  const bases = [...new Set(entries.map(([, { base }]) => base))].toSorted((a, b) => a - b)
  return bases.flatMap((base) => {
    const changes = entries.filter(([, one]) => one.base === base).map(([path, { value }]) => ({ path, value }))
    return Array.from({ length: Math.ceil(changes.length / most) }, (_, at) => ({ base, changes: changes.slice(at * most, (at + 1) * most) }))
  })
}

/** What the server confirmed leaves the queue, unless somebody typed on meanwhile. */
export function confirmed(queue: Queue, sent: readonly DraftChange[], kept: ReadonlySet<string>): Queue {
  const done = new Map(sent.filter(({ path }) => !kept.has(path)).map(({ path, value }) => [path, value]))
  return Object.fromEntries(Object.entries(queue).filter(([path, { value }]) => !done.has(path) || !Object.is(done.get(path), value)))
}

export const without = (queue: Queue, path: string): Queue => Object.fromEntries(Object.entries(queue).filter(([one]) => one !== path))

/** The queue as it lay on this device; anything else that lies there is left out. */
export function queueFrom(text: string | null): Queue {
  if (!text) return {}
  try {
    const kept: unknown = JSON.parse(text)
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
      ? Object.fromEntries(Object.entries(kept).filter(([, one]) => isPending(one))) as Queue
      : {}
  } catch {
    return {}
  }
}

const isPending = (one: unknown): one is Pending =>
  typeof one === 'object' && one !== null && typeof (one as Pending).base === 'number' && 'value' in one

/** What two windows of one person hold: the later writing of each place. */
export function joined(mine: Queue, other: Queue): Queue {
  const all = { ...other }
  for (const [path, pending] of Object.entries(mine)) if (!all[path] || all[path].at <= pending.at) all[path] = pending
  return all
}
