/** The statuses of a major matter: what they are called, who is asked for what, and within which time. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { MajorMatterStatus } from './major-matter.case.ts'

export const majorMatterWords: Words = { zh: '重大事项', en: 'Major matter' }
export const majorMatterLaw: Basis[] = ['Art. 15', 'Art. 8(5)', 'Art. 14']
export const majorMatterStages: Words[] = [{ zh: '提出', en: 'Applied' }, { zh: '上报', en: 'Submitted' }, { zh: '审定', en: 'Examined' }, { zh: '办结', en: 'Settled' }]

const fill = { zh: '填写并提出', en: 'Fill it in and apply' }
export const majorMatterStatuses = {
  draft: { words: { zh: '草稿', en: 'Draft' }, family: 'open', stage: 0, awaits: { role: 'base.director', asks: fill, steps: ['apply'], clock: 'applicant' }, earlier: { role: 'host.admin', asks: fill, steps: ['propose'], clock: 'applicant' } },
  demanded: { words: { zh: '待补报', en: 'Declaration demanded' }, family: 'back', stage: 0, awaits: { role: 'base.director', asks: { zh: '补报未申报的变更', en: 'Declare the change that was found' }, steps: ['apply', 'report'], within: 'major.demandDays', clock: 'applicant' } },
  returned: { words: { zh: '已退回', en: 'Returned' }, family: 'back', stage: 0, awaits: { role: 'base.director', asks: { zh: '修改后重新提出', en: 'Change it and apply again' }, steps: ['apply'], clock: 'applicant' }, earlier: { role: 'host.admin', asks: { zh: '修改后重新提出', en: 'Change it and propose again' }, steps: ['propose'], clock: 'applicant' } },
  applied: { words: { zh: '待上报', en: 'Awaiting the host' }, family: 'go', stage: 1, awaits: { role: 'host.admin', asks: { zh: '审核，上报或退回', en: 'Submit it or send it back' }, steps: ['endorse'], clock: 'applicant' } },
  endorsed: { words: { zh: '待审定', en: 'Awaiting examination' }, family: 'go', stage: 2, awaits: { role: 'county.lead', asks: { zh: '签署审定意见', en: 'Sign the examination' }, steps: ['examine'], within: 'major.countyDays', clock: 'authority' }, earlier: { role: 'county.officer', asks: { zh: '核查', en: 'Verify' }, steps: ['verify'], within: 'major.countyDays', clock: 'authority' } },
  examined: { words: { zh: '待市局办理', en: 'Before the city' }, family: 'go', stage: 3, awaits: { role: 'city.lead', asks: { zh: '签署决定', en: 'Sign the decision' }, steps: ['approve', 'approveLeaving', 'refuse'], within: 'major.cityDays', clock: 'authority' }, earlier: { role: 'city.officer', asks: { zh: '提出拟办意见', en: 'Prepare the decision' }, steps: ['prepare', 'file', 'record'], within: 'major.cityDays', clock: 'authority' } },
  approved: { words: { zh: '已批准', en: 'Approved' }, family: 'ok', stage: 3 },
  refused: { words: { zh: '不予批准', en: 'Refused' }, family: 'no', stage: null },
  filed: { words: { zh: '已备案', en: 'Filed' }, family: 'ok', stage: 3 },
  recorded: { words: { zh: '已记录', en: 'Recorded' }, family: 'ok', stage: 3 },
  leaving: { words: { zh: '批准退出，待公示', en: 'Leaving approved, notice to come' }, family: 'go', stage: 3, awaits: { role: 'city.officer', asks: { zh: '发布退出公示', en: 'Publish the notice' }, steps: ['openNotice'], clock: 'authority' } },
  onNotice: { words: { zh: '退出公示中', en: 'Leaving on notice' }, family: 'notice', stage: 3 },
  left: { words: { zh: '已退出', en: 'Left' }, family: 'void', stage: 3 },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, family: 'void', stage: null },
  reported: { words: { zh: '事故已速报，安全暂停', en: 'Accident reported, on hold' }, family: 'no', stage: 1, awaits: { role: 'base.director', asks: { zh: '提交书面报告', en: 'Report in writing' }, steps: ['reportInWriting'], within: 'major.accidentReportDays', clock: 'applicant' } },
  written: { words: { zh: '书面报告待核实', en: 'Report to be verified' }, family: 'go', stage: 2, awaits: { role: 'county.officer', asks: { zh: '现场核实隐患消除', en: 'Verify on site that the danger is gone' }, steps: ['verifyClearance'], within: 'major.countyDays', clock: 'authority' } },
  cleared: { words: { zh: '已核实，待提出解除', en: 'Verified, lift to be proposed' }, family: 'go', stage: 3, awaits: { role: 'city.officer', asks: { zh: '提出是否解除安全暂停', en: 'Propose whether to lift the hold' }, steps: ['proposeLift'], within: 'major.cityDays', clock: 'authority' } },
  liftProposed: { words: { zh: '待决定解除', en: 'Lift awaiting decision' }, family: 'judge', stage: 3, awaits: { role: 'city.lead', asks: { zh: '决定是否解除安全暂停', en: 'Decide on the hold' }, steps: ['lift', 'keepHold'], within: 'major.cityDays', clock: 'authority' } },
  ended: { words: { zh: '随基地终止', en: 'Ended with the base' }, family: 'void', stage: null },
  lifted: { words: { zh: '已解除暂停', en: 'Hold lifted' }, family: 'ok', stage: 3 },
} as const satisfies Record<MajorMatterStatus, unknown>
