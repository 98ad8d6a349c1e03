import type { Day } from './day.ts'
import { type Basis, type Rule, type Verdict, verdictOf } from './rule.ts'
import type { Words } from './words.ts'

/** A person who acts, with every role held today and the organisation it is held in. */
export type Actor<Role extends string = string> = {
  readonly person: string
  readonly name: string
  readonly holds: readonly { readonly role: Role; readonly org: string; readonly for?: { readonly person: string; readonly name: string } }[]
}

/** What every case carries: where it stands and who is who in it. */
export type CaseFile<Status extends string = string, Role extends string = string> = {
  readonly status: Status
  /** For each role, the organisations (or, for personal roles, the persons) that hold it in this case. */
  readonly parties: { readonly [R in Role]?: readonly string[] }
  /** Who acted for whom in this case so far. */
  readonly standIns?: { readonly [person: string]: readonly string[] }
}

/** All that a rule on a step may look at. `found` is what the door looked up for this step. */
export type StepFacts<Case, Data, Found> = {
  readonly case: Case
  readonly data: Data
  readonly found: Found
  readonly actor: Actor
  /** Whoever takes the step and, where they act for somebody, that person too. */
  readonly hands: readonly string[]
  readonly today: Day
}

/** A rule tied to a step: `facts` picks the smallest facts the rule needs. */
export type Requirement<Case, Data, Found> = {
  readonly rule: Rule<never>
  /** `undefined`: the rule does not concern this case, and nothing is recorded. */
  readonly verdict: (facts: StepFacts<Case, Data, Found>) => Verdict | undefined
  /** `case`: can be told before the command is written. `command`: needs its data. */
  readonly needs: 'case' | 'command'
  readonly mode: Mode
  /** Where another person has to act: who acted before, as the case alone tells it. */
  readonly before?: (file: Case) => readonly (string | undefined)[]
}

/**
 * `note`: only recorded, for an applicant is told but does not judge. `decide`: blocks, or asks for a reason. `bar`: whoever does
 * not meet it may not take the step at all, whatever is written (403).
 */
export type Mode = 'note' | 'decide' | 'bar'

/** Ties a rule to what a step knows before the command is written. */
export const given = <Case, Data, Found, Facts>(rule: Rule<Facts>, facts: (step: StepFacts<Case, Data, Found>) => Facts,
  mode: Mode = 'decide'): Requirement<Case, Data, Found> =>
  ({ rule: rule as Rule<never>, verdict: (step) => verdictOf(rule, facts(step)), needs: 'case', mode })

/** Ties a rule to the data of the command itself. */
export const asks = <Case, Data, Found, Facts>(rule: Rule<Facts>, facts: (step: StepFacts<Case, Data, Found>) => Facts,
  mode: Mode = 'decide'): Requirement<Case, Data, Found> => ({ ...given(rule, facts, mode), needs: 'command' })

/** The requirement stands only where the case has what the rule is about. */
export const where = <Case, Data, Found>(concerned: (step: StepFacts<Case, Data, Found>) => boolean, requirement: Requirement<Case, Data, Found>): Requirement<Case, Data, Found> =>
  ({ ...requirement, verdict: (facts) => (concerned(facts) ? requirement.verdict(facts) : undefined) })

export type Step<Case, Status extends string, Role extends string, Data, Found> = {
  readonly says: Words
  readonly by: Role | 'system' | readonly Role[]
  readonly from: readonly Status[]
  readonly to: Status
  readonly law: Basis
  /** Cases of one procedure that go different ways share its statuses: the step is there for some of them only. */
  readonly only?: { readonly holds: (file: Case) => boolean; readonly says: Words }
  /** Who is told at once, besides whoever acts next. */
  readonly tells?: readonly Role[]
  /** The setting that limits the step, in working days counted from when the case reached `from`. */
  readonly within?: string
  /** Who may read the entry: every party, the authorities (county and city), or the city alone. */
  readonly seen?: Audience
  /** The data is kept sealed until the procedure opens it; the entry carries only its fingerprint. */
  readonly sealed?: true
  /** From this step on, what was sealed before may be read. */
  readonly unseals?: true
  /** Several people take it side by side, each for themselves: another's entry in between changes nothing. */
  readonly concurrent?: true
  /** Daily work on the file: nobody is told of each entry. */
  readonly daily?: true
  /** The step signs, refuses or revokes in the authority's name. */
  readonly signs?: true
  /** What will happen beyond the new status, told before signing. */
  readonly effects?: readonly Words[]
  readonly requires?: readonly Requirement<Case, Data, Found>[]
}

