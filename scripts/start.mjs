/** `npm start`: from a fresh checkout to a running server. */
import { become, buildIfNeeded, installIfNeeded, node24, say, Stop, script } from './ready.mjs'

await script(async () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new Stop(`Node.js 版本过低（${process.version}），需要 20.19 或更新版本。`, `Node.js ${process.version} is too old; 20.19 or later is needed.`)
  if (process.platform === 'win32') throw new Stop('Windows 上请在 WSL 中运行。', 'On Windows, run this inside WSL.')

  installIfNeeded()
  const node = node24()
  await buildIfNeeded()
  say('正在启动中试通 …', 'Starting Zhongshi …')
  become(node, ['src/main.ts', ...process.argv.slice(2)])
})
