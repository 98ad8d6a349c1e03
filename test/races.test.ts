/** Two people at once, one person twice: exactly one act is written, and the other is told what happened. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../src/contract.ts'
import { seeded } from '../src/demo/seeded.ts'
import { cookieName } from '../src/platform/http.ts'
import { rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { verifyLog } from '../src/platform/verify-log.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { type Case, casework, type Casework, tokenOf } from './casework.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let work: Casework
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
})
afterAll(() => town.close())

const entriesOf = (id: string) =>
  rowsOf<{ no: number; did: string; by: string; at: string }>(
    town.pools.jobs,
    sql`select no, did, body->'by'->>'name' as by, at from case_entry where case_id = ${id} order by no`,
  )

describe('two leads decide at once', () => {
  const rounds = 500
  const lanes = ['filter', 'nylon', 'herbs', 'gears', 'anode', 'robot', 'engine', 'textile', 'polymer', 'binder'] as const
  const outcomes: Record<string, number> = { 'approve won': 0, 'defer won': 0, 'refused 409': 0, 'refused 412': 0 }

  test(`in ${rounds} rounds exactly one wins, and the other learns who it was, when, and what was decided`, async () => {
    await town.pools.jobs.query(`insert into person (jurisdiction, id, name, demo) values ('140700', 'p-city-lead2', '第二负责人', true)`)
    await town.pools.jobs.query(
      `insert into sec.credential (jurisdiction, person, username, password_hash, changed_at) values ('140700', 'p-city-lead2', 'city.lead2', 'none', now())`,
    )
    await town.pools.jobs.query(
      `insert into assignment (jurisdiction, id, person, role, org, valid_from) values ('140700', 'lead2', 'p-city-lead2', 'city.lead', 'city.140700', '2020-01-01')`,
    )
    const cases: Case[] = []
    for (const key of lanes) cases.push(await work.queued(key))
    await work.concluded(cases)
    await work.authorityActs()
    for (const of of cases) await work.proposed(of)
    await Promise.all(cases.map((of) => lane(of, rounds / lanes.length)))

    expect(outcomes['approve won']! + outcomes['defer won']!).toBe(rounds)
    expect(outcomes['refused 409']! + outcomes['refused 412']!).toBe(rounds)
    expect(Math.min(outcomes['approve won']!, outcomes['defer won']!), 'either wins at times').toBeGreaterThan(0)
    expect((await verifyLog(town.pools.jobs)).faults).toEqual([])
    console.log('races:', outcomes)
  }, 600_000)

  async function lane(of: Case, count: number) {
    const random = seeded(of.key)
    const [first, second] = [await town.as('city.lead'), await town.as('city.lead2')]
    let { version } = await first.detail(of.id)
    for (let round = 0; round < count; round++) {
      const [one, two] = random.whole(0, 1) === 0 ? (['approve', 'defer'] as const) : (['defer', 'approve'] as const)
      const late = random.whole(0, 3)
      const [left, right] = await Promise.all([
        first.step(of.id, one, example[one], { version }),
        new Promise((go) => {
          setTimeout(go, late)
        }).then(() => second.step(of.id, two, example[two], { version })),
      ])
      const [won, lost, did] = left.status === 200 ? [left, right, one] : [right, left, two]
      expect([won.status, [409, 412].includes(lost.status)], `${left.status} and ${right.status}`).toEqual([200, true])
      const written = (await entriesOf(of.id)).slice(version)
      expect(written).toMatchObject([{ no: version + 1, did }])
      expect(lost.body.moved).toEqual({ by: written[0]?.by, at: written[0]?.at, did, to: won.body.case.status, version: version + 1 })
      expect(await work.statusOf(of.id)).toBe(did === 'approve' ? 'approved' : 'deferred')
      outcomes[`${did} won`]!++
      outcomes[`refused ${lost.status}`]!++
      version = await backToProposed(of, did, version + 1)
    }
  }

  /** A deferred case is taken up again; an approved one by way of a notice that is terminated. */
  async function backToProposed(of: Case, did: 'approve' | 'defer', version: number): Promise<number> {
    const officer = await town.as('city.officer')
    if (did === 'defer') await done(officer.step(of.id, 'reconsider', example.reconsider, { version }))
    else {
      await done(officer.step(of.id, 'openNotice', {}, { version }))
      const notice = await rowOf<{ id: string }>(
        town.pools.jobs,
        sql`select body->'data'->>'notice' as id from case_entry where case_id = ${of.id} and did = 'enterNotice' order by no desc limit 1`,
      )
      await done(officer.step(notice?.id ?? '', 'terminate', { reason: '名单更正。' }, { version: 1 }))
    }
    // openNotice, enterNotice, reopen are three entries, reconsider is one.
    return (await done(officer.step(of.id, 'propose', example.propose, { version: version + (did === 'defer' ? 1 : 3) }))).version
  }
  const done = async <Body>(asked: Promise<{ status: number; body: Body }>): Promise<Body> => {
    const { status, body } = await asked
    expect({ status, body }).toMatchObject({ status: 200 })
    return body
  }
})