export type Audience = 'parties' | 'authorities' | 'city'

export type Procedure<Case, Status extends string, Role extends string, Commands, Found> = {
  readonly [Name in keyof Commands]: Step<Case, Status, Role, Commands[Name], Found>
}

/** One numbered entry of a case as the page writes it; the log adds number, instant and hashes. */
export type EntryOf<Commands, Status> = {
  [Name in keyof Commands & string]: {
    readonly did: Name
    readonly by: { readonly person: string; readonly name: string; readonly role: string; readonly org: string; readonly for?: { person: string; name: string } }
    readonly on: Day
    readonly law: Basis
    readonly to: Status
    readonly data: Commands[Name]
    readonly verdicts: readonly Verdict[]
  }
}[keyof Commands & string]

export type Refusal = {
  readonly code: 'notYours' | 'notNow' | 'unmet'
  readonly law: Basis
  readonly reason: Words
  readonly rule?: string
  /** A written reason under this rule's id would lift the refusal. */
  readonly takesReason?: true
}

export type Written = { readonly reasons?: Readonly<Record<string, string>> }

export type Decision<E> = { readonly ok: true; readonly entry: E } | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** The hands of an act: whoever did it and, where they acted for somebody, that person too. */
export const handsOf = (person: string, acted: { readonly for?: { readonly person: string } } | undefined): readonly string[] => (acted?.for ? [person, acted.for.person] : [person])

/** The case with what an entry tells of who acts for whom. */
export function withStandIn<Case extends CaseFile>(file: Case, by: { readonly person: string; readonly for?: { readonly person: string } }): Case {
  const known = file.standIns?.[by.person] ?? []
  return by.for && !known.includes(by.for.person) ? { ...file, standIns: { ...file.standIns, [by.person]: [...known, by.for.person] } } : file
}

/**
 * For every rule by which one person prepares and another decides: who takes the step beside those who acted before. On both
 * sides the person acted for counts as well; where the two meet, `person` is the one they have in common.
 */
export function apart({ case: file, actor, hands }: { case: CaseFile; actor: Actor; hands: readonly string[] }, before: readonly (string | undefined)[]): { person: string; before: readonly string[] } {
  const all = withTheirs(file, before)
  return { person: hands.find((one) => all.includes(one)) ?? actor.person, before: all }
}

/** Persons, and those they acted for in this case. */
const withTheirs = (file: CaseFile, persons: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(persons.flatMap((one) => (one === undefined ? [] : [one, ...(file.standIns?.[one] ?? [])])))]

/** Ties a rule by which one person prepares and another decides: `before` looks at the case alone, so that lists know whom it bars. */
export const another = <Case extends CaseFile, Data, Found, Facts>(rule: Rule<Facts>, before: (file: Case) => readonly (string | undefined)[],
  facts: (met: ReturnType<typeof apart>, step: StepFacts<Case, Data, Found>) => Facts): Requirement<Case, Data, Found> => ({ ...given(rule, (step: StepFacts<Case, Data, Found>) => facts(apart(step, before(step.case)), step)), before })

/** Persons who may take none of these steps, because they acted before: what is asked of their office is not asked of them. */
export function barredFrom<Case extends CaseFile>(steps: readonly { readonly requires?: readonly Requirement<Case, never, never>[] }[], file: Case): readonly string[] {
  const barred = steps.map(({ requires = [] }) => requires.flatMap(({ before, rule }) => (before && rule.modality === 'must' ? withTheirs(file, before(file)) : [])))
  return [...new Set(barred[0])].filter((person) => barred.every((persons) => persons.includes(person)))
}

/** Which of the actor's assignments entitles to a step in this case, if any: their own before one by which they act for somebody. */
export function standing(by: string | readonly string[], file: CaseFile, actor: Actor) {
  const roles: readonly string[] = typeof by === 'string' ? [by] : by
  const entitled = actor.holds.filter(({ role, org }) => roles.includes(role)
    && (file.parties[role]?.includes(org) || file.parties[role]?.includes(actor.person)))
  return entitled.find((held) => !held.for) ?? entitled[0]
}

/**
 * Decides one command against one case. Pure: same case, same command, same day, same answer.
 * Every ground is reported, not only the first, because a refusal must state all its grounds.
 */
