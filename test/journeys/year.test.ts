/** A whole year of three bases in the browser: one excellent, one fair, one poor; a report returned once, a review dismissed. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Case } from '../casework.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { indicatorItems } from '../../src/settings/assessment-indicators-2026.ts'
import { chooses, opensFromWorklist, opensStep, receives, sees, signs, takes } from './acts.ts'
import { unmeant } from './stage.ts'
import { namesPeople, openYear, type Year } from './year.ts'

let year: Year
let carbon: Case, iron: Case, coke: Case
let campaign = ''
type Assessed = { id: string; number: string; of: Case }
let excellent: Assessed, fair: Assessed, poor: Assessed

beforeAll(async () => {
  year = await openYear(['carbon', 'iron', 'coke'])
  ;[carbon, iron, coke] = year.cases as [Case, Case, Case]
  await (await year.town.as('director.carbon')).did(await year.work.baseOf(carbon), 'keepTable', { table: 'services', drop: [], put: [
    { id: 's1', client: '晋中远驰汽车部件有限公司（演示）', place: '晋中', inCity: true, related: false, kind: 'process', pureTesting: false, project: '碳纤维轻量化部件放大验证', contractNo: 'HT-2026-0081', amount: 20, received: 18.25, from: '2026-03-01', to: '2026-05-10', result: 'report', satisfaction: 4.6 },
    { id: 's2', client: '晋中碳材有限公司（演示）', place: '晋中', inCity: true, related: true, kind: 'process', pureTesting: false, project: '自用预浸料验证', amount: 8, received: 8, from: '2026-03-01', to: '2026-05-12' }] })
  await year.work.asSystem(await year.work.baseOf(coke), 'recordGrade', { case: coke.id, number: 'KH-2025-0003', year: 2025, outcome: 'graded', grade: 'poor' })
  await year.goesOnTo('2026-12-01')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await year.stage.lookBack(process.env.FAILED) })
afterAll(() => year.stage.close())

test('Art. 16: the officer plans the year from the board, the lead opens it, and every base has its case', async () => {
  const { page } = await year.at('city.officer')
  await page.goto('/work/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '年度考核' }).click()
  await sees(page, /2026 年度考核尚未启动。/)
  await page.getByRole('button', { name: '拟定年度考核' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('考核年度').fill('2026')
  await dialog.getByLabel('考核通知要点').fill('按第十六条组织 2026 年度考核，十二月底前报送。')
  await year.shoot(page, 'plan-1366', false)
  await dialog.getByRole('button', { name: '拟定年度考核' }).click()
  await page.waitForURL(/\/cases\/KA-/)
  campaign = page.url().match(/KA-\d{4}-\d{4}/)![0]
  await year.shoot(page, 'campaign-planned-1366')
  const lead = await year.at('city.lead')
  await opensFromWorklist(lead.page, campaign)
  await takes(lead.page, '启动年度考核', async (step) => { await sees(step, '在册基地各开一件考核，通知基地和依托单位'); await year.shoot(lead.page, 'campaign-open-dialog-1366', false) })
  ;[excellent, fair, poor] = [await year.assessmentOf(carbon), await year.assessmentOf(iron), await year.assessmentOf(coke)]
  await page.goto('/work/assessment')
  await sees(page, '上年为差的基地列入预警')
  await year.shoot(page, 'board-1366')
  await year.onPhone('city.officer', '/work/assessment', 'board')
})

test('Arts. 16, 17: the director writes the report beside the figures of the register, and signs it', async () => {
  await year.writesReport(excellent, 'excellent', { but: ['A.self', 'attachments.A02'] })
  const { page } = await year.at('director.carbon')
  await opensFromWorklist(page, excellent.number)
  await year.shoot(page, 'case-reporting-1366')
  await page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: /签署自评报告|继续填写|填写/ }).first().click()
  await page.waitForURL(/\/report\/KH-/)
  await page.locator('[data-path="A.self"]').getByRole('textbox').fill('对照上年度计划，放大验证、工艺包和培训均已完成，服务收入略有增长。')
  await year.shoot(page, 'report-A-1366')
  await page.goto(`/work/report/${excellent.number}#E`)
  const figures = page.locator('section.panel').filter({ has: page.getByRole('heading', { name: '本年度数据' }) })
  await figures.getByRole('row', { name: /^服务到账额/ }).getByRole('button', { name: /明细/ }).click()
  await sees(figures, '碳纤维轻量化部件放大验证')
  await sees(figures, '关联方')
  await year.shoot(page, 'report-figures-1366')
  await year.onPhone('director.carbon', `/work/report/${excellent.number}`, 'report')
  await page.goto(`/work/report/${excellent.number}#F`)
  await page.locator('[data-path="attachments.A02"] input[type=file]').setInputFiles({ name: '独立核算年度报表.pdf', mimeType: 'application/pdf', buffer: plainPdf(['A02']) })
  await page.getByRole('link', { name: '独立核算年度报表.pdf' }).waitFor()
  await page.locator('[data-saved="yes"]').waitFor()
  await page.getByRole('button', { name: '签署自评报告' }).click()
  const dialog = page.getByRole('dialog')
  await year.shoot(page, 'report-sign-1366', false)
  await dialog.getByLabel('已阅读并作出承诺').check()
  await signs(dialog, '签署自评报告')
  await page.getByRole('heading', { name: '已签署' }).waitFor()
  await year.shoot(page, 'report-signed-1366')
  for (const [one, key, grade] of [[fair, 'iron', 'fair'], [poor, 'coke', 'fair']] as const) {
    await year.writesReport(one, grade)
    const seat = await year.at(`director.${key}`)
    await seat.page.goto(`/work/report/${one.number}`)
    await seat.page.getByRole('button', { name: '签署自评报告' }).click()
    await seat.page.getByRole('dialog').getByLabel('已阅读并作出承诺').check()
    await signs(seat.page.getByRole('dialog'), '签署自评报告')
    await seat.page.getByRole('heading', { name: '已签署' }).waitFor()
  }
})

const endorses = async (one: Assessed) => {
  const { page } = await year.at(`host.${one.of.key}`)
  await opensFromWorklist(page, one.number)
  await takes(page, '审核报送', async (step) => { await step.getByLabel('依托单位审核意见').fill('自评报告和佐证材料经审核属实，同意报送。'); await step.getByLabel('签署人').fill('单位负责人') })
}
const countyOf = (one: Assessed, role: 'county.officer' | 'county.lead') => year.work.countyName(one.of, role)
const examines = async (one: Assessed, looks = false) => {
  const officer = await year.at(await countyOf(one, 'county.officer'))
  await opensFromWorklist(officer.page, one.number)
  await officer.page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: '逐项核对' }).click()
  await officer.page.getByRole('heading', { name: '逐项核对佐证' }).waitFor()
  for (const group of await officer.page.getByRole('radiogroup').all()) await group.getByText('相符', { exact: true }).click()
  await officer.page.getByLabel('真实性核对情况').fill('抽中佐证逐项核对，原件与登记一致。')
  if (looks) { await year.shoot(officer.page, 'sample-1366'); await year.onPhone(await countyOf(one, 'county.officer'), `/work/cases/${one.number}/sample`, 'sample') }
  await officer.page.getByRole('button', { name: '完成核对' }).click()
  await officer.page.waitForURL(new RegExp(`/cases/${one.number}$`))
  const lead = await year.at(await countyOf(one, 'county.lead'))
  await opensFromWorklist(lead.page, one.number)
  await takes(lead.page, '签署真实性审核意见', async (step) => { await chooses(step, '真实性审核意见', '属实'); await step.getByLabel(/^审核意见/).fill('材料真实，同意上报。') })
}

test('Art. 17(3): hosts endorse; the county returns one report, once, with one list; the sample is answered item by item', async () => {
  for (const one of [excellent, fair, poor]) await endorses(one)
  const officer = await year.at(await countyOf(fair, 'county.officer'))
  await opensFromWorklist(officer.page, fair.number)
  await year.shoot(officer.page, 'case-endorsed-1366')
  const step = await opensStep(officer.page, '退回补正')
  await step.getByRole('combobox').first().selectOption('A01')
  await step.getByLabel('要求').fill('两份服务合同缺少到账凭证，请补充。')
  await year.shoot(officer.page, 'return-1366', false)
  await signs(step, '退回补正')
  await receives(officer.page, '退回补正')
  const director = await year.at('director.iron')
  await director.page.goto(`/work/report/${fair.number}`)
  await sees(director.page, '两份服务合同缺少到账凭证，请补充。')
  await director.page.locator('section.notice textarea').first().fill('已补充两份到账凭证，附件 A01 已更新。')
  await director.page.locator('[data-saved="yes"]').waitFor()
  await year.shoot(director.page, 'supplement-1366')
  await director.page.getByRole('button', { name: '签署补正' }).click()
  await director.page.getByRole('dialog').getByLabel('已阅读并作出承诺').check()
  await signs(director.page.getByRole('dialog'), '签署补正')
  await director.page.getByRole('heading', { name: '已签署' }).waitFor()
  await endorses(fair)
  // A second list is not offered.
  await opensFromWorklist(officer.page, fair.number)
  await sees(officer.page.getByText('现在还不能办理').locator('xpath=ancestor::section').or(officer.page.getByRole('region', { name: '我可以办理' })), /退回补正/)
  for (const one of [excellent, fair, poor]) await examines(one, one === excellent)
})

const scores = async (one: Assessed, share: number, looks = false) => {
  const { page } = await year.at('city.officer')
  await opensFromWorklist(page, one.number)
  if (looks) await year.shoot(page, 'case-verified-1366')
  await page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: /^打分/ }).click()
  await page.getByRole('heading', { name: '考核打分' }).waitFor()
  if (looks) await year.shoot(page, 'points-begun-1366')
  for (const { id, points } of indicatorItems) {
    const row = page.locator('.indicator').filter({ hasText: new RegExp(`^${id.replace('.', '\\.')}　`) })
    await row.getByLabel('得分').fill(String(Math.round(points * share * 100) / 100))
    const reason = row.getByLabel('理由')
    if (await reason.count() > 0) await reason.fill('据佐证和核实情况评定。')
  }
  if (looks) { await year.shoot(page, 'points-1366'); await year.onPhone('city.officer', `/work/cases/${one.number}/points`, 'points') }
  await page.getByRole('button', { name: '打分', exact: true }).click()
  await page.waitForURL(new RegExp(`/cases/${one.number}$`))
  await takes(page, '记录现场抽查', async (step) => {
    await step.getByLabel('抽查日期').fill('2027-01-11')
    if (looks) await year.shoot(page, 'spot-1366', false)
    await namesPeople(step, [['祝启文', '市科技局'], ['管致远', '市产业技术促进中心']])
    await step.getByLabel('抽查情况').fill('核对合同三份、设备十台，与报告一致。')
    await chooses(step, '结论', '与报告一致')
  })
}

test('Art. 18: points beside what the figures give, the grades of all in one act, decided by another', async () => {
  await year.goesOnTo('2027-01-11')
  await scores(excellent, 0.9, true)
  await scores(fair, 0.65)
  await scores(poor, 0.5)
  const { page } = await year.at('city.officer')
  await page.goto(`/work/cases/${campaign}`)
  await year.shoot(page, 'campaign-1366')
  await page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: '拟定档次' }).click()
  await page.getByRole('heading', { name: '拟定档次' }).waitFor()
  await page.getByLabel('拟定意见').fill('按得分和抽查情况拟定。')
  await year.shoot(page, 'grades-1366')
  await year.onPhone('city.officer', `/work/cases/${campaign}/grades`, 'grades')
  await page.getByRole('button', { name: '拟定 3 个' }).click()
  await page.waitForURL(new RegExp(`/cases/${campaign}$`))
  const lead = await year.at('city.lead')
  await lead.page.goto(`/work/cases/${excellent.number}`)
  await year.shoot(lead.page, 'case-proposed-1366')
  await lead.page.goto(`/work/cases/${campaign}`)
  await takes(lead.page, '确定档次', async (step) => {
    await step.getByRole('button', { name: '全选', exact: true }).click()
    await step.getByLabel('会议纪要编号').fill('局务会纪要〔2027〕2号')
    await step.getByLabel('会议日期').fill('2027-01-11')
    await year.shoot(lead.page, 'decide-1366', false)
  })
})

test('Art. 18: the public reads the grades before they stand; then they are announced', async () => {
  const { page } = await year.at('city.officer')
  await page.goto(`/work/cases/${campaign}`)
  await takes(page, '公示考核结果', async (step) => { await step.getByRole('button', { name: '全选', exact: true }).click() })
  const portal = await year.stage.seat()
  await portal.page.goto('/notices')
  await portal.page.getByRole('link', { name: /2026年度中试基地考核结果/ }).first().click()
  await portal.page.getByText('优', { exact: false }).first().waitFor()
  await year.shoot(portal.page, 'notice-1366')
  await year.goesOnTo('2027-01-20')
  const lead = await year.at('city.lead')
  await lead.page.goto(`/work/cases/${campaign}`)
  await takes(lead.page, '通报考核结果', async (step) => { await step.getByRole('button', { name: '全选', exact: true }).click() })
  await page.goto('/work/assessment')
  await year.shoot(page, 'board-announced-1366')
})

test('setting:assess.reviewDays: one review, examined by one and concluded by another; then the grades are final', async () => {
  const host = await year.at('host.iron')
  await host.page.goto(`/work/cases/${fair.number}`)
  await year.shoot(host.page, 'case-announced-host-1366')
  await takes(host.page, '申请复核', async (step) => { await step.getByLabel('申请复核的事实和理由').fill('服务到账额漏计一笔，合同和发票附后，请予复核。') })
  const second = await year.at('city.officer2')
  await opensFromWorklist(second.page, fair.number)
  await takes(second.page, '提出复核意见', async (step) => { await step.getByLabel('复核情况').fill('该笔收入属下一年度，不计入。'); await chooses(step, '建议', '理由不成立，维持') })
  const lead = await year.at('city.lead')
  await opensFromWorklist(lead.page, fair.number)
  await takes(lead.page, '复核维持原结果', async (step) => { await step.getByLabel('维持原结果的理由').fill('所述收入不属于本年度，维持原结果。') })
  await year.goesOnTo('2027-02-01')
  await lead.page.goto(`/work/cases/${excellent.number}`)
  await takes(lead.page, '通报表扬', async (step) => { await step.getByLabel('通报表扬内容').fill('2026 年度考核为优，予以通报表扬。'); await chooses(step, '列入省级推荐优先名单', '是') })
  await year.shoot(lead.page, 'case-commended-1366')
  const county = await year.at(await countyOf(fair, 'county.officer'))
  await county.page.goto(`/work/cases/${fair.number}`)
  await takes(county.page, '记录约谈', async (step) => { await step.getByLabel('约谈日期').fill('2027-02-01'); await step.getByLabel('约谈对象').fill('基地主任、依托单位负责人'); await step.getByLabel('约谈记录').fill('就服务数量不足、培训不够进行了约谈。') })
  await year.shoot(county.page, 'case-talk-1366')
  await county.page.goto(`/work/cases/${fair.number}`)
  // Second in a row: nothing is removed, a case is open and the host reads why.
  const director = await year.at('director.coke')
  await director.page.goto(`/work/cases/${poor.number}`)
  await sees(director.page, '连续两年考核结果为差，撤销程序已启动；未经调查、告知和陈述申辩不撤销。')
  await year.shoot(director.page, 'case-twicepoor-1366')
  await year.onPhone('director.coke', `/work/cases/${poor.number}`, 'case-twicepoor')
  const officer = await year.at('city.officer')
  await officer.page.goto('/work/')
  await officer.page.getByRole('link', { name: /办理 CX-/ }).first().waitFor()
  await year.shoot(officer.page, 'worklist-revocation-1366')
  for (const [name, seat] of Object.entries(year.seats)) expect([name, unmeant(seat, /404 GET \/api\/cases\/.*\/draft/)]).toEqual([name, []])
})
