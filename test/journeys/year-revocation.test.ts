/** Poor for the second year in the browser: a case with its facts, investigated, told, answered, reviewed, decided, served, announced; then public. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { assessing } from '../assessing.ts'
import type { Case } from '../casework.ts'
import { chooses, opensFromWorklist, sees, takes } from './acts.ts'
import { unmeant } from './stage.ts'
import { namesPeople, openYear, type Year } from './year.ts'

let year: Year
let coke: Case
let number = ''
let base = ''
const hidden = /(403|404) GET \/api\/cases\/.*/

beforeAll(async () => {
  year = await openYear(['coke'])
  ;[coke] = year.cases as [Case]
  base = await year.work.baseNumberOf(coke)
  await year.work.asSystem(await year.work.baseOf(coke), 'recordGrade', { case: coke.id, number: 'KH-2025-0003', year: 2025, outcome: 'graded', grade: 'poor' })
  // The year itself is walked in its own file; here it has come to its end.
  await year.goesOnTo('2026-12-01')
  const on = assessing(year.town, year.work)
  const campaign = await on.campaign(2026)
  const one = await on.decides(await on.verified(await on.assessedOf(coke, 2026)), 0.5, 'poor')
  await (await year.town.as('city.officer')).did(campaign, 'openNotice', { cases: [one.id] })
  await year.goesOnTo('2026-12-10')
  await (await year.town.as('city.lead')).did(campaign, 'announceResults', { cases: [one.id] })
  await year.goesOnTo('2026-12-18')
})
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await year.stage.lookBack(process.env.FAILED) })
afterAll(() => year.stage.close())

test('Art. 18: the case lies with its facts in the worklist of the officer, who finds, investigates and gives notice', async () => {
  const { page } = await year.at('city.officer')
  await page.goto('/work/')
  const link = page.getByRole('link', { name: /^办理 CX-/ }).first()
  await link.waitFor()
  number = (await link.getAttribute('aria-label') ?? await link.textContent() ?? '').match(/CX-\d{4}-\d{4}/)?.[0] ?? ''
  await link.click()
  await sees(page, /年度考核结果连续两年为差：2025、2026 年度/)
  await year.shoot(page, 'revocation-opened-1366')
  await takes(page, '认定连续两年为差', async (step) => { await step.getByLabel('调查认定的事实').fill('2025、2026 两年度考核结果均为差，已公布并过复核期。'); await year.shoot(page, 'revocation-find-1366', false) })
  await takes(page, '提交调查报告', async (step) => {
    await step.getByLabel('调查报告').fill('调阅两年度考核案卷和整改情况，事实如上。')
    await namesPeople(step, [['赵明', '市科技局'], ['孙正', '灵石县科技局']])
  })
  await takes(page, '事先告知', async (step) => {
    await step.getByLabel('告知的事实').fill('你单位依托的中试基地 2025、2026 两年度考核结果均为差。')
    await step.getByLabel('依据和理由').fill('依据办法第十八条、第十九条（三），拟撤销中试基地资格。')
    await step.getByLabel('联系科室和办公电话').fill('科技成果科 0354-0000000（演示）')
    await year.shoot(page, 'revocation-notify-1366', false)
  })
  await year.shoot(page, 'revocation-notified-1366')
})

test('the host receives the notice and states its case within its days; nothing is decided before they are over', async () => {
  const { page } = await year.at('host.coke')
  await opensFromWorklist(page, number)
  await year.shoot(page, 'revocation-host-1366')
  await year.onPhone('host.coke', `/work/cases/${number}`, 'revocation-host')
  await takes(page, '签收事先告知书', async (step) => { await step.getByLabel('签收人').fill('王建棠') })
  await takes(page, '陈述申辩', async (step) => {
    await step.getByLabel('陈述申辩意见').fill('两年来因搬迁改造服务减少，新线已于十一月投运。')
    await chooses(step, '要求听证', '否')
    await step.getByLabel('签署人').fill('王建棠')
  })
  const officer = await year.at('city.officer')
  await officer.page.goto(`/work/cases/${number}`)
  await sees(officer.page, '听取陈述')
  expect(await officer.page.getByRole('link', { name: /^拟定撤销/ }).count()).toBe(0)
  await year.goesOnTo('2026-12-28')
})

