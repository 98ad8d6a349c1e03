/** One base as its reader may know it, on any day: what is public for everybody, the whole file for its parties. */
import type { Completeness } from '../../settings/base-tables/completeness.ts'
import { completenessOf } from '../../settings/base-tables/completeness.ts'
import { areaOf, equipmentFigures, serviceFigures, staffFigures } from '../../settings/base-tables/figures.ts'
import { baseTables, type TableId, tableIds } from '../../settings/base-tables/tables.ts'
import { findingsOf } from '../../settings/base-findings.ts'
import { baseStatuses } from '../../settings/base-status.ts'
import { type Watched, watchedOf, watchedTables, watchWords } from '../../settings/base-watch.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { ageOn, type Day, plusDays, plusMonths } from '../../kernel/day.ts'
import { standing } from '../../kernel/procedure.ts'
import type { Basis, Verdict } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { type Context, type Engine, type Entry, entriesOf, fold } from '../../platform/case-log.ts'
import { badInput, notFound } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { termNumbers } from '../../regulation/jinzhong-2023/article-14-director.ts'
import { type BaseAtHand, baseAtHand, rowsOfTables } from '../base-at-hand.ts'
import { type BaseRow, chainOf, type PublicBase, publicBases, publicHistory, rowOfBase } from '../base-in-public.ts'
import { type BaseCase, type BaseEntry, baseStatusOf, type DirectorTerm, directorOn } from './base.case.ts'
import { base as steps } from './base.ts'
import { type TimelineLine, timelineOf } from './base.timeline.ts'

type Fact = { name: Words; value: Words }
export type TermShown = DirectorTerm & { age: number | null; number: number | null; current: boolean }
export type BaseFileShown = Pick<BaseCase, 'goals' | 'site' | 'committee' | 'openService' | 'promoted' | 'chemical' | 'formerNames' | 'formerHosts' | 'hosts' | 'holds' | 'buildingSince' | 'building' | 'rectifications' | 'inspections' | 'grades' | 'awards' | 'matters' | 'ended' | 'accounting'> & {
  case: string; unit: string; terms: TermShown[]; timeline: TimelineLine[]; findings: Verdict[]; completeness: Completeness; watched: (Watched & { left: number; what: Words })[]
  staff: ReturnType<typeof staffFigures>; equipment: ReturnType<typeof equipmentFigures>; services: ReturnType<typeof serviceFigures>; area: number
  tables: { id: TableId; words: Words; law: Basis; rows: number; evidenced: number | null; lastOn: Day | null; lastBy: string | null }[]
  mayKeep: boolean; mayAppoint: boolean
}
export type BaseDetail = BaseRow & {
  certificateNo: string; documentNo: string; facts: Fact[]; history: { on: Day; says: Words; law: Basis; number: string | null }[]; cases: { number: string; procedure: string; title: string; status: string; openedOn: Day }[]
  /** The day it is seen as of; `today` is the day of the platform. */
  on: Day; today: Day
  /** For its parties alone. */
  file: BaseFileShown | null
}

export async function detailOf(context: Context, number: string, on: Day): Promise<BaseDetail> {
  const { tx, jurisdiction, viewer, today } = context
  const [base] = await publicBases(tx, jurisdiction, [sql`id = ${number}`])
  if (!base) throw notFound()
  if (on > today || on < base.recognised_on) throw badInput([{ path: 'on', expected: { zh: `${base.recognised_on} 至 ${today} 之间的一天`, en: `a day between ${base.recognised_on} and ${today}` } }])
  const cases = await rowsOf<{ number: string; procedure: string; title: string; status: string; opened_on: Day }>(tx, sql`
    select number, procedure, title, status, opened_on from case_list where jurisdiction = ${jurisdiction} and (base = ${number} or case_id = any(${[base.case_id, base.recognition ?? '']}::text[])) and opened_on <= ${on} order by opened_on desc, number desc`)
  const hand = await baseAtHand(tx, jurisdiction, number)
  const then = hand && (await fileThen(context, hand, on))
  const history = await publicHistory(tx, jurisdiction, base)
  const row = rowOfBase(base, viewer.orgs)
  return {
    ...row, ...(then && seenAs(then.file, on)), certificateNo: base.certificate_no, documentNo: base.document_no, facts: factsOf(then ? { ...base, direction: then.file.direction, chain: then.file.chain } : base), history: history.filter((line) => line.on <= on).map(({ to: _, ...line }) => line),
    cases: cases.map(({ opened_on, ...one }) => ({ ...one, openedOn: opened_on })), on, today, file: hand && then ? await shown(context, hand, then, on) : null,
  }
}

type Then = { file: BaseCase; entries: BaseEntry[] }

