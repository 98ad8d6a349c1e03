/**
 * Makes a checkout ready to run: the packages, a Node new enough, the built pages. Plain JavaScript without packages,
 * for it runs under whatever Node the machine has (20.19 or later) before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What the built pages are made of; a change in any of these asks for a new build. */
const sources = ['src/web', 'src/portal', 'src/words', 'src/kernel', 'src/contract.ts', 'src/regulation', 'src/settings', 'src/procedures', 'src/registers', 'vite.config.ts', 'package-lock.json']

/** Says one thing in both languages. */
export function say(zh, en) {
  console.log(`${zh}\n  ${en}`)
}

/** Why it cannot go on, in both languages. */
export class Stop extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`)
  }
}

/** Runs a script: a Stop ends it with its words, anything else with its trace. */
export async function script(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exit(1)
  }
}

/** Installs what package-lock.json names, only when that has not been done for this very lock. */
export function installIfNeeded() {
  const stamp = join(root, 'node_modules', '.zhongshi-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return
  say('正在安装依赖 …', 'Installing packages …')
  // npm may run under NODE_ENV=production, where it leaves out what builds the pages.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const { status, error } = spawnSync(npm[0], [...npm.slice(1), 'install', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Stop(`依赖安装失败${error ? `：${error.message}` : ''}。请检查网络或 npm 镜像设置后重试。`, 'Packages could not be installed. Check the network or the npm registry setting and try again.')
  writeFileSync(stamp, lockHash())
}

/** A Node of version 24 or later: the one from npm, else the one that runs this. */
export function node24() {
  const candidates = [join(root, 'node_modules', '.bin', 'node'), process.execPath]
  const found = candidates.find((path) => existsSync(path) && Number(/^v(\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]) >= 24)
  if (found) return found
  throw new Stop(`需要 Node.js 24 或更新版本（当前为 ${process.version}）。Linux 上会自动安装；在 macOS 上请先安装 Node.js 24。`,
    `Node.js 24 or later is needed (this is ${process.version}). On Linux it is installed by itself; on macOS install Node.js 24 first.`)
}

/** Builds the workbench and the portal when their sources changed since the last build. */
export async function buildIfNeeded({ always = false } = {}) {
  const stamp = join(root, 'dist', '.sources')
  const now = sourcesHash()
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  if (!existsSync(join(root, 'vite.config.ts'))) return
  say('正在构建网页 …', 'Building the pages …')
  rmSync(stamp, { force: true })
  for (const args of [[], ['--mode', 'portal']]) {
    // Built for use, whatever mode the caller runs in: React's development build has other entry points.
    const { code, output } = await run(node24(), [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', ...args], { env: { NODE_ENV: 'production' } })
    if (code !== 0) throw new Stop(`${output}\n构建失败，原因见上。`, 'The build failed, see above.')
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

/** Runs a command in the root and collects what it prints; `aloud` prints it at once too. */
export function run(command, args, { timeoutMs = 0, aloud = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: withNode24({ ...process.env, NO_COLOR: '1', ...env }) })
    const timers = timeoutMs > 0 ? [setTimeout(() => child.kill('SIGTERM'), timeoutMs), setTimeout(() => child.kill('SIGKILL'), timeoutMs + 10_000)] : []
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => {
      output += data
      if (aloud) process.stdout.write(data)
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => {
      timers.forEach(clearTimeout)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a program in the foreground, hands it the signals, and ends as it ends. */
export function become(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: withNode24(process.env) })
  // Ctrl-C in a terminal reaches the program by itself; told twice it would not have the time to finish.
  process.on('SIGINT', () => { if (!process.stdin.isTTY) child.kill('SIGINT') })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`无法启动 / could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

/** Programs that say "node" mean the new one. */
const withNode24 = (env) => ({ ...env, PATH: `${join(root, 'node_modules', '.bin')}:${env.PATH ?? ''}` })

const lockHash = () => hashOf(['package.json', 'package-lock.json'])

const sourcesHash = () => hashOf(sources.flatMap(filesIn).filter((file) => !/\.test\.tsx?$/.test(file)))

function filesIn(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).sort().flatMap((name) => filesIn(join(path, name)))
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) if (existsSync(join(root, file))) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  return hash.digest('hex')
}
