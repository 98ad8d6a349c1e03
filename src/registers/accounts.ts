/** Accounts: the system administrator opens, locks and resets them. Who may do what is another administrator's to grant. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Server } from '../platform/http.ts'
import { badInput, notFound, Refused } from '../platform/problem.ts'
import { listed, rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import { hashPassword, setPassword, type Who } from '../platform/session.ts'
import { actAs, containing, readAs, type RegisterDoor, unlessTaken } from './register-door.ts'

export type AccountRow = { id: string; username: string; name: string; state: 'active' | 'locked' | 'disabled'; lastSignInAt: string | null; createdOn: Day; mustChange: boolean; demo: boolean }
/** `withoutAccount`: people on the registers, experts of the pool above all, who cannot sign in yet. */
export type AccountList = { rows: AccountRow[]; total: number; withoutAccount: { id: string; name: string }[] }
/** Told once, never kept. */
export type FirstPassword = { id: string; username: string; password: string }
export type DemoAccount = { username: string; name: string; role: string; roleWords: Words; orgName: string }

const username = z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9.-]{2,39}$/)
const addition = z.strictObject({ username, name: z.string().trim().min(1).max(60).optional(), person: z.string().max(64).optional(), officePhone: z.string().trim().max(30).optional(), email: z.email().max(120).optional() })
  .meta({ examples: [{ username: 'county.yuci3', name: '张三' }] })
const params = z.object({ id: z.string().max(64) })
const usernameTaken: Words = { zh: '这个用户名已经有人用，或者此人已有账号。', en: 'The user name is taken, or the person has an account already.' }

