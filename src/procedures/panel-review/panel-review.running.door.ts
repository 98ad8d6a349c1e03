/** Applications a running panel has before it: they stand in their queue, but nobody has to convene anything for them. */
import type { Context } from '../../platform/case-log.ts'
import { rowsOf, sql } from '../../platform/query.ts'

export const beforeTheirPanel = {
  where: (jurisdiction: string) => sql`procedure = 'recognition' and status = 'queued' and case_id in (select r.case_id from sec.running_panels(${jurisdiction},
    array(select q.case_id from case_list q where q.jurisdiction = ${jurisdiction} and q.procedure = 'recognition' and q.status = 'queued')) r)`,
  asks: { zh: '评审组已召集，待评审结果', en: 'Its panel is convened; the result is awaited' },
  numbers: async ({ tx, jurisdiction }: Context, caseId: string): Promise<string[]> =>
    (await rowsOf<{ panel: string }>(tx, sql`select panel from sec.running_panels(${jurisdiction}, ${[caseId]}::text[])`)).map(({ panel }) => panel),
}
