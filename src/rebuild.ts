/** npm run rebuild: empties every read table and fills it again from the entries. */
import { engines } from './engines.ts'
import { join } from 'node:path'
import { readEnvironment } from './env.ts'
import { openDatabase } from './platform/database.ts'
import { rebuildReadTables } from './platform/rebuild-tables.ts'
import { rulesReader } from './rules-in-force.ts'

const env = readEnvironment(process.env)
const database = await openDatabase({ ...(env.databaseUrl && { url: env.databaseUrl }), dataDir: env.dataDir, migrations: join(import.meta.dirname, '../db/migrations') })
try {
  const reader = rulesReader()
  const rebuilt = await rebuildReadTables(database.pools.jobs, { engines, rulesOf: (tx, jurisdiction, day) => reader.rulesOf(tx, jurisdiction, day) })
  console.log(`${rebuilt.cases} 件案件的读表已重建 cases rebuilt`)
} finally { await database.close() }
