/** Major matters over HTTP and a real PostgreSQL: an approval, a filing, an accident, a third term, a base that leaves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, type Casework, tokenOf } from '../../../test/casework.ts'
import { type Matter, matterwork, type Matterwork } from '../../../test/matterwork.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { runSchedule } from '../../app.ts'
import { engines } from '../../engines.ts'
import { plainPdf } from '../../demo/pdf.ts'
import { cookieName } from '../../platform/http.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { readTables, rebuildReadTables } from '../../platform/rebuild-tables.ts'
import { verifyLog } from '../../platform/verify-log.ts'
import { rulesReader } from '../../rules-in-force.ts'
import type { MatterCode } from '../../settings/matters/matter.ts'
import type { BaseCase } from '../base/base.case.ts'
import type { MajorMatterCase } from './major-matter.case.ts'
import { majorMatterExamples as example } from './major-matter.examples.ts'
import { pathOf } from './major-matter.form.ts'
import { matterValues } from './major-matter.samples.ts'
import type { MatterList, Outlook } from './major-matter.routes.ts'

let town: Town
let work: Casework
let matters: Matterwork
let carbon: Case
let iron: Case
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  matters = matterwork(town, work)
  const both = [await work.queued('carbon'), await work.queued('iron')] as [Case, Case]
  await work.concluded(both)
  for (const of of both) await work.onNotice(of)
  town.on('2026-12-01')
  await runSchedule(town.platform)
  for (const of of both) await work.step(of, town.as('city.lead'), 'recognise')
  ;[carbon, iron] = both
  for (const of of both) await work.appoints(of, `director.${of.key}`, 'base.director')
  await work.appoints(carbon, 'director.herbs', 'base.clerk')
})
afterAll(() => town.close())

const baseFile = async (of: Case) => (await (await town.as('city.officer')).detail(await work.baseOf(of))).case.file as unknown as BaseCase & { baseStatus: string }
const fileOf = async (matter: Matter, username = 'city.officer') => (await (await town.as(username)).detail(matter.id)).case.file as unknown as MajorMatterCase
const rules = (answer: { body: { refusals?: { rule?: string; code: string }[] } }) => (answer.body.refusals ?? []).map(({ rule, code }) => rule ?? code)
const told = async (number: string) => (await rowsOf<{ org: string; zh: string }>(town.pools.jobs, sql`select org, words->>'zh' as zh from message where number = ${number} order by at, org`))
const reads = async (username: string, id: string) => (await (await town.as(username)).read(id)).status

describe('Art. 8(5): a new name, by approval', () => {
  let matter: Matter
  const name = matterValues.M01.name as string

  test('several people write one draft; what is missing is told before it is handed in', async () => {
    matter = await matters.opened(carbon, 'M01', town.as('director.herbs'))
    expect(matter.number).toBe('ZD-2026-0001')
    await matters.writes(matter, { reason: matterValues.M01.reason, name: '晋中市新型材料有限公司中试基地' }, town.as('director.herbs'))
    await matters.writes(matter, { effectiveOn: '2026-12-10' })
    const director = await matters.director(carbon)
    const offered = (await director.detail(matter.id)).available.find(({ step }) => step === 'apply')
    expect(offered).toMatchObject({ open: false })
    expect(offered?.refusals.map(({ rule }) => rule)).toEqual(['matterComplete', 'nameFollowsPattern'])
    // The clerk writes, the director hands in; nobody else reads the draft.
    expect(rules(await (await town.as('director.herbs')).step(matter.id, 'apply', example.apply))).toEqual(['notYours', 'matterComplete', 'nameFollowsPattern'].slice(0, 1))
    for (const username of ['county.yuci', 'city.officer', 'host.iron', 'partner.univ']) expect([username, await reads(username, matter.id)]).toEqual([username, 404])
    const outlook = (await director.call<Outlook>('GET', `/api/matters/${matter.id}/outlook`)).body
    expect(outlook).toMatchObject({ kind: 'approval', late: false, ahead: false, before: { name: '晋中市碳纤维复合材料中试基地' } })
  })

  test('another\'s change since is told, not overwritten; a field of another matter is refused', async () => {
    const clerk = await town.as('director.herbs')
    const put = (base: number, path: string, value: unknown) => clerk.call<{ conflicts: { path: string }[]; refused: { path: string }[] }>('PUT', `/api/cases/${matter.id}/draft`, { base, changes: [{ path, value }] })
    expect((await put(0, 'm.effectiveOn', '2026-12-20')).body).toMatchObject({ conflicts: [{ path: 'm.effectiveOn' }], refused: [] })
    expect((await put(9, 'm.direction', '别的方向')).body).toMatchObject({ refused: [{ path: 'm.direction' }] })
    expect((await (await town.as('partner.univ')).call('PUT', `/api/cases/${matter.id}/draft`, { base: 9, changes: [] })).status).toBe(404)
  })

  test('the director applies; what was handed in is frozen, with what the register said', async () => {
    await matters.writes(matter, { name })
    await matters.attaches(matter)
    await matters.step(matter, matters.director(carbon), 'apply')
    expect(await fileOf(matter, 'host.carbon')).toMatchObject({ status: 'applied', asked: { kind: 'approval', values: { name }, before: { name: '晋中市碳纤维复合材料中试基地' }, late: false, ahead: false, attached: [{ code: 'A01' }, { code: 'A02' }] } })
    const put = await (await matters.director(carbon)).call('PUT', `/api/cases/${matter.id}/draft`, { base: 99, changes: [{ path: pathOf('name'), value: '再改' }] })
    expect(put.status).toBe(409)
    expect((await (await matters.director(carbon)).call('POST', `/api/files?case=${matter.id}&name=x.pdf`, plainPdf(['x']), { 'content-type': 'application/octet-stream' })).status).toBeGreaterThanOrEqual(400)
  })

  test('host, organiser and city in their turn, each on the worklist of who must act', async () => {
    const waits = async (username: string) => ((await (await town.as(username)).call<{ rows: { number: string }[] }>('GET', '/api/worklist')).body.rows.some(({ number }) => number === matter.number))
    expect([await waits('host.carbon'), await waits('county.yuci')]).toEqual([true, false])
    await matters.step(matter, town.as('host.carbon'), 'endorse')
    expect([await waits('county.yuci'), await waits('county.yuci.lead'), await waits('county.taigu')]).toEqual([true, false, false])
    expect(await reads('city.officer', matter.id)).toBe(404)
    await matters.verifies(matter)
    expect([await waits('county.yuci'), await waits('county.yuci.lead')]).toEqual([false, true])
    await matters.examines(matter)
    expect([await waits('city.officer'), await waits('city.lead')]).toEqual([true, false])
    // The attachments travel with the entry that names them.
    const [file] = (await fileOf(matter)).asked?.attached ?? []
    expect((await (await town.as('city.officer')).call('GET', `/api/files/${file?.id}`)).status).toBe(200)
    expect((await (await town.as('county.taigu')).call('GET', `/api/files/${file?.id}`)).status).toBe(404)
  })

  test('what county and city write for themselves stays with them', async () => {
    await matters.prepares(matter, { effectiveOn: '2026-12-10' })
    expect((await fileOf(matter, 'host.carbon'))).not.toHaveProperty('proposal')
    expect((await fileOf(matter, 'host.carbon'))).not.toHaveProperty('verification')
    expect((await fileOf(matter, 'county.yuci'))).toHaveProperty('verification')
    expect((await fileOf(matter, 'county.yuci'))).not.toHaveProperty('proposal')
    expect(JSON.stringify(await (await town.as('host.carbon')).detail(matter.id))).not.toContain(example.prepare.opinion)
  })

  test('approved by another; it enters the register on its day, and the old name stays in the public history', async () => {
    const both = await (await town.as('city.officer')).step(matter.id, 'approve', { ...example.approve, effectiveOn: undefined })
    expect(rules(both)).toEqual(['notYours'])
    await matters.step(matter, town.as('city.lead'), 'approve', { effectiveOn: undefined })
    expect(await fileOf(matter)).toMatchObject({ status: 'approved', decision: { effectiveOn: '2026-12-10' } })
    expect((await baseFile(carbon)).name).toBe('晋中市碳纤维复合材料中试基地')
    town.on('2026-12-10')
    await runSchedule(town.platform)
    expect(await baseFile(carbon)).toMatchObject({ name, formerNames: [{ name: '晋中市碳纤维复合材料中试基地' }], matters: [{ number: matter.number, code: 'M01', inForce: true }] })
    const open = await town.anyone.call<{ name: string; history: { says: { zh: string } }[] }>('GET', `/api/public/bases/${await work.baseNumberOf(carbon)}`)
    expect(open.body.name).toBe(name)
    expect(JSON.stringify(await papersOf(matter))).toContain('复函')
    expect(await printed(matter)).toContain('自2026年12月10日起生效')
    expect(JSON.stringify(open.body)).toContain('原名晋中市碳纤维复合材料中试基地')
  })
})

const papersOf = async (matter: Matter, username = 'host.carbon') => (await (await town.as(username)).call<{ kind: string; number: string | null }[] | { rows: { kind: string }[] }>('GET', `/api/cases/${matter.id}/papers`)).body
const printed = async (matter: Matter) => JSON.stringify((await rowsOf<{ body: unknown }>(town.pools.jobs, sql`select to_jsonb(p) as body from paper p where case_id = ${matter.id}`)).map(({ body }) => body))

describe('Art. 15: filings and reports', () => {
  test('M10 filed in time enters the register at once; late takes a reason and is marked', async () => {
    const filed = await matters.examined(carbon, 'M10', { occurredOn: '2026-12-01' })
    await matters.step(filed, town.as('city.officer'), 'file')
    expect(await fileOf(filed)).toMatchObject({ status: 'filed', asked: { kind: 'filing', late: false, dueOn: '2026-12-22' } })
    expect(JSON.stringify(await papersOf(filed))).toContain('备案回执')
    expect((await baseFile(carbon)).matters.at(-1)).toMatchObject({ code: 'M10', changes: { note: expect.stringContaining('收费标准') } })

    const late = await matters.drafted(carbon, 'M10', { values: { occurredOn: '2026-11-02' } })
    const director = await matters.director(carbon)
    expect((await director.detail(late.id)).available.find(({ step }) => step === 'apply')).toMatchObject({ open: true, refusals: [{ rule: 'filedInTime', takesReason: true }] })
    expect(rules(await director.step(late.id, 'apply', example.apply))).toEqual(['filedInTime'])
    await matters.step(late, matters.director(carbon), 'apply', { reasons: { filedInTime: '经办人更换，遗漏申报。' } })
    expect(await fileOf(late, 'host.carbon')).toMatchObject({ asked: { late: true, dueOn: '2026-11-23' }, reasons: { filedInTime: '经办人更换，遗漏申报。' } })
    const list = (await director.call<MatterList>('GET', '/api/matters?late=true')).body
    expect(list.rows.map(({ number, late: marked }) => [number, marked])).toEqual([[late.number, true]])
  })

  test('M12 is recorded; M06 renames the host, and is approved where its legal personality changes', async () => {
    const report = await matters.examined(iron, 'M12', { occurredOn: '2026-12-02' })
    await matters.step(report, town.as('city.officer'), 'record')
    expect((await fileOf(report)).status).toBe('recorded')
    const renamed = await matters.examined(iron, 'M06', { occurredOn: '2026-12-02', hostName: '太谷新玛钢股份有限公司（演示）' })
    expect((await fileOf(renamed)).asked?.kind).toBe('filing')
    await matters.step(renamed, town.as('city.officer'), 'file')
    expect((await baseFile(iron)).hosts).toMatchObject([{ org: 'org-iron', name: '太谷新玛钢股份有限公司（演示）', lead: true }])
    expect(JSON.stringify((await town.anyone.call('GET', `/api/public/bases/${await work.baseNumberOf(iron)}`)).body)).toContain('单位变更，原为')
    const merged = await matters.drafted(iron, 'M06', { values: { legalPersonChanges: true, occurredOn: '2026-12-10' } })
    expect((await (await matters.director(iron)).call<Outlook>('GET', `/api/matters/${merged.id}/outlook`)).body.kind).toBe('approval')
  })

  const plain: readonly (readonly [MatterCode, object, Partial<BaseCase> | null])[] = [
    ['M02', { effectiveOn: '2026-12-10' }, { direction: matterValues.M02.direction as string }], ['M03', { effectiveOn: '2026-12-10' }, { goals: matterValues.M03.goals as string }], ['M04', { what: 'committee', committee: '主任委员等九人', effectiveOn: '2026-12-10' }, { committee: '主任委员等九人' }],
    ['M07', { effectiveOn: '2026-12-10' }, { site: matterValues.M07.site as string }], ['M08', { effectiveOn: '2026-12-10' }, null], ['M09', { effectiveOn: '2026-12-10' }, { openService: 'paused' }], ['M14', { effectiveOn: '2026-12-10' }, null],
  ]
  test.each(plain)('%s, an approval, changes what it says', async (code, values, changed) => {
    const matter = await matters.prepared(iron, code, values as never)
    await matters.step(matter, town.as('city.lead'), 'approve', { effectiveOn: undefined })
    const file = await baseFile(iron)
    expect(file.matters.at(-1)).toMatchObject({ code, number: matter.number, inForce: true })
    if (changed) expect(file).toMatchObject(changed)
  })
  test.each([['M13', { occurredOn: '2026-12-02' }, { promoted: 'province' }], ['M16', { occurredOn: '2026-12-02' }, {}]] as const)('%s, a filing, changes what it says', async (code, values, changed) => {
    const matter = await matters.examined(iron, code, values as never)
    await matters.step(matter, town.as('city.officer'), 'file')
    expect(await baseFile(iron)).toMatchObject(changed)
    expect((await baseFile(iron)).matters.at(-1)).toMatchObject({ code })
  })
  test('M04 takes a partner in: it is a party of the base from then on', async () => {
    const matter = await matters.prepared(iron, 'M04', { effectiveOn: '2026-12-10' })
    await matters.step(matter, town.as('city.lead'), 'approve', { effectiveOn: undefined })
    expect((await baseFile(iron)).hosts.map(({ org, lead }) => [org, lead])).toEqual([['org-iron', true], ['org-univ', false]])
    expect(await reads('partner.univ', await work.baseOf(iron))).toBe(200)
  })

  test('sent back by host, organiser and city it is changed and goes the whole way again', async () => {
    const matter = await matters.applied(carbon, 'M03', { effectiveOn: '2027-01-04' })
    const again = async () => { await matters.writes(matter, { reason: `第 ${(await fileOf(matter, 'host.carbon')).asked?.on} 次` }); await matters.step(matter, matters.director(carbon), 'apply') }
    await matters.step(matter, town.as('host.carbon'), 'sendBack')
    await again()
    await matters.step(matter, town.as('host.carbon'), 'endorse')
    await matters.step(matter, town.as('county.yuci'), 'returnFromCounty')
    await again()
    await matters.step(matter, town.as('host.carbon'), 'endorse')
    await matters.examines(await matters.verifies(matter))
    await matters.step(matter, town.as('city.officer'), 'returnFromCity')
    expect(await fileOf(matter, 'host.carbon')).toMatchObject({ status: 'returned', returned: { by: 'city' } })
    await matters.step(matter, matters.director(carbon), 'withdraw')
    expect((await fileOf(matter)).status).toBe('withdrawn')
  })

  test('sent back and changed so that it takes an approval, it is approved by the lead, never filed', async () => {
    const late = { reasons: { hostChangeInTime: '股份制改造手续办理迟延。', appliedBeforehand: '登记机关已先行核准。' } }
    const matter = await matters.applied(carbon, 'M06', { legalPersonChanges: false }, late)
    expect((await fileOf(matter, 'host.carbon')).asked?.kind).toBe('filing')
    await matters.step(matter, town.as('host.carbon'), 'sendBack')
    await matters.writes(matter, { legalPersonChanges: true })
    await matters.attaches(matter, undefined, { ...matters.valuesFor(carbon, 'M06'), legalPersonChanges: true })
    await matters.step(matter, matters.director(carbon), 'apply', late)
    expect((await fileOf(matter, 'host.carbon')).asked?.kind).toBe('approval')
    await matters.step(matter, town.as('host.carbon'), 'endorse')
    await matters.examines(await matters.verifies(matter))
    const { available } = await (await town.as('city.officer')).detail(matter.id)
    expect(available.map(({ step }) => step)).not.toContain('file')
    expect(available.map(({ step }) => step)).toContain('prepare')
    await matters.step(matter, town.as('city.officer'), 'returnFromCity')
    await matters.step(matter, matters.director(carbon), 'withdraw')
  })

  test('refused: grounds are told and the register stays', async () => {
    const before = (await baseFile(carbon)).direction
    const matter = await matters.prepared(carbon, 'M02', { direction: '完全不同的方向' })
    await matters.step(matter, town.as('city.lead'), 'refuse')
    expect(await fileOf(matter, 'host.carbon')).toMatchObject({ status: 'refused', decision: { outcome: 'refused', opinion: example.refuse.grounds } })
    expect((await baseFile(carbon)).direction).toBe(before)
    expect(await printed(matter)).toMatch(/行政复议/)
  })

  test('Art. 8(5): the host proposes goals itself; what the text does not give it, the base applies for', async () => {
    const host = town.as('host.carbon')
    const matter = await matters.drafted(carbon, 'M03', { who: host, values: { effectiveOn: '2027-01-04', goals: '依托单位提出的目标。' } })
    await matters.step(matter, host, 'propose', { signedBy: '王建棠' })
    expect(await fileOf(matter, 'county.yuci')).toMatchObject({ status: 'endorsed', asked: { by: 'host' } })
    const refused = await (await host).open('major-matter', { base: await work.baseNumberOf(carbon), code: 'M10' })
    expect([refused.status, rules(refused)]).toEqual([422, ['hostMayPropose']])
  })

  test('overdue escalates and nothing is approved by silence', async () => {
    const matter = await matters.endorsed(carbon, 'M08', { effectiveOn: '2027-03-01' })
    town.on('2026-12-25')
    await runSchedule(town.platform)
    expect((await fileOf(matter, 'county.yuci')).status).toBe('endorsed')
    expect((await told(matter.number)).filter(({ zh }) => zh.startsWith('已逾期')).map(({ org }) => org)).toEqual(['city.140700', 'county.140702'])
  })
})

describe('Art. 14: M05', () => {
  const term = (from: string, to: string) => ({ director: { name: '韩知远', bornOn: '1978-05', title: 'senior', from, to } })
  test('a first term is filed', async () => {
    const matter = await matters.examined(iron, 'M05', { name: '孟新任', from: '2026-12-25', to: '2031-12-24' })
    await matters.step(matter, town.as('city.officer'), 'file')
    const { terms } = await baseFile(iron)
    expect(terms.at(-1)).toMatchObject({ name: '孟新任', from: '2026-12-25', to: '2031-12-24', approved: false, ended: null, matter: { number: matter.number } })
    expect(terms.at(-2)?.ended?.on).toBe('2026-12-24')
  })
  test('a third consecutive term and an age above 60 take approval and reasons at every level', async () => {
    await work.asSystem(await work.baseOf(carbon), 'appointDirector', term('2017-01-01', '2021-12-31'))
    await work.asSystem(await work.baseOf(carbon), 'appointDirector', term('2022-01-01', '2026-12-31'))
    const values = { name: '韩知远', bornOn: '1964-05', from: '2027-01-01', to: '2031-12-31' }
    const draft = await matters.drafted(carbon, 'M05', { values: { ...values, bornOn: '1978-05' } })
    expect((await (await matters.director(carbon)).call<Outlook>('GET', `/api/matters/${draft.id}/outlook`)).body).toMatchObject({ kind: 'approval', exceptions: ['terms'] })
    await matters.writes(draft, { bornOn: values.bornOn })
    const director = await matters.director(carbon)
    // Born in another month he would be somebody else, whose first term this is.
    expect((await director.call<Outlook>('GET', `/api/matters/${draft.id}/outlook`)).body).toMatchObject({ kind: 'filing', exceptions: [] })
    expect(rules(await director.step(draft.id, 'apply', example.apply))).toEqual(['directorAge'])
    await matters.writes(draft, { bornOn: '1978-05', title: 'middle' })
    expect(rules(await director.step(draft.id, 'apply', example.apply))).toEqual(['directorSeniorTitle', 'furtherTermIsSpecial'])
    const special = { furtherTermIsSpecial: '主持的国家专项尚未结题，暂无合适人选。' }
    await matters.step(draft, matters.director(carbon), 'apply', { reasons: { ...special, directorSeniorTitle: '省级领军人才，同等水平。' } })
    await matters.step(draft, town.as('host.carbon'), 'endorse')
    await matters.verifies(draft)
    expect(rules(await (await town.as('county.yuci.lead')).step(draft.id, 'examine', example.examine))).toEqual(['directorSeniorTitle', 'furtherTermIsSpecial'])
    await matters.examines(draft, { reasons: { ...special, directorSeniorTitle: '情况属实。' } })
    expect((await fileOf(draft)).asked?.kind).toBe('approval')
    await matters.prepares(draft, { effectiveOn: undefined })
    await matters.step(draft, town.as('city.lead'), 'approve', { effectiveOn: undefined, reasons: { ...special, directorSeniorTitle: '同意作为特殊情况。' } })
    expect((await baseFile(carbon)).terms.at(-1)).toMatchObject({ name: '韩知远', from: '2027-01-01', approved: true, reasons: { 'base.directorSeniorTitle': '省级领军人才，同等水平。', 'county.directorSeniorTitle': '情况属实。', 'city.directorSeniorTitle': '同意作为特殊情况。' } })
  })
})

describe('Art. 8(2): M11, an accident', () => {
  let matter: Matter
  test('one report places the hold and tells organiser, city, host and director at once', async () => {
    matter = await matters.opened(carbon, 'M11', town.as('director.herbs'))
    expect(rules(await (await town.as('director.herbs')).step(matter.id, 'report', { ...example.report, occurredAt: '2026-12-25T10:30' }))).toEqual(['accidentNotAhead'])
    await matters.step(matter, town.as('director.herbs'), 'report', { occurredAt: '2026-12-25T08:30' })
    expect(await fileOf(matter, 'county.yuci')).toMatchObject({ status: 'reported', accident: { hours: 0.5, late: false }, held: { until: null } })
    expect((await baseFile(carbon)).baseStatus).toBe('suspended')
    // The duty that this report does not replace stands on its paper.
    expect(await printed(matter)).toContain('本报告不能代替法定事故报告')
    expect((await told(matter.number)).filter(({ zh }) => zh.startsWith('事故速报')).map(({ org }) => org)).toEqual([`base.${await work.baseNumberOf(carbon)}`, 'city.140700', 'county.140702', 'org-carbon'])
    expect((await town.anyone.call<{ status: string }>('GET', `/api/public/bases/${await work.baseNumberOf(carbon)}`)).body.status).toBe('suspended')
    for (const username of ['county.taigu', 'host.iron', 'director.iron', 'client.auto', 'expert.01', 'sysadmin']) expect([username, await reads(username, matter.id)]).toEqual([username, 404])
  })
  test('a late report is taken and marked', async () => {
    const late = await matters.reported(iron, { occurredAt: '2026-12-23T09:00' })
    expect(await fileOf(late)).toMatchObject({ accident: { hours: 48, late: true } })
    await matters.step(late, town.as('county.taigu'), 'acknowledge')
  })
  test('acknowledged by both, reported in writing, verified on site; kept once, then lifted by two people', async () => {
    await matters.step(matter, town.as('county.yuci'), 'acknowledge')
    await matters.step(matter, town.as('city.lead'), 'acknowledge')
    const director = matters.director(carbon)
    const paper = await (await director).must('upload', (await director).call<{ id: string }>('POST', `/api/files?case=${matter.id}&name=${encodeURIComponent('书面报告.pdf')}`, plainPdf(['report']), { 'content-type': 'application/octet-stream' }))
    await matters.step(matter, director, 'reportInWriting', { files: [paper.id] })
    expect((await (await town.as('city.officer')).call('GET', `/api/files/${paper.id}`)).status).toBe(200)
    await matters.step(matter, town.as('county.yuci'), 'returnReport')
    await matters.step(matter, director, 'reportInWriting', { files: [paper.id] })
    await matters.step(matter, town.as('county.yuci'), 'verifyClearance')
    await matters.step(matter, town.as('city.officer'), 'proposeLift')
    expect(rules(await (await town.as('city.officer')).step(matter.id, 'lift', example.lift))).toEqual(['notYours'])
    await matters.step(matter, town.as('city.lead'), 'keepHold')
    expect((await baseFile(carbon)).baseStatus).toBe('suspended')
    await matters.step(matter, director, 'reportInWriting', { files: [paper.id] })
    await matters.step(matter, town.as('county.yuci'), 'verifyClearance')
    await matters.step(matter, town.as('city.officer'), 'proposeLift')
    await matters.step(matter, town.as('city.lead'), 'lift')
    expect((await fileOf(matter)).status).toBe('lifted')
    expect(await baseFile(carbon)).toMatchObject({ baseStatus: 'operating', holds: [{ number: matter.number, kind: 'safety', lifted: { on: '2026-12-25' } }] })
  })
})

describe('Art. 6(3): M15, leaving', () => {
  test('settled, approved, on public notice, then off the register', async () => {
    const matter = await matters.prepared(carbon, 'M15', { effectiveOn: '2027-01-15' })
    await matters.step(matter, town.as('city.lead'), 'approveLeaving')
    expect((await baseFile(carbon)).status).toBe('live')
    await matters.step(matter, town.as('city.officer'), 'openNotice')
    const notice = await rowOf<{ number: string; kind: string; rows: { name: string; outcome: string }[]; ends_on: string }>(town.pools.jobs, sql`select number, kind, rows, ends_on from notice where kind = 'removal'`)
    expect(notice).toMatchObject({ kind: 'removal', rows: [{ name: matterValues.M01.name, outcome: '主动退出' }] })
    expect((await (await town.as('city.officer')).detail(matter.id)).related.map(({ procedure }) => procedure)).toContain('public-notice')
    town.on('2027-01-01')
    await runSchedule(town.platform)
    expect(await fileOf(matter)).toMatchObject({ status: 'left', decision: { effectiveOn: '2027-01-01' } })
    expect(await baseFile(carbon)).toMatchObject({ status: 'left', baseStatus: 'left' })
    expect((await town.anyone.call<{ status: string }>('GET', `/api/public/bases/${await work.baseNumberOf(carbon)}`)).body.status).toBe('left')
    const after = await (await matters.director(carbon)).open('major-matter', { base: await work.baseNumberOf(carbon), code: 'M10' })
    expect(rules(after)).toEqual(['baseOnRegister'])
  })
})

describe('setting:major.demandDays: what an inspection found undeclared', () => {
  let found: string
  test('an authority opens it with the inspection that found it; the base declares and cannot withdraw', async () => {
    const officer = await town.as('county.taigu')
    const { number } = await officer.opened('inspection', { ...engines.inspection?.examples[engines.inspection.opensWith], base: await work.baseNumberOf(iron), reasons: { notUnderInspection: '与场地复核分开办理。' } })
    found = number
    const open = (finding: object) => officer.open('major-matter', { base: '', code: 'M07', ...finding })
    const base = await work.baseNumberOf(iron)
    expect(rules(await open({ base }))).toEqual(['findingNamed'])
    expect(rules(await open({ base, finding: { ...example.linkFinding, number: 'JC-2026-9999' } }))).toEqual(['findingConcernsBase'])
    const { id, number: demanded } = await officer.opened('major-matter', { base, code: 'M07', finding: { ...example.linkFinding, number } })
    const matter: Matter = { id, number: demanded, code: 'M07', of: iron }
    expect(await fileOf(matter, 'host.iron')).toMatchObject({ status: 'demanded', findings: [{ number, procedure: 'inspection', by: 'county' }], demanded: { dueOn: expect.any(String) } })
    expect((await told(demanded)).map(({ org }) => org)).toContain(`base.${base}`)
    await matters.writes(matter, { ...matterValues.M07, effectiveOn: '2027-03-01' })
    await matters.attaches(matter)
    // Moving to where one is already is nothing new; less area there is.
    expect(rules(await (await matters.director(iron)).step(id, 'apply', example.apply))).toEqual(['somethingNew'])
    await matters.writes(matter, { what: 'reduction', areaBefore: 1000, areaAfter: 600 })
    await matters.step(matter, matters.director(iron), 'apply')
    expect(rules(await (await matters.director(iron)).step(id, 'withdraw', example.withdraw))).toEqual(['notNow'])
    expect((await officer.call<MatterList>('GET', '/api/matters?undeclared=true')).body.rows.map((row) => row.number)).toEqual([demanded])
  })
  test('a finding is linked to a matter under way; another base\'s inspection is not', async () => {
    const matter = await matters.endorsed(iron, 'M03', { effectiveOn: '2027-03-01', goals: '另一组目标。' })
    await matters.step(matter, town.as('county.taigu'), 'linkFinding', { number: found })
    expect((await fileOf(matter, 'county.taigu')).findings).toMatchObject([{ number: found }])
    expect(rules(await (await town.as('county.taigu')).step(matter.id, 'linkFinding', { ...example.linkFinding, number: 'ZD-2026-0001' }))).toEqual(['findingConcernsBase'])
  })
})

describe('whose it is', () => {
  test('nobody opens a matter of a base that is not theirs, and it costs no number', async () => {
    const before = await rowOf(town.pools.jobs, sql`select last from number_counter where kind = 'ZD' order by year desc limit 1`)
    const base = await work.baseNumberOf(iron)
    for (const username of ['director.carbon', 'host.carbon', 'county.yuci']) {
      const answer = await (await town.as(username)).open('major-matter', { base, code: 'M03', ...(username.startsWith('county') && { finding: example.linkFinding }) })
      expect([username, rules(answer)[0]]).toEqual([username, 'baseIsTheirs'])
    }
    expect(await rowOf(town.pools.jobs, sql`select last from number_counter where kind = 'ZD' order by year desc limit 1`)).toEqual(before)
  })
  test('lists and counts are those of the viewer\'s own visibility', async () => {
    const list = async (username: string, query = '') => (await (await town.as(username)).call<MatterList>('GET', `/api/matters?limit=100${query}`)).body
    const [yuci, taigu, city] = [await list('county.yuci'), await list('county.taigu'), await list('city.officer')]
    expect(new Set(yuci.rows.map(({ base }) => base.id))).toEqual(new Set([await work.baseNumberOf(carbon)]))
    expect(new Set(taigu.rows.map(({ base }) => base.id))).toEqual(new Set([await work.baseNumberOf(iron)]))
    expect(city.total).toBeGreaterThan(Math.max(yuci.total, taigu.total))
    expect((await list('host.iron', `&base=${await work.baseNumberOf(carbon)}`))).toMatchObject({ rows: [], total: 0, counts: { codes: {}, kinds: {}, statuses: {} } })
    expect((await list('city.officer', '&kind=report')).rows.every(({ kind }) => kind === 'report')).toBe(true)
    for (const username of ['client.auto', 'expert.01', 'auditor']) expect((await list(username)).total, username).toBe(0)
  })
  test('what is hidden and what does not exist answer alike', async () => {
    const hidden = (await rowOf<{ id: string }>(town.pools.jobs, sql`select case_id as id from matter where base_id = ${await work.baseNumberOf(carbon)} limit 1`))?.id ?? ''
    const token = await tokenOf(town, 'county.taigu')
    for (const path of ['', '/draft', '/files']) {
      const ask = async (id: string) => { const { statusCode, body } = await town.app.inject({ method: 'GET', url: `/api/cases/${id}${path}`, cookies: { [cookieName]: token } }); return [statusCode, body.replaceAll(/"number":"[0-9A-F]{6}"/g, '')] }
      expect(await ask(hidden)).toEqual(await ask('99999999-9999-4999-8999-999999999999'))
    }
  })
})

test('the chains hold, and the read tables are nothing but what the entries say', async () => {
  expect((await verifyLog(town.pools.jobs)).faults ?? []).toEqual([])
  const rows = async () => Promise.all(readTables.map(async (table) => (await town.pools.owner.query(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)).rows))
  const before = await rows()
  expect(before[readTables.indexOf('matter')]!.length).toBeGreaterThan(20)
  const reader = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, city, day) => reader.rulesOf(tx, city, day) })
  expect(await rows()).toEqual(before)
})
