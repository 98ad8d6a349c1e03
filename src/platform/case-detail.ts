/** One case as its viewer may see it: the file, the history, what may be done now and what comes next; procedures as data. */
import { z } from 'zod'
import type { AvailableStep, CaseDetail, CaseRow, HistoryEntry, ProcedureInfo } from '../contract.ts'
import type { Available, Step } from '../kernel/procedure.ts'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { type AnyCase, awaitsOf, clockOf, type Context, type Engine, type Entry, entryOf, isVeiled, type Rules, steps as availableSteps, type Viewer, type Wording } from './case-log.ts'
import { caseFile } from './case-access.ts'
import { caseRow } from './case-lists.ts'
import type { CaseDoor } from './case-routes.ts'
import { type Names, partyNames } from './case-whose.ts'
import { papersIn } from './papers/paper-routes.ts'
import { rowsOf, sql } from './query.ts'

export async function detailOf(context: Context, door: CaseDoor, caseId: string): Promise<CaseDetail> {
  const { tx, jurisdiction, viewer, actor, today, rules } = context
  const { engine, file, entries } = await caseFile(context, door.engines, caseId)
  const row = await caseRow(context, caseId)
  // What the viewer may read of the history is the database's word, not ours.
  const readable = await rowsOf<Parameters<typeof entryOf>[0]>(tx, sql`select no, at, seen, prev, hash, body from case_entry where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by no`)
  const visible = readable.map(entryOf)
  const orgs = await namesOf(context, visible, row, file)
  const found = await engine.look(tx, { context, caseId, file, step: null, data: {} })
  const mine = availableSteps(engine, file, found, actor, today, door.wording, orgs).filter((one) => concernsMe(engine, one, actor.holds.map(({ role }) => role)))
  const related = await rowsOf<{ case_id: string; number: string; procedure: string; title: string; status: string }>(tx, sql`select case_id, number, procedure, title, status from case_list where jurisdiction = ${jurisdiction} and case_id <> ${caseId} and (case_id = any(${relatedIds(file)}::text[]) or base = ${engine.list(file).base ?? null} or number = any(${await door.elsewhere.numbers(context, caseId)}::text[])) order by opened_on, number`)
  return {
    case: { ...row, turn: turnOf(engine, file, door.wording), regulation: door.regulation(typeof file.regulation === 'string' ? file.regulation : null), file: engine.show(plain(file), viewer) },
    history: visible.map((entry) => historyEntry(entry, visible, { engine, door, rules, orgs, viewer })),
    available: mine.map((one) => availableStep(engine, file, one, { entries, today, rules, wording: door.wording })), version: entries.length,
    next: nextSteps(engine, file, rules, door.wording), related: related.map(({ case_id, ...rest }) => ({ id: case_id, ...rest })), papers: await papersIn(context, caseId),
  }
}

/** Who acts for whom stands in the entries, for whoever may read them. */
const plain = ({ standIns: _, ...file }: AnyCase): AnyCase => file as AnyCase

/** Whose turn it is now, and what is asked of them. */
function turnOf(engine: Engine, file: AnyCase, wording: Wording): CaseDetail['case']['turn'] {
  const awaits = awaitsOf(engine, file)
  return awaits ? { role: awaits.role, roleWords: wording.roles[awaits.role] ?? { zh: awaits.role, en: awaits.role }, asks: awaits.asks } : null
}

const familyOf = (role: string) => role.split('.')[0]
/** Blocked steps are told to people of the same side; what another side must do shows as the next step, without its reasons. */
const concernsMe = (engine: Engine, { step, refusals }: Available, roles: string[]) => {
  if (!refusals.some(({ code }) => code === 'notYours')) return true
  const by = (engine.steps[step] as { by: string | readonly string[] }).by
  return (typeof by === 'string' ? [by] : by).some((role) => roles.some((mine) => familyOf(mine) === familyOf(role)))
}

const relatedIds = (file: AnyCase): string[] => {
  const { notice, panel, row, rows, applications } = file as { notice?: { id: string } | null; row?: { case?: string } | null; panel?: { panel: string } | null; rows?: { case: string }[]; applications?: { case: string }[] }
  return [notice?.id, panel?.panel, row?.case, ...(rows ?? []).map((one) => one.case), ...(applications ?? []).map((one) => one.case)].filter((id) => id !== undefined)
}

