/** What each step of an annual assessment asks for. The route parses with these; dialogs are drawn from them. */
import { z } from 'zod'
import { grades } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { indicators2026 } from '../../settings/assessment-indicators-2026.ts'
import { choice, command, dayField, files, longText, named, shortText } from '../asking.ts'

const gradeIds = grades.map(({ id }) => id) as unknown as readonly ['excellent', 'good', 'fair', 'poor']
const gradeWords = { excellent: { zh: '优', en: 'Excellent' }, good: { zh: '良', en: 'Good' }, fair: { zh: '中', en: 'Fair' }, poor: { zh: '差', en: 'Poor' } } as const
const gradeChoice = (zh: string, en: string) => choice(gradeIds, zh, en, gradeWords)

const demands = named(z.array(z.strictObject({ path: named(z.string().trim().min(1).max(120), '节、字段或附件', 'Section, field or attachment', 'text'), demand: longText('要求', 'What is asked', { max: 1000 }) })).min(1).max(60), '一次性告知的事项', 'Items, told once and together', 'items')
const answered = named(z.array(z.strictObject({ item: z.int().min(1), answer: z.string().trim().max(2000) })).max(60), '对告知事项的答复', 'Answers to the items', 'items')
const minutes = named(z.strictObject({ number: shortText('会议纪要编号', 'Number of the minutes', 80), heldOn: dayField('会议日期', 'Held on') }), '局务会会议纪要', 'Minutes of the bureau meeting', 'text')
const signed = { commitments: named(z.literal(true), '已阅读并作出承诺', 'The commitments are made', 'yes'), signedBy: shortText('签署人', 'Signed by', 60) }

const points = z.number().min(0).max(100)
const note = z.string().trim().max(1000).optional()
const ids = <Item extends { readonly id: string }>(items: readonly Item[]) => z.enum(items.map(({ id }) => id) as unknown as readonly [Item['id'], ...Item['id'][]])
/** Points of every indicator; drawn on a page of its own with what was computed beside it. */
const sheet = {
  items: named(z.array(z.strictObject({ item: z.string().max(8), points, reason: note })).max(40), '指标得分', 'Points of the indicators', 'hidden'),
  bonus: named(z.array(z.strictObject({ id: ids(indicators2026.bonus), points, reason: z.string().trim().min(1).max(1000) })).max(10), '加分', 'Bonus', 'hidden'),
  deductions: named(z.array(z.strictObject({ id: ids(indicators2026.deductions), count: z.int().min(0).max(100), reason: note })).max(10), '扣分', 'Deductions', 'hidden'),
  vetoes: named(z.array(z.strictObject({ id: ids(indicators2026.vetoes), found: z.boolean(), reason: note })).max(10), '一票否决', 'Vetoes', 'hidden'),
}

const caseId = z.string().min(1).max(64)
const onNotice = command({ notice: caseId })

