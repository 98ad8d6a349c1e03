/** Revocations over HTTP and a real PostgreSQL: every ground of Art. 19, not revoking, restoring; what follows everywhere at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Base, graded, recognisedBases, statusOfBase } from '../../../test/bases.ts'
import { type Casework, casework, tokenOf } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { clientOf } from '../../demo/client.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import type { RevocationCase } from './revocation.case.ts'
import type { RevocationCommands } from './revocation.commands.ts'
import { revocationExamples as example } from './revocation.examples.ts'

let town: Town
let work: Casework
let bases: { [Name in 'accident' | 'falsehood' | 'absence' | 'twicePoor' | 'unable' | 'cured' | 'spared']: Base }
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const [falsehood, accident, absence, twicePoor, unable, cured, spared] = await recognisedBases(town, work, ['carbon', 'gears', 'anode', 'engine', 'magnesium', 'filter', 'nylon'])
  bases = { accident, falsehood, absence, twicePoor, unable, cured, spared }
}, 300_000)
afterAll(() => town.close())

type Name = keyof RevocationCommands
const says = async (username: string, id: string, step: Name, data: object = {}) => (await town.as(username)).did(id, step, { ...example[step], ...data })
const refused = async (username: string, id: string, step: Name, data: object = {}) => {
  const { status, body } = await (await town.as(username)).step(id, step, { ...example[step], ...data })
  return [status, body.refusals?.map(({ rule, code }) => rule ?? code)] as const
}
const opens = async (of: Base, ground: RevocationCommands['open']['ground']) => (await (await town.as('city.officer')).opened('revocation', { ...example.open, base: of.number, ground })).id
const fileOf = async (username: string, id: string) => (await (await town.as(username)).detail(id)).case.file as unknown as RevocationCase
const status = (id: string) => work.statusOf(id)
const verify = async (number: string) => (await town.anyone.call<Record<string, unknown> & { certificate: Record<string, unknown>; base: Record<string, unknown> }>('GET', `/api/public/verify?number=${number}`)).body
const certificateOf = async (of: Base) => (await rowOf<{ no: string }>(town.pools.jobs, sql`select certificate_no as no from base where id = ${of.number}`))?.no ?? ''

/** Signed in on the day the clock shows: a session does not last for years. */
const later = async (username: string) => clientOf(town.app, await tokenOf(town, username), () => `later-${town.newId()}`)

/** From a finding to the served decision, by everybody whose turn it is; ends on the day it is announced. */
async function runs(id: string, of: Base, find: Name, { found = {}, between }: { found?: object; between?: () => Promise<unknown> } = {}) {
  await says('city.officer', id, find, found)
  await says('city.officer', id, 'investigate')
  await between?.()
  await says('city.officer', id, 'notify')
  await says(`host.${of.key}`, id, 'acknowledgeNotice')
  await says(`host.${of.key}`, id, 'waive')
  await says('city.officer2', id, 'reviewLegality')
  await says('city.officer', id, 'proposeRevoke')
  await says('city.lead', id, 'decideRevoke')
  await says('city.officer', id, 'serve')
  await says('city.officer', id, 'announce')
}

