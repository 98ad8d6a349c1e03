/** Decodes one photograph off the main thread and says how it looks: bytes that lie, or are too many, cost this thread and nothing else. */
import { parentPort } from 'node:worker_threads'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { lookOf, type Pixels } from './procedures/assessment/assessment.photo.ts'

export type PhotoAsked = { bytes: Uint8Array; megapixels: number }
/** `because`: why there is none. */
export type PhotoSeen = { look: readonly string[] | null; because: 'tooLarge' | 'unreadable' | 'blank' | null }

parentPort?.on('message', ({ bytes, megapixels }: PhotoAsked) => { parentPort?.postMessage(seen(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), megapixels)) })

/** Its size is read from the head before a point of it is decoded. */
export function seen(bytes: Buffer, megapixels: number): PhotoSeen {
  const size = isPng(bytes) ? sizeOfPng(bytes) : sizeOfJpeg(bytes)
  if (!size || size.width === 0 || size.height === 0) return { look: null, because: 'unreadable' }
  if (size.width * size.height > megapixels * 1e6) return { look: null, because: 'tooLarge' }
  try {
    const pixels: Pixels = isPng(bytes) ? PNG.sync.read(bytes) : jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: megapixels, maxMemoryUsageInMB: 16 * megapixels + 64 })
    const look = lookOf(pixels)
    return look ? { look, because: null } : { look: null, because: 'blank' }
  } catch {
    return { look: null, because: 'unreadable' }
  }
}

const isPng = (bytes: Buffer) => bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47
const sizeOfPng = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })

/** The first frame header: FFC0 to FFCF but for tables. */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) { at++; continue }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
