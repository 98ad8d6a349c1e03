/** Sections K to M: safety, environment and confidentiality, the plan, and what is signed for. */
import { tenThousandYuan } from './recognition.form.applicant.ts'
import { chemical } from './recognition.form.conditions.ts'
import { type Condition, type Section, filesOf, may, must, table, words } from './recognition.form.grammar.ts'
import { accidentGrades, dishonestyFinders } from './recognition.form.options.ts'

const when = (flag: string, zh: string, en: string): Condition => ({ when: { path: `K.${flag}`, is: [true] }, otherwise: words(zh, en) })

const radiation = when('radiation', '不涉及放射源、射线装置', 'No radiation source or device')
const permits: Condition = {
  when: { any: ['radiation', 'pathogens', 'experiments'].map((flag) => ({ path: `K.${flag}`, is: [true] })) },
  otherwise: words('不涉及辐射、病原微生物和人体、动物实验', 'No radiation, pathogens, human or animal experiments'),
}

export const duties: Section = {
  id: 'K',
  words: words('安全环保保密', 'Safety, environment, confidentiality'),
  law: 'Art. 8(2)',
  fields: [
    must('bool', 'hazardousChemicals', '是否涉及危险化学品', 'Hazardous chemicals'),
    must('text', 'chemicals', '危险化学品名称与最大存量', 'Hazardous chemicals and largest stock', {
      maxLength: 300,
      appliesWhen: when('hazardousChemicals', '不涉及危险化学品', 'No hazardous chemicals'),
    }),
    must('bool', 'hazardousProcess', '是否涉及危险工艺（重点监管工艺）', 'Hazardous (supervised) process'),
    must('text', 'process', '危险工艺名称', 'Hazardous process', {
      maxLength: 200,
      appliesWhen: when('hazardousProcess', '不涉及危险工艺', 'No hazardous process'),
    }),
    must('longText', 'riskAssessment', '反应安全风险评估结论', 'Result of the reaction risk assessment', {
      maxLength: 1000,
      appliesWhen: chemical,
    }),
    must('text', 'emergencyPlan', '应急预案备案号', 'Filing number of the emergency plan', { maxLength: 60, appliesWhen: chemical }),
    filesOf('A13', '化工园区证明、反应安全风险评估、安评、中试方案、应急预案', 'Chemical papers', { appliesWhen: chemical }),
    must('bool', 'specialEquipment', '是否涉及特种设备', 'Special equipment'),
    may('longText', 'specialEquipmentNote', '特种设备说明', 'Remark on special equipment', {
      maxLength: 500,
      appliesWhen: {
        when: { path: 'K.specialEquipment', is: [false] },
        otherwise: words('已声明涉及特种设备', 'Special equipment is declared'),
      },
    }),
    must('text', 'specialEquipmentNumbers', '特种设备使用登记证号', 'Registration of the special equipment', {
      maxLength: 200,
      appliesWhen: when('specialEquipment', '不涉及特种设备', 'No special equipment'),
    }),
    must('bool', 'radiation', '是否涉及放射源或射线装置', 'Radiation source or device'),
    may('longText', 'radiationNote', '射线装置说明', 'Remark on radiation devices', {
      maxLength: 500,
      appliesWhen: {
        when: { path: 'K.radiation', is: [false] },
        otherwise: words('已声明涉及放射源或射线装置', 'A radiation source or device is declared'),
      },
      help: words('设备名称含射线、辐射而不属于射线装置或已豁免时说明', 'Why a device so named is none, or is exempt'),
    }),
    must('text', 'radiationLicence', '辐射安全许可证号', 'Radiation safety licence', { maxLength: 60, appliesWhen: radiation }),
    must('date', 'radiationTo', '辐射安全许可证有效期至', 'Radiation licence valid until', { appliesWhen: radiation }),
    must('bool', 'pathogens', '是否涉及病原微生物', 'Pathogens'),
    must('text', 'biosafety', '生物安全实验室等级与备案号', 'Biosafety level and filing', {
      maxLength: 80,
      appliesWhen: when('pathogens', '不涉及病原微生物', 'No pathogens'),
    }),
    must('bool', 'experiments', '是否涉及人体/动物实验', 'Human or animal experiments'),
    must('text', 'ethics', '伦理审查批件号', 'Ethics approval', {
      maxLength: 80,
      appliesWhen: when('experiments', '不涉及人体、动物实验', 'No human or animal experiments'),
    }),
    filesOf('A15', '生物安全/伦理/辐射许可', 'Biosafety, ethics or radiation permits', { appliesWhen: permits }),
    must('bool', 'classified', '是否涉密', 'Classified matter', {
      help: words('涉密内容不得在本平台填报', 'Classified matter must not be entered here'),
    }),
    must('bool', 'accidentsHappened', '近三年是否发生质量、安全、环保事故', 'Accidents in the last three years'),
    must('bool', 'penaltiesHappened', '近三年是否受行政处罚', 'Administrative penalties in the last three years'),
    must('date', 'creditReportOn', '信用报告查询日期', 'Credit report drawn on', { law: 'Art. 9(1)' }),
    must('bool', 'seriousDishonesty', '是否有司法、行政机关认定的严重违法失信行为', 'Serious violation found by a court or authority', {
      law: 'Art. 9(1)',
    }),
    may('longText', 'creditNote', '信用情况说明', 'Remark on credit', { maxLength: 1000 }),
    filesOf('A11', '信用中国报告、国家企业信用信息公示系统截图', 'Credit reports', { law: 'Art. 9(1)' }),
  ],
  tables: [
    table(
      'accidents',
      '近三年事故',
      'Accidents',
      [
        must('date', 'on', '时间', 'Date'),
        must('enum', 'grade', '等级', 'Grade', { options: accidentGrades }),
        must('text', 'finding', '责任认定', 'Finding', { maxLength: 200 }),
      ],
      { minRows: 1, appliesWhen: when('accidentsHappened', '近三年无事故', 'No accident in the last three years') },
    ),
    table(
      'penalties',
      '近三年行政处罚',
      'Administrative penalties',
      [
        must('date', 'on', '时间', 'Date'),
        must('text', 'by', '处罚机关', 'Authority', { maxLength: 80 }),
        must('text', 'ground', '事由与结果', 'Ground and result', { maxLength: 200 }),
        must('bool', 'repaired', '是否已履行并修复', 'Complied with and repaired'),
      ],
      { minRows: 1, appliesWhen: when('penaltiesHappened', '近三年无行政处罚', 'No penalty in the last three years') },
    ),
    table(
      'dishonesty',
      '严重违法失信行为',
      'Serious violations',
      [
        must('enum', 'by', '认定机关性质', 'Found by', { options: dishonestyFinders }),
        must('text', 'authority', '认定机关', 'Court or authority', { maxLength: 80 }),
        must('text', 'what', '行为', 'What was done', { maxLength: 200 }),
        must('date', 'foundOn', '认定日期', 'Found on'),
        may('date', 'repairedOn', '修复日期', 'Repaired on'),
      ],
      { minRows: 1, law: 'Art. 9(1)', appliesWhen: when('seriousDishonesty', '无严重违法失信行为', 'No serious violation') },
    ),
  ],
}

