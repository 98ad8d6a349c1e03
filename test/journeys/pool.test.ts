/** The pool of experts and the batches, as officer, lead and expert keep them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { personId } from '../../src/demo/institutions.ts'
import { sheetsAsFile, type SheetCell } from '../../src/platform/sheets.ts'
import { columns } from '../../src/registers/expert-sheet.ts'
import { sees, settled } from './acts.ts'
import { openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

let stage: Stage
let officer: Seat
let lead: Seat
const folder = mkdtempSync(join(tmpdir(), 'zs-pool-'))
beforeAll(async () => {
  stage = await openStage()
  officer = await stage.seat('city.officer')
  lead = await stage.seat('city.lead')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(async () => {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
})

const row = (name: string, title = '正高级'): SheetCell[] => columns.map((column) => ({ 姓名: name, 工作单位: '太原示例研究院（演示）', 职称: title, 类别: '技术', 领域: '碳基与新材料', 地区: '太原', 本市: '否' } as Record<string, string>)[column] ?? null)
const book = async (name: string, rows: SheetCell[][]) => {
  const path = join(folder, name)
  writeFileSync(path, await sheetsAsFile([{ name: '专家', rows: [[...columns], ...rows] }]))
  return path
}
const dialog = (page: Page) => page.getByRole('dialog')

test('a spreadsheet with a fault is told row by row and not imported; corrected it comes in', async () => {
  const { page, goes } = officer
  await goes('/work/experts')
  await settled(page)
  await page.getByRole('button', { name: '导入' }).click()
  await dialog(page).getByLabel('选择 .xlsx 文件').setInputFiles(await book('faulty.xlsx', [row('周甲'), row('周乙', '教授')]))
  await sees(dialog(page), '有 1 处需要更正，一行也没有导入')
  await sees(dialog(page), '应为：正高级、副高级、中级')
  expect(await dialog(page).getByRole('button', { name: /^导入 \d+ 人$/ }).count()).toBe(0)
  await dialog(page).getByLabel('选择 .xlsx 文件').setInputFiles(await book('sound.xlsx', [row('周甲'), row('周乙', '副高级')]))
  await dialog(page).getByRole('button', { name: '导入 2 人' }).click()
  await sees(dialog(page), '已导入 2 人')
  await dialog(page).getByRole('button', { name: '关闭' }).click()
  await page.locator('form.filters').getByRole('searchbox').fill('太原示例研究院')
  await page.locator('form.filters').getByRole('button').click()
  await page.getByRole('link', { name: '周乙' }).click()
  await page.getByRole('heading', { name: /周乙/ }).waitFor()
  await sees(page, '未开通账号')
})

test('not to be called: the officer proposes, the lead signs, the list shows it', async () => {
  const id = personId('expert.09')
  const { page } = officer
  await officer.goes(`/work/experts/${id}`)
  await page.getByRole('button', { name: '提出停止抽取' }).click()
  await dialog(page).getByLabel('事由').fill('两次评审未到，事后未说明。')
  await dialog(page).getByLabel('依据').fill('评审记录、局党组会议纪要（演示）')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await sees(page, '待签署')
  expect(await page.getByRole('button', { name: '签署', exact: true }).count()).toBe(0)
  await lead.goes(`/work/experts/${id}`)
  await lead.page.getByRole('button', { name: '签署', exact: true }).click()
  await sees(lead.page, '停止抽取中')
  await lead.goes('/work/experts?standing=barred')
  await lead.page.getByRole('link', { name: /./ }).first().waitFor()
  await sees(lead.page.locator('table'), '停止抽取')
})

test('an expert keeps absence and contact on a phone', async () => {
  const seat = await stage.seat('expert.10', { viewport: phone })
  const { page } = seat
  await seat.goes('/work/profile')
  await page.getByRole('button', { name: '修改' }).click()
  await dialog(page).getByRole('button', { name: '增加一段' }).click()
  const away = dialog(page).getByRole('group', { name: '不能参加的期间' })
  await away.getByLabel('自').fill('2026-12-01')
  await away.getByLabel('至').fill('2026-12-10')
  await dialog(page).getByLabel('电子邮件').fill('expert10@example.cn')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await sees(page, '2026-12-01 至 2026-12-10')
  expect(unmeant(seat)).toEqual([])
  await seat.leaves()
})

test('Art. 11: the batch due is opened with one act; one beside it waits for the lead', async () => {
  const { page } = officer
  await officer.goes('/work/batches')
  await page.getByRole('button', { name: '设立 2027 年第一批' }).click()
  await page.getByRole('link', { name: '2027 年第一批' }).waitFor()
  await page.getByRole('button', { name: '新增批次' }).click()
  await dialog(page).getByLabel('批次名称').fill('产业急需加开')
  await dialog(page).getByRole('textbox', { name: /^截止日/ }).fill('2026-12-18')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await sees(dialog(page), /请写明加开的理由和依据/)
  await dialog(page).getByLabel('另设批次的理由').fill('液压产业链急需')
  await dialog(page).getByLabel('加开的依据').fill('局党组会议纪要（演示）')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: '产业急需加开' }).click()
  await sees(page, '待批准')
  await lead.goes(page.url().replace(stage.origin, ''))
  await lead.page.getByRole('button', { name: '批准加开' }).click()
  await sees(lead.page, '受理中')
})

test('nothing went wrong behind the pages', () => {
  expect([...unmeant(officer, /^422 POST \/api\/batches$/), ...unmeant(lead)]).toEqual([])
})
