/** A body that works for every step, as the API document shows it. */
import type { MajorMatterCommands } from './major-matter.commands.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const finding = { number: 'JC-2026-0001', facts: '检查发现中试场地已于 2026 年 8 月迁至新址，未申报。' }

export const majorMatterExamples: { [Name in keyof MajorMatterCommands]: MajorMatterCommands[Name] } = {
  open: { base: 'JZ-ZS-2026-001', code: 'M10' },
  demand: {},
  cancelDemand: { reason: '经核对，该变更此前已经备案。' },
  apply: { signedBy: '沈知行', truthful: true },
  propose: { signedBy: '王建棠', truthful: true },
  endorse: { opinion: '经单位研究，同意上报。', signedBy: '王建棠' },
  sendBack: { reason: '请补充管委会意见后重新提出。' },
  verify: { truth: 'true', onSite: true, opinion: '经核对材料并现场查看，所报属实。' },
  examine: { advises: 'agree', opinion: '材料齐全，情况属实，同意上报市科技局。' },
  returnFromCounty: { reason: '缺少依托单位决议，请补充。' },
  linkFinding: finding, linkFindingLater: finding,
  prepare: { recommends: 'approve', effectiveOn: '2027-01-04', experts: '三位专家书面意见：方向延伸合理，现有中试线可以支撑。', opinion: '符合第八条（五），材料齐全，区县已审定，拟予批准。' },
  returnFromCity: { reason: '请补充调整前后三年指标对照。' },
  approve: { effectiveOn: '2027-01-04', opinion: '同意，请按批准内容实施。' },
  approveLeaving: { opinion: '同意退出，按规定公示。' },
  refuse: { grounds: '调整后的方向与已在册中试基地重复，不符合第九条（二）。' },
  file: {},
  record: { opinion: '已知悉，请按期履行并报告进展。' },
  openNotice: {},
  enterNotice: { notice: someCase },
  joinNotice: { notice: someCase },
  moveNotice: { notice: someCase },
  clearNotice: { notice: someCase },
  reopen: { notice: someCase, reason: '公示期间收到异议，经核查成立。' },
  withdraw: { reason: '计划有变，不再实施。' },
  report: {
    kind: 'safety', occurredAt: '2026-11-23T08:10', where: '2 号中试车间反应釜区', what: '反应釜法兰泄漏，少量物料外溢，未起火。', dead: 0, injured: 1, missing: 0,
    hazardous: true, substances: '甲苯，约 5 升', measures: '已停车、切断物料、疏散人员，伤者已送医。', emergency: 'done', ecology: 'doing',
  },
  acknowledge: { instruction: '已接报，保护现场，不得复产，每日报告伤者情况。' },
  reportInWriting: {
    causes: '法兰垫片老化，点检未按周期更换。', losses: '轻伤一人，直接损失约 2 万元。', remedies: '更换全部垫片，修订点检制度，全员培训已完成。', grade: 'none', files: [], signedBy: '沈知行',
  },
  recordFinding: { decision: '市应急管理局〔2026〕调字3号（演示）', grade: 'ordinary', deaths: 0, mainResponsibility: false, harmConfirmed: false, findings: '经调查认定为一般生产安全事故，直接原因是密封件老化。' },
  recordFindingLater: { decision: '市应急管理局〔2026〕调字3号（演示）', grade: 'ordinary', deaths: 0, mainResponsibility: false, harmConfirmed: false, findings: '经调查认定为一般生产安全事故，直接原因是密封件老化。' },
  recordFindingLifted: { decision: '市应急管理局〔2026〕调字3号（演示）', grade: 'ordinary', deaths: 0, mainResponsibility: false, harmConfirmed: false, findings: '经调查认定为一般生产安全事故，直接原因是密封件老化。' },
  returnReport: { reason: '请补充伤者诊断证明和点检记录。' },
  verifyClearance: { visitedOn: '2026-12-01', opinion: '现场核实：原因已查清，垫片全部更换，制度已修订，隐患消除。' },
  proposeLift: { opinion: '书面报告完整，区县已现场核实隐患消除，建议解除安全暂停。' },
  lift: { opinion: '同意解除安全暂停。' },
  keepHold: { reason: '应急管理部门的意见尚未出具，出具后再报。' },
  endWithBase: { reason: '中试基地已撤销。' },
}
