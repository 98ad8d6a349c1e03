/**
 * The draft on this screen: what the server holds, what was written here and waits, and what the two disagree on.
 * Outside of React. Every keystroke lies on the device before anything is sent; nothing leaves it unconfirmed.
 */
import type { Draft, DraftChange, DraftSaved, Problem } from '../../contract.ts'
import type { Value } from './application.ts'
import { rowOfCell } from './paths.ts'
import { batchesOf, confirmed, joined, type Queue, queueFrom, without, written } from './queue.ts'

export type Conflict = { path: string; theirs: unknown; by: string; at: string; version: number }
export type State = {
  /** What the screen shows: the server's answers with the ones written here on top. */
  values: { readonly [path: string]: unknown }
  formVersion: string; unlocked: string[] | null; editors: Draft['editors']
  waiting: number; conflicts: readonly Conflict[]; refused: { readonly [path: string]: string }
  saving: boolean; savedAt: string | null; offline: boolean
  /** The server does not take changes any more: submitted, or not mine to write. */
  shut: Problem | null
  /** Rises with every change the server took: what was checked before is stale. */
  taken: number
}

export type Io = {
  read: () => Promise<Draft>
  save: (base: number, changes: readonly DraftChange[]) => Promise<DraftSaved>
  problemOf: (fault: unknown) => Problem | null
  keep: { read: () => string | null; write: (text: string | null) => void }
  now: () => string
}

export type Store = ReturnType<typeof openStore>

/** A machine that dies takes with it what was not sent: these two, and the way to the server, stay under two seconds together. */
const afterLastKey = 600
const whileTyping = 1000
const againAfter = 5000

