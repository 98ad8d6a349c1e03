/** Somebody types into two hundred fields with the keys, and everything goes wrong that can: two seconds of it may be lost, no more. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Draft, DraftChange } from '../../src/contract.ts'
import { rowOf, rowsOf, sql } from '../../src/platform/query.ts'
import { cookieName } from '../../src/platform/http.ts'
import { form2026A } from '../../src/procedures/recognition/recognition.form.ts'
import { assemble } from '../../src/procedures/recognition/recognition.draft.ts'
import { applies, type Field, rowsAt } from '../../src/procedures/recognition/recognition.form.grammar.ts'
import { isAnswered, isNumeric } from '../../src/procedures/recognition/recognition.form.validate.ts'
import { casework } from '../casework.ts'
import { jurisdiction } from '../town.ts'
import { sees } from './acts.ts'
import { joinsHost, openStage, type Seat, type Stage, unmeant } from './stage.ts'

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
  await joinsHost(town, 'director.iron', 'org-iron')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

/** Every key that was pressed: what the field held after it, and when. */
type Key = { path: string; text: string; at: number }
type Place = { path: string; section: string; table?: { path: string; row: number; column: string }; isNumber: boolean }

test('200 fields: the tab is killed, the machine dies, the session ends, and a colleague writes in the same places', { timeout: 400_000 }, async () => {
  const places = await placesToFill()
  expect(places).toHaveLength(wanted)
  const keys: Key[] = []
  const typist = (page: Page) => typesOn(page, places, keys)

  // 1. The tab is killed between two keys, with nothing of it sent for a while. The device still holds what it held.
  const seat: Seat = await stage.seat('host.iron')
  let { page } = seat
  await typist(page)(0, 55)
  await page.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await typist(page)(55, 70)
  const killed = await kills(page)
  const unsent = lostIn(await draft(), keys, killed)
  expect(unsent.fields, 'nothing was on its way only from the device').toBeGreaterThan(10)
  page = await seat.context.newPage()
  await page.goto(`/work/apply/${number}#D`)
  await saved(page)
  expect(lostIn(await draft(), keys, killed).ms).toBeLessThanOrEqual(mostLostMs)
  await mends(keys, await draft())

  // 2. The machine dies with the tab: what was on the device is gone too.
  const sent = watchesSavings(page)
  await typist(page)(70, places.slice(0, 110).findLastIndex(({ isNumber }) => !isNumber) + 1, { text: '第七十处以后的一段长文，一口气写下去，中间不停。'.repeat(8) })
  const died = await kills(page)
  await seat.leaves()
  expect(lostIn(await draft(), keys, died).ms).toBeLessThanOrEqual(mostLostMs)
  // It could have died after any other key as well: none waited longer.
  expect(keys.at(-1)!.at - keys.findLast(({ text }) => text.length === 1)!.at, 'the last field was written in one go, for longer than may be lost').toBeGreaterThan(mostLostMs * 2)
  expect(longestWait(keys.filter(({ at }) => at >= sent.since), sent.savings, died)).toBeLessThanOrEqual(mostLostMs)
  await mends(keys, await draft())

  // 3. On another machine it goes on; the session ends in the middle of a word, and the word goes on.
  const second = await stage.seat('host.iron')
  page = second.page
  await typist(page)(new Set(keys.map(({ path }) => path)).size, 125)
  await typist(page)(125, 126, { midway: () => endsSession(page) })
  await typist(page)(126, 140)
  const told = page.getByRole('alert').filter({ hasText: '登录已过期' })
  await told.waitFor()
  await page.locator('.saved', { hasText: /登录已过期，已存本机 \d+ 处/ }).waitFor()
  await told.getByRole('button', { name: '重新登录' }).click()
  const dialog = page.getByRole('dialog', { name: '请重新登录' })
  await dialog.waitFor()
  await page.keyboard.type(stage.password)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await saved(page)
  expect(lostIn(await draft(), keys, Number.POSITIVE_INFINITY)).toEqual({ fields: 0, ms: 0 })

  // 4. A colleague writes on another machine, into other places and into the same ones.
  const colleague = await stage.seat('director.iron')
  await typist(page)(140, 196)
  const theirs: Key[] = []
  const shared = places.slice(196)
  expect(shared).toHaveLength(4)
  await writeAtOnce([page, keys, 'mine'], [colleague.page, theirs, 'theirs'], shared)
  const sides = [{ page, keys, other: theirs }, { page: colleague.page, keys: theirs, other: keys }]
  await expect.poll(async () => (await Promise.all(sides.map((side) => conflictsOn(side.page)))).flat().sort(), { timeout: 15_000 }).toEqual(shared.map(({ path }) => path).sort())
  const chosen = new Map<string, string>()
  for (const side of sides) {
    for (const path of await conflictsOn(side.page)) {
      const place = side.page.locator(`.conflict[data-conflict="${path}"]`)
      const [mine, other] = [latestIn(side.keys, path), latestIn(side.other, path)]
      await sees(place, mine)
      await sees(place, other)
      const keepsMine = chosen.size % 2 === 0
      chosen.set(path, keepsMine ? mine : other)
      await place.getByRole('button', { name: keepsMine ? '用我的' : '用对方的' }).click()
      await place.waitFor({ state: 'detached' })
    }
    await saved(side.page)
  }
  const { values } = await draft()
  expect(Object.fromEntries(shared.map(({ path }) => [path, String(values[path])]))).toEqual(Object.fromEntries(chosen))
  expect(lostIn({ values } as Draft, keys.filter(({ path }) => !chosen.has(path)), Number.POSITIVE_INFINITY)).toEqual({ fields: 0, ms: 0 })
  expect(new Set(keys.map(({ path }) => path)).size).toBe(wanted)
  expect(unmeant(second, /^401 /)).toEqual([])
  expect(unmeant(colleague)).toEqual([])
})

