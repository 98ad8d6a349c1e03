/** Signing in and out: what is counted, what is told, and when a session ends. The clock is handed in. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { personId } from '../src/demo/institutions.ts'
import { cookieName } from '../src/platform/http.ts'
import { rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { casework, tokenOf } from './casework.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const towns: Town[] = []
beforeEach(async () => {
  town = await openTown()
  towns.push(town)
})
afterAll(async () => {
  for (const each of towns) await each.close()
})

const minute = 60_000
const hour = 60 * minute

async function signs(username: string, password = town.password, more: { headers?: Record<string, string>; cookie?: string } = {}) {
  const answer = await town.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password },
    ...(more.headers && { headers: more.headers }),
    ...(more.cookie && { cookies: { [cookieName]: more.cookie } }),
  })
  const cookie = String(answer.headers['set-cookie'] ?? '')
  return {
    status: answer.statusCode,
    cookie,
    token: /^zs=([0-9a-f]{64});/.exec(cookie)?.[1] ?? '',
    bytes: `${answer.statusCode} ${JSON.stringify({ ...answer.headers, date: '' })} ${answer.body.replace(/"number":"[0-9A-F]{6}"/, '')}`,
  }
}
const looks = async (token: string, url = '/api/session') => (await town.app.inject({ method: 'GET', url, cookies: { [cookieName]: token } })).statusCode
const changes = (token: string, current: string, next: string) =>
  town.app.inject({ method: 'PUT', url: '/api/session/password', payload: { current, next }, cookies: { [cookieName]: token } })
const fails = async (username: string, times: number) => {
  for (let at = 0; at < times; at++) expect((await signs(username, `wrong-${at}`)).status).toBe(401)
}

test('the session is a random token in a cookie that scripts cannot read and other sites do not send; the database keeps its fingerprint', async () => {
  const { status, cookie, token } = await signs('host.iron')
  expect(status).toBe(200)
  expect(cookie).toMatch(/^zs=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
  const kept = await rowsOf<{ hash: string }>(town.pools.jobs, sql`select encode(token_hash, 'hex') as hash from sec.session`)
  expect(kept.map(({ hash }) => hash)).not.toContain(token)
  expect(JSON.stringify(await rowsOf(town.pools.jobs, sql`select * from access_log`))).not.toMatch(new RegExp(`${token}|${town.password}`))
  const overHttps = await openTown({ secure: true })
  towns.push(overHttps)
  const answer = await overHttps.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'host.iron', password: overHttps.password } })
  expect(answer.headers['set-cookie']).toContain('; Secure')
})

test('a wrong name, a wrong password, a locked and a disabled account answer the same bytes', async () => {
  await fails('host.coke', 5)
  await rowsOf(town.pools.jobs, sql`update person set disabled_at = now() where id = ${personId('host.robot')}`)
  const answers = [
    await signs('host.iron', 'wrong'),
    await signs('nobody.at.all', 'wrong'),
    await signs('nobody.at.all'),
    await signs('host.coke', 'wrong'),
    await signs('host.coke'),
    await signs('host.robot', 'wrong'),
    await signs('host.robot'),
    await signs("' or 1=1 --", 'wrong'),
  ]
  expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1)
  expect(answers[0]?.bytes).toMatch(/^401 .*application\/problem\+json/)
})

test('after five failures the right password waits ten minutes, to the millisecond; other accounts do not', async () => {
  await fails('host.iron', 4)
  expect((await signs('host.iron')).status, 'four failures').toBe(200)
  await fails('host.iron', 5)
  expect((await signs('host.iron')).status).toBe(401)
  expect((await signs('host.coke')).status).toBe(200)
  town.passes(10 * minute - 1)
  expect((await signs('host.iron')).status, 'one millisecond early').toBe(401)
  town.passes(1)
  expect((await signs('host.iron')).status).toBe(200)
})

test('tries while the account pauses tell nothing and do not lengthen the pause', async () => {
  await fails('host.iron', 5)
  town.passes(9 * minute)
  await fails('host.iron', 20)
  town.passes(minute)
  expect((await signs('host.iron')).status).toBe(200)
})

test('every spelling of a name counts for the same account, wherever the tries come from', async () => {
  const spellings = ['HOST.iron', ' host.iron ', 'ｈｏｓｔ.iron', 'Host.Iron', 'host.iron']
  for (const [at, username] of spellings.entries())
    expect((await signs(username, 'wrong', { headers: { 'x-forwarded-for': `10.0.0.${at}`, 'user-agent': `agent ${at}` } })).status).toBe(401)
  expect((await signs('host.iron')).status).toBe(401)
})

test('fifty guesses at once count like fifty guesses one after the other', async () => {
  const answers = await Promise.all([...Array.from({ length: 50 }, (_, at) => signs('host.iron', `wrong-${at}`)), signs('host.iron')])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
  expect(
    await rowOf(town.pools.jobs, sql`select locked_until > ${town.now().toISOString()} as locked from sec.credential where username = 'host.iron'`),
  ).toEqual({ locked: true })
  expect(
    await Promise.all(Array.from({ length: 20 }, async () => (await signs('host.coke')).status)),
    'the right password many times at once is no attack',
  ).toEqual(Array(20).fill(200))
})

test('signing out ends the session on the server; the cookie is worthless afterwards', async () => {
  const { token } = await signs('host.iron')
  const out = await town.app.inject({ method: 'DELETE', url: '/api/session', cookies: { [cookieName]: token } })
  expect([out.statusCode, String(out.headers['set-cookie'])]).toEqual([200, expect.stringMatching(/^zs=; .*Expires=Thu, 01 Jan 1970/)])
  expect(await looks(token)).toBe(401)
})

test('signing in ends the session the browser had, and never takes over a token it brings', async () => {
  const first = await signs('host.iron')
  const second = await signs('host.coke', town.password, { cookie: first.token })
  expect([await looks(first.token), await looks(second.token)]).toEqual([401, 200])
  const planted = 'a'.repeat(64)
  expect((await signs('host.iron', town.password, { cookie: planted })).token).not.toBe(planted)
  expect(await looks(planted)).toBe(401)
})

test('an idle session ends after thirty minutes, to the millisecond', async () => {
  const { token } = await signs('host.iron')
  town.passes(30 * minute - 1)
  expect(await looks(token)).toBe(200)
  town.passes(30 * minute - 1)
  expect(await looks(token), 'counted from the last look').toBe(200)
  town.passes(30 * minute)
  expect(await looks(token)).toBe(401)
})

test('a busy session ends after twelve hours all the same', async () => {
  const { token } = await signs('host.iron')
  for (let passed = 0; passed < 12 * hour - 20 * minute; passed += 20 * minute) {
    town.passes(20 * minute)
    expect(await looks(token)).toBe(200)
  }
  town.passes(20 * minute - 1)
  expect(await looks(token)).toBe(200)
  town.passes(1)
  expect(await looks(token)).toBe(401)
})

test('changing the password ends every other session and the old password, not the own session', async () => {
  const [mine, other] = [await signs('host.iron'), await signs('host.iron')]
  const next = 'Yulan-blossom-58'
  expect((await changes(mine.token, town.password, next)).statusCode).toBe(200)
  expect([await looks(mine.token), await looks(other.token)]).toEqual([200, 401])
  expect([(await signs('host.iron')).status, (await signs('host.iron', next)).status]).toEqual([401, 200])
})

test('whoever holds a session but not the password cannot guess it there either', async () => {
  const { token } = await signs('host.iron')
  for (let at = 0; at < 5; at++) {
    const answer = await changes(token, `guess-${at}`, 'Yulan-blossom-58')
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { fields: [{ path: 'current' }] }])
  }
  expect((await changes(token, town.password, 'Yulan-blossom-58')).statusCode).toBe(400)
})

test('weak passwords are refused, and the field is named', async () => {
  const { token } = await signs('host.iron')
  const weak = [
    '',
    'short-one-1',
    'aaaaaaaaaaaaaaaa',
    'abababababab',
    'Password-2026-x',
    'my-host.iron-pass',
    'MY-HOST.IRON-PASS',
    'jinzhong-123-kejiju',
    'ＺＨＯＮＧＳＨＩ-platform',
    '12345678-abcdef',
    'qwerty-uiop-asdf',
    '一二三四五六七八九十甲',
  ]
  for (const next of weak)
    expect([next, (await changes(token, town.password, next)).json()], next).toMatchObject([next, { status: 400, fields: [{ path: 'next' }] }])
  let current = town.password
  for (const next of ['Yulan-blossom-58', '玉兰花开在晋中的春天里真好看', '汾河 太行 吕梁 云竹 乌金山 2026']) {
    expect((await changes(token, current, next)).statusCode, next).toBe(200)
    current = next
  }
})

test('a person who is locked out, or whose assignment ends, is out at the next request', async () => {
  const work = casework(town)
  const of = await work.submitted('iron')
  const token = await tokenOf(town, 'county.taigu')
  expect(await looks(token, `/api/cases/${of.id}`)).toBe(200)
  const until = (day: string | null, from = '2020-01-01') =>
    rowsOf(town.pools.jobs, sql`update assignment set valid_to = ${day}, valid_from = ${from} where person = ${personId('county.taigu')}`)
  await until('2026-11-23')
  expect(await looks(token, `/api/cases/${of.id}`), 'the last day counts').toBe(200)
  await until('2026-11-22')
  expect([await looks(token, `/api/cases/${of.id}`), await looks(token)], 'ended yesterday').toEqual([404, 200])
  await until(null, '2026-11-24')
  expect(await looks(token, `/api/cases/${of.id}`), 'begins tomorrow').toBe(404)
  await until(null)
  expect(await looks(token, `/api/cases/${of.id}`)).toBe(200)
  const sysadmin = await town.as('sysadmin')
  expect((await sysadmin.call('POST', `/api/admin/accounts/${personId('county.taigu')}/lock`)).status).toBe(200)
  expect(await looks(token)).toBe(401)
  expect((await signs('county.taigu')).status).toBe(401)
  await sysadmin.call('POST', `/api/admin/accounts/${personId('county.taigu')}/unlock`)
  expect([await looks(token), (await signs('county.taigu')).status], 'the old session stays dead').toEqual([401, 200])
})

test("a reset ends the sessions and the old password, and the new one asks for one's own", async () => {
  const { token } = await signs('host.iron')
  const reset = (await (await town.as('sysadmin')).call<{ password: string }>('POST', `/api/admin/accounts/${personId('host.iron')}/reset`)).body
  expect(await looks(token)).toBe(401)
  const again = await signs('host.iron', reset.password)
  expect([again.status, (await signs('host.iron')).status]).toEqual([200, 401])
  expect((await town.app.inject({ method: 'GET', url: '/api/session', cookies: { [cookieName]: again.token } })).json()).toMatchObject({
    mustChangePassword: true,
  })
  expect((await changes(again.token, reset.password, 'Yulan-blossom-58')).statusCode).toBe(200)
  expect((await town.app.inject({ method: 'GET', url: '/api/session', cookies: { [cookieName]: again.token } })).json()).toMatchObject({
    mustChangePassword: false,
  })
})
