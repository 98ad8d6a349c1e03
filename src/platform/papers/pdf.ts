/** Prints a paper as PDF/A-2b with Typst: the same paper gives the same bytes on every machine. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fontFolder } from './fonts.ts'
import { longDate, opennessWords, type Paper } from './paper.ts'
import { modulesOf, verifyAddress } from './qr.ts'

type Compiled = { result: object | null; hasError: () => boolean; takeDiagnostics: () => object | null }
type Compiler = {
  compile: (asked: { mainFilePath: string; inputs: Record<string, string> }) => Compiled
  pdf: (document: object, asked: { pdfStandard: string }) => Buffer
  fetchDiagnostics: (error: object) => { message: string }[]
  evictCache: (age: number) => void
}

/** The PDF of a paper with its verification code; with a square that leads there where the portal's address is known. */
export function pdfOf(paper: Paper, code: string, origin?: string): Buffer {
  const drawn = { ...paper, code, ...(origin && { qr: modulesOf(verifyAddress(origin, paper, code)) }), date: [Number(paper.on.slice(0, 4)), Number(paper.on.slice(5, 7)), Number(paper.on.slice(8, 10))], 'number-or-empty': paper.number ?? '',
    ...(paper.signature && { signature: { ...paper.signature, long: longDate(paper.signature.on) } }), ...(paper.imprint && { imprint: { ...paper.imprint, long: longDate(paper.imprint.on) } }),
    ...(paper.openness && { opennessWords: opennessWords[paper.openness].zh }) }
  return print(paper.layout, JSON.stringify(drawn), code)
}

/** A character no face has would make the whole paper unprintable: it is printed as 〓, as printers always did. */
function print(layout: string, drawn: string, about: string, replaced = 0): Buffer {
  const compiler = (compilerHere ??= openCompiler())
  const compiled = compiler.compile({ mainFilePath: join(here, `layout-${layout}.typ`), inputs: { paper: drawn } })
  if (compiled.hasError() || !compiled.result) throw new PaperUnprintable(about, messagesOf(compiler, compiled))
  try {
    return compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })
  } catch (error) {
    const missing = [...String((error as Error).message).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gsu)].flatMap(([, text]) => [...(text ?? '')])
    if (missing.length === 0 || replaced > 20) throw error
    return print(layout, missing.reduce((text, sign) => text.replaceAll(sign, '〓'), drawn), about, replaced + 1)
  } finally { compiler.evictCache(10) }
}

export class PaperUnprintable extends Error {
  constructor(about: string, messages: string) { super(`paper ${about} cannot be set: ${messages}`) }
}

const here = import.meta.dirname
let compilerHere: Compiler | undefined

/** The native part is chosen by platform, as npm installed it. */
function openCompiler(): Compiler {
  const { NodeCompiler } = createRequire(import.meta.url)(`@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`) as { NodeCompiler: { create: (of: object) => Compiler } }
  return NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fontFolder] }] })
}

const messagesOf = (compiler: Compiler, compiled: Compiled) => {
  const diagnostics = compiled.takeDiagnostics()
  return diagnostics ? compiler.fetchDiagnostics(diagnostics).map(({ message }) => message).join('; ') : 'no document'
}
