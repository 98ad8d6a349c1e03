/** Built pages: the workbench's files under /work, every address of it answered by its one page. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { z } from 'zod'
import type { Server } from './http.ts'

/** Assets carry their hash in the name and may be kept for a year; the page itself is asked for anew. */
export async function workbenchPages(app: Server, folder: string) {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return
  const html = readFileSync(page, 'utf8')
  await app.register(fastifyStatic, { root: folder, serve: false, decorateReply: true, preCompressed: true })
  app.get('/work/assets/:file', { config: { access: 'public' }, schema: { hide: true, params: z.object({ file: z.string().regex(/^[\w.-]{1,120}$/) }) } },
    (request, reply) => reply.sendFile(`assets/${request.params.file}`, { immutable: true, maxAge: '365d' }))
  for (const url of ['/work', '/work/*']) {
    app.get(url, { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html))
  }
}
