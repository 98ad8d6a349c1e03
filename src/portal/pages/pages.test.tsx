import { expect, test } from 'vitest'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import { portal as en } from '../../words/en/portal.ts'
import { portal as zh } from '../../words/zh/portal.ts'
import type { Language, PortalContext, PortalPage } from '../portal.data.ts'
import { baseDetail, baseRows, home, lawInUse, noticeDetail, noticeRows, statistics, verification, draws } from '../portal.fixtures.ts'
import { articleInUse, basisOn, lapsedOn, lawOf } from '../portal.law.ts'
import { render } from './entry.tsx'
import { fill } from './formats.ts'
import { stretchesOf } from './law-validity.tsx'

const today = '2026-11-23'
const context = (lang: Language, more: Partial<PortalContext> = {}): PortalContext => ({
  lang,
  largeType: false,
  demo: true,
  today,
  now: '2026-11-23T06:40:00.000Z',
  dayKind: 'working',
  path: '/',
  origin: 'https://example.gov.cn',
  keep: {},
  styles: '/portal.css',
  basis: basisOn(lawInUse.bases, today),
  lapsedOn: lapsedOn(today),
  ...more,
})

const law = lawOf(lawInUse)
const noFilter = { field: null, county: null, status: null, q: '', page: 1 }
const list = { rows: baseRows, total: 45, page: 2, pages: 3, fields: [], counties: [], statuses: [] }

const pages: PortalPage[] = [
  { page: 'home', data: home },
  { page: 'home', data: { ...home, notices: [], bases: [], suggestions: [], capabilityTotal: 0 } },
  { page: 'bases', filter: noFilter, data: list },
  { page: 'bases', filter: { ...noFilter, q: '无' }, data: { ...list, rows: [], total: 0, page: 1, pages: 0 } },
  { page: 'base', data: baseDetail },
  {
    page: 'base',
    data: {
      ...baseDetail,
      status: 'revoked',
      about: null,
      capabilities: [],
      equipment: [],
      grades: [],
      services: null,
      officePhone: null,
      certificate: { ...baseDetail.certificate, code: null, status: 'void' },
    },
  },
  { page: 'notices', data: { open: noticeRows, past: [] } },
  { page: 'notice', data: noticeDetail },
  {
    page: 'notice',
    data: { ...noticeDetail, state: 'closed', remaining: 0, provisional: true, correctedBy: 'GS-2026-004', corrects: 'GS-2026-001' },
  },
  { page: 'draws', data: draws },
  { page: 'draws', data: [] },
  { page: 'law', data: law, settings: lawInUse.settings },
  ...regulation.articles.flatMap(({ no }): PortalPage[] => {
    const use = articleInUse(no, lawInUse)
    return use ? [{ page: 'article', number: no, data: law, use }] : []
  }),
  { page: 'verify', asked: null, data: null },
  { page: 'verify', asked: { number: 'JZ-ZS-2023-004', code: '' }, data: verification },
  { page: 'verify', asked: { number: 'X', code: '' }, data: { found: false } },
  { page: 'verify', asked: { number: 'X', code: '' }, data: { tooOften: 61 } },
  {
    page: 'verify',
    asked: { number: 'YM6H-TEHP-CWRN', code: '' },
    data: {
      found: true,
      kind: 'paper',
      paper: { code: 'YM6H-TEHP-CWRN', words: { zh: '公示', en: 'Public notice' }, number: null, issuer: { name: '晋中市科学技术局', demo: true }, issuedOn: '2026-11-23', state: 'replaced', since: '2026-11-25', because: { zh: '公示内容有更正，另行公示', en: 'Corrected' }, law: 'setting:publicity.correction', base: null, changes: [], replacedBy: 'GS-2026-0002', sha256: 'a'.repeat(64), pdfSha256: null },
    },
  },
  { page: 'statistics', data: statistics },
  { page: 'data' },
  { page: 'accessibility' },
  { page: 'privacy' },
  { page: 'missing' },
  { page: 'fault', number: '7F3A' },
]

