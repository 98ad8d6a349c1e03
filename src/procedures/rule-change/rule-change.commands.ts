/** What each step of a rule change asks for: a setting, a reading, an authority basis or a year of the calendar. */
import { z } from 'zod'
import { choice, command, dayField, longText, named, shortText } from '../asking.ts'

/** How an award is reckoned; amounts in 万元. What it may say is checked with the setting. */
const most = z.number().positive().max(1e7)
const amounts = z.strictObject({ excellent: most.optional(), good: most.optional(), fair: most.optional(), poor: most.optional() })
const awardRule = z.union([
  z.strictObject({ kind: z.literal('fixed'), amount: most }), z.strictObject({ kind: z.literal('byGrade'), amounts }),
  z.strictObject({ kind: z.enum(['shareOfInvestment', 'matching']), share: z.number().positive().max(1), cap: most }),
])
const setting = z.strictObject({ kind: z.literal('setting'), key: z.string().min(1).max(60), value: z.union([z.number(), z.string().max(400), z.boolean(), z.null(), z.array(z.string().max(40)).max(20), awardRule]), applies: z.string().trim().max(300).optional() })
const reading = z.strictObject({ kind: z.literal('reading'), law: z.string().regex(/^Art\. \d{1,2}(\(\d\))?$/), reading: z.string().min(1).max(60), words: z.strictObject({ zh: z.string().trim().min(1).max(1000), en: z.string().trim().max(1000) }) })
const basis = z.strictObject({ kind: z.literal('authorityBasis'), basis: z.enum(['extension', 'newInstrument', 'partyGroupDecision']), title: z.string().trim().min(1).max(200), documentNo: z.string().trim().max(60).optional(), validTo: z.iso.date().nullable() })
const calendar = z.strictObject({ kind: z.literal('calendarYear'), year: z.int().min(2023).max(2100), off: z.array(z.iso.date()).max(60), work: z.array(z.iso.date()).max(20), source: z.string().trim().min(1).max(400) })

export const ruleChangeCommands = {
  propose: command({
    change: named(z.discriminatedUnion('kind', [setting, reading, basis, calendar]), '拟改规则', 'The change', 'text'),
    validFrom: dayField('自何日起', 'Valid from'), basis: longText('依据文件', 'Basis', { max: 500 }),
  }),
  amend: command({ validFrom: dayField('自何日起', 'Valid from'), basis: longText('依据文件', 'Basis', { max: 500 }) }),
  sign: command({ }),
  refuse: command({ grounds: longText('不予签署的理由', 'Why it is not signed') }),
  abandon: command({ reason: shortText('撤回的理由', 'Why it is withdrawn') }),
}
export type RuleChangeCommands = { [Name in keyof typeof ruleChangeCommands]: z.infer<(typeof ruleChangeCommands)[Name]> }
export const changeKinds = choice(['setting', 'reading', 'authorityBasis', 'calendarYear'], '种类', 'Kind', { setting: { zh: '系统配置规则', en: 'Setting' }, reading: { zh: '解释口径', en: 'Reading' }, authorityBasis: { zh: '续行依据', en: 'Authority basis' }, calendarYear: { zh: '放假安排', en: 'Calendar year' } })

export const ruleChangeExamples: { [Name in keyof RuleChangeCommands]: RuleChangeCommands[Name] } = {
  propose: { change: { kind: 'setting', key: 'county.reviewDays', value: 8 }, validFrom: '2027-01-01', basis: '局务会纪要〔2026〕12号' },
  amend: { validFrom: '2027-02-01', basis: '局务会纪要〔2026〕12号' },
  sign: {},
  refuse: { grounds: '依据文件不足，请补充后重新拟定。' },
  abandon: { reason: '文件尚未印发。' },
}
