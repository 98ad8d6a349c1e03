/** Grants: the security administrator gives and ends roles, each dated and with its reason. 三员 stay three people without business of their own. */
import { z } from 'zod'
import { type Day, plusDays } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Server } from '../platform/http.ts'
import { badInput, notFound, Refused } from '../platform/problem.ts'
import { listed, rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import type { Who } from '../platform/session.ts'
import { endSessions, personIn } from './accounts.ts'
import { actAs, containing, readAs, type RegisterDoor } from './register-door.ts'

export type GrantRow = {
  id: string; person: { id: string; name: string; username: string }; role: string; roleWords: Words; org: { id: string; name: string }; from: Day; to: Day | null
  grantedBy: string; reason: string | null; actsFor: string | null; inForce: boolean; demo: boolean
}
export type GrantList = { rows: GrantRow[]; total: number; roles: { role: string; words: Words; orgKinds: string[] }[]; people: { id: string; name: string; username: string }[] }

const grant = z.strictObject({ person: z.string().min(1).max(64), role: z.string().min(1).max(40), org: z.string().min(1).max(64), from: z.iso.date(), to: z.iso.date().nullable().default(null), reason: z.string().trim().min(1).max(400), actsFor: z.string().max(64).optional() })
  .meta({ examples: [{ person: 'p-county-yuci', role: 'county.officer', org: 'county.140702', from: '2026-11-23', to: null, reason: '岗位调整，见区局通知' }] })
const params = z.object({ id: z.string().max(64) })

const administrators = ['sysadmin', 'secadmin', 'auditor']
/** Whose applications an authority decides; experts come from institutions too and stand back where they must. */
const sideOf = (role: string) => (/^(city|county)\./.test(role) ? 'authority' : /^(host|partner|base|client)\b/.test(role) ? 'party' : 'neither')
/** Which kind of organisation a role is held in. */
const orgKinds: Record<string, string[]> = {
  'host.clerk': ['host'], 'host.admin': ['host'], 'partner.admin': ['host'], 'base.director': ['base'], 'base.clerk': ['base'], 'county.officer': ['county'], 'county.lead': ['county'], 'city.officer': ['city'], 'city.lead': ['city'], 'city.supervisor': ['city'],
  expert: ['other'], client: ['client', 'host'], sysadmin: ['other', 'city'], secadmin: ['other', 'city'], auditor: ['other', 'city'],
}

export function grantRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/admin/grants', { config: { access: 'signedIn' }, schema: { summary: 'Roles granted', tags: ['administration'], querystring: z.strictObject({ q: z.string().max(100).optional() }) } },
    (request) => readAs(door, request, ['secadmin'], async (tx, who): Promise<GrantList> => {
      const { q } = request.query
      const rows = await grants(tx, door, who, q ? [sql`(lower(p.name) like ${containing(q)} or c.username like ${containing(q)} or lower(o.name) like ${containing(q)} or a.role like ${containing(q)})`] : [])
      const people = await rowsOf<GrantList['people'][number]>(tx, sql`select p.id, p.name, c.username from sec.credential c join person p on p.jurisdiction = c.jurisdiction and p.id = c.person where c.jurisdiction = ${who.jurisdiction} and p.disabled_at is null order by c.username`)
      return { rows, total: rows.length, roles: Object.entries(orgKinds).map(([role, kinds]) => ({ role, words: wordsOf(door, role), orgKinds: kinds })), people }
    }))

  app.post('/api/admin/grants', { config: { access: 'signedIn' }, schema: { summary: 'Grant a role, for a time, in one organisation; acting for somebody (代办) names both', tags: ['administration'], body: grant } },
    async (request, reply) => {
      const { body } = request
      const id = door.newId()
      const row = await actAs(door, request, ['secadmin'], { act: 'grantRole', object: body.person, detail: { grant: id, role: body.role, org: body.org, from: body.from, to: body.to, actsFor: body.actsFor ?? null } }, async (tx, who) => {
        await mayBeGranted(tx, who, body)
        await rowsOf(tx, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from, valid_to, acts_for, granted_by, reason)
          values (${who.jurisdiction}, ${id}, ${body.person}, ${body.role}, ${body.org}, ${body.from}, ${body.to}, ${body.actsFor ?? null}, ${who.person}, ${body.reason})`)
        return grantOf(tx, door, who, id)
      })
      reply.status(201)
      return row
    })

  // `on` is the last day it holds; yesterday ends it at once.
  app.post('/api/admin/grants/:id/end', { config: { access: 'signedIn' }, schema: { summary: 'End a grant', tags: ['administration'], params, body: z.strictObject({ on: z.iso.date(), reason: z.string().trim().min(1).max(400).optional() }).meta({ examples: [{ on: '2026-12-31', reason: '调离' }] }) } },
    (request) => actAs(door, request, ['secadmin'], { act: 'endGrant', object: request.params.id, detail: { on: request.body.on, reason: request.body.reason ?? null } }, async (tx, who) => {
      const before = await grantOf(tx, door, who, request.params.id)
      await personIn(tx, who, before.person.id)
      const { on } = request.body
      if (before.person.id === who.person) throw notOneself()
      if (on < plusDays(who.today, -1)) throw badInput([{ path: 'on', expected: { zh: `不早于 ${plusDays(who.today, -1)}：已经做过的事不能改成无权`, en: `not before ${plusDays(who.today, -1)}: what was done under it stays done` } }])
      if (before.to !== null && before.to <= on) throw new Refused(409, { zh: `此项授权已定于 ${before.to} 结束。`, en: `This grant already ends on ${before.to}.` })
      await rowsOf(tx, sql`update assignment set valid_to = ${on} where jurisdiction = ${who.jurisdiction} and id = ${before.id}`)
      if (on < who.today) await endSessions(tx, door, who, before.person.id)
      return grantOf(tx, door, who, before.id)
    }))
}

export type Asked = z.infer<typeof grant>
type Held = { role: string; org: string; valid_from: Day; valid_to: Day | null }

/** Every ground at once: who, what kind of organisation, separation of 三员, 代办. */
export async function mayBeGranted(tx: Tx, who: Who, asked: Asked) {
  const { person, role, org, from, to, actsFor } = asked
  const kinds = Object.hasOwn(orgKinds, role) ? orgKinds[role] : undefined
  if (!kinds) throw badInput([{ path: 'role', expected: { zh: `应为：${Object.keys(orgKinds).join('、')}`, en: `one of: ${Object.keys(orgKinds).join(', ')}` } }])
  if (to !== null && to < from) throw badInput([{ path: 'to', expected: { zh: '不早于开始日', en: 'not before the first day' } }])
  if (person === who.person) throw notOneself()
  const found = await rowOf<{ kind: string }>(tx, sql`select kind from organisation where jurisdiction = ${who.jurisdiction} and id = ${org} and merged_into is null`)
  if (!found) throw badInput([{ path: 'org', expected: { zh: '在册单位', en: 'an organisation on the register' } }])
  await personIn(tx, who, person)
  const during = (await heldBy(tx, who, person)).filter((held) => overlap(held, { valid_from: from, valid_to: to }))
  const grounds: Words[] = []
  if (await rowOf(tx, sql`select 1 as gone from base where jurisdiction = ${who.jurisdiction} and 'base.' || id = ${org} and status in ('revoked', 'left')`)) grounds.push({ zh: '该基地已撤销或已退出，不再任职。', en: 'The base is revoked or has left; nobody is appointed in it.' })
  if (!kinds.includes(found.kind)) grounds.push({ zh: '这个角色不能在这类单位担任。', en: 'This role is not held in an organisation of this kind.' })
  if (administrators.includes(role) && during.some((held) => held.role !== role && administrators.includes(held.role))) grounds.push({ zh: '系统管理员、安全管理员、审计员须由三人分别担任。', en: 'System administrator, security administrator and auditor are three different people.' })
  if (during.some((held) => administrators.includes(held.role) !== administrators.includes(role))) grounds.push({ zh: '三员不兼任业务角色。', en: 'An administrator holds no business role.' })
  if (during.some((held) => [sideOf(held.role), sideOf(role)].sort().join() === 'authority,party')) grounds.push({ zh: '主管部门人员不兼任申报单位、基地或需求单位的角色。', en: 'Nobody holds a role with an authority and with an institution it decides about.' })
  if (during.some((held) => held.role === role && held.org === org)) grounds.push({ zh: '此人在这一期间已有这项授权。', en: 'The person holds this grant in that time already.' })
  if (actsFor) grounds.push(...await standInFaults(tx, who, { ...asked, actsFor }))
  if (grounds.length > 0) throw new Refused(422, { zh: `不能授权：${grounds.length} 项理由。`, en: `Not granted: ${grounds.length} ground${grounds.length === 1 ? '' : 's'}.` },
    { refusals: grounds.map((reason) => ({ code: 'unmet', law: 'setting:duty.separation', reason })) })
}

/** 代办 is dated, and one can only stand in for somebody who holds the role there all that time. */
async function standInFaults(tx: Tx, who: Who, { person, role, org, from, to, actsFor }: Asked & { actsFor: string }): Promise<Words[]> {
  const theirs = await heldBy(tx, who, actsFor)
  return [
    ...(administrators.includes(role) ? [{ zh: '三员不设代办。', en: 'Nobody stands in for an administrator.' }] : []), ...(actsFor === person ? [{ zh: '不能代办自己。', en: 'One does not act for oneself.' }] : []),
    ...(to === null ? [{ zh: '代办须有截止日。', en: 'Acting for somebody has an end.' }] : []),
    ...(theirs.some((held) => held.role === role && held.org === org && held.valid_from <= from && (held.valid_to === null || (to !== null && held.valid_to >= to))) ? [] : [{ zh: '被代办人在这一期间没有这个角色。', en: 'The person acted for does not hold this role in that time.' }]),
  ]
}

const heldBy = (tx: Tx, who: Who, person: string) => rowsOf<Held>(tx, sql`select role, org, valid_from, valid_to from assignment where jurisdiction = ${who.jurisdiction} and person = ${person}`)
const overlap = (one: Pick<Held, 'valid_from' | 'valid_to'>, other: Pick<Held, 'valid_from' | 'valid_to'>) =>
  (one.valid_to === null || one.valid_to >= other.valid_from) && (other.valid_to === null || other.valid_to >= one.valid_from) && (one.valid_to === null || one.valid_to >= one.valid_from)

const notOneself = () => new Refused(403, { zh: '不能给自己授权，也不能结束自己的授权；请由另一位安全管理员办理。', en: 'Nobody grants to themselves or ends their own grant; another security administrator does.' })

async function grants(tx: Tx, door: RegisterDoor, who: Who, where: Parameters<typeof listed>[0]): Promise<GrantRow[]> {
  const rows = await rowsOf<{ id: string; person: string; name: string; demo: boolean; username: string | null; role: string; org: string; org_name: string; valid_from: Day; valid_to: Day | null; granted_by: string | null; reason: string | null; acts_for: string | null }>(tx, sql`
    select a.id, a.person, p.name, p.demo, c.username, a.role, a.org, o.name as org_name, a.valid_from, a.valid_to, g.name as granted_by, a.reason, f.name as acts_for
      from assignment a join person p on p.jurisdiction = a.jurisdiction and p.id = a.person join organisation o on o.jurisdiction = a.jurisdiction and o.id = a.org
      left join sec.credential c on c.jurisdiction = a.jurisdiction and c.person = a.person left join person g on g.jurisdiction = a.jurisdiction and g.id = a.granted_by left join person f on f.jurisdiction = a.jurisdiction and f.id = a.acts_for
     where ${listed([sql`a.jurisdiction = ${who.jurisdiction}`, ...where])} order by c.username, a.role, a.valid_from, a.id limit 2000`)
  return rows.map((row) => ({
    id: row.id, person: { id: row.person, name: row.name, username: row.username ?? '' }, role: row.role, roleWords: wordsOf(door, row.role), org: { id: row.org, name: row.org_name }, from: row.valid_from, to: row.valid_to,
    grantedBy: row.granted_by ?? '', reason: row.reason, actsFor: row.acts_for, inForce: row.valid_from <= who.today && (row.valid_to === null || row.valid_to >= who.today), demo: row.demo,
  }))
}

async function grantOf(tx: Tx, door: RegisterDoor, who: Who, id: string): Promise<GrantRow> {
  const [row] = await grants(tx, door, who, [sql`a.id = ${id}`])
  if (!row) throw notFound()
  return row
}

const wordsOf = (door: RegisterDoor, role: string): Words => door.roles[role] ?? { zh: role, en: role }
