/** `node scripts/run.mjs file.ts …`: runs a TypeScript file with Node 24, whatever Node the machine has. */
import { become, installIfNeeded, node24, Stop, script } from './ready.mjs'

await script(() => {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Stop('用法：node scripts/run.mjs 文件.ts …', 'Usage: node scripts/run.mjs file.ts …')
  installIfNeeded()
  become(node24(), [file, ...args])
})
