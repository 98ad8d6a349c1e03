/**
 * 第八条  依托单位是中试基地建设和运行的具体负责单位。依托单位可以是单一的独立法人机构（或者特殊性质的科研院所等），也可以由
 * 多家单位联合组建。由多家单位联合组建的中试基地应明确主要牵头单位，并签定权责明确的合作协议。依托单位的主要职责是：
 * 1.负责中试基地的申报、日常运营和检查考核工作。
 * 2.落实安全、环保、保密等主体责任。
 * 3.保障中试基地科研活动所需的经费，提供科研及办公所需的场地、设备等基础设施。
 * 4.选聘各级人员，组建中试基地管理委员会，建立健全中试基地各项管理规章制度。
 * 5.提出中试基地名称、研究方向、发展目标、组织结构等方面的重大调整意见，并报组织管理部门和市科技局批准。
 *
 * Reading: 特殊性质 is shown by a document of the competent authority, never by the name alone (decision 0016).
 *
 * Reading: 权责明确 is reached when the agreement answers seven questions (decision 0017).
 */
import { rule } from '../../kernel/rule.ts'
import { joined } from '../../kernel/words.ts'
import type { Words } from '../../kernel/words.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 8, id: 'JZ-2023-A08', label: '第八条', chapter: chapters.duties,
  heading: { zh: '依托单位', en: 'The host' },
  text: [
    {
      text: '依托单位是中试基地建设和运行的具体负责单位。依托单位可以是单一的独立法人机构（或者特殊性质的科研院所等），也可以由多家单位联合组建。由多家单位联合组建的中试基地应明确主要牵头单位，并签定权责明确的合作协议。依托单位的主要职责是：',
    },
    { item: 1, text: '1.负责中试基地的申报、日常运营和检查考核工作。' },
    { item: 2, text: '2.落实安全、环保、保密等主体责任。' },
    { item: 3, text: '3.保障中试基地科研活动所需的经费，提供科研及办公所需的场地、设备等基础设施。' },
    { item: 4, text: '4.选聘各级人员，组建中试基地管理委员会，建立健全中试基地各项管理规章制度。' },
    { item: 5, text: '5.提出中试基地名称、研究方向、发展目标、组织结构等方面的重大调整意见，并报组织管理部门和市科技局批准。' },
  ],
  gloss: [
    'The host is the unit responsible for building and running the base. It may be a single independent legal person (or a research institute of a special nature and the like), or several units may build the base together. A jointly built base shall name its lead unit and sign a cooperation agreement with clear rights and duties. The main duties of the host are:',
    '1. It applies for the base, runs it from day to day, and answers for inspection and assessment.',
    '2. It carries the primary responsibility for safety, environmental protection and confidentiality.',
    '3. It secures the funds for the research of the base and provides premises, equipment and other infrastructure.',
    '4. It selects staff at all levels, forms the management committee and adopts the internal rules of the base.',
    '5. It proposes major changes of name, research direction, goals and organisation, and submits them to the organiser and the municipal S&T bureau for approval.',
  ],
  computable: true,
  readings: [
    {
      id: 'specialInstitute', decision: '0016', since: '2026-11-23',
      words: {
        zh: '“特殊性质的科研院所”须有其主管部门的文件；高校、院所的内设机构通过其法人单位申报。',
        en: 'A "research institute of a special nature" shows a document of its competent authority; internal departments apply through their legal person.',
      },
    },
    {
      id: 'clearAgreement', decision: '0017', since: '2026-11-23',
      words: {
        zh: '“权责明确”指协议写明牵头单位、投入、决策、收益与知识产权、费用、安全责任、退出七项。',
        en: '"Clear rights and duties" means that the agreement settles lead, contributions, decisions, benefits and IP, costs, safety and exit.',
      },
    },
  ],
}

/** `special`: a research institute of a special nature. `other`: branches, internal departments, natural persons. */
export type LegalForm = 'legalPerson' | 'special' | 'other'

/** `document`: the certificate of the legal person, or the document of the institute's competent authority. */
export const isLegalPerson = rule({
  id: 'isLegalPerson', law: 'Art. 8', modality: 'must',
  says: {
    zh: '依托单位是独立法人，或有主管部门文件的特殊性质科研院所',
    en: 'The host is an independent legal person, or a special institute with a document of its competent authority.',
  },
  holds: ({ legalForm, document }: { legalForm: LegalForm | undefined; document: boolean | undefined }) =>
    legalForm === 'other' ? false : legalForm === undefined ? undefined : document,
  otherwise: ({ legalForm }) => {
    switch (legalForm) {
      case undefined:
        return { zh: '未填写依托单位性质。', en: 'The kind of the host is not stated.' }
      case 'other':
        return {
          zh: '依托单位不是独立法人。请由其法人单位申报。',
          en: 'The host is not an independent legal person. Its legal person may apply.',
        }
      case 'special':
        return {
          zh: '缺少主管部门对特殊性质科研院所的文件。',
          en: "The competent authority's document on the special institute is missing.",
        }
      case 'legalPerson':
        return { zh: '未提供法人证书或营业执照（A01）。', en: 'The certificate of the legal person (A01) is not provided.' }
    }
  },
})

