/** The movable clock of the demo world: POST /api/demo/clock. Production has no such route. */
import { z } from 'zod'
import type { Platform } from '../app.ts'
import { daysBetween, isDay } from '../kernel/day.ts'
import type { Server } from '../platform/http.ts'
import { badInput } from '../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'

/** Further than this the clock does not go: the calendar ends, and a slip of the finger should not age the world by a century. */
const furthestDays = 366 * 8

type Taken = { step: string; caseId: string; done: boolean }[]

export function demoClock(app: Server, of: Platform, runSchedule: (of: Platform) => Promise<Taken>) {
  const { pools, jurisdiction, clock } = of.options
  app.post('/api/demo/clock', {
    config: { access: 'public' },
    schema: { summary: 'Demo only: move the platform date forward; what falls due meanwhile happens', tags: ['demo'], body: z.strictObject({ today: z.iso.date() }).meta({ examples: [{ today: '2026-12-01' }] }) },
  }, async (request) => {
    const wanted = request.body.today
    const before = await of.todayOf(pools.jobs)
    if (!isDay(wanted) || wanted < before) throw badInput([{ path: 'today', expected: { zh: `${before} 或以后的日期，时钟只向前走`, en: `${before} or later; the clock only moves forward` } }])
    if (daysBetween(before, wanted) > furthestDays) throw badInput([{ path: 'today', expected: { zh: '八年以内的日期', en: 'a date within eight years' } }])
    const happened: { on: string; step: string; case: string; number: string }[] = []
    // Day by day, so that what falls due on one day is seen by the next.
    for (const day of await daysWithWork(before, wanted)) {
      await moveTo(day)
      for (const { step, caseId, done } of await runSchedule(of)) {
        const head = await rowOf<{ number: string }>(pools.jobs, sql`select number from case_head where jurisdiction = ${jurisdiction} and id = ${caseId}`)
        if (done) happened.push({ on: day, step, case: caseId, number: head?.number ?? '' })
      }
    }
    return { today: wanted, happened }
  })

  /** Only days after something ends need a look; the rest would find nothing due. */
  const daysWithWork = async (from: string, to: string): Promise<string[]> => {
    const ends = await rowsOf<{ day: string }>(pools.jobs, sql`select distinct (ends_on + 1)::text as day from notice where jurisdiction = ${jurisdiction} and status = 'published' and ends_on + 1 between ${from} and ${to}`)
    return [...new Set([...ends.map(({ day }) => day), to])].sort()
  }
  const moveTo = async (day: string) => {
    const real = new Date(clock().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    await rowsOf(pools.jobs, sql`insert into demo_clock (jurisdiction, shift_days) values (${jurisdiction}, ${daysBetween(real, day)}) on conflict (jurisdiction) do update set shift_days = excluded.shift_days`)
  }
}
