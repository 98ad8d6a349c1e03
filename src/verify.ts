/** npm run verify: walks every chain and names the first bad entry. Exit code 1 when one is found. */
import { join } from 'node:path'
import { engines } from './engines.ts'
import { readEnvironment } from './env.ts'
import { openDatabase } from './platform/database.ts'
import { verifyLog } from './platform/verify-log.ts'

const env = readEnvironment(process.env)
const database = await openDatabase({ ...(env.databaseUrl && { url: env.databaseUrl }), dataDir: env.dataDir, migrations: join(import.meta.dirname, '../db/migrations') })
try {
  const report = await verifyLog(database.pools.jobs, { engines })
  for (const fault of report.faults) console.log(`${fault.number} #${fault.no}: ${fault.what}`)
  console.log(`${report.cases} cases, ${report.entries} entries, ${report.documents} documents: ${report.faults.length === 0 ? '完好 all chains hold' : `${report.faults.length} 处有误 faults found`}`)
  process.exitCode = report.faults.length === 0 ? 0 : 1
} finally { await database.close() }
