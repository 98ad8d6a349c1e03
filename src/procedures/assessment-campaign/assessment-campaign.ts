/** A year's campaign 年度考核工作: Article 16. One act opens the assessment of every base; what is decided together is decided here. */
import { asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { type AuthorityBasis, instrumentInForce } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { basesToAssess, casesOfCampaign, everyCaseSettled, notListedYet, oneCampaignAYear } from '../../settings/assessment-rules.ts'
import { minutesAttached, notBy } from '../../settings/review-rules.ts'
import type { AssessmentCampaignCase, CampaignRole, CampaignStatus } from './assessment-campaign.case.ts'
import type { AssessmentCampaignCommands } from './assessment-campaign.commands.ts'

/** What the door looks up: other campaigns of the year, bases on the register, cases of this campaign that are not settled or not its own. */
export type CampaignFound = { others: string[]; bases: number; open: string[]; strangers: string[]; added: 'listed' | 'unknown' | 'building' | 'later' | 'new'; lapsedOn: string; authorityBasis: AuthorityBasis | undefined }
type Needs = Procedure<AssessmentCampaignCase, CampaignStatus, CampaignRole, AssessmentCampaignCommands, CampaignFound>
type At = StepFacts<AssessmentCampaignCase, unknown, CampaignFound>

const lapseNoted = given(instrumentInForce, ({ found, today }: At) => ({ on: today, lapsedOn: found.lapsedOn, authorityBasis: found.authorityBasis }), 'note')
const ownCases = asks(casesOfCampaign, ({ found }: At) => ({ strangers: found.strangers }))

export const assessmentCampaign: Needs = {
  // 1. The officer plans the year, the lead opens it: one case for every base on the register, spot checks drawn at once.
  plan: { says: { zh: '拟定年度考核', en: 'Plan the campaign' }, by: 'city.officer', from: [], to: 'planned', law: 'Art. 16',
    requires: [asks(oneCampaignAYear, ({ data, found }) => ({ year: data.year, others: found.others })), given(basesToAssess, ({ found }) => ({ bases: found.bases })), lapseNoted] },
  abandon: { says: { zh: '撤回拟定', en: 'Withdraw the plan' }, by: 'city.officer', from: ['planned'], to: 'abandoned', law: 'Art. 16' },
  open: { says: { zh: '启动年度考核', en: 'Open the campaign' }, by: 'city.lead', from: ['planned'], to: 'open', law: 'Art. 16', signs: true,
    effects: [{ zh: '在册基地各开一件考核，通知基地和依托单位', en: 'A case opens for every base; base and host are told' }, { zh: '现场抽查对象随即抽取，只有市局可见', en: 'Spot checks are drawn at once, seen by the city alone' }],
    requires: [notBy(({ plannedBy }) => [plannedBy?.person]), given(basesToAssess, ({ found }) => ({ bases: found.bases })), lapseNoted] },
  drawSpotChecks: { says: { zh: '抽取现场抽查对象', en: 'Draw the spot checks' }, by: 'system', from: ['open'], to: 'open', law: 'setting:assess.spotShare', seen: 'city' },

  // 2. What is decided for many at once; every case writes its own entry, or none does.
  proposeGrades: { says: { zh: '拟定档次', en: 'Propose grades' }, by: 'city.officer', from: ['open'], to: 'open', law: 'Art. 18', seen: 'city', requires: [ownCases] },
  decideGrades: { says: { zh: '确定档次', en: 'Decide grades' }, by: 'city.lead', from: ['open'], to: 'open', law: 'Art. 18', seen: 'city', signs: true, requires: [ownCases, asks(minutesAttached, ({ data }) => ({ minutes: data.minutes?.number }))] },
  openNotice: { says: { zh: '公示考核结果', en: 'Open the public notice' }, by: 'city.officer', from: ['open'], to: 'open', law: 'Art. 18', signs: true, requires: [ownCases] },
  announceResults: { says: { zh: '通报考核结果', en: 'Announce the results' }, by: 'city.lead', from: ['open'], to: 'open', law: 'Art. 18', signs: true, effects: [{ zh: '计入基地档案；五个工作日内可申请复核', en: 'The grades enter the register; a review may be asked for' }], requires: [ownCases] },

  // What was forgotten, or recognised after the opening, is added.
  addBase: { says: { zh: '补列基地', en: 'Add a base' }, by: 'city.officer', from: ['open'], to: 'open', law: 'Art. 16', requires: [asks(notListedYet, ({ found }) => ({ added: found.added }))] },

  // 3. The year is closed when nobody waits any more.
  close: { says: { zh: '结束年度考核', en: 'Close the campaign' }, by: 'city.lead', from: ['open'], to: 'closed', law: 'Art. 16', requires: [given(everyCaseSettled, ({ found }) => ({ open: found.open }))] },
}

export const assessmentCampaignWords: Words = { zh: '年度考核工作', en: 'Assessment campaign' }
export const assessmentCampaignLaw: Basis[] = ['Art. 16', 'Art. 18']
export const assessmentCampaignStages: Words[] = [{ zh: '拟定', en: 'Planned' }, { zh: '进行', en: 'Open' }, { zh: '结束', en: 'Closed' }]
export const assessmentCampaignStatuses = {
  planned: { words: { zh: '待启动', en: 'Planned' }, family: 'open', stage: 0, awaits: { role: 'city.lead', asks: { zh: '启动年度考核', en: 'Open the campaign' }, steps: ['open'], clock: 'authority' } },
  open: { words: { zh: '进行中', en: 'Open' }, family: 'go', stage: 1, awaits: { role: 'city.officer', asks: { zh: '推进各基地考核', en: 'Bring the assessments forward' }, steps: ['proposeGrades'], clock: 'authority' } },
  closed: { words: { zh: '已结束', en: 'Closed' }, family: 'ok', stage: 2 },
  abandoned: { words: { zh: '已撤回', en: 'Withdrawn' }, family: 'void', stage: null },
} as const satisfies Record<CampaignStatus, unknown>
