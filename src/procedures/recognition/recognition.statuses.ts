/** What each status of a recognition is called, how it is drawn, and who has to do what while it lasts. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { RecognitionRole, RecognitionStatus } from './recognition.case.ts'

export const recognitionWords: Words = { zh: '认定', en: 'Recognition' }
export const recognitionLaw: Basis[] = ['Art. 8', 'Art. 9', 'Art. 10', 'Art. 11']
export const recognitionStages: Words[] = [
  { zh: '草稿', en: 'Draft' }, { zh: '区县初审', en: 'County review' }, { zh: '形式审查', en: 'Formal examination' }, { zh: '会议评审', en: 'Panel review' }, { zh: '现场考察', en: 'Site visit' }, { zh: '公示', en: 'Public notice' }, { zh: '认定', en: 'Recognition' },
]

type Awaits = { role: RecognitionRole; asks: Words; steps: readonly string[]; law?: Basis; within?: string; clock: 'applicant' | 'authority' }
type StatusOf = { words: Words; family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'; stage: number | null; awaits?: Awaits; earlier?: Awaits }

export const recognitionStatuses: Record<RecognitionStatus, StatusOf> = {
  draft: { words: { zh: '草稿', en: 'Draft' }, family: 'open', stage: 0, awaits: { role: 'host.admin', asks: { zh: '填写并提交申请', en: 'Fill in and submit' }, steps: ['submit'], clock: 'applicant' } },
  submitted: { words: { zh: '待初审', en: 'Under county review' }, family: 'go', stage: 1, awaits: { role: 'county.lead', asks: { zh: '推荐，或不予推荐', en: 'Recommend or decline' }, steps: ['recommend', 'declineToRecommend'], within: 'county.reviewDays', clock: 'authority' },
    earlier: { role: 'county.officer', asks: { zh: '完成初审核查，或退回补正', en: 'Complete the preliminary review, or return it' }, steps: ['examine'], within: 'county.reviewDays', clock: 'authority' } },
  returned: { words: { zh: '待补正（县级）', en: 'Returned by the county' }, family: 'back', stage: 1, awaits: { role: 'host.admin', asks: { zh: '补正后再提交', en: 'Supplement and submit again' }, steps: ['submit'], within: 'supplement.replyDays', clock: 'applicant' } },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, family: 'void', stage: null },
  recommended: { words: { zh: '待形式审查', en: 'Under formal examination' }, family: 'go', stage: 2, awaits: { role: 'city.officer', asks: { zh: '形式审查', en: 'Examine the form' }, steps: ['acceptForm'], within: 'form.examDays', clock: 'authority' } },
  notRecommended: { words: { zh: '不予推荐', en: 'Not recommended' }, family: 'no', stage: null },
  supplementing: { words: { zh: '待补正（市级）', en: 'Supplement for the city' }, family: 'back', stage: 2, awaits: { role: 'host.admin', asks: { zh: '提交补正', en: 'Supplement' }, steps: ['supplement'], within: 'supplement.replyDays', clock: 'applicant' } },
  formRejected: { words: { zh: '形式不通过', en: 'Rejected for form' }, family: 'no', stage: null },
  accepted: { words: { zh: '待分批', en: 'Accepted' }, family: 'go', stage: 3, awaits: { role: 'city.officer', asks: { zh: '编入评审批次', en: 'Assign to a batch' }, steps: ['assignToBatch'], clock: 'authority' } },
  queued: { words: { zh: '待评审', en: 'Queued for review' }, family: 'go', stage: 3, awaits: { role: 'city.officer', asks: { zh: '组织会议评审', en: 'Convene the panel' }, steps: [], law: 'Art. 10(3)', clock: 'authority' } },
  reviewed: { words: { zh: '待考察', en: 'Awaiting site visit' }, family: 'spot', stage: 4, awaits: { role: 'city.officer', asks: { zh: '现场考察', en: 'Visit the site' }, steps: ['recordSiteVisit'], within: 'site.days', clock: 'authority' } },
  notShortlisted: { words: { zh: '未入围', en: 'Not shortlisted' }, family: 'no', stage: null },
  visited: { words: { zh: '待拟定', en: 'Visited' }, family: 'go', stage: 4, awaits: { role: 'city.officer', asks: { zh: '拟定结果', en: 'Propose the outcome' }, steps: ['propose'], within: 'meeting.days', clock: 'authority' } },
  rectifying: { words: { zh: '考察整改中', en: 'Rectifying after the visit' }, family: 'back', stage: 4, awaits: { role: 'host.admin', asks: { zh: '按考察意见整改并报告', en: 'Put right what the visit found and report' }, steps: ['reportRectification'], clock: 'applicant' } },
  rectified: { words: { zh: '整改待验收', en: 'Rectification reported' }, family: 'spot', stage: 4, awaits: { role: 'city.officer', asks: { zh: '验收整改', en: 'Verify the rectification' }, steps: ['verifyRectification'], within: 'inspection.verifyDays', clock: 'authority' } },
  proposed: { words: { zh: '待决定', en: 'Proposed' }, family: 'go', stage: 4, awaits: { role: 'city.lead', asks: { zh: '批准、暂缓或不予认定', en: 'Approve, defer or decline' }, steps: ['approve', 'defer', 'decline'], within: 'meeting.days', clock: 'authority' } },
  approved: { words: { zh: '已批准', en: 'Approved' }, family: 'ok', stage: 5, awaits: { role: 'city.officer', asks: { zh: '公示', en: 'Open the public notice' }, steps: ['openNotice'], clock: 'authority' } },
  deferred: { words: { zh: '暂缓', en: 'Deferred' }, family: 'back', stage: 4, awaits: { role: 'city.officer', asks: { zh: '条件具备后重新拟定', en: 'Take up again when ready' }, steps: ['reconsider'], clock: 'authority' } },
  declined: { words: { zh: '不予认定', en: 'Declined' }, family: 'no', stage: null },
  onNotice: { words: { zh: '公示中', en: 'On notice' }, family: 'notice', stage: 5 },
  cleared: { words: { zh: '公示无异议', en: 'Notice cleared' }, family: 'ok', stage: 5, awaits: { role: 'city.lead', asks: { zh: '签发认定', en: 'Sign the recognition' }, steps: ['recognise'], within: 'recognise.days', clock: 'authority' } },
  recognised: { words: { zh: '已认定', en: 'Recognised' }, family: 'ok', stage: 6 },
}
