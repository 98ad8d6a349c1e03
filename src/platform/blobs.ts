import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** First and last byte, both included, as HTTP ranges are written. */
export type ByteRange = { from: number; to: number }

export type Blobs = {
  /** Keeps a stream and returns what it is called. When this returns, the bytes survive a power cut. */
  put(bytes: Readable | AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }>
  /** The bytes of one blob or a part of them; rejects with BlobMissing. */
  open(sha256: string, range?: ByteRange): Promise<{ size: number; stream: Readable }>
  has(sha256: string): Promise<boolean>
  /** Reads it all again and compares. */
  verify(sha256: string): Promise<'sound' | 'missing' | 'damaged'>
}

export class BlobMissing extends Error {
  override name = 'BlobMissing'
}

/**
 * Files under their own fingerprint: blobs/ab/cd/<sha256>. Equal files are kept once, none ever changes.
 * Order of a write: temporary file, fsync, rename, fsync of the folders; the database refers to it only afterwards.
 */
export function blobStore(dataDir: string): Blobs {
  const root = join(dataDir, 'blobs')
  const incoming = join(root, 'incoming')
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), checked(sha256))

  return {
    async put(bytes) {
      await mkdir(incoming, { recursive: true })
      const draft = join(incoming, randomUUID())
      try {
        const { sha256, size } = await written(bytes, draft)
        await settle(draft, pathOf(sha256), root)
        return { sha256, size }
      } finally {
        await rm(draft, { force: true })
      }
    },

    async open(sha256, range) {
      const size = await sizeOf(pathOf(sha256))
      if (size === undefined) throw new BlobMissing(`blob ${sha256} is missing`)
      return { size, stream: createReadStream(pathOf(sha256), range && { start: range.from, end: range.to }) }
    },

    has: async (sha256) => (await sizeOf(pathOf(sha256))) !== undefined,

    async verify(sha256) {
      if (await sizeOf(pathOf(sha256)) === undefined) return 'missing'
      const hash = createHash('sha256')
      await pipeline(createReadStream(pathOf(sha256)), hash)
      return hash.digest('hex') === sha256 ? 'sound' : 'damaged'
    },
  }
}

/** A name that is not a fingerprint never becomes a path. */
function checked(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new BlobMissing('not a SHA-256 fingerprint')
  return sha256
}

async function written(bytes: Readable | AsyncIterable<Uint8Array>, draft: string) {
  const hash = createHash('sha256')
  let size = 0
  await pipeline(bytes, async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }, createWriteStream(draft, { mode: 0o600, flush: true }))
  return { sha256: hash.digest('hex'), size }
}

async function settle(draft: string, path: string, root: string) {
  const [second, first] = [dirname(path), dirname(dirname(path))]
  await mkdir(second, { recursive: true })
  await rename(draft, path)
  // Innermost first: an entry counts only when the folders above it are on the disk too.
  for (const folder of [second, first, root, dirname(root)]) await syncFolder(folder)
}

async function syncFolder(path: string) {
  let folder: FileHandle | undefined
  try {
    folder = await open(path, 'r')
    await folder.sync()
  } finally {
    await folder?.close()
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
