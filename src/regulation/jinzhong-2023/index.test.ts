import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf, citedInChinese, placeOf, regulation } from './index.ts'

const here = (name: string) => new URL(name, import.meta.url)
const { articles, chapters } = regulation

/** Blank lines and leading spaces are layout; the closing line ends in spaces. Everything else counts. */
const printed = readFileSync(here('text.txt'), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')

test('the articles joined are the text, character for character', () => {
  const joined: string[] = [regulation.title]
  for (const [at, article] of articles.entries()) {
    if (articles[at - 1]?.chapter !== article.chapter) joined.push(article.chapter.printed)
    const [first, ...rest] = article.text.map(({ text }) => text)
    joined.push(`${article.label}  ${first}`, ...rest)
  }
  joined.push(regulation.issuer)
  expect(joined).toEqual(printed)
})

test('the contents are articles 1 to 22 in seven chapters', () => {
  expect(articles.map(({ no }) => no)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1))
  expect(articles.map(({ id }) => id)).toEqual(articles.map(({ no }) => `JZ-2023-A${String(no).padStart(2, '0')}`))
  expect(chapters.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(chapters.every((chapter) => articles.some((article) => article.chapter === chapter))).toBe(true)
})

test('numbered items carry the number they are printed with', () => {
  for (const { no, text } of articles) {
    const items = text.filter(({ item }) => item !== undefined)
    expect(
      items.map(({ text: line }) => Number(line.split('.')[0])),
      `Art. ${no}`
    ).toEqual(items.map(({ item }) => item))
    expect(
      items.map(({ item }) => item),
      `Art. ${no}`
    ).toEqual(items.map((_, at) => at + 1))
  }
})

const files = readdirSync(here('.'))
  .filter((name) => /^article-\d\d-.*(?<!\.test)\.ts$/.test(name))
  .sort()

test('there is one file an article', () => expect(files.map((name) => Number(name.slice(8, 10)))).toEqual(articles.map(({ no }) => no)))

test.each(files)('the comment over %s quotes the article', (name) => {
  const [comment = ''] = readFileSync(here(name), 'utf8').split('*/')
  const quoted = comment.replaceAll(/^\/\*\*|^ \*/gm, '').replaceAll(/\s/g, '')
  const { label, text } = articleOf(Number(name.slice(8, 10)))!
  expect(quoted.startsWith([label, ...text.map((paragraph) => paragraph.text)].join('').replaceAll(/\s/g, ''))).toBe(true)
})

test.each(articles.map((article) => [article.no, article] as const))('article %i is computed, or says why it is not', (_, article) => {
  expect(article.computable === true).toBe(article.rules.length > 0)
  if (article.computable !== true) expect(article.computable.because.zh).not.toBe('')
})

test('every paragraph has its gloss', () => {
  for (const { no, text, gloss } of articles) expect(gloss.length, `Art. ${no}`).toBe(text.length)
})

test('every rule is filed under the article it cites, by its own name', async () => {
  const ids = articles.flatMap(({ rules }) => rules.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const name of files) {
    const page: Record<string, unknown> = await import(here(name).href)
    const { no, rules } = articleOf(Number(name.slice(8, 10)))!
    for (const rule of rules) {
      expect(page[rule.id], rule.id).toBe(rule)
      expect(placeOf(rule.law as 'Art. 1')?.article.no, rule.id).toBe(no)
      expect(rule.modality === 'judgement', rule.id).toBe(rule.holds === undefined)
    }
  }
})

test('every reading gives the decision that explains it', () => {
  const decisions = readdirSync(here('../../../docs/decisions/')).map((name) => name.slice(0, 4))
  const readings = articles.flatMap((article) => article.readings)
  expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length)
  for (const { id, decision } of readings) expect(decisions, id).toContain(decision)
})

test('a citation leads to its article and item, or nowhere', () => {
  expect(placeOf('Art. 10(2)')).toMatchObject({ article: { no: 10 }, item: 2 })
  expect(placeOf('Art. 18')).toMatchObject({ article: { no: 18 }, item: undefined })
  expect(placeOf('Art. 10(5)')).toBeUndefined()
  expect(placeOf('Art. 18(1)')).toBeUndefined()
  expect(placeOf('Art. 23')).toBeUndefined()
  expect(citedInChinese('Art. 10(4)')).toBe('第十条（四）')
  expect(citedInChinese('Art. 22')).toBe('第二十二条')
})
