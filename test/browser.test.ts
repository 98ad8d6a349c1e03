import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())

test('the browser draws Chinese, rare characters of names too, and does not draw boxes', async () => {
  const page = await browser.newPage()
  await page.setContent('<meta charset="utf-8"><canvas width="60" height="60"></canvas>')
  // As text: the page has a document, the program of the tests has not.
  const drawn = await page.evaluate<string[]>(`['中', '试', '喆', '堃', '玥', '祎', '赟', '镕', '㎡'].map((character) => {
    const canvas = document.querySelector('canvas')
    const context = canvas.getContext('2d')
    context.clearRect(0, 0, 60, 60)
    context.font = '40px sans-serif'
    context.fillText(character, 5, 45)
    return canvas.toDataURL()
  })`)
  expect(new Set(drawn).size).toBe(9)
})
