/** Files of the application that become files of the base: the bytes lie once, whoever may see the base may read them. */
import type { Context } from '../../platform/case-log.ts'
import { json, rowsOf, sql } from '../../platform/query.ts'

/** From the id in the application to the id in the base; what was removed, or is not the host's, is not carried over. */
export async function carryFiles({ tx, jurisdiction, newId }: Context, about: { from: string; to: string; files: readonly string[] }): Promise<Map<string, string>> {
  const ids = about.files.map((from) => ({ from, to: newId() }))
  if (ids.length === 0) return new Map()
  const carried = new Set((await rowsOf<{ carried_from: string }>(tx, sql`select carry_files as carried_from from sec.carry_files(${jurisdiction}, ${about.from}, ${about.to}, ${json(ids)})`)).map((row) => row.carried_from))
  return new Map(ids.filter(({ from }) => carried.has(from)).map(({ from, to }) => [from, to]))
}
