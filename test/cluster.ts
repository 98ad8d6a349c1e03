import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import pg from 'pg'
import { startEmbedded } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { owner: pg.ClientConfig; template: string }
  }
}

const template = 'zhongshi_template'

/**
 * Once for a whole run: a PostgreSQL with a migrated database, from which every test file gets a copy in some 30 ms.
 * TEST_DATABASE_URL names another server instead (a system PostgreSQL 15 or later, as a superuser).
 */
export default async function cluster(project: TestProject) {
  const url = process.env.TEST_DATABASE_URL
  const { owner, stop } = url ? external(url) : await embedded()
  try {
    await as(owner, async (client) => {
      await client.query(`drop database if exists ${template}`)
      await client.query(`create database ${template}`)
    })
    await migrate(inDatabase(owner, template), join(import.meta.dirname, '..', 'db', 'migrations'))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('cluster', { owner, template })
  return stop
}

async function embedded() {
  const dataDir = mkdtempSync(join(tmpdir(), 'zs-test-'))
  chmodSync(dataDir, 0o755)
  const { owner, stop } = await startEmbedded({ dataDir, database: 'postgres' })
  return {
    owner: owner as pg.ClientConfig,
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const external = (url: string) => ({ owner: { connectionString: url } as pg.ClientConfig, stop: async () => {} })

async function as(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

export function inDatabase(owner: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!owner.connectionString) return { ...owner, database }
  const url = new URL(owner.connectionString)
  url.pathname = `/${database}`
  return { ...owner, connectionString: url.href }
}
