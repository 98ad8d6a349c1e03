import { spawn } from 'node:child_process'
import { closeSync, existsSync, fchownSync, fstatSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { CannotStart, type PostgresPlace } from './postgres-place.ts'
import { isRunning, runningProcesses } from './running-processes.ts'

export const port = 5432
export const owner = 'postgres'

/** Recovery after a power cut may take a while on a slow disk. */
const patienceMs = 180_000

/**
 * Brings the cluster to answer: waits for one that starts or stops, adopts one that runs, starts one that does not.
 * True when it was adopted.
 */
export async function running(place: PostgresPlace, binaries: PostgresBinaries, log: (line: string) => void): Promise<boolean> {
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

/** Fast shutdown: open transactions roll back, everything committed is written out. */
export async function halt(place: PostgresPlace, log: (line: string) => void) {
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

/** Whether the postmaster of this cluster runs. */
export const isAlive = (place: PostgresPlace) => isRunning(postmasterOf(place) ?? 0)

export function signalPostmaster(place: PostgresPlace, signal: NodeJS.Signals) {
  const pid = postmasterOf(place)
  if (!pid || !processesOf(place).some((running) => running.pid === pid)) return
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}

function launch(place: PostgresPlace, binaries: PostgresBinaries): { failure?: string } {
  if (existsSync(place.log) && statSync(place.log).size > 20_000_000) renameSync(place.log, `${place.log}.1`)
  const output = openSync(place.log, 'a', 0o600)
  const from = fstatSync(output).size
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
  child.on('exit', () => { launched.failure = tail(place.log, from) })
  child.unref()
  return launched
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

/** Lock files of a server that no longer runs; PostgreSQL itself would take a zombie or a re-used number for the server. */
function clearLeftovers(place: PostgresPlace) {
  rmSync(join(place.data, 'postmaster.pid'), { force: true })
  for (const name of readdirSync(place.socket)) if (name.startsWith('.s.PGSQL.')) rmSync(join(place.socket, name), { force: true })
}

const titleOf = (place: PostgresPlace) => `zhongshi-${place.id}`

/** How its programs are run. */
export const as = (place: PostgresPlace) => ({ ...place.user, cwd: place.base, env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' } })

const tail = (file: string, from = 0) => (existsSync(file) ? readFileSync(file).subarray(from).toString().slice(-1500) : '')
