import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../test/town.ts'
import { personId } from '../demo/institutions.ts'
import { openSession } from '../platform/session.ts'
import { checkCharacter } from '../settings/codes.ts'
import type { BatchRow } from './batches.ts'
import type { Profile } from './expert-profile.ts'
import type { ExpertList, ExpertRow } from './expert-rows.ts'
import type { OrganisationList, OrganisationRow, OwnOrganisation } from './organisations.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

type Fault = { title: string; refusals?: { law: string; takesReason?: boolean }[]; fields?: { path: string }[] }
const call = async <Body>(username: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, version?: number) => {
  const token = await openSession(town.pools.jobs, { jurisdiction: '140700', person: personId(username), now: town.now(), rules: { tries: 5, lockMinutes: 10, idleMinutes: 60, hours: 12 } })
  const answer = await town.app.inject({ method, url, cookies: { zs: token }, ...(payload && { payload }), ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }) })
  return { status: answer.statusCode, body: answer.json() as Body }
}
const codeWith = (body: string) => `${body}${checkCharacter([...body])}`

test('an institution sees itself and the authorities, a county its own, the city all', async () => {
  const kinds = async (username: string) => { const { rows } = (await call<OrganisationList>(username, 'GET', '/api/organisations')).body; return rows.filter(({ kind }) => kind === 'host').map(({ id }) => id) }
  expect(await kinds('host.carbon')).toEqual(['org-carbon'])
  expect(await kinds('county.yuci')).toContain('org-carbon')
  expect(await kinds('county.taigu')).not.toContain('org-carbon')
  expect((await kinds('city.officer')).length).toBeGreaterThan(20)
  expect((await call('county.taigu', 'GET', '/api/organisations/org-carbon')).status).toBe(404)
})

test('partners are found by name, and by name alone', async () => {
  const { body } = await call<{ rows: object[] }>('host.carbon', 'GET', `/api/organisations/partners?q=${encodeURIComponent('理工')}`)
  expect(body.rows).toEqual([{ id: 'org-univ', name: '晋中理工学院（演示）', county: { code: '140702', words: { zh: '榆次区', en: 'Yuci District' } } }])
  expect((await call('host.carbon', 'GET', '/api/organisations/partners?q=x')).status).toBe(400)
  expect((await call('expert.01', 'GET', `/api/organisations/partners?q=${encodeURIComponent('晋中')}`)).status).toBe(403)
})

test('the own administrator keeps the card, on the version that was seen', async () => {
  const { body: before } = await call<OwnOrganisation>('host.carbon', 'GET', '/api/organisation')
  expect(before).toMatchObject({ id: 'org-carbon', mayChange: true, kindWords: { zh: '依托（共建）单位' } })
  expect(before.people.map(({ role }) => role)).toEqual(expect.arrayContaining(['host.admin', 'partner.admin']))
  expect((await call('host.carbon', 'PATCH', '/api/organisation', { phone: '0354-3030303' })).status).toBe(428)
  const saved = await call<OwnOrganisation>('host.carbon', 'PATCH', '/api/organisation', { phone: '0354-3030303', name: '晋中新名碳材有限公司（演示）' }, before.version)
  expect(saved.body).toMatchObject({ phone: '0354-3030303', formerNames: [before.name], version: before.version + 1 })
  expect((await call('host.carbon', 'PATCH', '/api/organisation', { phone: null }, before.version)).status).toBe(412)
  expect((await call('host.carbon', 'PATCH', '/api/organisation', { division: '140703' }, before.version + 1)).status).toBe(403)
  // Whoever holds no role has no institution.
  expect((await call('director.carbon', 'PATCH', '/api/organisation', { phone: null }, before.version + 1)).status).toBe(404)
  expect((await call('county.yuci', 'PATCH', '/api/organisations/org-carbon', { phone: null }, before.version + 1)).status).toBe(403)
  expect((await call('host.iron', 'PATCH', '/api/organisations/org-carbon', { phone: null }, before.version + 1)).status).toBe(404)
})

test('setting uscc.check: a code that fails its check takes a note and is then kept with a warning', async () => {
  const { body: before } = await call<OwnOrganisation>('host.iron', 'GET', '/api/organisation')
  const wrong = `91140726MA0GTEST0${before.uscc?.endsWith('A') ? 'B' : 'A'}`
  const refused = await call<Fault>('host.iron', 'PATCH', '/api/organisation', { uscc: wrong }, before.version)
  expect(refused).toMatchObject({ status: 422, body: { refusals: [{ law: 'setting:uscc.check', takesReason: true }], fields: [{ path: 'usccNote' }] } })
  const kept = await call<OwnOrganisation>('host.iron', 'PATCH', '/api/organisation', { uscc: wrong, usccNote: '证照原样如此' }, before.version)
  expect([kept.status, kept.body.warnings.length]).toEqual([200, 1])
})

