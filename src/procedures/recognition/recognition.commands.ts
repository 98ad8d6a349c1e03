/** What each step of a recognition asks for. The route parses with these; dialogs are drawn from them. */
import { z } from 'zod'
import { choice, command, dayField, files, longText, named, shortText } from '../asking.ts'

const demands = named(z.array(z.strictObject({
  path: named(z.string().trim().min(1).max(120), '节、字段或附件', 'Section, field or attachment', 'text'),
  demand: longText('要求', 'What is asked', { max: 1000 }),
})).min(1).max(60), '一次性告知的事项', 'Items, told once and together', 'items')

const answered = named(z.array(z.strictObject({ item: z.int().min(1), answer: z.string().trim().max(2000) })).max(60), '对告知事项的答复', 'Answers to the items', 'items')

const aspect = (zh: string, en: string, name: string) => named(z.array(z.strictObject({
  item: z.string().min(1).max(20), answer: z.enum(['yes', 'no', 'unclear']), note: z.string().trim().max(1000).optional(),
})).max(40), zh, en, 'checklist', { 'x-checklist': name })

const formItems = named(z.array(z.strictObject({ item: z.string().regex(/^F\d\d$/), answer: z.enum(['meets', 'supplement', 'fails', 'notApplicable']), note: z.string().trim().max(1000).optional() })).max(20),
  '形式审查要点 F01–F15', 'Formal examination F01–F15', 'checklist', { 'x-checklist': 'exam' })

const minutes = named(z.strictObject({ number: shortText('会议纪要编号', 'Number of the minutes', 80), heldOn: dayField('会议日期', 'Held on') }), '局务会（党组会）会议纪要', 'Minutes of the bureau meeting', 'text')

