/**
 * The pictures of docs/screenshots, taken from a running demo world:
 * `node test/journeys/screenshots.ts http://localhost:3000 <demo password>`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { CaseList, Draft } from '../../src/contract.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { openBrowser } from '../browser.ts'

const [origin = 'http://127.0.0.1:3000', password = ''] = process.argv.slice(2)
const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

type Shot = { name: string; who?: string; viewport?: typeof desk; at: (first: (query: string) => Promise<string>) => Promise<string> | string; then?: (page: Page) => Promise<unknown> }

const shots: Shot[] = [
  { name: 'worklist', who: 'city.officer', at: () => '/work/' },
  { name: 'case', who: 'county.lingshi', at: (first) => first(`procedure=recognition&status=submitted&q=${encodeURIComponent('焦炉煤气')}`).then((number) => `/work/cases/${number}`) },
  { name: 'apply', who: 'host.iron', at: (first) => first('procedure=recognition').then((number) => `/work/apply/${number}#E`) },
  { name: 'decide', who: 'city.lead', at: (first) => first('procedure=recognition&status=proposed').then((number) => `/work/cases/${number}?step=approve`) },
  { name: 'score', who: 'expert.06', at: () => '/work/tasks', then: scoring },
  { name: 'rules', who: 'city.officer', at: () => '/work/rules?key=county.reviewDays' },
  { name: 'portal-home', at: () => '/' },
  { name: 'portal-base', at: () => '/bases/JZ-ZS-2023-001' },
  { name: 'portal-law', at: () => '/law/18' },
  { name: 'phone-worklist', who: 'city.officer', viewport: phone, at: () => '/work/' },
  { name: 'phone-case', who: 'host.carbon', viewport: phone, at: (first) => first('procedure=recognition').then((number) => `/work/cases/${number}`) },
  { name: 'phone-visit', who: 'city.officer', viewport: phone, at: (first) => first('procedure=recognition&status=reviewed').then((number) => `/work/cases/${number}/visit`), then: visiting },
]

/** An expert who has declared and begun to score. */
async function scoring(page: Page) {
  await page.getByRole('link', { name: /^(声明|评分|继续评分)$/ }).first().click()
  const declare = page.getByRole('button', { name: '声明并打开材料' })
  await page.locator('.gate, .rub').first().waitFor()
  if (await declare.isVisible()) {
    for (const group of await page.getByRole('radiogroup').all()) await group.getByText('没有', { exact: true }).click()
    await declare.click()
  }
  await page.locator('.rub').waitFor()
  await page.getByRole('button', { name: /^E / }).click()
  for (const points of ['5', '4', '3', '5']) {
    const open = page.locator('.item.cur .itemhead')
    await open.focus()
    await page.keyboard.press(points)
    await page.getByRole('button', { name: '下一项' }).click()
  }
}

async function visiting(page: Page) {
  const card = page.locator('section.card').first()
  const declared = (await card.locator('.cmp b').first().textContent())!.replaceAll(',', '')
  await card.locator('input[type=number]').fill(String(Math.round(Number(declared) * 0.8)))
  await card.getByText('有差异', { exact: true }).click()
  await page.locator('body').evaluate('window.scrollTo(0, 0)')
}

/** The returned application comes back: what was asked, and one change that was not. */
async function supplementOne(): Promise<void> {
  const host = await signedIn('host.coke')
  const [row] = ((await (await host.request.get('/api/cases?procedure=recognition&status=returned')).json()) as CaseList).rows
  if (!row) return
  const { version, values } = (await (await host.request.get(`/api/cases/${row.id}/draft`)).json()) as Draft
  const changes = [{ path: 'E.equipment.e1.boughtOn', value: '2023-05-16' }, { path: 'E.equipment.e3.model', value: `${String(values['E.equipment.e3.model'])}A` }, { path: 'D.leaseTo', value: '2032-06-30' }, { path: 'K.creditReportOn', value: '2026-11-20' }]
  const saved = await host.request.put(`/api/cases/${row.id}/draft`, { data: { base: version, changes } })
  const file = await host.request.post(`/api/files?case=${row.id}&name=${encodeURIComponent('A11 信用报告（更正）（演示）.pdf')}&attachment=A11`, { data: plainPdf(['A11']), headers: { 'content-type': 'application/octet-stream' } })
  const { version: seen } = (await (await host.request.get(`/api/cases/${row.id}`)).json()) as { version: number }
  const sent = await host.request.post(`/api/cases/${row.id}/steps/submit`, {
    data: { commitments: true, signedBy: '靳长庚', answers: [{ item: 1, answer: '录入有误，已按资产卡片逐台更正。' }, { item: 2, answer: '已与园区签订续租协议，见附件 A03。' }, { item: 3, answer: '已重新查询并上传。' }] },
    headers: { 'idempotency-key': 'shot-supplement', 'if-match': String(seen) } })
  for (const answer of [saved, file, sent]) if (!answer.ok()) throw new Error(`supplement: ${await answer.text()}`)
  await host.close()
}

const browser = await openBrowser()
async function signedIn(who: string | undefined, viewport = desk) {
  const context = await browser.newContext({ baseURL: origin, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...(viewport === phone && { isMobile: true, hasTouch: true }) })
  if (who && !(await context.request.post('/api/session', { data: { username: who, password } })).ok()) throw new Error(`${who} cannot sign in`)
  return context
}

mkdirSync(folder, { recursive: true })
await supplementOne()
for (const { name, who, viewport, at, then } of shots) {
  const context = await signedIn(who, viewport)
  const page = await context.newPage()
  const first = async (query: string) => ((await (await context.request.get(`/api/cases?${query}`)).json()) as CaseList).rows[0]?.number ?? ''
  await page.goto(await at(first))
  await page.locator('h1, h2').first().waitFor()
  await page.waitForLoadState('networkidle')
  await then?.(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' })
  await context.close()
}
await browser.close()
