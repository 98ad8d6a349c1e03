/**
 * 第二十条  市科技局根据认定结果一次性给予一定的资金奖补。
 *
 * Reading: 一定 is no amount: none is computed until the authority has entered a rule (decision 0027).
 */
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 20, id: 'JZ-2023-A20', label: '第二十条', chapter: chapters.funding,
  heading: { zh: '奖补', en: 'The award' },
  text: [{ text: '市科技局根据认定结果一次性给予一定的资金奖补。' }],
  gloss: ['On the result of recognition the municipal S&T bureau gives a certain award of funds, once.'],
  computable: true,
  readings: [
    {
      id: 'amount', decision: '0027', since: '2026-11-23',
      words: {
        zh: '“一定的资金奖补”未定金额；未登记奖补标准或依据文件时，不计算金额。',
        en: '"A certain award" fixes no amount; none is computed before a rule or a basis is entered.',
      },
    },
  ],
}

export const isRecognised = rule({
  id: 'isRecognised', law: 'Art. 20', modality: 'must',
  says: { zh: '奖补以认定结果为依据', en: 'The award rests on a recognition.' },
  holds: ({ recognised }: { recognised: boolean }) => recognised,
  otherwise: () => ({ zh: '尚未认定。', en: 'The base is not recognised.' }),
})

/** `earlier`: awards to the same base that were decided and not cancelled. */
export const awardOnce = rule({
  id: 'awardOnce', law: 'Art. 20', modality: 'must',
  says: { zh: '奖补为一次性', en: 'The award is given once.' },
  holds: ({ earlier }: { earlier: readonly string[] }) => earlier.length === 0,
  otherwise: ({ earlier }) => ({ zh: `已有奖补：${earlier.join('、')}。`, en: `Already awarded: ${earlier.join(', ')}.` }),
})

/** `basis`: the award rule in force, or the document that fixes this amount. */
export const amountHasBasis = rule({
  id: 'amountHasBasis', law: 'Art. 20', modality: 'must',
  says: { zh: '奖补金额有标准或依据文件', en: 'The amount has a rule or a document as its basis.' },
  holds: ({ amount, basis }: { amount: number | undefined; basis: string | undefined }) =>
    amount === undefined ? undefined : amount > 0 && Boolean(basis?.trim()),
  otherwise: ({ amount }) =>
    amount === undefined
      ? { zh: '未填写金额。办法未定金额，平台不计算。', en: 'No amount is given. The Measures fix none and the platform computes none.' }
      : amount > 0
        ? { zh: '金额没有奖补标准或依据文件。', en: 'The amount has neither a rule nor a document.' }
        : { zh: '金额应大于零。', en: 'The amount must be above zero.' },
})