describe('Art. 19(2): false data, from the opening to the announcement, with the host heard', () => {
  let id = ''
  test('an officer opens it; the host sees that it is under way, not why; other counties and hosts see nothing', async () => {
    id = await opens(bases.falsehood, 'Art. 19(2)')
    expect(await status(id)).toBe('investigating')
    const host = await fileOf('host.carbon', id)
    expect(host).toMatchObject({ status: 'investigating', opened: { ground: 'Art. 19(2)', on: '2026-12-01' }, regulation: 'jinzhong-2023' })
    expect(JSON.stringify(await (await town.as('host.carbon')).detail(id))).not.toContain(example.open.facts)
    expect((await fileOf('county.yuci', id)).opened?.facts).toBe(example.open.facts)
    for (const username of ['county.taigu', 'county.taigu.lead', 'host.iron', 'expert.01', 'client.auto', 'sysadmin', 'auditor']) expect([username, (await (await town.as(username)).read(id)).status]).toEqual([username, 404])
    const again = await (await town.as('city.officer')).open('revocation', { ...example.open, base: bases.falsehood.number })
    expect([again.status, again.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['noOtherRevocation']])
    const nowhere = await (await town.as('city.officer')).open('revocation', { ...example.open, base: 'JZ-ZS-1999-001' })
    expect([nowhere.status, nowhere.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['baseStands']])
    for (const username of ['host.carbon', 'county.yuci', 'city.lead']) expect((await (await town.as(username)).open('revocation', { ...example.open, base: bases.accident.number })).status).toBe(403)
  })

  test('Art. 6(3): a lead suspends meanwhile: register and portal say so at once', async () => {
    expect((await refused('city.officer', id, 'suspend'))[0]).toBe(403)
    await says('city.lead', id, 'suspend')
    expect(await statusOfBase(town, bases.falsehood)).toBe('suspended')
    expect((await verify(await certificateOf(bases.falsehood))).certificate.status).toBe('suspended')
    expect(await refused('city.lead', id, 'suspend')).toEqual([422, ['notSuspendedYet']])
    expect((await fileOf('host.carbon', id)).suspension).toMatchObject({ since: '2026-12-01', until: '2027-06-01', reason: example.suspend.reason })
  })

  test('evidence is put down by the officer and stays the city’s', async () => {
    const officer = await town.as('city.officer')
    const { id: file } = await officer.must('evidence', officer.call<{ id: string }>('POST', `/api/files?case=${id}&name=${encodeURIComponent('核对记录.pdf')}`, plainPdf(['核对']), { 'content-type': 'application/octet-stream' }))
    expect(await refused('city.officer', id, 'findFalsehood', { heardOn: undefined, reasons: {} })).toEqual([422, ['falsehoodEstablished', 'seriousFalsehood']])
    await says('city.officer', id, 'findFalsehood', { files: [file] })
    expect((await (await town.as('host.carbon')).call('GET', `/api/files/${file}`)).status).toBe(404)
    expect((await (await town.as('host.carbon')).call('POST', `/api/files?case=${id}&name=a.pdf`, plainPdf(['a']), { 'content-type': 'application/octet-stream' })).status).toBe(409)
    await says('city.officer', id, 'investigate')
    const host = JSON.stringify(await (await town.as('host.carbon')).detail(id))
    for (const secret of [example.findFalsehood.findings, example.investigate.summary]) expect(host).not.toContain(secret)
  })

  test('the prior notice: facts, basis, intention, and a paper with its rights; its time counts from the receipt', async () => {
    expect(await refused('city.officer', id, 'proposeRevoke')).toEqual([409, ['notNow']])
    await says('city.officer', id, 'notify')
    expect(await status(id)).toBe('notified')
    const host = await town.as('host.carbon')
    const { rows } = (await host.call<{ rows: { kind: string; title: string; number: string | null }[] }>('GET', `/api/cases/${id}/papers`)).body
    expect(rows).toMatchObject([{ kind: 'priorNotice', number: 'SXGZ-2026-0001' }])
    expect(await refused('host.carbon', id, 'state')).toEqual([409, ['notNow']])
    await says('host.carbon', id, 'acknowledgeNotice')
    // Tuesday 1 December; five working days after it.
    expect((await fileOf('host.carbon', id)).notice).toMatchObject({ dueOn: '2026-12-08', served: { method: 'platform', on: '2026-12-01' }, grounds: ['Art. 19(2)'] })
    expect(await rowOf(town.pools.jobs, sql`select due_on, waits_role from case_list where case_id = ${id}`)).toEqual({ due_on: '2026-12-08', waits_role: 'host.admin' })
  })

  test('the host states twice, with evidence of its own; nothing moves before the last day is over', async () => {
    const host = await town.as('host.carbon')
    const { id: file } = await host.must('evidence', host.call<{ id: string }>('POST', `/api/files?case=${id}&name=${encodeURIComponent('补充协议.pdf')}`, plainPdf(['协议']), { 'content-type': 'application/octet-stream' }))
    await says('host.carbon', id, 'state', { files: [file], asksHearing: true })
    town.on('2026-12-08')
    await says('host.carbon', id, 'state', { text: '补充说明：第二份合同已于十一月履行。' })
    await runSchedule(town.platform)
    expect(await status(id)).toBe('stating')
    expect(await refused('city.officer', id, 'endStatement')).toEqual([422, ['statementPeriodOver']])
    town.on('2026-12-09')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('heard')
    expect((await refused('host.carbon', id, 'state'))[0]).toBe(409)
  })

  test('point by point, a hearing, and the law looked at by another', async () => {
    expect(await refused('city.officer', id, 'reviewLegality')).toEqual([422, ['legalityByAnother', 'statementsAnswered', 'hearingHeld']])
    await says('city.officer', id, 'answerStatements')
    await says('city.officer2', id, 'hear')
    await says('city.officer2', id, 'reviewLegality')
    const host = await fileOf('host.carbon', id)
    expect(host).toMatchObject({ answers: { points: [{ taken: 'no' }] }, hearing: { heldOn: '2026-12-09' }, statements: [{ asksHearing: true }, {}] })
    expect(host).not.toHaveProperty('legality')
  })

  test('one proposes, another decides; the decision is told and does not bind before it is served', async () => {
    await says('city.officer', id, 'proposeRevoke')
    expect(JSON.stringify(await (await town.as('host.carbon')).detail(id))).not.toContain(example.proposeRevoke.merits)
    expect((await refused('city.officer', id, 'decideRevoke'))[0]).toBe(403)
    expect(await refused('city.lead', id, 'decideRevoke', { minutes: undefined })).toEqual([400, undefined])
    await says('city.lead', id, 'decideRevoke')
    expect(await status(id)).toBe('decided')
    expect(await statusOfBase(town, bases.falsehood)).toBe('suspended')
    expect((await (await town.as('host.carbon')).call<{ rows: { kind: string }[] }>('GET', `/api/cases/${id}/papers`)).body.rows.map(({ kind }) => kind)).toEqual(['priorNotice', 'revocation'])
    expect(await refused('city.officer', id, 'serve', { method: 'platform' })).toEqual([422, ['serviceProven']])
    expect(await refused('city.officer', id, 'announce')).toEqual([409, ['notNow']])
  })

  test('served: register, verification, public list and history say so in the same moment; the remedies have their days', async () => {
    // Something of the base is under way: an award that was proposed.
    const award = await (await town.as('city.officer')).opened('award', { base: bases.falsehood.number, amount: '30.00', basis: '局财联〔2026〕1号（演示）', budgetYear: 2026, budgetLine: '科技专项资金', merits: '按认定结果一次性奖补，用于中试线设备。' })
    await says('host.carbon', id, 'acknowledgeDecision')
    await says('city.officer', id, 'serve', { method: 'platform', proof: undefined })
    expect(await statusOfBase(town, bases.falsehood)).toBe('revoked')
    const certificate = await certificateOf(bases.falsehood)
    expect(await verify(certificate)).toMatchObject({ found: true, certificate: { status: 'void', statusSince: '2026-12-09', documentNumber: expect.stringMatching(/^市科字〔2026〕\d+号$/) }, base: { status: 'revoked' }, law: 'Art. 19(2)', because: { zh: expect.stringMatching(/^撤销，决定文号 市科字〔2026〕\d+号，2026-12-09 送达$/) } })
    const list = (await town.anyone.call<{ rows: { id: string; status: string }[] }>('GET', '/api/public/bases?status=revoked')).body
    expect(list.rows).toMatchObject([{ id: bases.falsehood.number, status: 'revoked' }])
    const revoked = (await town.anyone.call<{ rows: object[] }>('GET', '/api/public/revocations')).body
    expect(revoked.rows).toMatchObject([{ base: { id: bases.falsehood.number }, grounds: ['Art. 19(2)'], servedOn: '2026-12-09', announcedOn: null }])
    const file = await fileOf('city.officer', id)
    expect(file.service).toMatchObject({ method: 'platform', on: '2026-12-09', reconsiderBy: '2027-02-07', litigateBy: '2027-06-09', openCases: [{ procedure: 'award', id: award.id, ends: false }] })
    expect((await fileOf('host.carbon', id)).service).toMatchObject({ reconsiderBy: '2027-02-07', openCases: [] })
    expect(await refused('city.lead', award.id, 'decide' as Name, { minutes: example.decideRevoke.minutes })).toEqual([422, ['baseStands', 'budgetSigned', 'withinBudget']])
    const base = (await (await town.as('city.officer')).detail(bases.falsehood.base)).case.file as Record<string, unknown>
    expect(base).toMatchObject({ status: 'revoked', ended: { as: 'revoked', grounds: ['Art. 19(2)'], documentNo: file.decision?.documentNo }, holds: [{ kind: 'investigation', lifted: { on: '2026-12-09' } }] })
  })

  test('announced, plaque and things handed over recorded', async () => {
    await says('city.officer', id, 'announce')
    await says('city.officer', id, 'recordPlaque')
    await says('city.officer', id, 'recordHandOver')
    expect(await fileOf('host.carbon', id)).toMatchObject({ status: 'announced', announcement: { no: 'CXGG-2026-0001', title: '关于撤销晋中市碳纤维复合材料中试基地资格的公告' }, plaque: { outcome: 'returned', on: '2026-12-09' }, handedOver: [{ to: example.recordHandOver.to }] })
    expect((await town.anyone.call<{ rows: object[] }>('GET', '/api/public/revocations')).body.rows).toMatchObject([{ announcedOn: '2026-12-09', announcementNo: 'CXGG-2026-0001' }])
  })

  test('Art. 19(2): falsification bars the host from applying again, three years to the day; the pre-check says the same', async () => {
    const host = await town.as('host.carbon')
    const { id: draft } = await host.opened('recognition')
    const bars = async () => {
      const checked = await (await later('host.carbon')).check(draft)
      return checked.findings.filter(({ rule, outcome }) => ['notBarred', 'reapplicationOpen'].includes(rule ?? '') && outcome !== 'met').map(({ rule }) => rule)
    }
    expect(await bars()).toEqual(['notBarred'])
    const answer = await host.step(draft, 'submit', { commitments: true, signedBy: '王建国' })
    expect([answer.status, answer.body.refusals?.map(({ rule }) => rule)]).toEqual([422, expect.arrayContaining(['notBarred'])])
    town.on('2029-12-08')
    expect(await bars()).toEqual(['notBarred'])
    town.on('2029-12-09')
    expect(await bars()).toEqual([])
    town.on('2026-12-09')
    // A host that lost nothing is not barred.
    const other = await town.as('host.iron')
    const free = await other.check((await other.opened('recognition')).id)
    expect(free.findings.filter(({ rule }) => ['notBarred', 'reapplicationOpen'].includes(rule ?? '')).map(({ outcome }) => outcome)).toEqual(['met', 'met'])
  })
})

