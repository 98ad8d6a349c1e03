/** What the papers of an assessment have in common: how they name the base, cite the Measures and are signed. */
import type { Citation } from '../../kernel/rule.ts'
import type { PaperAbout } from '../../platform/papers/kind.ts'
import type { Block, Paper } from '../../platform/papers/paper.ts'
import { type Grade, grades } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { citedInChinese, regulation } from '../../regulation/jinzhong-2023/index.ts'
import type { AssessmentCase, AssessmentEntry } from './assessment.case.ts'

export type Entered<Did extends AssessmentEntry['did']> = Extract<AssessmentEntry, { did: Did }>
export type About<Did extends AssessmentEntry['did'], Found = unknown> = PaperAbout<AssessmentCase, Entered<Did>, Found>

export const citing = (...citations: Citation[]) => `《${regulation.title}》${citations.map(citedInChinese).join('、')}`
export const text = (words: string): Block => ({ is: 'text', text: words })
export const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
export const heading = (words: string): Block => ({ is: 'heading', level: 1, text: words })
export const gradeIn = (grade: Grade | null | undefined) => grades.find(({ id }) => id === grade)?.words.zh ?? ''
export const baseName = ({ base }: AssessmentCase) => base?.name ?? ''
export const hostName = ({ base }: AssessmentCase) => base?.hosts.find(({ lead }) => lead)?.name ?? ''

type Any = { file: AssessmentCase; entry: { by: { org: string; role: string }; on: string }; nameOf: (org: string) => string; caseNumber: string; serial: string }
/** Whoever acted issues it; what the clock brings about is the authority's. */
export const issuerOf = ({ file, entry, nameOf }: Pick<Any, 'file' | 'entry' | 'nameOf'>) => nameOf(entry.by.org === 'system' ? file.city : entry.by.org)

/** A business paper to the host, with its own serial. */
export const plain = (about: Any, paper: Pick<Paper, 'blocks'> & Omit<Partial<Paper>, 'title'> & { title: string }): Paper => {
  const issuer = issuerOf(about)
  const { title, ...rest } = paper
  return { layout: '2026-1', form: 'plain', issuer, number: about.serial, title: `${issuer}\n${title}`, addressee: hostName(about.file), signature: { organ: issuer, on: about.entry.on }, openness: 'onRequest', on: about.entry.on, ...rest }
}

/** A form or record in smaller type; whoever signs it signs in a block of its own. */
export const sheet = (about: Any, paper: Pick<Paper, 'blocks'> & Omit<Partial<Paper>, 'title'> & { title: string }): Paper => ({
  layout: '2026-1', form: 'sheet', issuer: issuerOf(about), number: about.serial, openness: 'onRequest', on: about.entry.on, ...paper, title: `${baseName(about.file)}\n${paper.title}`,
})
