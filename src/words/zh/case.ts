import { inspectionFacts } from './inspection.ts'

/** The case page and the list of cases. */
export const caseWords = {
  outcome: { met: '符合', notMet: '不符合', needsReason: '须说明', needsJudgement: '需判断', notEvaluated: '未检查' },
  list: {
    title: '案件', titleOf: '{{procedure}}', q: '案号、单位、基地', status: '状态', county: '县（区、市）', procedure: '程序', sort: '排序', all: '全部', open: '新开：{{step}}',
    sorts: { since: '最近变动', due: '期限', number: '编号', title: '名称' },
    column: { number: '编号', case: '案件', hosts: '单位', county: '县（区、市）', status: '状态', since: '自', due: '期限', field: '领域' },
    empty: '没有符合条件的案件。', statuses: '按状态',
  },
  head: { printed: '{{number}} · 经过 {{version}} 条 · 打印于 {{at}}', lead: '（牵头）', joint: '联合申报', law: '依《{{law}}》', lapsed: '{{day}} 届满', stages: '办理阶段', stageNow: '当前阶段', number: '编号', openedOn: '{{day}} 开立' },
  trail: {
    veiled: '封存前不显示何人', run: '其间 {{n}} 条', title: '经过', print: '打印', now: '现在', with: '在{{who}}处，自 {{since}}', left: '已用 {{used}} 日，剩 {{left}} 日，{{day}} 到期', over: '已用 {{used}} 日，逾期 {{late}} 日，{{day}} 到期',
    provisional: '暂定', noLimit: '无期限', applicantUsed_one: '单位用时 {{count}} 个工作日', applicantUsed_other: '单位用时 {{count}} 个工作日', authorityUsed_one: '部门用时 {{count}} 个工作日', authorityUsed_other: '部门用时 {{count}} 个工作日', clockStopped: '时钟在申报单位', either: '，或', others: '也可以', byWhom: '{{step}}（{{who}}）',
    system: '系统', entry: '第 {{no}} 条', detail: '内容', hash: '指纹 {{hash}}', sealed: '内容不对您公开', next: '下一步', verdicts: '依据与事实 {{n}} 项', reason: '理由：{{reason}}',
  },
  material: {
    title: '材料', none: '还没有材料。', files: '附件', filesNone: '没有附件。', fileNone: '未提供', filesOther: '其他文件', section: '章节', whole: '全文', snapshot: '第 {{no}} 版', snapshots: '版本', frozen: '提交版本第 {{no}} 版，{{on}}，指纹 {{hash}}',
    draft: '草稿，未提交', notApplicable: '不适用', rows: '{{n}} 行', total: '合计', empty: '未填', declared: '申报', yes: '是', no: '否', commitments: '承诺事项', download: '下载',
    related: '相关案件', file: '案卷要点',
  },
  supplement: {
    title: '补正对照', versions: '第 {{from}} 版 {{fromOn}} 与第 {{to}} 版 {{toOn}}', asked: '{{by}} {{on}} 一次性告知 {{n}} 项，{{due}} 前答复', county: '组织管理部门', city: '市科技局',
    demand: '要求', answer: '单位答复：', noAnswer: '单位未另作说明。', waiting: '待单位答复。', became: '改为', blank: '（空）', noChange: '材料没有改动。', done: '已答复', outside: '告知清单以外的改动 {{n}} 处', outsideSays: '不在 {{on}} 告知之内，请单独核实。',
    answered: '已答复', unanswered: '未答复', place: '涉及 {{path}}', changed: '只看改动', attachment: '附件 {{code}}',
  },
  right: {
    title: '办理', mine: '我可以办理', shut: '现在还不能办理', none: '现在没有由您办理的步骤。', noneWith: '现在由{{who}}办理：{{asks}}', who: '由{{who}}办理', reasonNeeded: '须写说明', open: '{{step}}…', sign: '{{step}}',
    missing: '待补', verdicts: '条件核对', verdictsOf: '{{article}}条件', verdictsOfNo: '第{{no}}条', facts: '{{n}} 项依据与事实', more: '其余 {{n}} 项', continue: '继续填写', list: '展开清单', write: '填写申报书', writeSays: '随填随存，预审与区县、市局所用规则相同。', toForm: '继续填写', writeReport: '填写自评报告', writeReportSays: '数据来自基地档案；基地负责人签署后报依托单位审核。', toReport: '填写报告', supplement: '补正申报书', supplementSays: '按告知的事项逐项修改、答复，再提交。', toSupplement: '去补正', convene: '组织会议评审', conveneSays: '同一批次的项目一次组织，专家从专家库产生。', convened: '评审组已组成，评审在会议评审案中进行。', toPanel: '去评审案',
  },
  rec: {
    examination: '初审核查', truth: '真实性', completeness: '完整性', form: '规范性', byOn: '{{name}}，{{on}}', opinion: '意见', letterNo: '推荐函编号', recommendation: '推荐意见', formItems: '形式审查要点', receiptNo: '受理编号',
    partners: '共建单位', partner: { waiting: '待确认', confirmed: '已确认', refused: '不同意' }, panel: '会议评审', panelScore: '会议评审得分', sheets: '有效评分 {{n}} 份', agree: '同意 {{n}} 票', rank: '本批第 {{n}} 名',
    rectification: '考察整改', rectifyBy: '期限 {{day}}', verifiedOn: '{{day}} 验收', demands: '整改事项', report: '整改报告', returned: '退回意见', finding: '验收情况', evidence: '证明材料 {{n}}', visit: '现场考察', visitedOn: '考察日期', visitTotal: '现场考察得分', visitResult: '考察结论', hazard: '发现重大隐患', group: '考察组', differences: '差异清单', declared: '申报值', verified: '核实值', difference: '差异', composite: '综合分',
    proposal: '拟定意见', outcome: { recognise: '拟认定', defer: '暂缓', decline: '不予认定', approved: '批准', deferred: '暂缓', declined: '不予认定' }, merits: '择优理由', decision: '决定', minutes: '会议纪要', grounds: '理由',
    notice: '公示', clearedOn: '{{day}} 公示无异议', recognition: '认定', certificateNo: '证书编号', documentNo: '发文字号', name: '基地名称', special: '一事一议', specialKind: { separateAppraisal: '单独论证', commissionedBuild: '委托建设' }, basis: '依据文件', reason: '理由',
    ended: '终结', result: { conforming: '符合', rectify: '基本符合，限期整改', notConforming: '不符合' }, application: '申报书', overview: '要点',
  },
  panel: {
    count: '{{n}} 项', declaredHead: '已申明', scoredHead: '已评分', conflicts: '应回避 {{n}}', sheetsTitle: '各专家评分', noSheet: '—',
    applications: '送评项目', experts: '评审组', expertsHidden: '评审组成员在评审结束前不公开', size: '评审组 {{n}} 人', declared: '已申明 {{n}} / {{of}}', scored: '已评分 {{n}} / {{of}}', left: '已退出', results: '评审结果', rank: '名次', score: '得分', agree: '同意票', sheets: '有效评分',
    shortlisted: '入围', notShortlisted: '未入围', vetoed: '触发一票否决', sealed: '封存打分：结束评分前任何人看不到分数', rubric: '评分表', name: '项目', hosts: '单位', conflict: '应回避', dispersion: '分歧', opinion: '评审组意见',
  },
  notice: { corrected: '本公示已更正，由下面的公示代替；原文留存。', corrects: '本公示代替 {{number}}，公示期重新计算。', changed: '更正内容', why: '更正理由', whole: '整份公示', none: '无', text: '公示正文', rows: '公示名单', intended: '拟定结果', ends: '公示至 {{day}}', from: '{{day}} 起', hash: '正文指纹 {{hash}}', held: '异议核实中，暂缓', state: '状态', outcome: '结果', provisional: '截止日暂定：放假安排未公布', name: '项目', hosts: '单位', field: '领域', county: '县（区、市）' },
  rule: { change: '拟改规则', now: '现值', proposed: '拟改', validFrom: '自 {{day}}', basis: '依据文件', proposedBy: '拟定人', signedBy: '签署人', kind: { setting: '系统配置规则', reading: '解释口径', authorityBasis: '续行依据', calendarYear: '放假安排' }, key: '规则', value: '值', law: '条款', text: '内容', year: '年度', off: '放假 {{n}} 日', work: '调休上班 {{n}} 日', source: '来源', title: '文件', validTo: '有效至', unlimited: '未定', applies: '适用' },
  fact: {
    ...inspectionFacts,
    title: '名称', kind: '种类', rows: '名单', ended: '终结说明', basis: '依据', proposedByName: '提出人', signedByName: '签署人', signedOn: '签署日期', publishedOn: '发布日期', closedOn: '结束日期', opinion: '意见', reason: '理由', grounds: '理由', items: '事项', path: '位置', demand: '要求',
    answers: '答复', item: '项', answer: '答复', note: '说明', partners: '共建单位', name: '名称', org: '单位', signedBy: '签署人', letterNo: '推荐函编号', receiptNo: '受理编号', dueOn: '期限', batch: '批次', score: '得分', sheets: '有效评分', agree: '同意票', rank: '名次', composite: '综合分', outcome: '结果',
    merits: '择优理由', minutes: '会议纪要', number: '编号', heldOn: '会议日期', documentNo: '发文字号', certificateNo: '证书编号', visitedOn: '考察日期', total: '总分', result: '结论', majorHazard: '重大隐患', group: '考察组', experts: '专家', applications: '项目', rubric: '评分表', size: '人数', validFrom: '自', validTo: '至', statement: '说明', text: '正文', textHash: '正文指纹', endsOn: '截止日', commitments: '承诺', formVersion: '版式', submission: '申报书', regulation: '办法版本', truth: '真实性', completeness: '完整性', regularity: '规范性', declared: '申报值', verified: '核实值', hosts: '单位', county: '组织管理部门', field: '领域', case: '案件', shortlist: '入围', about: '项目', on: '日期', by: '经办', files: '附件', facts: '要点', provisional: '暂定',
  },
}
