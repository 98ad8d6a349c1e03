/** Raw requests to a small town, and the problems they end in. */
import { expect } from 'vitest'
import type { Problem } from '../src/contract.ts'
import { cookieName } from '../src/platform/http.ts'
import { type Case, casework, type Casework, tokenOf } from './casework.ts'
import { openTown, type Town } from './town.ts'

/** `as`: a user name, or a token of one's own. `body`: an object, or the very text to send. */
export type Sent = { method?: string; url: string; as?: string; body?: string | object; headers?: Record<string, string> }
export type Counter = { town: Town; work: Casework; draft: Case; submitted: Case } & ReturnType<typeof askingAt>

/** A town with a draft of host.iron and a submitted case of host.robot, and a way to ask it anything. */
export async function openCounter(): Promise<Counter> {
  const town = await openTown()
  const work = casework(town)
  const [draft, submitted] = [await work.filled('iron'), await work.submitted('robot')]
  const tokens: Record<string, string> = {}
  for (const username of ['host.iron', 'host.robot', 'city.officer', 'county.yuci']) tokens[username] = await tokenOf(town, username)
  return { town, work, draft, submitted, ...askingAt(town, tokens) }
}

export const paths = (problem: Problem) => (problem.fields ?? []).map(({ path }) => path)

function askingAt(town: Town, tokens: Record<string, string>) {
  async function sent({ method = 'POST', url, as, body, headers }: Sent) {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await town.app.inject({
      method: method as 'POST',
      url,
      ...payload,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), 'idempotency-key': town.newId(), 'if-match': '1', ...headers },
      ...(as && { cookies: { [cookieName]: tokens[as] ?? as } }),
    })
    return {
      status: answer.statusCode,
      type: String(answer.headers['content-type']),
      allow: answer.headers.allow,
      text: answer.body,
      problem: (answer.body.startsWith('{') ? JSON.parse(answer.body) : {}) as Problem,
    }
  }
  /** Sends, expects a proper problem of this status, and gives it back. */
  async function refused(status: number, request: Sent): Promise<Problem & { allow: unknown }> {
    const { type, problem, text, ...answer } = await sent(request)
    expect({ ...answer, status: answer.status, text }, `${request.method ?? 'POST'} ${request.url}`).toMatchObject({ status })
    expect(type).toBe('application/problem+json; charset=utf-8')
    expect(problem).toMatchObject({ type: 'about:blank', status, title: expect.stringMatching(/./), number: expect.stringMatching(/^[0-9A-F]{6}$/) })
    expect(text).not.toMatch(/at .*\.ts|node_modules|select |insert |Error:/)
    return { ...problem, allow: answer.allow }
  }

  return { sent, refused }
}
