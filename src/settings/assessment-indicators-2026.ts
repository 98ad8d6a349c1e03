/**
 * The indicators of the annual assessment, version 2026-1: a hundred points, a bonus of five at most, and deductions. A setting:
 * the text names the four grades and nothing of how they are reached. Each says where its value comes from and how it counts.
 */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { FigureId, TargetId } from './assessment-figures.ts'

/** How points follow from figures; what no formula reaches is judged by people against the anchors. */
export type Measure =
  /** A full value in the figure's own unit; below it the points shrink in proportion. */
  | { readonly kind: 'upTo'; readonly figure: FigureId; readonly full: number | { readonly setting: 'committee.meetings' } }
  /** Against the plan of the year before; without a plan against last year's figure; without both it is judged. */
  | { readonly kind: 'againstPlan'; readonly figure: TargetId }
  | { readonly kind: 'share'; readonly part: FigureId; readonly whole: FigureId; readonly full: number }
  /** The share of the county's sample that agrees with the evidence. */
  | { readonly kind: 'agreeing' }
  /** Whole points less so many for each. */
  | { readonly kind: 'less'; readonly each: readonly { readonly figure: FigureId; readonly points: number }[] }
  | { readonly kind: 'parts'; readonly of: readonly { readonly points: number; readonly measure: Measure }[] }
  | { readonly kind: 'judged' }

export type BandId = 'A' | 'B' | 'C' | 'D'
export type Anchor = { readonly id: BandId; readonly most: number; readonly least: number; readonly words: Words }
export type Indicator = { readonly id: string; readonly points: number; readonly words: Words; readonly source: Words; readonly formula: Words; readonly measure: Measure; readonly anchors: readonly Anchor[] }
export type IndicatorGroup = { readonly no: number; readonly points: number; readonly words: Words; readonly law: Basis; readonly items: readonly Indicator[] }

type Pair = readonly [zh: string, en: string]
const words = ([zh, en]: Pair): Words => ({ zh, en })

/** The least points of A, B and C; D goes to nought. */
const leasts: Readonly<Record<number, readonly [number, number, number]>> = { 10: [9, 7, 4], 8: [7, 5, 3], 7: [6, 4, 2], 5: [5, 3, 1] }
const usual: readonly [Pair, Pair, Pair, Pair] = [['高于计划或上年，佐证充分', 'Above plan or last year, well evidenced'], ['与计划或上年相当', 'As planned, or as last year'], ['低于计划或上年，有说明', 'Below plan or last year, explained'], ['明显不足，或没有佐证', 'Clearly short, or without evidence']]

function indicator(id: string, points: number, name: Pair, source: Pair, formula: Pair, measure: Measure, anchors = usual): Indicator {
  const [a, b, c] = leasts[points]!
  const edges = [[points, a], [a - 1, b], [b - 1, c], [c - 1, 0]] as const
  const ids = ['A', 'B', 'C', 'D'] as const
  return { id, points, words: words(name), source: words(source), formula: words(formula), measure, anchors: ids.map((band, at) => ({ id: band, most: edges[at]![0], least: edges[at]![1], words: words(anchors[at]!) })) }
}
const planned = (id: string, points: number, name: Pair, source: Pair, figure: TargetId) =>
  indicator(id, points, name, source, ['完成值 ÷ 上年度计划（无计划的与上年值比，均无的由人评定），达到即满分', 'Achieved ÷ plan (without a plan last year\'s value, without both by judgement); full when reached'], { kind: 'againstPlan', figure })

