/**
 * 第十六条  市级中试基地实行年度考核制度。中试基地每年底报送考核自评报告和下年度工作计划，经依托单位和组织管理部门审核后报市
 * 科技局。市科技局组织对中试基地进行年度考核。
 */
import type { Day } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import { joined } from '../../kernel/words.ts'
import type { Words } from '../../kernel/words.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 16, id: 'JZ-2023-A16', label: '第十六条', chapter: chapters.assessment,
  heading: { zh: '年度考核', en: 'Annual assessment' },
  text: [
    {
      text: '市级中试基地实行年度考核制度。中试基地每年底报送考核自评报告和下年度工作计划，经依托单位和组织管理部门审核后报市科技局。市科技局组织对中试基地进行年度考核。',
    },
  ],
  gloss: [
    'Municipal bases are assessed every year. At the end of each year a base submits its self-assessment report and its work plan for the next year; after examination by the host and the organiser they go to the municipal S&T bureau, which organises the annual assessment.',
  ],
  computable: true,
  readings: [],
}

export const reportAndPlanFiled = rule({
  id: 'reportAndPlanFiled', law: 'Art. 16', modality: 'must',
  says: { zh: '已报送考核自评报告和下年度工作计划', en: 'The self-assessment report and the plan for next year are filed.' },
  holds: ({ report, plan }: { report: boolean; plan: boolean }) => report && plan,
  otherwise: ({ report, plan }) => {
    const missing: Words[] = []
    if (!report) missing.push({ zh: '考核自评报告', en: 'self-assessment report' })
    if (!plan) missing.push({ zh: '下年度工作计划', en: 'plan for next year' })
    const { zh, en } = joined(missing, '、', ' and ')
    return { zh: `缺少${zh}。`, en: `Missing: ${en}.` }
  },
})

export const hostAndOrganiserExamined = rule({
  id: 'hostAndOrganiserExamined', law: 'Art. 16', modality: 'must',
  says: { zh: '依托单位和组织管理部门已审核', en: 'Host and organiser have examined the report.' },
  holds: ({ hostOn, organiserOn }: { hostOn: Day | undefined; organiserOn: Day | undefined }) =>
    hostOn !== undefined && organiserOn !== undefined,
  otherwise: ({ hostOn }) =>
    hostOn === undefined
      ? { zh: '依托单位尚未审核。', en: 'The host has not examined it.' }
      : { zh: '组织管理部门尚未审核。', en: 'The organiser has not examined it.' },
})
