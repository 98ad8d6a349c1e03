import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printOpenPapers } from '../../src/app.ts'
import { objectionPages } from '../../src/portal/portal.objections.ts'
import { portalPages } from '../../src/portal/portal.ts'
import { inspectionExamples } from '../../src/procedures/inspection/inspection.examples.ts'
import { inspectionPlanExamples } from '../../src/procedures/inspection-plan/inspection-plan.commands.ts'
import { suspensionExamples } from '../../src/procedures/suspension/suspension.commands.ts'
import { isHome, places } from '../../src/web/shell/homes.ts'
import type { Session } from '../../src/contract.ts'
import { casework } from '../casework.ts'
import { settled } from './acts.ts'
import { desk, openStage, phone, type Seat, type Stage, unmeant } from './stage.ts'

const root = join(import.meta.dirname, '..', '..')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** One of every role; who holds two roles sees the pages of both. */
const everyone = ['host.carbon', 'partner.univ', 'director.carbon', 'county.yuci', 'county.yuci.lead', 'city.officer', 'city.lead', 'city.supervisor', 'first member', 'client.auto', 'sysadmin', 'secadmin', 'auditor']

let stage: Stage
/** What the addresses with a name in them show here. */
const shown: Record<string, string> = {}

beforeAll(async () => {
  stage = await openStage()
  await aTownInEveryState()
})
afterAll(() => stage.close())

