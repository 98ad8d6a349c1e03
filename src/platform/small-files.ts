/** Files that arrive whole in a form: judged like every other file, then kept under their fingerprint. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { blobStore } from './blobs.ts'
import { type FileLimits, judgeFile, nameFault, refusedFile } from './file-type.ts'
import { Refused } from './problem.ts'

export type SmallFiles = ReturnType<typeof smallFiles>

export function smallFiles(dataDir: string) {
  const blobs = blobStore(dataDir)
  return {
    /** Throws `Refused` when the file may not be taken. */
    async keep(name: string, bytes: Uint8Array, limits: FileLimits): Promise<{ name: string; size: number; type: string; sha256: string }> {
      const fault = nameFault(name)
      if (fault) throw refusedFile(422, name, { zh: `需要${fault.zh}。`, en: `it needs ${fault.en}.` }, limits)
      const folder = join(dataDir, 'uploads')
      // Swept with abandoned uploads, should the process end in between.
      const path = join(folder, randomUUID())
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        await writeFile(path, bytes, { mode: 0o600 })
        const { mime } = await judgeFile(path, name, limits)
        const { sha256, size } = await blobs.put(Readable.from([bytes]))
        return { name, size, type: mime, sha256 }
      } finally {
        await rm(path, { force: true })
      }
    },
    /** The bytes, checked against their fingerprint before the first is sent. */
    async open(sha256: string): Promise<Readable> {
      if (await blobs.verify(sha256) !== 'sound') throw new Refused(500, { zh: '文件内容与存入时的指纹不符，没有提供。请告知管理员从备份恢复。', en: 'The file no longer answers to its fingerprint and was not sent. Tell the administrator to restore it.' })
      return (await blobs.open(sha256)).stream
    },
  }
}

/** Handed out to be kept, never shown in place: nothing in it runs on our pages. */
export const downloadHeaders = (name: string): Record<string, string> => ({
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
})
