/** A commissioned base at the screen: being built, reported as built, looked at, confirmed by another; the portal says so at each turn. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { plainPdf } from '../../src/demo/pdf.ts'
import { casework } from '../casework.ts'
import { opensFromWorklist, sees, takes } from './acts.ts'
import { openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

let stage: Stage
let base = ''
let number = ''
const seats: Record<string, Seat> = {}
const shots = process.env.SHOTS
const at = async (username: string) => (seats[username] ??= await stage.seat(username))
const shoot = async (page: Page, name: string) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) }

beforeAll(async () => {
  stage = await openStage()
  const work = casework(stage.town)
  const special = await work.accepted('wastewater')
  await work.step(special, stage.town.as('city.lead'), 'admitSpecially', { kind: 'commissionedBuild' })
  await work.concluded([special])
  await work.onNotice(special)
  await stage.goesOnTo('2026-12-01')
  await work.step(special, stage.town.as('city.lead'), 'recognise')
  base = await work.baseNumberOf(special)
  number = (await (await stage.town.as('city.lead')).detail(await work.baseOf(special))).case.number
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

/** What everybody reads: the page of the base and the list, without a script. */
async function portalSays(status: string) {
  const citizen = await stage.seat(undefined, { javaScriptEnabled: false })
  await citizen.goes(`/bases/${base}`)
  await sees(citizen.page.locator('.head'), status)
  await citizen.goes('/bases')
  await sees(citizen.page.locator('table'), status)
  expect(unmeant(citizen)).toEqual([])
  await citizen.leaves()
}

test('Art. 11: being built, it says by when and what comes next; built, looked at and confirmed, it operates', async () => {
  const host = await at('host.wastewater')
  await host.page.goto(`/work/bases/${base}`)
  await sees(host.page.locator('.base-page .head'), '建设中')
  await sees(host.page, '建设中，自 2026-12-01，2028-12-01 前建成并投入运行')
  await shoot(host.page, 'building-1366')
  await portalSays('建设中')
  await host.page.getByRole('link', { name: '办理', exact: true }).click()
  await host.page.waitForURL(new RegExp(number))
  await takes(host.page, '报告建成', async (step) => {
    await step.getByLabel(/^建成情况/).fill('厂房和两条中试线建成，设备调试完毕，消防和环保手续齐全，试运行六十日。')
    await step.locator('input[type=file]').setInputFiles({ name: '验收报告.pdf', mimeType: 'application/pdf', buffer: plainPdf(['accepted']) })
    await step.getByRole('button', { name: /验收报告.pdf/ }).waitFor()
    await step.getByLabel('签署人').fill('靳长庚')
  })
  const county = await at('county.jiexiu')
  await opensFromWorklist(county.page, number)
  await sees(county.page, '建成报告')
  await takes(county.page, '核查并建议投入运行', async (step) => { await step.getByRole('textbox', { name: /^现场核查日期/ }).fill('2026-12-01'); await step.getByLabel(/^核查情况/).fill('现场核查，场地、设备、人员与批准建设的内容一致。') })
  const lead = await at('city.lead')
  await opensFromWorklist(lead.page, number)
  await sees(lead.page, '与批准建设的内容一致')
  await shoot(lead.page, 'building-confirm-1366')
  await takes(lead.page, '确认投入运行', async (step) => { await step.getByLabel('确认意见').fill('建设内容已完成，同意投入运行。') })
  const mobile = await stage.seat('host.wastewater', { viewport: phone })
  await mobile.goes(`/work/bases/${base}`)
  await sees(mobile.page.locator('.base-page .head'), '运行')
  await sees(mobile.page.locator('.life').first(), '确认投入运行')
  await shoot(mobile.page, 'built-390')
  await portalSays('运行')
  for (const one of [host, county, lead, mobile]) expect(unmeant(one)).toEqual([])
})
