import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openPools, type OwnerConfig, type Pools, queries } from '../src/platform/database.ts'
import { inDatabase } from './cluster.ts'

export type FreshDatabase = { owner: OwnerConfig; pools: Pools; app: Db; jobs: Db; name: string; drop(): Promise<void> }

/** A migrated, empty database of its own for one test file; call `drop()` in `afterAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { template } = inject('cluster')
  const { owner, name, drop } = await create(`template ${template}`)
  const pools = await openPools(owner, { max: 8 })
  return {
    owner, pools, name, app: queries(pools.app), jobs: queries(pools.jobs),
    drop: async () => {
      await pools.end()
      await drop()
    },
  }
}

/** A database without any table, for tests of the migrations themselves. */
export const emptyDatabase = () => create('')

async function create(from: string): Promise<{ owner: OwnerConfig; name: string; drop(): Promise<void> }> {
  const { owner: cluster } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onCluster(cluster, `create database ${name} ${from}`)
  return { owner: inDatabase(cluster, name), name, drop: () => onCluster(cluster, `drop database if exists ${name} with (force)`) }
}

async function onCluster(config: pg.ClientConfig, statement: string) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(statement)
        return
      } catch (error) {
        // 55006: another file is copying the template at this moment.
        if ((error as pg.DatabaseError).code !== '55006' || attempt === 20) throw error
        await pause(50)
      }
    }
  } finally {
    await client.end()
  }
}