describe('the workbench', () => {
  /** Everybody goes to the pages of his bar; these go to the addresses of the others, and to the further ones of a page. */
  const addresses: Record<string, { at?: () => string[]; who?: string[] }> = {
    '/': { at: () => ['/', '/?view=others', '/?view=done'], who: ['county.yuci'] },
    '/cases': { at: () => ['/cases?procedure=recognition'], who: ['host.carbon'] },
    '/cases/$number': { at: () => [shown.submitted!, shown.notice!, shown.publicNotice!, shown.panel!, shown.closed!, shown.committed!, shown.change!, shown.visit!, shown.rectifying!, shown.suspension!, shown.plan!, `${shown.plan}?step=choose`, shown.campaign!, shown.assessment!].map((number) => `/cases/${number}`), who: ['city.officer'] },
    '/cases/$number/draw': { at: () => [shown.panel!, shown.convened!, shown.committed!].map((number) => `/cases/${number}/draw`), who: ['city.officer', 'city.supervisor'] },
    '/draws': {},
    '/cases/$number/visit': { at: () => [`/cases/${shown.visit}/visit`], who: ['city.officer'] },
    '/cases/$number/inspect': { at: () => [`/cases/${shown.inspection}/inspect`], who: ['city.officer'] },
    '/inspections': { at: () => ['', '?tab=rectifying', '?tab=suspensions', '?tab=plans', '?tab=closed', '?open=inspection'].map((search) => `/inspections${search}`), who: ['county.yuci', 'city.officer'] },
    '/matters': { at: () => ['/matters', '/matters?late=yes'], who: ['city.officer', 'county.yuci', 'host.iron'] },
    '/matters/new': { at: () => ['/matters/new', `/matters/new?base=${shown.base}`], who: ['host.iron', 'city.officer'] },
    '/accident': { who: ['host.iron'] },
    '/awards': { who: ['city.officer'] },
    '/assessment': { who: ['city.officer', 'county.yuci', 'director.carbon'] }, '/report/$number': { at: () => ['A', 'L', 'preview'].map((section) => `/report/${shown.assessment}#${section}`), who: ['director.carbon'] },
    '/cases/$number/sample': { at: () => [`/cases/${shown.assessment}/sample`], who: ['city.officer'] }, '/cases/$number/points': { at: () => [`/cases/${shown.assessment}/points`], who: ['city.officer'] }, '/cases/$number/grades': { at: () => [`/cases/${shown.campaign}/grades`], who: ['city.officer'] },
    '/apply/$number': { at: () => ['A', 'E', 'preview'].map((section) => `/apply/${shown.draft}#${section}`), who: ['host.carbon'] },
    '/bases/$number/$table': { at: () => ['equipment', 'staff', 'meetings'].map((table) => `/bases/${shown.base}/${table}`), who: ['city.officer'] }, '/watch': { at: () => ['/watch?within=3660'], who: ['city.officer', 'county.yuci'] },
    '/bases/$number/readiness': { at: () => ['', '?set=dazhou'].map((set) => `/bases/${shown.base}/readiness${set}`), who: ['city.officer'] }, '/readiness': { at: () => ['/readiness', '/readiness?set=hefei'], who: ['city.officer'] },
    '/bases/$number': { at: () => [`/bases/${shown.base}`], who: ['city.officer', 'host.iron'] },
    '/law/$no': { at: () => ['/law/10'], who: ['county.yuci'] },
    '/tasks/$panel/$case': { at: () => [`/tasks/${shown.panel}/${shown.panelCase}`], who: ['first member', 'second member'] },
    '/setup': {}, '/password': { who: ['county.yuci'] },
    '/rules': { at: () => ['', '?key=county.reviewDays', '?tab=readings', '?tab=bases', '?tab=calendar', '?tab=coverage'].map((tab) => `/rules${tab}`), who: ['city.officer'] },
    '/experts/$id': { at: () => ['/experts/p-expert-01'], who: ['city.officer', 'city.lead'] }, '/batches/$id': { at: () => ['/batches/2026-2'], who: ['city.officer'] },
    '/apply': {}, '/bases': {}, '/law': {}, '/tasks': {}, '/profile': {}, '/organisation': {}, '/statistics': {}, '/verify-log': {}, '/lobbying': {}, '/audit': {},
    '/organisations': {}, '/experts': {}, '/batches': {}, '/accounts': {}, '/grants': {},
  }

  test('every route of src/web/routes.tsx is looked at', () => {
    const routes = [...readFileSync(join(root, 'src/web/routes.tsx'), 'utf8').matchAll(/'(\/[^']*)'/g)].map(([, path]) => path!).filter((path) => path !== '/work')
    expect(Object.keys(addresses).sort()).toEqual([...new Set(routes)].sort())
  })

  const tour = async (username: string): Promise<string[]> => {
    const seat = await stage.seat({ 'first member': shown.first, 'second member': shown.second }[username] ?? username)
    const { homes } = await (await seat.context.request.get('/api/session')).json() as Session
    const own = homes.filter(isHome).map((home) => places[home])
    const paths = [
      ...own.map(({ to, procedure }) => (procedure ? `${to}?procedure=${procedure}` : to)),
      ...Object.entries(addresses).flatMap(([route, { at, who }]) => (who?.includes(username) ? at?.() ?? [route] : [])),
    ]
    const wrong: string[] = []
    for (const path of new Set(paths)) wrong.push(...(await looksAt(seat, `/work${path}`)).map((fault) => `${username} ${fault}`))
    await seat.leaves()
    return wrong
  }

  test.each(everyone)('%s: WCAG 2.2 AA on every page of the bar, on the desk and on a phone, and no error', async (username) => {
    expect(await tour(username)).toEqual([])
  })

  test('while the words of procedures and settings are on their way no key stands in for them', async () => {
    const seat = await stage.seat('county.taigu')
    const { page } = seat
    let arrive = () => {}
    const words = new Promise<void>((done) => { arrive = done })
    for (const late of ['**/api/procedures', /\/settings-[^/]*\.js$/]) await page.route(late, async (route) => { await words; await route.continue() })
    const main = page.locator('main')
    for (const [path, key] of [['/work/', 'recognition'], [`/work/cases/${shown.submitted}`, 'submitted']] as const) {
      await seat.goes(path)
      await main.getByText(shown.submitted!).filter({ visible: true }).first().waitFor()
      expect(await main.innerText()).not.toMatch(new RegExp(`\\b${key}\\b|county\\.reviewDays`))
    }
    arrive()
    await main.getByText('待初审').first().waitFor()
    expect(unmeant(seat)).toEqual([])
    await seat.leaves()
  })

  test('the sign-in page, and an address nobody knows', async () => {
    const stranger = await stage.seat()
    for (const path of ['/work/', '/work/setup']) expect(await looksAt(stranger, path)).toEqual([])
    const seat = await stage.seat('county.yuci')
    expect(await looksAt(seat, '/work/nothing-here')).toEqual([])
    await Promise.all([stranger.leaves(), seat.leaves()])
  })
})

