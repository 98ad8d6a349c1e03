/** What the registers are handed, and the acts they share: asking for a role, writing as the system after that, leaving a trace. */
import type { FastifyRequest } from 'fastify'
import type { Pool, PoolClient } from 'pg'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context, Engine } from '../platform/case-log.ts'
import { notAllowed, notFound, Refused } from '../platform/problem.ts'
import { json, rowsOf, sql, type Tx } from '../platform/query.ts'
import type { Who } from '../platform/session.ts'
import type { RulesInForce } from '../settings/in-force.ts'

export type RegisterDoor = {
  /** Runs as the signed-in person in one transaction under row security. */
  inContext: <Result>(request: FastifyRequest, work: (context: Context, who: Who) => Promise<Result>) => Promise<Result>
  app: Pool; jobs: Pool; clock: () => Date; newId: () => string; jurisdiction: string; demo: boolean
  engines: Record<string, Engine>; roles: Record<string, Words>
  /** What an expert is asked before a file opens. */
  declarations: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
  today: (tx: Tx) => Promise<Day>
  rules: (tx: Tx, today: Day) => Promise<RulesInForce>
}

/** The settings and calendar of the request, as the composition handed them down. */
export const rulesIn = (context: Context): RulesInForce => context.rules as unknown as RulesInForce

export const holds = (who: Who, ...roles: string[]): boolean => who.holds.some(({ role }) => roles.includes(role))
export const holdsOf = (who: Who, org: string, ...roles: string[]): boolean => who.holds.some((held) => held.org === org && roles.includes(held.role))

export function mustHold(door: RegisterDoor, who: Who, ...roles: string[]): void {
  if (holds(who, ...roles)) return
  const named = roles.map((role) => door.roles[role] ?? { zh: role, en: role })
  throw notAllowed({ zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(' or ') })
}

/** The hands of whoever acts in a register now: themselves and, where the role is held for somebody, that person too. */
export function handsNow(who: Pick<Who, 'person'> & { holds: readonly Pick<Who['holds'][number], 'role' | 'actsFor'>[] }, role: string): readonly string[] {
  const held = who.holds.filter((one) => one.role === role)
  return held.some(({ actsFor }) => actsFor === null) ? [who.person] : [who.person, ...held.flatMap(({ actsFor }) => actsFor ?? []).slice(0, 1)]
}

/** The hands of whoever wrote in a register since `from`. A register keeps the person alone, so everybody they acted for in that role since then counts. */
export async function handsSince(tx: Tx, who: Pick<Who, 'jurisdiction' | 'today'>, written: { person: string | null; role: string; from: string | null }): Promise<string[]> {
  if (written.person === null) return []
  const rows = await rowsOf<{ acts_for: string }>(tx, sql`
    select distinct acts_for from assignment where jurisdiction = ${who.jurisdiction} and person = ${written.person} and role = ${written.role} and acts_for is not null
       and valid_from <= ${who.today} and (valid_to is null or ${written.from}::date is null or valid_to >= ${written.from}::date - 1)`)
  return [written.person, ...rows.map(({ acts_for }) => acts_for)]
}

export type Act = { act: string; object?: string; detail?: Record<string, unknown> }

/** Leaves a trace of what a person did in a register. */
export const traced = (tx: Tx, door: RegisterDoor, request: FastifyRequest, who: Who, { act, object, detail }: Act, result = 'done') => rowsOf(tx, sql`
  insert into access_log (jurisdiction, id, at, person, username, act, object, result, address, detail)
  values (${who.jurisdiction}, ${door.newId()}, ${door.clock().toISOString()}, ${who.person}, ${who.username}, ${act}, ${object ?? null}, ${result}, ${request.ip}, ${json(detail ?? {})})`)

/** Reads with the system's role what row security keeps from everybody: only after the server's own look at the role. */
export async function readAs<Result>(door: RegisterDoor, request: FastifyRequest, roles: string[], work: (tx: Pool, who: Who) => Promise<Result>): Promise<Result> {
  const who = await door.inContext(request, async (_context, person) => person)
  mustHold(door, who, ...roles)
  return work(door.jobs, who)
}

/** Writes with the system's role, in one transaction with its trace. What is refused is traced too. */
export async function actAs<Result>(door: RegisterDoor, request: FastifyRequest, roles: string[], act: Act, work: (tx: PoolClient, who: Who) => Promise<Result>): Promise<Result> {
  const who = await door.inContext(request, async (_context, person) => person)
  try {
    mustHold(door, who, ...roles)
    return await inJobs(door, async (tx) => {
      const result = await work(tx, who)
      await traced(tx, door, request, who, act)
      return result
    })
  } catch (fault) {
    if (fault instanceof Refused) await traced(door.jobs, door, request, who, act, 'refused')
    throw fault
  }
}

async function inJobs<Result>(door: RegisterDoor, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await door.jobs.connect()
  let broken: Error | undefined
  try {
    await tx.query('begin')
    const result = await work(tx)
    await tx.query('commit')
    return result
  } catch (fault) {
    await tx.query('rollback').catch((error: Error) => { broken = error })
    throw fault
  } finally { tx.release(broken) }
}

/** The version the person saw, from If-Match: a change on top of another's is not written. */
export function versionSeen(request: FastifyRequest): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(String(request.headers['if-match'] ?? ''))?.[1]
  if (version) return Number(version)
  throw new Refused(428, { zh: '请说明您看到的是哪一版（If-Match）。', en: 'Say which version you saw (If-Match).' }, { fields: [{ path: 'If-Match', expected: { zh: '版本号', en: 'the version' } }] })
}

/** The row as changed, or why not: another version by now, or nothing there that is yours to change. */
export function changed<Row>(row: Row | undefined, found: boolean): Row {
  if (row) return row
  if (!found) throw notFound()
  throw new Refused(412, { zh: '别人先改过了，没有写入。请看过现在的内容再改。', en: 'Somebody changed it first; nothing was written. Look at it as it is now and try again.' })
}

/** A violated uniqueness, told as the caller's fault. */
export async function unlessTaken<Result>(work: Promise<Result>, taken: Words): Promise<Result> {
  try {
    return await work
  } catch (fault) {
    if ((fault as { code?: string }).code === '23505') throw new Refused(409, taken)
    throw fault
  }
}

/** What is searched for, as the pattern of `like`. */
export const containing = (q: string): string => `%${q.trim().toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
