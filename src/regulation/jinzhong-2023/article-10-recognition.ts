/**
 * 第十条  市科技局根据全市产业发展需要，择优认定相关领域的中试基地。具体认定流程为：
 * 1.依托单位根据本办法及相关文件要求，比照自身条件，向组织部门提出市级中试基地认定申请。
 * 2.组织管理部门受理申请，并根据本办法及相关文件组织对申请材料的真实性、完整性和规范性进行初审核实，审核通过后向市科技局推荐
 * 申请认定。
 * 3.市科技局对申报材料进行形式审查、会议评审，并进行现场考察。
 * 4.市科技局根据评审和现场考察结果，结合我市经济社会发展需要，择优批准建设中试基地，名单在市科技局门户网站公示。中试基地名称
 * 统一命名为“晋中市+核心研究方向+中试基地”。
 *
 * Reading: (1) 组织部门 is the same as 组织管理部门 in (2) (decision 0011).
 *
 * Reading: (4) 统一命名: the direction carries no name of a unit, person or place and no rank; one name is borne once (decision 0015).
 */
import type { Day } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import { joined } from '../../kernel/words.ts'
import type { Words } from '../../kernel/words.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 10, id: 'JZ-2023-A10', label: '第十条', chapter: chapters.application,
  heading: { zh: '认定流程', en: 'Procedure of recognition' },
  text: [
    { text: '市科技局根据全市产业发展需要，择优认定相关领域的中试基地。具体认定流程为：' },
    { item: 1, text: '1.依托单位根据本办法及相关文件要求，比照自身条件，向组织部门提出市级中试基地认定申请。' },
    {
      item: 2,
      text: '2.组织管理部门受理申请，并根据本办法及相关文件组织对申请材料的真实性、完整性和规范性进行初审核实，审核通过后向市科技局推荐申请认定。',
    },
    { item: 3, text: '3.市科技局对申报材料进行形式审查、会议评审，并进行现场考察。' },
    {
      item: 4,
      text: '4.市科技局根据评审和现场考察结果，结合我市经济社会发展需要，择优批准建设中试基地，名单在市科技局门户网站公示。中试基地名称统一命名为“晋中市+核心研究方向+中试基地”。',
    },
  ],
  gloss: [
    "The municipal S&T bureau recognises bases in the fields concerned on merit, according to the needs of the city's industries. The procedure is:",
    '1. The host applies to the organiser under these Measures and the documents concerned, comparing itself with the conditions.',
    '2. The organiser receives the application, verifies under these Measures and the documents concerned that the material is true, complete and in due form, and, when it is, recommends it to the municipal S&T bureau.',
    '3. The municipal S&T bureau examines the form of the material, holds a panel review and visits the site.',
    '4. On the results of review and visit, and with regard to the needs of the city\'s development, the municipal S&T bureau approves the building of bases on merit; the list is put on public notice on its portal. Bases are uniformly named "晋中市 + core research direction + 中试基地".',
  ],
  computable: true,
  readings: [
    {
      id: 'organiser', decision: '0011', since: '2026-11-23',
      words: {
        zh: '第一项“组织部门”与第二项“组织管理部门”为同一部门。',
        en: '"组织部门" in item 1 is the same department as "组织管理部门" in item 2.',
      },
    },
    {
      id: 'coreDirection', decision: '0015', since: '2026-11-23',
      words: {
        zh: '“核心研究方向”不含单位、人员、地方名称和级别用语；一个名称只用一次。',
        en: 'The "core research direction" contains no unit, person or place name and no rank; a name is used once.',
      },
    },
  ],
}

/** One question of a checklist. */
export type Question = { readonly id: string; readonly words: Words }

/** `unclear` (无法核实) is not verified. */
export type CheckAnswer = 'yes' | 'no' | 'unclear'

export type Checklist = { readonly asked: readonly Question[]; readonly answers: { readonly [id: string]: CheckAnswer | undefined } }

export type ThreeAspects = { readonly truth: Checklist; readonly completeness: Checklist; readonly form: Checklist }

export const threeAspectsVerified = rule({
  id: 'threeAspectsVerified', law: 'Art. 10(2)', modality: 'must',
  says: { zh: '已核实申请材料的真实性、完整性和规范性', en: 'The material is verified as true, complete and in due form.' },
  holds: (facts: ThreeAspects) => {
    const lists = [facts.truth, facts.completeness, facts.form]
    if (lists.some((list) => negative(list).length > 0)) return false
    return lists.some((list) => unanswered(list).length > 0) ? undefined : true
  },
  otherwise: (facts) =>
    joined(
      aspects.flatMap(({ key, zh, en }) => [
        ...listed(negative(facts[key]), { zh: `${zh}未获核实`, en: `${en} not verified` }),
        ...listed(unanswered(facts[key]), {
          zh: `${zh}待答 ${unanswered(facts[key]).length} 项`,
          en: `${en}, ${unanswered(facts[key]).length} unanswered`,
        }),
      ]),
      '',
      ' '
    ),
})

