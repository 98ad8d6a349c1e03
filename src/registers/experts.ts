/** The pool of experts: kept by the city; each expert keeps employers, avoidance and availability themselves. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { notFound } from '../platform/problem.ts'
import { json, listed, rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import { fields } from '../settings/fields.ts'
import { actAs, changed, containing, mustHold, type RegisterDoor, traced, versionSeen } from './register-door.ts'

export type ExpertRow = {
  id: string; name: string; employer: string; title: string; titleWords: Words; specialty: string; specialtyWords: Words; fields: Words[]; fieldIds: string[]; region: string; inCity: boolean
  from: Day | null; to: Day | null; active: boolean; demo: boolean; version: number
}
export type ExpertList = { rows: ExpertRow[]; total: number }
type Employer = { name: string; from: Day | null; to: Day | null }
export type Profile = { name: string; title: string; titleWords: Words; employers: Employer[]; fields: Words[]; avoid: string[]; phone: string | null; available: boolean; version: number }

const specialties = { technical: { zh: '技术', en: 'technical' }, finance: { zh: '财务', en: 'finance' }, management: { zh: '管理', en: 'management' }, safety: { zh: '安全环保', en: 'safety' } } as const satisfies Record<string, Words>
const titles = { senior: { zh: '正高级', en: 'senior' }, associateSenior: { zh: '副高级', en: 'associate senior' }, middle: { zh: '中级', en: 'intermediate' } } as const satisfies Record<string, Words>
const idsOf = <Key extends string>(words: Record<Key, Words>) => Object.keys(words) as [Key, ...Key[]]

const facts = {
  employer: z.string().trim().min(1).max(120), title: z.enum(idsOf(titles)), specialty: z.enum(idsOf(specialties)), fields: z.array(z.enum(fields.map(({ id }) => id))).max(6), region: z.string().trim().min(1).max(40), inCity: z.boolean(),
}
const addition = z.strictObject({ name: z.string().trim().min(1).max(60), ...facts })
  .meta({ examples: [{ name: '张三', employer: '太原新碳材料研究所', title: 'senior', specialty: 'technical', fields: ['carbon'], region: '太原', inCity: false }] })
const change = z.strictObject({ ...facts, available: z.boolean() }).partial().meta({ examples: [{ available: false }] })
const ownChange = z.strictObject({
  employers: z.array(z.strictObject({ name: z.string().trim().min(1).max(120), from: z.iso.date().nullable(), to: z.iso.date().nullable() })).max(20), avoid: z.array(z.string().trim().min(1).max(120)).max(30),
  phone: z.string().trim().regex(/^[0-9+()（） -]{5,30}$/).nullable(), available: z.boolean(),
}).partial().meta({ examples: [{ avoid: ['晋中示例新材料有限公司'] }] })

const city = ['city.officer', 'city.lead']

export function expertRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/experts', { config: { access: 'signedIn' }, schema: { summary: 'The pool of experts', tags: ['registers'], querystring: z.strictObject({ q: z.string().max(100).optional(), field: z.string().max(40).optional() }) } },
    (request) => door.inContext(request, async (context, who): Promise<ExpertList> => {
      mustHold(door, who, ...city, 'city.supervisor')
      const { q, field } = request.query
      const rows = await experts(context.tx, context, [...(field ? [sql`e.fields @> ${[field]}::text[]`] : []), ...(q ? [sql`(lower(p.name) like ${containing(q)} or lower(e.employer) like ${containing(q)})`] : [])])
      return { rows, total: rows.length }
    }))

  // A new person stands in the pool at once; account and role are for the administrators to give.
  app.post('/api/experts', { config: { access: 'signedIn' }, schema: { summary: 'Add an expert to the pool', tags: ['registers'], body: addition } },
    async (request, reply) => {
      const { body } = request
      const person = door.newId()
      await actAs(door, request, city, { act: 'addExpert', object: person }, async (tx, who) => {
        await rowsOf(tx, sql`insert into person (jurisdiction, id, name) values (${who.jurisdiction}, ${person}, ${body.name})`)
        await rowsOf(tx, sql`insert into expert (jurisdiction, person, fields, specialty, title, employer, region, in_city) values (${who.jurisdiction}, ${person}, ${body.fields}, ${body.specialty}, ${body.title}, ${body.employer}, ${body.region}, ${body.inCity})`)
      })
      reply.status(201)
      return door.inContext(request, async (context) => (await experts(context.tx, context, [sql`e.person = ${person}`]))[0] ?? missing())
    })

  app.patch('/api/experts/:id', { config: { access: 'signedIn' }, schema: { summary: 'Change what the pool says of an expert', tags: ['registers'], params: z.object({ id: z.string().max(64) }), body: change } },
    (request) => door.inContext(request, async (context, who) => {
      mustHold(door, who, ...city)
      const { tx, jurisdiction } = context
      const [before] = await experts(tx, context, [sql`e.person = ${request.params.id}`])
      if (!before) throw notFound()
      const { body } = request
      const row = await rowOf(tx, sql`
        update expert set employer = ${body.employer ?? before.employer}, title = ${body.title ?? before.title}, specialty = ${body.specialty ?? before.specialty}, fields = ${body.fields ?? before.fieldIds}, region = ${body.region ?? before.region},
          in_city = ${body.inCity ?? before.inCity}, available = ${body.available ?? before.active}, version = version + 1
         where jurisdiction = ${jurisdiction} and person = ${before.id} and version = ${versionSeen(request)} returning person`)
      changed(row, true)
      await traced(tx, door, request, who, { act: 'changeExpert', object: before.id, detail: { fields: Object.keys(body) } })
      return (await experts(tx, context, [sql`e.person = ${before.id}`]))[0] ?? missing()
    }))

  app.get('/api/profile', { config: { access: 'signedIn' }, schema: { summary: 'My own card in the pool of experts', tags: ['registers'] } }, (request) => door.inContext(request, (context) => profile(context)))

  app.patch('/api/profile', { config: { access: 'signedIn' }, schema: { summary: 'Change my own card: employers, avoidance, telephone, availability', tags: ['registers'], body: ownChange } },
    (request) => door.inContext(request, async (context, who) => {
      const { tx, jurisdiction } = context
      const before = await profile(context)
      const { body } = request
      // The employer of today leads the list that conflicts are computed from.
      const employers = body.employers ?? before.employers
      const present = employers.find(({ to }) => to === null || to >= context.today)?.name
      const row = await rowOf(tx, sql`
        update expert set employers = ${json(employers)}, employer = coalesce(${present ?? null}, employer), avoid = ${body.avoid ?? before.avoid}, available = ${body.available ?? before.available}, version = version + 1
         where jurisdiction = ${jurisdiction} and person = ${who.person} and version = ${versionSeen(request)} returning person`)
      changed(row, true)
      if (body.phone !== undefined) await rowsOf(tx, sql`update person set office_phone = ${body.phone} where jurisdiction = ${jurisdiction} and id = ${who.person}`)
      await traced(tx, door, request, who, { act: 'changeProfile', object: who.person, detail: { fields: Object.keys(body) } })
      return profile(context)
    }))
}

async function experts(tx: Tx, { jurisdiction, today }: Context, where: Parameters<typeof listed>[0]): Promise<ExpertRow[]> {
  const rows = await rowsOf<Row>(tx, sql`
    select e.person, p.name, e.employer, e.title, e.specialty, e.fields, e.region, e.in_city, e.available, e.demo, e.version, a.valid_from, a.valid_to
      from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person
      left join lateral (select valid_from, valid_to from assignment a where a.jurisdiction = e.jurisdiction and a.person = e.person and a.role = 'expert' and (a.valid_to is null or a.valid_to >= ${today}) order by valid_from limit 1) a on true
     where ${listed([sql`e.jurisdiction = ${jurisdiction}`, ...where])} order by e.specialty = 'technical' desc, p.name limit 1000`)
  return rows.map((row) => ({
    id: row.person, name: row.name, employer: row.employer, title: row.title, titleWords: wordsIn(titles, row.title), specialty: row.specialty, specialtyWords: wordsIn(specialties, row.specialty), fields: fieldWords(row.fields), fieldIds: row.fields,
    region: row.region, inCity: row.in_city, from: row.valid_from, to: row.valid_to, active: row.available, demo: row.demo, version: row.version,
  }))
}
type Row = { person: string; name: string; employer: string; title: string; specialty: string; fields: string[]; region: string; in_city: boolean; available: boolean; demo: boolean; version: number; valid_from: Day | null; valid_to: Day | null }

async function profile({ tx, jurisdiction, viewer }: Context): Promise<Profile> {
  const row = await rowOf<{ name: string; office_phone: string | null; title: string; employer: string; employers: Employer[]; fields: string[]; avoid: string[]; available: boolean; version: number }>(tx, sql`
    select p.name, p.office_phone, e.title, e.employer, e.employers, e.fields, e.avoid, e.available, e.version from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person
     where e.jurisdiction = ${jurisdiction} and e.person = ${viewer.person}`)
  if (!row) throw notFound()
  const employers = row.employers.length > 0 ? row.employers : [{ name: row.employer, from: null, to: null }]
  return { name: row.name, title: row.title, titleWords: wordsIn(titles, row.title), employers, fields: fieldWords(row.fields), avoid: row.avoid, phone: row.office_phone, available: row.available, version: row.version }
}

const wordsIn = (table: Record<string, Words>, key: string): Words => table[key] ?? { zh: key, en: key }
const fieldWords = (ids: readonly string[]): Words[] => ids.map((id) => fields.find((field) => field.id === id)?.words ?? { zh: id, en: id })
const missing = (): never => { throw notFound() }
