/** Sections H to J: what the base can do, whom it has served, and by which rules it works. */
import { tenThousandYuan } from './recognition.form.applicant.ts'
import { type Section, auto, filesOf, may, must, table, words } from './recognition.form.grammar.ts'
import {
  houseRules,
  projectLevels,
  projectStates,
  rights,
  rightStates,
  ruleStates,
  serviceResults,
  services,
  standardKinds,
} from './recognition.form.options.ts'

export const technology: Section = {
  id: 'H',
  words: words('技术基础', 'Technology'),
  law: 'Art. 9(2)',
  fields: [
    must('longText', 'directions', '主要研究方向', 'Research directions', { maxLength: 1000, law: 'Art. 9(2)' }),
    must('longText', 'strength', '科研实力与成果转化能力', 'Research strength and transfer of results', {
      maxLength: 3000,
      law: 'Art. 9(2)',
    }),
    must('integer', 'levelFrom', '技术成熟度区间（自）', 'Readiness level from', { min: 1, max: 9 }),
    must('integer', 'levelTo', '技术成熟度区间（至）', 'Readiness level to', { min: 1, max: 9 }),
    filesOf('A14', '知识产权/成果证明', 'Proof of intellectual property and results'),
  ],
  tables: [
    table(
      'projects',
      '在研/完成项目',
      'Projects',
      [
        must('text', 'title', '项目名称', 'Title', { maxLength: 120 }),
        must('enum', 'level', '级别', 'Level', { options: projectLevels }),
        must('enum', 'state', '状态', 'State', { options: projectStates }),
        must('month', 'from', '起始年月', 'From'),
        may('month', 'to', '结束年月', 'To'),
        may('money', 'amount', '经费', 'Amount', { unit: tenThousandYuan }),
      ],
      { totals: ['amount'] },
    ),
    table('rights', '知识产权', 'Intellectual property', [
      must('enum', 'kind', '类型', 'Kind', { options: rights }),
      may('text', 'number', '编号', 'Number', { maxLength: 60 }),
      must('text', 'title', '名称', 'Title', { maxLength: 120 }),
      must('text', 'owner', '权利人', 'Owner', { maxLength: 120 }),
      may('date', 'on', '日期', 'Date'),
      must('enum', 'state', '状态', 'State', { options: rightStates }),
    ]),
    table('standards', '标准', 'Standards', [
      must('enum', 'kind', '类别', 'Kind', { options: standardKinds }),
      may('text', 'number', '编号', 'Number', { maxLength: 60 }),
      must('text', 'title', '名称', 'Title', { maxLength: 120 }),
      may('year', 'year', '年度', 'Year'),
    ]),
    table('awards', '奖励', 'Awards', [
      must('text', 'title', '名称', 'Title', { maxLength: 120 }),
      may('text', 'grade', '等级', 'Grade', { maxLength: 40 }),
      must('text', 'by', '授予单位', 'Granted by', { maxLength: 80 }),
      must('year', 'year', '年度', 'Year'),
    ]),
    table('packages', '关键工艺包/成套技术', 'Process packages', [
      must('text', 'title', '名称', 'Title', { maxLength: 120 }),
      must('integer', 'level', '成熟度', 'Readiness level', { min: 1, max: 9 }),
      may('text', 'used', '应用情况', 'Use', { maxLength: 200 }),
    ]),
  ],
}

export const serviceRecord: Section = {
  id: 'I',
  words: words('对外服务业绩', 'Services to others'),
  law: 'Art. 4(2)',
  help: words(
    '近三年；检验检测单列，关联方和纯检测、纯委托研发须标出',
    'Last three years; testing is listed apart, related parties and pure testing or contract research are marked',
  ),
  fields: [
    must('bool', 'served', '近三年是否有对外服务', 'Services to others in the last three years'),
    auto('money', 'servicesReceived', '到账额合计', 'Received in all', { unit: tenThousandYuan }),
    auto('money', 'servicesCounted', '其中计入业绩（非关联、非纯检测）', 'of which counted (not related, not pure testing)', {
      unit: tenThousandYuan,
    }),
    filesOf('A10', '对外服务合同、发票、用户证明', 'Contracts, invoices and client statements', { law: 'Art. 4(2)' }),
  ],
  tables: [
    table(
      'services',
      '服务项目',
      'Services',
      [
        must('year', 'year', '服务年度', 'Year'),
        must('text', 'client', '服务对象', 'Client', { maxLength: 80 }),
        may('text', 'clientCode', '服务对象代码', 'Client: credit code', { maxLength: 18 }),
        must('text', 'place', '所在地', 'Place', { maxLength: 40 }),
        must('bool', 'inCity', '是否本市', 'In Jinzhong'),
        must('bool', 'related', '是否关联方', 'Related party'),
        must('enum', 'kind', '服务类型', 'Kind of service', { options: services }),
        must('bool', 'pureTesting', '纯检测/纯委托研发', 'Pure testing or contract research'),
        must('text', 'project', '项目名称', 'Project', { maxLength: 120 }),
        must('date', 'from', '起', 'From'),
        may('date', 'to', '止', 'To'),
        must('money', 'contract', '合同额', 'Contract', { unit: tenThousandYuan }),
        must('money', 'received', '到账额', 'Received', { unit: tenThousandYuan }),
        may('text', 'contractNumber', '技术合同登记号', 'Registered contract number', { maxLength: 40 }),
        may('text', 'invoice', '发票号', 'Invoice number', { maxLength: 40 }),
        may('enum', 'result', '成果', 'Result', { options: serviceResults }),
        may('file', 'proof', '证明', 'Proof'),
      ],
      {
        minRows: 1,
        totals: ['contract', 'received'],
        law: 'Art. 4(2)',
        appliesWhen: {
          when: { path: 'I.served', is: [true] },
          otherwise: words('近三年没有对外服务', 'No services to others in the last three years'),
        },
      },
    ),
  ],
}

const adopted = { column: 'state', is: ['adopted'] }

export const rules: Section = {
  id: 'J',
  words: words('制度与机制', 'Rules and organisation'),
  law: 'Art. 8(4)',
  fields: [
    must('bool', 'directorLeads', '是否实行依托单位领导下的主任负责制', 'The director is responsible under the host', { law: 'Art. 5' }),
    must('bool', 'apart', '人、财、物是否相对独立', 'People, money and property relatively independent', { law: 'Art. 5' }),
    must('longText', 'mechanism', '运行机制', 'How the base works', {
      maxLength: 2000,
      law: 'Art. 5',
      help: words('开放、流动、联合、竞争如何体现', 'How openness, mobility, alliance and competition show'),
    }),
    filesOf('A09', '管理制度汇编', 'Collected house rules', { law: 'Art. 8(4)' }),
  ],
  tables: [
    table(
      'rules',
      '管理制度清单',
      'House rules',
      [
        must('enum', 'kind', '制度', 'Rule', { options: houseRules }),
        must('enum', 'state', '状态', 'State', { options: ruleStates }),
        may('text', 'title', '文件名称', 'Title', { maxLength: 80, required: adopted }),
        may('date', 'on', '发布日期', 'Adopted on', { required: adopted }),
        may('text', 'edition', '版本', 'Version', { maxLength: 20, required: adopted }),
        may('text', 'remark', '说明', 'Remark', { maxLength: 200, required: { column: 'state', is: ['drafting', 'notApplicable'] } }),
        may('file', 'file', '文件', 'File'),
      ],
      { minRows: 1, oneRowPer: 'kind', law: 'Art. 8(4)' },
    ),
  ],
}
