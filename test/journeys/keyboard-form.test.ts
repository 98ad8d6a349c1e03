/** A whole application without a mouse: every field, every table, every file, a finding and the signature. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseDetail, Draft } from '../../src/contract.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { assemble } from '../../src/procedures/recognition/recognition.draft.ts'
import { form2026A } from '../../src/procedures/recognition/recognition.form.ts'
import { applies, type Field, type Row, type Section, type Table, type Value } from '../../src/procedures/recognition/recognition.form.grammar.ts'
import { isAnswered, isNumeric } from '../../src/procedures/recognition/recognition.form.validate.ts'
import { demoApplication } from '../town.ts'
import { chooses, focused, picks, presses, tabsTo, tabsToField, takesFocus } from './keys.ts'
import { openStage, type Seat, type Stage, today, unmeant } from './stage.ts'

let stage: Stage
let seat: Seat
let page: Page
beforeAll(async () => {
  stage = await openStage()
  seat = await stage.seat('host.iron')
  page = seat.page
  // Listened to all the time: choosers of the browser itself are nothing the test could fill in.
  page.on('filechooser', () => undefined)
  await seat.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

const application = demoApplication('iron', { on: today, org: 'org-iron' })
const { data } = application
let number = ''
const draft = async () => (await (await seat.context.request.get(`/api/cases/${number}/draft`)).json()) as Draft

test('from the worklist to the receipt by the keys alone', { timeout: 400_000 }, async () => {
  await page.goto('/work/')
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await tabsTo(page, '.nav a[href$="/apply"]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '申报', level: 1 }).waitFor()
  await tabsTo(page, '.btn.primary')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/apply\/RD-/)
  number = page.url().match(/RD-\d{4}-\d{4}/)![0]
  await page.getByRole('navigation', { name: '申报书章节' }).waitFor()
  await takesFocus(page, 'main')

  for (const section of form2026A.sections.filter((one) => applies(one, data) === true)) {
    await goesTo(section)
    for (const field of section.fields.filter((one) => isAnswered(one) && !one.attachment && applies(one, data) === true)) await fills(`${section.id}.${field.id}`, field, data[section.id]?.[field.id] as Value | undefined)
    for (const table of section.tables.filter((one) => applies(one, data) === true)) await fillsTable(section, table, (data[section.id]?.[table.id] ?? []) as readonly Row[])
    for (const { attachment, name } of application.attachments.filter(({ attachment: code }) => form2026A.attachments.find((one) => one.code === code)?.section === section.id)) await attaches(attachment!, name)
  }
  await page.locator('[data-saved="yes"]').waitFor()
  expect(written(assemble((await draft()).values))).toEqual(written(data))

  // A finding leads to its place; who comes there with the keys writes over what is wrong.
  await goesTo(form2026A.sections.find(({ id }) => id === 'A')!)
  await fills('A.postcode', fieldOf('A.postcode'), '0306')
  const precheck = page.getByRole('complementary', { name: '预审' })
  await precheck.getByRole('button', { name: '邮编须改' }).waitFor()
  await tabsTo(page, '.find.must .h', { back: true, most: 400 })
  await page.keyboard.press('Enter')
  await takesFocus(page, '[data-path="A.postcode"] input')
  await presses(page, String(data.A?.postcode))
  await page.locator('[data-saved="yes"]').waitFor()
  await precheck.getByText('须补 0').waitFor()

  await tabsTo(page, '.foot .btn.sign', { most: 400 })
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabsTo(page, 'dialog input[type=checkbox]')
  await page.keyboard.press('Space')
  await tabsTo(page, 'dialog .btn.sign')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  // The receipt begins where one is.
  expect((await focused(page)).text).toContain('已提交')
  const { case: sent } = (await (await seat.context.request.get(`/api/cases/${number}`)).json()) as CaseDetail
  expect(sent.status).toBe('submitted')
  expect(unmeant(seat)).toEqual([])
})

test('an article opens beside the text with Enter, closes with Escape, and gives the focus back', async () => {
  await page.goto(`/work/cases/${number}`)
  await page.getByRole('region', { name: '申报书' }).or(page.locator('.secs')).first().waitFor()
  await tabsTo(page, '.cite', { most: 300 })
  await page.keyboard.press('Enter')
  await page.locator('.drawer').waitFor()
  await takesFocus(page, '.drawer *')
  await page.keyboard.press('Escape')
  await page.locator('.drawer').waitFor({ state: 'detached' })
  await takesFocus(page, '.cite')
})

const fieldOf = (path: string): Field => form2026A.sections.find(({ id }) => id === path[0])!.fields.find(({ id }) => path.endsWith(`.${id}`))!

/** On to the next section from its foot, else by the list of sections; the keys go on at the head of the one that was chosen. */
async function goesTo({ id }: Section) {
  const next = await page.locator(`.foot .btn.primary[href$="#${id}"]`).count() > 0
  if (next) await tabsTo(page, '.foot .btn.primary', { most: 400 })
  else await tabsTo(page, `.sx a[href$="#${id}"]`, { back: !page.url().endsWith(number), most: 400 })
  await page.keyboard.press('Enter')
  await takesFocus(page, '.mid [data-heading]')
}

