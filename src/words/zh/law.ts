/** The text of the regulation on the screen, and the rules console. */
export const law = {
  title: '办法与规则', contents: '目录', from: '自 {{day}} 试行', lapsed: '{{day}} 届满', authority: '现依', toConsole: '规则台', whole: '看全文、步骤与规则', gloss: '非正式译文', people: '留给人判断', readings: '解释口径', reading: '决定 {{no}}',
  settings: '系统配置规则（非办法条文）', steps: '由本条产生的步骤', rules: '由本条产生的规则', nothing: '本条没有步骤、规则或配置。', headingOurs: '标题为平台所加，条文无标题', settingSays: '系统配置规则，非办法条文。填补条文的空缺，带日期与依据，由提出人与签署人两人办理。', value: '现值', since: '自', inConsole: '在规则台查看', inCase: '本条在本案',
  modality: { must: '须', usually: '一般', judgement: '判断' },
  console: {
    title: '规则台', lead: '条文原文不可改。空缺处用系统配置规则填补，含义不清处写解释口径；两者都带日期、依据，并向单位公开。', tabs: { settings: '系统配置规则 {{n}}', readings: '解释口径 {{n}}', bases: '依据与版本 {{n}}', calendar: '工作日历', coverage: '条文落实 {{n}} / {{of}}' }, tabsLabel: '类别',
    q: '规则、条款', group: '分组', all: '全部', groups: { application: '认定', operation: '运行', assessment: '考核', revocation: '撤销', award: '奖补', platform: '通用' },
    column: { rule: '规则', value: '现值', from: '自', fills: '填补', state: '状态', reading: '口径', article: '条款', since: '自', basis: '依据', year: '年度', off: '放假', work: '调休上班', source: '来源', steps: '步骤', rules: '规则', settings: '配置', why: '说明', document: '文件', to: '至' },
    state: { inForce: '生效', awaiting: '待签署', gap: '空缺', toVerify: '待核', fixed: '固定', idle: '尚未启用' }, fixedSays: '这是平台固定的办理方式，写明依据，没有别的取值。', idleSays: '还没有环节使用这条规则。', platform: '平台自定', next: '拟改', now: '现值', fromDay: '自 {{day}}', fills: '填补', basis: '依据', applies: '适用', proposedBy: '提出', history: '历次', historyFrom: '{{from}} 起', trial: '试算', trialSays: '以 {{n}} 件为例', unchanged: '结论不变', flips: '结论改变', cannot: '不能算：由人判断', pieces: '{{n}} 件', openCase: '打开变更案',
    change: '提出修改', changeTitle: '修改：{{name}}', award: { kind: '标准的种类', kinds: { none: '未确定，不计算金额', fixed: '定额', byGrade: '按最近一次考核档次', shareOfInvestment: '按核定投资额的比例', matching: '按上级奖补的比例配套' }, amount: '金额', share: '比例', cap: '至多', unit: '万元', grades: { excellent: '优', good: '良', fair: '中', poor: '差' } }, newValue: '拟改为', newValueYes: '是', newValueNo: '否', list: '每行一项', validFrom: '自何日起', basisDoc: '依据文件', propose: '提出，送签署', proposed: '已提出，待负责人签署。', signElse: '提出人不能签署，由负责人签署。', range: '{{min}} 至 {{max}}', none: '未设', pick: '选一条规则，看现值、依据与历次。',
    addReading: '新增解释口径', readingText: '口径', readingArticle: '条款，如 Art. 10(2)', readingName: '标识', addBasis: '登记续行依据', basisKind: '种类', basisKinds: { extension: '续期文件', newInstrument: '新办法', partyGroupDecision: '局党组决定' }, basisTitle: '文件名称', basisNo: '文号', validTo: '有效至', addYear: '录入放假安排', year: '年度', offDays: '放假日期，每行一日', workDays: '调休上班日期，每行一日', source: '来源（国办发明电文号）',
    published: '已公布', unpublished: '未公布，期限暂定', validity: '剩 {{n}} 个工作日', computed: '有规则', uncomputed: '不计算', covered: '{{n}} 项', empty: '没有符合条件的规则。', lapsed: '办法试行期已满',
  },
}
