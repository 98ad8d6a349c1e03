/** The register of settings: value, gap, basis, bounds; and the tables too large for one line. */
import { both, byText, fileLink, filesNaming, lawLink, type Source, table } from './docs-sources.ts'
import { type Setting, settingMark, units } from './settings/setting.ts'
import { type SettingKey, settingKeys, settingOf } from './settings/settings.ts'
import { standingOf } from './settings/settings-standing.ts'

const group = ({ fills }: Pick<Setting, 'fills'>) => Number(/\d+/.exec(fills ?? '')?.[0] ?? 999)

export function settingsPage(sources: readonly Source[]): string {
  const settings = settingKeys.map((key) => settingOf(key)).toSorted((a, b) => group(a) - group(b) || byText(a.fills ?? '', b.fills ?? ''))
  return `# Settings

${settingMark.zh}. Values that fill gaps of the text, as they are from the first day; the authority changes them by the procedure
[rule-change](rule-change.md), each change dated and signed by a second person. A rule or step that rests on one cites it.
What is \`fixed\` tells how the platform works and takes no other value.

${table(['Setting', 'Name', 'Value', 'Fills', 'Basis', 'May be', 'Used by'], settings.map((setting) => [
    `<a id="${setting.key}"></a>\`${setting.key}\``, `${setting.words.zh}<br>${setting.words.en}`, told(setting),
    setting.fills ? lawLink(setting.fills) : 'nothing: the platform\'s own',
    `${setting.basis.zh}<br>${setting.basis.en}`, standingOf(setting.key) === 'fixed' ? 'fixed' : boundsOf(setting), usersOf(setting.key, sources),
  ]))}

## Versioned tables

${table(['File', 'What it holds'], sources.filter(isVersioned).map((source) => [fileLink(source.path), firstWords(source)]))}
`
}

const isVersioned = ({ path }: Source) => /^src\/settings\/[\w-]+-20\d\d\.ts$/.test(path)

function told({ value, unit }: Setting): string {
  if (value === null) return 'none: nothing is invented'
  if (typeof value === 'boolean') return value ? '是 yes' : '否 no'
  if (unit === 'share') return `${Number((Number(value) * 100).toFixed(6))} %`
  if (Array.isArray(value)) return value.join(', ') || 'empty'
  return `${typeof value === 'object' ? JSON.stringify(value) : String(value)}${unit ? ` ${both(units[unit])}` : ''}`
}

function boundsOf({ within }: Setting): string {
  if (within === null) return ''
  return 'min' in within ? `${within.min} to ${within.max}` : within.map((option) => `\`${option}\``).join(', ')
}

/** Where a value or its citation is read; the register itself, the words of screens and the demo world do not count. */
function usersOf(key: string, sources: readonly Source[]): string {
  const naming = new Set([...filesNaming(sources, key), ...filesNaming(sources, `setting:${key}`)])
  const files = [...naming].filter((path) => !/^src\/(settings\/settings-|words\/|demo\/)|setting-words|fixtures/.test(path))
  return files.length > 0 ? files.toSorted(byText).map(fileLink).join(', ') : standingOf(key as SettingKey) === 'fixed' ? 'nothing: it tells how the platform works' : 'not in use yet'
}

const firstWords = ({ text }: Source) => /\/\*\*([\s\S]*?)\*\//.exec(text)?.[1]?.replaceAll(/\s*\n \* ?/g, ' ').trim() ?? ''
