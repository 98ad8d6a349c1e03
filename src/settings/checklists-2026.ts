/** The questions of preliminary review (county) and formal examination (city), version 2026-1. Settings: the text names aspects only. */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

/** `evidence`: sections of the form and attachments to look at. */
export type CheckQuestion = { readonly id: string; readonly words: Words; readonly evidence: readonly string[] }

const question = (id: string, zh: string, en: string, ...evidence: string[]): CheckQuestion => ({ id, words: { zh, en }, evidence })

/** Answers: 属实 / 不属实 / 无法核实 (truth), 齐全 / 缺 / 无法核实 (completeness), 符合 / 不符合 / 无法核实 (form). */
export const countyChecklists = {
  version: '2026-1',
  truth: {
    words: { zh: '真实性', en: 'Truth' },
    answers: { yes: { zh: '属实', en: 'True' }, no: { zh: '不属实', en: 'Not true' }, unclear: { zh: '无法核实', en: 'Cannot be verified' } },
    questions: [
      question('T1', '依托单位登记信息与证照一致', 'Registration data agree with the certificates', 'B', 'A01'),
      question('T2', '场地存在，权属、面积、租期与证明一致', 'The premises exist; tenure, area and term agree with the papers', 'D', 'A03'),
      question('T3', '主任任职、职称与证明一致', 'Appointment and title of the director agree with the papers', 'F', 'A06'),
      question('T4', '经费来源与审计报告、专账一致', 'Sources of funds agree with audit and ledger', 'G', 'A07', 'A08'),
      question('T5', '设备在册、在位，与清单一致', 'Equipment is on the books and on site as listed', 'E', 'A04'),
      question('T6', '固定人员与社保缴纳单位一致', 'Staff agree with their social-insurance unit', 'F', 'A05'),
      question('T7', '近三年对外服务合同与到账一致', 'Service contracts of three years agree with receipts', 'I', 'A10'),
      question('T8', '近三年无事故、无行政处罚', 'No accident and no penalty in three years', 'K', 'A11'),
    ],
  },
  completeness: {
    words: { zh: '完整性', en: 'Completeness' },
    answers: { yes: { zh: '齐全', en: 'Complete' }, no: { zh: '缺', en: 'Missing' }, unclear: { zh: '无法核实', en: 'Cannot be verified' } },
    questions: [
      question('C1', '申报书 A 至 M 必填项', 'Required fields of sections A to M', 'A', 'M'),
      question('C2', '法人证书或营业执照', 'Certificate of the legal person', 'A01'),
      question('C3', '场地权属或租赁、平面图、照片', 'Tenure or lease, plan, photographs', 'A03'),
      question('C4', '设备清单及发票或资产卡片', 'List of equipment with invoices or asset cards', 'A04'),
      question('C5', '人员名单、聘任文件、社保证明', 'Staff list, appointments, social insurance', 'A05'),
      question('C6', '主任聘任文件、职称证书', 'Appointment and title of the director', 'A06'),
      question('C7', '审计报告或财务报表', 'Audit reports or financial statements', 'A07'),
      question('C8', '专账或独立核算证明', 'Proof of separate accounts', 'A08'),
      question('C9', '管理制度汇编', 'Internal rules', 'A09'),
      question('C10', '信用报告与公示系统截图', 'Credit report and screenshots', 'A11'),
      question('C11', '承诺书、不涉密说明及按情形应交的附件', 'Commitments, statement on secrecy, conditional attachments',
        'A16', 'A17', 'A02', 'A12', 'A13'),
    ],
  },
  form: {
    words: { zh: '规范性', en: 'Form' },
    answers: { yes: { zh: '符合', en: 'Meets' }, no: { zh: '不符合', en: 'Does not meet' }, unclear: { zh: '无法核实', en: 'Cannot be verified' } },
    questions: [
      question('R1', '名称符合统一命名', 'The name follows the uniform pattern', 'A'),
      question('R2', '签章、日期完整', 'Signatures, seals and dates complete', 'M', 'A16'),
      question('R3', '设备、人员、面积、经费合计前后一致', 'Totals of equipment, staff, area and funds agree', 'D', 'E', 'F', 'G'),
      question('R4', '附件清晰，与目录一致，在有效期内', 'Attachments legible, as listed, valid'),
      question('R5', '信用报告在有效日数内', 'The credit report is recent', 'A11'),
      question('R6', '单位、主任、共建单位分别承诺', 'Commitments by host, director and partners', 'A16'),
      question('R7', '未重复申报、未多头推荐，属本区县', 'No duplicate, one recommender, in this area', 'A'),
    ],
  },
} as const

