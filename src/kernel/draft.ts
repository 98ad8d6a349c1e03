/**
 * A draft is a flat list of answers by path, so that colleagues can fill different fields at once. A path of three parts names
 * a row, one of four a cell of it; a row whose value is null is deleted.
 */
export type Stored = { readonly value: unknown; readonly version: number; readonly by: string; readonly at: string }
export type DraftState = { readonly [path: string]: Stored }
export type Conflict = { readonly path: string; readonly mine: unknown; readonly theirs: unknown; readonly by: string; readonly at: string }
export type Merged = {
  readonly stored: DraftState
  /** The version after the merge: one higher when anything was written. */
  readonly version: number
  readonly written: readonly string[]
  readonly conflicts: readonly Conflict[]
}

/**
 * Writes changes that were made on the state of version `base`. A field that somebody else has changed since, to
 * something different, is left alone and reported; so is a cell of a row somebody else has deleted, and the deletion
 * of a row somebody else has worked on.
 */
export function mergeChanges(
  stored: DraftState,
  base: number,
  changes: readonly { path: string; value: unknown }[],
  who: { by: string; at: string },
): Merged {
  const latest = Math.max(0, ...Object.values(stored).map(({ version }) => version))
  const next: Record<string, Stored> = { ...stored }
  const written = new Set<string>()
  const conflicts: Conflict[] = []
  for (const { path, value } of changes) {
    const theirs = rival(stored, next, path, value, base, who.by)
    if (theirs) conflicts.push({ path, mine: value, theirs: theirs.value, by: theirs.by, at: theirs.at })
    else if (!Object.is(next[path]?.value, value)) {
      next[path] = { value, version: latest + 1, by: who.by, at: who.at }
      written.add(path)
    }
  }
  return { stored: next, version: written.size > 0 ? latest + 1 : latest, written: [...written], conflicts }
}

/** What somebody else wrote since `base` that this change would overwrite. In a deleted row nothing can be written at all. */
function rival(stored: DraftState, next: DraftState, path: string, value: unknown, base: number, by: string): Stored | undefined {
  const [section, table, row, column] = path.split('.')
  const newer = (one: Stored | undefined) => (one && one.version > base && one.by !== by && !Object.is(one.value, value) ? one : undefined)
  const own = newer(stored[path])
  if (own || row === undefined) return own
  const rowPath = `${section}.${table}.${row}`
  if (column !== undefined) return next[rowPath]?.value === null ? next[rowPath] : undefined
  if (value !== null) return undefined
  const cell = Object.keys(stored).find((one) => one.startsWith(`${rowPath}.`) && newer(stored[one]))
  return cell === undefined ? undefined : stored[cell]
}
