/** A town with its pages on a real port and a browser before them: everybody of the town can sit down at it. */
import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext, Page, Response } from 'playwright-core'
import { personId } from '../../src/demo/institutions.ts'
import { rowsOf, sql } from '../../src/platform/query.ts'
import { cookieName } from '../../src/platform/http.ts'
import { openBrowser } from '../browser.ts'
import { tokenOf } from '../casework.ts'
import { jurisdiction, openTown, type Town } from '../town.ts'
import { built } from './dist.ts'

/** The office PC and the phone of the guide. */
export const desk = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }
/** A Monday within the published calendar: the first day of a journey that names no other. */
export const today = '2026-11-23'

export type Stage = Awaited<ReturnType<typeof openStage>>
export type Seat = { context: BrowserContext; page: Page; /** What went wrong in the browser, to be empty at the end. */ faults: string[]; goes: (path: string) => Promise<Response | null>; leaves: () => Promise<void> }
export type SeatOptions = { viewport?: { width: number; height: number }; language?: 'zh' | 'en'; javaScriptEnabled?: boolean }

/**
 * Whenever the journey begins, the clocks of server and browser begin at nine on its first day and run on from there: no journey meets
 * midnight, a weekend or the end of the calendar on its way. Later days are those of the platform's own date, as in the demo world.
 */
export async function openStage({ debuggingPort, day = today }: { debuggingPort?: number; day?: string } = {}) {
  const pages = await built()
  const shift = Date.parse(`${day}T01:00:00.000Z`) - Date.now()
  const now = () => new Date(Date.now() + shift)
  const town = await openTown({ clock: now, webDir: pages.webDir, portalRenderer: pages.portalRenderer })
  await town.app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(town.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser({ debuggingPort })

  /** A place at a screen; with a user name somebody sits there signed in. */
  const seat = async (username?: string, { viewport = desk, language = 'zh', javaScriptEnabled = true }: SeatOptions = {}): Promise<Seat> => {
    const context = await browser.newContext({ baseURL: origin, viewport, javaScriptEnabled, locale: language === 'zh' ? 'zh-CN' : 'en', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...(viewport.width < 900 && { hasTouch: true, isMobile: true }) })
    context.setDefaultTimeout(30_000)
    await context.addInitScript(clockMoved, shift)
    if (username) await signsIn(context, username)
    if (language === 'en') await context.addInitScript('localStorage.setItem("zhongshi.language", "en")')
    const page = await context.newPage()
    const faults = watched(page)
    return { context, page, faults, goes: (path) => page.goto(path), leaves: () => context.close() }
  }
  /** By a session of its own, as after the sign-in page. */
  const signsIn = async (context: BrowserContext, username: string) =>
    context.addCookies([{ name: cookieName, value: await tokenOf({ pools: town.pools, now }, username), url: origin, httpOnly: true, sameSite: 'Lax' }])

  /** The platform's own date goes on to a day, with all that falls due on the way. */
  const goesOnTo = async (day: string) => {
    const answer = await (await town.as('city.officer')).call('POST', '/api/demo/clock', { today: day })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  return {
    town, origin, browser, seat, goesOnTo, signsIn, password: town.password,
    /** What every screen shows, for whoever looks for the reason of a failure. */
    lookBack: async (folder: string) => { for (const [index, page] of browser.contexts().flatMap((context) => context.pages()).entries()) await page.screenshot({ path: join(folder, `failed-${index}.png`) }).catch(() => undefined) },
    close: async () => { await browser.close(); await town.close(); rmSync(pages.folder, { recursive: true, force: true }) },
  }
}

/** A second person who writes for an institution. */
export const joinsHost = (town: Town, username: string, org: string) => rowsOf(town.pools.jobs, sql`
  insert into assignment (jurisdiction, id, person, role, org, valid_from) values (${jurisdiction}, ${`clerk-${username}`}, ${personId(username)}, 'host.clerk', ${org}, '2020-01-01')`)

/** In the browser: its clock shows another time and runs on; what waits, waits as long as ever. */
function clockMoved(shift: number) {
  const Real = Date
  class Moved extends Real {
    constructor(...given: []) { super(...(given.length > 0 ? given : [Real.now() + shift]) as []) }
    static override now() { return Real.now() + shift }
  }
  globalThis.Date = Moved as DateConstructor
}

/** Errors of pages, of the console (the content policy speaks there) and requests that failed. */
function watched(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`))
  page.on('console', (message) => {
    // An answer of 4xx is told by the response below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') faults.push(`request: ${request.method()} ${request.url()} ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`)
  })
  return faults
}

/** Faults that were meant: refusals a test provoked, and the question whether somebody is signed in. */
export const unmeant = (seat: Seat, ...meant: RegExp[]) => seat.faults.filter((fault) => ![/^401 GET \/api\/session$/, ...meant].some((one) => one.test(fault)))
export type { Town }
