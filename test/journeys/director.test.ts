/** A director at the screen: a third term is refused until somebody says what is special about it, then approved by the city; and a filing. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { plainPdf } from '../../src/demo/pdf.ts'
import type { BaseCase } from '../../src/procedures/base/base.case.ts'
import { type Case, casework, type Casework } from '../casework.ts'
import { chooses, opensFromWorklist, opensStep, receives, sees, signs, takes } from './acts.ts'
import { openStage, type Seat, type Stage, unmeant } from './stage.ts'

let stage: Stage
let work: Casework
let of: Case
let base = ''
let file = ''
const seats: Record<string, Seat> = {}
const shots = process.env.SHOTS
const at = async (username: string) => (seats[username] ??= await stage.seat(username))
const shoot = async (page: Page, name: string) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) }
const registered = async () => (await (await stage.town.as('city.officer')).detail(file)).case.file as unknown as BaseCase
const begins = async (page: Page, code: string): Promise<string> => {
  await page.goto('/work/matters/new')
  await page.getByRole('button', { name: new RegExp(`^填写 ${code} `) }).click()
  await page.waitForURL(/\/cases\/ZD-/)
  return page.url().match(/ZD-\d{4}-\d{4}/)![0]
}
const attaches = async (page: Page, codes: readonly string[]) => {
  for (const code of codes) {
    await page.locator(`[data-path="attachments.${code}"] input[type=file]`).setInputFiles({ name: `${code}.pdf`, mimeType: 'application/pdf', buffer: plainPdf([code]) })
    await page.getByRole('link', { name: `${code}.pdf` }).waitFor()
  }
  await page.locator('[data-saved="yes"]').waitFor()
}
const applies = async (step: ReturnType<Page['locator']>) => { await step.getByLabel('签署人（主任）').fill('韩知远'); await step.getByLabel('所填内容和附件真实、完整').check() }
const special = '主持的国家专项尚未结题，暂无合适人选。'
/** Host, county officer and county lead, each from the own worklist. */
async function goesUp(number: string, examines: (step: ReturnType<Page['locator']>) => Promise<unknown> = async () => undefined) {
  const [host, officer, lead] = [await at('host.carbon'), await at('county.yuci'), await at('county.yuci.lead')]
  await opensFromWorklist(host.page, number)
  await takes(host.page, '上报', async (step) => { await step.getByLabel('依托单位意见').fill('经单位研究，同意上报。'); await step.getByLabel('签署人').fill('王建棠') })
  await opensFromWorklist(officer.page, number)
  await takes(officer.page, '提交核查意见', async (step) => { await chooses(step, '真实性', '属实'); await chooses(step, '已到现场核对', '是'); await step.getByLabel('核查意见').fill('经核对，所报属实。') })
  await opensFromWorklist(lead.page, number)
  await takes(lead.page, '审定', async (step) => { await chooses(step, '审定意见', '同意上报'); await step.getByLabel(/^意见/).fill('同意上报市科技局。'); await examines(step) })
}

