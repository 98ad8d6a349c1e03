import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyRule } from './docs-law.ts'
import { pages, stale } from './docs-pages.ts'
import { procedurePage, stepsOf } from './docs-procedures.ts'
import { reactions, stepOf } from './docs-reactions.ts'
import { cell, legalTests, reactionLines, ruleFiles, sourcesIn } from './docs-sources.ts'
import { engines, roleWords } from './engines.ts'
import type { Citation } from './kernel/rule.ts'
import type { Engine } from './platform/case-log.ts'
import { reactionNames } from './reactions.ts'
import { placeOf, regulation } from './regulation/jinzhong-2023/index.ts'
import { scheduled } from './schedule.ts'
import { isSettingKey, settingKeys, settingOf } from './settings/settings.ts'

const root = dirname(import.meta.dirname)
const sources = sourcesIn(root)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('what is generated', () => {
  const current = pages(root)

  test('the generated documents are what the code says now; if not, run npm run docs', () => expect(stale(root, current)).toEqual([]))

  test('a changed and a missing page are named', () => {
    const other = new Map([...current].map(([file, text]) => [file, file === 'settings.md' ? `${text}.` : text]))
    other.set('unknown.md', '')
    expect(stale(root, other)).toEqual(['settings.md', 'unknown.md'])
  })

  test('the same code gives the same bytes', () => expect(pages(root)).toEqual(current))

  test('every procedure has its page, every article and every setting its anchor', () => {
    expect([...current.keys()]).toEqual(expect.arrayContaining(Object.keys(engines).map((name) => `${name}.md`)))
    expect(regulation.articles.filter(({ no }) => !current.get('articles.md')?.includes(`<a id="art-${no}"></a>`))).toEqual([])
    expect(settingKeys.filter((key) => !current.get('settings.md')?.includes(`<a id="${key}"></a>`))).toEqual([])
  })

  test('a diagram has every status and every step', () => {
    for (const engine of Object.values(engines)) {
      const diagram = /```mermaid\n([\s\S]*?)```/.exec(procedurePage(engine, ruleFiles(sources)))?.[1] ?? ''
      const words = new Set(diagram.split(/\s+/))
      expect([...Object.keys(engine.statuses), ...stepsOf(engine).map(({ name }) => name)].filter((name) => !words.has(name))).toEqual([])
    }
  })

  test('a bar or a line break does not end a cell', () => expect(cell('a | b\nc')).toBe('a \\| b c'))
})

describe('what the code rests on exists', () => {
  test('every law, setting and status that a procedure names exists', () => expect(Object.values(engines).flatMap(faultsOf)).toEqual([]))

  test('every rule cites a place of the regulation or a setting, and its file is known', () => {
    const files = ruleFiles(sources)
    expect(everyRule.filter(({ law }) => !rests(law)).map(({ id }) => id)).toEqual([])
    expect(everyRule.filter(({ id }) => !files.has(id)).map(({ id }) => id)).toEqual([])
    expect([...files.keys()].filter((id) => !everyRule.some((rule) => rule.id === id))).toEqual([])
  })

  test('every rule that a step requires is one of them', () => {
    const known = new Set(everyRule.map(({ id }) => id))
    const required = Object.values(engines).flatMap(stepsOf).flatMap(({ requires }) => requires ?? []).map(({ rule }) => rule.id)
    expect(required.filter((id) => !known.has(id))).toEqual([])
  })

  test('every gap that a setting fills is a place of the regulation', () =>
    expect(settingKeys.filter((key) => { const { fills } = settingOf(key); return fills !== null && !placeOf(fills) })).toEqual([]))

  const sound = engines['public-notice'] as Engine
  const broken = (change: object): Engine =>
    ({ ...sound, steps: { ...sound.steps, close: { ...(sound.steps.close as object), ...change } } }) as unknown as Engine

  test.each([
    [{ law: 'Art. 23' }, 'an article beyond the last'],
    [{ law: 'Art. 10(5)' }, 'an item the article does not have'],
    [{ law: '第十条' }, 'a citation in another form'],
    [{ law: 'setting:publicity.dais' }, 'a setting with a slip'],
    [{ within: 'publicity.dais' }, 'a time limit with a slip'],
    [{ within: 'panel.size' }, 'a time limit that is not in working days'],
    [{ to: 'close' }, 'a status that is none'],
    [{ from: ['publishd'] }, 'a status with a slip'],
    [{ by: ['city.oficer'] }, 'a role with a slip'],
    [{ requires: [{ rule: { id: 'x', law: 'Art. 99', modality: 'must' }, mode: 'decide', needs: 'case' }] }, 'a rule under an article that is none'],
  ])('the check bites: %j, %s', (change, _) => {
    expect(faultsOf(sound)).toEqual([])
    expect(faultsOf(broken(change))).toHaveLength(1)
  })
})

