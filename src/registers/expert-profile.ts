/** An expert's own card: employers with their dates, avoidance, when one is away, how one is reached. */
import { z } from 'zod'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { badInput, notFound } from '../platform/problem.ts'
import { json, rowOf, rowsOf, sql } from '../platform/query.ts'
import { type Away, type Employer, employersOf } from './expert-rows.ts'
import { fieldWords, titles, wordsIn } from './expert-words.ts'
import { changed, type RegisterDoor, traced, versionSeen } from './register-door.ts'

export type Profile = { name: string; title: string; titleWords: Words; employers: Employer[]; fields: Words[]; avoid: string[]; away: Away[]; phone: string | null; email: string | null; available: boolean; version: number }

const day = z.iso.date()
export const employerList = z.array(z.strictObject({ name: z.string().trim().min(1).max(120), from: day.nullable(), to: day.nullable() })).max(20)
export const awayList = z.array(z.strictObject({ from: day, to: day })).max(40)
export const phone = z.string().trim().regex(/^[0-9+()（） -]{5,30}$/).nullable()
export const email = z.email().max(120).nullable()
const ownChange = z.strictObject({ employers: employerList, avoid: z.array(z.string().trim().min(1).max(120)).max(30), away: awayList, phone, email, available: z.boolean() }).partial()
  .meta({ examples: [{ avoid: ['晋中示例新材料有限公司'], away: [{ from: '2027-01-10', to: '2027-01-20' }] }] })

export function expertProfileRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/profile', { config: { access: 'signedIn' }, schema: { summary: 'My own card in the pool of experts', tags: ['registers'] } }, (request) => door.inContext(request, (context) => profile(context)))

  app.patch('/api/profile', { config: { access: 'signedIn' }, schema: { summary: 'Change my own card: employers, avoidance, absence, contact, availability', tags: ['registers'], body: ownChange } },
    (request) => door.inContext(request, async (context, who) => {
      const { tx, jurisdiction } = context
      const before = await profile(context)
      const { body } = request
      periodsRun(body)
      const employers = body.employers ?? before.employers
      const row = await rowOf(tx, sql`
        update expert set employers = ${json(employers)}, employer = coalesce(${presentOf(employers, context.today)}, employer), avoid = ${body.avoid ?? before.avoid}, away = ${json(body.away ?? before.away)}, available = ${body.available ?? before.available}, version = version + 1
         where jurisdiction = ${jurisdiction} and person = ${who.person} and version = ${versionSeen(request)} returning person`)
      changed(row, true)
      if (body.phone !== undefined) await rowsOf(tx, sql`update person set office_phone = ${body.phone} where jurisdiction = ${jurisdiction} and id = ${who.person}`)
      if (body.email !== undefined) await rowsOf(tx, sql`update person set email = ${body.email} where jurisdiction = ${jurisdiction} and id = ${who.person}`)
      await traced(tx, door, request, who, { act: 'changeProfile', object: who.person, detail: { fields: Object.keys(body) } })
      return profile(context)
    }))
}

/** The employer of today leads the list that conflicts are computed from. */
export const presentOf = (employers: readonly Employer[], today: string): string | null => employers.find(({ to }) => to === null || to >= today)?.name ?? null

/** Periods begin before they end. */
export function periodsRun({ employers = [], away = [] }: { employers?: readonly Employer[] | undefined; away?: readonly Away[] | undefined }): void {
  const faults = [...employers.map(({ from, to }, at) => ({ path: `employers.${at}.to`, from, to })), ...away.map(({ from, to }, at) => ({ path: `away.${at}.to`, from, to }))]
    .flatMap(({ path, from, to }) => (from !== null && to !== null && to < from ? [{ path, expected: { zh: '不早于开始日', en: 'not before the first day' } }] : []))
  if (faults.length > 0) throw badInput(faults)
}

async function profile({ tx, jurisdiction, viewer }: Context): Promise<Profile> {
  const row = await rowOf<{ name: string; office_phone: string | null; email: string | null; title: string; employer: string; employers: Employer[]; fields: string[]; avoid: string[]; away: Away[]; available: boolean; version: number }>(tx, sql`
    select p.name, p.office_phone, p.email, e.title, e.employer, e.employers, e.fields, e.avoid, e.away, e.available, e.version from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person
     where e.jurisdiction = ${jurisdiction} and e.person = ${viewer.person}`)
  if (!row) throw notFound()
  return { name: row.name, title: row.title, titleWords: wordsIn(titles, row.title), employers: employersOf(row), fields: fieldWords(row.fields), avoid: row.avoid, away: row.away, phone: row.office_phone, email: row.email, available: row.available, version: row.version }
}
