/** Sections F and G: the people and the money, as Articles 9(3), 9(5), 13 and 14 ask for them. */
import { tenThousandYuan } from './recognition.form.applicant.ts'
import { type Section, auto, filesOf, may, must, table, words } from './recognition.form.grammar.ts'
import { accountings, committeePosts, educations, moneySources, posts, runningSources, sexes, titles } from './recognition.form.options.ts'

const perCent = words('%', '%')
const bornYear = { min: 1930, max: 2015, personal: true as const }

export const people: Section = {
  id: 'F',
  words: words('人员', 'People'),
  law: 'Art. 9(5)',
  help: words('只填出生年，不填身份证号；请先告知本人', 'Year of birth only, no identity numbers; tell the persons first'),
  fields: [
    must('person', 'directorName', '主任姓名', 'Director: name', { maxLength: 40, personal: true, law: 'Art. 14' }),
    must('date', 'directorBornOn', '主任出生年月日', 'Director: born on', {
      personal: true,
      law: 'Art. 14',
      help: words('用于核对聘任时年龄', 'To tell the age at appointment'),
    }),
    must('enum', 'directorTitle', '主任职称', 'Director: title', { options: titles, law: 'Art. 14' }),
    may('text', 'directorTitleName', '主任职称全称', 'Director: full title', { maxLength: 40 }),
    must('enum', 'directorEducation', '主任学历', 'Director: education', { options: educations, personal: true }),
    must('text', 'directorMajor', '主任专业', 'Director: subject', { maxLength: 40 }),
    must('text', 'directorPost', '主任现任职务', 'Director: present post', { maxLength: 60 }),
    must('date', 'directorAppointedOn', '主任聘任日期', 'Director: appointed on', { law: 'Art. 14' }),
    must('date', 'directorTermFrom', '主任任期起', 'Director: term from', { law: 'Art. 14' }),
    must('date', 'directorTermTo', '主任任期止', 'Director: term until', { law: 'Art. 14' }),
    must('integer', 'directorTermNo', '主任届次', 'Director: which term', {
      min: 1,
      max: 9,
      law: 'Art. 14',
      help: words('第几届，首次聘任填 1', '1 for the first appointment'),
    }),
    must('bool', 'directorFullTime', '主任是否全职', 'Director: full time'),
    must('longText', 'directorResume', '主任简历', 'Director: career', { maxLength: 2000, personal: true }),
    may('longText', 'directorWorks', '主任代表成果', 'Director: representative results', { maxLength: 2000 }),
    may('longText', 'directorNote', '主任条件说明', 'Remark on the director', {
      maxLength: 500,
      law: 'Art. 14',
      help: words('职称、年龄与一般要求不符时说明', 'Where title or age departs from what is usual'),
    }),
    filesOf('A06', '主任聘任文件、职称证书', 'Appointment and title of the director', { law: 'Art. 14' }),
    auto('integer', 'staffTotal', '固定人员合计', 'Staff in all'),
    auto('integer', 'staffFullTime', '其中全职', 'of whom full time'),
    auto('percent', 'bachelorShare', '本科及以上占比', 'Bachelor and above', { unit: perCent }),
    auto('percent', 'midShare', '中级及以上占比', 'Intermediate title and above', { unit: perCent }),
    auto('percent', 'bachelorOrMidShare', '本科或中级及以上占比', 'Bachelor or intermediate title', { unit: perCent }),
    auto('percent', 'seniorShare', '高级职称占比', 'Senior title', { unit: perCent }),
    must('integer', 'listedStaff', '人员名单（A05）所列人数', 'Persons on the list handed in (A05)'),
    must('integer', 'insuredStaff', '社保证明（A05）所列人数', 'Persons on the social insurance proof (A05)'),
    may('longText', 'staffNote', '人员说明', 'Remark on the staff', { maxLength: 500 }),
    filesOf('A05', '人员名单、聘任文件、社保证明', 'List of staff, appointments, social insurance', {
      help: words('社保证明为近 6 个月', 'Social insurance of the last six months'),
    }),
  ],
  tables: [
    table(
      'committee',
      '管理委员会',
      'Management committee',
      [
        must('enum', 'post', '职务', 'Post', { options: committeePosts }),
        must('person', 'name', '姓名', 'Name', { maxLength: 40, personal: true }),
        must('text', 'employer', '单位', 'Institution', { maxLength: 80 }),
        may('enum', 'title', '职称', 'Title', { options: titles }),
      ],
      { minRows: 1, law: 'Art. 8(4)' },
    ),
    table('advisers', '技术/专家委员会', 'Technical committee', [
      must('person', 'name', '姓名', 'Name', { maxLength: 40, personal: true }),
      must('text', 'employer', '单位', 'Institution', { maxLength: 80 }),
      may('enum', 'title', '职称', 'Title', { options: titles }),
      may('text', 'field', '专业领域', 'Field', { maxLength: 60 }),
    ]),
    table(
      'staff',
      '固定人员',
      'Staff',
      [
        must('person', 'name', '姓名', 'Name', { maxLength: 40, personal: true }),
        must('enum', 'sex', '性别', 'Sex', { options: sexes, personal: true }),
        must('year', 'bornYear', '出生年', 'Year of birth', bornYear),
        must('enum', 'education', '学历', 'Education', { options: educations, personal: true }),
        must('enum', 'title', '职称', 'Title', { options: titles }),
        must('text', 'major', '专业', 'Subject', { maxLength: 40 }),
        must('enum', 'post', '岗位', 'Post', { options: posts }),
        must('bool', 'fullTime', '全职', 'Full time'),
        may('text', 'insuredBy', '社保缴纳单位', 'Insured by', { maxLength: 80, required: { column: 'fullTime', is: [true] } }),
        may('text', 'remark', '备注', 'Remark', { maxLength: 200 }),
      ],
      { minRows: 1, law: 'Art. 9(5)' },
    ),
  ],
}

