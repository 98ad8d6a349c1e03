/** What a file is, decided by its content; its name has to agree. What could act by itself or burst is refused, nothing is unpacked. */
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { fileTypeFromFile } from 'file-type'
import type { Words } from '../kernel/words.ts'
import { Refused } from './problem.ts'

export type FileLimits = { maxMB: number; types: readonly string[] }
export type Judged = { kind: string; mime: string }

export const bytesOf = ({ maxMB }: FileLimits) => maxMB * 1_048_576

/** Why a file is refused: names the file and what is expected instead. */
export const refusedFile = (status: 413 | 415 | 422, name: string, because: Words, limits: FileLimits): Refused => new Refused(status,
  { zh: `“${name}”没有收下：${because.zh}`, en: `“${name}” was not accepted: ${because.en}` },
  { fields: [{ path: 'file', expected: { zh: `${limits.types.join('、')}，至多 ${limits.maxMB} MB`, en: `${limits.types.join(', ')}, at most ${limits.maxMB} MB` } }] })

export const tooLarge = (name: string, limits: FileLimits) =>
  refusedFile(413, name, { zh: `超过 ${limits.maxMB} MB。`, en: `it is larger than ${limits.maxMB} MB.` }, limits)

// Control characters, line separators, marks that turn the direction of reading (“fdp.exe” read backwards), undecodable bytes.
const unnameable = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/u

/** What is wrong with a name; names are kept as they were typed, so nothing is mended. */
export function nameFault(name: string): Words | undefined {
  if (name.trim() === '') return { zh: '文件名，必填', en: 'a file name, required' }
  if (/[/\\]/.test(name) || name === '.' || name === '..') return { zh: '文件名，不含路径', en: 'a file name without a path' }
  if (!name.isWellFormed() || unnameable.test(name)) return { zh: '文件名，不含控制字符和不完整的字符', en: 'a file name without control or broken characters' }
  // File systems of offices end here: 85 Chinese characters, 63 of the rare ones.
  if (Buffer.byteLength(name) > 255) return { zh: '文件名，至多 255 字节（约 85 个汉字）', en: 'a file name of at most 255 bytes' }
  return undefined
}

/** The type a name claims. */
export const claimedKind = (name: string): string => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return extension === 'jpeg' ? 'jpg' : extension
}

export function refuseByName(name: string, limits: FileLimits) {
  const claimed = claimedKind(name)
  if (!limits.types.includes(claimed)) throw refusedFile(415, name, claimed ? { zh: `不收 .${claimed} 文件。`, en: `.${claimed} files are not taken.` } : { zh: '文件名没有扩展名。', en: 'its name has no extension.' }, limits)
}

/** Throws `Refused` unless the content is of a type taken, agrees with the name and holds nothing that acts by itself. */
export async function judgeFile(path: string, name: string, limits: FileLimits): Promise<Judged> {
  refuseByName(name, limits)
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) throw refusedFile(422, name, { zh: '文件是空的。', en: 'it is empty.' }, limits)
    if (size > bytesOf(limits)) throw tooLarge(name, limits)
    const found = await contentOf(file, path, size)
    if (!found || !limits.types.includes(found.kind)) {
      throw refusedFile(415, name, found ? { zh: `内容是 ${found.kind}，不在可收的格式之内。`, en: `its content is ${found.kind}, which is not taken.` } : { zh: '内容不是可收的格式。', en: 'its content is none of the types taken.' }, limits)
    }
    if (found.kind !== claimedKind(name)) throw refusedFile(422, name, { zh: `扩展名是 ${claimedKind(name)}，内容却是 ${found.kind}。`, en: `its name says ${claimedKind(name)}, its content is ${found.kind}.` }, limits)
    const fault = found.kind === 'pdf' ? await pdfFault(file, size) : found.kind === 'ofd' ? undefined : await hiddenArchive(file, size)
    if (fault) throw refusedFile(422, name, fault, limits)
    return found
  } catch (error) {
    if (error instanceof Unsound) throw refusedFile(422, name, error.because, limits)
    throw error
  } finally {
    await file.close()
  }
}

class Unsound extends Error {
  readonly because: Words
  constructor(because: Words) {
    super(because.en)
    this.because = because
  }
}
const unsound = (zh: string, en: string) => new Unsound({ zh, en })

async function contentOf(file: FileHandle, path: string, size: number): Promise<Judged | undefined> {
  const start = await read(file, 0, 4)
  if (start.equals(Buffer.from('PK\x03\x04', 'latin1')) && await holdsOfd(file, size)) return { kind: 'ofd', mime: 'application/ofd' }
  const found = await fileTypeFromFile(path)
  return found && { kind: found.ext, mime: found.mime }
}

const read = async (file: FileHandle, from: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

// ── OFD (GB/T 33190-2016): a ZIP with OFD.xml at its root. Only the directory at the end is read ────────────────────
const endOfArchive = 0x06054b50
const entryOfArchive = 0x02014b50
const most = { directory: 4_194_304, entries: 10_000, ratio: 100 }

/** Where an archive ends that reaches exactly to the end of the file. */
async function archiveEnd(file: FileHandle, size: number): Promise<Buffer | undefined> {
  const tail = await read(file, Math.max(0, size - 65_557), 65_557)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endOfArchive && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return tail.subarray(at)
  }
  return undefined
}

