/**
 * The rubric of the panel review, version 2026-1: 18 items, 100 points. It is a setting, not the text: Art. 10(3) asks for a review
 * and Art. 9 says what of; the weights are ours, calibrated on rubrics of comparable places. A case keeps the version it began with.
 */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

export type BandId = 'A' | 'B' | 'C' | 'D'

/** Points from `most` down to `least`, both included. */
export type Band = { readonly id: BandId; readonly most: number; readonly least: number; readonly words: Words }

export type RubricItem = { readonly id: string; readonly points: number; readonly words: Words; readonly bands: readonly Band[] }

export type Dimension = {
  readonly no: number
  readonly points: number
  readonly words: Words
  readonly law: Basis
  readonly items: readonly RubricItem[]
}

type Pair = readonly [zh: string, en: string]

/** How an item's points fall into four bands: the least points of A, B and C; D goes to 0. */
const leasts: Readonly<Record<number, readonly [number, number, number]>> = {
  9: [8, 6, 3], 8: [7, 5, 2], 7: [6, 4, 2], 6: [5, 4, 2], 5: [5, 3, 1], 4: [4, 3, 1], 3: [3, 2, 1],
}

function item(id: string, points: number, name: Pair, anchors: readonly [Pair, Pair, Pair, Pair]): RubricItem {
  const [a, b, c] = leasts[points]!
  const edges = [[points, a], [a - 1, b], [b - 1, c], [c - 1, 0]] as const
  const ids = ['A', 'B', 'C', 'D'] as const
  return {
    id, points, words: { zh: name[0], en: name[1] },
    bands: ids.map((band, at) => {
      const [[most, least], [zh, en]] = [edges[at]!, anchors[at]!]
      return { id: band, most, least, words: { zh, en } }
    }),
  }
}

const dimensions: readonly Dimension[] = [
  { no: 1, points: 15, law: 'Art. 9(2)', words: { zh: '定位与需求', en: 'Position and demand' }, items: [
    item('1.1', 6, ['与我市传统优势、新兴产业契合度', 'Fit with the city\'s industries'], [
      ['主攻重点产业链，有明确短板', 'A key chain and a definite gap in it'], ['较契合，短板基本明确', 'A fair fit, the gap largely clear'],
      ['契合一般，短板不清', 'A loose fit, the gap unclear'], ['不契合', 'No fit']]),
    item('1.2', 5, ['中试需求真实性（意向客户、需求清单）', 'Demand shown (interested clients, list of needs)'], [
      ['五家以上书面需求', 'Written demand of five or more'], ['三至四家', 'Of three or four'], ['一至二家', 'Of one or two'], ['没有书面需求', 'None']]),
    item('1.3', 4, ['方向唯一性，不重复建设', 'A direction of its own'], [
      ['市内无同类，边界清楚', 'None like it in the city, clearly bounded'], ['少量交叉，分工明确', 'Little overlap, work divided'],
      ['交叉较多，分工不清', 'Much overlap, unclear division'], ['与在册基地重复', 'Duplicates a registered base']]),
  ] },
  { no: 2, points: 20, law: 'Art. 9(4)', words: { zh: '条件与设施', en: 'Conditions and facilities' }, items: [
    item('2.1', 6, ['场地面积、集中度、独立管理', 'Area, concentration, own management'], [
      ['面积充裕，集中，独立管理', 'Ample, in one place, managed apart'], ['达到参考线，基本集中', 'At the reference line, largely together'],
      ['略低于参考线或较分散', 'Somewhat below, or scattered'], ['不能满足中试', 'Not fit for pilot work']]),
    item('2.2', 9, ['设备原值与专用性、中试线完整度', 'Equipment: value, dedication, completeness of the line'], [
      ['成套且可独立运行，覆盖主要工序', 'A complete line that runs alone and covers the main steps'],
      ['主要工序具备，缺少一至两道', 'Main steps present, one or two missing'],
      ['以通用设备为主，线体不完整', 'Mostly general equipment, an incomplete line'], ['不能支撑中试', 'Cannot carry pilot work']]),
    item('2.3', 5, ['安全、环保、消防合规与配套', 'Safety, environment, fire: papers and facilities'], [
      ['手续齐全，设施到位并有记录', 'All papers, facilities in place and recorded'], ['手续齐全，设施有小项待补', 'All papers, small gaps in facilities'],
      ['个别手续办理中', 'A paper still pending'], ['缺关键手续（另答一票否决）', 'A key paper missing (answer the veto too)']]),
  ] },
  { no: 3, points: 15, law: 'Art. 9(5)', words: { zh: '队伍与组织', en: 'Team and organisation' }, items: [
    item('3.1', 6, ['主任与核心团队工程化经验', 'Engineering experience of director and core team'], [
      ['主持过同类放大并转产', 'Has led a like scale-up into production'], ['参与过同类放大', 'Has taken part in one'],
      ['以实验室研究为主', 'Mostly laboratory research'], ['无相关经验', 'No such experience']]),
    item('3.2', 5, ['人员结构（全职数、本科或中级以上占比）', 'Structure of staff'], [
      ['全职与占比均明显高于参考线', 'Both well above the reference lines'], ['均达到参考线', 'Both at the lines'],
      ['一项低于参考线', 'One below'], ['两项均低于参考线', 'Both below']]),
    item('3.3', 4, ['管理委员会、主任负责制、人财物相对独立', 'Committee, director\'s responsibility, relative independence'], [
      ['制度齐全并有运行记录', 'Rules complete and lived'], ['制度齐全，刚开始运行', 'Rules complete, just begun'],
      ['制度不全', 'Rules incomplete'], ['未建立', 'None']]),
  ] },
  { no: 4, points: 20, law: 'Art. 9(2)', words: { zh: '技术与转化能力', en: 'Technology and transfer' }, items: [
    item('4.1', 8, ['工程化、放大技术水平与成熟度', 'Level and maturity of scale-up technology'], [
      ['放大倍数和工艺包达行业先进', 'Scale-up and process packages lead the industry'], ['能稳定放大，有工艺包', 'Stable scale-up with process packages'],
      ['能放大，数据不充分', 'Scale-up with thin data'], ['停留在小试', 'Still bench scale']]),
    item('4.2', 7, ['知识产权、标准、既往转化案例', 'IP, standards, past transfers'], [
      ['有转产案例和自有核心专利', 'Transfers into production and own core patents'], ['有转化案例或核心专利之一', 'One of the two'],
      ['有一般知识产权', 'Ordinary IP only'], ['没有', 'None']]),
    item('4.3', 5, ['承担行业共性中试任务能力', 'Ability for common tasks of the industry'], [
      ['已承担行业共性任务', 'Already does such tasks'], ['具备条件并有意向任务', 'Equipped, with tasks in prospect'],
      ['只能服务本单位同类任务', 'Only tasks like the host\'s own'], ['不具备', 'Not able']]),
  ] },
  { no: 5, points: 15, law: 'Art. 4(2)', words: { zh: '开放服务', en: 'Open service' }, items: [
    item('5.1', 6, ['制度、流程、收费、合同、保密与知识产权', 'Rules, process, prices, contracts, confidentiality, IP'], [
      ['齐全并已公开', 'Complete and public'], ['齐全，未全部公开', 'Complete, not all public'], ['缺一至两项', 'One or two missing'],
      ['基本没有', 'Hardly any']]),
    item('5.2', 9, ['近三年对外服务（家数、项目、收入）', 'Outside service in three years (clients, projects, income)'], [
      ['客户多且以非关联方为主，收入可核', 'Many clients, mostly unrelated, income verified'], ['有稳定的非关联客户', 'Steady unrelated clients'],
      ['零星服务或以关联方为主', 'Occasional, or mostly related parties'], ['没有，或仅检测、委托研发', 'None, or only testing and contract research']]),
  ] },
  { no: 6, points: 8, law: 'Art. 9(3)', words: { zh: '资金与可持续', en: 'Money and staying power' }, items: [
    item('6.1', 4, ['建设、运行经费落实', 'Funds for construction and operation'], [
      ['均已到位', 'Both paid in'], ['有承诺并部分到位', 'Committed, partly paid in'], ['只有计划', 'Planned only'], ['没有来源', 'No source']]),
    item('6.2', 4, ['经营模式与盈亏测算', 'Model and break-even'], [
      ['清楚，测算有据', 'Clear and reckoned'], ['清楚，测算较粗', 'Clear, roughly reckoned'], ['不够清楚', 'Not clear enough'], ['没有', 'None']]),
  ] },
  { no: 7, points: 7, law: 'Art. 10(4)', words: { zh: '规划与目标', en: 'Plan and goals' }, items: [
    item('7.1', 4, ['三年目标可考核、进度可行', 'Three-year goals measurable, pace feasible'], [
      ['量化且可行', 'Measured and feasible'], ['大部分量化', 'Mostly measured'], ['少量量化或偏高', 'Few measures, or too high'], ['空泛', 'Vague']]),
    item('7.2', 3, ['对标省级可达性、带动作用', 'Reach of the provincial level, pull on others'], [
      ['近期可达，带动明显', 'Within reach, strong pull'], ['中期可达', 'In the medium term'], ['差距较大', 'Far off'], ['看不出', 'Not to be seen']]),
  ] },
]

