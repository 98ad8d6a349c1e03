/** A county sees its own cases only, in every channel: nothing another county's people wrote reaches it in any byte of any answer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName } from '../src/platform/http.ts'
import { rowOf, sql } from '../src/platform/query.ts'
import { otherExpert, tokenOf } from './casework.ts'
import { type MarkedWorld, markedWorld, marksIn } from './marked-world.ts'
import { openTown, type Town } from './town.ts'

type Parameter = { in: 'path' | 'query' | 'header'; name: string; required?: boolean }
type Document = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> }

let town: Town
let world: MarkedWorld
let document: Document
beforeAll(async () => {
  town = await openTown()
  world = await markedWorld(town)
  document = (await town.anyone.call<Document>('GET', '/api/openapi.json')).body
})
afterAll(() => town.close())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
async function asked(token: string | undefined, method: Method, url: string, more: { payload?: object; headers?: Record<string, string> } = {}) {
  const answer = await town.app.inject({ method, url, ...more, ...(token && { cookies: { [cookieName]: token } }) })
  return {
    status: answer.statusCode,
    text: `${JSON.stringify(answer.headers)}\n${answer.rawPayload.toString('utf8')}`,
    body: answer.body,
    headers: answer.headers,
  }
}

/** Everything a curious person can put into an address: ids and numbers of the others, of one's own, and of nobody. */
const idsOf = () => [
  world.foreign.id,
  world.draft.id,
  world.panel.id,
  world.own.id,
  ...world.numbers,
  ...world.files,
  'org-coke',
  'org-binder',
  'county.140729',
  'p-host-coke',
  'p-expert-01',
  'JZ-ZS-2026-001',
  nobody,
]
/** Every id in the first place of an address; in a further one what can stand there, for all of them with all others are ten thousand strangers. */
function inPlace(path: string, name: string, place: number): string[] {
  if (name === 'version') return ['2026-A']
  if (name === 'no') return ['10', '22']
  if (name === 'table') return ['equipment', 'staff', 'org-coke']
  if (place === 0) return idsOf()
  return path.includes('/tables/') ? [world.foreign.id, '1', nobody] : [world.foreign.id, world.own.id, ...world.files, nobody]
}
const nobody = '99999999-9999-4999-8999-999999999999'
const queriesOf = (): Record<string, string[]> => ({
  procedure: ['recognition', 'panel-review', 'public-notice', 'rule-change'],
  status: ['draft', 'declined', 'submitted', 'concluded', 'operating'],
  county: ['county.140729', '140729', 'county.140703'],
  q: ['雀鸣', '焦炉', world.numbers[0] ?? '', '灵石', '%', '_', '演示'],
  sort: ['since', 'due', 'number', 'title'],
  cursor: ['0', '1'],
  limit: ['100'],
  tab: ['mine', 'others', 'done'],
  no: ['1', '2', '3'],
  field: ['coal', 'carbon'],
  kind: ['host', 'county'],
  page: ['1', '2'],
  number: world.numbers,
  code: ['000000'],
  mine: ['true'],
  what: ['step'],
  outcome: ['done'],
  from: ['2026-01-01'],
  to: ['2026-12-31'],
})

/** All addresses of all GET routes of the document, with every value in every place. */
function addresses(): string[] {
  const queries = queriesOf()
  return Object.entries(document.paths)
    .filter(([, { get }]) => get)
    .flatMap(([path, { get }]) => {
      const places = (get?.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)
      const filled = places.reduce<string[]>((urls, name, place) => urls.flatMap((url) => inPlace(path, name, place).map((id) => url.replace(`{${name}}`, encodeURIComponent(id)))), [path])
      const asks = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)
      const single = asks.flatMap((name) => (queries[name] ?? ['1']).map((value) => `${name}=${encodeURIComponent(value)}`))
      const pairs = asks.includes('q')
        ? (queries['q'] ?? []).flatMap((q) =>
            (asks.includes('sort') ? (queries['sort'] ?? []) : []).map((sort) => `q=${encodeURIComponent(q)}&sort=${sort}&limit=100`),
          )
        : []
      return filled.flatMap((url) => [url, ...[...single, ...pairs].map((query) => `${url}?${query}`)])
    })
}

