/** The record of experts, computed from panels that ran over HTTP; and whom the draw passes over. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework, type Panel } from '../test/casework.ts'
import { openTown, type Town } from '../test/town.ts'
import { personId } from './demo/institutions.ts'
import type { ExpertCredit } from './procedures/panel-review/panel-review.credit.ts'
import { rowsOf, sql } from './platform/query.ts'

let town: Town
let work: ReturnType<typeof casework>
const barred = personId('expert.01')
const away = personId('expert.02')
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  await rowsOf(town.pools.owner, sql`insert into expert_bar (jurisdiction, id, person, reason, basis, from_on, proposed_by, proposed_name, proposed_on, decided_by, decided_name, decided_on, signed)
    values ('140700', 'bar-1', ${barred}, 'x', 'x', '2026-11-23', 'a', 'a', '2026-11-23', 'b', 'b', '2026-11-23', true)`)
  await rowsOf(town.pools.owner, sql`update expert set away = '[{"from": "2026-11-20", "to": "2026-11-23"}]' where person = ${away}`)
})
afterAll(() => town.close())

const creditOf = async (who: string, person: string) => (await town.as(who)).call<ExpertCredit>('GET', `/api/experts/${person}/credit`)

test('whoever is barred or away is neither designated nor drawn', async () => {
  const panel = await work.convened([await work.queued('iron')])
  const city = await town.as('city.officer')
  for (const [person, why] of [[barred, '停止抽取名单'], [away, '']] as const) {
    const { status, body } = await city.step(panel.id, 'designate', { expert: person, reason: '专业对口' })
    expect([person, status]).toEqual([person, 403])
    expect(JSON.stringify(body.refusals)).toContain(why)
  }
})

test('attendance and sheets are those of the panel; nothing is told before it has concluded', async () => {
  const cases = [await work.queued('hydraulic'), await work.queued('coke')]
  const scored: Panel = await work.closed(cases)
  const [member] = scored.members
  expect(scored.members.map(({ person }) => person)).not.toContain(barred)
  expect(scored.members.map(({ person }) => person)).not.toContain(away)
  expect((await creditOf('city.officer', member?.person ?? '')).body).toMatchObject({ rows: [], panels: 0 })
  await (await town.as('city.officer')).did(scored.id, 'conclude', { opinions: cases.map(({ id }) => ({ about: id, opinion: '建议列入现场考察。', shortlist: true })) })
  const owed = cases.length - (member?.back.length ?? 0)
  expect((await creditOf('city.supervisor', member?.person ?? '')).body).toMatchObject({ panels: 1, absent: 0, owed, sheets: owed, far: 0, late: 0, rows: [{ left: null, owed, sheets: owed }] })
  expect((await creditOf('city.officer', barred)).body.panels).toBe(0)
})

test.each(['expert.03', 'host.carbon', 'county.yuci', 'sysadmin'])('%s does not read it', async (who) => {
  expect((await creditOf(who, personId('expert.03'))).status).toBe(403)
})

test('there is no record of somebody who is no expert', async () => {
  expect((await creditOf('city.officer', personId('city.lead'))).status).toBe(404)
})
