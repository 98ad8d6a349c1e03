import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Pages are loaded one by one, and so are their styles. A class that only a page's own style sheet knows must come with every page
 * that shows it: else it looks right on one page and bare on the next.
 */
const folder = import.meta.dirname
const read = (file: string) => readFileSync(file, 'utf8')
const files = globSync('**/*.{ts,tsx}', { cwd: folder }).filter((file) => !file.endsWith('.test.ts')).map((file) => join(folder, file))
const from = (file: string, path: string) => join(dirname(file), path)

const imported = (file: string) => [...read(file).matchAll(/^import (?!type )(?:[^'"]*? from )?'(\.[^']+)'/gm)].map(([, path]) => from(file, path!))
const later = (file: string) => [...read(file).matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, path]) => from(file, path!))
const graph = new Map(files.map((file) => [file, imported(file)]))
const reach = (root: string, seen = new Set<string>()): Set<string> => {
  if (!seen.has(root)) { seen.add(root); for (const next of graph.get(root) ?? []) reach(next, seen) }
  return seen
}
const classesOf = (text: string) => new Set([...text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name!))
const usedIn = (file: string) => new Set([...read(file).matchAll(/className=(?:"([^"]+)"|\{([^}]*(?:\{[^}]*\}[^}]*)*)\})/g)].flatMap(([, plain, code]) =>
  plain ? plain.split(/\s+/) : [...(code ?? '').replaceAll(/\[[^\]]*\]/g, '').matchAll(/['"`]([^'"`]*)['"`]/g)].flatMap(([, text]) => text!.replaceAll(/\$\{[^}]*\}/g, ' ').split(/\s+/))))

test('a class is known on every page that shows it', () => {
  const everywhere = reach(join(folder, 'main.tsx'))
  const roots = [...new Set(files.flatMap(later))].filter((file) => existsSync(file))
  const sheets = globSync('**/*.css', { cwd: folder }).map((file) => join(folder, file))
  const known = new Map(sheets.map((sheet) => [sheet, classesOf(read(sheet))]))
  const always = new Set([...known].filter(([sheet]) => everywhere.has(sheet)).flatMap(([, names]) => [...names]))
  const bare: string[] = []
  for (const root of roots) {
    const here = reach(root)
    const at = new Set([...always, ...[...known].filter(([sheet]) => here.has(sheet)).flatMap(([, names]) => [...names])])
    for (const file of here) if (file.endsWith('.tsx')) for (const name of usedIn(file)) {
      const owners = [...known].filter(([, names]) => names.has(name)).map(([sheet]) => relative(folder, sheet))
      if (owners.length > 0 && !at.has(name)) bare.push(`${relative(folder, root)}: .${name} of ${owners.join(', ')} in ${relative(folder, file)}`)
    }
  }
  expect(roots.length).toBeGreaterThan(20)
  expect(bare).toEqual([])
})
