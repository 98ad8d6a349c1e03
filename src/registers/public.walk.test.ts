import { afterAll, beforeAll, expect, test } from 'vitest'
import { expertName } from '../../test/casework.ts'
import { demoApplication, jurisdiction, openTown, type Town } from '../../test/town.ts'
import { runSchedule } from '../app.ts'
import { clientOf } from '../demo/client.ts'
import { personId } from '../demo/institutions.ts'
import { engines, wording } from '../engines.ts'
import { rowsOf, sql } from '../platform/query.ts'
import { openSession } from '../platform/session.ts'
import type { PortalQueries } from '../portal/portal.data.ts'
import { panelReviewExamples } from '../procedures/panel-review/panel-review.examples.ts'
import { recognitionExamples } from '../procedures/recognition/recognition.examples.ts'
import { regulation } from '../regulation/jinzhong-2023/index.ts'
import type { BaseDetail } from '../procedures/base/base.profile.door.ts'
import type { BaseList } from './bases.ts'
import type { Checklists } from './checklists.ts'
import type { ArticleInUse } from './law-routes.ts'
import { portalQueries } from './public.ts'
import type { DryRun } from './rules-dry-run.ts'
import type { RulesConsole } from './rules-console.ts'
import type { Statistics } from './statistics.ts'

let town: Town
let ids: { carbon: string; iron: string }
beforeAll(async () => { town = await openTown(); ids = { carbon: await recognised('carbon'), iron: await submitted('iron') } })
afterAll(() => town.close())