export function decide<Status extends string, Role extends string, Commands, Found, Case extends CaseFile<Status, Role>, Name extends keyof Commands & string>(
  steps: Procedure<Case, Status, Role, Commands, Found>,
  command: { step: Name; data: Commands[Name] & Written; file: Case; found: Found; actor: Actor; today: Day; opening?: boolean },
  words: { notYours: (by: readonly string[]) => Words; notNow: (status: Status) => Words },
): Decision<EntryOf<Commands, Status>> {
  const { step: name, data, file, actor, today, found } = command
  const step = steps[name]
  const place = placeOf(step, file, actor, words, command.opening)
  if (place.refusals.length > 0 || !place.standing) return { ok: false, refusals: place.refusals }

  const facts = { case: file, data, found, actor, hands: handsOf(actor.person, place.standing), today }
  const weighed = (step.requires ?? []).flatMap((requirement) => { const verdict = requirement.verdict(facts); return verdict ? [{ requirement, verdict: withReason(verdict, data.reasons) }] : [] })
  const refusals = weighed.flatMap(({ requirement, verdict }) => groundOf(verdict, requirement.mode))
  if (refusals.length > 0) return { ok: false, refusals }

  const { role, org } = place.standing
  const by = { person: actor.person, name: actor.name, role, org, ...(place.standing.for && { for: place.standing.for }) }
  const { reasons: _, ...kept } = data
  return { ok: true, entry: { did: name, by, on: today, law: step.law, to: step.to, data: kept as Commands[Name], verdicts: weighed.map((w) => w.verdict) } as EntryOf<Commands, Status> }
}

export type Available = { readonly step: string; readonly open: boolean; readonly refusals: readonly Refusal[] }

/**
 * The steps of this status, seen by this person before any data is known: open ones first, blocked ones with all
 * their reasons. The screen shows these and decides nothing.
 */
export function available<Status extends string, Role extends string, Commands, Found, Case extends CaseFile<Status, Role>>(
  steps: Procedure<Case, Status, Role, Commands, Found>, file: Case, found: Found, actor: Actor, today: Day,
  words: { notYours: (by: readonly string[]) => Words; notNow: (status: Status) => Words }, written?: Written['reasons'],
): Available[] {
  const names = (Object.keys(steps) as (keyof Commands & string)[]).filter((name) => steps[name].from.includes(file.status) && steps[name].by !== 'system' && steps[name].only?.holds(file) !== false)
  return names.map((name) => {
    const step = steps[name]
    const facts = { case: file, data: {} as never, found, actor, hands: handsOf(actor.person, standing(step.by, file, actor)), today }
    const unmet = (step.requires ?? []).filter(({ needs, mode }) => needs === 'case' && mode !== 'note').flatMap((requirement) => { const verdict = requirement.verdict(facts); return verdict ? groundOf(withReason(verdict, written), requirement.mode) : [] })
    const refusals = [...placeOf(step, file, actor, words).refusals, ...unmet]
    return { step: name, open: refusals.every((ground) => ground.takesReason), refusals }
  }).sort((a, b) => Number(b.open) - Number(a.open))
}

/** Whose step it is and whether it is its time: what can be refused before anything is looked up or locked for it. */
export function placeOf<Status extends string, Case extends CaseFile<Status>>(step: { by: string | readonly string[]; from: readonly Status[]; law: Basis; only?: { holds: (file: Case) => boolean; says: Words } }, file: Case, actor: Actor,
  words: { notYours: (by: readonly string[]) => Words; notNow: (status: Status) => Words }, opening = false) {
  const mine = standing(step.by, file, actor)
  const refusals: Refusal[] = []
  if (!mine) refusals.push({ code: 'notYours', law: step.law, reason: words.notYours(typeof step.by === 'string' ? [step.by] : step.by) })
  // A step that comes from nowhere opens the case, and only that.
  if (opening ? step.from.length > 0 : !step.from.includes(file.status)) refusals.push({ code: 'notNow', law: step.law, reason: words.notNow(file.status) })
  else if (step.only?.holds(file) === false) refusals.push({ code: 'notNow', law: step.law, reason: step.only.says })
  return { standing: mine, refusals }
}

const withReason = (verdict: Verdict, reasons: Written['reasons']): Verdict => {
  const reason = reasons?.[verdict.rule]?.trim()
  return reason ? { ...verdict, reason } : verdict
}

/** `must` blocks when not met or not known; `usually` and `judgement` block until a reason is written. */
function groundOf(verdict: Verdict, mode: Mode): Refusal[] {
  const { rule, law, modality, outcome, says } = verdict
  if (mode === 'note' || outcome === 'met' || (modality !== 'must' && verdict.reason)) return []
  return [{ code: mode === 'bar' ? 'notYours' : 'unmet', law, rule, reason: verdict.because ?? says, ...(modality !== 'must' && { takesReason: true as const }) }]
}
