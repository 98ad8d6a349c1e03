/**
 * 第十八条  考核结果分为优、良、中、差四个档次，连续两年考核结果为“差”的，撤销中试基地资格。
 *
 * Reading: 连续 means next to each other in the base's own series; a deferred or ungraded year neither breaks nor counts (decision 0024).
 */
import { rule } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 18, id: 'JZ-2023-A18', label: '第十八条', chapter: chapters.assessment,
  heading: { zh: '档次', en: 'Grades' },
  text: [{ text: '考核结果分为优、良、中、差四个档次，连续两年考核结果为“差”的，撤销中试基地资格。' }],
  gloss: [
    'The result is one of four grades: excellent, good, fair, poor. A base graded "poor" in two consecutive years has its qualification revoked.',
  ],
  computable: true,
  readings: [
    {
      id: 'consecutive', decision: '0024', since: '2026-11-23',
      words: {
        zh: '“连续两年”按该基地历年考核先后相邻计；经批准缓考或不定档的年度既不中断也不计入。',
        en: '"Two consecutive years" are neighbours in the base\'s own series; a year deferred or ungraded neither breaks nor counts.',
      },
    },
  ],
}

export const grades = [
  { id: 'excellent', words: { zh: '优', en: 'excellent' } },
  { id: 'good', words: { zh: '良', en: 'good' } },
  { id: 'fair', words: { zh: '中', en: 'fair' } },
  { id: 'poor', words: { zh: '差', en: 'poor' } },
] as const satisfies readonly { id: string; words: Words }[]

export type Grade = (typeof grades)[number]['id']

/** One year of a base's own series; final results only. `null`: deferred with approval, or a first year without grade. */
export type YearGrade = { readonly year: number; readonly grade: Grade | null }

export const gradeIsOneOfFour = rule({
  id: 'gradeIsOneOfFour', law: 'Art. 18', modality: 'must',
  says: { zh: '考核结果为优、良、中、差之一', en: 'The result is excellent, good, fair or poor.' },
  holds: ({ grade }: { grade: string | undefined }) => (grade === undefined ? undefined : grades.some(({ id }) => id === grade)),
  otherwise: ({ grade }) =>
    grade === undefined
      ? { zh: '尚未确定档次。', en: 'No grade is decided.' }
      : { zh: `“${grade}”不是四个档次之一。`, en: `"${grade}" is not one of the four grades.` },
})

/** A ground of revocation: it holds when the ground is there. A year missing from the series is unknown, never skipped. */
export const twoConsecutivePoor = rule({
  id: 'twoConsecutivePoor', law: 'Art. 18', modality: 'must',
  says: { zh: '连续两年考核结果为差', en: 'Two consecutive assessments are graded poor.' },
  holds: ({ series }: { series: readonly YearGrade[] }) => {
    const pairs = neighbours(series).filter(([earlier, later]) => earlier.grade === 'poor' && later.grade === 'poor')
    if (pairs.length === 0) return false
    return pairs.some(([earlier, later]) => missingBetween(series, earlier.year, later.year) === 0) ? true : undefined
  },
  otherwise: ({ series }) => {
    const poor = series
      .filter(({ grade }) => grade === 'poor')
      .map(({ year }) => year)
      .toSorted((a, b) => a - b)
    return poor.length < 2
      ? {
          zh: `考核为差 ${poor.length} 年${poor.length ? `（${poor[0]}）` : ''}，未连续两年。`,
          en: `Graded poor in ${poor.length} year(s); not two in a row.`,
        }
      : {
          zh: `考核为差：${poor.join('、')}，未见相邻两年，或其间年度无记录。`,
          en: `Graded poor in ${poor.join(', ')}: not neighbours, or a year between has no record.`,
        }
  },
})

const neighbours = (series: readonly YearGrade[]): [YearGrade, YearGrade][] => {
  const graded = series.filter(({ grade }) => grade !== null).toSorted((a, b) => a.year - b.year)
  return graded.slice(1).map((later, at) => [graded[at]!, later])
}

const missingBetween = (series: readonly YearGrade[], from: number, to: number) =>
  to - from - 1 - series.filter(({ year }) => year > from && year < to).length
