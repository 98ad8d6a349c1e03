/** Awards: the budget of the year, one award, the account. */
export const award = {
  title: '奖补', lead: '第二十条：根据认定结果一次性给予。金额由市科技局、财政局确定，平台不推定。', unit: '万元', csv: '下载 CSV', year: '{{year}} 年预算', propose: '拟定奖补', ruleNone: '奖补标准未确定：逐项填写金额和依据。', ruleIs: '奖补标准：{{rule}}',
  bar: '{{year}} 年：预算 {{ceiling}}，已决定 {{committed}}，其中已拨付 {{paid}}，待决定 {{proposed}}', ceiling: '预算', committed: '已决定', paid: '已拨付', proposed: '待决定', remaining: '余额', over: '待决定超出余额 {{amount}} 万元', noBudget: '预算未登记签署，不能决定奖补。',
  enter: '登记预算', change: '调整预算', amount: '金额（万元）', line: '预算科目', document: '预算文件和文号', budgetYear: '年度', pending: '待签署：{{amount}} 万元，{{by}} 登记。', sign: '签署', refuse: '退回', reason: '退回的理由', signElse: '登记人不能签署，由负责人签署。', history: '历次', signedBy: '{{amount}} 万元，{{by}} 登记，{{settled}} 签署，{{day}}', refusedBy: '{{amount}} 万元，{{by}} 登记，{{settled}} 退回，{{day}}：{{reason}}', enteredBy: '{{amount}} 万元，{{by}} 登记，待签署',
  list: '奖补台账', none: '还没有奖补。', base: '基地与依托单位', county: '县（区、市）', status: '状态', number: '案号', notice: '通知文号', reportBy: '使用报告 {{day}} 前',
  file: '奖补', what: '金额', basis: '金额依据', reckoned: '按登记标准计算', budget: '预算', merits: '拟定理由', decision: '决定', outcome: { awarded: '决定奖补', refused: '不予奖补' }, minutes: '会议纪要', grounds: '理由', publication: '联合通知', finance: '财政局会签',
  claim: '申领', accountName: '户名', account: '账号', receiptNo: '票据号', otherFunds: '其他财政资金', noOthers: '申报无其他财政资金', sameItem: '同一事项', otherItem: '其他事项', payable: '应付', lessSame: '{{amount}} 扣除同一事项 {{same}}', plan: '使用计划', payment: '拨付', voucher: '凭证', receipt: '到账', report: '使用情况', uses: '明细', use: '用途', sum: '合计', effect: '成效', check: '核查', ended: { withdrawn: '已撤回', cancelled: '已终止' }, recovery: '追回', payBy: '{{day}} 前退缴', recovered: '{{day}} 退缴 {{amount}} 万元', returned: '退回', returnedWhat: { claim: '申领', report: '使用情况' },
  kinds: { research: '研发', equipment: '设备', service: '中试服务', other: '其他' }, reckonedBy: { fixed: '定额', byGrade: '按考核档次', shareOfInvestment: '按投资额比例', matching: '按配套比例' },
  showAccount: '查看账号', accountNote: '账号只供拨付，查看留痕；到账确认后删除。', bank: '开户行', gone: '账号已删除，只留末四位。', steps: { propose: '拟定', decide: '决定', publish: '下达', claim: '申领', pay: '拨付', receive: '到账', report: '使用报告', close: '结案' },
}
