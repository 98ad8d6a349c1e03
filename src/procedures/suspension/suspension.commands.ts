/** What each step of a suspension asks for. */
import { z } from 'zod'
import { choice, command, dayField, files, longText, named } from '../asking.ts'

export const suspensionKinds = {
  safety: { zh: '安全环保风险', en: 'Risk to safety or environment' }, investigation: { zh: '事故或问题调查期间', en: 'While an accident or a matter is investigated' }, other: { zh: '其他', en: 'Other' },
} as const

export const suspensionCommands = {
  suspend: command({
    base: named(z.string().trim().min(1).max(64), '中试基地', 'Base', 'choice', { 'x-source': 'bases' }), kind: choice(['safety', 'investigation', 'other'], '暂停情形', 'Kind', suspensionKinds),
    facts: longText('发现的事实', 'What was found', { min: 10, max: 4000 }), reason: longText('须立即暂停的理由', 'Why it has to stop at once', { min: 10, max: 2000 }),
    inspection: named(z.string().trim().max(64).optional(), '所据检查的编号', 'Number of the inspection it rests on', 'text'),
  }),
  confirm: command({ endsOn: dayField('暂停至', 'Until'), conditions: longText('解除条件', 'What has to be shown to lift it', { max: 2000 }) }),
  annul: command({ reason: longText('不予确认的理由', 'Why it is not confirmed', { max: 2000 }) }),
  extend: command({ endsOn: dayField('延长至', 'Until'), reason: longText('延长理由', 'Why', { max: 2000 }) }),
  requestLift: command({ account: longText('整改和自查情况', 'What was put right and checked', { min: 10, max: 4000 }), files: files('证明材料', 'Evidence').optional() }),
  proposeLift: command({ checkedOn: dayField('现场核查日期', 'Checked on the spot on'), findings: longText('核查情况', 'Findings', { min: 10, max: 4000 }), files: files('照片和材料', 'Photographs and papers').optional() }),
  refuseLift: command({ reason: longText('不解除的理由', 'Why it is not lifted', { max: 2000 }) }),
  lift: command({}),
  endWithBase: command({ reason: z.string().max(300).optional() }),
}
export type SuspensionCommands = { [Name in keyof typeof suspensionCommands]: z.infer<(typeof suspensionCommands)[Name]> }

export const suspensionExamples: { [Name in keyof SuspensionCommands]: SuspensionCommands[Name] } = {
  suspend: { base: 'JZ-ZS-2026-001', kind: 'safety', facts: '现场检查发现可燃气体报警装置失效，中试线仍在运行。', reason: '存在即时危险，须立即停止中试活动并排除隐患。' },
  confirm: { endsOn: '2027-01-31', conditions: '报警装置修复并经第三方检测合格，重新培训操作人员。' },
  annul: { reason: '经复核，所述情形不存在。' },
  extend: { endsOn: '2027-03-31', reason: '第三方检测尚未完成。' },
  requestLift: { account: '报警装置已更换，检测报告附后，操作人员已重新培训。' },
  proposeLift: { checkedOn: '2026-11-23', findings: '现场核查，装置运行正常，检测报告属实，建议解除。' },
  refuseLift: { reason: '检测报告未覆盖全部点位。' },
  lift: {},
  endWithBase: {},
}
