/** Inspections at the screen: planned, recorded on a phone with a photograph, rectified item by item, escalated to the city; a base suspended and lifted. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { plainPdf } from '../../src/demo/pdf.ts'
import { picture } from '../../src/demo/picture.ts'
import { inspectionExamples as example, itemsFound } from '../../src/procedures/inspection/inspection.examples.ts'
import { inspection2026, itemsFor } from '../../src/settings/inspection-2026.ts'
import type { BaseCase } from '../../src/procedures/base/base.case.ts'
import { type Case, casework, type Casework } from '../casework.ts'
import { chooses, opensFromWorklist, sees, takes } from './acts.ts'
import { openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

let stage: Stage
let work: Casework
let carbon: { of: Case; number: string; file: string }
let iron: { of: Case; number: string; file: string }
let number = ''
const seats: Record<string, Seat> = {}
const shots = process.env.SHOTS
const at = async (username: string) => (seats[username] ??= await stage.seat(username))
const shoot = async (page: Page, name: string) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) }
const registered = async (of: { file: string }) => (await (await stage.town.as('city.officer')).detail(of.file)).case.file as unknown as BaseCase & { baseStatus: string }
/** What everybody reads of the base, at the portal and without a script. */
const portalSays = async (of: { number: string }, status: string) => {
  const citizen = await stage.seat(undefined, { javaScriptEnabled: false })
  await citizen.goes(`/bases/${of.number}`)
  await sees(citizen.page.locator('.head'), status)
  await citizen.leaves()
}
/** The band over the page of the base. */
const baseSays = async (page: Page, of: { number: string }, status: string) => {
  await page.goto(`/work/bases/${of.number}`)
  await sees(page.locator('.base-page .head'), status)
}

