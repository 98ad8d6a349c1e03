/** The door of the panel review: who sits, what was sealed, and how the sheets are counted once they are open. */
import type { Context, Viewer } from '../../platform/case-log.ts'
import { rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { declarationOf, type PanelReviewCase, type Result, sitting, validSheets } from './panel-review.case.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'
import type { PanelReviewFound } from './panel-review.ts'
import { rankedResults, sheetFaults, totalOf } from './panel-review.scores.ts'

export async function look(tx: Tx, about: { context: Context; file: PanelReviewCase; step: string | null; data: Record<string, unknown> }): Promise<PanelReviewFound> {
  const { context, file, step, data } = about
  const { jurisdiction } = context
  const { settings } = context.rules as unknown as RulesInForce
  const cases = step === 'convene' && Array.isArray(data.cases) ? (data.cases as string[]) : []
  const queued = cases.length === 0 ? [] : await rowsOf<{ case_id: string }>(tx, sql`select case_id from case_list where jurisdiction = ${jurisdiction} and procedure = 'recognition' and status = 'queued' and case_id = any(${cases}::text[])`)
  const asked = step === 'designate' ? ((data.experts as string[] | undefined) ?? []) : step === 'replace' ? [data.by as string] : []
  const listed = asked.length === 0 ? [] : await rowsOf<{ person: string }>(tx, sql`select person from expert where jurisdiction = ${jurisdiction} and available and person = any(${asked}::text[])`)
  const seated = file.experts.map(({ person }) => person)
  return {
    minValid: settings['panel.minValid'],
    notQueued: cases.filter((id) => !queued.some((row) => row.case_id === id)),
    notListed: asked.filter((id) => seated.includes(id) || !listed.some(({ person }) => person === id)),
    notSitting: step === 'replace' && !sitting(file).some(({ person }) => person === data.expert) ? [String(data.expert)] : [],
    reviewed: file.applications.some((one) => one.case === data.about),
    sheetFaults: step === 'score' ? sheetFaults(file.rubric, data as unknown as PanelReviewCommands['score']) : [],
  }
}

export async function complete(tx: Tx, about: { context: Context; caseId: string; file: PanelReviewCase; step: string; data: Record<string, unknown> }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  const { jurisdiction } = context
  switch (step) {
    case 'convene': {
      const rows = await rowsOf<{ case_id: string; number: string; title: string; hosts: { name: string }[] }>(tx, sql`select case_id, number, title, hosts from case_list where jurisdiction = ${jurisdiction} and case_id = any(${data.cases as string[]}::text[]) order by number`)
      return { ...data, applications: rows.map((row) => ({ case: row.case_id, number: row.number, name: row.title, hosts: row.hosts.map(({ name }) => name) })) }
    }
    case 'designate': return { ...data, named: await namesOf(tx, jurisdiction, data.experts as string[]) }
    case 'replace': return { ...data, named: await namesOf(tx, jurisdiction, [data.by as string]) }
    case 'conclude': return { ...data, results: await resultsOf(tx, { context, caseId, file, opinions: data.opinions as PanelReviewCommands['conclude']['opinions'] }) }
    default: return data
  }
}

const namesOf = async (tx: Tx, jurisdiction: string, people: string[]) => (await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from person where jurisdiction = ${jurisdiction} and id = any(${people}::text[]) order by id`)).map(({ id, name }) => ({ person: id, name }))

export type Sheet = PanelReviewCommands['score'] & { expert: string; name: string; entry: number; total: string }

/** Every valid sheet, once scoring is closed; before that there is nothing to read. */
export async function openedSheets(tx: Tx, jurisdiction: string, caseId: string, file: PanelReviewCase): Promise<Sheet[]> {
  const rows = await rowsOf<{ no: number; person: string; data: PanelReviewCommands['score'] }>(tx, sql`select no, person, data from sec.unsealed(${jurisdiction}, ${caseId})`)
  return rows.filter((row) => validSheets(file, row.data.about).some((sheet) => sheet.entry === row.no))
    .map((row) => ({ ...row.data, expert: row.person, name: file.experts.find(({ person }) => person === row.person)?.name ?? '', entry: row.no, total: totalOf(row.data.items) }))
}

async function resultsOf(tx: Tx, about: { context: Context; caseId: string; file: PanelReviewCase; opinions: PanelReviewCommands['conclude']['opinions'] }): Promise<Result[]> {
  const { context, caseId, file, opinions } = about
  const { settings } = context.rules as unknown as RulesInForce
  const sheets = await openedSheets(tx, context.jurisdiction, caseId, file)
  return rankedResults(file.applications.map(({ case: id }) => id), sheets, settings['score.trimFrom'])
    .map((result) => ({ ...result, opinion: opinions.find(({ about: id }) => id === result.about)?.opinion ?? '', shortlist: opinions.find(({ about: id }) => id === result.about)?.shortlist ?? false }))
}

export const list = (file: PanelReviewCase) => ({ title: file.title, hosts: [], county: null, field: null, track: null, batch: null, search: file.applications.map(({ number, name }) => `${number} ${name}`).join(' ') })

/** Experts see the review from the moment scoring begins, until it is concluded. */
export const visibleTo = (file: PanelReviewCase) => ({ orgs: [...(file.parties['city.officer'] ?? [])], people: file.status === 'scoring' || file.status === 'closed' || file.status === 'concluded' ? sitting(file).map(({ person }) => person) : [] })

/** The city sees who sits; an expert sees the applications and the own declarations, never who else sits or how far they are. */
export function show(file: PanelReviewCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, ...all } = file
  if (viewer.reach === 'city') return { ...all, progress: file.applications.map((one) => ({ about: one.case, sheets: validSheets(file, one.case).length, sitting: sitting(file).length })) }
  const mine = <Item extends { expert: string }>(items: readonly Item[]) => items.filter(({ expert }) => expert === viewer.person)
  return { status: file.status, title: file.title, rubric: file.rubric, applications: file.applications.map(({ case: id, name, hosts }) => ({ case: id, name, hosts })), declarations: mine(file.declarations), sheets: mine(file.sheets) }
}

/** Who may open which application: experts who sit and declared no conflict for it. Each declares for themselves alone. */
export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; file: PanelReviewCase; entry: { did: string; by: { person: string } } }) {
  const { jurisdiction, caseId, file, entry } = about
  if (!['declareConflict', 'replace', 'conclude', 'dissolve'].includes(entry.did)) return
  const concerned = (person: string) => entry.did !== 'declareConflict' || person === entry.by.person
  await rowsOf(tx, sql`delete from case_reader where jurisdiction = ${jurisdiction} and panel_id = ${caseId} ${entry.did === 'declareConflict' ? sql`and person = ${entry.by.person}` : sql``}`)
  if (file.status === 'concluded' || file.status === 'dissolved') return
  for (const { person } of sitting(file).filter((expert) => concerned(expert.person))) {
    for (const { case: id } of file.applications.filter((one) => declarationOf(file, person, one.case) === 'none')) {
      await rowsOf(tx, sql`insert into case_reader (jurisdiction, case_id, person, panel_id) values (${jurisdiction}, ${id}, ${person}, ${caseId}) on conflict do nothing`)
    }
  }
}