describe('the portal', () => {
  const addresses: Record<string, () => string[]> = {
    '/': () => ['/', '/?lang=en', '/?type=large'], '/bases': () => ['/bases', '/bases?q=nothing'], '/bases/:id': () => [`/bases/${shown.base}`],
    '/notices': () => ['/notices'], '/draws': () => ['/draws'], '/notices/:number': () => [`/notices/${shown.publicNotice}`], '/law': () => ['/law'], '/law/:article': () => ['/law/10', '/law/22'],
    '/verify': () => ['/verify', `/verify?number=${shown.certificate}`], '/statistics': () => ['/statistics'], '/data': () => ['/data'], '/accessibility': () => ['/accessibility'], '/privacy': () => ['/privacy'],
    '/notices/:number/object': () => [`/notices/${shown.publicNotice}/object`], '/objections': () => ['/objections'], '/revocations': () => ['/revocations'], '/grades': () => ['/grades', '/grades?lang=en'],
  }
  const contents: Record<string, RegExp> = { '/bases': /晋中市玛钢精密铸造中试基地/, '/notices': /公示/, '/law': /第一条/, '/law/10': /第十条/, '/statistics': /\d/ }
  const all = () => Object.values(addresses).flatMap((of) => of())

  test('every page of the portal is looked at', () => {
    const pages = portalPages({} as never, { renderer: '' }).pages.map(({ path }) => path).filter((path) => !path.includes('.'))
    const objections = [...readFileSync(join(root, 'src/objection-pages.ts'), 'utf8').matchAll(/\.get\('(\/[^']*)'/g)].map(([, path]) => path!)
    expect(objectionPages).toBeDefined()
    expect(Object.keys(addresses).sort()).toEqual([...new Set([...pages, ...objections])].sort())
  })

  test('WCAG 2.2 AA on every page, on the desk and on a phone, and no error', async () => {
    const seat = await stage.seat()
    const wrong: string[] = []
    for (const path of all()) wrong.push(...await looksAt(seat, path))
    expect(wrong).toEqual([])
    await seat.leaves()
  })

  test('with scripts off every page shows its content', async () => {
    const seat = await stage.seat(undefined, { javaScriptEnabled: false })
    for (const path of all()) {
      const answer = await seat.goes(path)
      expect({ path, status: answer?.status() }).toEqual({ path, status: 200 })
      expect((await seat.page.locator('main').textContent())!.trim().length, path).toBeGreaterThan(60)
      await seat.page.locator('h1').first().waitFor()
      if (contents[path]) expect(await seat.page.locator('main').textContent()).toMatch(contents[path])
    }
    const missing = await seat.goes('/nothing-here')
    expect(missing?.status()).toBe(404)
    await seat.page.getByRole('heading', { level: 1 }).waitFor()
    await seat.leaves()
  })
})

/** Opens a page and tells everything that is wrong with it, at both sizes. */
async function looksAt(seat: Seat, path: string): Promise<string[]> {
  const { page, faults } = seat
  faults.length = 0
  await page.setViewportSize(desk)
  await page.goto(path)
  const wrong: string[] = []
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    await settled(page)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    if (wide > 0) wrong.push(`${path} ${size.width}: ${wide} px wider than the screen, ${await page.evaluate<string>(widest)}`)
    wrong.push(...(await violations(page, size)).map((violation) => `${path} ${size.width}: ${violation}`))
  }
  // Only the first run of a new installation has something to set up.
  return [...wrong, ...unmeant(seat, /^404 GET \/api\/setup$/).map((fault) => `${path}: ${fault}`)]
}

const widest = `(() => {
  const [most] = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).slice(-1)
  return most ? most.tagName.toLowerCase() + '.' + most.className + ' ' + (most.textContent || '').trim().slice(0, 30) : ''
})()`

/** What a page is made of, each part with the one it stands in: whoever is made of nothing but what has been judged at this width is judged. */
const judged = new Set<string>()
const parts = `(() => {
  const named = (one) => one ? [one.tagName, one.getAttribute('class'), ...['role', 'type', 'aria-expanded', 'aria-current', 'aria-selected', 'disabled'].map((name) => one.getAttribute(name)), ['id', 'aria-label', 'aria-labelledby', 'alt', 'title', 'for'].filter((name) => one.hasAttribute(name))].join('.') : ''
  return [...new Set([...document.querySelectorAll('body *')].map((one) => named(one.parentElement) + ' > ' + named(one)))]
})()`

