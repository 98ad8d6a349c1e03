/** Assessments brought to a status the way they get there: over HTTP, by the people whose steps they are. */
import { runSchedule } from '../src/app.ts'
import { demoEvidence, demoReport, type DemoReport } from '../src/demo/assessment-report.ts'
import { personId } from '../src/demo/institutions.ts'
import { assessmentExamples as example } from '../src/procedures/assessment/assessment.examples.ts'
import type { Board } from '../src/procedures/assessment-campaign/assessment-campaign.routes.ts'
import { disassemble } from '../src/procedures/recognition/recognition.draft.ts'
import { json, rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { indicatorItems } from '../src/settings/assessment-indicators-2026.ts'
import type { Case, Casework } from './casework.ts'
import { jurisdiction, type Town } from './town.ts'

export type Assessed = { readonly id: string; readonly of: Case; readonly base: string; readonly year: number }
export type Assessing = ReturnType<typeof assessing>

export function assessing(town: Town, work: Casework) {
  const { as, pools } = town
  /** Next year's days off are published in time: without them no notice begins. */
  const calendar = async (...years: number[]) => {
    for (const year of years) {
      const change = await (await as('city.officer')).opened('rule-change', { change: { kind: 'calendarYear', year, off: [`${year}-01-01`], work: [], source: '国务院办公厅通知（演示）' }, validFrom: `${year - 1}-12-01`, basis: '放假安排（演示）' })
      await (await as('city.lead')).did(change.id, 'sign')
    }
  }
  /** Bases recognised together in spring, each with its director. */
  const bases = async (keys: readonly Case['key'][], by: string): Promise<Case[]> => {
    const queued: Case[] = []
    for (const key of keys) queued.push(await work.queued(key))
    // Ten before one panel: the draw looks at every relation between applications and experts.
    for (let at = 0; at < queued.length; at += 10) await work.concluded(queued.slice(at, at + 10))
    for (const one of queued) await work.onNotice(one)
    town.on(by)
    await runSchedule(town.platform)
    for (const one of queued) { await work.step(one, as('city.lead'), 'recognise'); await work.appoints(one, `director.${one.key}`, 'base.director') }
    return queued
  }
  const campaign = async (year: number) => {
    const { id } = await (await as('city.officer')).opened('assessment-campaign', { year })
    await (await as('city.lead')).did(id, 'open')
    return id
  }
  const assessedOf = async (of: Case, year: number): Promise<Assessed> => {
    const base = await work.baseNumberOf(of)
    const row = await rowOf<{ case_id: string }>(pools.jobs, sql`select case_id from assessment where jurisdiction = ${jurisdiction} and base_id = ${base} and year = ${year}`)
    return { id: row?.case_id ?? '', of, base, year }
  }
  const director = (one: Assessed) => as(`director.${one.of.key}`)
  const did = async (one: Assessed, username: string, step: string, more: object = {}) => { await (await as(username)).did(one.id, step, { ...(example as Record<string, object>)[step], ...more }); return one }
  const written = async (one: Assessed, report: Partial<DemoReport> = {}) => {
    const who = await director(one)
    const { version } = (await who.call<{ version: number }>('GET', `/api/cases/${one.id}/draft`)).body
    const data = demoReport({ year: one.year, name: '本基地', ownGrade: 'good', ...report })
    const saved = (await who.call<{ refused: unknown[]; conflicts: unknown[] }>('PUT', `/api/cases/${one.id}/draft`, { base: version, changes: Object.entries(disassemble(data)).map(([path, value]) => ({ path, value })) })).body
    if (saved.refused?.length !== 0) throw new Error(`report of ${one.of.key}: ${JSON.stringify(saved)}`)
    // The file records alone, without bytes behind them: uploading is proved elsewhere.
    await rowsOf(pools.jobs, sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment)
      select ${jurisdiction}, f.id, ${one.id}, f.name, 1, 'application/pdf', ${'0'.repeat(64)}, ${personId(`director.${one.of.key}`)}, ${`base.${one.base}`}, ${town.now().toISOString()}, f.attachment
        from jsonb_to_recordset(${json(demoEvidence.map((file) => ({ ...file, id: town.newId() })))}) as f(id text, name text, attachment text)`)
    return one
  }
  const reported = async (one: Assessed, report: Partial<DemoReport> = {}) => did(await written(one, report), `director.${one.of.key}`, 'report')
  const endorsed = async (one: Assessed, report: Partial<DemoReport> = {}) => did(await reported(one, report), `host.${one.of.key}`, 'endorse')
  const sampleOf = async (one: Assessed) => ((await (await as(await work.countyName(one.of, 'county.officer'))).detail(one.id)).case.file.sample as { drawn: string[] } | null)?.drawn ?? []
  const examines = async (one: Assessed) => did(one, await work.countyName(one.of, 'county.officer'), 'examine', { items: (await sampleOf(one)).map((item) => ({ item, answer: 'agrees' })) })
  const verifies = async (one: Assessed) => did(await examines(one), await work.countyName(one.of, 'county.lead'), 'verify')
  const verified = async (one: Assessed, report: Partial<DemoReport> = {}) => verifies(await endorsed(one, report))
  /** Every indicator at a share of its points. */
  const sheet = (share: number) => ({ ...example.score, items: indicatorItems.map(({ id, points }) => ({ item: id, points: Math.round(points * share * 100) / 100, reason: '据佐证和核实情况评定。' })), deductions: example.score.deductions.map((one) => ({ ...one, reason: '没有该项情形。' })) })
  const scores = (one: Assessed, share: number) => did(one, 'city.officer', 'score', sheet(share))
  const checksSpot = (one: Assessed) => did(one, 'city.officer', 'recordSpotCheck')
  const proposes = async (one: Assessed, share: number, grade: string) => did(await checksSpot(await scores(one, share)), 'city.officer', 'proposeGrade', { grade, reasons: { gradeFollowsScore: '优的名额已满。' } })
  const decides = async (one: Assessed, share: number, grade: string) => did(await proposes(one, share, grade), 'city.lead', 'decideGrade')
  /** All of a campaign: on notice together, cleared by the clock, announced together. */
  const announces = async (campaignId: string, all: readonly Assessed[], days: { notice: string; cleared: string }) => {
    town.on(days.notice)
    await (await as('city.officer')).did(campaignId, 'openNotice', { cases: all.map(({ id }) => id) })
    town.on(days.cleared)
    await runSchedule(town.platform)
    await (await as('city.lead')).did(campaignId, 'announceResults', { cases: all.map(({ id }) => id) })
    return all
  }
  const board = async (username: string, year: number) => (await (await as(username)).call<Board>('GET', `/api/assessments?year=${year}`)).body
  const finalOn = async (day: string) => { town.on(day); await runSchedule(town.platform) }
  return { calendar, bases, campaign, assessedOf, director, did, written, reported, endorsed, examines, verifies, verified, sheet, scores, checksSpot, proposes, decides, announces, board, finalOn, sampleOf }
}
