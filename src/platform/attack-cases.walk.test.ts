/** What somebody tries who may see a case, but not everything in it, and not everything it could be made to do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, casework, type Casework, expertId, otherExpert, type Panel } from '../../test/casework.ts'
import { openTown, type Town } from '../../test/town.ts'
import type { CaseDetail, Problem } from '../contract.ts'
import { engines } from '../engines.ts'
import { rowsOf, sql } from './query.ts'

let town: Town
let work: Casework
let queued: Case
let elsewhere: Case
let panel: Panel
let [first, second, third, fourth, fifth] = ['', '', '', '', '']
/** Stands in one sealed sheet and nowhere else. */
const secret = '鹤唳'
const example = (step: string, more: object = {}) => ({ ...engines['panel-review']?.examples[step], ...more })

beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  queued = await work.queued('iron')
  elsewhere = await work.submitted('coke')
  panel = await work.scoring([queued])
  ;[first, second, third, fourth, fifth] = panel.members.map(({ username }) => username) as [string, string, string, string, string]
  await (await town.as(second)).did(panel.id, 'declareConflict', example('declareConflict', { about: queued.id }))
})
afterAll(() => town.close())

const names = async (usernames: readonly string[]): Promise<string[]> => (await rowsOf<{ name: string }>(town.pools.jobs, sql`select name from person where id = any(${usernames.map(expertId)}::text[])`)).map(({ name }) => name)

describe('an expert does not learn who else sits', () => {
  test('from the answer to a step that is not for experts, whatever version is named', async () => {
    const others = await names([second, third])
    const me = await town.as(first)
    for (const step of ['conclude', 'closeScoring', 'replace', 'designate', 'commitDraw', 'witnessDraw', 'revealDraw', 'redraw', 'recordConflict', 'discuss', 'dissolve', 'beginScoring']) {
      for (const version of [1, 2, 99, (await me.detail(panel.id)).version]) {
        const answer = await me.step(panel.id, step, example(step), { version })
        expect(answer.status, `${step} ${version}`).toBeGreaterThanOrEqual(403)
        expect((answer.body as Problem).moved, `${step} ${version}`).toBeUndefined()
        expect(others.filter((name) => JSON.stringify(answer.body).includes(name)), `${step} ${version}`).toEqual([])
      }
    }
  })
  test('from messages: what experts do side by side is told to none of them', async () => {
    const messages = async (username: string) => (await (await town.as(username)).call<{ rows: { words: { zh: string } }[] }>('GET', '/api/messages')).body.rows.map(({ words }) => words.zh)
    const before = await messages(third)
    await (await town.as(first)).did(panel.id, 'declareConflict', example('declareConflict', { about: queued.id }))
    await (await town.as(first)).did(panel.id, 'score', example('score', { about: queued.id, opinion: secret.repeat(30) }))
    expect(await messages(third)).toEqual(before)
    expect(before).toHaveLength(1)
  })
})

describe('the material of an application', () => {
  test('an expert cannot open the file of a case that is not before the panel by declaring about it', async () => {
    const me = await town.as(third)
    expect(await me.step(panel.id, 'declareConflict', example('declareConflict', { about: elsewhere.id }))).toMatchObject({ status: 422, body: { refusals: [{ rule: 'aboutIsReviewed' }] } })
    expect(await me.step(panel.id, 'score', example('score', { about: elsewhere.id }))).toMatchObject({ status: 422 })
    expect((await me.call('GET', `/api/cases/${elsewhere.id}/files`)).status).toBe(404)
  })
  test('a conflict once declared stays: it cannot be taken back to read and score after all', async () => {
    const me = await town.as(fourth)
    const declares = (equity: boolean) => me.did(panel.id, 'declareConflict', { about: queued.id, answers: { kinship: false, equity, paid: false, research: false, other: false } })
    await declares(true)
    await declares(false)
    expect((await me.call('GET', `/api/panel/${panel.id}/applications/${queued.id}`)).status).toBe(403)
    expect((await me.call('GET', `/api/cases/${queued.id}/files`)).status).toBe(404)
    expect(await me.step(panel.id, 'score', example('score', { about: queued.id }))).toMatchObject({ status: 403, body: { refusals: [{ rule: 'standsClear' }] } })
  })
  test('an expert who was replaced neither reads, declares nor scores at the next request', async () => {
    const me = await town.as(fifth)
    await me.did(panel.id, 'declareConflict', example('declareConflict', { about: queued.id }))
    expect((await me.call('GET', `/api/panel/${panel.id}/applications/${queued.id}`)).status).toBe(200)
    await (await town.as('city.officer')).did(panel.id, 'replace', example('replace', { expert: expertId(fifth) }))
    expect((await me.call('GET', `/api/panel/${panel.id}/applications/${queued.id}`)).status).toBe(403)
    expect((await me.call('GET', `/api/cases/${queued.id}/files`)).status).toBe(404)
    for (const step of ['score', 'declareConflict']) expect((await me.step(panel.id, step, example(step, { about: queued.id }))).status, step).toBe(403)
    // That it goes on without them is all they still see.
    expect((await me.detail(panel.id)).case.file).toMatchObject({ sits: false, applications: [] })
  })
  test('nobody is added to a panel by replacing somebody who does not sit on it', async () => {
    const answer = await (await town.as('city.officer')).step(panel.id, 'replace', example('replace', { expert: 'nobody' }))
    expect(answer).toMatchObject({ status: 422, body: { refusals: expect.arrayContaining([expect.objectContaining({ rule: 'expertLeavingSits' })]) } })
  })
})

