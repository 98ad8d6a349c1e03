/** How long each level takes, and how often it asks for a supplement: from the entries of the cases the viewer may read, in working days. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { rowsOf, sql, type Tx } from '../platform/query.ts'
import { divisions } from '../settings/divisions.ts'
import type { RulesInForce } from '../settings/in-force.ts'
import { median } from '../settings/scores.ts'
import type { FigureTable } from './base-statistics.ts'

/** `open`: whose people read every entry that begins and ends the stay. */
const levels = [
  { procedure: 'recognition', status: 'submitted', words: { zh: '区县初审', en: 'County review' }, limit: 'county.reviewDays', open: ['city', 'authorities'] },
  { procedure: 'recognition', status: 'recommended', words: { zh: '市局形式审查', en: 'Formal examination by the city' }, limit: 'form.examDays', open: ['city', 'authorities'] },
  { procedure: 'recognition', status: 'reviewed', words: { zh: '现场考察', en: 'Site visit' }, limit: 'site.days', open: ['city'] },
  { procedure: 'recognition', status: 'visited', words: { zh: '拟定结果', en: 'Proposal' }, limit: 'meeting.days', open: ['city'] },
  { procedure: 'recognition', status: 'proposed', words: { zh: '市局决定', en: 'Decision of the city' }, limit: 'meeting.days', open: ['city'] },
  { procedure: 'recognition', status: 'cleared', words: { zh: '签发认定', en: 'Signing of the recognition' }, limit: 'recognise.days', open: ['city'] },
  { procedure: 'inspection', status: 'reported', words: { zh: '整改核查', en: 'Verification of rectifications' }, limit: 'inspection.verifyDays', open: ['city', 'authorities'] },
  { procedure: 'suspension', status: 'imposed', words: { zh: '暂停确认', en: 'Confirmation of suspensions' }, limit: 'suspension.confirmDays', open: ['city', 'authorities'] },
] as const satisfies readonly { procedure: string; status: string; words: Words; limit: string; open: readonly string[] }[]

type Stay = { procedure: string; county: string | null; case_id: string; status: string; from_day: Day; to_day: Day | null }
type Returned = { county: string | null; applications: number; returned: number }

/** Finished stays; several of one case in one status count together, for the clock stood still in between. */
export async function paceTables(tx: Tx, jurisdiction: string, reach: string, rules: Pick<RulesInForce, 'between' | 'limit'>): Promise<FigureTable[]> {
  const stays = await rowsOf<Stay>(tx, sql`
    with moves as (
      select l.procedure, l.county, e.case_id, e.no, e.body->>'on' as day, e.body->>'to' as status, lag(e.body->>'to') over (partition by e.case_id order by e.no) as before
        from case_entry e join case_list l on l.jurisdiction = e.jurisdiction and l.case_id = e.case_id and l.procedure in ('recognition', 'inspection', 'suspension') where e.jurisdiction = ${jurisdiction})
    select procedure, county, case_id, status, day as from_day, lead(day) over (partition by case_id order by no) as to_day from moves where status is distinct from before`)
  const returned = await rowsOf<Returned>(tx, sql`
    select l.county, count(distinct e.case_id) filter (where e.did = 'submit')::int as applications, count(distinct e.case_id) filter (where e.did = 'returnForSupplement')::int as returned
      from case_entry e join case_list l on l.jurisdiction = e.jurisdiction and l.case_id = e.case_id and l.procedure = 'recognition' where e.jurisdiction = ${jurisdiction} and e.did in ('submit', 'returnForSupplement') group by 1`)
  const used = (of: readonly Stay[]): number[] => [...Map.groupBy(of, ({ case_id }) => case_id).values()].filter((own) => own.every(({ to_day }) => to_day !== null)).map((own) => own.reduce((total, { from_day, to_day }) => total + rules.between(from_day, to_day ?? from_day), 0))
  const told = (days: readonly number[], limit: number): (number | null)[] => [days.length, median([...days]) ?? null, limit, days.length === 0 ? null : days.filter((one) => one > limit).length / days.length]
  const columns = [{ words: { zh: '已办结', en: 'Finished' }, kind: 'count' as const }, { words: { zh: '中位工作日', en: 'Median, working days' }, kind: 'number' as const }, { words: { zh: '时限', en: 'Limit' }, kind: 'count' as const }, { words: { zh: '超期率', en: 'Overdue, share' }, kind: 'share' as const }]
  const counties = divisions.map(({ code, words }) => {
    const county = `county.${code}`
    const back = returned.find((one) => one.county === county)
    return { key: code, name: words, values: [...told(used(stays.filter((stay) => stay.procedure === 'recognition' && stay.status === 'submitted' && stay.county === county)), rules.limit('county.reviewDays')), back && back.applications > 0 ? back.returned / back.applications : null] }
  }).filter(({ values }) => values[0] !== 0 || values[4] !== null)
  return [
    { id: 'levels', words: { zh: '各级办理用时', en: 'Time taken at each level' }, head: { zh: '环节', en: 'Level' }, note: { zh: '只计已办结的，申报单位补正期间不计。', en: 'Finished stays only; the applicant\'s own time is left out.' }, columns, chart: { as: 'bars', columns: [1] },
      rows: levels.filter(({ open }) => (open as readonly string[]).includes(reach)).map(({ procedure, status, words, limit }) => ({ key: `${procedure}.${status}`, name: words, values: told(used(stays.filter((stay) => stay.procedure === procedure && stay.status === status)), rules.limit(limit)) })) },
    { id: 'counties', words: { zh: '各区县初审', en: 'Preliminary review by county' }, head: { zh: '区县', en: 'County' }, note: { zh: '补正率：曾退回补正的占已提交的比例。', en: 'Supplement rate: those ever returned, of all submitted.' }, columns: [...columns, { words: { zh: '补正率', en: 'Supplement rate' }, kind: 'share' }], chart: { as: 'bars', columns: [1] }, rows: counties },
  ]
}
