/** A town with its pages on a real port and a browser before them: everybody of the town can sit down at it. */
import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext, Page, Response } from 'playwright-core'
import { personId } from '../../src/demo/institutions.ts'
import { daysBetween } from '../../src/kernel/day.ts'
import { rowsOf, sql } from '../../src/platform/query.ts'
import { cookieName } from '../../src/platform/http.ts'
import { openBrowser } from '../browser.ts'
import { tokenOf } from '../casework.ts'
import { jurisdiction, openTown, type Town } from '../town.ts'
import { built } from './dist.ts'

/** The office PC and the phone of the guide. */
export const desk = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }
/** A Monday within the published calendar. */
export const today = '2026-11-23'

export type Stage = Awaited<ReturnType<typeof openStage>>
export type Seat = { context: BrowserContext; page: Page; /** What went wrong in the browser, to be empty at the end. */ faults: string[]; goes: (path: string) => Promise<Response | null>; leaves: () => Promise<void> }
export type SeatOptions = { viewport?: { width: number; height: number }; language?: 'zh' | 'en'; javaScriptEnabled?: boolean }

/** The clock of the server runs as that of the browser does; the platform's own date is moved, as in the demo world. */
export async function openStage({ debuggingPort }: { debuggingPort?: number } = {}) {
  const pages = await built()
  const town = await openTown({ clock: () => new Date(), webDir: pages.webDir, portalRenderer: pages.portalRenderer })
  await rowsOf(town.pools.jobs, sql`update demo_clock set shift_days = ${daysBetween(shanghaiDay(), today)} where jurisdiction = ${jurisdiction}`)
  await town.app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(town.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser({ debuggingPort })

  /** A place at a screen; with a user name somebody sits there signed in. */
  const seat = async (username?: string, { viewport = desk, language = 'zh', javaScriptEnabled = true }: SeatOptions = {}): Promise<Seat> => {
    const context = await browser.newContext({ baseURL: origin, viewport, javaScriptEnabled, locale: language === 'zh' ? 'zh-CN' : 'en', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...(viewport.width < 900 && { hasTouch: true, isMobile: true }) })
    context.setDefaultTimeout(15_000)
    if (username) await signsIn(context, username)
    if (language === 'en') await context.addInitScript('localStorage.setItem("zhongshi.language", "en")')
    const page = await context.newPage()
    const faults = watched(page)
    return { context, page, faults, goes: (path) => page.goto(path), leaves: () => context.close() }
  }
  /** By a session of its own, as after the sign-in page. */
  const signsIn = async (context: BrowserContext, username: string) =>
    context.addCookies([{ name: cookieName, value: await tokenOf({ pools: town.pools, now: () => new Date() }, username), url: origin, httpOnly: true, sameSite: 'Lax' }])

  return {
    town, origin, browser, seat, signsIn, password: town.password,
    /** What every screen shows, for whoever looks for the reason of a failure. */
    lookBack: async (folder: string) => { for (const [index, page] of browser.contexts().flatMap((context) => context.pages()).entries()) await page.screenshot({ path: join(folder, `failed-${index}.png`) }).catch(() => undefined) },
    close: async () => { await browser.close(); await town.close(); rmSync(pages.folder, { recursive: true, force: true }) },
  }
}

/** A second person who writes for an institution. */
export const joinsHost = (town: Town, username: string, org: string) => rowsOf(town.pools.jobs, sql`
  insert into assignment (jurisdiction, id, person, role, org, valid_from) values (${jurisdiction}, ${`clerk-${username}`}, ${personId(username)}, 'host.clerk', ${org}, '2020-01-01')`)

const shanghaiDay = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

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
