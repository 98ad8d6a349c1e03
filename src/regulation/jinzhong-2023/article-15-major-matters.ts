/**
 * 第十五条  市级中试基地实行重大事项申报、审批制度。重大事项由中试基地提出申请，依托单位报其组织管理部门审定后报市科技局审批
 * 。
 *
 * Reading: 重大事项 is not defined; Art. 8(5) names four, the catalogue M01–M16 adds what changes them in substance (decision 0023).
 */
import type { Day } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 15, id: 'JZ-2023-A15', label: '第十五条', chapter: chapters.operation,
  heading: { zh: '重大事项', en: 'Major matters' },
  text: [{ text: '市级中试基地实行重大事项申报、审批制度。重大事项由中试基地提出申请，依托单位报其组织管理部门审定后报市科技局审批。' }],
  gloss: [
    'Municipal bases are subject to application and approval of major matters. The base applies; the host submits to its organiser for examination, then to the municipal S&T bureau for approval.',
  ],
  computable: true,
  readings: [
    {
      id: 'matters', decision: '0023', since: '2026-11-23',
      words: {
        zh: '“重大事项”以第八条（五）所列四类为限，并含实质改变其内容的事项，按目录 M01–M16 办理。',
        en: '"Major matters" are the four kinds of Art. 8(5) and what changes them in substance, as in catalogue M01–M16.',
      },
    },
  ],
}

export const submittedByHost = rule({
  id: 'submittedByHost', law: 'Art. 15', modality: 'must',
  says: { zh: '重大事项由中试基地提出，依托单位上报', en: 'The base applies and the host submits the matter.' },
  holds: ({ appliedOn, endorsedOn }: { appliedOn: Day | undefined; endorsedOn: Day | undefined }) =>
    appliedOn !== undefined && endorsedOn !== undefined && appliedOn <= endorsedOn,
  otherwise: ({ appliedOn }) =>
    appliedOn === undefined
      ? { zh: '中试基地尚未提出申请。', en: 'The base has not applied.' }
      : { zh: '依托单位尚未上报。', en: 'The host has not submitted it.' },
})

export const examinedByOrganiser = rule({
  id: 'examinedByOrganiser', law: 'Art. 15', modality: 'must',
  says: { zh: '组织管理部门已审定', en: 'The organiser has examined the matter.' },
  holds: ({ examinedOn }: { examinedOn: Day | undefined }) => examinedOn !== undefined,
  otherwise: () => ({ zh: '组织管理部门尚未审定。', en: 'The organiser has not examined it.' }),
})
