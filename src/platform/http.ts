/** The web server: parsing, problems, headers, cookies. Every route says who may call it, or the server does not start. */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import { UnstorableText } from './database.ts'
import { parseJson } from './json.ts'
import { languageOf, parsed, problemOf, Refused, signInFirst } from './problem.ts'
import { asPerson, type Who } from './session.ts'

declare module 'fastify' {
  interface FastifyContextConfig { access?: 'public' | 'signedIn' | 'tus' }
}

export type Server = ReturnType<typeof withTypes>
const withTypes = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>()

export const cookieName = 'zs'
export const jsonLimit = 1_048_576

export async function openServer(options: { log: boolean; trustProxy: boolean | readonly string[]; secure: boolean }): Promise<Server> {
  const app = withTypes(Fastify({ logger: options.log ? { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] } : false, bodyLimit: jsonLimit, trustProxy: trusted(options.trustProxy),
    logController: new LogController({ disableRequestLogging: true }), routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that cannot be decoded is refused before any route.
    frameworkErrors: (error, request, reply) => { void sendProblem(request, reply, refusalOf(error, request)) } }))
  // The same words for a fault wherever it is found: in the body, the address or its query.
  app.setValidatorCompiler(({ schema }) => (value) => { try { return { value: parsed(schema as unknown as z.ZodType, value) } } catch (error) { return { error: error as Error } } })
  app.setSerializerCompiler(serializerCompiler)
  await app.register(cookie)
  await app.register(compress, { threshold: 1024 })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '中试通 Zhongshi', version: '1', description: 'Recognition and supervision of pilot-scale test bases. Errors are application/problem+json with every ground of a refusal.' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } } } },
    transform: jsonSchemaTransform,
  })

  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try { done(null, parseJson(body as Buffer)) } catch (error) { done(error as Error) }
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY').header('cross-origin-opener-policy', 'same-origin')
      .header('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'")
    if (request.url.startsWith('/api/') && !request.url.startsWith('/api/public')) reply.header('cache-control', 'no-store')
    if (options.secure) reply.header('strict-transport-security', 'max-age=31536000')
    refuseNoHost(request)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) refuseForeignSite(request)
  })

  app.setNotFoundHandler({}, (request, reply) => {
    const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => method !== request.method && app.findRoute({ url: request.url.split('?')[0] ?? '', method: method as 'GET' }))
    if (known.length > 0) reply.header('allow', known.join(', '))
    return sendProblem(request, reply, known.length > 0
      ? new Refused(405, { zh: `这个地址不接受 ${request.method}。`, en: `This address does not take ${request.method}.` })
      : new Refused(404, { zh: '没有这个地址。', en: 'There is no such address.' }))
  })

  app.setErrorHandler((error: unknown, request, reply) => sendProblem(request, reply, refusalOf(error, request)))
  return app
}

/**
 * Whose word about the client's address is taken. `true`: the one proxy that speaks to us, which is the only way here; what it was told by
 * others is not believed. A list: every proxy named, by address or network. Trusting all of them would let everybody choose their address.
 */
const trusted = (proxies: boolean | readonly string[]) => (typeof proxies === 'boolean' ? proxies && ((_address: string, hop: number) => hop === 0) : [...proxies])

type PageFor = (request: FastifyRequest, problem: { status: number; number: string }) => Promise<{ status: number; body: string; headers: Record<string, string> } | undefined>

/** A problem as JSON; for readers of public pages, where the composition offers them, as a page. */
export async function sendProblem(request: FastifyRequest, reply: FastifyReply, refused: Refused) {
  const problem = problemOf(refused, languageOf(request.headers['accept-language']))
  const page = await (request.server as { pageFor?: PageFor }).pageFor?.(request, problem).catch(() => undefined)
  if (page) return reply.status(page.status).headers(page.headers).send(page.body)
  const retryAfter = refused.more.retryAfter ?? (refused.status === 503 ? 5 : undefined)
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter)).header('cache-control', 'no-store')
  return reply.status(refused.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}

