import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../../src/contract.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { rowOf, sql } from '../../src/platform/query.ts'
import { casework, type Casework } from '../casework.ts'
import { jurisdiction } from '../town.ts'
import { opensStep, receives, sees, settled, signs, takes } from './acts.ts'
import { joinsHost, openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

let stage: Stage
let work: Casework
beforeAll(async () => {
  stage = await openStage()
  work = casework({ ...stage.town, on: () => undefined })
  await joinsHost(stage.town, 'director.iron', 'org-iron')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

const numberOf = async (id: string) => (await rowOf<{ number: string }>(stage.town.pools.jobs, sql`select number from case_head where jurisdiction = ${jurisdiction} and id = ${id}`))!.number
const draftOf = async (seat: Seat, id: string) => (await (await seat.context.request.get(`/api/cases/${id}/draft`)).json()) as Draft
const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]`).locator('input[type=text], textarea').first()
const saved = (page: Page) => page.locator('[data-saved="yes"]').waitFor()

test('Art. 10(2): three items are returned; the host sees only these unlocked and answers; the officer compares field by field', async () => {
  const of = await work.submitted('iron')
  const number = await numberOf(of.id)
  const officer = await stage.seat('county.taigu')
  await officer.goes(`/work/cases/${number}`)
  const demands = [['E.equipment', '请核对设备原值与资产卡片。'], ['D.leaseTo', '请补充续租协议。'], ['A11', '信用报告请重新查询并上传。']]
  await takes(officer.page, '退回补正', async (step) => {
    for (const [index, [place, demand]] of demands.entries()) {
      // The first item stands there already.
      if (index > 0) await step.getByRole('button', { name: '增加一项' }).click()
      const entry = step.locator('.entry').nth(index)
      await entry.getByRole('combobox').selectOption(place!)
      await entry.getByLabel('要求').fill(demand!)
    }
  })
  await sees(officer.page, '待补正')

  // On the phone: the same form, with nothing open but what was asked.
  const host = await stage.seat('host.iron', { viewport: phone })
  const { page } = host
  await host.goes(`/work/apply/${number}#D`)
  const notice = page.getByRole('region', { name: '补正事项' })
  await sees(notice, '还有 3 项未答复')
  for (const [, demand] of demands) await sees(notice, demand!)
  await field(page, 'D.leaseTo').waitFor()
  expect(await field(page, 'D.address').isEditable()).toBe(false)
  expect(await field(page, 'D.leaseTo').isEditable()).toBe(true)
  await field(page, 'D.leaseTo').fill('2032-06-30')
  await field(page, 'D.leaseTo').blur()
  for (const [no, answer] of ['已按资产卡片更正。', '已与出租方续签。', '已重新查询。'].entries()) await notice.getByLabel(`第 ${no + 1} 项的答复`).fill(answer)
  await sees(notice, '各项均已答复')
  await saved(page)
  // A colleague at another machine reads the same answers, mends one, and the phone shows what stands there now.
  const colleague = await stage.seat('director.iron')
  await colleague.goes(`/work/apply/${number}#D`)
  const beside = colleague.page.getByRole('region', { name: '补正事项' })
  await sees(beside, '各项均已答复')
  await beside.getByLabel('第 2 项的答复').fill('已与出租方续签至 2032 年。')
  await saved(colleague.page)
  await colleague.leaves()
  await page.reload()
  await expect.poll(() => notice.getByLabel('第 2 项的答复').inputValue()).toBe('已与出租方续签至 2032 年。')
  // What was not asked may be changed too, and will be told apart.
  await notice.getByLabel('修改其他内容（将另行标注）').check()
  await field(page, 'D.address').fill('胡村玛钢产业园三号路 8 号')
  await saved(page)
  await page.goto(`/work/apply/${number}#E`)
  await field(page, 'E.equipment.e1.hours').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1900')
  await saved(page)
  const credit = page.locator('[data-path="attachments.A11"]')
  await page.goto(`/work/apply/${number}#${(await sectionOf(page, 'A11'))}`)
  await credit.locator('input[type=file]').setInputFiles({ name: '信用报告（更正）.pdf', mimeType: 'application/pdf', buffer: plainPdf(['A11']) })
  await credit.getByRole('link', { name: '信用报告（更正）.pdf' }).waitFor()
  await page.getByRole('button', { name: '提交申请' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('已阅读并作出申报承诺').check()
  await signs(dialog, '提交申请')
  await page.getByRole('heading', { name: '已提交' }).waitFor()

  await officer.goes(`/work/cases/${number}`)
  await officer.page.getByRole('heading', { name: '补正对照' }).waitFor()
  const item = (no: number) => officer.page.locator(`#item-${no}`)
  for (const [no, before, after, answer] of [[1, '1,800', '1,900', '已按资产卡片更正。'], [2, '2029-04-23', '2032-06-30', '已与出租方续签至 2032 年。'], [3, '', '信用报告（更正）.pdf', '已重新查询。']] as const) {
    await sees(item(no), after)
    await sees(item(no), answer)
    if (before) await item(no).locator('del, s, .old').filter({ hasText: before }).first().waitFor()
  }
  const outside = officer.page.locator('.outside')
  await sees(outside, '告知清单以外的改动 1 处')
  await sees(outside, '胡村玛钢产业园三号路 8 号')
  for (const seat of [officer, host]) { expect(unmeant(seat)).toEqual([]); await seat.leaves() }
})

test('Art. 8: an agreement changed after it was confirmed is refused until the partner confirms it again', async () => {
  const of = await work.filled('carbon')
  const number = await numberOf(of.id)
  const host = await stage.seat('host.carbon')
  await host.goes(`/work/apply/${number}#C`)
  const precheck = host.page.getByRole('complementary', { name: '预审' })
  await sees(precheck, '须补 0')
  await field(host.page, 'C.costRule').fill('费用由双方各承担一半。')
  await saved(host.page)
  await sees(precheck, '须补 1')
  await sees(host.page, '补齐 1 项后可提交')
  const told = await (await stage.town.as('host.carbon')).step(of.id, 'submit', { commitments: true, signedBy: '王建棠' })
  expect([told.status, told.body.refusals?.map(({ law }) => law)]).toEqual([422, ['Art. 8']])

  const partner = await stage.seat('partner.univ')
  await partner.goes(`/work/apply/${number}`)
  await sees(partner.page, '费用由双方各承担一半。')
  await partner.page.getByRole('button', { name: '确认共建协议' }).first().click()
  const dialog = partner.page.getByRole('dialog')
  await signs(dialog, '确认共建协议')
  await receives(partner.page, '确认共建协议')

  await host.page.reload()
  await sees(precheck, '须补 0')
  await host.page.getByRole('button', { name: '提交申请' }).click()
  await host.page.getByRole('dialog').getByLabel('已阅读并作出申报承诺').check()
  await signs(host.page.getByRole('dialog'), '提交申请')
  await host.page.getByRole('heading', { name: '已提交' }).waitFor()
  for (const seat of [host, partner]) { expect(unmeant(seat)).toEqual([]); await seat.leaves() }
})

test('Art. 10(2): a refusal shows every ground at once, word for word, each with its article', async () => {
  const of = await work.submitted('hydraulic')
  const lead = await stage.seat(await work.countyName(of, 'county.lead'))
  await lead.goes(`/work/cases/${await numberOf(of.id)}?step=recommend`)
  const step = lead.page.locator('[data-step]')
  const reasons = { researchStrength: '有调查为证。', teamLevel: '队伍相称。' }
  await step.getByLabel('推荐意见').waitFor()
  for (const [index, box] of (await step.locator('.reasons textarea').all()).entries()) await box.fill(Object.values(reasons)[index]!)
  await step.getByLabel('推荐意见').fill('同意推荐。')
  await signs(step, '推荐')
  const { body } = await (await work.county(of, 'county.lead')).step(of.id, 'recommend', { opinion: '同意推荐。', reasons })
  const refused = step.getByRole('alert')
  await sees(refused, `现在不能签署：${body.refusals!.length} 项`)
  expect(body.refusals!.length).toBeGreaterThan(1)
  expect(await refused.locator('.ground b').allInnerTexts()).toEqual(body.refusals!.map(({ reason }) => reason))
  expect(await refused.locator('.ground .cite').count()).toBe(body.refusals!.length)
  // Nothing typed is lost by it.
  expect(await step.getByLabel('推荐意见').inputValue()).toBe('同意推荐。')
  expect(unmeant(lead, /^422 POST .*\/steps\/recommend$/)).toEqual([])
  await lead.leaves()
})

test('a session that ends in the middle of typing: one signs in over the form, nothing typed is lost, and what was under way goes on', async () => {
  const of = await work.filled('fittings')
  const seat = await stage.seat('host.fittings')
  const { page, context } = seat
  await seat.goes(`/work/apply/${await numberOf(of.id)}#D`)
  // Whoever writes nowhere yet is asked at once; a page that still loads would meet the ended session before the first key.
  await field(page, 'D.address').focus()
  await page.waitForLoadState('networkidle')
  await context.clearCookies()
  await field(page, 'D.address').fill('工业园一号路 1 号')
  const dialog = page.getByRole('dialog', { name: '请重新登录' })
  // A click waits for frames, and a page behind others draws none.
  await page.bringToFront()
  await page.getByRole('alert').getByRole('button', { name: '重新登录' }).click()
  await dialog.waitFor()
  expect(await field(page, 'D.address').inputValue()).toBe('工业园一号路 1 号')
  await dialog.getByLabel('密码').fill(stage.password)
  await dialog.getByRole('button', { name: '登录' }).click()
  await dialog.waitFor({ state: 'detached' })
  await saved(page)
  expect((await draftOf(seat, of.id)).values['D.address']).toBe('工业园一号路 1 号')
  expect(unmeant(seat, /^401 /)).toEqual([])
  await seat.leaves()
})

test('412: somebody else moved the case meanwhile; who, when and to what is told, and the own text stays', async () => {
  const of = await work.submitted('coke')
  const seat = await stage.seat(await work.countyName(of, 'county.officer'))
  await seat.goes(`/work/cases/${await numberOf(of.id)}`)
  const step = await opensStep(seat.page, '退回补正')
  await step.getByRole('combobox').selectOption('E.equipment')
  await step.getByLabel('要求').fill('请核对设备原值。')
  await (await work.host(of)).did(of.id, 'withdraw', { reason: '材料需要较大调整。' })
  await signs(step, '退回补正')
  const told = step.getByRole('alert')
  await sees(told, /靳长庚.* 已办理“撤回申请”，状态变为“已撤回”。/)
  expect(await step.getByLabel('要求').inputValue()).toBe('请核对设备原值。')
  await told.getByRole('button', { name: '看变动并继续' }).click()
  await sees(seat.page, '已撤回')
  expect(await step.getByLabel('要求').inputValue()).toBe('请核对设备原值。')
  expect(unmeant(seat, /^412 POST/)).toEqual([])
  await seat.leaves()
})

test('in English nothing Chinese is left on the pages of the walk but data and the text of the Measures, and every page fits the screen', async () => {
  const [draft, submitted, visited] = [await work.filled('textile'), await work.submitted('gears'), await work.queued('filter')]
  await work.concluded([visited])
  await work.proposed(visited)
  const numbers = await Promise.all([draft, submitted, visited].map(({ id }) => numberOf(id)))
  const [county, lead] = [await work.countyName(submitted, 'county.officer'), await work.countyName(submitted, 'county.lead')]
  const walks: [string, string[]][] = [
    ['host.textile', ['/', '/apply', ...['A', 'D', 'E', 'M'].map((section) => `/apply/${numbers[0]}#${section}`), `/cases/${numbers[0]}`]],
    [county, ['/', `/cases/${numbers[1]}`, `/cases/${numbers[1]}?step=examine`, `/cases/${numbers[1]}?step=returnForSupplement`]],
    [lead, [`/cases/${numbers[1]}?step=recommend`]],
    ['city.officer', ['/', '/cases?procedure=recognition', '/batches', '/experts', '/rules?tab=settings&key=county.reviewDays', '/rules?tab=coverage', '/statistics', `/cases/${numbers[2]}`]],
    ['city.lead', [`/cases/${numbers[2]}?step=approve`, `/cases/${numbers[2]}?step=decline`]],
  ]
  const left: string[] = []
  for (const [username, paths] of walks) {
    const seat = await stage.seat(username, { language: 'en' })
    const data = new Set<string>()
    // Known before the page has it: an answer read beside the page may come too late to be told from words of ours.
    await seat.page.route('**/api/**', async (route) => {
      const response = await route.fetch()
      if (response.headers()['content-type']?.includes('json')) gathers(await response.json(), data)
      await route.fulfill({ response })
    })
    for (const path of paths) {
      await seat.goes(`/work${path}`)
      await settled(seat.page)
      // English words are longer.
      const wide = await seat.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
      if (wide > 0) left.push(`${username} ${path}: ${wide} px wider than the screen`)
      left.push(...(await seat.page.evaluate<string[]>(wordsShown)).filter((text) => isChinese(text, data)).map((text) => `${username} ${path}: ${text}`))
    }
    expect(await seat.page.evaluate<string>('document.documentElement.lang')).toBe('en')
    expect(unmeant(seat)).toEqual([])
    // What the page still asks for is answered before it is left.
    await seat.page.unrouteAll({ behavior: 'wait' })
    await seat.leaves()
  }
  expect([...new Set(left)]).toEqual([])
})

/** The section of the form that an attachment belongs to. */
const sectionOf = async (page: Page, code: string) =>
  ((await (await page.request.get('/api/forms/2026-A')).json()) as { attachments: { code: string; section: string }[] }).attachments.find((one) => one.code === code)!.section

/** Everything somebody reads or hears: texts and names, but for articles, in the language they were written in, and the initial of a name. */
const wordsShown = `(() => {
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('[lang^=zh], script, noscript, style, .avatar')) texts.push(walker.currentNode.textContent)
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (one.closest('[lang^=zh]')) continue
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (one.getAttribute(name)) texts.push(one.getAttribute(name))
  }
  return [...texts, document.title].map((text) => text.trim()).filter(Boolean)
})()`

/** Data are the strings of answers that exist in one language only. */
function gathers(value: unknown, into: Set<string>) {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const one of value) gathers(one, into)
  else if (value && typeof value === 'object') for (const [key, one] of Object.entries(value)) if (!(key === 'zh' && 'en' in value)) gathers(one, into)
}

const han = /\p{Script=Han}/u
/** Whether something Chinese is left once whole strings of data are taken out; part of a string of data is no excuse. */
function isChinese(text: string, data: ReadonlySet<string>): boolean {
  if (!han.test(text)) return false
  const plain = (one: string) => one.replaceAll('（演示）', '').trim()
  const known = [...data].filter((one) => han.test(one)).map(plain).sort((a, b) => b.length - a.length)
  return han.test(known.reduce((rest, one) => rest.replaceAll(one, ''), plain(text)))
}
