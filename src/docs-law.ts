/** The index of the law: article → rules → steps → tests, and what has no counterpart on the other side. */
import { byText, fileLink, filesNaming, lawLink, legalTests, ruleFiles, type Source, table } from './docs-sources.ts'
import { stepsOf } from './docs-procedures.ts'
import { engines } from './engines.ts'
import type { Rule } from './kernel/rule.ts'
import type { Engine } from './platform/case-log.ts'
import { regulation, type RuledArticle } from './regulation/jinzhong-2023/index.ts'
import * as conduct from './settings/conduct.ts'
import * as review from './settings/review-rules.ts'
import * as application from './settings/rules.ts'
import { settingKeys, settingOf } from './settings/settings.ts'

type AnyRule = Rule<never>
type StepName = { readonly procedure: string; readonly name: string }

const isRule = (value: unknown): value is AnyRule => typeof value === 'object' && value !== null && 'law' in value && 'modality' in value

/** Rules outside the articles: what the platform asks of itself where the text is silent. */
export const ownRules: readonly AnyRule[] = [conduct, review, application].flatMap((page) => Object.values<unknown>(page).filter(isRule))

export const everyRule: readonly AnyRule[] = [...regulation.articles.flatMap(({ rules }) => rules), ...ownRules]

const articleNo = (law: string) => Number(/^Art\. (\d+)/.exec(law)?.[1] ?? Number.NaN)

const allSteps = (of: Record<string, Engine>) => Object.values(of).flatMap((engine) => stepsOf(engine).map((step) => ({ procedure: engine.procedure, ...step })))

const stepLink = ({ procedure, name }: StepName) => `[\`${procedure}.${name}\`](${procedure}.md#steps)`

const requiring = (id: string) => allSteps(engines).filter(({ requires }) => requires?.some(({ rule }) => rule.id === id))

/** Rules that no step requires but that another part of the program computes with. */
const usersOf = (rule: AnyRule, sources: readonly Source[]) => filesNaming(sources, rule.id, ruleFiles(sources).get(rule.id))

const usesCell = (rule: AnyRule, sources: readonly Source[]) => {
  const steps = requiring(rule.id)
  if (steps.length > 0) return steps.map(stepLink).join(', ')
  const files = usersOf(rule, sources)
  return files.length > 0 ? `no step; used by ${files.map(fileLink).join(', ')}` : '**not in use yet**'
}

export function articlesPage(sources: readonly Source[]): string {
  const files = ruleFiles(sources)
  const tests = legalTests(sources)
  const section = (article: RuledArticle) => {
    const { no, label, heading, computable, rules, readings } = article
    const citing = allSteps(engines).filter(({ law }) => articleNo(law) === no)
    const filling = settingKeys.filter((key) => articleNo(settingOf(key).fills ?? '') === no)
    const named = tests.filter(({ articles }) => articles.includes(no))
    const own = ownRules.filter(({ law }) => articleNo(law) === no)
    return [
      `<a id="art-${no}"></a>\n\n## Art. ${no} ${label} ${heading.zh} ${heading.en}`,
      `Text, readings and rules: ${fileLink(fileOf(no, sources))}.`,
      ...(computable === true ? [] : [`Not computed: ${computable.because.zh} ${computable.because.en}`]),
      ...(readings.length > 0 ? [`Readings: ${readings.map(({ words, decision }) => `${words.en} (decision ${decision})`).join(' ')}`] : []),
      ...(rules.length + own.length > 0 ? [table(['Rule', 'Law', 'Modality', 'Says', 'Written in', 'Required by'], [...rules, ...own].map((rule) => [
        `\`${rule.id}\``, rule.law, rule.modality, `${rule.says.zh} ${rule.says.en}`, fileLink(files.get(rule.id) ?? '?'), usesCell(rule, sources)]))] : []),
      ...(citing.length > 0 ? [`Steps taken under it: ${citing.map(stepLink).join(', ')}.`] : []),
      ...(filling.length > 0 ? [`Gaps filled by settings: ${filling.map((key) => lawLink(`setting:${key}`)).join(', ')}.`] : []),
      ...(named.length > 0 ? [`Tests:\n\n${named.map(({ name, file }) => `- ${name} (${fileLink(file)})`).join('\n')}`] : []),
    ].join('\n\n')
  }
  return `# The articles and their code\n\n${regulation.title}: ${regulation.articles.length} articles. From each to its rules, the steps that require them or are taken under it, the settings that fill
its gaps, and the tests named after it.\n\n${regulation.articles.map(section).join('\n\n')}\n`
}

const fileOf = (no: number, sources: readonly Source[]) =>
  sources.find(({ path }) => path.startsWith(`src/regulation/${regulation.id}/article-${String(no).padStart(2, '0')}-`) && !path.includes('.test.'))?.path ?? `src/regulation/${regulation.id}/index.ts`

export function coveragePage(sources: readonly Source[]): string {
  const steps = allSteps(engines)
  const cites = (no: number) => steps.some(({ law, requires }) => articleNo(law) === no || requires?.some(({ rule }) => articleNo(rule.law) === no))
  const idle = everyRule.filter(({ id }) => requiring(id).length === 0)
  const items = regulation.articles.flatMap(({ no, text }) => text.filter(({ item }) => item !== undefined).map(({ item }) => `Art. ${no}(${item})`))
  const carried = new Set<string>([...steps.map(({ law }) => law), ...everyRule.map(({ law }) => law), ...settingKeys.flatMap((key) => settingOf(key).fills ?? [])])
  return `# Coverage, both ways

## From the law to the code

${table(['Article', '', 'Computed', 'Rules', 'Required by a step', 'Settings', 'Where it stands'], regulation.articles.map(({ no, heading, computable, rules }) => [
    `[Art. ${no}](articles.md#art-${no})`, `${heading.zh} ${heading.en}`, computable === true ? 'yes' : 'no', String(rules.length),
    String(rules.filter(({ id }) => requiring(id).length > 0).length), String(settingKeys.filter((key) => articleNo(settingOf(key).fills ?? '') === no).length),
    computable !== true ? (cites(no) ? 'not computed; steps are taken under it' : 'not computed, with the reason given') : cites(no) ? 'in a procedure' : rules.length > 0 ? '**rules written and tested, no procedure yet**' : '**no implementation**',
  ]))}

Items of articles that no rule, step or setting cites: ${listed(items.filter((item) => !carried.has(item)))}

Rules that no step requires:

${table(['Rule', 'Law', 'In use'], idle.map((rule) => [`\`${rule.id}\``, lawLink(rule.law), usesCell(rule, sources)]))}

## From the code to the law

Steps that rest on a setting, not on an article:

${table(['Step', 'Rests on'], steps.filter(({ law }) => law.startsWith('setting:')).map((step) => [stepLink(step), lawLink(step.law)]))}

Rules that rest on a setting:

${table(['Rule', 'Rests on', 'Says'], everyRule.filter(({ law }) => law.startsWith('setting:')).toSorted((a, b) => byText(a.id, b.id)).map(({ id, law, says }) => [`\`${id}\``, lawLink(law), `${says.zh} ${says.en}`]))}

Settings of the platform itself, which touch no article: ${listed(settingKeys.filter((key) => settingOf(key).fills === null).map((key) => lawLink(`setting:${key}`)))}
`
}

const listed = (items: readonly string[]) => (items.length > 0 ? `${items.join(', ')}.` : 'none.')
