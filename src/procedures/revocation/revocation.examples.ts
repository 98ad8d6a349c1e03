/** One body a step that works, for the API document and its test. */
import type { RevocationCommands } from './revocation.commands.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const minutes = { number: '局务会纪要〔2026〕18号', heldOn: '2026-11-20' }
const judged = '经调查和集体研究，事实清楚、证据充分，予以认定。'
const inPerson = { method: 'person' as const, proof: '依托单位办公室签收（演示）' }

export const revocationExamples: { [Name in keyof RevocationCommands]: RevocationCommands[Name] } = {
  open: { base: 'JZ-ZS-2026-001', ground: 'Art. 19(2)', facts: '年度报告所附服务合同经核对与开票信息不符，来源为考核抽查。' },
  findAccident: { kind: 'safety', occurredOn: '2026-10-18', grade: 'larger', deaths: 0, mainResponsibility: true, harmConfirmed: false, decision: '市应急管理局〔2026〕调字3号（演示）', findings: '中试线反应釜超压，经认定为较大生产安全事故。', reasons: { seriousAccident: judged } },
  findFalsehood: { what: '2025 年度对外服务合同三份', source: 'own', heardOn: '2026-11-20', figure: '对外服务收入（万元）', declared: 420, verified: 260, findings: '三份合同无履行记录，对应收入 160 万元未到账。', reasons: { seriousFalsehood: judged } },
  findAbsence: {
    year: 2025, reminders: [{ document: '催报函一（演示）', deliveredOn: '2026-01-05', dueOn: '2026-01-12', proof: '平台签收' }, { document: '催报函二（演示）', deliveredOn: '2026-01-13', dueOn: '2026-01-19', proof: '邮寄 EMS 1000' }],
    excused: false, excuse: '电话询问，依托单位称人员变动，无证明材料。', findings: '两次书面催报届期仍未报送，未申请缓考。',
  },
  findTwicePoor: { findings: '2023、2024 两年度考核结果均为差，已公布并过复核期。' },
  findUnable: { siteUsable: false, equipmentRequired: 40, equipmentUsable: 12, fullTimeStaff: 2, findings: '场地租约到期未续，主要设备已迁出，仅余两名全职人员。', reasons: { noLongerAble: judged } },
  dropGround: { ground: 'falsehood', reason: '补充调查后，所涉合同已履行完毕。' },
  suspend: { reason: '调查期间为保护委托方，暂停对外接受新的委托。' },
  liftSuspension: { reason: '风险已排除，不影响继续调查。' },
  investigate: { summary: '经调阅材料、现场核查和询问，认定事实如上。', investigators: [{ name: '赵明', org: '市科技局' }, { name: '孙正', org: '榆次区科技部门' }] },
  giveCure: { items: [{ what: '落实中试场地并恢复主要设备。' }] },
  reportCure: { text: '已签订新场地租约，三十台套设备恢复运行，附验收单。' },
  findCured: { findings: '现场核实，场地、设备、人员均已恢复。' },
  findNotCured: { findings: '场地仍未通水电，设备未安装到位。' },
  endCure: {},
  closeCured: { minutes, grounds: '恢复期内已恢复服务能力，不予撤销。' },
  notify: { facts: '你单位依托的中试基地 2025 年度报告所附服务合同三份无履行记录。', basis: '依据办法第十九条（二），拟撤销中试基地资格。', contact: '科技成果科 0354-0000000（演示）' },
  acknowledgeNotice: { receivedBy: '王建国' },
  recordNoticeService: inPerson,
  state: { text: '所涉合同因设备检修顺延履行，附补充协议和到账凭证。', asksHearing: false, signedBy: '王建国' },
  waive: { waived: true, signedBy: '王建国' },
  endStatement: {},
  hear: { chair: '王竞白', attended: '依托单位代表二人，调查人员二人', record: '双方就合同履行情况陈述、质证，笔录经核对签字。' },
  answerStatements: { points: [{ point: '合同顺延履行', taken: 'no', because: '补充协议签订于立案之后，无到账凭证。' }] },
  reviewLegality: { competence: true, facts: true, basis: true, procedure: true, opinion: '主体、事实、依据、程序合法，同意提交决定。' },
  faultLegality: { faults: '告知书未附第三份合同的核对记录，须补充后重新告知。' },
  openNotice: { title: '关于拟撤销中试基地资格的公示' },
  enterNotice: { notice: someCase },
  joinNotice: { notice: someCase },
  moveNotice: { notice: someCase },
  clearNotice: { notice: someCase },
  reopen: { notice: someCase, reason: '公示期间收到新的证据，重新调查。' },
  proposeRevoke: { merits: '事实清楚，陈述理由不能成立，建议撤销。' },
  proposeNotRevoke: { merits: '查无第十九条所列情形，建议不予撤销。' },
  sendBack: { reason: '请补充第三份合同的银行流水后再提交。' },
  decideRevoke: { minutes, grounds: '提供虚假材料属实，依据第十九条（二）撤销资格。' },
  decideNotRevoke: { minutes, grounds: '查无第十九条所列情形，不予撤销。' },
  acknowledgeDecision: { receivedBy: '王建国' },
  serve: inPerson,
  announce: {},
  recordPlaque: { outcome: 'returned' },
  recordHandOver: { what: '在途中试委托两项', to: '晋中理工学院（演示）' },
  endWithBase: {},
}
