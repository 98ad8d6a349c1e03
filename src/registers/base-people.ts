/** Who works in a base on the platform: its lead host appoints director and clerks (Arts. 8(4), 14); the security administrator can, too. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import { plusDays } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { badInput, notAllowed, notFound, Refused } from '../platform/problem.ts'
import { rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import type { Who } from '../platform/session.ts'
import { type BaseAtHand, baseAtHand } from '../procedures/base-at-hand.ts'
import { endSessions, personIn } from './accounts.ts'
import { mayBeGranted } from './grants.ts'
import { actAs, holdsOf, type RegisterDoor } from './register-door.ts'

export type BasePerson = { grant: string; name: string; username: string | null; role: 'base.director' | 'base.clerk'; roleWords: Words; from: Day; to: Day | null }
export type BasePeople = { rows: BasePerson[]; mayAppoint: boolean }

const roles = ['base.director', 'base.clerk'] as const
const appointment = z.strictObject({ username: z.string().trim().toLowerCase().min(1).max(64), role: z.enum(roles), from: z.iso.date(), to: z.iso.date().nullable().default(null), reason: z.string().trim().min(1).max(400) })
  .meta({ examples: [{ username: 'director.carbon', role: 'base.director', from: '2026-11-23', to: null, reason: '依托单位聘任' }] })
const ending = z.strictObject({ on: z.iso.date(), reason: z.string().trim().min(1).max(400) }).meta({ examples: [{ on: '2026-12-31', reason: '离任' }] })
const params = z.object({ number: z.string().max(64) })

export function basePeopleRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/bases/:number/people', { config: { access: 'signedIn' }, schema: { summary: 'Who works in this base on the platform', tags: ['registers'], params } },
    (request) => door.inContext(request, async (context, who): Promise<BasePeople> => {
      const base = await partyOf(context, request.params.number)
      const rows = await rowsOf<{ id: string; name: string; role: BasePerson['role']; valid_from: Day; valid_to: Day | null }>(context.tx, sql`select id, name, role, valid_from, valid_to from sec.people_of_base(${base.unit}) where valid_to is null or valid_to >= ${context.today}`)
      return { rows: rows.map((row) => ({ grant: row.id, name: row.name, username: null, role: row.role, roleWords: door.roles[row.role] ?? { zh: row.role, en: row.role }, from: row.valid_from, to: row.valid_to })), mayAppoint: leads(who, base) }
    }))

  app.post('/api/bases/:number/people', { config: { access: 'signedIn' }, schema: { summary: 'Appoint somebody in the base of one\'s own institution', tags: ['registers'], params, body: appointment } },
    async (request, reply) => {
      const { body } = request
      const base = await leadOf(request)
      const id = door.newId()
      await actAs(door, request, ['host.admin'], { act: 'grantRole', object: body.username, detail: { grant: id, role: body.role, org: base.unit, from: body.from, to: body.to } }, async (tx, who) => {
        const person = await personNamed(tx, who, body.username)
        await mayBeGranted(tx, who, { person, role: body.role, org: base.unit, from: body.from, to: body.to, reason: body.reason })
        await rowsOf(tx, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from, valid_to, granted_by, reason) values (${who.jurisdiction}, ${id}, ${person}, ${body.role}, ${base.unit}, ${body.from}, ${body.to}, ${who.person}, ${body.reason})`)
      })
      reply.status(201)
      return { grant: id }
    })

  app.post('/api/bases/:number/people/:grant/end', { config: { access: 'signedIn' }, schema: { summary: 'End an appointment in the base of one\'s own institution', tags: ['registers'], params: params.extend({ grant: z.string().max(64) }), body: ending } },
    async (request) => {
      const { body, params: { grant } } = request
      const base = await leadOf(request)
      return actAs(door, request, ['host.admin'], { act: 'endGrant', object: grant, detail: { on: body.on, reason: body.reason } }, async (tx, who) => {
        const row = await rowOf<{ person: string; valid_to: Day | null }>(tx, sql`select person, valid_to from assignment where jurisdiction = ${who.jurisdiction} and id = ${grant} and org = ${base.unit} for update`)
        if (!row) throw notFound()
        if (body.on < plusDays(who.today, -1)) throw badInput([{ path: 'on', expected: { zh: `不早于 ${plusDays(who.today, -1)}：已经做过的事不能改成无权`, en: `not before ${plusDays(who.today, -1)}: what was done under it stays done` } }])
        if (row.valid_to !== null && row.valid_to <= body.on) throw new Refused(409, { zh: `此项任职已定于 ${row.valid_to} 结束。`, en: `This appointment already ends on ${row.valid_to}.` })
        await rowsOf(tx, sql`update assignment set valid_to = ${body.on} where jurisdiction = ${who.jurisdiction} and id = ${grant}`)
        if (body.on < who.today) await endSessions(tx, door, who, row.person)
        return { ok: true }
      })
    })

  const leadOf = (request: Parameters<RegisterDoor['inContext']>[0] & { params: { number: string } }): Promise<BaseAtHand> => door.inContext(request, async (context, who) => {
    const base = await partyOf(context, request.params.number)
    if (!leads(who, base)) throw notAllowed({ zh: '依托单位（牵头单位）的单位管理员', en: 'administrator of the lead host' })
    return base
  })
}

async function partyOf({ tx, jurisdiction }: Context, number: string): Promise<BaseAtHand> {
  const base = await baseAtHand(tx, jurisdiction, number)
  if (!base) throw notFound()
  return base
}

const leads = (who: Who, base: BaseAtHand) => base.hosts.some((host) => host.lead && holdsOf(who, host.org, 'host.admin'))

async function personNamed(tx: Tx, who: Who, username: string): Promise<string> {
  const row = await rowOf<{ person: string }>(tx, sql`select c.person from sec.credential c join person p on p.jurisdiction = c.jurisdiction and p.id = c.person where c.jurisdiction = ${who.jurisdiction} and c.username = ${username} and p.disabled_at is null`)
  if (!row) throw badInput([{ path: 'username', expected: { zh: '在用账号的用户名；没有账号的，请系统管理员开立', en: 'the user name of an account in use; the system administrator opens one' } }])
  return (await personIn(tx, who, row.person)).id
}
