/** The register of bases as a list: what is public of every base; whoever is a party of one reads its director, too. */
import { z } from 'zod'
import type { Words } from '../kernel/words.ts'
import type { Server } from '../platform/http.ts'
import { basesAtHand, worksWithBases } from '../procedures/base-at-hand.ts'
import { type BaseRow, offerWordsOf, publicBases, rowOfBase } from '../procedures/base-in-public.ts'
import { type BaseStatus, baseStatuses } from '../settings/base-status.ts'
import type { RegisterDoor } from './register-door.ts'

/** `works`: whether the viewer has bases to work with, or only reads what is public of them. */
export type BaseList = { works: boolean; rows: BaseRow[]; total: number; statuses: { status: BaseStatus; words: Words; count: number }[]; counties: { code: string; words: Words; count: number }[] }

export function baseRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/bases', {
    config: { access: 'signedIn' },
    schema: { summary: 'The register of bases', tags: ['registers'], querystring: z.strictObject({ q: z.string().max(100).optional(), status: z.enum(Object.keys(baseStatuses) as [BaseStatus, ...BaseStatus[]]).optional(), county: z.string().max(12).optional(), mine: z.stringbool().optional() }) },
  }, (request) => door.inContext(request, async (context): Promise<BaseList> => {
    const { tx, jurisdiction, viewer } = context
    const { q, status, county, mine } = request.query
    const directors = new Map((await basesAtHand(tx, jurisdiction)).map(({ id, director }) => [id, director?.name ?? null]))
    const wanted = q?.trim().toLowerCase()
    const all = (await publicBases(tx, jurisdiction)).filter((base) => !wanted || `${base.id} ${base.name} ${base.former_names.join(' ')} ${base.hosts.map(({ name }) => name).join(' ')} ${base.certificate_no} ${offerWordsOf(base)}`.toLowerCase().includes(wanted))
      .map((base) => ({ ...rowOfBase(base, viewer.orgs), director: directors.get(base.id) ?? null })).filter((row) => !mine || row.mine).sort((one, other) => Number(other.mine) - Number(one.mine))
    const rows = all.filter((row) => (!status || row.status === status) && (!county || row.county.code === county))
    return { works: await worksWithBases(context), rows, total: rows.length, statuses: counted(all, (row) => row.status, (row) => ({ status: row.status, words: row.statusWords })), counties: counted(all, (row) => row.county.code, (row) => row.county) }
  }))
}

/** How many of each, the most frequent first; equally many by their key, so that the order tells nothing else. */
export function counted<Row, Of extends object>(rows: readonly Row[], keyOf: (row: Row) => string, of: (row: Row) => Of): (Of & { count: number })[] {
  const groups = Map.groupBy(rows, keyOf)
  return [...groups].sort(([one, some], [other, more]) => more.length - some.length || (one < other ? -1 : 1)).map(([, group]) => ({ ...of(group[0] as Row), count: group.length }))
}
