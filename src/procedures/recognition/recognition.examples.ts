/** One body a step that works, for the API document and its test. */
import { formExam2026 } from '../../settings/checklists-2026.ts'
import { siteVisit2026 } from '../../settings/site-visit-2026.ts'
import { countyQuestions } from './recognition.review.ts'
import type { RecognitionCommands } from './recognition.commands.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const yes = (asked: readonly { id: string }[]) => asked.map(({ id }) => ({ item: id, answer: 'yes' as const }))
const formItems = formExam2026.items.map(({ code }) => ({ item: code, answer: 'meets' as const }))
const minutes = { number: '局务会纪要〔2026〕8号', heldOn: '2026-11-20' }
const judged = '经核查和集体研究，事实清楚，予以认可。'
const panel = { panel: someCase, score: '84.60', sheets: 7, agree: 7, rank: 1, opinion: '建议列入现场考察。', reviewers: [] }
const items = [{ path: 'E.equipment', demand: '请核对设备原值合计与资产卡片。' }]

export const recognitionExamples: { [Name in keyof RecognitionCommands]: RecognitionCommands[Name] } = {
  open: {},
  invitePartners: { partners: [{ org: 'org-univ', name: '晋中理工学院（演示）' }] },
  confirmPartnership: { opinion: '我单位确认共建协议。' },
  refusePartnership: { reason: '权益分配尚未谈妥。' },
  submit: { commitments: true, signedBy: '王建国' },
  withdraw: { reason: '材料需要较大调整。' },
  returnForSupplement: { items },
  extendReturn: { reason: '信用报告须到省平台重新查询。' }, extendSupplement: { reason: '信用报告须到省平台重新查询。' },
  examine: { truth: yes(countyQuestions.truth), completeness: yes(countyQuestions.completeness), form: yes(countyQuestions.form), opinion: '材料真实、完整、规范，拟予推荐。' },
  declineToRecommend: { grounds: '场地租期已满且未续租，不具备独立场地。' },
  recommend: { opinion: '材料真实、完整、规范，同意推荐。', reasons: { researchStrength: judged, teamLevel: judged } },
  requestSupplement: { items },
  supplement: { commitments: true, signedBy: '王建国', answers: [{ item: 1, answer: '已按资产卡片更正。' }] },
  rejectForm: { items: formItems.map((item) => (item.item === 'F01' ? { ...item, answer: 'fails' as const } : item)), grounds: '申报主体不具备独立法人资格。' },
  acceptForm: { items: formItems },
  assignToBatch: { batch: '2026-2' },
  admitSpecially: { kind: 'separateAppraisal', basis: '市政府常务会议纪要〔2026〕9号', reason: '属市委市政府决定重点支持的机构。', reasons: { specialNeed: judged } },
  recordPanelResult: panel,
  recordNotShortlisted: panel,
  notifyVisit: { visitOn: '2026-11-26', leader: '赵明', agenda: '实地查看场地、设备、人员、安全环保、运行服务和账目档案。请主任在场，备好证照、台账和项目档案。', contact: '赵明 0354-0000000', reasons: { visitNoticeAhead: '与依托单位商定提前考察。' } },
  recordSiteVisit: {
    reasons: { visitNoticeAhead: '与依托单位商定考察日期，依托单位同意不另行提前通知。' },
    visitedOn: '2026-11-20', group: [{ name: '赵明', org: '市科技局' }, { name: '钱立', org: '评审专家' }, { name: '孙正', org: '榆次区科技部门' }],
    checks: siteVisit2026.blocks.flatMap(({ checks }) => checks.map(({ id, kind }) => (kind === 'figure' ? { item: id, declared: '100', verified: '100', result: 'conforms' as const } : { item: id, verified: '属实', result: 'conforms' as const }))),
    scores: { S1: 18, S2: 22, S3: 13, S4: 18, S5: 13, S6: 5 }, majorHazard: false, result: 'conforming', opinion: '现场与申报一致。', signedBy: ['赵明', '钱立', '孙正'],
  },
  orderRectification: { demands: '危废台账补齐近三个月记录\n中试区与生产区加设界线和标识', dueOn: '2026-12-21' },
  reportRectification: { report: '1. 台账已补齐；2. 界线和标识已设置，见照片。', signedBy: '王建国' },
  returnRectification: { reason: '界线只设了一侧。', dueOn: '2026-12-28' },
  verifyRectification: { verifiedOn: '2026-11-23', finding: '两项均已整改到位。' },
  propose: { outcome: 'recognise', merits: '服务我市重点产业链短板，带动作用明显。' },
  approve: { minutes, reasons: { meritChosen: judged } },
  defer: { minutes, grounds: '同方向布局待统筹。' },
  decline: { minutes, grounds: '现场核实的中试线不能运行，不具备中试能力。' },
  reconsider: { reason: '布局已明确。' },
  openNotice: { title: '关于拟认定晋中市中试基地名单的公示' },
  enterNotice: { notice: someCase }, joinNotice: { notice: someCase }, moveNotice: { notice: someCase }, clearNotice: { notice: someCase }, reopen: { notice: someCase, reason: '名单更正。' },
  recognise: {},
}
