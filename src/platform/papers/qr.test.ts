/** The square on a paper is read back by a decoder of other hands, from the file as it is printed. */
import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { partsOf } from '../../../test/word-text.ts'
import type { Paper } from './paper.ts'
import { pdfOf } from './pdf.ts'
import { modulesOf, verifyAddress } from './qr.ts'
import { wordOf } from './word.ts'

const forms = ['document', 'letter', 'plain', 'sheet', 'certificate'] as const
const paperOf = (form: Paper['form'], number: string | undefined = '市科字〔2026〕128号'): Paper => ({
  layout: '2026-1', form, issuer: '某市某局', mark: '某市某局文件', title: '告知书', on: '2026-01-05', blocks: [{ is: 'text', text: '第一段。' }], signature: { organ: '某市某局', on: '2026-01-05' }, ...(number && { number }),
})
const origin = 'https://zhongshi.example.gov.cn'
const code = 'YM6H-TEHP-CWRN'
const address = `${origin}/verify?number=${encodeURIComponent('市科字〔2026〕128号')}&code=${code}`

test.each(forms)('a %s as PDF carries one square, and it leads to the page of verification with number and code filled in', (form) => {
  const squares = squaresIn(pdfOf(paperOf(form), code, origin))
  expect(squares.map(read)).toEqual([address])
})

test.each(forms)('a %s in Word carries it, too', async (form) => {
  const pictures = [...partsOf(await wordOf(paperOf(form), code, origin))].filter(([name]) => name.startsWith('word/media/'))
  expect(pictures.map(([, bytes]) => readPicture(bytes))).toEqual([address])
})

test('a paper without a number is found by its code alone', () => {
  expect(squaresIn(pdfOf(paperOf('plain', ''), code, origin)).map(read)).toEqual([`${origin}/verify?number=${code}`])
})

test('where the address of the portal is not known, no square is drawn and the paper is printed as before', async () => {
  for (const form of forms) {
    expect(squaresIn(pdfOf(paperOf(form), code)), form).toEqual([])
    expect([...partsOf(await wordOf(paperOf(form), code))].filter(([name]) => name.startsWith('word/media/')), form).toEqual([])
  }
})

test.each(forms)('a %s with its square is the same bytes whenever it is printed, and of one page as without', async (form) => {
  const [first, again] = [pdfOf(paperOf(form), code, origin), pdfOf(paperOf(form), code, origin)]
  expect(first.equals(again)).toBe(true)
  expect(first.equals(pdfOf(paperOf(form), code, 'https://elsewhere.example'))).toBe(false)
  const pages = (pdf: Buffer) => /\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]
  expect(pages(first)).toBe(pages(pdfOf(paperOf(form), code)))
  expect((await wordOf(paperOf(form), code, origin)).equals(await wordOf(paperOf(form), code, origin))).toBe(true)
})

test('the decoder is no yes-man: one square with its modules turned over is not read', () => {
  const modules = modulesOf(verifyAddress(origin, paperOf('plain'), code))
  expect(read(modules)).toBe(address)
  expect(read(modules.map((row, y) => row.map((dark, x) => (x > 8 && y > 8 && (x + y) % 2 === 0 ? !dark : dark))))).not.toBe(address)
})

// Its types speak of an ES module, its code is CommonJS.
const jsQR = jsqr as unknown as typeof jsqr.default

/** Modules as a picture, with the quiet zone a reader needs. */
function read(modules: readonly (readonly boolean[])[]): string | undefined {
  const [scale, quiet] = [4, 4]
  const side = (modules.length + 2 * quiet) * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let at = 0; at < side * side; at++) if (modules[Math.floor(at / side / scale) - quiet]?.[Math.floor((at % side) / scale) - quiet]) data.fill(0, at * 4, at * 4 + 3)
  return jsQR(data, side, side)?.data
}

function readPicture(bytes: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(bytes)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

type Rect = { left: number; right: number; top: number; bottom: number }
/** What is drawn as a path of many rectangles: laid on a grid as fine as its thinnest. */
function squaresIn(pdf: Buffer): boolean[][][] {
  return streamsOf(pdf).flatMap((content) => [...content.matchAll(/((?:-?[\d.]+ -?[\d.]+ m\s+(?:-?[\d.]+ -?[\d.]+ l\s+){3,4}h\s+){40,})f/g)].map(([, path]) => gridOf(rectsIn(path ?? ''))))
}

const rectsIn = (path: string): Rect[] => path.split(/\bh\b/).filter((part) => part.includes('m')).map((part) => {
  const points = [...part.matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
})

function gridOf(rects: Rect[]): boolean[][] {
  const [left, top, right] = [Math.min(...rects.map((one) => one.left)), Math.min(...rects.map((one) => one.top)), Math.max(...rects.map((one) => one.right))]
  const module = Math.min(...rects.map((one) => one.bottom - one.top))
  const side = Math.round((right - left) / module)
  const middle = (at: number, from: number) => from + (at + 0.5) * module
  return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (__, x) => rects.some((one) => one.left < middle(x, left) && middle(x, left) < one.right && one.top < middle(y, top) && middle(y, top) < one.bottom)))
}

const streamsOf = (pdf: Buffer): string[] => [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, bytes]) => {
  try { return [inflateSync(Buffer.from(bytes ?? '', 'latin1')).toString('latin1')] } catch { return [] }
})
