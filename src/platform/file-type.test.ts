import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { plainPdf } from '../demo/pdf.ts'
import { judgeFile, nameFault } from './file-type.ts'
import { Refused } from './problem.ts'

const directory = mkdtempSync(join(tmpdir(), 'zs-type-'))
afterAll(() => rmSync(directory, { recursive: true }))
const limits = { maxMB: 50, types: ['pdf', 'jpg', 'png', 'ofd'] }

/** What becomes of a file: its type, or status and reason. */
async function verdict(content: Buffer, name: string): Promise<string> {
  const path = join(directory, 'file')
  writeFileSync(path, content)
  try {
    return (await judgeFile(path, name, limits)).mime
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return `${error.status} ${error.title.zh}`
  }
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const jpg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64), Buffer.from('ffd9', 'hex')])
const pdf = plainPdf(['one page'])

type ZipEntry = { name: string; content?: string; flags?: number; says?: { packed?: number; unpacked?: number } }
function zip(entries: ZipEntry[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content = 'x', flags = 0x800, says = {} } of entries) {
    const [title, body] = [Buffer.from(name), Buffer.from(content)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(says.packed ?? body.length, 14)
    common.writeUInt32LE(says.unpacked ?? body.length, 18)
    common.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, body])
    local.push(file)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title]))
    at += file.length
  }
  const directoryOf = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directoryOf.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directoryOf, end])
}
const ofd = zip([{ name: 'OFD.xml', content: '<ofd:OFD/>' }, { name: 'Doc_0/Document.xml' }])

const pdfWith = (object: string) => Buffer.from(pdf.toString('latin1').replace('endobj\n', `endobj\n9 0 obj\n${object}\nendobj\n`), 'latin1')
function packed(objects: string, about = '/Filter /FlateDecode') {
  const bytes = deflateSync(objects)
  return pdfWith(`<< /Type /ObjStm /N 1 /First 4 ${about} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`)
}

test.each([
  ['a PDF', pdf, '营业执照.pdf', 'application/pdf'],
  ['a PDF with packed objects', packed('9 0 << /Title (plain) >>'), 'a.PDF', 'application/pdf'],
  ['a PNG', png, '章.png', 'image/png'],
  ['a JPEG', jpg, '现场.jpeg', 'image/jpeg'],
  ['an OFD', ofd, '发票.ofd', 'application/ofd'],
])('%s is taken', async (_, content, name, mime) => {
  expect(await verdict(content, name)).toBe(mime)
})

