import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainPdf } from '../../demo/pdf.ts'
import { expertName } from '../../../test/casework.ts'
import { demoApplication, openTown, type Town } from '../../../test/town.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { panelReviewExamples } from '../panel-review/panel-review.examples.ts'
import { recognitionExamples } from './recognition.examples.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

test('Art. 10: a recognition runs from application to certificate over HTTP', async () => {
  const host = await town.as('host.carbon')
  const { id } = await host.opened('recognition')
  const application = demoApplication('carbon', { on: '2026-11-23', org: 'org-carbon', partnerOrg: 'org-univ' })
  await host.fills(id, application.data)
  for (const file of application.attachments) await rowsOf(town.pools.jobs, sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment) values ('140700', ${town.newId()}, ${id}, ${file.name}, 1, 'application/pdf', ${'0'.repeat(64)}, 'p-host-carbon', 'org-carbon', now(), ${file.attachment})`)
  await host.did(id, 'invitePartners', recognitionExamples.invitePartners)
  await (await town.as('partner.univ')).did(id, 'confirmPartnership', recognitionExamples.confirmPartnership)
  const check = await host.check(id)
  expect(check.findings.filter(({ outcome }) => outcome === 'notMet')).toEqual([])
  await host.did(id, 'submit', recognitionExamples.submit)

  const officer = await town.as('county.yuci')
  const lead = await town.as('county.yuci.lead')
  await officer.did(id, 'examine', recognitionExamples.examine)
  await lead.did(id, 'recommend', recognitionExamples.recommend)

  const city = await town.as('city.officer')
  const cityLead = await town.as('city.lead')
  await city.did(id, 'acceptForm', recognitionExamples.acceptForm)
  await rowsOf(town.pools.jobs, sql`insert into batch (jurisdiction, id, name, opens_on, closes_on) values ('140700', '2026-2', '2026 年第二批', '2026-10-01', '2027-03-31')`)
  await city.did(id, 'assignToBatch', recognitionExamples.assignToBatch)

  const panel = await city.opened('panel-review', { ...panelReviewExamples.convene, cases: [id] })
  await city.did(panel.id, 'commitDraw')
  await (await town.as('city.supervisor')).did(panel.id, 'witnessDraw', panelReviewExamples.witnessDraw)
  await city.did(panel.id, 'revealDraw')
  await city.did(panel.id, 'beginScoring')
  const experts = ((await city.detail(panel.id)).case.file.members as { person: string }[]).map(({ person }) => expertName(person))
  expect(experts).toHaveLength(7)
  for (const name of experts) {
    const expert = await town.as(name)
    await expert.did(panel.id, 'declareConflict', { ...panelReviewExamples.declareConflict, about: id })
    await expert.did(panel.id, 'score', { ...panelReviewExamples.score, about: id })
  }
  await city.did(panel.id, 'closeScoring')
  await city.did(panel.id, 'conclude', { opinions: [{ about: id, opinion: '建议列入现场考察。', shortlist: true }] })
  await city.did(id, 'recordSiteVisit', recognitionExamples.recordSiteVisit)
  await city.did(id, 'propose', recognitionExamples.propose)

  const lapsed = await cityLead.step(id, 'approve', recognitionExamples.approve)
  expect(lapsed.status).toBe(422)
  expect(lapsed.body.refusals?.map(({ law }) => law)).toContain('Art. 22')
  const change = await city.opened('rule-change', { change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于参照执行的决定（演示）', validTo: '2027-12-31' }, validFrom: '2025-01-21', basis: '局党组会议纪要（演示）' })
  await cityLead.did(change.id, 'sign')
  await cityLead.did(id, 'approve', recognitionExamples.approve)
  await city.did(id, 'openNotice', recognitionExamples.openNotice)
  expect((await host.detail(id)).case.status).toBe('onNotice')

  town.on('2026-11-30')
  const { runSchedule } = await import('../../app.ts')
  expect(await runSchedule(town.platform)).toMatchObject([{ step: 'public-notice.close', done: true }])
  await cityLead.did(id, 'recognise')
  const seen = await host.detail(id)
  expect(seen.case.status).toBe('recognised')
  expect(seen.case.file.recognition).toMatchObject({ name: '晋中市碳纤维复合材料中试基地', certificateNo: 'JZZSJD-2026-001', baseId: 'JZ-ZS-2026-001', documentNo: '市科字〔2026〕1号' })
})

test('a draft opens with what the register already says of the institution: nothing is typed twice', async () => {
  const city = await town.as('city.officer')
  const host = await town.as('host.iron')
  const register = await city.must('card', city.call<{ version: number; name: string; uscc: string }>('GET', '/api/organisations/org-iron'))
  await city.must('telephone', city.call('PATCH', '/api/organisations/org-iron', { phone: '0354-2635500' }, { 'if-match': String(register.version) }))
  const { id } = await host.opened('recognition')
  const { values } = await host.must('draft', host.call<{ values: Record<string, unknown> }>('GET', `/api/cases/${id}/draft`))
  expect(values).toMatchObject({ 'A.contactPhone': '0354-2635500', 'A.county': '140703', 'B.name': register.name, 'B.uscc': register.uscc })
  expect(values).not.toHaveProperty('B.usccNote')
})

test('Art. 10(2): what the form leaves open is refused by the server too, with every ground; and the authority says which attachments it always asks for', async () => {
  const host = await town.as('host.coke')
  const { id } = await host.opened('recognition')
  const { data, attachments } = demoApplication('coke', { on: '2026-11-23', org: 'org-coke' })
  await host.fills(id, { ...data, A: { ...data.A, county: '140702' }, G: { ...data.G, completedInvestment: 1 } })
  for (const { attachment, name } of attachments) await host.attaches(id, attachment!, name, plainPdf([attachment!]))
  const refused = await host.step(id, 'submit', recognitionExamples.submit)
  expect(refused.status).toBe(422)
  const grounds = Object.fromEntries((refused.body.refusals ?? []).map(({ rule, law, reason }) => [rule, `${law} ${reason}`]))
  expect(Object.keys(grounds).sort()).toEqual(['formChecksHold', 'organiserOfTheArea'])
  expect(grounds.formChecksHold).toMatch(/^Art\. 10\(2\) 已完成投资各项与合计一致：/)
  expect(grounds.organiserOfTheArea).toBe('Art. 7(2) 建设地点 灵石县 不属于所选组织管理部门 榆次区，请说明。')
  const found = (await host.check(id)).findings.filter(({ outcome }) => outcome === 'notMet' || outcome === 'needsReason').map(({ rule, path }) => [rule, path])
  expect(found).toEqual(expect.arrayContaining([['organiserOfTheArea', 'A.county'], ['investmentAddsUp', 'G.completedInvestment']]))

  await host.fills(id, { ...data, A: { ...data.A, county: '140702', countyNote: '主要研发人员在榆次。' } })
  expect((await host.check(id)).findings.filter(({ outcome }) => outcome === 'notMet' || outcome === 'needsReason')).toEqual([])
  const asks = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'setting', key: 'form.attachments', value: ['A01', 'A19'] }, validFrom: '2026-11-23', basis: '局务会（演示）' })
  await (await town.as('city.lead')).did(asks.id, 'sign')
  expect((await host.check(id)).findings.filter(({ outcome }) => outcome === 'notMet').map(({ path }) => path)).toEqual(['attachments.A19'])
})
