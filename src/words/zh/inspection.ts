/** Inspections, plans, rectifications and suspensions. */
export const inspection = {
  title: '检查与整改', lead: '检查计划、检查、整改、暂停。', plan: '编制检查计划', open: '安排检查', suspend: '立即暂停',
  counts: { running: '在办检查', rectifying: '整改中', overdue: '整改逾期', suspended: '暂停中', plans: '在编计划' },
  tabs: { running: '在办', rectifying: '整改', suspensions: '暂停', plans: '计划', closed: '已办结' },
  column: { base: '基地', level: '办理', kind: '类型', status: '状态', due: '期限', items: '整改到位', since: '自', until: '至', result: '结果', title: '计划', chosen: '列入', completeBy: '完成期限' },
  level: { county: '区县', city: '市局' }, kinds: { routine: '日常检查', special: '专项检查', lead: '线索核查', again: '复查', safety: '安全环保风险', investigation: '调查期间', other: '其他' },
  of: '{{n}} / {{of}} 项', none: '没有。', late: '逾期 {{n}} 个工作日', result: { clear: '未发现问题', findings: '发现问题' },
  band: { suspended: '暂停：自 {{since}}，{{kind}}。不接受新的委托。', rectifying: '整改中，{{due}} 前报告。' },
  sheet: {
    title: '现场检查', shown: '登记显示', declared: '登记值', found: '现场值', matter: '发现未申报的重大事项', matterNone: '不是', note: '情况', photo: '拍照', answers: { meets: '符合', partly: '基本符合', fails: '不符合', notApplicable: '不适用' },
    day: '检查日期', inspectors: '检查人员', hazard: '发现重大事故隐患', hazardSays: '发现即时危险的，检查记录提交后请立即办理“立即暂停”。', present: '被检查单位在场人', remark: '被检查单位意见', opinion: '检查意见', sign: '检查人员签字', signHint: '每位检查人员写下姓名，至少两人', submit: '提交检查记录',
    lacks: '还缺：{{what}}', findings: '发现的问题', nothing: '没有发现问题。', closed: '这件检查现在不在现场检查环节。', back: '回到案件', need: '离线，不能提交。记录已存本机，联网后提交。', all: '各项检查', noteFor: '{{items}} 的情况',
  },
  file: {
    grounds: { accident: '第十九条第1项', falsified: '第十九条第2项', incapable: '第十九条第4项' },
    obstructed: '{{day}} 检查未能进行：{{how}}', obstructedBy: '检查人员 {{by}}；在场人 {{present}}', obstructedFile: '证据 {{n}}', obstructedHow: { refused: '拒绝检查', hindered: '阻碍检查', withheld: '拒不提供材料' },
    order: '检查安排', base: '基地', kind: '类型', reason: '检查事由', plan: '检查计划', ofMatter: '所据重大事项', notice: '告知', visitOn: '检查日期 {{day}}', unannounced: '不事先告知', inspectors: '检查人员', matters: '检查内容',
    record: '检查记录', recordOf: '检查内容 {{version}} 版，{{day}} 检查', answers: '检查结论', meets: '符合 {{n}}', partly: '基本符合 {{n}}', fails: '不符合 {{n}}', notApplicable: '不适用 {{n}}', inOrder: '其余符合的 {{n}} 项', registerSays: '登记显示：{{says}}', figure: '登记 {{declared}}，现场 {{found}}', matter: '涉及未申报的重大事项 {{code}}', opinion: '检查意见', remark: '被检查单位意见', present: '在场人', hazard: '发现重大事故隐患', signed: '签字',
    proposal: '拟整改事项', demands: '整改事项', demand: '整改要求', due: '{{day}} 前', extended: '期限', report: '整改情况', files: '证明材料', before: '整改前', after: '核查时', check: '核查', rectified: '已整改到位', notRectified: '未到位', waiting: '待报告', unchecked: '待核查', progress: '到位 {{n}} / {{of}} 项', returned: '退回 {{n}} 次',
    escalated: '已于 {{day}} 提请市科技局', escalatedByClock: '逾期未报告，{{day}} 由系统提请市科技局', referred: '{{day}} 移送撤销程序：{{ground}}', closedClear: '{{day}} 办结：未发现须整改的问题', closedRectified: '{{day}} 办结：整改到位', ended: '{{day}} 终止', conclusion: '处理意见', toSuspend: '立即暂停该基地', photo: '照片 {{at}}',
  },
  suspension: { title: '暂停', since: '{{day}} 起', until: '至 {{day}}', facts: '发现的事实', reason: '须立即暂停的理由', by: '由{{name}}决定', inspection: '所据检查', confirmed: '确认', conditions: '解除条件', request: '申请解除', account: '整改和自查情况', proposal: '核查', findings: '核查情况', refused: '{{day}} 不予解除', lifted: '{{day}} 解除', annulled: '{{day}} 未予确认，暂停解除', extended: '{{day}} 延长至 {{until}}', max: '最长 {{n}} 个月', running: '暂停中，不接受新的委托' },
  planFile: {
    pool: '计划范围', poolOf: '{{day}} 在册 {{n}} 个基地', county: '区县', risks: '提示', last: '上次检查', never: '未检查过', chosen: '列入计划', chosenBy: { hand: '由经办人选定', lot: '随机抽取' }, reason: '理由', aims: '检查重点', completeBy: '{{day}} 前完成', draws: '抽取记录', drawNo: '第 {{n}} 次抽取', commitment: '承诺值', word: '见证数', witness: '见证人', seed: '种子', tries: '第 {{n}} 次洗牌得出', download: '下载抽取记录', recompute: '任何人可用 scripts/recompute-draw.mjs 重算', count: '抽取 {{n}} 个', perCounty: '同一区县至多 {{n}} 个', sealed: '种子已封存，见证后才能揭示', reasonAgain: '重新抽取的理由', sentBack: '{{day}} 退回：{{reason}}', inspections: '计划内的检查', none: '尚未选定', filter: '只看有提示的', all: '全选所列', pick: '列入 {{name}}', picked: '已选 {{n}} 个', because: '{{name}} 的理由',
  },
  risk: { overdue: '整改逾期', poor: '上次考核“差”', fair: '上次考核“中”', chemical: '化工或危化', expired: '证照、租约或危化项目过期', missing: '缺管委会、核算或在任主任', findings: '上次检查有问题', never: '从未检查', long: '久未检查' },
  control: { demand: '整改要求', due: '整改期限', include: '列入整改', noteThen: '现场情况：{{note}}', answer: '整改情况', evidence: '证明材料', later: '本次不报告', result: '核查结果', note: '核查情况', photos: '核查照片', nothing: '没有可填写的事项。', counties: '不选为全部' },
}

/** Names of what entries hold, and of values in them, for the history of a case. */
export const inspectionFacts = { base: '基地', ofPlan: '检查计划', visitOn: '检查日期', inspectors: '检查人员', matters: '检查内容', inspectedOn: '检查日期', present: '在场人', remark: '被检查单位意见', found: '现场值', at: '时间', matter: '重大事项', demands: '整改事项', results: '核查结果', checkedOn: '核查日期', ground: '情形', conditions: '解除条件', account: '整改和自查情况', findings: '核查情况', completeBy: '完成期限', aims: '检查重点', bases: '列入的基地', count: '抽取数量', perCounty: '同一区县至多', word: '见证数', inspection: '所据检查', after: '所据检查', counties: '区县', endsOn: '期限' }
export const inspectionValues = { partly: '基本符合', rectified: '已整改到位', notRectified: '未到位', routine: '日常检查', special: '专项检查', lead: '线索核查', again: '复查', safety: '安全环保风险', investigation: '调查期间', other: '其他', accident: '严重事故', falsified: '虚假材料或数据', incapable: '不再具备对外服务能力' }