test.each([
  ['a program', Buffer.from('MZ\x90\x00 program'), '程序.exe', /^415 .*\.exe/],
  ['a program under the name of a PDF', Buffer.from('MZ\x90\x00 program'), '申报书.pdf', /^415 .*内容/],
  ['a PNG under the name of a PDF', png, '申报书.pdf', /^422 .*扩展名是 pdf，内容却是 png/],
  ['a PDF with two extensions, the last a program', pdf, '申报书.pdf.exe', /^415/],
  ['a page of HTML', Buffer.from('<html><script>alert(1)</script>'), 'a.pdf', /^415/],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.png', /^415/],
  ['a name without an extension', pdf, '申报书', /^415 .*没有扩展名/],
  ['an empty file', Buffer.alloc(0), 'a.pdf', /^422 .*空/],
  ['a PDF that was cut off', pdf.subarray(0, pdf.length - 40), 'a.pdf', /^422 .*不完整/],
  ['a PDF with a script', pdfWith('<< /S /JavaScript /JS (app.alert(1)) >>'), 'a.pdf', /^422 .*脚本/],
  ['a PDF with a script in disguise', pdfWith('<< /S /J#61v#61Script /JS (x) >>'), 'a.pdf', /^422 .*脚本/],
  ['a PDF with a packed script', packed('9 0 << /S /JavaScript /JS (x) >>'), 'a.pdf', /^422 .*脚本/],
  ['a PDF with a script packed in an unusual way', packed('9 0 << /S /JavaScript >>', '/Filter [/ASCIIHexDecode /FlateDecode]'), 'a.pdf', /^422 .*无法检查/],
  ['a PDF that starts programs', pdfWith('<< /S /Launch /F (cmd.exe) >>'), 'a.pdf', /^422 .*启动程序/],
  ['a locked PDF', pdfWith('<< /Encrypt 9 0 R >>'), 'a.pdf', /^422 .*权限保护/],
  ['a PDF whose packed objects burst', packed(' '.repeat(70_000_000)), 'a.pdf', /^422 .*无法检查/],
  ['a PDF that is also an archive', Buffer.concat([pdf, zip([{ name: 'evil.jar' }])]), 'a.pdf', /^422 .*另藏/],
  ['a PNG that is also an archive', Buffer.concat([png, zip([{ name: 'evil.jar' }])]), 'a.png', /^422 .*另藏/],
  ['an archive under the name of an OFD', zip([{ name: 'letter.txt' }]), 'a.ofd', /^415 .*zip/],
  ['an OFD whose root is elsewhere', zip([{ name: 'sub/OFD.xml' }]), 'a.ofd', /^415/],
  ['an OFD that bursts', zip([{ name: 'OFD.xml' }, { name: 'x', says: { unpacked: 4_000_000_000 } }]), 'a.ofd', /^422 .*炸弹/],
  ['an OFD with entries over one another', zip([{ name: 'OFD.xml', says: { packed: 5000 } }]), 'a.ofd', /^422 .*炸弹/],
  ['an OFD that climbs out', zip([{ name: 'OFD.xml' }, { name: '../../etc/passwd' }]), 'a.ofd', /^422 .*文件名/],
  ['an OFD with one name twice', zip([{ name: 'OFD.xml' }, { name: 'OFD.xml' }]), 'a.ofd', /^422 .*文件名/],
  ['an encrypted OFD', zip([{ name: 'OFD.xml', flags: 1 }]), 'a.ofd', /^422 .*加密/],
  ['an OFD that was cut off', ofd.subarray(0, ofd.length - 5), 'a.ofd', /^422 .*不完整/],
])('%s is refused', async (_, content, name, reason) => {
  expect(await verdict(content, name)).toMatch(reason)
})

test('a script that lies across two pieces of reading is found', async () => {
  const filler = `(${' '.repeat(4_194_304 - pdf.indexOf('endobj') - 30)})`
  for (const shift of [0, 4, 8, 12, 16]) expect(await verdict(pdfWith(`${filler}${' '.repeat(shift)}<< /S /JavaScript >>`), 'a.pdf')).toMatch(/脚本/)
})

test('what a limit allows is taken, one byte more is not', async () => {
  const full = Buffer.concat([png, Buffer.alloc(1_048_576 - png.length)])
  const path = join(directory, 'full')
  writeFileSync(path, full)
  expect((await judgeFile(path, 'a.png', { ...limits, maxMB: 1 })).kind).toBe('png')
  writeFileSync(path, Buffer.concat([full, Buffer.alloc(1)]))
  await expect(judgeFile(path, 'a.png', { ...limits, maxMB: 1 })).rejects.toMatchObject({ status: 413 })
})

test('random bytes in a PDF stream are no scripts', async () => {
  const noise = Array.from({ length: 3_000_000 }, (_, at) => String.fromCharCode((at * 2_654_435_761) >>> 24)).join('')
  expect(await verdict(pdfWith(`<< /Length ${noise.length} >>\nstream\n${noise}\nendstream`), 'a.pdf')).toBe('application/pdf')
})

test.each([
  ['法人证书（副本）.pdf', true], ['𠮷野家 𬸣.pdf', true], ['营业执照‧①.pdf', true], [`${'晋'.repeat(83)}.ofd`, true], ['a b’c.pdf', true],
  [`${'晋'.repeat(84)}.pdf`, false], [`${'𠮷'.repeat(63)}.pdf`, false], ['', false], ['  ', false], ['../a.pdf', false], ['C:\\a.pdf', false],
  ['a\u0000.pdf', false], ['a\n.pdf', false], ['\u202Efdp.exe', false], ['\uD842.pdf', false], ['\uFFFD.pdf', false],
])('the name %j is kept: %s', (name, kept) => {
  expect(nameFault(name) === undefined).toBe(kept)
})