test.each(['zh', 'en'] as const)('every page is a whole document in %s, with nothing left to fill in', (lang) => {
  for (const page of pages) {
    const html = render(page, context(lang))
    expect(html, page.page).toMatch(/^<!doctype html><html lang="(zh-CN|en)"/)
    expect(html, page.page).toMatch(/<title>[^<]{4,}<\/title><meta name="description" content="[^"]{5,}"/)
    expect(html.match(/<h1/g), page.page).toHaveLength(1)
    expect(html, page.page).not.toMatch(/\{\{|undefined|NaN|\[object/)
  }
})

test('a base that is suspended says so over everything else, since when; another does not', () => {
  const held = render({ page: 'base', data: { ...baseDetail, status: 'suspended', heldSince: '2026-11-20' } }, context('zh'))
  expect(held).toContain('自 2026-11-20 起暂停')
  expect(render({ page: 'base', data: baseDetail }, context('zh'))).not.toContain('起暂停')
})

test('the figures show every status, and what the registers hold together', () => {
  const html = render({ page: 'statistics', data: statistics }, context('zh'))
  for (const says of [...Object.values(zh.statuses), zh.statistics.means, '18,640.5']) expect(html).toContain(says)
})

test('no page carries a script or an inline style', () => {
  for (const page of pages) expect(render(page, context('zh')), page.page).not.toMatch(/<script|<style| style=| on\w+="|javascript:/)
})

test('what the data holds is escaped, wherever it stands', () => {
  const nasty = '"><script>alert(1)</script>'
  const shown = [
    render({ page: 'base', data: { ...baseDetail, name: nasty, about: nasty, address: nasty } }, context('zh')),
    render({ page: 'notice', data: { ...noticeDetail, title: nasty, text: [nasty] } }, context('zh')),
    render({ page: 'verify', asked: { number: nasty, code: nasty }, data: { found: false } }, context('en')),
    render({ page: 'bases', filter: { ...noFilter, q: nasty }, data: list }, context('en', { path: `/bases?q=${nasty}` })),
    render({ page: 'missing' }, context('zh', { path: `/${nasty}` })),
    render({ page: 'fault', number: nasty }, context('zh', { path: `/${nasty}` })),
  ]
  for (const html of shown) expect(html).not.toContain('<script')
})

test('article text is never translated: English pages keep the Chinese and mark the gloss as unofficial', () => {
  const html = render({ page: 'law', data: law, settings: [] }, context('en'))
  for (const { text, no } of regulation.articles) {
    expect(html).toContain(`id="${no}"`)
    for (const paragraph of text) expect(html).toContain(paragraph.text)
  }
  expect(html).toContain(en.law.gloss)
})

test('Art. 10: the items have their own addresses on the page of the article', () => {
  const use = articleInUse(10, lawInUse)
  const html = use ? render({ page: 'article', number: 10, data: law, use }, context('zh')) : ''
  for (const item of [1, 2, 3, 4]) expect(html).toContain(`<p id="${item}">`)
  expect(html).toContain(zh.law.settingsTitle)
})

test('Art. 22: the band shows the trial period, the gap and the basis, without holes', () => {
  const stretches = stretchesOf(law, '2026-12-31')
  expect(stretches.map(({ kind, from }) => [kind, from])).toEqual([
    ['trial', '2023-01-21'],
    ['gap', '2025-01-21'],
    ['basis', '2025-03-03'],
  ])
  expect(stretchesOf({ ...law, bases: [] }, today).at(-1)).toMatchObject({ kind: 'gap', from: '2025-01-21', to: today })
  expect(stretchesOf(law, '2027-02-01').at(-1)).toMatchObject({ kind: 'gap', from: '2027-01-01' })
})

test('Art. 22: where no basis is recorded the page says that signing is closed', () => {
  expect(render({ page: 'home', data: home }, context('zh', { basis: null }))).toContain(zh.lapsed.none)
  expect(render({ page: 'home', data: home }, context('zh', { basis: null, lapsedOn: null }))).not.toContain(zh.lapsed.none)
})

test('a code that differs shows nothing of the certificate', () => {
  if (!verification.found) throw new Error('The fixture is a certificate that was found')
  const html = render(
    { page: 'verify', asked: { number: 'JZ-ZS-2023-004', code: 'AAAA' }, data: { ...verification, code: 'differs' } },
    context('zh'),
  )
  expect(html).toContain(zh.verify.differs)
  expect(html).not.toContain(baseDetail.name)
})

test('outside of the demo no demo telephone and no demo mark of the site is shown', () => {
  const html = render({ page: 'notice', data: { ...noticeDetail, demo: false } }, context('zh', { demo: false }))
  expect(html).not.toContain(zh.oneNotice.officePhone)
  expect(html).not.toContain(zh.site.contact)
  expect(html).toContain(zh.oneNotice.asPrinted)
})

test('the chosen language travels in links until a cookie keeps it', () => {
  const html = render({ page: 'home', data: home }, context('en', { keep: { lang: 'en' } }))
  expect(html).toContain('href="/law?lang=en"')
  expect(html).toContain('<input type="hidden" name="lang" value="en"/>')
})

test('values are filled in, numbers grouped, and English picks singular and plural', () => {
  expect(fill('{{n}} {{n|base|bases}}, {{x}}', { n: 1, x: '2026' })).toBe('1 base, 2026')
  expect(fill('{{n}} {{n|base|bases}}', { n: 12345 })).toBe('12,345 bases')
})

test('both languages take the same values', () => {
  const names = (text: string) => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort()
  const compare = (left: object, right: object, path: string) => {
    for (const [key, value] of Object.entries(left)) {
      const other = (right as Record<string, unknown>)[key]
      if (typeof value === 'string') expect(names(String(other)), `${path}.${key}`).toEqual(names(value))
      else compare(value as object, other as object, `${path}.${key}`)
    }
  }
  compare(zh, en, 'portal')
})

test.each([['zh', '验证次数过多，请在 42 分钟后再试。'], ['en', 'Too many verifications. Try again in 42 minutes.']] as const)('who verifies too often reads in %s how long to wait, and what was typed stays', (lang, told) => {
  const html = render({ page: 'verify', asked: { number: 'JZZSJD-2026-001', code: 'YM6H-TEHP-CWRN' }, data: { tooOften: 2500 } }, context(lang))
  expect(html).toContain(told)
  for (const typed of ['JZZSJD-2026-001', 'YM6H-TEHP-CWRN']) expect(html).toContain(`value="${typed}"`)
})

test('a certificate says what changed in public since it was printed', () => {
  const changes = [{ on: '2026-09-21', says: { zh: '更名，原名晋中市负极材料中试基地', en: 'Renamed, before: X' }, law: 'Art. 15' as const }]
  const html = render({ page: 'verify', asked: { number: 'JZ-ZS-2023-004', code: '' }, data: { ...verification, changes } }, context('zh'))
  expect(html).toContain('更名，原名晋中市负极材料中试基地')
  expect(html).toContain(zh.verify.changesNote)
})
