import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, fchownSync, fsyncSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { FolderInUse, takeLock } from './app-lock.ts'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { CannotStart, placeFor, type PostgresPlace, privateFolder } from './postgres-place.ts'
import { isRunning, runningProcesses } from './running-processes.ts'

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

const port = 5432
const owner = 'postgres'
/** Recovery after a power cut may take a while on a slow disk. */
const patienceMs = 180_000

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

/** Brings the cluster to answer: waits for one that starts or stops, adopts one that runs, starts one that does not. */
async function running(place: PostgresPlace, binaries: PostgresBinaries, log: (line: string) => void): Promise<boolean> {
  let started: ReturnType<typeof launch> | undefined
  for (const end = performance.now() + patienceMs; performance.now() < end; await pause(20)) {
    if (processesOf(place).length > 0) {
      const version = await answer(place)
      if (version === binaries.version) return started === undefined
      // npm brought a newer PostgreSQL while the old one was left running: its libraries are gone from the disk.
      if (version) await halt(place, log)
    } else if (!started || started.failure) {
      if (started && !/lock file|shared memory block/.test(started.failure ?? '')) break
      clearLeftovers(place)
      started = launch(place, binaries)
    }
  }
  throw new CannotStart(`数据库没有启动，见日志 ${place.log}\nThe database did not start, see ${place.log}\n${started?.failure ?? tail(place.log)}`)
}

function launch(place: PostgresPlace, binaries: PostgresBinaries): { failure?: string } {
  if (existsSync(place.log) && statSync(place.log).size > 20_000_000) renameSync(place.log, `${place.log}.1`)
  const output = openSync(place.log, 'a', 0o600)
  if (place.user) fchownSync(output, place.user.uid, place.user.gid)
  const settings = {
    listen_addresses: '', unix_socket_directories: place.socket, unix_socket_permissions: '0700', cluster_name: titleOf(place),
    fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on',
    shared_buffers: '128MB', max_connections: '100', timezone: 'UTC', log_timezone: 'UTC',
    // What people wrote stays out of the log: no statements, no details with key values.
    log_error_verbosity: 'terse', log_min_error_statement: 'panic',
  }
  const args = ['-D', place.data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // Detached: Ctrl-C in the terminal goes to this process alone, which lets requests finish before it stops the database.
  const child = spawn(binaries.postgres, args, { ...as(place), stdio: ['ignore', output, output], detached: true })
  closeSync(output)
  const launched: { failure?: string } = {}
  child.on('error', (error) => { launched.failure = error.message })
  child.on('exit', () => { launched.failure = tail(place.log) })
  child.unref()
  return launched
}

/** Restarts a server that dies, stops it at the end. */
function supervise(place: PostgresPlace, binaries: PostgresBinaries, log: (line: string) => void, release: () => void): () => Promise<void> {
  let [stopped, busy] = [undefined as Promise<void> | undefined, false]
  const watch = setInterval(async () => {
    if (busy || stopped || isRunning(postmasterOf(place) ?? 0)) return
    busy = true
    log('数据库意外停止，正在重新启动 …\n  The database stopped unexpectedly, restarting …')
    await running(place, binaries, log).catch((error: Error) => log(error.message))
    busy = false
  }, 500).unref()

  const stop = () => stopped ??= (async () => {
    clearInterval(watch)
    await halt(place, log)
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

/** Fast shutdown: open transactions roll back, everything committed is written out. */
async function halt(place: PostgresPlace, log: (line: string) => void) {
  const gone = async (ms: number) => {
    for (const end = performance.now() + ms; performance.now() < end; await pause(20)) if (processesOf(place).length === 0) return true
    return false
  }
  signalPostmaster(place, 'SIGINT')
  if (await gone(60_000)) return
  log('数据库迟迟不停止，强制结束；下次启动时自动恢复。\n  The database does not stop, ending it now; it recovers at the next start.')
  signalPostmaster(place, 'SIGQUIT')
  await gone(10_000)
}

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

/** The version of the server when it takes queries. */
async function answer(place: PostgresPlace): Promise<string | undefined> {
  const client = new pg.Client({ host: place.socket, port, user: owner, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version.split(' ')[0]
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

/** The postmaster of this cluster and all its children, told by what they write into the process list. */
function processesOf(place: PostgresPlace) {
  const locked = postmasterOf(place)
  return runningProcesses().filter(({ pid, command }) => command.includes(`-D ${place.data} `) || command.startsWith(`postgres: ${titleOf(place)}: `)
    // Started by hand with another spelling of the folder; a number that went to an unrelated program does not count.
    || (pid === locked && /(^|\/)postgres( |$)/.test(command) && !command.includes(' -D ')))
}

function postmasterOf(place: PostgresPlace): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(place.data, 'postmaster.pid'), 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

function signalPostmaster(place: PostgresPlace, signal: NodeJS.Signals) {
  const pid = postmasterOf(place)
  if (!pid || !processesOf(place).some((running) => running.pid === pid)) return
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}

/** Lock files of a server that no longer runs; PostgreSQL itself would take a zombie or a re-used number for the server. */
function clearLeftovers(place: PostgresPlace) {
  rmSync(join(place.data, 'postmaster.pid'), { force: true })
  for (const name of readdirSync(place.socket)) if (name.startsWith('.s.PGSQL.')) rmSync(join(place.socket, name), { force: true })
}

const titleOf = (place: PostgresPlace) => `zhongshi-${place.id}`

const as = (place: PostgresPlace) => ({ ...place.user, cwd: place.base, env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' } })

const tail = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').slice(-1500) : '')

function syncFolder(path: string) {
  const folder = openSync(existsSync(path) ? path : dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
