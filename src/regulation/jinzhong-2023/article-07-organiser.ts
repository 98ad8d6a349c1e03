/**
 * 第七条  各县（市、区）级科技管理部门是中试基地的组织管理部门，主要职责是：
 * 1.贯彻上级科技部门有关中试基地的政策，支持中试基地的建设和发展。
 * 2.组织本地区中试基地的申报与推荐工作。
 * 3.配合市科技局做好中试基地的运行和管理工作。组织、督促中试基地建设，检查中试基地组建及运行情况，协调解决建设、运行、管理中
 * 存在的问题，推动中试基地在行业或地区经济发展和技术进步中发挥作用。
 */
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 7, id: 'JZ-2023-A07', label: '第七条', chapter: chapters.duties,
  heading: { zh: '组织管理部门', en: 'The organiser' },
  text: [
    { text: '各县（市、区）级科技管理部门是中试基地的组织管理部门，主要职责是：' },
    { item: 1, text: '1.贯彻上级科技部门有关中试基地的政策，支持中试基地的建设和发展。' },
    { item: 2, text: '2.组织本地区中试基地的申报与推荐工作。' },
    {
      item: 3,
      text: '3.配合市科技局做好中试基地的运行和管理工作。组织、督促中试基地建设，检查中试基地组建及运行情况，协调解决建设、运行、管理中存在的问题，推动中试基地在行业或地区经济发展和技术进步中发挥作用。',
    },
  ],
  gloss: [
    'The S&T departments of the counties (cities, districts) are the organisers of pilot bases. Their main duties are:',
    '1. To carry out the policies of higher S&T departments on pilot bases and to support their building and development.',
    '2. To organise application and recommendation of bases in their area.',
    '3. To work with the municipal S&T bureau on the operation and management of bases: to organise and urge their building, inspect their formation and operation, coordinate and solve problems of building, operation and management, and help them to serve the economy and technology of the industry or region.',
  ],
  computable: true,
  readings: [],
}

/**
 * `site`, `organiser`: names of the areas. Development zones that act as organisers carry the name they are entered under.
 * Reading: the text names one organiser for its area and knows no exception; where the applicant names another, it says why (setting organiser.bySite).
 */
export const organiserOfTheArea = rule({
  id: 'organiserOfTheArea', law: 'Art. 7(2)', modality: 'usually',
  says: { zh: '由建设地点所在地的组织管理部门推荐', en: 'The organiser of the area of the base recommends it.' },
  holds: ({ site, organiser }: { site: string | undefined; organiser: string | undefined }) =>
    site === undefined || organiser === undefined ? undefined : site === organiser,
  otherwise: ({ site, organiser }) =>
    site === undefined || organiser === undefined
      ? { zh: '未填写建设地点或组织管理部门。', en: 'The site or the organiser is missing.' }
      : {
          zh: `建设地点 ${site} 不属于所选组织管理部门 ${organiser}，请说明。`,
          en: `The site ${site} is not in the area of organiser ${organiser}; explain.`,
        },
})