const draft = async (): Promise<Draft> => (await (await stage.town.as('host.iron')).call<Draft>('GET', `/api/cases/${id}/draft`)).body
const saved = (page: Page) => page.locator('[data-saved="yes"]').waitFor()

/** The process behind the tab is gone at once: no page is told of it. */
async function kills(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  const at = Date.now()
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  return at
}

/** The session of this browser runs out on the server. */
async function endsSession(page: Page) {
  const token = (await page.context().cookies()).find(({ name }) => name === cookieName)!.value
  const ended = await rowsOf(stage.town.pools.jobs, sql`update sec.session set expires_at = created_at where token_hash = sha256(convert_to(${token}, 'UTF8')) returning person`)
  expect(ended).toHaveLength(1)
}

/** How many fields lack something that was typed, and how long before the end the oldest lost key was pressed. */
function lostIn({ values }: Pick<Draft, 'values'>, keys: readonly Key[], end: number): { fields: number; ms: number } {
  const lost = [...Map.groupBy(keys, ({ path }) => path)].flatMap(([path, typed]) => {
    const held = plain(values[path])
    const known = typed.findLastIndex(({ text }) => plain(text) === held)
    const first = typed[known + 1]
    return first ? [first.at] : []
  })
  return { fields: lost.length, ms: lost.length > 0 ? end - Math.min(...lost) : 0 }
}
/** What leaves the page from now on, and when. */
function watchesSavings(page: Page) {
  const savings: { at: number; changes: DraftChange[] }[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().endsWith('/draft')) savings.push({ at: Date.now(), changes: (request.postDataJSON() as { changes: DraftChange[] }).changes })
  })
  return { since: Date.now(), savings }
}

/** The longest time a key lay on the device only. */
function longestWait(keys: readonly Key[], savings: ReturnType<typeof watchesSavings>['savings'], end: number): number {
  const waits = keys.map((key) => {
    const later = new Set(keys.filter((one) => one.path === key.path && one.text.length >= key.text.length).map(({ text }) => plain(text)))
    return (savings.find(({ at, changes }) => at >= key.at && changes.some(({ path, value }) => path === key.path && later.has(plain(value))))?.at ?? end) - key.at
  })
  return Math.max(...waits)
}
const plain = (value: unknown) => String(value ?? '').trim()
const latestIn = (keys: readonly Key[], path: string) => keys.findLast((key) => key.path === path)!.text

/** Whoever lost the last word goes on from what is there. */
async function mends(keys: Key[], { values }: Draft) {
  for (const { path } of [...keys]) if (plain(latestIn(keys, path)) !== plain(values[path])) keys.push({ path, text: plain(values[path]), at: 0 })
}

