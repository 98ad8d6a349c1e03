/** Revocation: the way of due process, what was found, what was said. */
export const revocation = {
  title: '撤销', rail: '正当程序', railNote: '先调查、后告知，听取意见后由他人审核、决定；送达时生效。', grounds: '立案情形', decideBy: '决定时限 {{day}}', regulation: '适用立案时的规定；其后更轻的适用更轻的（从旧兼从轻）。',
  state: { done: '已办', now: '进行中', missing: '尚缺', later: '未到', skipped: '不适用' },
  stage: { open: '立案', investigate: '调查取证', cure: '恢复期', notify: '事先告知', state: '陈述申辩', answer: '逐点复核', hear: '听证', legality: '法制审核', notice: '公示', decide: '决定', serve: '送达', announce: '公告' },
  told: {
    findings: '已认定 {{what}}', noFinding: '立案情形尚无调查认定', cureUntil: '至 {{day}}', cured: '已恢复', notCured: '未恢复', notServed: '{{no}}，待送达', served: '{{no}}，{{day}} {{how}}', until: '至 {{day}}（期满前不作决定）', over: '{{day}} 期满', stated: '已陈述 {{n}} 次', silent: '期内未陈述',
    waived: '{{by}} 书面放弃', unanswered: '{{n}} 次陈述待复核', answered: '已逐点复核', asked: '已要求听证，尚未举行', notAsked: '未要求', held: '{{day}} 举行', reviewed: '审核通过', faulted: '退回 {{n}} 次', onNotice: '公示中', cleared: '公示期满', revoked: '撤销，{{no}}', notRevoked: '不予撤销，{{no}}', acknowledged: '{{day}} 已签收，待登记送达', effect: '{{day}} 生效', plaque: '牌匾证书：{{what}}',
  },
  suspended: '自 {{since}} 起调查期间暂停，最长至 {{until}}：{{reason}}', lifted: '暂停已于 {{day}} 解除。',
  effective: '{{day}} 送达生效：证书失效，名录、证书验证、公开名单已更新。行政复议至 {{reconsider}}，行政诉讼至 {{litigate}}。', spared: '不予撤销。', moot: '基地已不在册，本案终止。', inForceSoon: '已决定撤销，送达后生效；送达前名录和证书不变。',
  yourTurn: '您可以在 {{day}} 前陈述、申辩，提交证据，要求听证；也可以书面放弃。期满前不作决定。', curing: '请在 {{day}} 前恢复下列能力并报告。恢复的，不予撤销。',
  notice: '事先告知', no: '编号', facts: '告知的事实', basis: '依据和理由', intended: '拟作决定', intendedText: '撤销市级中试基地资格', contact: '联系', law: '条款', earlier: '此前告知 {{no}}，陈述 {{n}} 次',
  statements: '陈述申辩', statement: '{{day}} 陈述', signedBy: '签署 {{name}}', asksHearing: '要求听证', files: '附件 {{n}} 件', point: '意见', taken: '复核', because: '理由', takenAs: { yes: '采纳', partly: '部分采纳', no: '不予采纳' }, hearing: '听证记录', chair: '主持人', attended: '参加人',
  findings: '调查认定', investigation: '调查报告', investigators: '调查人员', cityOnly: '仅市局可见', opened: '立案事实', source: '来源',
  found: { accident: '事故', falsehood: '弄虚作假', absence: '无故不参加考核', twicePoor: '连续两年为差', unable: '不再具备服务能力' },
  f: {
    kind: '种类', occurredOn: '发生日期', grade: '法定等级', deaths: '死亡', responsibility: '责任', main: '主要责任', notMain: '非主要责任', harm: '严重危害或召回', yes: '是', no: '否', decision: '认定文书', what: '对象', heardOn: '听取陈述', figure: '数据', declared: '申报', verified: '核实', inflated: '虚增', year: '年度', reminders: '催报', reminder: '{{document}}：{{delivered}} 送达（{{proof}}），限 {{due}}',
    excuse: '说明', series: '历年档次', site: '场地', usable: '可用', notUsable: '不可用', equipment: '主要设备', of: '{{n}} / {{of}} 台套', staff: '全职人员', lastService: '最近对外服务', never: '从未', findings: '认定',
    kinds: { quality: '质量事故', safety: '安全事故', environment: '环保事故', other: '其他事故' }, grades: { general: '一般', larger: '较大', major: '重大', extraordinary: '特别重大' }, outcomes: { excellent: '优', good: '良', fair: '中', poor: '差', none: '未定档' },
  },
  legality: '法制审核', proposal: '拟定结果', proposed: { revoke: '拟撤销', notRevoke: '拟不予撤销' }, decision: '决定', outcome: { revoked: '撤销资格', notRevoked: '不予撤销' }, minutes: '会议纪要', remedies: '救济', remediesText: '自收到决定之日起六十日内可以申请行政复议，六个月内可以提起行政诉讼。',
  openCases: '在办事项', openCasesNote: '决定送达时该基地在办的事项：能随基地终止的已终止，其余逐项移交或处理。', ends: '已随基地终止', toHandle: '待处理', handedOver: '移交登记', handedTo: '移交 {{to}}，{{day}}', plaques: { returned: '已交回', declaredVoid: '公告作废' }, methods: { platform: '平台签收', person: '直接送达', post: '邮寄送达', left: '留置送达', publication: '公告送达' },
}
