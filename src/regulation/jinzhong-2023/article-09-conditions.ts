/**
 * 第九条  申报市级中试基地必须满足下列条件：
 * 1.依托单位未发生司法、行政机关认定的严重违法失信行为。
 * 2.所涉领域紧密围绕我市传统优势产业或已确定发展的新兴产业，依托单位有较强的科研实力和科技成果转移转化能力。
 * 3.有必要的建设经费和运行经费来源。
 * 4.具有承担中试试验任务所必需的专用设备、场地及配套设施，实验场地相对集中，符合国家环保、消防等相关要求，并且能够统一管理、
 * 规范开放。
 * 5.具有较高水平的管理队伍和结构合理的专业技术队伍。
 *
 * Reading: (1) gives no look-back: the period is a setting; a record repaired by the day is no longer a finding (decision 0018).
 *
 * Reading: (2) 领域 is computed against the city's list; 紧密围绕 and 较强 are judged by people (decision 0019).
 */
import { type Day, plusMonths } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import { joined } from '../../kernel/words.ts'
import type { Words } from '../../kernel/words.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 9, id: 'JZ-2023-A09', label: '第九条', chapter: chapters.application,
  heading: { zh: '申报条件', en: 'Conditions of application' },
  text: [
    { text: '申报市级中试基地必须满足下列条件：' },
    { item: 1, text: '1.依托单位未发生司法、行政机关认定的严重违法失信行为。' },
    { item: 2, text: '2.所涉领域紧密围绕我市传统优势产业或已确定发展的新兴产业，依托单位有较强的科研实力和科技成果转移转化能力。' },
    { item: 3, text: '3.有必要的建设经费和运行经费来源。' },
    {
      item: 4,
      text: '4.具有承担中试试验任务所必需的专用设备、场地及配套设施，实验场地相对集中，符合国家环保、消防等相关要求，并且能够统一管理、规范开放。',
    },
    { item: 5, text: '5.具有较高水平的管理队伍和结构合理的专业技术队伍。' },
  ],
  gloss: [
    'An application for a municipal base must meet the following conditions:',
    '1. The host has committed no serious violation or act of dishonesty found by a court or an administrative authority.',
    "2. The field closely follows the city's traditional leading industries or the emerging industries it has decided to develop; the host has considerable research strength and ability to transfer research results.",
    '3. The necessary funds for construction and operation have a source.',
    "4. It has the dedicated equipment, premises and supporting facilities needed for pilot-scale tests; the test premises are relatively concentrated, meet the State's requirements on environment, fire safety and the like, and can be managed as one and opened in an orderly way.",
    '5. It has a management team of a fairly high level and a professional technical team of sound structure.',
  ],
  computable: true,
  readings: [
    {
      id: 'dishonesty', decision: '0018', since: '2026-11-23',
      words: {
        zh: '查询期内经认定且尚未修复的严重违法失信，才作为不符合的依据；查询期为系统配置规则。',
        en: 'Only a finding within the look-back period that is not yet repaired counts; the period is a setting.',
      },
    },
    {
      id: 'listedField', decision: '0019', since: '2026-11-23',
      words: {
        zh: '所涉领域以本市公布的领域目录为准；契合程度与科研实力由人判断。',
        en: "The field is checked against the city's list; how close it is, and research strength, are judged by people.",
      },
    },
  ],
}

/** A serious violation or act of dishonesty, as a court or an administrative authority found it. */
export type Finding = {
  readonly by: 'court' | 'administration'
  readonly what: string
  readonly foundOn: Day
  readonly repairedOn?: Day | null
}

/** `findings` is undefined until somebody has looked; `reportOn` is the date of the credit report. */
export type CreditFacts = {
  readonly findings: readonly Finding[] | undefined
  readonly reportOn: Day | undefined
  readonly on: Day
  readonly lookbackYears: number
}

export const noSeriousDishonesty = rule({
  id: 'noSeriousDishonesty', law: 'Art. 9(1)', modality: 'must',
  says: {
    zh: '依托单位未发生司法、行政机关认定的严重违法失信行为',
    en: 'The host has no serious violation or dishonesty found by a court or an administrative authority.',
  },
  holds: (facts: CreditFacts) => (facts.findings === undefined || !facts.reportOn ? undefined : standing(facts).length === 0),
  otherwise: (facts) => {
    if (!facts.reportOn) return { zh: '未提供信用报告（A11）。', en: 'The credit report (A11) is not provided.' }
    if (facts.findings === undefined) return { zh: '尚未查询信用记录。', en: 'The credit records have not been checked yet.' }
    const found = standing(facts).map(({ what, foundOn }) => `${foundOn} ${what}`)
    return {
      zh: `近 ${facts.lookbackYears} 年内有认定且未修复：${found.join('；')}。`,
      en: `Found within ${facts.lookbackYears} years and not repaired: ${found.join('; ')}.`,
    }
  },
})

/** Exactly `lookbackYears` ago is outside: the period begins the day after. */
const standing = ({ findings = [], on, lookbackYears }: CreditFacts) =>
  findings.filter(
    ({ foundOn, repairedOn }) => foundOn > plusMonths(on, -12 * lookbackYears) && foundOn <= on && !(repairedOn && repairedOn <= on)
  )

