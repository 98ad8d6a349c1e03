/** Writing once: the same intention answers the same, and says which version of the case it saw. */
import { z } from 'zod'
import { canonical, fingerprint } from './canonical.ts'
import type { Context } from './case-log.ts'
import { badInput, Refused } from './problem.ts'
import { json, rowOf, rowsOf, sql } from './query.ts'

type Request = import('fastify').FastifyRequest
export type Answer = { status: number; body: unknown; refused?: Refused }

export const writeHeaders = (version: boolean) => z.object({ 'idempotency-key': z.string().min(8).max(80).describe('A new one for every intention; the same for its retries'), ...(version && { 'if-match': z.string().max(20).describe('The version seen, from GET /api/cases/{id}') }) })
export const keyOf = (request: Request): string => {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && /^[\x21-\x7e]{8,80}$/.test(key)) return key
  throw badInput([{ path: 'Idempotency-Key', expected: { zh: '请求头，8–80 个可见字符；同一意图重试时不变', en: 'a header of 8 to 80 visible characters, the same for every retry of one intention' } }])
}
export const versionOf = (request: Request): number => {
  const given = request.headers['if-match']
  const version = typeof given === 'string' ? /^(?:W\/)?"?(\d{1,9})"?$/.exec(given)?.[1] : undefined
  if (version) return Number(version)
  throw new Refused(428, { zh: '请说明您看到的是案件的哪一版（If-Match）。', en: 'Say which version of the case you saw (If-Match).' }, { fields: [{ path: 'If-Match', expected: { zh: '案件版本号', en: 'the version of the case' } }] })
}

/** The same intention answers the same and writes once; the same key for something else is refused. */
export async function once(context: Context, key: string, request: unknown, work: () => Promise<Answer>): Promise<Answer> {
  const { tx, jurisdiction, viewer, now } = context
  const print = fingerprint(request)
  const first = await rowOf(tx, sql`insert into idempotency (jurisdiction, person, key, request, at) values (${jurisdiction}, ${viewer.person}, ${key}, ${print}, ${now.toISOString()}) on conflict do nothing returning key`)
  if (!first) {
    const before = await rowOf<{ request: string; status: number; answer: unknown }>(tx, sql`select request, status, answer from idempotency where jurisdiction = ${jurisdiction} and person = ${viewer.person} and key = ${key}`)
    if (before?.request === print && before.status) return { status: before.status, body: spelled(before.answer) }
    throw new Refused(422, { zh: '这个 Idempotency-Key 已用于另一项请求。', en: 'This Idempotency-Key was used for another request.' })
  }
  const answer = await work()
  if (answer.status >= 400) return answer
  await rowsOf(tx, sql`update idempotency set status = ${answer.status}, answer = ${json(answer.body)} where jurisdiction = ${jurisdiction} and person = ${viewer.person} and key = ${key}`)
  return { ...answer, body: spelled(answer.body) }
}
/** The database orders keys its own way; the first answer and its repetitions are the same byte for byte. */
const spelled = (body: unknown): unknown => JSON.parse(canonical(body))
