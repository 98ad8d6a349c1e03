/** Score sheets, opinions and summary of a panel as papers; the notice and the answers to an objector beside them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework, tokenOf, type Case, type Panel } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import type { Paper } from '../../platform/papers/paper.ts'
import { rowsOf, sql } from '../../platform/query.ts'

let town: Town
let work: ReturnType<typeof casework>
let cases: [Case, Case]
let panel: Panel
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  cases = [await work.queued('carbon'), await work.queued('iron')]
  panel = await work.closed([...cases])
})
afterAll(() => town.close())

const papersOf = async (who: string, id: string) => (await (await town.as(who)).call<{ rows: { id: string; kind: string; title: string }[] }>('GET', `/api/cases/${id}/papers`))
const download = async (who: string, id: string, file: string) => town.app.inject({ method: 'GET', url: `/api/cases/${id}/papers/${file}`, cookies: { zs: await tokenOf(town, who) } })

test('until the panel has concluded there is no sheet to be had; then one for each sheet that counts, an opinion each and a summary', async () => {
  expect((await papersOf('city.officer', panel.id)).body.rows).toEqual([])
  await (await town.as('city.officer')).did(panel.id, 'conclude', { opinions: cases.map((of, at) => ({ about: of.id, opinion: '建议列入现场考察。', shortlist: at === 0 })) })
  const { rows } = (await papersOf('city.officer', panel.id)).body
  expect(rows.filter(({ kind }) => kind === 'summary')).toHaveLength(1)
  expect(rows.filter(({ kind }) => kind === 'opinion')).toHaveLength(cases.length)
  expect(rows.filter(({ kind }) => kind === 'scoreSheet')).toHaveLength(cases.length * panel.members.length)
})

test('city and supervisor may have the sheets; experts, hosts, counties and administrators may not, listed or by address', async () => {
  const sheet = (await papersOf('city.officer', panel.id)).body.rows.find(({ kind }) => kind === 'scoreSheet')
  for (const who of ['city.officer', 'city.lead', 'city.supervisor']) expect((await download(who, panel.id, `${sheet?.id}.pdf`)).statusCode, who).toBe(200)
  for (const who of [panel.members[0]?.username ?? '', 'expert.30', 'host.carbon', 'county.yuci', 'sysadmin', 'secadmin', 'auditor']) {
    expect((await papersOf(who, panel.id)).body.rows ?? [], who).toEqual([])
    for (const format of ['pdf', 'docx']) expect((await download(who, panel.id, `${sheet?.id}.${format}`)).statusCode, who).toBe(404)
  }
})

test('the summary says of every application the totals of its sheets, its mean and its rank', async () => {
  const [summary] = await rowsOf<{ facts: Paper }>(town.pools.jobs, sql`select facts from paper where case_id = ${panel.id} and kind = 'summary'`)
  const table = summary?.facts.blocks.find((block) => block.is === 'table')
  const { results } = (await (await town.as('city.officer')).detail(panel.id)).case.file as { results: { score: string; rank: number }[] }
  expect(table?.rows.map((row) => [row[0], row.at(-4)])).toEqual(results.toSorted((a, b) => a.rank - b.rank).map(({ rank, score }) => [String(rank), score]))
  expect(table?.rows[0]).toHaveLength(3 + panel.members.length + 4)
})

test('an application not shortlisted is told so, with the panel’s opinion and remedies, though the entry is the city’s', async () => {
  const host = await town.as('host.iron')
  const detail = await host.detail(cases[1].id)
  expect(detail.history.some(({ did }) => did === 'recordNotShortlisted')).toBe(false)
  const told = detail.papers.find(({ kind }) => kind === 'notShortlisted')
  expect(told?.number).toMatch(/^PG-2026-/)
  const [row] = await rowsOf<{ facts: Paper }>(town.pools.jobs, sql`select facts from paper where case_id = ${cases[1].id} and id = ${told?.id ?? ''}`)
  expect(row?.facts.remedies).toContain('行政复议')
  expect(JSON.stringify(row?.facts)).not.toMatch(/expert|分/)
})

test('the notice is a paper of its own, open, with its list and period', async () => {
  const of = await work.onNotice(cases[0])
  const notice = (await (await town.as('city.officer')).detail(of.id)).related.find(({ procedure }) => procedure === 'public-notice')
  const [row] = await rowsOf<{ facts: Paper }>(town.pools.jobs, sql`select facts from paper where case_id = ${notice?.id ?? ''}`)
  expect(row?.facts).toMatchObject({ openness: 'open', form: 'plain' })
  expect(JSON.stringify(row?.facts.blocks)).toContain('公示期自2026年11月23日至2026年11月27日')
})
