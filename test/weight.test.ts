/** What a browser loads before it shows the worklist, and what each further page adds; as sent, compressed. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built } from './journeys/dist.ts'

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
