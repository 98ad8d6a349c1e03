/** The pool of experts: kept by the city; each expert keeps employers, avoidance, absence and contact themselves. */
import { z } from 'zod'
import type { Server } from '../platform/http.ts'
import { notFound } from '../platform/problem.ts'
import { json, rowOf, rowsOf, sql } from '../platform/query.ts'
import { fields } from '../settings/fields.ts'
import { awayList, email, employerList, periodsRun, phone, presentOf } from './expert-profile.ts'
import { expertCard, type ExpertCard, experts, type ExpertList, type Standing } from './expert-rows.ts'
import { idsOf, specialties, titles } from './expert-words.ts'
import { actAs, changed, containing, mustHold, type RegisterDoor, traced, versionSeen } from './register-door.ts'

const standings = ['callable', 'unavailable', 'away', 'barred', 'noAccount'] as const satisfies readonly Standing[]
const facts = {
  employer: z.string().trim().min(1).max(120), title: z.enum(idsOf(titles)), specialty: z.enum(idsOf(specialties)), fields: z.array(z.enum(fields.map(({ id }) => id))).max(6), region: z.string().trim().min(1).max(40), inCity: z.boolean(),
}
const addition = z.strictObject({ name: z.string().trim().min(1).max(60), ...facts })
  .meta({ examples: [{ name: '张三', employer: '太原新碳材料研究所', title: 'senior', specialty: 'technical', fields: ['carbon'], region: '太原', inCity: false }] })
const change = z.strictObject({ ...facts, employers: employerList, away: awayList, phone, email, available: z.boolean() }).partial().meta({ examples: [{ available: false }] })
export const expertFilter = z.strictObject({ q: z.string().max(100).optional(), field: z.string().max(40).optional(), specialty: z.enum(idsOf(specialties)).optional(), standing: z.enum(standings).optional() })

const city = ['city.officer', 'city.lead']

export function expertRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/experts', { config: { access: 'signedIn' }, schema: { summary: 'The pool of experts', tags: ['registers'], querystring: expertFilter } },
    (request) => door.inContext(request, async (context, who): Promise<ExpertList> => {
      mustHold(door, who, ...city, 'city.supervisor')
      const { standing } = request.query
      const all = await experts(context.tx, context, filtered(request.query))
      const rows = standing ? all.filter((row) => row.standing === standing) : all
      return { rows, total: rows.length, counts: Object.fromEntries(standings.map((one) => [one, all.filter((row) => row.standing === one).length])) as ExpertList['counts'] }
    }))

  app.get('/api/experts/:id', { config: { access: 'signedIn' }, schema: { summary: 'The card of one expert', tags: ['registers'], params: z.object({ id: z.string().max(64) }) } },
    (request) => door.inContext(request, async (context, who): Promise<ExpertCard> => {
      mustHold(door, who, ...city, 'city.supervisor')
      return await expertCard(context.tx, context, request.params.id) ?? missing()
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
      return door.inContext(request, async (context) => await expertCard(context.tx, context, person) ?? missing())
    })

  app.patch('/api/experts/:id', { config: { access: 'signedIn' }, schema: { summary: 'Change what the pool says of an expert', tags: ['registers'], params: z.object({ id: z.string().max(64) }), body: change } },
    async (request) => {
      const { body, params } = request
      const { phone: call, email: mail } = body
      // How somebody is reached stands with the person, which the city may not write itself.
      const reached = call !== undefined || mail !== undefined
      const card = await door.inContext(request, async (context, who) => {
        mustHold(door, who, ...city)
        const { tx, jurisdiction } = context
        const before = await expertCard(tx, context, params.id)
        if (!before) throw notFound()
        periodsRun(body)
        const present = body.employer ?? (body.employers ? presentOf(body.employers, context.today) : null) ?? before.employer
        const row = await rowOf(tx, sql`
          update expert set employer = ${present}, employers = ${json(body.employers ?? before.employers)}, away = ${json(body.away ?? before.away)}, title = ${body.title ?? before.title}, specialty = ${body.specialty ?? before.specialty},
            fields = ${body.fields ?? before.fieldIds}, region = ${body.region ?? before.region}, in_city = ${body.inCity ?? before.inCity}, available = ${body.available ?? before.active}, version = version + 1
           where jurisdiction = ${jurisdiction} and person = ${before.id} and version = ${versionSeen(request)} returning person`)
        changed(row, true)
        await traced(tx, door, request, who, { act: 'changeExpert', object: before.id, detail: { fields: Object.keys(body) } })
        return await expertCard(tx, context, params.id) ?? missing()
      })
      if (!reached) return card
      await actAs(door, request, city, { act: 'changeExpertContact', object: params.id }, (tx, who) => rowsOf(tx, sql`
        update person set office_phone = ${call === undefined ? card.phone : call}, email = ${mail === undefined ? card.email : mail} where jurisdiction = ${who.jurisdiction} and id = ${params.id} and exists (select 1 from expert e where e.jurisdiction = person.jurisdiction and e.person = person.id)`))
      return door.inContext(request, async (context) => await expertCard(context.tx, context, params.id) ?? missing())
    })
}

export const filtered = ({ q, field, specialty }: z.infer<typeof expertFilter>) => [
  ...(field ? [sql`e.fields @> ${[field]}::text[]`] : []), ...(specialty ? [sql`e.specialty = ${specialty}`] : []), ...(q ? [sql`(lower(p.name) like ${containing(q)} or lower(e.employer) like ${containing(q)} or lower(e.region) like ${containing(q)})`] : []),
]
const missing = (): never => { throw notFound() }
