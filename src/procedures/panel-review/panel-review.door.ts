/** The door of the panel review: who may be seated, what was sealed, and how the sheets are counted once they are open. */
import type { Context, Engine } from '../../platform/case-log.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { Counted, CountRules, PanelReviewCase, PanelReviewEntry, Result, Special } from './panel-review.case.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'
import { alarmsOf, standingsOf } from './panel-review.count.ts'
import { abandoned, committed, nextMember, planNow, recordNow, refreshDraws, revealed } from './panel-review.draw.door.ts'
import { commitmentOf } from './panel-review.draw.ts'
import { gather, planRules, type RelationsOf } from './panel-review.gather.door.ts'
import { pathTold, type Plan, weighed } from './panel-review.plan.ts'
import { sheetFaults, technicalOf, totalOf } from './panel-review.scores.ts'
import { mayRead, sitting, toDo } from './panel-review.standing.ts'
import type { PanelReviewFound } from './panel-review.ts'

export { show } from './panel-review.show.ts'

type About = { context: Context; caseId: string; file: PanelReviewCase; data: Record<string, unknown> }
/** What a step also needs to complete its entry, found while it was weighed. */
type Found = PanelReviewFound & { plan?: Plan; member?: Awaited<ReturnType<typeof nextMember>> }

/** The parts of the door that look into applications; how a snapshot is read is handed in. */
export const reading = (relationsOf: RelationsOf): Pick<Engine, 'look' | 'complete'> => ({
  look: (tx, about) => look(tx, about as unknown as About & { step: string | null }, relationsOf),
  complete: (tx, about) => complete(tx, about as unknown as About & { step: string; found: Found }, relationsOf),
})

async function look(tx: Tx, about: About & { step: string | null }, relationsOf: RelationsOf): Promise<Found> {
  const { context, caseId, file, step, data } = about
  const { jurisdiction } = context
  const { settings } = context.rules as unknown as RulesInForce
  const seating = step === 'designate' || step === 'approveDesignation'
  const plan = step === 'commitDraw' ? await planNow(tx, context, file, relationsOf) : undefined
  const record = step === 'revealDraw' ? (await recordNow(tx, jurisdiction, caseId, file))?.record : undefined
  const member = step === 'replace' ? await nextMember(tx, { context, caseId, file, leaving: String(data.expert), relationsOf }) : undefined
  return {
    limits: {
      size: settings['panel.size'], specialSize: settings['special.panelSize'], minValid: settings['panel.minValid'], designatedShare: settings['panel.designatedShare'], technicalShare: settings['panel.technicalShare'],
      outsideShare: settings['panel.outsideShare'], perEmployer: settings['panel.perEmployer'], financeSeats: settings['panel.financeSeats'], safetySeats: settings['panel.safetySeats'],
      materialDays: settings['panel.materialDays'],
    },
    readFor: file.scoringFrom ? context.rules.between(file.scoringFrom, context.today) : 0,
    convening: step === 'convene' ? await convening(tx, jurisdiction, data.cases as string[]) : { notQueued: [], running: [], batches: [], special: 0, cases: 0 },
    named: seating ? await namedNow(tx, context, file, String(data.expert), relationsOf) : { listed: true, name: '', because: undefined, paths: [] },
    draw: {
      faults: [...(plan?.faults ?? [])], technical: plan?.rules.seats.technical ?? 0, revealed: record && commitmentOf(record), found: record?.result.found, attempts: record?.result.attempts ?? 0,
    },
    next: member?.number, sheetFaults: step === 'score' ? sheetFaults(file.rubric, data as unknown as PanelReviewCommands['score']) : [],
    ...(plan && { plan }), ...(member && { member }),
  }
}

/** Locked in one order, so that two officers who convene at once do not both get the same application. */
async function convening(tx: Tx, jurisdiction: string, cases: readonly string[]): Promise<PanelReviewFound['convening']> {
  const named = [...new Set(cases)]
  await rowsOf(tx, sql`select id from case_head where jurisdiction = ${jurisdiction} and id = any(${named}::text[]) order by id for update`)
  const queued = await rowsOf<{ case_id: string; number: string; batch: string | null; track: string | null }>(tx, sql`
    select case_id, number, batch, track from case_list where jurisdiction = ${jurisdiction} and procedure = 'recognition' and status = 'queued' and case_id = any(${named}::text[])`)
  const running = await rowsOf<{ case_id: string; panel: string }>(tx, sql`select case_id, panel from sec.running_panels(${jurisdiction}, ${named}::text[])`)
  const special = queued.filter(({ batch }) => batch === null)
  return {
    notQueued: named.filter((id) => !queued.some((row) => row.case_id === id)), running: running.map(({ case_id, panel }) => ({ number: queued.find((row) => row.case_id === case_id)?.number ?? case_id, panel })),
    batches: [...new Set(queued.flatMap(({ batch }) => batch ?? []))], special: special.length, cases: named.length,
  }
}

