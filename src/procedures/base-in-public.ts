/** What everybody may know of the bases: the published rows, signed in or not. No person stands in them. */
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { listed, rowsOf, sql, type Tx } from '../platform/query.ts'
import { type BaseStatus, baseStatuses } from '../settings/base-status.ts'
import { services } from '../settings/choices.ts'
import { divisionOf } from '../settings/divisions.ts'
import { fields, provincialChains } from '../settings/fields.ts'

export type PublicBase = {
  id: string; case_id: string; recognition: string | null; name: string; former_names: string[]; certificate_no: string; status: BaseStatus; recognised_on: Day; document_no: string; hosts: { name: string; demo: boolean }[]; county: string; field: string; chain: string | null; direction: string
  public: {
    equipmentValue?: number | null; equipmentCount?: number | null; area?: number | null; chemical?: boolean | null; openService?: 'open' | 'paused'; promoted?: 'province' | 'ministry' | 'nation' | null
    openCount?: number; openValue?: number; trained?: number | null; events?: number | null; lines?: { name: string; processes: string; capacity: string; from: number | null; to: number | null }[]; equipment?: { name: string; model: string | null; price: string | null; hours: number | null; used: number | null }[]
    serviceKinds?: string[]
    services?: { clients: number; ofCity: number; services: number; delivered: number } | null; asOf?: Day
  }
  grades: { year: number; outcome: string; grade: 'excellent' | 'good' | 'fair' | 'poor' | null }[]; history: { on: Day; did: string; law: Basis; says: Words }[]; orgs: string[]
}

export const publicBases = (tx: Tx, jurisdiction: string, where: Parameters<typeof listed>[0] = []) => rowsOf<PublicBase>(tx, sql`
  select id, case_id, recognition, name, former_names, certificate_no, status, recognised_on, document_no, hosts, county, field, chain, direction, public, grades, history, orgs from base
   where ${listed([sql`jurisdiction = ${jurisdiction}`, ...where])} order by recognised_on desc, id desc`)

/** A base that was revoked or has left offers nothing any more, whatever its file still holds. */
export const offering = ({ status }: Pick<PublicBase, 'status'>): boolean => status !== 'revoked' && status !== 'left'

/** What it offers in public, by name: kinds of service it does for others, pilot lines with their processes, and the equipment open to others. */
export type Offer = { of: 'service' | 'line' | 'process' | 'equipment'; words: Words }
export function offersOf(base: PublicBase): Offer[] {
  if (!offering(base)) return []
  const { serviceKinds = [], lines = [], equipment = [] } = base.public
  const named = (of: Offer['of'], zh: string): Offer => ({ of, words: { zh, en: zh } })
  return [
    ...services.filter(({ value }) => serviceKinds.includes(value)).map(({ words }): Offer => ({ of: 'service', words })),
    ...lines.flatMap(({ name, processes }) => [named('line', name), ...processes.split(/[、，,；;]/).map((part) => part.trim()).filter(Boolean).map((part) => named('process', part))]),
    ...equipment.map(({ name, model }) => named('equipment', model ? `${name} ${model}` : name)),
  ]
}

/** The offers a text names, in either language. */
export const offersNamed = (base: PublicBase, q: string): Offer[] => offersOf(base).filter(({ words }) => q !== '' && `${words.zh} ${words.en}`.toLowerCase().includes(q))

/** All of them as words to search in. */
export const offerWordsOf = (base: PublicBase): string => [...offersOf(base).flatMap(({ words }) => [words.zh, words.en]), ...(offering(base) ? (base.public.lines ?? []).map(({ processes }) => processes) : [])].join(' ')

export const fieldOf = (id: string) => ({ id, words: fields.find((field) => field.id === id)?.words ?? { zh: id, en: id } })
export const placeOf = (code: string) => ({ code, words: divisionOf(code)?.words ?? { zh: code, en: code } })
export const chainOf = (id: string | null): Words | null => provincialChains.find((chain) => chain.id === id)?.words ?? null

export type BaseRow = {
  number: string; name: string; host: string; field: Words; county: { code: string; words: Words }; status: BaseStatus; statusWords: Words; family: (typeof baseStatuses)[BaseStatus]['family']
  recognisedOn: Day; director: string | null; demo: boolean; mine: boolean
}
export const rowOfBase = (base: PublicBase, orgs: readonly string[]): BaseRow => ({
  number: base.id, name: base.name, host: base.hosts[0]?.name ?? '', field: fieldOf(base.field).words, county: placeOf(base.county), status: base.status, statusWords: baseStatuses[base.status].words, family: baseStatuses[base.status].family,
  recognisedOn: base.recognised_on, director: null, demo: base.hosts.some(({ demo }) => demo), mine: base.orgs.some((org) => orgs.includes(org)),
})

/** What happened in public: what befell the base, its recognition, and the notice it stood on; the latest first. */
export async function publicHistory(tx: Tx, jurisdiction: string, base: PublicBase): Promise<{ on: Day; to: Day | null; says: Words; law: Basis; number: string | null }[]> {
  const notices = await rowsOf<{ number: string; published_on: Day; ends_on: Day }>(tx, sql`
    select number, published_on, ends_on from notice where jurisdiction = ${jurisdiction} and kind = 'recognition' and status not in ('terminated', 'corrected') and published_on <= ${base.recognised_on}
       and exists (select 1 from jsonb_array_elements(rows) r where r->>'name' = any(${[base.name, ...base.former_names]}::text[])) order by published_on desc limit 1`)
  return [
    ...base.history.map(({ on, says, law }) => ({ on, to: null, says, law, number: null })),
    { on: base.recognised_on, to: null, says: { zh: `认定，文号 ${base.document_no}`, en: `Recognised, document ${base.document_no}` }, law: 'Art. 10(4)', number: base.certificate_no },
    ...notices.map(({ number, published_on, ends_on }) => ({ on: published_on, to: ends_on, says: { zh: `公示 ${published_on} 至 ${ends_on}`, en: `On public notice ${published_on} to ${ends_on}` }, law: 'Art. 10(4)' as const, number })),
  ]
}
