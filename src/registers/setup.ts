/**
 * The first run of a production installation: the city, its counties, and the three administrators (三员).
 * Open only while nobody has an account, and only to whoever reads the code printed at the server's start.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Server } from '../platform/http.ts'
import { notFound, Refused } from '../platform/problem.ts'
import { json, rowOf, rowsOf, sql } from '../platform/query.ts'
import { hashPassword } from '../platform/session.ts'
import { city, divisions } from '../settings/divisions.ts'

export type SetupDoor = { jobs: Pool; clock: () => Date; newId: () => string; jurisdiction: string; code: string }

const person = z.strictObject({ username: z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9.]{2,39}$/), name: z.string().trim().min(1).max(60) })
const first = z.strictObject({ code: z.string().max(64), bureau: z.string().trim().min(2).max(80), sysadmin: person, secadmin: person, auditor: person })
  .meta({ examples: [{ code: 'the printed code', bureau: '晋中市科学技术局', sysadmin: { username: 'sys.zhao', name: '赵一' }, secadmin: { username: 'sec.qian', name: '钱二' }, auditor: { username: 'audit.sun', name: '孙三' } }] })

export const someoneHasAnAccount = async (jobs: Pool, jurisdiction: string): Promise<boolean> =>
  (await rowOf(jobs, sql`select 1 as one from sec.credential where jurisdiction = ${jurisdiction} limit 1`)) !== undefined

export function setupRoutes(app: Server, door: SetupDoor) {
  const { jobs, jurisdiction } = door
  app.get('/api/setup', { config: { access: 'public' }, schema: { summary: 'Whether the first run is still to be done', tags: ['setup'] } }, async () => ({ open: !(await someoneHasAnAccount(jobs, jurisdiction)) }))

  app.post('/api/setup', { config: { access: 'public' }, schema: { summary: 'First run: city, counties and the three administrators', tags: ['setup'], body: first } }, async (request) => {
    if (await someoneHasAnAccount(jobs, jurisdiction)) throw notFound()
    const { code, bureau, ...people } = request.body
    if (!same(code, door.code)) throw new Refused(403, { zh: '设置码不对，见服务启动时的输出。', en: 'The code is wrong; it is printed where the server starts.' })
    const names = Object.values(people).map(({ username }) => username)
    if (new Set(names).size < 3) throw new Refused(422, { zh: '三员须为三个人。', en: 'The three administrators are three people.' })
    const made = await Promise.all(Object.entries(people).map(async ([role, { username, name }]) => { const password = randomBytes(12).toString('base64url'); return { role, username, name, password, id: door.newId(), hash: await hashPassword(password) } }))
    await inOne(jobs, async (tx) => {
      await rowsOf(tx, sql`insert into jurisdiction (code, name, short_name) values (${jurisdiction}, ${city.words.zh}, ${city.words.zh}) on conflict do nothing`)
      const orgs = [{ id: `city.${jurisdiction}`, kind: 'city', name: bureau, division: jurisdiction }, ...divisions.map(({ code: division, words }) => ({ id: `county.${division}`, kind: 'county', name: `${words.zh}科技管理部门`, division })), { id: 'org-operations', kind: 'other', name: '平台运维', division: jurisdiction }, { id: 'org-experts', kind: 'other', name: '专家库', division: jurisdiction }]
      await rowsOf(tx, sql`insert into organisation (jurisdiction, id, kind, name, division) select ${jurisdiction}, o.id, o.kind, o.name, o.division from jsonb_to_recordset(${json(orgs)}) as o(id text, kind text, name text, division text) on conflict do nothing`)
      for (const { id, name, username, hash, role } of made) {
        await rowsOf(tx, sql`insert into person (jurisdiction, id, name) values (${jurisdiction}, ${id}, ${name})`)
        await rowsOf(tx, sql`insert into sec.credential (jurisdiction, person, username, password_hash, must_change, changed_at) values (${jurisdiction}, ${id}, ${username}, ${hash}, true, ${door.clock().toISOString()})`)
        await rowsOf(tx, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from, reason) values (${jurisdiction}, ${door.newId()}, ${id}, ${role}, 'org-operations', ${door.clock().toISOString().slice(0, 10)}, 'first run')`)
      }
      await rowsOf(tx, sql`insert into access_log (jurisdiction, id, at, act, object, result) values (${jurisdiction}, ${door.newId()}, ${door.clock().toISOString()}, 'setup', ${bureau}, 'done')`)
    })
    return { accounts: made.map(({ role, username, password }) => ({ role, username, password })) }
  })
}

const same = (given: string, wanted: string) => { const [a, b] = [given, wanted].map((text) => Buffer.from(text.normalize('NFKC').trim().padEnd(64).slice(0, 64))); return a !== undefined && b !== undefined && a.length === b.length && timingSafeEqual(a, b) }

async function inOne(pool: Pool, work: (tx: import('pg').PoolClient) => Promise<void>) {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    await work(tx)
    await tx.query('commit')
  } catch (error) {
    await tx.query('rollback').catch(() => undefined)
    throw error
  } finally { tx.release() }
}
