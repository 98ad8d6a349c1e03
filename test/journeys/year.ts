/** Bases recognised in spring, their people, and a clock that goes on: where a year begins in the browser. */
import type { Locator, Page } from 'playwright-core'
import { demoEvidence, demoReport } from '../../src/demo/assessment-report.ts'
import { orgOf } from '../../src/demo/world.hosts.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { disassemble } from '../../src/procedures/recognition/recognition.draft.ts'
import { rowOf, sql } from '../../src/platform/query.ts'
import { type Case, casework } from '../casework.ts'
import { type DemoKey, jurisdiction } from '../town.ts'
import { openStage, type Seat, type SeatOptions } from './stage.ts'

export type Year = Awaited<ReturnType<typeof openYear>>

export async function openYear(keys: readonly DemoKey[]) {
  const stage = await openStage({ day: '2026-05-06' })
  const { town, goesOnTo } = stage
  const work = casework(town)
  await work.authorityActs()
  const change = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'calendarYear', year: 2027, off: ['2027-01-01'], work: [], source: '国务院办公厅通知（演示）' }, validFrom: '2026-05-06', basis: '放假安排（演示）' })
  await (await town.as('city.lead')).did(change.id, 'sign')
  const cases: Case[] = []
  for (const key of keys) cases.push(await work.queued(key))
  await work.concluded(cases)
  for (const of of cases) await work.onNotice(of)
  await goesOnTo('2026-05-20')
  for (const of of cases) { await work.step(of, town.as('city.lead'), 'recognise'); await work.appoints(of, `director.${of.key}`, 'base.director') }

  const seats: Record<string, Seat> = {}
  const at = async (username: string, options?: SeatOptions) => (seats[`${username}${options?.viewport?.width ?? ''}`] ??= await stage.seat(username, options))
  const shots = process.env.SHOTS
  const shoot = async (page: Page, name: string, fullPage = true) => { if (shots) { await page.waitForLoadState('networkidle'); await page.screenshot({ path: `${shots}/${name}.png`, fullPage }) } }
  /** The same page on a phone. */
  const onPhone = async (username: string, path: string, name: string) => { if (shots) { const { page } = await at(username, { viewport: { width: 390, height: 844 } }); await page.goto(path); await page.locator('h1, h2').first().waitFor(); await shoot(page, `${name}-390`) } }
  const assessmentOf = async (of: Case, year = 2026) => {
    const row = await rowOf<{ case_id: string; number: string }>(town.pools.jobs, sql`select case_id, number from assessment where jurisdiction = ${jurisdiction} and base_id = ${await work.baseNumberOf(of)} and year = ${year}`)
    return { id: row?.case_id ?? '', number: row?.number ?? '', of }
  }
  /** All of the report but what the test types itself. */
  const writesReport = async ({ id, of }: { id: string; of: Case }, ownGrade: 'excellent' | 'good' | 'fair' | 'poor', { but = [], year = 2026, estimated = false }: { but?: string[]; year?: number; estimated?: boolean } = {}) => {
    const who = await town.as(`director.${of.key}`)
    const { version } = (await who.call<{ version: number }>('GET', `/api/cases/${id}/draft`)).body
    const changes = Object.entries(disassemble(demoReport({ year, name: '本基地', ownGrade, estimated }))).filter(([path]) => !but.includes(path)).map(([path, value]) => ({ path, value }))
    const saved = (await who.call<{ refused: unknown[]; conflicts: unknown[] }>('PUT', `/api/cases/${id}/draft`, { base: version, changes })).body
    if (saved.refused?.length !== 0 || saved.conflicts.length !== 0) throw new Error(JSON.stringify(saved))
    for (const { attachment, name } of demoEvidence.filter((one) => !but.includes(`attachments.${one.attachment}`))) await who.attaches(id, attachment, name, plainPdf([of.key, attachment]))
  }
  return { stage, town, work, cases, goesOnTo, at, seats, shoot, onPhone, assessmentOf, writesReport, orgOf }
}

/** Who went, who investigated: names with their institutions. */
export async function namesPeople(step: Locator, people: readonly (readonly [name: string, org: string])[]) {
  for (const [at, [name, org]] of people.entries()) {
    if (await step.getByLabel('姓名').nth(at).count() === 0) await step.getByRole('button', { name: /增加|添加/ }).first().click()
    await step.getByLabel('姓名').nth(at).fill(name)
    await step.getByLabel('单位').nth(at).fill(org)
  }
}
