/** The text inside a Word file: its archive is opened as any reader would, entry by entry. */
import { inflateRawSync } from 'node:zlib'

export function textOfWord(archive: Buffer): string {
  const xml = entryOf(archive, 'word/document.xml').toString('utf8')
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'")
}

function entryOf(archive: Buffer, name: string): Buffer {
  const bytes = partsOf(archive).get(name)
  if (!bytes) throw new Error(`${name} is not in the archive`)
  return bytes
}

/** Every file in it by its name. */
export function partsOf(archive: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)]
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(from, from + size)
    parts.set(archive.subarray(at + 46, at + 46 + nameLength).toString('utf8'), method === 0 ? bytes : inflateRawSync(bytes))
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return parts
}
