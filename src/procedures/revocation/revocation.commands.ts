/** What each step of a revocation asks for. Every ground of Art. 19 has a form of its own for its evidence. */
import { z } from 'zod'
import { openingGrounds, openingGroundWords } from '../../regulation/jinzhong-2023/opening-grounds.ts'
import { choice, command, dayField, files, longText, named, shortText } from '../asking.ts'

const evidence = files('证据材料', 'Evidence').optional()
const findings = longText('调查认定的事实', 'What the investigation found', { min: 10 })
const minutes = named(z.strictObject({ number: shortText('会议纪要编号', 'Number of the minutes', 80), heldOn: dayField('会议日期', 'Held on') }), '局务会（党组会）会议纪要', 'Minutes of the bureau meeting', 'text')
const amount = (zh: string, en: string) => named(z.number().min(0).max(1e9), zh, en, 'number')

const methods = ['platform', 'person', 'post', 'left', 'publication'] as const
export type ServiceMethod = (typeof methods)[number]
export const methodWords = {
  platform: { zh: '平台签收', en: 'Acknowledged on the platform' }, person: { zh: '直接送达', en: 'In person' }, post: { zh: '邮寄', en: 'By post' }, left: { zh: '留置', en: 'Left, with witness' }, publication: { zh: '公告送达', en: 'By publication' },
} as const
const service = {
  method: choice(methods, '送达方式', 'How it was served', methodWords), servedOn: dayField('送达日期（不填为今天）', 'Served on (today if empty)').optional(),
  proof: shortText('送达证明（签收人、邮寄单号、见证人）', 'Proof (who received it, postal number, witness)', 300).optional(), files: files('送达回证', 'Certificate of service').optional(),
}

