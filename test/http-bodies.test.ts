/** Bodies that are none, or not what they should be: a problem with 4xx that names the field; never a fault, and never stored otherwise than sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../src/contract.ts'
import { engines } from '../src/engines.ts'
import { cookieName, jsonLimit } from '../src/platform/http.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { tokenOf } from './casework.ts'
import fc from './chance.ts'
import { type Counter, openCounter, paths, type Sent } from './counter.ts'

let counter: Counter
beforeAll(async () => { counter = await openCounter() })
afterAll(() => counter.town.close())
const refused: Counter['refused'] = (status, request) => counter.refused(status, request)
const propose = (): object => engines['rule-change']?.examples.propose ?? {}

describe('JSON that is none, or says more than it should', () => {
  const change = (text: string): Sent => ({ url: '/api/cases/rule-change', as: 'city.officer', body: text })
  const rows: [what: string, body: string, path?: string][] = [
    ['a half', '{"basis": "x"'],
    ['nothing but a word', 'undefined'],
    ['two values', '{} {}'],
    ['a comment', '{/* */}'],
    ['a trailing comma', '{"a": 1,}'],
    ['a key twice', '{"basis": "一", "basis": "二"}', 'basis'],
    ['a nested key twice', '{"change": {"kind": "setting", "key": "a", "kind": "reading"}}', 'change.kind'],
    ['a key twice, once escaped', '{"basis": "一", "b\\u0061sis": "二"}', 'basis'],
    ['__proto__', '{"__proto__": {"by": "system"}}', '__proto__'],
    ['constructor', '{"change": {"constructor": {"prototype": {}}}}', 'change.constructor'],
    ['NUL', '{"basis": "a\\u0000b"}', 'basis'],
    ['half a surrogate pair', '{"basis": "\\ud83d"}', 'basis'],
    ['half a pair in a key', '{"\\udc00": 1}'],
    ['NUL deep inside', '{"change": {"off": ["x", "\\u0000"]}}', 'change.off.1'],
    ['33 levels', `${'['.repeat(34)}${']'.repeat(34)}`],
    ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ]
  for (const [what, body, path] of rows) {
    test(what, async () => {
      const problem = await refused(400, change(body))
      if (path) expect(paths(problem)).toEqual([path])
    })
  }
  test('bytes that are no UTF-8', async () => {
    const answer = await counter.town.app.inject({
      method: 'POST',
      url: '/api/cases/rule-change',
      payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      headers: { 'content-type': 'application/json' },
      cookies: { [cookieName]: await tokenOf(counter.town, 'city.officer') },
    })
    expect([answer.statusCode, (answer.json() as Problem).title]).toEqual([400, 'JSON 有误：不是 UTF-8 编码'])
  })
  test('more than a megabyte, and exactly one', async () => {
    expect((await refused(413, change(JSON.stringify({ basis: 'x'.repeat(jsonLimit) })))).title).toContain('1 MB')
    const frame = JSON.stringify({ basis: '' }).length
    await refused(400, change(JSON.stringify({ basis: 'x'.repeat(jsonLimit - frame) })))
  })
  test('a key repeated elsewhere, escaped quotes and braces within texts are nothing to complain of', async () => {
    for (const text of ['{"basis": "a\\"b{}[],:", "change": {"basis": "x"}, "validFrom": "\\\\"}', '{"change": [{"a": 1}, {"a": 2}], "a": "b"}'])
      expect((await refused(400, change(text))).title).toBe('有内容需要更正，其余已保留。')
  })
  test('something else than JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])
      await refused(415, { ...change('a=1'), headers: { 'content-type': type } })
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
    {
      what: 'panel-review.convene',
      request: (body) => ({ url: '/api/cases/panel-review', as: 'city.officer', body }),
      good: () => engines['panel-review']?.examples.convene ?? {},
    },
    {
      what: 'public-notice.publish',
      request: (body) => ({ url: '/api/cases/public-notice', as: 'city.officer', body }),
      good: () => engines['public-notice']?.examples.publish ?? {},
    },
    {
      what: 'recognition.submit',
      request: (body) => ({ url: `/api/cases/${counter.draft.id}/steps/submit`, as: 'host.iron', body, headers: { 'if-match': '0' } }),
      good: () => example.submit,
    },
    {
      what: 'recognition.examine',
      request: (body) => ({ url: `/api/cases/${counter.submitted.id}/steps/examine`, as: 'county.yuci', body }),
      good: () => example.examine,
    },
    {
      what: 'recognition.returnForSupplement',
      request: (body) => ({ url: `/api/cases/${counter.submitted.id}/steps/returnForSupplement`, as: 'county.yuci', body }),
      good: () => example.returnForSupplement,
    },
    {
      what: 'the draft',
      request: (body) => ({ method: 'PUT', url: `/api/cases/${counter.draft.id}/draft`, as: 'host.iron', body }),
      good: () => ({ base: 0, changes: [] }),
    },
    { what: 'the pre-check', request: (body) => ({ url: '/api/check/recognition', as: 'host.iron', body }), good: () => ({ case: counter.draft.id }) },
    { what: 'signing in', request: (body) => ({ url: '/api/session', body }), good: () => ({ username: 'host.iron', password: 'x' }) },
  ]
  for (const { what, request, good } of targets) {
    test(what, async () => {
      expect(paths(await refused(400, request({ ...good(), nothingOfTheKind: 1 })))).toEqual(['nothingOfTheKind'])
      let named = 0
      for (const field of Object.keys(good())) {
        for (const value of strange) {
          const { status, problem, type, text } = await counter.sent(request({ ...good(), [field]: value }))
          if (status < 300 || [401, 409, 412, 422].includes(status)) continue
          expect({ status, type, text }, `${field}: ${JSON.stringify(value).slice(0, 40)}`).toMatchObject({
            status: expect.toSatisfy((code: number) => code === 400 || code === 404),
            type: 'application/problem+json; charset=utf-8',
          })
          if (status === 400) {
            named++
            expect(
              paths(problem).every((path) => path === field || path.startsWith(`${field}.`)),
              `${field}: ${paths(problem)}`,
            ).toBe(true)
          }
        }
        const { [field]: _, ...without } = good() as Record<string, unknown>
        if (!['rubric', 'management'].includes(field)) expect(paths(await refused(400, request(without)))).toEqual([field])
      }
      expect(named).toBeGreaterThan(3)
    })
  }
})

