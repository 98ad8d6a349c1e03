/** Whose turn it is, told alike wherever it is told: in the worklist, and before a step is signed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Casework, casework } from '../../test/casework.ts'
import { jurisdiction, openTown, type Town } from '../../test/town.ts'
import { recognisedBases } from '../../test/bases.ts'
import type { CaseList, Worklist } from '../contract.ts'
import { personId } from '../demo/institutions.ts'
import { engines } from '../engines.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'
import { rebuildReadTables } from '../platform/rebuild-tables.ts'
import type { BudgetYear } from '../registers/award-budgets.ts'
import { rulesReader } from '../rules-in-force.ts'

let town: Town
let work: Casework
beforeAll(async () => { town = await openTown(); work = casework(town) })
afterAll(async () => town.close())

/** Carbon and gears, on 1 December. */
let made: ReturnType<typeof two> | undefined
const two = () => recognisedBases(town, work, ['carbon', 'gears'], '2026-12-01')
const bases = () => (made ??= two())

const worklist = async (username: string, tab: 'mine' | 'others' | 'done' = 'mine') => (await (await town.as(username)).call<Worklist>('GET', `/api/worklist?tab=${tab}`)).body.rows
const row = async (username: string, tab: 'mine' | 'others' | 'done', id: string) => (await worklist(username, tab)).find((one) => one.id === id)

test('an application before a running panel waits for the panel: nobody is asked to convene another', async () => {
  const [before, free] = [await work.queued('iron'), await work.queued('coke')]
  expect((await row('city.officer', 'mine', before.id))?.asks.zh).toBe('组织会议评审')
  const panel = await work.scoring([before])
  expect(await row('city.officer', 'mine', before.id)).toBeUndefined()
  expect(await row('city.officer', 'mine', free.id)).toBeDefined()
  expect((await row('city.officer', 'others', before.id))?.asks.zh).toBe('评审组已召集，待评审结果')
  const choices = (await (await town.as('city.officer')).call<CaseList>('GET', '/api/cases?procedure=recognition&status=queued&free=1')).body.rows.map(({ id }) => id)
  expect(choices).toEqual([free.id])
  const related = (await (await town.as('city.officer')).detail(before.id)).related
  expect(related.map(({ id }) => id)).toContain(panel.id)
  // The applicant learns of no panel.
  expect((await (await town.as('host.iron')).detail(before.id)).related).toEqual([])

  // While the experts score, the review lies with them.
  expect((await row('city.officer', 'others', panel.id))?.with.map(({ zh }) => zh)).toEqual(['评审专家'])
})

test('who comes next is told from the case after the step: the city inspects with its own people, the county with its own', async () => {
  const [carbon, gears] = await bases()
  const comes = async (officer: string, lead: string, base: string) => {
    const { id } = await (await town.as(officer)).opened('inspection', { ...engines.inspection?.examples.open, base })
    const told = (await (await town.as(officer)).detail(id)).available.flatMap(({ effects }) => effects.map(({ zh }) => zh)).filter((zh) => zh.startsWith('随后由'))
    return { told, with: (await row(lead, 'others', id))?.with.map(({ zh }) => zh) }
  }
  const city = await comes('city.officer', 'city.lead', gears.number)
  expect(city.told.length).toBeGreaterThan(0)
  expect(city.told.join()).not.toContain('区县')
  expect(city.with).toEqual(['市局经办人'])
  const county = await comes('county.yuci', 'city.lead', carbon.number)
  expect(county.told.join()).not.toContain('市局')
  expect(county.with).toEqual(['区县经办人'])
})

