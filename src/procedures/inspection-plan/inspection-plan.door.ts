/** The door of an inspection plan: which bases lie within its reach and what speaks for looking at them; the seed that is sealed and opened. */
import type { Day } from '../../kernel/day.ts'
import type { Context, Viewer } from '../../platform/case-log.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { type BaseAtHand, basesAtHand, findingsByBase } from '../base-at-hand.ts'
import { sha256Hex } from '../panel-review/panel-review.digest.ts'
import type { InspectionPlanCase } from './inspection-plan.case.ts'
import type { InspectionPlanCommands } from './inspection-plan.commands.ts'
import { commitmentTo, recordOf } from './inspection-plan.lot.ts'
import { byRisk, type Candidate, risksOf } from './inspection-plan.risk.ts'
import type { InspectionPlanFound } from './inspection-plan.ts'

type About = { context: Context; caseId: string; file: InspectionPlanCase; step: string | null; data: Record<string, unknown> }

export async function look(tx: Tx, { context, caseId, file, step, data }: About): Promise<InspectionPlanFound> {
  const seed = step === 'reveal' || (step === null && file.status === 'witnessed') ? await seedOf(tx, context.jurisdiction, caseId) : undefined
  const draw = file.draws.at(-1)
  return {
    pool: step === 'open' ? (await candidates(tx, context, data.counties as string[] | undefined)).length : file.pool.length,
    revealed: seed && draw ? commitmentTo(file.pool, lotOf(draw), seed) : undefined,
  }
}

export async function complete(tx: Tx, { context, caseId, file, step, data }: About): Promise<Record<string, unknown>> {
  const { jurisdiction } = context
  switch (step) {
    case 'open': return { ...data, pool: await candidates(tx, context, data.counties as string[] | undefined) }
    case 'commit': {
      // Two ids handed in, each from a generator nobody can foresee.
      const seed = sha256Hex(`${context.newId()}:${context.newId()}`)
      const { count, perCounty } = data as unknown as InspectionPlanCommands['commit']
      await rowsOf(tx, sql`insert into inspection_seed (jurisdiction, case_id, no, seed, at) values (${jurisdiction}, ${caseId}, ${file.draws.length + 1}, ${seed}, ${context.now.toISOString()})`)
      return { ...data, commitment: commitmentTo(file.pool, { count, perCounty }, seed) }
    }
    case 'reveal': {
      const [seed, draw] = [await seedOf(tx, jurisdiction, caseId), file.draws.at(-1)]
      if (!seed || !draw) throw new Error(`the draw of ${caseId} cannot be revealed`)
      return { ...data, drawn: recordOf(file.pool, lotOf(draw), seed, draw.witness?.word ?? '') }
    }
    default: return data
  }
}

const lotOf = ({ count, perCounty }: { count: number; perCounty: number | null }) => ({ count, perCounty: perCounty ?? undefined })
const seedOf = async (tx: Tx, jurisdiction: string, caseId: string) => (await rowOf<{ seed: string | null }>(tx, sql`select sec.inspection_seed(${jurisdiction}, ${caseId}) as seed`))?.seed ?? undefined

/** The bases that stand within the reach of whoever asks, most marks first. */
export async function candidates(tx: Tx, context: Context, counties?: readonly string[]): Promise<Candidate[]> {
  const { jurisdiction, today } = context
  const { settings } = context.rules as unknown as RulesInForce
  const all = (await basesAtHand(tx, jurisdiction)).filter(({ status, county }) => status !== 'revoked' && status !== 'left' && (!counties?.length || counties.includes(county)))
  const [seen, register, pilots] = [await inspectedBefore(tx, jurisdiction), await findingsByBase(tx, jurisdiction, { on: today, settings }), await hazardousPilots(tx, jurisdiction)]
  return byRisk(all.map((base) => {
    const last = seen.get(base.id)
    const risks = risksOf({
      chemical: base.chemical || pilots.has(base.id), lastGrade: lastGrade(base), lastInspectedOn: last?.inspected_on ?? null, lastResult: last?.result ?? null, rectificationDue: base.rectifications.map(({ dueOn }) => dueOn).sort()[0] ?? null,
      unmet: (register.get(base.id) ?? []).filter(({ outcome }) => outcome === 'notMet').map(({ rule }) => rule), recognisedOn: base.recognisedOn,
    }, today, settings['inspection.everyMonths'])
    return { base: base.id, name: base.name, county: base.county, risks, lastInspectedOn: last?.inspected_on ?? null }
  }))
}

const lastGrade = ({ grades }: BaseAtHand): string | null => grades.filter(({ grade }) => grade !== null).toSorted((a, b) => a.year - b.year).at(-1)?.grade ?? null

type Seen = { base_id: string; inspected_on: Day; result: 'clear' | 'findings' }
const inspectedBefore = async (tx: Tx, jurisdiction: string): Promise<Map<string, Seen>> => new Map((await rowsOf<Seen>(tx, sql`
  select distinct on (base_id) base_id, inspected_on, result from inspection where jurisdiction = ${jurisdiction} and inspected_on is not null order by base_id, inspected_on desc, case_id`)).map((row) => [row.base_id, row]))

/** Bases with a hazardous pilot that is not closed. */
const hazardousPilots = async (tx: Tx, jurisdiction: string): Promise<Set<string>> => new Set((await rowsOf<{ base_id: string }>(tx, sql`
  select distinct base_id from base_row where jurisdiction = ${jurisdiction} and valid_to is null and table_id = 'hazards' and data->>'state' <> 'closed'`)).map(({ base_id }) => base_id))

export const list = ({ title, county }: InspectionPlanCase) => ({ title, hosts: [], county, field: null, track: null, batch: null, base: null, search: '' })
export const waitsEarlier = ({ level }: InspectionPlanCase) => level === 'county'
/** The city sees every plan; a county its own. */
export const visibleTo = ({ parties, jurisdiction }: InspectionPlanCase) =>
  ({ orgs: [...new Set([`city.${jurisdiction}`, ...(Object.values(parties).flat().filter((party) => party !== 'system') as string[])])], people: [] })

export function show({ parties: _, jurisdiction: _city, preparedBy: _who, draws, ...told }: InspectionPlanCase, viewer: Viewer): Record<string, unknown> {
  return viewer.reach === 'city' || viewer.reach === 'authorities' ? { ...told, draws: draws.map(({ by: _by, witness, ...draw }) => ({ ...draw, witness: witness && { name: witness.name, word: witness.word, on: witness.on } })) } : {}
}
