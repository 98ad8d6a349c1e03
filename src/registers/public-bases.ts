/** What everybody may know of the bases: published rows only, no person in them. */
import type { Words } from '../kernel/words.ts'
import type { Tx } from '../platform/query.ts'
import { fieldOf, offering, offersNamed, offerWordsOf, placeOf, type PublicBase as Base, publicBases as bases, publicHistory as historyOf } from '../procedures/base-in-public.ts'
import type { BaseStatus } from '../settings/base-status.ts'
import { counted } from './bases.ts'
import { certificateOf, isDemo, standingOf } from './public-certificates.ts'
import { unmarked } from './setting-words.ts'

export type BaseFilter = { field: string | null; county: string | null; status: BaseStatus | null; q: string; page: number }

const pageSize = 20

export const standing = (all: readonly Base[]) => all.filter(offering)

export const publicRow = (base: Base) => ({
  id: base.id, name: base.name, demo: isDemo(base), host: unmarked(base.hosts[0]?.name ?? ''), field: fieldOf(base.field), county: placeOf(base.county), status: base.status, grade: latestGrade(base),
})

/** The latest year that was graded. */
const latestGrade = ({ grades }: Base) => { const last = grades.filter(({ grade }) => grade !== null).at(-1); return last?.grade ? { year: last.year, grade: last.grade } : null }

/** The counts beside the filters are of what is searched for, so that a choice never leads to an empty list. */
export async function publicBases(tx: Tx, jurisdiction: string, { field, county, status, q, page }: BaseFilter) {
  const found = (await bases(tx, jurisdiction)).filter((base) => wordsOf(base).includes(q.trim().toLowerCase()))
  const rows = found.filter((base) => (!field || base.field === field) && (!county || base.county === county) && (!status || base.status === status))
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const at = Math.min(page, pages)
  return {
    rows: rows.slice((at - 1) * pageSize, at * pageSize).map((base) => ({ ...publicRow(base), matched: offersNamed(base, q.trim().toLowerCase()).slice(0, 3) })), total: rows.length, page: at, pages,
    fields: counted(found, (base) => base.field, (base) => fieldOf(base.field)), counties: counted(found, (base) => base.county, (base) => placeOf(base.county)), statuses: counted(found, (base) => base.status, (base) => ({ status: base.status })),
  }
}

const wordsOf = (base: Base) => [base.id, base.name, base.certificate_no, base.direction, ...base.hosts.map(({ name }) => name), fieldOf(base.field).words.zh, placeOf(base.county).words.zh, offerWordsOf(base)].join(' ').toLowerCase()

export async function publicBase(tx: Tx, jurisdiction: string, id: string) {
  const base = (await bases(tx, jurisdiction)).find((one) => one.id === id)
  if (!base) return null
  const { demo, field, county, name } = publicRow(base)
  const now = await standingOf(tx, jurisdiction, base)
  // What has gone offers nothing: its page says so instead.
  const offers = offering(base) ? base.public : {}
  const { openCount, openValue } = offers
  return {
    id: base.id, name, demo, status: base.status, statusSince: now.since, field, county, hosts: hostsOf(base), organiser: { name: organiserOf(base.county), demo: false },
    // Addresses and telephones are released by the host; what the register says of them is for its parties.
    address: null, officePhone: null,
    capabilities: (offers.lines ?? []).map(({ name, processes, capacity, from, to }) => ({ name, types: [], parameters: [capacity, processes].filter(Boolean).join('，') || null, readiness: from !== null && to !== null ? { from, to } : null, price: null })), capabilitiesConfirmedOn: offers.lines?.length ? (offers.asOf ?? null) : null,
    equipment: (offers.equipment ?? []).map(({ name, model, hours, used, price }) => ({ name: model ? `${name} ${model}` : name, place: null, hoursPerYear: hours, usedPercent: used, freeFrom: null, price })),
    services: offers.services && offers.services.services > 0 ? { enterprises: offers.services.clients, enterprisesOfCity: offers.services.ofCity, commissions: offers.services.services, delivered: offers.services.delivered } : null,
    grades: base.grades.map(({ year, grade }) => ({ year, grade, score: null })),
    certificate: certificateOf(base, now), about: base.direction, equipmentTotals: typeof openCount === 'number' && typeof openValue === 'number' ? { pieces: openCount, valueWan: openValue } : null,
    heldSince: base.status === 'suspended' ? now.since : null,
    history: (await historyOf(tx, jurisdiction, base)).map(({ on, to, says, law }) => ({ from: on, to, says, law, demo })),
  }
}

const hostsOf = ({ hosts }: Base) => hosts.map(({ name }, at) => ({ ...unmarked(name), role: hosts.length === 1 ? 'sole' as const : at === 0 ? 'lead' as const : 'partner' as const }))

/** The county's department under the name the regulation knows it by (Art. 7). */
export const organiserOf = (county: string): string => `${placeOf(county).words.zh}科技主管部门`

export const outcomes: Record<string, Words> = {
  recognition: { zh: '拟认定', en: 'To be recognised' }, grade: { zh: '考核结果', en: 'Grade' }, removal: { zh: '拟撤销', en: 'To be revoked' },
}
