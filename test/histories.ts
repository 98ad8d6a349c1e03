/** Years of a base as they may come, drawn by a seed: grades early and late, objections, reviews, deferrals, silence, years left out. */
import { plusDays } from '../src/kernel/day.ts'
import { type Grade, grades } from '../src/regulation/jinzhong-2023/article-18-grades.ts'

export type Review = { on: string; /** The grade it is changed to; none: dismissed. */ to: Grade | null; /** Never, where it is `null`. */ doneOn: string | null }
export type YearPlan = { year: number } & (
  | { way: 'unlisted' }
  | { way: 'first'; on: string }
  | { way: 'deferred'; askedOn: string; on: string | null }
  | { way: 'silent'; reminders: { on: string; deliveredOn: string | null }[]; inquiry: { on: string; excused: boolean } | null; stated: string[] }
  /** All but the last of `tries` are objected to and given up. */
  | { way: 'graded'; tries: { grade: Grade; on: string }[]; clearedOn: string; announcedOn: string; review: Review | null }
)
/** `lasts`: for how many days the first, second, … revocation case is open before it is decided not to revoke. */
export type History = { seed: number; years: YearPlan[]; lasts: (number | null)[] }

export type Chance = { share: (of: number) => boolean; whole: (from: number, to: number) => number; one: <Value>(of: readonly Value[]) => Value }
export function chanceOf(seed: number): Chance {
  let state = seed * 2_654_435_761 + 1
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { share: (of) => next() < of, whole, one: (of) => of[whole(0, of.length - 1)]! }
}

/** `tail`: how late a year can come to its end, in days. `plain`: every base is in every campaign and graded in it, and objections come while the notice is open. */
export type Kind = { from?: number; years?: number; tail?: number; plain?: boolean }
export function historyOf(seed: number, { from = 2023, years = 12, tail = 500, plain = false }: Kind = {}): History {
  const chance = chanceOf(seed)
  return { seed, years: Array.from({ length: years }, (_, at) => yearOf(chance, from + at, { first: at === 0, tail, plain })), lasts: Array.from({ length: years * 2 }, () => (chance.share(0.5) ? chance.whole(1, 900) : null)) }
}

type Drawn = { first: boolean; tail: number; plain: boolean }
function yearOf(chance: Chance, year: number, { first, tail, plain }: Drawn): YearPlan {
  if (first && !plain && chance.share(0.4)) return { year, way: 'first', on: `${year + 1}-02-0${chance.whole(1, 9)}` }
  const way = chance.whole(1, 100)
  if (way <= 4 && !plain) return { year, way: 'unlisted' }
  if (way <= 16) { const askedOn = plusDays(`${year}-12-05`, chance.whole(0, 20)); return { year, way: 'deferred', askedOn, on: chance.share(0.06) ? null : plusDays(askedOn, chance.share(0.7) ? chance.whole(1, 40) : chance.whole(40, tail)) } }
  return way <= 30 ? silent(chance, year) : graded(chance, year, { tail, plain })
}

function silent(chance: Chance, year: number): YearPlan {
  const reminders: { on: string; deliveredOn: string | null }[] = []
  let day = plusDays(`${year + 1}-01-04`, chance.whole(0, 20))
  for (let no = 0; no < chance.whole(1, 3); no++) {
    const deliveredOn = chance.share(0.9) ? plusDays(day, chance.whole(0, 5)) : null
    reminders.push({ on: day, deliveredOn })
    day = plusDays(deliveredOn ?? day, chance.whole(8, 30))
  }
  const inquiry = chance.share(0.85) ? { on: plusDays(reminders[0]!.on, chance.whole(0, 40)), excused: chance.share(0.2) } : null
  return { year, way: 'silent', reminders, inquiry, stated: [plusDays(day, -chance.whole(1, 25)), plusDays(day, chance.whole(0, 60))].toSorted() }
}

