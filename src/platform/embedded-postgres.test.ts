import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { FolderInUse } from './app-lock.ts'
import { startEmbedded } from './embedded-postgres.ts'
import { isRunning } from './running-processes.ts'

const folders: string[] = []
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

function folder(...below: string[]) {
  const made = mkdtempSync(join(tmpdir(), 'zs-embedded-'))
  chmodSync(made, 0o755)
  folders.push(made)
  return join(made, ...below)
}

const postmaster = (dataDir: string) => Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)

async function ask(owner: pg.ClientConfig, text: string) {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** An app process of its own that holds the database open; `said` is what it printed once it was ready. */
async function app(dataDir: string) {
  const script = `const { startEmbedded } = await import('${import.meta.dirname}/embedded-postgres.ts')
    const { adopted } = await startEmbedded({ dataDir: '${dataDir}' }); console.log(JSON.stringify({ adopted })); setInterval(() => {}, 1000)`
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [data] = await once(child.stdout!, 'data') as [Buffer]
  return { child, said: JSON.parse(String(data)) as { adopted: boolean } }
}

test('a database starts, keeps what was written over a restart, and leaves nothing running', async () => {
  const dataDir = folder()
  const first = await startEmbedded({ dataDir })
  await ask(first.owner, 'create table t as select 1 as one')
  const pid = postmaster(dataDir)
  await first.stop()
  expect(isRunning(pid)).toBe(false)

  const second = await startEmbedded({ dataDir })
  expect(second.adopted).toBe(false)
  expect(await ask(second.owner, 'select * from t')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a second process on the same folder is refused', async () => {
  const dataDir = folder()
  const first = await startEmbedded({ dataDir })
  await expect(startEmbedded({ dataDir })).rejects.toThrow(FolderInUse)
  expect(await ask(first.owner, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('the server of a killed app is adopted, and stopped in the end', async () => {
  const dataDir = folder()
  const killed = await app(dataDir)
  const pid = postmaster(dataDir)
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')

  const next = await startEmbedded({ dataDir })
  expect([killed.said.adopted, next.adopted, postmaster(dataDir)]).toEqual([false, true, pid])
  await next.stop()
  expect(isRunning(pid)).toBe(false)
})

test('app and server killed together: the next start recovers every commit', async () => {
  const dataDir = folder()
  const killed = await app(dataDir)
  const owner = { host: join(dataDir, 'run'), port: 5432, user: 'postgres', database: 'zhongshi' }
  await ask(owner, 'create table t as select generate_series(1, 1000) as n')
  process.kill(postmaster(dataDir), 'SIGKILL')
  killed.child.kill('SIGKILL')

  const next = await startEmbedded({ dataDir })
  expect(await ask(next.owner, 'select count(*)::int as count from t')).toEqual([{ count: 1000 }])
  await next.stop()
})

test('a server that dies under a running app is restarted', async () => {
  const dataDir = folder()
  const { owner, stop } = await startEmbedded({ dataDir })
  await ask(owner, 'create table t as select 1 as one')
  const pid = postmaster(dataDir)
  process.kill(pid, 'SIGKILL')
  for (let attempt = 0; attempt < 100; attempt++) {
    await pause(100)
    if (await ask(owner, 'select * from t').catch(() => undefined)) break
  }
  expect(await ask(owner, 'select * from t')).toEqual([{ one: 1 }])
  expect(postmaster(dataDir)).not.toBe(pid)
  await stop()
})

test('SIGTERM stops app and server; a start in that moment waits for the end of the old server', async () => {
  const dataDir = folder()
  const { child } = await app(dataDir)
  const pid = postmaster(dataDir)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect([code, isRunning(pid)]).toEqual([143, false])
  await (await startEmbedded({ dataDir })).stop()
})

test('an app that just exits takes its server with it', async () => {
  const dataDir = folder()
  const script = `const { startEmbedded } = await import('${import.meta.dirname}/embedded-postgres.ts'); await startEmbedded({ dataDir: '${dataDir}' }); process.exit(3)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([3, null])
  const { adopted, stop } = await startEmbedded({ dataDir })
  expect(adopted).toBe(false)
  await stop()
})

test('the lock of a server whose number went to another program is cleared', async () => {
  const dataDir = folder()
  await (await startEmbedded({ dataDir })).stop()
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/run\n\n  1  1\nready\n`)
  const { stop } = await startEmbedded({ dataDir })
  await stop()
})

test('an interrupted first start begins anew', async () => {
  const dataDir = folder()
  const script = `const { startEmbedded } = await import('${import.meta.dirname}/embedded-postgres.ts'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 0); await startEmbedded({ dataDir: '${dataDir}' })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  await once(child, 'exit')
  const { stop } = await startEmbedded({ dataDir })
  await stop()
})

test('a folder with a long path and Chinese characters works', async () => {
  const dataDir = folder('数据'.repeat(20), '很长的目录'.repeat(8), 'with spaces')
  const { owner, host, stop } = await startEmbedded({ dataDir })
  expect(host.length).toBeLessThan(60)
  expect(await ask(owner, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
})
