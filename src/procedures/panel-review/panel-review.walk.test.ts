/** A panel one can trust: drawn so that anyone can recompute it, and closed to whoever must stand back, by every way they may come. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, type Casework, expertId, otherExpert, type Panel } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import type { CaseDetail, Problem } from '../../contract.ts'
import { engines } from '../../engines.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import type { DrawRecord } from './panel-review.draw.ts'

let town: Town
let work: Casework
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
})
afterAll(() => town.close())

const example = (step: string, more: object = {}) => ({ ...engines['panel-review']?.examples[step], ...more })
const officer = () => town.as('city.officer')
const rulesOf = (body: unknown) => (body as Problem).refusals?.map(({ rule }) => rule) ?? []
const fileOf = async (panel: Panel) => (await (await officer()).detail(panel.id)).case.file as Record<string, unknown>
const messagesOf = async (username: string) => (await (await town.as(username)).call<{ rows: { number: string; words: { zh: string } }[] }>('GET', '/api/messages')).body.rows.map(({ words }) => words.zh)

describe('the draw', () => {
  let of: Case
  let panel: Panel
  beforeAll(async () => {
    of = await work.queued('carbon')
    panel = await work.convened([of])
  })

  test('setting:conflict: the city sees who is excluded and by which path; the partner of the application employs two of them', async () => {
    for (const username of ['city.officer', 'city.supervisor']) {
      const { body } = await (await town.as(username)).call<{ excluded: { person: string; because: string; conflicts: { kind: string; path: { zh: string }[] }[] }[]; faults: unknown[] }>('GET', `/api/panel/${panel.id}/pool`)
      expect(body.faults).toEqual([])
      expect(body.excluded.map(({ person }) => person)).toEqual([expertId('expert.02'), expertId('expert.10')])
      expect(body.excluded[0]?.conflicts[0]).toMatchObject({ kind: 'partner', path: [{ zh: expect.stringContaining('任职') }, { zh: expect.stringContaining('共建单位') }] })
    }
    for (const username of ['host.carbon', 'county.yuci', otherExpert, 'sysadmin']) expect((await (await town.as(username)).call('GET', `/api/panel/${panel.id}/pool`)).status, username).toBe(404)
  })

  test('setting:panel.designatedShare: a third at most, each approved by another person, and nobody who must stand back: 403 with the path', async () => {
    const who = await officer()
    const barred = await who.step(panel.id, 'designate', example('designate', { expert: expertId('expert.02') }))
    expect([barred.status, rulesOf(barred.body)]).toEqual([403, ['mayBeSeated']])
    expect(JSON.stringify(barred.body)).toContain('共建单位')
    for (const expert of ['expert.01', 'expert.03']) await who.did(panel.id, 'designate', example('designate', { expert: expertId(expert) }))
    const third = await who.step(panel.id, 'designate', example('designate', { expert: expertId('expert.09') }))
    expect([third.status, rulesOf(third.body)]).toEqual([422, ['designationWithinLimit']])
    // Several at once are no way round: the step takes one, and each of them is refused by itself, side by side as well.
    const all = await Promise.all(['expert.02', 'expert.10'].map((expert) => who.step(panel.id, 'designate', example('designate', { expert: expertId(expert) }))))
    // Two are designated by now: the share is a ground beside it.
    expect(all.map(({ status, body }) => [status, ...rulesOf(body)])).toEqual(Array(2).fill([403, 'mayBeSeated', 'designationWithinLimit']))
    expect((await who.step(panel.id, 'designate', { experts: ['expert.02', 'expert.10'].map(expertId), reason: '一并指定。' })).status).toBe(400)
    await (await town.as('city.lead')).did(panel.id, 'approveDesignation', { expert: expertId('expert.01') })
  })

  test('setting:panel.draw: nobody sees the seed before the witness, who is not the one who committed; then it is revealed and anyone recomputes it', async () => {
    const who = await officer()
    await who.did(panel.id, 'commitDraw')
    const committed = JSON.stringify(await fileOf(panel)) + JSON.stringify((await who.call('GET', `/api/panel/${panel.id}/draw`)).body)
    expect((await who.call('GET', `/api/panel/${panel.id}/record`)).status).toBe(409)
    expect((await who.step(panel.id, 'witnessDraw', example('witnessDraw'))).status).toBe(403)
    expect((await who.step(panel.id, 'revealDraw', {})).status).toBe(409)
    await (await town.as('city.supervisor')).did(panel.id, 'witnessDraw', { word: '掷骰 6 1 4 4' })
    await who.did(panel.id, 'revealDraw')
    panel = await work.membersOf(panel)
    const { body: record } = await who.call<DrawRecord>('GET', `/api/panel/${panel.id}/record`)
    expect(committed).toContain(record.commitment)
    expect(committed).not.toContain(record.seed)
    expect(JSON.stringify(record)).not.toMatch(/p-expert|[\u4e00-\u9fff]{2,}(公司|大学|学院|研究)/)
    expect(panel.members.map(({ username }) => username)).toContain('expert.01')
    // What was not approved by then does not count; chance alone may still seat them.
    expect((record.result as unknown as { seats: { designated: boolean }[] }).seats.filter(({ designated }) => designated)).toHaveLength(1)
    expect([recomputed(record), recomputed({ ...record, witness: '掷骰 6 1 4 5' })]).toEqual([0, 1])
  })

  test('what the public reads: the fingerprint at once, no record before the outcome, and never a name', async () => {
    const { rows } = (await town.anyone.call<{ rows: { number: string; no: number; commitment: string; open: boolean }[] }>('GET', '/api/public/draws')).body
    expect(rows).toMatchObject([{ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), open: false }])
    expect((await town.anyone.call('GET', `/api/public/draws/${rows[0]?.number}/1`)).status).toBe(404)
    expect((await town.anyone.call('GET', '/api/public/recompute-draw.mjs')).status).toBe(200)
  })

  test('another draw takes the lead and a reason; what was drawn stays on record', async () => {
    const lead = await town.as('city.lead')
    expect((await lead.step(panel.id, 'redraw', {})).status).toBe(400)
    expect((await (await officer()).step(panel.id, 'redraw', example('redraw'))).status).toBe(403)
    await lead.did(panel.id, 'redraw', example('redraw'))
    const { draws, members } = await fileOf(panel) as { draws: { abandoned: object | null; revealed: { seed: string } | null }[]; members: unknown[] }
    expect([draws[0]?.abandoned, draws[0]?.revealed?.seed, members]).toEqual([expect.objectContaining({ reason: example('redraw').reason }), expect.stringMatching(/^[0-9a-f]{64}$/), []])
    expect(await (await officer()).step(panel.id, 'beginScoring', {})).toMatchObject({ status: 409 })
    await lead.did(panel.id, 'dissolve', example('dissolve'))
  })
})

/** The exit code of the stand-alone script. */
function recomputed(record: object): number {
  const folder = mkdtempSync(join(tmpdir(), 'zs-draw-'))
  const file = join(folder, 'record.json')
  writeFileSync(file, JSON.stringify(record))
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, '../../../scripts/recompute-draw.mjs'), file], { stdio: 'ignore' })
    return 0
  } catch (failed) {
    return (failed as { status: number }).status
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('Art. 11: one running panel for an application, its batch together, and the special track alone, seven at least, on its basis', async () => {
  const [one, two, special] = [await work.queued('gears'), await work.queued('anode'), await work.accepted('methane')]
  await (await town.as('city.lead')).did(special.id, 'admitSpecially', engines.recognition?.examples.admitSpecially)
  const who = await officer()
  const convening = (cases: Case[], more: object = {}) => who.open('panel-review', example('convene', { cases: cases.map(({ id }) => id), ...more }))
  const [left, right] = await Promise.all([convening([one, two]), convening([two])])
  expect([left.status, right.status].sort()).toEqual([201, 422])
  expect(rulesOf(left.status === 422 ? left.body : right.body)).toEqual(['notBeforeAnotherPanel'])
  const free = left.status === 201 ? special : one
  expect(rulesOf((await convening([free, special, await work.queued('binder')])).body)).toContain('reviewedByBatch')
  expect(rulesOf((await convening([special], { size: 5 })).body)).toEqual(['panelLargeEnough', 'specialPanelLargeEnough'])
  expect(rulesOf((await convening([special], { size: 8 })).body)).toContain('specialPanelLargeEnough')
  const panel = await work.drawn([special])
  expect(await fileOf(panel)).toMatchObject({ special: { basis: expect.any(String), kind: expect.any(String) } })
  expect(panel.members).toHaveLength(7)
})

describe('who must stand back is refused by every way', () => {
  let cases: [Case, Case]
  let panel: Panel
  beforeAll(async () => {
    cases = [await work.queued('iron'), await work.queued('hydraulic')]
    panel = await work.scoring(cases)
  })
  const member = (at: number) => panel.members[at]?.username ?? ''
  const material = (of: Case) => `/api/panel/${panel.id}/applications/${of.id}`

  test('setting:conflict.declare: before the declaration nothing but the host opens, in no list, search, case or material', async () => {
    const me = await town.as(member(0))
    const { title } = (await (await officer()).detail(cases[0].id)).case
    const number = (await (await officer()).detail(cases[0].id)).case.number
    const told = async () => JSON.stringify([(await me.detail(panel.id)), (await me.call('GET', '/api/cases')).body, (await me.call('GET', '/api/worklist')).body, (await me.call('GET', '/api/messages')).body])
    expect(await told()).not.toMatch(new RegExp(`${title}|${number}`))
    for (const q of [title, number]) expect((await me.call<{ total: number }>('GET', `/api/cases?q=${encodeURIComponent(q)}`)).body.total, q).toBe(0)
    expect(await me.call('GET', material(cases[0]))).toMatchObject({ status: 403 })
    await me.did(panel.id, 'declareConflict', example('declareConflict', { about: cases[0].id }))
    expect(await told()).toContain(title)
    expect((await me.call('GET', material(cases[0]))).status).toBe(200)
    expect((await me.call('GET', material(cases[1]))).status).toBe(403)
  })

  test('a conflict recorded by the officer closes the material and the sheet at once, and both sides are told', async () => {
    const me = await town.as(member(0))
    const short = await me.step(panel.id, 'score', example('score', { about: cases[0].id, opinion: '好'.repeat(49) }))
    expect([short.status, short.body.refusals?.map(({ rule, reason }) => `${rule}: ${reason}`)]).toEqual([422, ['opinionLongEnough: 意见应不少于 50 字，还差 1 字。']])
    await me.did(panel.id, 'score', example('score', { about: cases[0].id, opinion: '好'.repeat(50) }))
    await (await officer()).did(panel.id, 'recordConflict', example('recordConflict', { expert: panel.members[0]?.person, about: cases[0].id }))
    expect((await me.call('GET', material(cases[0]))).status).toBe(403)
    expect((await me.step(panel.id, 'score', example('score', { about: cases[0].id }))).status).toBe(403)
    expect((await messagesOf(member(0))).some((told) => told.includes('应当回避'))).toBe(true)
    expect((await messagesOf('city.supervisor')).some((told) => told.includes('记录专家应当回避'))).toBe(true)
    expect(await fileOf(panel)).toMatchObject({ conflicts: [{ by: 'officer', late: true }], progress: [{ sheets: 0, free: 6 }, { sheets: 0, free: 7 }] })
  })

  test('a role swapped: who signs for an applicant is found by the clock, with the path, and refused', async () => {
    const { username, person } = panel.members[1]!
    await (await town.as(username)).did(panel.id, 'declareConflict', example('declareConflict', { about: cases[1].id }))
    await rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) values ('140700', ${`swap-${person}`}, ${person}, 'host.clerk', 'org-hydraulic', '2026-01-01')`)
    await runSchedule(town.platform)
    const known = (await fileOf(panel)).conflicts as { expert: string; about: string; by: string; reason: string }[]
    expect(known.filter((one) => one.expert === person).map(({ by, about }) => [by, about]).sort()).toEqual([['system', cases[0].id], ['system', cases[1].id]].sort())
    expect(known.find((one) => one.expert === person && one.about === cases[1].id)?.reason).toContain('任职')
    for (const of of cases) expect((await (await town.as(username)).step(panel.id, 'score', example('score', { about: of.id }))).status).toBe(403)
    expect((await (await town.as(username)).call('GET', material(cases[1]))).status).toBe(403)
  })

  test('an old assignment: whoever is no expert any more reads and scores nothing, from this day', async () => {
    const { username, person } = panel.members[2]!
    const me = await town.as(username)
    await me.did(panel.id, 'declareConflict', example('declareConflict', { about: cases[0].id }))
    await rowsOf(town.pools.jobs, sql`update assignment set valid_to = '2026-11-22' where jurisdiction = '140700' and person = ${person} and role = 'expert'`)
    expect((await me.call('GET', material(cases[0]))).status).toBe(403)
    for (const step of ['score', 'declareConflict']) expect((await me.step(panel.id, step, example(step, { about: cases[0].id }))).status, step).toBe(403)
    expect((await me.call('GET', `/api/cases/${cases[0].id}/files`)).status).toBe(404)
    await rowsOf(town.pools.jobs, sql`update assignment set valid_to = null where jurisdiction = '140700' and person = ${person} and role = 'expert'`)
  })

  test('the next reserve is called, not chosen; who is on no panel is not let in by any address', async () => {
    const before = (await fileOf(panel)).draws as { revealed: { seats: { seat: string; reserves: string[] }[] } }[]
    const leaving = panel.members.find(({ seat }, at) => at > 2 && before.at(-1)!.revealed.seats.some((one) => one.seat === seat && one.reserves.length > 0))!
    await (await officer()).did(panel.id, 'replace', example('replace', { expert: leaving.person }))
    const { members } = await fileOf(panel) as { members: { number: string; seat: string; left: object | null }[] }
    expect(before.at(-1)!.revealed.seats.find(({ seat }) => seat === leaving.seat)!.reserves).toContain(members.find(({ seat, left }) => seat === leaving.seat && !left)?.number)
    expect((await messagesOf(leaving.username)).some((told) => told.includes('由候补专家递补'))).toBe(true)
    for (const url of [material(cases[0]), `/api/cases/${panel.id}`]) expect((await (await town.as(otherExpert)).call('GET', url)).status, url).toBe(404)
  })

  test('meeting mode: the city follows by count; who scored what is told to nobody before closing', async () => {
    const { history, case: { file } } = await (await officer()).detail(panel.id)
    expect(history.filter(({ did }) => did === 'score').map(({ by }) => by)).toEqual([null])
    expect(Object.keys(file)).toEqual(expect.arrayContaining(['progress']))
    expect(Object.keys(file)).not.toEqual(expect.arrayContaining(['sheets']))
    expect(Object.keys(file)).not.toEqual(expect.arrayContaining(['declarations']))
  })
})

describe('after closing', () => {
  let cases: [Case, Case]
  let panel: Panel
  let chair: string
  beforeAll(async () => {
    cases = [await work.queued('engine'), await work.queued('filter')]
    const drawn = await work.drawn(cases)
    chair = drawn.members.find(({ seat }) => seat === 'technical-1')!.username
    panel = await work.finished(drawn, { sheet: ({ username }) => (username === chair ? work.low : {}) })
  })
  const conclusion = () => ({ opinions: cases.map(({ id }) => ({ about: id, opinion: '建议列入现场考察。', shortlist: true })) })

  test('setting:score.alarm: an outlier waits for its expert, and nothing is concluded before it is explained or discussed', async () => {
    const refused = await (await officer()).step(panel.id, 'conclude', conclusion())
    expect([refused.status, rulesOf(refused.body)]).toEqual([422, ['outliersSettled']])
    expect((await (await town.as(chair)).call<{ rows: { id: string }[] }>('GET', '/api/worklist')).body.rows.map(({ id }) => id)).toContain(panel.id)
    const other = panel.members.find(({ username }) => username !== chair)!.username
    expect((await (await town.as(other)).call<{ rows: { id: string }[] }>('GET', '/api/worklist')).body.rows.map(({ id }) => id)).not.toContain(panel.id)
    expect((await (await town.as(other)).step(panel.id, 'explain', example('explain', { about: cases[0].id }))).status).toBe(403)
    await (await town.as(chair)).did(panel.id, 'explain', example('explain', { about: cases[0].id }))
    await (await officer()).did(panel.id, 'discuss', example('discuss', { about: cases[1].id }))
    expect((await fileOf(panel)).alarms).toMatchObject([{ settled: 'explained' }, { settled: 'discussed' }])
  })

  test('setting:conflict.late: a conflict declared late voids the sheet and everything is counted anew', async () => {
    const before = (await fileOf(panel)).standings as { about: string; sheets: number; score: string }[]
    await (await town.as(chair)).did(panel.id, 'declareLate', example('declareLate', { about: cases[0].id }))
    const after = (await fileOf(panel)).standings as typeof before
    expect([before[0]?.sheets, after[0]?.sheets, before[1]?.sheets, after[1]?.sheets]).toEqual([7, 6, 7, 7])
    expect((await messagesOf('city.officer')).some((told) => told.includes('评分作废'))).toBe(true)
    const { body } = await (await officer()).call<{ sheets: { void: boolean }[] }>('GET', `/api/panel/${panel.id}/sheets`)
    expect(body.sheets.filter((sheet) => sheet.void)).toHaveLength(1)
  })

  test('setting:score.ties: the chair alone orders what is equal, and the ranking is frozen by the conclusion', async () => {
    const order = [cases[1].id, cases[0].id]
    // Who declared late stands back from one of the two: the next for the field orders them.
    const next = panel.members.filter(({ seat }) => seat.startsWith('technical')).toSorted((a, b) => a.seat.localeCompare(b.seat, 'en', { numeric: true }))[1]!.username
    for (const { username } of panel.members.filter((one) => one.username !== next)) expect((await (await town.as(username)).step(panel.id, 'breakTie', { order })).status, username).toBe(403)
    expect(rulesOf((await (await town.as(next)).step(panel.id, 'breakTie', { order: [cases[0].id, cases[0].id] })).body)).toEqual(['orderNamesTheTied'])
    await (await town.as(next)).did(panel.id, 'breakTie', { order })
    await (await officer()).did(panel.id, 'conclude', conclusion())
    expect((await fileOf(panel)).results).toMatchObject([{ about: cases[0].id, rank: 2, by: 'chair' }, { about: cases[1].id, rank: 1, by: 'chair' }])
    for (const [username, step, body] of [[chair, 'score', { about: cases[0].id }], [next, 'breakTie', { order }], [chair, 'declareLate', { about: cases[1].id }], ['city.officer', 'closeScoring', {}], ['city.lead', 'dissolve', {}]] as const)
      expect((await (await town.as(username)).step(panel.id, step, example(step, body))).status, step).toBe(409)
  })

  test('a score changed in the database itself is found, and the entry is named', async () => {
    const tx = await town.pools.owner.connect()
    try {
      await tx.query('begin')
      const { rows } = await tx.query<{ no: number }>(`update case_sealed set data = jsonb_set(data, '{items,1.1}', '0') where case_id = $1 and no = (select min(no) from case_sealed where case_id = $1) returning no`, [panel.id])
      expect((await verifyLog(tx as never, { engines })).faults).toMatchObject([{ caseId: panel.id, no: rows[0]?.no }])
    } finally {
      await tx.query('rollback')
      tx.release()
    }
    expect((await verifyLog(town.pools.jobs, { engines })).faults).toEqual([])
  })

  test('once all is decided the record is public, without a name, and recomputes', async () => {
    for (const of of cases) await work.decided(of, 'decline')
    const { number } = (await (await officer()).call<CaseDetail>('GET', `/api/cases/${panel.id}`)).body.case
    const { status, body } = await town.anyone.call<DrawRecord>('GET', `/api/public/draws/${number}/1`)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/p-expert|演示/)
    expect(recomputed(body)).toBe(0)
  })
})