export const oneLeadNamed = rule({
  id: 'oneLeadNamed', law: 'Art. 8', modality: 'must',
  says: { zh: '联合组建的，明确一家牵头单位', en: 'A jointly built base names one lead unit.' },
  holds: ({ joint, leads }: { joint: boolean | undefined; leads: readonly string[] }) =>
    joint === undefined ? undefined : !joint || leads.length === 1,
  otherwise: ({ joint, leads }) =>
    joint === undefined
      ? { zh: '未填写是否联合组建。', en: 'It is not stated whether the base is built jointly.' }
      : leads.length === 0
        ? { zh: '未明确牵头单位。', en: 'No lead unit is named.' }
        : {
            zh: `列有 ${leads.length} 家牵头单位（${leads.join('、')}），只能有一家。`,
            en: `${leads.length} lead units are named (${leads.join(', ')}); there can be one.`,
          },
})

export const partnersConfirmed = rule({
  id: 'partnersConfirmed', law: 'Art. 8', modality: 'must',
  says: { zh: '各共建单位已确认合作协议', en: 'Every partner has confirmed the agreement.' },
  holds: ({ joint, partners }: { joint: boolean; partners: readonly { name: string; confirmed: boolean }[] }) =>
    !joint || (partners.length > 0 && partners.every(({ confirmed }) => confirmed)),
  otherwise: ({ partners }) => {
    const open = partners.filter(({ confirmed }) => !confirmed).map(({ name }) => name)
    return open.length === 0
      ? { zh: '申报为联合组建，但未列共建单位。', en: 'The base is joint, but no partner is listed.' }
      : { zh: `${open.join('、')}尚未确认合作协议。`, en: `Not yet confirmed by ${open.join(', ')}.` }
  },
})

/** What an agreement must settle to be clear on rights and duties. */
export const agreementItems = [
  { id: 'lead', words: { zh: '牵头单位', en: 'lead unit' } },
  { id: 'contributions', words: { zh: '各方投入', en: 'contributions' } },
  { id: 'decisions', words: { zh: '决策规则', en: 'how decisions are made' } },
  { id: 'benefits', words: { zh: '收益与知识产权', en: 'benefits and intellectual property' } },
  { id: 'costs', words: { zh: '费用分担', en: 'sharing of costs' } },
  { id: 'safety', words: { zh: '安全责任', en: 'responsibility for safety' } },
  { id: 'exit', words: { zh: '退出机制', en: 'exit' } },
] as const satisfies readonly { id: string; words: Words }[]

export type AgreementItem = (typeof agreementItems)[number]['id']

export const agreementClearOnDuties = rule({
  id: 'agreementClearOnDuties', law: 'Art. 8', modality: 'must',
  says: { zh: '联合组建的，已签订权责明确的合作协议', en: 'A jointly built base has an agreement that is clear on rights and duties.' },
  holds: ({ joint, agreement, items }: { joint: boolean; agreement: boolean; items: { readonly [Item in AgreementItem]?: boolean } }) => {
    if (!joint) return true
    if (!agreement || agreementItems.some(({ id }) => items[id] === false)) return false
    return agreementItems.every(({ id }) => items[id]) ? true : undefined
  },
  otherwise: ({ agreement, items }) => {
    if (!agreement) return { zh: '未提供合作协议（A02）。', en: 'The cooperation agreement (A02) is not provided.' }
    const missing = joined(
      agreementItems.filter(({ id }) => !items[id]).map(({ words }) => words),
      '、',
      ', '
    )
    return { zh: `协议未写明：${missing.zh}。`, en: `The agreement does not settle: ${missing.en}.` }
  },
})

export const committeeFormed = rule({
  id: 'committeeFormed', law: 'Art. 8(4)', modality: 'must',
  says: { zh: '已组建中试基地管理委员会', en: 'The management committee of the base is formed.' },
  holds: ({ members }: { members: number | undefined }) => (members === undefined ? undefined : members > 0),
  otherwise: () => ({ zh: '未列管理委员会成员。', en: 'No member of the management committee is listed.' }),
})

export const internalRulesAdopted = rule({
  id: 'internalRulesAdopted', law: 'Art. 8(4)', modality: 'must',
  says: { zh: '已建立中试基地各项管理规章制度', en: 'The internal rules of the base are adopted.' },
  holds: ({ rules }: { rules: number | undefined }) => (rules === undefined ? undefined : rules > 0),
  otherwise: () => ({ zh: '未提供管理制度（A09）。', en: 'The internal rules (A09) are not provided.' }),
})
