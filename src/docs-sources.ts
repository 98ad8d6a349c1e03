/** What the generated documents read from the source itself: where a rule is written, what tests are called, what follows on what. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from './kernel/words.ts'

/** `path` from the root of the project, with slashes. */
export type Source = { readonly path: string; readonly text: string }

export function sourcesIn(root: string, folders: readonly string[] = ['src', 'test']): Source[] {
  const within = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
  return folders
    .flatMap(within)
    .filter((path) => /\.tsx?$/.test(path) && !/^src\/docs[\w-]*\./.test(path))
    .toSorted(byText)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The same order on every machine, whatever its language. */
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path)

/** `export const x = rule(…)`, or `export const x = family('x', …)` where several are alike. */
const written = /^export const (\w+) = (?:rule\b|\w+\(\s*'\1')/gm

/** Where each rule is written, by its id, which is the name it is exported under; in the order of the files. */
export function ruleFiles(sources: readonly Source[]): Map<string, string> {
  const found = sources.filter((source) => /^src\/(regulation|settings)\/(?!base-tables\/)/.test(source.path) && !isTest(source))
    .flatMap(({ path, text }) => [...text.matchAll(written)].map(([, id]) => [id!, path] as const))
  const twice = found.find(([id], at) => found.findIndex(([other]) => other === id) !== at)
  if (twice) throw new Error(`two rules are called ${twice[0]}`)
  return new Map(found)
}

/** Files beside its own, tests apart, that name a word of the code. */
export const filesNaming = (sources: readonly Source[], word: string, own?: string): string[] => {
  const whole = new RegExp(`(?<![\\w.'])${word.replaceAll('.', '\\.')}(?![\\w.])|'${word.replaceAll('.', '\\.')}'`)
  return sources.filter((source) => source.path !== own && !isTest(source) && whole.test(source.text)).map(({ path }) => path)
}

export type LegalTest = { readonly name: string; readonly file: string; readonly articles: readonly number[] }

/** Tests whose names begin with a citation: "Art. 19(1), (2), (4): …". */
export function legalTests(sources: readonly Source[]): LegalTest[] {
  return sources.filter(isTest).flatMap(({ path, text }) =>
    [...text.matchAll(/(?:\btest(?:\.\w+)*\(|\)\()\s*(['"`])(Art\. \d+(?:\\.|(?!\1).)*)\1/g)].map(([, , name]) => ({
      name: name!.replaceAll(/\\(.)/g, '$1'), file: path, articles: [Number(/^Art\. (\d+)/.exec(name!)![1])],
    })))
}

/** One line of src/reactions.ts: when `did` is entered, `then` follows. */
export type ReactionLine = { readonly did: string; readonly then: readonly string[]; readonly why: string; readonly as: 'actor' | 'system' }

/** Reads the table: the comment over a line says why, each `procedure:` and the step names after it say what follows. */
export function reactionLines(source: string): ReactionLine[] {
  const from = source.indexOf('const table')
  const table = source.slice(from, source.indexOf('\n}', from))
  // Rows of a public notice are cases of these.
  const noticed = [...(/const onNotice = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, name]) => name!)
  const heads = [...table.matchAll(/^ {2}'([\w-]+\.\w+)':/gm)]
  return heads.map((head, at) => {
    const before = table.slice(at === 0 ? 0 : heads[at - 1]!.index, head.index)
    const why = /((?: {2}\/\/ .*\n)+)$/.exec(before)?.[1]?.replaceAll(/^ {2}\/\/ /gm, '').trim().replaceAll('\n', ' ') ?? ''
    const body = table.slice(head.index, heads[at + 1]?.index)
    const then = [...body.matchAll(/procedure: (?:'([\w-]+)'|procedureOf\(row\)), [^{}]*?step: (?:'(\w+)'|[^,]*? \? '(\w+)' : '(\w+)')/g)].flatMap(([, procedure, ...chosen]) =>
      (procedure ? [procedure] : noticed).flatMap((one) => chosen.filter((step) => step !== undefined).map((step) => `${one}.${step}`)))
    const as = body.includes(`as: 'actor'`) ? 'actor' as const : 'system' as const
    return { did: head[1]!, then: [...new Set(then)], why, as }
  })
}

/** A cell of a table: one line, and no bar that would end it. */
export const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

export const both = ({ zh, en }: Words) => (zh === en ? zh : `${zh} ${en}`)

/** A link from docs/generated to a file of the project. */
export const fileLink = (path: string) => `[${path.replace(/^src\//, '')}](../../${path})`

/** Every citation leads to the index of articles, every setting to its line. */
export function lawLink(law: string): string {
  const article = /^Art\. (\d+)/.exec(law)?.[1]
  if (article) return `[${law}](articles.md#art-${article})`
  const key = /^setting:(.+)$/.exec(law)?.[1]
  return key ? `[${law}](settings.md#${key})` : law
}