const groups: readonly IndicatorGroup[] = [
  { no: 1, points: 15, law: 'Art. 12', words: { zh: '运行管理', en: 'Management' }, items: [
    indicator('1.1', 5, ['制度执行、管委会活动', 'Rules kept, committee at work'], ['管委会会议登记', 'Register of meetings'], ['会议次数 ÷ 应开次数，达到即满分', 'Meetings ÷ meetings due; full when reached'], { kind: 'upTo', figure: 'meetings', full: { setting: 'committee.meetings' } }),
    planned('1.2', 5, ['独立核算与经费到位', 'Separate accounts, funds paid in'], ['投入登记、上年度计划', 'Register of investments, last plan'], 'invested'),
    indicator('1.3', 5, ['数据填报质量', 'Quality of the data'], ['组织管理部门抽查', 'Sample of the organiser'], ['抽查相符项数 ÷ 抽查项数（迟报另行扣分）', 'Items that agree ÷ items examined (lateness is deducted apart)'], { kind: 'agreeing' }),
  ] },
  { no: 2, points: 15, law: 'Art. 8(3)', words: { zh: '条件与队伍', en: 'Means and team' }, items: [
    planned('2.1', 5, ['新增、维护设备投资', 'Equipment added and kept'], ['设备登记、上年度计划', 'Register of equipment, last plan'], 'equipmentAdded'),
    indicator('2.2', 5, ['设备利用率', 'Use of equipment'], ['设备机时登记', 'Hours of use'], ['使用机时 ÷ 可用机时，达到 60% 满分', 'Hours used ÷ available; full at 60 %'], { kind: 'share', part: 'hoursUsed', whole: 'hoursAvailable', full: 0.6 }),
    indicator('2.3', 5, ['全职人员与队伍建设', 'Full-time staff and team'], ['人员登记、自评报告 C', 'Register of staff, report section C'], ['按档评定', 'By the anchors'], { kind: 'judged' }, [
      ['全职人员充足并有增加，结构合理', 'Ample and growing, well structured'], ['全职人员稳定，结构较合理', 'Stable, fairly structured'], ['全职人员偏少或减少', 'Few, or fewer'], ['难以支撑中试服务', 'Cannot carry the work']]),
  ] },
  { no: 3, points: 20, law: 'Art. 4(1)', words: { zh: '中试研发', en: 'Pilot work' }, items: [
    indicator('3.1', 8, ['中试项目数与完成率', 'Projects and their completion'], ['对外服务登记、上年度计划', 'Register of services, last plan'], ['项目数 ÷ 计划占 4 分，完成数 ÷ 项目数占 4 分', 'Projects ÷ plan for 4, completed ÷ projects for 4'],
      { kind: 'parts', of: [{ points: 4, measure: { kind: 'againstPlan', figure: 'projects' } }, { points: 4, measure: { kind: 'share', part: 'projectsDone', whole: 'projects', full: 1 } }] }),
    indicator('3.2', 7, ['成果（工艺包、标准、知识产权）', 'Results: packages, standards, rights'], ['成果登记、自评报告 D', 'Register of results, report section D'], ['按档评定', 'By the anchors'], { kind: 'judged' }, [
      ['有行业先进的工艺包或国家、行业标准', 'Leading packages, or national or industry standards'], ['有工艺包或核心知识产权', 'Packages or core rights'], ['有一般成果', 'Ordinary results'], ['没有成果', 'None']]),
    planned('3.3', 5, ['转产、定型数', 'Put into production or fixed'], ['对外服务登记、用户确认', 'Register of services, clients\' confirmation'], 'transferred'),
  ] },
  { no: 4, points: 35, law: 'Art. 4(2)', words: { zh: '对外服务', en: 'Services to others' }, items: [
    planned('4.1', 10, ['服务单位数（去关联方、去重）', 'Clients, without related parties and duplicates'], ['对外服务登记、上年度计划', 'Register of services, last plan'], 'clients'),
    planned('4.2', 10, ['对外服务收入（到账）', 'Income received'], ['对外服务登记、发票', 'Register of services, invoices'], 'received'),
    indicator('4.3', 5, ['服务本市产业占比', 'Share for the city\'s industries'], ['对外服务登记', 'Register of services'], ['本市到账额 ÷ 到账额，达到 60% 满分', 'Received for the city ÷ received; full at 60 %'], { kind: 'share', part: 'receivedInCity', whole: 'received', full: 0.6 }),
    indicator('4.4', 5, ['客户满意度', 'Satisfaction'], ['客户评分', 'Ratings'], ['平均分 ÷ 4.5，达到 4.5 满分', 'Mean ÷ 4.5; full at 4.5'], { kind: 'upTo', figure: 'satisfaction', full: 4.5 }),
    indicator('4.5', 5, ['技术咨询、交流活动', 'Advice and events'], ['对外服务、交流活动登记', 'Registers of services and events'], ['次数 ÷ 6，达到 6 次满分', 'Times ÷ 6; full at six'], { kind: 'upTo', figure: 'exchanges', full: 6 }),
  ] },
  { no: 5, points: 5, law: 'Art. 4(3)', words: { zh: '人才培训', en: 'Training' }, items: [planned('5.1', 5, ['培训人次', 'Persons trained'], ['培训登记、上年度计划', 'Register of training, last plan'], 'trainees')] },
  { no: 6, points: 10, law: 'Art. 8(2)', words: { zh: '安全环保诚信', en: 'Safety, environment, honesty' }, items: [
    indicator('6.1', 10, ['零事故、零处罚、整改闭环', 'No accident, no penalty, rectified'], ['检查、整改、重大事项', 'Inspections, rectifications, matters'], ['10 分，每起事故减 5 分，每项未闭环整改减 2 分', 'Ten, less five for each accident and two for each open rectification'],
      { kind: 'less', each: [{ figure: 'accidents', points: 5 }, { figure: 'rectificationsOpen', points: 2 }] }),
  ] },
]

