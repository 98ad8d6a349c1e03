/** Whatever is sent, the answer is a problem that names what is wrong: 4xx, application/problem+json, in the reader's language; never a 500. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../src/contract.ts'
import { engines } from '../src/engines.ts'
import { cookieName, jsonLimit } from '../src/platform/http.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { type Case, casework, type Casework, tokenOf } from './casework.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let work: Casework
let draft: Case
let submitted: Case
const tokens: Record<string, string> = {}
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  draft = await work.filled('iron')
  submitted = await work.submitted('robot')
  for (const username of ['host.iron', 'host.robot', 'city.officer', 'county.yuci', 'county.taigu']) tokens[username] = await tokenOf(town, username)
})
afterAll(() => town.close())

type Sent = { method?: string; url: string; as?: string; body?: string | object; headers?: Record<string, string> }
async function sent({ method = 'POST', url, as, body, headers }: Sent) {
  const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }
  const answer = await town.app.inject({ method: method as 'POST', url, ...payload, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), 'idempotency-key': town.newId(), 'if-match': '1', ...headers }, ...(as && { cookies: { [cookieName]: tokens[as] ?? as } }) })
  return { status: answer.statusCode, type: String(answer.headers['content-type']), allow: answer.headers.allow, text: answer.body, problem: (answer.body.startsWith('{') ? JSON.parse(answer.body) : {}) as Problem }
}
/** Sends, expects a proper problem of this status, and gives it back. */
async function refused(status: number, request: Sent): Promise<Problem & { allow: unknown }> {
  const { type, problem, text, ...answer } = await sent(request)
  expect({ ...answer, status: answer.status, text }, `${request.method ?? 'POST'} ${request.url}`).toMatchObject({ status })
  expect(type).toBe('application/problem+json; charset=utf-8')
  expect(problem).toMatchObject({ type: 'about:blank', status, title: expect.stringMatching(/./), number: expect.stringMatching(/^[0-9A-F]{6}$/) })
  expect(text).not.toMatch(/at .*\.ts|node_modules|select |insert |Error:/)
  return { ...problem, allow: answer.allow }
}
const paths = (problem: Problem) => (problem.fields ?? []).map(({ path }) => path)
const propose = (): object => engines['rule-change']?.examples.propose ?? {}

describe('JSON that is none, or says more than it should', () => {
  const change = (text: string): Sent => ({ url: '/api/cases/rule-change', as: 'city.officer', body: text })
  const rows: [what: string, body: string, path?: string][] = [
    ['a half', '{"basis": "x"'], ['nothing but a word', 'undefined'], ['two values', '{} {}'], ['a comment', '{/* */}'], ['a trailing comma', '{"a": 1,}'],
    ['a key twice', '{"basis": "一", "basis": "二"}', 'basis'], ['a nested key twice', '{"change": {"kind": "setting", "key": "a", "kind": "reading"}}', 'change.kind'], ['a key twice, once escaped', '{"basis": "一", "b\\u0061sis": "二"}', 'basis'],
    ['__proto__', '{"__proto__": {"by": "system"}}', '__proto__'], ['constructor', '{"change": {"constructor": {"prototype": {}}}}', 'change.constructor'],
    ['NUL', '{"basis": "a\\u0000b"}', 'basis'], ['half a surrogate pair', '{"basis": "\\ud83d"}', 'basis'], ['half a pair in a key', '{"\\udc00": 1}'], ['NUL deep inside', '{"change": {"off": ["x", "\\u0000"]}}', 'change.off.1'],
    ['33 levels', `${'['.repeat(34)}${']'.repeat(34)}`], ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ]
  for (const [what, body, path] of rows) {
    test(what, async () => {
      const problem = await refused(400, change(body))
      if (path) expect(paths(problem)).toEqual([path])
    })
  }
  test('bytes that are no UTF-8', async () => {
    const answer = await town.app.inject({ method: 'POST', url: '/api/cases/rule-change', payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), headers: { 'content-type': 'application/json' }, cookies: { [cookieName]: tokens['city.officer'] ?? '' } })
    expect([answer.statusCode, (answer.json() as Problem).title]).toEqual([400, 'JSON 有误：不是 UTF-8 编码'])
  })
  test('more than a megabyte, and exactly one', async () => {
    expect((await refused(413, change(JSON.stringify({ basis: 'x'.repeat(jsonLimit) })))).title).toContain('1 MB')
    const frame = JSON.stringify({ basis: '' }).length
    await refused(400, change(JSON.stringify({ basis: 'x'.repeat(jsonLimit - frame) })))
  })
  test('a key repeated elsewhere, escaped quotes and braces within texts are nothing to complain of', async () => {
    for (const text of ['{"basis": "a\\"b{}[],:", "change": {"basis": "x"}, "validFrom": "\\\\"}', '{"change": [{"a": 1}, {"a": 2}], "a": "b"}']) expect((await refused(400, change(text))).title).toBe('有内容需要更正，其余已保留。')
  })
  test('something else than JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml']) await refused(415, { ...change('a=1'), headers: { 'content-type': type } })
  })
  test('an empty body, an empty object, a list, a number: every required field is named', async () => {
    for (const body of ['', '{}']) expect(paths(await refused(400, change(body)))).toEqual(['change', 'validFrom', 'basis'])
    for (const body of ['[]', '7', 'null', '"text"']) expect(paths(await refused(400, change(body)))).toEqual(['body'])
  })
})

