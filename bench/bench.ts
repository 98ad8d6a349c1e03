/**
 * npm run bench: steps per second and page latencies with ten thousand cases, next to the very same statements said to the
 * same database without the program around them. BENCH_CASES sets another number; --save keeps the results in bench/results.txt.
 */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { cookieName } from '../src/platform/http.ts'
import { rowsOf, sql } from '../src/platform/query.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { about, says, type Statement, written } from './statements.ts'
import { benchTown, jurisdiction } from './town.ts'

const wanted = Number(process.env.BENCH_CASES ?? 10_000)
const steps = Math.min(1000, Math.floor(wanted / 25))
const connections = 8
const lines: string[] = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}

const town = await benchTown()
try {
  await fill()
  say(
    `${wanted} applications, PostgreSQL ${(await town.pools.owner.query<{ server_version: string }>('show server_version')).rows[0]?.server_version}, Node ${process.versions.node}, ${cpus().length} cores for everything: database, server and those who ask`,
  )
  say()
  await measureSteps()
  say()
  await measurePages()
  if (process.argv.includes('--save')) writeFileSync(join(import.meta.dirname, 'results.txt'), `${lines.join('\n')}\n`)
} finally {
  await town.close()
}

/** Written through the case log, eight connections side by side; only here the disk is not waited for. */
async function fill() {
  const began = performance.now()
  await durable('off')
  const hosts = await town.hosts(1, wanted)
  let done = 0
  await sideBySide(hosts, async (host) => {
    await town.submitted(host)
    if (++done % 1000 === 0) console.log(`  ${done} applications, ${((performance.now() - began) / done).toFixed(0)} ms each`)
  })
  await durable('on')
  await town.pools.owner.query('vacuum analyze')
  await town.pools.owner.query('checkpoint')
}
async function durable(value: 'on' | 'off') {
  await town.pools.owner.query(`alter system set synchronous_commit = ${value}`)
  await town.pools.owner.query('select pg_reload_conf()')
}

/** The county examines: an entry, its hash, the read tables, messages, the outbox. */
async function measureSteps() {
  const token = await town.tokenOf('county.yuci')
  const cases = await rowsOf<{ id: string; number: string; hash: string; host: string }>(
    town.pools.jobs,
    sql`
    select h.id, h.number, h.hash, l.hosts->0->>'org' as host from case_head h join case_list l on l.case_id = h.id where l.county = 'county.140702' and l.status = 'submitted' and h.version = 2 order by h.id limit ${2 * steps + 21}`,
  )
  const count = Math.floor((cases.length - 21) / 2)
  const examine = async (id: string) => {
    const answer = await town.app.inject({
      method: 'POST',
      url: `/api/cases/${id}/steps/examine`,
      payload: example.examine,
      cookies: { [cookieName]: token },
      headers: { 'idempotency-key': `bench-key-${randomUUID()}`, 'if-match': '2' },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  const [pattern, ...rest] = cases
  if (!pattern) throw new Error('no case to examine')
  for (const { id } of rest.splice(0, 20)) await examine(id)
  const statements = await written(town.pools.app, () => examine(pattern.id))
  const bare = (of: typeof pattern) =>
    says(town.pools.app, about(statements, { [pattern.id]: of.id, [pattern.number]: of.number, [pattern.hash]: of.hash, [pattern.host]: of.host }))

  // Turn by turn, so that whatever else the machine does falls on both alike.
  let [served, plain] = [0, 0]
  const portion = Math.max(1, Math.floor(count / 5))
  for (let at = 0; at + 2 * portion <= rest.length; at += 2 * portion) {
    served += await seconds(() => sideBySide(rest.slice(at, at + portion), ({ id }) => examine(id)))
    plain += await seconds(() => sideBySide(rest.slice(at + portion, at + 2 * portion), bare))
  }
  const turns = Math.floor(rest.length / (2 * portion)) * portion
  say(`Steps (${turns} times "examine", ${connections} at a time, ${statements.length} statements each, every commit waits for the disk)`)
  say(`  server, HTTP to HTTP  ${(turns / served).toFixed(0).padStart(6)} steps/s`)
  say(`  the same SQL alone    ${(turns / plain).toFixed(0).padStart(6)} steps/s`)
  say(`  ratio                 ${(plain / served).toFixed(2).padStart(6)}`)
}

async function measurePages() {
  const [city, county] = [await town.tokenOf('city.officer'), await town.tokenOf('county.yuci')]
  const [some] = await rowsOf<{ case_id: string; title: string }>(
    town.pools.jobs,
    sql`select case_id, title from case_list where jurisdiction = ${jurisdiction} and county = 'county.140702' and status = 'submitted' and version = 3 limit 1`,
  )
  const pages: [name: string, token: string, url: string][] = [
    ['case page, county', county, `/api/cases/${some?.case_id}`],
    ['case page, city', city, `/api/cases/${some?.case_id}`],
    ['the application itself', county, `/api/cases/${some?.case_id}/application`],
    ['list, city (all)', city, '/api/cases?procedure=recognition'],
    ['list, county', county, '/api/cases?procedure=recognition'],
    ['list by due day', city, '/api/cases?sort=due'],
    ['list, page 100', city, '/api/cases?cursor=3000'],
    ['search by name', city, `/api/cases?q=${encodeURIComponent('甲乙丙')}`],
    ['worklist, city officer', city, '/api/worklist'],
    ['worklist, county', county, '/api/worklist'],
    ['bases for the public', '', '/api/public/bases'],
  ]
  say('Pages, one after the other (milliseconds)        server p50    p95   SQL alone p50    p95   ratio of p50')
  for (const [name, token, url] of pages) {
    const ask = async () => {
      const answer = await town.app.inject({ method: 'GET', url, ...(token && { cookies: { [cookieName]: token } }) })
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
    }
    await ask()
    const statements: Statement[] = await written(town.pools.app, ask)
    const served: number[] = []
    const plain: number[] = []
    for (let at = 0; at < 60; at++) {
      served.push((await seconds(ask)) * 1000)
      plain.push((await seconds(() => says(town.pools.app, statements))) * 1000)
    }
    const [server, bare] = [spread(served), spread(plain)]
    say(
      `  ${name.padEnd(46)} ${server.map((value) => value.toFixed(1).padStart(9)).join('')}  ${bare.map((value) => value.toFixed(1).padStart(10)).join('')} ${((bare[0] ?? 0) / (server[0] ?? 1)).toFixed(2).padStart(10)}`,
    )
  }
}

async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) {
  let at = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let item = items[at++]; item !== undefined; item = items[at++]) await work(item)
    }),
  )
}
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
/** Median and 95th percentile. */
function spread(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return [0.5, 0.95].map((part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)
}
