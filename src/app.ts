/** The composition: every part gets what it needs, handed in; the only place that knows them all. */
import { isWorking } from './kernel/day.ts'
import { mayAttach } from './attaching.ts'
import { applicationRelations } from './application-relations.ts'
import { demoApplication } from './demo/applications.ts'
import { escalateOverdue } from './escalation.ts'
import { expertCreditRoutes } from './expert-credit.ts'
import { demoClock } from './demo/clock-route.ts'
import { engines, wording } from './engines.ts'
import { caseFile } from './platform/case-access.ts'
import { type CaseDoor, caseRoutes } from './platform/case-routes.ts'
import { draftRoutes } from './platform/draft-routes.ts'
import { fileRoutes } from './platform/file-routes.ts'
import { type Context, type Entry, openCase, type Outcome, systemActor, takeStep } from './platform/case-log.ts'
import { paperRoutes, printPapers } from './platform/papers/paper-routes.ts'
import type { Pools } from './platform/database.ts'
import { openServer, type Server, signedIn } from './platform/http.ts'
import { forgetKnocks } from './platform/knocks.ts'
import { metrics } from './platform/metrics.ts'
import { type Document, openApiOf } from './platform/openapi.ts'
import { Refused } from './platform/problem.ts'
import { workbenchPages } from './platform/pages.ts'
import { asPerson, type Who } from './platform/session.ts'
import { inspectionRoutes } from './procedures/inspection/inspection.routes.ts'
import { awardRoutes } from './procedures/award/award.routes.ts'
import { baseProcedureRoutes } from './procedures/base/base.routes.ts'
import { panelReviewRoutes } from './procedures/panel-review/panel-review.routes.ts'
import { beforeTheirPanel } from './procedures/panel-review/panel-review.running.door.ts'
import { disassemble } from './procedures/recognition/recognition.draft.ts'
import { formOf } from './procedures/recognition/recognition.form.ts'
import { majorMatterDraft, majorMatterRoutes } from './procedures/major-matter/major-matter.routes.ts'
import { assessmentCampaignRoutes } from './procedures/assessment-campaign/assessment-campaign.routes.ts'
import { assessmentDraft, assessmentRoutes } from './procedures/assessment/assessment.routes.ts'
import { recognitionDraft, recognitionRoutes } from './procedures/recognition/recognition.routes.ts'
import { react } from './reactions.ts'
import { regulation } from './regulation/jinzhong-2023/index.ts'
import { sessionRoutes } from './registers/session-routes.ts'
import { accountRoutes } from './registers/accounts.ts'
import { awardBudgetRoutes, budgetsWaiting } from './registers/award-budgets.ts'
import { awardLedgerRoutes } from './registers/award-ledger.ts'
import { auditRoutes } from './registers/audit.ts'
import { basePeopleRoutes } from './registers/base-people.ts'
import { baseRoutes } from './registers/bases.ts'
import { baseStatisticsRoutes } from './registers/base-statistics-routes.ts'
import { batchPageRoutes } from './registers/batch-page.ts'
import { batchRoutes } from './registers/batches.ts'
import { checklistRoutes } from './registers/checklists.ts'
import { expertBarRoutes } from './registers/expert-bars.ts'
import { expertProfileRoutes } from './registers/expert-profile.ts'
import { expertTableRoutes } from './registers/expert-table.ts'
import { expertRoutes } from './registers/experts.ts'
import { inspectionsRoutes } from './registers/inspections.ts'
import { grantRoutes } from './registers/grants.ts'
import { lobbyingRoutes } from './registers/lobbying.ts'
import { lawRoutes } from './registers/law-routes.ts'
import { organisationRoutes } from './registers/organisations.ts'
import { publicRoutes } from './registers/public-routes.ts'
import { portalQueries } from './registers/public.ts'
import type { RegisterDoor } from './registers/register-door.ts'
import { rulesRoutes } from './registers/rules-console.ts'
import { dryRunRoutes } from './registers/rules-dry-run.ts'
import { statisticsRoutes } from './registers/statistics.ts'
import { objectionPageRoutes } from './objection-pages.ts'
import { smallFiles } from './platform/small-files.ts'
import { objectionPages } from './portal/portal.objections.ts'
import { portalPages } from './portal/portal.ts'
import { objectionActs } from './procedures/objection/objection.public.door.ts'
import { objectionRoutes } from './procedures/objection/objection.routes.ts'
import { objectionSettings } from './settings/settings-objection.ts'
import { portalRoutes } from './portal-routes.ts'
import { declarationQuestions } from './procedures/panel-review/panel-review.commands.ts'
import { verifyRoutes } from './registers/verify-routes.ts'
import { setupRoutes } from './registers/setup.ts'
import { recomputeScript } from './recompute-script.ts'
import { rulesReader } from './rules-in-force.ts'
import { scheduled } from './schedule.ts'
import type { RulesInForce } from './settings/in-force.ts'
import { rowOf, sql, type Tx } from './platform/query.ts'

