import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'
import fc, { seed } from '../test/chance.ts'

type Floor = {
  name: string
  files: RegExp
  /** Floors whose values it may use. Its own floor is always among them. */
  sees: readonly string[]
  /** Floors of which it may import types only. */
  types?: readonly string[]
  packages: RegExp
  typePackages?: RegExp
  /** Same case, same command, same day, same answer: no clock, no chance, no environment, nothing to wait for. */
  pure?: true
  /** Its files belong to one procedure and see only that one. */
  ownProcedure?: true
}

const none = /^$/
const drivers = 'node:|pg$|kysely$|fastify|@fastify/|@tus/'
const ground = ['words', 'kernel', 'regulation', 'settings']

/** Who may import whom, read from top to bottom. A file that stands on no floor fails. */
const floors: readonly Floor[] = [
  { name: 'words', files: /^words\//, sees: [], packages: none, pure: true },
  { name: 'kernel', files: /^kernel\//, sees: [], packages: none, pure: true },
  { name: 'contract', files: /^contract\.ts$/, sees: [], types: ['kernel'], packages: none, pure: true },
  { name: 'regulation', files: /^regulation\//, sees: ['kernel'], packages: none, pure: true },
  { name: 'settings', files: /^settings\//, sees: ['kernel', 'regulation'], packages: none, pure: true },
  { name: 'asking', files: /^procedures\/asking\.ts$/, sees: ['kernel'], packages: /^zod$/, pure: true },
  // What a base is to the other procedures about it: read by all their doors.
  { name: 'atHand', files: /^procedures\/base-(at-hand|in-public)\.ts$/, sees: ['platform', 'kernel', 'settings'], packages: none, typePackages: /^pg$/ },
  { name: 'platform', files: /^platform\//, sees: ['kernel'], types: ['contract'], packages: /./ },
  { name: 'door', files: /^procedures\/[\w-]+\/[\w.-]+\.(views|papers(\.[\w-]+)*|door|routes)\.ts$/, sees: ['page', 'form', 'grammar', 'draw', 'atHand', 'platform', 'kernel', 'regulation', 'settings', 'asking'],
    types: ['contract'], packages: /^(zod|kysely|fastify|node:crypto)$/, typePackages: /^pg$/, ownProcedure: true },
  // The draw is one for all procedures: what is drawn by lot is drawn by it.
  { name: 'draw', files: /^procedures\/(panel-review\/panel-review\.(draw|digest)|drawn-sample)\.ts$/, sees: [], packages: none, pure: true },
  // One grammar of forms and drafts, first written for the application; every form is data in it.
  { name: 'grammar', files: /^procedures\/recognition\/recognition\.(form\.(grammar|validate|answers|diff|computed|options)|draft)\.ts$/, sees: ['kernel', 'regulation', 'settings'], types: ['contract'], packages: none, pure: true },
  // The form is data both sides draw from: the wizard shows by the very conditions the server judges by.
  { name: 'form', files: /^procedures\/(recognition\/recognition|assessment\/assessment|major-matter\/major-matter)\.form(\.[\w-]+)*\.ts$/, sees: ['grammar', 'kernel', 'regulation', 'settings'], types: ['contract'], packages: none, pure: true, ownProcedure: true },
  { name: 'page', files: /^procedures\/[\w-]+\/[\w.-]+\.ts$/, sees: ['form', 'grammar', 'draw', 'kernel', 'regulation', 'settings', 'asking'], types: ['contract', 'atHand'],
    packages: /^zod$/, pure: true, ownProcedure: true },
  { name: 'register', files: /^registers\//, sees: ['platform', 'kernel', 'regulation', 'settings', 'asking', 'atHand'], types: ['contract'],
    packages: /^(zod|kysely|fastify|node:crypto)$/, typePackages: /^pg$/ },
  { name: 'portal', files: /^portal\//, sees: ground, types: ['contract', 'page', 'door', 'register', 'atHand'], packages: new RegExp(`^(?!${drivers.replace('node:', 'node:(?!crypto|url)')})`) },
  { name: 'web', files: /^web\//, sees: [...ground, 'form', 'grammar'], types: ['contract', 'page', 'draw', 'door', 'register', 'atHand'], packages: new RegExp(`^(?!${drivers})`) },
  // What stands at the root puts the rest together: app, main, env, reactions, schedule, …
  { name: 'compose', files: /^([\w-]+\.ts|demo\/.*)$/, packages: /./,
    sees: [...ground, 'contract', 'asking', 'page', 'form', 'grammar', 'draw', 'platform', 'atHand', 'door', 'register', 'portal'] },
]

const src = import.meta.dirname
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/(\.test\.tsx?|\.d\.ts)$/.test(file))

test('every file stands on its floor and sees only what that floor may see', () => {
  expect(files.flatMap((file) => breaches(file, readFileSync(join(src, file), 'utf8')))).toEqual([])
})

test('the pure floors know no clock, no chance, no environment and nothing to wait for', () => {
  expect(files.filter((file) => floorOf(file)?.pure).flatMap((file) => impurities(file, readFileSync(join(src, file), 'utf8')))).toEqual([])
})

test('chance in tests has one door: only test/chance.ts opens fast-check, and gives it the seed', () => {
  const tests = [src, join(src, '..', 'test')].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file)))
  expect(tests.filter((file) => importsOf(readFileSync(file, 'utf8')).some(({ target }) => target === 'fast-check')).map((file) => relative(src, file))).toEqual(['../test/chance.ts'])
})

test('a property that fails names its seed, and draws the same again', () => {
  const drawn: number[][] = []
  const fails = () => { drawn.push([]); fc.assert(fc.property(fc.nat(), (n) => { drawn.at(-1)!.push(n); return n < 1000 })) }
  expect(fails).toThrow(`seed: ${seed}`)
  expect(fails).toThrow()
  expect(drawn[1]).toEqual(drawn[0])
})

test('there are files on the floors', () => {
  const peopled = new Set(files.map((file) => floorOf(file)?.name))
  expect(['kernel', 'regulation', 'settings', 'page', 'platform', 'door', 'words'].filter((name) => !peopled.has(name))).toEqual([])
})

/** Each breaks one rule; a floor that lets its canary live guards nothing. */
test.each([
  ['kernel/day.ts', `import { rule } from '../regulation/jinzhong-2023/index.ts'`],
  ['kernel/day.ts', `import { z } from 'zod'`],
  ['kernel/day.ts', `import type { Db } from '../platform/database.ts'`],
  ['words/zh/shell.ts', `import type { Day } from '../../kernel/day.ts'`],
  ['contract.ts', `import { isDay } from './kernel/day.ts'`],
  ['contract.ts', `import type { Db } from './platform/database.ts'`],
  ['regulation/x/article-99.ts', `import { write } from '../../platform/case-log.ts'`],
  ['regulation/x/article-99.ts', `import { steps } from '../../procedures/recognition/recognition.ts'`],
  ['regulation/x/article-99.ts', `import { readFileSync } from 'node:fs'`],
  ['settings/settings.ts', `import { z } from 'zod'`],
  ['settings/settings.ts', `export { steps } from '../procedures/recognition/recognition.ts'`],
  ['procedures/a/a.ts', `import { b } from '../b/b.ts'`],
  ['procedures/a/a.ts', `import type { B } from '../b/b.case.ts'`],
  ['procedures/a/a.case.ts', `import { sql } from 'kysely'`],
  ['procedures/a/a.commands.ts', `import { write } from '../../platform/case-log.ts'`],
  ['procedures/a/a.ts', `import { refresh } from './a.views.ts'`],
  ['procedures/a/a.ts', `import { drawFaults } from '../panel-review/panel-review.draw.record.ts'`],
  ['procedures/a/a.ts', `import {\n  one,\n  two,\n} from '../../platform/query.ts'`],
  ['procedures/a/a.ts', `const log = () => import('../../platform/case-log.ts')`],
  ['procedures/a/a.door.ts', `import { door } from '../b/b.door.ts'`],
  ['procedures/a/a.door.ts', `import { app } from '../../app.ts'`],
  ['procedures/a/a.door.ts', `import { words } from '../../words/catalogue.ts'`],
  ['platform/case-log.ts', `import { twoConsecutivePoor } from '../regulation/jinzhong-2023/article-18-grades.ts'`],
  ['platform/case-log.ts', `import type { Recognition } from '../procedures/recognition/recognition.case.ts'`],
  ['platform/case-log.ts', `import '../main.ts'`],
  ['procedures/base-at-hand.ts', `import { base } from './base/base.ts'`],
  ['registers/bases.ts', `import pg from 'pg'`],
  ['registers/bases.ts', `import { steps } from '../procedures/recognition/recognition.ts'`],
  ['portal/pages/law.tsx', `import { openDatabase } from '../../platform/database.ts'`],
  ['portal/pages/law.tsx', `import { bases } from '../../registers/bases.ts'`],
  ['portal/portal.ts', `import pg from 'pg'`],
  ['web/main.tsx', `import { recognition } from '../procedures/recognition/recognition.ts'`],
  ['web/main.tsx', `import { type Step, recognition } from '../procedures/recognition/recognition.ts'`],
  ['web/main.tsx', `import type { Db } from '../platform/database.ts'`],
  ['web/main.tsx', `import { readFile } from 'node:fs/promises'`],
  ['drawer/utils.ts', ''],
])('the floors bite: %s with %j', (file, source) => {
  expect(breaches(file, source)).toHaveLength(1)
})

test.each([
  ['procedures/a/a.ts', `import { rule } from '../../kernel/rule.ts'\nimport type { A } from './a.case.ts'\nimport { z } from 'zod'`],
  ['procedures/a/a.ts', `import { drawOf } from '../panel-review/panel-review.draw.ts'`],
  ['procedures/a/a.door.ts', `import { steps } from './a.ts'\nimport { write } from '../../platform/case-log.ts'`],
  ['web/main.tsx', `import type { RecognitionCommands } from '../procedures/recognition/recognition.commands.ts'\nimport './main.css'`],
  ['web/main.tsx', `import { type Step, type Case } from '../procedures/recognition/recognition.ts'\nimport mark from './mark.svg'`],
  ['registers/bases.ts', `import type { Pool } from 'pg'\ntype Client = import('pg').PoolClient`],
  ['demo/cast.ts', `import { app } from '../app.ts'\nimport { write } from '../platform/case-log.ts'`],
])('what is allowed stays allowed: %s with %j', (file, source) => {
  expect(breaches(file, source)).toEqual([])
})

test.each([
  'const now = Date.now()', 'const now = new Date()', 'const now = new Date( )', 'const now = Date()', 'const dice = Math.random()', 'const id = crypto.randomUUID()',
  'const path = process.env.PATH', 'const row = await query()', 'const load = async () => 1', 'const t = performance.now()', 'const text = `${Date.now()}`',
  `const today = Temporal.Now.plainDateISO()`, `const answer = fetch('/api')`,
])('the purity check bites: %s', (source) => {
  expect(impurities('kernel/day.ts', source)).toHaveLength(1)
})

test.each([
  'const day = new Date(`${text}T00:00:00Z`)', '// Date.now() stays out, await too', `const says = 'we await your answer'`, '/** async, Math.random() */', 'const awaits = 1',
  'const text = `an async remark`',
])('the purity check lets live: %s', (source) => {
  expect(impurities('kernel/day.ts', source)).toEqual([])
})

function floorOf(file: string): Floor | undefined {
  return floors.find((floor) => floor.files.test(file))
}

function breaches(file: string, source: string): string[] {
  const mine = floorOf(file)
  if (!mine) return [`${file} stands on no floor`]
  return importsOf(source).flatMap(({ target, typeOnly }) => {
    if (!target.startsWith('.')) return mine.packages.test(target) || (typeOnly && mine.typePackages?.test(target)) ? [] : [`${file} (${mine.name}) may not import the package ${target}`]
    const path = normalize(join(dirname(file), target))
    if (!/\.tsx?$/.test(path) && dirname(path).split('/')[0] === file.split('/')[0]) return []
    const theirs = floorOf(path)
    const seen = theirs && (theirs === mine || mine.sees.includes(theirs.name) || (typeOnly && mine.types?.includes(theirs.name)))
    if (!seen) return [`${file} (${mine.name}) may not import ${typeOnly ? 'types of ' : ''}${path}`]
    return mine.ownProcedure && theirs.ownProcedure && path.split('/')[1] !== file.split('/')[1] ? [`${file} reaches into another procedure: ${path}`] : []
  })
}

function importsOf(source: string): { target: string; typeOnly: boolean }[] {
  const statements = source.matchAll(/^\s*(?:import|export)\s+(type\s+)?((?:\w+\s*,\s*)?\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+)\s+from\s+'([^']+)'/gm)
  const named = [...statements].map(([, type, clause, target]) => ({ target: target!, typeOnly: Boolean(type) || onlyTypes(clause!) }))
  const effects = [...source.matchAll(/^\s*import\s+'([^']+)'/gm)].map(([, target]) => ({ target: target!, typeOnly: false }))
  // import('pg').Pool is a type, import('pg') loads.
  const inline = [...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)(\.[A-Z])?/g)].map(([, target, type]) => ({ target: target!, typeOnly: Boolean(type) }))
  return [...named, ...effects, ...inline]
}

const onlyTypes = (clause: string) => clause.startsWith('{') && clause.slice(1, -1).split(',').every((name) => /^\s*(type\s.*)?$/s.test(name))

const impure = /\bDate\.now\b|\bDate\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bprocess\.(?:env|argv|cwd|hrtime|stdout)\b|\bperformance\.|\bTemporal\.Now\b|\bfetch\(|\bawait\b|\basync\b/g

function impurities(file: string, source: string): string[] {
  return [...codeOf(source).matchAll(impure)].map(([found]) => `${file}: ${found}`)
}

/** The source without comments and without the words in its texts; what a template computes is code. */
const codeOf = (source: string) =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (text) =>
    (text.startsWith('`') ? [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => code).join(' ') : ' '))
