/** TEMPORARY: a town whose second server carries the registers, until app.ts mounts them. */
import { engines, wording } from '../src/engines.ts'
import { openServer, signedIn } from '../src/platform/http.ts'
import { declarationQuestions } from '../src/procedures/panel-review/panel-review.commands.ts'
import { accountRoutes } from '../src/registers/accounts.ts'
import { auditRoutes } from '../src/registers/audit.ts'
import { baseRoutes } from '../src/registers/bases.ts'
import { batchRoutes } from '../src/registers/batches.ts'
import { checklistRoutes } from '../src/registers/checklists.ts'
import { expertRoutes } from '../src/registers/experts.ts'
import { grantRoutes } from '../src/registers/grants.ts'
import { lawRoutes } from '../src/registers/law-routes.ts'
import { organisationRoutes } from '../src/registers/organisations.ts'
import { publicRoutes } from '../src/registers/public-routes.ts'
import type { RegisterDoor } from '../src/registers/register-door.ts'
import { dryRunRoutes } from '../src/registers/rules-dry-run.ts'
import { rulesRoutes } from '../src/registers/rules-console.ts'
import { statisticsRoutes } from '../src/registers/statistics.ts'
import { openTown } from './town.ts'

export async function openRegisters() {
  const town = await openTown()
  const { pools, platform: of, newId } = town
  const inTransaction = signedIn(pools.app, town.now)
  const door: RegisterDoor = {
    inContext: (request, work) => inTransaction(request, async (tx, who) => work(await of.contextOf(tx, who), who)),
    app: pools.app, jobs: pools.jobs, clock: town.now, newId, jurisdiction: '140700', demo: true, engines, roles: wording.roles, declarations: declarationQuestions, today: of.todayOf, rules: (tx, today) => of.rules.rulesOf(tx, '140700', today),
  }
  const app = town.app.hasRoute({ method: 'GET', url: '/api/law' }) ? town.app : await openServer({ log: false, trustProxy: false, secure: false })
  if (app !== town.app) for (const routes of [lawRoutes, rulesRoutes, dryRunRoutes, checklistRoutes, organisationRoutes, expertRoutes, batchRoutes, baseRoutes, accountRoutes, grantRoutes, auditRoutes, statisticsRoutes, publicRoutes]) routes(app, door)
  await app.ready()
  return { ...town, registers: app, door }
}