/** Names of the institutions in a case and its history: from the register as far as the viewer may read it, else from the case itself. */
const namesOf = async ({ tx, jurisdiction }: Context, entries: readonly Entry[], row: CaseRow, file: AnyCase): Promise<Names> =>
  new Map([...row.hosts.map(({ org, name }) => [org, name] as const), ...(await partyNames(tx, jurisdiction, file, entries.map(({ by }) => by.org)))])

function historyEntry(entry: Entry, all: readonly Entry[], about: { engine: Engine; door: CaseDoor; rules: Rules; orgs: Names; viewer: Viewer }): HistoryEntry {
  const { engine, door, rules, orgs, viewer } = about
  const before = all[all.indexOf(entry) - 1]
  const step = engine.steps[entry.did] as { says: Words } | undefined
  const clock = before && engine.statuses[before.to]?.awaits?.clock
  return {
    no: entry.no, did: entry.did, says: step?.says ?? { zh: entry.did, en: entry.did }, at: entry.at, on: entry.on, law: entry.law, to: entry.to, hash: entry.hash,
    by: isVeiled(entry, all, viewer) ? null : { name: entry.by.name, role: entry.by.role, roleWords: door.wording.roles[entry.by.role] ?? { zh: entry.by.role, en: entry.by.role }, orgName: orgs.get(entry.by.org) ?? '', actsFor: entry.by.for?.name ?? null },
    data: entry.data, verdicts: ownFacts(entry, viewer) ? entry.verdicts : entry.verdicts.map((verdict) => ({ ...verdict, facts: null })), used: before && before.to !== entry.to && clock ? { days: rules.between(before.on, entry.on), whose: clock } : null,
  }
}

/**
 * What a rule found is told to all who read the entry; the facts it looked at stay with the side that acted: a recommendation
 * rests on the county's own examination, a decision on who proposed it.
 */
const ownFacts = ({ by }: Entry, { reach }: Viewer): boolean => {
  const side = familyOf(by.role)
  return reach === 'city' || (side === 'county' ? reach === 'authorities' : side !== 'city' && side !== 'system')
}

type Now = { entries: readonly Entry[]; today: Day; rules: Rules; wording: Wording }

function availableStep(engine: Engine, file: AnyCase, one: Available, now: Now): AvailableStep {
  const { wording } = now
  const step = engine.steps[one.step] as Step<unknown, string, string, unknown, unknown>
  const by = typeof step.by === 'string' ? [step.by] : step.by
  const after = engine.statuses[step.to]
  const waits = step.to !== file.status ? awaitsOf(engine, afterStep(engine, file, one.step)) : undefined
  return {
    step: one.step, says: step.says, law: step.law, open: one.open, refusals: [...one.refusals], by: by.map((role) => ({ role, words: wording.roles[role] ?? { zh: role, en: role } })),
    command: commandSchema(engine, one.step), example: engine.examples[one.step] ?? {}, signs: step.signs ?? false,
    effects: [...(after && step.to !== file.status ? [{ zh: `状态变为“${after.words.zh}”`, en: `The status becomes “${after.words.en}”` }] : []), ...(step.effects ?? []),
      ...(engine.foresees?.({ file, step: one.step, today: now.today, rules: now.rules }) ?? []),
      ...(waits ? [dated({ zh: `随后由${wording.roles[waits.role]?.zh ?? waits.role}：${waits.asks.zh}`, en: `Then for the ${wording.roles[waits.role]?.en ?? waits.role}: ${waits.asks.en}` }, dueThen(engine, step.to, waits.within, now))] : [])],
    notifies: [...(step.tells ?? []).filter((role) => role !== waits?.role).map((role) => wording.roles[role] ?? { zh: role, en: role }), ...(waits ? [wording.roles[waits.role] ?? { zh: waits.role, en: waits.role }] : []), ...((step.seen ?? 'parties') === 'parties' && file.parties['host.admin'] ? [file.parties['base.director'] ? { zh: '依托单位和中试基地', en: 'host and base' } : { zh: '申报单位', en: 'the applicant' }] : [])],
  }
}