/** Pages say where they are by the name they were asked under: a name that is none would end up in their addresses. */
function refuseNoHost({ headers: { host } }: FastifyRequest) {
  if (host !== undefined && !/^([\w.-]{1,253}|\[[\da-f:.]{2,45}\])(:\d{1,5})?$/i.test(host)) throw new Refused(400, { zh: '请求头 Host 有误。', en: 'The header Host is malformed.' })
}

/** Unsafe requests must come from our own pages: browsers say where they come from, other clients send neither header. */
function refuseForeignSite(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && origin !== 'null' && hostOf(origin) !== request.headers.host) || origin === 'null'
  if (foreign) throw new Refused(403, { zh: '请求来自别的网站，没有执行。', en: 'The request came from another site and was not carried out.' })
}
const hostOf = (origin: string) => { try { return new URL(origin).host } catch { return '' } }

function refusalOf(error: unknown, request: FastifyRequest): Refused {
  if (error instanceof Refused) return error
  const fault = error as { statusCode?: number; code?: string }
  if (error instanceof UnstorableText) return new Refused(400, { zh: '有内容不能保存，请检查特殊字符。', en: 'Some input cannot be stored; check for unusual characters.' })
  if (fault.statusCode === 413) return new Refused(413, { zh: '内容过大：一次至多 1 MB，文件请用附件上传。', en: 'Too large: at most 1 MB at a time; upload files as attachments.' })
  if (fault.statusCode === 415) return new Refused(415, { zh: '只接受 application/json。', en: 'Only application/json is accepted.' })
  // Text that the URL or a header cannot carry, and numbers out of range, reach the database as data exceptions (class 22).
  if (fault.code && /^22/.test(fault.code)) return new Refused(400, { zh: '有内容不能保存，请检查特殊字符。', en: 'Some input cannot be stored; check for unusual characters.' })
  if (fault.code === '40001' || fault.code === '40P01') return new Refused(409, { zh: '与别人的操作同时发生，没有写入。请重试。', en: 'It collided with another act and was not written. Please try again.' })
  if (databaseGone(error)) return new Refused(503, { zh: '数据库暂时连不上。请稍后用同一按钮重试，不会重复办理。', en: 'The database cannot be reached at the moment. Try the same button again shortly; nothing is done twice.' })
  if (fault.code === '57014' || fault.code === '53300') return new Refused(503, { zh: '系统繁忙，没有写入。请稍后用同一按钮重试。', en: 'Busy; nothing was written. Try the same button again shortly.' })
  if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500) return new Refused(fault.statusCode, { zh: '请求有误。', en: 'The request is not understood.' })
  request.log.error(error)
  return new Refused(500, { zh: '没有办成。您填写的内容没有丢失，请重试，或凭编号联系管理员。', en: 'It did not work. What you typed is kept; try again, or quote the number to the administrator.' })
}

/** Gone, going, coming back or full: whether a commit under way arrived is not known, a retry with its key tells. */
const databaseGone = (error: unknown): boolean => {
  const { code = '', message = '', syscall } = error as { code?: string; message?: string; syscall?: string }
  return /^(08|57P0|53[12])|^(ECONNRESET|EPIPE)$/.test(code) || syscall === 'connect' || /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(message)
}

/** Runs a handler as the signed-in person, in one transaction under row security. */
export function signedIn(app: Pool, clock: () => Date) {
  return async <Result>(request: FastifyRequest, work: (tx: PoolClient, who: Who) => Promise<Result>, end?: (result: Result) => 'commit' | 'rollback'): Promise<Result> => {
    const token = request.cookies[cookieName]
    if (!token) throw signInFirst()
    let seen = false
    const result = await asPerson(app, token, clock(), (tx, who) => { seen = true; return work(tx, who) }, end)
    if (!seen) throw signInFirst()
    return result as Result
  }
}
