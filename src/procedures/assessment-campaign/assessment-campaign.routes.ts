/** The board of a year: who stands where, overdue first. The city sees all with points; a county its own, without. */
import { z } from 'zod'
import type { Context } from '../../platform/case-log.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Server } from '../../platform/http.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import type { Grade } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { excellentSeats, gradeBy } from '../../settings/assessment-score.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { worksWithBases } from '../base-at-hand.ts'

export type BoardRow = {
  case: string; number: string; base: string; name: string; county: string; status: string; graded: boolean; reportedOn: string | null; dueOn: string | null; overdue: boolean; waits: string | null; reminders: number; outcome: string | null; grade: Grade | null
  /** The city's alone, until announced. */
  total: number | null; byScore: Grade | null; vetoed: boolean; spot: 'drawn' | 'done' | null; proposed: Grade | null; decided: boolean
  /** Grades of the base in the years before. */
  series: { year: number; outcome: string; grade: Grade | null }[]
}
/** `none`: why no base stands on it. */
export type Board = { year: number; none: 'noBase' | 'notListed' | 'notBegun' | 'noneOfCounty' | null; years: number[]; campaign: { id: string; number: string; status: string; window: { opensOn: string; closesOn: string; trueUpBy: string; resultBy: string } } | null; rows: BoardRow[]; counts: Record<string, number>; cap: { assessed: number; seats: number; taken: number } | null }

export function assessmentCampaignRoutes(app: Server, door: CaseDoor) {
  app.get('/api/assessments', {
    config: { access: 'signedIn' }, schema: { summary: 'Where every base stands in the assessment of a year, as far as I may see', tags: ['assessment'], querystring: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }) },
  }, (request) => door.inContext(request, async (context): Promise<Board> => boardOf(context, request.query.year)))
}

type Row = {
  case_id: string; number: string; base_id: string; name: string; county: string; status: string; graded: boolean; reported_on: string | null; due_on: string | null; waits_role: string | null; reminders: number; outcome: string | null; grade: Grade | null; campaign: string
  total: number | null; vetoed: boolean | null; spot_checked: boolean | null; proposed: Grade | null; decided: boolean | null; series: BoardRow['series']
}

async function boardOf(context: Context, asked: number | undefined): Promise<Board> {
  const { tx, jurisdiction, today, viewer } = context
  const { settings } = context.rules as unknown as RulesInForce
  const years = (await rowsOf<{ year: number }>(tx, sql`select distinct year from assessment where jurisdiction = ${jurisdiction} order by year desc`)).map(({ year }) => year)
  const year = asked ?? years[0] ?? Number(today.slice(0, 4))
  const rows = await rowsOf<Row>(tx, sql`
    select a.case_id, a.number, a.base_id, a.name, a.county, a.status, a.graded, a.reported_on, l.due_on, l.waits_role, a.reminders, a.outcome, a.grade, a.campaign, g.total, g.vetoed, g.spot_checked, g.grade as proposed, g.decided, coalesce(b.grades, '[]') as series
      from assessment a join case_list l on l.jurisdiction = a.jurisdiction and l.case_id = a.case_id join base b on b.jurisdiction = a.jurisdiction and b.id = a.base_id
      left join assessment_grade g on g.jurisdiction = a.jurisdiction and g.case_id = a.case_id
     where a.jurisdiction = ${jurisdiction} and a.year = ${year} order by l.due_on < ${today} desc nulls last, l.due_on nulls last, a.number`)
  const campaign = await campaignSeen(context, year)
  const lines = { excellent: settings['grade.excellent'], good: settings['grade.good'], fair: settings['grade.fair'] }
  const told = rows.map((row): BoardRow => ({
    case: row.case_id, number: row.number, base: row.base_id, name: row.name, county: row.county, status: row.status, graded: row.graded, reportedOn: row.reported_on, dueOn: row.due_on, overdue: row.due_on !== null && row.due_on < today, waits: row.waits_role, reminders: row.reminders,
    outcome: row.outcome, grade: row.grade, total: row.total, byScore: row.total === null ? null : gradeBy(row.total, lines, row.vetoed ?? false), vetoed: row.vetoed ?? false, spot: row.spot_checked ? 'done' : campaign?.drawn.includes(row.base_id) ? 'drawn' : null, proposed: row.proposed, decided: row.decided ?? false,
    series: row.series.filter((one) => one.year < year),
  }))
  const assessed = rows.filter(({ graded, status }) => graded && !['deferred', 'absent', 'discontinued'].includes(status)).length
  return {
    year, years, none: rows.length > 0 ? null : await noneBecause(context, campaign !== null), rows: told, counts: Object.fromEntries([...Map.groupBy(rows, ({ status }) => status)].map(([status, group]) => [status, group.length])), campaign: campaign && { id: campaign.id, number: campaign.number, status: campaign.status, window: campaign.window },
    cap: viewer.reach === 'city' ? { assessed, seats: excellentSeats(assessed, settings['grade.excellentCap'], settings['grade.excellentLeast']), taken: rows.filter(({ proposed }) => proposed === 'excellent').length } : null,
  }
}

/** An empty board says why: whoever has no base is not told that the year has not begun. */
async function noneBecause(context: Context, hasCampaign: boolean): Promise<NonNullable<Board['none']>> {
  if (!(await worksWithBases(context))) return 'noBase'
  if (context.viewer.reach === 'parties') return 'notListed'
  return context.viewer.reach === 'city' && !hasCampaign ? 'notBegun' : 'noneOfCounty'
}

async function campaignSeen({ tx, jurisdiction }: Context, year: number) {
  const [row] = await rowsOf<{ id: string; number: string; status: string; window: { opensOn: string; closesOn: string; trueUpBy: string; resultBy: string }; drawn: string[] | null }>(tx, sql`
    select l.case_id as id, l.number, l.status, (select e.body->'data'->'window' from case_entry e where e.jurisdiction = l.jurisdiction and e.case_id = l.case_id and e.did = 'plan') as window,
           (select array(select jsonb_array_elements_text(e.body->'data'->'drawing'->'drawn')) from case_entry e where e.jurisdiction = l.jurisdiction and e.case_id = l.case_id and e.did = 'drawSpotChecks') as drawn
      from case_list l where l.jurisdiction = ${jurisdiction} and l.procedure = 'assessment-campaign' and l.search like ${`%year:${year}%`} and l.status <> 'abandoned' order by l.number desc limit 1`)
  return row ? { ...row, drawn: row.drawn ?? [] } : null
}
