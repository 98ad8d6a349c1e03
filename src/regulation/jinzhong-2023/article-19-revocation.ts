/**
 * 第十九条  已认定的市级中试基地有下列情形的，撤销其资格：
 * 1.发生严重质量事故、安全事故或环保等事故的；
 * 2.有提供虚假材料或数据等严重失信行为的；
 * 3.无故不参加年度考核，或者连续2年考核结果为“差”的；
 * 4.已不再具备对外开展中试服务能力的。
 *
 * Reading: (1) 严重 is no statutory grade of accidents: people judge it (decision 0025).
 *
 * Reading: (3) 无故 is: no report after the written reminders, no approved deferral, no excuse (decision 0026).
 */
import type { Day } from '../../kernel/day.ts'
import { type Citation, rule } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { twoConsecutivePoor } from './article-18-grades.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 19, id: 'JZ-2023-A19', label: '第十九条', chapter: chapters.assessment,
  heading: { zh: '撤销情形', en: 'Grounds of revocation' },
  text: [
    { text: '已认定的市级中试基地有下列情形的，撤销其资格：' },
    { item: 1, text: '1.发生严重质量事故、安全事故或环保等事故的；' },
    { item: 2, text: '2.有提供虚假材料或数据等严重失信行为的；' },
    { item: 3, text: '3.无故不参加年度考核，或者连续2年考核结果为“差”的；' },
    { item: 4, text: '4.已不再具备对外开展中试服务能力的。' },
  ],
  gloss: [
    'A recognised municipal base has its qualification revoked if:',
    '1. a serious quality, safety or environmental accident or the like occurs;',
    '2. it provides false material or data or otherwise commits a serious act of dishonesty;',
    '3. it does not take part in the annual assessment without cause, or is graded "poor" in two consecutive years;',
    '4. it is no longer able to offer pilot services to others.',
  ],
  computable: true,
  readings: [
    {
      id: 'serious', decision: '0025', since: '2026-11-23',
      words: {
        zh: '“严重”不是事故的法定等级，由调查认定，不由平台推定。',
        en: '"Serious" is no statutory grade of accidents; the investigation finds it, the platform does not.',
      },
    },
    {
      id: 'withoutCause', decision: '0026', since: '2026-11-23',
      words: {
        zh: '“无故不参加”指经书面催报仍未报送、未获准缓考且无正当理由。',
        en: '"Without cause" means no report after the written reminders, no approved deferral and no excuse.',
      },
    },
  ],
}

/** The four grounds; every revocation names at least one. */
export const revocationGrounds = [
  {
    id: 'accident',
    law: 'Art. 19(1)',
    words: { zh: '发生严重质量、安全或环保事故', en: 'serious quality, safety or environmental accident' },
  },
  { id: 'falsehood', law: 'Art. 19(2)', words: { zh: '提供虚假材料或数据等严重失信', en: 'false material or data, serious dishonesty' } },
  { id: 'absence', law: 'Art. 19(3)', words: { zh: '无故不参加年度考核', en: 'absence from assessment without cause' } },
  { id: 'twicePoor', law: 'Art. 19(3)', words: { zh: '连续2年考核结果为“差”', en: 'graded poor in two consecutive years' } },
  { id: 'unable', law: 'Art. 19(4)', words: { zh: '不再具备对外开展中试服务能力', en: 'no longer able to offer pilot services' } },
] as const satisfies readonly { id: string; law: Citation; words: Words }[]

export type RevocationGround = (typeof revocationGrounds)[number]['id']

export const groundIsNamed = rule({
  id: 'groundIsNamed', law: 'Art. 19', modality: 'must',
  says: { zh: '撤销须有第十九条所列情形', en: 'A revocation names a ground of Art. 19.' },
  holds: ({ named }: { named: readonly string[] }) =>
    named.length > 0 && named.every((one) => revocationGrounds.some(({ id }) => id === one)),
  otherwise: () => ({ zh: '未选择第十九条所列情形。', en: 'No ground of Art. 19 is chosen.' }),
})

export const seriousAccident = rule<unknown>({
  id: 'seriousAccident', law: 'Art. 19(1)', modality: 'judgement',
  says: { zh: '发生严重质量事故、安全事故或环保等事故', en: 'A serious quality, safety or environmental accident has occurred.' },
  otherwise: () => ({
    zh: '是否“严重”由人判断，请写事故等级、责任认定和理由。',
    en: 'Seriousness is judged by people; give level, responsibility and reasons.',
  }),
})

export const seriousFalsehood = rule<unknown>({
  id: 'seriousFalsehood', law: 'Art. 19(2)', modality: 'judgement',
  says: { zh: '有提供虚假材料或数据等严重失信行为', en: 'False material or data were provided, or there is other serious dishonesty.' },
  otherwise: () => ({
    zh: '是否构成严重失信由人判断，请写调查事实和理由。',
    en: 'Serious dishonesty is judged by people; give the facts found and reasons.',
  }),
})

export type AbsenceFacts = {
  readonly reported: boolean
  readonly deferred: boolean
  /** `undefined` until somebody has asked the base why. */
  readonly excused: boolean | undefined
  /** Days by which the written reminders asked for the report. */
  readonly reminderDues: readonly Day[]
  readonly on: Day
  readonly remindersNeeded: number
}

/** A ground of revocation: it holds when the ground is there. */
export const absentWithoutCause = rule({
  id: 'absentWithoutCause', law: 'Art. 19(3)', modality: 'must',
  says: { zh: '无故不参加年度考核', en: 'The base was absent from the annual assessment without cause.' },
  holds: (facts: AbsenceFacts) => {
    if (facts.reported || facts.deferred || facts.excused || lapsed(facts) < facts.remindersNeeded) return false
    return facts.excused === false ? true : undefined
  },
  otherwise: (facts) => {
    if (facts.reported) return { zh: '已报送考核材料。', en: 'The report was filed.' }
    if (facts.deferred) return { zh: '已获准缓考。', en: 'A deferral was approved.' }
    if (facts.excused) return { zh: '有正当理由。', en: 'There is an excuse.' }
    return lapsed(facts) < facts.remindersNeeded
      ? {
          zh: `书面催报届期 ${lapsed(facts)} 次，应为 ${facts.remindersNeeded} 次。`,
          en: `${lapsed(facts)} of ${facts.remindersNeeded} written reminders have run out.`,
        }
      : { zh: '尚未核实有无正当理由。', en: 'Whether there is an excuse has not been asked.' }
  },
})

/** The day named in a reminder still belongs to the base. */
const lapsed = ({ reminderDues, on }: AbsenceFacts) => reminderDues.filter((due) => due < on).length

/** Arts. 18 and 19(3) say the same; this is the same rule under its second citation. */
export const twoConsecutivePoorRevokes = rule({ ...twoConsecutivePoor, id: 'twoConsecutivePoorRevokes', law: 'Art. 19(3)' })

export const noLongerAble = rule<unknown>({
  id: 'noLongerAble', law: 'Art. 19(4)', modality: 'judgement',
  says: { zh: '已不再具备对外开展中试服务能力', en: 'The base is no longer able to offer pilot services to others.' },
  otherwise: () => ({
    zh: '服务能力由人判断，请写场地、设备、人员和服务情况。',
    en: 'Ability is judged by people; state premises, equipment, staff and services.',
  }),
})
