/** Somebody objects in a browser without scripts, sends evidence, and reads how it stands; the real pages, built for it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { type Case, casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { plainPdf } from '../../demo/pdf.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'zs-objection-pages-'))
let town: Town
let browser: Awaited<ReturnType<typeof openBrowser>>
let page: Page
let address: string
beforeAll(async () => {
  // In a process of its own, without the environment of tests: the pages are built as they are served.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'portal', '--logLevel', 'error', '--outDir', folder], { cwd: root, env })
  town = await openTown({ portalRenderer: join(folder, 'entry.js') })
  const work = casework(town)
  const cases = [await work.queued('carbon'), await work.queued('iron')] as [Case, Case]
  await work.concluded(cases)
  for (const of of cases) await work.decided(of, 'approve')
  await (await town.as('city.officer')).did(cases[0].id, 'openNotice', { title: '关于拟认定中试基地名单的公示（演示）', together: [cases[1].id] })
  address = await town.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })).newPage()
})
afterAll(async () => { await browser?.close(); await town?.close(); rmSync(folder, { recursive: true, force: true }) })

/** The page as it is drawn, looked at by axe in a context that may run it. */
async function faultsOf(html: string): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true })
  const looked = await context.newPage()
  await looked.setContent(html.replace(/<link rel="stylesheet"[^>]*>/, ''))
  await looked.addStyleTag({ content: await (await fetch(`${address}/portal.css`)).text() })
  await looked.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
  const found = await looked.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()')
  await context.close()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
const shot = async (name: string) => { if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true }) }

test('from the notice to the receipt, with a fault on the way', async () => {
  await page.goto(`${address}/notices`)
  await page.getByRole('link', { name: '关于拟认定中试基地名单的公示' }).click()
  await page.getByRole('link', { name: '提出异议', exact: true }).click()
  expect(await page.getByRole('heading', { name: '先说明：哪些保密' }).isVisible()).toBe(true)
  expect(await faultsOf(await page.content())).toEqual([])
  await shot('form')
  await page.getByLabel('姓名或单位名称').fill('鸢尾兰亭')
  await page.getByLabel('联系方式').fill('13700009999')
  await page.getByLabel('异议对象').selectOption('2')
  await page.getByLabel('事由').selectOption('conditions')
  await page.getByLabel('事实与理由').fill('太短')
  await page.getByRole('button', { name: '提交异议' }).click()

  expect(await page.getByRole('alert').textContent()).toContain('有 2 处需要更正')
  expect(await page.getByLabel('姓名或单位名称').inputValue()).toBe('鸢尾兰亭')
  expect(await page.getByLabel('异议对象').inputValue()).toBe('2')
  expect(await faultsOf(await page.content())).toEqual([])
  await shot('faults')
  await page.getByLabel('事实与理由').fill('公示所列中试线尚未建成，现场只有两台设备在运行，与公示不符。')
  await page.getByLabel(/我已看过上面的说明/).check()
  await page.getByRole('button', { name: '提交异议' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('已收到您的异议')
  expect(await page.getByText('YY-2026-0001').isVisible()).toBe(true)
  expect(await faultsOf(await page.content())).toEqual([])
  await shot('receipt')
})

let code = ''
test('evidence is sent with the receipt', async () => {
  code = (await page.locator('.code').textContent()) ?? ''
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
  await page.getByLabel('选择文件').setInputFiles([{ name: '现场.pdf', mimeType: 'application/pdf', buffer: plainPdf(['现场']) }, { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }])
  await page.getByRole('button', { name: '上传' }).click()
  expect(await page.getByText('收下 1 件').isVisible()).toBe(true)
  expect(await page.getByRole('alert').textContent()).toContain('说明.txt')
  await shot('sent')
})

test('with number and code one reads how it stands, and may withdraw; the notice says that one row waits', async () => {
  await page.goto(`${address}/objections`)
  await page.getByLabel('编号').fill('YY-2026-0001')
  await page.getByLabel('回执码').fill('0000-0000-0000-0000')
  await page.getByRole('button', { name: '查询' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('没有查到')
  await page.getByLabel('编号').fill('YY-2026-0001')
  await page.getByLabel('回执码').fill(code)
  await page.getByRole('button', { name: '查询' }).click()
  expect(await page.getByText('待受理').isVisible()).toBe(true)
  expect(page.url()).toBe(`${address}/objections`)
  expect(await faultsOf(await page.content())).toEqual([])
  await shot('state')

  await page.getByRole('link', { name: /^GS-/ }).click()
  expect(await page.getByText('异议办理中').count()).toBe(1)
  await page.goto(`${address}/objections`)
  await page.getByLabel('编号').fill('YY-2026-0001')
  await page.getByLabel('回执码').fill(code)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('button', { name: '撤回这件异议' }).click()
  expect(await page.getByText('已撤回').isVisible()).toBe(true)
})
