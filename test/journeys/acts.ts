/** What people do at a screen, in the words they see there. */
import type { Locator, Page } from 'playwright-core'

/** Waits until a text stands on the page. */
export const sees = (page: Page | Locator, text: string | RegExp) => page.getByText(text).first().waitFor()

/** At the sign-in page, with the keys. */
export async function signsInByHand(page: Page, username: string, password: string) {
  await page.goto('/work/')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** One of a row of choices. */
export const chooses = (place: Page | Locator, group: string | RegExp, choice: string) =>
  place.getByRole('radiogroup', { name: group }).getByText(choice, { exact: true }).click()

/** Opens a step in the column of what may be done; the dialog, or the panel beside the material. */
export async function opensStep(page: Page, says: string): Promise<Locator> {
  await page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: new RegExp(`^(${says}…?|继续填写)$`) }).first().click()
  const place = page.locator('[data-step]')
  await place.getByRole('heading', { name: new RegExp(`^${says}`) }).waitFor()
  return place
}

/** Takes a step from the column to its receipt. */
export async function takes(page: Page, says: string, writes: (step: Locator) => Promise<unknown> = async () => undefined) {
  const step = await opensStep(page, says)
  await writes(step)
  await signs(step, says)
  await receives(page, says)
}

export const signs = (step: Locator, says: string) => step.getByRole('button', { name: new RegExp(`^(签署：?)?${says}$`) }).click()

export async function receives(page: Page, says: string) {
  const receipt = page.getByRole('dialog', { name: new RegExp(`^已(办理|签署)：${says}$`) })
  await receipt.waitFor()
  await receipt.getByText('指纹').waitFor()
  await receipt.getByRole('button', { name: '完成' }).click()
  await receipt.waitFor({ state: 'detached' })
}

/** From the worklist to the case, as one does in the morning. */
export async function opensFromWorklist(page: Page, number: string) {
  await page.goto('/work/')
  await page.getByRole('link', { name: `办理 ${number}` }).click()
  await page.getByRole('region', { name: '我可以办理' }).waitFor()
}

/** A heading is there and nothing is being loaded. */
export async function settled(page: Page) {
  await page.locator('h1, h2').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}
