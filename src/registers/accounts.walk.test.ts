import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../test/town.ts'
import { rowsOf, sql } from '../platform/query.ts'
import { asPerson, openSession, signIn } from '../platform/session.ts'
import { personId } from '../demo/institutions.ts'
import type { AccountList, AccountRow, DemoAccount, FirstPassword } from './accounts.ts'
import type { AuditList } from './audit.ts'
import type { GrantList, GrantRow } from './grants.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

const rules = { tries: 5, lockMinutes: 10, idleMinutes: 60, hours: 12 }
const call = async <Body>(username: string | null, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, headers: Record<string, string> = {}) => {
  const token = username === null ? undefined : await openSession(town.pools.jobs, { jurisdiction: '140700', person: personId(username), now: town.now(), rules })
  const answer = await town.app.inject({ method, url, headers, ...(payload && { payload }), ...(token && { cookies: { zs: token } }) })
  return { status: answer.statusCode, body: answer.json() as Body }
}
const refusals = async (payload: object) => {
  const { status, body } = await call<{ refusals?: { reason: string }[] }>('secadmin', 'POST', '/api/admin/grants', payload)
  return { status, reasons: body.refusals?.map(({ reason }) => reason) ?? [] }
}
const grant = (change: object) => ({ person: 'p-county-yuci', role: 'county.officer', org: 'county.140703', from: '2026-11-23', to: null, reason: '轮岗', ...change })

test('an account is opened with a password that is told once and must be changed', async () => {
  const opened = await call<FirstPassword>('sysadmin', 'POST', '/api/admin/accounts', { username: 'County.Yuci9', name: '张三' })
  expect(opened).toMatchObject({ status: 201, body: { username: 'county.yuci9' } })
  const signedIn = await signIn(town.pools.jobs, { jurisdiction: '140700', username: 'county.yuci9', password: opened.body.password, now: town.now(), rules })
  if (typeof signedIn === 'string') throw new Error(signedIn)
  const who = await asPerson(town.pools.app, signedIn.token, town.now(), async (_tx, person) => person)
  expect(who).toMatchObject({ mustChange: true, holds: [] })
  const listed = await call<AccountList>('sysadmin', 'GET', '/api/admin/accounts?q=yuci9')
  expect(listed.body.rows).toMatchObject([{ name: '张三', state: 'active', createdOn: '2026-11-23', mustChange: true }])
  expect(JSON.stringify(listed.body)).not.toContain(opened.body.password)
  expect((await call('sysadmin', 'POST', '/api/admin/accounts', { username: 'county.yuci9', name: '李四' })).status).toBe(409)
})

test('a locked account has no session left and no way in until it is unlocked', async () => {
  const token = await openSession(town.pools.jobs, { jurisdiction: '140700', person: 'p-county-taigu', now: town.now(), rules })
  expect((await call<AccountRow>('sysadmin', 'POST', '/api/admin/accounts/p-county-taigu/lock', {})).body.state).toBe('disabled')
  expect(await asPerson(town.pools.app, token, town.now(), async () => 'in')).toBeUndefined()
  expect(await signIn(town.pools.jobs, { jurisdiction: '140700', username: 'county.taigu', password: town.password, now: town.now(), rules })).toBe('wrong')
  expect((await call<AccountRow>('sysadmin', 'POST', '/api/admin/accounts/p-county-taigu/unlock', {})).body.state).toBe('active')
  const reset = await call<FirstPassword>('sysadmin', 'POST', '/api/admin/accounts/p-county-taigu/reset', {})
  expect(typeof await signIn(town.pools.jobs, { jurisdiction: '140700', username: 'county.taigu', password: town.password, now: town.now(), rules })).toBe('string')
  expect(typeof await signIn(town.pools.jobs, { jurisdiction: '140700', username: 'county.taigu', password: reset.body.password, now: town.now(), rules })).toBe('object')
  expect((await call('sysadmin', 'POST', '/api/admin/accounts/p-sysadmin/lock', {})).status).toBe(409)
})

test('each of the three administrators has only the own door', async () => {
  for (const [url, allowed] of [['/api/admin/accounts', 'sysadmin'], ['/api/admin/grants', 'secadmin'], ['/api/audit', 'auditor']] as const) {
    for (const username of ['sysadmin', 'secadmin', 'auditor', 'city.lead', 'host.carbon', 'expert.01']) expect([url, username, (await call(username, 'GET', url)).status]).toEqual([url, username, username === allowed ? 200 : 403])
    expect((await call(null, 'GET', url)).status).toBe(401)
  }
})

test('none of the three can read a case, in any table of a case', async () => {
  const host = await town.as('host.carbon')
  await host.opened('recognition')
  for (const username of ['sysadmin', 'secadmin', 'auditor']) {
    const token = await openSession(town.pools.jobs, { jurisdiction: '140700', person: personId(username), now: town.now(), rules })
    for (const table of ['case_head', 'case_list', 'case_entry', 'case_sealed', 'document', 'draft', 'draft_value', 'file', 'message', 'outbox']) {
      const seen = await asPerson(town.pools.app, token, town.now(), async (tx) => (await rowsOf(tx, sql`select 1 from ${sql.table(table)}`)).length)
      expect([username, table, seen]).toEqual([username, table, 0])
    }
  }
})

