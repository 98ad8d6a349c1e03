/**
 * The last minute of the last day: three hundred bases sign their report and their hosts endorse it, over sockets, some of them with
 * a double click, some with a line that breaks and a second try under the same key. Midnight comes a second after the last came in.
 */
import type { AddressInfo } from 'node:net'
import { setTimeout as passes } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoEvidence, demoReport } from '../src/demo/assessment-report.ts'
import { assessmentExamples as example } from '../src/procedures/assessment/assessment.examples.ts'
import { disassemble } from '../src/procedures/recognition/recognition.draft.ts'
import { systemActor } from '../src/platform/case-log.ts'
import { cookieName } from '../src/platform/http.ts'
import { json, rowsOf, sql } from '../src/platform/query.ts'
import { openSession } from '../src/platform/session.ts'
import { verifyLog } from '../src/platform/verify-log.ts'
import { assessing } from './assessing.ts'
import { casework, type Case } from './casework.ts'
import { chanceOf } from './histories.ts'
import { jurisdiction, openTown, type Town } from './town.ts'

const bases = 300
/** Of these the last are sent a second before midnight, all at once. */
const atTheBell = 40
const chance = chanceOf(23_59_59)
/**
 * The clock of the server stands until the rush, and runs then; before midnight it waits for those who are to come before, for a slow
 * machine is no late base.
 */
let stands = new Date('2026-11-23T01:00:00.000Z')
type Running = { at: number; from: number; waitsAt?: number }
let began: Running | undefined
const clock = () => (began ? new Date(Math.min(began.from + Date.now() - began.at, began.waitsAt ?? Number.POSITIVE_INFINITY)) : stands)
const runsFrom = (instant: string, waitsAt?: string): Running => ({ at: Date.now(), from: Date.parse(instant), ...(waitsAt && { waitsAt: Date.parse(waitsAt) }) })

let town: Town
let origin = ''
type Rushing = { id: string; base: string; director: string; host: string; version: number }
const rushing: Rushing[] = []

beforeAll(async () => {
  town = await openTown({ clock })
  const on = (day: string) => { stands = new Date(`${day}T01:00:00.000Z`) }
  const work = casework({ ...town, on, now: clock })
  const assessed = assessing({ ...town, on, now: clock }, work)
  on('2026-05-06')
  await work.authorityActs()
  await assessed.calendar(2027)
  const first = await assessed.bases(['carbon', 'iron', 'coke'], '2026-05-20')
  await opensBases(first)
  on('2026-12-01')
  await assessed.campaign(2026)
  on('2026-12-20')
  await writesReports()
  await town.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(town.app.server.address() as AddressInfo).port}`
})
// Sockets that are kept alive would hold the server for more than a minute.
afterAll(async () => { town.app.server.closeAllConnections(); await town.close() })

/** All but three stand on the application of one of the first; each has a director of its own. */
async function opensBases(first: readonly Case[]) {
  for (let no = 1; no <= bases - first.length; no++) {
    const [of] = [first[no % first.length]!]
    const at = String(no).padStart(3, '0')
    const outcome = await town.platform.asSystem((context) => town.platform.openCase(context, { procedure: 'base', as: systemActor, data: { recognition: of.id, baseId: `JZ-ZS-2025-${at}`, name: `晋中市第${at}号中试基地`, certificateNo: `JZZS-2025-${at}`, documentNo: `市科字〔2025〕${no}号` } }))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  }
  const units = await rowsOf<{ id: string }>(town.pools.jobs, sql`select id from base where jurisdiction = ${jurisdiction} order by id`)
  const people = units.map(({ id }) => ({ person: `p-rush-${id}`, name: `主任 ${id}（演示）`, unit: `base.${id}`, grant: town.newId() }))
  await rowsOf(town.pools.jobs, sql`insert into person (jurisdiction, id, name, demo) select ${jurisdiction}, p.person, p.name, true from jsonb_to_recordset(${json(people)}) as p(person text, name text)`)
  await rowsOf(town.pools.jobs, sql`insert into sec.credential (jurisdiction, person, username, password_hash, changed_at) select ${jurisdiction}, p.person, p.person, 'x', ${stands.toISOString()} from jsonb_to_recordset(${json(people)}) as p(person text)`)
  await rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) select ${jurisdiction}, p.grant, p.person, 'base.director', p.unit, '2026-05-20' from jsonb_to_recordset(${json(people)}) as p("grant" text, person text, unit text)`)
}

