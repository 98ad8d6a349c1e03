/** A Word file carries the instant it was written, inside and in every entry of its archive: set to the day of the paper, the same paper gives the same bytes. */
import type { Day } from '../../kernel/day.ts'

/** docProps/core.xml with the paper's own day. */
export const coreProperties = (on: Day, about: { title: string; creator: string }): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(about.title)}</dc:title><dc:creator>${escaped(about.creator)}</dc:creator><cp:lastModifiedBy>${escaped(about.creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified></cp:coreProperties>`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Sets the time of every entry, in the central directory and in the headers it points to; contents and lengths stay. */
export function withFixedTimes(archive: Buffer, on: Day): Buffer {
  const fixed = Buffer.from(archive)
  const day = ((Number(on.slice(0, 4)) - 1980) << 9) | (Number(on.slice(5, 7)) << 5) | Number(on.slice(8, 10))
  const end = fixed.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = fixed.readUInt32LE(end + 16)
  for (let left = fixed.readUInt16LE(end + 10); left > 0; left--) {
    const local = fixed.readUInt32LE(at + 42)
    fixed.writeUInt32LE(day * 0x10000, at + 12)
    fixed.writeUInt32LE(day * 0x10000, local + 10)
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32)
  }
  return fixed
}
