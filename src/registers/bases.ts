/** The register of bases as the workbench shows it: what is public of every base, and the cases behind it that the viewer may see. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { notFound } from '../platform/problem.ts'
import { listed, rowsOf, sql, type Tx } from '../platform/query.ts'
import { type BaseStatus, baseStatuses } from '../settings/base-status.ts'
import { divisionOf } from '../settings/divisions.ts'
import { fields, provincialChains } from '../settings/fields.ts'
import type { RegisterDoor } from './register-door.ts'

export { type BaseStatus, baseStatuses }

export type BaseRow = {
  number: string; name: string; host: string; field: Words; county: { code: string; words: Words }; status: BaseStatus; statusWords: Words; family: (typeof baseStatuses)[BaseStatus]['family']
  recognisedOn: Day; director: string | null; demo: boolean; mine: boolean
}
export type BaseList = { rows: BaseRow[]; total: number; statuses: { status: BaseStatus; words: Words; count: number }[]; counties: { code: string; words: Words; count: number }[] }
export type BaseDetail = BaseRow & {
  certificateNo: string; documentNo: string | null; hold: null; facts: { name: Words; value: Words }[]
  history: { on: Day; says: Words; law: Basis; number: string | null }[]; cases: { number: string; procedure: string; title: string; status: string }[]
}

export function baseRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/bases', {
    config: { access: 'signedIn' },
    schema: { summary: 'The register of bases', tags: ['registers'], querystring: z.strictObject({ q: z.string().max(100).optional(), status: z.enum(Object.keys(baseStatuses) as [BaseStatus, ...BaseStatus[]]).optional(), county: z.string().max(12).optional(), mine: z.stringbool().optional() }) },
  }, (request) => door.inContext(request, async (context): Promise<BaseList> => {
    const { q, status, county, mine } = request.query
    const all = (await bases(context.tx, context.jurisdiction)).map((base) => rowOf(base, context.viewer.orgs))
      .filter((row) => (!mine || row.mine) && (!q?.trim() || `${row.number} ${row.name} ${row.host}`.toLowerCase().includes(q.trim().toLowerCase())))
    const rows = all.filter((row) => (!status || row.status === status) && (!county || row.county.code === county))
    return { rows, total: rows.length, statuses: counted(all, (row) => row.status, (row) => ({ status: row.status, words: row.statusWords })), counties: counted(all, (row) => row.county.code, (row) => row.county) }
  }))

  app.get('/api/bases/:number', { config: { access: 'signedIn' }, schema: { summary: 'One base: facts, history, its cases as far as I may see them', tags: ['registers'], params: z.object({ number: z.string().max(64) }) } },
    (request) => door.inContext(request, (context) => detailOf(context, request.params.number)))
}

export type Base = {
  id: string; case_id: string; recognition: string | null; name: string; former_names: string[]; certificate_no: string; status: BaseStatus; recognised_on: Day; document_no: string; hosts: { name: string; demo: boolean }[]; county: string; field: string; chain: string | null; direction: string
  public: { equipmentValue?: number | null; equipmentCount?: number | null; area?: number | null; chemical?: boolean | null }; orgs: string[]
}

/** Published rows: everybody may read them, signed in or not. */
export const bases = (tx: Tx, jurisdiction: string, where: Parameters<typeof listed>[0] = []) => rowsOf<Base>(tx, sql`
  select id, case_id, recognition, name, former_names, certificate_no, status, recognised_on, document_no, hosts, county, field, chain, direction, public, orgs from base
   where ${listed([sql`jurisdiction = ${jurisdiction}`, ...where])} order by recognised_on desc, id desc`)

export const fieldOf = (id: string) => ({ id, words: fields.find((field) => field.id === id)?.words ?? { zh: id, en: id } })
export const placeOf = (code: string) => ({ code, words: divisionOf(code)?.words ?? { zh: code, en: code } })

/** How many of each, the most frequent first. */
export function counted<Row, Of extends object>(rows: readonly Row[], keyOf: (row: Row) => string, of: (row: Row) => Of): (Of & { count: number })[] {
  const groups = Map.groupBy(rows, keyOf)
  return [...groups.values()].map((group) => ({ ...of(group[0] as Row), count: group.length })).sort((a, b) => b.count - a.count)
}

const rowOf = (base: Base, orgs: readonly string[]): BaseRow => ({
  number: base.id, name: base.name, host: base.hosts[0]?.name ?? '', field: fieldOf(base.field).words, county: placeOf(base.county), status: base.status, statusWords: baseStatuses[base.status].words, family: baseStatuses[base.status].family,
  recognisedOn: base.recognised_on, director: null, demo: base.hosts.some(({ demo }) => demo), mine: base.orgs.some((org) => orgs.includes(org)),
})

async function detailOf({ tx, jurisdiction, viewer }: Context, number: string): Promise<BaseDetail> {
  const [base] = await bases(tx, jurisdiction, [sql`id = ${number}`])
  if (!base) throw notFound()
  const cases = await rowsOf<{ number: string; procedure: string; title: string; status: string }>(tx, sql`select number, procedure, title, status from case_list where jurisdiction = ${jurisdiction} and case_id = any(${[base.case_id, base.recognition ?? '']}::text[]) order by opened_on desc, number desc`)
  return { ...rowOf(base, viewer.orgs), certificateNo: base.certificate_no, documentNo: base.document_no, hold: null, facts: factsOf(base), history: await historyOf(tx, jurisdiction, base), cases }
}

/** What happened in public: the notice it stood on and the recognition, the latest first. */
export async function historyOf(tx: Tx, jurisdiction: string, base: Base): Promise<{ on: Day; to: Day | null; says: Words; law: Basis; number: string | null }[]> {
  const notices = await rowsOf<{ number: string; published_on: Day; ends_on: Day }>(tx, sql`
    select number, published_on, ends_on from notice where jurisdiction = ${jurisdiction} and kind = 'recognition' and status <> 'terminated' and rows @> jsonb_build_array(jsonb_build_object('name', ${base.name}::text)) and published_on <= ${base.recognised_on} order by published_on desc limit 1`)
  return [
    { on: base.recognised_on, to: null, says: { zh: `认定，文号 ${base.document_no}`, en: `Recognised, document ${base.document_no}` }, law: 'Art. 10(4)', number: base.certificate_no },
    ...notices.map(({ number, published_on, ends_on }) => ({ on: published_on, to: ends_on, says: { zh: `公示 ${published_on} 至 ${ends_on}`, en: `On public notice ${published_on} to ${ends_on}` }, law: 'Art. 10(4)' as const, number })),
  ]
}

function factsOf({ direction, chain, public: open }: Base): BaseDetail['facts'] {
  const chained = provincialChains.find(({ id }) => id === chain)?.words
  const figure = (value: number | null | undefined, zh: string, en: string): Words[] => (value === null || value === undefined ? [] : [{ zh: `${value} ${zh}`, en: `${value} ${en}` }])
  const named = (name: Words, values: Words[]) => values.map((value) => ({ name, value }))
  return [
    ...named({ zh: '核心研究方向', en: 'Core research direction' }, [{ zh: direction, en: direction }]), ...named({ zh: '重点产业链', en: 'Key chain' }, chained ? [chained] : []),
    ...named({ zh: '设备', en: 'Equipment' }, figure(open.equipmentCount, '台（套）', 'pieces')), ...named({ zh: '设备原值', en: 'Value of equipment' }, figure(open.equipmentValue, '万元', '× 10,000 yuan')), ...named({ zh: '场地面积', en: 'Area' }, figure(open.area, 'm²', 'm²')),
  ]
}
