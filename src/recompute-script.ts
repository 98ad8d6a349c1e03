/** Serves the stand-alone script that recomputes a draw, as it lies in the repository. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from './platform/http.ts'

export function recomputeScript(app: Server) {
  const script = readFileSync(join(import.meta.dirname, '../scripts/recompute-draw.mjs'), 'utf8')
  app.get('/api/public/recompute-draw.mjs', { config: { access: 'public' }, schema: { summary: 'The stand-alone script that recomputes a draw from its record', tags: ['public'] } },
    async (_request, reply) => reply.header('cache-control', 'public, max-age=60').type('text/javascript; charset=utf-8').send(script))
}
