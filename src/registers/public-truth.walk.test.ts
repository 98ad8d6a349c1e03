/** What verification says of a certificate or a paper that was overtaken: what is true now, since when, and nothing that is not public. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Base, recognisedBases } from '../../test/bases.ts'
import { type Casework, casework } from '../../test/casework.ts'
import { matterwork } from '../../test/matterwork.ts'
import { jurisdiction, openTown, type Town } from '../../test/town.ts'
import { runSchedule } from '../app.ts'
import type { Verification } from '../portal/portal.data.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'

let town: Town
let iron: Base
let work: Casework
let matters: ReturnType<typeof matterwork>
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  ;[iron] = await recognisedBases(town, work, ['iron'])
  matters = matterwork(town, work)
  await work.appoints(iron, 'director.iron', 'base.director')
}, 180_000)
afterAll(() => town.close())

const asks = async (number: string, code?: string) => (await town.anyone.call<Verification>('GET', `/api/public/verify?number=${encodeURIComponent(number)}${code === undefined ? '' : `&code=${code}`}`)).body
const paper = async (number: string, code?: string) => { const told = await asks(number, code); return told.found && told.kind === 'paper' ? told.paper : null }
const papersOf = (caseId: string) => rowsOf<{ kind: string; code: string; number: string }>(town.pools.jobs, sql`select kind, code, number from paper where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by at, id`)
const certificate = async () => (await papersOf(iron.id)).find(({ kind }) => kind === 'certificate') as { code: string; number: string }

test('a paper is found by the number printed on it with its code beside it, and by no other pair', async () => {
  const [letter] = (await papersOf(iron.id)).filter(({ kind }) => kind === 'recognition')
  if (!letter) throw new Error('no notice of recognition')
  expect(await paper(letter.number, letter.code)).toMatchObject({ number: letter.number, code: letter.code, state: 'valid' })
  expect(await asks(letter.number)).toEqual({ found: false })
  expect(await asks(`${letter.number}1`, letter.code)).toEqual({ found: false })
  expect(await asks(letter.number, (await certificate()).code)).toEqual({ found: false })
})

test('Art. 15: a certificate under a name the base no longer bears is genuine, and says since when it is called otherwise', async () => {
  const before = await rowOf<{ name: string }>(town.pools.jobs, sql`select name from base where id = ${iron.number}`)
  town.on('2026-12-04')
  await matters.approved(iron, 'M01', { name: '晋中市铸铁精密成形中试基地', effectiveOn: '2026-12-08' })
  const { number, code } = await certificate()
  expect(await asks(number)).toMatchObject({ certificate: { status: 'valid', statusSince: '2026-12-01' }, changes: [], base: { name: before?.name } })
  town.on('2026-12-08')
  await runSchedule(town.platform)
  const changes = [{ on: '2026-12-08', says: { zh: `更名，原名${before?.name}`, en: `Renamed, before: ${before?.name}` }, law: 'Art. 15' }]
  expect(await asks(number)).toMatchObject({ certificate: { status: 'valid' }, changes, base: { name: '晋中市铸铁精密成形中试基地' } })
  expect(await paper(code)).toMatchObject({ state: 'valid', changes, base: { id: iron.number, name: '晋中市铸铁精密成形中试基地' } })
})

test('Art. 14: an appointment that is over says so with its last day, and not of whom', async () => {
  town.on('2026-12-10')
  const matter = await matters.step(await matters.examined(iron, 'M05', { name: '孟新任', from: '2026-12-25', to: '2031-12-24' }), town.as('city.officer'), 'file')
  const reply = (await papersOf(matter.id)).find(({ kind }) => kind === 'filing')?.code ?? ''
  expect(await paper(reply)).toMatchObject({ state: 'valid', since: null, because: null })
  town.on('2027-03-31')
  await work.asSystem(iron.base, 'endDirector', { on: '2027-03-31', reason: '因病离任。' })
  expect(await paper(reply)).toMatchObject({ state: 'valid' })
  town.on('2027-04-01')
  const told = await paper(reply)
  expect(told).toMatchObject({ state: 'ended', since: '2027-03-31', law: 'Art. 14', because: { zh: '所涉任期已结束' }, base: null, changes: [] })
  for (const kept of ['孟新任', '因病']) expect(JSON.stringify(told)).not.toContain(kept)
})

test('Art. 6(3): a hold that was lifted leaves the certificate valid since that day', async () => {
  const { number } = await certificate()
  const held = await (await town.as('city.officer')).opened('suspension', { base: iron.number, kind: 'safety', facts: '可燃气体报警未处置，属于尚未公开的事实。', reason: '存在即时危险，须立即停止。' })
  expect(await asks(number)).toMatchObject({ certificate: { status: 'suspended', statusSince: '2027-04-01' }, law: 'Art. 6(3)', because: { zh: '暂停中试活动，证书未撤销' } })
  expect(JSON.stringify(await asks(number))).not.toContain('可燃气体')
  town.on('2027-04-06')
  await (await town.as('city.lead')).did(held.id, 'annul', { reason: '事实不成立，不予确认。' })
  expect(await asks(number)).toMatchObject({ certificate: { status: 'valid', statusSince: '2027-04-06' }, because: null, law: null })
})
