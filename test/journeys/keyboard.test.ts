import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { panelReviewExamples } from '../../src/procedures/panel-review/panel-review.examples.ts'
import { asksComment, rubric2026, rubricItems } from '../../src/settings/rubric-2026.ts'
import { type Casework, casework } from '../casework.ts'
import { chooses, focused, presses, tabsTo, takesFocus } from './keys.ts'
import { openStage, type Stage, unmeant } from './stage.ts'

let stage: Stage
let work: Casework
let number = ''
beforeAll(async () => {
  stage = await openStage()
  work = casework({ ...stage.town, on: () => undefined })
  const { id } = await work.examined('hydraulic')
  number = (await (await stage.town.as('city.officer')).detail(id)).case.number
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

test('by keyboard alone: sign in, skip to the text, open the first case of the worklist, sign a step, and be back where one was', async () => {
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

test('the county by the keys: every answer of the checklists, one in doubt until its note settles it, the officer signs, the lead recommends', async () => {
  const of = await work.submitted('fittings')
  const title = (await (await stage.town.as('city.officer')).detail(of.id)).case.title
  const officer = await stage.seat(await work.countyName(of, 'county.officer'))
  await opensFromWorklist(officer.page, title, 'examine')
  await takesFocus(officer.page, '.inplace h2')
  const { page } = officer
  const groups = await page.locator('.inplace .checks [role=radiogroup]').count()
  expect(groups).toBeGreaterThan(10)
  for (let group = 0; group < groups; group++) {
    await tabsTo(page, '.inplace .checks input[type=radio]')
    await chooses(page, await page.evaluate<string>("document.activeElement.closest('[role=radiogroup]').querySelector('label').textContent.trim()"))
  }
  // Back to the last but one: it is in doubt, and takes a note.
  await tabsTo(page, '.inplace .checks input[type=radio]', { back: true })
  await chooses(page, await page.evaluate<string>("[...document.activeElement.closest('[role=radiogroup]').querySelectorAll('label')].at(-1).textContent.trim()"))
  await tabsTo(page, '.inplace .checks input.note-in')
  await presses(page, '原件已当场核对。')
  await tabsTo(page, '.inplace .checks input[type=radio]', { back: true })
  await chooses(page, await page.evaluate<string>("document.activeElement.closest('[role=radiogroup]').querySelector('label').textContent.trim()"))
  await tabsTo(page, '.inplace .fill > .f textarea')
  await presses(page, '材料真实、完整、规范，拟予推荐。')
  await tabsTo(page, '.inplace > footer .btn:last-child')
  await page.keyboard.press('Enter')
  await receives(page)
  const { examination } = (await (await work.county(of, 'county.officer')).detail(of.id)).case.file as { examination: { form: { answer: string; note?: string }[]; truth: object[]; completeness: object[] } }
  expect(examination.truth.length + examination.completeness.length + examination.form.length).toBe(groups)
  expect(examination.form.at(-2)).toMatchObject({ answer: 'yes', note: '原件已当场核对。' })
  expect(unmeant(officer)).toEqual([])

  const lead = await stage.seat(await work.countyName(of, 'county.lead'))
  await opensFromWorklist(lead.page, title, 'recommend')
  await lead.page.getByRole('dialog').waitFor()
  for (const text of ['产业需要有调查，能力有项目和成果为证。', '队伍结构与工程化任务相称。']) {
    await tabsTo(lead.page, '.reasons textarea')
    await presses(lead.page, text)
  }
  await tabsTo(lead.page, '.fill textarea')
  await presses(lead.page, '同意推荐。')
  await tabsTo(lead.page, '.btn.sign')
  await lead.page.keyboard.press('Enter')
  await receives(lead.page)
  expect(await work.statusOf(of.id)).toBe('recommended')
  expect(unmeant(lead)).toEqual([])
})

test('an expert by the keys: declares, opens the file, scores with digits, answers, votes and seals', async () => {
  const of = await work.queued('iron')
  const { members } = await work.scoring([of])
  const seat = await stage.seat(members[0]!.username)
  const { page } = seat
  await page.goto('/work/tasks')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabsTo(page, 'a.btn.primary')
  await page.keyboard.press('Enter')
  await page.locator('.gate').waitFor()
  for (let question = 0; question < 5; question++) {
    await tabsTo(page, '.gate input[type=radio]')
    await chooses(page, '没有')
  }
  await tabsTo(page, '.gate .btn.primary')
  await page.keyboard.press('Enter')
  await page.locator('.rub').waitFor()
  for (const item of rubricItems) {
    await tabsTo(page, `[data-item="${item.id}"] .itemhead`, { most: 300 })
    if (await page.evaluate('document.activeElement.getAttribute("aria-expanded")') !== 'true') await page.keyboard.press('Enter')
    const points = [...Array(item.points).keys()].reverse().find((one) => one < 10 && !asksComment(item, one)) ?? item.points - 1
    await page.keyboard.press(String(points))
    if (!asksComment(item, points)) continue
    await tabsTo(page, `[data-item="${item.id}"] textarea`)
    await presses(page, '材料充分，现场可核。')
  }
  for (const veto of rubric2026.vetoes) {
    await tabsTo(page, `[data-item="${veto.id}"] input[type=radio]`)
    await chooses(page, '否')
  }
  await tabsTo(page, '[data-item="vote"] input[type=radio]')
  await chooses(page, rubric2026.recommendations[0]!.words.zh)
  await tabsTo(page, '[data-item="opinion"] textarea')
  await presses(page, panelReviewExamples.score.opinion)
  await tabsTo(page, '.rubfoot .btn.sign')
  await page.keyboard.press('Enter')
  await page.getByText('评分已提交并封存。').waitFor()
  expect(unmeant(seat)).toEqual([])
})

/** As in the morning: down the worklist with J to the case, Enter, and to the step. */
async function opensFromWorklist(page: Page, title: string, step: string) {
  await page.goto('/work/')
  await page.getByRole('heading', { name: '待办' }).waitFor()
  await page.getByText(title).first().waitFor()
  do await page.keyboard.press('j')
  while (!(await focused(page)).text.startsWith(title))
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '我可以办理' }).waitFor()
  await tabsTo(page, `a[href*="step=${step}"]`)
  await page.keyboard.press('Enter')
}

async function receives(page: Page) {
  const receipt = page.getByRole('dialog', { name: /^已(办理|签署)：/ })
  await receipt.waitFor()
  await tabsTo(page, 'dialog .btn.primary')
  await page.keyboard.press('Enter')
  await receipt.waitFor({ state: 'detached' })
}
