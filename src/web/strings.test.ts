import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../words/catalogue.ts'

/** "shell.home.worklist", for every text of a catalogue. */
const keysOf = (words: object, before = ''): string[] =>
  Object.entries(words)
    .flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value as object, `${before}${key}.`) : [`${before}${key}`]))
    .sort()

const placesIn = (words: object, key: string): string[] => {
  const text = key.split('.').reduce<unknown>((of, part) => (of as Record<string, unknown>)[part], words)
  return [...new Set(String(text).match(/\{\{\w+\}\}/g) ?? [])].sort()
}

test('the English catalogue has exactly the keys of the Chinese one', () => {
  expect(keysOf(catalogue.en)).toEqual(keysOf(catalogue.zh))
})

test('a text takes the same parts in both languages', () => {
  const differing = keysOf(catalogue.zh).filter((key) => placesIn(catalogue.zh, key).join() !== placesIn(catalogue.en, key).join())
  expect(differing).toEqual([])
})

test('no text is empty', () => {
  const empty = (words: object) =>
    keysOf(words).filter(
      (key) => String(key.split('.').reduce<unknown>((of, part) => (of as Record<string, unknown>)[part], words)).trim() === '',
    )
  expect([...empty(catalogue.zh), ...empty(catalogue.en)]).toEqual([])
})

const src = join(import.meta.dirname, '..')
const files = ['web', 'portal']
  .flatMap((folder) => readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(src, folder, file)))
  .filter((file) => (file.includes('/web/') ? /\.tsx?$/ : /\.tsx$/).test(file) && !/\.test\.tsx?$|fixtures|\.d\.ts$/.test(file))

// What is read from pasted tables is no text of the screen.
const readers = ['web/apply/values.ts', 'web/parts/day.ts']

test('no component carries a text of its own', () => {
  expect(
    files
      .filter((file) => !readers.includes(relative(src, file)))
      .flatMap((file) => stringsIn(readFileSync(file, 'utf8')).map((found) => `${relative(src, file)}: ${found}`)),
  ).toEqual([])
  expect(files.length).toBeGreaterThan(50)
})

test('a day is written in one way: the box of the browser, which follows the language of the browser, stands in the part only', () => {
  const native = files.filter((file) => /type="date"/.test(readFileSync(file, 'utf8'))).map((file) => relative(src, file))
  expect(native).toEqual(['web/parts/day-field.tsx'])
})

test('no component carries a style of its own', () => {
  expect(
    files
      .filter((file) => /\sstyle=[{"]|dangerouslySetInnerHTML/.test(withoutComments(readFileSync(file, 'utf8'))))
      .map((file) => relative(src, file)),
  ).toEqual([])
})

/** Each carries a text; a search that finds nothing in one of them guards nothing. */
test.each([
  `const name = '待办'`,
  'const name = `第 ${n} 项`',
  `<p>待办</p>`,
  `<p>Worklist</p>`,
  `<button type="button">Save {name}</button>`,
  `<b>{n}</b> days left</p>`,
  `<input placeholder="Search" />`,
  `<a aria-label="Close the dialog" />`,
  `<img alt={'Photo of the site'} />`,
  `<td title="Deadline">{day}</td>`,
])('a text is found: %s', (source) => {
  expect(stringsIn(source)).not.toEqual([])
})

test.each([
  `/** 经过: one node an entry */ const a = 1`,
  `// 待办`,
  `<p>{t('worklist')} · {n} / {of}</p>`,
  `<p className="mute s">{words(status)}</p>`,
  `const few = a < b && c > d`,
  `useState<Day | null>(null)`,
  `<img src={mark} alt="" width="27" />`,
  `const read = <Value,>(key: string): Value | null => null`,
])('what is no text is let be: %s', (source) => {
  expect(stringsIn(source)).toEqual([])
})

/** Chinese anywhere; Latin words between tags and in attributes that people see or hear. */
function stringsIn(source: string): string[] {
  const code = withoutComments(source)
  const chinese = code.match(/[^\n]*[\u3400-\u9fff][^\n]*/g)?.filter((line) => !onlyLists(line)) ?? []
  const said = [...code.matchAll(/\s(?:aria-label|title|placeholder|alt|label)=(?:"([^"]*)"|\{'([^']*)'\})/g)]
    .map(([, one, other]) => one ?? other ?? '')
    .filter((text) => /\p{L}{2}/u.test(text))
  const between = [...code.matchAll(/(?:<\/?[A-Za-z][\w.]*(?:\s[^<>]*?)?\/?>|\})([^<>{}=;:()'`|&]*)(?=<\/?[A-Za-z]|\{)/g)]
    .map(([, text = '']) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !isCode(text))
  return [...chinese, ...said, ...between]
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/[^\n]*/g, '$1')
// Digits and separators of Chinese are formats, not texts.
const onlyLists = (line: string) => !/[\u3400-\u9fff]/.test(line.replace(/'零一二三四五六七八九'|十|（\?演示|演示/g, ''))
// Names of formats are the same in every language; a name before ${ is a class.
const isCode = (text: string) =>
  /^(JSON|CSV|PDF|XML)$|\$$|^\/|^(else|return|from|import|export|const|function|type|async|if|for|switch|case|catch|finally|as|interface|let|while|try|default|\?)\b|=>|^\w+,|^,|\b(extends|satisfies)\b/.test(
    text,
  ) || /^[\]),.?]/.test(text)
