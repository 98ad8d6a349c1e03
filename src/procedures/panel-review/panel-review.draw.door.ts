/** The door of the draw: what is sealed at the commitment, what the reveal opens, who is called next. */
import { fingerprint } from '../../platform/canonical.ts'
import { type Context, entriesOf, fold } from '../../platform/case-log.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { Member, PanelReviewCase } from './panel-review.case.ts'
import { sha256Hex } from './panel-review.digest.ts'
import { commitmentOf, type DrawRecord, type DrawRules, nextReserve, type PoolExpert } from './panel-review.draw.ts'
import { recordOf } from './panel-review.draw.record.ts'
import { gather, planRules, type RelationsOf } from './panel-review.gather.door.ts'
import { type Named, pathTold, type Plan, planOf, weighed } from './panel-review.plan.ts'
import type { FoundConflict } from './panel-review.pool.ts'
import { approvedBy, sits, sitting, standsBack } from './panel-review.standing.ts'

/** What lies under the fingerprint of a commitment, beside the entry: everything but the seed. */
export type Sealed = Pick<Plan, 'pool' | 'rules' | 'names' | 'excluded' | 'partly'> & { on: string }

/** The plan as it would be committed to now. */
export async function planNow(tx: Tx, context: Context, file: PanelReviewCase, relationsOf: RelationsOf): Promise<Plan> {
  const { settings } = context.rules as unknown as RulesInForce
  const designated = approvedBy(file).map(({ expert }) => expert)
  return planOf(await gather(tx, context, file, relationsOf), { size: file.size, management: file.management, designated }, planRules(context), settings)
}

export async function committed(tx: Tx, about: { context: Context; caseId: string; file: PanelReviewCase; plan: Plan }): Promise<Record<string, unknown>> {
  const { context, caseId, file, plan } = about
  const { jurisdiction, now } = context
  const { pool, rules, names, excluded, partly, counts, chemical } = plan
  // Two ids handed in, each from a generator nobody can foresee.
  const seed = sha256Hex(`${context.newId()}:${context.newId()}`)
  const sealed: Sealed = { pool, rules, names, excluded, partly, on: context.today }
  const snapshot = fingerprint(sealed)
  await rowsOf(tx, sql`insert into document (jurisdiction, case_id, sha256, kind, body, at) values (${jurisdiction}, ${caseId}, ${snapshot}, 'draw', ${json(sealed)}, ${now.toISOString()}) on conflict do nothing`)
  await rowsOf(tx, sql`insert into draw_seed (jurisdiction, case_id, no, seed, at) values (${jurisdiction}, ${caseId}, ${file.draws.length + 1}, ${seed}, ${now.toISOString()})`)
  return { commitment: commitmentOf({ pool, rules, seed }), documents: [snapshot], size: file.size, rules, counts, chemical }
}

/** The whole record, where the seed may be known; undefined before the witness has spoken. */
export async function recordNow(tx: Tx, jurisdiction: string, caseId: string, file: PanelReviewCase): Promise<{ record: DrawRecord; sealed: Sealed } | undefined> {
  const draw = file.draws.at(-1)
  const seed = draw?.revealed?.seed ?? (draw?.witness && (await rowOf<{ seed: string | null }>(tx, sql`select sec.draw_seed(${jurisdiction}, ${caseId}) as seed`))?.seed)
  const sealed = draw && seed ? await sealedOf(tx, jurisdiction, caseId, draw.snapshot) : undefined
  return draw && seed && sealed ? { sealed, record: recordOf({ pool: sealed.pool, rules: sealed.rules, seed, witness: draw.witness?.word ?? '' }) } : undefined
}

export const sealedOf = async (tx: Tx, jurisdiction: string, caseId: string, snapshot: string): Promise<Sealed | undefined> =>
  (await rowOf<{ body: Sealed }>(tx, sql`select body from document where jurisdiction = ${jurisdiction} and case_id = ${caseId} and sha256 = ${snapshot} and kind = 'draw'`))?.body

export async function revealed(tx: Tx, jurisdiction: string, caseId: string, file: PanelReviewCase): Promise<{ seed: string; result: DrawRecord['result']; members: Member[] }> {
  const found = await recordNow(tx, jurisdiction, caseId, file)
  if (!found) throw new Error(`the draw of ${caseId} cannot be revealed`)
  const { record: { seed, result }, sealed } = found
  const seats = result.found ? result.seats : []
  return { seed, result, members: seats.map(({ seat, expert, designated }) => memberOf(expert, { sealed, file, seat, designated })) }
}

/** An abandoned draw that was witnessed is told to the end: nobody throws one away unseen. */
export async function abandoned(tx: Tx, jurisdiction: string, caseId: string, file: PanelReviewCase): Promise<{ seed?: string; result?: DrawRecord['result'] }> {
  const found = file.draws.at(-1)?.revealed ? undefined : await recordNow(tx, jurisdiction, caseId, file)
  return found ? { seed: found.record.seed, result: found.record.result } : {}
}