describe('fields that are not what they should be are named, every one', () => {
  const strange: unknown[] = [null, 7, 7.5, true, 'x', '', [], {}, [null], { a: 1 }, 'x'.repeat(20_000), -1, '2026-02-30']
  const targets: { what: string; request: (body: object) => Sent; good: () => object }[] = [
    { what: 'rule-change.propose', request: (body) => ({ url: '/api/cases/rule-change', as: 'city.officer', body }), good: propose },
    { what: 'panel-review.convene', request: (body) => ({ url: '/api/cases/panel-review', as: 'city.officer', body }), good: () => engines['panel-review']?.examples.convene ?? {} },
    { what: 'public-notice.publish', request: (body) => ({ url: '/api/cases/public-notice', as: 'city.officer', body }), good: () => engines['public-notice']?.examples.publish ?? {} },
    { what: 'recognition.submit', request: (body) => ({ url: `/api/cases/${draft.id}/steps/submit`, as: 'host.iron', body, headers: { 'if-match': '0' } }), good: () => example.submit },
    { what: 'recognition.examine', request: (body) => ({ url: `/api/cases/${submitted.id}/steps/examine`, as: 'county.yuci', body }), good: () => example.examine },
    { what: 'recognition.returnForSupplement', request: (body) => ({ url: `/api/cases/${submitted.id}/steps/returnForSupplement`, as: 'county.yuci', body }), good: () => example.returnForSupplement },
    { what: 'the draft', request: (body) => ({ method: 'PUT', url: `/api/cases/${draft.id}/draft`, as: 'host.iron', body }), good: () => ({ base: 0, changes: [] }) },
    { what: 'the pre-check', request: (body) => ({ url: '/api/check/recognition', as: 'host.iron', body }), good: () => ({ case: draft.id }) },
    { what: 'signing in', request: (body) => ({ url: '/api/session', body }), good: () => ({ username: 'host.iron', password: 'x' }) },
  ]
  for (const { what, request, good } of targets) {
    test(what, async () => {
      expect(paths(await refused(400, request({ ...good(), nothingOfTheKind: 1 })))).toEqual(['nothingOfTheKind'])
      let named = 0
      for (const field of Object.keys(good())) {
        for (const value of strange) {
          const { status, problem, type, text } = await sent(request({ ...good(), [field]: value }))
          if (status < 300 || [401, 409, 412, 422].includes(status)) continue
          expect({ status, type, text }, `${field}: ${JSON.stringify(value).slice(0, 40)}`).toMatchObject({ status: expect.toSatisfy((code: number) => code === 400 || code === 404), type: 'application/problem+json; charset=utf-8' })
          if (status === 400) { named++; expect(paths(problem).every((path) => path === field || path.startsWith(`${field}.`)), `${field}: ${paths(problem)}`).toBe(true) }
        }
        const { [field]: _, ...without } = good() as Record<string, unknown>
        if (field !== 'rubric') expect(paths(await refused(400, request(without)))).toEqual([field])
      }
      expect(named).toBeGreaterThan(3)
    })
  }
})

