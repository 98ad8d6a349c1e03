/**
 * 第六条  市科技局是全市中试基地的主管部门，主要职责是：
 * 1.研究制定市级中试基地支持政策和管理办法，指导中试基地的建设和运行。
 * 2.组织市级中试基地的认定工作。
 * 3.批准中试基地的建设、调整和撤销等。
 * 4.组织中试基地的检查、考核评估和跟踪管理。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 6, id: 'JZ-2023-A06', label: '第六条', chapter: chapters.duties,
  heading: { zh: '市科技局', en: 'The authority' },
  text: [
    { text: '市科技局是全市中试基地的主管部门，主要职责是：' },
    { item: 1, text: '1.研究制定市级中试基地支持政策和管理办法，指导中试基地的建设和运行。' },
    { item: 2, text: '2.组织市级中试基地的认定工作。' },
    { item: 3, text: '3.批准中试基地的建设、调整和撤销等。' },
    { item: 4, text: '4.组织中试基地的检查、考核评估和跟踪管理。' },
  ],
  gloss: [
    "The municipal S&T bureau is the competent authority for the city's pilot bases. Its main duties are:",
    '1. To study and make municipal policies of support and management measures, and to guide the building and operation of bases.',
    '2. To organise the recognition of municipal bases.',
    '3. To approve the building, adjustment and revocation of bases.',
    '4. To organise inspection, assessment and follow-up management of bases.',
  ],
  computable: {
    because: {
      zh: '规定职权：哪些步骤由市科技局办理，写在各程序的步骤表里，不另设条件。',
      en: "Gives competence: the step tables say which steps are the city's; there is no further condition.",
    },
  },
  readings: [],
}
