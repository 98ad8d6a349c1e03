/** Writes a paper as a Word file that Word and WPS open with the character grid of GB/T 9704-2012. A working copy; the record is the PDF. */
import { AlignmentType, BorderStyle, convertMillimetersToTwip as mm, Document, Footer, ImageRun, type ISectionOptions, Packer, PageNumber, PageOrientation, Paragraph } from 'docx'
import { PNG } from 'pngjs'
import { longDate, opennessWords, type Paper } from './paper.ts'
import { modulesOf, verifyAddress } from './qr.ts'
import { type Drawn, faces, line, type Look, run } from './word-text.ts'
import { drawBlock } from './word-blocks.ts'
import { coreProperties, withFixedTimes } from './word-zip.ts'

export async function wordOf(paper: Paper, code: string, origin?: string): Promise<Buffer> {
  const look: Look = paper.form === 'sheet' ? { size: 22, pitch: 360, small: true } : { size: 32, pitch: 579, small: false }
  const about = { title: paper.title.replaceAll('\n', ''), creator: paper.issuer }
  const document = new Document({
    title: about.title, creator: paper.issuer, evenAndOddHeaderAndFooters: paper.form !== 'sheet',
    styles: { default: { document: { run: { font: faces.fang, size: look.size, ...(!look.small && { characterSpacing: -5 }) } } } },
    sections: [{ properties: pageOf(paper), footers: feetOf(paper, code), children: [...headOf(paper, look), ...bodyOf(paper, look), ...endOf(paper, look, code, origin)] }],
  })
  return withFixedTimes(await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(paper.on, about) }]), paper.on)
}

function pageOf(paper: Paper): NonNullable<ISectionOptions['properties']> {
  const size = { width: mm(210), height: mm(297), ...(paper.landscape && { orientation: PageOrientation.LANDSCAPE }) }
  if (paper.form === 'sheet' || paper.form === 'certificate') return { page: { size, margin: { top: mm(20), left: mm(20), right: mm(20), bottom: mm(18), footer: mm(10) } } }
  // 22 lines: a pitch of 28.95 points. The 28 characters come from the type, set a quarter of a point closer: grids of
  // characters are read differently by every program.
  return { page: { size, margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(25) } }, grid: { type: 'lines', linePitch: 579 } }
}