async function fills(path: string, field: Field, value: Value | undefined) {
  if (value === undefined || value === null || field.type === 'file' || field.type === 'org') return
  await tabsToField(page, path)
  if (field.mustBeYes) return page.keyboard.press('Space')
  if (field.type === 'bool') return chooses(page, value ? '是' : '否')
  if (field.type === 'enum') return picks(page, field.options!.find((one) => one.value === value)!.words.zh)
  await presses(page, String(value))
}

/** The equipment cell by cell, a checklist pasted over its rows, every other table through the box for pasting. */
async function fillsTable(section: Section, table: Table, rows: readonly Row[]) {
  if (rows.length === 0) return
  const path = `${section.id}.${table.id}`
  if (path === 'G.plan') return typesCells(path, table, rows)
  const sheet = sheetOf(table, rows)
  if (table.oneRowPer) {
    await tabsTo(page, `[data-path="${path}"] td[tabindex="0"]`)
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(sheet)})`)
    await page.keyboard.press('ControlOrMeta+v')
  } else {
    await tabsTo(page, `[data-path="${path}"] .paste-open`)
    await page.keyboard.press('Enter')
    await tabsTo(page, 'dialog textarea')
    await page.keyboard.insertText(sheet)
    await tabsTo(page, 'dialog .btn.primary')
    await page.keyboard.press('Enter')
  }
  await page.locator(`[data-path="${path}"]`).getByText(`已填入 ${rows.length} 行。`).waitFor()
}

/** A row is added, its cells are written one after the other; Tab goes on in the row. */
async function typesCells(path: string, table: Table, rows: readonly Row[]) {
  for (const row of rows) {
    await tabsTo(page, `[data-path="${path}"] .add-row`)
    await page.keyboard.press('Enter')
    await takesFocus(page, `[data-path="${path}"] td[data-at]`)
    for (const [index, column] of table.columns.entries()) {
      const text = String(row[column.id] ?? '')
      // A key begins a cell; an input method composes in the box that F2 opens.
      if (/^[^\x20-\x7e]/.test(text)) await page.keyboard.press('F2')
      await page.keyboard.type(text)
      await page.keyboard.press(index === table.columns.length - 1 ? 'Enter' : 'Tab')
    }
  }
}

/** As a spreadsheet hands it over: names of the columns, then the rows. */
function sheetOf(table: Table, rows: readonly Row[]): string {
  const columns = table.columns.filter(({ id, type }) => type !== 'file' && rows.some((row) => row[id] !== undefined))
  const cell = (column: Field, value: Value | undefined) => (value === undefined || value === null ? '' : typeof value === 'boolean' ? (value ? '是' : '否') : column.options?.find((one) => one.value === value)?.words.zh ?? String(value))
  return [columns.map(({ words }) => words.zh), ...rows.map((row) => columns.map((column) => cell(column, row[column.id])))].map((cells) => cells.join('\t')).join('\n')
}

async function attaches(code: string, name: string) {
  await tabsTo(page, `[data-path="attachments.${code}"] button.btn`)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: plainPdf([code, name]) })
  await page.locator(`[data-path="attachments.${code}"]`).getByText('已交 1 份').waitFor()
}

/** What a hand at the keys can have written: answers without the ids of rows, files and institutions. */
function written(from: typeof data) {
  return Object.fromEntries(form2026A.sections.map((section) => [section.id, {
    ...Object.fromEntries(section.fields.filter((field) => isAnswered(field) && !['file', 'org'].includes(field.type)).flatMap(({ id }) => { const value = from[section.id]?.[id]; return value === undefined || value === null || value === '' ? [] : [[id, value]] })),
    ...Object.fromEntries(section.tables.flatMap((table) => { const rows = (from[section.id]?.[table.id] ?? []) as readonly Row[]; return rows.length === 0 ? [] : [[table.id, rows.map((row) => cellsOf(table, row))]] })),
  }]))
}
const cellsOf = (table: Table, row: Row) => Object.fromEntries(table.columns.filter(({ type }) => type !== 'file').flatMap((column) => { const value = row[column.id]; return value === undefined || value === null || value === '' ? [] : [[column.id, isNumeric(column) ? Number(value) : value]] }))
