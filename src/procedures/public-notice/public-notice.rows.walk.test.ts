/** What an officer may not do to the rows of a public notice: lift what an objection holds, name a stranger, print a row that is none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { engines } from '../../engines.ts'
import { rowOf, sql } from '../../platform/query.ts'
import type { PublicNoticeCase } from './public-notice.case.ts'

const folder = mkdtempSync(join(tmpdir(), 'zs-rows-'))
const renderer = join(folder, 'entry.mjs')
writeFileSync(renderer, 'export const styles = ""; export const favicon = ""; export const render = (page) => JSON.stringify(page)')

let town: Town
let work: Casework
let one: Case, two: Case, three: Case
let notice: { id: string; number: string }
let objection: string
beforeAll(async () => {
  town = await openTown({ portalRenderer: renderer })
  work = casework(town)
  const cases = [await work.queued('hydraulic'), await work.queued('vinegar'), await work.queued('gears')] as [Case, Case, Case]
  ;[one, two, three] = cases
  await work.concluded(cases)
  for (const of of cases) await work.decided(of, 'approve')
  await (await officer()).did(one.id, 'openNotice', { title: '关于拟认定中试基地名单的公示', together: [two.id] })
  notice = await rowOf<{ id: string; number: string }>(town.pools.jobs, sql`select case_id as id, number from notice`) ?? { id: '', number: '' }
  objection = await objects(1)
})
afterAll(async () => { await town.close(); rmSync(folder, { recursive: true }) })

const officer = () => town.as('city.officer')
const fileOf = async (id: string) => (await (await officer()).detail(id)).case.file as unknown as PublicNoticeCase
type Answer = { status: number; refusals?: { rule?: string; code: string }[]; fields?: { path: string; expected: string }[] }
const told = ({ status, body }: { status: number; body: Answer }) => [status, ...(body.refusals ?? []).map(({ rule, code }) => rule ?? code), ...(body.fields ?? []).map(({ path }) => path)]
const tries = async (step: string, data: object, id = notice.id) => told(await (await officer()).step(id, step, data) as { status: number; body: Answer })

async function objects(row: number): Promise<string> {
  const form = await town.app.inject({ method: 'GET', url: `/notices/${notice.number}/object`, headers: { accept: 'text/html' } })
  const { offered } = JSON.parse(form.body) as { offered: { intention: string } }
  const answer = await town.app.inject({ method: 'POST', url: `/notices/${notice.number}/object`, headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ kind: 'person', name: '鸢尾兰亭', contact: '13700009999', row: String(row), category: 'conditions', facts: '公示所列中试线尚未建成，现场只有两台设备在运行。', confidential: 'yes', consent: 'yes', intention: offered.intention }).toString() })
  expect(answer.statusCode).toBe(201)
  return (await rowOf<{ id: string }>(town.pools.jobs, sql`select id from case_head where procedure = 'objection' order by number desc limit 1`))?.id ?? ''
}

describe('setting:publicity.rowWaits: a row waits for its objection', () => {
  const releaseOffered = async () => (await (await officer()).detail(notice.id)).available.find(({ step }) => step === 'releaseRow')?.open

  test('an officer lifts nothing an objection holds, named or not, and is not offered it', async () => {
    expect((await fileOf(notice.id)).held).toMatchObject([{ case: one.id, objection }])
    expect(await releaseOffered()).toBe(false)
    expect(await tries('releaseRow', { case: one.id })).toEqual([422, 'someRowHeldByOfficer', 'rowHeldByOfficer'])
    expect(await tries('releaseRow', { case: one.id, objection })).toEqual([422, 'someRowHeldByOfficer', 'objectionNamedBySystem', 'rowHeldByOfficer'])
    expect((await fileOf(notice.id)).held).toHaveLength(1)
  })

  test('only rows of the list are held, and for no objection that an officer names', async () => {
    for (const stranger of ['__proto__', three.id, '']) expect(await tries('holdRow', { case: stranger, reason: '核实。' })).toEqual([422, 'noticeRowListed'])
    expect(await tries('holdRow', { case: two.id, reason: '核实。', objection })).toEqual([422, 'objectionNamedBySystem'])
  })

  test('what an officer held an officer releases; the objection of the same row goes on holding it', async () => {
    for (const { id } of [one, two]) expect(await tries('holdRow', { case: id, reason: '核实。' })).toEqual([200])
    expect(await releaseOffered()).toBe(true)
    expect(await tries('releaseRow', { case: '__proto__' })).toEqual([422, 'noticeRowListed', 'rowHeldByOfficer'])
    expect(await tries('releaseRow', { case: one.id, objection })).toEqual([422, 'objectionNamedBySystem'])
    for (const { id } of [one, two]) expect(await tries('releaseRow', { case: id })).toEqual([200])
    expect((await fileOf(notice.id)).held).toMatchObject([{ case: one.id, objection }])
  })

  test('settled by its handler, the objection frees its row', async () => {
    const handler = await town.as('city.officer2')
    await handler.did(objection, 'takeOn')
    await handler.did(objection, 'refuseToAccept', engines.objection?.examples.refuseToAccept)
    expect((await fileOf(notice.id)).held).toEqual([])
  })
})

describe('what is printed stands under the fingerprint, each row in its line', () => {
  const forged = ['甲基地\n3\t乙基地\t丙公司\t新材料\t榆次区', '甲\t乙', '甲\u202e乙', '甲\u2066乙', '甲\u200f乙', '甲\u0000乙', '甲\u0085乙']

  test('no control character and no sign of direction in what is of one line; a long text keeps its lines', async () => {
    for (const text of forged) {
      for (const what of ['name', 'field', 'county']) expect(await tries('correct', { rows: [{ case: one.id, [what]: text }], reason: '更正。' }), JSON.stringify(text)).toEqual([400, `rows.0.${what}`])
      expect(await tries('correct', { rows: [{ case: one.id, hosts: [text] }], reason: '更正。' })).toEqual([400, 'rows.0.hosts.0'])
      for (const what of ['title', 'contact']) expect(await tries('correct', { [what]: text, reason: '更正。' })).toEqual([400, what])
      expect(told(await (await officer()).open('public-notice', { kind: 'recognition', title: text, cases: [three.id] }) as { status: number; body: Answer })).toEqual([400, 'title'])
    }
    const { body } = await (await officer()).step(notice.id, 'correct', { title: '甲\t乙', reason: '更正。' }) as { body: Answer }
    expect(body.fields?.[0]?.expected).toContain('只能写一行')
    expect(await tries('correct', { title: '更正', reason: '更正\u202e。' })).toEqual([400, 'reason'])
  })

  test('institutions are corrected only to names the register has of those of the case', async () => {
    for (const hosts of [['晋中无此单位有限公司'], ['晋中市科学技术局']]) expect(await tries('correct', { rows: [{ case: one.id, hosts }], reason: '更正。' })).toEqual([422, 'correctedHostsKnown'])
    const other = (await fileOf(notice.id)).rows[1]?.hosts ?? []
    expect(other).toHaveLength(1)
    expect(await tries('correct', { rows: [{ case: one.id, hosts: other }], reason: '更正。' })).toEqual([422, 'correctedHostsKnown'])
  })

  test('a former name is known; reasons of several lines stay in their own line of the text', async () => {
    const before = await fileOf(notice.id)
    await town.pools.owner.query("update organisation set former_names = array['晋中液压旧名有限公司'] where id = (select hosts->0->>'org' from case_list where case_id = $1)", [one.id])
    expect(await tries('correct', { rows: [{ case: one.id, hosts: ['晋中液压旧名有限公司'] }], reason: '第一行。\n3\t伪造基地\t伪造单位\t新材料\t榆次区' })).toEqual([200])
    const next = await rowOf<{ text: string }>(town.pools.jobs, sql`select text from notice where corrects = ${notice.id}`)
    const lines = next?.text.split('\n') ?? []
    expect(lines).toHaveLength(before.rows.length + 2)
    expect(lines[1]).toContain('\t晋中液压旧名有限公司\t')
    expect(lines.filter((line) => line.includes('\t'))).toHaveLength(before.rows.length)
    expect(lines.at(-1)).toContain('伪造基地')
  })
})

describe('a notice lists what its kind is about', () => {
  test('of another kind, or of a procedure that stands on no list, is refused with the reason', async () => {
    const publishes = async (kind: string, id: string) => told(await (await officer()).open('public-notice', { kind, title: '公示', cases: [id] }) as { status: number; body: Answer })
    for (const kind of ['removal', 'grade']) expect(await publishes(kind, three.id)).toEqual([422, 'listFitsKind'])
    for (const kind of ['recognition', 'removal', 'grade']) expect(await publishes(kind, objection)).toEqual([422, 'listFitsKind'])
    expect(await publishes('recognition', three.id)).toEqual([201])
  })
})
