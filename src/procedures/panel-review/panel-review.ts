/** Panel review 会议评审: Article 10(3), in the order it happens. The text names the meeting; size, rubric and line are settings. */
import { asks, given, type Procedure } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { aboutIsReviewed, casesAreQueued, declaredFirst, enoughSheetsForEach, expertLeavingSits, expertsAreListed, opinionForEach, scoredOnce, scoreSheetComplete } from '../../settings/conduct.ts'
import { panelLargeEnough } from '../../settings/review-rules.ts'
import { declarationOf, type PanelReviewCase, type PanelReviewRole, type PanelReviewStatus, sitting, validSheets } from './panel-review.case.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'

/** What the door looks up for a step. */
export type PanelReviewFound = {
  minValid: number
  /** Applications named that are not queued; experts named that are not in the pool or sit already. */
  notQueued: string[]; notListed: string[]
  /** The expert to be replaced, when not on the panel; whether the application named is before it. */
  notSitting: string[]; reviewed: boolean
  /** What is wrong with the score sheet, item by item. */
  sheetFaults: Words[]
}
type Needs = Procedure<PanelReviewCase, PanelReviewStatus, PanelReviewRole, PanelReviewCommands, PanelReviewFound>

export const panelReview: Needs = {
  // 1. The officer convenes the review for queued applications and designates experts, each time with the reason.
  convene: { says: { zh: '组织评审', en: 'Convene a panel' }, by: 'city.officer', from: [], to: 'convened', law: 'Art. 10(3)', seen: 'city',
    requires: [asks(casesAreQueued, ({ found }) => ({ others: found.notQueued }))] },
  designate: { says: { zh: '指定专家', en: 'Designate experts' }, by: 'city.officer', from: ['convened'], to: 'convened', law: 'setting:panel.pool', seen: 'city',
    requires: [asks(expertsAreListed, ({ found }) => ({ others: found.notListed }))] },
  replace: { says: { zh: '更换专家', en: 'Replace an expert' }, by: 'city.officer', from: ['scoring'], to: 'scoring', law: 'setting:panel.pool', seen: 'city',
    requires: [asks(expertLeavingSits, ({ found }) => ({ others: found.notSitting })), asks(expertsAreListed, ({ found }) => ({ others: found.notListed }))] },
  beginScoring: { says: { zh: '开始评审', en: 'Begin scoring' }, by: 'city.officer', from: ['convened'], to: 'scoring', law: 'Art. 10(3)', seen: 'parties',
    requires: [given(panelLargeEnough, ({ case: file }) => ({ members: sitting(file).length, size: file.size }))] },

  // 2. Each expert declares for each application before its file opens, then scores. Scores are sealed at submission.
  declareConflict: { says: { zh: '申明回避情形', en: 'Declare conflicts' }, by: 'expert', from: ['scoring'], to: 'scoring', law: 'setting:conflict.declare', seen: 'city', concurrent: true,
    requires: [asks(aboutIsReviewed, ({ found }) => ({ reviewed: found.reviewed }))] },
  score: { says: { zh: '提交评分', en: 'Submit a score' }, by: 'expert', from: ['scoring'], to: 'scoring', law: 'Art. 10(3)', seen: 'city', sealed: true, concurrent: true,
    requires: [
      asks(aboutIsReviewed, ({ found }) => ({ reviewed: found.reviewed })),
      asks(declaredFirst, ({ case: file, data, actor }) => ({ declaration: declarationOf(file, actor.person, data.about) })),
      asks(scoredOnce, ({ case: file, data, actor }) => ({ scored: file.sheets.some((sheet) => sheet.expert === actor.person && sheet.about === data.about) })),
      asks(scoreSheetComplete, ({ found }) => ({ faults: found.sheetFaults })),
    ] },

  // 3. Closing opens the sheets; from then on nobody changes anything. The panel's conclusion freezes the ranking.
  closeScoring: { says: { zh: '结束评分', en: 'Close scoring' }, by: 'city.officer', from: ['scoring'], to: 'closed', law: 'setting:score.sealed', seen: 'city', unseals: true, signs: true,
    requires: [given(enoughSheetsForEach, ({ case: file, found }) => ({ short: file.applications.map((one) => ({ number: one.number, sheets: validSheets(file, one.case).length, least: found.minValid })).filter(({ sheets, least }) => sheets < least) }))] },
  conclude: { says: { zh: '形成评审结论', en: 'Conclude' }, by: 'city.officer', from: ['closed'], to: 'concluded', law: 'Art. 10(3)', seen: 'city', signs: true,
    requires: [asks(opinionForEach, ({ case: file, data }) => ({ missing: file.applications.filter((one) => !data.opinions?.some(({ about }) => about === one.case)).map(({ number }) => number) }))] },

  dissolve: { says: { zh: '终止评审', en: 'Dissolve the panel' }, by: 'city.lead', from: ['convened', 'scoring', 'closed'], to: 'dissolved', law: 'setting:panel.pool', seen: 'city', signs: true },
}

export const panelReviewWords: Words = { zh: '会议评审', en: 'Panel review' }
export const panelReviewLaw: Basis[] = ['Art. 10(3)']
export const panelReviewStages: Words[] = [{ zh: '组织', en: 'Convened' }, { zh: '评分', en: 'Scoring' }, { zh: '结束评分', en: 'Closed' }, { zh: '结论', en: 'Concluded' }]
export const panelReviewStatuses = {
  convened: { words: { zh: '组建评审组', en: 'Being convened' }, family: 'go', stage: 0, awaits: { role: 'city.officer', asks: { zh: '指定专家，开始评审', en: 'Designate experts and begin' }, clock: 'authority' } },
  scoring: { words: { zh: '评审中', en: 'Scoring' }, family: 'go', stage: 1, awaits: { role: 'expert', asks: { zh: '申明回避并评分', en: 'Declare and score' }, clock: 'authority' } },
  closed: { words: { zh: '评分结束', en: 'Scoring closed' }, family: 'go', stage: 2, awaits: { role: 'city.officer', asks: { zh: '形成评审结论', en: 'Conclude the review' }, clock: 'authority' } },
  concluded: { words: { zh: '已形成结论', en: 'Concluded' }, family: 'ok', stage: 3 },
  dissolved: { words: { zh: '已终止', en: 'Dissolved' }, family: 'void', stage: null },
} as const satisfies Record<PanelReviewStatus, unknown>
