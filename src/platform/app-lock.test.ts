import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FolderInUse, takeLock } from './app-lock.ts'
import { startedAt } from './running-processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'zs-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const held = (name: string, holder: { pid: number; started: string | undefined; host?: string }) => {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify({ host: hostname(), ...holder }))
  return file
}

test('a second taker is refused and told who holds it; after release it may', () => {
  const file = join(folder, 'second')
  const release = takeLock(file)
  expect(() => takeLock(file)).toThrow(FolderInUse)
  expect(() => takeLock(file)).toThrow(`pid ${process.pid}`)
  release()
  takeLock(file)()
  expect(existsSync(file)).toBe(false)
})

test('the lock of a killed process is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const file = held('killed', { pid: child.pid!, started: startedAt(child.pid!) })
  expect(() => takeLock(file)).toThrow(FolderInUse)
  child.kill('SIGKILL')
  await once(child, 'exit')
  takeLock(file)()
})

test('a number that went to another process does not hold the lock', () => {
  takeLock(held('reused', { pid: process.ppid, started: 'long ago' }))()
})

test('a holder on another host is believed while it beats', () => {
  const file = held('elsewhere', { pid: 1, started: '1', host: 'another-host' })
  expect(() => takeLock(file)).toThrow(/another-host/)
  const past = new Date(Date.now() - 60_000)
  utimesSync(file, past, past)
  takeLock(file)()
})

test('of many that find a stale lock one gets it, and nothing is left lying about', async () => {
  const file = held('race', { pid: 999_999, started: '1' })
  const script = `import('${import.meta.dirname}/app-lock.ts').then(({ takeLock }) => {
    try { takeLock('${file}'); console.log('got'); setTimeout(() => {}, 1500) } catch (error) { console.log(error.name) } })`
  const answers = await Promise.all(Array.from({ length: 6 }, async () => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (data) => { text += data })
    await once(child, 'close')
    return text.trim()
  }))
  expect(answers.filter((answer) => answer === 'got')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'FolderInUse')).toHaveLength(5)
  expect(readdirSync(folder).filter((name) => name.startsWith('race'))).toEqual([])
})