test('a code on the register is refused in words that tell nothing of whose it is', async () => {
  const [carbon, coke] = await Promise.all(['host.carbon', 'host.coke'].map(async (username) => (await call<OwnOrganisation>(username, 'GET', '/api/organisation')).body))
  const { status, body } = await call<Fault>('host.coke', 'PATCH', '/api/organisation', { uscc: carbon?.uscc }, coke?.version)
  expect(status).toBe(409)
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`${carbon?.name}|org-carbon`))
})

test('the city adds an institution; its place decides its organiser', async () => {
  const added = await call<OrganisationRow>('city.officer', 'POST', '/api/organisations', { kind: 'host', name: '祁县示例玻璃有限公司', division: '140727', uscc: codeWith('91140727MA0G1E5T0') })
  expect(added).toMatchObject({ status: 201, body: { organiser: 'county.140727', county: { code: '140727' }, warnings: [], version: 1 } })
  expect((await call('host.carbon', 'POST', '/api/organisations', { kind: 'host', name: '某公司' })).status).toBe(403)
})

test('the pool is the city\'s to keep; an expert keeps the own card', async () => {
  const { body: pool } = await call<ExpertList>('city.officer', 'GET', '/api/experts?field=carbon')
  expect(pool.rows.every(({ fieldIds }) => fieldIds.includes('carbon'))).toBe(true)
  for (const username of ['expert.01', 'host.carbon', 'county.yuci']) expect([username, (await call(username, 'GET', '/api/experts')).status]).toEqual([username, 403])
  const added = await call<ExpertRow>('city.officer', 'POST', '/api/experts', { name: '王五', employer: '太原示例研究院', title: 'senior', specialty: 'technical', fields: ['carbon'], region: '太原', inCity: false })
  expect(added).toMatchObject({ status: 201, body: { name: '王五', active: true, from: null } })
  const changed = await call<ExpertRow>('city.lead', 'PATCH', `/api/experts/${added.body.id}`, { available: false }, added.body.version)
  expect(changed.body).toMatchObject({ active: false, employer: '太原示例研究院', version: 2 })
  const { body: own } = await call<Profile>('expert.01', 'GET', '/api/profile')
  const kept = await call<Profile>('expert.01', 'PATCH', '/api/profile', { avoid: ['晋中示例公司'], phone: '0351-1234567', employers: [{ name: '太原新研究所', from: '2026-01-01', to: null }, { name: own.employers[0]?.name, from: '2008-07-01', to: '2025-12-31' }] }, own.version)
  expect(kept.body).toMatchObject({ avoid: ['晋中示例公司'], phone: '0351-1234567' })
  expect((await call<ExpertList>('city.officer', 'GET', `/api/experts?q=${encodeURIComponent('太原新研究所')}`)).body.total).toBe(1)
  expect((await call('host.carbon', 'GET', '/api/profile')).status).toBe(404)
})

test('Art. 11: the officer opens a batch, another cut-off takes a reason, the lead closes it', async () => {
  const usual = await call<BatchRow>('city.officer', 'POST', '/api/batches', { name: '2027 年第一批', opensOn: '2026-10-01', cutOff: '2027-03-31' })
  expect(usual).toMatchObject({ status: 201, body: { extra: false, cases: 0, panel: null, open: true } })
  const extra = { name: '加开', opensOn: '2026-10-01', cutOff: '2026-12-15' }
  expect(await call<Fault>('city.officer', 'POST', '/api/batches', extra)).toMatchObject({ status: 422, body: { refusals: [{ law: 'setting:batch.cutoffs' }] } })
  expect((await call<BatchRow>('city.officer', 'POST', '/api/batches', { ...extra, reason: '产业急需', basis: '局党组会议纪要（演示）' })).body.extra).toBe(true)
  expect((await call('city.officer', 'POST', `/api/batches/${usual.body.id}/close`, {})).status).toBe(403)
  expect((await call<BatchRow>('city.lead', 'POST', `/api/batches/${usual.body.id}/close`, {})).body).toMatchObject({ open: false, closedOn: '2026-11-23' })
  expect((await call('city.officer', 'PATCH', `/api/batches/${usual.body.id}`, { name: '改名' })).status).toBe(409)
  expect((await call('host.carbon', 'GET', '/api/batches')).status).toBe(200)
  expect((await call('host.carbon', 'POST', '/api/batches', extra)).status).toBe(403)
})
