/**
 * The same world built twice, one secret changed: whatever somebody who must not know it can fetch is the same to the byte. Left out is only
 * what is random by design: hashes (they cover the secret under a salt), the number of a problem, the intention of a form.
 */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../src/engines.ts'
import { cookieName } from '../src/platform/http.ts'
import { rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { portalPages } from '../src/portal/portal.ts'
import { casework, expertId, otherExpert, type Panel, tokenOf } from './casework.ts'
import { type Built, built } from './journeys/dist.ts'
import { openTown, type Town } from './town.ts'

type Secret = 'score' | 'sealedScore' | 'expert' | 'objector'
type World = { town: Town; ids: string[]; numbers: string[]; notice: string; concluded: Panel; running: Panel; scorers: string[]; sealer: string }
type Parameter = { in: 'path' | 'query' | 'header'; name: string }
type Document = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> }

let pages: Built
let plain: World
let document: Document
const open: World[] = []
beforeAll(async () => {
  pages = await built()
  plain = await worldWith(undefined)
  document = (await plain.town.anyone.call<Document>('GET', '/api/openapi.json')).body
}, 300_000)
afterAll(async () => {
  for (const { town } of open) await town.close()
  rmSync(pages.folder, { recursive: true, force: true })
})

/** Two of the pool who are drawn for the same kind of seat: in the other world each has the card of the other. */
const twins = ['expert.07', 'expert.08'] as const

/**
 * A panel that has concluded, its applications on notice with an objection, one whose experts score, one draw that waits. Everything happens in
 * one order, so that ids and instants are the same in every world.
 */
async function worldWith(secret: Secret | undefined): Promise<World> {
  const town = await openTown({ portalRenderer: pages.portalRenderer })
  const work = casework(town)
  if (secret === 'expert') await exchanged(town, ...twins)
  const ex = (step: string, more: object) => ({ ...engines['panel-review']?.examples[step], ...more })
  const [iron, hydraulic] = [await work.queued('iron'), await work.queued('hydraulic')]
  const lower = (is: boolean) => (is ? { items: { ...(ex('score', {}) as unknown as { items: Record<string, number> }).items, '7.1': 2 } } : {})
  const drawn = await work.drawn([iron, hydraulic])
  const scorers = drawn.members.slice(1, 4)
  const concluded = await work.finished(drawn, { sheet: (member, of) => lower(secret === 'score' && of === iron && scorers.includes(member)) })
  await (await town.as('city.officer')).did(concluded.id, 'conclude', { opinions: [iron, hydraulic].map(({ id }) => ({ about: id, opinion: '建议列入现场考察。', shortlist: true })) })
  for (const of of [iron, hydraulic]) await work.decided(of, 'approve')
  await (await town.as('city.officer')).did(iron.id, 'openNotice', { title: '关于拟认定中试基地名单的公示', together: [hydraulic.id] })
  const notice = (await rowOf<{ number: string; case_id: string }>(town.pools.jobs, sql`select number, case_id from notice where status = 'published'`))!
  const objection = await town.app.inject({
    method: 'POST', url: `/notices/${notice.number}/object`, headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      kind: 'person', ...(secret === 'objector' ? { name: '沈鹤轩', contact: '13900002222' } : { name: '苏雁秋', contact: '13700001111' }), row: '1', category: 'conditions', facts: '公示所列中试线尚未建成，现场只有两台设备在运行。',
      evidence: '现场照片三张', confidential: 'yes', consent: 'yes', intention: '5c9b2f0e-7c1d-4f0a-9a55-0d6f6c3b8e21',
    }).toString(),
  })
  expect(objection.statusCode, objection.body.slice(0, 300)).toBe(201)
  const running = await work.scoring([await work.queued('gears'), await work.queued('anode')])
  const about = running.cases[0]!.id
  for (const [at, { username }] of running.members.slice(0, 3).entries()) {
    await (await town.as(username)).did(running.id, 'declareConflict', ex('declareConflict', { about }))
    await (await town.as(username)).did(running.id, 'score', ex('score', { about, ...lower(secret === 'sealedScore' && at === 0) }))
  }
  const waiting = await work.committed([await work.queued('engine')])
  const filed = (await rowOf<{ id: string }>(town.pools.jobs, sql`select id from case_head where procedure = 'objection'`))!.id
  const ids = [iron.id, hydraulic.id, concluded.id, running.id, waiting.id, notice.case_id, filed]
  const numbers = (await rowsOf<{ number: string }>(town.pools.jobs, sql`select number from case_head where id = any(${ids}::text[]) order by number`)).map(({ number }) => number)
  const world = { town, ids, numbers, notice: notice.number, concluded, running, scorers: scorers.map(({ username }) => username), sealer: running.members[0]!.username }
  // Everybody has signed in, in every world: who asked before is none of the secrets.
  for (const username of [...outsiders, ...city, 'city.officer2', ...world.concluded.members.map((member) => member.username), ...running.members.map((member) => member.username)]) if (username) await tokenOf(town, username)
  open.push(world)
  return world
}

