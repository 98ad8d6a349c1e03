/** Addresses, methods, headers, origins and languages: the answer is a problem that says what is wrong; never a fault. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { type Case, tokenOf } from './casework.ts'
import { type Counter, openCounter, paths, type Sent } from './counter.ts'

let counter: Counter
let draft: Case
let submitted: Case
beforeAll(async () => { counter = await openCounter(); ({ draft, submitted } = counter) })
afterAll(() => counter.town.close())
const refused: Counter['refused'] = (status, request) => counter.refused(status, request)

describe('addresses', () => {
  test('a wrong method answers 405 and says which are right, with and without ids in the address', async () => {
    const rows = [
      ['DELETE', '/api/cases', 'GET, HEAD'],
      ['PUT', '/api/session', 'GET, HEAD, POST, DELETE'],
      ['DELETE', `/api/cases/${draft.id}`, 'GET, HEAD'],
      ['POST', `/api/cases/${draft.id}/draft`, 'GET, HEAD, PUT'],
      ['GET', `/api/cases/${draft.id}/steps/submit`, 'POST'],
      ['PATCH', '/api/cases/recognition', 'GET, HEAD, POST'],
      ['PATCH', '/api/worklist', 'GET, HEAD'],
    ] as const
    for (const [method, url, allow] of rows) expect((await refused(405, { method, url, as: 'host.iron' })).allow, `${method} ${url}`).toBe(allow)
  })
  test('an unknown address answers 404', async () => {
    for (const url of ['/api/nothing', '/api/cases/a/b/c/d', '/api', '/api/cases/x/steps', '/API/cases', '/api//cases', '/api/cases/RD-2026-9999'])
      await refused(404, { method: 'GET', url, as: 'host.iron' })
    await refused(414, { method: 'GET', url: `/api/cases/${'x'.repeat(300)}`, as: 'host.iron' })
  })
  test('an address that cannot be read, or carries what no text may hold, answers 400 or 404', async () => {
    for (const url of [
      '/api/cases/%',
      '/api/cases/%ED%A0%80',
      '/api/cases/%00',
      '/api/cases/%C0%AE',
      '/api/files/%00',
      '/api/cases/a%00b/draft',
      '/api/forms/%00',
      '/api/cases?q=%00',
      '/api/cases?q=%ED%A0%80',
      '/api/cases?county=%00',
      '/api/organisations/%00',
      '/api/public/bases/%00',
      '/api/public/verify?number=%00',
      '/api/law/%00',
    ]) {
      const { status, type } = await counter.sent({ method: 'GET', url, as: 'host.iron' })
      expect([200, 400, 403, 404], url).toContain(status)
      if (status !== 200) expect(type, url).toBe('application/problem+json; charset=utf-8')
    }
  })
  test('a parameter of the query that is wrong, unknown or given twice is named', async () => {
    const rows = [
      ['limit=0', 'limit'],
      ['limit=abc', 'limit'],
      ['limit=1e9', 'limit'],
      ['sort=hash', 'sort'],
      ['cursor=x', 'cursor'],
      ['q=a&q=b', 'q'],
      ['evil=1', 'evil'],
      ['__proto__=1', '__proto__'],
      [`q=${'x'.repeat(101)}`, 'q'],
      ['status[]=a', 'status[]'],
    ]
    for (const [query, path] of rows) expect(paths(await refused(400, { method: 'GET', url: `/api/cases?${query}`, as: 'host.iron' })), query).toEqual([path])
  })
})

describe('headers', () => {
  const submit = (headers: Record<string, string>): Sent => ({ url: `/api/cases/${draft.id}/steps/submit`, as: 'host.iron', body: example.submit, headers })
  test('a missing or unreadable If-Match answers 428, Idempotency-Key 400; both are named', async () => {
    for (const version of ['', 'abc', '-1', '1.5', '*', '"x"']) expect(paths(await refused(428, submit({ 'if-match': version })))).toEqual(['If-Match'])
    for (const key of ['', 'short', 'x'.repeat(81), 'with space in', '键键键键键键键键'])
      expect(paths(await refused(400, submit({ 'idempotency-key': key })))).toEqual(['Idempotency-Key'])
    expect(paths(await refused(400, { url: '/api/cases/recognition', as: 'host.iron', body: {}, headers: { 'idempotency-key': '' } }))).toEqual([
      'Idempotency-Key',
    ])
  })
  test('a stale If-Match answers 412 and says who moved the case, when, and to what', async () => {
    const problem = await refused(412, {
      url: `/api/cases/${submitted.id}/steps/examine`,
      as: 'county.yuci',
      body: example.examine,
      headers: { 'if-match': '1' },
    })
    expect(problem.moved).toMatchObject({ by: '丁砚秋', did: 'submit', to: 'submitted', version: 2, at: expect.stringMatching(/^2026-11-23T/) })
    expect(problem.title).toContain('丁砚秋')
  })
  test('a request from another site is not carried out, whatever the method', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'nonsense' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign)
      for (const [method, url] of [
        ['POST', '/api/session'],
        ['DELETE', '/api/session'],
        ['POST', '/api/cases/recognition'],
        ['PUT', `/api/cases/${draft.id}/draft`],
        ['POST', '/api/demo/clock'],
      ] as const)
        await refused(403, { method, url, as: 'host.iron', body: {}, headers })
    expect((await counter.sent({ method: 'GET', url: '/api/session', as: 'host.iron', headers: { origin: 'https://evil.example' } })).status).toBe(200)
    expect(
      (
        await counter.sent({
          url: '/api/check/recognition',
          as: 'host.iron',
          body: { case: draft.id },
          headers: { host: 'zhongshi.example', origin: 'https://zhongshi.example', 'sec-fetch-site': 'same-origin' },
        })
      ).status,
    ).toBe(200)
  })
  test('without a session, or with an invented one, everything signed in answers 401', async () => {
    for (const as of [undefined, '0'.repeat(64), 'x', `${'0'.repeat(63)}'`, `'); drop table person; --`])
      for (const url of ['/api/session', '/api/cases', `/api/cases/${draft.id}`, '/api/worklist']) await refused(401, { method: 'GET', url, ...(as && { as }) })
  })
})

test('ids of others answer 404, as if there were nothing', async () => {
  for (const [method, url, body] of [
    ['GET', `/api/cases/${draft.id}`, undefined],
    ['PUT', `/api/cases/${draft.id}/draft`, { base: 0, changes: [] }],
    ['POST', `/api/cases/${draft.id}/steps/submit`, example.submit],
    ['POST', '/api/check/recognition', { case: draft.id }],
  ] as const)
    await refused(404, { method, url, as: 'host.robot', ...(body && { body }) })
  await refused(404, { url: `/api/cases/${submitted.id}/steps/noSuchStep`, as: 'host.robot', body: {} })
})

test('problems speak the language asked for: Chinese unless English comes first', async () => {
  const title = async (language: string) =>
    await refused(400, { url: '/api/cases/rule-change', as: 'city.officer', body: {}, headers: { 'accept-language': language } })
  for (const language of ['zh-CN,zh;q=0.9,en;q=0.8', '', 'fr', 'zh'])
    expect(await title(language), language).toMatchObject({
      title: '有内容需要更正，其余已保留。',
      fields: [{ expected: '必填' }, { expected: '必填' }, { expected: '必填' }],
    })
  for (const language of ['en', 'en-GB,en;q=0.9,zh;q=0.5', 'EN'])
    expect(await title(language), language).toMatchObject({
      title: 'Some input needs correction; the rest is kept.',
      fields: [{ expected: 'required' }, { expected: 'required' }, { expected: 'required' }],
    })
  const grounds = async (language: string) =>
    (
      await refused(422, {
        url: `/api/cases/${(await counter.work.opened('coke')).id}/steps/submit`,
        as: await tokenOf(counter.town, 'host.coke'),
        body: example.submit,
        headers: { 'accept-language': language },
      })
    ).refusals
  expect((await grounds('zh'))?.every(({ reason, law }) => /\p{Script=Han}/u.test(reason) && /^(Art\. \d|setting:)/.test(law))).toBe(true)
  expect((await grounds('en'))?.every(({ reason }) => /[a-z]{3}/.test(reason))).toBe(true)
})
