/** One person's way through the HTTP door: the demo world and the tests act with it, exactly as a browser would. */
import type { CaseDetail, Check, DraftSaved, Problem } from '../contract.ts'
import { cookieName, type Server } from '../platform/http.ts'
import { disassemble } from '../procedures/recognition/recognition.draft.ts'
import type { ApplicationData } from '../procedures/recognition/recognition.form.grammar.ts'

export type Answer<Body = unknown> = { status: number; body: Body; headers: Record<string, unknown> }
export type Client = ReturnType<typeof clientOf>

/** `newKey` hands in the idempotency keys, so that a walk is the same every time. */
export function clientOf(app: Server, token: string | undefined, newKey: () => string) {
  const call = async <Body = never>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> => {
    const answer = await app.inject({ method, url, ...(payload !== undefined && { payload: payload as object }), headers, ...(token && { cookies: { [cookieName]: token } }) })
    const type = String(answer.headers['content-type'] ?? '')
    return { status: answer.statusCode, body: (type.includes('json') ? answer.json() : answer.body) as Body, headers: answer.headers }
  }
  const must = async <Body>(what: string, asked: Promise<Answer<Body>>): Promise<Body> => {
    const answer = await asked
    if (answer.status >= 400) throw new Error(`${what}: ${answer.status} ${JSON.stringify((answer.body as unknown as Problem).refusals ?? answer.body)}`)
    return answer.body
  }
  const open = (procedure: string, data: object = {}, key = newKey()) => call<{ id: string; number: string; version: number } & Problem>('POST', `/api/cases/${procedure}`, data, { 'idempotency-key': key })
  const read = (id: string) => call<CaseDetail>('GET', `/api/cases/${id}`)
  const step = async (id: string, name: string, data: object = {}, { version, key = newKey() }: { version?: number; key?: string } = {}) =>
    call<{ version: number; case: { status: string }; entry: { hash: string; no: number } } & Problem>('POST', `/api/cases/${id}/steps/${name}`, data, { 'idempotency-key': key, 'if-match': String(version ?? (await read(id)).body.version ?? 0) })
  return {
    call, must, open, read, step,
    opened: (procedure: string, data: object = {}) => must(`open ${procedure}`, open(procedure, data)),
    detail: (id: string) => must(`read ${id}`, read(id)),
    did: (id: string, name: string, data: object = {}) => must(`${name} ${id}`, step(id, name, data)),
    check: (id: string) => must('check', call<Check>('POST', '/api/check/recognition', { case: id })),
    /** Fills the draft with a whole application. */
    fills: async (id: string, data: ApplicationData) => {
      const { version } = await must('draft', call<{ version: number }>('GET', `/api/cases/${id}/draft`))
      const changes = Object.entries(disassemble(data)).map(([path, value]) => ({ path, value }))
      const saved = await must('fill', call<DraftSaved>('PUT', `/api/cases/${id}/draft`, { base: version, changes }))
      if (saved.refused.length > 0 || saved.conflicts.length > 0) throw new Error(`draft ${id}: ${JSON.stringify([saved.refused, saved.conflicts])}`)
      return saved
    },
    /** Attaches a small PDF under a code of the checklist. */
    attaches: (id: string, attachment: string, name: string, content: Buffer) =>
      must(`attach ${attachment}`, call<{ id: string }>('POST', `/api/files?case=${encodeURIComponent(id)}&name=${encodeURIComponent(name)}&attachment=${attachment}`, content, { 'content-type': 'application/octet-stream' })),
  }
}
