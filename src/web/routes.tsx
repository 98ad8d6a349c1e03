import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { client, sessionQuery } from './queries.ts'
import { Frame } from './shell/frame.tsx'
import { NotFound, PageFault } from './shell/fault.tsx'

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined
const texts =
  <Names extends string>(...names: Names[]) =>
  (search: Record<string, unknown>): { [N in Names]?: string } =>
    Object.fromEntries(names.flatMap((name) => (text(search[name]) ? [[name, text(search[name])]] : []))) as { [N in Names]?: string }

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: PageFault,
  loader: () => client.ensureQueryData(sessionQuery).catch(() => null),
})

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component })

const worklist = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: texts('view', 'procedure'),
  component: lazyRouteComponent(() => import('./worklist/worklist.page.tsx'), 'WorklistPage'),
})
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: texts('q', 'procedure', 'status', 'county', 'sort', 'open'),
  component: lazyRouteComponent(() => import('./case/cases.page.tsx'), 'CasesPage'),
})
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$number',
  validateSearch: texts('section', 'step', 'law'),
  component: lazyRouteComponent(() => import('./case/case.page.tsx'), 'CasePage'),
})
const bases = createRoute({
  getParentRoute: () => root,
  path: '/bases',
  validateSearch: texts('q', 'status', 'county'),
  component: lazyRouteComponent(() => import('./admin/bases.page.tsx'), 'BasesPage'),
})
const inspections = createRoute({
  getParentRoute: () => root,
  path: '/inspections',
  validateSearch: texts('tab', 'open', 'base', 'inspection'),
  component: lazyRouteComponent(() => import('./inspect/inspections.page.tsx'), 'InspectionsPage'),
})
const matters = createRoute({
  getParentRoute: () => root,
  path: '/matters',
  validateSearch: texts('q', 'code', 'kind', 'status', 'base', 'late', 'undeclared'),
  component: lazyRouteComponent(() => import('./matters/matters.page.tsx'), 'MattersPage'),
})
const assessment = createRoute({
  getParentRoute: () => root,
  path: '/assessment',
  validateSearch: texts('year'),
  component: lazyRouteComponent(() => import('./assess/board.page.tsx'), 'AssessmentPage'),
})
const newMatter = createRoute({
  getParentRoute: () => root,
  path: '/matters/new',
  validateSearch: texts('base'),
  component: lazyRouteComponent(() => import('./matters/new.page.tsx'), 'NewMatterPage'),
})
const accident = createRoute({
  getParentRoute: () => root,
  path: '/accident',
  validateSearch: texts('base'),
  component: lazyRouteComponent(() => import('./matters/accident.page.tsx'), 'AccidentPage'),
})
const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: texts('county', 'field'),
  component: lazyRouteComponent(() => import('./admin/statistics.page.tsx'), 'StatisticsPage'),
})
const base = createRoute({
  getParentRoute: () => root,
  path: '/bases/$number',
  validateSearch: texts('on'),
  component: lazyRouteComponent(() => import('./bases/base.page.tsx'), 'BasePage'),
})
const baseTable = createRoute({
  getParentRoute: () => root,
  path: '/bases/$number/$table',
  validateSearch: texts('on', 'q', 'page'),
  component: lazyRouteComponent(() => import('./bases/table.page.tsx'), 'BaseTablePage'),
})
const baseReadiness = createRoute({
  getParentRoute: () => root,
  path: '/bases/$number/readiness',
  validateSearch: texts('set'),
  component: lazyRouteComponent(() => import('./bases/readiness.page.tsx'), 'ReadinessPage'),
})
const readiness = createRoute({
  getParentRoute: () => root,
  path: '/readiness',
  validateSearch: texts('set'),
  component: lazyRouteComponent(() => import('./bases/readiness.page.tsx'), 'ReadinessListPage'),
})
const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch',
  validateSearch: texts('within', 'base', 'of'),
  component: lazyRouteComponent(() => import('./bases/watch.page.tsx'), 'WatchPage'),
})
const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: texts('tab', 'key', 'q', 'group'),
  component: lazyRouteComponent(() => import('./rules/rules.page.tsx'), 'RulesPage'),
})
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: texts('q', 'from', 'to', 'what'),
  component: lazyRouteComponent(() => import('./admin/audit.page.tsx'), 'AuditPage'),
})
const experts = createRoute({
  getParentRoute: () => root,
  path: '/experts',
  validateSearch: texts('q', 'field', 'specialty', 'standing'),
  component: lazyRouteComponent(() => import('./pool/experts.page.tsx'), 'ExpertsPage'),
})
const filtered = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: texts('q'), component })

