/** What is tried at the door itself: host names, figures, caches, tables, grants. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expertId, tokenOf } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { cookieName } from './http.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

test('a name of the host that is none is refused; any that is one is answered', async () => {
  const asks = async (host: string) => (await town.app.inject({ method: 'GET', url: '/healthz', headers: { host } })).statusCode
  for (const host of ['a"><script>', 'evil.example/path', 'user@evil.example', 'a b', 'x:port', '[::1', 'evil.example:80:80', '晋中.example']) expect([host, await asks(host)]).toEqual([host, 400])
  for (const host of ['localhost', 'localhost:3000', '127.0.0.1:4600', '[::1]:3000', 'zhongshi.example.gov.cn', 'app_1:80']) expect([host, await asks(host)]).toEqual([host, 200])
})

test('over HTTPS every answer says that it stays so', async () => {
  const secure = await openTown({ secure: true })
  try {
    for (const url of ['/healthz', '/api/session', '/api/nothing']) expect([url, (await secure.app.inject({ method: 'GET', url })).headers['strict-transport-security']]).toEqual([url, 'max-age=31536000'])
  } finally { await secure.close() }
})

test('figures of operations are told to the machine itself, not to whom its proxy lets in', async () => {
  const asks = async (headers: Record<string, string>) => (await town.app.inject({ method: 'GET', url: '/metrics', headers })).statusCode
  expect(await asks({})).toBe(200)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) expect([name, await asks({ [name]: '203.0.113.9' })]).toEqual([name, 404])
})

test('answers to signed-in people, refusals too, are kept by nobody', async () => {
  const token = await tokenOf(town, 'host.iron')
  for (const url of ['/api/session', '/api/cases', '/api/cases/none', '/api/organisation', '/api/bases', '/api/rules', '/api/messages', '/api/nothing']) {
    for (const value of [token, 'nobody']) {
      const { headers } = await town.app.inject({ method: 'GET', url, cookies: { [cookieName]: value } })
      expect([url, headers['cache-control']]).toEqual([url, 'no-store'])
    }
  }
})

test('bodies that a form of another site can send are not read', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json+x', 'text/json']) {
    const answer = await town.app.inject({ method: 'POST', url: '/api/session', headers: { 'content-type': type }, payload: JSON.stringify({ username: 'host.iron', password: town.password }) })
    expect([type, answer.statusCode, answer.headers['set-cookie']]).toEqual([type, 415, undefined])
  }
})

test('a role that every object has is no role; nobody is with an authority and with an institution at once', async () => {
  const secadmin = await town.as('secadmin')
  const grants = (role: string, org: string, person = expertId('host.iron')) => secadmin.call('POST', '/api/admin/grants', { person, role, org, from: '2026-11-23', to: null, reason: '岗位调整' })
  for (const role of ['constructor', 'toString', '__proto__', 'system']) expect([role, (await grants(role, 'org-iron')).status]).toEqual([role, 400])
  expect((await grants('city.officer', 'city.140700')).status).toBe(422)
  expect((await grants('county.lead', 'county.140729')).status).toBe(422)
  expect((await grants('host.admin', 'org-iron', expertId('county.taigu'))).status).toBe(422)
  expect((await grants('host.clerk', 'org-iron')).status).toBe(201)
  expect((await grants('expert', 'org-experts')).status).toBe(201)
})

test('an attempt to sign in asks the database as often, whoever is named: its time does not tell which names exist', async () => {
  const asked = async (username: string): Promise<number> => {
    let times = 0
    const count = () => { times++ }
    town.pools.jobs.on('acquire', count)
    await town.app.inject({ method: 'POST', url: '/api/session', payload: { username, password: 'wrong' } })
    town.pools.jobs.off('acquire', count)
    return times
  }
  await asked('host.coke')
  const [known, unknown] = [await asked('host.coke'), await asked('nobody.at.all')]
  expect(known).toBe(unknown)
  for (let at = 0; at < 5; at++) await asked('host.coke')
  expect(await asked('host.coke'), 'locked').toBe(known)
})

test('names, queries and files carry no line of their own into headers, and text is only text', async () => {
  const token = await tokenOf(town, 'host.iron')
  for (const q of ["' or 1=1 --", "'; select pg_sleep(90); --", '%', '_', '\\', '{{7*7}}', '${7*7}', '\u202e', "x') union select * from person --"]) {
    for (const url of ['/api/cases', '/api/organisations', '/api/bases']) {
      const began = performance.now()
      const answer = await town.app.inject({ method: 'GET', url: `${url}?q=${encodeURIComponent(q)}`, cookies: { [cookieName]: token } })
      expect([url, q, answer.statusCode, performance.now() - began < 60_000]).toEqual([url, q, 200, true])
    }
  }
  for (const [name, value] of [['sort', 'since desc'], ['sort', 'case when 1=1 then since end'], ['cursor', '0; select 1'], ['cursor', '-1'], ['limit', '1 or 1=1']]) expect((await town.app.inject({ method: 'GET', url: `/api/cases?${name}=${encodeURIComponent(value!)}`, cookies: { [cookieName]: token } })).statusCode).toBe(400)
})