/** Together five at most. */
const bonus = [
  { id: 'promoted', most: 3, words: { zh: '获省级、国家级认定', en: 'Recognised by province or nation' }, source: { zh: '认定文件、重大事项', en: 'The document, major matters' } },
  { id: 'result', most: 2, words: { zh: '重大成果', en: 'A major result' }, source: { zh: '成果登记', en: 'Register of results' } },
  { id: 'example', most: 2, words: { zh: '优秀案例被市级以上采用', en: 'An example taken up by city or above' }, source: { zh: '采用文件', en: 'The document' } },
] as const
export const bonusMost = 5

/** `each`: points for one; `counted`: by whom the number is found. */
const deductions = [
  { id: 'late', each: 1, most: 10, counted: 'computed', words: { zh: '迟报，每满或不满 5 个工作日', en: 'Late, for every five working days begun' }, source: { zh: '签署日期与截止日期', en: 'Day signed and last day' } },
  { id: 'errors', each: 1, most: 5, counted: 'judged', words: { zh: '数据差错，每处', en: 'Errors of data, each' }, source: { zh: '区县核实、现场抽查', en: 'County\'s sample, spot check' } },
  { id: 'unreported', each: 5, most: 20, counted: 'judged', words: { zh: '未报重大事项，每项', en: 'Major matters not reported, each' }, source: { zh: '检查、抽查', en: 'Inspection, spot check' } },
  { id: 'complaint', each: 2, most: 10, counted: 'judged', words: { zh: '投诉属实，每件', en: 'Complaints that were right, each' }, source: { zh: '异议、投诉办理结果', en: 'Outcome of objections and complaints' } },
] as const

/** A yes makes the grade poor, whatever the points. */
const vetoes = [
  { id: 'accident', words: { zh: '发生负有责任的重大事故', en: 'A major accident with responsibility' } },
  { id: 'falsification', words: { zh: '弄虚作假', en: 'Falsification' } },
  { id: 'refusal', words: { zh: '拒绝检查', en: 'Refusal of inspection' } },
] as const satisfies readonly { id: string; words: Words }[]

export type VetoId = (typeof vetoes)[number]['id']
export type BonusId = (typeof bonus)[number]['id']
export type DeductionId = (typeof deductions)[number]['id']

export const indicators2026 = { version: '2026-1', groups, bonus, deductions, vetoes } as const
export type IndicatorSystem = typeof indicators2026

export const indicatorItems: readonly Indicator[] = groups.flatMap(({ items }) => items)

/** The system of a version; an unknown one is a fault of ours. */
export function indicatorsOf(version: string): IndicatorSystem {
  if (version !== indicators2026.version) throw new Error(`Indicators ${version} do not exist`)
  return indicators2026
}

/** Points between two bands belong to the lower one. */
export const anchorOf = ({ anchors, points: most }: Indicator, points: number): BandId | undefined => (points < 0 || points > most ? undefined : anchors.find(({ least }) => points >= least)?.id)