/** Answered yes or no, outside the points; a yes is looked into before anything moves on. */
const vetoes = [
  { id: 'falsification', words: { zh: '是否发现弄虚作假', en: 'Is anything falsified?' } },
  { id: 'hazard', words: { zh: '是否存在重大安全、环保隐患', en: 'Is there a major safety or environmental hazard?' } },
  { id: 'premises', words: { zh: '是否违法用地、用房', en: 'Are land or buildings used unlawfully?' } },
  { id: 'dishonesty', words: { zh: '是否存在严重失信', en: 'Is there serious dishonesty?' } },
] as const satisfies readonly { id: string; words: Words }[]

/** The first two count as votes in favour. */
const recommendations = [
  { id: 'agree', inFavour: true, words: { zh: '同意认定', en: 'Recognise' } },
  { id: 'agreeAfterChanges', inFavour: true, words: { zh: '修改后认定', en: 'Recognise after changes' } },
  { id: 'disagree', inFavour: false, words: { zh: '不同意', en: 'Do not recognise' } },
] as const satisfies readonly { id: string; inFavour: boolean; words: Words }[]

export type VetoId = (typeof vetoes)[number]['id']
export type Recommendation = (typeof recommendations)[number]['id']

export const rubric2026 = { version: '2026-1', dimensions, vetoes, recommendations } as const

export type Rubric = typeof rubric2026

export const rubricItems: readonly RubricItem[] = dimensions.flatMap(({ items }) => items)

export const bandOf = ({ bands }: RubricItem, points: number): BandId | undefined =>
  bands.find(({ most, least }) => points <= most && points >= least)?.id

/** The outer bands ask for a comment. */
export const asksComment = (of: RubricItem, points: number): boolean => ['A', 'D'].includes(bandOf(of, points) ?? '')

/** Every item answered with a whole number of its points, or undefined. */
export function sheetTotal(points: { readonly [item: string]: number | undefined }): number | undefined {
  const given = rubricItems.map(({ id, points: most }) => {
    const value = points[id]
    return value !== undefined && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined
  })
  return given.includes(undefined) ? undefined : given.reduce<number>((sum, value) => sum + value!, 0)
}
