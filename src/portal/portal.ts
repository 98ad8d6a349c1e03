/**
 * The public portal, server side: which address shows which page, and what is asked for it. No SQL here, no HTTP library;
 * the composition answers the questions (PortalQueries) and mounts the list.
 */
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { BaseFilter, BaseStatus, Language, PortalContext, PortalPage, PortalQueries } from './portal.data.ts'
import { articleInUse, basisOn, lapsedOn, lawOf } from './portal.law.ts'

export type { PortalQueries } from './portal.data.ts'

export type PortalRequest = {
  params: Readonly<Record<string, string | undefined>>
  /** As the HTTP library parsed it; a name given twice is an array and is not understood. */
  query: Readonly<Record<string, unknown>>
  cookies: Readonly<Record<string, string | undefined>>
  /** As asked for, with its query. */
  path: string
  /** Scheme and host the public knows: "https://example.gov.cn". */
  origin: string
  /** Of the client, as far as the proxies are to be believed. */
  address: string
  /** The header If-None-Match, when there is one. */
  ifNoneMatch?: string | undefined
}

export type PortalAnswer = { status: number; body: string; headers: Record<string, string> }

export type PortalRoute = { method: 'GET'; path: string; handle: (request: PortalRequest) => Promise<PortalAnswer> }

export type Portal = {
  pages: PortalRoute[]
  /** Any page, for what is mounted beside the list. */
  show: (request: PortalRequest, page: PortalPage, status?: number) => Promise<PortalAnswer>
  /** For addresses nobody knows. */
  missing: (request: PortalRequest) => Promise<PortalAnswer>
  /** For faults: asks nothing of the database. `number` is what the reader may quote. */
  failed: (request: PortalRequest, number: string) => Promise<PortalAnswer>
}

/** What the built module exports; see pages/entry.tsx. */
type Renderer = { render: (page: PortalPage, context: PortalContext) => string; styles: string; favicon: string }