/** Every mark this person finds, and how many answers were read. */
async function crawls(username: string | null) {
  const token = username ? await tokenOf(town, username) : undefined
  const found = new Map<string, string>()
  const counts: Record<number, number> = {}
  const faults: string[] = []
  for (const url of addresses()) {
    const { status, text } = await asked(token, 'GET', url)
    counts[status] = (counts[status] ?? 0) + 1
    // The attachments of this world are told of, not sent: whoever may read them hears that their bytes are missing.
    if (status >= 500 && !/^\/api\/files\//.test(url)) faults.push(`${status} ${url}`)
    for (const one of marksIn(text)) if (!found.has(one)) found.set(one, url)
  }
  expect(faults, `${username ?? 'nobody'} is answered with a fault`).toEqual([])
  return { found: Object.fromEntries(found), counts }
}

test('whoever may read the case finds the marks: the world is marked, and the crawl would see them', async () => {
  const [host, county, city, draft] = [await crawls('host.coke'), await crawls('county.lingshi'), await crawls('city.officer'), await crawls('host.binder')]
  const marks = (one: { found: object }) => Object.keys(one.found)
  expect(marks(host).length).toBeGreaterThan(30)
  expect(marks(draft)).toEqual(expect.arrayContaining(['雀鸣', '雀鸣upload.pdf', '雀鸣file.A01.pdf']))
  expect(marks(county)).toEqual(
    expect.arrayContaining(['雀鸣', '雀鸣returnForSupplement.demand', '雀鸣examine.opinion', '雀鸣submit.answer', '雀鸣file.A01.pdf', '雀鸣decline.grounds']),
  )
  expect(marks(city)).toEqual(expect.arrayContaining(['雀鸣recordSiteVisit.opinion', '雀鸣conclude.opinion', '雀鸣propose.merits', '雀鸣score.opinion']))
  // What the city wrote for itself is not for county or host.
  for (const one of [host, county]) expect(marks(one).filter((found) => /recordSiteVisit|score|conclude|propose|designate/.test(found))).toEqual([])
  expect(marks(host).filter((found) => found.startsWith('雀鸣examine'))).toEqual([])
  console.log(
    `isolation: ${addresses().length} addresses; marks seen by host ${marks(host).length}, own county ${marks(county).length}, city ${marks(city).length}`,
  )
})

describe('nobody else finds a single mark in any byte of any answer', () => {
  for (const username of ['county.taigu', 'county.taigu.lead', 'host.iron', 'partner.univ', 'client.auto', otherExpert, null]) {
    test(username ?? 'somebody not signed in', async () => {
      const { found, counts } = await crawls(username)
      expect(found).toEqual({})
      if (username?.startsWith('county')) expect(counts[200]).toBeGreaterThan(50)
    })
  }
  for (const username of ['sysadmin', 'secadmin', 'auditor']) {
    test(`${username} sees no case at all`, async () => {
      const { found } = await crawls(username)
      expect(found).toEqual({})
      const token = await tokenOf(town, username)
      expect(JSON.parse((await asked(token, 'GET', '/api/cases')).body)).toMatchObject({ rows: [], total: 0, counts: {} })
      expect(JSON.parse((await asked(token, 'GET', '/api/worklist')).body)).toMatchObject({ rows: [], byStatus: [] })
      expect((await asked(token, 'GET', `/api/cases/${world.own.id}`)).status).toBe(404)
    })
  }
})

test('counts, totals and pages of a county are those of its own cases', async () => {
  const token = await tokenOf(town, 'county.taigu')
  const list = async (query: string) =>
    JSON.parse((await asked(token, 'GET', `/api/cases?${query}`)).body) as { total: number; counts: Record<string, number>; rows: { id: string }[] }
  expect(await list('')).toMatchObject({ total: 1, counts: { submitted: 1 }, rows: [{ id: world.own.id }] })
  for (const query of ['county=county.140729', 'status=declined', 'procedure=panel-review', `q=${encodeURIComponent('雀鸣')}`, `q=${world.numbers[0]}`])
    expect(await list(query), query).toMatchObject({ total: 0, rows: [] })
})

test('what is hidden and what does not exist answer alike, byte for byte', async () => {
  const token = await tokenOf(town, 'county.taigu')
  const version = (await rowOf<{ version: number }>(town.pools.jobs, sql`select version from case_head where id = ${world.foreign.id}`))?.version
  const pairs: [hidden: string, missing: string][] = [
    [world.foreign.id, nobody],
    [world.draft.id, nobody],
    [world.panel.id, nobody],
    [world.numbers[0] ?? '', 'RD-2026-9998'],
    [world.files[0] ?? '', nobody],
  ]
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method) && path.includes('{') && !/\/(forms|law|public|admin)\//.test(path))
      .map((method) => ({ path, method: method.toUpperCase() as Method })),
  )
  const normal = ({ status, body, headers }: Awaited<ReturnType<typeof asked>>) => ({
    status,
    body: body.replaceAll(/"number":"[0-9A-F]{6}"/g, '"number":""'),
    headers: { ...headers, date: '', 'content-length': '' },
  })
  let compared = 0
  for (const { path, method } of routes) {
    for (const [hidden, missing] of pairs) {
      const payload = path.endsWith('/draft')
        ? { base: 0, changes: [] }
        : path.includes('/steps/')
          ? { reason: '不在本区县。' }
          : path.startsWith('/api/files')
            ? { attachment: 'A01' }
            : {}
      const ask = async (id: string) =>
        normal(
          await asked(token, method, path.replace('{id}', id).replace('{about}', id).replace('{number}', id).replace('{step}', 'withdraw'), {
            ...(method !== 'GET' && method !== 'DELETE' && { payload }),
            headers: { 'idempotency-key': 'look-for-it', 'if-match': `${version}` },
          }),
        )
      const [one, two] = [await ask(hidden), await ask(missing)]
      expect(one, `${method} ${path} ${hidden}`).toEqual(two)
      expect(one.status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(50)
})
