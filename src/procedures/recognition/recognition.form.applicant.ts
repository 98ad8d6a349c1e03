/** Sections A to C: what is applied for, who applies, and with whom. */
import { type Condition, type Section, type Test, auto, filesOf, may, must, option, table, words } from './recognition.form.grammar.ts'
import { chainOptions, divisionOptions, fieldOptions, hostOptions } from './recognition.form.lists.ts'
import { contributions, holdingWays, ministryFields, qualifications, specialTowns, tracks } from './recognition.form.options.ts'

export const tenThousandYuan = words('万元', '10,000 yuan')
export const squareMetres = words('m²', 'm²')
export const creditCode = {
  source: '^[0-9A-HJ-NPQRTUWXY]{18}$',
  words: words('18 位，数字和大写字母（不含 I、O、S、V、Z）', '18 digits and capitals, without I, O, S, V, Z'),
}

const phone = { source: '^[0-9][0-9 -]{5,18}[0-9]$', words: words('电话号码，数字与连字符', 'a telephone number, digits and hyphens') }
const mail = {
  source: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
  words: words('电子邮箱，如 office@example.org', 'an e-mail address, as office@example.org'),
}

const joint: Condition = {
  when: { path: 'A.jointApplication', is: [true] },
  otherwise: words('单独申报，无共建单位', 'The host applies alone'),
}
const special: Condition = {
  when: { path: 'A.track', is: ['separateAppraisal', 'commissionedBuild'] },
  otherwise: words('常规申报，不走“一事一议”', 'Regular application, not on the special track'),
}
const specialHost: Test = { path: 'B.nature', is: ['specialInstitute'] }

const outside = option('outside', '晋中市外', 'Outside Jinzhong')

export const basics: Section = {
  id: 'A',
  words: words('基本信息', 'Basics'),
  law: 'Art. 10(1)',
  fields: [
    auto('text', 'baseName', '中试基地名称', 'Name of the pilot base', {
      law: 'Art. 10(4)',
      help: words('自动：晋中市＋核心研究方向＋中试基地', 'Automatic: 晋中市 + core direction + 中试基地'),
    }),
    must('text', 'direction', '核心研究方向', 'Core research direction', {
      maxLength: 60,
      law: 'Art. 10(4)',
      help: words(
        '不写单位、人名、地名、品牌和“国家级”“省级”',
        'No names of institutions, people, places or brands, no “national” or “provincial”',
      ),
      pattern: {
        source: '^[\\u4e00-\\u9fffA-Za-z0-9（）、·-]+$',
        words: words('汉字、字母或数字，不含空格', 'Chinese characters, letters or digits without spaces'),
      },
    }),
    must('enum', 'field', '所属领域', 'Field', { options: fieldOptions, law: 'Art. 9(2)' }),
    may('enum', 'chain', '对应省级产业链', 'Provincial industrial chain', { options: chainOptions }),
    may('enum', 'specialTown', '所属专业镇', 'Specialised town', { options: specialTowns }),
    may('enum', 'ministryField', '对应部级中试领域', 'Ministerial pilot field', { options: ministryFields }),
    must('text', 'industryCode', '国民经济行业代码', 'Industry code (GB/T 4754)', {
      pattern: { source: '^[0-9]{4}$', words: words('四位小类代码，如 3091', 'four digits, as 3091') },
    }),
    must('enum', 'track', '申报类型', 'Kind of application', { options: tracks, law: 'Art. 11' }),
    must('longText', 'specialBasis', '一事一议的依据与理由', 'Basis and reasons for the special track', {
      appliesWhen: special,
      maxLength: 1000,
      law: 'Art. 11',
    }),
    filesOf('A18', '一事一议依据文件', 'Basis documents for the special track', { appliesWhen: special, law: 'Art. 11' }),
    may('text', 'batch', '申报批次', 'Batch', {
      maxLength: 40,
      help: words('常态化申报，可不填', 'Intake is open all year; may stay empty'),
    }),
    may('org', 'leadOrg', '依托单位（牵头）', 'Host (lead)', {
      law: 'Art. 8',
      help: words('由登录单位带入', 'Taken from the institution signed in'),
    }),
    auto('text', 'leadName', '依托单位名称', 'Name of the host'),
    must('bool', 'jointApplication', '是否联合共建', 'Joint application', { law: 'Art. 8' }),
    must('enum', 'county', '组织管理部门（推荐单位）', 'Organiser (recommending department)', { options: divisionOptions, law: 'Art. 7' }),
    may('longText', 'countyNote', '推荐单位说明', 'Remark on the organiser', {
      maxLength: 500,
      help: words('推荐单位与建设地点不一致时说明', 'Where the organiser is not that of the site'),
    }),
    must('text', 'address', '通讯地址', 'Postal address', { maxLength: 120 }),
    must('text', 'postcode', '邮编', 'Postcode', { pattern: { source: '^[0-9]{6}$', words: words('六位数字', 'six digits') } }),
    auto('person', 'directorName', '中试基地主任', 'Director of the pilot base', { law: 'Art. 14' }),
    must('person', 'contactName', '联系人', 'Contact', { maxLength: 40, personal: true }),
    must('text', 'contactMobile', '手机', 'Mobile', { pattern: phone, personal: true, help: words('不对外公开', 'Never made public') }),
    must('text', 'contactPhone', '办公电话', 'Office telephone', { pattern: phone }),
    must('text', 'contactMail', '邮箱', 'E-mail', { pattern: mail, maxLength: 120, personal: true }),
    must('date', 'filledOn', '填报日期', 'Filled in on'),
  ],
  tables: [],
}

