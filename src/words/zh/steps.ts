import { inspectionValues } from './inspection.ts'

/** The step dialog: before, refused, signed. */
export const steps = {
  will: '办理后将发生', willSign: '签署后将发生', tells: '将通知', fill: '填写', reasons: '须写的说明', reasonFor: '说明：{{says}}', noEffects: '案件记入一条经过。', facts: '将记入的事实', factsSays: '以下内容与本次办理一并存档。',
  cannot: '现在不能办理：{{n}} 项', cannotSign: '现在不能签署：{{n}} 项', onceAll: '已一次列全。补齐后无需重新填写本页。', takesReason: '可以办理，须写明理由。', wayOut: '由{{who}}办理', askedFor: '填写说明',
  do: '{{step}}', sign: '签署{{step}}', signPrefix: '签', doing: '正在提交…', back: '返回', judgement: '由您判断，平台不代为决定', lacks: '还缺 {{n}} 项：{{what}}', kept: '草稿已存本机', restored: '已恢复上次未提交的内容。', discard: '清空草稿',
  moved: '{{by}} {{at}} 已办理“{{did}}”，状态变为“{{to}}”。', movedUnknown: '案件已有变动。', movedSays: '您填写的内容仍在。请看过变动后重新确认。', reload: '看变动并继续', gone: '这一步现在不能办理。您填写的内容已存本机。',
  fault: '没有提交成功。您填写的内容已保存。请重试，或凭编号 {{number}} 联系值班电话。', faultNoNumber: '没有提交成功。您填写的内容已保存，请稍后重试。', offline: '离线，不能签署。联网后再试，填写的内容已存本机。',
  invalid: '填写有误', receipt: { title: '已办理：{{step}}', signed: '已签署：{{step}}', number: '案号', entry: '经过编号', entryNo: '第 {{no}} 条', hash: '指纹', at: '时间', law: '依据', now: '现状态', told: '已通知', done: '完成', nobody: '未另行通知' },
  empty: '尚未填写',
  second: '二次确认',
  notKept: '只随本次提交送出，不存草稿。',
  items: { add: '增加一项', remove: '删除第 {{n}} 项', no: '第 {{n}} 项', place: '节、字段或附件', choosePlace: '请选择位置', whole: '整节', attachments: '附件' },
  rows: { add: '增加', remove: '删除' }, choose: '请选择', yesNo: { yes: '是', no: '否' },
  checklist: { answered: '{{n}} / {{of}}', note: '说明', noteOf: '第 {{n}} 项说明', all: '全部为“{{answer}}”', addNote: '写说明', legend: '{{title}} {{n}} / {{of}}' },
  files: { choose: '选择文件', limits: 'PDF、JPG、PNG、OFD、DOCX、XLSX，每份不超过 50 MB', sending: '正在上传 {{name}}，{{share}}', failed: '{{name}} 没有上传成功。', remove: '移除 {{name}}', drop: '已上传' },
  orgs: { search: '按名称或统一社会信用代码查找单位', add: '加入', none: '没有找到。', chosen: '已选', remove: '移除 {{name}}' },
  people: { name: '姓名', org: '单位', pick: '选择', none: '没有可选的人员。', picked: '已选 {{n}} 人', filter: '查找', one: '姓名，每行一人' },
  noticeRows: { help: '按原样列出；只改要更正的文字。拟定结果不在此更改：结果有误的，移出该项，由其案件重新办理。', name: '名称', hosts: '依托单位（多个用“、”分隔）', field: '领域', county: '推荐单位所在地', remove: '移出名单，该案退回重新审查' },
  cases: { none: '没有可选的案件。', because: { proposed: '还没有已拟定档次的基地，请先打分、拟定档次。', decided: '还没有已确定档次、待公示的基地，请先研究确定档次。', cleared: '还没有公示期满无异议的基地，公示期满后再办。' }, all: '全选', nobody: '全不选', picked: '已选 {{n}} 件' }, score: { total: '合计 {{n}}', of: '/ {{n}}' },
  characters: '至少 {{min}} 字，已写 {{n}} 字',
  answer: { ...inspectionValues, true: '属实', untrue: '不属实', unverifiable: '无法核实', complete: '完整', incomplete: '不完整', regular: '规范', irregular: '不规范', conforms: '符合', fails: '不符合', notApplicable: '不适用', differs: '有差异', mostly: '基本符合', meets: '符合', supplement: '需补正', yes: '是', no: '否', unclear: '不清楚' },
  declaration: { kinship: '近亲属在申报单位任职，或列入人员名单', equity: '持有申报单位或共建单位股份、出资', paid: '三年内有咨询、合作或其他有偿关系，或参与编写申报材料', research: '三年内与主任或团队成员合著、同为发明人，或有师生关系', other: '其他可能影响公正评审的情形' },
  prop: { item: '项', answer: '答复', opinion: '意见', shortlist: '入围', name: '姓名', org: '单位', note: '说明', demand: '要求', path: '位置', about: '项目', result: '结论', declared: '申报值', verified: '核实值', number: '编号', heldOn: '日期', file: '文件' },
}
