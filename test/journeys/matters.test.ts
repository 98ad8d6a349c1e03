/** Major matters in the browser: an approval from the director's home to the register, and an accident on a phone. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { plainPdf } from '../../src/demo/pdf.ts'
import { type Case, casework, type Casework } from '../casework.ts'
import { chooses, opensFromWorklist, sees, takes } from './acts.ts'
import { openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

let stage: Stage
let work: Casework
let of: Case
let number = ''
const seats: Record<string, Seat> = {}
const shots = process.env.SHOTS
const at = async (username: string) => (seats[username] ??= await stage.seat(username))
const shoot = async (page: Page, name: string) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) }

beforeAll(async () => {
  stage = await openStage()
  work = casework(stage.town)
  of = await work.queued('carbon')
  await work.concluded([of])
  await work.onNotice(of)
  await stage.goesOnTo('2026-12-01')
  await work.step(of, stage.town.as('city.lead'), 'recognise')
  await work.appoints(of, 'director.carbon', 'base.director')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

test('Art. 8(5): the director finds the matter in the catalogue, fills it in and applies; what lacks is told before', async () => {
  const { page } = await at('director.carbon')
  await page.goto('/work/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '重大事项' }).click()
  await sees(page, '没有符合条件的重大事项。')
  await page.getByRole('link', { name: '提出重大事项' }).click()
  await page.getByRole('heading', { name: '选择事项' }).waitFor()
  await shoot(page, 'catalogue-1366')
  await page.getByRole('button', { name: '填写 M01 名称变更' }).click()
  await page.waitForURL(/\/cases\/ZD-/)
  number = page.url().match(/ZD-\d{4}-\d{4}/)![0]
  await sees(page, '现为 晋中市碳纤维复合材料中试基地')
  await page.getByLabel('新名称').fill('晋中市碳材料公司中试基地')
  await page.getByLabel('事由和说明').fill('核心研究方向延伸至先进复合材料，原名称不能涵盖。')
  await page.getByLabel('拟实施日期').fill('2026-12-10')
  await page.locator('[data-saved="yes"]').waitFor()
  const shut = page.getByText('现在还不能办理').locator('xpath=ancestor::section')
  await sees(shut, '核心研究方向含单位名称“公司”')
  await sees(shut, '缺少附件“依托单位决议”')
  await shoot(page, 'draft-1366')
  await page.getByLabel('新名称').fill('晋中市先进碳纤维复合材料中试基地')
  for (const code of ['A01', 'A02']) await page.locator(`[data-path="attachments.${code}"] input[type=file]`).setInputFiles({ name: `${code}.pdf`, mimeType: 'application/pdf', buffer: plainPdf([code]) })
  await page.getByRole('link', { name: 'A02.pdf' }).waitFor()
  await page.locator('[data-saved="yes"]').waitFor()
  await page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: /提出申请/ }).waitFor()
  await takes(page, '提出申请', async (step) => {
    await step.getByLabel('签署人（主任）').fill('沈知行')
    await step.getByLabel('所填内容和附件真实、完整').check()
  })
  await sees(page, '待上报')
  await shoot(page, 'applied-1366')
})

test('Art. 15: host, organiser and city, each from the own worklist; the new name takes effect', async () => {
  const host = await at('host.carbon')
  await opensFromWorklist(host.page, number)
  await takes(host.page, '上报', async (step) => { await step.getByLabel('依托单位意见').fill('经单位研究，同意上报。'); await step.getByLabel('签署人').fill('王建棠') })
  const officer = await at('county.yuci')
  await opensFromWorklist(officer.page, number)
  await takes(officer.page, '提交核查意见', async (step) => { await chooses(step, '真实性', '属实'); await chooses(step, '已到现场核对', '是'); await step.getByLabel('核查意见').fill('经核对，所报属实。') })
  const lead = await at('county.yuci.lead')
  await opensFromWorklist(lead.page, number)
  await takes(lead.page, '审定', async (step) => { await chooses(step, '审定意见', '同意上报'); await step.getByLabel(/^意见/).fill('同意上报市科技局。') })
  const city = await at('city.officer')
  await opensFromWorklist(city.page, number)
  await shoot(city.page, 'city-1366')
  await takes(city.page, '提交拟办意见', async (step) => { await chooses(step, '拟办', '拟批准'); await step.getByLabel('拟办意见和依据').fill('符合第八条（五），材料齐全，拟予批准。') })
  const decides = await at('city.lead')
  await opensFromWorklist(decides.page, number)
  await takes(decides.page, '批准', async (step) => { await step.getByLabel('批准意见').fill('同意，请按批准内容实施。') })
  await sees(decides.page, '已批准')
  await stage.goesOnTo('2026-12-10')
  const { page } = await at('director.carbon')
  await page.goto(`/work/cases/${number}`)
  await sees(page, '变更对照')
  await shoot(page, 'approved-1366')
  await page.goto('/work/matters?kind=approval')
  await page.getByRole('link', { name: '名称变更' }).waitFor()
  await shoot(page, 'list-1366')
  for (const one of [host, officer, lead, city, decides, seats['director.carbon']!]) expect(unmeant(one, /404 GET \/api\/cases\/.*\/draft/)).toEqual([])
})

test('M11 on a phone: a minute, one button, the hold is on; lifted by two people', async () => {
  const mobile = await stage.seat('director.carbon', { viewport: phone })
  const { page } = mobile
  await page.goto('/work/matters')
  await shoot(page, 'list-390')
  await page.getByRole('link', { name: '事故速报' }).click()
  await sees(page, '法定报告另行办理')
  await page.getByRole('button', { name: '立即报告' }).click()
  await sees(page, '还缺：')
  await chooses(page, '事故类别', '生产安全')
  await page.getByLabel('时刻').fill('00:01')
  await page.getByLabel('地点（场地、装置）').fill('2 号中试车间反应釜区')
  await page.getByLabel('简要经过').fill('反应釜法兰泄漏，少量物料外溢，未起火。')
  await page.getByLabel('受伤').fill('1')
  await chooses(page, '涉及危险化学品、有毒有害物质', '是')
  await page.getByLabel('物质名称和数量').fill('甲苯，约 5 升')
  await page.getByLabel('已采取的措施').fill('已停车、切断物料、疏散人员，伤者已送医。')
  await chooses(page, '向应急管理部门', '已报')
  await chooses(page, '向生态环境部门', '正在报')
  await page.getByRole('timer').waitFor()
  await shoot(page, 'accident-390')
  for (const control of await page.locator('.accident footer .btn, .accident input.in').all()) expect((await control.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(46)
  await page.getByRole('button', { name: '立即报告' }).click()
  await page.waitForURL(/\/cases\/ZD-/)
  const accident = page.url().match(/ZD-\d{4}-\d{4}/)![0]
  await sees(page, '安全暂停中，自 2026-12-10')
  await shoot(page, 'accident-case-390')
  await takes(page, '提交书面报告', async (step) => {
    await step.getByLabel('事故原因').fill('法兰垫片老化，点检未按周期更换。')
    await step.getByLabel('人员伤亡和损失').fill('轻伤一人。')
    await step.getByLabel('整改措施和完成情况').fill('更换全部垫片，修订点检制度，全员培训已完成。')
    await step.getByLabel('法定事故等级（已认定的）').selectOption({ label: '未认定' })
    await step.getByLabel('签署人').fill('沈知行')
    await step.locator('input[type=file]').setInputFiles({ name: '书面报告.pdf', mimeType: 'application/pdf', buffer: plainPdf(['report']) })
    await step.getByRole('button', { name: /书面报告.pdf/ }).waitFor()
  })
  const county = await at('county.yuci')
  await opensFromWorklist(county.page, accident)
  await shoot(county.page, 'accident-county-1366')
  await takes(county.page, '核实隐患消除', async (step) => { await step.getByLabel('现场核实日期').fill('2026-12-10'); await step.getByLabel('核实情况：原因是否查清，隐患是否消除').fill('原因已查清，垫片全部更换，隐患消除。') })
  const city = await at('city.officer')
  await opensFromWorklist(city.page, accident)
  await takes(city.page, '提出解除安全暂停', async (step) => { await step.getByLabel('解除安全暂停的意见和依据').fill('书面报告完整，隐患消除，建议解除。') })
  const lead = await at('city.lead')
  await opensFromWorklist(lead.page, accident)
  await takes(lead.page, '解除安全暂停', async (step) => { await step.getByLabel('决定意见').fill('同意解除安全暂停。') })
  await sees(lead.page, '已解除')
  await shoot(lead.page, 'accident-lifted-1366')
  expect(unmeant(mobile)).toEqual([])
})
