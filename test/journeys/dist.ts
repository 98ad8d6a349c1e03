/** The built pages, as a copy of their own: whoever builds anew meanwhile does not pull them away under a test. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs'
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

/** Test files run side by side; one of them builds and the others wait. Whoever builds touches the lock; one that was left behind is taken over. */
async function alone(work: () => Promise<void>) {
  const lock = join(root, 'node_modules', '.cache', 'building')
  mkdirSync(join(lock, '..'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const held = statSync(lock, { throwIfNoEntry: false })
      if (held && Date.now() - held.mtimeMs > 120_000) rmSync(lock, { recursive: true, force: true })
      await pause(100)
    }
  }
  const beat = setInterval(() => { const now = new Date(); try { utimesSync(lock, now, now) } catch { /* It was taken over. */ } }, 5000)
  try {
    await work()
  } finally {
    clearInterval(beat)
    rmSync(lock, { recursive: true, force: true })
  }
}
