/** What a panel review is called, its stages and its statuses with whom each waits for. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { PanelReviewStatus } from './panel-review.case.ts'

export const panelReviewWords: Words = { zh: '会议评审', en: 'Panel review' }
export const panelReviewLaw: Basis[] = ['Art. 10(3)']
export const panelReviewStages: Words[] = [{ zh: '组织', en: 'Convened' }, { zh: '抽取', en: 'Draw' }, { zh: '评分', en: 'Scoring' }, { zh: '结束评分', en: 'Closed' }, { zh: '结论', en: 'Concluded' }]

const officer = (zh: string, en: string, steps: readonly string[], within?: string) => ({ role: 'city.officer', asks: { zh, en }, steps, clock: 'authority', ...(within && { within }) }) as const
const expert = (zh: string, en: string, steps: readonly string[], within: string) => ({ role: 'expert', asks: { zh, en }, steps, clock: 'authority', within }) as const

export const panelReviewStatuses = {
  convened: { words: { zh: '组建评审组', en: 'Being convened' }, family: 'go', stage: 0, awaits: officer('封存抽取；需要指定的先指定', 'Commit to the draw; designate before, where needed', ['commitDraw'], 'panel.days') },
  committed: { words: { zh: '待见证', en: 'Awaiting the witness' }, family: 'judge', stage: 1, awaits: { role: 'city.supervisor', asks: { zh: '见证专家抽取并加见证数', en: 'Witness the draw and add a word' }, steps: ['witnessDraw'], clock: 'authority', within: 'panel.witnessDays' } },
  witnessed: { words: { zh: '待揭示', en: 'Awaiting the reveal' }, family: 'go', stage: 1, awaits: officer('揭示抽取结果', 'Reveal the draw', ['revealDraw']) },
  drawn: { words: { zh: '已抽取', en: 'Drawn' }, family: 'go', stage: 1, awaits: officer('通知专家，开始评审', 'Tell the experts and begin', ['beginScoring']) },
  scoring: { words: { zh: '评审中', en: 'Scoring' }, family: 'go', stage: 2, awaits: officer('结束评分', 'Close scoring', ['closeScoring']), earlier: expert('申明回避并评分', 'Declare and score', ['score'], 'panel.scoringDays') },
  closed: { words: { zh: '评分结束', en: 'Scoring closed' }, family: 'go', stage: 3, awaits: officer('形成评审结论', 'Conclude the review', ['conclude']), earlier: expert('说明与中位数相差较大的评分', 'Explain a score far from the median', ['explain'], 'panel.explainDays') },
  concluded: { words: { zh: '已形成结论', en: 'Concluded' }, family: 'ok', stage: 4 },
  dissolved: { words: { zh: '已终止', en: 'Dissolved' }, family: 'void', stage: null },
} as const satisfies Record<PanelReviewStatus, unknown>
