/** How photographs look, reckoned once for each: by the clock, one after the other, in a thread that ends when it takes too long. */
import { buffer } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import type { PhotoAsked, PhotoSeen } from './photo-worker.ts'
import { BlobMissing, blobStore } from './platform/blobs.ts'
import type { Pools } from './platform/database.ts'
import { rowsOf, sql } from './platform/query.ts'

export type PhotoLimits = { megapixels: number; seconds: number }
/** Bounds of the machine, not of the law: what a telephone takes today is below them. */
export const photoLimits: PhotoLimits = { megapixels: 40, seconds: 20 }

type Seen = { look: readonly string[] | null; because: PhotoSeen['because'] | 'tooSlow' | 'missing' }

type Where = { pools: Pools; dataDir: string }

/** Looks at photographs that were signed and not looked at yet; some at a time, and never twice at once. Says how many. */
export function lookAtPhotos(where: Where, limits = photoLimits, most = 200): Promise<number> {
  return (looking ??= looked(where, limits, most).finally(() => { looking = undefined }))
}
let looking: Promise<number> | undefined

async function looked({ pools, dataDir }: Where, limits: PhotoLimits, most: number): Promise<number> {
  const open = await rowsOf<{ jurisdiction: string; sha256: string }>(pools.jobs, sql`
    select distinct m.jurisdiction, m.value as sha256 from assessment_mark m where m.kind = 'photo' and not exists (select 1 from photo_hash p where p.jurisdiction = m.jurisdiction and p.sha256 = m.value) order by 1, 2 limit ${most}`)
  if (open.length === 0) return 0
  const blobs = blobStore(dataDir)
  const eye = eyeOf(limits)
  try {
    for (const { jurisdiction, sha256 } of open) {
      const { look, because } = await bytesOf(sha256).then((bytes) => (bytes ? eye.look(bytes) : { look: null, because: 'missing' as const }))
      const bits = look?.map(bitsOf)
      await rowsOf(pools.jobs, sql`insert into photo_hash (jurisdiction, sha256, hash, parts, because) values (${jurisdiction}, ${sha256}, ${bits?.[0] ?? null}::bit(64), ${bits ?? null}::text[]::bit(64)[], ${because}) on conflict do nothing`)
    }
  } finally { await eye.shut() }
  return open.length

  async function bytesOf(sha256: string): Promise<Buffer | undefined> {
    try { return await buffer((await blobs.open(sha256)).stream) } catch (error) { if (error instanceof BlobMissing) return undefined; throw error }
  }
}

/** One thread, opened at the first picture and anew after one that it did not survive. */
export function eyeOf({ megapixels, seconds }: PhotoLimits) {
  let worker: Worker | undefined
  const shut = async () => { const open = worker; worker = undefined; await open?.terminate() }
  return {
    shut,
    look: (bytes: Uint8Array) => new Promise<Seen>((resolve) => {
      const thread = (worker ??= new Worker(new URL('./photo-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } }))
      const done = (seen: Seen, lost: boolean) => {
        clearTimeout(timer)
        thread.off('message', answered)
        thread.off('error', failed)
        void (lost ? shut() : Promise.resolve()).then(() => resolve(seen))
      }
      const answered = (seen: PhotoSeen) => done(seen, false)
      const failed = () => done({ look: null, because: 'unreadable' }, true)
      const timer = setTimeout(() => done({ look: null, because: 'tooSlow' }, true), seconds * 1000)
      thread.on('message', answered)
      thread.on('error', failed)
      thread.postMessage({ bytes, megapixels } satisfies PhotoAsked)
    }),
  }
}

const bitsOf = (hex: string): string => [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
