/** What each step of an objection asks for. Nothing here takes a name or a contact: they never enter the case. */
import { z } from 'zod'
import { choice, command, files, longText, named, shortText } from '../asking.ts'

export const objectionCategories = ['falseMaterials', 'conditions', 'intellectualProperty', 'procedure', 'conflict', 'other'] as const
export type ObjectionCategory = (typeof objectionCategories)[number]
export const categoryWords = {
  falseMaterials: { zh: '材料虚假', en: 'False materials' }, conditions: { zh: '不符合条件', en: 'Conditions not met' }, intellectualProperty: { zh: '知识产权', en: 'Intellectual property' },
  procedure: { zh: '程序', en: 'Procedure' }, conflict: { zh: '应回避未回避', en: 'Conflict of interest' }, other: { zh: '其他', en: 'Other' },
} as const

const outcomes = ['upheld', 'partly', 'notUpheld'] as const
export const outcomeWords = { upheld: { zh: '成立', en: 'Upheld' }, partly: { zh: '部分成立', en: 'Partly upheld' }, notUpheld: { zh: '不成立', en: 'Not upheld' } } as const
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const evidence = command({ files: z.array(z.strictObject({ id: z.string(), size: z.int(), type: z.string(), sha256: fingerprint })).min(1).max(50) })
const handler = command({ handler: shortText('经办人姓名', 'Name of the handler', 60), reason: longText('指定的理由', 'Why this person') })
const conclusion = longText('结论和理由（告知异议人和被异议单位，不写异议人是谁）', 'Conclusion and reasons (told to the objector and the host; never who objected)', { min: 10 })

export const objectionCommands = {
  file: command({
    notice: z.string().min(1), row: z.int().min(1), category: choice(objectionCategories, '事由', 'Ground', categoryWords),
    facts: longText('事实与理由', 'Facts and reasons'), evidence: longText('证据说明', 'What the evidence is').optional(),
    // Whether name and contact lie sealed beside the case, and their fingerprint; never themselves.
    named: z.boolean(), reachable: z.boolean(), objector: fingerprint,
  }),
  addEvidence: evidence,
  addMoreEvidence: evidence,
  takeOn: command({}),
  assign: handler,
  handOver: handler,
  accept: command({ note: longText('审查意见', 'Note').optional() }),
  refuseToAccept: command({
    grounds: named(z.array(z.enum(['noFacts', 'notThisNotice', 'sameAgain', 'other'])).min(1).max(4), '不予受理的情形', 'Grounds', 'items', { 'x-options': {
      noFacts: { zh: '没有具体事实', en: 'No concrete facts' }, notThisNotice: { zh: '不属于本次公示事项', en: 'Not about this notice' }, sameAgain: { zh: '同一事项已有结论', en: 'Already concluded' }, other: { zh: '其他', en: 'Other' } } }),
    told: longText('理由（答复异议人）', 'Reasons, told to the objector', { min: 10 }),
  }),
  askReply: command({ request: longText('请依托单位说明的事项（只写可以告知的事实，不写异议人是谁）', 'What the host is to explain (only facts that may be told; never who objected)', { min: 10 }) }),
  reply: command({ text: longText('答复', 'Reply', { min: 10 }), files: files('附件', 'Files').optional() }),
  proceedWithoutReply: command({}),
  extend: command({ reason: longText('延期理由', 'Why it takes longer') }),
  report: command({ findings: longText('核查情况', 'Findings', { min: 10 }), recommends: choice(outcomes, '建议结论', 'Recommended conclusion', outcomeWords) }),
  sendBack: command({ reason: longText('需要补充核查的事项', 'What to look into further') }),
  concludeUpheld: command({ conclusion }),
  concludePartly: command({ conclusion }),
  concludePartlyReview: command({ conclusion }),
  concludeNotUpheld: command({ conclusion }),
  answer: command({ text: longText('给异议人的答复', 'Answer to the objector', { min: 10 }) }),
  withdraw: command({}),
}
export type ObjectionCommands = { [Name in keyof typeof objectionCommands]: z.infer<(typeof objectionCommands)[Name]> }

const someCase = '00000000-0000-4000-8000-000000000000'
const someFile = { files: [{ id: someCase, size: 20_480, type: 'application/pdf', sha256: '0'.repeat(64) }] }
export const objectionExamples: { [Name in keyof ObjectionCommands]: ObjectionCommands[Name] } = {
  file: { notice: someCase, row: 1, category: 'conditions', facts: '公示名称所列中试线尚未建成，现场只有两台设备，与申报条件不符。', evidence: '2026 年 10 月现场照片', named: true, reachable: true, objector: '0'.repeat(64) },
  addEvidence: someFile,
  addMoreEvidence: someFile,
  takeOn: {},
  assign: { handler: '王竞白', reason: '未参与本案审查和评审。' },
  handOver: { handler: '王竞白', reason: '原经办人调离。' },
  accept: {},
  refuseToAccept: { grounds: ['noFacts'], told: '所述没有具体事实，请补充后在公示期内重新提出。' },
  askReply: { request: '有异议称中试线尚未建成。请说明建成设备清单、验收时间，并附验收材料。' },
  reply: { text: '中试线设备已于 2026 年 6 月验收，清单和验收单附后。' },
  proceedWithoutReply: {},
  extend: { reason: '需委托第三方核对设备权属。' },
  report: { findings: '现场核对设备清单 18 台，均已验收，与申报一致。', recommends: 'notUpheld' },
  sendBack: { reason: '请补充核对设备权属证明。' },
  concludeUpheld: { conclusion: '经核查，主要设备未到位，申报材料与事实不符，异议成立。' },
  concludePartly: { conclusion: '经核查，个别设备权属未办理完毕，不影响认定条件。' },
  concludePartlyReview: { conclusion: '经核查，部分设备未到位，需重新考察。' },
  concludeNotUpheld: { conclusion: '经现场核对，设备均已验收，异议不成立。' },
  answer: { text: '您提出的异议已核查完毕：设备均已验收，异议不成立。' },
  withdraw: {},
}
