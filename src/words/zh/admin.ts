/** Registers, administration, experts' tasks, the site visit on a phone. */
export const admin = {
  search: '查找', add: '新增', edit: '修改', saved: '已保存。', since: '自', to: '至', now: '至今', name: '名称', person: '姓名',
  bases: { title: '基地', status: '状态', county: '县（区、市）', field: '领域', host: '依托单位', recognisedOn: '认定日期', director: '主任', certificateNo: '证书编号', documentNo: '认定文件', hold: '安全暂停：{{by}}，自 {{since}}', history: '经过', cases: '案件', facts: '登记信息', empty: '没有符合条件的基地。', portal: '公众页面' },
  organisations: { title: '单位', uscc: '统一社会信用代码', kind: '性质', county: '县（区、市）', address: '地址', phone: '办公电话', empty: '没有符合条件的单位。', warning: '提示', add: '新增单位', change: '修改单位资料', kinds: { host: '申报或依托单位', client: '委托单位', other: '其他' }, usccNote: '代码说明', usccNoteHelp: '代码核对不符而确属本单位的，写明原因。', hostType: '单位类型', legalRepresentative: '法定代表人', establishedOn: '成立日期' },
  organisation: { title: '单位资料', people: '本单位人员', role: '角色', once: '填一次，申报书、年报从这里带入。' },
  experts: { title: '专家', employer: '工作单位', jobTitle: '职称', fields: '领域', state: '状态', active: '可抽取', inactive: '停用', add: '新增专家', change: '修改：{{name}}', specialty: '类别', region: '地区', inCity: '本市', fieldsMost: '领域，至多 {{n}} 项', available: '可以参加评审', titles: { senior: '正高级', associateSenior: '副高级', middle: '中级' }, specialties: { technical: '技术', finance: '财务', management: '管理', safety: '安全环保' }, empty: '没有符合条件的专家。' },
  batches: { title: '评审批次', name: '批次名称', opensOn: '开始受理', cutOff: '截止日', closedOn: '已关闭', open: '受理中', cases: '项目', panel: '评审', add: '新增批次', close: '关闭批次', state: '状态', past: '已过截止日，待关闭', convene: '组织评审', reason: '另设批次的理由', reasonHelp: '截止日不是常设截止日时必填。', empty: '还没有批次。' },
  accounts: { title: '账号与配置', lead: '三员分立：系统管理员管账号，不见案件内容，不授权。', username: '用户名', state: '状态', states: { active: '正常', locked: '锁定', disabled: '停用' }, lastSignIn: '最近登录', never: '未登录', lock: '锁定', unlock: '解锁', reset: '重置密码', add: '新增账号', first: '首次密码只显示一次：{{password}}', firstFor: '{{username}} 的首次密码', empty: '没有符合条件的账号。' },
  grants: { title: '授权', lead: '三员分立：安全管理员授予与收回角色，每次都有起止日期。', role: '角色', org: '单位', by: '授予人', end: '收回', add: '授予', person: '人员', empty: '没有符合条件的授权。', chooseOrg: '单位编号', choose: '请选择', reason: '理由或依据', actsFor: '代谁办理', actsForHelp: '代办须有截止日，办理记录同时写明两人。', nobody: '不是代办', actsForNames: '{{name}} 代 {{other}}', notYet: '未开始', ended: '已结束', firstRun: '初始设置', endTitle: '收回：{{name}} · {{role}}', lastDay: '最后一日' },
  audit: { title: '审计', lead: '三员分立：审计员看日志，不见案件内容。', at: '时间', who: '谁', what: '做了什么', about: '对象', address: '地址', outcome: '结果', done: '完成', refused: '拒绝', from: '自', to: '至', kind: '种类', all: '全部', empty: '没有符合条件的记录。' },
  profile: { title: '我的资料', employers: '工作单位', fields: '领域', avoid: '主动回避', phone: '联系电话', title_: '职称', lead: '回避按这里的工作单位核对，请保持准确。', avoidNone: '没有', noPhone: '未填', avoidHelp: '每行一个单位。' },
  figures: { title: '基地统计', county: '区县', field: '领域', all: '全部', excel: '导出 Excel', csv: '导出 CSV', drawn: '图：{{what}}，数值见下表' },
  statistics: { title: '统计', asOf: '截至 {{day}}，按您可见的案件计算', count: '件数', share: '占比', empty: '还没有数据。' },
  verify: { title: '日志核验', lead: '逐条重算指纹，核对每个案件的链条。', run: '重新核验', at: '核验时间', entries: '经过', cases: '案件', head: '总指纹', sound: '全部一致。', faults: '{{n}} 处不一致' },
  lobbying: { title: '请托登记', lead: '有人就评审、认定打招呼、走关系的，在此登记，直接送机关纪委。', about: '涉及案件', on: '日期', by: '何人', said: '内容', add: '登记', done: '已登记，机关纪委可见。', empty: '没有登记。', reportedBy: '登记人' },
  tasks: {
    title: '评审任务', lead: '先声明，再看材料。封存打分：结束评分前任何人看不到分数。', empty: '没有评审任务。', of: '第 {{n}} 项，共 {{of}} 项', gate: '声明', score: '评分', done: '已提交', left: '已回避', hosts: '申报单位', continue: '继续评分', application: '项目', state: '状态', states: { gate: '待声明', score: '待评分', done: '已提交评分', conflict: '已回避', closed: '评分已结束' }, notYet: '评审尚未开始评分。',
  },
  gate: { title: '先声明，再看材料', checked: '系统已核对任职、共建、名单、客户、竞争申请，未发现关系；如有下列情形请声明。', yes: '有', no: '没有', note: '情况说明', rest: '任一项为“有”，由候补专家接替，不影响您参加其他项目。', missing: '还有 {{n}} 项未答', later: '稍后再说', declare: '声明并打开材料', hand: '声明并回避', done: '已声明无回避情形', conflict: '已声明应回避。本项由候补专家接替，不影响您的其他项目。', next: '回到任务' },
  score: {
    answered: '已评 {{n}} / {{of}} 项', subtotal: '已评部分小计', sealed: '封存打分：汇总前任何人看不到您的分数，您也看不到他人分数。', rubric: '评分表 {{version}}', points: '{{n}} 分', of: '/ {{n}}', band: '评分档', pointsOf: '{{item}} 得分', range: '{{most}} 至 {{least}}', comment: '意见（首档、末档须写）', veto: '一票否决（不计分）', yes: '是', no: '否',
    vote: '推荐意见', opinion: '书面意见', characters: '{{n}} / {{least}} 字', previous: '上一项', next: '下一项', submit: '提交评分', lacks: '提交（缺 {{n}} 项）', lacking: '还缺：{{what}}', final: '提交后封存，结束评分前不能修改。', submitted: '评分已提交并封存。', shield: '已声明无回避情形', conflictFound: '发现应回避', lobbying: '请托登记', kept: '已存本机 {{time}}', file: '申报书', files: '附件', watermark: '材料仅供本次评审，按页标注您的姓名与时间，不能下载。', sections: '章节', empty: '未评', comments: '意见', items: '评分项', vetoes: '一票否决', unit: '分',
  },
  visit: {
    title: '现场考察', offline: '离线 · {{n}} 条待同步', queued: '{{n}} 条待同步', online: '已同步', blocks: '考察内容', check: '核查', declared: '申报值', verified: '核实值', difference: '差异', over: '差异超过 10%，将列入差异清单。请写原因。', reason: '差异原因', note: '说明', result: '结论', results: { conforms: '符合', differs: '有差异', fails: '不符合' }, photo: '拍照', photos: '照片带时间，存于本机，联网后自动上传。', sending: '待上传',
    subtotal: '{{block}} 小计', of: '/ {{n}}', differences: '差异清单', none: '没有差异。', pieces: '{{n}} 项', previous: '上一部分', next: '下一部分 {{block}}', finish: '结论与签字', visitedOn: '考察日期', group: '考察组成员', member: '成员 {{n}}', org: '单位', addMember: '增加成员', removeMember: '移除成员 {{n}}', hazard: '发现重大隐患', conclusion: '考察结论', opinion: '考察组意见', sign: '成员签字', because: '说明：{{rule}}', signHint: '考察组成员每人写下姓名，一行一人', submit: '签署考察记录', lacks: '还缺：{{what}}', all: '各项核查', scores: '各部分打分', needOnline: '离线，不能签署。记录已存本机，联网后提交。', retry: '重试上传', score: '{{block}} 打分', closed: '这个案件现在不在考察环节。', back: '回到案件',
  },
}
