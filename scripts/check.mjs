/** `npm run check`: what must be right before a commit, in under a minute. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installIfNeeded, node24, root, run, script } from './ready.mjs'

const bin = (name) => join(root, 'node_modules', ...name.split('/'))

/** Without a database and a browser. Each is a command under Node 24. */
const steps = [
  ['types: server', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['types: web', [bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json']],
  ['lint', [bin('@biomejs/biome/bin/biome'), 'lint', '--max-diagnostics=100', '--diagnostic-level=error']],
  ['generated documents are current', ['src/docs.ts', '--check']],
  ['floors and unit tests', [bin('vitest/vitest.mjs'), 'run', '--project', 'unit']],
]

/** Runs the steps, two at a time, and returns the names of those that failed. */
export async function check({ unitTests = true } = {}) {
  const todo = steps.filter(([name, [file]]) => (unitTests || !name.includes('unit tests')) && (file.startsWith('/') || existsSync(join(root, file))))
  const failed = []
  const worker = async () => {
    for (let step = todo.shift(); step; step = todo.shift()) {
      const [name, args] = step
      const start = performance.now()
      const { code, output } = await run(node24(), args)
      const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`
      console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds}`)
      if (code === 0) continue
      failed.push(name)
      console.log(output.trimEnd().split('\n').map((line) => `    ${line}`).join('\n'))
    }
  }
  await Promise.all([worker(), worker()])
  return failed
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await script(async () => {
    installIfNeeded()
    const failed = await check()
    console.log(failed.length === 0 ? '\n全部通过 / all checks passed' : `\n未通过 / failed: ${failed.join(', ')}`)
    process.exitCode = failed.length === 0 ? 0 : 1
  })
}