describe('reactions and schedule', () => {
  const lines = reactions(sources)

  test('every line of the table is read, and what it names and what follows are steps', () => {
    expect(lines.map(({ did }) => did)).toEqual(reactionNames)
    expect(lines.filter(({ then }) => then.length === 0)).toEqual([])
    expect(lines.flatMap(({ did, then }) => [did, ...then]).filter((name) => !stepOf(name))).toEqual([])
    expect(scheduled.filter(({ name }) => !stepOf(name))).toEqual([])
  })

  test('a step that follows and does not exist is seen', () => {
    const [line] = reactionLines(`const table = {\n  // Why.\n  'recognition.submit': () => [{ procedure: 'recognition', step: 'aprove' }],\n}\n`)
    expect(line).toEqual({ did: 'recognition.submit', then: ['recognition.aprove'], why: 'Why.', as: 'system' })
    expect(stepOf('recognition.aprove')).toBeUndefined()
  })
})

describe('tests and their articles', () => {
  test('names that begin with a citation are found, others are not', () => {
    const text = `test('Art. 18: two', f)\ntest.each([])('Art. 9(4): it\\'s %s', f)\ntest('days add', f)\nexpect(placeOf('Art. 1')).toBe(1)`
    const found = legalTests([{ path: 'src/x.test.ts', text }]).map(({ name, articles }) => [name, articles])
    expect(found).toEqual([['Art. 18: two', [18]], [`Art. 9(4): it's %s`, [9]]])
  })

  test('every article with rules has a test of its own', () => {
    const tested = new Set(legalTests(sources).flatMap(({ articles }) => articles))
    expect(regulation.articles.filter(({ no, rules }) => rules.length > 0 && !tested.has(no)).map(({ no }) => no)).toEqual([])
  })
})

describe('what is written by hand', () => {
  const decisions = readdirSync(join(root, 'docs/decisions'))
  const papers = ['README.md', 'README.zh-CN.md', 'STYLE.md', 'CONTRIBUTING.md', 'docs/glossary.md', ...decisions.map((file) => `docs/decisions/${file}`)]

  test('decision 0009 gives a reason for every package, and for none that is not there', () => {
    const packages = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
    const taken = Object.keys({ ...packages.dependencies, ...packages.devDependencies, ...packages.optionalDependencies })
    const reasons = reasonsIn(read('docs/decisions/0009-dependencies.md'))
    expect(taken.filter((name) => !reasons.get(name))).toEqual([])
    expect([...reasons.keys()].filter((name) => !taken.includes(name))).toEqual([])
  })

  test('a package without a reason is seen', () => {
    expect(reasonsIn('| `left` | |\n| `right` | because |').get('left')).toBe('')
  })

  test('a number stands for one decision, and each has a date and a status', () => {
    const numbers = decisions.map((file) => file.slice(0, 4))
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
    const headed = (file: string) => new RegExp(`^# ${file.slice(0, 4)} .+\\n\\nDate: \\d{4}-\\d\\d-\\d\\d\\. Status: \\w`)
    expect(decisions.filter((file) => !headed(file).test(read(`docs/decisions/${file}`)))).toEqual([])
  })

  test('readings name decisions that are there, and bear their date', () => {
    const dated = new Map(decisions.map((file) => [file.slice(0, 4), /^Date: ([\d-]+)/m.exec(read(`docs/decisions/${file}`))?.[1]]))
    const readings = regulation.articles.flatMap((article) => article.readings)
    expect(readings.filter(({ decision, since }) => dated.get(decision) !== since).map(({ id }) => id)).toEqual([])
    expect(readings.length).toBeGreaterThan(10)
  })

  test('every link and every path leads to a file', () => expect(papers.flatMap((paper) => deadEnds(paper, read(paper)))).toEqual([]))

  test.each([
    ['README.md', '[here](src/nowhere.ts)'], ['README.md', 'in `src/nowhere.ts`'],
    ['docs/decisions/0001.md', '[main](src/main.ts)'], ['README.md', 'run `npm run nothing`'],
  ])('a dead end is seen: %s with %s', (paper, text) => expect(deadEnds(paper, text)).toHaveLength(1))

  test('both READMEs speak of the same files, commands and settings', () => {
    const [en, zh] = [spansIn(read('README.md')), spansIn(read('README.zh-CN.md'))]
    expect([...en].filter((span) => !zh.has(span))).toEqual([])
    expect([...zh].filter((span) => !en.has(span))).toEqual([])
  })

  test('the READMEs name every variable of the environment, and no other', () => {
    const known = [...new Set([...read('src/env.ts').matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name!))].toSorted()
    for (const file of ['README.md', 'README.zh-CN.md']) {
      expect([...read(file).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!).toSorted()).toEqual(known)
    }
  })
})

