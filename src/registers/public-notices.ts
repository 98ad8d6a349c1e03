/** Public notices as everybody may read them: the frozen list, its period day by day, its text under its hash. */
import { type Day, isWorking, plusDays, workingDaysBetween } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import { grades } from '../regulation/jinzhong-2023/article-18-grades.ts'
import { regulation } from '../regulation/jinzhong-2023/index.ts'
import { divisions } from '../settings/divisions.ts'
import { fields } from '../settings/fields.ts'
import type { RulesInForce } from '../settings/in-force.ts'
import { changeWords, type NoticeChange } from '../settings/notice-changes.ts'
import { outcomes } from './public-bases.ts'
import { unmarked } from './setting-words.ts'

type Row = {
  case_id: string; number: string; kind: 'recognition' | 'grade' | 'removal'; title: string; rows: { name: string; hosts: string[]; field: string; county: string; outcome?: string; held?: boolean; struck?: boolean }[]; text: string; text_hash: string
  published_on: Day; starts_on: Day; ends_on: Day; provisional: boolean; status: 'published' | 'closed' | 'corrected' | 'terminated'
  corrected_by: string | null; correction: { number: string; reason: string; changes: NoticeChange[] } | null; later: { reason: string; changes: NoticeChange[] } | null
}
type Around = { today: Day; rules: RulesInForce }

const kinds = { recognition: 'recognition', grade: 'grade', removal: 'revocation' } as const
const states = { published: 'open', closed: 'closed', corrected: 'corrected', terminated: 'terminated' } as const

const notices = (tx: Tx, jurisdiction: string) => rowsOf<Row>(tx, sql`
  select n.case_id, n.number, n.kind, n.title, n.rows, n.text, n.text_hash, n.published_on, coalesce(n.starts_on, n.published_on) as starts_on, n.ends_on, n.provisional, n.status, n.correction, later.number as corrected_by, later.correction as later
    from notice n left join notice later on later.jurisdiction = n.jurisdiction and later.corrects = n.case_id where n.jurisdiction = ${jurisdiction} order by n.published_on desc, n.number desc`)

export async function publicNotices(tx: Tx, jurisdiction: string, around: Around) {
  const rows = (await notices(tx, jurisdiction)).map((row) => noticeRow(row, around))
  return { open: rows.filter(({ state }) => state === 'open'), past: rows.filter(({ state }) => state !== 'open') }
}

/** `rulesOn`: the rules of the day it was published on; what was changed later does not rewrite a notice. */
export async function publicNotice(tx: Tx, jurisdiction: string, number: string, around: Around, rulesOn: (day: Day) => Promise<RulesInForce>) {
  const row = (await notices(tx, jurisdiction)).find((one) => one.number === number)
  if (!row) return null
  const published = await rowOf<{ at: string | null }>(tx, sql`select sec.published_at(${jurisdiction}, ${row.case_id}) as at`)
  const then = await rulesOn(row.published_on)
  return {
    ...noticeRow(row, around), law: 'Art. 10(4)' as const, periodLaw: 'setting:publicity.days' as const, firstDayCounts: then.settings['publicity.countFirstDay'],
    items: row.rows.map((item, at) => itemOf(row, item, at + 1)), days: daysOf(row).map((day) => ({ day, working: isWorking(around.rules.calendar, day) ?? null })),
    text: row.text.split('\n'), sha256: row.text_hash, publishedAt: published?.at ?? `${row.published_on}T00:00:00+08:00`, publisher: { name: regulation.issuer, demo: isDemo(row) }, correctedBy: row.corrected_by, corrects: row.correction?.number ?? null, correction: correctionOf(row.correction ?? row.later),
  }
}

function noticeRow(row: Row, { today, rules }: Around) {
  const period = (from: Day) => (from > row.ends_on ? 0 : workingDaysBetween(rules.calendar, plusDays(from, -1), row.ends_on))
  const state = states[row.status]
  return {
    number: row.number, title: unmarked(row.title).name, kind: kinds[row.kind], demo: isDemo(row), from: row.starts_on, to: row.ends_on, provisional: row.provisional, workingDays: period(row.starts_on),
    remaining: state === 'open' ? period(today > row.starts_on ? today : row.starts_on) : 0, state, listed: row.rows.length,
  }
}

function itemOf(row: Row, item: Row['rows'][number], no: number) {
  return {
    no, name: item.name, hosts: item.hosts.map(unmarked), field: wordsOf(fields, item.field), organiser: `${wordsOf(divisions, item.county)?.zh ?? item.county}科技主管部门`, outcome: outcomeOf(row, item),
    state: row.status === 'terminated' || item.struck ? 'reopened' as const : row.status === 'corrected' ? 'moved' as const : item.held ? 'waiting' as const : row.status === 'closed' ? 'cleared' as const : 'listed' as const,
  }
}

const correctionOf = (told: { reason: string; changes: NoticeChange[] } | null) => told && { reason: told.reason, changes: told.changes.map(({ row, what, before, after }) => ({ row, what: changeWords[what], before, after })) }

/** What is intended for all rows alike, or for this one. */
const outcomeOf = (row: Row, { outcome }: Row['rows'][number]): Words | null =>
  outcome === undefined ? outcomes[row.kind] ?? null : { zh: outcome, en: grades.find(({ words }) => words.zh === outcome)?.words.en ?? outcome }

/** The frozen list keeps Chinese names; the English ones come from the lists they were taken from. */
const wordsOf = (list: readonly { words: Words }[], zh: string): Words | null => (zh === '' ? null : list.find(({ words }) => words.zh === zh)?.words ?? { zh, en: zh })
const isDemo = ({ rows, title }: Row) => [title, ...rows.flatMap(({ hosts }) => hosts)].some((name) => unmarked(name).demo)

function daysOf({ starts_on, ends_on }: Row): Day[] {
  const days: Day[] = []
  for (let day = starts_on; day <= ends_on && days.length < 400; day = plusDays(day, 1)) days.push(day)
  return days
}