export const revocationCommands = {
  open: command({
    base: named(z.string().trim().min(1).max(64), '基地', 'Base', 'choice', { 'x-source': 'bases' }),
    ground: choice(openingGrounds, '情形', 'Ground', openingGroundWords), facts: longText('立案的事实和线索来源', 'Facts, and where they come from', { min: 10 }),
    sourceNumber: shortText('来源案件编号（考核、检查、重大事项）', 'Number of the case it comes from: assessment, inspection, matter', 40).optional(),
    source: named(z.strictObject({ case: z.string(), number: z.string(), procedure: z.string() }).optional(), '来源案件', 'The case it comes from', 'hidden'),
  }),
  // Each finding adds its ground, or replaces what was found before.
  findAccident: command({
    kind: choice(['quality', 'safety', 'environment', 'other'], '事故种类', 'Kind of accident', { quality: { zh: '质量', en: 'Quality' }, safety: { zh: '安全', en: 'Safety' }, environment: { zh: '环保', en: 'Environment' }, other: { zh: '其他', en: 'Other' } }),
    occurredOn: dayField('发生日期', 'Occurred on'),
    grade: choice(['general', 'larger', 'major', 'extraordinary'], '法定事故等级', 'Statutory grade', { general: { zh: '一般', en: 'General' }, larger: { zh: '较大', en: 'Larger' }, major: { zh: '重大', en: 'Major' }, extraordinary: { zh: '特别重大', en: 'Extraordinary' } }),
    deaths: named(z.int().min(0).max(10_000), '死亡人数', 'Deaths', 'number'), mainResponsibility: named(z.boolean(), '基地负主要责任', 'The base bears main responsibility', 'yes'), harmConfirmed: named(z.boolean(), '质量问题确认造成严重危害或召回', 'Quality: serious harm or recall confirmed', 'yes'),
    decision: shortText('事故认定机关和文号', 'Authority and number of the finding', 200), findings, files: evidence,
  }),
  findFalsehood: command({
    what: shortText('虚假的材料或数据', 'The false material or data', 300),
    source: choice(['own', 'authority'], '认定来源', 'Who found it', { own: { zh: '本局调查', en: 'This bureau' }, authority: { zh: '其他机关生效认定', en: 'A final decision of another authority' } }),
    decision: shortText('生效认定的机关和文号', 'Authority and number of the decision', 200).optional(), heardOn: dayField('听取当事人陈述日期', 'The party was heard on').optional(),
    figure: shortText('主要数据名称', 'Headline figure', 100).optional(), declared: amount('申报值', 'Declared').optional(), verified: amount('核实值', 'Verified').optional(),
    linked: named(z.array(z.strictObject({ number: shortText('案件编号', 'Number of the case', 40), what: shortText('其中的材料（真实性审核意见、重复计算等）', 'What in it: opinion on the truth, what was counted twice', 300) })).max(30).optional(), '关联的案件和材料', 'Cases and material it rests on', 'items'), findings, files: evidence,
  }),
  findAbsence: command({
    year: named(z.int().min(2023).max(2100), '考核年度', 'Year of assessment', 'number'),
    reminders: named(z.array(z.strictObject({ document: shortText('催报文书', 'Reminder', 120), deliveredOn: dayField('送达日期', 'Delivered on'), dueOn: dayField('限期', 'Due on'), proof: shortText('送达证明', 'Proof of delivery', 200) })).min(1).max(5), '书面催报', 'Written reminders', 'items'),
    excused: named(z.boolean(), '有正当理由', 'There is a good reason', 'yes'), excuse: longText('依托单位的说明和核实情况', 'What the host said, and what was checked'), findings, files: evidence,
  }),
  findTwicePoor: command({ findings, files: evidence }),
  findUnable: command({
    siteUsable: named(z.boolean(), '中试场地可用', 'The premises are usable', 'yes'),
    equipmentRequired: named(z.int().min(1).max(100_000), '应有主要设备（台套）', 'Main equipment required (pieces)', 'number'), equipmentUsable: named(z.int().min(0).max(100_000), '可用主要设备（台套）', 'Of it usable (pieces)', 'number'),
    fullTimeStaff: named(z.int().min(0).max(100_000), '全职人员', 'Full-time staff', 'number'), lastServiceOn: dayField('最近一次对外服务（从未则不填）', 'Last outside service (empty if never)').optional(), findings, files: evidence,
  }),
  dropGround: command({ ground: choice(['accident', 'falsehood', 'absence', 'twicePoor', 'unable'], '不再认定的情形', 'The ground given up', {
    accident: { zh: '事故', en: 'Accident' }, falsehood: { zh: '弄虚作假', en: 'Falsehood' }, absence: { zh: '无故不参加考核', en: 'Absence' }, twicePoor: { zh: '连续两年为差', en: 'Twice poor' }, unable: { zh: '不再具备能力', en: 'Unable' } }), reason: longText('理由', 'Why') }),
  suspend: command({ reason: longText('暂停的理由（告知依托单位）', 'Why the base is suspended (told to the host)', { min: 10 }) }),
  liftSuspension: command({ reason: longText('恢复的理由', 'Why it is lifted') }),
  investigate: command({ summary: longText('调查报告', 'Report of the investigation', { min: 10 }), investigators: named(z.array(z.strictObject({ name: z.string().trim().min(1).max(60), org: z.string().trim().max(120) })).min(2).max(9), '调查人员', 'Investigators', 'people'), files: evidence }),

  giveCure: command({ items: named(z.array(z.strictObject({ what: longText('须恢复的事项', 'What is to be restored', { max: 1000 }) })).min(1).max(30), '须恢复的能力', 'Capacity to be restored', 'items') }),
  reportCure: command({ text: longText('恢复情况', 'What was restored', { min: 10 }), files: evidence }),
  findCured: command({ findings, files: evidence }),
  findNotCured: command({ findings, files: evidence }),
  endCure: command({}),
  closeCured: command({ minutes, grounds: longText('不予撤销的理由', 'Why it is not revoked', { min: 10 }) }),

  notify: command({ facts: longText('告知的事实', 'Facts told', { min: 10 }), basis: longText('依据和理由', 'Basis and reasons', { min: 10 }), contact: shortText('联系科室和办公电话', 'Office and office telephone', 120) }),
  acknowledgeNotice: command({ receivedBy: shortText('签收人', 'Received by', 60) }),
  recordNoticeService: command(service),
  state: command({ text: longText('陈述申辩意见', 'Statement and defence', { min: 2 }), asksHearing: named(z.boolean(), '要求听证', 'A hearing is asked for', 'yes'), signedBy: shortText('签署人', 'Signed by', 60), files: evidence }),
  waive: command({ waived: named(z.literal(true), '已收到事先告知书，放弃陈述、申辩和听证', 'The notice was received; statement, defence and hearing are waived', 'yes'), signedBy: shortText('签署人', 'Signed by', 60) }),
  endStatement: command({}),
  hear: command({ heldOn: dayField('听证日期（不填为今天）', 'Held on (today if empty)').optional(), chair: shortText('主持人', 'Chair', 60), attended: longText('参加人', 'Who attended'), record: longText('听证笔录要点', 'Record of the hearing', { min: 10 }), files: evidence }),
  answerStatements: command({ points: named(z.array(z.strictObject({
    point: longText('意见要点', 'Point', { max: 2000 }), taken: choice(['yes', 'partly', 'no'], '是否采纳', 'Taken into account', { yes: { zh: '采纳', en: 'Yes' }, partly: { zh: '部分采纳', en: 'In part' }, no: { zh: '不予采纳', en: 'No' } }), because: longText('理由', 'Reasons', { max: 2000 }) })).min(1).max(40), '逐点复核', 'Point by point', 'items') }),

  reviewLegality: command({
    competence: named(z.literal(true), '主体和权限合法', 'Competence', 'yes'), facts: named(z.literal(true), '事实清楚，证据充分', 'Facts and evidence', 'yes'), basis: named(z.literal(true), '适用依据正确', 'Basis', 'yes'), procedure: named(z.literal(true), '程序合法，已听取意见', 'Procedure, the host was heard', 'yes'),
    opinion: longText('法制审核意见', 'Opinion', { min: 10 }),
  }),
  faultLegality: command({ faults: longText('须纠正的问题', 'What has to be put right', { min: 10 }) }),

  openNotice: command({ title: shortText('公示标题', 'Title of the notice').optional() }),
  enterNotice: command({ notice: z.string() }),
  joinNotice: command({ notice: z.string() }),
  moveNotice: command({ notice: z.string() }),
  clearNotice: command({ notice: z.string() }),
  reopen: command({ notice: z.string(), reason: longText('重新调查的理由', 'Why it is looked into again') }),

  proposeRevoke: command({ merits: longText('拟撤销的理由', 'Why revocation is proposed', { min: 10 }) }),
  proposeNotRevoke: command({ merits: longText('拟不予撤销的理由', 'Why it is proposed not to revoke', { min: 10 }) }),
  sendBack: command({ reason: longText('退回的理由', 'Why it is sent back', { min: 10 }) }),
  decideRevoke: command({ minutes, grounds: longText('决定的理由', 'Reasons of the decision', { min: 10 }) }),
  decideNotRevoke: command({ minutes, grounds: longText('不予撤销的理由', 'Why it is not revoked', { min: 10 }) }),

  acknowledgeDecision: command({ receivedBy: shortText('签收人', 'Received by', 60) }),
  serve: command(service),
  announce: command({ title: shortText('公告标题', 'Title of the announcement').optional() }),
  recordPlaque: command({ outcome: choice(['returned', 'declaredVoid'], '牌匾、证书', 'Plaque and certificate', { returned: { zh: '已交回', en: 'Returned' }, declaredVoid: { zh: '公告作废', en: 'Declared void' } }), on: dayField('日期（不填为今天）', 'On (today if empty)').optional(), note: longText('说明', 'Note').optional() }),
  recordHandOver: command({ what: shortText('移交的事项（委托、项目、资料）', 'What is handed over', 300), to: shortText('接收单位', 'To whom', 200), on: dayField('日期（不填为今天）', 'On (today if empty)').optional(), note: longText('说明', 'Note').optional() }),
  endWithBase: command({ reason: z.string().max(300).optional() }),
}
export type RevocationCommands = { [Name in keyof typeof revocationCommands]: z.infer<(typeof revocationCommands)[Name]> }