const aspects = [
  { key: 'truth', zh: '真实性', en: 'Truth' },
  { key: 'completeness', zh: '完整性', en: 'Completeness' },
  { key: 'form', zh: '规范性', en: 'Form' },
] as const

const negative = ({ asked, answers }: Checklist) => asked.filter(({ id }) => answers[id] === 'no' || answers[id] === 'unclear')
const unanswered = ({ asked, answers }: Checklist) => asked.filter(({ id }) => answers[id] === undefined)
const listed = (questions: readonly { readonly words: Words }[], head: Words): Words[] => {
  if (questions.length === 0) return []
  const { zh, en } = joined(
    questions.map(({ words }) => words),
    '、',
    '; '
  )
  return [{ zh: `${head.zh}：${zh}。`, en: `${head.en}: ${en}.` }]
}

export const supplementsAnswered = rule({
  id: 'supplementsAnswered', law: 'Art. 10(2)', modality: 'must',
  says: { zh: '补正告知的各项均已答复', en: 'Every item of the supplement notice is answered.' },
  holds: ({ items }: { items: readonly { readonly no: number; readonly answered: boolean }[] }) => items.every(({ answered }) => answered),
  otherwise: ({ items }) => {
    const open = items.filter(({ answered }) => !answered).map(({ no }) => no)
    return { zh: `补正告知第 ${open.join('、')} 项未答复。`, en: `Not answered: item ${open.join(', ')} of the notice.` }
  },
})

/** Formal examination: `hardFail` items can neither be supplemented nor waived (a setting says which). */
export type FormItem = { readonly code: string; readonly words: Words; readonly hardFail: boolean }
export type FormAnswer = 'meets' | 'supplement' | 'fails' | 'notApplicable'
export type FormFacts = { readonly items: readonly FormItem[]; readonly answers: { readonly [code: string]: FormAnswer | undefined } }

export const formItemsAnswered = rule({
  id: 'formItemsAnswered', law: 'Art. 10(3)', modality: 'must',
  says: {
    zh: '形式审查各项均有结论，且无不可补正的不符合项',
    en: 'Every item of the formal examination is answered and none fails beyond supplement.',
  },
  holds: (facts: FormFacts) => (failedHard(facts).length > 0 ? false : open(facts).length > 0 ? undefined : true),
  otherwise: (facts) =>
    joined(
      [
        ...listed(failedHard(facts).map(coded), { zh: '不可补正的不符合项', en: 'Failed beyond supplement' }),
        ...listed(open(facts).map(coded), { zh: `待答 ${open(facts).length} 项`, en: `${open(facts).length} unanswered` }),
      ],
      '',
      ' '
    ),
})

const failedHard = ({ items, answers }: FormFacts) =>
  items.filter(({ code, hardFail }) => hardFail && answers[code] !== undefined && answers[code] !== 'meets')
const open = ({ items, answers }: FormFacts) => items.filter(({ code }) => answers[code] === undefined)
const coded = ({ code, words }: FormItem) => ({ words: { zh: `${code} ${words.zh}`, en: `${code} ${words.en}` } })

/** A rejection for form names what fails. */
export const formItemFails = rule({
  id: 'formItemFails', law: 'Art. 10(3)', modality: 'must',
  says: { zh: '形式审查至少有一项不符合', en: 'At least one item of the formal examination fails.' },
  holds: ({ items, answers }: FormFacts) => items.some(({ code }) => answers[code] === 'fails'),
  otherwise: () => ({ zh: '没有不符合项，不能以形式审查为由退出。', en: 'No item fails; the form is no ground to reject.' }),
})

export const panelHeld = rule({
  id: 'panelHeld', law: 'Art. 10(3)', modality: 'must',
  says: { zh: '已进行会议评审并形成结果', en: 'The panel review is held and concluded.' },
  holds: ({ concludedOn }: { concludedOn: Day | undefined }) => concludedOn !== undefined,
  otherwise: () => ({ zh: '会议评审尚未形成结果。', en: 'The panel review is not concluded.' }),
})

export const siteVisited = rule({
  id: 'siteVisited', law: 'Art. 10(3)', modality: 'must',
  says: { zh: '已进行现场考察', en: 'The site is visited.' },
  holds: ({ visitedOn }: { visitedOn: Day | undefined }) => visitedOn !== undefined,
  otherwise: () => ({ zh: '尚未进行现场考察。', en: 'The site has not been visited.' }),
})

/** The middle of "晋中市…中试基地", or undefined where the frame is not kept. */
export const coreDirectionOf = (name: string): string | undefined => /^晋中市(.+)中试基地$/u.exec(name)?.[1]