function graded(chance: Chance, year: number, { tail, plain }: Pick<Drawn, 'tail' | 'plain'>): YearPlan {
  // The seats for excellent are few; where everything is real it is left to its own test.
  const known = grades.map(({ id }) => id).filter((id) => !plain || id !== 'excellent')
  const grade = () => (chance.share(0.5) ? 'poor' : chance.one(known))
  let on = plusDays(`${year + 1}-01-25`, chance.share(0.6) ? chance.whole(0, 90) : chance.share(0.6) ? chance.whole(90, 300) : chance.whole(Math.min(200, tail), tail))
  const tries = [{ grade: grade(), on }]
  while (chance.share(0.15) && tries.length < 3) { on = plusDays(on, chance.whole(4, plain ? 5 : 30)); tries.push({ grade: grade(), on }) }
  const clearedOn = plusDays(on, chance.whole(12, 20))
  const announcedOn = plusDays(clearedOn, plain ? chance.whole(8, 14) : chance.whole(1, 10))
  return { year, way: 'graded', tries, clearedOn, announcedOn, review: chance.share(0.4) ? reviewOf(chance, announcedOn, { before: tries.at(-1)!.grade, known, tail }) : null }
}

function reviewOf(chance: Chance, announcedOn: string, { before, known, tail }: { before: Grade; known: readonly Grade[]; tail: number }): Review {
  const on = plusDays(announcedOn, chance.whole(0, 9))
  return { on, to: chance.share(0.5) ? null : chance.one(known.filter((id) => id !== before)), doneOn: chance.share(0.04) ? null : plusDays(on, chance.share(0.75) ? chance.whole(1, 30) : chance.whole(30, tail)) }
}

export type Act = { on: string; year: number } & (
  | { does: 'open' | 'file' | 'askDeferral' | 'defer' | 'remind' | 'deliver' | 'stateAbsent' | 'object' | 'clear' | 'announce' | 'askReview' }
  | { does: 'inquire'; excused: boolean }
  | { does: 'grade'; grade: Grade }
  | { does: 'endReview'; to: Grade | null }
)

/** What people do, day by day; some of it is refused. Everything of a day comes before the clock of that day. */
export function actsOf({ years }: History): Act[] {
  const acts = years.flatMap((plan): Act[] => {
    const { year } = plan
    const act = (on: string, does: 'open' | 'file' | 'askDeferral' | 'defer' | 'remind' | 'deliver' | 'stateAbsent' | 'object' | 'clear' | 'announce' | 'askReview'): Act => ({ on, year, does })
    if (plan.way === 'unlisted') return []
    const opened = act(`${year}-12-01`, 'open')
    if (plan.way === 'first') return [opened, act(plan.on, 'file')]
    if (plan.way === 'deferred') return [opened, act(plan.askedOn, 'askDeferral'), ...(plan.on ? [act(plan.on, 'defer')] : [])]
    if (plan.way === 'silent') return [opened, ...plan.reminders.flatMap(({ on, deliveredOn }) => [act(on, 'remind'), ...(deliveredOn ? [act(deliveredOn, 'deliver')] : [])]), ...(plan.inquiry ? [{ on: plan.inquiry.on, year, does: 'inquire' as const, excused: plan.inquiry.excused }] : []), ...plan.stated.map((on) => act(on, 'stateAbsent'))]
    const tried = plan.tries.flatMap(({ grade, on }, at): Act[] => [...(at > 0 ? [act(on, 'object')] : []), { on, year, does: 'grade', grade }])
    // Whoever has been reviewed asks again the next day, in vain.
    const reviewed = plan.review ? [act(plan.review.on, 'askReview'), ...(plan.review.doneOn ? [{ on: plan.review.doneOn, year, does: 'endReview' as const, to: plan.review.to }, act(plusDays(plan.review.doneOn, 1), 'askReview')] : [])] : []
    return [opened, ...tried, act(plan.clearedOn, 'clear'), act(plan.announcedOn, 'announce'), ...reviewed]
  })
  return acts.map((one, at) => ({ one, at })).toSorted((a, b) => a.one.on.localeCompare(b.one.on) || a.one.year - b.one.year || a.at - b.at).map(({ one }) => one)
}

/** The same with every day moved to a working day: what is published begins on one. */
export function onWorkdays(history: History, next: (day: string) => string): History {
  const moved = (value: unknown): unknown => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? next(value) : Array.isArray(value) ? value.map(moved) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one)])) : value
  return { ...history, years: moved(history.years) as YearPlan[] }
}
