/** The nineteen attachments, when each is asked for, and what county and city look at in it; the clauses signed in M. */
import type { Words } from '../../kernel/words.ts'
import { chemical } from './recognition.form.conditions.ts'
import { type Attachment, type Condition, type SectionId, words } from './recognition.form.grammar.ts'

const item = (code: string, section: SectionId, zh: string, en: string, check: Words, more: Partial<Attachment> = {}): Attachment => ({
  code,
  section,
  words: words(zh, en),
  required: true,
  check,
  ...more,
})

const only = (paths: readonly string[], is: readonly (string | boolean)[], zh: string, en: string): Condition => ({
  when: { any: paths.map((path) => ({ path, is })) },
  otherwise: words(zh, en),
})

export const attachments: readonly Attachment[] = [
  item(
    'A01',
    'B',
    '法人证书/营业执照',
    'Certificate of legal person or business licence',
    words('代码与申报书一致', 'Its code equals the form'),
    { law: 'Art. 8' },
  ),
  item(
    'A02',
    'C',
    '联合共建协议',
    'Partnership agreement',
    words('各方签章，明确牵头单位、权责、知识产权与退出', 'Signed by all; names the lead, rights and duties, property and leaving'),
    { law: 'Art. 8', appliesWhen: only(['A.jointApplication'], [true], '单独申报', 'The host applies alone') },
  ),
  item('A03', 'D', '场地权属/租赁', 'Title or lease of the site', words('面积、期限与申报书一致', 'Area and term equal the form'), {
    law: 'Art. 9(4)',
  }),
  item(
    'A04',
    'E',
    '设备清单 + 发票/资产卡片',
    'List of equipment, invoices or asset cards',
    words('合计与申报书一致；按价值抽附不少于 20%', 'Total equals the form; vouchers for at least 20% of the value'),
    { law: 'Art. 9(4)' },
  ),
  item(
    'A05',
    'F',
    '人员名单 + 聘任文件 + 社保证明',
    'List of staff, appointments, social insurance',
    words('人数一致；社保为近 6 个月', 'Numbers agree; insurance of the last six months'),
    { law: 'Art. 9(5)' },
  ),
  item('A06', 'F', '主任聘任文件、职称证书', 'Appointment and title of the director', words('职称与年龄', 'Title and age'), {
    law: 'Art. 14',
  }),
  item(
    'A07',
    'B',
    '近两/三年审计报告（成立不足的附财务报表）',
    'Audit reports, or accounts of younger hosts',
    words('与 B 节经营情况一致', 'Equals the years in B'),
  ),
  item('A08', 'G', '专账/独立核算证明', 'Proof of separate accounts', words('相对独立核算', 'Accounts are relatively separate'), {
    law: 'Art. 13',
  }),
  item('A09', 'J', '管理制度汇编', 'Collected house rules', words('与 J 节清单一致', 'Equals the list in J'), { law: 'Art. 8(4)' }),
  item('A10', 'I', '对外服务合同、发票、用户证明', 'Contracts, invoices and client statements', words('金额与 I 节一致', 'Sums equal I'), {
    law: 'Art. 4(2)',
    appliesWhen: only(['I.served'], [true], '近三年没有对外服务', 'No services in the last three years'),
  }),
  item(
    'A11',
    'K',
    '信用中国报告 + 国家企业信用信息公示系统截图',
    'Credit reports of both systems',
    words('查询日期在规定天数内，无严重失信', 'Drawn within the days set, no serious record'),
    { law: 'Art. 9(1)' },
  ),
  item(
    'A12',
    'D',
    '环评/排污、消防、安全生产手续',
    'Environmental, discharge, fire and safety papers',
    words('与 D 节文号一致、在有效期', 'Numbers equal D, still valid'),
    { law: 'Art. 9(4)' },
  ),
  item(
    'A13',
    'K',
    '化工园区证明、反应安全风险评估、安评、中试方案、应急预案',
    'Chemical park, reaction risk, safety assessment, pilot plan, emergency plan',
    words('五项齐全', 'All five are there'),
    { law: 'Art. 9(4)', appliesWhen: chemical },
  ),
  item('A14', 'H', '知识产权/成果证明', 'Proof of intellectual property and results', words('与 H 节所列一致', 'Equals H'), {
    required: false,
  }),
  item(
    'A15',
    'K',
    '生物安全/伦理/辐射许可',
    'Biosafety, ethics or radiation permits',
    words('在有效期，范围覆盖所列设备与活动', 'Valid and covering what is listed'),
    {
      law: 'Art. 9(4)',
      appliesWhen: only(
        ['K.radiation', 'K.pathogens', 'K.experiments'],
        [true],
        '不涉及辐射、病原微生物和人体、动物实验',
        'No radiation, pathogens or experiments',
      ),
    },
  ),
  item('A16', 'M', '承诺书（单位、主任、共建单位）', 'Commitments of host, director and partners', words('签章完整', 'Signed and sealed')),
  item('A17', 'M', '不涉密说明', 'Statement that nothing is classified', words('单位保密机构盖章', 'Sealed by the office for secrecy')),
  item(
    'A18',
    'A',
    '一事一议依据文件',
    'Basis documents for the special track',
    words('市委市政府决定、会议纪要或产业急需论证', 'Decision, minutes, or argument of urgent need'),
    { law: 'Art. 11', appliesWhen: only(['A.track'], ['separateAppraisal', 'commissionedBuild'], '常规申报', 'Regular application') },
  ),
  item('A19', 'M', '其他', 'Other', words('与申报相关', 'Belongs to the application'), { required: false }),
]

export const commitments: readonly Words[] = [
  words(
    '所报材料真实、准确、完整、有效，复印件与原件一致。',
    'What is handed in is true, exact, complete and valid; copies equal their originals.',
  ),
  words(
    '本单位无严重违法失信，近三年无较大以上安全、环保、质量事故。',
    'The host has no serious record and had no larger accident in three years.',
  ),
  words(
    '不重复申报、不多头申报，不将同一成果包装后再次申报。',
    'Nothing is applied for twice, through several channels, or in new wrapping.',
  ),
  words(
    '材料不涉及国家秘密，公开内容不侵犯他人商业秘密和个人信息。',
    'Nothing is a state secret; what is published harms no trade secret and no personal data.',
  ),
  words('知识产权清晰，没有争议。', 'The intellectual property is clear and undisputed.'),
  words('不打招呼、不请托，不以任何方式干预评审。', 'No lobbying, and no interference with the review.'),
  words(
    '认定后履行开放服务、年度考核和重大事项报告义务。',
    'After recognition the duties of open service, yearly assessment and report are kept.',
  ),
  words('奖补资金专款专用，接受审计和绩效评价。', 'Awards are used for their purpose and open to audit.'),
  words(
    '违反承诺的，接受撤销资格、追回资金、记入科研诚信记录等处理。',
    'A breach may lead to revocation, recovery of funds and an integrity record.',
  ),
  words('已就所填人员信息告知本人并取得同意。', 'The persons listed have been told and agree.'),
]