async function violations(page: Page, { width, height }: typeof desk): Promise<string[]> {
  const fresh = (await page.evaluate<string[]>(parts)).map((part) => `${width} ${part}`).filter((part) => !judged.has(part))
  if (fresh.length === 0) return []
  for (const part of fresh) judged.add(part)
  // As tall as the page: what a bar at the foot covers can be scrolled away from under it.
  await page.setViewportSize({ width, height: Math.max(height, await page.evaluate<number>('document.documentElement.scrollHeight')) })
  await page.evaluate(`window.axe || (() => { ${axe} })()`)
  return page.evaluate<string[]>(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + (failureSummary || '').replace(/\\s+/g, ' ').slice(0, 160))))`)
}

/** An inspection to be recorded, one that is rectified, a hold and a plan, all of one base. */
async function inspected(base: string) {
  const { town } = stage
  const [city, officer, lead] = [await town.as('city.officer'), await town.as('county.taigu'), await town.as('county.taigu.lead')]
  const next = await city.opened('inspection', { ...inspectionExamples.open, base })
  await city.did(next.id, 'goUnannounced', inspectionExamples.goUnannounced)
  const other = await officer.opened('inspection', { ...inspectionExamples.open, base })
  await officer.did(other.id, 'goUnannounced', inspectionExamples.goUnannounced)
  await officer.did(other.id, 'record', inspectionExamples.record)
  await officer.did(other.id, 'proposeRectification', { ...inspectionExamples.proposeRectification, demands: [{ item: 'J1.2', demand: '补办消防验收。', dueOn: '2027-01-22' }] })
  await lead.did(other.id, 'requireRectification')
  const held = await officer.opened('suspension', { ...suspensionExamples.suspend, base })
  const plan = await city.opened('inspection-plan', inspectionPlanExamples.open)
  return { inspection: next.number, rectifying: other.number, suspension: held.number, plan: plan.number }
}

/** A recognised base, one on notice, one to be visited, a panel that scores, one with the county, a draft, and a rule change. */
async function aTownInEveryState() {
  const { town } = stage
  const work = casework({ ...town, on: () => undefined })
  const numberOf = async (id: string) => (await (await town.as('city.officer')).detail(id)).case.number
  const [iron, hydraulic, coke] = [await work.queued('iron'), await work.queued('hydraulic'), await work.queued('coke')]
  await work.concluded([iron, hydraulic, coke])
  await work.onNotice(iron)
  await town.anyone.call('POST', '/api/demo/clock', { today: '2026-11-30' })
  await (await town.as('city.lead')).did(iron.id, 'recognise')
  await work.appoints(iron, 'director.carbon', 'base.director')
  const campaign = await (await town.as('city.officer')).opened('assessment-campaign', { year: 2026 })
  await (await town.as('city.lead')).did(campaign.id, 'open')
  await work.onNotice(hydraulic)
  const recognition = (await (await town.as('city.lead')).detail(iron.id)).case.file.recognition as { baseId: string; certificateNo: string }
  const queued = await work.queued('glassware')
  const panel = await work.scoring([queued])
  const [convened, committed] = [await work.convened([await work.queued('gears')]), await work.committed([await work.queued('anode')])]
  // One far from the others, so that there is something to explain.
  const closed = await work.closed([await work.queued('engine'), await work.queued('filter')], { sheet: ({ seat }) => (seat === 'technical-1' ? work.low : {}) })
  // One member scores, the other has still to declare.
  await (await town.as(panel.members[1]!.username)).did(panel.id, 'declareConflict', { about: queued.id, answers: { kinship: false, equity: false, paid: false, research: false, other: false } })
  const [submitted, draft] = [await work.submitted('fittings'), await work.filled('carbon')]
  // Papers are printed by the minute where the platform runs; a page shows their fingerprints.
  while (await printOpenPapers(town.platform) > 0);
  const notices = (await (await town.as('city.officer')).call<{ rows: { number: string; status: string }[] }>('GET', '/api/cases?procedure=public-notice&status=published')).body.rows
  Object.assign(shown, await inspected(recognition.baseId), {
    campaign: campaign.number, assessment: (await (await town.as('city.officer')).call<{ rows: { number: string }[] }>('GET', '/api/assessments?year=2026')).body.rows[0]!.number, base: recognition.baseId, certificate: recognition.certificateNo, publicNotice: notices[0]!.number, notice: await numberOf(hydraulic.id), visit: await numberOf(coke.id),
    panel: await numberOf(panel.id), panelCase: queued.id, first: panel.members[0]!.username, second: panel.members[1]!.username,
    convened: await numberOf(convened.id), committed: await numberOf(committed.id), closed: await numberOf(closed.id), submitted: await numberOf(submitted.id), draft: (await (await town.as('host.carbon')).detail(draft.id)).case.number, change: await numberOf(await work.changeProposed()),
  })
}