/** The case after the step, as well as can be told before its command is written: read like any entry, or else only moved on. */
function afterStep(engine: Engine, file: AnyCase, did: string): AnyCase {
  const { by, to, law } = engine.steps[did] as Step<unknown, string, string, unknown, unknown>
  const role = [by].flat()[0] ?? ''
  try {
    const next = engine.read(file, { no: 0, at: '', on: '', did, to, law, data: {}, verdicts: [], seen: 'parties', hash: '', prev: '', by: { person: '', name: '', role, org: file.parties[role]?.[0] ?? '' } })
    awaitsOf(engine, next)
    return next
  } catch {
    return { ...file, status: to }
  }
}

/** The day the next stay would be due if the step were taken today; what was used of the limit in earlier stays counts. */
function dueThen(engine: Engine, to: string, within: string | undefined, { entries, today, rules }: Now) {
  // Where the case names its own day, only the step can tell it.
  return engine.dueOn ? null : clockOf([...entries, { to, on: today } as Entry], to, within, rules)
}

const dated = (says: Words, clock: ReturnType<typeof clockOf> | null): Words => (!clock?.due ? says : {
  zh: `${says.zh}，最迟 ${clock.due.day}${clock.due.provisional ? '（暂定）' : ''}，${clock.limit} 个工作日`,
  en: `${says.en}, by ${clock.due.day}${clock.due.provisional ? ' (provisional)' : ''}, ${clock.limit} working days` })

/** Steps somebody in this case may take, by whom of those named, and whose turn it would be then. */
const nextSteps = (engine: Engine, file: AnyCase, rules: Rules, wording: Wording): CaseDetail['next'] => Object.entries(engine.steps)
  .filter(([, step]) => step.from.includes(file.status) && step.to !== file.status && step.by !== 'system' && (step as Step<AnyCase, string, string, unknown, unknown>).only?.holds(file) !== false)
  .flatMap(([name, step]) => {
    const named = [step.by].flat() as string[]
    // Where nobody of those named is a party yet, the first of them stands for whoever will be.
    const by = named.find((role) => (file.parties[role]?.length ?? 0) > 0) ?? (named.some((role) => file.parties[role]) ? undefined : named[0])
    const awaits = awaitsOf(engine, afterStep(engine, file, name))
    const then = awaits && { roleWords: wording.roles[awaits.role] ?? { zh: awaits.role, en: awaits.role }, asks: awaits.asks, days: awaits.within ? rules.limit(awaits.within) : null }
    return by === undefined ? [] : [{ step: name, says: step.says, by: wording.roles[by] ?? { zh: '', en: '' }, then: then ?? null }]
  })

const schemas = new Map<z.ZodType, object>()
/** JSON Schema of a command with names and drawing hints; computed once a command. */
export function commandSchema(engine: Engine, step: string): object {
  const command = engine.commands[step]
  if (!command) return {}
  const known = schemas.get(command)
  if (known) return known
  const schema = z.toJSONSchema(command, { io: 'input', unrepresentable: 'any' })
  schemas.set(command, schema)
  return schema
}
export const isSystem = (engine: Engine, step: string) => (engine.steps[step] as { by: unknown }).by === 'system'

export function procedureInfo(engine: Engine, rules: Rules, wording: Wording): ProcedureInfo {
  const limit = (setting: string | undefined) => (setting ? { setting, days: rules.limit(setting) } : null)
  return {
    procedure: engine.procedure, words: engine.words, law: engine.law, stages: engine.stages,
    statuses: Object.entries(engine.statuses).map(([status, of]) => ({ status, words: of.words, family: of.family, stage: of.stage, awaits: of.awaits ? { role: of.awaits.role, roleWords: wording.roles[of.awaits.role] ?? { zh: '', en: '' }, asks: of.awaits.asks, within: limit(of.awaits.within), clock: of.awaits.clock } : null })),
    steps: Object.entries(engine.steps).map(([name, step]) => ({ step: name, says: step.says, by: typeof step.by === 'string' ? [step.by] : [...step.by], from: [...step.from], to: step.to, law: step.law, within: limit(step.within), command: commandSchema(engine, name), example: engine.examples[name] ?? {} })),
  }
}