export const nameOf = (coreDirection: string) => `晋中市${coreDirection}中试基地`

/** Lengths are settings; the names of hosts, people and places are whatever the caller knows. */
export type NameFacts = {
  readonly name: string | undefined
  readonly minChars: number
  readonly maxChars: number
  readonly hosts: readonly string[]
  readonly people: readonly string[]
  readonly places: readonly string[]
}

export const nameFollowsPattern = rule({
  id: 'nameFollowsPattern', law: 'Art. 10(4)', modality: 'must',
  says: { zh: '名称为“晋中市+核心研究方向+中试基地”', en: 'The name is "晋中市 + core research direction + 中试基地".' },
  holds: (facts: NameFacts) => (facts.name ? flaws(facts).length === 0 : undefined),
  otherwise: (facts) => (facts.name ? joined(flaws(facts), '', ' ') : { zh: '未填写中试基地名称。', en: 'The base has no name yet.' }),
})

const unitWords = ['公司', '集团', '工厂', '大学', '学院', '研究院', '研究所', '合作社', '事务所']
const rankWords = ['国家', '全国', '世界级', '部级', '省级', '市级', '县级', '区级']

function flaws({ name = '', minChars, maxChars, hosts, people, places }: NameFacts): Words[] {
  const core = coreDirectionOf(name)
  if (core === undefined)
    return [{ zh: '名称应以“晋中市”开头、以“中试基地”结尾。', en: 'The name begins with 晋中市 and ends with 中试基地.' }]
  const length = [...core].length
  const found: Words[] = []
  if (length < minChars || length > maxChars) {
    found.push({
      zh: `核心研究方向 ${length} 字，应为 ${minChars} 至 ${maxChars} 字。`,
      en: `The direction has ${length} characters; ${minChars} to ${maxChars} are allowed.`,
    })
  }
  const carries = (words: readonly string[], zh: string, en: string) => {
    const hits = words.filter((word) => word !== '' && core.includes(word))
    if (hits.length > 0)
      found.push({ zh: `核心研究方向含${zh}“${hits.join('”“')}”。`, en: `The direction contains ${en} ${hits.join(', ')}.` })
  }
  carries([...unitWords, ...hosts.map(tradeName)], '单位名称', 'a unit name:')
  carries(rankWords, '级别用语', 'a rank:')
  carries(people, '人员姓名', "a person's name:")
  carries(places, '地方名称', 'a place name:')
  return found
}

/** "晋中禾川液压件有限公司" → "禾川液压件"; too short a rest names nobody. */
const tradeName = (host: string) => {
  const rest = host.replace(/^(山西省?)?(晋中市?)?/u, '').replace(/(科技|实业|集团)*(股份)?(有限)?(责任)?公司$/u, '')
  return [...rest].length >= 2 ? rest : host
}

export const nameIsUnique = rule({
  id: 'nameIsUnique', law: 'Art. 10(4)', modality: 'must',
  says: { zh: '名称未被其他中试基地使用', en: 'No other base bears the name.' },
  holds: ({ name, taken }: { name: string | undefined; taken: readonly string[] }) =>
    name ? !taken.map(plain).includes(plain(name)) : undefined,
  otherwise: ({ name }) =>
    name
      ? { zh: `“${name}”已被使用，请调整核心研究方向。`, en: `"${name}" is taken; choose another direction.` }
      : { zh: '未填写中试基地名称。', en: 'The base has no name yet.' },
})

/** Full-width letters and spaces do not make another name. */
const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()

export const meritChosen = rule<unknown>({
  id: 'meritChosen', law: 'Art. 10(4)', modality: 'judgement',
  says: {
    zh: '根据评审和现场考察结果，结合我市经济社会发展需要，择优',
    en: 'Chosen on merit, on review and visit and with regard to the needs of the city.',
  },
  otherwise: () => ({
    zh: '“择优”“结合经济社会发展需要”由人判断，请写理由。',
    en: 'Merit and the needs of the city are judged by people; give reasons.',
  }),
})

export const publicNoticeHeld = rule({
  id: 'publicNoticeHeld', law: 'Art. 10(4)', modality: 'must',
  says: { zh: '名单已在市科技局门户网站公示，无未办结的异议', en: 'The list was on public notice and no objection is open.' },
  holds: ({ closedOn, openObjections }: { closedOn: Day | undefined; openObjections: number }) =>
    closedOn !== undefined && openObjections === 0,
  otherwise: ({ closedOn, openObjections }) =>
    closedOn === undefined
      ? { zh: '公示尚未结束。', en: 'The public notice has not ended.' }
      : { zh: `有 ${openObjections} 件异议未办结。`, en: `${openObjections} objection(s) are not concluded.` },
})
