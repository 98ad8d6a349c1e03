/** What each step of an inspection asks for. */
import { z } from 'zod'
import { inspectionAnswers } from '../../settings/inspection-2026.ts'
import { choice, command, dayField, files, longText, named, shortText } from '../asking.ts'

export const inspectionKinds = {
  routine: { zh: '日常检查', en: 'Routine' }, special: { zh: '专项检查', en: 'Special' }, lead: { zh: '线索核查', en: 'Following a lead' }, again: { zh: '复查', en: 'Repeated' },
} as const
/** Grounds of Article 19 that an inspection may bring to light. */
export const referralGrounds = {
  accident: { zh: '第十九条第1项：严重事故', en: 'Art. 19(1): a serious accident' }, falsified: { zh: '第十九条第2项：虚假材料或数据', en: 'Art. 19(2): false materials or data' }, incapable: { zh: '第十九条第4项：不再具备对外服务能力', en: 'Art. 19(4): no longer able to serve' },
} as const

/** How an inspection is kept from being made. */
export const obstructionKinds = {
  refused: { zh: '拒绝检查', en: 'Refused' }, hindered: { zh: '阻碍检查', en: 'Obstructed' }, withheld: { zh: '拒不提供材料', en: 'Papers withheld' },
} as const

const answers = Object.keys(inspectionAnswers) as [keyof typeof inspectionAnswers, ...(keyof typeof inspectionAnswers)[]]
const item = z.string().regex(/^J\d\.\d$/)
const note = z.string().trim().max(2000).optional()
const photos = z.array(z.strictObject({ id: z.uuid(), at: z.iso.datetime() })).max(20).optional()
const person = z.strictObject({ name: z.string().trim().min(1).max(60), org: z.string().trim().max(120).default('') })
const inspectors = named(z.array(person).min(1).max(9), '检查人员', 'Inspectors', 'people')
const dueOn = (zh: string, en: string) => dayField(zh, en)

export const inspectionCommands = {
  open: command({
    base: named(z.string().trim().min(1).max(64), '中试基地', 'Base', 'choice', { 'x-source': 'bases' }), kind: choice(['routine', 'special', 'lead', 'again'], '检查类型', 'Kind', inspectionKinds),
    reason: longText('检查事由', 'Why it is inspected', { max: 2000 }), plan: named(z.uuid().optional(), '检查计划', 'Plan', 'hidden'),
    matter: named(z.string().max(64).optional(), '所据重大事项', 'Major matter it follows', 'hidden'),
  }),
  notify: command({ visitOn: dayField('检查日期', 'Day of the inspection'), inspectors, matters: longText('检查内容和须备的材料', 'What is inspected and to be at hand', { max: 4000 }).optional() }),
  goUnannounced: command({ reason: longText('不事先告知的理由', 'Why it goes unannounced', { max: 2000 }) }),
  record: command({
    inspectedOn: dayField('检查日期', 'Inspected on'), inspectors,
    items: named(z.array(z.strictObject({
      item, answer: z.enum(answers), found: z.string().trim().max(200).optional(), note, at: z.iso.datetime().optional(), photos,
      matter: z.string().regex(/^M(0[1-9]|1[0-6])$/).optional(),
    })).min(1).max(60), '检查项目', 'Items', 'visit'),
    majorHazard: named(z.boolean(), '发现重大事故隐患', 'A major hazard was found', 'yes'), present: shortText('被检查单位在场人', 'Present for the base', 60).optional(), remark: longText('被检查单位意见', 'Remark of the base', { max: 2000 }).optional(),
    opinion: longText('检查意见', 'Opinion', { max: 4000 }), signedBy: named(z.array(z.string().trim().min(1).max(60)).min(1).max(9), '检查人员签字', 'Signed by', 'people'),
  }),
  recordObstruction: command({
    happenedOn: dayField('发生日期', 'Happened on'), how: choice(['refused', 'hindered', 'withheld'], '情形', 'What happened', obstructionKinds), inspectors, facts: longText('经过和事实', 'What happened, in detail', { min: 10, max: 4000 }),
    present: shortText('被检查单位在场人', 'Present for the base', 60).optional(), files: named(z.array(z.uuid()).min(1).max(50), '证据（照片、录像、文书）', 'Evidence: photographs, recordings, papers', 'files'),
    signedBy: named(z.array(z.string().trim().min(1).max(60)).min(1).max(9), '检查人员签字', 'Signed by', 'people'),
  }),
  close: command({ opinion: longText('处理意见', 'Conclusion', { max: 2000 }) }),
  proposeRectification: command({
    demands: named(z.array(z.strictObject({ item, demand: longText('整改要求', 'What is to be put right', { max: 2000 }), dueOn: dueOn('整改期限', 'Due') })).min(1).max(40), '整改事项', 'Demands', 'demands'),
    opinion: longText('处理意见', 'Opinion', { max: 2000 }),
  }),
  sendBack: command({ reason: longText('退回理由', 'Why it is sent back', { max: 2000 }) }),
  requireRectification: command({}),
  reportRectification: command({
    answers: named(z.array(z.strictObject({ item, answer: longText('整改情况', 'What was done', { max: 4000 }), files: files('证明材料', 'Evidence').optional() })).min(1).max(40), '整改报告', 'Report', 'remedies'),
    signedBy: shortText('签署人', 'Signed by', 60),
  }),
  verify: command({
    checkedOn: dayField('核查日期', 'Verified on'),
    results: named(z.array(z.strictObject({ item, result: choice(['rectified', 'notRectified'], '核查结果', 'Result', { rectified: { zh: '已整改到位', en: 'Rectified' }, notRectified: { zh: '未到位', en: 'Not rectified' } }), note, photos })).min(1).max(40), '逐项核查', 'Item by item', 'verification'),
  }),
  returnRectification: command({ dueOn: dueOn('继续整改的期限', 'New due day'), reason: longText('退回意见', 'What is still to be done', { max: 2000 }) }),
  closeRectified: command({ opinion: longText('办结意见', 'Conclusion', { max: 2000 }) }),
  extend: command({ dueOn: dueOn('延长至', 'Until'), reason: longText('延期理由', 'Why', { max: 2000 }) }),
  escalate: command({ reason: longText('提请市科技局处理的理由', 'Why the city takes over', { max: 2000 }) }),
  escalateOverdue: command({}),
  setTerm: command({ dueOn: dueOn('再次整改的期限', 'New due day'), reason: longText('处理意见', 'Opinion', { max: 2000 }) }),
  refer: command({ ground: choice(['accident', 'falsified', 'incapable'], '撤销情形', 'Ground', referralGrounds), facts: longText('事实', 'Facts', { min: 10 }) }),
  cancel: command({ reason: longText('终止理由', 'Why it ends', { max: 2000 }) }),
  endWithBase: command({ reason: z.string().max(300).optional() }),
}
export type InspectionCommands = { [Name in keyof typeof inspectionCommands]: z.infer<(typeof inspectionCommands)[Name]> }
