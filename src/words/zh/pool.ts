/** The pool of experts and the review batches. */
export const pool = {
  standing: { callable: '可抽取', unavailable: '暂不参加', away: '期间不能参加', barred: '停止抽取', noAccount: '未开通账号' }, all: '全部', byStanding: '按状态', field: '领域', specialty: '类别', q: '姓名、单位、地区',
  import: '导入', export: '导出', callableOf: '{{n}} 人可抽取，共 {{of}} 人',
  importing: { title: '从表格导入专家', template: '下载模板', choose: '选择 .xlsx 文件', chosen: '{{name}}', checking: '正在核对…', sound: '共 {{n}} 人，没有问题。导入后由系统管理员开通账号。', faults: '有 {{n}} 处需要更正，一行也没有导入。', row: '行', column: '列', says: '问题', write: '导入 {{n}} 人', done: '已导入 {{n}} 人。', again: '更正后重新选择文件。', note: '整表导入：有一处问题就一行也不导入。', close: '关闭' },
  card: { employers: '工作单位', now: '至今', from: '自', unknown: '起止未填', contact: '联系方式', phone: '电话', email: '电子邮件', none: '未填', avoid: '主动回避', away: '不能参加的期间', awayNone: '没有', title: '职称', region: '地区', inCity: '本市', outside: '外市', role: '专家角色', roleFrom: '自 {{day}}', facts: '资料' },
  credit: {
    title: '评审信用', none: '还没有参加过已结束的评审。', sums: '参加 {{panels}} 次，缺席 {{absent}} 次；应评 {{owed}} 项，已评 {{sheets}} 项；偏离 {{far}} 项；迟发现回避 {{late}} 项。', line: '应评 {{owed}}，已评 {{sheets}}', far: '偏离 {{n}}', unsettled: '未说明 {{n}}', declared: '主动申明回避 {{n}}', late: '迟发现回避 {{n}}',
    left: { conflict: '因回避退出', absent: '缺席', declines: '本人不能参加', other: '退出' }, note: '由各次评审的记录计算，只列数字，不打等级。',
  },
  awayAdd: '增加一段', awayFrom: '自', awayTo: '至', remove: '移除', employersAdd: '增加单位', email: '电子邮件',
  bars: {
    title: '停止抽取', none: '没有停止抽取的记录。', propose: '提出停止抽取', reason: '事由', basis: '依据', from: '开始日', until: '截止日', untilHelp: '不填为不定期，须解除后才能再抽取。', term: '{{from}} 至 {{until}}', open: '{{from}} 起，不定期', proposedBy: '{{name}} 提出，{{on}}', signedBy: '{{name}} 签署，{{on}}', refusedBy: '{{name}} 不同意，{{on}}：{{why}}', liftBy: '{{name}} 提出解除，{{on}}：{{why}}', liftedBy: '{{name}} 解除，{{on}}',
    sign: '签署', refuse: '不同意', lift: '提出解除', liftSign: '同意解除', keep: '不解除', why: '理由', two: '提出与签署应为两人。',
    state: { proposed: '待签署', refused: '未同意', coming: '尚未开始', inForce: '停止抽取中', liftProposed: '待决定解除', over: '已到期', lifted: '已解除' },
  },
  batch: {
    due: '按常设截止日应设', dueSays: '{{opens}} 起受理，{{cutOff}} 截止', open: '设立', cutOffs: '常设截止日：{{days}}', extra: '加开', basis: '加开的依据', basisHelp: '会议纪要、批示等。', state: { proposed: '待批准', refused: '未批准', open: '受理中', past: '已过截止日，待关闭', closed: '已关闭 {{on}}' }, approve: '批准加开', refuse: '不同意', refusal: '理由', proposedBy: '{{name}} 提出', decidedBy: '{{name}} 批准，{{on}}', refusedBy: '{{name}} 不同意，{{on}}：{{why}}',
    facts: '批次', period: '受理期', applications: '项目', none: '还没有编入项目。', panels: '评审', byStatus: '进展', since: '自', due_: '期限', two: '提出与批准应为两人。', case: '项目', status: '状态',
  },
}
