/** Signing in and out, the own account, messages of the session. */
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Session } from '../contract.ts'
import type { Words } from '../kernel/words.ts'
import { cookieName, type Server } from '../platform/http.ts'
import { knocked, tooOften, unknocked, untilNextHour } from '../platform/knocks.ts'
import { badInput, Refused, signInFirst } from '../platform/problem.ts'
import { json, rowsOf, sql, type Tx } from '../platform/query.ts'
import { changePassword, passwordFault, type SessionRules, signIn, signOut, type Who } from '../platform/session.ts'

export type SessionDoor = {
  jobs: Pool; clock: () => Date; newId: () => string; jurisdiction: string; secure: boolean; demo: boolean
  sessionRules: () => Promise<SessionRules & { wrongPerHour: number }>; roles: Record<string, Words>
  signedIn: <Result>(request: import('fastify').FastifyRequest, work: (tx: import('pg').PoolClient, who: Who) => Promise<Result>) => Promise<Result>
}

/** One answer for a wrong name, a wrong password and an account that pauses: nothing can be learnt from the difference. */
const wrong = ({ tries, lockMinutes }: SessionRules) => new Refused(401, { zh: `用户名或密码不对；或者连续 ${tries} 次不对，账号暂停登录 ${lockMinutes} 分钟。`, en: `User name or password is wrong, or the account pauses for ${lockMinutes} minutes after ${tries} failed tries.` })

export function sessionRoutes(app: Server, door: SessionDoor) {
  const { jobs, clock, jurisdiction } = door
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: door.secure }

  app.post('/api/session', {
    config: { access: 'public' },
    schema: { summary: 'Sign in', tags: ['session'], body: z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(256) }).meta({ examples: [{ username: 'host.carbon', password: 'the printed password' }] }) },
  }, async (request, reply) => {
    const { username, password } = request.body
    const rules = await door.sessionRules()
    // Counted before the password is looked at, so that guesses side by side count like guesses one after the other; taken back where it was right.
    const knock = { jurisdiction, act: 'signIn.wrong', address: request.ip, now: clock() }
    if (!(await knocked(jobs, knock, rules.wrongPerHour))) throw tooOften(untilNextHour(knock.now))
    const outcome = await signIn(jobs, { jurisdiction, username, password, now: clock(), rules }, (tx, { person, result }) => log(tx, person, username, 'signIn', result, request.ip))
    if (outcome === 'wrong' || outcome === 'locked') throw wrong(rules)
    await unknocked(jobs, knock)
    const before = request.cookies[cookieName]
    if (before) await signOut(jobs, before, clock())
    reply.setCookie(cookieName, outcome.token, cookie)
    // The new session answers for itself, through the same door as every later request.
    request.cookies[cookieName] = outcome.token
    return door.signedIn(request, async (_tx, who) => sessionOf(who))
  })

  app.get('/api/session', { config: { access: 'signedIn' }, schema: { summary: 'Who I am', tags: ['session'] } }, (request) => door.signedIn(request, async (_tx, who) => sessionOf(who)))

  app.delete('/api/session', { config: { access: 'signedIn' }, schema: { summary: 'Sign out', tags: ['session'] } }, async (request, reply) => {
    const token = request.cookies[cookieName]
    if (!token) throw signInFirst()
    await signOut(jobs, token, clock())
    reply.clearCookie(cookieName, cookie)
    return { ok: true }
  })

  app.put('/api/session/password', {
    config: { access: 'signedIn' },
    schema: { summary: 'Change my password; every other session ends', tags: ['session'], body: z.strictObject({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) }).meta({ examples: [{ current: 'the printed password', next: 'Yulan-blossom-58' }] }) },
  }, async (request) => {
    const token = request.cookies[cookieName] ?? ''
    const who = await door.signedIn(request, async (_tx, person) => person)
    const fault = passwordFault(request.body.next, who.username)
    if (fault) throw fault
    const outcome = await changePassword(jobs, { who, token, current: request.body.current, next: request.body.next, now: clock(), rules: await door.sessionRules() })
    await log(jobs, who.person, who.username, 'changePassword', outcome, request.ip)
    if (outcome !== 'changed') throw badInput([{ path: 'current', expected: { zh: '现在的密码', en: 'the present password' } }])
    return { ok: true }
  })

  app.put('/api/session/display', {
    config: { access: 'signedIn' }, schema: { summary: 'Language and type size, kept for me', tags: ['session'], body: z.strictObject({ language: z.enum(['zh', 'en']), largeType: z.boolean() }).meta({ examples: [{ language: 'zh', largeType: false }] }) },
  }, (request) => door.signedIn(request, async (tx, who) => {
    await rowsOf(tx, sql`update person set language = ${request.body.language}, large_type = ${request.body.largeType} where jurisdiction = ${who.jurisdiction} and id = ${who.person}`)
    return { ok: true }
  }))

  const sessionOf = (who: Who): Session => ({
    person: { id: who.person, name: who.name, username: who.username, demo: who.demo, largeType: who.largeType, language: who.language },
    assignments: who.holds.map(({ role, org, orgName, from, to, actsForName }) => ({ role, roleWords: door.roles[role] ?? { zh: role, en: role }, org, orgName, from, to, actsFor: actsForName })),
    today: who.today, demo: door.demo, expiresAt: new Date(who.expiresAt).toISOString(), mustChangePassword: who.mustChange, homes: homesOf(who.holds.map(({ role }) => role)),
  })

  const log = (tx: Tx, person: string | null, username: string, act: string, result: string, address: string) => rowsOf(tx, sql`
    insert into access_log (jurisdiction, id, at, person, username, act, result, address, detail) values (${jurisdiction}, ${door.newId()}, ${clock().toISOString()}, ${person}, ${username.slice(0, 64)}, ${act}, ${result}, ${address}, ${json({})})`)
}

/** The navigation of each role, in the order of its day. */
const homes: Record<string, readonly string[]> = {
  'host.clerk': ['worklist', 'apply', 'bases', 'assessment', 'organisation', 'law'], 'host.admin': ['worklist', 'apply', 'bases', 'assessment', 'organisation', 'law'], 'partner.admin': ['worklist', 'apply', 'bases', 'organisation', 'law'],
  'base.director': ['worklist', 'bases', 'matters', 'assessment', 'law'], 'base.clerk': ['worklist', 'bases', 'matters', 'assessment', 'law'],
  'county.officer': ['worklist', 'recognition', 'bases', 'assessment', 'inspection', 'statistics', 'law'], 'county.lead': ['worklist', 'recognition', 'bases', 'assessment', 'inspection', 'statistics', 'law'],
  'city.officer': ['worklist', 'recognition', 'review', 'notices', 'objections', 'bases', 'assessment', 'awards', 'statistics', 'batches', 'organisations', 'experts', 'rules', 'law'],
  'city.lead': ['worklist', 'recognition', 'review', 'notices', 'objections', 'bases', 'assessment', 'awards', 'statistics', 'batches', 'organisations', 'experts', 'rules', 'law'],
  'city.supervisor': ['worklist', 'draws', 'recognition', 'review', 'notices', 'objections', 'lobbying', 'verifyLog', 'rules', 'law'],
  expert: ['tasks', 'lobbying', 'profile', 'law'], client: ['bases', 'law'], sysadmin: ['accounts', 'law'], secadmin: ['grants', 'law'], auditor: ['audit', 'law'],
}
export const homesOf = (roles: readonly string[]): string[] => [...new Set(roles.flatMap((role) => homes[role] ?? []))]