function feetOf(paper: Paper, code: string): NonNullable<ISectionOptions['footers']> {
  if (paper.form === 'certificate') return {}
  if (paper.form === 'sheet') return { default: new Footer({ children: [new Paragraph({ children: [run(`文书核验码 ${code}　第 `, { size: 18, face: faces.song }), run('', { size: 18, face: faces.song, children: [PageNumber.CURRENT] }), run(' 页，共 ', { size: 18, face: faces.song }), run('', { size: 18, face: faces.song, children: [PageNumber.TOTAL_PAGES] }), run(' 页', { size: 18, face: faces.song })] })] }) }
  const number = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) => new Footer({ children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [run('', { size: 28, face: faces.song, children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
  return { default: number(AlignmentType.RIGHT), even: number(AlignmentType.LEFT) }
}

function headOf(paper: Paper, look: Look): Drawn[] {
  const title = paper.title.split('\n').map((text, at) => line([run(text, { face: faces.title, size: look.small ? 34 : 44 })], look, { center: true, height: look.small ? 480 : 660, before: at > 0 ? 0 : look.small ? 0 : 2 * look.pitch }))
  const number = paper.number ? [line([run(paper.number, { size: look.size })], look, { ...(paper.form === 'letter' || look.small ? { right: true } : { center: true }), before: paper.form === 'document' ? look.pitch : 0 })] : []
  switch (paper.form) {
    case 'document': return [
      line([run(paper.mark ?? paper.issuer, { face: faces.title, size: markSize(paper.mark ?? paper.issuer), color: 'E60012' })], look, { center: true, height: 1200, before: mm(20) }),
      ...(paper.number ? [line([run(paper.number)], look, { center: true, before: look.pitch, below: { style: BorderStyle.SINGLE, size: 12, color: 'E60012', space: 11 } })] : []), ...title, line([], look, {})]
    case 'letter': return [
      line([run(paper.mark ?? paper.issuer, { face: faces.title, size: markSize(paper.mark ?? paper.issuer), color: 'E60012' })], look, { center: true, height: 1100, below: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: 'E60012', space: 6 } }), ...number, ...title, line([], look, {})]
    case 'plain': case 'sheet': return [...title, ...number, ...(look.small ? [] : [line([], look, {})])]
    case 'certificate': return [line([], look, { before: mm(30) }), ...paper.title.split('\n').map((text) => line([run(text, { face: faces.title, size: 68, color: 'E60012' })], look, { center: true, height: 1100 })), line([], look, {})]
  }
}

/** As wide as the text block allows, however long the organ's name is; in half points. */
const markSize = (mark: string) => Math.min(84, Math.floor(840 / mark.length) - ((Math.floor(840 / mark.length)) % 2))

function bodyOf(paper: Paper, look: Look): Drawn[] {
  if (paper.form === 'certificate') return paper.blocks.flatMap((block) => (block.is !== 'text' ? drawBlock(block, look) : block.flush ? [line([run(block.text, { face: faces.title, size: 52 })], look, { center: true, height: 900 })] : [line([run(block.text, { size: 36 })], look, { indent: true, height: 760 })]))
  return [...(paper.addressee ? [line([run(`${paper.addressee}：`)], look, {})] : []), ...paper.blocks.flatMap((block) => drawBlock(block, look)), ...(paper.remedies ? [line([run(paper.remedies)], look, { indent: true })] : [])]
}

function endOf(paper: Paper, look: Look, code: string, origin: string | undefined): Drawn[] {
  const many = (paper.attachments?.length ?? 0) > 1
  const attachments = (paper.attachments ?? []).map((name, at) => line([run(`${at === 0 ? '附件：' : '　　　'}${many ? `${at + 1}.` : ''}${name}`)], look, { indent: true, before: at === 0 ? look.pitch : 0 }))
  const { signature, imprint } = paper
  const wide = signature ? 4 * look.size * 10 : 0
  return [
    ...attachments,
    ...(paper.form === 'certificate' && paper.number ? [line([run(`证书编号：${paper.number}`, { size: 24 })], look, { before: look.pitch })] : []),
    ...(signature ? [line([run(signature.organ)], look, { right: true, rightIndent: Math.max(0, wide - Math.max(0, (signature.organ.length * look.size * 10 - longDate(signature.on).length * look.size * 7) / 2)), before: 2 * look.pitch }), line([run(longDate(signature.on))], look, { right: true, rightIndent: wide })] : []),
    ...(paper.openness ? [line([run(`（${opennessWords[paper.openness].zh}）`)], look, { indent: true })] : []),
    ...(paper.note ? paper.note.split('\n').map((text) => line([run(text, { size: 18, color: '555555' })], look, { height: 280 })) : []),
    ...(imprint ? [
      ...(imprint.copies ? [line([run(`抄送：${imprint.copies}。`, { size: 28 })], look, { before: look.pitch, above: { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 }, below: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 2 } })] : []),
      line([run(`${imprint.printer}　　${longDate(imprint.on)}印发`, { size: 28 })], look, { ...(!imprint.copies && { before: look.pitch, above: { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 } }), below: { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 } })] : []),
    ...(origin ? [new Paragraph({ spacing: { before: 160 }, children: [square(verifyAddress(origin, paper, code))] })] : []),
    ...(paper.form === 'sheet' ? [] : [line([run(`文书核验码 ${code}`, { size: 16, color: '555555' })], look, { height: 280, before: 120 })]),
  ]
}

/** Eight points a module and four modules of quiet around; printed 18 mm wide. */
function square(address: string): ImageRun {
  const modules = modulesOf(address)
  const [scale, quiet] = [8, 4]
  const png = new PNG({ width: (modules.length + 2 * quiet) * scale, height: (modules.length + 2 * quiet) * scale, colorType: 0 })
  for (let at = 0; at < png.width * png.height; at++) {
    const [x, y] = [Math.floor((at % png.width) / scale) - quiet, Math.floor(at / png.width / scale) - quiet]
    png.data.fill(modules[y]?.[x] ? 0 : 255, at * 4, at * 4 + 3)
    png.data[at * 4 + 3] = 255
  }
  return new ImageRun({ type: 'png', data: PNG.sync.write(png, { colorType: 0 }), transformation: { width: 68, height: 68 }, altText: { id: '1', name: '核验', title: '核验', description: address } })
}
