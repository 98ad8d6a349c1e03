/** What everybody may know of revocations: those that were served, with their grounds and papers; no person and no finding. */
import type { Day } from '../kernel/day.ts'
import type { Citation } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { listed, rowsOf, sql, type Tx } from '../platform/query.ts'
import { divisionOf } from '../settings/divisions.ts'
import { unmarked } from './setting-words.ts'

export type PublicRevocation = {
  base: { id: string; name: string; demo: boolean }; hosts: { name: string; demo: boolean }[]; county: Words; grounds: Citation[]
  documentNo: string; decidedOn: Day; servedOn: Day; announcedOn: Day | null; announcementNo: string | null; announcement: string | null
}
type Row = { base_id: string; base_name: string; county: string; hosts: { name: string; demo: boolean }[]; citations: Citation[]; document_no: string; decided_on: Day; served_on: Day; announced_on: Day | null; announcement_no: string | null; announcement: string | null }

/** The latest first; of one base where `baseId` is given. */
export async function publicRevocations(tx: Tx, jurisdiction: string, baseId?: string): Promise<PublicRevocation[]> {
  const rows = await rowsOf<Row>(tx, sql`
    select base_id, base_name, county, hosts, citations, document_no, decided_on, served_on, announced_on, announcement_no, announcement from revocation
     where ${listed([sql`jurisdiction = ${jurisdiction}`, sql`served_on is not null`, ...(baseId === undefined ? [] : [sql`base_id = ${baseId}`])])} order by served_on desc, base_id`)
  return rows.map((row) => ({
    base: { id: row.base_id, name: row.base_name, demo: row.hosts.some(({ demo }) => demo) }, hosts: row.hosts.map(({ name }) => unmarked(name)), county: divisionOf(row.county)?.words ?? { zh: row.county, en: row.county }, grounds: row.citations,
    documentNo: row.document_no, decidedOn: row.decided_on, servedOn: row.served_on, announcedOn: row.announced_on, announcementNo: row.announcement_no, announcement: row.announcement,
  }))
}

/** Why a certificate is void, in the words of the decision. */
export const voidBecause = ({ documentNo, servedOn }: PublicRevocation): Words => ({ zh: `撤销，决定文号 ${documentNo}，${servedOn} 送达`, en: `Revoked, decision ${documentNo}, served on ${servedOn}` })

export type AwardTotal = { year: number; ceiling: string | null; awards: number; committed: string; paid: string }
/** Sums by budget year, without names: they come from a function that knows nothing else to tell. */
export const awardTotals = (tx: Tx, jurisdiction: string) => rowsOf<AwardTotal>(tx, sql`select year, ceiling::text, awards, committed::text, paid::text from sec.award_totals(${jurisdiction})`)
