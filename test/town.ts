/** A small town for tests: a fresh database with the demo institutions, everybody's session, and a clock to move. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp, type AppOptions } from '../src/app.ts'
import { demoApplication, demoKeys, type DemoKey } from '../src/demo/applications.ts'
import { clientOf, type Client } from '../src/demo/client.ts'
import { hostsOfDemo } from '../src/demo/world.hosts.ts'
import { personId, seedInstitutions } from '../src/demo/institutions.ts'
import { openSession } from '../src/platform/session.ts'
import { freshDatabase } from './harness.ts'

export const jurisdiction = '140700'
export type Town = Awaited<ReturnType<typeof openTown>>

export async function openTown(options: Partial<AppOptions> & { password?: string } = {}) {
  const database = await freshDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'zs-town-'))
  let at = options.clock?.() ?? new Date('2026-11-23T01:00:00.000Z')
  let issued = 0
  const newId = () => `00000000-0000-4000-8000-${String(++issued).padStart(12, '0')}`
  const password = options.password ?? 'Town-of-tests-2026'
  await seedInstitutions(database.pools.jobs, { jurisdiction, hosts: hostsOfDemo(), password, now: at, newId })
  const { app, platform } = await openApp({ pools: database.pools, clock: () => at, newId, jurisdiction, demo: true, dataDir, ...options })
  await app.ready()
  const clients = new Map<string, Client>()
  /** The person of a user name, signed in. */
  const as = async (username: string): Promise<Client> => {
    const known = clients.get(username)
    if (known) return known
    const token = await openSession(database.pools.jobs, { jurisdiction, person: personId(username), now: at, rules: { tries: 5, lockMinutes: 10, idleMinutes: 60 * 24 * 3650, hours: 24 * 3650 } })
    const client = clientOf(app, token, () => `key-${newId()}`)
    clients.set(username, client)
    return client
  }
  return {
    app, platform, database, pools: database.pools, as, anyone: clientOf(app, undefined, newId), newId, password,
    now: () => at,
    /** Moves the clock to nine in the morning of a day. */
    on: (day: string) => { at = new Date(`${day}T01:00:00.000Z`) },
    passes: (milliseconds: number) => { at = new Date(at.getTime() + milliseconds) },
    close: async () => { await app.close(); await database.drop(); rmSync(dataDir, { recursive: true, force: true }) },
  }
}
export { demoApplication, demoKeys, type DemoKey }
