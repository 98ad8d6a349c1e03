import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { FolderInUse, takeLock } from './app-lock.ts'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { CannotStart, placeFor, type PostgresPlace, privateFolder } from './postgres-place.ts'
import { as, halt, isAlive, owner, port, running, signalPostmaster } from './postgres-server.ts'

export type EmbeddedPostgres = {
  /** Folder of the socket; the server listens on no network address. */
  host: string
  port: number
  /** How the owner of the database connects. */
  owner: { host: string; port: number; user: string; database: string }
  /** The server of a killed process was still running and was taken over. */
  adopted: boolean
  stop(): Promise<void>
}

type Options = { dataDir: string; log?: (line: string) => void; database?: string }

/**
 * Starts PostgreSQL from the npm package on `dataDir`, or adopts the one a killed process left running, and keeps it
 * running until `stop()` or the end of this process. A second process on the same folder is refused (FolderInUse).
 * On SIGINT and SIGTERM it stops by itself unless the program listens too: then the program drains first and calls `stop()`.
 */
export async function startEmbedded({ dataDir, log = () => {}, database = 'zhongshi' }: Options): Promise<EmbeddedPostgres> {
  const place = placeFor(dataDir, log)
  const release = await lock(join(place.base, 'app.lock'))
  try {
    const binaries = await postgresBinaries(place.base, place.user)
    initialise(place, binaries, log)
    privateFolder(place.socket, place.user)
    const adopted = await running(place, binaries, log)
    if (adopted) log('接管了仍在运行的数据库\n  Took over the database that was still running')
    await createDatabase(place, database)

    const stop = supervise(place, binaries, log, release)
    return { host: place.socket, port, owner: { host: place.socket, port, user: owner, database }, adopted, stop }
  } catch (error) {
    release()
    throw error
  }
}

/** A process that was just killed takes a moment to go. */
async function lock(file: string): Promise<() => void> {
  for (const end = performance.now() + 1000; ; await pause(50)) {
    try {
      return takeLock(file)
    } catch (error) {
      if (!(error instanceof FolderInUse) || performance.now() > end) throw error
    }
  }
}

/** A cluster appears under its name only when it is complete: an interrupted first start begins anew. */
function initialise(place: PostgresPlace, binaries: PostgresBinaries, log: (line: string) => void) {
  const marker = join(place.data, 'PG_VERSION')
  if (existsSync(marker)) {
    const [have, want] = [readFileSync(marker, 'utf8').trim(), binaries.version.split('.')[0]]
    if (have !== want) throw new CannotStart(`数据库由 PostgreSQL ${have} 建立，程序带的是 ${want}，请先迁移数据。\n`
      + `The database was made by PostgreSQL ${have}, the program brings ${want}; move the data first.`)
    return
  }
  log('正在建立数据库 …\n  Creating the database …')
  const draft = `${place.data}.new`
  rmSync(draft, { recursive: true, force: true })
  privateFolder(draft, place.user)
  // Built-in collation: the same order on every machine, whatever its C library. Chinese order is asked for with "zh-x-icu".
  const { status, stderr, error } = spawnSync(binaries.initdb, ['-D', draft, '-U', owner, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'], { ...as(place), encoding: 'utf8' })
  if (status !== 0) throw new CannotStart(`无法建立数据库 / cannot create the database: ${error?.message ?? stderr}`)
  renameSync(draft, place.data)
  syncFolder(place.base)
}

/** Restarts a server that dies, stops it at the end. */
function supervise(place: PostgresPlace, binaries: PostgresBinaries, log: (line: string) => void, release: () => void): () => Promise<void> {
  let [stopped, restarting] = [undefined as Promise<void> | undefined, undefined as Promise<void> | undefined]
  const restart = async () => {
    log('数据库意外停止，正在重新启动 …\n  The database stopped unexpectedly, restarting …')
    await running(place, binaries, log).catch(async (error: Error) => {
      log(error.message)
      await pause(5000, undefined, { ref: false })
    })
    restarting = undefined
  }
  const watch = setInterval(() => { if (!stopped && !restarting && !isAlive(place)) restarting = restart() }, 500).unref()

  const stop = () => stopped ??= (async () => {
    clearInterval(watch)
    await restarting
    await halt(place, log)
    removeEmpty(place.socket)
    process.off('exit', onExit)
    for (const signal of signals) process.off(signal, onSignal)
    release()
  })()
  /** Nothing may be awaited at exit: the server is told, and the next start waits for it. */
  const onExit = () => { if (!stopped) signalPostmaster(place, 'SIGINT') }
  const onSignal = async (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return
    await stop()
    process.exit(128 + (signal === 'SIGINT' ? 2 : 15))
  }
  process.on('exit', onExit)
  for (const signal of signals) process.on(signal, onSignal)
  return stop
}

const signals = ['SIGINT', 'SIGTERM'] as const

async function createDatabase(place: PostgresPlace, name: string) {
  const client = new pg.Client({ host: place.socket, port, user: owner, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** The folder of the socket may lie among temporary files, where it would stay for ever. */
function removeEmpty(folder: string) {
  try {
    rmdirSync(folder)
  } catch {
    // The server did not stop after all.
  }
}

function syncFolder(path: string) {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