/** Texts and numbers of the form as it is filled: all of two hundred, the last four in one section. */
async function placesToFill(): Promise<Place[]> {
  const data = assemble((await draft()).values)
  const typed = ({ type }: Field) => type === 'text' || type === 'longText' || (isNumeric({ type } as Field) && type !== 'percent')
  const places = form2026A.sections.filter((section) => section.id !== 'M' && applies(section, data) === true).flatMap((section): Place[] => [
    ...section.fields.filter((field) => typed(field) && isAnswered(field) && applies(field, data) === true).map((field) => ({ path: `${section.id}.${field.id}`, section: section.id, isNumber: isNumeric(field) })),
    ...section.tables.flatMap((table) => rowsAt(data, `${section.id}.${table.id}`).flatMap((line, row) => table.columns
      .filter((column) => typed(column) && column.id !== table.oneRowPer && isAnswered(column) && applies(column, data, line) === true)
      .map((column) => ({ path: `${section.id}.${table.id}.${line.id}.${column.id}`, section: section.id, isNumber: isNumeric(column), table: { path: `${section.id}.${table.id}`, row, column: column.words.zh } })))),
  ])
  const last = places.filter(({ section, table }) => section === 'L' && !table).slice(0, 4)
  return [...places.filter((place) => place.section !== 'L').slice(0, wanted - last.length), ...last]
}

/** Somebody at the keys: goes to a place and types over what stands there; into the last one this `text`, if given. `midway` happens between two of its keys. */
const typesOn = (page: Page, places: readonly Place[], keys: Key[]) => async (from: number, to: number, { text: ending, midway }: { text?: string; midway?: () => Promise<void> } = {}) => {
  for (const [index, place] of places.slice(from, to).entries()) {
    await goesTo(page, place)
    const last = from + index === to - 1
    const text = last && ending ? ending : textFor(place, `第 ${from + index + 1} 处`)
    for (const [at, key] of [...text].entries()) {
      if (last && at === 2) await midway?.()
      await presses(page, keys, place, text.slice(0, at + 1), key)
      if (last && ending) await pause(25)
    }
  }
}

/** Both write into each of the places, a key each in turn. */
async function writeAtOnce(one: [Page, Key[], string], other: [Page, Key[], string], places: readonly Place[]) {
  for (const [index, place] of places.entries()) {
    const texts = [one, other].map(([, , who], side) => textFor(place, `${who} ${index + 1} ${'字'.repeat(20)}`, side + 1))
    for (const [page] of [one, other]) await goesTo(page, place)
    for (let at = 0; at < Math.max(...texts.map(({ length }) => length)); at++) {
      for (const [side, [page, keys]] of [one, other].entries()) {
        const text = texts[side]!
        if (at < text.length) await presses(page, keys, place, text.slice(0, at + 1), text[at]!)
      }
    }
  }
}

let figures = 1000
const textFor = ({ isNumber }: Place, text: string, side = 0) => (isNumber ? `${side || ''}${++figures}` : text)

async function presses(page: Page, keys: Key[], { path }: Place, text: string, key: string) {
  keys.push({ path, text, at: Date.now() })
  await page.keyboard.type(key)
}

/** In the grid where the column is on the screen, else in the row's own fields below it. */
async function goesTo(page: Page, { path, section, table }: Place) {
  if (!page.url().endsWith(`/apply/${number}#${section}`)) await page.goto(`/work/apply/${number}#${section}`)
  if (table) {
    const grid = page.locator(`[data-path="${table.path}"]`)
    await grid.locator('[data-at]').first().waitFor()
    const heads = await grid.locator('thead th').allTextContents()
    const column = heads.findIndex((head) => head.startsWith(table.column))
    // A key of the keyboard begins a cell; characters of an input method go into its box.
    if (column > 0) {
      await grid.locator(`[data-at="${table.row}.${column - 1}"]`).click()
      await page.keyboard.press('F2')
      await page.keyboard.press('ControlOrMeta+a')
      return
    }
    await grid.locator(`[data-at="${table.row}.0"]`).click()
  }
  const box = page.locator(`[data-path="${path}"]`).locator('input[type=text], textarea').first()
  await box.click()
  await page.keyboard.press('ControlOrMeta+a')
}

const conflictsOn = async (page: Page) => Promise.all((await page.locator('[data-conflict]').all()).map(async (one) => (await one.getAttribute('data-conflict'))!))
