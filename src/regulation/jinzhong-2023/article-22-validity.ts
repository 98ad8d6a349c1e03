/**
 * 第二十二条  本办法自2023年1月21日开始试行，试行期2年。
 *
 * Reading: two years count from the first day, so the last valid day is 2025-01-20 (decision 0013). After it nothing is signed
 * unless the authority has recorded the instrument it acts on (decision 0014).
 */
import { type Day, plusDays, plusMonths } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 22, id: 'JZ-2023-A22', label: '第二十二条', chapter: chapters.supplementary,
  heading: { zh: '试行期', en: 'Trial period' },
  text: [{ text: '本办法自2023年1月21日开始试行，试行期2年。' }],
  gloss: ['These Measures are implemented on a trial basis from 21 January 2023 for a trial period of two years.'],
  computable: true,
  readings: [
    {
      id: 'lastDay', decision: '0013', since: '2026-11-23',
      words: {
        zh: '试行期自施行之日起算，2025-01-20 为最后一日。',
        en: 'The trial period counts from the first day; 2025-01-20 is its last.',
      },
    },
    {
      id: 'afterLapse', decision: '0014', since: '2026-11-23',
      words: {
        zh: '届满后，认定、撤销、档次、奖补须有已登记且当日有效的续行依据方可签署。',
        en: 'After the lapse, recognition, revocation, grades and awards are signed only on a recorded basis valid on the day.',
      },
    },
  ],
}

export const effectiveFrom: Day = '2023-01-21'

const trialYears = 2

/** The last valid day. */
export const lapsedOn: Day = plusDays(plusMonths(effectiveFrom, 12 * trialYears), -1)

/** What the authority acts on after the lapse: an extension, a new instrument, a decision of its Party group. `to` null: open. */
export type AuthorityBasis = { readonly title: string; readonly from: Day; readonly to: Day | null }

export const instrumentInForce = rule({
  id: 'instrumentInForce', law: 'Art. 22', modality: 'must',
  says: { zh: '办法在试行期内，或已登记当日有效的续行依据', en: 'The Measures are in force, or a recorded basis is valid on the day.' },
  holds: ({ on, lapsedOn: last, authorityBasis: basis }: { on: Day; lapsedOn: Day; authorityBasis: AuthorityBasis | undefined }) =>
    (on >= effectiveFrom && on <= last) || Boolean(basis && basis.from <= on && (basis.to === null || on <= basis.to)),
  otherwise: ({ on, lapsedOn: last, authorityBasis: basis }) =>
    on < effectiveFrom
      ? { zh: `办法自 ${effectiveFrom} 起试行。`, en: `The Measures take effect on ${effectiveFrom}.` }
      : basis
        ? {
            zh: `办法 ${last} 届满；续行依据“${basis.title}”自 ${basis.from} 至 ${basis.to ?? '未定'}，不含 ${on}。`,
            en: `The Measures lapsed on ${last}; "${basis.title}" is valid ${basis.from} to ${basis.to ?? 'open'}, not on ${on}.`,
          }
        : { zh: `办法 ${last} 届满，尚未选取续行依据。`, en: `The Measures lapsed on ${last} and no basis is chosen.` },
})
