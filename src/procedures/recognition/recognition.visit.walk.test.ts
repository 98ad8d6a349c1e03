/** The site visit over HTTP: told ahead, recorded when it is over, signed by everybody who came. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework, type Case } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { recognitionExamples } from './recognition.examples.ts'

let town: Town
let reviewed: Case
beforeAll(async () => {
  town = await openTown()
  const work = casework(town)
  reviewed = await work.queued('iron')
  await work.concluded([reviewed])
})
afterAll(() => town.close())

const { reasons: _, ...record } = recognitionExamples.recordSiteVisit
const records = async (change: object = {}) => (await town.as('city.officer')).step(reviewed.id, 'recordSiteVisit', { ...record, visitedOn: '2026-11-23', ...change })
const rules = async (change: object = {}) => ((await records(change)).body.refusals ?? []).map(({ rule, takesReason }) => `${rule}${takesReason ? ' takes a reason' : ''}`)

test('setting site.noticeDays: a host that was not told, a day still to come, a member who has not signed: every ground at once', async () => {
  expect(await rules({ visitedOn: '2026-11-24', signedBy: ['赵明', '钱立', '别人'] })).toEqual(['visitNoticeAhead takes a reason', 'visitIsOver', 'everyMemberSigned'])
})

test('a notice too short ahead takes a reason; one of three working days does not', async () => {
  const officer = await town.as('city.officer')
  const { reasons: __, ...notice } = recognitionExamples.notifyVisit
  const short = await officer.step(reviewed.id, 'notifyVisit', { ...notice, visitOn: '2026-11-25' })
  expect([short.status, short.body.refusals?.map(({ rule, takesReason }) => [rule, takesReason])]).toEqual([422, [['visitNoticeAhead', true]]])
  await officer.did(reviewed.id, 'notifyVisit', { ...notice, visitOn: '2026-11-26' })
  const told = (await (await town.as('host.iron')).detail(reviewed.id)).papers.find(({ kind }) => kind === 'visitNotice')
  expect(told?.number).toMatch(/^KC-2026-/)
})

test('a visit sooner than announced still takes a reason', async () => {
  expect(await rules()).toEqual(['visitNoticeAhead takes a reason'])
})

test('what is noted beside a difference is its reason; told ahead and signed, nothing else is asked', async () => {
  town.on('2026-11-26')
  const half = record.checks.map((check) => (check.item === 'S1.1' ? { ...check, verified: '50', result: 'differs' as const } : check))
  expect(await rules({ visitedOn: '2026-11-26', checks: half })).toEqual(['figuresConfirmed takes a reason'])
  const done = await records({ visitedOn: '2026-11-26', checks: half.map((check) => (check.item === 'S1.1' ? { ...check, note: '二期场地尚未交付' } : check)) })
  expect([done.status, done.body.case?.status]).toEqual([200, 'visited'])
})

test('setting site.rectification: what the visit found is ordered, reported and verified before recognition can be proposed', async () => {
  const [officer, host] = [await town.as('city.officer'), await town.as('host.nylon')]
  const work = casework(town)
  const of = await work.queued('nylon')
  await work.concluded([of])
  await work.visited(of, { result: 'rectify' })
  const proposes = async (more: object = {}) => ((await officer.step(of.id, 'propose', { ...recognitionExamples.propose, ...more })).body.refusals ?? []).map(({ rule, reason }) => `${rule}: ${reason}`)
  expect(await proposes()).toEqual(['rectificationVerified: 整改 1 项，未验收：考察结论为限期整改。'])

  const order = { ...recognitionExamples.orderRectification, dueOn: '2026-12-21' }
  expect(((await officer.step(of.id, 'orderRectification', { ...order, dueOn: '2027-05-27' })).body.refusals ?? []).map(({ rule }) => rule)).toEqual(['dueWithinMost'])
  await officer.did(of.id, 'orderRectification', order)
  const asked = await host.detail(of.id)
  expect(asked.case).toMatchObject({ status: 'rectifying', due: { day: '2026-12-21' } })
  expect(asked.case.file).toMatchObject({ rectification: { demands: order.demands } })
  expect(asked.case.file).not.toHaveProperty('visit')
  expect(asked.papers.find(({ kind }) => kind === 'visitRectification')?.number).toMatch(/^XZ-2026-/)
  expect(await proposes()).toEqual(['rectificationVerified: 整改 2 项，未验收：危废台账补齐近三个月记录、中试区与生产区加设界线和标识。'])
  expect((await officer.step(of.id, 'reportRectification', recognitionExamples.reportRectification)).status).toBe(403)

  const { id: proof } = await host.attaches(of.id, 'A19', '整改照片.pdf', plainPdf(['整改后']))
  await host.did(of.id, 'reportRectification', { ...recognitionExamples.reportRectification, files: [proof] })
  await officer.did(of.id, 'returnRectification', { ...recognitionExamples.returnRectification, dueOn: '2026-12-28' })
  expect((await host.detail(of.id)).case).toMatchObject({ status: 'rectifying', due: { day: '2026-12-28' } })
  await host.did(of.id, 'reportRectification', recognitionExamples.reportRectification)
  await officer.did(of.id, 'verifyRectification', { ...recognitionExamples.verifyRectification, verifiedOn: '2026-11-26' })
  expect((await officer.step(of.id, 'orderRectification', order)).status).toBe(409)
  expect(await proposes()).toEqual([])
  expect((await officer.detail(of.id)).case.status).toBe('proposed')
})

test('setting supplement.extraDays: a supplement is extended once, from the day it was due', async () => {
  const [officer, host] = [await town.as('city.officer'), await town.as('host.gears')]
  const of = await casework(town).supplementing('gears')
  const before = (await host.detail(of.id)).case.due?.day
  await officer.did(of.id, 'extendSupplement', recognitionExamples.extendSupplement)
  const after = (await host.detail(of.id)).case
  expect([before, after.due?.day]).toEqual(['2026-12-10', '2026-12-17'])
  const again = await officer.step(of.id, 'extendSupplement', recognitionExamples.extendSupplement)
  expect([again.status, again.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['supplementExtendedOnce']])
  await host.did(of.id, 'supplement', recognitionExamples.supplement)
  expect((await host.detail(of.id)).case.status).toBe('recommended')
})
