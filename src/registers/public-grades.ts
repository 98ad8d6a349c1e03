/** What everybody may know of the assessments: the grades that were announced, year by year; no points, no person. And figures of bases without names. */
import type { Tx } from '../platform/query.ts'
import { fieldOf, placeOf, type PublicBase as Base, publicBases } from '../procedures/base-in-public.ts'
import type { BaseStatus } from '../settings/base-status.ts'
import { unmarked } from './setting-words.ts'

export type Grade = 'excellent' | 'good' | 'fair' | 'poor'
export type GradedBase = { id: string; name: string; demo: boolean; host: { name: string; demo: boolean }; county: ReturnType<typeof placeOf>; field: ReturnType<typeof fieldOf>; status: BaseStatus; grade: Grade }
/** `others`: years that ended without a grade: deferred, only reported, or not taken part in. */
export type GradedYear = { year: number; counts: { [G in Grade]: number }; others: number; rows: GradedBase[] }

const best: readonly Grade[] = ['excellent', 'good', 'fair', 'poor']

/** The latest year first; in a year the best first. A base that is gone keeps the grades it had. */
export async function publicGrades(tx: Tx, jurisdiction: string): Promise<GradedYear[]> {
  const bases = await publicBases(tx, jurisdiction)
  return yearsIn(bases).map((year) => {
    const rows = bases.flatMap((base) => { const grade = base.grades.find((one) => one.year === year)?.grade; return grade ? [rowOf(base, grade)] : [] })
    return { ...countsOf(bases, year), rows: rows.toSorted((a, b) => best.indexOf(a.grade) - best.indexOf(b.grade) || a.id.localeCompare(b.id)) }
  })
}

const yearsIn = (bases: readonly Base[]) => [...new Set(bases.flatMap(({ grades }) => grades.map(({ year }) => year)))].sort((a, b) => b - a)
const rowOf = (base: Base, grade: Grade): GradedBase => ({
  id: base.id, name: base.name, demo: base.hosts.some(({ demo, name }) => demo || unmarked(name).demo), host: unmarked(base.hosts[0]?.name ?? ''), county: placeOf(base.county), field: fieldOf(base.field), status: base.status, grade,
})

function countsOf(bases: readonly Base[], year: number): Omit<GradedYear, 'rows'> {
  const of = bases.flatMap(({ grades }) => grades.filter((one) => one.year === year))
  const count = (grade: Grade) => of.filter((one) => one.grade === grade).length
  return { year, counts: { excellent: count('excellent'), good: count('good'), fair: count('fair'), poor: count('poor') }, others: of.filter(({ grade }) => grade === null).length }
}

export const gradesByYear = (bases: readonly Base[]): Omit<GradedYear, 'rows'>[] => yearsIn(bases).map((year) => countsOf(bases, year))

/** Where bases stand on the ladder from the city to the nation (Art. 12): each counts at every level it has reached. */
export type Rung = { level: 'city' | 'province' | 'ministry' | 'nation'; bases: number }
/** What the bases that stand did for others in the last twelve months, summed. */
export type PublicWork = { clients: number; clientsOfCity: number; services: number; delivered: number; trained: number; events: number }

export const rungs = ['city', 'province', 'ministry', 'nation'] as const
export function ladderOf(standing: readonly Base[]): Rung[] {
  const reached = ({ public: { promoted } }: Base) => (promoted ? rungs.indexOf(promoted) : 0)
  return rungs.map((level, at) => ({ level, bases: standing.filter((base) => reached(base) >= at).length }))
}

export function workOf(standing: readonly Base[]): PublicWork {
  const sum = (of: (base: Base['public']) => number | null | undefined) => standing.reduce((total, base) => total + (of(base.public) ?? 0), 0)
  return { clients: sum((one) => one.services?.clients), clientsOfCity: sum((one) => one.services?.ofCity), services: sum((one) => one.services?.services), delivered: sum((one) => one.services?.delivered), trained: sum((one) => one.trained), events: sum((one) => one.events) }
}
