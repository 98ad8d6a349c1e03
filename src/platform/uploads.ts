/** Uploads under way: pieces on disk under dataDir/uploads, each with a sheet of who sends what. Nothing of them is kept in the process. */
import { mkdirSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { type Locker, Metadata, Server as TusServer } from '@tus/server'
import { badInput, notFound, Refused } from './problem.ts'

/** What is known of an upload from its first request on. */
export type Sending = { jurisdiction: string; person: string; case: string; filename: string; attachment: string | null }
export type Upload = Sending & { id: string; path: string; size: number | undefined; offset: number }
export type Uploads = ReturnType<typeof uploadStore>

export const uploadsPath = '/api/files/uploads'
const idleHours = 24

export function uploadStore(dataDir: string) {
  const directory = join(dataDir, 'uploads')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const store = new FileStore({ directory })
  const write = store.write.bind(store)
  // A piece that was acknowledged survives a power cut: the sender will not send it again.
  store.write = async (bytes, id, offset) => {
    try {
      return await write(bytes, id, offset)
    } finally {
      await synced(join(directory, id))
    }
  }
  const turns = inTurn()

  return {
    pathOf: (id: string) => join(directory, id),
    async find(id: string): Promise<Upload | undefined> {
      const sheet = await store.configstore.get(id)
      const size = await sizeOf(join(directory, id))
      if (!sheet?.metadata || size === undefined) return undefined
      return { ...(sheet.metadata as unknown as Sending), id, path: join(directory, id), size: sheet.size, offset: size }
    },
    async remove(id: string) {
      for (const path of [join(directory, id), join(directory, `${id}.json`)]) await rm(path, { force: true })
    },
    /** Runs `work` while nobody else touches the upload. */
    async alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
      const turn = turns.newLock(id)
      await turn.lock(new AbortController().signal, () => {})
      try {
        return await work()
      } finally {
        await turn.unlock()
      }
    },

    /** Answers one request of the tus protocol about one upload whose sender was checked. `finished` runs when the last byte is there. */
    async speak(asked: { method: string; headers: Record<string, unknown>; body: unknown; id: string; maxBytes: number; sending?: Sending; finished: () => Promise<string> }): Promise<Response> {
      let fault: unknown
      const server = new TusServer({
        path: uploadsPath, datastore: store, locker: turns, relativeLocation: true, maxSize: asked.maxBytes, lockDrainTimeout: 1000,
        namingFunction: () => asked.id, getFileIdFromRequest: () => asked.id,
        onUploadCreate: async () => ({ metadata: asked.sending as unknown as Record<string, string | null> }),
        onUploadFinish: async () => {
          try {
            return { headers: { 'Upload-File': await asked.finished() } }
          } catch (error) {
            fault = error
            throw error
          }
        },
      })
      const response = await server.handleWeb(webRequest(asked))
      if (fault) throw fault
      if (response.status >= 400) throw refusalOf(response.status, await response.text())
      return response
    },
  }
}

/** What the sender tells in Upload-Metadata; the values are checked by the caller. */
export function metadataOf(header: unknown): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(Metadata.parse(String(header ?? ''))).map(([key, value]) => [key, value ?? '']))
  } catch {
    throw badInput([{ path: 'Upload-Metadata', expected: { zh: 'filename、case，可有 attachment，值为 Base64', en: 'filename, case and perhaps attachment, values in Base64' } }])
  }
}

/** Removes what nobody has sent a byte of for a day, and drafts a killed process left in the store. Returns how many files went. */
export async function sweepUploads(dataDir: string, now: Date): Promise<number> {
  const before = now.getTime() - idleHours * 3_600_000
  const old: string[] = []
  for (const directory of [join(dataDir, 'uploads'), join(dataDir, 'blobs', 'incoming')]) {
    const touched = new Map<string, { paths: string[]; at: number }>()
    for (const name of await readdir(directory).catch(() => [])) {
      const path = join(directory, name)
      const at = (await stat(path).catch(() => undefined))?.mtimeMs
      if (at === undefined) continue
      const of = touched.get(name.replace(/\.json$/, '')) ?? { paths: [], at: 0 }
      touched.set(name.replace(/\.json$/, ''), { paths: [...of.paths, path], at: Math.max(of.at, at) })
    }
    old.push(...[...touched.values()].filter(({ at }) => at < before).flatMap(({ paths }) => paths))
  }
  for (const path of old) await rm(path, { force: true })
  return old.length
}

/** One request after the other for each upload. Whoever waits asks the one before to stop: its connection may be long gone. */
function inTurn(): Locker {
  const held = new Map<string, { stop: () => Promise<void> | void; freed: Promise<void> }>()
  return {
    newLock: (id) => {
      let free = () => {}
      return {
        async lock(signal, stop) {
          for (let before = held.get(id); before; before = held.get(id)) {
            await before.stop()
            await before.freed
            if (signal.aborted) throw new Error('the request was given up while it waited')
          }
          held.set(id, { stop, freed: new Promise((resolve) => { free = resolve }) })
        },
        async unlock() {
          held.delete(id)
          free()
        },
      }
    },
  }
}

function webRequest({ method, headers, body, id }: { method: string; headers: Record<string, unknown>; body: unknown; id: string }): Request {
  const spoken = Object.entries(headers).filter(([name, value]) => typeof value === 'string' && /^(tus-|upload-|content-(type|length)$)/.test(name)) as [string, string][]
  const stream = body instanceof Readable ? Readable.toWeb(body) as ReadableStream : null
  // The protocol sees the upload under its plain address, whatever stands before our server.
  return new Request(`http://localhost${uploadsPath}${method === 'POST' || method === 'OPTIONS' ? '' : `/${id}`}`, { method, headers: spoken, ...(stream && { body: stream, duplex: 'half' }) } as RequestInit)
}

function refusalOf(status: number, detail: string): Refused {
  const more = { detail: { zh: `tus：${detail.trim()}`, en: `tus: ${detail.trim()}` } }
  if (status === 404 || status === 410) return notFound()
  if (status === 409) return new Refused(409, { zh: '续传位置与已收到的不一致，请查询后继续。', en: 'The offset is not where the upload stands; ask and go on from there.' }, more)
  if (status === 413) return new Refused(413, { zh: '发来的内容多于所说的大小。', en: 'More was sent than was announced.' }, more)
  if (status >= 500) return new Refused(503, { zh: '这一段没有存下，请稍后继续。', en: 'This piece was not stored; go on shortly.' }, more)
  return new Refused(status, { zh: '上传请求不符合 tus 1.0 协议。', en: 'The upload does not follow tus 1.0.' }, more)
}

async function synced(path: string) {
  const file = await open(path, 'r+').catch(() => undefined)
  try {
    await file?.sync()
  } finally {
    await file?.close()
  }
}

const sizeOf = async (path: string): Promise<number | undefined> => (await stat(path).catch(() => undefined))?.size
