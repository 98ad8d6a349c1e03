/** The index of the law: article → rules → steps → tests, and what has no counterpart on the other side. */
import { byText, fileLink, filesNaming, lawLink, legalTests, ruleFiles, type Source, table } from './docs-sources.ts'
import { stepsOf } from './docs-procedures.ts'
import { engines } from './engines.ts'
import type { Rule } from './kernel/rule.ts'
import { regulation, type RuledArticle } from './regulation/jinzhong-2023/index.ts'
import { everyRule as settingRules } from './settings/every-rule.ts'
import { settingKeys, settingOf } from './settings/settings.ts'

type AnyRule = Rule<never>
type StepName = { readonly procedure: string; readonly name: string }

export const everyRule: readonly AnyRule[] = [...regulation.articles.flatMap(({ rules }) => rules), ...settingRules]

const articleNo = (law: string) => Number(/^Art\. (\d+)/.exec(law)?.[1] ?? Number.NaN)

const steps = Object.values(engines).flatMap((engine) => stepsOf(engine).map((step) => ({ procedure: engine.procedure, ...step })))

const requiring = ({ id }: AnyRule) => steps.filter(({ requires }) => requires?.some(({ rule }) => rule.id === id))

const filling = (no: number) => settingKeys.filter((key) => articleNo(settingOf(key).fills ?? '') === no)

const stepLink = ({ procedure, name }: StepName) => `[\`${procedure}.${name}\`](${procedure}.md#steps)`

const saysOf = ({ says }: AnyRule) => `${says.zh} ${says.en}`

/** How the rules lie in their files: a module's own order depends on who loads it. */
function inOrder(rules: readonly AnyRule[], files: Map<string, string>): AnyRule[] {
  const order = [...files.keys()]
  return rules.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

/** The steps that require a rule; else what other part of the program computes with it. */
function usesOf(rule: AnyRule, files: Map<string, string>, sources: readonly Source[]): string {
  const required = requiring(rule)
  if (required.length > 0) return required.map(stepLink).join(', ')
  const users = filesNaming(sources, rule.id, files.get(rule.id))
  return users.length > 0 ? `no step; used by ${users.map(fileLink).join(', ')}` : '**not in use yet**'
}

export function articlesPage(sources: readonly Source[]): string {
  const files = ruleFiles(sources)
  const tests = legalTests(sources)
  return `# The articles and their code

${regulation.title}: ${regulation.articles.length} articles. From each to its rules, the steps that require them or are taken under it,
the settings that fill its gaps, and the tests named after it.

${regulation.articles.map((article) => section(article, files, tests, sources)).join('\n\n')}
`
}

function section(article: RuledArticle, files: Map<string, string>, tests: ReturnType<typeof legalTests>, sources: readonly Source[]): string {
  const { no, label, heading, computable, readings } = article
  const rules = inOrder(everyRule.filter(({ law }) => articleNo(law) === no), files)
  const citing = steps.filter(({ law }) => articleNo(law) === no)
  const settings = filling(no)
  const named = tests.filter(({ articles }) => articles.includes(no))
  const ruleRow = (rule: AnyRule) =>
    [`\`${rule.id}\``, rule.law, rule.modality, saysOf(rule), fileLink(files.get(rule.id) ?? '?'), usesOf(rule, files, sources)]
  return [
    `<a id="art-${no}"></a>\n\n## Art. ${no} ${label} ${heading.zh} ${heading.en}`,
    `Text, readings and rules: ${fileLink(fileOf(no, sources))}.`,
    computable === true ? '' : `Not computed: ${computable.because.zh} ${computable.because.en}`,
    readings.length > 0 && `Readings:\n\n${readings.map(({ words, decision, since }) => `- ${words.zh} ${words.en} (decision ${decision}, ${since})`).join('\n')}`,
    rules.length > 0 && table(['Rule', 'Law', 'Modality', 'Says', 'Written in', 'Required by'], rules.map(ruleRow)),
    citing.length > 0 && `Steps taken under it: ${citing.map(stepLink).join(', ')}.`,
    settings.length > 0 && `Gaps filled by settings: ${settings.map((key) => lawLink(`setting:${key}`)).join(', ')}.`,
    named.length > 0 && `Tests:\n\n${named.map(({ name, file }) => `- ${name} (${fileLink(file)})`).join('\n')}`,
  ].filter(Boolean).join('\n\n')
}

function fileOf(no: number, sources: readonly Source[]): string {
  const start = `src/regulation/${regulation.id}/article-${String(no).padStart(2, '0')}-`
  return sources.find(({ path }) => path.startsWith(start) && !path.includes('.test.'))?.path ?? `src/regulation/${regulation.id}/index.ts`
}

export function coveragePage(sources: readonly Source[]): string {
  const files = ruleFiles(sources)
  const idle = inOrder(everyRule.filter((rule) => requiring(rule).length === 0), files)
  const ownSettings = settingKeys.filter((key) => !settingOf(key).fills)
  const resting = inOrder(everyRule.filter(({ law }) => law.startsWith('setting:')), files).toSorted((a, b) => byText(a.id, b.id))
  return `# Coverage, both ways

## From the law to the code

${table(['Article', '', 'Computed', 'Rules', 'Required by a step', 'Settings', 'Where it stands'], regulation.articles.map(articleRow))}

Items of articles that no rule, step or setting cites: ${listed(uncited())}

Rules that no step requires:

${table(['Rule', 'Law', 'In use'], idle.map((rule) => [`\`${rule.id}\``, lawLink(rule.law), usesOf(rule, files, sources)]))}

## From the code to the law

Steps that rest on a setting, not on an article:

${table(['Step', 'Rests on'], steps.filter(({ law }) => law.startsWith('setting:')).map((step) => [stepLink(step), lawLink(step.law)]))}

Rules that rest on a setting:

${table(['Rule', 'Rests on', 'Says'], resting.map((rule) => [`\`${rule.id}\``, lawLink(rule.law), saysOf(rule)]))}

Settings of the platform itself, which touch no article: ${listed(ownSettings.map((key) => lawLink(`setting:${key}`)))}
`
}

function articleRow(article: RuledArticle): string[] {
  const { no, heading, computable, rules } = article
  const required = rules.filter((rule) => requiring(rule).length > 0).length
  return [
    `[Art. ${no}](articles.md#art-${no})`, `${heading.zh} ${heading.en}`, computable === true ? 'yes' : 'no', String(rules.length), String(required),
    String(filling(no).length), standing(article),
  ]
}

function standing({ no, computable, rules }: RuledArticle): string {
  const served = steps.some(({ law, requires }) => articleNo(law) === no || requires?.some(({ rule }) => articleNo(rule.law) === no))
  if (computable !== true) return served ? 'not computed; steps are taken under it' : 'not computed, with the reason given'
  if (served) return 'in a procedure'
  return rules.length > 0 ? '**rules written and tested, no procedure yet**' : '**no implementation**'
}

/** "Art. 7(1)" and other items that nothing refers to. */
function uncited(): string[] {
  const items = regulation.articles.flatMap(({ no, text }) => text.flatMap(({ item }) => (item === undefined ? [] : `Art. ${no}(${item})`)))
  const cited = new Set<string>([...steps, ...everyRule].map(({ law }) => law))
  for (const key of settingKeys) cited.add(settingOf(key).fills ?? '')
  return items.filter((item) => !cited.has(item))
}

const listed = (items: readonly string[]) => (items.length > 0 ? `${items.join(', ')}.` : 'none.')
