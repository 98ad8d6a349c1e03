/** What is handed in twice, over HTTP and with real pictures: across bases and across years, whoever trimmed or recompressed them; told to county and city, never graded. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessed, assessing, type Assessing } from '../../../test/assessing.ts'
import { type Case, casework, type Casework } from '../../../test/casework.ts'
import { asJpeg, asPng, lit, plant, scaled, trimmed } from '../../../test/scenes.ts'
import { openTown, type Town } from '../../../test/town.ts'
import { lookAtPhotos } from '../../photo-looks.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import type { Twin, Unseen } from './assessment.told.door.ts'

let town: Town
let work: Casework
let on: Assessing
let carbon: Assessed, coke: Assessed, next: Assessed
const dataDir = () => town.platform.options.dataDir

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  on = assessing(town, work)
  town.on('2026-05-06')
  await work.authorityActs()
  await on.calendar(2027, 2028)
  const bases = await on.bases(['carbon', 'coke'], '2026-05-20') as [Case, Case]
  town.on('2026-12-01')
  await on.campaign(2026)
  ;[carbon, coke] = [await on.assessedOf(bases[0], 2026), await on.assessedOf(bases[1], 2026)]
  // Both show the same photograph: one whole, one trimmed, smaller, lighter and as JPEG. Each has another of its own.
  await shows(carbon, '放大试验.png', asPng(plant(11)))
  await shows(carbon, '自有一.jpg', asJpeg(plant(12)))
  await shows(coke, '现场.jpg', asJpeg(lit(scaled(trimmed(plant(11), [0.03, 0.04, 0.03, 0.02]), 0.7), (value) => value * 0.95 + 12), 60))
  await shows(coke, '自有二.png', asPng(plant(13)))
  await shows(coke, '近乎空白.png', asPng(lit(plant(14), () => 240)))
  for (const one of [carbon, coke]) await keeps(one, 'services', [service('w1', { invoiceNo: '26140700001', contractNo: `HT-${one.of.key}` })])
  // Both describe themselves in the same words.
  for (const one of [carbon, coke]) await on.endorsed(one, { name: '晋中市先进材料工程化放大与验证公共服务平台' })
})
afterAll(() => town.close())

const service = (id: string, rest: object) => ({ id, client: '晋中远驰汽车部件有限公司（演示）', place: '晋中', inCity: true, related: false, kind: 'process', pureTesting: false, project: '放大验证', amount: 20, received: 18.25, from: '2026-06-01', to: '2026-09-01', result: 'report', ...rest })
const keeps = async (one: Assessed, table: string, put: object[]) => { await (await on.director(one)).did(await work.baseOf(one.of), 'keepTable', { table, put, drop: [] }) }
/** Uploaded to the report as its photographs. */
async function shows(one: Assessed, name: string, bytes: Buffer) { await (await on.director(one)).attaches(one.id, 'A04', name, bytes) }
type Told = { twins: Twin[]; unseen: { label: string; because: Unseen }[]; alike: { share: number }[] }
const told = async (username: string, one: Assessed) => (await (await town.as(username)).call<Told>('GET', `/api/cases/${one.id}/twins`)).body
const photos = async (username: string, one: Assessed) => (await told(username, one)).twins.filter(({ kind }) => kind === 'photo')

describe('setting:assess.photoDistance', () => {
  test('until they were looked at, photographs are told to be waiting; numbers are found at once', async () => {
    const { twins, unseen, alike } = await told('city.officer', carbon)
    expect(twins.map(({ kind, other_year }) => [kind, other_year])).toEqual([['invoice', 2026]])
    expect(unseen).toEqual([{ label: '放大试验.png', because: null }, { label: '自有一.jpg', because: null }])
    expect(alike).toMatchObject([{ share: 100 }])
  })
  test('looked at once each; the trimmed, recompressed photograph of the other base is found, the others are not', async () => {
    expect(await lookAtPhotos({ pools: town.pools, dataDir: dataDir() })).toBe(5)
    expect(await lookAtPhotos({ pools: town.pools, dataDir: dataDir() })).toBe(0)
    const [found, ...more] = await photos('city.officer', carbon)
    expect([found, more]).toMatchObject([{ label: '放大试验.png', other_label: '现场.jpg', other_case: coke.id, other_year: 2026, same_base: false }, []])
    expect(found?.distance).toBeGreaterThan(0)
    expect((await told('city.officer', coke)).unseen).toEqual([{ label: '近乎空白.png', because: 'blank' }])
  })
  test('a county learns that another county has it, not who; base and host learn nothing', async () => {
    const county = await work.countyName(coke.of, 'county.officer')
    expect(await photos(county, coke)).toMatchObject([{ label: '现场.jpg', other_case: null, other_number: null, other_name: null, other_label: null, other_year: 2026 }])
    for (const username of ['director.coke', 'host.coke']) expect((await (await town.as(username)).call('GET', `/api/cases/${coke.id}/twins`)).status, username).toBe(403)
  })
  test('the year after, the same photograph as evidence of another training is found in the register', async () => {
    town.on('2027-12-01')
    await on.campaign(2027)
    next = await on.assessedOf(carbon.of, 2027)
    const who = await on.director(next)
    const base = await work.baseOf(next.of)
    const proof = await who.must('proof', who.call<{ id: string }>('POST', `/api/files?case=${base}&name=${encodeURIComponent('培训合影.png')}`, asPng(plant(11)), { 'content-type': 'application/octet-stream' }))
    await keeps(next, 'training', [{ id: 't9', title: '操作培训', on: '2027-06-01', persons: 20, outside: 5, hours: 8, place: '基地', evidence: [proof.id] }])
    await on.reported(next)
    await lookAtPhotos({ pools: town.pools, dataDir: dataDir() })
    const found = await photos('city.officer', next)
    expect(found.map(({ label, row_id, other_label, other_year, same_base, distance }) => [label, row_id, other_label, other_year, same_base, distance > 0])).toEqual([
      ['培训合影.png', 'training.t9', '放大试验.png', 2026, true, false], ['培训合影.png', 'training.t9', '现场.jpg', 2026, false, true]])
  })
  test('nothing that was found moves a point: what the figures give is the same before and after', async () => {
    const points = async () => (await (await town.as('city.officer')).call<{ computed: object }>('GET', `/api/cases/${coke.id}/points`)).body.computed
    const before = await points()
    await rowsOf(town.pools.owner, sql`delete from photo_hash`)
    expect(await points()).toEqual(before)
  })
})

test('a device that stands on two registers is found; on the own register it stands every year', async () => {
  const device = { id: 'd9', name: '高压反应釜', model: 'GY-50', assetNo: 'ZC-0099', count: 1, value: 30, boughtOn: '2020-01-01', kind: 'line', tenure: 'own', open: false, hours: 0 }
  await keeps(next, 'equipment', [device])
  const other = await on.assessedOf(coke.of, 2027)
  await keeps(other, 'equipment', [device])
  await on.reported(other)
  await on.did(next, 'host.carbon', 'sendBack')
  await on.did(next, 'director.carbon', 'report')
  expect((await told('city.officer', next)).twins.filter(({ kind }) => kind === 'device')).toMatchObject([{ other_case: other.id, same_base: false }])
})