export type AppOptions = {
  pools: Pools; clock: () => Date; newId: () => string; jurisdiction: string; demo: boolean; dataDir: string
  secure?: boolean; trustProxy?: boolean | readonly string[]; log?: boolean; webDir?: string; portalRenderer?: string
  /** Scheme and host the public knows; without it the address asked for. */
  origin?: string
  /** Production only: the code that opens the first run. */
  setupCode?: string
  /** Called with every entry as it is written; tests listen. */
  onEntry?: (entry: Entry) => void
}

export type Platform = ReturnType<typeof platform>

/** What routes, schedule and demo world share: contexts of people and of the system. */
export function platform(options: AppOptions) {
  const { pools, clock, newId, jurisdiction } = options
  const rules = rulesReader()

  const contextOf = async (tx: Tx, who: Who): Promise<Context> => {
    const personal = ['expert']
    return {
      tx, jurisdiction: who.jurisdiction, now: who.now, today: who.today, newId, engines, react, rules: await rules.rulesOf(tx, who.jurisdiction, who.today),
      actor: { person: who.person, name: who.name, holds: who.holds.map(({ role, org, actsFor, actsForName }) => ({ role, org: personal.includes(role) ? who.person : org, ...(actsFor && { for: { person: actsFor, name: actsForName ?? '' } }) })) },
      viewer: { reach: who.reach, person: who.person, orgs: who.holds.map(({ org }) => org), roles: who.holds.map(({ role }) => role) },
    }
  }
  const systemContext = async (tx: Tx): Promise<Context> => {
    const today = await todayOf(tx)
    return { tx, jurisdiction, now: clock(), today, newId, engines, react, rules: await rules.rulesOf(tx, jurisdiction, today), actor: systemActor, viewer: { reach: 'city', person: 'system', orgs: [], roles: ['system'] } }
  }
  const todayOf = async (tx: Tx): Promise<string> => {
    const row = await rowOf<{ today: string }>(tx, sql`select ((${clock().toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date + coalesce((select shift_days from demo_clock where jurisdiction = ${jurisdiction}), 0))::text as today`)
    return row?.today ?? ''
  }

  return {
    options, contextOf, systemContext, todayOf, rules,
    /** Runs `work` as the person behind a token. */
    asToken: <Result>(token: string, work: (context: Context, who: Who) => Promise<Result>, end?: (result: Result) => 'commit' | 'rollback') =>
      asPerson(pools.app, token, clock(), async (tx, who) => work(await contextOf(tx, who), who), end),
    /** Runs `work` as the system, in one transaction. */
    asSystem: async <Result>(work: (context: Context) => Promise<Result>): Promise<Result> => {
      const tx = await pools.jobs.connect()
      try {
        await tx.query('begin')
        const result = await work(await systemContext(tx))
        await tx.query('commit')
        return result
      } catch (error) {
        await tx.query('rollback').catch(() => undefined)
        throw error
      } finally { tx.release() }
    },
    takeStep: (context: Context, asked: Parameters<typeof takeStep>[2]): Promise<Outcome> => takeStep(context, wording, asked),
    openCase: (context: Context, asked: Parameters<typeof openCase>[2]): Promise<Outcome> => openCase(context, wording, asked),
  }
}

/** Takes the steps that are due by the clock; each in its own transaction, so that one that cannot go does not hold the others. */
export async function runSchedule(of: Platform): Promise<{ step: string; caseId: string; done: boolean }[]> {
  const taken: { step: string; caseId: string; done: boolean }[] = []
  for (const item of scheduled) {
    for (const due of await of.asSystem((context) => item.due(context))) {
      const outcome = await of.asSystem((context) => ('opens' in due ? of.openCase(context, { procedure: due.opens, data: due.data, as: systemActor }) : of.takeStep(context, { ...due, as: systemActor })))
      taken.push({ step: item.name, caseId: 'opens' in due ? (outcome.ok ? outcome.done.caseId : '') : due.caseId, done: outcome.ok })
    }
  }
  await of.asSystem(escalateOverdue)
  await forgetKnocks(of.options.pools.jobs, of.options.clock())
  return taken
}

/** Prints the papers nobody has asked for yet: every paper gets the fingerprint of its PDF. */
export const printOpenPapers = ({ options: { pools, dataDir, clock, origin } }: Platform) => printPapers({ jobs: pools.jobs, dataDir, clock, ...(origin && { origin }) })

/** A whole application that passes, for readers of the API document. */
const applicationExample = () => ({ base: 0, changes: Object.entries(disassemble(demoApplication('carbon', { on: '2026-11-23', org: 'org-carbon', partnerOrg: 'org-univ' }).data)).map(([path, value]) => ({ path, value })) })

