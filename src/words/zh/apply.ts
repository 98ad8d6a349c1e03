/** Own applications and the application form. The names of fields come with the form itself. */
export const apply = {
  title: '申报', crumb: '位置', heading: '{{name}} 认定申报书', reports: '年度考核', reportHeading: '{{name}} 自评报告', unnamed: '未命名的申报', toCase: '案件页', print: '打印', back: '返回', understood: '知道了', failed: '没有成功，请重试。',
  yes: '是', no: '否', choose: '请选择', required: '必填', comma: '、', notYet: '—', personal: '不公开', personalSays: '个人信息，不对外公开',
  notApplicable: '不适用：{{why}}', notApplicableShort: '不适用', byOrganiser: '由组织管理部门填写', characters: '{{n}} / {{max}} 字', expected: '应为：{{expected}}', refused: '没有保存。应为：{{expected}}',
  inConflict: '与他人的修改冲突，请在上方选择', worked: '自动计算', commitments: '承诺事项', sections: '申报书章节', hint: { date: '年-月-日', month: '年-月' },
  list: {
    says: '常态化申报，随时可以开立。填写的内容自动保存。', new: '新开申报', opening: '正在开立…', none: '还没有申报。', open: '可以填写', away: '已提交', count: '{{n}} 件', application: '申报', status: '状态', with: '现在由谁办理', due: '期限',
    since: '自 {{day}}', nobody: '已办结', noDue: '无期限', go: '操作', goOn: '继续填写', supplement: '去补正', look: '查看',
  },
  state: { done: '完成', writing: '在填', must: '须补', explain: '须说明', empty: '未填', notApplicable: '不适用' },
  progress: '完成 {{done}} 节，在填 {{writing}} 节，须补 {{must}} 项', progressExplain: '，须说明 {{n}} 节', editor: '{{name}}正在填写 {{section}} 节', editorAnswers: '{{name}}正在答复补正事项', editorHere: '{{name}}在填',
  saved: {
    at: '已自动保存 {{time}}', saving: '正在保存…', offline: '离线，已存本机 {{n}} 处', signedOut: '登录已过期，已存本机 {{n}} 处', unreached: '连接不上服务，已存本机 {{n}} 处', offlineNothing: '离线，填写的内容会存在本机', conflict: '与{{by}}的修改冲突，请选择', refused: '{{n}} 处没有保存，见标记',
    shut: '不能再保存：{{why}}本机存有 {{n}} 处。', nothing: '自动保存', readOnly: '只读',
  },
  conflict: { title: '{{n}} 处与他人的修改冲突', says: '两份都在，选定一份后保存。', mine: '我写的', theirs: '{{by}} {{at}}', keepMine: '用我的', keepTheirs: '用对方的', empty: '（空）', row: '（整行）', rowGone: '（该行已删除）' },
  grid: {
    no: '行号', rows: '{{n}} 行', none: '还没有内容', add: '增加一行', copy: '复制本行', delete: '删除本行', deleted: '已删除第 {{no}} 行', undo: '撤销', row: '第 {{no}} 行　{{name}}', total: '合计 {{n}} 行', missing: '待填',
    keys: '方向键移动，回车编辑，Ctrl+V 粘贴多行', keysFixed: '方向键移动，回车编辑；每项一行', notBegun: '这一项还没有填写。在表格里填任意一格，或', begin: '开始填写',
  },
  paste: {
    open: '粘贴 Excel', title: '粘贴到{{table}}', says: '从 Excel 复制若干行粘到下面。第一行是列名时按列名对应，否则依次填入：{{columns}}。', here: '粘贴在这里', found: '可加入 {{rows}} 行', named: '，已按列名对应', left: '，{{n}} 格无法识别',
    add: '加入', heading: '{{name}}（{{unit}}）', sheet: '下载表样', done: '已填入 {{rows}} 行。', leftList: '无法识别，未填入：{{list}}。', leftOne: '第 {{line}} 行“{{text}}”',
  },
  precheck: {
    skip: '跳到填写内容', title: '预审', same: '与区县、市局所用规则相同', notMet: '须补', needsReason: '须说明', needsJudgement: '待判断', notEvaluated: '未检查', met: '符合', metAll: '符合的 {{n}} 项', allMet: '各项都符合。', section: '{{id}} 节', attachment: '{{section}} 节附件 {{code}}',
  },
  files: {
    title: '附件', limits: 'PDF、JPG、PNG、OFD，每份 ≤ 50 MB', choose: '选择文件', chooseFor: '为“{{name}}”选择文件', addTo: '为 {{code}} {{name}} 添加文件', there: '已交 {{n}} 份', checked: '核对：{{what}}', remove: '移除 {{name}}', stop: '停止上传 {{name}}', gone: '文件已移除，请重新选择。',
    sending: '上传 {{share}}，断网可续传', waiting: '等待上传 {{share}}', paused: '离线，已传 {{share}}，联网后继续', failed: '没有上传成功。', again: '重试',
    unfit: { kind: '{{name}} 不是 PDF、JPG、PNG 或 OFD，没有上传。', size: '{{name}} 超过 50 MB，没有上传。请压缩或分成几份。', empty: '{{name}} 是空文件，没有上传。' },
  },
  partners: {
    title: '各方确认', says: '协议内容改动后，各方须重新确认。', waiting: '待确认', confirmed: '已确认', refused: '不同意', search: '邀请共建单位', searchSays: '输入单位名称，至少两个字', invite: '邀请', none: '平台上没有这个单位。请对方先到市科技局登记。',
    inviteFirst: '请先邀请共建单位', notInvited: '未邀请的单位', readOnly: '申报由牵头单位填写。',
  },
  notice: {
    title: '补正事项', asked: '{{by}} {{on}} 一次性告知 {{n}} 项，{{due}} 前答复', county: '组织管理部门', city: '市科技局', answer: '第 {{no}} 项的答复', left: '还有 {{n}} 项未答复', all: '各项均已答复', others: '修改其他内容（将另行标注）',
  },
  carry: { open: '从上次申报带入', offer: '本单位以前有 {{n}} 件申报，可以带入已有内容。', from: '来自', found: '可带入 {{n}} 处。', says: '只填空着的地方；有内容的表格不动；附件须重新上传。', do: '带入' },
  foot: { previous: '上一节', next: '下一节', lacks: '补齐 {{n}} 项后可提交', explain: '{{n}} 项须写说明', ready: '可以提交', unsent: '还有 {{n}} 处没有保存到平台，暂不能提交。联网后自动保存。' },
  submit: { ways: '去修改', files: '一并冻结的附件 {{n}} 份', noFiles: '没有附件。', judged: '由人判断的事项' },
  receipt: {
    title: '已提交', with: '现在由', withRole: '{{role}}办理。', withUntil: '{{role}}办理，最迟 {{day}} 答复。', number: '案号', at: '时间', now: '状态', law: '依据', entry: '经过第 {{no}} 条', hash: '经过指纹', snapshot: '申报书指纹', told: '已通知', applicant: '申报单位', files: '随案文件 {{n}} 份', follow: '查看办理经过', back: '回到申报',
  },
  sent: { with: '申报书已提交，现在由{{who}}办理：{{asks}}。以下为提交的版本。', closed: '申报已办结。以下为提交的版本。' },
  preview: { open: '预览申报书', openReport: '预览报告', back: '返回填写', draft: '草稿预览，尚未提交。打印为 A4。', head: '编号 {{number}} · 版式 {{version}} · {{day}}', isDraft: '草稿' },
}