test('what was stated is answered; somebody else looks at the law; one proposes and another decides', async () => {
  const { page } = await year.at('city.officer')
  await opensFromWorklist(page, number)
  await takes(page, '复核陈述申辩', async (step) => {
    await step.getByLabel('意见要点').first().fill('搬迁改造')
    await year.shoot(page, 'revocation-answer-1366', false)
    await chooses(step, '是否采纳', '不予采纳')
    await step.getByLabel('理由').first().fill('搬迁未申报重大事项，两年服务、培训均未达计划。')
  })
  const second = await year.at('city.officer2')
  await second.page.goto(`/work/cases/${number}`)
  await takes(second.page, '法制审核通过', async (step) => {
    for (const box of await step.getByRole('checkbox').all()) await box.check()
    await step.getByLabel('法制审核意见').fill('主体、事实、依据、程序合法，同意提交决定。')
    await year.shoot(second.page, 'revocation-legality-1366', false)
  })
  await opensFromWorklist(page, number)
  await takes(page, '拟定撤销', async (step) => { await step.getByLabel('拟撤销的理由').fill('事实清楚，陈述理由不能成立，建议撤销。') })
  const lead = await year.at('city.lead')
  await opensFromWorklist(lead.page, number)
  await year.shoot(lead.page, 'revocation-proposed-1366')
  await takes(lead.page, '决定撤销', async (step) => {
    await sees(step, /六十日内可申请行政复议/)
    await step.getByLabel('会议纪要编号').fill('局务会纪要〔2026〕30号')
    await step.getByLabel('会议日期').fill('2026-12-28')
    await step.getByLabel('决定的理由').fill('连续两年考核为差，依据第十八条、第十九条（三）撤销资格。')
    await year.shoot(lead.page, 'revocation-decide-1366', false)
  })
})

test('served and announced: the public list and the verification of the certificate say it', async () => {
  const anybody = await year.stage.seat()
  // The decision waits for the officer who serves it; the host is told of it and may sign for it.
  const host = await year.at('host.coke')
  await host.page.goto(`/work/cases/${number}`)
  await takes(host.page, '签收撤销决定书', async (step) => { await step.getByLabel('签收人').fill('王建棠') })
  const { page } = await year.at('city.officer')
  await opensFromWorklist(page, number)
  await takes(page, '送达撤销决定', async (step) => { await step.getByLabel('送达方式').selectOption({ label: '平台签收' }); await year.shoot(page, 'revocation-serve-1366', false) })
  await takes(page, '公告撤销')
  await sees(page, '已撤销')
  await year.shoot(page, 'revocation-announced-1366')
  await year.onPhone('city.officer', `/work/cases/${number}`, 'revocation-announced')
  const portal = anybody.page
  await portal.goto('/bases?status=revoked')
  await portal.getByText('晋中市焦炉煤气制氢中试基地').first().waitFor()
  await year.shoot(portal, 'portal-revoked-1366')
  await portal.goto(`/bases/${base}`)
  await sees(portal, '已撤销')
  await year.shoot(portal, 'portal-base-revoked-1366')
  const { certificate_no } = (await year.town.pools.jobs.query<{ certificate_no: string }>('select certificate_no from base where id = $1', [base])).rows[0]!
  await portal.goto(`/verify?number=${encodeURIComponent(certificate_no)}`)
  await sees(portal, /撤销/)
  await year.shoot(portal, 'portal-verify-1366')
  for (const [name, seat] of Object.entries({ ...year.seats, anybody })) expect([name, unmeant(seat, hidden)]).toEqual([name, []])
})
