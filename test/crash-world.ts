/** The real server as a process of its own on a folder of its own, people who act on it, and the ways to kill it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openApp } from '../src/app.ts'
import { clientOf } from '../src/demo/client.ts'
import { seedInstitutions } from '../src/demo/institutions.ts'
import { hostsOfDemo } from '../src/demo/world.hosts.ts'
import { openDatabase } from '../src/platform/database.ts'
import { cookieName } from '../src/platform/http.ts'
import { placeFor } from '../src/platform/postgres-place.ts'
import { runningProcesses } from '../src/platform/running-processes.ts'
import { type Case, casework, tokenOf } from './casework.ts'
import { type DemoKey, jurisdiction } from './town.ts'

const project = join(import.meta.dirname, '..')
export type Request = { method: 'GET' | 'POST' | 'PUT'; path: string; as: string; body?: object | Buffer; headers?: Record<string, string> }
export type Answer = { status: number; body: Record<string, unknown>; bytes: Buffer }
export type CrashWorld = Awaited<ReturnType<typeof crashWorld>>

/** Institutions, sessions and one submitted case for each key; written in this process, which then lets go of the folder. */
export async function crashWorld(keys: readonly DemoKey[], drafts: readonly DemoKey[], usernames: readonly string[]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'zs-crash-'))
  chmodSync(dataDir, 0o755)
  const { tokens, cases, opened } = await prepared()
  let child: ChildProcess | undefined
  let address = ''
  let output = ''

  async function prepared() {
    const database = await openDatabase({ dataDir, migrations: join(project, 'db', 'migrations') })
    const now = () => new Date()
    const { pools } = database
    await seedInstitutions(pools.jobs, { jurisdiction, hosts: hostsOfDemo(), password: 'Crash-of-tests-2026', now: now(), newId: randomUUID })
    const { app, platform } = await openApp({ pools, clock: now, newId: randomUUID, jurisdiction, demo: false, dataDir })
    await app.ready()
    const tokens = new Map<string, string>()
    const as = async (username: string) => {
      const token = tokens.get(username) ?? (await tokenOf({ pools, now } as never, username))
      tokens.set(username, token)
      return clientOf(app, token, randomUUID)
    }
    const work = casework({ as, pools, platform, newId: randomUUID, now, on: () => {} })
    const cases: Case[] = []
    const opened: Case[] = []
    for (const key of keys) cases.push(await work.submitted(key))
    for (const key of drafts) opened.push(await work.opened(key))
    const officers = Object.fromEntries(await Promise.all(cases.map(async (of) => [of.id, await work.countyName(of, 'county.officer')] as const)))
    for (const username of [...usernames, ...Object.values(officers)]) await as(username)
    await app.close()
    await database.close()
    return { tokens, cases: cases.map((of) => ({ ...of, officer: officers[of.id] ?? '' })), opened }
  }

  /** Starts the server, or waits until the one that runs has its database back. */
  async function ready() {
    if (!runs()) {
      const started = spawn(process.execPath, [join(project, 'src', 'main.ts')], {
        env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ZHONGSHI_DATA: dataDir, ZHONGSHI_MODE: 'production' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      output = ''
      started.stderr?.on('data', (text: Buffer) => {
        output += text
      })
      address = await new Promise<string>((found, failed) => {
        started.stdout?.on('data', (text: Buffer) => {
          output += text
          const url = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(output)?.[1]
          if (url) found(url)
        })
        started.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${output}`)))
      })
    }
    for (const end = performance.now() + 60_000; ; await pause(50)) {
      if (
        await fetch(`${address}/readyz`).then(
          ({ status }) => status === 200,
          () => false,
        )
      )
        return
      if (!runs() || performance.now() > end) throw new Error(`the server ${runs() ? 'does not get ready' : 'ended'}: ${output}`)
    }
  }

  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null

  /** Ends processes by their numbers, at once and without a word. */
  async function kill(what: 'both' | 'app' | 'database') {
    const { id, data } = placeFor(dataDir, () => {})
    const database = runningProcesses()
      .filter(({ command }) => command.includes(`-D ${data} `) || command.startsWith(`postgres: zhongshi-${id}: `))
      .map(({ pid }) => pid)
    const gone =
      what === 'database' || !runs()
        ? undefined
        : new Promise((done) => {
            child?.once('exit', done)
          })
    for (const pid of [...(what === 'database' ? [] : [child?.pid]), ...(what === 'app' ? [] : database)]) {
      try {
        if (pid) process.kill(pid, 'SIGKILL')
      } catch {
        /* It was gone already. */
      }
    }
    await gone
  }

  async function send({ method, path, as, body, headers }: Request): Promise<Answer> {
    const raw = Buffer.isBuffer(body)
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie: `${cookieName}=${tokens.get(as)}`,
        ...(body && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    return {
      status: answer.status,
      bytes,
      body: answer.headers.get('content-type')?.includes('json') ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {},
    }
  }

  return {
    cases,
    opened,
    ready,
    kill,
    send,
    close: async () => {
      await kill('both')
      await pause(200)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