export const funds: Section = {
  id: 'G',
  words: words('经费', 'Funds'),
  law: 'Art. 9(3)',
  fields: [
    must('money', 'totalInvestment', '总投资', 'Total investment', { unit: tenThousandYuan, law: 'Art. 9(3)' }),
    must('money', 'deviceInvestment', '已完成投资：设备投资', 'Invested so far: equipment', {
      unit: tenThousandYuan,
      help: words('与 E 节设备原值合计一致', 'Equals the value of the equipment in E'),
    }),
    must('money', 'siteInvestment', '已完成投资：场地与公辅设施', 'Invested so far: site and utilities', { unit: tenThousandYuan }),
    must('money', 'otherInvestment', '已完成投资：其他', 'Invested so far: other', { unit: tenThousandYuan }),
    must('money', 'completedInvestment', '已完成投资合计', 'Invested so far in all', { unit: tenThousandYuan }),
    auto('money', 'sourcesTotal', '投资来源合计', 'Sources of investment in all', { unit: tenThousandYuan }),
    must('money', 'runningCost', '年度运行经费', 'Running cost a year', { unit: tenThousandYuan, law: 'Art. 9(3)' }),
    must('enum', 'accounting', '核算方式', 'Accounts', { options: accountings, law: 'Art. 13' }),
    must('text', 'ledger', '账套或专账名称', 'Name of the ledger', { maxLength: 80, law: 'Art. 13' }),
    may('longText', 'fundsNote', '经费说明', 'Remark on the funds', { maxLength: 500 }),
    filesOf('A08', '专账/独立核算证明', 'Proof of separate accounts', { law: 'Art. 13' }),
  ],
  tables: [
    table(
      'sources',
      '投资来源',
      'Sources of investment',
      [
        must('enum', 'kind', '来源', 'Source', { options: moneySources }),
        must('money', 'amount', '金额', 'Amount', { unit: tenThousandYuan }),
        may('text', 'remark', '说明', 'Remark', { maxLength: 200 }),
      ],
      { minRows: 1, totals: ['amount'], law: 'Art. 9(3)' },
    ),
    table(
      'plan',
      '未来三年投资计划',
      'Investment planned for three years',
      [
        must('year', 'year', '年度', 'Year'),
        must('money', 'amount', '金额', 'Amount', { unit: tenThousandYuan }),
        must('text', 'purpose', '用途', 'Purpose', { maxLength: 200 }),
      ],
      { minRows: 3, totals: ['amount'] },
    ),
    table(
      'running',
      '年度运行经费来源',
      'Sources of the running cost',
      [
        must('enum', 'kind', '来源', 'Source', { options: runningSources }),
        must('money', 'amount', '金额', 'Amount', { unit: tenThousandYuan }),
        may('text', 'remark', '说明', 'Remark', { maxLength: 200 }),
      ],
      { minRows: 1, totals: ['amount'], law: 'Art. 9(3)' },
    ),
  ],
}
