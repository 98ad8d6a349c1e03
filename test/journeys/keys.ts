/** Somebody who has no mouse: Tab, arrows and Enter, and at every stop one must see where one is. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export type Stop = { text: string; name: string; seen: boolean; covered: boolean; inDialog: boolean; outside: boolean }

export const focused = (page: Page) => page.evaluate<Stop>(`(() => {
  const one = document.activeElement
  const text = (one.textContent || '').trim()
  const outside = one === document.body || one === document.documentElement
  // A radio hidden inside its label shows the ring on the label, a box inside a frame of its own on the frame.
  const shown = one.classList.contains('sr') ? one.parentElement : one.closest('.search, td.edit') || one
  const style = getComputedStyle(shown)
  const { left, top, right, bottom } = shown.getBoundingClientRect()
  const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]]
  const hits = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((hit) => hit && (shown.contains(hit) || hit.contains(shown)))
  return { text, name: one.getAttribute('aria-label') || text.slice(0, 40) || one.tagName, outside, inDialog: !!one.closest('dialog'), covered: !outside && hits.length === 0,
    seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' }
})()`)

const matches = (page: Page, selector: string) => page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)

/** Presses Tab until something that matches has the focus; on the way every stop shows itself, and nothing lies over it. */
export async function tabsTo(page: Page, selector: string, { back = false, most = 150 } = {}): Promise<Stop> {
  const passed: string[] = []
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const at = await focused(page)
    if (!at.outside) expect(at, `after ${stops} stops on the way to ${selector}`).toMatchObject({ seen: true, covered: false })
    if (await matches(page, selector)) return at
    passed.push(at.name)
  }
  throw new Error(`${selector} cannot be reached with Tab: ${passed.join(" / ")}`)
}

/** To a control of a place of the form. */
export const tabsToField = (page: Page, path: string) => tabsTo(page, ['input', 'textarea', 'select', 'button:not(.cite)'].map((control) => `[data-path="${path}"] ${control}`).join())

/** In a row of choices that has the focus: the arrows move and choose. */
export async function chooses(page: Page, choice: string) {
  const name = () => page.evaluate<string>("document.activeElement.closest('label')?.textContent.trim() ?? ''")
  const taken = () => page.evaluate<boolean>('document.activeElement.checked === true')
  for (let stops = 0; stops < 12; stops++) {
    if (await name() === choice) {
      if (!(await taken())) await page.keyboard.press('Space')
      expect(await taken()).toBe(true)
      return
    }
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no choice ${choice}`)
}

/** In a list box that has the focus: the arrows go through it. */
export async function picks(page: Page, label: string) {
  const shown = () => page.evaluate<string>('document.activeElement.selectedOptions?.[0]?.textContent')
  await page.keyboard.press('Home')
  for (let stops = 0; stops < 60 && await shown() !== label; stops++) await page.keyboard.press('ArrowDown')
  expect(await shown()).toBe(label)
}

/** The focus arrives where it is led to. */
export const takesFocus = (page: Page, selector: string) => expect.poll(() => matches(page, selector), { timeout: 10_000, message: `the focus comes to ${selector}` }).toBe(true)

/** Writes over what stands in the box that has the focus, as it is when one comes with Tab. */
export const presses = (page: Page, text: string) => page.keyboard.type(text)