export const assessmentCommands = {
  open: command({
    campaign: caseId, campaignNumber: z.string().max(40), year: z.int().min(2000).max(2100), base: z.string().min(1).max(64), graded: z.boolean(), because: z.string().max(300).nullable(), documentNo: z.string().max(80).optional(),
    window: z.strictObject({ opensOn: z.iso.date(), closesOn: z.iso.date(), trueUpBy: z.iso.date(), resultBy: z.iso.date() }),
  }),
  // The base and its host.
  report: command({ ...signed, answers: answered.optional() }),
  sendBack: command({ reason: longText('退回修改的意见', 'What is to be changed') }),
  endorse: command({ opinion: longText('依托单位审核意见', 'Opinion of the host'), signedBy: shortText('签署人', 'Signed by', 60) }),
  drawSample: command({ seed: z.string().regex(/^[0-9a-f]{64}$/) }),
  trueUp: command(signed), trueUpAtCity: command(signed),
  requestDeferral: command({ reason: longText('申请缓考的理由（停产整治、不可抗力等）', 'Why a deferral is asked for'), files: files('证明', 'Proof').optional() }),
  defer: command({ reason: longText('批准缓考的理由', 'Why it is granted') }),
  declineDeferral: command({ reason: longText('不予缓考的理由', 'Why it is not granted') }),
  // The county.
  returnForSupplement: command({ items: demands, causedBySupplement: named(z.boolean().optional(), '只针对补正新引起的问题', 'Only for what the supplement itself caused', 'yes') }),
  supplement: command({ ...signed, answers: answered }),
  examine: command({
    items: named(z.array(z.strictObject({ item: z.string().max(160), answer: z.enum(['agrees', 'differs', 'unsupported']), note })).max(400), '抽中佐证逐项核对', 'Items drawn, one by one', 'hidden'),
    opinion: longText('真实性核对情况', 'What was found on the truth', { min: 5 }),
  }),
  verify: command({ truth: choice(['true', 'differences', 'false'], '真实性审核意见', 'Opinion on the truth', { true: { zh: '属实', en: 'True' }, differences: { zh: '个别不符，已列明', en: 'Some differences, listed' }, false: { zh: '有不实材料', en: 'False material' } }), opinion: longText('审核意见', 'Opinion') }),
  recordReport: command({ note: longText('收存意见', 'Note').optional() }),
  // The city.
  inviteExperts: command({ experts: named(z.array(z.string().min(1).max(64)).min(1).max(9), '函评专家', 'Desk experts', 'people'), reason: longText('选请理由', 'Why these') }),
  scoreDesk: command({ items: named(z.array(z.strictObject({ item: z.string().max(8), points, reason: z.string().trim().min(1).max(1000) })).max(40), '需评定的指标', 'Indicators to judge', 'hidden'), noInterest: named(z.literal(true), '与该基地及其依托、共建单位没有利害关系', 'No interest in the base or its institutions', 'yes') }),
  closeDesk: command({}),
  score: command(sheet),
  recordSpotCheck: command({
    visitedOn: dayField('抽查日期', 'Visited on'), group: named(z.array(z.strictObject({ name: z.string().trim().min(1).max(60), org: z.string().trim().max(120) })).min(2).max(9), '抽查人员', 'Who visited', 'people'),
    findings: longText('抽查情况', 'Findings', { min: 5 }), result: choice(['agrees', 'differs', 'false'], '结论', 'Result', { agrees: { zh: '与报告一致', en: 'Agrees with the report' }, differs: { zh: '有差异，得分应调整', en: 'Differs; the score changes' }, false: { zh: '有弄虚作假', en: 'Falsified' } }), files: files('照片、记录', 'Photographs, record').optional(),
  }),
  rescore: command({ ...sheet, why: longText('调整得分的理由', 'Why the score changes') }),
  proposeGrade: command({ grade: gradeChoice('拟定档次', 'Proposed grade'), opinion: longText('拟定意见', 'Opinion') }),
  returnProposal: command({ reason: longText('退回重拟的理由', 'Why it is returned') }),
  decideGrade: command({ minutes }),
  enterNotice: onNotice, joinNotice: onNotice, moveNotice: onNotice, clearNotice: onNotice,
  reopen: command({ notice: caseId, reason: longText('重新评定的理由', 'Why it is reopened') }),
  announce: command({ documentNo: shortText('发文字号', 'Document number', 80), campaign: named(caseId.optional(), '年度考核工作', 'Campaign', 'hidden') }),
  requestReview: command({ grounds: longText('申请复核的事实和理由', 'Facts and reasons', { min: 10 }), files: files('证据', 'Evidence').optional() }),
  examineReview: command({ findings: longText('复核情况', 'Findings', { min: 5 }), recommends: choice(['uphold', 'dismiss'], '建议', 'Recommends', { uphold: { zh: '理由成立，更正档次', en: 'Upheld: change the grade' }, dismiss: { zh: '理由不成立，维持', en: 'Dismissed: the grade stays' } }) }),
  upholdReview: command({ grade: gradeChoice('复核后的档次', 'Grade after the review'), text: longText('复核结论和理由', 'Conclusion and reasons'), minutes }),
  dismissReview: command({ text: longText('维持原结果的理由', 'Why the grade stays') }),
  // What follows.
  conclude: command({}), concludePoor: command({}), concludeTwicePoor: command({}),
  discontinue: command({ reason: z.string().min(1).max(300) }),
  commend: command({ text: longText('通报表扬内容', 'Commendation'), documentNo: shortText('文号', 'Document number', 80).optional(), recommend: named(z.boolean(), '列入省级推荐优先名单', 'Given priority for the provincial level', 'yes') }),
  recordTalk: command({ heldOn: dayField('约谈日期', 'Held on'), with: shortText('约谈对象', 'With whom', 120), record: longText('约谈记录', 'Record of the talk') }),
  submitPlan: command({ plan: longText('整改方案（问题、措施、责任、时限）', 'Plan: problems, measures, who, when', { min: 10 }), files: files('附件', 'Files').optional() }),
  midCheck: command({ checkedOn: dayField('检查日期', 'Checked on'), result: choice(['onTrack', 'behind'], '进展', 'Progress', { onTrack: { zh: '按方案推进', en: 'As planned' }, behind: { zh: '滞后', en: 'Behind' } }), findings: longText('中期检查情况', 'Findings') }),
  reportRectification: command({ report: longText('整改报告', 'Report', { min: 10 }), files: files('附件', 'Files').optional() }),
  closeRectification: command({ opinion: longText('验收意见', 'Opinion') }),
  failRectification: command({ opinion: longText('不合格的事实和理由', 'Facts and reasons') }),
  // No report.
  remind: command({ text: longText('催报内容', 'The reminder') }),
  acknowledgeReminder: command({ note: longText('说明', 'Note').optional() }),
  recordService: command({ how: choice(['handed', 'post', 'left', 'electronic'], '送达方式', 'How it was served', { handed: { zh: '直接送达', en: 'Handed over' }, post: { zh: '邮寄送达', en: 'By post' }, left: { zh: '留置送达', en: 'Left on the premises' }, electronic: { zh: '电子送达', en: 'Electronically' } }), servedOn: dayField('送达日期', 'Served on'), proof: shortText('回执编号或见证人', 'Receipt number or witness', 200) }),
  recordInquiry: command({ facts: longText('向基地和依托单位核实的经过', 'How base and host were asked', { min: 5 }), excused: choice(['no', 'yes'], '有无正当理由', 'Is there an excuse', { no: { zh: '无正当理由', en: 'No excuse' }, yes: { zh: '有正当理由', en: 'There is an excuse' } }) }),
  deferExcused: command({ reason: longText('正当理由和缓考的意见', 'The excuse and why the year is deferred') }),
  stateAbsent: command({ minutes, text: longText('认定无故不参加的事实和理由', 'Facts and reasons') }),
}
export type AssessmentCommands = { [Name in keyof typeof assessmentCommands]: z.infer<(typeof assessmentCommands)[Name]> }