test('a role is granted for a time, with its reason, and ends', async () => {
  const granted = await call<GrantRow>('secadmin', 'POST', '/api/admin/grants', grant({ to: '2026-12-31' }))
  expect(granted).toMatchObject({ status: 201, body: { role: 'county.officer', org: { id: 'county.140703' }, from: '2026-11-23', to: '2026-12-31', grantedBy: '沙静仪', inForce: true } })
  const ended = await call<GrantRow>('secadmin', 'POST', `/api/admin/grants/${granted.body.id}/end`, { on: '2026-11-22', reason: '登记有误' })
  expect(ended.body).toMatchObject({ to: '2026-11-22', inForce: false })
  expect((await call<GrantList>('secadmin', 'GET', '/api/admin/grants?q=county.officer')).body.rows.every(({ role }) => role === 'county.officer')).toBe(true)
})

test.each([
  ['a county role is held in a county', grant({ org: 'org-carbon' }), ['这个角色不能在这类单位担任。']],
  ['nobody holds two of the three', grant({ person: 'p-auditor', role: 'sysadmin', org: 'org-operations' }), ['系统管理员、安全管理员、审计员须由三人分别担任。']],
  ['an administrator holds no business role', grant({ person: 'p-sysadmin' }), ['三员不兼任业务角色。']],
  ['an official becomes no administrator', grant({ role: 'auditor', org: 'org-operations' }), ['三员不兼任业务角色。']],
  ['a role held already is not granted again', grant({ org: 'county.140702' }), ['此人在这一期间已有这项授权。']],
  ['acting for somebody is dated', grant({ org: 'county.140703', actsFor: 'p-county-taigu' }), ['代办须有截止日。']],
  ['one acts only for who holds the role there', grant({ to: '2026-12-31', actsFor: 'p-county-lingshi' }), ['被代办人在这一期间没有这个角色。']],
  ['all grounds are told at once', grant({ person: 'p-sysadmin', org: 'org-carbon' }), ['这个角色不能在这类单位担任。', '三员不兼任业务角色。']],
])('%s', async (_what, payload, reasons) => expect(await refusals(payload)).toEqual({ status: 422, reasons }))

test('nobody grants to themselves, and the attempt is on record', async () => {
  expect((await refusals(grant({ person: 'p-secadmin', role: 'secadmin', org: 'org-operations' }))).status).toBe(403)
  const own = (await call<GrantList>('secadmin', 'GET', '/api/admin/grants?q=secadmin')).body.rows.find(({ role }) => role === 'secadmin')
  expect((await call('secadmin', 'POST', `/api/admin/grants/${own?.id}/end`, { on: '2026-12-31' })).status).toBe(403)
  const audit = await call<AuditList>('auditor', 'GET', '/api/audit?what=grantRole&outcome=refused')
  expect(audit.body.rows[0]).toMatchObject({ what: 'grantRole', whatWords: { zh: '授权' }, outcome: 'refused', who: '沙静仪（secadmin）' })
})

test('a stand-in acts under both names', async () => {
  const { status, body } = await call<GrantRow>('secadmin', 'POST', '/api/admin/grants', grant({ to: '2026-12-31', actsFor: 'p-county-taigu' }))
  expect([status, body.actsFor]).toEqual([201, '吴敏初'])
})

test('the audit is paged in the order of writing, and a day may be picked', async () => {
  for (let tried = 0; tried < 60; tried++) await rowsOf(town.pools.jobs, sql`insert into access_log (jurisdiction, id, at, username, act, result) values ('140700', ${`old-${tried}`}, '2026-11-20T02:00:00Z', 'nobody', 'signIn', 'wrong')`)
  const first = (await call<AuditList>('auditor', 'GET', '/api/audit?from=2026-11-20&to=2026-11-20&q=nobody')).body
  expect([first.rows.length, first.total, first.rows[0]?.outcome]).toEqual([50, 60, 'refused'])
  const second = (await call<AuditList>('auditor', 'GET', `/api/audit?from=2026-11-20&to=2026-11-20&q=nobody&cursor=${first.cursor}`)).body
  expect([second.rows.length, second.cursor]).toEqual([10, null])
  expect((first.rows.at(-1)?.no ?? 0) > (second.rows[0]?.no ?? 0)).toBe(true)
  expect((await call<AuditList>('auditor', 'GET', '/api/audit?to=2026-11-19')).body.total).toBe(0)
})

test('in demo mode the accounts are offered by name and role, never with a password', async () => {
  const { body } = await call<DemoAccount[]>(null, 'GET', '/api/demo/accounts')
  expect(body[0]).toMatchObject({ role: expect.stringMatching(/^city/), orgName: '晋中市科学技术局（演示）' })
  expect(body.map(({ username }) => username)).toEqual(expect.arrayContaining(['host.carbon', 'expert.01', 'sysadmin']))
  expect(Object.keys(body[0] ?? {}).sort()).toEqual(['name', 'orgName', 'role', 'roleWords', 'username'])
})