export const host: Section = {
  id: 'B',
  words: words('依托单位', 'Host'),
  law: 'Art. 8',
  fields: [
    must('text', 'name', '名称', 'Name', { maxLength: 80, law: 'Art. 8' }),
    must('text', 'uscc', '统一社会信用代码', 'Unified social credit code', { pattern: creditCode }),
    may('longText', 'usccNote', '代码说明', 'Remark on the code', {
      maxLength: 300,
      help: words('校验位不符但证照确系如此时说明', 'When the licence really shows a code that fails the check'),
    }),
    must('enum', 'nature', '单位性质', 'Nature', { options: hostOptions, law: 'Art. 8' }),
    must('bool', 'legalPerson', '是否独立法人', 'Independent legal person', { law: 'Art. 8' }),
    may('text', 'specialDocument', '主管部门关于单位特殊性质的文件', 'Document of the competent authority on the special nature', {
      required: specialHost,
      maxLength: 120,
      law: 'Art. 8',
      help: words('名称与文号', 'Title and number'),
      appliesWhen: { when: specialHost, otherwise: words('不是特殊性质的科研院所', 'Not a research institute of special nature') },
    }),
    must('person', 'legalRepresentative', '法定代表人', 'Legal representative', { maxLength: 40, personal: true }),
    must('text', 'registeredAddress', '注册地址', 'Registered address', { maxLength: 120 }),
    must('enum', 'county', '注册地', 'Registered in', { options: [...divisionOptions, outside] }),
    must('date', 'establishedOn', '成立日期', 'Established on'),
    may('money', 'registeredCapital', '注册资本（开办资金）', 'Registered capital', { unit: tenThousandYuan }),
    must('integer', 'employees', '职工总数', 'Employees'),
    must('integer', 'researchers', '研发人员数', 'Research staff'),
    may('text', 'affiliation', '隶属关系', 'Affiliation', { maxLength: 80, law: 'Art. 13' }),
    filesOf('A01', '法人证书/营业执照', 'Certificate of legal person or business licence'),
    filesOf('A07', '审计报告', 'Audit reports'),
  ],
  tables: [
    table(
      'years',
      '近三年经营情况',
      'Last three years',
      [
        must('year', 'year', '年度', 'Year'),
        must('money', 'assets', '总资产', 'Total assets', { unit: tenThousandYuan }),
        must('money', 'revenue', '营业收入（事业收入）', 'Revenue', { unit: tenThousandYuan }),
        must('money', 'research', '研发费用', 'Research and development', { unit: tenThousandYuan, law: 'Art. 9(2)' }),
        must('money', 'profit', '净利润（结余）', 'Net profit', { unit: tenThousandYuan, min: -99_999_999 }),
        must('percent', 'debtRatio', '资产负债率', 'Debt ratio', { unit: words('%', '%'), max: 1000 }),
      ],
      { minRows: 1, help: words('成立不足三年的按实际年度填写', 'Younger hosts fill in the years they have') },
    ),
    table(
      'qualifications',
      '资质',
      'Qualifications',
      [
        must('enum', 'kind', '类别', 'Kind', { options: qualifications }),
        must('text', 'title', '名称', 'Title', { maxLength: 80 }),
        may('text', 'number', '证书号', 'Certificate number', { maxLength: 60 }),
        may('date', 'validTo', '有效期至', 'Valid until'),
      ],
      { law: 'Art. 9(2)' },
    ),
    table(
      'holdings',
      '股东与控制关系',
      'Shareholders and control',
      [
        must('text', 'name', '名称', 'Name', { maxLength: 80 }),
        may('text', 'uscc', '统一社会信用代码', 'Unified social credit code', { pattern: creditCode }),
        must('enum', 'relation', '关系', 'Relation', { options: holdingWays }),
        must('bool', 'control', '是否控制', 'In control'),
        may('percent', 'share', '持股比例', 'Share', { unit: words('%', '%'), max: 100 }),
        may('date', 'from', '起', 'From'),
        may('date', 'to', '止', 'To'),
      ],
      { law: 'setting:conflict.holdingSteps', help: words('股东、出资人、所属集团和下属企业，用于核查专家回避；事业单位可不填', 'Shareholders, the group, subsidiaries: experts tied to them stand back; public institutions may leave it empty') },
    ),
  ],
}

