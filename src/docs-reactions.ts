/** What follows on what: reactions between procedures, and what the clock does. */
import { both, type ReactionLine, reactionLines, type Source, table } from './docs-sources.ts'
import { stepsOf } from './docs-procedures.ts'
import { engines } from './engines.ts'
import { scheduled } from './schedule.ts'

export const reactions = (sources: readonly Source[]): ReactionLine[] =>
  reactionLines(sources.find(({ path }) => path === 'src/reactions.ts')?.text ?? '')

export function reactionsPage(sources: readonly Source[]): string {
  const lines = reactions(sources)
  return `# Reactions and schedule

A procedure never calls another. [src/reactions.ts](../../src/reactions.ts) ties them: when an entry is written, the steps beside it are
taken in the same transaction; if one of them cannot be taken, none is.

${table(['When this is entered', 'this follows', 'by', 'because'],
    lines.map(({ did, then, as, why }) => [told(did), then.map(told).join('<br>'), as === 'actor' ? 'the person who acted' : 'the system', why]))}

\`\`\`mermaid
flowchart LR
${lines.flatMap(({ did, then }) => then.map((step) => `  ${nodeOf(did)} --> ${nodeOf(step)}`)).join('\n')}
\`\`\`

## The clock

[src/schedule.ts](../../src/schedule.ts): steps the system takes by itself when they fall due, each in a transaction of its own. It closes
periods; it approves nothing.

${table(['Step', '', 'From → to', 'Law'], scheduled.map(({ name }) => {
    const step = stepOf(name)
    const way = step ? `${step.from.map((from) => `\`${from}\``).join(', ')} → \`${step.to}\`` : ''
    return [`\`${name}\``, step ? both(step.says) : '', way, step?.law ?? '']
  }))}
`
}

/** "recognition.openNotice" → the step, or undefined where there is none of that name. */
export function stepOf(name: string) {
  const [procedure, step] = name.split('.')
  const engine = engines[procedure ?? '']
  return engine && stepsOf(engine).find((one) => one.name === step)
}

const told = (name: string) => `\`${name}\` ${stepOf(name)?.says.zh ?? ''}`
const nodeOf = (name: string) => `${name.replaceAll(/[^\w]/g, '_')}["${stepOf(name)?.says.zh ?? ''} ${name}"]`
