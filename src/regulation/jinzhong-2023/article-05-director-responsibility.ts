/**
 * 第五条  中试基地作为科研实体，实行依托单位领导下的主任负责制，人、财、物相对独立，运行管理充分体现“开放、流动、联合、竞争
 * ”模式。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 5, id: 'JZ-2023-A05', label: '第五条', chapter: chapters.general,
  heading: { zh: '主任负责制', en: 'Responsibility of the director' },
  text: [
    { text: '中试基地作为科研实体，实行依托单位领导下的主任负责制，人、财、物相对独立，运行管理充分体现“开放、流动、联合、竞争”模式。' },
  ],
  gloss: [
    'As a research body the base works under the responsibility of its director, led by the host; staff, money and property are relatively independent; its operation and management fully reflect the model of "openness, mobility, association, competition".',
  ],
  computable: {
    because: {
      zh: '体制原则。核算见第十三条，主任见第十四条，开放见第四条（二），在各条检查。',
      en: 'A principle of organisation, checked where it becomes concrete: accounts in Art. 13, director in Art. 14, openness in Art. 4(2).',
    },
  },
  readings: [],
}