export const partnership: Section = {
  id: 'C',
  words: words('联合共建', 'Partnership'),
  law: 'Art. 8',
  appliesWhen: joint,
  fields: [
    auto('text', 'leadName', '牵头单位', 'Lead institution', { law: 'Art. 8' }),
    must('enum', 'leadContribution', '牵头单位投入形式', 'Contribution of the lead', { options: contributions }),
    must('money', 'leadAmount', '牵头单位投入金额', 'Amount of the lead', { unit: tenThousandYuan }),
    must('percent', 'leadShare', '牵头单位权益比例', 'Share of the lead', { unit: words('%', '%'), max: 100 }),
    must('longText', 'leadDuties', '牵头单位职责分工', 'Duties of the lead', { maxLength: 1000 }),
    must('text', 'agreementNumber', '协议编号', 'Number of the agreement', { maxLength: 60 }),
    must('date', 'agreementOn', '签订日期', 'Signed on'),
    must('date', 'agreementTo', '有效期至', 'Valid until'),
    must('longText', 'decisionRule', '决策机制', 'How the parties decide', { maxLength: 1000 }),
    must('longText', 'costRule', '费用分担', 'How costs are shared', { maxLength: 1000 }),
    must('longText', 'safetyDuty', '安全、环保、保密责任划分', 'Who answers for safety, environment, confidentiality', {
      maxLength: 1000,
      law: 'Art. 8(2)',
    }),
    filesOf('A02', '联合共建协议', 'Partnership agreement', { law: 'Art. 8' }),
  ],
  tables: [
    table(
      'partners',
      '共建单位',
      'Partners',
      [
        must('text', 'name', '名称', 'Name', { maxLength: 80 }),
        may('org', 'org', '平台单位', 'Registered institution', {
          help: words('各方须登录平台确认', 'Every party confirms on the platform'),
        }),
        must('text', 'uscc', '统一社会信用代码', 'Unified social credit code', { pattern: creditCode }),
        may('text', 'usccNote', '代码说明', 'Remark on the code', { maxLength: 300 }),
        must('enum', 'contribution', '投入形式', 'Contribution', { options: contributions }),
        must('money', 'amount', '金额', 'Amount', { unit: tenThousandYuan }),
        must('percent', 'share', '权益比例', 'Share', { unit: words('%', '%'), max: 100 }),
        must('longText', 'duties', '职责分工', 'Duties', { maxLength: 500 }),
        must('longText', 'benefits', '权益分配', 'Benefits', { maxLength: 500 }),
        must('longText', 'rights', '知识产权约定', 'Intellectual property', { maxLength: 500 }),
        must('longText', 'exit', '退出机制', 'Leaving', { maxLength: 500 }),
      ],
      { minRows: 1, totals: ['amount', 'share'], law: 'Art. 8' },
    ),
  ],
}