export function openStore(draft: Draft, io: Io) {
  let server: { version: number; values: Record<string, unknown> } = { version: draft.version, values: draft.values }
  let about = { formVersion: draft.formVersion, unlocked: draft.unlocked, editors: draft.editors }
  let queue: Queue = queueFrom(io.keep.read())
  let conflicts: readonly Conflict[] = []
  /** Conflicts in which the other wrote on: they are asked again, so that what is chosen between is what stands there now. */
  let stale: ReadonlySet<string> = new Set()
  let refused: Record<string, string> = {}
  let flags: Pick<State, 'saving' | 'savedAt' | 'offline' | 'shut' | 'taken'> = { saving: false, savedAt: null, offline: false, shut: null, taken: 0 }
  /** The field somebody writes in: what colleagues do to it meanwhile is not pulled from under the cursor. */
  let held: { path: string; value: unknown; base: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstKey: number | null = null
  let running: Promise<void> | null = null
  let generation = 0
  let state = stateNow()
  const listeners = new Set<() => void>()

  function stateNow(): State {
    const values = { ...server.values }
    if (held) values[held.path] = held.value
    for (const [path, { value }] of Object.entries(queue)) values[path] = value
    return { ...about, ...flags, values, waiting: Object.keys(queue).length, conflicts, refused }
  }
  const tell = () => {
    state = stateNow()
    for (const listener of listeners) listener()
  }
  const keep = (next: Queue, gone: readonly string[] = []) => {
    queue = next
    // Another window of the same person writes here too: only what is ours is added or taken away.
    const other = Object.fromEntries(Object.entries(queueFrom(io.keep.read())).filter(([path]) => !gone.includes(path)))
    const all = joined(queue, other)
    io.keep.write(Object.keys(all).length > 0 ? JSON.stringify(all) : null)
  }

  function set(changes: readonly DraftChange[]) {
    for (const { path, value } of changes) {
      const base = held?.path === path ? held.base : server.version
      queue = written(queue, path, value as Value, base, io.now())
      if (held?.path === path) held = { ...held, value }
      delete refused[path]
    }
    refused = { ...refused }
    keep(queue)
    tell()
    soon()
  }

  function soon(wait = afterLastKey) {
    clearTimeout(timer)
    firstKey ??= Date.now()
    timer = setTimeout(() => { void flush() }, Math.max(0, Math.min(wait, firstKey + whileTyping - Date.now())))
  }

  /** Sends what waits; resolves when nothing waits any more, or nothing more can be done. */
  function flush(): Promise<void> {
    running ??= send().finally(() => { running = null })
    return running
  }

  async function send() {
    clearTimeout(timer)
    firstKey = null
    for (;;) {
      const batch = batchesOf(queue, new Set([...conflicts.map(({ path }) => path).filter((path) => !stale.has(path)), ...Object.keys(refused)]))[0]
      if (!batch || flags.shut) break
      flags = { ...flags, saving: true }
      tell()
      try {
        taken(batch.changes, await io.save(batch.base, batch.changes))
      } catch (fault) {
        failed(io.problemOf(fault))
        break
      }
    }
    if (flags.saving) { flags = { ...flags, saving: false }; tell() }
  }

  function taken(sent: readonly DraftChange[], saved: DraftSaved) {
    generation += 1
    const asked = new Set(sent.map(({ path }) => path))
    const open = new Set([...saved.conflicts, ...saved.refused].map(({ path }) => path))
    const values = { ...server.values }
    for (const { path, value } of sent) if (!open.has(path)) values[path] = value
    for (const { path, theirs } of saved.conflicts) values[path] = theirs
    // Versions in between are other people's: what they wrote has not been seen here yet.
    const unseen = saved.version > server.version + 1
    server = { version: unseen ? server.version : Math.max(server.version, saved.version), values }
    const stays = new Set([...open])
    const next = confirmed(queue, sent, stays)
    keep(next, Object.keys(queue).filter((path) => !(path in next)))
    stale = new Set([...stale].filter((path) => !asked.has(path)))
    conflicts = [...conflicts.filter(({ path }) => !asked.has(path)), ...saved.conflicts.map((one) => ({ ...one, version: saved.version }))]
    refused = { ...refused, ...Object.fromEntries(saved.refused.map(({ path, expected }) => [path, expected])) }
    flags = { ...flags, offline: false, savedAt: saved.savedAt, taken: flags.taken + 1 }
    tell()
    if (unseen) void look()
  }

  function failed(problem: Problem | null) {
    if (problem && problem.status >= 400 && problem.status < 500 && problem.status !== 429) flags = { ...flags, saving: false, shut: problem }
    else {
      flags = { ...flags, saving: false, offline: true }
      clearTimeout(timer)
      timer = setTimeout(() => { void flush() }, againAfter)
    }
    tell()
  }

  /** Reads what colleagues wrote; an answer that a saving has overtaken is dropped. */
  async function look() {
    const before = generation
    try {
      const seen = await io.read()
      if (before !== generation || running || seen.version < server.version) return
      const moved = seen.version > server.version
      server = { version: seen.version, values: seen.values }
      about = { formVersion: seen.formVersion, unlocked: seen.unlocked, editors: seen.editors }
      flags = { ...flags, offline: false, taken: flags.taken + (moved ? 1 : 0) }
      stale = new Set(conflicts.filter(({ path, theirs }) => (seen.values[path] ?? null) !== (theirs ?? null)).map(({ path }) => path))
      tell()
      if (stale.size > 0) soon(0)
    } catch {
      // The next look, or the next saving, will tell.
    }
  }

  return {
    subscribe: (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    now: () => state,
    set, flush, look,
    /** Somebody begins to write in a field. */
    enter: (path: string) => { if (held?.path !== path) held = { path, value: state.values[path], base: queue[path]?.base ?? server.version } },
    leave: (path: string) => {
      if (held?.path !== path) return
      held = null
      tell()
      if (Object.keys(queue).length > 0) soon(0)
    },
    /** One of the two is chosen: mine is written again on what they wrote, or theirs stands. */
    choose: (path: string, whose: 'mine' | 'theirs') => {
      const conflict = conflicts.find((one) => one.path === path)
      if (!conflict) return
      conflicts = conflicts.filter((one) => one !== conflict)
      const mine = queue[path]
      queue = without(queue, path)
      if (whose === 'mine' && mine) {
        const row = rowOfCell(path)
        const again = [...(row && server.values[row] === null ? [{ path: row, value: Object.keys(server.values).length }] : []), { path, value: mine.value }]
        for (const change of again) queue = written(queue, change.path, change.value, conflict.version, io.now())
      }
      keep(queue, whose === 'theirs' ? [path] : [])
      if (held?.path === path) held = { path, value: server.values[path], base: conflict.version }
      tell()
      soon(0)
    },
    close: () => { clearTimeout(timer); listeners.clear() },
  }
}
