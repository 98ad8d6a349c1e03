/** What each step of an award asks for. Amounts are texts in 万元 with at most two decimals. */
import { z } from 'zod'
import { choice, command, dayField, files, longText, named, shortText } from '../asking.ts'

const wan = (zh: string, en: string) => named(z.string().trim().regex(/^\d{1,9}(\.\d{1,2})?$/), `${zh}（万元）`, `${en} (× 10,000 yuan)`, 'text')
const minutes = named(z.strictObject({ number: shortText('会议纪要编号', 'Number of the minutes', 80), heldOn: dayField('会议日期', 'Held on') }), '局务会（党组会）会议纪要', 'Minutes of the bureau meeting', 'text')

export const useKinds = ['research', 'equipment', 'service', 'other'] as const
export const useWords = { research: { zh: '研发', en: 'Research' }, equipment: { zh: '设备', en: 'Equipment' }, service: { zh: '中试服务', en: 'Pilot services' }, other: { zh: '其他', en: 'Other' } } as const

export const awardCommands = {
  propose: command({
    base: named(z.string().trim().min(1).max(64), '基地', 'Base', 'choice', { 'x-source': 'bases' }),
    amount: wan('奖补金额；登记了奖补标准的不填', 'Amount; empty where a rule of the award is entered').optional(), basis: shortText('金额依据（文件、文号）', 'Basis of the amount (document, number)', 300),
    investment: wan('核定投资额，按投资额奖补的填写', 'Verified investment, where the rule asks for it').optional(), matched: wan('上级奖补额，按配套奖补的填写', 'Matched funds, where the rule asks for them').optional(),
    budgetYear: named(z.int().min(2023).max(2100), '预算年度', 'Budget year', 'number'), budgetLine: shortText('预算科目', 'Budget line', 120), merits: longText('拟奖补的理由', 'Why it is proposed', { min: 10 }),
  }),
  withdraw: command({ reason: longText('撤回的理由', 'Why it is withdrawn') }),
  decide: command({ minutes }),
  refuse: command({ minutes, grounds: longText('不予奖补的理由', 'Why no award is given', { min: 10 }) }),
  publish: command({
    finance: named(z.strictObject({ office: shortText('会签机关', 'Office', 80), letter: shortText('会签文号', 'Number of its letter', 80), on: dayField('会签日期', 'Signed on') }), '财政局会签', 'Countersigned by the finance bureau', 'text'),
    title: shortText('通知标题', 'Title of the notice').optional(),
  }),
  claim: command({
    accountName: shortText('户名', 'Account name', 120), bank: shortText('开户行', 'Bank', 120),
    accountNumber: named(z.string().trim().regex(/^[0-9 -]{8,40}$/), '账号（只供拨付，到账确认后删除）', 'Account number (for the payment only, erased after receipt)', 'secret'),
    receiptNo: shortText('收款票据号码', 'Number of the receipt', 60), files: files('票据', 'Receipt').optional(),
    otherFunds: named(z.array(z.strictObject({
      source: shortText('资金来源（机关）', 'Source', 120), item: shortText('事项', 'Item', 200), sameItem: named(z.boolean(), '与本奖补为同一事项', 'The same item as this award', 'yes'), amount: wan('金额', 'Amount') })).max(30).optional(), '已获得或正在申请的其他财政资金', 'Other public funds, received or applied for', 'items'),
    declared: named(z.literal(true), '其他财政资金已全部、如实申报', 'All other public funds are declared truthfully', 'yes'), plan: longText('使用计划', 'Plan of use', { min: 10 }), signedBy: shortText('签署人', 'Signed by', 60),
  }),
  returnClaim: command({ reason: longText('须更正的事项', 'What has to be put right') }),
  cancel: command({ minutes, grounds: longText('终止的理由', 'Why it is ended', { min: 10 }) }),
  pay: command({ amount: wan('拨付金额', 'Amount paid'), paidOn: dayField('拨付日期（不填为今天）', 'Paid on (today if empty)').optional(), voucher: shortText('支付凭证号', 'Voucher', 80) }),
  acknowledgeReceipt: command({ receivedOn: dayField('到账日期（不填为今天）', 'Received on (today if empty)').optional(), signedBy: shortText('签署人', 'Signed by', 60) }),
  reportUse: command({
    uses: named(z.array(z.strictObject({ kind: choice(useKinds, '用途', 'Use', useWords), what: shortText('明细', 'What', 200), amount: wan('金额', 'Amount') })).min(1).max(60), '使用明细', 'Uses', 'items'),
    effect: longText('使用成效', 'What it brought about', { min: 10 }), files: files('凭证', 'Vouchers').optional(), signedBy: shortText('签署人', 'Signed by', 60),
  }),
  returnReport: command({ reason: longText('须补充的事项', 'What has to be added') }),
  close: command({ evaluation: longText('核查意见', 'Result of the check', { min: 2 }) }),
  clawBack: command({ minutes, grounds: longText('追回的理由', 'Why it is recovered', { min: 10 }), payBy: dayField('退缴期限', 'To be paid back by') }),
  recordRecovery: command({ amount: wan('退缴金额', 'Amount paid back'), on: dayField('退缴日期（不填为今天）', 'Paid back on (today if empty)').optional(), voucher: shortText('缴款凭证号', 'Voucher', 80) }),
}
export type AwardCommands = { [Name in keyof typeof awardCommands]: z.infer<(typeof awardCommands)[Name]> }

export const awardExamples: { [Name in keyof AwardCommands]: AwardCommands[Name] } = {
  propose: { base: 'JZ-ZS-2026-001', amount: '30.00', basis: '局财联〔2026〕1号（演示）', budgetYear: 2026, budgetLine: '科技专项资金', merits: '按认定结果一次性奖补，用于中试线设备和服务。' },
  withdraw: { reason: '预算科目须调整。' },
  decide: { minutes: { number: '局务会纪要〔2026〕18号', heldOn: '2026-11-20' } },
  refuse: { minutes: { number: '局务会纪要〔2026〕18号', heldOn: '2026-11-20' }, grounds: '本年度不安排奖补资金，留待下一年度。' },
  publish: { finance: { office: '市财政局', letter: '市财教函〔2026〕9号', on: '2026-11-20' } },
  claim: { accountName: '晋中碳谷科技有限公司（演示）', bank: '某银行晋中支行（演示）', accountNumber: '6222000011112222', receiptNo: '00012345', otherFunds: [], declared: true, plan: '用于购置在线检测设备一台套。', signedBy: '王建国' },
  returnClaim: { reason: '票据抬头与户名不一致，请更正。' },
  cancel: { minutes: { number: '局务会纪要〔2026〕19号', heldOn: '2026-11-20' }, grounds: '依托单位书面放弃本次奖补资金。', reasons: { awardMayEnd: '依托单位书面放弃。' } },
  pay: { amount: '30.00', voucher: 'ZF-2026-0108' },
  acknowledgeReceipt: { signedBy: '王建国' },
  reportUse: { uses: [{ kind: 'equipment', what: '在线检测设备一台套', amount: '30.00' }], effect: '设备已投入中试线使用，检测时间缩短一半。', signedBy: '王建国' },
  returnReport: { reason: '请补充设备验收单。' },
  close: { evaluation: '资金使用与计划一致，凭证齐全。' },
  clawBack: { minutes: { number: '局务会纪要〔2027〕2号', heldOn: '2026-11-20' }, grounds: '因提供虚假材料撤销资格，追回全部奖补。', payBy: '2027-03-31' },
  recordRecovery: { amount: '30.00', voucher: 'JK-2027-0003' },
}
