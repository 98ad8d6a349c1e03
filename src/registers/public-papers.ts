/** Whether a paper is genuine and what is true of it now, by the code printed on it: what kind it is and its fingerprints, nothing of what it says. */
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { rowOf, sql, type Tx } from '../platform/query.ts'
import { baseNumbered, type Change, isDemo, standingOf } from './public-certificates.ts'
import { unmarked } from './setting-words.ts'

export type PaperState = 'valid' | 'suspended' | 'ended' | 'replaced' | 'void'
type Row = { words: Words; number: string | null; issuer: string; issued_on: Day; sha256: string; pdf_sha256: string | null; became: keyof typeof fates | null; since: Day | null; replaced_by: string | null; base: string | null }
type Now = { state: PaperState; since: Day | null; because: Words | null; law: Basis | null; base: { id: string; name: string; demo: boolean } | null; changes: Change[] }
export type VerifiedPaper = Now & { code: string; words: Words; number: string | null; issuer: { name: string; demo: boolean }; issuedOn: Day; replacedBy: string | null; sha256: string; pdfSha256: string | null }

/** As it is printed, however it was typed; null where it is no code of a paper. */
export function codeTyped(text: string): string | null {
  const signs = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(signs) ? `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}` : null
}

/** By its code alone, or by the number printed on it with the code beside it. */
export async function verifiedPaper(tx: Tx, jurisdiction: string, today: Day, { number, code }: { number: string; code: string | null }): Promise<VerifiedPaper | null> {
  const byCode = await paperOfCode(tx, jurisdiction, today, number)
  if (byCode || !code) return byCode
  const beside = await paperOfCode(tx, jurisdiction, today, code)
  return beside?.number && spelled(beside.number) === spelled(number) ? beside : null
}

/** The second line of a certificate: whether the code typed beside its number is the one printed on it. */
export async function codeOfCertificate(tx: Tx, jurisdiction: string, number: string, typed: string | null): Promise<'matches' | 'differs' | 'notAsked'> {
  if (!typed?.trim()) return 'notAsked'
  const code = codeTyped(typed)
  return code && (await rowOf<{ is: boolean }>(tx, sql`select sec.certificate_code_is(${jurisdiction}, ${number}, ${code}) as is`))?.is ? 'matches' : 'differs'
}

async function paperOfCode(tx: Tx, jurisdiction: string, today: Day, typed: string): Promise<VerifiedPaper | null> {
  const code = codeTyped(typed)
  const row = code && (await rowOf<Row>(tx, sql`select words, number, issuer, issued_on, sha256, pdf_sha256, became, since, replaced_by, base from sec.paper_by_code(${jurisdiction}, ${code}, ${today})`))
  return row ? { code: code as string, words: row.words, number: row.number, issuer: unmarked(row.issuer), issuedOn: row.issued_on, replacedBy: row.replaced_by, sha256: row.sha256, pdfSha256: row.pdf_sha256, ...(await nowOf(tx, jurisdiction, row)) } : null
}

/** A certificate and the notice of recognition follow their base; anything else what became of it. */
async function nowOf(tx: Tx, jurisdiction: string, { became, since, base: id }: Row): Promise<Now> {
  const base = id === null ? undefined : await baseNumbered(tx, jurisdiction, id)
  if (base) {
    const { status: state, ...standing } = await standingOf(tx, jurisdiction, base)
    return { state, ...standing, base: { id: base.id, name: base.name, demo: isDemo(base) } }
  }
  const fate = became && fates[became]
  return { ...(fate ?? { state: 'valid', because: null, law: null }), since: fate ? since : null, base: null, changes: [] }
}

const fate = (state: PaperState, zh: string, en: string, law: Basis): { state: PaperState; because: Words; law: Basis } => ({ state, because: { zh, en }, law })
const fates = {
  corrected: fate('replaced', '公示内容有更正，另行公示', 'The list was corrected and published anew', 'setting:publicity.correction'),
  terminated: fate('void', '公示已终止', 'The notice was terminated', 'setting:publicity.correction'),
  annulled: fate('void', '暂停未获确认，已撤销', 'The suspension was not confirmed and is annulled', 'Art. 6(3)'),
  lifted: fate('ended', '暂停已解除', 'The suspension was lifted', 'Art. 6(3)'),
  endedWithBase: fate('ended', '基地已不在册，暂停随之终止', 'The base is gone, and the suspension with it', 'Art. 6(3)'),
  termOver: fate('ended', '所涉任期已结束', 'The term it is about is over', 'Art. 14'),
} as const

const spelled = (number: string) => number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
