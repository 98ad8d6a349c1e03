/** A body that works for every step: the API document offers it, tests take it. */
import { indicatorItems, indicators2026 } from '../../settings/assessment-indicators-2026.ts'
import type { AssessmentCommands } from './assessment.commands.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const someHash = '0'.repeat(64)
const minutes = { number: '局务会纪要〔2027〕2号', heldOn: '2027-02-10' }
const signed = { commitments: true as const, signedBy: '沈知行（演示）' }
/** Full points for everything, with a reason each: where a figure gives less, the reason says why. */
const sheet: AssessmentCommands['score'] = {
  items: indicatorItems.map(({ id, points }) => ({ item: id, points: Math.round(points * 78) / 100, reason: '据佐证和核实情况评定。' })), bonus: [],
  deductions: indicators2026.deductions.map(({ id }) => ({ id, count: 0, reason: '没有该项情形。' })), vetoes: indicators2026.vetoes.map(({ id }) => ({ id, found: false })),
}

export const assessmentExamples: { [Name in keyof AssessmentCommands]: AssessmentCommands[Name] } = {
  open: { campaign: someCase, campaignNumber: 'KA-2026-0001', year: 2026, base: 'JZ-ZS-2026-001', graded: true, because: null, window: { opensOn: '2026-12-01', closesOn: '2026-12-31', trueUpBy: '2027-01-20', resultBy: '2027-03-31' } },
  report: { ...signed, answers: [{ item: 1, answer: '已补充说明并更正登记。' }] },
  sendBack: { reason: '下年度计划指标偏低，请重新核定。' },
  endorse: { opinion: '自评报告和佐证材料经审核属实，同意报送。', signedBy: '单位负责人（演示）' },
  drawSample: { seed: someHash },
  trueUp: signed, trueUpAtCity: signed,
  requestDeferral: { reason: '因供热管网改造，十一月起按要求停产至次年三月。' },
  defer: { reason: '停产属实，同意缓考一年。' },
  declineDeferral: { reason: '停产时间短，不影响年度考核。' },
  returnForSupplement: { items: [{ path: 'E', demand: '两份服务合同缺少到账凭证，请补充。' }] },
  supplement: { ...signed, answers: [{ item: 1, answer: '已补充到账凭证。' }] },
  examine: { items: [], opinion: '抽中佐证逐项核对，原件与登记一致。' },
  verify: { truth: 'true', opinion: '材料真实，同意上报。' },
  recordReport: { note: '首年报告收存，不定档。' },
  inviteExperts: { experts: ['p-expert-01', 'p-expert-02', 'p-expert-03'], reason: '专业方向与基地领域一致。' },
  scoreDesk: { items: [], noInterest: true },
  closeDesk: {},
  score: sheet,
  recordSpotCheck: { visitedOn: '2027-02-03', group: [{ name: '祝启文', org: '晋中市科学技术局（演示）' }, { name: '管致远', org: '晋中市产业技术促进中心（演示）' }], findings: '核对合同三份、设备十台，与报告一致。', result: 'agrees' },
  rescore: { ...sheet, why: '抽查后更正一项。' },
  proposeGrade: { grade: 'good', opinion: '各项指标完成较好，拟评良。' },
  returnProposal: { reason: '请补充对服务收入的说明。' },
  decideGrade: { minutes },
  enterNotice: { notice: someCase }, joinNotice: { notice: someCase }, moveNotice: { notice: someCase }, clearNotice: { notice: someCase }, reopen: { notice: someCase, reason: '公示异议成立，重新评定。' },
  announce: { documentNo: '市科字〔2027〕3号', campaign: someCase },
  requestReview: { grounds: '服务到账额漏计一笔，合同和发票附后，请予复核。' },
  examineReview: { findings: '该笔收入属下一年度，不计入。', recommends: 'dismiss' },
  upholdReview: { grade: 'fair', text: '复核更正一项得分，档次更正为中。', minutes },
  dismissReview: { text: '所述收入不属于本年度，维持原结果。' },
  conclude: {}, concludePoor: {}, concludeTwicePoor: {}, discontinue: { reason: '中试基地已撤销。' },
  commend: { text: '2026 年度考核为优，予以通报表扬。', recommend: true },
  recordTalk: { heldOn: '2027-04-12', with: '基地主任、依托单位负责人', record: '就服务数量不足、培训不够进行了约谈。' },
  submitPlan: { plan: '一是补齐设备维护；二是新签服务不少于五项；三是每季度培训一次，责任到人。' },
  midCheck: { checkedOn: '2027-07-01', result: 'onTrack', findings: '方案逐项推进，服务已签三项。' },
  reportRectification: { report: '整改任务全部完成，新签服务六项，培训两期，佐证附后。' },
  closeRectification: { opinion: '逐项核验，整改到位。' },
  failRectification: { opinion: '期满仍未提交整改报告。' },
  remind: { text: '请于收到之日起七个工作日内报送年度考核自评报告和下年度工作计划。' },
  acknowledgeReminder: { note: '已收到，正在填写。' },
  recordService: { how: 'handed', servedOn: '2027-01-05', proof: '送达回证 2027-001' },
  recordInquiry: { facts: '电话和现场均联系基地和依托单位，未说明不报送的理由。', excused: 'no' },
  deferExcused: { reason: '停产整治属实，有正当理由，同意缓考一年。' },
  stateAbsent: { minutes, text: '两次书面催报届期未报送，未申请缓考，无正当理由。' },
}
