/** What each step of an inspection plan asks for. */
import { z } from 'zod'
import { divisions } from '../../settings/divisions.ts'
import { choice, command, dayField, longText, named, shortText } from '../asking.ts'

const kinds = { routine: { zh: '日常检查', en: 'Routine' }, special: { zh: '专项检查', en: 'Special' } } as const
const counties = divisions.map(({ code }) => code) as [string, ...string[]]
const countyWords = Object.fromEntries(divisions.map(({ code, words }) => [code, words]))

export const inspectionPlanCommands = {
  open: command({
    title: shortText('计划名称', 'Title', 120), kind: choice(['routine', 'special'], '检查类型', 'Kind', kinds), completeBy: dayField('完成期限', 'To be completed by'), aims: longText('检查重点', 'What is looked for', { max: 2000 }),
    counties: named(z.array(z.enum(counties)).max(11).optional(), '限于这些区县（不选为全部；区县只见本区县）', 'Only these counties (none: all; a county sees its own)', 'ticks', { 'x-options': countyWords }),
  }),
  choose: command({ bases: named(z.array(z.strictObject({ base: z.string().min(1).max(64), reason: longText('理由', 'Why', { max: 400 }) })).min(1).max(60), '列入计划的基地', 'Bases in the plan', 'pool') }),
  commit: command({
    count: named(z.int().min(1).max(60), '抽取数量', 'How many', 'number'), perCounty: named(z.int().min(1).max(60).optional(), '同一区县至多', 'Of one county at most', 'number'),
    reason: longText('重新抽取的理由（首次不填）', 'Why it is drawn again (empty the first time)', { max: 1000 }).optional(),
  }),
  witness: command({ word: shortText('见证数（当场任意写下的词或数，如骰子点数）', 'Witness word: any word or number written down on the spot, a throw of dice', 120) }),
  reveal: command({}),
  sendBack: command({ reason: longText('退回理由', 'Why it is sent back', { max: 1000 }) }),
  approve: command({}),
  abandon: command({ reason: longText('作废理由', 'Why it is dropped', { max: 1000 }) }),
}
export type InspectionPlanCommands = { [Name in keyof typeof inspectionPlanCommands]: z.infer<(typeof inspectionPlanCommands)[Name]> }

export const inspectionPlanExamples: { [Name in keyof InspectionPlanCommands]: InspectionPlanCommands[Name] } = {
  open: { title: '2026 年第四季度中试基地检查计划', kind: 'routine', completeBy: '2026-12-31', aims: '安全环保手续、独立核算、管理委员会运行、对外开放服务。' },
  choose: { bases: [{ base: 'JZ-ZS-2026-001', reason: '久未检查，证照将到期。' }] },
  commit: { count: 1 },
  witness: { word: '骰子 4 2 6' },
  reveal: {},
  sendBack: { reason: '化工类基地未列入，请调整。' },
  approve: {},
  abandon: { reason: '与年度考核现场核查合并。' },
}
