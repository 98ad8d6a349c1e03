/** The pool over HTTP: spreadsheets in and out, whom not to call, when somebody is away; batches beside the usual ones. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenOf } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { personId } from '../demo/institutions.ts'
import { cellsOfFile, sheetsAsFile, type SheetCell } from '../platform/sheets.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'
import type { BatchPage } from './batch-page.ts'
import type { BatchProposal } from './batch-cut-offs.ts'
import type { BatchRow } from './batches.ts'
import type { BarRow } from './expert-bars.ts'
import type { Profile } from './expert-profile.ts'
import type { ExpertCard, ExpertList } from './expert-rows.ts'
import { columns } from './expert-sheet.ts'
import type { ExpertImport } from './expert-table.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

type Fault = { title: string; refusals?: { law: string }[]; fields?: { path: string }[] }
const call = async <Body>(who: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, version?: number) => (await town.as(who)).call<Body & Fault>(method, url, payload, version === undefined ? {} : { 'if-match': String(version) })
const bytes = async (who: string, method: 'GET' | 'POST', url: string, payload?: Buffer) => {
  const answer = await town.app.inject({ method, url, cookies: { zs: await tokenOf(town, who) }, ...(payload && { payload, headers: { 'content-type': 'application/octet-stream' } }) })
  return { status: answer.statusCode, raw: answer.rawPayload, json: () => answer.json() as ExpertImport & Fault }
}
const rowFor = (name: string, change: Partial<Record<(typeof columns)[number], SheetCell>> = {}): SheetCell[] => {
  const row = { 姓名: name, 工作单位: '太原示例研究院', 任职自: '2015-09-01', 职称: '正高级', 类别: '技术', 领域: '碳基与新材料', 地区: '太原', 本市: '否', 曾任单位: '旧单位 2010-07-01 至 2015-08-31', 办公电话: null, 电子邮件: null, 主动回避: null, ...change }
  return columns.map((column) => row[column] ?? null)
}
const bookOf = (rows: SheetCell[][]) => sheetsAsFile([{ name: '专家', rows: [[...columns], ...rows] }])
const poolSize = async () => (await call<ExpertList>('city.officer', 'GET', '/api/experts')).body.total

test('the template comes back as a sheet that is understood', async () => {
  const template = await bytes('city.officer', 'GET', '/api/experts/template.xlsx')
  expect(template.status).toBe(200)
  const [heads] = await cellsOfFile(template.raw, { rows: 10, unpackedMB: 10 })
  expect(heads?.map((head) => String(head).replaceAll('*', ''))).toEqual([...columns])
  expect((await bytes('city.officer', 'POST', '/api/experts/import', template.raw)).json().faults).toMatchObject([{ row: 2 }])
})

test('a fault in one row: told by row and column, and nothing of the sheet is in the pool', async () => {
  const before = await poolSize()
  const book = await bookOf([rowFor('甲一'), rowFor('甲二', { 职称: '教授' }), rowFor('甲三', { 领域: '航天' })])
  expect((await bytes('city.officer', 'POST', '/api/experts/import', book)).json()).toMatchObject({ rows: 3, adds: 0, written: false, faults: [{ row: 3, column: '职称' }, { row: 4, column: '领域' }] })
  const written = await bytes('city.officer', 'POST', '/api/experts/import?write=true', book)
  expect([written.status, written.json().fields?.map(({ path }) => path)]).toEqual([422, ['3.职称', '4.领域']])
  expect(await poolSize()).toBe(before)
})

test('looked at first, then written once; the same sheet again is told row by row', async () => {
  const before = await poolSize()
  const book = await bookOf([rowFor('乙一'), rowFor('乙二', { 类别: '财务', 领域: null })])
  expect((await bytes('city.officer', 'POST', '/api/experts/import', book)).json()).toMatchObject({ adds: 2, written: false })
  expect(await poolSize()).toBe(before)
  expect((await bytes('city.officer', 'POST', '/api/experts/import?write=true', book)).json()).toMatchObject({ adds: 2, written: true })
  expect(await poolSize()).toBe(before + 2)
  const again = await Promise.all([1, 2].map(() => bytes('city.officer', 'POST', '/api/experts/import?write=true', book)))
  expect(again.map(({ status }) => status)).toEqual([422, 422])
  const { body: { rows: [one] } } = await call<ExpertList>('city.officer', 'GET', `/api/experts?q=${encodeURIComponent('乙一')}`)
  const { body: card } = await call<ExpertCard>('city.officer', 'GET', `/api/experts/${one?.id}`)
  expect(card).toMatchObject({ standing: 'noAccount', employers: [{ name: '太原示例研究院', from: '2015-09-01', to: null }, { name: '旧单位', from: '2010-07-01', to: '2015-08-31' }] })
})

test('a thousand experts come in at once, and go out again as they are', async () => {
  const book = await bookOf(Array.from({ length: 1000 }, (_, at) => rowFor(`千${at}`, { 工作单位: `示例单位${at % 80}` })))
  expect((await bytes('city.officer', 'POST', '/api/experts/import?write=true', book)).json()).toMatchObject({ adds: 1000, written: true })
  const out = await bytes('city.officer', 'GET', `/api/experts/export.xlsx?q=${encodeURIComponent('示例单位')}`)
  const cells = await cellsOfFile(out.raw, { rows: 5000, unpackedMB: 60 })
  expect(cells).toHaveLength(1001)
  await rowsOf(town.pools.owner, sql`delete from expert where employer like '示例单位%'`)
  // What was handed out can be handed in.
  expect((await bytes('city.officer', 'POST', '/api/experts/import', out.raw)).json()).toMatchObject({ adds: 1000, faults: [] })
})

test.each(['expert.01', 'host.carbon', 'county.yuci', 'sysadmin', 'city.supervisor'])('%s neither imports nor exports', async (who) => {
  for (const [method, url] of [['GET', '/api/experts/template.xlsx'], ['GET', '/api/experts/export.xlsx'], ['POST', '/api/experts/import']] as const) expect((await bytes(who, method, url, method === 'POST' ? await bookOf([rowFor('丙一')]) : undefined)).status, url).toBe(403)
})

test('what is no workbook is refused in words', async () => {
  for (const junk of [Buffer.from('hello'), Buffer.from('504b0506'.padEnd(60, '0'), 'hex'), Buffer.alloc(0)]) expect([400, 415, 422]).toContain((await bytes('city.officer', 'POST', '/api/experts/import', junk)).status)
})

test('an expert says when they are away; the pool knows whom it can call', async () => {
  const { body: own } = await call<Profile>('expert.02', 'GET', '/api/profile')
  expect((await call<Profile>('expert.02', 'PATCH', '/api/profile', { away: [{ from: '2026-11-25', to: '2026-11-20' }] }, own.version)).body.fields).toMatchObject([{ path: 'away.0.to' }])
  const kept = await call<Profile>('expert.02', 'PATCH', '/api/profile', { away: [{ from: '2026-11-20', to: '2026-11-25' }], email: 'expert02@example.cn' }, own.version)
  expect(kept.body).toMatchObject({ away: [{ from: '2026-11-20', to: '2026-11-25' }], email: 'expert02@example.cn' })
  const away = async () => (await call<ExpertList>('city.officer', 'GET', '/api/experts?standing=away')).body.rows.map(({ id }) => id)
  expect(await away()).toEqual([personId('expert.02')])
  town.on('2026-11-26')
  expect(await away()).toEqual([])
  town.on('2026-11-23')
})

test('barred takes two: one proposes with reason and basis, another signs; lifting takes two again', async () => {
  const id = personId('expert.03')
  const standing = async () => (await call<ExpertCard>('city.officer', 'GET', `/api/experts/${id}`)).body.standing
  const asked = { reason: '评审中未申明任职关系，评分作废。', basis: '局党组会议纪要（演示）', from: '2026-11-23', until: '2027-11-22' }
  expect((await call('city.lead', 'POST', `/api/experts/${id}/bars`, asked)).status).toBe(403)
  expect((await call<Fault>('city.officer', 'POST', `/api/experts/${id}/bars`, { ...asked, until: '2026-11-01' })).status).toBe(400)
  expect((await call<Fault>('city.officer', 'POST', `/api/experts/${id}/bars`, { ...asked, basis: '' })).status).toBe(400)
  const { body: bar } = await call<BarRow>('city.officer', 'POST', `/api/experts/${id}/bars`, asked)
  expect([bar.state, await standing()]).toEqual(['proposed', 'callable'])
  expect((await call('city.officer', 'POST', `/api/experts/${id}/bars`, asked)).status).toBe(409)
  expect((await call('city.officer', 'POST', `/api/expert-bars/${bar.id}/sign`)).status).toBe(403)
  expect((await call<BarRow>('city.lead', 'POST', `/api/expert-bars/${bar.id}/sign`)).body).toMatchObject({ state: 'inForce', decided: { by: personId('city.lead') } })
  expect(await standing()).toBe('barred')
  expect((await call('city.lead', 'POST', `/api/expert-bars/${bar.id}/lift`)).status).toBe(409)
  expect((await call<BarRow>('city.officer', 'POST', `/api/expert-bars/${bar.id}/propose-lift`, { reason: '复核后认定不属实。' })).body.state).toBe('liftProposed')
  expect(await standing()).toBe('barred')
  expect((await call<BarRow>('city.lead', 'POST', `/api/expert-bars/${bar.id}/lift`)).body.state).toBe('lifted')
  expect(await standing()).toBe('callable')
  expect((await call('city.lead', 'POST', `/api/expert-bars/${bar.id}/sign`)).status).toBe(409)
})

test('one person holding both roles does not sign what they proposed, and the database says so too', async () => {
  const id = personId('expert.04')
  await rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) values ('140700', 'both-hats', ${personId('city.officer2')}, 'city.lead', 'city.140700', '2020-01-01')`)
  const { body: bar } = await call<BarRow>('city.officer2', 'POST', `/api/experts/${id}/bars`, { reason: '多次无故缺席评审。', basis: '评审记录（演示）', from: '2026-11-23', until: null })
  expect(await call<Fault>('city.officer2', 'POST', `/api/expert-bars/${bar.id}/sign`)).toMatchObject({ status: 422, body: { refusals: [{ law: 'setting:duty.separation' }] } })
  await expect(rowsOf(town.pools.owner, sql`update expert_bar set decided_by = proposed_by, decided_on = '2026-11-23', signed = true where id = ${bar.id}`)).rejects.toThrow()
  expect((await call<BarRow>('city.lead', 'POST', `/api/expert-bars/${bar.id}/refuse`, { reason: '缺席有正当理由。' })).body).toMatchObject({ state: 'refused', refusal: '缺席有正当理由。' })
  expect((await rowOf<{ barred: boolean }>(town.pools.jobs, sql`select expert_barred('140700', ${id}, '2026-11-23') as barred`))?.barred).toBe(false)
})

test.each([
  ['2026-12-01', null, '2026-11-30', false], ['2026-12-01', null, '2026-12-01', true], ['2026-12-01', '2026-12-31', '2026-12-31', true], ['2026-12-01', '2026-12-31', '2027-01-01', false],
])('a bar from %s to %s holds on %s: %s', async (from, until, on, held) => {
  await rowsOf(town.pools.owner, sql`delete from expert_bar where person = ${personId('expert.05')}`)
  await rowsOf(town.pools.owner, sql`insert into expert_bar (jurisdiction, id, person, reason, basis, from_on, until_on, proposed_by, proposed_name, proposed_on, decided_by, decided_name, decided_on, signed)
    values ('140700', 'bar-5', ${personId('expert.05')}, 'x', 'x', ${from}, ${until}, 'a', 'a', '2026-11-23', 'b', 'b', '2026-11-23', true)`)
  expect((await rowOf<{ barred: boolean }>(town.pools.jobs, sql`select expert_barred('140700', ${personId('expert.05')}, ${on}) as barred`))?.barred).toBe(held)
})

test('setting batch.cutoffs: the batches due are proposed, opened with one act, and then no longer due', async () => {
  const due = async () => (await call<{ rows: BatchProposal[] }>('city.officer', 'GET', '/api/batches/due')).body.rows
  const [next] = await due()
  expect(next).toEqual({ name: '2027 年第一批', opensOn: '2026-10-01', cutOff: '2027-03-31' })
  expect((await call<BatchRow>('city.officer', 'POST', '/api/batches', next as object)).body).toMatchObject({ state: 'open', extra: false })
  expect((await due()).map(({ cutOff }) => cutOff)).toEqual(['2027-09-30'])
  expect((await call('host.carbon', 'GET', '/api/batches/due')).status).toBe(403)
})

test('Art. 11: a batch beside them takes a reason, a basis and another person; until then nothing goes into it and nobody else sees it', async () => {
  const asked = { name: '加开一批', opensOn: '2026-11-01', cutOff: '2026-12-15', reason: '产业急需', basis: '局党组会议纪要（演示）' }
  expect(await call<Fault>('city.officer', 'POST', '/api/batches', { ...asked, basis: undefined })).toMatchObject({ status: 422, body: { refusals: [{ law: 'setting:batch.cutoffs' }], fields: [{ path: 'basis' }] } })
  const { body: batch } = await call<BatchRow>('city.officer', 'POST', '/api/batches', asked)
  expect(batch).toMatchObject({ state: 'proposed', open: false, extra: true, basis: asked.basis })
  expect((await call<BatchRow[]>('host.carbon', 'GET', '/api/batches')).body.map(({ id }) => id)).not.toContain(batch.id)
  expect((await call('host.carbon', 'GET', `/api/batches/${batch.id}`)).status).toBe(404)
  expect((await call('city.officer', 'POST', `/api/batches/${batch.id}/approve`)).status).toBe(403)
  expect((await call('city.lead', 'POST', `/api/batches/${batch.id}/close`)).status).toBe(409)
  expect((await call<BatchPage>('city.lead', 'POST', `/api/batches/${batch.id}/approve`)).body).toMatchObject({ state: 'open', open: true, decided: { by: personId('city.lead') }, applications: [] })
  expect((await call('city.officer', 'PATCH', `/api/batches/${batch.id}`, { cutOff: '2026-12-20' })).status).toBe(409)
  const { body: other } = await call<BatchRow>('city.officer', 'POST', '/api/batches', { ...asked, name: '再加开' })
  expect((await call<BatchPage>('city.lead', 'POST', `/api/batches/${other.id}/refuse`, { reason: '不必加开。' })).body).toMatchObject({ state: 'refused', open: false, refusal: '不必加开。' })
})
