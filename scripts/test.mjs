/** `npm test`: everything, from a clean checkout. The last line counts the tests that truly ran. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { buildIfNeeded, installIfNeeded, node24, root, run, Stop, say } from './ready.mjs'

/** Against what hangs; a slow machine must not lose the count of what it ran. */
const longestMs = 70 * 60_000

let [passed, failed, skipped] = [0, 0, 0]
try {
  installIfNeeded()
  const failures = await built() ? [] : ['build']
  say('正在检查 …', 'Checking …')
  failures.push(...await check({ unitTests: false }))
  say('正在测试 …', 'Testing …')
  ;({ passed, failed, skipped } = await tests(process.argv.slice(2)))
  if (failures.length > 0) console.log(`检查未通过 / failed checks: ${failures.join(', ')}`)
  failed += failures.length
} catch (error) {
  console.error(error instanceof Stop ? error.message : error)
  failed++
}
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

/** Tests without the built pages still tell more than none. */
async function built() {
  try {
    await buildIfNeeded()
    return true
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.log(error.message)
    return false
  }
}

async function tests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'zs-report-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await run(node24(), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      { timeoutMs: longestMs, aloud: true })
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const outcomes = report.testResults.flatMap((suite) => suite.assertionResults.map(({ status }) => status))
    const count = (...statuses) => outcomes.filter((status) => statuses.includes(status)).length
    // A file that cannot be read has no tests to fail, yet it has failed.
    const unreadable = report.testResults.filter((suite) => suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed')).length
    const known = count('failed') + unreadable
    // Faults outside any test (an unhandled rejection, a cluster that does not start) only show in the exit code.
    return { passed: count('passed'), failed: known === 0 && code !== 0 ? 1 : known, skipped: count('pending', 'skipped', 'todo', 'disabled') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
