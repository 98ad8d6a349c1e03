/** Recognised bases, several in one go: one panel, one day of notices. */
import { runSchedule } from '../src/app.ts'
import { rowOf, sql } from '../src/platform/query.ts'
import type { Case, Casework } from './casework.ts'
import { type DemoKey, jurisdiction, type Town } from './town.ts'

export type Base = Case & { readonly base: string; readonly number: string }

/** On the day after the last of their notices, which is 2026-12-01 for a town that begins on 2026-11-23. */
export async function recognisedBases<const Keys extends readonly DemoKey[]>(town: Town, work: Casework, keys: Keys, by = '2026-12-01'): Promise<{ readonly [At in keyof Keys]: Base }> {
  const cases: Case[] = []
  for (const key of keys) cases.push(await work.queued(key))
  // Ten before one panel: the draw looks at every relation between applications and experts.
  for (let at = 0; at < cases.length; at += 10) await work.concluded(cases.slice(at, at + 10))
  for (const of of cases) await work.onNotice(of)
  town.on(by)
  await runSchedule(town.platform)
  const bases: Base[] = []
  for (const of of cases) {
    await work.step(of, town.as('city.lead'), 'recognise')
    bases.push({ ...of, base: await work.baseOf(of), number: await work.baseNumberOf(of) })
  }
  return bases as unknown as { readonly [At in keyof Keys]: Base }
}

/** The base has these grades, as the assessments of those years would have left them. */
export async function graded(work: Casework, of: Base, ...years: readonly (readonly [year: number, grade: 'excellent' | 'good' | 'fair' | 'poor' | null, outcome?: 'graded' | 'deferred' | 'absent'])[]) {
  for (const [year, grade, outcome = 'graded'] of years) await work.asSystem(of.base, 'recordGrade', { case: of.id, number: 'KH-演示', year, outcome, grade })
}

export const statusOfBase = async (town: Town, of: Base): Promise<string | undefined> =>
  (await rowOf<{ status: string }>(town.pools.jobs, sql`select status from base where jurisdiction = ${jurisdiction} and id = ${of.number}`))?.status