describe('addresses', () => {
  test('a wrong method answers 405 and says which are right, with and without ids in the address', async () => {
    const rows = [['DELETE', '/api/cases', 'GET, HEAD'], ['PUT', '/api/session', 'GET, HEAD, POST, DELETE'], ['DELETE', `/api/cases/${draft.id}`, 'GET, HEAD'], ['POST', `/api/cases/${draft.id}/draft`, 'GET, HEAD, PUT'], ['GET', `/api/cases/${draft.id}/steps/submit`, 'POST'], ['PATCH', '/api/cases/recognition', 'GET, HEAD, POST'], ['PATCH', '/api/worklist', 'GET, HEAD']] as const
    for (const [method, url, allow] of rows) expect((await refused(405, { method, url, as: 'host.iron' })).allow, `${method} ${url}`).toBe(allow)
  })
  test('an unknown address answers 404', async () => {
    for (const url of ['/api/nothing', '/api/cases/a/b/c/d', '/api', '/api/cases/x/steps', '/API/cases', '/api//cases', '/api/cases/RD-2026-9999']) await refused(404, { method: 'GET', url, as: 'host.iron' })
    await refused(414, { method: 'GET', url: `/api/cases/${'x'.repeat(300)}`, as: 'host.iron' })
  })
  test('an address that cannot be read, or carries what no text may hold, answers 400 or 404', async () => {
    for (const url of ['/api/cases/%', '/api/cases/%ED%A0%80', '/api/cases/%00', '/api/cases/%C0%AE', '/api/files/%00', '/api/cases/a%00b/draft', '/api/forms/%00', '/api/cases?q=%00', '/api/cases?q=%ED%A0%80', '/api/cases?county=%00', '/api/organisations/%00', '/api/public/bases/%00', '/api/public/verify?number=%00', '/api/law/%00']) {
      const { status, type } = await sent({ method: 'GET', url, as: 'host.iron' })
      expect([200, 400, 403, 404], url).toContain(status)
      if (status !== 200) expect(type, url).toBe('application/problem+json; charset=utf-8')
    }
  })
  test('a parameter of the query that is wrong, unknown or given twice is named', async () => {
    const rows = [['limit=0', 'limit'], ['limit=abc', 'limit'], ['limit=1e9', 'limit'], ['sort=hash', 'sort'], ['cursor=x', 'cursor'], ['q=a&q=b', 'q'], ['evil=1', 'evil'], ['__proto__=1', '__proto__'], [`q=${'x'.repeat(101)}`, 'q'], ['status[]=a', 'status[]']]
    for (const [query, path] of rows) expect(paths(await refused(400, { method: 'GET', url: `/api/cases?${query}`, as: 'host.iron' })), query).toEqual([path])
  })
})

