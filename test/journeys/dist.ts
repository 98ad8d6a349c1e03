/** The built pages, as a copy of their own: whoever builds anew meanwhile does not pull them away under a test. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')

export type Built = { folder: string; webDir: string; portalRenderer: string }

/** Builds what is missing or stale, then copies it. The caller removes the folder. */
export async function built(): Promise<Built> {
  const { buildIfNeeded } = await import(join(root, 'scripts', 'ready.mjs')) as { buildIfNeeded: () => Promise<void> }
  const folder = mkdtempSync(join(tmpdir(), 'zs-pages-'))
  await alone(async () => {
    await inProduction(buildIfNeeded)
    cpSync(join(root, 'dist'), folder, { recursive: true })
  })
  return { folder, webDir: join(folder, 'web'), portalRenderer: join(folder, 'portal', 'entry.js') }
}

/** Under the NODE_ENV of tests Vite would build React's development pages, which are not what anybody is served. */
async function inProduction(work: () => Promise<void>) {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await work()
  } finally {
    process.env.NODE_ENV = before
  }
}

/** Test files run side by side; one of them builds and the others wait. A lock that was left behind is taken over. */
async function alone(work: () => Promise<void>) {
  const lock = join(root, 'node_modules', '.cache', 'building')
  mkdirSync(join(lock, '..'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmdirSync(lock)
      await pause(100)
    }
  }
  try {
    await work()
  } finally {
    rmdirSync(lock)
  }
}
