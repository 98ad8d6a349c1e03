/**
 * 第十二条  认定为市级中试基地后要加强运行管理，完善管理体制和运行机制，建立健全规章制度。对标省级条件，达标后要积极申报认定
 * 省级中试基地。
 */
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 12, id: 'JZ-2023-A12', label: '第十二条', chapter: chapters.operation,
  heading: { zh: '运行管理与对标', en: 'Operation and the provincial level' },
  text: [
    {
      text: '认定为市级中试基地后要加强运行管理，完善管理体制和运行机制，建立健全规章制度。对标省级条件，达标后要积极申报认定省级中试基地。',
    },
  ],
  gloss: [
    'After recognition as a municipal base, operation and management shall be strengthened, the system improved and internal rules established. Bases shall measure themselves against the provincial conditions and, once they meet them, actively apply for recognition as a provincial base.',
  ],
  computable: {
    because: {
      zh: '省级条件（晋政办发〔2022〕42号）原文尚未录入，对标集为空，标“待核”；录入后由同一规则引擎核对。',
      en: 'The provincial text (Jin Zheng Ban Fa [2022] No. 42) is not entered yet; its condition set is empty and marked unverified.',
    },
  },
  readings: [],
}
