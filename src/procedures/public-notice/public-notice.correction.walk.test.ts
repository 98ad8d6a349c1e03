/** A notice is corrected in one step: a new list with a period of its own, whatever it is about; nothing is decided again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessing } from '../../../test/assessing.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { matterwork } from '../../../test/matterwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { sha256 } from '../../platform/canonical.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { engines } from '../../engines.ts'
import type { PublicNoticeCase } from './public-notice.case.ts'

const folder = mkdtempSync(join(tmpdir(), 'zs-correction-'))
const renderer = join(folder, 'entry.mjs')
writeFileSync(renderer, 'export const styles = ""; export const favicon = ""; export const render = (page) => JSON.stringify(page)')

let town: Town
let work: Casework
let bases: Case[]
beforeAll(async () => {
  town = await openTown({ portalRenderer: renderer })
  work = casework(town)
  town.on('2026-05-06')
  await work.authorityActs()
  const on = assessing(town, work)
  await on.calendar(2027)
  bases = await on.bases(['carbon', 'iron', 'coke'], '2026-05-20')
})
afterAll(async () => { await town.close(); rmSync(folder, { recursive: true }) })

type Seen = { number: string; state: string; from: string; to: string; workingDays: number; text: string[]; sha256: string; correctedBy: string | null; corrects: string | null; correction: { reason: string; changes: { row: string | null; what: { zh: string }; before: string; after: string }[] } | null; items: { name: string; hosts: { name: string }[]; state: string }[] }
const shown = async (number: string) => (await town.anyone.call<Seen>('GET', `/api/public/notices/${number}`)).body
const officer = () => town.as('city.officer')
const fileOf = async (id: string) => (await (await officer()).detail(id)).case.file as unknown as PublicNoticeCase
const noticeOf = async (id: string) => (await rowOf<{ id: string; number: string }>(town.pools.jobs, sql`select case_id as id, number from notice n where exists (select 1 from case_entry e where e.case_id = ${id} and e.did in ('enterNotice', 'joinNotice', 'moveNotice') and e.body->'data'->>'notice' = n.case_id) order by published_on desc, number desc limit 1`)) ?? { id: '', number: '' }
const papersOf = async (id: string) => (await rowsOf<{ kind: string }>(town.pools.jobs, sql`select p.value->>'kind' as kind from case_entry e, jsonb_array_elements(e.body->'papers') p where e.case_id = ${id} order by e.no`)).map(({ kind }) => kind)
const refused = async (username: string, id: string, data: object) => { const { status, body } = await (await town.as(username)).step(id, 'correct', { reason: '更正。', ...data }); return [status, ...(body.refusals ?? []).map(({ rule, code }) => rule ?? code)] }

describe('Art. 10(4), setting:publicity.correction: the list of recognitions', () => {
  let one: Case, two: Case, three: Case
  let old: { id: string; number: string }
  let frozen: Seen
  beforeAll(async () => {
    const cases = [await work.queued('hydraulic'), await work.queued('vinegar'), await work.queued('gears')] as [Case, Case, Case]
    ;[one, two, three] = cases
    await work.concluded(cases)
    for (const of of cases) await work.decided(of, 'approve')
    await (await officer()).did(one.id, 'openNotice', { title: '关于拟认定中试基地名单的公示', together: [two.id, three.id] })
    old = await noticeOf(one.id)
    frozen = await shown(old.number)
  })

  test('a notice that is published is due on the last day of its period, in every list', async () => {
    const { rows } = await (await officer()).must('cases', (await officer()).call<{ rows: { number: string; due: { day: string } | null }[] }>('GET', '/api/cases?procedure=public-notice'))
    expect(frozen.to).toMatch(/^2026-/)
    expect(rows.find(({ number }) => number === old.number)).toMatchObject({ due: { day: frozen.to } })
  })

  test('what corrects nothing, names a row that is not there, or leaves no row is refused, and only an officer of the city may', async () => {
    expect(await refused('city.officer', old.id, {})).toEqual([422, 'correctionChanges'])
    expect(await refused('city.officer', old.id, { rows: [{ case: one.id, name: frozen.items[0]?.name ?? '' }] })).toEqual([422, 'correctionChanges'])
    expect(await refused('city.officer', old.id, { rows: [{ case: bases[0]?.id ?? '', name: '他' }] })).toEqual([422, 'correctedRowsListed', 'correctionChanges'])
    expect(await refused('city.officer', old.id, { rows: [{ case: one.id, name: '甲' }, { case: one.id, name: '乙' }] })).toEqual([422, 'correctedRowsListed'])
    expect(await refused('city.officer', old.id, { rows: [one, two, three].map(({ id }) => ({ case: id, remove: true })) })).toEqual([422, 'correctionLeavesRow'])
    for (const username of ['city.lead', 'city.supervisor']) expect((await refused(username, old.id, { title: '更正' }))[0]).toBe(403)
    for (const username of ['county.yuci', 'host.carbon', 'expert.01', 'sysadmin']) expect((await refused(username, old.id, { title: '更正' }))[0]).toBe(404)
    expect((await (await officer()).open('public-notice', { kind: 'recognition', title: '伪造的更正', cases: [one.id], correction: { notice: old.id } })).status).toBe(400)
    expect((await shown(old.number)).state).toBe('open')
  })

  let next: { id: string; number: string }
  test('an objection waits in row 2; row 1 is printed anew, row 3 taken out: one step, and a new notice stands', async () => {
    const form = await town.app.inject({ method: 'GET', url: `/notices/${old.number}/object`, headers: { accept: 'text/html' } })
    const { offered } = JSON.parse(form.body) as { offered: { intention: string } }
    const answer = await town.app.inject({ method: 'POST', url: `/notices/${old.number}/object`, headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ kind: 'person', name: '鸢尾兰亭', contact: '13700009999', row: '2', category: 'conditions', facts: '公示所列中试线尚未建成，现场只有两台设备在运行。', confidential: 'yes', consent: 'yes', intention: offered.intention }).toString() })
    expect(answer.statusCode).toBe(201)
    expect((await shown(old.number)).items.map(({ state }) => state)).toEqual(['listed', 'waiting', 'listed'])

    town.on('2026-05-22')
    // A name the register has: nobody else's is printed.
    await town.pools.owner.query("update organisation set former_names = array['更正后的依托单位全称（演示）'] where id = (select hosts->0->>'org' from case_list where case_id = $1)", [one.id])
    await (await officer()).did(old.id, 'correct', { rows: [{ case: one.id, hosts: ['更正后的依托单位全称（演示）'] }, { case: three.id, remove: true }], contact: '市科技局成果科，电话0354-0000000', reason: '依托单位名称印错；第三项暂不公示。' })
    next = await noticeOf(one.id)
    expect(next.number).not.toBe(old.number)
    expect([await work.statusOf(one.id), await work.statusOf(two.id), await work.statusOf(three.id)]).toEqual(['onNotice', 'onNotice', 'visited'])
  })

  test('the old text stays under its fingerprint and points on; the new one says what changed, under a fingerprint of its own', async () => {
    const [before, after] = [await shown(old.number), await shown(next.number)]
    expect([before.state, before.correctedBy, before.text, before.sha256]).toEqual(['corrected', next.number, frozen.text, frozen.sha256])
    expect(before.items.map(({ state }) => state)).toEqual(['moved', 'moved', 'moved'])
    expect([after.state, after.corrects, after.items.length, after.items[0]?.hosts[0]?.name]).toEqual(['open', old.number, 2, '更正后的依托单位全称'])
    expect(after.items.map(({ state }) => state)).toEqual(['listed', 'waiting'])
    expect(after.sha256).toBe(sha256(after.text.join('\n')))
    expect(after.sha256).not.toBe(frozen.sha256)
    expect(after.text.at(-1)).toContain(`本公示代替${old.number}号公示`)
    for (const notice of [before, after]) expect(notice.correction?.changes.map(({ what, after: now }) => [what.zh, now])).toEqual([['受理方式', '市科技局成果科，电话0354-0000000'], ['依托单位', '更正后的依托单位全称（演示）'], ['移出名单', '']])
    expect((await fileOf(old.id)).successor).toMatchObject({ notice: next.id, number: next.number })
    expect((await fileOf(next.id)).correction).toMatchObject({ notice: old.id, number: old.number })
  })

  test('setting:publicity.days: corrected on a Friday, the five working days count from the Monday', async () => {
    const after = await shown(next.number)
    expect([after.from, after.to, after.workingDays]).toEqual(['2026-05-25', '2026-05-29', 5])
    expect([await papersOf(old.id), await papersOf(next.id)]).toEqual([['notice', 'noticeCorrection'], ['notice']])
  })

  test('to the list that was corrected nobody objects and nobody corrects it again', async () => {
    expect(await refused('city.officer', old.id, { title: '再更正' })).toEqual([409, 'notNow'])
    const late = await town.app.inject({ method: 'GET', url: `/notices/${old.number}/object`, headers: { accept: 'text/html' } })
    expect(JSON.parse(late.body)).toMatchObject({ late: true, notice: { correctedBy: next.number } })
  })

  test('corrected twice, the chain holds: the objection that was filed against the first is settled in the last', async () => {
    town.on('2026-05-26')
    await (await officer()).did(next.id, 'correct', { title: '关于拟认定中试基地名单的公示（再次更正）', reason: '标题更正。' })
    const last = await noticeOf(two.id)
    expect([(await shown(next.number)).correctedBy, (await shown(last.number)).from, (await shown(last.number)).to]).toEqual([last.number, '2026-05-27', '2026-06-02'])
    const objection = (await rowOf<{ id: string }>(town.pools.jobs, sql`select id from case_head where procedure = 'objection'`))?.id ?? ''
    expect((await fileOf(last.id)).held).toMatchObject([{ case: two.id, objection }])

    // The old period would have been over by now; the new one is not.
    town.on('2026-06-02')
    await runSchedule(town.platform)
    expect([await work.statusOf(one.id), await work.statusOf(two.id)]).toEqual(['onNotice', 'onNotice'])
    town.on('2026-06-03')
    await runSchedule(town.platform)
    expect([await work.statusOf(one.id), await work.statusOf(two.id)]).toEqual(['cleared', 'onNotice'])

    const handler = await town.as('city.officer2')
    await handler.did(objection, 'takeOn')
    await handler.did(objection, 'refuseToAccept', engines.objection?.examples.refuseToAccept)
    expect(await work.statusOf(two.id)).toBe('cleared')
    await work.step(one, town.as('city.lead'), 'recognise')
    expect(await work.statusOf(one.id)).toBe('recognised')
  })
})

describe('whoever holds a paper asks by its code whether it is genuine and stands', () => {
  type Verified = { found: boolean; kind?: string; code?: string; paper?: { words: { zh: string }; number: string | null; issuer: { name: string }; state: string; replacedBy: string | null; sha256: string; since: string | null; base: object | null; changes: object[] } }
  const verify = async (number: string, code = '') => (await town.anyone.call<Verified>('GET', `/api/public/verify?number=${encodeURIComponent(number)}${code && `&code=${code}`}`)).body
  const papers = () => rowsOf<{ kind: string; code: string; number: string | null; sha256: string; on: string; title: string }>(town.pools.jobs, sql`select kind, code, number, sha256, facts->>'on' as on, title from paper order by at, case_id, id`)

  test('the list that was corrected names the one that holds; the last one stands; a code is found however it is typed', async () => {
    const notices = (await papers()).filter(({ kind, on }) => kind === 'notice' && on >= '2026-05-20' && on <= '2026-05-26')
    const [first, second, third] = await Promise.all(notices.slice(-3).map(({ code }) => verify(code)))
    expect([first?.paper?.state, second?.paper?.state, third?.paper?.state]).toEqual(['replaced', 'replaced', 'valid'])
    expect([first?.paper?.replacedBy, second?.paper?.replacedBy, third?.paper?.replacedBy]).toEqual([expect.stringMatching(/^GS-/), expect.stringMatching(/^GS-/), null])
    // Since when, and what happened in public: nothing of the reason that was written down.
    const [{ published_on: correctedOn } = { published_on: '' }] = await rowsOf<{ published_on: string }>(town.pools.jobs, sql`select published_on from notice where number = ${first?.paper?.replacedBy ?? ''}`)
    expect(first?.paper).toMatchObject({ since: correctedOn, because: { zh: '公示内容有更正，另行公示' }, law: 'setting:publicity.correction' })
    expect(third?.paper).toMatchObject({ since: null, because: null, law: null })
    const code = notices.at(-1)?.code ?? ''
    expect((await verify(code.replaceAll('-', '').toLowerCase())).paper?.sha256).toBe(notices.at(-1)?.sha256)
    expect(await verify(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toEqual({ found: false })
  })

  test('every paper there is, and of none what it says or about whom', async () => {
    const all = await papers()
    expect(all.length).toBeGreaterThan(20)
    for (const { code, sha256, title, kind } of all) {
      const told = await verify(code)
      expect([told.kind, told.paper?.sha256], kind).toEqual(['paper', sha256])
      expect(Object.keys(told.paper ?? {}).sort()).toEqual(['base', 'because', 'changes', 'code', 'issuedOn', 'issuer', 'law', 'number', 'pdfSha256', 'replacedBy', 'sha256', 'since', 'state', 'words'])
      if (!['certificate', 'recognition'].includes(kind)) expect([told.paper?.base, told.paper?.changes], kind).toEqual([null, []])
      if (kind === 'scoreSheet') expect(JSON.stringify(told)).not.toContain(title)
    }
  })

  test('a certificate by its number, with its code or with another', async () => {
    const certificate = (await papers()).find(({ kind }) => kind === 'certificate')
    const number = certificate?.number ?? ''
    expect([(await verify(number)).code, (await verify(number, certificate?.code)).code, (await verify(number, 'AAAA-BBBB-CCCC')).code]).toEqual(['notAsked', 'matches', 'differs'])
    expect((await verify(certificate?.code ?? '')).paper).toMatchObject({ words: { zh: '认定证书' }, number, state: 'valid' })
  })
})

describe('the same for removals and grades', () => {
  const corrects = async (id: string, days: { corrected: string; cleared: string }) => {
    const old = await noticeOf(id)
    town.on(days.corrected)
    await (await officer()).did(old.id, 'correct', { rows: [{ case: id, county: '更正后的所在地' }], reason: '所在地印错。' })
    const next = await noticeOf(id)
    expect([(await shown(old.number)).correctedBy, await work.statusOf(id)]).toEqual([next.number, 'onNotice'])
    town.on((await shown(next.number)).to)
    await runSchedule(town.platform)
    expect(await work.statusOf(id)).toBe('onNotice')
    town.on(days.cleared)
    await runSchedule(town.platform)
    return work.statusOf(id)
  }

  test('Art. 6(3): a base that leaves stays on the register until the corrected notice is over', async () => {
    const matters = matterwork(town, work)
    const [, iron] = bases as [Case, Case, Case]
    const matter = await matters.leaving(iron)
    await matters.step(matter, town.as('city.officer'), 'openNotice')
    expect(await corrects(matter.id, { corrected: '2026-06-08', cleared: '2026-06-16' })).toBe('left')
    // Its certificate says so from that day.
    const certificate = await rowOf<{ code: string }>(town.pools.jobs, sql`select p.code from paper p where p.kind = 'certificate' and p.case_id = ${iron.id}`)
    expect((await town.anyone.call<{ paper: object }>('GET', `/api/public/verify?number=${certificate?.code}`)).body.paper).toMatchObject({ state: 'void', since: '2026-06-16', law: 'Art. 15', because: { zh: '主动退出，2026-06-16 生效' } })
  })

  test('Art. 19: an intended revocation', async () => {
    const [, , coke] = bases as [Case, Case, Case]
    const example = engines.revocation?.examples ?? {}
    const says = async (username: string, id: string, step: string, more: object = {}) => (await town.as(username)).did(id, step, { ...example[step], ...more })
    const change = await (await officer()).opened('rule-change', { change: { kind: 'setting', key: 'revocation.publicNotice', value: true }, validFrom: '2026-06-17', basis: '局务会纪要（演示）' })
    await (await town.as('city.lead')).did(change.id, 'sign')
    town.on('2026-06-17')
    const { id } = await (await officer()).opened('revocation', { ...example.open, base: await work.baseNumberOf(coke), ground: 'Art. 19(2)' })
    await says('city.officer', id, 'findFalsehood', { heardOn: '2026-06-17' })
    for (const step of ['investigate', 'notify']) await says('city.officer', id, step)
    for (const step of ['acknowledgeNotice', 'waive']) await says('host.coke', id, step)
    await says('city.officer2', id, 'reviewLegality')
    await says('city.officer', id, 'openNotice')
    expect(await corrects(id, { corrected: '2026-06-18', cleared: '2026-06-30' })).toBe('cleared')
    await says('city.officer', id, 'proposeRevoke')
    expect(await work.statusOf(id)).toBe('proposed')
  })

  test('Art. 18: a grade, whose outcome stays what was decided', async () => {
    const on = assessing(town, work)
    const [carbon] = bases as [Case, Case, Case]
    town.on('2026-12-01')
    const campaign = await on.campaign(2026)
    const graded = await on.decides(await on.verified(await on.assessedOf(carbon, 2026)), 0.8, 'good')
    await (await officer()).did(campaign, 'openNotice', { cases: [graded.id] })
    expect(await corrects(graded.id, { corrected: '2026-12-07', cleared: '2026-12-15' })).toBe('cleared')
    const { number } = await noticeOf(graded.id)
    expect((await shown(number)).text.some((line) => line.endsWith('良'))).toBe(true)
  })
})

test('the log of all this holds', async () => {
  expect(await verifyLog(town.pools.jobs, { engines })).toMatchObject({ faults: [] })
})
