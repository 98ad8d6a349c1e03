import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { rowOf, sql } from '../../src/platform/query.ts'
import { type Case, casework } from '../casework.ts'
import { opensStep, receives, sees, settled, signs } from './acts.ts'
import { openStage, phone, type Stage, unmeant } from './stage.ts'

let stage: Stage
let old = ''
beforeAll(async () => {
  stage = await openStage()
  const work = casework({ ...stage.town, on: () => undefined })
  const cases = [await work.queued('carbon'), await work.queued('iron')] as [Case, Case]
  await work.concluded(cases)
  for (const of of cases) await work.decided(of, 'approve')
  await (await stage.town.as('city.officer')).did(cases[0].id, 'openNotice', { title: '关于拟认定中试基地名单的公示（演示）', together: [cases[1].id] })
  await stage.town.pools.owner.query("update organisation set former_names = array['晋中炭谷新材料研究院有限公司（演示）'] where id = (select hosts->0->>'org' from case_list where case_id = $1)", [cases[0].id])
  old = (await rowOf<{ number: string }>(stage.town.pools.jobs, sql`select number from notice`))?.number ?? ''
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

const shot = async (page: { screenshot: (options: { path: string; fullPage: boolean }) => Promise<unknown> }, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) }

test('setting:publicity.correction: the officer writes a row anew in the form, and the public reads on both notices what was changed', async () => {
  const officer = await stage.seat('city.officer')
  await officer.goes(`/work/cases/${old}`)
  await sees(officer.page, '公示正文')
  const step = await opensStep(officer.page, '更正公示')
  await step.getByLabel('依托单位（多个用“、”分隔）').first().fill('晋中炭谷新材料研究院有限公司（演示）')
  await step.getByLabel('更正的理由').fill('依托单位名称印错。')
  await shot(officer.page, 'correct-form')
  await signs(step, '更正公示')
  await receives(officer.page, '更正公示')
  await sees(officer.page, '本公示已更正')
  await settled(officer.page)
  await shot(officer.page, 'correct-old')
  await officer.page.getByRole('main').getByRole('link', { name: /^GS-/ }).first().click()
  await sees(officer.page, '本公示代替')
  await sees(officer.page, '晋中炭谷新材料研究院有限公司')
  await shot(officer.page, 'correct-new')
  expect(unmeant(officer)).toEqual([])

  const reader = await stage.seat(undefined, { viewport: phone, javaScriptEnabled: false })
  await reader.goes('/notices')
  await sees(reader.page, '已更正')
  await reader.goes(`/notices/${old}`)
  await sees(reader.page, '公示期已重新计算')
  await sees(reader.page, '晋中炭谷新材料研究院有限公司')
  await shot(reader.page, 'correct-portal-old')
  await reader.page.getByRole('link', { name: /^GS-/ }).first().click()
  await sees(reader.page, `本公示更正 ${old}`)
  expect(await reader.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
  await shot(reader.page, 'correct-portal-new')
  await reader.page.getByRole('link', { name: '提出异议', exact: true }).waitFor()
})