test('a wrong type is told from a missing field', async () => {
  const { fields } = await refused(400, { url: '/api/cases/rule-change', as: 'city.officer', body: { ...propose(), basis: 7, validFrom: 'tomorrow' } })
  expect(fields).toEqual([
    { path: 'validFrom', expected: '日期，如 2026-11-23' },
    { path: 'basis', expected: '应为文字' },
  ])
})

test('three hundred random bodies at every door end in 2xx or 4xx, never in a fault', async () => {
  const doors: Sent[] = [
    { url: '/api/cases/recognition', as: 'host.iron' },
    { url: '/api/cases/rule-change', as: 'city.officer' },
    { url: `/api/cases/${counter.draft.id}/steps/invitePartners`, as: 'host.iron' },
    { method: 'PUT', url: `/api/cases/${counter.draft.id}/draft`, as: 'host.iron' },
    { url: '/api/check/recognition', as: 'host.iron' },
    { url: '/api/session' },
  ]
  const body = fc.oneof(
    fc.jsonValue({ stringUnit: 'binary' }),
    fc.record({ change: fc.jsonValue(), validFrom: fc.jsonValue(), basis: fc.jsonValue() }),
    fc.record({ base: fc.integer(), changes: fc.array(fc.record({ path: fc.string(), value: fc.jsonValue() })) }),
    fc.record({ partners: fc.jsonValue(), reasons: fc.jsonValue() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...doors), body, async (door, value) => {
      expect((await counter.sent({ ...door, body: JSON.stringify(value) })).status).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})
