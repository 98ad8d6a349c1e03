/**
 * Steps a second and page latencies with 10,000 cases, next to bare SQL sending the very same statements in the same
 * run. Bare SQL is what the platform itself sent, recorded once and replayed with other ids: no rules, no JSON, no hashes.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { openApp } from '../src/app.ts'
import { clientOf } from '../src/demo/client.ts'
import { personId, seedInstitutions } from '../src/demo/institutions.ts'
import { hostsOfDemo } from '../src/demo/world.hosts.ts'
import { openDatabase } from '../src/platform/database.ts'
import { openSession } from '../src/platform/session.ts'

const cases = Number(process.argv[2] ?? 10_000)
const steps = Number(process.argv[3] ?? 2_000)
const clients = 8
const jurisdiction = '140700'
const now = new Date('2026-11-23T01:00:00.000Z')

type Statement = { text: string; values: unknown[] }
const dataDir = mkdtempSync(join(tmpdir(), 'zs-bench-'))
const database = await openDatabase({ dataDir, migrations: join(import.meta.dirname, '../db/migrations') })
const { pools } = database
try {
  await seedInstitutions(pools.jobs, { jurisdiction, hosts: hostsOfDemo(), password: randomUUID(), now, newId: randomUUID })
  const { app, platform } = await openApp({ pools, clock: () => now, newId: randomUUID, jurisdiction, demo: true, dataDir })
  await app.ready()
  const token = await openSession(pools.jobs, { jurisdiction, person: personId('city.officer'), now, rules: { tries: 5, lockMinutes: 10, idleMinutes: 600, hours: 12 } })
  const officer = clientOf(app, token, randomUUID)

  const proposal = (n: number) => ({ change: { kind: 'reading' as const, law: 'Art. 18', reading: `bench-${n}`, words: { zh: `第 ${n} 条口径`, en: '' } }, validFrom: '2027-01-01', basis: '局务会纪要' })
  console.log(`filling ${cases} cases through the case log …`)
  const ids: string[] = []
  const started = performance.now()
  await together(cases, async (n) => {
    const outcome = await platform.asToken(token, (context) => platform.openCase(context, { procedure: 'rule-change', data: proposal(n) }))
    if (!outcome?.ok) throw new Error(JSON.stringify(outcome))
    ids.push(outcome.done.caseId)
  })
  console.log(`  ${Math.round(cases / ((performance.now() - started) / 1000))} cases/s`)
  await pools.owner.query('analyze')

  const amend = { validFrom: '2027-02-01', basis: '局务会纪要〔2026〕12号' }
  const [model, ...rest] = ids as [string, ...string[]]
  const key = randomUUID()
  const recorded = await recording(() => officer.step(model, 'amend', amend, { version: 1, key }))
  const minted = new Set(recorded.flatMap(({ values }) => values.filter((value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) && value !== model)) as string[])
  const replayed = (statements: readonly Statement[], other: string): Statement[] => {
    const fresh = new Map([...minted].map((id) => [id, randomUUID()]))
    return statements.map(({ text, values }) => ({ text, values: values.map((value) => (value === model ? other : value === key ? randomUUID() : (fresh.get(value as string) ?? value))) }))
  }
  console.log(`one step = ${recorded.length} statements`)

  // Turn about, so that the machine's moods fall on both alike.
  const figures = { platform: [] as number[], http: [] as number[], bare: [] as number[] }
  const portion = Math.min(steps, Math.floor(rest.length / 3 / 5))
  for (let round = 0; round < 5; round++) {
    const [a, b, c] = [0, 1, 2].map((part) => rest.slice((round * 3 + part) * portion, (round * 3 + part + 1) * portion)) as [string[], string[], string[]]
    figures.bare.push(await rate(a, (id) => bare(replayed(recorded, id))))
    figures.platform.push(await rate(b, async (id) => { const done = await platform.asToken(token, (context) => platform.takeStep(context, { caseId: id, step: 'amend', data: amend, ifVersion: 1 }), (outcome) => (outcome.ok ? 'commit' : 'rollback')); if (!done?.ok) throw new Error(JSON.stringify(done)) }))
    figures.http.push(await rate(c, async (id) => { const done = await officer.step(id, 'amend', amend, { version: 1 }); if (done.status !== 200) throw new Error(JSON.stringify(done.body)) }))
  }
  const [bareRate, logRate, httpRate] = [median(figures.bare), median(figures.platform), median(figures.http)]
  console.log(`steps/s (median of 5 rounds of ${portion}, ${clients} at a time)`)
  console.log(`  bare SQL, same statements ${bareRate.toFixed(0)}\n  case log                  ${logRate.toFixed(0)}   ratio ${(logRate / bareRate).toFixed(2)}\n  over HTTP                 ${httpRate.toFixed(0)}   ratio ${(httpRate / bareRate).toFixed(2)}`)

  console.log(`pages with ${cases} cases, one at a time, ms (median / 95 %)`)
  for (const [name, url] of [['case page', `/api/cases/${model}`], ['list', '/api/cases?procedure=rule-change'], ['search', '/api/cases?q=Art'], ['worklist', '/api/worklist?tab=others']] as const) {
    const sent = await recording(() => officer.call('GET', url))
    const [page, sql] = [[] as number[], [] as number[]]
    for (let n = 0; n < 60; n++) {
      sql.push(await timed(() => bare(sent)))
      page.push(await timed(() => officer.call('GET', url)))
    }
    console.log(`  ${name.padEnd(16)} ${spread(page)}   bare SQL ${spread(sql)}   ratio ${(median(sql) / median(page)).toFixed(2)}`)
  }
  await app.close()
} finally {
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Everything the platform sends to the database while `act` runs. */
async function recording(act: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = []
  const connect = pools.app.connect.bind(pools.app)
  pools.app.connect = (async () => {
    const client = await connect() as PoolClient
    const query = client.query.bind(client)
    client.query = ((text: string, values: unknown[] = []) => { sent.push({ text, values }); return query(text, values) }) as typeof client.query
    const release = client.release.bind(client)
    client.release = (error) => { client.query = query; client.release = release; release(error) }
    return client
  }) as typeof pools.app.connect
  try { await act() } finally { pools.app.connect = connect }
  return sent.filter(({ text }) => typeof text === 'string')
}

async function bare(statements: readonly Statement[]) {
  const client = await pools.app.connect()
  try { for (const { text, values } of statements) await (values.length > 0 ? client.query(text, values) : client.query(text)) } finally { client.release() }
}
async function rate(of: readonly string[], act: (id: string) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await together(of.length, (n) => act(of[n] as string))
  return of.length / ((performance.now() - from) / 1000)
}
async function together(count: number, act: (n: number) => Promise<unknown>) {
  let next = 0
  await Promise.all(Array.from({ length: clients }, async () => { while (next < count) await act(next++) }))
}
async function timed(act: () => Promise<unknown>): Promise<number> { const from = performance.now(); await act(); return performance.now() - from }
function median(of: readonly number[]): number { return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0 }
function spread(of: readonly number[]): string { const sorted = of.toSorted((a, b) => a - b); return `${median(of).toFixed(1)} / ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1)}` }