export async function openApp(options: AppOptions): Promise<{ app: Server; platform: Platform }> {
  const { pools, clock, newId, jurisdiction, demo } = options
  const of = platform(options)
  const app = await openServer({ log: options.log ?? false, trustProxy: options.trustProxy ?? false, secure: options.secure ?? false })
  const inTransaction = signedIn(pools.app, clock)
  const inContext: CaseDoor['inContext'] = (request, work, end) => inTransaction(request, async (tx, who) => {
    // A first password opens the door to choosing one's own, and to nothing else.
    if (who.mustChange) throw new Refused(403, { zh: '请先设置自己的密码。', en: 'Choose your own password first.' })
    return work(await of.contextOf(tx, who), who)
  }, end)

  sessionRoutes(app, {
    jobs: pools.jobs, clock, newId, jurisdiction, secure: options.secure ?? false, demo, roles: wording.roles, signedIn: inTransaction,
    sessionRules: async () => {
      const { settings } = await of.rules.rulesOf(pools.jobs, jurisdiction, await of.todayOf(pools.jobs))
      return { tries: settings['signIn.tries'], wrongPerHour: settings['signIn.wrongPerHour'], lockMinutes: settings['signIn.lockMinutes'], idleMinutes: settings['session.idleMinutes'], hours: settings['session.hours'] }
    },
  })
  const door: CaseDoor = {
    engines, wording, inContext,
    regulation: () => ({ version: regulation.id, words: { zh: regulation.title, en: 'Measures of 2023, on trial' }, lapsedOn: regulation.lapsedOn }),
    workingDay: (context, day) => isWorking((context.rules as unknown as RulesInForce).calendar, day) ?? null,
    elsewhere: beforeTheirPanel, besides: (context) => budgetsWaiting(context, wording.roles),
  }
  caseRoutes(app, door)
  expertCreditRoutes(app, door)
  paperRoutes(app, { inContext, jobs: pools.jobs, dataDir: options.dataDir, clock, ...(options.origin && { origin: options.origin }) })
  recognitionRoutes(app, door)
  inspectionRoutes(app, door)
  draftRoutes(app, door, { recognition: recognitionDraft, 'major-matter': majorMatterDraft, assessment: assessmentDraft })
  majorMatterRoutes(app, door)
  baseProcedureRoutes(app, door)
  recomputeScript(app)
  panelReviewRoutes(app, { ...door, formOf, relationsOf: applicationRelations })
  awardRoutes(app, door)
  assessmentRoutes(app, door)
  assessmentCampaignRoutes(app, door)
  verifyRoutes(app, { inContext, wording, engines, jobs: pools.jobs, clock })
  fileRoutes(app, {
    inContext, dataDir: options.dataDir,
    limits: (context) => { const { settings } = context.rules as unknown as RulesInForce; return { maxMB: settings['file.maxMB'], types: settings['file.types'] } },
    mayAttach: async (context, caseId) => { const { engine, file } = await caseFile(context, engines, caseId); return mayAttach(engine.procedure, file, context.actor) },
  })
  const registers: RegisterDoor = {
    inContext, app: pools.app, jobs: pools.jobs, clock, newId, jurisdiction, demo, engines, roles: wording.roles, declarations: declarationQuestions,
    today: of.todayOf, rules: (tx, today) => of.rules.rulesOf(tx, jurisdiction, today),
  }
  for (const routes of [
    lawRoutes, rulesRoutes, dryRunRoutes, checklistRoutes, organisationRoutes, expertRoutes, expertProfileRoutes, expertBarRoutes, expertTableRoutes, batchRoutes, batchPageRoutes,
    baseRoutes, basePeopleRoutes, inspectionsRoutes, awardBudgetRoutes, awardLedgerRoutes,
    baseStatisticsRoutes,
    accountRoutes, grantRoutes, auditRoutes, statisticsRoutes, lobbyingRoutes, publicRoutes,
  ]) routes(app, registers)
  const files = smallFiles(options.dataDir)
  objectionRoutes(app, { ...door, files })
  if (options.portalRenderer) {
    const queries = portalQueries(registers)
    const portal = portalPages(queries, { renderer: options.portalRenderer })
    portalRoutes(app, portal, options.origin)
    const { 'objection.evidenceFiles': pieces, 'objection.evidenceMB': each } = objectionSettings
    objectionPageRoutes(app, objectionPages(portal, queries, objectionActs({ asSystem: of.asSystem, jobs: pools.jobs, wording, clock, jurisdiction, files })), { ...(options.origin && { origin: options.origin }), uploadMB: pieces.value * each.value + 1 })
  }
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => openApiOf(app.swagger() as Document, engines, { application: applicationExample() }))
  if (options.setupCode) setupRoutes(app, { jobs: pools.jobs, clock, newId, jurisdiction, code: options.setupCode })
  if (options.webDir) await workbenchPages(app, options.webDir)
  if (demo) demoClock(app, of, runSchedule)
  metrics(app, { app: pools.app, jobs: pools.jobs })
  app.get('/healthz', { config: { access: 'public' }, schema: { hide: true } }, async () => ({ ok: true }))
  app.get('/readyz', { config: { access: 'public' }, schema: { hide: true } }, async () => { await pools.app.query('select 1'); return { ok: true } })
  return { app, platform: of }
}