/** The reserve whose turn it is, weighed with everything known today. */
export async function nextMember(tx: Tx, about: { context: Context; caseId: string; file: PanelReviewCase; leaving: string; relationsOf: RelationsOf }): Promise<Member | undefined> {
  const { context, caseId, file, leaving, relationsOf } = about
  const draw = file.draws.at(-1)
  const member = file.members.find(({ person, left }) => person === leaving && !left)
  const sealed = draw && (await sealedOf(tx, context.jurisdiction, caseId, draw.snapshot))
  if (!draw?.revealed || !member || !sealed) return undefined
  const today = weighed(await gather(tx, context, file, relationsOf), planRules(context))
  const now = (expert: PoolExpert): PoolExpert => {
    const person = personOf(sealed.names, expert.expert)
    const found = today.pool.find((one) => one.expert === person)?.conflicts.map((id) => numberOf(file, id)) ?? []
    return { ...expert, conflicts: [...new Set([...expert.conflicts, ...found])].sort() }
  }
  const [pool, rules]: [PoolExpert[], DrawRules] = [sealed.pool.map(now), { ...sealed.rules, designated: sealed.rules.designated.map(now) }]
  // Who cannot be drawn any more cannot be called either.
  const gone = sealed.names.filter(({ person }) => !today.pool.some(({ expert }) => expert === person) || file.members.some((one) => one.person === person && one.left)).map(({ number }) => number)
  const number = nextReserve({ pool, rules, result: draw.revealed.result }, member.number, { sitting: sitting(file).map((one) => one.number), gone })
  return number === undefined ? undefined : memberOf(number, { sealed: { ...sealed, pool, rules }, file, seat: member.seat, designated: false })
}

/** Panels that score now, and conflicts that can be computed today and that nobody has recorded yet: one step each. */
export async function conflictsToRecord(context: Context, relationsOf: RelationsOf): Promise<{ caseId: string; step: string; data: Record<string, unknown> }[]> {
  const { tx, jurisdiction } = context
  const engine = context.engines['panel-review']
  const panels = engine ? await rowsOf<{ case_id: string }>(tx, sql`select case_id from case_list where jurisdiction = ${jurisdiction} and procedure = 'panel-review' and status = 'scoring' order by case_id`) : []
  const due = []
  for (const { case_id: caseId } of panels) {
    const file = fold(engine!, await entriesOf(tx, jurisdiction, caseId), context) as unknown as PanelReviewCase
    for (const { expert, conflict } of await newConflicts(tx, context, file, relationsOf))
      due.push({ caseId, step: 'recordConflict', data: { expert, about: conflict.application, reason: `系统按现有登记核查：${pathTold(conflict).zh}` } })
  }
  return due
}

/** Members for whom a conflict can be computed today that nobody has recorded yet. */
async function newConflicts(tx: Tx, context: Context, file: PanelReviewCase, relationsOf: RelationsOf): Promise<{ expert: string; conflict: FoundConflict }[]> {
  const gathered = await gather(tx, context, file, relationsOf)
  const today = weighed({ ...gathered, candidates: gathered.candidates.filter(({ person }) => sits(file, person)) }, planRules(context))
  const all = [...today.partly, ...today.excluded].flatMap(({ expert, conflicts }) => conflicts.map((conflict) => ({ expert, conflict })))
  return all.filter(({ expert, conflict }, at) => standsBack(file, expert, conflict.application) === undefined && all.findIndex((other) => other.expert === expert && other.conflict.application === conflict.application) === at)
}

const personOf = (names: readonly Named[], number: string) => names.find((one) => one.number === number)?.person ?? number
const numberOf = (file: PanelReviewCase, id: string) => file.applications.find((one) => one.case === id)?.number ?? id
const caseOf = (file: PanelReviewCase, number: string) => file.applications.find((one) => one.number === number)?.case ?? number

function memberOf(number: string, { sealed, file, seat, designated }: { sealed: Sealed; file: PanelReviewCase; seat: string; designated: boolean }): Member {
  const found = [...sealed.pool, ...sealed.rules.designated].find(({ expert }) => expert === number)
  if (!found) throw new Error(`nobody has the number ${number}`)
  const person = personOf(sealed.names, number)
  const { kind, fields, employers, inCity, conflicts } = found
  return { person, name: sealed.names.find((one) => one.number === number)?.name ?? '', number, seat, designated, kind, fields, employers, inCity, conflicts: conflicts.map((one) => caseOf(file, one)) }
}

/** The list of draws, and the record of one that is revealed. */
export async function refreshDraws(tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: PanelReviewCase }): Promise<void> {
  const { jurisdiction, caseId, number, file } = about
  const [draw, no] = [file.draws.at(-1), file.draws.length]
  if (!draw) return
  const record = draw.revealed ? (await recordNow(tx, jurisdiction, caseId, file))?.record ?? null : null
  const ended = draw.abandoned ? 'abandoned' : file.status === 'dissolved' ? 'dissolved' : null
  await rowsOf(tx, sql`
    insert into draw (jurisdiction, case_id, no, number, applications, size, commitment, committed_on, witnessed_on, revealed_on, ended, record)
    values (${jurisdiction}, ${caseId}, ${no}, ${number}, ${file.applications.map((one) => one.case)}, ${draw.size}, ${draw.commitment}, ${draw.on}, ${draw.witness?.on ?? null}, ${draw.revealed?.on ?? null}, ${ended}, ${record === null ? null : json(record)})
    on conflict (jurisdiction, case_id, no) do update set witnessed_on = excluded.witnessed_on, revealed_on = excluded.revealed_on, ended = excluded.ended, record = excluded.record`)
}
