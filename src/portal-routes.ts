/** Mounts the public pages; for readers of pages, unknown addresses and faults are pages too. */
import type { FastifyRequest } from 'fastify'
import type { Server } from './platform/http.ts'
import type { Portal, PortalAnswer, PortalRequest } from './portal/portal.ts'

export function portalRoutes(app: Server, portal: Portal, origin?: string) {
  const asked = (request: FastifyRequest): PortalRequest => ({
    params: (request.params ?? {}) as Record<string, string>, query: (request.query ?? {}) as Record<string, unknown>, cookies: request.cookies, path: request.url,
    origin: origin ?? `${request.protocol}://${request.host}`, address: request.ip, ifNoneMatch: request.headers['if-none-match'],
  })
  for (const page of portal.pages) {
    app.get(page.path, { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
      const answer = await page.handle(asked(request))
      return reply.status(answer.status).headers(answer.headers).send(answer.body)
    })
  }
  app.decorate('pageFor', async (request: FastifyRequest, problem: { status: number; number: string }): Promise<PortalAnswer | undefined> => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && String(request.headers.accept ?? '').includes('text/html')
    if (!wantsPage) return undefined
    return problem.status === 404 || problem.status === 405 ? portal.missing(asked(request)) : problem.status >= 500 ? portal.failed(asked(request), problem.number) : undefined
  })
}