/** Whether somebody may be seated at all, with every ground told step by step. */
async function namedNow(tx: Tx, context: Context, file: PanelReviewCase, person: string, relationsOf: RelationsOf): Promise<PanelReviewFound['named']> {
  const gathered = await gather(tx, context, file, relationsOf)
  const one = gathered.candidates.find((candidate) => candidate.person === person)
  if (!one) return { listed: false, name: person, because: undefined, paths: [] }
  const away = weighed({ ...gathered, candidates: [one] }, planRules(context)).excluded[0]
  return { listed: true, name: one.name, because: away?.because, paths: away ? [...(away.barred ? [away.barred] : []), ...(away.rotated ? [away.rotated] : []), ...away.conflicts.map(pathTold)] : [] }
}

async function complete(tx: Tx, about: About & { step: string; found: Found }, relationsOf: RelationsOf): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data, found } = about
  const { jurisdiction } = context
  switch (step) {
    case 'convene': return { ...data, ...await convened(tx, jurisdiction, data.cases as string[]) }
    case 'designate': return { ...data, name: found.named.name }
    case 'commitDraw': return { ...data, ...await committed(tx, { context, caseId, file, plan: found.plan ?? await planNow(tx, context, file, relationsOf) }) }
    case 'revealDraw': return { ...data, ...await revealed(tx, jurisdiction, caseId, file) }
    case 'redraw': return { ...data, ...await abandoned(tx, jurisdiction, caseId, file) }
    case 'beginScoring': return { ...data, opinionChars: (context.rules as unknown as RulesInForce).settings['score.opinionChars'] }
    case 'replace': return { ...data, member: found.member }
    case 'countSheets': return { ...data, ...await counting(tx, context, caseId) }
    case 'conclude': return { ...data, results: resultsOf(file, data.opinions as PanelReviewCommands['conclude']['opinions']) }
    default: return data
  }
}

async function convened(tx: Tx, jurisdiction: string, cases: readonly string[]) {
  const rows = await rowsOf<{ case_id: string; number: string; title: string; hosts: { name: string }[]; field: string | null; batch: string | null }>(tx, sql`
    select case_id, number, title, hosts, field, batch from case_list where jurisdiction = ${jurisdiction} and case_id = any(${cases}::text[]) order by number`)
  const batch = rows[0]?.batch ?? null
  const special = batch === null ? await rowOf<{ data: Special }>(tx, sql`select body->'data' as data from case_entry where jurisdiction = ${jurisdiction} and case_id = ${rows[0]?.case_id ?? ''} and did = 'admitSpecially' order by no desc limit 1`) : undefined
  return {
    batch, special: special ? { kind: special.data.kind, basis: special.data.basis, reason: special.data.reason } : null,
    applications: rows.map((row) => ({ case: row.case_id, number: row.number, name: row.title, hosts: row.hosts.map(({ name }) => name), field: row.field })),
  }
}

type Opened = PanelReviewCommands['score'] & { expert: string; entry: number; total: string }

/** Every sheet, once scoring is closed; before that there is nothing to read. */
export async function openedSheets(tx: Tx, jurisdiction: string, caseId: string): Promise<Opened[]> {
  const rows = await rowsOf<{ no: number; person: string; data: PanelReviewCommands['score'] }>(tx, sql`select no, person, data from sec.unsealed(${jurisdiction}, ${caseId})`)
  return rows.map(({ no, person, data }) => ({ ...data, expert: person, entry: no, total: totalOf(data.items) }))
}

async function counting(tx: Tx, context: Context, caseId: string): Promise<{ counted: Counted[]; rules: CountRules }> {
  const { settings } = context.rules as unknown as RulesInForce
  const sheets = await openedSheets(tx, context.jurisdiction, caseId)
  return {
    counted: sheets.map(({ entry, expert, about, total, items, vote, vetoes }) => ({ entry, expert, about, total, technical: technicalOf(items), vote, vetoes: Object.keys(vetoes).filter((id) => vetoes[id]).sort() })),
    rules: { trimFrom: settings['score.trimFrom'], alarm: settings['score.alarm'], minValid: settings['panel.minValid'], ties: settings['score.ties'].filter((step) => step === 'technical' || step === 'site' || step === 'chair') },
  }
}