export const recognitionCommands = {
  open: command({}),
  invitePartners: command({ partners: named(z.array(z.strictObject({ org: z.string().min(1).max(64), name: z.string().trim().min(1).max(200) })).min(1).max(10), '共建单位', 'Partners', 'orgs') }),
  confirmPartnership: command({ agreement: named(z.string().regex(/^[0-9a-f]{64}$/).optional(), '所确认协议的指纹', 'Fingerprint of the agreement confirmed', 'hidden'), opinion: longText('确认意见', 'Statement', { max: 1000 }).optional() }),
  refusePartnership: command({ reason: longText('不同意的理由', 'Why it is refused') }),
  submit: command({ commitments: named(z.literal(true), '已阅读并作出申报承诺', 'The commitments are made', 'yes'), signedBy: shortText('签署人', 'Signed by', 60), answers: answered.optional() }),
  withdraw: command({ reason: longText('撤回理由', 'Why it is withdrawn') }),
  returnForSupplement: command({ items: demands, causedBySupplement: named(z.boolean().optional(), '只针对补正新引起的问题', 'Only for what the supplement itself caused', 'yes') }),
  extendReturn: command({ reason: longText('延长理由', 'Why it is extended', { max: 1000 }) }),
  extendSupplement: command({ reason: longText('延长理由', 'Why it is extended', { max: 1000 }) }),
  examine: command({
    truth: aspect('真实性', 'Truth', 'truth'), completeness: aspect('完整性', 'Completeness', 'completeness'), form: aspect('规范性', 'Form', 'form'),
    opinion: longText('拟推荐意见', 'Draft opinion'),
  }),
  declineToRecommend: command({ grounds: longText('不予推荐的理由', 'Grounds') }),
  recommend: command({ opinion: longText('推荐意见', 'Opinion'), letterNo: shortText('推荐函编号', 'Number of the letter of recommendation', 80).optional() }),
  requestSupplement: command({ items: demands, causedBySupplement: named(z.boolean().optional(), '只针对补正新引起的问题', 'Only for what the supplement itself caused', 'yes') }),
  supplement: command({ commitments: named(z.literal(true), '补正内容真实', 'The supplement is true', 'yes'), signedBy: shortText('签署人', 'Signed by', 60), answers: answered }),
  rejectForm: command({ items: formItems, grounds: longText('不通过的理由', 'Grounds') }),
  acceptForm: command({ items: formItems }),
  assignToBatch: command({ batch: named(z.string().min(1).max(64), '评审批次', 'Batch', 'choice', { 'x-source': 'batches' }) }),
  admitSpecially: command({
    kind: choice(['separateAppraisal', 'commissionedBuild'], '一事一议方式', 'Kind', { separateAppraisal: { zh: '单独论证', en: 'Separate appraisal' }, commissionedBuild: { zh: '委托建设', en: 'Commissioned build' } }),
    basis: shortText('依据文件（市委市政府决定、会议纪要或产业急需论证）', 'Basis document', 300), reason: longText('根据需要的理由', 'Why it is needed'),
  }),
  recordPanelResult: command({ panel: z.string(), score: z.string(), sheets: z.int(), agree: z.int(), rank: z.int(), opinion: z.string(), reviewers: z.array(z.string()), vetoed: z.boolean().optional() }),
  recordNotShortlisted: command({ panel: z.string(), score: z.string(), sheets: z.int(), agree: z.int(), rank: z.int(), opinion: z.string(), reviewers: z.array(z.string()), vetoed: z.boolean().optional() }),
  notifyVisit: command({
    visitOn: dayField('拟考察日期', 'Planned for'), leader: shortText('带队人（市科技局；评审专家不预告）', 'Led by (of the bureau; experts are not announced)', 60),
    agenda: longText('考察内容和请依托单位准备的事项（抽查路线不预告）', 'What is looked at and what the host is to prepare (what is sampled is not announced)', { max: 1000 }), contact: shortText('联系人和办公电话', 'Contact', 120),
  }),
  recordSiteVisit: command({
    visitedOn: dayField('考察日期', 'Visited on'),
    group: named(z.array(z.strictObject({ name: z.string().trim().min(1).max(60), org: z.string().trim().max(120) })).min(3).max(9), '考察组成员', 'Group', 'people'),
    checks: named(z.array(z.strictObject({
      item: z.string().min(1).max(20), declared: z.string().trim().max(200).optional(), verified: z.string().trim().max(200), result: z.enum(['conforms', 'differs', 'fails']), note: z.string().trim().max(1000).optional(), at: z.string().max(40).optional(), photos: z.array(z.uuid()).max(20).optional(),
    })).min(1).max(60), '现场核查', 'Checks on the spot', 'visit'),
    scores: named(z.strictObject({ S1: z.number().min(0).max(20), S2: z.number().min(0).max(25), S3: z.number().min(0).max(15), S4: z.number().min(0).max(20), S5: z.number().min(0).max(15), S6: z.number().min(0).max(5) }), '考察评分', 'Scores', 'score'),
    majorHazard: named(z.boolean(), '发现重大隐患', 'A major hazard was found', 'yes'),
    result: choice(['conforming', 'rectify', 'notConforming'], '考察结论', 'Result', { conforming: { zh: '符合', en: 'Conforming' }, rectify: { zh: '基本符合，限期整改', en: 'Largely conforming, to be rectified' }, notConforming: { zh: '不符合', en: 'Not conforming' } }),
    opinion: longText('考察组意见', 'Opinion of the group'), signedBy: named(z.array(z.string().trim().min(1).max(60)).min(3).max(9), '签字成员', 'Signed by', 'people'),
  }),
  orderRectification: command({ demands: longText('整改事项（一行一项）', 'What is to be put right, one item a line', { max: 4000 }), dueOn: dayField('整改期限', 'Due') }),
  reportRectification: command({ report: longText('整改情况（逐项说明）', 'What was done, item by item', { max: 4000 }), files: files('证明材料', 'Evidence').optional(), signedBy: shortText('签署人', 'Signed by', 60) }),
  returnRectification: command({ reason: longText('仍未到位之处', 'What is still to be put right', { max: 2000 }), dueOn: dayField('继续整改的期限', 'New due day') }),
  verifyRectification: command({ verifiedOn: dayField('验收日期', 'Verified on'), finding: longText('验收情况（逐项说明）', 'Finding, item by item', { max: 4000 }) }),
  propose: command({
    outcome: choice(['recognise', 'defer', 'decline'], '拟定结果', 'Proposed outcome', { recognise: { zh: '拟认定', en: 'Recognise' }, defer: { zh: '暂缓', en: 'Defer' }, decline: { zh: '不予认定', en: 'Decline' } }),
    merits: longText('择优理由（结合我市经济社会发展需要）', 'Reasons for the choice'),
  }),
  approve: command({ minutes }),
  defer: command({ minutes, grounds: longText('暂缓的理由', 'Grounds') }),
  decline: command({ minutes, grounds: longText('不予认定的理由', 'Grounds') }),
  reconsider: command({ reason: longText('重新拟定的理由', 'Why it is taken up again') }),
  openNotice: command({ title: shortText('公示标题', 'Title of the notice').optional(), together: named(z.array(z.string()).max(50).optional(), '同批公示的其他案件', 'Other cases in the same notice', 'cases') }),
  enterNotice: command({ notice: z.string() }),
  joinNotice: command({ notice: z.string() }),
  moveNotice: command({ notice: z.string() }),
  clearNotice: command({ notice: z.string() }),
  reopen: command({ notice: z.string(), reason: longText('重新审查的理由', 'Why it is reopened') }),
  recognise: command({ documentNo: named(z.string().trim().regex(/^.{1,12}〔\d{4}〕\d{1,4}号$/, '如 市科字〔2026〕5号').optional(), '发文字号（不填则按序编号）', 'Document number (assigned in order if empty)', 'text') }),
}
export type RecognitionCommands = { [Name in keyof typeof recognitionCommands]: z.infer<(typeof recognitionCommands)[Name]> }
