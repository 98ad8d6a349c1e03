import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework } from '../casework.ts'
import { focused, tabsTo } from './keys.ts'
import { openStage, type Stage, unmeant } from './stage.ts'

let stage: Stage
let number = ''
beforeAll(async () => {
  stage = await openStage()
  const work = casework({ ...stage.town, on: () => undefined })
  const { id } = await work.examined('hydraulic')
  number = (await (await stage.town.as('city.officer')).detail(id)).case.number
})
afterAll(() => stage.close())

test('by keyboard alone: sign in, skip to the text, open the first case of the worklist, sign a step, and be back where one was', { timeout: 90_000 }, async () => {
  const seat = await stage.seat()
  const { page } = seat
  await page.goto('/work/')
  await page.getByLabel('用户名').waitFor()
  await tabsTo(page, 'input[name=username]')
  const county = (await stage.town.pools.jobs.query("select p.username from assignment a join sec.credential p on p.person = a.person and p.jurisdiction = a.jurisdiction where a.role = 'county.lead' and a.org = (select county from case_list where number = $1)", [number])).rows[0] as { username: string }
  await page.keyboard.type(county.username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(stage.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '待办' }).waitFor()

  // The first stop of the page leads past the bars.
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ text: '跳到正文', seen: true })
  await page.keyboard.press('Enter')
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('main')

  await page.keyboard.press('j')
  expect(await focused(page)).toMatchObject({ text: expect.stringContaining('中试基地'), seen: true })
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '我可以办理' }).waitFor()
  const opener = await tabsTo(page, 'a[href*="step=recommend"]')
  expect(opener.seen).toBe(true)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: /^推荐/ }).waitFor()

  // Nothing behind the dialog can be reached, and every stop shows that it has the focus.
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.outside) continue
    expect(at).toMatchObject({ inDialog: true, seen: true })
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.evaluate<boolean>('document.activeElement.matches(\'a[href*="step=recommend"]\')')).toBe(true)

  await page.keyboard.press('Enter')
  await dialog.waitFor()
  for (const text of ['产业需要有调查，能力有项目和成果为证。', '队伍结构与工程化任务相称。']) {
    await tabsTo(page, '.reasons textarea')
    await page.keyboard.type(text)
  }
  await tabsTo(page, '.fill textarea')
  await page.keyboard.type('材料真实、完整、规范，同意推荐。')
  await tabsTo(page, '.btn.sign')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '已签署：推荐' }).waitFor()
  await tabsTo(page, '.btn.primary')
  await page.keyboard.press('Enter')
  await page.getByText('待形式审查').first().waitFor()
  expect(unmeant(seat)).toEqual([])
})
