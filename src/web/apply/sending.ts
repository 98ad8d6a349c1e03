/**
 * Files on their way, in the background: they go on while one works in another section, wait when the connection is
 * gone, and take up where they stopped. Outside of React.
 */
import { useSyncExternalStore } from 'react'
import { type Uploading, upload } from '../upload.ts'
import { filesMoved } from './context.ts'

export type Sending = { key: number; caseId: string; code: string | null; slot: string; name: string; share: number; state: 'sending' | 'waiting' | 'failed'; why: string | null }
type Job = Sending & { file: File; onSent: ((id: string) => void) | undefined; going: Uploading | null }

const atOnce = 2
export const accepted = '.pdf,.jpg,.jpeg,.png,.ofd'
const endings = accepted.split(',')
export const mostBytes = 50 * 1024 * 1024

let jobs: Job[] = []
let shown: readonly Sending[] = []
let last = 0
const listeners = new Set<() => void>()
const tell = () => {
  shown = jobs.map(({ file: _file, onSent: _onSent, going: _going, ...rest }) => rest)
  for (const listener of listeners) listener()
}
const change = (key: number, by: Partial<Job>) => { jobs = jobs.map((job) => (job.key === key ? { ...job, ...by } : job)); tell() }

/** What a file may be is said before it is sent; null when it may. */
export function unfit(file: { name: string; size: number }): 'kind' | 'size' | 'empty' | null {
  if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return 'kind'
  return file.size === 0 ? 'empty' : file.size > mostBytes ? 'size' : null
}

export function send(file: File, about: { caseId: string; code: string | null; slot: string }, onSent?: (id: string) => void) {
  last += 1
  jobs = [...jobs, { key: last, ...about, name: file.name, share: 0, state: 'waiting', why: null, file, onSent, going: null }]
  next()
}

export function again(key: number) { change(key, { state: 'waiting', why: null }); next() }

export function drop(key: number) {
  jobs.find((job) => job.key === key)?.going?.abort()
  jobs = jobs.filter((job) => job.key !== key)
  next()
}

export function useSending(caseId: string): readonly Sending[] {
  const all = useSyncExternalStore((listener) => { listeners.add(listener); return () => { listeners.delete(listener) } }, () => shown)
  return all.filter((one) => one.caseId === caseId)
}

function next() {
  tell()
  if (!navigator.onLine) return
  const free = atOnce - jobs.filter(({ state }) => state === 'sending').length
  for (const job of jobs.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) void start(job)
}

async function start(job: Job) {
  const going = upload(job.file, { caseId: job.caseId, ...(job.code && { attachment: job.code }) }, (share) => change(job.key, { share }))
  change(job.key, { state: 'sending', going })
  try {
    const { id } = await going.done
    jobs = jobs.filter(({ key }) => key !== job.key)
    job.onSent?.(id)
    await filesMoved(job.caseId)
  } catch (fault) {
    const said = saidBy(fault)
    // No answer at all is a lost connection: the file waits and goes on by itself.
    if (said === null) { change(job.key, { state: 'waiting' }); setTimeout(next, 5000) } else change(job.key, { state: 'failed', why: said })
  }
  next()
}

/** The server's own words when it refused a file; null when it was not reached. */
function saidBy(fault: unknown): string | null {
  const response = (fault as { originalResponse?: { getStatus: () => number; getBody: () => string } | null } | null)?.originalResponse
  if (!response || response.getStatus() >= 500) return null
  try {
    const problem = JSON.parse(response.getBody()) as { title?: string; detail?: string }
    return problem.detail ?? problem.title ?? ''
  } catch {
    return ''
  }
}

if (typeof window !== 'undefined') window.addEventListener('online', next)
