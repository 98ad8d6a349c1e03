/** Objections over HTTP: handed in without an account, handled by another, and nobody else learns who objected. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import type { Worklist } from '../../contract.ts'
import { personId } from '../../demo/institutions.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { objectionExamples as example } from './objection.commands.ts'

// What only handler and supervisor may ever see; anything else that holds it is a leak.
const canary = { name: '鸢尾兰亭', contact: '13700009999' }
const folder = mkdtempSync(join(tmpdir(), 'zs-objection-'))
const renderer = join(folder, 'entry.mjs')
// The pages themselves are tested beside them: here the data they are given is looked at.
writeFileSync(renderer, 'export const styles = ""; export const favicon = ""; export const render = (page) => JSON.stringify(page)')

let town: Town
let work: Casework
let notice: string
let first: Case
let second: Case
let third: Case
beforeAll(async () => {
  town = await openTown({ portalRenderer: renderer })
  work = casework(town)
  const cases = [await work.queued('carbon'), await work.queued('iron'), await work.queued('hydraulic')] as [Case, Case, Case]
  ;[first, second, third] = cases
  notice = await onNotice(cases)
})
afterAll(async () => { await town.close(); rmSync(folder, { recursive: true }) })

type Page = { page: string; data: { items: { state: string }[] }; receipt: { number: string; code: string; kind: string; because: string | null; before: boolean; sending: { ticket: string; sent: number } | null }; faults: { field: string }[]; typed: Record<string, string>; late: boolean; offered: { intention: string }; state: { status: string; told: string | null; mayWithdraw: boolean; sending: { ticket: string } | null } | null; wait: number | null; asked: { number: string; code: string } | null; sent: { taken: string[]; refused: { zh: string }[]; sending: { ticket: string } | null }; why: string }
const html = { accept: 'text/html' }
const answerOf = (answer: { statusCode: number; body: string; headers: Record<string, unknown> }) => ({ status: answer.statusCode, headers: answer.headers, page: (answer.body.startsWith('{') ? JSON.parse(answer.body) : {}) as Page })
const get = async (url: string) => answerOf(await town.app.inject({ method: 'GET', url, headers: html }))
const post = async (url: string, fields: Record<string, string>, headers: Record<string, string> = {}, remoteAddress = '10.0.0.1') =>
  answerOf(await town.app.inject({ method: 'POST', url, payload: new URLSearchParams(fields).toString(), remoteAddress, headers: { ...html, 'content-type': 'application/x-www-form-urlencoded', ...headers } }))
const send = async (ticket: string, files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name)
  const body = new Response(form)
  return answerOf(await town.app.inject({ method: 'POST', url: `/objections/evidence/${ticket}`, remoteAddress: '10.0.0.1', headers: { ...html, 'content-type': body.headers.get('content-type') ?? '' }, payload: Buffer.from(await body.arrayBuffer()) }))
}
const typed = { kind: 'person', ...canary, row: '1', category: 'conditions', facts: '公示所列中试线尚未建成，现场只有两台设备在运行。', evidence: '现场照片三张', confidential: 'yes', consent: 'yes' }
const objectAt = () => `/notices/${notice}/object`
const files = async (change: Record<string, string> = {}, remoteAddress?: string) => post(objectAt(), { ...typed, intention: (await get(objectAt())).page.offered.intention, ...change }, {}, remoteAddress)
const idOf = async (number: string) => (await rowOf<{ id: string }>(town.pools.jobs, sql`select id from case_head where number = ${number}`))?.id ?? ''
const rowState = async (no: number) => (await get(`/notices/${notice}`)).page.data.items[no - 1]?.state
const looked = (receipt: { number: string; code: string }) => post('/objections', receipt)

/** Several approved cases in one list; answers its number. */
async function onNotice(cases: Case[]): Promise<string> {
  await work.concluded(cases)
  for (const of of cases) await work.decided(of, 'approve')
  await (await town.as('city.officer')).did(cases[0]?.id ?? '', 'openNotice', { title: '关于拟认定中试基地名单的公示', together: cases.slice(1).map(({ id }) => id) })
  return (await rowOf<{ number: string }>(town.pools.jobs, sql`select number from notice where status = 'published'`))?.number ?? ''
}