/** The file as its entries up to that day make it. */
async function fileThen(context: Context, { case: caseId }: BaseAtHand, on: Day): Promise<Then> {
  const entries = (await entriesOf(context.tx, context.jurisdiction, caseId)).filter((entry) => entry.on <= on)
  return { file: fold(context.engines.base as Engine, entries, context) as unknown as BaseCase, entries: entries as unknown as (BaseEntry & Entry)[] }
}

const seenAs = (file: BaseCase, on: Day) => {
  const status = baseStatusOf(file)
  return { name: file.name, host: file.hosts.find(({ lead }) => lead)?.name ?? '', status, statusWords: baseStatuses[status].words, family: baseStatuses[status].family, director: directorOn(file.terms, on)?.name ?? null }
}

async function shown(context: Context, hand: BaseAtHand, { file, entries }: Then, on: Day): Promise<BaseFileShown> {
  const { tx, jurisdiction, actor, today, viewer } = context
  const { settings } = context.rules as unknown as RulesInForce
  const rows = await rowsOfTables(tx, jurisdiction, hand.id, tableIds, on)
  const now = directorOn(file.terms, on)
  const numbers = termNumbers(file.terms, settings['director.minServedMonths'])
  const of = (table: TableId) => rows[table] ?? []
  const { goals, site, committee, openService, promoted, chemical, formerNames, formerHosts, hosts, holds, buildingSince, rectifications, inspections, grades, awards, matters, ended, accounting } = file
  // What is being proposed stays with the authorities.
  const building = file.building && (viewer.reach === 'city' || viewer.reach === 'authorities' ? file.building : { ...file.building, proposal: null })
  const watched = watchedOf(file, Object.fromEntries(watchedTables.map((table) => [table, of(table)])), settings)
  return {
    goals, site, committee, openService, promoted, chemical, formerNames, formerHosts, hosts, holds, buildingSince, building, rectifications, inspections, grades, awards, matters, ended, accounting, case: hand.case, unit: hand.unit,
    terms: file.terms.map((term, at) => ({ ...term, age: term.bornOn ? ageOn(term.bornOn, term.from) : null, number: numbers[at] ?? null, current: term === now })),
    timeline: timelineOf(entries as (BaseEntry & { law: Basis })[]), findings: file.status === 'live' ? findingsOf(file, rows, on, settings) : [], completeness: completenessOf(file, rows),
    watched: file.status === 'live' ? watched.map((item) => ({ ...item, what: watchWords[item.of] ?? { zh: item.of, en: item.of }, left: Math.round((Date.parse(item.on) - Date.parse(on)) / 86_400_000) })) : [],
    staff: staffFigures(of('staff')), equipment: equipmentFigures(of('equipment')), services: serviceFigures(of('services'), plusDays(plusMonths(on, -12), 1), on), area: areaOf(of('sites')),
    tables: tableIds.map((id) => ({ id, words: baseTables[id].words, law: baseTables[id].law, rows: of(id).length, evidenced: baseTables[id].evidence ? of(id).filter(({ evidence }) => (evidence?.length ?? 0) > 0).length : null, lastOn: file.tables[id]?.lastOn ?? null, lastBy: file.tables[id]?.lastBy ?? null })),
    mayKeep: on === today && file.status === 'live' && standing(steps.keepTable.by, file, actor) !== undefined, mayAppoint: on === today && file.status === 'live' && standing('host.admin', file, actor) !== undefined,
  }
}

function factsOf({ direction, chain, public: open }: PublicBase): Fact[] {
  const chained = chainOf(chain)
  const figure = (value: number | null | undefined, zh: string, en: string): Words[] => (value === null || value === undefined ? [] : [{ zh: `${value} ${zh}`, en: `${value} ${en}` }])
  const named = (name: Words, values: Words[]) => values.map((value) => ({ name, value }))
  return [
    ...named({ zh: '核心研究方向', en: 'Core research direction' }, [{ zh: direction, en: direction }]), ...named({ zh: '重点产业链', en: 'Key chain' }, chained ? [chained] : []),
    ...named({ zh: '设备', en: 'Equipment' }, figure(open.equipmentCount, '台（套）', 'pieces')), ...named({ zh: '设备原值', en: 'Value of equipment' }, figure(open.equipmentValue, '万元', '× 10,000 yuan')), ...named({ zh: '场地面积', en: 'Area' }, figure(open.area, 'm²', 'm²')),
  ]
}

/** The case of a base by its number, for its parties; whoever may not see it does not find it. */
export async function caseOfBase({ tx, jurisdiction }: Context, number: string): Promise<{ caseId: string; baseId: string }> {
  const row = await rowOf<{ case_id: string; base_id: string }>(tx, sql`select case_id, base_id from base_file where jurisdiction = ${jurisdiction} and base_id = ${number}`)
  if (!row) throw notFound()
  return { caseId: row.case_id, baseId: row.base_id }
}