describe('sealed scores', () => {
  const paths = () => [`/api/panel/${panel.id}/sheets`, `/api/cases/${panel.id}`, '/api/cases?procedure=panel-review', '/api/worklist?tab=others', '/api/messages', `/api/cases/${queued.id}`]
  test('nobody reads one before closing, by any route', async () => {
    for (const username of ['city.officer', 'city.lead', 'city.supervisor', second, 'host.iron', 'county.taigu', 'sysadmin', 'auditor']) {
      for (const path of paths()) {
        const { status, body } = await (await town.as(username)).call('GET', path)
        expect(JSON.stringify(body).includes(secret), `${username} ${path} ${status}`).toBe(false)
        if (status === 200 && path === `/api/cases/${panel.id}`) expect((body as CaseDetail).history.filter(({ did }) => did === 'score').map(({ data }) => Object.keys(data ?? {})), username).toEqual(['city.officer', 'city.lead', 'city.supervisor'].includes(username) ? [['about']] : [])
      }
    }
  })
  test('a sheet is sent once, and only by experts for applications of their own panel', async () => {
    expect(await (await town.as(first)).step(panel.id, 'score', example('score', { about: queued.id }))).toMatchObject({ status: 422, body: { refusals: [{ rule: 'scoredOnce' }] } })
    for (const username of ['city.officer', 'city.lead', 'city.supervisor']) expect((await (await town.as(username)).step(panel.id, 'score', example('score', { about: queued.id }))).status, username).toBe(403)
    for (const username of [otherExpert, 'sysadmin', 'host.iron']) expect((await (await town.as(username)).step(panel.id, 'score', example('score', { about: queued.id }), { version: 1 })).status, username).toBe(404)
  })
})

describe('what entries tell', () => {
  let decided: Case
  beforeAll(async () => {
    decided = await work.queued('carbon')
    await work.concluded([decided])
    await work.decided(decided, 'approve')
  })
  const historyOf = async (username: string) => (await (await town.as(username)).call<CaseDetail>('GET', `/api/cases/${decided.id}`)).body
  test('hosts and partners read what rules found, not the facts the authorities looked at', async () => {
    for (const username of ['host.carbon', 'partner.univ']) {
      const { history, case: { file } } = await historyOf(username)
      const foreign = history.filter(({ by }) => /^(county|city)/.test(by?.role ?? ''))
      expect(foreign.map(({ did }) => did)).toEqual(expect.arrayContaining(['recommend', 'approve']))
      expect(foreign.flatMap(({ verdicts }) => verdicts).filter(({ facts }) => facts !== null)).toEqual([])
      expect(history.find(({ did }) => did === 'submit')?.verdicts.some(({ facts }) => facts !== null)).toBe(true)
      expect(Object.keys(file).filter((key) => ['examination', 'panel', 'visit', 'proposal', 'parties'].includes(key))).toEqual([])
      expect(JSON.stringify(await historyOf(username))).not.toMatch(/"p-(city|county|expert)[^"]*",?\s*"preparedBy|reviewers|"preparedBy"/)
    }
  })
  test('a county reads the facts of its own recommendation, not those of the city\'s decision', async () => {
    const { history } = await historyOf('county.yuci')
    expect(history.find(({ did }) => did === 'recommend')?.verdicts.some(({ facts }) => facts !== null)).toBe(true)
    expect(history.find(({ did }) => did === 'approve')?.verdicts.every(({ facts }) => facts === null)).toBe(true)
  })
  test('a host that holds an old version is not told of an entry it may not read', async () => {
    const visited = await work.queued('robot')
    await work.concluded([visited])
    await work.proposed(visited)
    const answer = await (await town.as('host.robot')).step(visited.id, 'withdraw', { reason: '不再申报。' }, { version: 1 })
    expect(answer.status).toBe(412)
    expect((answer.body as Problem).moved).toBeUndefined()
    const [officer] = await names(['city.officer'])
    expect(JSON.stringify(answer.body)).not.toContain(officer)
  })
})