/** Everything a procedure names that does not exist. */
function faultsOf(engine: Engine): string[] {
  const statuses = Object.keys(engine.statuses)
  const fault = (where: string, what: string) => `${engine.procedure}.${where}: ${what}`
  const isLimit = (key: string) => isSettingKey(key) && settingOf(key).unit === 'workingDay'
  const limit = (where: string, key: string | undefined) => (key === undefined || isLimit(key) ? [] : [fault(where, `${key} is no setting in working days`)])
  return [
    ...engine.law.filter((law) => !rests(law)).map((law) => fault('law', law)),
    ...Object.entries(engine.statuses).flatMap(([status, { awaits }]) => limit(status, awaits?.within)),
    ...stepsOf(engine).flatMap(({ name, law, within, from, to, by, requires }) => [
      ...[law, ...(requires ?? []).map(({ rule }) => rule.law)].filter((basis) => !rests(basis)).map((basis) => fault(name, `${basis} does not exist`)),
      ...limit(name, within),
      ...[...from, to].filter((status) => !statuses.includes(status)).map((status) => fault(name, `${status} is no status`)),
      ...[by].flat().filter((role) => !(role in roleWords)).map((role) => fault(name, `${role} is no role`)),
    ]),
  ]
}

function rests(law: string): boolean {
  const key = /^setting:(.+)$/.exec(law)?.[1]
  return key === undefined ? placeOf(law as Citation) !== undefined : isSettingKey(key)
}

/** Package → its reason, from the tables of the decision. */
function reasonsIn(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name, reason]) => [name!, reason!.trim()]))
}

/** Links, paths of the project and npm scripts that lead nowhere. Pictures are drawn by the browser tests and may not be there yet. */
function deadEnds(paper: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, to]) => to!).filter((to) => !/^https?:|^mailto:|\.png$/.test(to))
  const paths = [...text.matchAll(/`((?:src|test|docs|db|scripts|bench|\.ci)\/[\w./-]*)`/g)].map(([, path]) => path!).filter((path) => !path.includes('NNNN'))
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
  return [
    ...links.filter((to) => !existsSync(join(root, normalize(join(dirname(paper), to))))).map((to) => `${paper}: ${to}`),
    ...paths.filter((path) => !existsSync(join(root, path))).map((path) => `${paper}: ${path}`),
    ...[...text.matchAll(/\bnpm run ([\w-]+)/g)].filter(([, name]) => !scripts[name!]).map(([said]) => `${paper}: ${said}`),
  ]
}

/** What stands in code spans and links; the link to the other language apart. */
function spansIn(text: string): Set<string> {
  const spans = text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`|\]\(([^)\s]+)\)/g)
  return new Set([...spans].map(([, code, link]) => code ?? link!).filter((span) => !span.startsWith('README')))
}
