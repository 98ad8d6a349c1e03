/** Where a revocation comes from: a finding on an accident, an opinion on the truth; each opens with its facts and decides nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessed, assessing, type Assessing } from '../../../test/assessing.ts'
import type { Base } from '../../../test/bases.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { type Matter, matterwork, type Matterwork } from '../../../test/matterwork.ts'
import { type Revoking, revoking } from '../../../test/revoking.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { majorMatterExamples } from '../major-matter/major-matter.examples.ts'
import { revocationExamples as example } from './revocation.examples.ts'

let town: Town
let work: Casework
let on: Assessing
let matters: Matterwork
let revokes: Revoking
let carbon: Base, iron: Base
let year: Assessed, other: Assessed
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  matters = matterwork(town, work)
  revokes = revoking(town)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027)
  const recognised = await on.bases(['carbon', 'iron'], '2026-05-20') as [Case, Case]
  const based = async (of: Case): Promise<Base> => ({ ...of, base: await work.baseOf(of), number: await work.baseNumberOf(of) })
  ;[carbon, iron] = [await based(recognised[0]), await based(recognised[1])]
  town.on('2026-12-01')
  await on.campaign(2026)
  ;[year, other] = [await on.assessedOf(carbon, 2026), await on.assessedOf(iron, 2026)]
})
afterAll(() => town.close())

const finding = majorMatterExamples.recordFinding
const opened = (of: Base) => rowsOf<{ id: string; status: string; ground: string; facts: string; source: string }>(town.pools.jobs, sql`
  select r.case_id as id, r.status, e.body->'data'->>'ground' as ground, e.body->'data'->>'facts' as facts, e.body->'data'->'source'->>'number' as source from revocation r join case_entry e on e.case_id = r.case_id and e.no = 1 where r.base_id = ${of.number} order by r.number`)
const numberOf = async (id: string) => (await rowsOf<{ number: string }>(town.pools.jobs, sql`select number from case_head where id = ${id}`))[0]?.number ?? ''
const refused = async (who: string, id: string, step: string, data: object) => { const { status, body } = await (await town.as(who)).step(id, step, data); return [status, ...(body.refusals ?? []).map(({ rule, code }) => rule ?? code)] }

describe('Art. 19(1): an accident whose grade was found', () => {
  let matter: Matter
  test('who reports it, and an ordinary accident, open nothing: the finding is recorded with authority and number', async () => {
    matter = await matters.written(carbon)
    expect(await refused('director.carbon', matter.id, 'recordFinding', finding)).toEqual([403, 'notYours'])
    await matters.step(matter, town.as('city.officer'), 'recordFinding', { grade: 'ordinary' })
    expect(await opened(carbon)).toEqual([])
    expect((await (await town.as('host.carbon')).detail(matter.id)).case.file).toMatchObject({ found: { decision: finding.decision, grade: 'ordinary', serious: false } })
  })
  test('setting:revocation.accidentGrade: found larger, a case opens with grade, authority and source; the base stands as it did', async () => {
    await matters.step(matter, town.as('city.officer'), 'recordFinding', { grade: 'larger', mainResponsibility: true })
    const [one, ...more] = await opened(carbon)
    expect([one, more]).toMatchObject([{ status: 'investigating', ground: 'Art. 19(1)', source: matter.number, facts: expect.stringContaining(`认定：${finding.decision}，较大事故，死亡 0 人，基地负主要责任`) }, []])
    expect((await (await town.as('city.officer')).detail(carbon.base)).case.file).toMatchObject({ status: 'live', baseStatus: 'suspended' })
    // What counts as serious is found by people, with reasons, in that case.
    expect((await revokes.refused('city.officer', one?.id ?? '', 'notify'))[0]).toBe(409)
    expect(await revokes.refused('city.officer', one?.id ?? '', 'findAccident', { reasons: {} })).toEqual([422, ['seriousAccident']])
  })
  test('another finding while it is open opens no second case; a death with main responsibility counts whatever the grade', async () => {
    await matters.step(matter, town.as('city.officer'), 'recordFinding', { grade: 'major' })
    expect(await opened(carbon)).toHaveLength(1)
    const second = await matters.cleared(iron)
    await matters.step(second, town.as('city.officer'), 'recordFindingLater', { grade: 'ordinary', deaths: 1, mainResponsibility: true })
    expect(await opened(iron)).toMatchObject([{ ground: 'Art. 19(1)', source: second.number }])
    const [one] = await opened(iron)
    await revokes.says('city.officer', one?.id ?? '', 'investigate')
    await revokes.says('city.officer', one?.id ?? '', 'proposeNotRevoke')
    await revokes.says('city.lead', one?.id ?? '', 'decideNotRevoke')
  })
})

describe('Art. 19(2): false material that the county or a comparison found', () => {
  test('a case opens on the assessment it comes from, of the same base and of no other', async () => {
    const examiner = await work.countyName(iron, 'county.officer')
    await on.endorsed(other)
    await on.did(other, examiner, 'examine', { items: (await on.sampleOf(other)).map((item) => ({ item, answer: 'unsupported', note: '查无原件' })) })
    await on.did(other, await work.countyName(iron, 'county.lead'), 'verify', { truth: 'false', opinion: '抽中佐证查无原件，有不实材料。' })
    const officer = await town.as('city.officer')
    const [own, foreign] = [await numberOf(other.id), await numberOf(year.id)]
    const wrong = await officer.open('revocation', { ...example.open, base: iron.number, sourceNumber: foreign })
    expect([wrong.status, wrong.body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['sourcesConcernBase']])
    const { id } = await officer.opened('revocation', { ...example.open, base: iron.number, sourceNumber: own })
    expect(await revokes.fileOf('city.officer', id)).toMatchObject({ source: { case: other.id, number: own, procedure: 'assessment' } })
    expect(await revokes.refused('city.officer', id, 'findFalsehood', { heardOn: '2026-12-01', linked: [{ number: foreign, what: '重复计算的发票' }] })).toEqual([422, ['sourcesConcernBase']])
    await revokes.says('city.officer', id, 'findFalsehood', { heardOn: '2026-12-01', linked: [{ number: own, what: '真实性审核意见：有不实材料' }, { number: own, what: '与另一基地重复的发票' }] })
    expect((await revokes.fileOf('city.officer', id)).findings.falsehood?.linked).toHaveLength(2)
    expect(JSON.stringify(await revokes.fileOf('host.iron', id))).not.toContain('重复的发票')
  })
})