/** Gives each the other's card in the pool, before anything has happened. */
async function exchanged(town: Town, one: string, other: string) {
  const [a, b] = [expertId(one), expertId(other)]
  await town.pools.owner.query(`update expert e set fields = o.fields, specialty = o.specialty, title = o.title, employer = o.employer, employers = o.employers, region = o.region, in_city = o.in_city
    from expert o where e.person in ($1, $2) and o.person in ($1, $2) and o.person <> e.person`, [a, b])
}

const nobody = '99999999-9999-4999-8999-999999999999'
/** Words a curious person would search by: the secrets themselves among them. */
const searched = ['苏雁秋', '沈鹤轩', '钟铸九', '方烨霖', '评审', '%']

/**
 * Not compared: what carries the clock of this machine in its container (xlsx, PDF, Word), the audit log (this test's own questions stand in it,
 * in the order in which they happened to arrive), and the demo's list of accounts, which has no order.
 */
const leftOut = /openapi/

/** All addresses of all GET routes of the document and of the portal, with ids of everything and of nothing in every place. */
function addresses({ ids, numbers, notice }: World): string[] {
  const strangers = [nobody, expertId(twins[0]), 'org-iron', 'JZ-ZS-2026-001']
  const queries: Record<string, string[]> = { q: searched, procedure: ['panel-review', 'recognition', 'objection', 'public-notice'], status: ['scoring', 'concluded', 'onNotice'], tab: ['mine', 'others', 'done'], sort: ['due', 'number'], number: [notice, 'X'], field: ['steel'], page: ['1'] }
  const api = Object.entries(document.paths).filter(([, { get }]) => get).flatMap(([path, { get }]) => {
    const names = (get?.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)
    const places = /^\/api\/(cases|panel)\//.test(path) ? [...ids, numbers[0]!, nobody] : [ids[0]!, ids[2]!, ids.at(-1)!, notice, ...strangers]
    const inPlace = (name: string, at: number) => (name === 'version' ? ['2026-A'] : name === 'no' ? ['1', '10'] : name === 'about' ? ids.slice(0, 2) : at ? places.slice(0, 2) : places)
    const filled = names.reduce<string[]>((urls, name, at) => urls.flatMap((url) => inPlace(name, at).map((id) => url.replace(`{${name}}`, encodeURIComponent(id)))), [path])
    const asks = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query').flatMap(({ name }) => (queries[name] ?? []).map((value) => `${name}=${encodeURIComponent(value)}`))
    return [...filled, ...asks.map((query) => `${filled[0]}?${query}`)]
  })
  const portal = portalPages({} as never, { renderer: '' }).pages.map(({ path }) => path.replace(':number', notice).replace(':article', '10').replace(':id', 'JZ-ZS-2026-001').replace(':no', '1'))
  return [...new Set([...api, ...portal, `/notices/${notice}/object`, '/objections', `/verify?number=${encodeURIComponent('沈鹤轩')}`, '/bases?q=%E7%8E%9B%E9%92%A2'])].filter((url) => !leftOut.test(url))
}

/** Errors are answers too: steps that are not this person's to take, on everything there is. */
const attempts = ({ ids }: World) => ids.flatMap((id) => ['conclude', 'score', 'concludeUpheld'].map((step) => `/api/cases/${id}/steps/${step}`))

const normal = (text: string) => text
  .replaceAll(/"number":"[0-9A-F]{6}"/g, '"number":"#"').replaceAll(/[0-9a-f]{64}/g, '<hash>').replaceAll(/[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9a-f-])/g, '<short hash>')
  .replaceAll(/(?!00000000)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '<uuid>')

