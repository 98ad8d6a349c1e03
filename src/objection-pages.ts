/** Mounts the public pages of objections. Only here do bodies of plain HTML forms come in. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { multipartForm, urlencodedForm, type FormBody } from './platform/form-bodies.ts'
import type { Server } from './platform/http.ts'
import { tooOften } from './platform/knocks.ts'
import { Refused } from './platform/problem.ts'
import type { ObjectionPages, Posted } from './portal/portal.objections.ts'
import type { PortalAnswer, PortalRequest } from './portal/portal.ts'

const megabyte = 1_048_576

/** `uploadMB`: the largest body of evidence taken at once. */
export function objectionPageRoutes(app: Server, pages: ObjectionPages, { origin, uploadMB }: { origin?: string; uploadMB: number }) {
  const asked = (request: FastifyRequest): PortalRequest => ({
    params: (request.params ?? {}) as Record<string, string>, query: (request.query ?? {}) as Record<string, unknown>, cookies: request.cookies, path: request.url, origin: origin ?? `${request.protocol}://${request.host}`, address: request.ip,
  })
  const posted = (request: FastifyRequest): Posted => ({ ...asked(request), ...((request.body ?? { fields: {}, files: [] }) as FormBody) })
  const sent = (reply: FastifyReply, answer: PortalAnswer) => reply.status(answer.status).headers(answer.headers).send(answer.body)
  const config = { access: 'public' as const }
  const schema = { hide: true }

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: megabyte / 4 }, (_request, body, done) => done(null, urlencodedForm(body as string)))
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: uploadMB * megabyte }, async (request: FastifyRequest, body: Buffer) => multipartForm(new Uint8Array(body), request.headers['content-type'] ?? ''))
    scope.setErrorHandler(async (error: { statusCode?: number; status?: number; more?: Refused['more'] }, request, reply) => {
      const status = error.status ?? error.statusCode ?? 500
      if (status >= 500 || !String(request.headers.accept ?? '').includes('text/html')) throw error
      return sent(reply, await pages.refused(asked(request), status === 429 ? 'tooMany' : status === 413 ? 'tooLarge' : status === 404 ? 'gone' : 'malformed', status, error.more?.retryAfter))
    })

    scope.get('/notices/:number/object', { config, schema }, async (request, reply) => sent(reply, await pages.form(asked(request))))
    scope.post('/notices/:number/object', { config, schema }, async (request, reply) => sent(reply, await pages.file(posted(request))))
    scope.get('/objections', { config, schema }, async (request, reply) => sent(reply, await pages.ask(asked(request))))
    scope.post('/objections', { config, schema }, async (request, reply) => sent(reply, await pages.lookUp(posted(request))))
    scope.post('/objections/withdraw', { config, schema }, async (request, reply) => sent(reply, await pages.withdraw(posted(request))))
    scope.post('/objections/evidence/:ticket', {
      config, schema,
      // Before a byte of the body: large bodies are taken from holders of a receipt only.
      onRequest: async (request) => {
        const may = await pages.mayUpload((request.params as { ticket: string }).ticket, request.ip)
        if (typeof may !== 'string') throw tooOften(may.tooMany)
        if (may === 'no') throw new Refused(404, { zh: '上传的时限已过，请凭回执重新打开。', en: 'The time for sending files is over; open it again with your receipt.' })
      },
    }, async (request, reply) => sent(reply, await pages.upload(posted(request))))
  })
}


