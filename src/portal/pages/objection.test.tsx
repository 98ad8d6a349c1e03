import { expect, test } from 'vitest'
import { portal as en } from '../../words/en/portal.ts'
import { portal as zh } from '../../words/zh/portal.ts'
import type { Language, PortalContext, PortalPage } from '../portal.data.ts'
import { noticeDetail } from '../portal.fixtures.ts'
import { render } from './entry.tsx'

const context = (lang: Language): PortalContext => ({
  lang, largeType: false, demo: true, today: '2026-11-23', now: '2026-11-23T06:40:00.000Z', dayKind: 'working', path: '/objections', origin: 'https://example.gov.cn', keep: { lang }, styles: '/portal.css', basis: null, lapsedOn: null,
})
const offered = { intention: '0'.repeat(32), acceptDays: 3, factsChars: 20, files: 5, maxMB: 10, categories: [{ id: 'conditions', words: { zh: '不符合条件', en: 'Conditions not met' } }] }
const typed = { kind: 'unit', name: '某单位', contact: '0354', row: '1', category: 'conditions', facts: '太短', evidence: '', confidential: '', consent: '' }
const faults = [{ field: 'facts' as const, says: { zh: '至少 20 字，现有 2 字', en: 'At least 20 characters; there are 2' } }]
const sending = { ticket: 'ab'.repeat(16), sent: 1, files: 5, maxMB: 10 }
const receipt = { number: 'YY-2026-0001', code: '7K2M94QF7K2M94QF', row: '晋中市某中试基地', notice: 'GS-2026-003', kind: 'objection' as const, because: null, before: false, sending }
const state = { number: 'YY-2026-0001', code: receipt.code, kind: 'objection' as const, row: receipt.row, notice: receipt.notice, filedOn: '2026-11-23', status: 'filed', says: { zh: '待受理', en: 'Filed' }, dueOn: '2026-11-26', told: null, outcome: null, mayWithdraw: true, sending }
const open: PortalPage = { page: 'object', notice: { ...noticeDetail, state: 'open' }, offered, typed: null, faults: [], late: false, wait: null }
const faulty: PortalPage = { ...open, typed, faults }

const pages: PortalPage[] = [
  open, faulty, { ...open, typed, wait: 12 }, { page: 'objections', asked: { number: 'X', code: '7K' }, state: null, wait: 12 }, { ...faulty, late: true },
  { page: 'receipt', receipt }, { page: 'receipt', receipt: { ...receipt, number: 'XS-2026-0001', kind: 'lead', because: 'late', sending: null } }, { page: 'receipt', receipt: { ...receipt, kind: 'lead', because: 'anonymous' } },
  { page: 'objections', asked: null, state: null, wait: null }, { page: 'objections', asked: { number: 'X', code: '' }, state: null, wait: null }, { page: 'objections', asked: { number: 'X', code: '' }, state, wait: null },
  { page: 'objections', asked: { number: 'X', code: '' }, wait: null, state: { ...state, status: 'answered', told: '答复', outcome: { zh: '不成立', en: 'Not upheld' }, mayWithdraw: false, sending: null } },
  { page: 'sent', sent: { is: 'sent', number: receipt.number, sending, taken: ['a.pdf'], refused: [{ zh: '没有收下', en: 'not taken' }] } },
  ...(['tooMany', 'tooLarge', 'gone', 'malformed'] as const).map((why): PortalPage => ({ page: 'refused', why })),
]

test.each(['zh', 'en'] as const)('every page of objecting is a whole document in %s, without scripts and inline styles', (lang) => {
  for (const page of pages) {
    const html = render(page, context(lang))
    expect(html.match(/<h1/g), page.page).toHaveLength(1)
    expect(html, page.page).not.toMatch(/\{\{|undefined|NaN|\[object|<script|<style| style=| on\w+="|javascript:/)
    if (page.page !== 'objections' || page.asked) expect(html, page.page).toContain('noindex')
  }
})

test('what stays private is said before the first field', () => {
  const html = render(open, context('zh'))
  expect(html.indexOf(zh.objection.private1)).toBeGreaterThan(0)
  expect(html.indexOf(zh.objection.private1)).toBeLessThan(html.indexOf('name="name"'))
})

test('a fault stands beside its field and in the summary, and what was typed is kept', () => {
  const html = render(faulty, context('zh'))
  expect(html).toMatch(/<textarea[^>]*id="facts"[^>]*aria-invalid="true"[^>]*aria-describedby="facts-help facts-fault"[^>]*>\s*太短<\/textarea>/)
  expect(html).toContain('<a href="#facts">')
  expect(html).toContain('value="某单位"')
  expect(html).toMatch(/<input type="radio" name="kind" (checked="" )?value="unit"( checked="")?/)
})

test('nothing of a receipt goes into an address', () => {
  for (const page of pages) for (const [, address] of render(page, context('en')).matchAll(/(?:href|action)="([^"]*)"/g)) expect(address).not.toMatch(/7K2M/)
})

test('every field and control has its label', () => {
  for (const page of [open, faulty]) {
    const html = render(page, context('en'))
    for (const [, id] of html.matchAll(/<(?:input|textarea|select) (?![^>]*type="(?:hidden|radio|checkbox)")[^>]*\bid="(\w+)"/g)) expect(html, id).toContain(`<label for="${id}">`)
    for (const [, field] of html.matchAll(/href="#(\w+)"/g)) expect(html).toContain(`id="${field}"`)
  }
})

test('an open notice leads to the form, a closed one to reporting a lead', () => {
  const at = `/notices/${encodeURIComponent(noticeDetail.number)}/object`
  const shown = render({ page: 'notice', data: { ...noticeDetail, state: 'open' } }, { ...context('zh'), keep: {} })
  expect(shown).toContain(`href="${at}"`)
  expect(shown).toContain(zh.objection.open)
  expect(render({ page: 'notice', data: { ...noticeDetail, state: 'closed' } }, { ...context('en'), keep: {} })).toContain(en.objection.leadLink)
})

test.each([['zh', '请在 12 分钟后再试'], ['en', 'Try again in 12 minutes']] as const)('who objects too often reads in %s how long to wait, and everything written stays', (lang, told) => {
  const html = render({ ...open, typed, wait: 12 } as PortalPage, context(lang))
  expect(html).toContain(told)
  expect(html).toContain('value="某单位"')
  expect(html).toMatch(/<textarea[^>]*id="facts"[^>]*>\s*太短<\/textarea>/)
})
