/** The register of a base at the screen: looked at, edited like the application, imported from a spreadsheet, read as of another day. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from 'axe-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { plainPdf } from '../../src/demo/pdf.ts'
import { sheetsAsFile, sheetType } from '../../src/platform/sheets.ts'
import { headings } from '../../src/settings/base-tables/sheet.ts'
import { baseTables } from '../../src/settings/base-tables/tables.ts'
import { casework } from '../casework.ts'
import { sees, settled } from './acts.ts'
import { openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

const folder = process.env.SHOTS ?? join(tmpdir(), 'zs-register')
let stage: Stage
let number: string
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  stage = await openStage()
  const work = casework({ ...stage.town, on: () => undefined })
  const of = await work.queued('carbon')
  await work.concluded([of])
  await work.onNotice(of)
  await stage.goesOnTo('2026-12-01')
  await work.step(of, stage.town.as('city.lead'), 'recognise')
  number = await work.baseNumberOf(of)
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

const shot = (seat: Seat, name: string) => seat.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
/** No fault of accessibility on what is shown. */
async function accessible(seat: Seat) {
  const before = seat.page.viewportSize() ?? { width: 1366, height: 768 }
  // As tall as the page: what a bar covers can be scrolled away from under it.
  await seat.page.setViewportSize({ width: before.width, height: Math.max(before.height, await seat.page.evaluate<number>('document.documentElement.scrollHeight')) })
  await seat.page.evaluate(AxeBuilder.source)
  const found = await seat.page.evaluate(async () => (await (globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`))
  await seat.page.setViewportSize(before)
  expect(found).toEqual([])
}

test('Art. 12: the page of a base shows what it has, what is missing, who leads it and what runs out; on a phone as well', async () => {
  for (const [name, viewport] of [['desk', undefined], ['phone', phone]] as const) {
    const host = await stage.seat('host.carbon', viewport ? { viewport } : {})
    await host.goes(`/work/bases/${number}`)
    await settled(host.page)
    for (const heading of ['登记信息', '算出的数', '主任', '各表', '经过', '资料完整度', '按办法和规则核对', '到期事项']) await host.page.getByRole('heading', { name: heading, exact: true }).waitFor()
    await sees(host.page, '连续第 1 届')
    await accessible(host)
    await shot(host, `base-${name}`)
    expect(await host.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(1)
    expect(unmeant(host)).toEqual([])
    await host.leaves()
  }
})

test('Art. 8(3): rows are edited with the keys and pasted, proved by a file, and entered together', async () => {
  const host = await stage.seat('host.carbon')
  const { page } = host
  await host.goes(`/work/bases/${number}/equipment`)
  await page.getByRole('button', { name: '编辑' }).click()
  const grid = page.getByRole('grid')
  await grid.waitFor()
  const first = grid.locator('tbody tr').first()
  const before = (await first.locator('td').first().textContent()) ?? ''
  await first.locator('td').first().click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('碳纤维预浸机（改）')
  await page.keyboard.press('Enter')
  await sees(page, '改动 1 行，删去 0 行')
  // A file proves the row.
  await first.locator('td').first().click()
  await page.locator('.evidence-row input[type=file]').setInputFiles({ name: '资产卡片.pdf', mimeType: 'application/pdf', buffer: plainPdf(['card']) })
  await sees(page.locator('.evidence-row'), '资产卡片.pdf')
  // A row that lacks something is not entered: the cell says what is expected.
  await page.getByRole('button', { name: /加一行|增加一行|添加/ }).first().click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('新反应釜')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await sees(page, /还有 \d+ 处须更正/)
  await shot(host, 'table-edit')
  await page.getByRole('button', { name: /删除|删去/ }).last().click()
  await sees(page, '改动 1 行，删去 0 行')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await sees(page, '已登记 1 行，删去 0 行。')
  await page.getByRole('cell', { name: '碳纤维预浸机（改）', exact: true }).waitFor()
  await page.getByRole('link', { name: '资产卡片.pdf' }).waitFor()
  await accessible(host)
  await shot(host, 'table')
  // The versions of the row tell what it said before.
  await page.getByRole('row', { name: /碳纤维预浸机（改）/ }).getByRole('button').click()
  await sees(page.getByRole('dialog', { name: '这一行的历次' }), before)
  expect(unmeant(host)).toEqual([])
  await host.leaves()
})

test('what is being edited stays on the device when the page is left, until it is entered or discarded', async () => {
  const host = await stage.seat('host.carbon')
  const { page } = host
  await host.goes(`/work/bases/${number}/lines`)
  await page.getByRole('button', { name: '编辑' }).click()
  await page.getByRole('grid').locator('tbody td').first().click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('没有登记的名称')
  await page.keyboard.press('Enter')
  await page.reload()
  await page.getByRole('button', { name: '编辑' }).click()
  await sees(page.getByRole('grid'), '没有登记的名称')
  await page.getByRole('button', { name: '不保存' }).click()
  await page.getByRole('button', { name: '编辑' }).click()
  await page.getByRole('grid').waitFor()
  expect(await page.getByText('没有登记的名称').count()).toBe(0)
  await host.leaves()
})

test('a spreadsheet with faults imports nothing and tells each line; mended, it is imported', async () => {
  const host = await stage.seat('host.carbon')
  const { page } = host
  const line = (no: number, value: unknown) => [null, `导入设备 ${no}`, `DR-${no}`, null, '中试专用', 1, value, '2024-05-01', '自有', null, null, '是', '300 元/小时', 1200, '否'] as never[]
  const sheet = async (bad: boolean) => sheetsAsFile([{ name: '设备', rows: [headings(baseTables.equipment, 'zh'), line(1, 10), line(2, bad ? '约二十万' : 20), line(3, 30)] }])
  await host.goes(`/work/bases/${number}/equipment`)
  await page.getByRole('button', { name: '导入表格' }).click()
  const dialog = page.getByRole('dialog', { name: '导入：设备' })
  const choose = dialog.locator('input[type=file]')
  await choose.setInputFiles({ name: '设备.xlsx', mimeType: sheetType, buffer: await sheet(true) })
  await sees(dialog, '1 行须更正，没有导入任何一行')
  await sees(dialog, '约二十万')
  expect(await dialog.getByRole('button', { name: /^导入 / }).getAttribute('aria-disabled')).toBe('true')
  await accessible(host)
  await shot(host, 'import-faults')
  await choose.setInputFiles({ name: '设备.xlsx', mimeType: sheetType, buffer: await sheet(false) })
  await sees(dialog, '共 3 行：新增 3，更新 0，不变 0，删去 0')
  await dialog.getByRole('button', { name: '导入 3 行' }).click()
  await sees(page, '已导入：新增 3 行，更新 0 行，删去 0 行。')
  await page.getByLabel('在表中查找').fill('导入设备')
  await page.getByRole('cell', { name: '导入设备 3', exact: true }).waitFor()
  // The sheet handed out is a workbook.
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出表格' }).click()])
  expect(file.suggestedFilename()).toMatch(/设备-2026-12-\d\d\.xlsx$/)
  writeFileSync(join(folder, 'export.name'), file.suggestedFilename())
  expect(unmeant(host)).toEqual([])
  await host.leaves()
})

test('the county reads the same page without a pen, sees what runs out, and measures against another place', async () => {
  const county = await stage.seat('county.yuci')
  const { page } = county
  await county.goes(`/work/bases/${number}/staff`)
  await page.getByRole('table').waitFor()
  expect(await page.getByRole('button', { name: '编辑' }).count()).toBe(0)
  await county.goes('/work/watch?within=3660')
  await sees(page, '主任任期')
  await accessible(county)
  await shot(county, 'watch')
  await county.goes(`/work/bases/${number}/readiness`)
  await sees(page, '省级条件原文尚未录入')
  await page.getByLabel('条件集').selectOption('dazhou')
  await sees(page, '固定场地面积')
  await accessible(county)
  await shot(county, 'readiness')
  await county.goes('/work/readiness?set=hefei')
  await page.getByRole('table').waitFor()
  expect(unmeant(county)).toEqual([])
  await county.leaves()
  const other = await stage.seat('county.taigu')
  await other.goes(`/work/bases/${number}`)
  await settled(other.page)
  expect(await other.page.getByRole('heading', { name: '各表' }).count()).toBe(0)
  await other.leaves()
})

test('in English every screen of the register is English', async () => {
  const host = await stage.seat('host.carbon', { language: 'en' })
  for (const path of [`/bases/${number}`, `/bases/${number}/services`, '/watch', `/bases/${number}/readiness?set=shandong`]) {
    await host.goes(`/work${path}`)
    await settled(host.page)
  }
  await sees(host.page, 'Provincial readiness')
  await shot(host, 'readiness-en')
  expect(unmeant(host)).toEqual([])
  await host.leaves()
})
