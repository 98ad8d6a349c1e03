/** Major matters: the list, the catalogue, the draft, what was handed in, accidents. */
export const matters = {
  title: '重大事项', open: '提出重大事项', demand: '责令补报', accident: '事故速报', empty: '没有符合条件的重大事项。', total_one: '{{count}} 件', total_other: '{{count}} 件',
  column: { matter: '事项', kind: '办理', status: '状态', due: '期限', effective: '生效' },
  filter: { code: '事项', all: '全部', kind: '办理方式', late: '逾期或先行实施', undeclared: '检查、考核发现', q: '编号、基地、单位', statuses: '按状态' },
  late: '逾期申报', ahead: '未批先行', undeclared: '发现未申报', byHost: '依托单位提出',
  pick: {
    title: '提出重大事项', base: '中试基地', which: '选择事项', says: '目录 {{version}}。办法只列名称、研究方向、发展目标、组织结构四类（第八条（五）），其余为系统配置规则。',
    begin: '填写', before: '批准前不得实施', within: '{{limit}}内', either: '事前，或{{limit}}内', attachments: '附件：{{what}}', none: '无须附件', experts: '审批前征求专家意见', inspection: '生效后自动安排现场复核', announced: '办结后公告',
    findingTitle: '责令补报：检查、考核发现的未申报变更', finding: '检查或考核的编号', facts: '发现的事实', findingSays: '选定事项后，基地在规定期限内补报，不能撤回。',
    limit: { workingDays: '发生之日起 {{n}} 个工作日', days: '发生之日起 {{n}} 日', hours: '{{n}} 小时' }, refused: '没有提出成功。',
  },
  draft: {
    now: '现为 {{value}}', nothing: '未登记', due: '{{happened}} 发生，{{due}} 前申报', late: '已超过申报期限 {{due}}，提出时须写明原因。', ahead: '实施日期早于今天，提出时须写明未批先行的原因。', kind: '办理方式', raised: '本次按审批办理：{{why}}',
    exceptions: { terms: '连任超过两届', age: '超过须报批的年龄', title: '无高级职称' }, fiveYears: '按 5 年填 {{day}}', required: '必填', attachments: '附件', add: '添加 {{name}}', optional: '如有', readOnly: '由中试基地和依托单位填写。', remove: '移除 {{name}}', conflict: '{{by}} 同时改了这一项：{{theirs}}', mine: '用我的', theirs: '用对方的', yes: '是', no: '否', choose: '请选择', month: '年-月，如 1978-05',
    unit: '万元', squareMetre: 'm²', orgs: '查找单位', addOrg: '加入', lead: '牵头', removeOrg: '移除 {{name}}', demanded: '检查、考核发现未申报的变更，{{day}} 前补报。',
  },
  view: {
    asked: '申报内容', diff: '变更对照', attached: '附件', none: '没有附件', on: '{{day}} 提出', happened: '发生日期', dueOn: '申报期限', effective: '生效日期', endorsement: '依托单位意见', verification: '核查意见', truth: { true: '属实', doubtful: '部分存疑', false: '不实' }, onSite: '已到现场', examination: '审定意见', agree: '同意上报', disagree: '不同意，报市科技局决定',
    proposal: '拟办意见', approve: '拟批准', refuse: '拟不予批准', experts: '专家意见', decision: '决定', outcome: { approved: '批准', refused: '不予批准', filed: '备案', recorded: '记录在案' }, conditions: '附带要求', returned: { host: '依托单位退回', county: '组织管理部门退回', city: '市科技局退回' }, findings: '检查、考核发现', reasons: '书面说明', reasonBy: { base: '申报方', county: '组织管理部门', city: '市科技局' },
    register: { name: '名称', direction: '研究方向', goals: '发展目标', hosts: '依托与共建单位', committee: '管理委员会', site: '场地', openService: '对外服务', promoted: '级别', director: '主任' }, paused: '已停止', running: '开放', province: '省级', ministry: '部级', nation: '国家级', until: '{{name}}，{{from}} 至 {{to}}', acting: '代理', signedBy: '签署人 {{name}}', toBase: '基地档案',
  },
  acc: {
    title: '事故速报', lead: '一分钟填完。提交后安全暂停随即生效，市、区县科技部门同时收到。', statutory: '法定报告另行办理：单位负责人接报后 {{hours}} 小时内向应急管理部门报告（《生产安全事故报告和调查处理条例》第九条）；突发环境事件立即向生态环境部门报告。本报告不能代替。', clock: '距事故 {{span}}，最迟 {{by}} 报告', over: '距事故 {{span}}，已超过 {{hours}} 小时。仍请立即报告。', hours: '{{h}} 小时 {{m}} 分', send: '立即报告', sending: '正在报告…', failed: '没有报告成功。您填写的内容已存在本机，请重试或先电话报告。',
    day: '日期', time: '时刻', told: '已报告。安全暂停已生效。', toCase: '查看案件', facts: '速报内容', kind: '类别', occurred: '发生时间', where: '地点', what: '经过', casualties: '人员', people: '死亡 {{dead}}，受伤 {{injured}}，失联 {{missing}}', hazardous: '危险物质', none: '不涉及', measures: '已采取措施', emergency: '应急管理部门', ecology: '生态环境部门',
    reported: { done: '已报', doing: '正在报', notRequired: '不属其职责' }, kinds: { safety: '生产安全', environment: '环境', quality: '质量' }, after: '事故后 {{span}}报告，时限 {{hours}} 小时', hold: '安全暂停中，自 {{since}}：不得承接新的中试委托。由市科技局两人决定解除，不自动解除。', lifted: '安全暂停 {{since}} 至 {{until}}，已解除。', acknowledged: '接报', written: '书面报告', causes: '原因', losses: '损失', remedies: '整改', grade: '法定等级', grades: { none: '未认定', ordinary: '一般', larger: '较大', major: '重大', extraordinary: '特别重大' }, clearance: '现场核实', lifting: '解除意见', kept: '未予解除，要求补充', side: { base: '基地', host: '依托单位', county: '组织管理部门', city: '市科技局', system: '系统' },
    pickBase: '哪个基地', fill: '填写速报', notTold: '还没有报告。填写速报并提交后，安全暂停才生效，市、区县科技部门才会收到。', missing: '还缺：{{what}}',
  },
} as const
