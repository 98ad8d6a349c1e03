/** M11–M16: what befalls the base, what it takes on, and its end. */
import { attachment, field, happenedOn, type Matter, matter, plannedOn, reasonField } from './matter.ts'

export const mattersOfEvents: readonly Matter[] = [
  matter({
    code: 'M11', name: ['安全、环保、质量事故', 'Accident'], kind: 'report', time: { when: 'after', setting: 'major.accidentHours', counts: 'hours' }, law: 'Art. 8(2)', hostProposes: true, fields: [],
    says: ['发生安全、环保或质量事故，即时报告，安全暂停随即生效', 'A safety, environmental or quality accident: reported at once, and the safety hold begins'],
    basis: ['依托单位落实安全、环保主体责任（第八条（二））；法定事故报告义务不受影响', 'The host answers for safety and environment (Art. 8(2)); statutory reports are not touched'],
  }),
  matter({
    code: 'M12', name: ['处罚、失信、重大诉讼', 'Penalty, dishonesty, litigation'], kind: 'report', time: { when: 'after', setting: 'major.reportDays', counts: 'workingDays' },
    says: ['行政处罚、列入失信名单、重大诉讼或知识产权纠纷', 'An administrative penalty, a listing for dishonesty, major litigation or a dispute over rights'],
    fields: [
      field('what', 'choice', ['事项', 'What'], { options: [['penalty', '行政处罚', 'Penalty'], ['dishonesty', '失信', 'Dishonesty'], ['litigation', '重大诉讼', 'Litigation'], ['rights', '知识产权纠纷', 'Dispute over rights']] }),
      field('who', 'choice', ['对象', 'Who is concerned'], { options: [['base', '中试基地', 'The base'], ['host', '依托单位', 'The host'], ['partner', '共建单位', 'A partner']] }),
      field('authority', 'text', ['作出机关（法院、相对方）', 'Authority, court or opponent']), field('documentNo', 'text', ['文书号', 'Document number'], { required: false }),
      happenedOn, field('reason', 'longText', ['情况说明和对基地运行的影响', 'What happened, and its effect on the base']),
    ],
    attachments: [attachment('A01', ['决定书、通知书或裁判文书', 'Decision, notice or judgement'])],
    basis: ['关系第九条（一）信用条件和第十九条（二）', 'It touches the credit condition of Art. 9(1), and Art. 19(2)'],
  }),
  matter({
    code: 'M13', name: ['承担重大任务、晋升', 'Major tasks, promotion'], kind: 'filing', time: { when: 'after', setting: 'major.filingDays', counts: 'workingDays' }, changes: ['promoted'], law: 'Art. 12',
    says: ['承担国家或省重大中试任务，或被认定为省级、部级、国家级中试基地', 'A major task of nation or province, or recognition by province, ministry or nation'],
    fields: [
      field('what', 'choice', ['内容', 'What'], { options: [['task', '承担国家、省重大中试任务', 'A major task'], ['province', '认定为省级中试基地', 'Recognised by the province'], ['ministry', '认定为部级中试平台', 'Recognised by a ministry'], ['nation', '认定为国家级中试平台', 'Recognised by the nation']] }),
      field('authority', 'text', ['下达（认定）机关', 'Authority']), field('documentNo', 'text', ['文号', 'Document number']), happenedOn, reasonField,
    ],
    attachments: [attachment('A01', ['任务书或认定文件', 'Task or recognition'])],
    basis: ['对标省级条件、积极申报（第十二条）', 'Bases aim at the province (Art. 12)'],
  }),
  matter({
    code: 'M14', name: ['境外合作、生物、出口管制事项', 'Work with foreign, biological or controlled items'], kind: 'approval', time: { when: 'before' }, law: 'Art. 8(2)',
    says: ['与境外机构合作，或涉及保密要求、生物安全、出口管制的中试', 'Work with institutions abroad, or pilot work under secrecy, biosafety or export control'],
    fields: [
      field('what', 'choice', ['事项', 'What'], { options: [['abroad', '与境外合作', 'Work with abroad'], ['secrecy', '保密要求', 'Secrecy'], ['bio', '生物安全', 'Biosafety'], ['export', '出口管制', 'Export control']] }),
      field('partner', 'text', ['合作方', 'Partner']),
      field('content', 'longText', ['合作内容和风险控制', 'Content and control of risk'], { help: ['本系统不处理涉密内容，只写可以公开的部分', 'No classified content in this system: only what may be known'] }), reasonField, plannedOn,
    ],
    attachments: [attachment('A01', ['合作协议（文本）', 'Agreement']), attachment('A02', ['主管部门许可', 'Permit of the competent authority'], { required: false, when: { field: 'what', is: ['bio', 'export', 'secrecy'] } })],
    basis: ['落实安全、环保、保密主体责任（第八条（二））', 'Responsibility for safety, environment and secrecy (Art. 8(2))'],
  }),
  matter({
    code: 'M15', name: ['主动退出', 'Leaving'], kind: 'approval', time: { when: 'before' }, law: 'Art. 6(3)', partners: true, announced: true, hostProposes: true,
    says: ['中试基地主动申请退出（撤销认定）', 'The base asks to leave the register'],
    fields: [
      field('lastServiceOn', 'day', ['最后对外服务日期', 'Last day of service']),
      field('openOrders', 'number', ['在办委托件数', 'Commissions under way'], { help: ['没有的填 0', '0 when there are none'] }),
      field('orders', 'longText', ['在办委托的了结或移交', 'How they are settled or handed over'], { required: false }),
      field('award', 'choice', ['奖补资金', 'The award'], { options: [['none', '未获奖补', 'None received'], ['reported', '已使用并报告', 'Used and reported'], ['unspent', '有结余', 'Partly unspent']] }),
      field('unspent', 'money', ['结余金额', 'Unspent'], { unit: 'tenThousandYuan', when: { field: 'award', is: ['unspent'] } }),
      field('awardPlan', 'longText', ['结余处理', 'What becomes of it'], { when: { field: 'award', is: ['unspent'] } }),
      field('archive', 'longText', ['资料、设备和人员的安排', 'Records, equipment and staff']), reasonField, plannedOn,
    ],
    attachments: [attachment('A01', ['依托单位决议', 'Resolution of the host']), attachment('A02', ['委托了结和资金清算说明', 'Settlement of commissions and money'])],
    basis: ['撤销由市科技局批准（第六条（三））；批准后按撤销公示', 'The city approves removals (Art. 6(3)); a public notice follows'],
  }),
  matter({
    code: 'M16', name: ['股权、资产抵押', 'Pledge of shares or assets'], kind: 'filing', time: { when: 'after', setting: 'major.filingDays', counts: 'workingDays' }, law: 'Art. 8(3)',
    says: ['影响基地运行的股权质押、设备或场地抵押', 'A pledge of shares, equipment or site that touches the running of the base'],
    fields: [
      field('what', 'choice', ['抵（质）押物', 'What is pledged'], { options: [['shares', '股权', 'Shares'], ['equipment', '设备', 'Equipment'], ['site', '场地', 'Site']] }),
      field('creditor', 'text', ['权利人', 'Creditor']), field('amount', 'money', ['担保金额', 'Amount secured'], { unit: 'tenThousandYuan' }),
      happenedOn, field('until', 'day', ['期限至', 'Until'], { required: false }), field('reason', 'longText', ['事由和对基地运行的影响', 'Reasons, and effect on the base']),
    ],
    attachments: [attachment('A01', ['抵（质）押合同或登记证明', 'Contract or registration'])],
    basis: ['依托单位提供场地、设备等基础设施（第八条（三））', 'The host provides site and equipment (Art. 8(3))'],
  }),
]