let filed: Page['receipt']

test('a form with faults comes back with what was typed, and nothing is filed', async () => {
  const { status, page } = await files({ facts: '太短', consent: '' })
  expect([status, page.page, page.faults.map(({ field }) => field)]).toEqual([422, 'object', ['facts', 'consent']])
  expect(page.typed).toMatchObject({ ...canary, facts: '太短' })
  expect((await files({ facts: `${typed.facts}我叫${canary.name}` })).page.faults.map(({ field }) => field)).toEqual(['facts'])
  expect((await rowsOf(town.pools.jobs, sql`select 1 from case_head where procedure = 'objection'`))).toHaveLength(0)
})

test('another site cannot make a reader object, and a body that is no form is refused as a page', async () => {
  expect((await post(objectAt(), typed, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await post(objectAt(), { ...typed, intention: 'x' })).page).toMatchObject({ page: 'refused', why: 'malformed' })
  expect((await town.app.inject({ method: 'POST', url: objectAt(), headers: html, payload: { a: 1 } })).statusCode).toBe(415)
})

test('filed on the last day: a receipt, the same one when it is sent twice, and only that row waits', async () => {
  town.on((await rowOf<{ ends_on: string }>(town.pools.jobs, sql`select ends_on from notice`))?.ends_on ?? '')
  const { intention } = (await get(objectAt())).page.offered
  const [one, other] = await Promise.all([post(objectAt(), { ...typed, intention }), post(objectAt(), { ...typed, intention })])
  expect([one.status, other.status]).toEqual([201, 201])
  filed = one.page.receipt
  expect(filed.number).toBe('YY-2026-0001')
  expect(filed.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  expect([one.page.receipt.code, one.page.receipt.number]).toEqual([other.page.receipt.code, other.page.receipt.number])
  expect(one.headers['cache-control']).toBe('no-store')
  expect([await rowState(1), await rowState(2)]).toEqual(['waiting', 'listed'])
})

test('evidence comes with a ticket: what is not PDF, JPG or PNG is refused, names stay sealed', async () => {
  const { page: { state } } = await looked(filed)
  expect(state?.status).toBe('filed')
  const ticket = state?.sending?.ticket ?? ''
  const pdf = new Uint8Array(plainPdf(['现场照片']))
  const sent = await send(ticket, [{ name: `${canary.name}的照片.pdf`, bytes: pdf }, { name: 'run.exe', bytes: new Uint8Array([77, 90]) }])
  expect([sent.status, sent.page.sent.taken, sent.page.sent.refused.length]).toEqual([200, [`${canary.name}的照片.pdf`], 1])
  // A ticket serves once; five files are the most.
  expect((await send(ticket, [{ name: 'a.pdf', bytes: pdf }])).status).toBe(404)
  const again = await send(sent.page.sent.sending?.ticket ?? '', Array.from({ length: 5 }, (_, at) => ({ name: `${at}.pdf`, bytes: new Uint8Array(plainPdf([`${at}`])) })))
  expect([again.page.sent.taken.length, again.page.sent.refused.length, again.page.sent.sending]).toEqual([4, 1, null])
})

test('number and code are needed together, and what is wrong is not told', async () => {
  const unknown = await Promise.all([looked({ ...filed, code: '0000000000000000' }), looked({ number: 'YY-2026-0002', code: filed.code }), looked({ number: 'YY-2026-9999', code: 'A' })])
  expect(unknown.map(({ status, page }) => [status, page.state])).toEqual([[404, null], [404, null], [404, null]])
  expect((await looked({ number: ' yy-2026-0001 ', code: filed.code.toLowerCase().replaceAll(/(.{4})/g, '$1-') })).page.state?.status).toBe('filed')
})

test('setting:duty.separation: who ran the review cannot take it on', async () => {
  const id = await idOf(filed.number)
  const refused = await (await town.as('city.officer')).step(id, 'takeOn')
  expect([refused.status, refused.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['objectionHandledByAnother']])
  expect((await (await town.as('city.officer2')).call('GET', `/api/cases/${id}/objector`)).status).toBe(403)
  await rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) values ('140700', 'a third officer', ${personId('expert.30')}, 'city.officer', 'city.140700', '2026-01-01')`)
  const waitsFor = async () => (await Promise.all(['city.officer', 'city.officer2', 'expert.30'].map(async (username) => ((await (await town.as(username)).call<Worklist>('GET', '/api/worklist')).body.rows.some((row) => row.id === id) ? [username] : [])))).flat()
  expect(await waitsFor()).toEqual(['city.officer2', 'expert.30'])
  await (await town.as('city.officer2')).did(id, 'takeOn')
  expect(await waitsFor(), 'taken on, it waits for whoever handles it').toEqual(['city.officer2'])
})

test('who objects: handler and supervisor read it and it is logged; everybody else does not, and that is logged too', async () => {
  const id = await idOf(filed.number)
  const status = async (username: string, path: string) => (await (await town.as(username)).call('GET', `/api/cases/${id}/${path}`)).status
  for (const username of ['city.officer2', 'city.supervisor']) {
    expect((await (await town.as(username)).call('GET', `/api/cases/${id}/objector`)).body).toEqual({ kind: 'person', ...canary, confidential: true, intact: true })
    const { rows } = (await (await town.as(username)).call<{ rows: { id: string; name: string; sha256: string }[] }>('GET', `/api/cases/${id}/evidence`)).body
    expect(rows).toHaveLength(5)
    const bytes = await town.app.inject({ method: 'GET', url: `/api/cases/${id}/evidence/${rows[0]?.id}`, cookies: {} })
    expect(bytes.statusCode).toBe(401)
    expect(await status(username, `evidence/${rows[0]?.id}`)).toBe(200)
  }
  for (const username of ['city.officer', 'city.lead', 'city.deputy']) expect([username, await status(username, 'objector'), await status(username, 'evidence')]).toEqual([username, 403, 403])
  for (const username of ['host.carbon', 'county.yuci', 'county.yuci.lead', 'expert.01', 'client.auto', 'sysadmin', 'secadmin', 'auditor', 'partner.univ']) expect([username, await status(username, 'objector'), await status(username, 'evidence')]).toEqual([username, 404, 404])
  const log = await rowsOf<{ username: string; result: string; count: number }>(town.pools.jobs, sql`select username, result, count(*)::int as count from access_log where act = 'objection.identity' group by 1, 2 order by 1, 2`)
  expect(log).toEqual([{ username: 'city.deputy', result: 'refused', count: 1 }, { username: 'city.lead', result: 'refused', count: 1 }, { username: 'city.officer', result: 'refused', count: 1 },
    { username: 'city.officer2', result: 'done', count: 1 }, { username: 'city.officer2', result: 'refused', count: 1 }, { username: 'city.supervisor', result: 'done', count: 1 }])
})

test('no role of the server can select the identity, and no table but the sealed ones holds it', async () => {
  for (const pool of [town.pools.app, town.pools.jobs]) await expect(pool.query('select name from objection_identity')).rejects.toThrow(/permission denied/)
  await expect(town.pools.app.query('select * from objection_evidence')).rejects.toThrow(/permission denied/)
  await expect(town.pools.jobs.query('select name from objection_evidence')).rejects.toThrow(/permission denied/)
  await expect(town.pools.jobs.query('select name from supervision_lead')).rejects.toThrow(/permission denied/)
  expect((await town.pools.app.query('select * from supervision_lead')).rows).toEqual([])
  expect(await tablesWithCanary()).toEqual(['objection_evidence', 'objection_identity'])
})

test('the host sees what it is asked, never what was written or by whom; a request that names the objector does not go out', async () => {
  const id = await idOf(filed.number)
  const handler = await town.as('city.officer2')
  const host = await town.as('host.carbon')
  await handler.did(id, 'accept')
  expect((await host.read(id)).status).toBe(404)
  const telling = await handler.step(id, 'askReply', { request: `${canary.name}反映中试线尚未建成，请说明。` })
  expect([telling.status, telling.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['textKeepsSecret']])
  await handler.did(id, 'askReply', example.askReply)
  const seen = await host.detail(id)
  expect(seen.case.file).toMatchObject({ status: 'awaitingReply', asked: { request: example.askReply.request } })
  expect(Object.keys(seen.case.file)).not.toEqual(expect.arrayContaining(['facts']))
  expect(JSON.stringify(seen)).not.toContain(typed.facts)
  expect(seen.history.map(({ did }) => did)).toEqual(['askReply'])
  expect((await handler.step(id, 'proceedWithoutReply')).body.refusals?.map(({ rule }) => rule)).toEqual(['replyOverdue'])
  await host.did(id, 'reply', example.reply)
})

test('the period ends: the other rows are cleared, the row objected to waits', async () => {
  town.on('2026-12-01')
  await runSchedule(town.platform)
  expect(await Promise.all([first, second, third].map(({ id }) => work.statusOf(id)))).toEqual(['onNotice', 'cleared', 'cleared'])
})

test('not upheld: a lead who decided the case needs a reason, the row is cleared at once, the objector reads the answer', async () => {
  const id = await idOf(filed.number)
  const handler = await town.as('city.officer2')
  await handler.did(id, 'report', example.report)
  const partial = await (await town.as('city.lead')).step(id, 'concludeNotUpheld', example.concludeNotUpheld)
  expect(partial.body.refusals?.map(({ rule, takesReason }) => [rule, takesReason])).toEqual([['concludedByAnother', true]])
  await (await town.as('city.deputy')).did(id, 'concludeNotUpheld', example.concludeNotUpheld)
  expect(await work.statusOf(first.id)).toBe('cleared')
  expect((await looked(filed)).page.state).toMatchObject({ status: 'concluded', told: null })
  await handler.did(id, 'answer', example.answer)
  expect((await looked(filed)).page.state).toMatchObject({ status: 'answered', told: example.answer.text, outcome: { zh: '不成立' }, mayWithdraw: false, sending: null })
})

test('late: no objection any more, a lead for the supervisor when there is evidence', async () => {
  expect((await get(objectAt())).page.late).toBe(true)
  const empty = await files({ evidence: '' })
  expect([empty.status, empty.page.page, empty.page.late]).toEqual([409, 'object', true])
  const late = await files()
  expect([late.status, late.page.receipt.kind, late.page.receipt.because, late.page.receipt.number]).toEqual([409, 'lead', 'late', 'XS-2026-0001'])
  const sent = await send(late.page.receipt.sending?.ticket ?? '', [{ name: 'a.pdf', bytes: new Uint8Array(plainPdf(['线索'])) }])
  expect(sent.page.sent.taken).toEqual(['a.pdf'])
  const supervisor = await town.as('city.supervisor')
  const { rows } = (await supervisor.call<{ rows: { id: string; name: string; because: string }[] }>('GET', '/api/leads')).body
  expect(rows).toMatchObject([{ because: 'late', name: canary.name }])
  expect((await supervisor.call<{ rows: unknown[] }>('GET', `/api/leads/${rows[0]?.id}/evidence`)).body.rows).toHaveLength(1)
  for (const username of ['city.officer', 'city.officer2', 'city.lead', 'county.yuci', 'host.carbon', 'expert.01', 'sysadmin', 'auditor']) {
    const who = await town.as(username)
    expect([username, (await who.call('GET', '/api/leads')).status, (await who.call('GET', `/api/leads/${rows[0]?.id}/evidence`)).status]).toEqual([username, 403, 403])
  }
  expect((await looked(late.page.receipt)).page.state).toMatchObject({ status: 'lead', mayWithdraw: false })
})

let again: { first: Case; second: Case; third: Case }
test('anonymous: not accepted, a lead with evidence; withdrawn and refused ones release their row', async () => {
  const cases = [await work.queued('engine'), await work.queued('nylon'), await work.queued('vinegar')] as [Case, Case, Case]
  again = { first: cases[0], second: cases[1], third: cases[2] }
  notice = await onNotice(cases)
  const nameless = await files({ name: '', contact: '' })
  expect([nameless.status, nameless.page.receipt.because]).toEqual([422, 'anonymous'])
  expect((await files({ name: '', contact: '', evidence: '' })).page.faults.map(({ field }) => field)).toEqual(['name', 'contact'])

  const one = (await files({ row: '2' })).page.receipt
  const other = (await files({ row: '2' })).page.receipt
  expect(await rowState(2)).toBe('waiting')
  expect((await post('/objections/withdraw', { number: one.number, code: one.code })).page.state).toMatchObject({ status: 'withdrawn', mayWithdraw: false })
  // The other objection to the same row still stands.
  expect(await rowState(2)).toBe('waiting')
  const handler = await town.as('city.officer2')
  await handler.did(await idOf(other.number), 'takeOn')
  await handler.did(await idOf(other.number), 'refuseToAccept', example.refuseToAccept)
  expect(await rowState(2)).toBe('listed')
  expect((await looked(other)).page.state).toMatchObject({ status: 'notAccepted', told: example.refuseToAccept.told })
})

test('upheld: the row leaves the list and its case is reviewed again; a second objection to it changes nothing more', async () => {
  const { number } = (await files({ row: '1' })).page.receipt
  const twin = (await files({ row: '1' })).page.receipt
  const id = await idOf(number)
  const handler = await town.as('city.officer2')
  const deputy = await town.as('city.deputy')
  await handler.did(id, 'takeOn')
  await handler.did(id, 'accept')
  expect((await deputy.step(id, 'concludeUpheld', example.concludeUpheld)).status).toBe(409)
  await deputy.did(id, 'extend', example.extend)
  await handler.did(id, 'report', { ...example.report, recommends: 'upheld' })
  expect((await deputy.step(id, 'concludeUpheld', example.concludeUpheld)).body.refusals?.map(({ rule }) => rule)).toEqual(['hostHeard'])
  await deputy.did(id, 'sendBack', example.sendBack)
  expect((await deputy.step(id, 'extend', example.extend)).body.refusals?.map(({ rule }) => rule)).toEqual(['extendedOnce'])
  await deputy.did(id, 'handOver', { handler: '王竞白', reason: '继续办理' })
  await handler.did(id, 'askReply', example.askReply)
  town.on('2026-12-18')
  await handler.did(id, 'proceedWithoutReply')
  await runSchedule(town.platform)
  await handler.did(id, 'report', { ...example.report, recommends: 'upheld' })
  await deputy.did(id, 'concludeUpheld', example.concludeUpheld)
  expect(await Promise.all([again.first, again.second, again.third].map((of) => work.statusOf(of.id)))).toEqual(['visited', 'cleared', 'cleared'])
  expect(await rowState(1)).toBe('reopened')
  expect((await post('/objections/withdraw', { number: twin.number, code: twin.code })).page.state?.status).toBe('withdrawn')
  expect(await work.statusOf(again.first.id)).toBe('visited')
})

test('who knocks too often waits an hour; others are not held up', async () => {
  const flood = () => files({ facts: '短' }, '10.9.9.9')
  const statuses: number[] = []
  for (let times = 0; times < 22; times++) statuses.push((await flood()).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  const refused = await files({ facts: '很长的事实与理由' }, '10.9.9.9')
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '3600', 'cache-control': 'no-store' }, page: { page: 'object', wait: 60, typed: { ...canary, facts: '很长的事实与理由', evidence: typed.evidence } } })
  expect((await files({ facts: '短' }, '10.9.9.8')).status).not.toBe(429)
  town.passes(3_600_000)
  expect((await flood()).status).not.toBe(429)
  // Receipts are guessed: each address has its hourly number, and what fits nothing counts for all of them together.
  const guess = (from: string) => post('/objections', { number: 'YY-2026-0001', code: 'AAAA-BBBB-CCCC-DDDD' }, {}, from)
  expect((await guess('10.9.8.1')).status).toBe(404)
  await rowsOf(town.database.pools.owner, sql`update sec.knock set count = 60 where act = 'objection.ask'`)
  expect(await guess('10.9.8.1')).toMatchObject({ status: 429, page: { page: 'objections', wait: 60, asked: { number: 'YY-2026-0001', code: 'AAAA-BBBB-CCCC-DDDD' } } })
  expect((await guess('10.9.8.2')).status).toBe(404)
  await rowsOf(town.database.pools.owner, sql`update sec.knock set count = 1000 where act = 'objection.wrong'`)
  expect((await guess('10.9.8.3')).status).toBe(429)
  // Nobody's right to object is used up by it.
  expect((await files({ facts: '短' }, '10.9.8.4')).status).not.toBe(429)
  const prints = await rowsOf<{ print: string }>(town.database.pools.owner, sql`select print from sec.knock`)
  expect(JSON.stringify(prints)).not.toContain('10.9.9')
})

test('after all of it: no page, list, message or export tells who objected, every hash holds', async () => {
  const urls = ['/api/cases?limit=100', '/api/worklist', '/api/worklist?tab=others', '/api/messages', ...(await rowsOf<{ id: string }>(town.pools.jobs, sql`select id from case_head`)).flatMap(({ id }) => [`/api/cases/${id}`, `/api/cases/${id}/files`])]
  for (const username of ['city.officer', 'city.officer2', 'city.lead', 'city.deputy', 'county.yuci', 'host.carbon', 'host.engine', 'expert.01', 'sysadmin', 'secadmin', 'auditor']) {
    const who = await town.as(username)
    for (const url of urls) {
      const body = JSON.stringify((await who.call('GET', url)).body ?? '')
      expect(`${username} ${url} ${body.includes(canary.name) || body.includes(canary.contact)}`).toBe(`${username} ${url} false`)
    }
  }
  for (const url of ['/', '/notices', `/notices/${notice}`, '/statistics', '/api/public/notices', `/api/public/notices/${notice}`, '/api/public/statistics']) expect((await town.app.inject({ method: 'GET', url })).body).not.toContain(canary.name)
  expect(await tablesWithCanary()).toEqual(['objection_evidence', 'objection_identity', 'supervision_lead'])
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  expect((await rowOf(town.pools.app, sql`select * from sec.objection_counts('140700')`))).toEqual({ accepted: 2, upheld: 1 })
})

/** Every table of the database, read by its owner, row by row as text. */
async function tablesWithCanary(): Promise<string[]> {
  const { owner } = town.database.pools
  const tables = await rowsOf<{ name: string }>(owner, sql`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'sec') order by 1`)
  const holding: string[] = []
  for (const { name } of tables) if ((await owner.query(`select 1 from ${name} t where t::text like $1 or t::text like $2 limit 1`, [`%${canary.name}%`, `%${canary.contact}%`])).rows.length > 0) holding.push(name.replace('public.', ''))
  return holding
}
