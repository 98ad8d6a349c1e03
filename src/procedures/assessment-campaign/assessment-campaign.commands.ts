/** What each step of a yearly campaign asks for. */
import { z } from 'zod'
import { choice, command, dayField, longText, named, shortText } from '../asking.ts'

const gradeIds = ['excellent', 'good', 'fair', 'poor'] as const
const gradeWords = { excellent: { zh: '优', en: 'Excellent' }, good: { zh: '良', en: 'Good' }, fair: { zh: '中', en: 'Fair' }, poor: { zh: '差', en: 'Poor' } } as const
const minutes = named(z.strictObject({ number: shortText('会议纪要编号', 'Number of the minutes', 80), heldOn: dayField('会议日期', 'Held on') }), '局务会会议纪要', 'Minutes of the bureau meeting', 'text')
const chosen = (source: 'gradeProposed' | 'gradeDecided' | 'gradeCleared', zh: string, en: string) => named(z.array(z.string().min(1).max(64)).min(1).max(500), zh, en, 'cases', { 'x-source': source })

export const assessmentCampaignCommands = {
  plan: command({
    year: named(z.int().min(2000).max(2100), '考核年度', 'Year', 'number'), opensOn: dayField('填报开始（不填按系统配置）', 'Reporting opens (by the setting if empty)').optional(), closesOn: dayField('填报截止（不填按系统配置）', 'Reporting closes (by the setting if empty)').optional(),
    note: longText('考核通知要点', 'Points of the call').optional(),
  }),
  abandon: command({ reason: longText('撤回理由', 'Why it is withdrawn') }),
  open: command({}),
  drawSpotChecks: command({ seed: z.string().regex(/^[0-9a-f]{64}$/) }),
  addBase: command({ base: shortText('中试基地编号', 'Number of the base', 64), reason: longText('补列理由', 'Why it is added') }),
  proposeGrades: command({ rows: named(z.array(z.strictObject({ case: z.string().min(1).max(64), grade: choice(gradeIds, '拟定档次', 'Proposed grade', gradeWords), opinion: z.string().trim().min(1).max(2000), reason: z.string().trim().max(2000).optional() })).min(1).max(500), '拟定的档次', 'Proposed grades', 'hidden') }),
  decideGrades: command({ cases: chosen('gradeProposed', '确定档次的基地', 'Bases whose grade is decided'), minutes }),
  openNotice: command({ cases: chosen('gradeDecided', '公示的基地', 'Bases on the notice'), title: shortText('公示标题', 'Title of the notice').optional() }),
  announceResults: command({ cases: chosen('gradeCleared', '通报的基地', 'Bases announced'), documentNo: named(z.string().trim().regex(/^.{1,12}〔\d{4}〕\d{1,4}号$/, '如 市科字〔2027〕3号').optional(), '发文字号（不填则按序编号）', 'Document number (assigned in order if empty)', 'text') }),
  close: command({ summary: longText('考核总结', 'Summary').optional() }),
}
export type AssessmentCampaignCommands = { [Name in keyof typeof assessmentCampaignCommands]: z.infer<(typeof assessmentCampaignCommands)[Name]> }

const someCase = '00000000-0000-4000-8000-000000000000'
export const assessmentCampaignExamples: { [Name in keyof AssessmentCampaignCommands]: AssessmentCampaignCommands[Name] } = {
  plan: { year: 2026, note: '按第十六条组织 2026 年度考核。' },
  abandon: { reason: '考核范围需调整，重新拟定。' },
  open: {},
  drawSpotChecks: { seed: '0'.repeat(64) },
  addBase: { base: 'JZ-ZS-2026-009', reason: '十二月新认定，本年度只报告。' },
  proposeGrades: { rows: [{ case: someCase, grade: 'good', opinion: '各项指标完成较好，拟评良。' }] },
  decideGrades: { cases: [someCase], minutes: { number: '局务会纪要〔2027〕2号', heldOn: '2027-02-10' } },
  openNotice: { cases: [someCase] },
  announceResults: { cases: [someCase] },
  close: { summary: '2026 年度考核全部办结。' },
}
