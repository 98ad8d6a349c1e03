/** The figures of the annual assessment, each from one table of the register or from cases, with what it counts told in words. */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

/** `money` in 万元, `ratio` as a share of one; all are kept in whole hundredths. */
export type FigureKind = 'count' | 'money' | 'hours' | 'points' | 'ratio'

export type FigureDef = {
  readonly id: string; readonly kind: FigureKind; readonly words: Words; readonly unit: Words
  /** The table of the base's register whose rows are counted; `cases`: other procedures about the base. */
  readonly from: 'services' | 'use' | 'equipment' | 'staff' | 'training' | 'events' | 'results' | 'meetings' | 'accounts' | 'investments' | 'cases'
  /** How it is reckoned, as people check it by hand. */
  readonly formula: Words
  readonly law: Basis
}

const pieces: Words = { zh: '项', en: 'items' }
const firms: Words = { zh: '家', en: 'clients' }
const wan: Words = { zh: '万元', en: '10,000 yuan' }
const hours: Words = { zh: '小时', en: 'h' }
const times: Words = { zh: '次', en: 'times' }
const persons: Words = { zh: '人', en: 'persons' }

const figure = <const Id extends string>(id: Id, from: FigureDef['from'], kind: FigureKind, unit: Words, law: Basis, zh: string, en: string, formula: readonly [zh: string, en: string]) =>
  ({ id, from, kind, unit, law, words: { zh, en }, formula: { zh: formula[0], en: formula[1] } })