const resultsOf = (file: PanelReviewCase, opinions: PanelReviewCommands['conclude']['opinions']): Result[] => standingsOf(file).map((standing) => {
  const written = opinions.find(({ about }) => about === standing.about)
  return { ...standing, opinion: written?.opinion ?? '', shortlist: written?.shortlist ?? false }
})

/** What an expert could find out by searching stays out: before declaring nothing but a host's name is known. */
export const list = (file: PanelReviewCase) => ({ title: file.title, hosts: [], county: null, field: null, track: file.special?.kind ?? null, batch: file.batch, search: '' })

/** Experts see the review from the moment scoring begins; who was replaced sees no more than that it goes on without them. */
export const visibleTo = (file: PanelReviewCase) => ({ orgs: [...(file.parties['city.officer'] ?? [])], people: ['scoring', 'closed', 'concluded'].includes(file.status) ? file.members.map(({ person }) => person) : [] })

/** Experts come first while they have something to do: to score, then to explain. */
export const waitsEarlier = (file: PanelReviewCase): boolean => experts(file).length > 0
export const waitsOn = (file: PanelReviewCase): readonly string[] => (waitsEarlier(file) ? experts(file) : (file.parties[file.status === 'committed' ? 'city.supervisor' : 'city.officer'] ?? []))
const experts = (file: PanelReviewCase): string[] => {
  if (file.status === 'scoring') return sitting(file).map(({ person }) => person).filter((person) => toDo(file, person).length > 0)
  return file.status === 'closed' ? [...new Set(alarmsOf(file).filter(({ settled }) => settled === null).map(({ expert }) => expert))] : []
}

/** A conflict found after the draw, and a change of members, concern people who would not hear of it otherwise. */
export function informs({ file, entry, title }: { file: PanelReviewCase; entry: PanelReviewEntry; title: string }): { to: string; words: { zh: string; en: string } }[] {
  const city = (zh: string, en: string) => (file.parties['city.officer'] ?? []).map((to) => ({ to, words: { zh: `${zh}：${title}`, en: `${en}: ${title}` } }))
  switch (entry.did) {
    case 'declareConflict': return Object.values(entry.data.answers).some(Boolean) ? city('专家申明回避，请核对有效份数或递补', 'An expert declared a conflict; look at the number of sheets, or call a reserve') : []
    case 'declareLate': return city('专家补充申明回避，评分作废，结果已重新计算', 'An expert declared a conflict late; the score is void, the result counted anew')
    case 'recordConflict': case 'recordConflictLate': return [
      ...city('记录专家应当回避，相关评分作废', 'A conflict is recorded; the score concerned is void'),
      { to: entry.data.expert, words: { zh: `经核查，您应当回避其中一件申报，已提交的评分作废：${title}`, en: `You stand back from one of the applications; a score already submitted is void: ${title}` } },
    ]
    case 'replace': return [{ to: entry.data.expert, words: { zh: `您已退出评审，由候补专家递补：${title}`, en: `You have left the panel and a reserve was called: ${title}` } }]
    default: return []
  }
}

/** Who may open which application, and the list of draws. Each declares for themselves alone. */
export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: PanelReviewCase; entry: { did: string; by: { person: string } } }) {
  const { jurisdiction, caseId, file, entry } = about
  if (['commitDraw', 'witnessDraw', 'revealDraw', 'redraw', 'dissolve'].includes(entry.did)) await refreshDraws(tx, about)
  const own = entry.did === 'declareConflict' || entry.did === 'declareLate'
  if (!own && !['recordConflict', 'recordConflictLate', 'replace', 'conclude', 'dissolve'].includes(entry.did)) return
  await rowsOf(tx, sql`delete from case_reader where jurisdiction = ${jurisdiction} and panel_id = ${caseId} ${own ? sql`and person = ${entry.by.person}` : sql``}`)
  for (const { person } of sitting(file).filter((member) => !own || member.person === entry.by.person)) {
    for (const { case: id } of file.applications.filter((one) => mayRead(file, person, one.case)))
      await rowsOf(tx, sql`insert into case_reader (jurisdiction, case_id, person, panel_id) values (${jurisdiction}, ${id}, ${person}, ${caseId}) on conflict do nothing`)
  }
}
