/**
 * 第二条  本办法所称中试基地是指以行业优势科教资源或企业科研平台为依托，为实现行业科研成果转化，开展工程化应用研究开发，对科
 * 技研发成果进行放大和熟化研发，向企业规模生产提供成熟、适用、工程化成套技术的成果转化服务实体，是支撑产业链创新、助推科技成果
 * 转化的重要平台。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 2, id: 'JZ-2023-A02', label: '第二条', chapter: chapters.general,
  heading: { zh: '定义', en: 'Definition' },
  text: [
    {
      text: '本办法所称中试基地是指以行业优势科教资源或企业科研平台为依托，为实现行业科研成果转化，开展工程化应用研究开发，对科技研发成果进行放大和熟化研发，向企业规模生产提供成熟、适用、工程化成套技术的成果转化服务实体，是支撑产业链创新、助推科技成果转化的重要平台。',
    },
  ],
  gloss: [
    'A pilot base in these Measures is a service body for the transfer of results which, relying on the leading scientific and educational resources of an industry or on the research platform of an enterprise, carries out applied engineering research and development, scales up and matures research results, and supplies enterprises with mature, applicable, complete sets of engineered technology for production at scale; it is an important platform that supports innovation along the industrial chain and the transfer of results.',
  ],
  computable: {
    because: {
      zh: '定义由第九条的条件和专家评审落实，本身不作判断。',
      en: 'The definition is applied through the conditions of Art. 9 and the panel review.',
    },
  },
  readings: [],
}
