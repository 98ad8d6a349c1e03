/** What the pool tells of its experts: one row for the list, one card with everything. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import { listed, rowsOf, sql, type Tx } from '../platform/query.ts'
import { barsOf, type BarRow } from './expert-bars.ts'
import { fieldWords, specialties, titles, wordsIn } from './expert-words.ts'

export type Employer = { name: string; from: Day | null; to: Day | null }
export type Away = { from: Day; to: Day }
/** Whether an expert could be called today, and if not, why. */
export type Standing = 'callable' | 'unavailable' | 'away' | 'barred' | 'noAccount'
export type ExpertRow = {
  id: string; name: string; employer: string; title: string; titleWords: Words; specialty: string; specialtyWords: Words; fields: Words[]; fieldIds: string[]; region: string; inCity: boolean
  from: Day | null; to: Day | null; active: boolean; demo: boolean; version: number; standing: Standing
}
export type ExpertList = { rows: ExpertRow[]; total: number; counts: Record<Standing, number> }
export type ExpertCard = ExpertRow & { employers: Employer[]; avoid: string[]; away: Away[]; phone: string | null; email: string | null; bars: BarRow[] }

type Row = {
  person: string; name: string; employer: string; employers: Employer[]; title: string; specialty: string; fields: string[]; avoid: string[]; away: Away[]; region: string; in_city: boolean; available: boolean; demo: boolean; version: number
  office_phone: string | null; email: string | null; valid_from: Day | null; valid_to: Day | null; barred: boolean; away_now: boolean; role_now: boolean
}

const select = (jurisdiction: string, today: Day, where: Parameters<typeof listed>[0], most: number) => sql`
  select e.person, p.name, e.employer, e.employers, e.title, e.specialty, e.fields, e.avoid, e.away, e.region, e.in_city, e.available, e.demo, e.version, p.office_phone, p.email, a.valid_from, a.valid_to,
         expert_barred(e.jurisdiction, e.person, ${today}) as barred, expert_away(e.away, ${today}) as away_now, p.disabled_at is null and a.valid_from <= ${today} as role_now
    from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person
    left join lateral (select valid_from, valid_to from assignment a where a.jurisdiction = e.jurisdiction and a.person = e.person and a.role = 'expert' and (a.valid_to is null or a.valid_to >= ${today}) order by valid_from limit 1) a on true
   where ${listed([sql`e.jurisdiction = ${jurisdiction}`, ...where])} order by e.specialty = 'technical' desc, p.name, e.person limit ${most}`

export const mostExperts = 5000

export async function experts(tx: Tx, { jurisdiction, today }: Pick<Context, 'jurisdiction' | 'today'>, where: Parameters<typeof listed>[0] = []): Promise<ExpertRow[]> {
  return (await rowsOf<Row>(tx, select(jurisdiction, today, where, mostExperts))).map(rowFrom)
}

export async function expertCards(tx: Tx, { jurisdiction, today }: Pick<Context, 'jurisdiction' | 'today'>, where: Parameters<typeof listed>[0] = []): Promise<Omit<ExpertCard, 'bars'>[]> {
  return (await rowsOf<Row>(tx, select(jurisdiction, today, where, mostExperts))).map((row) => ({ ...rowFrom(row), employers: employersOf(row), avoid: row.avoid, away: row.away, phone: row.office_phone, email: row.email }))
}

export async function expertCard(tx: Tx, context: Pick<Context, 'jurisdiction' | 'today'>, id: string): Promise<ExpertCard | undefined> {
  const [card] = await expertCards(tx, context, [sql`e.person = ${id}`])
  return card && { ...card, bars: await barsOf(tx, context, [sql`b.person = ${id}`]) }
}

/** The employers over time; who has told none has at least the present one. */
export const employersOf = ({ employers, employer }: Pick<Row, 'employers' | 'employer'>): Employer[] => (employers.length > 0 ? employers : [{ name: employer, from: null, to: null }])

const rowFrom = (row: Row): ExpertRow => ({
  id: row.person, name: row.name, employer: row.employer, title: row.title, titleWords: wordsIn(titles, row.title), specialty: row.specialty, specialtyWords: wordsIn(specialties, row.specialty), fields: fieldWords(row.fields), fieldIds: row.fields,
  region: row.region, inCity: row.in_city, from: row.valid_from, to: row.valid_to, active: row.available, demo: row.demo, version: row.version, standing: standingOf(row),
})

function standingOf({ barred, available, away_now, role_now }: Row): Standing {
  if (barred) return 'barred'
  if (!role_now) return 'noAccount'
  if (!available) return 'unavailable'
  return away_now ? 'away' : 'callable'
}
