/** `npm run docs` writes docs/generated; with `--check` it writes nothing and fails, naming every file that is stale. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generatedFolder, pages, stale } from './docs-pages.ts'

const root = dirname(import.meta.dirname)
const current = pages(root)
const old = stale(root, current)

if (process.argv.includes('--check')) {
  for (const file of old) console.log(`${generatedFolder}/${file} 已过时 is stale`)
  if (old.length > 0) console.log('请运行 / run: npm run docs')
  process.exitCode = old.length === 0 ? 0 : 1
} else {
  const folder = join(root, generatedFolder)
  mkdirSync(folder, { recursive: true })
  for (const file of old) {
    const text = current.get(file)
    if (text === undefined) rmSync(join(folder, file))
    else writeFileSync(join(folder, file), text)
    console.log(`${generatedFolder}/${file} ${text === undefined ? '已删除 removed' : '已写入 written'}`)
  }
  console.log(`${current.size} 个文件均为最新 files are current`)
}