describe('the other grounds, each with its own evidence', () => {
  test('Art. 19(1): an accident', async () => {
    const id = await opens(bases.accident, 'Art. 19(1)')
    await runs(id, bases.accident, 'findAccident')
    expect([await status(id), await statusOfBase(town, bases.accident), (await fileOf('city.officer', id)).decision?.grounds]).toEqual(['announced', 'revoked', ['Art. 19(1)']])
  })

  test('Art. 19(3): absence opens from the assessment by the system, and is found on two delivered reminders', async () => {
    await graded(work, bases.absence, [2025, null, 'absent'])
    const id = await town.platform.asSystem(async (context) => {
      const outcome = await town.platform.openCase(context, { procedure: 'revocation', data: { base: bases.absence.number, ground: 'Art. 19(3)', facts: '2025 年度两次书面催报仍未报送，已认定无故不参加。', source: { case: bases.absence.id, number: 'KH-2025-0003', procedure: 'assessment' } }, as: { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] } })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
      return outcome.done.caseId
    })
    expect(await statusOfBase(town, bases.absence)).toBe('operating')
    expect(await refused('city.officer', id, 'findAbsence', { reminders: example.findAbsence.reminders.slice(0, 1) })).toEqual([422, ['absentWithoutCause']])
    await runs(id, bases.absence, 'findAbsence')
    expect([await status(id), await statusOfBase(town, bases.absence)]).toEqual(['announced', 'revoked'])
  })

  test('Art. 18: two poor in a row, computed again on the day of the decision', async () => {
    await graded(work, bases.twicePoor, [2023, 'poor'], [2024, 'poor'])
    const id = await opens(bases.twicePoor, 'Art. 18')
    await says('city.officer', id, 'findTwicePoor')
    await says('city.officer', id, 'investigate')
    // The grade of 2024 is reviewed: the ground is gone, and comes back with a second review.
    await graded(work, bases.twicePoor, [2024, 'fair'])
    expect(await refused('city.officer', id, 'notify')).toEqual([422, ['groundsStillStand']])
    await graded(work, bases.twicePoor, [2024, 'poor'])
    await says('city.officer', id, 'notify')
    await says('city.officer', id, 'recordNoticeService')
    town.on('2026-12-17')
    await runSchedule(town.platform)
    await says('city.officer2', id, 'reviewLegality')
    await says('city.officer', id, 'proposeRevoke')
    await says('city.lead', id, 'decideRevoke')
    await says('city.officer', id, 'serve')
    await says('city.officer', id, 'announce')
    const file = await fileOf('city.officer', id)
    expect(file).toMatchObject({ decision: { grounds: ['Art. 18', 'Art. 19(3)'] }, findings: { twicePoor: { series: [{ year: 2023, grade: 'poor' }, { year: 2024, grade: 'poor' }] } }, notice: { served: { method: 'person' } }, ended: '2026-12-17' })
    // For its performance the host waits two years.
    const host = await town.as('host.engine')
    const draft = (await host.opened('recognition')).id
    expect((await host.check(draft)).findings.filter(({ rule, outcome }) => ['notBarred', 'reapplicationOpen'].includes(rule ?? '') && outcome !== 'met').map(({ rule }) => rule)).toEqual(['reapplicationOpen'])
    town.on('2028-12-17')
    expect((await (await later('host.engine')).check(draft)).findings.filter(({ rule, outcome }) => rule === 'reapplicationOpen' && outcome !== 'met')).toEqual([])
    town.on('2026-12-17')
  })

  test('Art. 19(4): lost capacity has its time to be restored; after it the notice follows', async () => {
    const id = await opens(bases.unable, 'Art. 19(4)')
    const before = town.now().toISOString().slice(0, 10)
    await says('city.officer', id, 'findUnable')
    await says('city.officer', id, 'investigate')
    expect(await refused('city.officer', id, 'notify')).toEqual([422, ['cureTried']])
    await says('city.officer', id, 'giveCure')
    expect((await fileOf('host.magnesium', id)).cure).toMatchObject({ dueOn: '2027-03-17', items: example.giveCure.items })
    await says('host.magnesium', id, 'reportCure')
    await says('city.officer', id, 'findNotCured')
    town.on('2027-03-17')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('curing')
    town.on('2027-03-18')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('investigated')
    town.on(before)
  })
})

