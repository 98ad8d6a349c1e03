import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { startedAt } from './running-processes.ts'

type Holder = { pid: number; started: string | undefined; host: string }

/** The folder is in use by another process. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
  readonly holder: number
  constructor(file: string, holder: Holder) {
    super(`数据目录正被另一个中试通进程使用（进程号 ${holder.pid}，主机 ${holder.host}），请先停止它。锁文件：${file}\n`
      + `The data folder is in use by another Zhongshi process (pid ${holder.pid} on ${holder.host}); stop that one first. Lock: ${file}`)
    this.holder = holder.pid
  }
}

/** A holder on another host shows that it lives by touching the file; the shared clock of a network folder may lag. */
const beatMs = 5_000
const silentMs = 30_000

/**
 * Makes this process the only one on a folder, until the returned function is called or the process ends.
 * A lock left behind by a killed process is taken over.
 */
export function takeLock(file: string): () => void {
  const mine: Holder = { pid: process.pid, started: startedAt(process.pid), host: hostname() }
  const text = JSON.stringify(mine)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text)
  try {
    // A hard link appears at once with its content, or fails: nobody ever reads half a lock.
    for (let attempt = 0; !linked(draft, file); attempt++) {
      const held = read(file)
      if (held && isHeld(held.holder, held.touched)) throw new FolderInUse(file, held.holder)
      if (attempt > 10) throw new Error(`无法取得锁文件 / cannot take the lock ${file}`)
      if (held) discard(file, held.text)
    }
  } finally {
    rmSync(draft, { force: true })
  }

  const beat = setInterval(() => touch(file), beatMs).unref()
  const release = () => {
    clearInterval(beat)
    process.off('exit', release)
    if (read(file)?.text === text) rmSync(file, { force: true })
  }
  process.on('exit', release)
  return release
}

function isHeld(holder: Holder, touched: number): boolean {
  if (holder.host !== hostname()) return Date.now() - touched < silentMs
  // The same number again in a restarted container, or a number that went to somebody else, is not the holder.
  return holder.started !== undefined && startedAt(holder.pid) === holder.started
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string) {
  try {
    const text = readFileSync(file, 'utf8')
    return { text, holder: JSON.parse(text) as Holder, touched: statSync(file).mtimeMs }
  } catch {
    return undefined
  }
}

/** Removes the stale lock and nothing else: two starters may both have judged it stale, and one has replaced it since. */
function discard(file: string, stale: string) {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (readFileSync(aside, 'utf8') !== stale) linked(aside, file)
  rmSync(aside, { force: true })
}

function touch(file: string) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // The folder is gone: nothing left to guard.
  }
}
