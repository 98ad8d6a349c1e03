/**
 * The same world built as often as there are secrets, one of them changed each time, and everything a person can ask for in it. Ids and instants
 * are the same in all of them, so that answers can be compared to the byte.
 */
import { expect } from 'vitest'
import { printOpenPapers } from '../src/app.ts'
import { engines } from '../src/engines.ts'
import { cookieName } from '../src/platform/http.ts'
import { rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { portalPages } from '../src/portal/portal.ts'
import { recognisedBases } from './bases.ts'
import { casework, expertId, otherExpert, type Panel, tokenOf } from './casework.ts'
import { openTown, type Town } from './town.ts'

export type Secret = 'score' | 'sealedScore' | 'expert' | 'objector'
export type World = {
  town: Town; document: Document; ids: string[]; numbers: string[]; notice: string; base: string; concluded: Panel; running: Panel; scorers: string[]; sealer: string
  /** Papers and files of these cases, as they are asked for. */
  papers: { case_id: string; id: string }[]; files: string[]
  /** What the auditor reads in the first minute: later the questions of the tests stand in the log as well. */
  audited: string[]
}
type Parameter = { in: 'path' | 'query' | 'header'; name: string }
type Document = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> }

export const outsiders = ['host.iron', 'partner.univ', 'county.taigu', otherExpert, 'client.auto', 'sysadmin', 'secadmin', 'auditor', null]
export const city = ['city.officer', 'city.lead', 'city.supervisor']

/** Two of the pool who are drawn for the same kind of seat: in the other world each has the card of the other. */
export const twins = ['expert.07', 'expert.08'] as const

/**
 * A base, a panel that has concluded, its applications on notice with an objection, one whose experts score, one draw that waits. Everything
 * happens in one order, so that ids and instants are the same in every world.
 */