describe('one person submits again and again', () => {
  /** Sends the raw request many times at once and gives back the raw answers. */
  async function atOnce(of: Case, keys: readonly string[], body: object = example.submit) {
    const token = await tokenOf(town, `host.${of.key}`)
    const { version } = await (await work.host(of)).detail(of.id)
    const answers = await Promise.all(
      keys.map((key) =>
        town.app.inject({
          method: 'POST',
          url: `/api/cases/${of.id}/steps/submit`,
          payload: body,
          cookies: { [cookieName]: token },
          headers: { 'idempotency-key': key, 'if-match': String(version) },
        }),
      ),
    )
    return answers.map(({ statusCode, body: text }) => ({ status: statusCode, text }))
  }
  const submissions = async (of: Case) => (await entriesOf(of.id)).filter(({ did }) => did === 'submit').length

  test('fifty times with one key: one entry and fifty equal answers', async () => {
    const of = await work.filled('iron')
    const answers = await atOnce(
      of,
      Array.from({ length: 50 }, () => 'one-intention'),
    )
    expect(answers[0]?.status).toBe(200)
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await submissions(of)).toBe(1)
    expect(await rowsOf(town.pools.jobs, sql`select id from outbox where case_id = ${of.id} and body->>'did' = 'submit'`)).toHaveLength(1)
  })

  test('fifty times with fifty keys: one entry, the others are told what was done', async () => {
    const of = await work.filled('coke')
    const answers = await atOnce(
      of,
      Array.from({ length: 50 }, (_, at) => `intention-${at}`),
    )
    const refused = answers.filter(({ status }) => status !== 200)
    expect(answers.length - refused.length).toBe(1)
    for (const { status, text } of refused)
      expect({ status, moved: (JSON.parse(text) as Problem).moved }).toMatchObject({ status: 412, moved: { did: 'submit', to: 'submitted' } })
    expect(await submissions(of)).toBe(1)
  })

  test('the same key for another request is refused, whoever wrote first', async () => {
    const of = await work.filled('meat')
    const [first] = await atOnce(of, ['a-key-used-once'])
    const [other] = await atOnce(of, ['a-key-used-once'], { ...example.submit, signedBy: '另一人' })
    expect([first?.status, other?.status]).toEqual([200, 422])
    const host = await work.host(of)
    expect((await host.step(of.id, 'withdraw', example.withdraw, { key: 'a-key-used-once' })).status).toBe(422)
    expect((await host.step(of.id, 'withdraw', example.withdraw, { key: 'a-key-used-twice' })).status).toBe(200)
    expect(await submissions(of)).toBe(1)
  })

  test('the retry of an answered request answers the same long after the case moved on', async () => {
    const of = await work.filled('vinegar')
    const [first] = await atOnce(of, ['kept-for-later'])
    const host = await work.host(of)
    await host.did(of.id, 'withdraw', example.withdraw)
    expect(await atOnce(of, ['kept-for-later'])).toEqual([first])
  })

  test('an opening repeated with its key opens one case', async () => {
    const host = await town.as('host.herbs')
    const answers = await Promise.all(Array.from({ length: 20 }, () => host.open('recognition', {}, 'open-just-one')))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await rowsOf(town.pools.jobs, sql`select 1 from case_head where procedure = 'recognition' and id = ${answers[0]?.body.id}`)).toHaveLength(1)
  })
})
