/** Starts the platform: database, demo world where asked for, web server; prints where it is and who may sign in. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openApp, printOpenPapers, runSchedule } from './app.ts'
import { buildDemoWorld } from './demo/world.ts'
import { demoReceipt } from './demo/world.objections.ts'
import { readEnvironment } from './env.ts'
import { lookAtPhotos } from './photo-looks.ts'
import { openDatabase } from './platform/database.ts'
import { rowOf, rowsOf, sql } from './platform/query.ts'
import { sweepUploads } from './platform/uploads.ts'
import { someoneHasAnAccount } from './registers/setup.ts'
import { setPassword } from './platform/session.ts'
import { FolderInUse } from './platform/app-lock.ts'
import { MigrationFailed } from './platform/migrate.ts'
import { CannotStart } from './platform/postgres-place.ts'

const jurisdiction = '140700'
const inProject = (path: string) => join(import.meta.dirname, '..', path)

async function main() {
  const env = readEnvironment(process.env)
  const database = await openDatabase({ ...(env.databaseUrl && { url: env.databaseUrl }), dataDir: env.dataDir, migrations: inProject('db/migrations'), log: (line) => console.log(`  ${line}`) })
  const clock = () => new Date()
  const newId = () => randomUUID()
  const common = { pools: database.pools, clock, newId, jurisdiction, dataDir: env.dataDir }
  const demo = env.mode === 'demo'
  const password = env.demoPassword ?? randomBytes(6).toString('base64url')

  if (demo) await offerDemoWorld()
  const setupCode = demo ? undefined : await offerFirstRun()

  const { app, platform } = await openApp({ ...common, demo, secure: env.secure, trustProxy: env.trustProxy, log: env.log, webDir: inProject('dist/web'), portalRenderer: inProject('dist/portal/entry.js'), ...(env.origin && { origin: env.origin }), ...(setupCode && { setupCode }) })
  await app.listen({ port: env.port, host: env.host })
  const address = `http://${env.host === '0.0.0.0' ? 'localhost' : env.host}:${(app.server.address() as { port: number }).port}`
  const sweeping = setInterval(() => { sweepUploads(env.dataDir, clock()).catch((error: unknown) => app.log.error(error)) }, 3_600_000)
  sweeping.unref()
  const tick = setInterval(() => { runSchedule(platform).catch((error: unknown) => app.log.error(error)) }, 60_000)
  tick.unref()
  const printing = setInterval(() => { printOpenPapers(platform).catch((error: unknown) => app.log.error(error)) }, 60_000)
  printing.unref()
  const looking = setInterval(() => { lookAtPhotos({ pools: database.pools, dataDir: env.dataDir }).catch((error: unknown) => app.log.error(error)) }, 60_000)
  looking.unref()

  console.log(`\n中试通 Zhongshi\n  门户 portal     ${address}/\n  工作台 workbench ${address}/work/`)
  if (demo) await tellAccounts()
  if (!existsSync(inProject('dist/web/index.html'))) console.log('  （页面尚未构建，运行 npm start / the pages are not built yet, run npm start）')
  console.log('  按 Ctrl+C 停止 / press Ctrl+C to stop\n')

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    clearInterval(tick)
    clearInterval(printing)
    clearInterval(looking)
    clearInterval(sweeping)
    // Running requests end first; then the database, so that nothing acknowledged is cut off.
    await app.close()
    await database.close()
    process.exit(0)
  }
  process.on('SIGINT', () => { void stop() })
  process.on('SIGTERM', () => { void stop() })

  async function offerDemoWorld() {
    const known = await rowOf(database.pools.jobs, sql`select 1 as one from demo_clock where jurisdiction = ${jurisdiction}`)
    const built = await rowOf(database.pools.jobs, sql`select 1 as one from case_head where jurisdiction = ${jurisdiction} limit 1`)
    if (!known && !built) {
      console.log('  正在搭建演示世界 … building the demo world …')
      await buildDemoWorld({ ...common, password, now: clock(), tell: (line) => console.log(`    ${line}`) })
    } else {
      // The one password is printed at every start: it is set anew, never stored in the clear.
      const people = await rowsOf<{ person: string }>(database.pools.jobs, sql`select c.person from sec.credential c join person p on p.jurisdiction = c.jurisdiction and p.id = c.person where c.jurisdiction = ${jurisdiction} and p.demo limit 1`)
      if (people[0]) {
        await setPassword(database.pools.jobs, { jurisdiction, person: people[0].person, password, now: clock(), mustChange: false })
        await rowsOf(database.pools.jobs, sql`update sec.credential set failed = 0, locked_until = null, password_hash = (select password_hash from sec.credential where jurisdiction = ${jurisdiction} and person = ${people[0].person})
          where jurisdiction = ${jurisdiction} and person in (select id from person where jurisdiction = ${jurisdiction} and demo)`)
      }
    }
  }

  async function offerFirstRun() {
    if (await someoneHasAnAccount(database.pools.jobs, jurisdiction)) return undefined
    const code = randomBytes(9).toString('base64url')
    console.log(`\n  首次设置：打开 /work/setup，设置码 ${code}\n  First run: open /work/setup with the code ${code}`)
    return code
  }

  async function tellAccounts() {
    const names = ['city.officer', 'city.officer2', 'city.lead', 'city.supervisor', 'county.yuci', 'county.yuci.lead', 'county.taigu', 'county.taigu.lead', 'county.lingshi', 'county.lingshi.lead', 'host.carbon', 'host.iron', 'host.coke', 'partner.univ', 'director.carbon', 'client.auto', 'expert.01 … expert.30', 'sysadmin', 'secadmin', 'auditor']
    console.log(`\n  演示账号 demo accounts（密码都是 all with the password ${password} ）`)
    for (let at = 0; at < names.length; at += 5) console.log(`    ${names.slice(at, at + 5).join('  ')}`)
    console.log(`\n  演示异议回执 demo objection（/objections）  ${demoReceipt.number}  ${demoReceipt.code}\n`)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart || error instanceof FolderInUse || error instanceof MigrationFailed ? error.message : error)
  process.exit(1)
})
