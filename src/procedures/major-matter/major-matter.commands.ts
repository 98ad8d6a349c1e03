/** What each step of a major matter asks for. What the base fills in over days lies in the draft, by the fields of the catalogue. */
import { z } from 'zod'
import { matterCodes } from '../../settings/matters/matter.ts'
import { choice, command, dayField, files, longText, named, shortText } from '../asking.ts'

const finding = z.strictObject({
  number: shortText('检查或考核的编号', 'Number of the inspection or assessment', 40),
  facts: longText('发现的未申报变更', 'The change that was not declared', { min: 10, max: 2000 }),
})
export const accidentKinds = ['safety', 'environment', 'quality'] as const
export const accidentWords = { safety: { zh: '生产安全', en: 'Safety' }, environment: { zh: '环境', en: 'Environment' }, quality: { zh: '质量', en: 'Quality' } } as const
const reported = ['done', 'doing', 'notRequired'] as const
const reportedWords = { done: { zh: '已报', en: 'Reported' }, doing: { zh: '正在报', en: 'Being reported' }, notRequired: { zh: '不属其职责', en: 'Not theirs' } } as const
const people = (zh: string, en: string) => named(z.int().min(0).max(10_000).default(0), zh, en, 'number')
const reason = (zh: string, en: string) => longText(zh, en, { min: 5 })
const opinion = longText('意见', 'Opinion', { min: 5 })

/** What the authority competent for the accident has found: the platform records it and finds nothing itself. */
const accidentFinding = {
  decision: shortText('事故认定机关和文号', 'Authority and number of the finding'),
  grade: choice(['ordinary', 'larger', 'major', 'extraordinary'], '法定事故等级', 'Statutory grade', { ordinary: { zh: '一般', en: 'Ordinary' }, larger: { zh: '较大', en: 'Larger' }, major: { zh: '重大', en: 'Major' }, extraordinary: { zh: '特别重大', en: 'Extraordinary' } }),
  deaths: named(z.int().min(0).max(10_000), '死亡人数', 'Deaths', 'number'), mainResponsibility: named(z.boolean(), '认定基地负主要责任', 'Main responsibility of the base was found', 'yes'), harmConfirmed: named(z.boolean(), '质量事故：确认造成严重危害或召回', 'Quality: serious harm or recall confirmed', 'yes'),
  findings: longText('认定的事实', 'What was found', { min: 10 }), files: files('认定文书', 'The finding').optional(),
}