beforeAll(async () => {
  stage = await openStage()
  work = casework(stage.town)
  const cases = [await work.queued('carbon'), await work.queued('iron')] as [Case, Case]
  await work.concluded(cases)
  for (const of of cases) await work.onNotice(of)
  await stage.goesOnTo('2026-12-01')
  for (const of of cases) await work.step(of, stage.town.as('city.lead'), 'recognise')
  const about = async (of: Case) => ({ of, number: await work.baseNumberOf(of), file: await work.baseOf(of) })
  carbon = await about(cases[0])
  iron = await about(cases[1])
  await work.appoints(cases[0], 'director.carbon', 'base.director')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

test('Art. 7(3): a plan of the county becomes an inspection; the base is told', async () => {
  const officer = await at('county.yuci')
  const { page } = officer
  await page.goto('/work/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '检查与整改' }).click()
  await sees(page, '没有。')
  await page.getByRole('link', { name: '编制检查计划' }).click()
  const opening = page.locator('[data-step]')
  await opening.getByLabel('计划名称').fill('2026 年末安全检查')
  await chooses(opening, '检查类型', '专项检查')
  await opening.getByRole('textbox', { name: /^完成期限/ }).fill('2026-12-31')
  await opening.getByLabel(/^检查重点/).fill('冬季安全、消防手续、危险废物台账。')
  await opening.getByRole('button', { name: '编制检查计划' }).click()
  await page.waitForURL(/\/cases\/JH-/)
  await shoot(page, 'plan-1366')
  await takes(page, '选定基地', async (step) => {
    await step.getByRole('checkbox', { name: /^列入 .*碳纤维/ }).check()
    await step.getByLabel(/碳纤维.* 的理由/).fill('年内新认定，从未检查。')
  })
  const plan = page.url().match(/JH-\d{4}-\d{4}/)![0]
  const lead = await at('county.yuci.lead')
  await lead.page.goto(`/work/cases/${plan}`)
  await takes(lead.page, '批准并下达')
  await sees(lead.page, '计划内的检查')
  // Each base of the plan has its inspection, on the worklist of who must act.
  await page.goto('/work/')
  await page.getByRole('link', { name: /^办理 JC-/ }).click()
  number = page.url().match(/JC-\d{4}-\d{4}/)![0]
  await takes(page, '告知检查', async (step) => {
    await step.getByRole('textbox', { name: /^检查日期/ }).fill('2026-12-07')
    for (const [index, name] of ['陈立勉', '周岚清'].entries()) {
      if (index > 0) await step.getByRole('button', { name: '增加', exact: true }).click()
      await step.getByLabel(`姓名 ${index + 1}`).fill(name)
    }
    await step.getByLabel(/^检查内容和须备的材料/).fill('安全、环保、核算、管委会、服务台账。')
  })
  const host = await at('host.carbon')
  await host.page.goto(`/work/cases/${number}`)
  await sees(host.page, '检查日期 2026-12-07')
})

test('Art. 7(3): recorded on a phone: every item, what the register shows, a photograph, two signatures', async () => {
  await stage.goesOnTo('2026-12-07')
  const seat = await stage.seat('county.yuci', { viewport: phone })
  const { page } = seat
  await page.goto(`/work/cases/${number}`)
  await page.getByRole('link', { name: /^(记录检查|现场检查)/ }).first().click()
  const asked = new Set(itemsFor(false).map(({ id }) => id))
  let shown = 0
  for (const [index, block] of inspection2026.blocks.entries()) {
    for (const item of block.items.filter(({ id }) => asked.has(id))) {
      const card = page.getByRole('region', { name: item.words.zh, exact: true })
      await card.waitFor()
      const told = await card.locator('.note.am').count()
      shown += told
      if (item.kind === 'figure') {
        const declared = (await card.locator('.cmp b').first().textContent())!.replaceAll(',', '')
        await card.getByLabel(`${item.words.zh} 核实值`).fill(declared === '—' ? '0' : declared)
      }
      const answer = item.id === 'J1.2' ? '不符合' : item.id === 'J2.2' ? '基本符合' : '符合'
      await card.getByText(answer, { exact: true }).click()
      if (item.id === 'J1.2') {
        await card.getByRole('textbox').last().fill('消防验收合格证已过期，未见续办材料。')
        await card.locator('input[type=file]').setInputFiles({ name: 'hall.png', mimeType: 'image/png', buffer: picture('before') })
        await page.locator('.pics img').waitFor()
      } else if (item.id === 'J2.2') await card.getByRole('textbox').last().fill('台账缺两笔，联单齐全。')
      // What the register shows as missing is answered in words where the inspector finds otherwise.
      else if (told > 0) await card.getByRole('textbox').last().fill('现场已出示，尚未登记。')
    }
    if (index === 0) await shoot(page, 'record-390')
    await page.getByRole('button', { name: inspection2026.blocks[index + 1] ? `下一部分 ${inspection2026.blocks[index + 1]!.id}` : '结论与签字' }).last().click()
  }
  expect(shown, 'the register shows something as missing').toBeGreaterThan(1)
  await sees(page, '还缺：')
  await chooses(page, '发现重大事故隐患', '否')
  await page.getByLabel('被检查单位在场人').fill('王建棠')
  await page.getByLabel('检查意见').fill('运行正常，消防手续须补办。')
  await page.getByLabel('检查人员签字').fill('陈立勉\n周岚清')
  await shoot(page, 'record-finish-390')
  await page.getByRole('button', { name: '提交检查记录' }).click()
  await page.getByRole('heading', { name: /^已(办理|签署)：记录检查/ }).waitFor()
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(1)
  expect(unmeant(seat)).toEqual([])
  await seat.leaves()
  expect((await registered(carbon)).inspections).toMatchObject([{ number, result: 'findings', on: '2026-12-07' }])
})

test('Arts. 7(3), 8(1): one proposes what is to be put right, another orders it; the base reports with evidence; verified and closed', async () => {
  const officer = await at('county.yuci')
  await opensFromWorklist(officer.page, number)
  await takes(officer.page, '提出整改要求', async (step) => {
    await step.getByLabel('整改要求').first().fill('补办消防验收，上传合格证。')
    await step.getByRole('textbox', { name: /^整改期限/ }).first().fill('2026-12-31')
    await step.getByText('列入整改').click()
    await step.getByLabel('整改要求').nth(1).fill('补齐危险废物台账。')
    await step.getByRole('textbox', { name: /^整改期限/ }).nth(1).fill('2026-12-18')
    await step.getByLabel('处理意见').fill('限期整改，逐项报告。')
    await shoot(officer.page, 'propose-1366')
  })
  const lead = await at('county.yuci.lead')
  await opensFromWorklist(lead.page, number)
  await takes(lead.page, '责令整改')
  const host = await at('host.carbon')
  await baseSays(host.page, carbon, '整改中')
  await portalSays(carbon, '整改中')
  await opensFromWorklist(host.page, number)
  await host.page.getByRole('region', { name: '文书' }).getByText('整改通知书').waitFor()
  await takes(host.page, '报告整改', async (step) => {
    for (const [index, answer] of ['已取得新的消防验收合格证，见附件。', '台账已补齐，由安全员复核。'].entries()) await step.getByLabel('整改情况').nth(index).fill(answer)
    await step.locator('input[type=file]').first().setInputFiles({ name: '合格证.pdf', mimeType: 'application/pdf', buffer: plainPdf(['fire']) })
    await step.getByRole('button', { name: /合格证.pdf/ }).waitFor()
    await step.getByLabel('签署人').fill('王建棠')
    await shoot(host.page, 'report-1366')
  })
  await opensFromWorklist(officer.page, number)
  await takes(officer.page, '核查整改', async (step) => {
    await step.getByRole('textbox', { name: /^核查日期/ }).fill('2026-12-07')
    for (const id of ['J1.2', 'J2.2']) await chooses(step, `${id} 核查结果`, '已整改到位')
    await step.locator('input[type=file]').first().setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: picture('after') })
    await step.locator('.shots img').waitFor()
  })
  await sees(officer.page, '到位 2 / 2 项')
  await shoot(officer.page, 'verified-1366')
  await lead.page.goto(`/work/cases/${number}`)
  await takes(lead.page, '整改办结', async (step) => { await step.getByLabel('办结意见').fill('整改到位，予以办结。') })
  await sees(lead.page, '2026-12-07 办结：整改到位')
  await baseSays(host.page, carbon, '运行')
  for (const line of ['检查结果', '进入整改', '整改结束']) await sees(host.page.locator('.life'), line)
  await portalSays(carbon, '运行')
  expect((await registered(carbon)).rectifications).toMatchObject([{ number, dueOn: '2026-12-18', ended: '2026-12-07' }])
  for (const one of [officer, lead, host]) expect(unmeant(one)).toEqual([])
})

test('Arts. 6(4), 7(3): what the county cannot bring about goes to the city, whose lead sets a term once more', async () => {
  const [officer, lead] = [await stage.town.as('county.taigu'), await stage.town.as('county.taigu.lead')]
  const { id, number: other } = await officer.opened('inspection', { ...example.open, base: iron.number })
  await officer.did(id, 'goUnannounced', example.goUnannounced)
  await officer.did(id, 'record', { ...example.record, inspectedOn: '2026-12-07', items: itemsFound({ 'J1.2': { answer: 'fails', note: '消防验收合格证已过期。' } }) })
  await officer.did(id, 'proposeRectification', { ...example.proposeRectification, demands: [{ item: 'J1.2', demand: '补办消防验收。', dueOn: '2026-12-18' }] })
  await lead.did(id, 'requireRectification')
  const county = await at('county.taigu.lead')
  await county.page.goto(`/work/cases/${other}`)
  await takes(county.page, '提请市科技局处理', async (step) => {
    await step.getByLabel('提请市科技局处理的理由').fill('基地已停产，督促无效。')
    await step.locator('.reasons textarea').fill('期限未到而基地已停产，县级无法促成。')
  })
  await sees(county.page, '已于 2026-12-07 提请市科技局：基地已停产，督促无效。')
  const city = await at('city.lead')
  await opensFromWorklist(city.page, other)
  await shoot(city.page, 'escalated-1366')
  await takes(city.page, '再次限期整改', async (step) => {
    await step.getByRole('textbox', { name: /^再次整改的期限/ }).fill('2027-01-29')
    await step.getByLabel('处理意见').fill('再给一次期限，逾期移送。')
  })
  await sees(city.page, '整改中')
  expect((await registered(iron)).rectifications).toMatchObject([{ number: other, dueOn: '2027-01-29', ended: null }])
  await baseSays(city.page, iron, '整改中')
  for (const one of [county, city]) expect(unmeant(one)).toEqual([])
})

test('Art. 6(3): danger stops a base at once; the city confirms; put right and looked at, the city’s lead lifts it', async () => {
  const officer = await at('county.yuci')
  const { page } = officer
  await page.goto('/work/inspections')
  await page.getByRole('link', { name: '立即暂停' }).click()
  const opening = page.locator('[data-step]')
  await opening.getByRole('combobox', { name: /^中试基地/ }).selectOption({ value: carbon.number })
  await chooses(opening, '暂停情形', '安全环保风险')
  await opening.getByLabel('发现的事实').fill('可燃气体报警装置失效，中试线仍在运行。')
  await opening.getByLabel('须立即暂停的理由').fill('存在即时危险，须立即停止中试活动。')
  await opening.getByRole('button', { name: /立即暂停$/ }).click()
  await page.waitForURL(/\/cases\/ZT-/)
  const held = page.url().match(/ZT-\d{4}-\d{4}/)![0]
  const director = await at('director.carbon')
  await baseSays(director.page, carbon, '暂停')
  await sees(director.page.getByRole('alert'), '须立即停止中试活动')
  // A band in vermilion: since when, by whom, what is stopped; on the tables of its services as well.
  const band = director.page.locator('.held')
  for (const says of ['安全暂停', '自 2026-12-07', '组织管理部门决定', held, '暂停期间不得承接新的中试委托', '最长至 2027-06-07。']) await sees(band, says)
  expect(await director.page.evaluate<string>("getComputedStyle(document.querySelector('.held')).backgroundColor")).toBe('rgb(165, 49, 42)')
  await shoot(director.page, 'held-base-1366')
  await director.page.goto(`/work/bases/${carbon.number}/services`)
  await sees(director.page.locator('.held'), held)
  await portalSays(carbon, '暂停')
  const lead = await at('city.lead')
  await opensFromWorklist(lead.page, held)
  await takes(lead.page, '确认暂停', async (step) => { await step.getByRole('textbox', { name: /^暂停至/ }).fill('2027-01-29'); await step.getByLabel('解除条件').fill('报警装置修复并检测合格。') })
  await director.page.goto(`/work/cases/${held}`)
  await takes(director.page, '申请解除暂停', async (step) => {
    await step.getByLabel('整改和自查情况').fill('报警装置已更换，检测合格，操作人员已培训。')
    await step.locator('input[type=file]').setInputFiles({ name: '检测报告.pdf', mimeType: 'application/pdf', buffer: plainPdf(['detector']) })
    await step.getByRole('button', { name: /检测报告.pdf/ }).waitFor()
  })
  await opensFromWorklist(page, held)
  await takes(page, '核查并建议解除', async (step) => { await step.getByRole('textbox', { name: /^现场核查日期/ }).fill('2026-12-07'); await step.getByLabel('核查情况').fill('现场核查，装置运行正常，检测报告属实。') })
  await opensFromWorklist(lead.page, held)
  await takes(lead.page, '解除暂停')
  await sees(lead.page, '已解除')
  await shoot(lead.page, 'suspension-lifted-1366')
  await baseSays(director.page, carbon, '运行')
  await portalSays(carbon, '运行')
  expect((await registered(carbon)).holds).toMatchObject([{ number: held, kind: 'safety', lifted: { on: '2026-12-07' } }])
  for (const one of [officer, director, lead]) expect(unmeant(one)).toEqual([])
})