export type Aspect = 'truth' | 'completeness' | 'form'

/** One item of the formal examination; `law`: what a failure rests on. */
export type ExamItem = {
  readonly code: string
  readonly words: Words
  readonly law: Basis
  readonly evidence: readonly string[]
  readonly when?: 'joint' | 'conditional'
}

/** 符合 / 需补正 / 不符合 / 不适用 (F10 and F14 only where their condition is there). */
export const formExam2026 = {
  version: '2026-1',
  answers: {
    meets: { zh: '符合', en: 'Meets' }, supplement: { zh: '需补正', en: 'To be supplemented' },
    fails: { zh: '不符合', en: 'Fails' }, notApplicable: { zh: '不适用', en: 'Not applicable' },
  },
  items: [
    { code: 'F01', law: 'Art. 8', evidence: ['B', 'A01'],
      words: { zh: '申报主体为独立法人（或特殊性质科研院所）且在晋中', en: 'Independent legal person (or special institute) in Jinzhong' } },
    { code: 'F02', law: 'Art. 9(2)', evidence: ['A'], words: { zh: '领域在目录内', en: 'Field on the list' } },
    { code: 'F03', law: 'Art. 10(4)', evidence: ['A'], words: { zh: '名称合规且不重名', en: 'Name in form and unique' } },
    { code: 'F04', law: 'setting:form.totalTolerance', evidence: ['D', 'E', 'F', 'G'],
      words: { zh: '申报书完整、数据勾稽一致', en: 'Form complete, totals agree' } },
    { code: 'F05', law: 'setting:form.attachments', evidence: ['M'],
      words: { zh: '附件齐全、清晰、在有效期', en: 'Attachments complete, legible, valid' } },
    { code: 'F06', law: 'Art. 10(2)', evidence: [], words: { zh: '推荐函与汇总表已盖章', en: 'Recommendation letter and summary sealed' } },
    { code: 'F07', law: 'setting:form.version', evidence: ['M', 'A16'], words: { zh: '承诺书签章完整', en: 'Commitments signed and sealed' } },
    { code: 'F08', law: 'Art. 9(1)', evidence: ['K', 'A11'], words: { zh: '信用核查无严重失信、时间有效', en: 'No serious dishonesty, report recent' } },
    { code: 'F09', law: 'setting:credit.lookbackYears', evidence: ['K', 'A11'],
      words: { zh: '近三年事故、处罚已核查', en: 'Accidents and penalties of three years checked' } },
    { code: 'F10', law: 'Art. 8', evidence: ['C', 'A02'], when: 'joint', words: { zh: '联合协议明确牵头单位', en: 'Agreement names the lead' } },
    { code: 'F11', law: 'Art. 14', evidence: ['F', 'A06'],
      words: { zh: '主任职称、年龄符合或有说明', en: 'Director\'s title and age, or explanation' } },
    { code: 'F12', law: 'setting:application.perBatch', evidence: ['A'],
      words: { zh: '未重复申报、未多头推荐，同一方向无在册基地', en: 'No duplicate application, recommendation or direction' } },
    { code: 'F13', law: 'setting:form.hardFail', evidence: ['K', 'A17'], words: { zh: '未涉密', en: 'Nothing classified' } },
    { code: 'F14', law: 'Art. 9(4)', evidence: ['K', 'A12', 'A13', 'A15'], when: 'conditional',
      words: { zh: '安全环保手续', en: 'Safety and environmental papers' } },
    { code: 'F15', law: 'setting:batch.cutoffs', evidence: [], words: { zh: '时限内提交', en: 'Submitted in time' } },
  ] as const satisfies readonly ExamItem[],
} as const

export type ExamCode = (typeof formExam2026.items)[number]['code']

/** The items with what the setting `form.hardFail` says of them: the facts of `formItemsAnswered`. */
export const examItems = (hardFail: readonly string[]) =>
  (formExam2026.items as readonly ExamItem[]).map((one) => ({ ...one, hardFail: hardFail.includes(one.code) }))