async function fetched(world: World, username: string | null, method: 'GET' | 'POST', url: string): Promise<string> {
  const { town } = world
  const token = username ? await tokenOf(town, username) : undefined
  const headers = { accept: url.startsWith('/api') ? 'application/json' : 'text/html', ...(method === 'POST' && { 'idempotency-key': 'two-worlds-one-key', 'if-match': '9999' }) }
  const answer = await town.app.inject({ method, url, headers, ...(method === 'POST' && { payload: {} }), ...(token && { cookies: { [cookieName]: token } }) })
  if (answer.statusCode === 503) return fetched(world, username, method, url)
  const { date: _, 'content-length': _length, ...rest } = answer.headers
  return normal(`${answer.statusCode}\n${JSON.stringify(rest)}\n${answer.rawPayload.toString('utf8')}`)
}

/** So many addresses at once: a whole test is many thousand answers. */
const together = 6

/** Every address where the two worlds answer this person differently, with what differs. */
async function differences(one: World, other: World, username: string | null): Promise<{ url: string; differs: string }[]> {
  const found: { url: string; differs: string }[] = []
  const [urls, posts] = [addresses(one), attempts(one)]
  expect([addresses(other), attempts(other)], 'the worlds have the same addresses').toEqual([urls, posts])
  const asked = [...urls.map((url) => ['GET', url] as const), ...posts.map((url) => ['POST', url] as const)]
  for (let from = 0; from < asked.length; from += together) await Promise.all(asked.slice(from, from + together).map(async ([method, url]) => {
    const [left, right] = await Promise.all([fetched(one, username, method, url), fetched(other, username, method, url)])
    if (left === right) return
    const at = [...left].findIndex((character, place) => character !== right[place])
    found.push({ url: `${method} ${url}`, differs: `${left.slice(Math.max(0, at - 60), at + 60)} | ${right.slice(Math.max(0, at - 60), at + 60)}` })
  }))
  return found
}

const outsiders = ['host.iron', 'partner.univ', 'county.taigu', otherExpert, 'client.auto', 'sysadmin', 'secadmin', 'auditor', null]
const city = ['city.officer', 'city.lead', 'city.supervisor']

describe.each([
  ['a score that entered the result', 'score', (world: World) => [...outsiders, ...world.concluded.members.map(({ username }) => username).filter((one) => !world.scorers.includes(one)).slice(0, 1)]],
  ['a score still sealed', 'sealedScore', (world: World) => [...outsiders, ...city, ...world.running.members.map(({ username }) => username).filter((one) => one !== world.sealer).slice(0, 1)]],
  ['who an expert is', 'expert', (world: World) => [...outsiders, ...world.running.members.map(({ username }) => username).filter((one) => !(twins as readonly string[]).includes(one)).slice(0, 1)]],
  ['who objects', 'objector', () => [...outsiders, 'city.officer', 'city.lead', 'city.officer2']],
] as const)('%s', (_, secret, who) => {
  let other: World
  beforeAll(async () => { other = await worldWith(secret) }, 300_000)

  test('the worlds differ: whoever may know it reads another answer', async () => {
    const [reader, urls] = { score: ['city.officer', [`/api/cases/${plain.concluded.id}`]], sealedScore: [plain.sealer, []], expert: ['city.officer', [`/api/cases/${plain.concluded.id}`, `/api/cases/${plain.running.id}`, `/api/experts`]], objector: ['city.supervisor', [`/api/cases/${plain.ids.at(-1)}/objector`]] }[secret] as [string, string[]]
    const changed = await Promise.all(urls.map(async (url) => (await fetched(plain, reader, 'GET', url)) !== (await fetched(other, reader, 'GET', url))))
    if (secret === 'sealedScore') {
      const items = async ({ town, running }: World) => (await rowsOf<{ items: string }>(town.pools.owner as never, sql`select data->>'items' as items from case_sealed where case_id = ${running.id} order by no limit 1`))[0]?.items
      expect(await items(plain)).not.toBe(await items(other))
    } else expect(changed).toContain(true)
  })

  test('and nobody else can tell which of the two they are in', async () => {
    const told: unknown[] = []
    for (const username of who(plain)) for (const difference of (await differences(plain, other, username)).slice(0, 3)) told.push({ username, ...difference })
    expect(told).toEqual([])
  }, 900_000)
})

test('the comparison would see it: one word more in an answer is a difference', async () => {
  const changed = { ...plain, town: { ...plain.town, app: { inject: async (asked: { url: string }) => {
    const answer = await plain.town.app.inject(asked as never)
    return asked.url === '/api/session' ? { ...answer, statusCode: answer.statusCode, headers: answer.headers, rawPayload: Buffer.concat([answer.rawPayload, Buffer.from(' ')]) } : answer
  } } } } as unknown as World
  expect((await differences(plain, changed, 'host.iron')).map(({ url }) => url)).toEqual(['GET /api/session'])
}, 120_000)