async function writesReports() {
  const rows = await rowsOf<{ case_id: string; base_id: string; host: string; version: number }>(town.pools.jobs, sql`select a.case_id, a.base_id, a.version, b.body->'hosts'->0->>'org' as host from assessment a join base_file b on b.jurisdiction = a.jurisdiction and b.base_id = a.base_id where a.jurisdiction = ${jurisdiction} order by a.base_id`)
  const session = (person: string) => openSession(town.pools.jobs, { jurisdiction, person, now: stands, rules: { tries: 5, lockMinutes: 10, idleMinutes: 60 * 24 * 365, hours: 24 * 365 } })
  for (const { case_id: id, base_id: base, host, version } of rows) rushing.push({ id, base, version, director: await session(`p-rush-${base}`), host: await session(`p-host-${host.replace('org-', '')}`) })
  // One writes; the drafts of the others say the same.
  const [one] = rushing as [Rushing]
  const changes = Object.entries(disassemble(demoReport({ year: 2026, name: '本基地', ownGrade: 'good' }))).map(([path, value]) => ({ path, value }))
  const cookies = { [cookieName]: one.director }
  const { version } = (await town.app.inject({ method: 'GET', url: `/api/cases/${one.id}/draft`, cookies })).json<{ version: number }>()
  const saved = await town.app.inject({ method: 'PUT', url: `/api/cases/${one.id}/draft`, cookies, payload: { base: version, changes } })
  if (saved.statusCode !== 200) throw new Error(saved.body)
  for (const table of ['draft', 'draft_value']) await town.pools.jobs.query(`insert into ${table} select (jsonb_populate_record(d, jsonb_build_object('case_id', a.case_id) || case when to_jsonb(d) ? 'orgs' then jsonb_build_object('orgs', array['base.' || a.base_id]) else '{}' end)).* from ${table} d, assessment a where d.case_id = $1 and a.case_id <> $1`, [one.id])
  await rowsOf(town.pools.jobs, sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment)
    select ${jurisdiction}, f.id, f.case, f.name, 1, 'application/pdf', ${'0'.repeat(64)}, f.person, f.unit, ${stands.toISOString()}, f.attachment
      from jsonb_to_recordset(${json(rushing.flatMap(({ id, base }) => demoEvidence.map((file) => ({ ...file, id: town.newId(), case: id, person: `p-rush-${base}`, unit: `base.${base}` }))))}) as f(id text, "case" text, name text, attachment text, person text, unit text)`)
}

type Answered = { status: number; body: string }
/** How a page sends it: pressed once; twice at once; or tried again after the line broke. */
type Manner = 'once' | 'twice' | 'again'
const took: number[] = []
let busy = 0
const manners: Record<Manner, number> = { once: 0, twice: 0, again: 0 }

async function sends(id: string, step: 'report' | 'endorse', token: string, version: number, manner: Manner): Promise<Answered> {
  const key = `rush-${step}-${id}`
  const post = async (signal?: AbortSignal): Promise<Answered> => {
    const told = signal ? { 'x-try': 'broken' } : {}
    const answer = await fetch(`${origin}/api/cases/${id}/steps/${step}`, { method: 'POST', signal: signal ?? null, headers: { ...told, 'content-type': 'application/json', cookie: `${cookieName}=${token}`, 'idempotency-key': key, 'if-match': String(version) }, body: JSON.stringify(example[step]) })
    return { status: answer.status, body: await answer.text() }
  }
  manners[manner]++
  const start = performance.now()
  /** What the page asks for when the database is too busy: the same button once more. */
  const patient = async (): Promise<Answered> => { for (;;) { const answer = await post(); if (answer.status !== 503) return answer; busy++; await passes(500) } }
  if (manner === 'again') await post(AbortSignal.timeout(chance.whole(1, 60))).catch(() => undefined)
  const answers = manner === 'twice' ? await Promise.all([patient(), patient()]) : [await patient()]
  took.push(performance.now() - start)
  expect(answers.map(({ body }) => body)).toEqual(answers.map(() => answers[0]?.body))
  return answers[0]!
}

const manner = (): Manner => (chance.share(0.6) ? 'once' : chance.share(0.5) ? 'twice' : 'again')
async function files({ id, director, host, version }: Rushing): Promise<Answered[]> {
  const reported = await sends(id, 'report', director, version, manner())
  const { version: seen = version } = JSON.parse(reported.body) as { version?: number }
  return [reported, await sends(id, 'endorse', host, seen, manner())]
}
/** So many have come in, each with the try that is to be answered. */
const arrive = (many: number) => new Promise<void>((done) => {
  const keys = new Set<unknown>()
  town.app.server.on('request', ({ headers }) => {
    if (headers['x-try'] !== 'broken') keys.add(headers['idempotency-key'])
    if (keys.size === many) done()
  })
})
const percentile = (share: number) => took.toSorted((a, b) => a - b)[Math.ceil(took.length * share) - 1] ?? 0

describe('Art. 16: the last minute of the year', () => {
  const answers: Answered[] = []
  test('three hundred report and are endorsed within the minute; nobody is turned away', async () => {
    // Those who come before the bell spread over twenty seconds; their midnight is still to come.
    began = runsFrom('2026-12-31T15:58:30.000Z', '2026-12-31T15:59:58.000Z')
    const spread = rushing.slice(atTheBell).map(async (one) => { await passes(chance.whole(0, 20_000)); answers.push(...await files(one)) })
    await Promise.all(spread)
    // A second before midnight, all at once: signed only, and endorsed the year after. Midnight comes while they are still being answered.
    began = runsFrom('2026-12-31T15:59:59.000Z', '2026-12-31T15:59:59.000Z')
    const allCame = arrive(atTheBell)
    const last = rushing.slice(0, atTheBell).map((one) => sends(one.id, 'report', one.director, one.version, manner()))
    await allCame
    began = runsFrom('2026-12-31T15:59:59.000Z')
    answers.push(...await Promise.all(last))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    console.info(`deadline rush: ${bases} bases, ${took.length} signatures (${Object.entries(manners).map(([name, n]) => `${n} ${name}`).join(', ')}), p50 ${percentile(0.5).toFixed(0)} ms, p95 ${percentile(0.95).toFixed(0)} ms, longest ${percentile(1).toFixed(0)} ms, ${busy} times told to press again`)
  })

  test('none is lost, none is there twice, and every chain holds', async () => {
    const rows = await rowsOf<{ case_id: string; reports: number; endorsed: number; drawn: number; snapshots: number }>(town.pools.jobs, sql`
      select a.case_id, (select count(*)::int from case_entry e where e.case_id = a.case_id and e.did = 'report') as reports, (select count(*)::int from case_entry e where e.case_id = a.case_id and e.did = 'endorse') as endorsed,
             (select count(*)::int from case_entry e where e.case_id = a.case_id and e.did = 'drawSample') as drawn, (select count(*)::int from document d where d.case_id = a.case_id and d.kind = 'assessment-report') as snapshots
        from assessment a where a.jurisdiction = ${jurisdiction} order by a.base_id`)
    expect(rows.length).toBe(bases)
    expect(rows.filter(({ reports, snapshots }) => reports !== 1 || snapshots !== 1)).toEqual([])
    expect(rows.slice(atTheBell).filter(({ endorsed, drawn }) => endorsed !== 1 || drawn !== 1)).toEqual([])
    expect(manners.twice + manners.again).toBeGreaterThan(100)
    expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  })

  test('whoever came before midnight is in time, whatever the wait: by the day and by the instant', async () => {
    const stamped = await rowsOf<{ on: string; at: string }>(town.pools.jobs, sql`select e.body->>'on' as on, e.at from case_entry e join assessment a on a.jurisdiction = e.jurisdiction and a.case_id = e.case_id where e.did = 'report'`)
    expect(stamped.length).toBe(bases)
    expect(stamped.filter(({ on, at }) => on !== '2026-12-31' || new Date(at).toISOString() >= '2026-12-31T16:00:00.000Z')).toEqual([])
    while (clock().toISOString() < '2026-12-31T16:00:00.000Z') await passes(50)
    const board = await rowsOf<{ reported_on: string }>(town.pools.jobs, sql`select distinct reported_on from assessment where jurisdiction = ${jurisdiction}`)
    expect(board).toEqual([{ reported_on: '2026-12-31' }])
  })

  test('the canary: a minute after midnight is the next day, and the same key with other words is refused', async () => {
    const [one] = rushing as [Rushing]
    began = runsFrom('2026-12-31T16:01:00.000Z')
    const { version } = (await town.app.inject({ method: 'GET', url: `/api/cases/${one.id}`, cookies: { [cookieName]: one.host } })).json<{ version: number }>()
    expect((await sends(one.id, 'endorse', one.host, version, 'once')).status).toBe(200)
    expect(await rowsOf(town.pools.jobs, sql`select body->>'on' as on from case_entry where case_id = ${one.id} and did = 'endorse'`)).toEqual([{ on: '2027-01-01' }])
    const other = await fetch(`${origin}/api/cases/${one.id}/steps/report`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `${cookieName}=${one.director}`, 'idempotency-key': `rush-report-${one.id}`, 'if-match': String(one.version) }, body: JSON.stringify({ ...example.report, signedBy: '别人' }) })
    expect(other.status).toBe(422)
  })
})
