/**
 * The numbers under which a record is published. They follow from what the draw looks at, never from who somebody is: two people who
 * are alike to the draw are alike in the record, and the record is the same whoever stands behind a number.
 */
import { canonicalJson } from './panel-review.digest.ts'
import type { PoolExpert } from './panel-review.draw.ts'

export type Numbering = { readonly number: string; readonly person: string }
export type Numbered = { readonly pool: readonly PoolExpert[]; readonly designated: readonly PoolExpert[]; readonly names: readonly Numbering[] }

/** Experts become Z001, Z002 …, employers U01, U02 …, applications the numbers they are shown under. */
export function numbered(pool: readonly PoolExpert[], designated: readonly PoolExpert[], applicationNumber: (id: string) => string): Numbered {
  const everyone = [...pool, ...designated]
  const employers = [...new Set(everyone.flatMap((one) => one.employers))].sort()
  const employerNumber = (key: string) => `U${String(employers.indexOf(key) + 1).padStart(String(employers.length).length, '0')}`
  const told = everyone.map((one) => ({ ...one, employers: one.employers.map(employerNumber).sort(), conflicts: one.conflicts.map(applicationNumber).sort(), fields: [...one.fields].sort() }))
  const ordered = told.map((one) => ({ one, text: canonicalJson({ ...one, expert: '' }) })).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.one.expert < b.one.expert ? -1 : 1))
  const names = ordered.map(({ one }, at) => ({ number: `Z${String(at + 1).padStart(Math.max(3, String(ordered.length).length), '0')}`, person: one.expert }))
  const withNumber = (some: readonly PoolExpert[]) => some.map(({ expert }) => ({ ...told.find((one) => one.expert === expert)!, expert: names.find(({ person }) => person === expert)!.number })).sort((a, b) => (a.expert < b.expert ? -1 : 1))
  return { pool: withNumber(pool), designated: withNumber(designated), names }
}