async function holdsOfd(file: FileHandle, size: number): Promise<boolean> {
  const end = await archiveEnd(file, size)
  if (!end) throw unsound('压缩结构不完整。', 'its archive is cut off.')
  const [count, length, from] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  if (count > most.entries || length > most.directory || from + length > size) throw unsound('压缩结构不正常。', 'its archive is not well formed.')
  const directory = await read(file, from, length)
  const names = new Set<string>()
  let [packed, unpacked] = [0, 0]
  for (let at = 0, seen = 0; seen < count; seen++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryOfArchive) throw unsound('压缩目录损坏。', 'its archive directory is damaged.')
    const [flags, nameLength, extra, comment] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (flags & 1) throw unsound('内容已加密，请提供不加密的文件。', 'it is encrypted; provide one that is not.')
    if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || names.has(name)) throw unsound('压缩目录含有不正常的文件名。', 'its archive holds improper names.')
    names.add(name)
    packed += directory.readUInt32LE(at + 20)
    unpacked += directory.readUInt32LE(at + 24)
    at += 46 + nameLength + extra + comment
  }
  // Entries that lie over one another, or swell beyond what pages of text do: an archive built to burst.
  if (packed > size || unpacked > most.ratio * size) throw unsound('压缩比例不正常，可能是压缩炸弹。', 'it would unpack to far more than it holds.')
  return names.has('OFD.xml')
}

async function hiddenArchive(file: FileHandle, size: number): Promise<Words | undefined> {
  return await archiveEnd(file, size) ? { zh: '文件里另藏有压缩包。', en: 'it hides an archive.' } : undefined
}

// ── PDF: nothing that runs, nothing locked, not cut off ──────────────────────────────────────────────────────────────
/** A name as PDF may write it: any character also as #xx. */
const pdfName = (name: string) => `/${[...name].map((sign) => `(?:${sign}|#${[...sign.charCodeAt(0).toString(16)].map((digit) => (/\d/.test(digit) ? digit : `[${digit}${digit.toUpperCase()}]`)).join('')})`).join('')}(?![A-Za-z0-9])`
const acts = new RegExp(['JavaScript', 'Launch', 'Rendition', 'RichMedia', 'XFA'].map(pdfName).join('|'))
const locked = new RegExp(pdfName('Encrypt'))
const packedObjects = new RegExp(pdfName('ObjStm'), 'g')
const runs = { zh: '文件含有脚本、启动程序或多媒体动作。请打印为不含动作的 PDF 再上传。', en: 'it holds a script or an action that starts programs. Print it to a plain PDF and upload that.' }

const pieceBytes = 4_194_304
const overlap = 8192

async function pdfFault(file: FileHandle, size: number): Promise<Words | undefined> {
  const tail = (await read(file, Math.max(0, size - overlap), overlap)).toString('latin1')
  if (!tail.includes('%%EOF')) return { zh: 'PDF 不完整，可能没有传完或保存出错。', en: 'the PDF is incomplete.' }
  const budget = { bytes: 16 * pieceBytes, streams: 5000 }
  for (let from = 0; from < size; from += pieceBytes) {
    const piece = (await read(file, from, pieceBytes + overlap)).toString('latin1')
    if (acts.test(piece)) return runs
    if (locked.test(piece)) return { zh: 'PDF 设有密码或权限保护，不能归档。请另存为不加密的 PDF。', en: 'the PDF is locked and cannot be archived. Save it without protection.' }
    for (const { index } of piece.matchAll(packedObjects)) {
      if (index < pieceBytes && acts.test(await unpackedObjects(file, from + index, budget))) return runs
    }
  }
  return hiddenArchive(file, size)
}

const unreadable = () => unsound('PDF 结构不寻常，无法检查。请重新打印为 PDF 再上传。', 'the PDF is built in a way that cannot be checked. Print it to PDF again.')

/** Objects may lie packed in a stream; they are unpacked in memory, up to a bound for the whole file. */
async function unpackedObjects(file: FileHandle, at: number, budget: { bytes: number; streams: number }): Promise<string> {
  const from = Math.max(0, at - overlap / 2)
  const around = (await read(file, from, overlap)).toString('latin1')
  const stream = /\bstream\r?\n/g
  stream.lastIndex = at - from
  const found = stream.exec(around)
  if (!found || budget.streams-- === 0) throw unreadable()
  const about = around.slice(Math.max(0, around.lastIndexOf(' obj', at - from)), found.index)
  // Unpacked objects were read with the rest of the file.
  if (!about.includes('/Filter')) return ''
  const filter = /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\s*(?:\]|\/|>>|$)/.test(about)
  if (!filter || /\/(?:FlateDecode|Fl)\s*\/(?:\w+Decode|A85|AHx|LZW|RL)\b/.test(about) || /\/Predictor\s+(?!1\b)/.test(about)) throw unreadable()
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(about)?.[1] ?? 1_048_576)
  const packed = await read(file, from + found.index + found[0].length, Math.min(length, pieceBytes))
  try {
    const objects = await promisify(inflate)(packed, { maxOutputLength: Math.max(1, budget.bytes) }) as Buffer
    budget.bytes -= objects.length
    return objects.toString('latin1')
  } catch {
    throw unreadable()
  }
}
