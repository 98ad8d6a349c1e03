/** What each status of an award is called, how it is drawn, and who has to do what while it lasts. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { AwardStatus } from './award.case.ts'

export const awardWords: Words = { zh: '奖补', en: 'Award' }
export const awardLaw: Basis[] = ['Art. 20']
export const awardStages: Words[] = [{ zh: '拟定决定', en: 'Proposal and decision' }, { zh: '下达', en: 'Notice' }, { zh: '申领拨付', en: 'Claim and payment' }, { zh: '使用', en: 'Use' }]
export const awardStatuses = {
  proposed: { words: { zh: '待决定', en: 'Proposed' }, family: 'judge', stage: 0, awaits: { role: 'city.lead', asks: { zh: '决定，或不予奖补', en: 'Decide, or refuse' }, steps: ['decide', 'refuse'], within: 'award.decideDays', clock: 'authority' } },
  refused: { words: { zh: '不予奖补', en: 'Refused' }, family: 'no', stage: null },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, family: 'void', stage: null },
  decided: { words: { zh: '待下达', en: 'Decided' }, family: 'go', stage: 1, awaits: { role: 'city.officer', asks: { zh: '会同财政局印发通知', en: 'Issue the notice jointly with the finance bureau' }, steps: ['publish'], within: 'award.publishDays', clock: 'authority' } },
  published: { words: { zh: '待申领', en: 'To be claimed' }, family: 'back', stage: 2, awaits: { role: 'host.admin', asks: { zh: '申领', en: 'Claim it' }, steps: ['claim'], within: 'award.claimDays', clock: 'applicant' } },
  claimed: { words: { zh: '待拨付', en: 'To be paid' }, family: 'go', stage: 2, awaits: { role: 'city.officer', asks: { zh: '核对并拨付', en: 'Check and pay' }, steps: ['pay'], within: 'award.payDays', clock: 'authority' } },
  cancelled: { words: { zh: '已终止', en: 'Ended' }, family: 'void', stage: null },
  paid: { words: { zh: '已拨付，待确认', en: 'Paid' }, family: 'back', stage: 2, awaits: { role: 'host.admin', asks: { zh: '确认到账', en: 'Acknowledge receipt' }, steps: ['acknowledgeReceipt'], within: 'award.receiptDays', clock: 'applicant' } },
  received: { words: { zh: '使用中', en: 'In use' }, family: 'ok', stage: 3, awaits: { role: 'host.admin', asks: { zh: '报告使用情况', en: 'Report the use' }, steps: ['reportUse'], clock: 'applicant' } },
  reported: { words: { zh: '待核查', en: 'Use reported' }, family: 'go', stage: 3, awaits: { role: 'city.officer', asks: { zh: '核查使用情况', en: 'Check the report' }, steps: ['close'], within: 'award.checkDays', clock: 'authority' } },
  closed: { words: { zh: '已结案', en: 'Closed' }, family: 'ok', stage: 3 },
  recovering: { words: { zh: '追回中', en: 'Being recovered' }, family: 'back', stage: 3, awaits: { role: 'city.officer', asks: { zh: '登记退缴', en: 'Record the recovery' }, steps: ['recordRecovery'], clock: 'authority' } },
  recovered: { words: { zh: '已追回', en: 'Recovered' }, family: 'void', stage: 3 },
} as const satisfies Record<AwardStatus, unknown>
