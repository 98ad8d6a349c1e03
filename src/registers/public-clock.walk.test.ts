/** The platform's date is moved in a demonstration, the machine's clock is not: every day the public reads is the platform's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'

const folder = mkdtempSync(join(tmpdir(), 'zs-clock-'))
const renderer = join(folder, 'entry.mjs')
writeFileSync(renderer, 'export const styles = ""; export const favicon = ""; export const render = (page, context) => JSON.stringify({ ...page, today: context.today, now: context.now })')

let town: Town
let notice: string
beforeAll(async () => {
  town = await openTown({ portalRenderer: renderer })
  const work = casework(town)
  const one = await work.queued('iron')
  await work.concluded([one])
  await work.decided(one, 'approve')
  await moved('2027-01-18')
  await (await town.as('city.officer')).did(one.id, 'openNotice', { title: '关于拟认定中试基地名单的公示' })
  notice = (await rowOf<{ number: string }>(town.pools.jobs, sql`select number from notice where status = 'published'`))?.number ?? ''
}, 180_000)
afterAll(async () => { await town.close(); rmSync(folder, { recursive: true }) })

const moved = (today: string) => town.anyone.must('clock', town.anyone.call('POST', '/api/demo/clock', { today }))
const page = async <Body>(url: string, form?: Record<string, string>): Promise<Body> => {
  const answer = await town.app.inject({ method: form ? 'POST' : 'GET', url, headers: { accept: 'text/html', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(form && { payload: new URLSearchParams(form).toString() }) })
  return JSON.parse(answer.body) as Body
}
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

test('the clock of the machine stands two months before', () => expect(dayOf(town.now().toISOString()) < '2026-12-10').toBe(true))

test('a page says when it was made, figures as of when, and a notice when it was published: on the platform\'s day, at the clock\'s time', async () => {
  const shown = await page<{ today: string; now: string; data: { publishedAt: string; from: string } }>(`/notices/${notice}`)
  expect([shown.today, dayOf(shown.now), dayOf(shown.data.publishedAt), shown.data.from]).toEqual(Array(4).fill('2027-01-18'))
  expect(shown.now.slice(10)).toBe(town.now().toISOString().slice(10))
  const { body } = await town.anyone.call<{ asOf: string }>('GET', '/api/public/statistics')
  expect(dayOf(body.asOf)).toBe('2027-01-18')
})

test('papers bear the platform\'s day', async () => {
  const [paper] = await rowsOf<{ on: string; text: string }>(town.pools.jobs, sql`select facts->>'on' as on, facts::text as text from paper where kind = 'notice'`)
  expect(paper?.on).toBe('2027-01-18')
  expect(paper?.text).not.toContain(`${town.now().getUTCFullYear()}年${town.now().getUTCMonth() + 1}月${town.now().getUTCDate()}日`)
})

test.each([['an objection in time', '2027-01-19'], ['what came too late and goes on as a lead', '2027-02-22']])('%s is filed on the platform\'s day, and its receipt says so', async (_what, today) => {
  await moved(today)
  const { offered } = await page<{ offered: { intention: string } }>(`/notices/${notice}/object`)
  const { receipt } = await page<{ receipt: { number: string; code: string } }>(`/notices/${notice}/object`, { intention: offered.intention, kind: 'person', name: '鸢尾兰亭', contact: '13700009999', row: '1', category: 'conditions', facts: '公示所列中试线尚未建成，现场只有两台设备在运行。', evidence: '现场照片三张', confidential: 'yes', consent: 'yes' })
  const looked = await page<{ state: { filedOn: string } }>('/objections', { number: receipt.number, code: receipt.code })
  expect(looked.state.filedOn).toBe(today)
})
