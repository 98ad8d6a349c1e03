/**
 * 第四条  中试基地的主要任务有：
 * 1.服务我市传统优势产业或已确定发展的新兴产业相关科技成果向生产效益的转化需要，承担行业重要科研成果的中试研究，为企业提供规
 * 模化应用科技成果提供技术支持。
 * 2.面向社会实行开放服务，接受行业、部门以及企业、科研机构和高等院校等单位委托的中试研究、设计和试验任务，并提供技术咨询服务
 * 。
 * 3.承担我市科技研发人员、工程技术人才的培养培训工作。
 * 4.开展科技合作与交流，举办产业科技成果转移转化交流会或活动。
 */
import { joined } from '../../kernel/words.ts'
import type { Words } from '../../kernel/words.ts'
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 4, id: 'JZ-2023-A04', label: '第四条', chapter: chapters.general,
  heading: { zh: '主要任务', en: 'Main tasks' },
  text: [
    { text: '中试基地的主要任务有：' },
    {
      item: 1,
      text: '1.服务我市传统优势产业或已确定发展的新兴产业相关科技成果向生产效益的转化需要，承担行业重要科研成果的中试研究，为企业提供规模化应用科技成果提供技术支持。',
    },
    {
      item: 2,
      text: '2.面向社会实行开放服务，接受行业、部门以及企业、科研机构和高等院校等单位委托的中试研究、设计和试验任务，并提供技术咨询服务。',
    },
    { item: 3, text: '3.承担我市科技研发人员、工程技术人才的培养培训工作。' },
    { item: 4, text: '4.开展科技合作与交流，举办产业科技成果转移转化交流会或活动。' },
  ],
  gloss: [
    'The main tasks of a pilot base are:',
    "1. To serve the transfer of results in the city's traditional leading or chosen emerging industries, undertake pilot-scale research on important results of an industry, and support enterprises in applying them at scale.",
    '2. To be open to society: to accept commissions for pilot-scale research, design and tests from industries, departments, enterprises, research institutions, universities and other units, and to give technical advice.',
    "3. To train the city's researchers and engineers.",
    '4. To cooperate and exchange in science and technology and to hold meetings or activities on the transfer of industrial results.',
  ],
  computable: true,
  readings: [],
}

/** The four tasks; services, training and events are filed under them. */
export const tasks = [
  { item: 1, id: 'pilotResearch', words: { zh: '承担中试研究', en: 'pilot-scale research' } },
  { item: 2, id: 'openService', words: { zh: '开放服务与技术咨询', en: 'open service and advice' } },
  { item: 3, id: 'training', words: { zh: '人才培养培训', en: 'training' } },
  { item: 4, id: 'exchange', words: { zh: '科技合作与交流', en: 'cooperation and exchange' } },
] as const satisfies readonly { item: number; id: string; words: Words }[]

export type Task = (typeof tasks)[number]['id']

/** The text sets no amount, so that a task without any record only asks for an explanation. */
export const everyTaskServed = rule({
  id: 'everyTaskServed', law: 'Art. 4', modality: 'usually',
  says: { zh: '近一年四项主要任务均有记录', en: 'Each of the four tasks has a record within the year.' },
  holds: ({ records }: { records: { readonly [T in Task]?: number } | undefined }) => records && idle(records).length === 0,
  otherwise: ({ records }) => {
    if (!records) return { zh: '尚无任务记录。', en: 'No record of the tasks yet.' }
    const { zh, en } = joined(
      idle(records).map(({ words }) => words),
      '、',
      ', '
    )
    return { zh: `近一年无记录：${zh}。请说明。`, en: `No record within the year: ${en}. Please explain.` }
  },
})

const idle = (records: { readonly [T in Task]?: number }) => tasks.filter(({ id }) => !(records[id] ?? 0))