describe('steps', () => {
  test('names that every object has are no steps', async () => {
    for (const step of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']) expect((await (await town.as('host.iron')).step(queued.id, step, {})).status, step).toBe(404)
  })
  test('what the system does is not done over HTTP, whoever asks', async () => {
    for (const username of ['host.iron', 'county.taigu.lead', 'city.officer', 'city.lead', 'city.supervisor']) {
      for (const [step, body] of Object.entries({
        recordPanelResult: { panel: panel.id, score: '99', sheets: 7, agree: 7, rank: 1, opinion: '优', reviewers: [] }, recordNotShortlisted: { panel: panel.id, score: '1', sheets: 7, agree: 0, rank: 9, opinion: '劣', reviewers: [] },
        clearNotice: { notice: panel.id }, joinNotice: { notice: panel.id }, enterNotice: { notice: panel.id }, reopen: { notice: panel.id, reason: '重新审查' },
      })) expect((await (await town.as(username)).step(queued.id, step, body)).status, `${username} ${step}`).toBe(403)
    }
  })
  test('what the door completes is not taken from the body', async () => {
    const draft = await work.filled('gears')
    const me = await work.host(draft)
    for (const more of [{ submission: { snapshot: '0'.repeat(64) } }, { hosts: [] }, { by: { role: 'system' } }, { seen: 'city' }, { to: 'recognised' }]) expect((await me.step(draft.id, 'submit', { ...engines.recognition?.examples.submit, ...more })).status).toBe(400)
    expect((await (await town.as('city.officer')).open('public-notice', { kind: 'recognition', title: '公示', cases: [queued.id], first: queued.id })).status).toBe(400)
  })
  test('a notice that leaves out a case it names, or names it twice, is not published', async () => {
    for (const cases of [['no-such-case'], [queued.id, queued.id]]) expect((await (await town.as('city.officer')).open('public-notice', { kind: 'recognition', title: '公示', cases })).body).toMatchObject({ status: 422, refusals: [{ rule: 'listIsWhole' }] })
  })
  test('a procedure is opened only by those it is for', async () => {
    for (const username of ['county.taigu', 'client.auto', first, 'sysadmin', 'secadmin', 'auditor', 'director.iron', 'city.officer']) expect((await (await town.as(username)).open('recognition')).status, username).toBe(403)
    for (const procedure of ['panel-review', 'public-notice', 'rule-change']) {
      const body = { ...engines[procedure]?.examples[engines[procedure].opensWith], ...(procedure !== 'rule-change' && { cases: [queued.id] }) }
      for (const username of ['host.iron', 'county.taigu.lead', first, 'sysadmin']) expect((await (await town.as(username)).open(procedure, body)).status, `${username} ${procedure}`).toBe(403)
    }
  })
  test('the key of another person\'s request is one\'s own', async () => {
    const key = 'the-same-key-for-both'
    const mine = await (await town.as('host.iron')).open('recognition', {}, key)
    const theirs = await (await town.as('host.coke')).open('recognition', {}, key)
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect(theirs.body.id).not.toBe(mine.body.id)
  })
})

describe('drafts and partners', () => {
  test('a partner stands under the name of the register, whatever the applicant typed', async () => {
    const draft = await work.opened('vinegar')
    const me = await work.host(draft)
    await me.did(draft.id, 'invitePartners', { partners: [{ org: 'org-univ', name: '清华大学' }] })
    expect((await me.detail(draft.id)).case.file.partners).toMatchObject([{ org: 'org-univ', name: '晋中理工学院（演示）' }])
  })
  test('authorities, the pool of experts, clients, oneself and institutions that do not exist are no partners', async () => {
    const draft = await work.opened('herbs')
    const me = await work.host(draft)
    for (const org of ['county.140729', 'city.140700', 'org-experts', 'org-operations', 'org-herbs', 'org-nobody']) expect(await me.step(draft.id, 'invitePartners', { partners: [{ org, name: '某单位' }] }), org).toMatchObject({ status: 400, body: { fields: [{ path: 'partners.0.org' }] } })
    for (const username of ['county.lingshi', 'city.officer', first]) expect((await (await town.as(username)).call('GET', `/api/cases/${draft.id}`)).status, username).toBe(404)
  })
  test('whoever is to direct a base has no part in its application: nothing is there to read, to write or to take away', async () => {
    const draft = await work.filled('meat')
    const [file] = (await (await work.host(draft)).call<{ id: string }[]>('GET', `/api/cases/${draft.id}/files`)).body
    expect(file).toBeDefined()
    const me = await town.as('director.meat')
    for (const path of ['', '/draft', '/files']) expect((await me.call('GET', `/api/cases/${draft.id}${path}`)).status, path).toBe(404)
    expect((await me.call('PUT', `/api/cases/${draft.id}/draft`, { base: 0, changes: [{ path: 'A.direction', value: '别的方向' }] })).status).toBe(404)
    expect((await me.call('POST', `/api/files?case=${draft.id}&name=a.pdf`, Buffer.from('%PDF-1.4'), { 'content-type': 'application/octet-stream' })).status).toBe(404)
    expect((await me.call('DELETE', `/api/files/${file?.id}`)).status).toBe(404)
  })
})
