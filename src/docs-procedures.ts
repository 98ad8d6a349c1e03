/** One page a procedure: its diagram, its steps, its statuses, as the code has them. */
import { both, fileLink, lawLink, table } from './docs-sources.ts'
import { engines, roleWords } from './engines.ts'
import type { Audience, Requirement } from './kernel/procedure.ts'
import type { Basis } from './kernel/rule.ts'
import type { Words } from './kernel/words.ts'
import type { Engine } from './platform/case-log.ts'
import { units } from './settings/setting.ts'
import { isSettingKey, settingOf } from './settings/settings.ts'

/** A step without the types of its own procedure. */
export type StepLine = {
  readonly says: Words; readonly by: string | readonly string[]; readonly from: readonly string[]; readonly to: string
  readonly law: Basis; readonly within?: string
  readonly seen?: Audience; readonly sealed?: true; readonly unseals?: true; readonly concurrent?: true; readonly signs?: true
  readonly effects?: readonly Words[]; readonly requires?: readonly Requirement<never, never, never>[]
}

export const stepsOf = (engine: Engine) =>
  Object.entries(engine.steps as unknown as Record<string, StepLine>).map(([name, step]) => ({ name, ...step }))

type NamedStep = ReturnType<typeof stepsOf>[number]

const readers: Record<Audience, string> = { parties: 'every party', authorities: 'county and city', city: 'city' }

export function procedurePage(engine: Engine, ruleFile: Map<string, string>): string {
  const steps = stepsOf(engine)
  return `# ${both(engine.words)}

Law: ${engine.law.map(lawLink).join(', ')}. Shown numbers: \`${engine.prefix}-YYYY-NNNN\`.
The page: ${fileLink(`src/procedures/${engine.procedure}/${engine.procedure}.ts`)}.

\`\`\`mermaid
${diagram(engine, steps)}
\`\`\`

## Steps

In the order of the page. A rule is marked with its modality: \`must\` blocks, \`usually\` takes a written reason, \`judgement\` is never
computed and asks for one; *noted* is recorded with the entry and stops nothing.

${table(['Step', '中文', 'By', 'From → to', 'Law', 'Within', 'Requires', 'Entry read by'],
    steps.map((step) => stepRow(step, ruleFile)))}

## Statuses

${table(['Status', 'Words', 'Who acts', 'What is asked', 'Time limit', 'Clock'], Object.entries(engine.statuses).map(([status, { words, awaits }]) => {
    const nobody = steps.some(({ from }) => from.includes(status)) ? 'the system' : 'nobody: it ends here'
    const waiting = awaits ? [roleOf(awaits.role), both(awaits.asks), limitOf(awaits.within), awaits.clock] : [nobody, '', '', '']
    return [`\`${status}\``, both(words), ...waiting]
  }))}
`
}

function stepRow(step: NamedStep, ruleFile: Map<string, string>): string[] {
  const by = typeof step.by === 'string' ? [step.by] : step.by
  const marks = [...(step.signs ? ['signs'] : []), ...(step.concurrent ? ['side by side'] : [])]
  const sealing = [...(step.sealed ? ['data sealed'] : []), ...(step.unseals ? ['opens what was sealed'] : [])]
  return [
    `\`${step.name}\`${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`, step.says.zh, by.map((role) => `\`${role}\``).join(', '),
    `${step.from.length > 0 ? step.from.map((from) => `\`${from}\``).join(', ') : 'opens the case'} → \`${step.to}\``,
    lawLink(step.law), limitOf(step.within), (step.requires ?? []).map((one) => requirementOf(one, ruleFile)).join('<br>'),
    [readers[step.seen ?? 'parties'], ...sealing].join('; '),
  ]
}

function requirementOf({ rule, mode }: Requirement<never, never, never>, ruleFile: Map<string, string>): string {
  const file = ruleFile.get(rule.id)
  const name = file ? `[\`${rule.id}\`](../../${file})` : `\`${rule.id}\``
  return `${name} ${lawLink(rule.law)} ${mode === 'note' ? '*noted*' : rule.modality}`
}

/** "10 个工作日 working days (`county.reviewDays`)". */
function limitOf(key: string | undefined): string {
  if (!key) return ''
  if (!isSettingKey(key)) return `\`${key}\``
  const { value, unit } = settingOf(key)
  return `${String(value)} ${unit ? both(units[unit]) : ''} (${lawLink(`setting:${key}`)})`
}

const roleOf = (role: string) => `${both(roleWords[role] ?? { zh: role, en: '' })} \`${role}\``

/** Mermaid reads a colon as the beginning of a label and a semicolon as the end of a line. */
const label = (text: string) => text.replaceAll(/[:;#"]/g, ' ')

function diagram(engine: Engine, steps: readonly NamedStep[]): string {
  const name = ({ name: step, says, by }: NamedStep) => label(`${says.zh} ${step}${by === 'system' ? ' (system)' : ''}`)
  const statuses = Object.entries(engine.statuses)
  // Steps that keep the status are many; one arrow carries them all.
  const keeping = statuses.flatMap(([status]) => {
    const kept = steps.filter(({ from, to }) => to === status && from.includes(status))
    return kept.length > 0 ? [`  ${status} --> ${status} : ${kept.map(name).join(' / ')}`] : []
  })
  return [
    'stateDiagram-v2',
    ...statuses.map(([status, { words }]) => `  state "${label(both(words))}" as ${status}`),
    ...steps.filter(({ from }) => from.length === 0).map((step) => `  [*] --> ${step.to} : ${name(step)}`),
    ...steps.flatMap((step) => step.from.filter((from) => from !== step.to).map((from) => `  ${from} --> ${step.to} : ${name(step)}`)),
    ...keeping,
    ...statuses.filter(([status]) => !steps.some(({ from }) => from.includes(status))).map(([status]) => `  ${status} --> [*]`),
  ].join('\n')
}

export const procedurePages = (ruleFile: Map<string, string>): [file: string, text: string][] =>
  Object.values(engines).map((engine) => [`${engine.procedure}.md`, procedurePage(engine, ruleFile)])
