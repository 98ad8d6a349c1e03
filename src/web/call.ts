import type { Problem } from '../contract.ts'
import { askSignIn } from './session.ts'
import { languageNow } from './words.ts'

/** A refusal or fault of the server, with all it said. `status` 0: the service was not reached. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'Refused'
    this.problem = problem
  }
}

export type CallOptions = {
  /** Sent as JSON; a file as the bytes it is. */
  body?: unknown
  /** One user intention, one key: the same key on every retry, so that pressing twice is harmless. */
  key?: string
  /** The version the user was looking at; 412 when the case has moved since. */
  version?: number
  signal?: AbortSignal
  /** Goes out even when the tab is closed at this moment. */
  outlivesTab?: true
  /** 401 is an answer here, not a session that ended. */
  anonymous?: true
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One call of the API. A session that ended opens the sign-in dialog in place, and the call goes on afterwards:
 * nothing typed is lost.
 */
export async function call<Answer>(method: Method, path: string, options: CallOptions = {}): Promise<Answer> {
  for (;;) {
    const response = await reach(method, path, options)
    if (response.status === 401 && !options.anonymous) {
      await askSignIn()
      continue
    }
    if (!response.ok) throw new Refused(await problemOf(response))
    return (response.status === 204 ? undefined : await response.json()) as Answer
  }
}

export const get = <Answer>(path: string, signal?: AbortSignal) => call<Answer>('GET', path, { signal })

/** A fresh key for a fresh intention. */
export const newKey = (): string =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')

/** A path with its query; empty values are left out. */
export function pathOf(path: string, query: Record<string, string | number | undefined | null>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function reach(method: Method, path: string, { body, key, version, signal, outlivesTab }: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': languageNow() === 'zh' ? 'zh-CN' : 'en' }
  const file = body instanceof Blob ? body : undefined
  if (body !== undefined) headers['Content-Type'] = file ? 'application/octet-stream' : 'application/json'
  if (key) headers['Idempotency-Key'] = key
  if (version !== undefined) headers['If-Match'] = String(version)
  const text = body === undefined || file ? undefined : JSON.stringify(body)
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      signal,
      body: file ?? text,
      // Browsers let no more than 64 kB outlive a page.
      keepalive: outlivesTab && (text?.length ?? 0) < 15_000,
    })
  } catch (fault) {
    if (signal?.aborted) throw fault
    throw new Refused({ type: 'about:blank', title: '', status: 0, number: '' })
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const said: Partial<Problem> = await response.json().catch(() => ({}))
  return { type: 'about:blank', title: response.statusText, number: '', ...said, status: response.status }
}
