/** What each status of an assessment is called, how it is drawn, and who has to do what while it lasts. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { AssessmentRole, AssessmentStatus } from './assessment.case.ts'

export const assessmentWords: Words = { zh: '年度考核', en: 'Annual assessment' }
export const assessmentLaw: Basis[] = ['Art. 16', 'Art. 17', 'Art. 18', 'Art. 19(3)']
export const assessmentStages: Words[] = [
  { zh: '自评', en: 'Report' }, { zh: '依托单位审核', en: 'Host' }, { zh: '区县核实', en: 'County' }, { zh: '打分', en: 'Scoring' }, { zh: '定档', en: 'Grade' }, { zh: '公示', en: 'Notice' }, { zh: '通报', en: 'Announced' },
]

type Awaits = { role: AssessmentRole; asks: Words; steps: readonly string[]; law?: Basis; within?: string; clock: 'applicant' | 'authority' }
type StatusOf = { words: Words; family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'; stage: number | null; awaits?: Awaits; earlier?: Awaits }

export const assessmentStatuses: Record<AssessmentStatus, StatusOf> = {
  reporting: { words: { zh: '待自评', en: 'Awaiting the report' }, family: 'open', stage: 0, awaits: { role: 'base.director', asks: { zh: '填写并签署自评报告和下年度计划', en: 'Write and sign report and plan' }, steps: ['report'], clock: 'applicant' } },
  deferralAsked: { words: { zh: '待批缓考', en: 'Deferral asked for' }, family: 'go', stage: 0, awaits: { role: 'city.lead', asks: { zh: '批准缓考，或不予缓考', en: 'Grant or decline the deferral' }, steps: ['defer', 'declineDeferral'], clock: 'authority' } },
  reported: { words: { zh: '待依托单位审核', en: 'With the host' }, family: 'go', stage: 1, awaits: { role: 'host.admin', asks: { zh: '审核报送，或退回修改', en: 'Endorse it or send it back' }, steps: ['endorse'], clock: 'applicant' } },
  endorsed: { words: { zh: '待区县核实', en: 'With the county' }, family: 'go', stage: 2, awaits: { role: 'county.lead', asks: { zh: '签署真实性审核意见', en: 'Sign the opinion on the truth' }, steps: ['verify'], within: 'assess.countyDays', clock: 'authority' },
    earlier: { role: 'county.officer', asks: { zh: '逐项核对抽中佐证，或退回补正', en: 'Examine the items drawn, or return it' }, steps: ['examine'], within: 'assess.countyDays', clock: 'authority' } },
  supplementing: { words: { zh: '待补正', en: 'Supplement requested' }, family: 'back', stage: 2, awaits: { role: 'base.director', asks: { zh: '补正后再签署', en: 'Supplement and sign again' }, steps: ['supplement'], within: 'assess.supplementDays', clock: 'applicant' } },
  verified: { words: { zh: '待打分', en: 'Awaiting points' }, family: 'go', stage: 3, awaits: { role: 'city.officer', asks: { zh: '打分，首年收存报告', en: 'Score it; file a first year\'s report' }, steps: ['score'], clock: 'authority' } },
  scored: { words: { zh: '待拟定', en: 'Scored' }, family: 'spot', stage: 4, awaits: { role: 'city.officer', asks: { zh: '抽查，拟定档次', en: 'Spot check, propose the grade' }, steps: ['proposeGrade'], clock: 'authority' } },
  proposed: { words: { zh: '待定档', en: 'Grade proposed' }, family: 'go', stage: 4, awaits: { role: 'city.lead', asks: { zh: '确定档次，或退回重拟', en: 'Decide the grade or return it' }, steps: ['decideGrade'], clock: 'authority' } },
  decided: { words: { zh: '已定档', en: 'Graded' }, family: 'ok', stage: 5, awaits: { role: 'city.officer', asks: { zh: '公示结果', en: 'Open the public notice' }, steps: [], law: 'Art. 18', clock: 'authority' } },
  onNotice: { words: { zh: '公示中', en: 'On notice' }, family: 'notice', stage: 5 },
  cleared: { words: { zh: '公示无异议', en: 'Notice cleared' }, family: 'ok', stage: 5, awaits: { role: 'city.lead', asks: { zh: '通报考核结果', en: 'Announce the result' }, steps: ['announce'], clock: 'authority' } },
  announced: { words: { zh: '已通报', en: 'Announced' }, family: 'ok', stage: 6 },
  underReview: { words: { zh: '复核中', en: 'Under review' }, family: 'go', stage: 6, awaits: { role: 'city.lead', asks: { zh: '作出复核结论', en: 'Conclude the review' }, steps: ['upholdReview', 'dismissReview'], clock: 'authority' }, earlier: { role: 'city.officer', asks: { zh: '复核并提出意见', en: 'Examine the review' }, steps: ['examineReview'], clock: 'authority' } },
  concluded: { words: { zh: '已办结', en: 'Concluded' }, family: 'ok', stage: 6 },
  discontinued: { words: { zh: '已终止', en: 'Discontinued' }, family: 'void', stage: null },
  rectifying: { words: { zh: '整改中', en: 'Rectifying' }, family: 'back', stage: 6, awaits: { role: 'city.officer', asks: { zh: '验收整改', en: 'Accept the rectification' }, steps: ['closeRectification'], clock: 'authority' }, earlier: { role: 'base.director', asks: { zh: '提交整改方案和整改报告', en: 'Hand in plan and report' }, steps: ['submitPlan', 'reportRectification'], clock: 'applicant' } },
  rectified: { words: { zh: '整改合格', en: 'Rectified' }, family: 'ok', stage: 6 },
  unrectified: { words: { zh: '整改不合格', en: 'Not rectified' }, family: 'no', stage: 6 },
  twicePoor: { words: { zh: '连续两年为差', en: 'Poor twice in a row' }, family: 'no', stage: 6 },
  recorded: { words: { zh: '已收存', en: 'Filed without grade' }, family: 'ok', stage: 6 },
  deferred: { words: { zh: '已缓考', en: 'Deferred' }, family: 'void', stage: null },
  absent: { words: { zh: '无故不参加', en: 'Absent without cause' }, family: 'no', stage: null },
}

/** From here on what was decided stands; before it a case ends with its base. */
export const openStatuses: readonly AssessmentStatus[] = ['reporting', 'deferralAsked', 'reported', 'endorsed', 'supplementing', 'verified', 'scored', 'proposed', 'decided', 'onNotice', 'cleared', 'announced', 'underReview']
/** Statuses in which nothing more is expected of anybody: the campaign can be closed over them. */
export const settledStatuses: readonly AssessmentStatus[] = ['concluded', 'rectifying', 'rectified', 'unrectified', 'twicePoor', 'recorded', 'deferred', 'absent', 'discontinued']
