/**
 * 第二十一条  本办法由市科技局负责解释。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 21, id: 'JZ-2023-A21', label: '第二十一条', chapter: chapters.supplementary,
  heading: { zh: '解释', en: 'Interpretation' },
  text: [{ text: '本办法由市科技局负责解释。' }],
  gloss: ['The municipal S&T bureau is responsible for the interpretation of these Measures.'],
  computable: {
    because: {
      zh: '规定解释权。解释口径由市科技局签署、带日期登记，不由规则推出。',
      en: 'Gives the power to interpret. Readings are signed and dated by the bureau, not derived by rules.',
    },
  },
  readings: [],
}