export const fieldIsListed = rule({
  id: 'fieldIsListed', law: 'Art. 9(2)', modality: 'must',
  says: {
    zh: '所涉领域属于我市传统优势产业或已确定发展的新兴产业',
    en: "The field belongs to the city's traditional leading or chosen emerging industries.",
  },
  holds: ({ field, listed }: { field: string | undefined; listed: readonly string[] }) =>
    field === undefined ? undefined : listed.includes(field),
  otherwise: ({ field }) =>
    field === undefined
      ? { zh: '未选择所属领域。', en: 'No field is chosen.' }
      : { zh: '所选领域不在本市领域目录内。', en: "The chosen field is not on the city's list." },
})

export const researchStrength = rule<unknown>({
  id: 'researchStrength', law: 'Art. 9(2)', modality: 'judgement',
  says: {
    zh: '紧密围绕我市产业，依托单位有较强的科研实力和成果转移转化能力',
    en: "The field closely follows the city's industries; the host has considerable strength in research and transfer.",
  },
  otherwise: () => ({
    zh: '契合程度与科研实力由人判断，请写理由。',
    en: 'Closeness and research strength are judged by people; give reasons.',
  }),
})

export type Fund = { readonly source: string; readonly amount: number }

export const fundsSecured = rule({
  id: 'fundsSecured', law: 'Art. 9(3)', modality: 'must',
  says: { zh: '有必要的建设经费和运行经费来源', en: 'Funds for construction and operation have a source.' },
  holds: ({ construction, operation }: { construction: readonly Fund[] | undefined; operation: readonly Fund[] | undefined }) => {
    if ((construction && !funded(construction)) || (operation && !funded(operation))) return false
    return construction && operation ? true : undefined
  },
  otherwise: ({ construction, operation }) => {
    const lacking: Words[] = []
    if (!construction || !funded(construction)) lacking.push({ zh: '建设经费', en: 'construction' })
    if (!operation || !funded(operation)) lacking.push({ zh: '运行经费', en: 'operation' })
    const { zh, en } = joined(lacking, '、', ' and ')
    return { zh: `${zh}未列来源和金额。`, en: `No source and amount is given for ${en}.` }
  },
})

const funded = (funds: readonly Fund[]) => funds.some(({ amount }) => amount > 0)

/** `undefined`: not filled in yet. `environment` and `fire`: the papers are there, or an exemption is explained. */
export type PremisesFacts = {
  readonly dedicatedEquipment: number | undefined
  readonly area: number | undefined
  readonly concentrated: boolean | undefined
  readonly managedAsOne: boolean | undefined
  readonly environment: boolean | undefined
  readonly fire: boolean | undefined
}

export const equipmentAndSite = rule({
  id: 'equipmentAndSite', law: 'Art. 9(4)', modality: 'must',
  says: {
    zh: '有专用设备、场地及配套设施，场地相对集中，符合环保、消防要求，能统一管理、规范开放',
    en: 'Dedicated equipment and premises exist, are concentrated, meet environmental and fire rules, and can be managed as one and opened.',
  },
  holds: (facts: PremisesFacts) => {
    const answers = premises.map(({ met }) => met(facts))
    return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
  },
  otherwise: (facts) => {
    const failed = premises.filter(({ met }) => met(facts) === false).map(({ lacks }) => lacks)
    const open = premises.filter(({ met }) => met(facts) === undefined).map(({ lacks }) => lacks)
    const parts: Words[] = []
    if (failed.length > 0) parts.push(phrase(failed, '不符合', 'Not met'))
    if (open.length > 0) parts.push(phrase(open, '未填写', 'Not filled in'))
    return joined(parts, '', ' ')
  },
})

const premises: readonly { lacks: Words; met: (facts: PremisesFacts) => boolean | undefined }[] = [
  {
    lacks: { zh: '专用设备', en: 'dedicated equipment' },
    met: ({ dedicatedEquipment }) => (dedicatedEquipment === undefined ? undefined : dedicatedEquipment > 0),
  },
  { lacks: { zh: '实验场地', en: 'premises' }, met: ({ area }) => (area === undefined ? undefined : area > 0) },
  { lacks: { zh: '场地相对集中', en: 'concentrated premises' }, met: ({ concentrated }) => concentrated },
  { lacks: { zh: '统一管理、规范开放', en: 'management as one, open in an orderly way' }, met: ({ managedAsOne }) => managedAsOne },
  { lacks: { zh: '环保手续', en: 'environmental papers' }, met: ({ environment }) => environment },
  { lacks: { zh: '消防手续', en: 'fire-safety papers' }, met: ({ fire }) => fire },
]

const phrase = (list: readonly Words[], zh: string, en: string): Words => {
  const all = joined(list, '、', ', ')
  return { zh: `${zh}：${all.zh}。`, en: `${en}: ${all.en}.` }
}

export const teamLevel = rule<unknown>({
  id: 'teamLevel', law: 'Art. 9(5)', modality: 'judgement',
  says: {
    zh: '有较高水平的管理队伍和结构合理的专业技术队伍',
    en: 'The management team is of a fairly high level and the technical team of sound structure.',
  },
  otherwise: () => ({
    zh: '队伍水平与结构由人判断，请写理由。',
    en: 'Level and structure of the team are judged by people; give reasons.',
  }),
})