test('setting:duty.separation: what another person has to do waits in nobody\'s list who may not do it, nor in that of whoever stands in for them', async () => {
  await work.authorityActs()
  const [carbon] = await bases()
  const id = (await (await town.as('city.officer')).opened('award', { ...engines.award?.examples.propose, base: carbon.number })).id
  const budget = (await (await town.as('city.officer')).call<{ id: string }>('POST', '/api/award-budgets', { year: 2026, amount: '100', line: '科目', document: '文件（演示）' })).body.id
  await (await town.as('city.lead')).call('POST', `/api/award-budgets/${budget}/sign`)
  for (const [username, step] of [['city.lead', 'decide'], ['city.officer', 'publish'], ['host.carbon', 'claim']] as const) await (await town.as(username)).did(id, step, { ...engines.award?.examples[step], ...(step === 'claim' && { reasons: { accountIsHosts: '基本户。' } }) })

  const counted = async (username: string) => (await (await town.as(username)).call<Worklist>('GET', '/api/worklist')).body
  expect((await row('city.officer2', 'mine', id))?.asks.zh).toBe('核对并拨付')
  expect(await row('city.officer', 'mine', id)).toBeUndefined()
  expect((await row('city.officer', 'others', id))?.with.map(({ zh }) => zh)).toEqual(['市局经办人'])
  for (const username of ['city.officer', 'city.officer2']) { const { rows, counts } = await counted(username); expect(rows).toHaveLength(counts.mine) }
  // Whoever acts for the proposer is as good as the proposer; a role of one's own does not change it, one held for nobody does.
  const stands = (username: string, actsFor: string | null) => rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from, acts_for) values (${jurisdiction}, ${`turn ${username} ${actsFor}`}, ${personId(username)}, 'city.officer', ${`city.${jurisdiction}`}, '2026-01-01', ${actsFor && personId(actsFor)})`)
  await stands('expert.30', 'city.officer')
  await stands('expert.29', 'city.lead')
  expect(await row('expert.30', 'mine', id)).toBeUndefined()
  expect((await row('expert.29', 'mine', id))?.delegated).toBe((await (await town.as('city.lead')).call<{ person: { name: string } }>('GET', '/api/session')).body.person.name)
  // Rebuilt, the lists say the same.
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: rulesReader().rulesOf })
  expect([await row('city.officer', 'mine', id), (await row('city.officer2', 'mine', id))?.id]).toEqual([undefined, id])
})

test('Art. 20: a budget waits for its signature with the leads who did not enter it, and with nobody who stands in for who did', async () => {
  const waits = async (username: string, tab: 'mine' | 'others' = 'mine') => (await worklist(username, tab)).find(({ place }) => place !== null)
  const id = (await (await town.as('city.officer')).call<{ id: string }>('POST', '/api/award-budgets', { year: 2027, amount: '10', line: '科目', document: '文件（演示）' })).body.id
  expect(await waits('city.lead')).toMatchObject({ id, place: { to: '/awards', words: { zh: '2027 年奖补预算 10.00 万元' } }, law: ['setting:award.budgetCeiling', 'setting:duty.separation'] })
  expect([await waits('city.officer'), (await waits('city.officer', 'others'))?.id]).toEqual([undefined, id])
  await rowsOf(town.pools.jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from, acts_for) values (${jurisdiction}, 'budget-turn', ${personId('city.supervisor')}, 'city.lead', ${`city.${jurisdiction}`}, '2026-01-01', ${personId('city.officer')})`)
  expect(await waits('city.supervisor')).toBeUndefined()
  const pending = async (username: string) => (await (await town.as(username)).call<BudgetYear[]>('GET', '/api/award-budgets')).body.find(({ year }) => year === 2027)?.pending?.mine
  expect([await pending('city.officer'), await pending('city.supervisor'), await pending('city.lead')]).toEqual([true, true, false])
  for (const username of ['host.carbon', 'county.yuci', 'expert.01', 'client.auto']) expect([username, await waits(username), await waits(username, 'others')]).toEqual([username, undefined, undefined])
  await (await town.as('city.lead')).call('POST', `/api/award-budgets/${id}/sign`)
  expect(await waits('city.lead')).toBeUndefined()
})

test('the law told with what is asked for is that of its step, not of what may be done beside it', async () => {
  const [draft, submitted] = [await work.filled('herbs'), await work.submitted('nylon')]
  expect((await row('host.herbs', 'mine', draft.id))?.law).toEqual(['Art. 10(1)'])
  expect((await row(await work.countyName(submitted, 'county.officer'), 'mine', submitted.id))?.law).toEqual(['Art. 10(2)'])
})

test('a step that is somebody else\'s names the institution of this case that takes it; experts are no institution and stay unnamed', async () => {
  const said = async (username: string, id: string, step: string) => (await (await town.as(username)).step(id, step, {})).body.refusals?.map(({ reason }) => reason)
  const of = await work.submitted('vinegar')
  const county = await rowOf<{ name: string }>(town.pools.jobs, sql`select o.name from organisation o join case_list l on l.county = o.id where l.case_id = ${of.id}`)
  expect(county?.name).toMatch(/局/)
  expect(await said('host.vinegar', of.id, 'recommend')).toEqual([`由${county?.name}（区县负责人）办理。`])
  // Several roles of one institution stand together, and of several institutions that might, those of this case alone.
  expect(await said('host.vinegar', of.id, 'examine')).toEqual([`由${county?.name}（区县经办人、区县负责人）办理。`])
  const [carbon] = await bases()
  const { id } = await (await town.as('county.yuci')).opened('inspection', { ...engines.inspection?.examples.open, base: carbon.number, reasons: { notUnderInspection: '另行检查。' } })
  expect((await said('city.officer', id, 'notify'))?.[0]).toMatch(/^由[^、]*榆次[^、]*（区县经办人）办理。$/)
  // The page of the case says the same.
  expect((await (await town.as('city.officer')).detail(id)).available.find(({ step }) => step === 'notify')?.refusals[0]?.reason.zh).toMatch(/^由[^、]*榆次[^、]*（区县经办人）办理。$/)

  const panel = await work.scoring([await work.queued('anode')])
  expect(await said('city.officer', panel.id, 'score')).toEqual(['由评审专家办理。'])
})
