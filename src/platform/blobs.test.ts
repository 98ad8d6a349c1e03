import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { BlobMissing, blobStore } from './blobs.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'zs-blobs-'))
const blobs = blobStore(dataDir)
afterAll(() => rmSync(dataDir, { recursive: true }))

const sha = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const from = (...chunks: (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
const pathOf = (sha256: string) => join(dataDir, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const incoming = () => readdirSync(join(dataDir, 'blobs', 'incoming'))

test('a stream is kept under its fingerprint and comes back byte for byte', async () => {
  const { sha256, size } = await blobs.put(from('中试', '基地'))
  expect({ sha256, size }).toEqual({ sha256: sha('中试基地'), size: 12 })
  const { size: opened, stream } = await blobs.open(sha256)
  expect([opened, await text(stream)]).toEqual([12, '中试基地'])
  expect(await blobs.verify(sha256)).toBe('sound')
  expect(incoming()).toEqual([])
})

test('equal files are kept once; many at the same moment agree', async () => {
  const bytes = randomBytes(300_000)
  const kept = await Promise.all(Array.from({ length: 8 }, () => blobs.put(from(bytes.subarray(0, 1000), bytes.subarray(1000)))))
  expect(new Set(kept.map(({ sha256 }) => sha256))).toEqual(new Set([sha(bytes)]))
  expect(readFileSync(pathOf(sha(bytes))).equals(bytes)).toBe(true)
  expect(incoming()).toEqual([])
})

test('an empty file is a file', async () => {
  const { sha256, size } = await blobs.put(from())
  expect([size, await text((await blobs.open(sha256)).stream)]).toEqual([0, ''])
})

test('a part is read with both ends included', async () => {
  const { sha256 } = await blobs.put(from('0123456789'))
  const { size, stream } = await blobs.open(sha256, { from: 2, to: 4 })
  expect([size, await text(stream)]).toEqual([10, '234'])
})

test('an upload that breaks off leaves nothing behind', async () => {
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await expect(blobs.put(broken())).rejects.toThrow('connection lost')
  expect(incoming()).toEqual([])
  expect(await blobs.has(sha('half'))).toBe(false)
})

test('a changed, a cut and a missing file are told apart', async () => {
  const [changed, cut] = [await blobs.put(from('changed')), await blobs.put(from('cut'))]
  writeFileSync(pathOf(changed.sha256), 'chanGed')
  truncateSync(pathOf(cut.sha256), 1)
  expect(await Promise.all([changed.sha256, cut.sha256, sha('never')].map(blobs.verify))).toEqual(['damaged', 'damaged', 'missing'])
  await expect(blobs.open(sha('never'))).rejects.toThrow(BlobMissing)
})

test.each(['../../../etc/passwd', '', 'ABC', `${'a'.repeat(63)}/`, 'A'.repeat(64)])('%j is not a name of a blob', async (name) => {
  await expect(blobs.open(name)).rejects.toThrow(BlobMissing)
  await expect(blobs.verify(name)).rejects.toThrow(BlobMissing)
})

test('nobody else on the machine may read the files', async () => {
  const { sha256 } = await blobs.put(from('confidential'))
  expect(statSync(pathOf(sha256)).mode & 0o077).toBe(0)
})
