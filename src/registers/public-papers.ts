/** Whether a paper is genuine and still stands, by the code printed on it: what kind it is and its fingerprints, nothing of what it says. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { rowOf, sql, type Tx } from '../platform/query.ts'
import { unmarked } from './setting-words.ts'

export type PaperState = 'valid' | 'suspended' | 'ended' | 'replaced' | 'void'
type Row = { words: Words; number: string | null; issuer: string; issued_on: Day; sha256: string; pdf_sha256: string | null; state: PaperState | null; replaced_by: string | null }
export type VerifiedPaper = { code: string; words: Words; number: string | null; issuer: { name: string; demo: boolean }; issuedOn: Day; state: PaperState; replacedBy: string | null; sha256: string; pdfSha256: string | null }

/** As it is printed, however it was typed; null where it is no code of a paper. */
export function codeTyped(text: string): string | null {
  const signs = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(signs) ? `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}` : null
}

export async function verifiedPaper(tx: Tx, jurisdiction: string, typed: string): Promise<VerifiedPaper | null> {
  const code = codeTyped(typed)
  const row = code && (await rowOf<Row>(tx, sql`select words, number, issuer, issued_on, sha256, pdf_sha256, state, replaced_by from sec.paper_by_code(${jurisdiction}, ${code})`))
  return row ? { code: code as string, words: row.words, number: row.number, issuer: unmarked(row.issuer), issuedOn: row.issued_on, state: row.state ?? 'valid', replacedBy: row.replaced_by, sha256: row.sha256, pdfSha256: row.pdf_sha256 } : null
}

/** The second line of a certificate: whether the code typed beside its number is the one printed on it. */
export async function codeOfCertificate(tx: Tx, jurisdiction: string, number: string, typed: string | null): Promise<'matches' | 'differs' | 'notAsked'> {
  if (!typed?.trim()) return 'notAsked'
  const code = codeTyped(typed)
  return code && (await rowOf<{ is: boolean }>(tx, sql`select sec.certificate_code_is(${jurisdiction}, ${number}, ${code}) as is`))?.is ? 'matches' : 'differs'
}
