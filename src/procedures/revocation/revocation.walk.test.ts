/** Art. 19(2) over HTTP and a real PostgreSQL: from the opening to the announcement, with the host heard; what follows everywhere at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Base, recognisedBases, statusOfBase } from '../../../test/bases.ts'
import { type Casework, casework } from '../../../test/casework.ts'
import { type Revoking, revoking, type RevocationStep as Name } from '../../../test/revoking.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { revocationExamples as example } from './revocation.examples.ts'

let town: Town
let work: Casework
let bases: { [Name in 'accident' | 'falsehood']: Base }
let says: Revoking['says'], refused: Revoking['refused'], opens: Revoking['opens'], fileOf: Revoking['fileOf'], verify: Revoking['verify'], certificateOf: Revoking['certificateOf'], later: Revoking['later']
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const [falsehood, accident] = await recognisedBases(town, work, ['carbon', 'gears'])
  bases = { accident, falsehood }
  ;({ says, refused, opens, fileOf, verify, certificateOf, later } = revoking(town))
})
afterAll(() => town.close())

const status = (id: string) => work.statusOf(id)

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
    // By the code printed on it, it says the same.
    const { rows: [printed] } = await town.pools.owner.query<{ code: string }>("select code from paper where kind = 'certificate' and number = $1", [certificate])
    expect((await town.anyone.call('GET', `/api/public/verify?number=${printed?.code}`)).body).toMatchObject({ kind: 'paper', paper: { state: 'void', since: '2026-12-09', law: 'Art. 19(2)', because: { zh: expect.stringMatching(/^撤销，决定文号/) } } })
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

  test('its public page reads as gone: the hold that ended with it is no resumption, and it offers nothing', async () => {
    const { body } = await town.anyone.call<{ status: string; history: { from: string; says: { zh: string } }[]; capabilities: object[]; equipment: object[]; services: object | null; equipmentTotals: object | null }>('GET', `/api/public/bases/${bases.falsehood.number}`)
    expect(body).toMatchObject({ status: 'revoked', capabilities: [], equipment: [], services: null, equipmentTotals: null })
    const told = body.history.map(({ says }) => says.zh)
    expect(told).toEqual(expect.arrayContaining(['暂停', '撤销中试基地资格']))
    expect(told).not.toContain('恢复运行')
    // The register still holds what is hidden here: the page alone leaves it out.
    const { rows } = await town.pools.owner.query<{ equipment: number }>(`select jsonb_array_length(public->'equipment') as equipment from base where id = $1`, [bases.falsehood.number])
    expect(rows[0]?.equipment).toBeGreaterThan(0)
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

test('nothing personal is public: no person, no telephone, no finding', async () => {
  const people = (await rowsOf<{ name: string }>(town.pools.jobs, sql`select name from person`)).map(({ name }) => name).filter((name) => name.length >= 2 && name !== '系统')
  for (const url of ['/api/public/revocations', '/api/public/revocations.csv', '/api/public/bases?status=revoked', `/api/public/bases/${bases.falsehood.number}`, `/api/public/verify?number=${await certificateOf(bases.falsehood)}`, '/api/public/statistics', '/api/public/notices']) {
    const body = JSON.stringify((await town.anyone.call('GET', url)).body)
    for (const secret of [...people, example.findFalsehood.findings, example.notify.facts, example.notify.contact, '王建国', example.state.text]) expect(body, `${url} ${secret}`).not.toContain(secret)
  }
})