describe('not revoking is a full outcome', () => {
  test('Art. 19(4): restored in time, closed by another as not revoked, with its own paper', async () => {
    const id = await opens(bases.cured, 'Art. 19(4)')
    await says('city.lead', id, 'suspend')
    await says('city.officer', id, 'findUnable')
    await says('city.officer', id, 'investigate')
    await says('city.officer', id, 'giveCure')
    await says('host.filter', id, 'reportCure')
    await says('city.officer', id, 'findCured')
    expect(await statusOfBase(town, bases.cured)).toBe('suspended')
    await says('city.lead', id, 'closeCured')
    expect([await status(id), await statusOfBase(town, bases.cured)]).toEqual(['notRevoked', 'operating'])
    expect((await (await town.as('host.filter')).call<{ rows: { kind: string }[] }>('GET', `/api/cases/${id}/papers`)).body.rows.map(({ kind }) => kind)).toEqual(['notRevoked'])
  })

  test('nothing found: proposed and decided not to revoke, the suspension lifted, nothing public', async () => {
    const id = await opens(bases.spared, 'Art. 19(2)')
    await says('city.lead', id, 'suspend')
    await says('city.officer', id, 'investigate', { summary: '经核对，所反映合同均已履行并到账。' })
    await says('city.officer', id, 'proposeNotRevoke')
    expect((await refused('city.lead', id, 'decideRevoke'))[0]).toBe(409)
    await says('city.lead', id, 'decideNotRevoke')
    expect([await status(id), await statusOfBase(town, bases.spared)]).toEqual(['notRevoked', 'operating'])
    expect(JSON.stringify((await town.anyone.call('GET', '/api/public/revocations')).body)).not.toContain(bases.spared.number)
    // Another case may be opened later; legality may send one back to the beginning.
    const again = await opens(bases.spared, 'Art. 19(2)')
    await says('city.officer', again, 'findFalsehood')
    await says('city.officer', again, 'investigate')
    await says('city.officer', again, 'notify')
    await says('host.nylon', again, 'acknowledgeNotice')
    await says('host.nylon', again, 'waive')
    await says('city.officer2', again, 'faultLegality')
    await says('city.officer', again, 'dropGround')
    await says('city.officer', again, 'investigate')
    await says('city.officer', again, 'proposeNotRevoke')
    await says('city.lead', again, 'sendBack')
    expect(await status(again)).toBe('investigating')
  })

  test('the bureau may ask for a public notice first: the row waits for it like any other', async () => {
    const change = await (await town.as('city.officer')).opened('rule-change', { change: { kind: 'setting', key: 'revocation.publicNotice', value: true }, validFrom: '2026-12-17', basis: '局务会纪要（演示）' })
    await (await town.as('city.lead')).did(change.id, 'sign')
    const [id] = (await rowsOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from revocation where base_id = ${bases.spared.number} and status = 'investigating'`)).map(({ id: one }) => one) as [string]
    await says('city.officer', id, 'findFalsehood')
    await says('city.officer', id, 'investigate')
    await says('city.officer', id, 'notify')
    await says('host.nylon', id, 'acknowledgeNotice')
    await says('host.nylon', id, 'waive')
    await says('city.officer2', id, 'reviewLegality')
    expect(await refused('city.officer', id, 'proposeRevoke')).toEqual([422, ['removalNoticed']])
    await says('city.officer', id, 'openNotice')
    expect(await status(id)).toBe('onNotice')
    const notices = (await town.anyone.call<{ open: { number: string; kind: string }[] }>('GET', '/api/public/notices')).body
    expect(notices.open).toMatchObject([{ kind: 'revocation' }])
    town.on('2026-12-24')
    await runSchedule(town.platform)
    expect(await status(id)).toBe('cleared')
    await says('city.officer', id, 'proposeRevoke')
    await says('city.lead', id, 'decideNotRevoke')
    expect(await status(id)).toBe('notRevoked')
  })
})

test('a base that leaves by itself ends its open revocation by the clock', async () => {
  const id = await opens(bases.cured, 'Art. 19(2)')
  await work.asSystem(bases.cured.base, 'leave', { matter: bases.cured.id, number: 'ZD-演示' })
  await runSchedule(town.platform)
  expect(await status(id)).toBe('moot')
})

test('nothing personal is public: no person, no telephone, no finding', async () => {
  const people = (await rowsOf<{ name: string }>(town.pools.jobs, sql`select name from person`)).map(({ name }) => name).filter((name) => name.length >= 2 && name !== '系统')
  for (const url of ['/api/public/revocations', '/api/public/revocations.csv', '/api/public/bases?status=revoked', `/api/public/bases/${bases.falsehood.number}`, `/api/public/verify?number=${await certificateOf(bases.falsehood)}`, '/api/public/statistics', '/api/public/notices']) {
    const body = JSON.stringify((await town.anyone.call('GET', url)).body)
    for (const secret of [...people, example.findFalsehood.findings, example.notify.facts, example.notify.contact, '王建国', example.state.text]) expect(body, `${url} ${secret}`).not.toContain(secret)
  }
})

test('every chain holds, and the read tables come back equal from the entries', async () => {
  expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
  const { engines } = await import('../../engines.ts')
  const all = async () => Object.fromEntries(await Promise.all(readTables.map(async (table) => [table, (await rowsOf<{ row: string }>(town.pools.jobs, sql`select to_jsonb(t)::text as row from ${sql.ref(table)} t order by 1`)).map(({ row }) => row)] as const)))
  const before = await all()
  expect(before.revocation?.length).toBeGreaterThan(7)
  const reader = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, where, day) => reader.rulesOf(tx, where, day) })
  expect(await all()).toEqual(before)
})
