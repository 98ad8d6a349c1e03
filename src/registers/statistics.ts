/** Figures for those who work with the cases: everyone counts what they may see, and nothing else. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'
import { fieldOf, placeOf } from '../procedures/base-in-public.ts'
import { counted } from './bases.ts'
import { readsBaseFigures } from './base-statistics-routes.ts'
import { byYear, countsSeen, type Pace, paceOf, staysSeen, type YearFigures } from './recognition-figures.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'

export type FigureRow = { name: Words; count: number; share: number | null }
export type FigureGroup = { words: Words; note: Words | null; rows: FigureRow[] }
/** `ofBases`: whether the figures of bases are for this viewer; what is public of them stands on the portal. */
export type Statistics = { asOf: Day; ofBases: boolean; groups: FigureGroup[]; years: YearFigures[]; pace: Pace[]; returned: { applications: number; returned: number; share: number | null } }

export function statisticsRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/statistics', { config: { access: 'signedIn' }, schema: { summary: 'Figures of recognition within my visibility', tags: ['registers'] } }, (request) => door.inContext(request, (context) => statisticsOf(context, door)))
}

type Row = { status: string; county: string | null; field: string | null }

async function statisticsOf(context: Context, door: RegisterDoor): Promise<Statistics> {
  const { tx, jurisdiction, today, viewer } = context
  const rows = await rowsOf<Row>(tx, sql`select status, county, field from case_list where jurisdiction = ${jurisdiction} and procedure = 'recognition'`)
  const statuses = door.engines.recognition?.statuses ?? {}
  const stage = (status: string) => Object.keys(statuses).indexOf(status)
  const submitted = rows.filter(({ county }) => county !== null)
  const pace = paceOf(await staysSeen(tx, jurisdiction), rulesIn(context))
  const returned = await returnedOf(context)
  return {
    asOf: today, ofBases: readsBaseFigures(viewer), pace, returned, years: byYear(await countsSeen(tx, jurisdiction), door.engines.recognition),
    groups: [
      group({ zh: '按状态', en: 'By status' }, null, counted(rows, (row) => row.status, (row) => ({ status: row.status, name: statuses[row.status]?.words ?? { zh: row.status, en: row.status } })).sort((a, b) => stage(a.status) - stage(b.status))),
      group({ zh: '按区县', en: 'By county' }, { zh: '提交后的申请，按建设地点', en: 'Applications once submitted, by site' }, counted(submitted, (row) => row.county ?? '', (row) => ({ name: placeOf((row.county ?? '').replace('county.', '')).words }))),
      group({ zh: '按领域', en: 'By field' }, { zh: '提交后的申请', en: 'Applications once submitted' }, counted(submitted.filter(({ field }) => field !== null), (row) => row.field ?? '', (row) => ({ name: fieldOf(row.field ?? '').words }))),
      { words: { zh: '办理用时（工作日，中位数）', en: 'Working days used (median)' }, note: { zh: '只计已办结的；申报单位补正期间不计。占比为超过时限的件数。', en: 'Finished ones only, the applicant\'s own time left out. The share is of those beyond the limit.' },
        rows: pace.filter(({ cases }) => cases > 0).map(({ step, median, limit, cases, late }) => ({ name: { zh: `${step.zh}（时限 ${limit}，${cases} 件）`, en: `${step.en} (limit ${limit}, ${cases} cases)` }, count: median ?? 0, share: late / cases })) },
      { words: { zh: '退回补正', en: 'Returned for supplement' }, note: { zh: '曾被退回补正的占已提交的比例', en: 'Those ever returned, of all submitted' }, rows: [{ name: { zh: '曾退回补正', en: 'Ever returned' }, count: returned.returned, share: returned.share }] },
    ],
  }
}

/** How many submitted applications were ever sent back by county or city. */
async function returnedOf({ tx, jurisdiction }: Context): Promise<Statistics['returned']> {
  const row = await rowOf<{ applications: number; returned: number }>(tx, sql`
    select count(distinct e.case_id) filter (where e.did = 'submit')::int as applications, count(distinct e.case_id) filter (where e.did in ('returnForSupplement', 'requestSupplement'))::int as returned
      from case_entry e join case_list l on l.jurisdiction = e.jurisdiction and l.case_id = e.case_id and l.procedure = 'recognition' where e.jurisdiction = ${jurisdiction} and e.did in ('submit', 'returnForSupplement', 'requestSupplement')`)
  const { applications, returned } = row ?? { applications: 0, returned: 0 }
  return { applications, returned, share: applications > 0 ? returned / applications : null }
}

const group = (words: Words, note: Words | null, rows: readonly { name: Words; count: number }[]): FigureGroup => {
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  return { words, note, rows: rows.map(({ name, count }) => ({ name, count, share: all > 0 ? count / all : null })) }
}
