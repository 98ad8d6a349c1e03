/** How a base is ordered: its rules, the agreement of those who build it, its accounts, what it has promised. */
import { accountings, houseRules, moneySources, option, ruleStates } from '../choices.ts'
import { may, must, table, tenThousandYuan } from './table.ts'

export const rules = table('rules', '制度', 'House rules', { law: 'Art. 8(4)', title: 'title', evidence: ['制度文本', 'The text'], help: { zh: '修订时另起一版，旧版留有效期', en: 'A revision is a new version; the old one keeps its days' } }, [
  must('choice', 'kind', '类别', 'Kind', { choices: houseRules }), must('text', 'title', '文件名称', 'Title', { maxLength: 80 }), must('choice', 'state', '状态', 'State', { choices: ruleStates }), may('text', 'edition', '版本', 'Version', { maxLength: 20 }),
  may('day', 'on', '发布日期', 'Adopted on'), may('day', 'until', '废止日期', 'Repealed on'), may('text', 'by', '批准', 'Adopted by', { maxLength: 80 }), may('text', 'remark', '说明', 'Remark', { maxLength: 200 }),
])

export const agreements = table('agreements', '共建协议', 'Agreements', { law: 'Art. 8', title: 'number', evidence: ['协议扫描件', 'The signed agreement'] }, [
  must('text', 'number', '协议编号', 'Number', { maxLength: 60 }), must('text', 'parties', '各方', 'Parties', { maxLength: 300 }), must('org', 'lead', '牵头单位', 'Lead', { maxLength: 80 }), must('day', 'on', '签订日期', 'Signed on'), may('day', 'to', '有效期至', 'Valid until', { expires: true }),
  may('money', 'amount', '投入合计', 'Contributions', { unit: tenThousandYuan, min: 0 }), may('text', 'remark', '说明', 'Remark', { maxLength: 300 }),
])

export const accounts = table('accounts', '独立核算', 'Accounts', { law: 'Art. 13', title: 'year', dated: ['year'], totals: ['revenue', 'expenditure'], evidence: ['专账、辅助账或审计报告', 'Ledger, auxiliary ledger or audit'], help: { zh: '每年一行，附年度专项报表', en: 'A row a year, with its yearly statement' } }, [
  must('year', 'year', '年度', 'Year', { min: 2000, max: 2100 }), must('choice', 'kind', '核算方式', 'Kind of accounting', { choices: accountings, law: 'Art. 13' }), must('text', 'ledger', '账套或专账名称', 'Name of the ledger', { maxLength: 80 }),
  must('money', 'revenue', '收入', 'Revenue', { unit: tenThousandYuan, min: 0 }), may('money', 'serviceRevenue', '其中对外服务收入', 'of which services', { unit: tenThousandYuan, min: 0 }), must('money', 'expenditure', '支出', 'Expenditure', { unit: tenThousandYuan, min: 0 }),
  may('day', 'statementOn', '年度报表日期', 'Statement of'), may('text', 'auditor', '审计机构', 'Audited by', { maxLength: 80 }),
])

export const investments = table('investments', '投入', 'Investments', { law: 'Art. 8(3)', title: 'purpose', dated: ['year'], totals: ['amount'], evidence: ['凭证、拨款文件', 'Voucher or grant'] }, [
  must('year', 'year', '年度', 'Year', { min: 2000, max: 2100 }), must('choice', 'source', '来源', 'Source', { choices: moneySources }), must('money', 'amount', '金额', 'Amount', { unit: tenThousandYuan, min: 0 }), must('text', 'purpose', '用途', 'Purpose', { maxLength: 200 }),
  may('money', 'planned', '计划投入', 'Planned', { unit: tenThousandYuan, min: 0 }),
])

const commitmentStates = [option('open', '进行中', 'Open'), option('kept', '已兑现', 'Kept'), option('dropped', '不再需要', 'No longer needed')]

export const commitments = table('commitments', '承诺', 'Commitments', { law: 'Art. 10(1)', title: 'text', evidence: ['承诺书或完成证明', 'The commitment, or the proof'] }, [
  must('text', 'text', '承诺事项', 'What is promised', { maxLength: 300 }), may('text', 'to', '向谁承诺', 'To whom', { maxLength: 80 }), must('day', 'madeOn', '承诺日期', 'Made on'), must('day', 'due', '应完成日期', 'Due on', { expires: true }),
  must('choice', 'state', '状态', 'State', { choices: commitmentStates }), may('day', 'doneOn', '完成日期', 'Done on'),
])
