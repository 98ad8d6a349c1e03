/**
 * 第十七条  每年度提交的评价材料主要包括：
 * 1.中试基地年度考核自评报告；
 * 2.管理运营、中试服务等绩效证明材料；
 * 3.组织管理部门对上述材料真实性的审核意见。
 */
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 17, id: 'JZ-2023-A17', label: '第十七条', chapter: chapters.assessment,
  heading: { zh: '评价材料', en: 'Material of the assessment' },
  text: [
    { text: '每年度提交的评价材料主要包括：' },
    { item: 1, text: '1.中试基地年度考核自评报告；' },
    { item: 2, text: '2.管理运营、中试服务等绩效证明材料；' },
    { item: 3, text: '3.组织管理部门对上述材料真实性的审核意见。' },
  ],
  gloss: [
    'The material submitted each year consists mainly of:',
    '1. the annual self-assessment report of the base;',
    '2. evidence of performance in management, operation, pilot services and the like;',
    '3. the opinion of the organiser on the truth of that material.',
  ],
  computable: true,
  readings: [],
}

export const selfAssessmentFiled = rule({
  id: 'selfAssessmentFiled', law: 'Art. 17(1)', modality: 'must',
  says: { zh: '已提交年度考核自评报告', en: 'The annual self-assessment report is filed.' },
  holds: ({ report }: { report: boolean }) => report,
  otherwise: () => ({ zh: '缺少年度考核自评报告。', en: 'The self-assessment report is missing.' }),
})

export const performanceEvidenced = rule({
  id: 'performanceEvidenced', law: 'Art. 17(2)', modality: 'must',
  says: { zh: '已提交管理运营、中试服务等绩效证明材料', en: 'Evidence of operation and services is filed.' },
  holds: ({ evidence }: { evidence: number }) => evidence > 0,
  otherwise: () => ({
    zh: '没有绩效证明材料。可从服务、培训、交流记录带入。',
    en: 'There is no evidence of performance. Records of services, training and events can be taken over.',
  }),
})

/** The organiser answers item by item; `items` counts them. */
export const truthOpinionGiven = rule({
  id: 'truthOpinionGiven', law: 'Art. 17(3)', modality: 'must',
  says: { zh: '组织管理部门已对材料真实性提出审核意见', en: 'The organiser has given its opinion on the truth of the material.' },
  holds: ({ items, answered }: { items: number; answered: number }) => items > 0 && answered >= items,
  otherwise: ({ items, answered }) => ({
    zh: `真实性审核意见 ${answered} / ${items} 项。`,
    en: `Opinion on truth: ${answered} of ${items} items.`,
  }),
})