/** `renderer`: path of the built module, dist/portal/entry.js. */
export function portalPages(queries: PortalQueries, { renderer }: { renderer: string }): Portal {
  let loaded: Promise<Loaded> | undefined
  // A failed import is tried again at the next page instead of being kept.
  const load = () => (loaded ??= loadRenderer(renderer).catch((fault: unknown) => { loaded = undefined; throw fault }))

  const answer = async (request: PortalRequest, page: PortalPage, status = 200): Promise<PortalAnswer> => {
    const { render, stylesAt } = await load()
    const [moment, use] = await Promise.all([queries.moment(), queries.lawBasis()])
    const { basis, lapsed } = { basis: basisOn(use.bases, moment.today), lapsed: lapsedOn(moment.today) }
    const html = render(page, {
      ...readerOf(request),
      ...moment,
      path: request.path,
      origin: request.origin,
      styles: stylesAt,
      basis,
      lapsedOn: lapsed,
    })
    return sent(request, html, status)
  }

  const missing = (request: PortalRequest) => answer(request, { page: 'missing' }, 404)

  const failed = async (request: PortalRequest, number: string): Promise<PortalAnswer> => {
    const { render, stylesAt } = await load()
    const still = { demo: false, today: null, now: null, dayKind: null, basis: null, lapsedOn: null }
    const html = render(
      { page: 'fault', number },
      { ...readerOf(request), ...still, path: request.path, origin: request.origin, styles: stylesAt },
    )
    return { status: 500, body: html, headers: { ...htmlHeaders, 'cache-control': 'no-store' } }
  }

  /** Shows what `ask` finds, or that there is no such page. */
  const at = (path: string, ask: (request: PortalRequest) => Promise<PortalPage | null>): PortalRoute => ({
    method: 'GET',
    path,
    handle: async (request) => {
      const page = await ask(request)
      return page ? answer(request, page) : missing(request)
    },
  })

  const file = (path: string, of: (renderer: Loaded) => string, headers: Record<string, string>): PortalRoute => ({
    method: 'GET',
    path,
    handle: async () => ({ status: 200, body: of(await load()), headers }),
  })

  return {
    show: answer,
    missing,
    failed,
    pages: [
      at('/', async () => ({ page: 'home', data: await queries.home() })),
      at('/bases', async ({ query }) => {
        const filter = filterOf(query)
        return { page: 'bases', filter, data: await queries.bases(filter) }
      }),
      at('/bases/:id', async ({ params }) => {
        const data = await queries.base(params.id ?? '')
        return data && { page: 'base', data }
      }),
      at('/grades', async () => ({ page: 'grades', data: await queries.grades() })),
      at('/revocations', async () => ({ page: 'revocations', data: await queries.revocations() })),
      at('/notices', async () => ({ page: 'notices', data: await queries.notices() })),
      at('/notices/:number', async ({ params }) => {
        const data = await queries.notice(params.number ?? '')
        return data && { page: 'notice', data }
      }),
      at('/draws', async () => ({ page: 'draws', data: await queries.draws() })),
      at('/law', async () => {
        const use = await queries.lawBasis()
        return { page: 'law', data: lawOf(use), settings: use.settings }
      }),
      at('/law/:article', async ({ params }) => {
        const [number, law] = [/^\d{1,2}$/.test(params.article ?? '') ? Number(params.article) : 0, await queries.lawBasis()]
        const use = articleInUse(number, law)
        return use && { page: 'article', number, data: lawOf(law), use }
      }),
      {
        method: 'GET',
        path: '/verify',
        handle: async (request) => {
          const asked = { number: cut(request.query.number, 40).toUpperCase(), code: cut(request.query.code, 20).toUpperCase() }
          if (!asked.number) return answer(request, { page: 'verify', asked: null, data: null })
          const data = await queries.verify(asked.number, asked.code || null, request.address)
          return 'tooOften' in data ? waits(await answer(request, { page: 'verify', asked, data }, 429), data.tooOften) : answer(request, { page: 'verify', asked, data })
        },
      },
      at('/statistics', async () => ({ page: 'statistics', data: await queries.statistics() })),
      at('/data', async () => ({ page: 'data' })),
      at('/accessibility', async () => ({ page: 'accessibility' })),
      at('/privacy', async () => ({ page: 'privacy' })),
      file('/portal.css', ({ styles }) => styles, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
      file('/favicon.svg', ({ favicon }) => favicon, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
      file('/robots.txt', () => 'User-agent: *\nDisallow: /api/\nDisallow: /work/\n', {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'public, max-age=86400',
      }),
    ],
  }
}

type Loaded = Renderer & { stylesAt: string }

async function loadRenderer(path: string): Promise<Loaded> {
  const renderer: Renderer = await import(pathToFileURL(path).href)
  return { ...renderer, stylesAt: `/portal.css?v=${fingerprint(renderer.styles)}` }
}

const statuses: readonly BaseStatus[] = ['building', 'operating', 'rectifying', 'suspended', 'revoked', 'left']

/** Parsed once at the door: what is not understood is not asked for. */
function filterOf(query: PortalRequest['query']): BaseFilter {
  const code = (value: unknown) => (typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? value : null)
  const page = cut(query.page, 5)
  return {
    q: cut(query.q, 60),
    field: code(query.field),
    county: code(query.county),
    status: statuses.find((status) => status === query.status) ?? null,
    page: /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : 1,
  }
}

const cut = (value: unknown, length: number) => (typeof value === 'string' ? value.trim().slice(0, length) : '')

/** Language and type size: the address wins over the cookie, and travels in links until the cookie holds it. */
function readerOf({ query, cookies }: PortalRequest): { lang: Language; largeType: boolean; keep: Record<string, string> } {
  const cookieLang: Language = cookies.lang === 'en' ? 'en' : 'zh'
  const cookieType = cookies.type === 'large' ? 'large' : 'normal'
  const lang = query.lang === 'en' || query.lang === 'zh' ? query.lang : cookieLang
  const type = query.type === 'large' || query.type === 'normal' ? query.type : cookieType
  return { lang, largeType: type === 'large', keep: { ...(lang !== cookieLang && { lang }), ...(type !== cookieType && { type }) } }
}

/** Pages are live: they may be kept, but are asked for again each time; an unchanged one costs no body. */
function sent(request: PortalRequest, body: string, status: number): PortalAnswer {
  const etag = `W/"${fingerprint(body)}"`
  const cookies = cookiesOf(request)
  const headers = { ...htmlHeaders, 'cache-control': 'no-cache', etag, ...(cookies && { 'set-cookie': cookies }) }
  return status === 200 && request.ifNoneMatch === etag && !cookies ? { status: 304, body: '', headers } : { status, body, headers }
}

/** An answer that says when to come again; nobody keeps it. */
export const waits = ({ status, body, headers: { etag: _, ...headers } }: PortalAnswer, seconds: number): PortalAnswer =>
  ({ status, body, headers: { ...headers, 'cache-control': 'no-store', 'retry-after': String(seconds) } })

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8', vary: 'Cookie' }

/** Only what the reader has just chosen; one header, so one choice at a time: type size before language. */
function cookiesOf({ query, cookies, origin }: PortalRequest): string | undefined {
  const cookie = (name: string, value: string) =>
    `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${origin.startsWith('https:') ? '; Secure' : ''}`
  const { lang, type } = query
  if ((type === 'large' || type === 'normal') && cookies.type !== type) return cookie('type', type)
  if ((lang === 'zh' || lang === 'en') && cookies.lang !== lang) return cookie('lang', lang)
  return undefined
}

const fingerprint = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)