beforeAll(async () => {
  stage = await openStage()
  work = casework(stage.town)
  of = await work.queued('carbon')
  await work.concluded([of])
  await work.onNotice(of)
  await stage.goesOnTo('2026-12-01')
  await work.step(of, stage.town.as('city.lead'), 'recognise')
  await work.appoints(of, 'director.carbon', 'base.director')
  base = await work.baseNumberOf(of)
  file = await work.baseOf(of)
  // Two terms of the same person behind: entered as the matters of those years would have left them.
  const term = (from: string, to: string) => ({ director: { name: '韩知远', bornOn: '1972-05', title: 'senior', from, to } })
  for (const [from, to] of [['2017-01-01', '2021-12-31'], ['2022-01-01', '2026-12-31']] as const) await work.asSystem(file, 'appointDirector', term(from, to))
  // The next morning the clock looks at what runs out.
  await stage.goesOnTo('2026-12-02')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

test('Art. 14: the end of the term stands on the worklist of the host before it comes, and on that of the director', async () => {
  for (const username of ['host.carbon', 'director.carbon']) {
    const { page } = await at(username)
    await page.goto('/work/')
    await sees(page, '办理到期事项')
    await page.goto('/work/watch')
    await sees(page, '主任任期')
    await sees(page, '2026-12-31')
  }
  await shoot((await at('host.carbon')).page, 'watch-director-1366')
})

test('Art. 14: a third consecutive term takes approval; without its special circumstances it is refused', async () => {
  const { page } = await at('director.carbon')
  const number = await begins(page, 'M05')
  await chooses(page, '任职方式', '任期主任')
  await page.getByLabel('姓名', { exact: false }).first().fill('韩知远')
  await page.getByLabel(/^出生年月/).fill('1972-05')
  await page.getByLabel(/^职称/).selectOption({ label: '正高级' })
  await page.getByRole('textbox', { name: /^聘任之日/ }).fill('2027-01-01')
  await page.getByRole('button', { name: '按 5 年填 2031-12-31' }).click()
  await chooses(page, '全职', '是')
  await page.getByLabel('事由和说明').fill('任期届满，依托单位拟续聘。')
  await attaches(page, ['A01', 'A02', 'A03'])
  await sees(page, '本次按审批办理：连任超过两届')
  await shoot(page, 'third-term-draft-1366')
  // The dialog says what is wanted before anything is sent; nothing is handed in without it.
  const step = await opensStep(page, '提出申请')
  await applies(step)
  await step.getByText('拟任为连续第 3 届，超过 2 届；请写明特殊情况，由市科技局批准。').first().waitFor()
  await signs(step, '提出申请')
  await sees(step, /还缺/)
  const told = await (await stage.town.as('director.carbon')).call<{ rows: { id: string }[] }>('GET', `/api/cases?q=${number}`)
  const refused = await (await stage.town.as('director.carbon')).step(told.body.rows[0]!.id, 'apply', { signedBy: '韩知远', truthful: true })
  expect([refused.status, refused.body.refusals?.map(({ rule, law, reason }) => [rule, law, reason])]).toEqual([422, [['furtherTermIsSpecial', 'Art. 14', '拟任为连续第 3 届，超过 2 届；请写明特殊情况，由市科技局批准。']]])
  expect((await registered()).terms).toHaveLength(3)
  await step.locator('.reasons textarea').fill(special)
  await shoot(page, 'third-term-apply-1366')
  await signs(step, '提出申请')
  await receives(page, '提出申请')
  await goesUp(number, (one) => one.locator('.reasons textarea').fill('情况属实，同意作为特殊情况上报。'))
  const officer = await at('city.officer')
  await opensFromWorklist(officer.page, number)
  // What takes approval cannot be filed.
  expect(await officer.page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: '备案', exact: true }).count()).toBe(0)
  await takes(officer.page, '提交拟办意见', async (one) => { await chooses(one, '拟办', '拟批准'); await one.getByLabel('拟办意见和依据').fill('第十四条特殊情况成立，材料齐全，拟予批准。') })
  const lead = await at('city.lead')
  await opensFromWorklist(lead.page, number)
  await takes(lead.page, '批准', async (one) => { await one.locator('.reasons textarea').fill('国家专项在研，同意作为特殊情况。'); await one.getByLabel('批准意见').fill('同意续聘，到期不再续任。') })
  await sees(lead.page, '已批准')
  // The timeline tells the terms: their number, the approval, and what was said for it.
  await page.goto(`/work/bases/${base}`)
  const terms = page.getByRole('region', { name: '主任', exact: true })
  for (const says of ['连续第 1 届', '连续第 2 届', '连续第 3 届', `市局批准 ${number}`, special]) await sees(terms, says)
  await shoot(page, 'director-terms-1366')
  expect((await registered()).terms.at(-1)).toMatchObject({ name: '韩知远', from: '2027-01-01', to: '2031-12-31', approved: true, matter: { number }, reasons: { 'base.furtherTermIsSpecial': special } })
  for (const one of [await at('director.carbon'), officer, lead]) expect(unmeant(one, /404 GET \/api\/cases\/.*\/draft/)).toEqual([])
})

test('Art. 15: a filing ends with the city’s officer, and stands in the history of the base', async () => {
  const { page } = await at('director.carbon')
  const number = await begins(page, 'M10')
  await chooses(page, '变更内容', '收费标准')
  await page.getByLabel('变更前后对照').fill('热压成型由 1,200 元/小时调为 1,050 元/小时。')
  await page.getByRole('textbox', { name: /^发生日期/ }).fill('2026-11-25')
  await page.getByLabel('事由和说明').fill('用户增多，摊薄成本。')
  await attaches(page, ['A01'])
  await takes(page, '提出申请', applies)
  await goesUp(number)
  const officer = await at('city.officer')
  await opensFromWorklist(officer.page, number)
  await takes(officer.page, '备案', async (step) => { await step.getByLabel('备案意见').fill('准予备案。') })
  await sees(officer.page, '已备案')
  await shoot(officer.page, 'filed-1366')
  await page.goto(`/work/bases/${base}`)
  await sees(page.locator('.life').first(), number)
  expect((await registered()).matters).toMatchObject([{ number, code: 'M10', effectiveOn: '2026-11-25', inForce: true }])
  expect(unmeant(officer)).toEqual([])
})
