/**
 * 第三条  鼓励各类园区、高等院校、科研机构、行业骨干企业依托优质科技创新资源，建设通用性或行业性中试基地，面向社会提供中试服
 * 务。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 3, id: 'JZ-2023-A03', label: '第三条', chapter: chapters.general,
  heading: { zh: '鼓励建设', en: 'Who is encouraged to build' },
  text: [
    { text: '鼓励各类园区、高等院校、科研机构、行业骨干企业依托优质科技创新资源，建设通用性或行业性中试基地，面向社会提供中试服务。' },
  ],
  gloss: [
    'Parks, universities, research institutions and leading enterprises of all kinds are encouraged to build general or sectoral pilot bases on their good resources of scientific and technological innovation and to offer pilot services to society.',
  ],
  computable: {
    because: {
      zh: '鼓励性条文；园区运营机构等列入单位性质，不因此增减条件。',
      en: 'An encouragement. Parks and others are kinds of host; no condition follows.',
    },
  },
  readings: [],
}
