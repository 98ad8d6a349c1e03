/** Doors without a session: how often one may knock, who is counted together, and what is kept of an address. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jurisdiction, openTown, type Town } from '../../test/town.ts'
import { openApp, runSchedule } from '../app.ts'
import type { Server } from '../platform/http.ts'
import { networkOf } from '../platform/knocks.ts'
import { rowsOf, sql } from '../platform/query.ts'

let town: Town
/** A second process on the same database, behind a proxy of our own. */
let behind: Server
/** And one whose proxies are named. */
let named: Server
beforeAll(async () => {
  town = await openTown()
  const options = { pools: town.pools, clock: town.now, newId: town.newId, jurisdiction, demo: true, dataDir: '/nonexistent' }
  behind = (await openApp({ ...options, trustProxy: true })).app
  named = (await openApp({ ...options, trustProxy: ['10.0.0.0/24', '127.0.0.1'] })).app
}, 120_000)
afterAll(async () => { await behind.close(); await named.close(); await town.close() })
beforeEach(async () => { await rowsOf(town.pools.owner as never, sql`delete from sec.knock`) })

type Way = { app?: Server; from?: string; forwarded?: string; number?: string }
const asks = ({ app = town.app, from = '192.0.2.1', forwarded, number = 'JZZSJD-2026-999' }: Way = {}) =>
  app.inject({ method: 'GET', url: `/api/public/verify?number=${number}`, remoteAddress: from, headers: { 'accept-language': 'zh', ...(forwarded && { 'x-forwarded-for': forwarded }) } })
const counts = () => rowsOf<{ act: string; count: number; print: string }>(town.pools.owner as never, sql`select act, count, print from sec.knock order by act, count`)
/** As if so many had been there this hour. */
const already = (act: string, count: number) => rowsOf(town.pools.owner as never, sql`update sec.knock set count = ${count} where act = ${act}`)

test('an address may verify 120 times an hour; then it is told how long to wait, and others are not held up', async () => {
  expect((await asks()).statusCode).toBe(200)
  await already('verify', 119)
  expect((await asks()).statusCode).toBe(200)
  town.passes(600_000)
  const refused = await asks()
  expect(refused.statusCode).toBe(429)
  expect(refused.headers).toMatchObject({ 'retry-after': '3000', 'cache-control': 'no-store' })
  expect(refused.json()).toMatchObject({ title: '次数过多，请在 50 分钟后再试。' })
  expect((await asks({ from: '192.0.2.2' })).statusCode).toBe(200)
  town.passes(3_000_000)
  expect((await asks()).statusCode).toBe(200)
})

test('what fits nothing is counted of all addresses together; what is found is not', async () => {
  await asks({ from: '192.0.2.10' })
  await asks({ from: '192.0.2.11' })
  expect((await counts()).find(({ act }) => act === 'verify.wrong')?.count).toBe(2)
  await already('verify.wrong', 1999)
  expect((await asks({ from: '192.0.2.12' })).statusCode).toBe(200)
  expect((await asks({ from: '192.0.2.13' })).statusCode).toBe(429)
  expect((await asks({ from: '192.0.2.13', number: 'JZ-ZS-2026-001' })).statusCode).toBe(429)
})

test('two processes count as one', async () => {
  await asks({ from: '192.0.2.20' })
  await already('verify', 120)
  expect((await asks({ app: behind, from: '127.0.0.1', forwarded: '192.0.2.20' })).statusCode).toBe(429)
})

test('guesses side by side count like guesses one after the other', async () => {
  await asks({ from: '192.0.2.30' })
  await already('verify', 110)
  const statuses = (await Promise.all(Array.from({ length: 20 }, () => asks({ from: '192.0.2.30' })))).map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
})

test('without a proxy of ours nobody chooses the address they are counted by', async () => {
  for (const forwarded of ['198.51.100.1', '198.51.100.2, 198.51.100.3']) await asks({ forwarded })
  expect((await counts()).filter(({ act }) => act === 'verify').map(({ count }) => count)).toEqual([2])
})

test('behind a proxy the address is the one the proxy saw, whatever the client wrote before it', async () => {
  for (const forged of ['', '203.0.113.1, ', '203.0.113.2, 203.0.113.3, ']) await asks({ app: behind, from: '127.0.0.1', forwarded: `${forged}198.51.100.7` })
  expect((await counts()).filter(({ act }) => act === 'verify').map(({ count }) => count)).toEqual([3])
})

test('of named proxies the whole chain is gone back, and not a step further; who is none is not believed', async () => {
  await asks({ app: named, from: '127.0.0.1', forwarded: '203.0.113.9, 198.51.100.8, 10.0.0.4' })
  await asks({ app: named, from: '198.51.100.8', forwarded: '203.0.113.10' })
  expect((await counts()).filter(({ act }) => act === 'verify').map(({ count }) => count)).toEqual([2])
})

test('nothing of an address is kept but a keyed print, and that for its hour only', async () => {
  await asks({ from: '192.0.2.40' })
  const kept = await counts()
  expect(kept.map(({ act }) => act)).toEqual(['verify', 'verify.wrong'])
  for (const { print } of kept) expect(print).toMatch(/^[0-9a-f]{64}$/)
  await runSchedule(town.platform)
  expect(await counts()).toHaveLength(2)
  town.passes(3_600_000)
  await runSchedule(town.platform)
  expect(await counts()).toEqual([])
})

test('the roles that serve requests cannot read the prints', async () => {
  for (const pool of [town.pools.app, town.pools.jobs]) await expect(pool.query('select * from sec.knock')).rejects.toMatchObject({ code: '42501' })
})

test.each([
  ['192.0.2.1', '192.0.2.1'], ['::ffff:192.0.2.1', '192.0.2.1'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:DB8:1:2::9', '2001:db8:1:2::/64'], ['2001:db8::1', '2001:db8:0:0::/64'], ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], ['', ''],
])('%s is counted as %s: the second half of an IPv6 address is the visitor\'s own to choose', (address, network) => expect(networkOf(address)).toBe(network))

const signs = (username: string, password: string, from: string) => town.app.inject({ method: 'POST', url: '/api/session', payload: { username, password }, remoteAddress: from })

test('an address that guessed a hundred times signs nobody in for the hour, with the right password neither; another one does', async () => {
  expect((await signs('nobody.here', 'wrong', '192.0.2.50')).statusCode).toBe(401)
  await already('signIn.wrong', 99)
  expect((await signs('host.iron', 'wrong', '192.0.2.50')).statusCode).toBe(401)
  for (const username of ['host.iron', 'nobody.here']) {
    const refused = await signs(username, town.password, '192.0.2.50')
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '3600'])
  }
  expect((await signs('host.iron', town.password, '192.0.2.51')).statusCode).toBe(200)
})

test('an office that signs in rightly is never counted', async () => {
  for (let times = 0; times < 3; times++) expect((await signs('host.coke', town.password, '192.0.2.60')).statusCode).toBe(200)
  expect((await counts()).filter(({ act }) => act === 'signIn.wrong').map(({ count }) => count)).toEqual([0])
})
