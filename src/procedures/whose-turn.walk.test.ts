/** Whose turn it is, told alike wherever it is told: in the worklist, and before a step is signed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Casework, casework } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import { recognisedBases } from '../../test/bases.ts'
import type { CaseList, Worklist } from '../contract.ts'
import { engines } from '../engines.ts'

let town: Town
let work: Casework
beforeAll(async () => { town = await openTown(); work = casework(town) })
afterAll(async () => town.close())

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
  const [carbon, gears] = await recognisedBases(town, work, ['carbon', 'gears'], '2026-12-01')
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
