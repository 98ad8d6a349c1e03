/** Why a step is refused, in words: whose it is in this case, and where the case stands. */
import type { Words } from '../kernel/words.ts'
import type { AnyCase, Engine } from './engine.ts'
import { rowsOf, sql, type Tx } from './query.ts'

/** Institutions by id, as far as the reader may read them: whoever is not among them is told by the role alone. */
export type Names = ReadonlyMap<string, string>

export const refusalWords = (engine: Engine, roles: Record<string, Words>, file: AnyCase, names: Names = new Map()) => ({
  notYours: (by: readonly string[]): Words => {
    const whose = by.includes('system') && by.length > 1 ? by.filter((role) => role !== 'system') : by
    // Whoever holds a role in this case; who might in another is not told.
    const here = whose.filter((role) => (file.parties[role]?.length ?? 0) > 0)
    const told = holders(here.length > 0 ? here : whose, roles, file, names)
    return { zh: `由${told.map(({ zh }) => zh).join('、')}办理。`, en: `For ${told.map(({ en }) => en).join(' or ')} to do.` }
  },
  notNow: (status: string): Words => {
    const words = engine.statuses[status]?.words ?? { zh: status, en: status }
    return { zh: `现在的状态是“${words.zh}”，不能办理这一步。`, en: `Not possible while the case is “${words.en}”.` }
  },
})

/** Institutions with their roles in brackets, each once, in the order of the roles. A person is never named: experts are parties by themselves, and no institution. */
function holders(by: readonly string[], roles: Record<string, Words>, file: AnyCase, names: Names): Words[] {
  const held = by.map((role) => ({ words: roles[role] ?? { zh: role, en: role }, known: [...new Set((file.parties[role] ?? []).flatMap((party) => names.get(party) ?? []))] }))
  const institutions = [...new Set(held.flatMap(({ known }) => known))]
  const named = institutions.map((name) => {
    const of = held.filter(({ known }) => known.includes(name)).map(({ words }) => words)
    return { zh: `${name}（${of.map(({ zh }) => zh).join('、')}）`, en: `${name} (${of.map(({ en }) => en).join(' or ')})` }
  })
  return [...named, ...held.filter(({ known }) => known.length === 0).map(({ words }) => ({ zh: words.zh, en: `the ${words.en}` }))]
}

/** The institutions that are parties of a case, read as whoever asks: what row security hides from them stays unnamed. */
export async function partyNames(tx: Tx, jurisdiction: string, file: AnyCase, besides: readonly string[] = []): Promise<Names> {
  const ids = [...new Set([...Object.values(file.parties).flatMap((parties) => parties ?? []), ...besides])]
  const rows = await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from organisation where jurisdiction = ${jurisdiction} and id = any(${ids}::text[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