describe('headers', () => {
  const submit = (headers: Record<string, string>): Sent => ({ url: `/api/cases/${draft.id}/steps/submit`, as: 'host.iron', body: example.submit, headers })
  test('a missing or unreadable If-Match answers 428, Idempotency-Key 400; both are named', async () => {
    for (const version of ['', 'abc', '-1', '1.5', '*', '"x"']) expect(paths(await refused(428, submit({ 'if-match': version })))).toEqual(['If-Match'])
    for (const key of ['', 'short', 'x'.repeat(81), 'with space in', '键键键键键键键键']) expect(paths(await refused(400, submit({ 'idempotency-key': key })))).toEqual(['Idempotency-Key'])
    expect(paths(await refused(400, { url: '/api/cases/recognition', as: 'host.iron', body: {}, headers: { 'idempotency-key': '' } }))).toEqual(['Idempotency-Key'])
  })
  test('a stale If-Match answers 412 and says who moved the case, when, and to what', async () => {
    const problem = await refused(412, { url: `/api/cases/${submitted.id}/steps/examine`, as: 'county.yuci', body: example.examine, headers: { 'if-match': '1' } })
    expect(problem.moved).toMatchObject({ by: '丁砚秋', did: 'submit', to: 'submitted', version: 2, at: expect.stringMatching(/^2026-11-23T/) })
    expect(problem.title).toContain('丁砚秋')
  })
  test('a request from another site is not carried out, whatever the method', async () => {
    const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'nonsense' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]
    for (const headers of foreign) for (const [method, url] of [['POST', '/api/session'], ['DELETE', '/api/session'], ['POST', '/api/cases/recognition'], ['PUT', `/api/cases/${draft.id}/draft`], ['POST', '/api/demo/clock']] as const) await refused(403, { method, url, as: 'host.iron', body: {}, headers })
    expect((await sent({ method: 'GET', url: '/api/session', as: 'host.iron', headers: { origin: 'https://evil.example' } })).status).toBe(200)
    expect((await sent({ url: '/api/check/recognition', as: 'host.iron', body: { case: draft.id }, headers: { host: 'zhongshi.example', origin: 'https://zhongshi.example', 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })
  test('without a session, or with an invented one, everything signed in answers 401', async () => {
    for (const as of [undefined, '0'.repeat(64), 'x', `${'0'.repeat(63)}'`, `'); drop table person; --`]) for (const url of ['/api/session', '/api/cases', `/api/cases/${draft.id}`, '/api/worklist']) await refused(401, { method: 'GET', url, ...(as && { as }) })
  })
})

test('a wrong type is told from a missing field', async () => {
  const { fields } = await refused(400, { url: '/api/cases/rule-change', as: 'city.officer', body: { ...propose(), basis: 7, validFrom: 'tomorrow' } })
  expect(fields).toEqual([{ path: 'validFrom', expected: '日期，如 2026-11-23' }, { path: 'basis', expected: '应为文字' }])
})

test('ids of others answer 404, as if there were nothing', async () => {
  for (const [method, url, body] of [['GET', `/api/cases/${draft.id}`, undefined], ['PUT', `/api/cases/${draft.id}/draft`, { base: 0, changes: [] }], ['POST', `/api/cases/${draft.id}/steps/submit`, example.submit], ['POST', '/api/check/recognition', { case: draft.id }]] as const) await refused(404, { method, url, as: 'host.robot', ...(body && { body }) })
  await refused(404, { url: `/api/cases/${submitted.id}/steps/noSuchStep`, as: 'host.robot', body: {} })
})

test('problems speak the language asked for: Chinese unless English comes first', async () => {
  const title = async (language: string) => (await refused(400, { url: '/api/cases/rule-change', as: 'city.officer', body: {}, headers: { 'accept-language': language } }))
  for (const language of ['zh-CN,zh;q=0.9,en;q=0.8', '', 'fr', 'zh']) expect(await title(language), language).toMatchObject({ title: '有内容需要更正，其余已保留。', fields: [{ expected: '必填' }, { expected: '必填' }, { expected: '必填' }] })
  for (const language of ['en', 'en-GB,en;q=0.9,zh;q=0.5', 'EN']) expect(await title(language), language).toMatchObject({ title: 'Some input needs correction; the rest is kept.', fields: [{ expected: 'required' }, { expected: 'required' }, { expected: 'required' }] })
  const grounds = async (language: string) => (await refused(422, { url: `/api/cases/${(await work.opened('coke')).id}/steps/submit`, as: await tokenOf(town, 'host.coke'), body: example.submit, headers: { 'accept-language': language } })).refusals
  expect((await grounds('zh'))?.every(({ reason, law }) => /\p{Script=Han}/u.test(reason) && /^(Art\. \d|setting:)/.test(law))).toBe(true)
  expect((await grounds('en'))?.every(({ reason }) => /[a-z]{3}/.test(reason))).toBe(true)
})

test('three hundred random bodies at every door end in 2xx or 4xx, never in a fault', async () => {
  const doors: Sent[] = [{ url: '/api/cases/recognition', as: 'host.iron' }, { url: '/api/cases/rule-change', as: 'city.officer' }, { url: `/api/cases/${draft.id}/steps/invitePartners`, as: 'host.iron' }, { method: 'PUT', url: `/api/cases/${draft.id}/draft`, as: 'host.iron' }, { url: '/api/check/recognition', as: 'host.iron' }, { url: '/api/session' }]
  const body = fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), fc.record({ change: fc.jsonValue(), validFrom: fc.jsonValue(), basis: fc.jsonValue() }), fc.record({ base: fc.integer(), changes: fc.array(fc.record({ path: fc.string(), value: fc.jsonValue() })) }), fc.record({ partners: fc.jsonValue(), reasons: fc.jsonValue() }))
  await fc.assert(fc.asyncProperty(fc.constantFrom(...doors), body, async (door, value) => { expect((await sent({ ...door, body: JSON.stringify(value) })).status).toBeLessThan(500) }), { numRuns: 300, seed: 20261123 })
})