const services = [
  figure('projects', 'services', 'count', pieces, 'Art. 4(1)', '中试项目数', 'Pilot projects', ['五类验证服务，以结束日期（未定的以开始日期）所在年度计，不含关联方、纯检测和纯委托研发', 'Verification services by the year of their end (of their beginning while open), without related parties, pure testing and pure contract research']),
  figure('projectsDone', 'services', 'count', pieces, 'Art. 4(1)', '其中完成', 'of which completed', ['上列项目中已经结束、成果不是“进行中”的', 'Those that have ended with a result']),
  figure('transferred', 'services', 'count', pieces, 'Art. 4(1)', '转产、定型数', 'Put into production or fixed', ['上列完成项目中转产或定型的', 'Completed ones put into production or with their design fixed']),
  figure('clients', 'services', 'count', firms, 'Art. 4(2)', '服务单位数', 'Clients', ['上列项目和技术咨询的服务对象，同一统一社会信用代码或同一名称计一家', 'Clients of these projects and of technical advice; one credit code or one name counts once']),
  figure('clientsInCity', 'services', 'count', firms, 'Art. 4(1)', '其中本市', 'of which in the city', ['服务单位中所在地为本市的', 'Clients placed in the city']),
  figure('contracted', 'services', 'money', wan, 'Art. 4(2)', '服务合同额', 'Contracts', ['计入业绩的服务的合同额合计', 'Contract amounts of the services counted']),
  figure('received', 'services', 'money', wan, 'Art. 4(2)', '服务到账额', 'Income received', ['计入业绩的服务的到账额合计', 'Amounts received of the services counted']),
  figure('receivedInCity', 'services', 'money', wan, 'Art. 4(1)', '其中服务本市', 'of which for the city', ['其中服务对象在本市的', 'Those of clients placed in the city']),
  figure('advice', 'services', 'count', times, 'Art. 4(2)', '技术咨询', 'Technical advice', ['本年度的技术咨询，不含关联方', 'Advice of the year, without related parties']),
  figure('satisfaction', 'services', 'points', { zh: '分（满分 5）', en: 'of 5' }, 'Art. 4(2)', '客户满意度', 'Satisfaction of clients', ['计入业绩的服务中有评分的平均分，四舍五入到百分位', 'Mean of the rated services counted, rounded half up to hundredths']),
] as const
const means = [
  figure('hoursUsed', 'use', 'hours', hours, 'Art. 4(2)', '设备使用机时', 'Hours used', ['本年度各月使用机时合计', 'Hours used in the months of the year']),
  figure('hoursAvailable', 'use', 'hours', hours, 'Art. 4(2)', '设备可用机时', 'Hours available', ['本年度各月可用机时合计', 'Hours available in the months of the year']),
  figure('hoursOutside', 'use', 'hours', hours, 'Art. 4(2)', '其中对外', 'of which for others', ['本年度各月对外机时合计', 'Hours for others in the months of the year']),
  figure('equipmentCount', 'equipment', 'count', { zh: '台套', en: 'pieces' }, 'Art. 8(3)', '设备台套数', 'Pieces of equipment', ['年末在册设备台套合计', 'Pieces on the register at the end of the year']),
  figure('equipmentValue', 'equipment', 'money', wan, 'Art. 8(3)', '设备原值', 'Value of equipment', ['年末在册设备原值合计', 'Original value on the register at the end of the year']),
  figure('equipmentAdded', 'equipment', 'money', wan, 'Art. 8(3)', '本年新增设备', 'Equipment added', ['购置日期在本年度的设备原值合计', 'Original value of what was bought in the year']),
  figure('staffTotal', 'staff', 'count', persons, 'Art. 8(4)', '在册人员', 'Staff', ['年末在册人员数', 'Persons on the register at the end of the year']),
  figure('staffFullTime', 'staff', 'count', persons, 'Art. 8(4)', '其中全职', 'of which full time', ['年末在册全职人员数', 'Full-time persons at the end of the year']),
  figure('invested', 'investments', 'money', wan, 'Art. 8(3)', '投入到位', 'Invested', ['年度为本年度的投入合计', 'Investments of the year']),
  figure('revenue', 'accounts', 'money', wan, 'Art. 13', '独立核算收入', 'Revenue of separate accounts', ['本年度核算收入', 'Revenue of the year']),
  figure('expenditure', 'accounts', 'money', wan, 'Art. 13', '独立核算支出', 'Expenditure of separate accounts', ['本年度核算支出', 'Expenditure of the year']),
] as const
const activity = [
  figure('meetings', 'meetings', 'count', times, 'Art. 8(4)', '管委会会议', 'Committee meetings', ['日期在本年度的会议', 'Meetings held in the year']),
  figure('sessions', 'training', 'count', times, 'Art. 4(3)', '培训期数', 'Training sessions', ['开始日期在本年度的培训', 'Sessions that began in the year']),
  figure('trainees', 'training', 'count', { zh: '人次', en: 'persons' }, 'Art. 4(3)', '培训人次', 'Persons trained', ['上列培训的人次合计', 'Persons of these sessions']),
  figure('events', 'events', 'count', times, 'Art. 4(4)', '交流活动', 'Events', ['日期在本年度的交流活动', 'Events held in the year']),
  figure('exchanges', 'events', 'count', times, 'Art. 4(4)', '咨询和交流合计', 'Advice and events together', ['技术咨询次数与交流活动次数之和', 'Advice given and events held']),
  figure('packages', 'results', 'count', pieces, 'Art. 4(1)', '工艺包、新产品', 'Process packages and products', ['日期在本年度的工艺包和新产品', 'Packages and products of the year']),
  figure('standards', 'results', 'count', pieces, 'Art. 4(1)', '标准', 'Standards', ['日期在本年度的标准', 'Standards of the year']),
  figure('rights', 'results', 'count', pieces, 'Art. 4(1)', '知识产权', 'Intellectual property', ['日期在本年度的知识产权', 'Rights of the year']),
  figure('results', 'results', 'count', pieces, 'Art. 4(1)', '成果合计', 'Results in all', ['日期在本年度的全部成果，同一编号计一项', 'All results of the year; one number counts once']),
] as const
const conduct = [
  figure('matters', 'cases', 'count', pieces, 'Art. 15', '重大事项', 'Major matters', ['本年度办结的重大事项：批准、不予批准、备案、收存、解除安全暂停', 'Major matters settled in the year: approved, refused, filed, recorded, or the hold lifted']),
  figure('accidents', 'cases', 'count', pieces, 'Art. 15', '事故报告', 'Accidents reported', ['本年度报告的事故（重大事项 M11）', 'Accidents reported in the year (matter M11)']),
  figure('inspections', 'cases', 'count', times, 'Art. 6(4)', '接受检查', 'Inspections', ['本年度登记的检查', 'Inspections recorded in the year']),
  figure('rectificationsOpen', 'cases', 'count', pieces, 'Art. 7(3)', '未闭环整改', 'Rectifications open', ['本年度内应完成而年末未完成的整改', 'Rectifications due in the year and open at its end']),
] as const

export const assessmentFigures = [...services, ...means, ...activity, ...conduct] as const satisfies readonly FigureDef[]

export type FigureId = (typeof assessmentFigures)[number]['id']

/** By id, in whole hundredths; `null`: nothing that could be counted. */
export type FigureValues = { readonly [Id in FigureId]?: number | null }

export const figureOf = (id: FigureId): FigureDef & { readonly id: FigureId } => assessmentFigures.find((one) => one.id === id) as FigureDef & { readonly id: FigureId }

/** What a base plans for the next year: figures by which its plan is measured when that year is over. */
export const planTargets = ['projects', 'transferred', 'clients', 'received', 'equipmentAdded', 'invested', 'results', 'trainees'] as const satisfies readonly FigureId[]

export type TargetId = (typeof planTargets)[number]
