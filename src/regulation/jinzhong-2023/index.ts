/** The contents of 晋中市中试基地建设和运行管理办法(试行）: seven chapters, twenty-two articles. */
import type { Day } from '../../kernel/day.ts'
import type { Citation, Rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import * as a01 from './article-01-purpose.ts'
import * as a02 from './article-02-definition.ts'
import * as a03 from './article-03-who-may-build.ts'
import * as a04 from './article-04-tasks.ts'
import * as a05 from './article-05-director-responsibility.ts'
import * as a06 from './article-06-authority.ts'
import * as a07 from './article-07-organiser.ts'
import * as a08 from './article-08-host.ts'
import * as a09 from './article-09-conditions.ts'
import * as a10 from './article-10-recognition.ts'
import * as a11 from './article-11-batches.ts'
import * as a12 from './article-12-after-recognition.ts'
import * as a13 from './article-13-accounts.ts'
import * as a14 from './article-14-director.ts'
import * as a15 from './article-15-major-matters.ts'
import * as a16 from './article-16-assessment.ts'
import * as a17 from './article-17-evidence.ts'
import * as a18 from './article-18-grades.ts'
import * as a19 from './article-19-revocation.ts'
import * as a20 from './article-20-award.ts'
import * as a21 from './article-21-interpretation.ts'
import * as a22 from './article-22-validity.ts'
import { chapters } from './chapters.ts'

/** An article together with the rules written under it. */
export type RuledArticle = Article & { readonly rules: readonly Rule<never>[] }

const articles: readonly RuledArticle[] = [
  a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22,
].map((page) => ({ ...page.article, rules: Object.values<unknown>(page).filter(isRule) }))

export const regulation = {
  id: 'jinzhong-2023',
  /** As printed, with its mixed brackets. */
  title: '晋中市中试基地建设和运行管理办法(试行）',
  /** Other forms people search for; never quoted as the title. */
  aliases: ['晋中市中试基地建设与运行管理办法（试行）', '晋中市中试基地建设和运行管理办法（试行）', '晋中市中试基地管理办法'],
  words: { zh: '晋中市中试基地建设和运行管理办法(试行）', en: 'Measures of Jinzhong for the Building and Operation of Pilot Bases (Trial)' },
  issuer: '晋中市科学技术局',
  effectiveFrom: a22.effectiveFrom as Day,
  /** The last valid day; a reading of Art. 22. */
  lapsedOn: a22.lapsedOn as Day,
  chapters: Object.values(chapters),
  articles,
} as const

export const articleOf = (no: number): RuledArticle | undefined => articles[no - 1]

/** "Art. 10(2)" → the article and its item. */
export function placeOf(citation: Citation): { readonly article: RuledArticle; readonly item: number | undefined } | undefined {
  const [, no, item] = /^Art\. (\d+)(?:\((\d+)\))?$/.exec(citation) ?? []
  const article = articleOf(Number(no))
  if (!article || (item !== undefined && !article.text.some((paragraph) => paragraph.item === Number(item)))) return undefined
  return { article, item: item === undefined ? undefined : Number(item) }
}

/** "第十条（二）": as the screens write a citation in Chinese. */
export function citedInChinese(citation: Citation): string {
  const place = placeOf(citation)
  if (!place) return citation
  return place.item === undefined ? place.article.label : `${place.article.label}（${'一二三四五六七八九十'[place.item - 1]}）`
}

function isRule(value: unknown): value is Rule<never> {
  return typeof value === 'object' && value !== null && 'law' in value && 'modality' in value
}
