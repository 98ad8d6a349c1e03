/**
 * 第一条  为引导和规范我市中试基地建设、运营和发展，充分发挥中试基地在科学研究与产业转化之间的桥梁作用，促进科技成果向现实生
 * 产力转化，提高科技成果工程化水平，参照《山西省中试基地建设和运行管理办法(试行）》（晋政办发〔2022〕42号），结合我市实
 * 际，制定本办法。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 1, id: 'JZ-2023-A01', label: '第一条', chapter: chapters.general,
  heading: { zh: '目的与依据', en: 'Purpose and basis' },
  text: [
    {
      text: '为引导和规范我市中试基地建设、运营和发展，充分发挥中试基地在科学研究与产业转化之间的桥梁作用，促进科技成果向现实生产力转化，提高科技成果工程化水平，参照《山西省中试基地建设和运行管理办法(试行）》（晋政办发〔2022〕42号），结合我市实际，制定本办法。',
    },
  ],
  gloss: [
    "To guide and regulate the building, operation and development of the city's pilot bases, to make full use of them as a bridge between research and industry, to turn research results into productive forces and to raise their engineering maturity, these Measures are made with reference to the provincial Measures (Jin Zheng Ban Fa [2022] No. 42) and in the light of the city's circumstances.",
  ],
  computable: {
    because: {
      zh: '说明目的与依据，不含条件、时限或后果。',
      en: 'States purpose and basis; it holds no condition, time limit or consequence.',
    },
  },
  readings: [],
}
