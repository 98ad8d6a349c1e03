import { expect, test, vi } from 'vitest'
import { longDate, type Paper } from './paper.ts'
import { pdfOf } from './pdf.ts'
import { wordOf } from './word.ts'

const plain = (blocks: Paper['blocks'], more: Partial<Paper> = {}): Paper => ({ layout: '2026-1', form: 'plain', issuer: '某市某局', title: '告知书', on: '2026-01-05', blocks, ...more })
const everything: Paper = plain([
  { is: 'text', text: '第一段。' }, { is: 'heading', level: 1, text: '一、标题' }, { is: 'heading', level: 2, text: '（一）二级。', follows: '接排。' }, { is: 'heading', level: 3, text: '1.三级' },
  { is: 'fields', rows: [{ label: '名称', value: '值', wide: true }, { label: '甲', value: '一' }, { label: '乙', value: '二' }, { label: '丙', value: '三' }] },
  { is: 'table', sums: 1, columns: [{ head: '项', width: 3 }, { head: '分', align: 'right' }], rows: [['甲', '1'], ['合计', '1']] },
  { is: 'checklist', answers: ['是', '否'], rows: [{ no: '1', asks: '有无', answer: 1, note: '无' }, { no: '2', asks: '未答', answer: null }] },
  { is: 'signatures', rows: [{ role: '签字', names: ['李演示'], on: '2026年1月5日' }] },
], { number: 'XX-2026-0001', addressee: '某单位', attachments: ['名单', '样式'], remedies: '可以申请行政复议。', signature: { organ: '某市某局', on: '2026-01-05' }, openness: 'open', imprint: { copies: '某办', printer: '某局办公室', on: '2026-01-05' }, note: '小字', mark: '某市某局文件' })

const pagesOf = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1])

test.each(['document', 'letter', 'plain', 'sheet', 'certificate'] as const)('a %s is PDF/A-2b, and the same paper gives the same bytes', (form) => {
  const pdf = pdfOf({ ...everything, form }, 'AAAA-BBBB-CCCC')
  const source = pdf.toString('latin1')
  expect(source.startsWith('%PDF-1.7')).toBe(true)
  expect(source).toMatch(/pdfaid:part>2</)
  expect(source).toMatch(/pdfaid:conformance>B</)
  expect(pdf.equals(pdfOf({ ...everything, form }, 'AAAA-BBBB-CCCC'))).toBe(true)
  expect(pdf.equals(pdfOf({ ...everything, form, issuer: '另一局' }, 'AAAA-BBBB-CCCC'))).toBe(false)
})

test.each(['document', 'letter', 'plain', 'sheet', 'certificate'] as const)('a %s in Word gives the same bytes whenever it is written', async (form) => {
  const written = async (at: string) => {
    vi.useFakeTimers({ now: new Date(at), toFake: ['Date'] })
    try { return await wordOf({ ...everything, form }, 'AAAA-BBBB-CCCC') } finally { vi.useRealTimers() }
  }
  const first = await written('2026-11-23T01:00:00.000Z')
  const again = await written('2027-02-01T05:06:07.000Z')
  expect(first.subarray(0, 2).toString()).toBe('PK')
  expect(first.equals(again)).toBe(true)
})

test('GB/T 9704-2012: a page takes 22 lines of 28 characters', () => {
  // One flush paragraph, so that every line is full; on the first page the title takes lines of its own.
  const pages = (characters: number) => pagesOf(pdfOf(plain([{ is: 'text', flush: true, text: '字'.repeat(characters) }]), 'A'))
  const first = Array.from({ length: 22 }, (_, at) => at + 1).findLast((lines) => pages(28 * lines) === 1) ?? 0
  expect(first).toBeGreaterThan(15)
  for (const more of [0, 1, 2]) {
    expect(pages(28 * (first + 22 * more)), `page ${more + 1} full`).toBe(more + 1)
    expect(pages(28 * (first + 22 * more) + 1), `page ${more + 1} and one character`).toBe(more + 2)
  }
})

test('characters outside GB 2312 are printed, in whatever face they stand; what no face has becomes 〓', () => {
  const rare = '喆堃玥祎赟镕㎡䶮'
  const bytes = (text: string) => pdfOf(plain([{ is: 'heading', level: 1, text }, { is: 'heading', level: 2, text }, { is: 'text', text }], { title: text }), 'A')
  expect(bytes(rare).equals(bytes('〓'.repeat([...rare].length)))).toBe(false)
  expect(bytes('\u{30EDE}').equals(bytes('〓'))).toBe(true)
})

test('text is text: what looks like markup or script is printed as it is written', () => {
  const hostile = '#import "x" $a$ *b* _c_ @d <e> \\ ] } " \' // /* #panic()'
  expect(() => pdfOf(plain([{ is: 'text', text: hostile }, { is: 'table', columns: [{ head: hostile }], rows: [[hostile]] }], { title: hostile, addressee: hostile, number: hostile }), hostile)).not.toThrow()
})

test('dates carry no leading zeros', () => {
  expect(longDate('2026-01-05')).toBe('2026年1月5日')
})