export async function worldWith(secret: Secret | undefined, portalRenderer: string): Promise<World> {
  const town = await openTown({ portalRenderer })
  const work = casework(town)
  if (secret === 'expert') await exchanged(town, ...twins)
  const ex = (step: string, more: object) => ({ ...engines['panel-review']?.examples[step], ...more })
  const [recognised] = await recognisedBases(town, work, ['carbon'])
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
  // Everybody has signed in, in every world: who asked before is none of the secrets.
  for (const username of [...outsiders, ...city, 'city.officer2', ...concluded.members.map((member) => member.username), ...running.members.map((member) => member.username)]) if (username) await tokenOf(town, username)
  // All papers are printed, as the clock would: who has had one before is none of the secrets either.
  while (await printOpenPapers(town.platform) > 0);
  const papers = await rowsOf<{ case_id: string; id: string }>(town.pools.jobs, sql`select case_id, id from paper where case_id = any(${ids}::text[]) order by case_id, no, id`)
  const files = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select id from file order by id limit 3`)).map(({ id }) => id)
  const document = (await town.anyone.call<Document>('GET', '/api/openapi.json')).body
  const world: World = { town, document, ids, numbers, notice: notice.number, base: recognised.number, concluded, running, scorers: scorers.map(({ username }) => username), sealer: running.members[0]!.username, papers, files, audited: [] }
  for (const url of everyAddress(world).filter(isAudit)) world.audited.push(`${url}\n${await fetched(world, 'auditor', 'GET', url)}`)
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

const isAudit = (url: string) => url.startsWith('/api/audit')
/** All addresses of all GET routes of the document and of the portal, with ids of everything and of nothing in every place. */
export const addresses = (world: World): string[] => everyAddress(world).filter((url) => !isAudit(url))

function everyAddress({ document, ids, numbers, notice, base, papers, files }: World): string[] {
  const strangers = [nobody, expertId(twins[0]), 'org-iron', base, '2026-2']
  const queries: Record<string, string[]> = {
    q: searched, procedure: ['panel-review', 'recognition', 'objection', 'public-notice'], status: ['scoring', 'concluded', 'onNotice'], tab: ['mine', 'others', 'done'], sort: ['due', 'number'], number: [notice, base, 'X'], field: ['steel'], page: ['1'],
    what: ['signIn', 'objection.identity'], outcome: ['done', 'refused'], from: ['2026-11-23'], year: ['2026'], county: ['140703'], base: [base], code: ['X'],
  }
  const inPlace = (path: string, name: string, at: number): string[] => {
    if (name === 'version') return ['2026-A', '2026-1']
    if (name === 'no') return ['1', '2', '10']
    if (name === 'about') return ids.slice(0, 2)
    if (name === 'table') return ['equipment', 'staff', 'services']
    if (path.startsWith('/api/files/')) return [...files, nobody]
    if (/^\/api\/(cases|panel|matters)\//.test(path)) return at ? [nobody, ids[0]!] : [...ids, numbers[0]!, nobody]
    if (path.startsWith('/api/public/draws')) return [...numbers, nobody]
    return at ? [nobody, ids[0]!] : [ids[0]!, ids[2]!, ids.at(-1)!, notice, ...strangers]
  }
  const api = Object.entries(document.paths).filter(([, { get }]) => get).flatMap(([path, { get }]) => {
    const names = (get?.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)
    const filled = names.reduce<string[]>((urls, name, at) => urls.flatMap((url) => inPlace(path, name, at).map((id) => url.replace(`{${name}}`, encodeURIComponent(id)))), [path])
    const asks = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query').flatMap(({ name }) => (queries[name] ?? []).map((value) => `${name}=${encodeURIComponent(value)}`))
    return [...filled, ...asks.map((query) => `${filled[0]}?${query}`)]
  })
  const printed = papers.flatMap(({ case_id, id }) => ['pdf', 'docx'].map((kind) => `/api/cases/${case_id}/papers/${id}.${kind}`))
  const portal = portalPages({} as never, { renderer: '' }).pages.map(({ path }) => path.replace(':number', notice).replace(':article', '10').replace(':id', base).replace(':no', '1'))
  return [...new Set([...api, ...printed, ...portal, '/api/openapi.json', `/notices/${notice}/object`, '/objections', `/verify?number=${encodeURIComponent('沈鹤轩')}`, '/bases?q=%E7%8E%9B%E9%92%A2'])]
}

/** Errors are answers too: steps that are not this person's to take, on everything there is. */
export const attempts = ({ ids }: World) => ids.flatMap((id) => ['conclude', 'score', 'concludeUpheld'].map((step) => `/api/cases/${id}/steps/${step}`))

const normal = (text: string) => text
  .replaceAll(/"number":"[0-9A-F]{6}"/g, '"number":"#"').replaceAll(/[0-9a-f]{64}/g, '<hash>').replaceAll(/[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9a-f-])/g, '<short hash>')
  .replaceAll(/(?!00000000)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '<uuid>')

export async function fetched(world: World, username: string | null, method: 'GET' | 'POST', url: string): Promise<string> {
  const { town } = world
  const token = username ? await sessionOf(world, username) : undefined
  const headers = { accept: url.startsWith('/api') ? 'application/json' : 'text/html', ...(method === 'POST' && { 'idempotency-key': 'two-worlds-one-key', 'if-match': '9999' }) }
  const answer = await town.app.inject({ method, url, headers, remoteAddress: somewhereElse(), ...(method === 'POST' && { payload: {} }), ...(token && { cookies: { [cookieName]: token } }) })
  if (answer.statusCode === 503) return fetched(world, username, method, url)
  const { date: _, 'content-length': _length, ...rest } = answer.headers
  return normal(`${answer.statusCode}\n${JSON.stringify(rest)}\n${answer.rawPayload.toString('utf8')}`)
}

/** One session of each person in each world: a table of sessions that grew with the questions would be what one measures. */
function sessionOf({ town }: World, username: string): Promise<string> {
  const known = sessions.get(town) ?? new Map<string, Promise<string>>()
  sessions.set(town, known)
  const token = known.get(username) ?? tokenOf(town, username)
  known.set(username, token)
  return token
}
const sessions = new WeakMap<Town, Map<string, Promise<string>>>()

/** What this world has answered already: it is compared with several others, its clock stands still and nobody writes in it. */
function asBefore(world: World, username: string | null, method: 'GET' | 'POST', url: string): Promise<string> {
  const known = before.get(world) ?? new Map<string, Promise<string>>()
  before.set(world, known)
  const question = `${username} ${method} ${url}`
  const answer = known.get(question) ?? fetched(world, username, method, url)
  known.set(question, answer)
  return answer
}
const before = new WeakMap<World, Map<string, Promise<string>>>()

/** So many addresses at once: a whole test is many thousand answers. */
const together = 6

/** Every address where the two worlds answer this person differently, with what differs. */
export async function differences(one: World, other: World, username: string | null): Promise<{ url: string; differs: string }[]> {
  const found: { url: string; differs: string }[] = []
  const [urls, posts] = [addresses(one), attempts(one)]
  expect([addresses(other), attempts(other)], 'the worlds have the same addresses').toEqual([urls, posts])
  const asked = [...urls.map((url) => ['GET', url] as const), ...posts.map((url) => ['POST', url] as const)]
  for (let from = 0; from < asked.length; from += together) await Promise.all(asked.slice(from, from + together).map(async ([method, url]) => {
    const [left, right] = await Promise.all([asBefore(one, username, method, url), fetched(other, username, method, url)])
    if (left === right) return
    const at = [...left].findIndex((character, place) => character !== right[place])
    found.push({ url: `${method} ${url}`, differs: `${left.slice(Math.max(0, at - 60), at + 60)} | ${right.slice(Math.max(0, at - 60), at + 60)}` })
  }))
  return found
}

/** Every question comes from an address of its own: how often one address may ask is another test's matter, and would differ by world. */
let asked = 0
const somewhereElse = () => { asked += 1; return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` }