export const majorMatterCommands = {
  open: command({
    base: shortText('中试基地编号', 'Number of the base', 64),
    code: named(z.enum(matterCodes), '重大事项', 'Major matter', 'choice'),
    finding: finding.optional(),
  }),
  demand: command({}),
  cancelDemand: command({ reason: reason('撤回补报要求的理由', 'Why the demand is withdrawn') }),
  apply: command({ signedBy: shortText('签署人（主任）', 'Signed by the director', 60), truthful: named(z.literal(true), '所填内容和附件真实、完整', 'What is filled in and attached is true and complete', 'yes') }),
  propose: command({ signedBy: shortText('签署人', 'Signed by', 60), truthful: named(z.literal(true), '所填内容和附件真实、完整', 'What is filled in and attached is true and complete', 'yes') }),
  endorse: command({ opinion: longText('依托单位意见', 'Opinion of the host', { min: 5 }), signedBy: shortText('签署人', 'Signed by', 60) }),
  sendBack: command({ reason: reason('退回的理由和需要修改之处', 'Why, and what to change') }),
  verify: command({
    truth: choice(['true', 'doubtful', 'false'], '真实性', 'Truth', { true: { zh: '属实', en: 'True' }, doubtful: { zh: '部分存疑', en: 'Partly doubtful' }, false: { zh: '不实', en: 'Not true' } }),
    onSite: named(z.boolean(), '已到现场核对', 'Checked on site', 'yes'),
    opinion: longText('核查意见', 'What was verified', { min: 5 }), files: files('核查材料', 'Files').optional(),
  }),
  examine: command({
    advises: choice(['agree', 'disagree'], '审定意见', 'Examination', { agree: { zh: '同意上报', en: 'Agreed' }, disagree: { zh: '不同意，报市科技局决定', en: 'Not agreed, for the city to decide' } }),
    opinion,
  }),
  returnFromCounty: command({ reason: reason('退回的理由和需要补充之处', 'Why, and what to add') }),
  linkFinding: command(finding.shape), linkFindingLater: command(finding.shape),
  prepare: command({
    recommends: choice(['approve', 'refuse'], '拟办', 'Recommended', { approve: { zh: '拟批准', en: 'Approve' }, refuse: { zh: '拟不予批准', en: 'Refuse' } }),
    effectiveOn: dayField('拟生效日期', 'Takes effect on').optional(),
    experts: longText('专家意见（何人、何意见）', 'Opinion of experts (who, what)', { min: 10 }).optional(),
    opinion: longText('拟办意见和依据', 'Opinion and what it rests on', { min: 10 }), files: files('专家意见、会议材料', 'Files').optional(),
  }),
  returnFromCity: command({ reason: reason('退回的理由和需要补充之处', 'Why, and what to add') }),
  approve: command({ effectiveOn: dayField('生效日期（不填的按拟办意见）', 'Takes effect on (else as prepared)').optional(), opinion: longText('批准意见', 'Opinion', { min: 5 }), conditions: longText('附带要求', 'Conditions').optional() }),
  approveLeaving: command({ opinion: longText('批准意见', 'Opinion', { min: 5 }) }),
  refuse: command({ grounds: longText('不予批准的理由（告知中试基地和依托单位）', 'Grounds, told to base and host', { min: 10 }) }),
  file: command({ opinion: longText('备案意见', 'Remark').optional() }),
  record: command({ opinion: longText('处理意见', 'What follows', { min: 5 }) }),
  openNotice: command({ title: shortText('公示标题', 'Title').optional(), together: named(z.array(z.uuid()).max(50), '同批公示的其他退出', 'Others on the same list', 'cases', { 'x-source': 'leaving' }).optional() }),
  enterNotice: command({ notice: z.uuid() }), joinNotice: command({ notice: z.uuid() }), moveNotice: command({ notice: z.uuid() }),
  clearNotice: command({ notice: z.uuid() }),
  reopen: command({ notice: z.uuid(), reason: z.string().min(1) }),
  withdraw: command({ reason: reason('撤回的理由', 'Why it is withdrawn') }),

  report: command({
    kind: choice(accidentKinds, '事故类别', 'Kind', accidentWords),
    occurredAt: named(z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/), '发生时间', 'When', 'instant'),
    where: shortText('地点（场地、装置）', 'Where (site, unit)'),
    what: longText('简要经过', 'What happened', { min: 5, max: 2000 }),
    dead: people('死亡', 'Dead'), injured: people('受伤', 'Injured'), missing: people('失联', 'Missing'),
    hazardous: named(z.boolean(), '涉及危险化学品、有毒有害物质', 'Hazardous substances involved', 'yes'),
    substances: shortText('物质名称和数量', 'Substances and quantity').optional(),
    measures: longText('已采取的措施', 'First measures', { min: 2, max: 2000 }),
    emergency: choice(reported, '向应急管理部门', 'To the emergency authority', reportedWords),
    ecology: choice(reported, '向生态环境部门', 'To the ecology authority', reportedWords),
    files: files('现场照片', 'Photos').optional(),
  }),
  acknowledge: command({ instruction: longText('接报和指示', 'Received, and what to do', { min: 2 }) }),
  reportInWriting: command({
    causes: longText('事故原因', 'Causes', { min: 10 }), losses: longText('人员伤亡和损失', 'Casualties and losses', { min: 2 }),
    remedies: longText('整改措施和完成情况', 'Remedies and how far they are', { min: 10 }),
    grade: choice(['none', 'ordinary', 'larger', 'major', 'extraordinary'], '法定事故等级（已认定的）', 'Statutory grade, where found', {
      none: { zh: '未认定', en: 'Not found' }, ordinary: { zh: '一般', en: 'Ordinary' }, larger: { zh: '较大', en: 'Larger' }, major: { zh: '重大', en: 'Major' }, extraordinary: { zh: '特别重大', en: 'Extraordinary' } }),
    files: files('书面报告和证明材料', 'Report and evidence'), signedBy: shortText('签署人', 'Signed by', 60),
  }),
  recordFinding: command(accidentFinding), recordFindingLater: command(accidentFinding), recordFindingLifted: command(accidentFinding),
  returnReport: command({ reason: reason('需要补充的内容', 'What to add') }),
  verifyClearance: command({ visitedOn: dayField('现场核实日期', 'On site on'), opinion: longText('核实情况：原因是否查清，隐患是否消除', 'Verified: causes found, danger gone', { min: 10 }), files: files('现场照片、部门意见', 'Files').optional() }),
  proposeLift: command({ opinion: longText('解除安全暂停的意见和依据', 'Opinion on lifting the hold', { min: 10 }) }),
  lift: command({ opinion: longText('决定意见', 'Decision', { min: 5 }) }),
  keepHold: command({ reason: reason('不予解除的理由和还需完成的整改', 'Why not, and what is still to do') }),
  endWithBase: command({ reason: z.string().trim().min(1).max(300) }),
}
export type MajorMatterCommands = { [Name in keyof typeof majorMatterCommands]: z.infer<(typeof majorMatterCommands)[Name]> }