/** One application to the certificate, the clock at 30 November afterwards. */
async function recognised(key: 'carbon'): Promise<string> {
  const id = await submitted(key)
  const [officer, lead, city, cityLead] = [await town.as('county.yuci'), await town.as('county.yuci.lead'), await town.as('city.officer'), await town.as('city.lead')]
  await officer.did(id, 'examine', recognitionExamples.examine)
  town.on('2026-11-25')
  await lead.did(id, 'recommend', recognitionExamples.recommend)
  await city.did(id, 'acceptForm', recognitionExamples.acceptForm)
  await rowsOf(town.pools.jobs, sql`insert into batch (jurisdiction, id, name, opens_on, closes_on) values ('140700', '2026-2', '2026 年第二批', '2026-10-01', '2027-03-31')`)
  await city.did(id, 'assignToBatch', { batch: '2026-2' })
  const panel = await city.opened('panel-review', { ...panelReviewExamples.convene, cases: [id] })
  await city.did(panel.id, 'commitDraw')
  await (await town.as('city.supervisor')).did(panel.id, 'witnessDraw', panelReviewExamples.witnessDraw)
  await city.did(panel.id, 'revealDraw')
  await city.did(panel.id, 'beginScoring')
  const experts = ((await city.detail(panel.id)).case.file.members as { person: string }[]).map(({ person }) => expertName(person))
  for (const name of experts) {
    await (await town.as(name)).did(panel.id, 'declareConflict', { ...panelReviewExamples.declareConflict, about: id })
    await (await town.as(name)).did(panel.id, 'score', { ...panelReviewExamples.score, about: id })
  }
  await city.did(panel.id, 'closeScoring')
  await city.did(panel.id, 'conclude', { opinions: [{ about: id, opinion: '建议列入现场考察。', shortlist: true }] })
  await city.did(id, 'recordSiteVisit', recognitionExamples.recordSiteVisit)
  await city.did(id, 'propose', recognitionExamples.propose)
  await signed({ kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于参照执行的决定（演示）', validTo: '2027-12-31' }, '2025-01-21')
  await signed({ kind: 'setting', key: 'score.pass', value: 75 }, '2027-01-01')
  await signed({ kind: 'reading', law: 'Art. 10(4)', reading: 'direction', words: { zh: '核心研究方向写到工艺一级。', en: 'The direction names the process.' } }, '2026-11-01')
  await cityLead.did(id, 'approve', recognitionExamples.approve)
  await city.did(id, 'openNotice', recognitionExamples.openNotice)
  town.on('2026-12-02')
  await runSchedule(town.platform)
  await cityLead.did(id, 'recognise')
  return id
}

async function submitted(key: 'carbon' | 'iron'): Promise<string> {
  const host = await town.as(`host.${key}`)
  const { id } = await host.opened('recognition')
  const on = town.now().toISOString().slice(0, 10)
  const application = demoApplication(key, { on, org: `org-${key}`, partnerOrg: 'org-univ' })
  await host.fills(id, application.data)
  for (const file of application.attachments) await rowsOf(town.pools.jobs, sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment) values ('140700', ${town.newId()}, ${id}, ${file.name}, 1, 'application/pdf', ${'0'.repeat(64)}, ${personId(`host.${key}`)}, ${`org-${key}`}, now(), ${file.attachment})`)
  const partners = recognitionExamples.invitePartners
  await host.did(id, 'invitePartners', partners).catch(() => undefined)
  await (await town.as('partner.univ')).did(id, 'confirmPartnership', recognitionExamples.confirmPartnership).catch(() => undefined)
  await host.did(id, 'submit', { ...recognitionExamples.submit, reasons: Object.fromEntries(['creditReportFresh', 'leaseLongEnough', 'areaReaches', 'equipmentReaches', 'staffReaches', 'bachelorShareReaches', 'directorAge', 'directorSeniorTitle'].map((rule) => [rule, '见申报书说明'])) })
  return id
}

async function signed(change: object, validFrom: string) {
  const proposal = await (await town.as('city.officer')).opened('rule-change', { change, validFrom, basis: '局务会纪要（演示）' })
  await (await town.as('city.lead')).did(proposal.id, 'sign')
}

const ask = async <Body>(username: string | null, url: string, payload?: object): Promise<{ status: number; body: Body; headers: Record<string, unknown> }> => {
  const token = username === null ? undefined : await openSession(town.pools.jobs, { jurisdiction: '140700', person: personId(username), now: town.now(), rules: { tries: 5, lockMinutes: 10, idleMinutes: 60, hours: 12 } })
  return clientOf(town.app, token, town.newId).call<Body>(payload ? 'POST' : 'GET', url, payload)
}

/** The compiler compares what the register answers with what the portal asks. */
const questions = (): PortalQueries => portalQueries({
  app: town.pools.app, jobs: town.pools.jobs, jurisdiction, clock: town.now, demo: true, engines, roles: wording.roles, today: town.platform.todayOf, rules: (tx, today) => town.platform.rules.rulesOf(tx, jurisdiction, today),
})

test('the public register answers every question of the portal without anybody signed in', async () => {
  const queries = questions()
  expect(await queries.moment()).toMatchObject({ today: '2026-12-02', dayKind: 'working', demo: true })
  expect(await queries.home()).toMatchObject({ baseTotal: 1, figures: { recognised: 1, standing: 1, submittedThisYear: 2, recognisedThisYear: 1 } })
  expect(await queries.base('JZ-ZS-2026-001')).toMatchObject({
    name: '晋中市碳纤维复合材料中试基地', demo: true, county: { code: '140702' }, certificate: { number: 'JZZSJD-2026-001', status: 'valid', documentNumber: '市科字〔2026〕1号' }, hosts: [{ demo: true, role: 'lead' }, { name: '晋中理工学院', role: 'partner' }],
    history: [{ from: '2026-12-02', law: 'Art. 10(4)' }, { from: '2026-11-25', to: '2026-12-01' }] })
  expect(await queries.base('JZ-ZS-2026-999')).toBeNull()
  expect((await queries.bases({ q: '碳纤维', field: null, county: null, status: null, page: 9 }))).toMatchObject({ total: 1, page: 1, pages: 1, counties: [{ code: '140702', count: 1 }] })
  expect((await queries.bases({ q: '', field: null, county: '140703', status: null, page: 1 })).total).toBe(0)
})

test.each([['预浸料热熔复合线', 'an open piece of equipment', 1], ['热压罐成型', 'a process of its pilot line', 1], ['碳纤维预浸料中试线', 'a pilot line', 1], ['酿造发酵罐', 'what no base has', 0]])('the search for %s (%s) finds %i, in public and within', async (q, _what, total) => {
  expect((await questions().bases({ q, field: null, county: null, status: null, page: 1 })).total).toBe(total)
  expect((await ask<BaseList>('city.officer', `/api/bases?q=${encodeURIComponent(q)}`)).body.total).toBe(total)
})

test.each([['热压罐成型', 'process'], ['工艺验证', 'service'], ['process verification', 'service'], ['预浸料热熔复合线', 'equipment'], ['碳纤维预浸料中试线', 'line']])('the search for %s shows which offer it found: a %s', async (q, of) => {
  const { rows } = await questions().bases({ q, field: null, county: null, status: null, page: 1 })
  expect(rows[0]?.matched?.map((offer) => offer.of)).toContain(of)
  for (const { words } of rows[0]?.matched ?? []) expect(`${words.zh} ${words.en}`.toLowerCase()).toContain(q)
})

test('what a base did for whom is found by nobody: neither project nor client', async () => {
  const { rows } = await town.pools.owner.query<{ project: string; client: string; kind: string }>("select data->>'project' as project, data->>'client' as client, data->>'kind' as kind from base_row where table_id = 'services'")
  expect(rows.length).toBeGreaterThan(0)
  for (const q of rows.flatMap(({ project, client }) => [project, client])) expect([q, (await questions().bases({ q: q.slice(0, 60), field: null, county: null, status: null, page: 1 })).total]).toEqual([q, 0])
})

test('Art. 10(4): a notice is shown with its period, its days and the text under its hash', async () => {
  const queries = questions()
  const { open, past } = await queries.notices()
  expect(open).toEqual([])
  expect(past).toMatchObject([{ from: '2026-11-25', to: '2026-12-01', workingDays: 5, remaining: 0, state: 'closed', listed: 1, kind: 'recognition', demo: true }])
  const notice = await queries.notice(past[0]?.number ?? '')
  expect(notice).toMatchObject({ firstDayCounts: true, publishedAt: '2026-11-25T01:00:00.000Z', items: [{ no: 1, state: 'cleared', field: { en: 'Carbon-based and new materials' }, organiser: '榆次区科技主管部门' }] })
  expect(notice?.days.map(({ working }) => working)).toEqual([true, true, true, false, false, true, true])
  const { createHash } = await import('node:crypto')
  expect(createHash('sha256').update(notice?.text.join('\n') ?? '').digest('hex')).toBe(notice?.sha256)
})

test('a certificate is verified by either number; an unknown one is not found', async () => {
  for (const number of ['JZZSJD-2026-001', 'jz-zs-2026-001']) expect((await ask(null, `/api/public/verify?number=${number}`)).body).toMatchObject({ found: true, certificate: { status: 'valid' } })
  expect((await ask(null, '/api/public/verify?number=JZZSJD-2026-002')).body).toEqual({ found: false })
})

test('figures for the public carry no name, and all eleven counties', async () => {
  const { body, headers } = await ask<Awaited<ReturnType<PortalQueries['statistics']>>>(null, '/api/public/statistics')
  expect(headers['cache-control']).toBe('public, max-age=60')
  expect(body.byCounty).toHaveLength(11)
  expect(body.byCounty.find(({ county }) => county.code === '140702')).toMatchObject({ bases: 1, applications: 1 })
  // Every status stands there, none twice; the registers are summed as the database sums them another way.
  expect(body.byStatus).toEqual([['building', 0], ['operating', 1], ['rectifying', 0], ['suspended', 0], ['revoked', 0], ['left', 0]].map(([status, bases]) => ({ status, bases })))
  const { rows: [held] } = await town.pools.owner.query<{ pieces: number; value: number; open: number; open_value: number; lines: number; area: number }>(`
    select (sum((data->>'count')::int) filter (where table_id = 'equipment'))::int as pieces, (sum((data->>'value')::numeric) filter (where table_id = 'equipment'))::float8 as value,
           (sum((data->>'count')::int) filter (where table_id = 'equipment' and data->>'open' = 'true'))::int as open, (sum((data->>'value')::numeric) filter (where table_id = 'equipment' and data->>'open' = 'true'))::float8 as open_value,
           (count(*) filter (where table_id = 'lines'))::int as lines, (sum((data->>'area')::numeric) filter (where table_id = 'sites'))::float8 as area from base_row where valid_to is null`)
  expect(held?.open).toBeGreaterThan(0)
  expect(body.means).toEqual({ lines: held?.lines, area: held?.area, equipment: held?.pieces, equipmentValue: held?.value, open: held?.open, openValue: held?.open_value })
  expect([body.byCounty, body.byField].map((rows) => rows.reduce((sum, { open }) => sum + open, 0))).toEqual([held?.open, held?.open])
  expect(body.byYear).toEqual([{ year: 2026, submitted: 2, recommended: 1, accepted: 1, recognised: 1, notRecognised: 0, withdrawn: 0, underWay: 1 }])
  expect(body.pace).toMatchObject([{ law: 'Art. 10(2)', cases: 1, median: 2, limit: 10, late: 0 }, { law: 'Art. 10(3)', cases: 1, median: 0, limit: 10 }])
})

test('nothing public names a person, an account or a case under way', async () => {
  const { rows: [person] } = await town.pools.owner.query<{ names: string[] }>('select array_agg(name) as names from person')
  for (const path of ['bases', 'bases.csv', 'bases/JZ-ZS-2026-001', 'notices', 'notices.csv', 'statistics', 'statistics.csv', 'regulation']) {
    const { status, body } = await ask(null, `/api/public/${path}`)
    const text = JSON.stringify(body)
    expect([path, status, person?.names.filter((name) => text.includes(name))]).toEqual([path, 200, []])
    expect([path, [ids.carbon, ids.iron, 'RD-2026', 'org-carbon', 'p-city', '玛钢精密铸造'].filter((word) => text.includes(word))]).toEqual([path, []])
  }
})

test('tables open as UTF-8 in spreadsheets, one line a row', async () => {
  const { body, headers } = await ask<string>(null, '/api/public/bases.csv')
  expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="bases.csv"' })
  expect(body.startsWith('\uFEFF编号,名称,')).toBe(true)
  expect(body.split('\r\n')).toHaveLength(3)
})

test('the regulation in use: verbatim text, the basis acted on, a signed value that has not begun', async () => {
  const { body } = await ask<Awaited<ReturnType<PortalQueries['lawBasis']>> & { articles: { text: { text: string }[] }[] }>(null, '/api/public/regulation')
  expect(body.articles.map(({ text }) => text.map((one) => one.text))).toEqual(regulation.articles.map(({ text }) => text.map((one) => one.text)))
  expect(body.bases).toEqual([{ title: { zh: '局党组关于参照执行的决定', en: '局党组关于参照执行的决定' }, number: null, registeredOn: '2025-01-21', validTo: '2027-12-31', demo: true }])
  expect(body.settings.filter(({ key }) => key === 'score.pass')).toMatchObject([{ value: { zh: '70 分' }, pending: false }, { value: { zh: '75 分' }, since: '2027-01-01', pending: true }])
})

test('Art. 10: an article carries its text, rules, steps, settings, readings and what is left to people', async () => {
  const { body } = await ask<ArticleInUse>('host.iron', '/api/law/10')
  expect(body.steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['submit', 'recommend', 'publish', 'recognise']))
  expect(body.settings.find(({ key }) => key === 'county.reviewDays')).toMatchObject({ value: { zh: '10 个工作日' }, from: '2023-01-21' })
  expect(body.readings.find(({ id }) => id === 'direction')).toMatchObject({ on: '2026-11-01', decision: '局务会纪要（演示）' })
  expect(body.leftToPeople.length).toBeGreaterThan(0)
  expect((await ask('host.iron', '/api/law/23')).status).toBe(404)
  expect((await ask<{ authority: object; chapters: object[]; settings: object[] }>('host.iron', '/api/law')).body).toMatchObject({ authority: { title: { zh: '局党组关于参照执行的决定' }, demo: true }, chapters: { length: 7 }, settings: [] })
})

test('the console shows every value with its history and what waits; hosts do not see what is only proposed', async () => {
  await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'setting', key: 'county.reviewDays', value: 8 }, validFrom: '2027-01-01', basis: '局务会纪要（演示）' })
  const { body } = await ask<RulesConsole>('city.lead', '/api/rules')
  expect(body.settings.find(({ key }) => key === 'county.reviewDays')).toMatchObject({ state: 'awaiting', value: 10, default: 10, pending: { value: 8, proposedBy: '李凝霜' }, history: [] })
  expect(body.settings.find(({ key }) => key === 'score.pass')).toMatchObject({ state: 'inForce', value: 70, history: [{ value: 75, validFrom: '2027-01-01', signedBy: '赵明谦' }], rules: [{ id: 'scoreReachesLine' }] })
  expect(body.settings.find(({ key }) => key === 'award.rule')).toMatchObject({ state: 'gap', group: 'award' })
  expect(body.calendar.at(-1)).toMatchObject({ year: 2027, published: false, off: [] })
  expect([body.coverage.covered, body.coverage.of]).toEqual([22, 22])
  expect(body.coverage.withoutArticle.settings.map(({ key }) => key)).toContain('file.maxMB')
  const host = await ask<RulesConsole>('host.iron', '/api/rules')
  expect([host.body.pending, host.body.settings.find(({ key }) => key === 'county.reviewDays')?.state]).toEqual([[], 'inForce'])
})

test('a trial names the cases that would come out differently and those it cannot tell', async () => {
  const tried = await ask<DryRun>('city.officer', '/api/rules/dry-run', { key: 'reference.area', value: 99_999 })
  expect(tried.body).toMatchObject({ flips: [{ id: ids.iron, tried: { zh: '低于参考线，须说明' } }], same: 0, notTried: null })
  expect((await ask<DryRun>('city.officer', '/api/rules/dry-run', { key: 'reference.bachelorShare', value: 0.6 })).body.unknown).toMatchObject([{ id: ids.iron }])
  expect((await ask<DryRun>('city.officer', '/api/rules/dry-run', { key: 'session.hours', value: 8 })).body.notTried).not.toBeNull()
  expect((await ask('city.officer', '/api/rules/dry-run', { key: 'score.pass', value: 101 })).status).toBe(400)
  expect((await ask('host.iron', '/api/rules/dry-run', { key: 'score.pass', value: 60 })).status).toBe(403)
})

test('everyone counts what they may see', async () => {
  const of = async (username: string) => (await ask<Statistics>(username, '/api/statistics')).body
  const [city, yuci, host] = [await of('city.lead'), await of('county.yuci'), await of('host.iron')]
  expect(city.years).toMatchObject([{ year: 2026, submitted: 2, recognised: 1 }])
  expect(yuci.years).toMatchObject([{ submitted: 1, recognised: 1 }])
  expect(host.years).toMatchObject([{ submitted: 1, recognised: 0 }])
  expect(yuci.groups[1]?.rows).toEqual([{ name: { zh: '榆次区', en: 'Yuci District' }, count: 1, share: 1 }])
  expect(yuci.pace[0]).toMatchObject({ cases: 1, median: 2 })
  expect(city.returned).toEqual({ applications: 2, returned: 0, share: 0 })
  expect((await of('expert.20')).groups[0]?.rows).toEqual([])
})

test('the register of bases is everybody\'s; the case behind a base only its parties\'', async () => {
  expect((await ask<BaseList>('host.iron', '/api/bases')).body).toMatchObject({ total: 1, rows: [{ number: 'JZ-ZS-2026-001', mine: false }] })
  expect((await ask<BaseList>('host.iron', '/api/bases?mine=true')).body.total).toBe(0)
  expect((await ask<BaseDetail>('host.iron', '/api/bases/JZ-ZS-2026-001')).body.cases).toEqual([])
  expect((await ask<BaseDetail>('host.carbon', '/api/bases/JZ-ZS-2026-001')).body).toMatchObject({ mine: true, cases: [{ procedure: 'base', status: 'live' }, { procedure: 'recognition', status: 'recognised' }], history: [{ number: 'JZZSJD-2026-001' }, {}] })
})

test('dialogs find their questions with the answers and the marks of the setting', async () => {
  const { body } = await ask<Checklists>('county.taigu', '/api/checklists')
  expect([body.county.truth.questions.length, body.exam.items.length, body.rubric.dimensions.length, body.siteVisit.blocks.length, body.declaration.length, body.vetoes.length]).toEqual([8, 15, 7, 6, 5, 4])
  expect(body.exam.items.filter(({ hardFail }) => hardFail).map(({ code }) => code)).toEqual(['F01', 'F08', 'F13'])
})
