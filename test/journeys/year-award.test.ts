/** Art. 20 in the browser: a budget by two people, an award proposed, decided, issued, claimed, paid, received and accounted for. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { chooses, opensFromWorklist, sees, signs, takes } from './acts.ts'
import { unmeant } from './stage.ts'
import { openYear, type Year } from './year.ts'

let year: Year
let number = ''
beforeAll(async () => { year = await openYear(['carbon']) })
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await year.stage.lookBack(process.env.FAILED) })
afterAll(() => year.stage.close())

test('the budget of the year is entered by the officer and signed by the lead', async () => {
  const { page } = await year.at('city.officer')
  await page.goto('/work/awards')
  await year.shoot(page, 'awards-empty-1366')
  await page.getByRole('button', { name: '登记预算' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('金额（万元）').fill('200')
  await dialog.getByLabel('预算科目').fill('科技专项资金')
  await dialog.getByLabel('预算文件和文号').fill('市财教〔2026〕12号（演示）')
  await year.shoot(page, 'awards-budget-1366', false)
  await dialog.getByRole('button', { name: '登记预算' }).click()
  await sees(page, '待签署：200.00 万元')
  const lead = await year.at('city.lead')
  await lead.page.goto('/work/awards')
  await lead.page.getByRole('button', { name: '签署', exact: true }).click()
  await lead.page.getByRole('dialog').getByRole('button', { name: '签署', exact: true }).click()
  await sees(lead.page, '已决定')
  await lead.page.getByText('预算未登记签署，不能决定奖补。').waitFor({ state: 'detached' })
  await year.shoot(lead.page, 'awards-signed-1366')
})

test('proposed with the document that fixes the amount, decided by another within the budget, issued jointly', async () => {
  const { page } = await year.at('city.officer')
  await page.goto('/work/awards')
  await page.getByRole('link', { name: /拟定奖补/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('基地', { exact: false }).first().selectOption({ index: 1 })
  await dialog.getByLabel(/奖补金额/).fill('30')
  await dialog.getByLabel(/金额依据/).fill('局财联〔2026〕1号（演示）')
  await dialog.getByLabel('预算年度').fill('2026')
  await dialog.getByLabel('预算科目').fill('科技专项资金')
  await dialog.getByLabel('拟奖补的理由').fill('按认定结果一次性奖补，用于中试线设备和服务。')
  await year.shoot(page, 'award-propose-1366', false)
  await signs(dialog, '拟定奖补')
  await page.waitForURL(/\/cases\/JB-/)
  number = page.url().match(/JB-\d{4}-\d{4}/)![0]
  const lead = await year.at('city.lead')
  await opensFromWorklist(lead.page, number)
  await takes(lead.page, '决定奖补', async (step) => { await step.getByLabel('会议纪要编号').fill('局务会纪要〔2026〕18号'); await step.getByLabel('会议日期').fill('2026-05-20'); await year.shoot(lead.page, 'award-decide-1366', false) })
  await opensFromWorklist(page, number)
  await takes(page, '联合印发奖补通知', async (step) => { await step.getByLabel('会签机关').fill('市财政局'); await step.getByLabel('会签文号').fill('市财教函〔2026〕9号'); await step.getByLabel('会签日期').fill('2026-05-20') })
  await year.shoot(page, 'award-published-1366')
})

test('the host claims and declares other funds; another officer pays; receipt and use are told', async () => {
  const host = await year.at('host.carbon')
  await opensFromWorklist(host.page, number)
  const name = (await year.town.pools.jobs.query<{ name: string }>(`select name from organisation where id = 'org-carbon'`)).rows[0]!.name
  await takes(host.page, '申领', async (step) => {
    await step.getByLabel('户名').fill(name)
    await step.getByLabel('开户行').fill('某银行晋中支行（演示）')
    await step.getByLabel(/^账号/).fill('6222000011112222')
    await step.getByLabel('收款票据号码').fill('00012345')
    await step.getByLabel('使用计划').fill('用于购置在线检测设备一台套。')
    await step.getByLabel('签署人').fill('王建国')
    await step.getByRole('checkbox', { name: /如实申报/ }).check()
    await year.shoot(host.page, 'award-claim-1366', false)
  })
  const payer = await year.at('city.officer2')
  await payer.page.goto(`/work/cases/${number}`)
  await takes(payer.page, '登记拨付', async (step) => { await step.getByLabel(/拨付金额/).fill('30'); await step.getByLabel('支付凭证号').fill('ZF-2026-0108'); await year.shoot(payer.page, 'award-pay-1366', false) })
  await opensFromWorklist(host.page, number)
  await takes(host.page, '确认到账', async (step) => { await step.getByLabel('签署人').fill('王建国') })
  await host.page.goto(`/work/cases/${number}`)
  await takes(host.page, '报告使用情况', async (step) => {
    await step.getByLabel('用途').first().selectOption({ label: '设备' }).catch(() => chooses(step, '用途', '设备'))
    await step.getByLabel('明细').first().fill('在线检测设备一台套')
    await step.getByLabel(/^金额/).first().fill('30')
    await step.getByLabel('使用成效').fill('设备已投入中试线使用，检测时间缩短一半。')
    await step.getByLabel('签署人').fill('王建国')
    await year.shoot(host.page, 'award-use-1366', false)
  })
  const { page } = await year.at('city.officer')
  await opensFromWorklist(page, number)
  await takes(page, '核查结案', async (step) => { await step.getByLabel('核查意见').fill('资金使用与计划一致，凭证齐全。') })
  await year.shoot(page, 'award-closed-1366')
  await page.goto('/work/awards')
  await sees(page, '晋中市碳纤维复合材料中试基地')
  await year.shoot(page, 'awards-1366')
  await year.onPhone('city.officer', '/work/awards', 'awards')
  for (const [name_, seat] of Object.entries(year.seats)) expect([name_, unmeant(seat, /404 GET \/api\/cases\/.*\/draft/)]).toEqual([name_, []])
})
