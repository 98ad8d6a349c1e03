import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../../src/contract.ts'
import { rowOf, rowsOf, sql } from '../../src/platform/query.ts'
import { form2026A } from '../../src/procedures/recognition/recognition.form.ts'
import { casework, expertId } from '../casework.ts'
import { jurisdiction } from '../town.ts'
import { sees } from './acts.ts'
import { openStage, type Seat, type Stage, unmeant } from './stage.ts'

const wanted = 200
const mostLostMs = 2000

let stage: Stage
let id = ''
let number = ''
beforeAll(async () => {
  stage = await openStage()
  const { town } = stage
  id = (await casework({ ...town, on: () => undefined }).filled('iron')).id
  number = (await rowOf<{ number: string }>(town.pools.jobs, sql`select number from case_head where jurisdiction = ${jurisdiction} and id = ${id}`))!.number
  // A second person of the same institution.
  await rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) values (${jurisdiction}, 'second-clerk', ${expertId('director.iron')}, 'host.clerk', 'org-iron', '2020-01-01')`)
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

type Typed = { path: string; text: string; at: number }

test('200 fields: the machine dies, the session ends, a colleague writes in the same places; no more than two seconds of typing are lost', { timeout: 180_000 }, async () => {
  const typed: Typed[] = []
  const latest = () => new Map(typed.map((one) => [one.path, one]))

  // 1. The machine dies in the middle of a word: what was on this device is gone with it.
  let seat = await stage.seat('host.iron')
  await types(seat.page, typed, wanted / 2)
  await seat.leaves()
  const died = Date.now()
  const kept = await draft()
  const lost = [...latest().values()].filter(({ path, text }) => kept.values[path] !== text)
  expect(lost.filter(({ at }) => died - at > mostLostMs)).toEqual([])
  for (const one of lost) typed.splice(typed.indexOf(one), 1)

  // 2. Somewhere else it goes on where it stopped; then the session ends between two keys.
  seat = await stage.seat('host.iron')
  const { page, context } = seat
  await types(page, typed, wanted - 20)
  await context.clearCookies()
  const before = typed.length
  await types(page, typed, before + 1)
  const dialog = page.getByRole('dialog', { name: '请重新登录' })
  await dialog.getByLabel('密码').fill(stage.password)
  await dialog.getByRole('button', { name: '登录' }).click()
  await dialog.waitFor({ state: 'detached' })
  await types(page, typed, wanted)
  await saved(page)
  const now = await draft()
  expect([...latest().values()].filter(({ path, text }) => now.values[path] !== text)).toEqual([])
  expect(latest().size).toBe(wanted)

  // 3. A colleague writes in two places while the same two are under way here: both texts are shown, field by field.
  await page.goto(`/work/apply/${number}#D`)
  const places = ['D.address', 'D.town'] as const
  const colleague = await stage.town.as('director.iron')
  let release = () => {}
  const held = new Promise<void>((resolve) => { release = resolve })
  await page.route('**/draft', async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  for (const path of places) await box(page, path).fill(`我写的 ${path}`)
  const { version } = await draft()
  await colleague.must('colleague', colleague.call('PUT', `/api/cases/${id}/draft`, { base: version, changes: places.map((path) => ({ path, value: `同事写的 ${path}` })) }))
  release()
  const conflicts = page.getByRole('alert').filter({ hasText: '2 处与他人的修改冲突' })
  await conflicts.waitFor()
  await page.unroute('**/draft')
  for (const path of places) {
    const place = conflicts.locator('.conflict').filter({ hasText: `我写的 ${path}` })
    await sees(place, `同事写的 ${path}`)
    await place.getByText(/^霍铁铮 /).waitFor()
  }
  await conflicts.locator('.conflict').filter({ hasText: places[0] }).getByRole('button', { name: '用我的' }).click()
  await conflicts.locator('.conflict').filter({ hasText: places[1] }).getByRole('button', { name: '用对方的' }).click()
  await conflicts.waitFor({ state: 'detached' })
  await saved(page)
  const { values } = await draft()
  expect([values[places[0]], values[places[1]]]).toEqual([`我写的 ${places[0]}`, `同事写的 ${places[1]}`])
  expect(unmeant(seat, /^401 /)).toEqual([])
})

/** A tab that is killed and opened again on the same device loses nothing at all. */
test('a tab killed between two savings: what it had not sent is sent by the next one', { timeout: 60_000 }, async () => {
  const seat: Seat = await stage.seat('host.iron')
  await seat.page.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await seat.goes(`/work/apply/${number}#D`)
  await box(seat.page, 'D.address').fill('写到一半的地址')
  await seat.page.close()
  const again = await seat.context.newPage()
  await again.goto(`/work/apply/${number}#D`)
  await saved(again)
  expect((await draft()).values['D.address']).toBe('写到一半的地址')
  await seat.leaves()
})

const draft = async (): Promise<Draft> => (await (await stage.town.as('host.iron')).call<Draft>('GET', `/api/cases/${id}/draft`)).body
const saved = (page: Page) => page.locator('[data-saved="yes"]').waitFor()
const box = (page: Page, path: string) => page.locator(`[data-path="${path}"]`).locator('input[type=text], textarea').first()

/** Types into every text of the form, section by section and row by row, until so many places have been written. */
async function types(page: Page, typed: Typed[], until: number) {
  const done = new Set(typed.map(({ path }) => path))
  for (const section of form2026A.sections.filter((one) => one.id !== 'C' && one.id !== 'M')) {
    if (done.size >= until) return
    const texts = section.fields.filter(({ type, computed, filledBy }) => (type === 'text' || type === 'longText') && !computed && !filledBy).map(({ id: name }) => `${section.id}.${name}`)
    if (section.tables.length === 0 && texts.every((path) => done.has(path))) continue
    await page.goto(`/work/apply/${number}#${section.id}`)
    await page.locator(`[data-path="${section.id}"], [data-path^="${section.id}."]`).first().waitFor()
    const write = async (path: string) => {
      if (done.has(path) || done.size >= until) return
      const place = box(page, path)
      if (await place.count() === 0 || !(await place.isEditable())) return
      const text = `第 ${done.size + 1} 处`
      await place.fill(text)
      done.add(path)
      typed.push({ path, text, at: Date.now() })
    }
    for (const path of texts) await write(path)
    for (const table of section.tables) {
      const grid = page.locator(`[data-path="${section.id}.${table.id}"]`)
      const rows = await Promise.all((await grid.locator('tbody tr[data-path]').all()).map(async (row) => (await row.getAttribute('data-path'))!))
      const columns = table.columns.filter(({ type, id: name }) => (type === 'text' || type === 'longText') && name !== table.oneRowPer)
      for (const [index, row] of rows.entries()) {
        if (done.size >= until) return
        if (columns.every(({ id: column }) => done.has(`${row}.${column}`))) continue
        await grid.locator(`[data-at="${index}.0"]`).click()
        for (const { id: column } of columns) await write(`${row}.${column}`)
      }
    }
  }
}
