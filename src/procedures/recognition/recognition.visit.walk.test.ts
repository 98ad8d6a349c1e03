/** The site visit over HTTP: told ahead, recorded when it is over, signed by everybody who came. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework, type Case } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
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
