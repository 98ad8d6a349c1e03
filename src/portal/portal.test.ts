import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fixtureQueries, lawInUse } from './portal.fixtures.ts'
import { articleInUse, basisOn, lapsedOn } from './portal.law.ts'
import { portalPages, type PortalRequest } from './portal.ts'

// A renderer that shows what it was given; the real one is tested beside the pages.
const folder = mkdtempSync(join(tmpdir(), 'portal-'))
const renderer = join(folder, 'entry.mjs')
writeFileSync(
  renderer,
  'export const styles = "a{}"; export const favicon = "<svg/>"; export const render = (page, context) => JSON.stringify({ page, context })',
)
afterAll(() => rmSync(folder, { recursive: true }))

const portal = portalPages(fixtureQueries, { renderer })
const request = (more: Partial<PortalRequest> = {}): PortalRequest => ({
  params: {},
  query: {},
  cookies: {},
  path: '/',
  origin: 'https://example.gov.cn',
  address: '192.0.2.1',
  ...more,
})
const get = async (path: string, more: Partial<PortalRequest> = {}) => {
  const route = portal.pages.find((page) => page.path === path)
  if (!route) throw new Error(`No route ${path}`)
  const answer = await route.handle(request(more))
  return { ...answer, shown: answer.body.startsWith('{') ? JSON.parse(answer.body) : null }
}

test('every page answers, live and never from a stale cache', async () => {
  const params: Record<string, Record<string, string>> = {
    '/bases/:id': { id: 'JZ-ZS-2023-004' },
    '/notices/:number': { number: 'GS-2026-003' },
    '/law/:article': { article: '10' },
  }
  for (const { path } of portal.pages) {
    const answer = await get(path, { params: params[path] ?? {} })
    expect(answer.status, path).toBe(200)
    if (answer.shown)
      expect(answer.headers, path).toMatchObject({
        'cache-control': 'no-cache',
        vary: 'Cookie',
        'content-type': 'text/html; charset=utf-8',
      })
  }
})

test.each([
  ['/bases/:id', { id: 'nobody' }],
  ['/notices/:number', { number: 'none' }],
  ['/law/:article', { article: '23' }],
  ['/law/:article', { article: '10x' }],
])('%s with %o is not found', async (path, params) => {
  const answer = await get(path, { params })
  expect(answer.status).toBe(404)
  expect(answer.shown.page.page).toBe('missing')
})

test('an unchanged page costs no body', async () => {
  const { headers } = await get('/')
  expect(await get('/', { ifNoneMatch: headers.etag })).toMatchObject({ status: 304, body: '' })
})

test('the address chooses the language, a cookie keeps it, links carry it meanwhile', async () => {
  const first = await get('/', { query: { lang: 'en' } })
  expect(first.shown.context).toMatchObject({ lang: 'en', keep: { lang: 'en' } })
  expect(first.headers['set-cookie']).toMatch(/^lang=en; .*HttpOnly; Secure$/)
  const second = await get('/', { cookies: { lang: 'en', type: 'large' } })
  expect(second.shown.context).toMatchObject({ lang: 'en', largeType: true, keep: {} })
  expect(second.headers['set-cookie']).toBeUndefined()
})

test('filters that are not understood are not asked for', async () => {
  const { shown } = await get('/bases', {
    query: { status: 'gone', county: "140702' or 1=1", field: ['a', 'b'], page: '-3', q: ` ${'长'.repeat(90)} ` },
  })
  expect(shown.page.filter).toEqual({ q: '长'.repeat(60), field: null, county: null, status: null, page: 1 })
})

test('a certificate number may be typed in small letters; an empty one is no question', async () => {
  expect((await get('/verify', { query: { number: ' jz-zs-2023-004 ' } })).shown.page.data).toMatchObject({ found: true, code: 'notAsked' })
  expect((await get('/verify', { query: { number: ' ' } })).shown.page.asked).toBeNull()
})

test('the fault page asks the database nothing', async () => {
  const down = new Proxy(fixtureQueries, { get: () => () => Promise.reject(new Error('The database is down')) })
  const answer = await portalPages(down, { renderer }).failed(request(), '7F3A')
  expect(answer).toMatchObject({ status: 500, headers: { 'cache-control': 'no-store' } })
  expect(answer.body).toContain('7F3A')
})

test.each([
  ['2025-01-20', null],
  ['2025-01-21', '2025-01-20'],
])('Art. 22: on %s the last day that has passed is %s', (today, last) => expect(lapsedOn(today)).toBe(last))

test.each([
  ['2025-03-02', false],
  ['2025-03-03', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('Art. 22: on %s a recorded basis is in use: %s', (today, inUse) => expect(basisOn(lawInUse.bases, today) !== null).toBe(inUse))

test('Art. 10: steps, settings and readings stand with their article, judgements are left to people', () => {
  const use = articleInUse(10, lawInUse)
  expect(use?.steps).toHaveLength(5)
  expect(use?.settings.map(({ key }) => key)).toContain('notice.days')
  expect(use?.leftToPeople.length).toBeGreaterThan(0)
  expect(articleInUse(9, lawInUse)?.steps).toEqual([])
})

test('nothing a page is given names a natural person', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => /^portal\.data(\.\w+)?\.ts$/.test(file))
  const types = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n').replace(/\/\*\*[\s\S]*?\*\//g, '')
  const fields = [...types.matchAll(/(\w+)\??:/g)].map(([, field]) => field ?? '')
  const personal =
    /person|people|staff|director|expert|objector|officer|applicant|contact|mobile|email|idCard|identity|birth|bornOn|account|username|signer/i
  // Judgement left to people in general, not to anybody by name.
  expect(fields.filter((field) => personal.test(field) && field !== 'leftToPeople')).toEqual([])
  expect(fields.length).toBeGreaterThan(100)
  expect(personal.test('directorName')).toBe(true)
})

test('the portal and the workbench share one block of tokens, word for word', () => {
  const block = (path: string) => {
    const file = new URL(path, import.meta.url)
    return existsSync(file) ? /:root\s*\{[\s\S]*?\n\}/.exec(readFileSync(file, 'utf8'))?.[0] : undefined
  }
  const [own, web] = [block('portal.css'), block('../web/zhongshi.css')]
  expect(own).toContain('--ink:#14262A')
  if (web) expect(own).toBe(web)
})
