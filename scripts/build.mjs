/** `npm run build`: the workbench to dist/web, the portal to dist/portal. */
import { buildIfNeeded, installIfNeeded, say, script } from './ready.mjs'

await script(async () => {
  installIfNeeded()
  await buildIfNeeded({ always: true })
  say('构建完成：dist/web、dist/portal', 'Built: dist/web, dist/portal')
})
