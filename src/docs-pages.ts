/** All generated documents, computed from the code: the same code gives the same bytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlesPage, coveragePage } from './docs-law.ts'
import { procedurePages } from './docs-procedures.ts'
import { reactionsPage } from './docs-reactions.ts'
import { settingsPage } from './docs-settings.ts'
import { ruleFiles, sourcesIn } from './docs-sources.ts'

export const generatedFolder = 'docs/generated'

const note = '<!-- Generated from the code by `npm run docs`. Change the code, not this file. -->\n\n'

/** File name in docs/generated → its text. */
export function pages(root: string): Map<string, string> {
  const sources = sourcesIn(root)
  return new Map([
    ...procedurePages(ruleFiles(sources)),
    ['articles.md', articlesPage(sources)] as const,
    ['coverage.md', coveragePage(sources)] as const,
    ['reactions.md', reactionsPage(sources)] as const,
    ['settings.md', settingsPage(sources)] as const,
  ].map(([file, text]) => [file, note + text]))
}

/** Names of generated files that are not what the code says now: changed, missing, or left over. */
export function stale(root: string, current = pages(root)): string[] {
  const folder = join(root, generatedFolder)
  const there = existsSync(folder) ? readdirSync(folder) : []
  const changed = [...current].filter(([file, text]) => !there.includes(file) || readFileSync(join(folder, file), 'utf8') !== text)
  return [...changed.map(([file]) => file), ...there.filter((file) => !current.has(file))]
}