export const router = createRouter({
  basepath: '/work',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 300,
  routeTree: root.addChildren([
    worklist,
    cases,
    oneCase,
    bases,
    base,
    baseTable,
    baseReadiness,
    readiness,
    watch,
    inspections,
    matters,
    assessment,
    newMatter,
    accident,
    statistics,
    rules,
    audit,
    page(
      '/cases/$number/visit',
      lazyRouteComponent(() => import('./visit/visit.page.tsx'), 'VisitPage'),
    ),
    page(
      '/cases/$number/draw',
      lazyRouteComponent(() => import('./draw/draw.page.tsx'), 'DrawPage'),
    ),
    page(
      '/draws',
      lazyRouteComponent(() => import('./draw/draws.page.tsx'), 'DrawsPage'),
    ),
    page(
      '/cases/$number/inspect',
      lazyRouteComponent(() => import('./inspect/inspect.page.tsx'), 'InspectPage'),
    ),
    page(
      '/report/$number',
      lazyRouteComponent(() => import('./assess/report.page.tsx'), 'ReportPage'),
    ),
    page(
      '/cases/$number/sample',
      lazyRouteComponent(() => import('./assess/sample.page.tsx'), 'SamplePage'),
    ),
    page(
      '/cases/$number/points',
      lazyRouteComponent(() => import('./assess/points.page.tsx'), 'PointsPage'),
    ),
    page(
      '/cases/$number/grades',
      lazyRouteComponent(() => import('./assess/grades.page.tsx'), 'GradesPage'),
    ),
    page(
      '/apply',
      lazyRouteComponent(() => import('./apply/apply.page.tsx'), 'ApplyPage'),
    ),
    page(
      '/apply/$number',
      lazyRouteComponent(() => import('./apply/form.page.tsx'), 'ApplyFormPage'),
    ),
    page(
      '/law',
      lazyRouteComponent(() => import('./law/law.page.tsx'), 'LawPage'),
    ),
    page(
      '/law/$no',
      lazyRouteComponent(() => import('./law/law.page.tsx'), 'LawPage'),
    ),
    page(
      '/tasks',
      lazyRouteComponent(() => import('./expert/tasks.page.tsx'), 'TasksPage'),
    ),
    page(
      '/tasks/$panel/$case',
      lazyRouteComponent(() => import('./expert/score.page.tsx'), 'ScorePage'),
    ),
    page(
      '/profile',
      lazyRouteComponent(() => import('./admin/profile.page.tsx'), 'ProfilePage'),
    ),
    page(
      '/organisation',
      lazyRouteComponent(() => import('./admin/organisation.page.tsx'), 'OrganisationPage'),
    ),
    page(
      '/awards',
      lazyRouteComponent(() => import('./award/awards.page.tsx'), 'AwardsPage'),
    ),
    page(
      '/verify-log',
      lazyRouteComponent(() => import('./admin/verify.page.tsx'), 'VerifyPage'),
    ),
    page(
      '/lobbying',
      lazyRouteComponent(() => import('./admin/lobbying.page.tsx'), 'LobbyingPage'),
    ),
    page(
      '/password',
      lazyRouteComponent(() => import('./shell/password.page.tsx'), 'PasswordPage'),
    ),
    page(
      '/setup',
      lazyRouteComponent(() => import('./shell/setup.page.tsx'), 'SetupPage'),
    ),
    filtered(
      '/organisations',
      lazyRouteComponent(() => import('./admin/organisations.page.tsx'), 'OrganisationsPage'),
    ),
    experts,
    page(
      '/experts/$id',
      lazyRouteComponent(() => import('./pool/expert.page.tsx'), 'ExpertPage'),
    ),
    page(
      '/batches/$id',
      lazyRouteComponent(() => import('./pool/batch.page.tsx'), 'BatchPage'),
    ),
    filtered(
      '/batches',
      lazyRouteComponent(() => import('./pool/batches.page.tsx'), 'BatchesPage'),
    ),
    filtered(
      '/accounts',
      lazyRouteComponent(() => import('./admin/accounts.page.tsx'), 'AccountsPage'),
    ),
    filtered(
      '/grants',
      lazyRouteComponent(() => import('./admin/grants.page.tsx'), 'GrantsPage'),
    ),
  ]),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