export function accountRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/admin/accounts', { config: { access: 'signedIn' }, schema: { summary: 'Accounts', tags: ['administration'], querystring: z.strictObject({ q: z.string().max(100).optional() }) } },
    (request) => readAs(door, request, ['sysadmin'], async (tx, who): Promise<AccountList> => {
      const { q } = request.query
      const rows = await accounts(tx, door, who, q ? [sql`(c.username like ${containing(q)} or lower(p.name) like ${containing(q)})`] : [])
      const without = await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from person p where jurisdiction = ${who.jurisdiction} and not exists (select 1 from sec.credential c where c.jurisdiction = p.jurisdiction and c.person = p.id) order by name limit 500`)
      return { rows, total: rows.length, withoutAccount: without }
    }))

  app.post('/api/admin/accounts', { config: { access: 'signedIn' }, schema: { summary: 'Open an account; answers once with its first password', tags: ['administration'], body: addition } },
    async (request, reply) => {
      const { body } = request
      const id = body.person ?? door.newId()
      const password = oneTimePassword()
      await actAs(door, request, ['sysadmin'], { act: 'openAccount', object: id, detail: { username: body.username } }, async (tx, who) => {
        if (body.person) await personIn(tx, who, body.person)
        else if (!body.name) throw badInput([{ path: 'name', expected: { zh: '姓名', en: 'a name' } }])
        else await rowsOf(tx, sql`insert into person (jurisdiction, id, name, office_phone, email) values (${who.jurisdiction}, ${id}, ${body.name}, ${body.officePhone ?? null}, ${body.email ?? null})`)
        await unlessTaken(rowsOf(tx, sql`insert into sec.credential (jurisdiction, person, username, password_hash, must_change, changed_at, created_on)
          values (${who.jurisdiction}, ${id}, ${body.username}, ${await hashPassword(password)}, true, ${door.clock().toISOString()}, ${who.today})`), usernameTaken)
      })
      reply.status(201)
      return { id, username: body.username, password } satisfies FirstPassword
    })

  app.post('/api/admin/accounts/:id/lock', { config: { access: 'signedIn' }, schema: { summary: 'Lock an account and end its sessions', tags: ['administration'], params } },
    (request) => actAs(door, request, ['sysadmin'], { act: 'lockAccount', object: request.params.id }, async (tx, who) => {
      const { id } = request.params
      if (id === who.person) throw new Refused(409, { zh: '不能锁定自己的账号。', en: 'You cannot lock your own account.' })
      await personIn(tx, who, id)
      await rowsOf(tx, sql`update person set disabled_at = coalesce(disabled_at, ${door.clock().toISOString()}) where jurisdiction = ${who.jurisdiction} and id = ${id}`)
      await endSessions(tx, door, who, id)
      return accountOf(tx, door, who, id)
    }))

  app.post('/api/admin/accounts/:id/unlock', { config: { access: 'signedIn' }, schema: { summary: 'Unlock an account, whether locked by hand or by failed sign-ins', tags: ['administration'], params } },
    (request) => actAs(door, request, ['sysadmin'], { act: 'unlockAccount', object: request.params.id }, async (tx, who) => {
      const { id } = request.params
      await personIn(tx, who, id)
      await rowsOf(tx, sql`update person set disabled_at = null where jurisdiction = ${who.jurisdiction} and id = ${id}`)
      await rowsOf(tx, sql`update sec.credential set failed = 0, locked_until = null where jurisdiction = ${who.jurisdiction} and person = ${id}`)
      return accountOf(tx, door, who, id)
    }))

  app.post('/api/admin/accounts/:id/reset', { config: { access: 'signedIn' }, schema: { summary: 'Reset a password; answers once with the new one', tags: ['administration'], params } },
    (request) => actAs(door, request, ['sysadmin'], { act: 'resetPassword', object: request.params.id }, async (tx, who): Promise<FirstPassword> => {
      const { id } = request.params
      const account = await accountOf(tx, door, who, id)
      const password = oneTimePassword()
      await setPassword(tx as unknown as Parameters<typeof setPassword>[0], { jurisdiction: who.jurisdiction, person: id, password, now: door.clock(), mustChange: true })
      await endSessions(tx, door, who, id)
      return { id, username: account.username, password }
    }))

  if (door.demo) {
    app.get('/api/demo/accounts', { config: { access: 'public' }, schema: { summary: 'Demo mode: the accounts one may sign in with', tags: ['session'] } }, () => demoAccounts(door))
  }
}

async function accounts(tx: Tx, door: RegisterDoor, who: Who, where: Parameters<typeof listed>[0]): Promise<AccountRow[]> {
  const rows = await rowsOf<{ person: string; username: string; name: string; disabled_at: string | null; locked: boolean; last: string | null; created_on: Day; must_change: boolean; demo: boolean }>(tx, sql`
    select c.person, c.username, p.name, p.disabled_at, coalesce(c.locked_until > ${door.clock().toISOString()}, false) as locked, c.created_on, c.must_change, p.demo,
           (select max(s.created_at) from sec.session s where s.jurisdiction = c.jurisdiction and s.person = c.person) as last
      from sec.credential c join person p on p.jurisdiction = c.jurisdiction and p.id = c.person where ${listed([sql`c.jurisdiction = ${who.jurisdiction}`, ...where])} order by c.username limit 1000`)
  return rows.map((row) => ({ id: row.person, username: row.username, name: row.name, state: row.disabled_at ? 'disabled' : row.locked ? 'locked' : 'active', lastSignInAt: row.last, createdOn: row.created_on, mustChange: row.must_change, demo: row.demo }))
}

async function accountOf(tx: Tx, door: RegisterDoor, who: Who, id: string): Promise<AccountRow> {
  const [row] = await accounts(tx, door, who, [sql`c.person = ${id}`])
  if (!row) throw notFound()
  return row
}

/** The row stays locked until the act is written, so that two administrators do not act on one person at once. */
export async function personIn(tx: Tx, who: Who, id: string): Promise<{ id: string; name: string }> {
  const row = await rowOf<{ id: string; name: string }>(tx, sql`select id, name from person where jurisdiction = ${who.jurisdiction} and id = ${id} for update`)
  if (!row) throw notFound()
  return row
}

export const endSessions = (tx: Tx, door: RegisterDoor, who: Who, person: string) => rowsOf(tx, sql`
  update sec.session set revoked_at = ${door.clock().toISOString()} where jurisdiction = ${who.jurisdiction} and person = ${person} and revoked_at is null`)

// Without signs that are mistaken for one another when read aloud: some 79 bits.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const oneTimePassword = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')

async function demoAccounts(door: RegisterDoor): Promise<DemoAccount[]> {
  const rows = await rowsOf<{ username: string; name: string; role: string; org_name: string }>(door.jobs, sql`
    select distinct on (c.username) c.username, p.name, a.role, o.name as org_name from sec.credential c join person p on p.jurisdiction = c.jurisdiction and p.id = c.person
      join assignment a on a.jurisdiction = c.jurisdiction and a.person = c.person join organisation o on o.jurisdiction = a.jurisdiction and o.id = a.org
     where c.jurisdiction = ${door.jurisdiction} and p.demo and p.disabled_at is null order by c.username, a.valid_from, a.role, a.org`)
  return rows.map(({ username: name, role, ...row }) => ({ username: name, name: row.name, role, roleWords: door.roles[role] ?? { zh: role, en: role }, orgName: row.org_name })).sort((a, b) => order(a.role) - order(b.role) || a.username.localeCompare(b.username))
}
const families = ['city', 'county', 'host', 'partner', 'base', 'expert', 'client']
const order = (role: string) => { const at = families.indexOf(role.split('.')[0] ?? ''); return at < 0 ? families.length : at }
