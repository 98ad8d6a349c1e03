/** What a browser loads before it shows the worklist, and what each further page adds; as sent, compressed. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built } from './journeys/dist.ts'
import { openTown } from './town.ts'

type Chunk = { file: string; src?: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[]; dynamicImports?: string[]; css?: string[] }

const kB = 1000
let folder = ''
let webDir = ''
let manifest: Record<string, Chunk> = {}
beforeAll(async () => {
  ({ folder, webDir } = await built())
  manifest = JSON.parse(readFileSync(join(webDir, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files of a chunk, with everything it cannot run without. */
function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const { file, imports = [], css = [] } = manifest[name]!
  if (seen.has(file)) return seen
  for (const one of [file, ...css]) seen.add(one)
  for (const one of imports) filesOf(one, seen)
  return seen
}
const weightOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webDir, file))).length, 0)
const named = (end: string) => Object.keys(manifest).find((name) => name.endsWith(end))!

/** The page itself, its entry, one language and the worklist. */
const first = () => new Set(['index.html', ...filesOf(named('index.html')), ...filesOf(named('words/zh/workbench.ts')), ...filesOf(named('worklist.page.tsx'))])

test('the first load of the workbench is at most 350 kB', () => {
  expect(weightOf(first())).toBeLessThanOrEqual(350 * kB)
})

test('every later page adds at most 80 kB', () => {
  const there = first()
  const pages = Object.entries(manifest).filter(([, { isDynamicEntry }]) => isDynamicEntry).map(([name]) => name)
  expect(pages.filter((name) => name.endsWith('.page.tsx')).length).toBeGreaterThan(15)
  const heavy = pages.map((name) => ({ name, bytes: weightOf([...filesOf(name)].filter((file) => !there.has(file))) })).filter(({ bytes }) => bytes > 80 * kB)
  expect(heavy).toEqual([])
})

test('what was packed when built is what is sent, to each as it can take it, and is the file itself', async () => {
  const town = await openTown({ webDir })
  const { file } = manifest[named('index.html')]!
  const plain = readFileSync(join(webDir, file))
  const asked = async (encoding: string) => { const { headers, rawPayload } = await town.app.inject({ url: `/work/${file}`, headers: { 'accept-encoding': encoding } }); return { is: headers['content-encoding'], kept: headers['cache-control'], type: headers['content-type'], bytes: rawPayload } }
  const [br, gz, none] = [await asked('gzip, deflate, br'), await asked('gzip'), await asked('identity')]
  expect([br.is, gz.is, none.is]).toEqual(['br', 'gzip', undefined])
  expect([brotliDecompressSync(br.bytes), gunzipSync(gz.bytes), none.bytes].every((bytes) => bytes.equals(plain))).toBe(true)
  // The very bytes of the build: nothing is packed again for somebody who opens the page.
  expect([br.bytes.equals(readFileSync(join(webDir, `${file}.br`))), gz.bytes.equals(readFileSync(join(webDir, `${file}.gz`)))]).toEqual([true, true])
  for (const one of [br, gz, none]) expect([one.kept, one.type]).toEqual(['public, max-age=31536000, immutable', 'application/javascript; charset=utf-8'])
  await town.close()
})
