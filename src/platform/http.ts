/** The web server: parsing, problems, headers, cookies. Every route says who may call it, or the server does not start. */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import { badInput, fieldsOf, languageOf, problemOf, Refused, signInFirst } from './problem.ts'
import { asPerson, type Who } from './session.ts'

declare module 'fastify' {
  interface FastifyContextConfig { access?: 'public' | 'signedIn' | 'tus' }
}

export type Server = ReturnType<typeof withTypes>
const withTypes = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>()

export const cookieName = 'zs'
export const jsonLimit = 1_048_576

export async function openServer(options: { log: boolean; trustProxy: boolean; secure: boolean }): Promise<Server> {
  const app = withTypes(Fastify({ logger: options.log ? { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] } : false, bodyLimit: jsonLimit, trustProxy: options.trustProxy,
    logController: new LogController({ disableRequestLogging: true }), routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 } }))
  app.setValidatorCompiler(validatorCompiler)
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

  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try { done(null, parseJson(body as string)) } catch (error) { done(error as Error) }
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY').header('cross-origin-opener-policy', 'same-origin')
      .header('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'")
    if (request.url.startsWith('/api/') && !request.url.startsWith('/api/public')) reply.header('cache-control', 'no-store')
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

type PageFor = (request: FastifyRequest, problem: { status: number; number: string }) => Promise<{ status: number; body: string; headers: Record<string, string> } | undefined>

/** A problem as JSON; for readers of public pages, where the composition offers them, as a page. */
export async function sendProblem(request: FastifyRequest, reply: FastifyReply, refused: Refused) {
  const problem = problemOf(refused, languageOf(request.headers['accept-language']))
  const page = await (request.server as { pageFor?: PageFor }).pageFor?.(request, problem).catch(() => undefined)
  if (page) return reply.status(page.status).headers(page.headers).send(page.body)
  return reply.status(refused.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}

/** Unsafe requests must come from our own pages: browsers say where they come from, other clients send neither header. */
function refuseForeignSite(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && origin !== 'null' && hostOf(origin) !== request.headers.host) || origin === 'null'
  if (foreign) throw new Refused(403, { zh: '请求来自别的网站，没有执行。', en: 'The request came from another site and was not carried out.' })
}
const hostOf = (origin: string) => { try { return new URL(origin).host } catch { return '' } }

/** JSON with the limits a door needs: well-formed text, no NUL, nesting at most 32, no prototype keys, no key twice. */
function parseJson(body: string): unknown {
  const malformed = (zh: string, en: string) => new Refused(400, { zh: `JSON 有误：${zh}`, en: `Malformed JSON: ${en}` })
  if (body.trim() === '') return {}
  let value: unknown
  try { value = JSON.parse(body) } catch { throw malformed('无法解析', 'it does not parse') }
  const fault = faultIn(value, 0)
  if (fault) throw malformed(fault.zh, fault.en)
  return value
}
function faultIn(value: unknown, depth: number): { zh: string; en: string } | undefined {
  if (depth > 32) return { zh: '嵌套超过 32 层', en: 'nested deeper than 32' }
  if (typeof value === 'string') return faultInText(value)
  if (value === null || typeof value !== 'object') return undefined
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return { zh: `不接受字段 ${key}`, en: `the key ${key} is not accepted` }
    const fault = faultInText(key) ?? faultIn(item, depth + 1)
    if (fault) return fault
  }
  return undefined
}
const faultInText = (text: string) => (text.isWellFormed() && !text.includes('\u0000') ? undefined : { zh: '含有不完整的字符', en: 'it holds a broken character' })

function refusalOf(error: unknown, request: FastifyRequest): Refused {
  if (error instanceof Refused) return error
  const fault = error as { statusCode?: number; code?: string; validation?: { params?: { issue?: z.core.$ZodIssue }; instancePath?: string }[]; message?: string }
  if (fault.validation) {
    return badInput(fault.validation.flatMap((item) => (item.params?.issue ? fieldsOf(item.params.issue) : [{ path: (item.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.'), expected: { zh: '格式不对', en: 'not in the expected form' } }])))
  }
  if (fault.statusCode === 413) return new Refused(413, { zh: '内容过大：一次至多 1 MB，文件请用附件上传。', en: 'Too large: at most 1 MB at a time; upload files as attachments.' })
  if (fault.statusCode === 415) return new Refused(415, { zh: '只接受 application/json。', en: 'Only application/json is accepted.' })
  // Text that the URL or a header cannot carry, and numbers out of range, reach the database as data exceptions (class 22).
  if (fault.code && /^22/.test(fault.code)) return new Refused(400, { zh: '有内容不能保存，请检查特殊字符。', en: 'Some input cannot be stored; check for unusual characters.' })
  if (fault.code === '40001' || fault.code === '40P01') return new Refused(409, { zh: '与别人的操作同时发生，没有写入。请重试。', en: 'It collided with another act and was not written. Please try again.' })
  if (fault.code === '57014' || fault.code === '53300') return new Refused(503, { zh: '系统繁忙，没有写入。请稍后用同一按钮重试。', en: 'Busy; nothing was written. Try the same button again shortly.' })
  if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500) return new Refused(fault.statusCode, { zh: '请求有误。', en: 'The request is not understood.' })
  request.log.error(error)
  return new Refused(500, { zh: '没有办成。您填写的内容没有丢失，请重试，或凭编号联系管理员。', en: 'It did not work. What you typed is kept; try again, or quote the number to the administrator.' })
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
