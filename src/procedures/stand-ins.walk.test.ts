/** Two people stay two people when one of them is stood in for: the person acted for counts on both sides. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Casework, casework } from '../../test/casework.ts'
import { jurisdiction, openTown, type Town } from '../../test/town.ts'
import { personId } from '../demo/institutions.ts'
import { engines } from '../engines.ts'
import { rowsOf, sql } from '../platform/query.ts'

let town: Town
let work: Casework
beforeAll(async () => { town = await openTown(); work = casework(town) })
afterAll(async () => town.close())

let granted = 0
const grants = (username: string, role: string, org: string, actsFor?: string) => rowsOf(town.pools.jobs, sql`
  insert into assignment (jurisdiction, id, person, role, org, valid_from, valid_to, acts_for, granted_by, reason)
  values (${jurisdiction}, ${`stand-in-${++granted}`}, ${personId(username)}, ${role}, ${org}, '2026-01-01', '2027-12-31', ${actsFor ? personId(actsFor) : null}, 'p-secadmin', '测试')`)
const city = `city.${jurisdiction}`
const [officer, lead, standIn] = ['city.officer', 'city.lead', 'city.supervisor']
const rules = async (username: string, id: string, step: string, data: object = {}) => {
  const { status, body } = await (await town.as(username)).step(id, step, { ...data })
  return [status, body.refusals?.map(({ rule }) => rule)] as const
}

test('setting:duty.separation: who acts for the proposer does not sign the proposer\'s change of a rule, nor the other way round', async () => {
  await grants(standIn, 'city.lead', city, officer)
  const id = await work.changeProposed()
  expect(await rules(standIn, id, 'sign')).toEqual([422, ['decidedByAnother']])
  await (await town.as(lead)).did(id, 'sign')

  // Now the lead is stood in for while it is proposed.
  await grants('expert.30', 'city.officer', city, lead)
  const { id: other } = await (await town.as('expert.30')).opened('rule-change', { ...engines['rule-change']?.examples.propose, validFrom: '2027-03-01' })
  expect(await rules(lead, other, 'sign')).toEqual([422, ['decidedByAnother']])
  // What a reader is shown of the case says nothing about it beside the entries.
  expect((await (await town.as(lead)).detail(other)).case.file).not.toHaveProperty('standIns')
})

test('setting:duty.separation: the same for the budget of awards', async () => {
  const enters = async (username: string, year: number) => (await (await town.as(username)).call<{ id: string }>('POST', '/api/award-budgets', { year, amount: '10', line: '科目', document: '文件（演示）' })).body.id
  const signs = async (username: string, id: string) => { const { status, body } = await (await town.as(username)).call<{ refusals?: { rule: string }[] }>('POST', `/api/award-budgets/${id}/sign`); return [status, body.refusals?.map(({ rule }) => rule)] }
  const entered = await enters(officer, 2026)
  expect(await signs(standIn, entered)).toEqual([422, ['decidedByAnother']])
  expect(await signs(lead, entered)).toEqual([200, undefined])
  expect(await signs(lead, await enters('expert.30', 2027))).toEqual([422, ['decidedByAnother']])
})

test('setting:duty.separation: the same for the recommendation of the county and the decision of the city', async () => {
  const one = await work.examined('carbon')
  const [examiner, other] = ['county.yuci', 'expert.29']
  await grants(other, 'county.lead', 'county.140702', examiner)
  const recommends = engines.recognition?.examples.recommend
  expect(await rules(other, one.id, 'recommend', recommends)).toEqual([422, ['decidedByAnother']])
  await (await town.as(`${examiner}.lead`)).did(one.id, 'recommend', recommends)

  const two = await work.queued('iron')
  await work.concluded([two])
  await work.proposed(two)
  const [refused, listed] = await rules(standIn, two.id, 'approve', engines.recognition?.examples.approve)
  expect([refused, listed?.includes('decidedByAnother')]).toEqual([422, true])
  const own = await rules(lead, two.id, 'approve', engines.recognition?.examples.approve)
  expect(own[1] ?? []).not.toContain('decidedByAnother')
})