export const plan: Section = {
  id: 'L',
  words: words('建设发展规划', 'Plan'),
  law: 'Art. 12',
  fields: [
    must('longText', 'aims', '三年目标', 'Goals for three years', { maxLength: 2000 }),
    must('longText', 'tasks', '重点任务', 'Main tasks', { maxLength: 3000 }),
    must('longText', 'schedule', '进度安排', 'Schedule', { maxLength: 2000 }),
    must('longText', 'safeguards', '保障措施', 'Safeguards', { maxLength: 2000 }),
    must('longText', 'risks', '风险与对策', 'Risks and answers', { maxLength: 2000 }),
    may('longText', 'provincial', '对标省级条件自评', 'Own assessment against the provincial conditions', {
      maxLength: 2000,
      law: 'Art. 12',
    }),
  ],
  tables: [
    table(
      'goals',
      '年度指标',
      'Yearly figures',
      [
        must('year', 'year', '年度', 'Year'),
        must('integer', 'clients', '服务企业数', 'Enterprises served'),
        must('integer', 'services', '服务项目数', 'Services'),
        must('money', 'income', '服务收入', 'Service income', { unit: tenThousandYuan }),
        must('integer', 'results', '中试成果数', 'Pilot results'),
        must('integer', 'produced', '转产数', 'Put into production'),
        must('integer', 'trained', '培训人次', 'Persons trained'),
        must('money', 'investment', '新增投资', 'New investment', { unit: tenThousandYuan }),
        must('integer', 'standards', '标准', 'Standards'),
      ],
      { minRows: 3, totals: ['clients', 'services', 'income', 'results', 'produced', 'trained', 'investment', 'standards'] },
    ),
  ],
}

const joint: Condition = {
  when: { path: 'A.jointApplication', is: [true] },
  otherwise: words('单独申报，无共建单位', 'The host applies alone'),
}

export const commitment: Section = {
  id: 'M',
  words: words('承诺与签章', 'Commitments and signatures'),
  law: 'Art. 10(1)',
  fields: [
    must('bool', 'hostCommits', '依托单位承诺', 'The host commits itself', {
      help: words('已阅读全部承诺条款', 'All clauses have been read'),
      mustBeYes: true,
    }),
    must('person', 'hostSignedBy', '依托单位签署人', 'Signed for the host by', { maxLength: 40, personal: true }),
    must('date', 'hostSignedOn', '依托单位签署日期', 'Signed for the host on'),
    must('bool', 'directorCommits', '主任承诺', 'The director commits himself or herself', { law: 'Art. 14', mustBeYes: true }),
    must('date', 'directorSignedOn', '主任签署日期', 'Signed by the director on'),
    must('bool', 'partnersCommit', '共建单位承诺', 'The partners commit themselves', { appliesWhen: joint, mustBeYes: true }),
    must('bool', 'personsInformed', '已就人员信息告知本人并取得同意', 'The persons listed have been told and agree', { mustBeYes: true }),
    must('bool', 'nothingClassified', '材料不涉密', 'Nothing handed in is classified', { mustBeYes: true }),
    filesOf('A16', '承诺书（盖章签字页）', 'Signed commitments'),
    filesOf('A17', '不涉密说明', 'Statement that nothing is classified'),
    filesOf('A19', '其他', 'Other'),
    may('longText', 'organiserOpinion', '组织管理部门意见', 'Opinion of the organiser', { filledBy: 'organiser', law: 'Art. 10(2)' }),
  ],
  tables: [
    table(
      'avoid',
      '申请回避的专家',
      'Experts asked to stand back',
      [
        must('person', 'name', '姓名', 'Name', { maxLength: 40, personal: true }),
        may('text', 'employer', '单位', 'Institution', { maxLength: 80 }),
        must('longText', 'reason', '理由', 'Reason', { maxLength: 500 }),
      ],
      { law: 'setting:conflict.named', help: words('至多三人，逐人写明理由；评审专家看不到本表', 'Three at most, each with the reason; the experts do not see this') },
    ),
  ],
}
