/** Panel review 会议评审: Article 10(3), in the order it happens. The text names the meeting; draw, size, rubric and line are settings. */
import { another, asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { aboutIsReviewed, casesAreQueued, declaredFirst, enoughSheetsForEach, expertLeavingSits, expertsAreListed, opinionForEach, scoredOnce, scoreSheetComplete } from '../../settings/conduct.ts'
import { designationWithinLimit, drawWitnessed, employerOncePerPanel, enoughWithoutConflict, everyFieldKnown, financeSeatFilled, outsideShareReached, panelMixHolds, redrawHasReason, safetySeatFilled, seedMatchesCommitment } from '../../settings/draw-rules.ts'
import { chairOrders, conflictNotYetKnown, designatedNotYet, designationWaits, drawFindsPanel, drawPossible, farFromMedian, mayBeSeated, notBeforeAnotherPanel, orderNamesTheTied, outliersSettled, reserveLeft, reviewedByBatch, standsClear } from '../../settings/panel-rules.ts'
import { decidedByAnother, opinionLongEnough, panelLargeEnough, preparers, specialPanelLargeEnough, timeToRead } from '../../settings/review-rules.ts'
import type { PanelReviewCase, PanelReviewRole, PanelReviewStatus } from './panel-review.case.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'
import { alarmsOf, countedFor, tiedOf, tiedUnder } from './panel-review.count.ts'
import { mixOf } from './panel-review.mix.ts'
import { chairOf, declared, designatedBy, sits, standsBack, validSheets } from './panel-review.standing.ts'

/** What the door looks up for a step. */
export type PanelReviewFound = {
  limits: { size: number; specialSize: number; minValid: number; designatedShare: number; technicalShare: number; outsideShare: number; perEmployer: number; financeSeats: number; safetySeats: number; materialDays: number }
  /** Working days the experts have had the material. */
  readFor: number
  /** Of the applications named: which are not queued, which are before another panel, their batches, and how many are on the special track. */
  convening: { notQueued: string[]; running: { number: string; panel: string }[]; batches: string[]; special: number; cases: number }
  /** The expert named: in the pool, and why not to be seated. */
  named: { listed: boolean; name: string; because: 'unavailable' | 'barred' | 'conflict' | 'rotation' | undefined; paths: Words[] }
  /** Why no draw should be committed to; what the revealed seed amounts to; whether it gives a panel. */
  draw: { faults: Words[]; technical: number; revealed: string | undefined; found: boolean | undefined; attempts: number }
  /** The reserve whose turn it is. */
  next: string | undefined
  /** What is wrong with the score sheet, item by item. */
  sheetFaults: Words[]
}
type Needs = Procedure<PanelReviewCase, PanelReviewStatus, PanelReviewRole, PanelReviewCommands, PanelReviewFound>
type At<Data = unknown> = StepFacts<PanelReviewCase, Data, PanelReviewFound>

const numberOf = (file: PanelReviewCase, about: string) => file.applications.find((one) => one.case === about)?.number ?? about
const drawOf = (file: PanelReviewCase) => file.draws.at(-1)
const isReviewed = asks(aboutIsReviewed, ({ case: file, data }: At<{ about: string }>) => ({ reviewed: file.applications.some((one) => one.case === data.about) }))
/** Whoever stands back neither opens nor judges, by whatever way they come. */
const clear = asks(standsClear, ({ case: file, data, actor }: At<{ about: string }>) => ({ knownBy: standsBack(file, actor.person, data.about) }), 'bar')
const mayTakeSeat = asks(mayBeSeated, ({ found }: At) => ({ name: found.named.name, because: found.named.because, paths: found.named.paths }), 'bar')
const isMember = asks(expertLeavingSits, ({ case: file, data }: At<{ expert: string }>) => ({ others: sits(file, data.expert) ? [] : [data.expert] }))
const notKnown = asks(conflictNotYetKnown, ({ case: file, data, actor }: At<{ about: string; expert?: string }>) => ({ known: standsBack(file, data.expert ?? actor.person, data.about) !== undefined }))
const waiting = asks(designationWaits, ({ case: file, data }: At<{ expert: string }>) => ({ waiting: file.designations.some((one) => one.expert === data.expert && one.answer === 'waiting') }))
const notTheProposer = asks(decidedByAnother, (at: At<{ expert: string }>) => preparers(at, at.case.designations.filter((one) => one.expert === at.data.expert).map(({ by }) => by)))
const enoughSheets = (valid: (file: PanelReviewCase, about: string) => readonly unknown[]) => given(enoughSheetsForEach, ({ case: file, found }: At) =>
  ({ short: file.applications.map((one) => ({ number: one.number, sheets: valid(file, one.case).length, least: found.limits.minValid })).filter(({ sheets, least }) => sheets < least) }))

export const panelReview: Needs = {
  // 1. The officer convenes the review of a batch, or of one application on the special track.
  convene: { says: { zh: '组织评审', en: 'Convene a panel' }, by: 'city.officer', from: [], to: 'convened', law: 'Art. 10(3)', seen: 'city',
    requires: [
      asks(casesAreQueued, ({ found }) => ({ others: found.convening.notQueued })), asks(notBeforeAnotherPanel, ({ found }) => ({ running: found.convening.running })),
      asks(reviewedByBatch, ({ found }) => ({ batches: found.convening.batches, special: found.convening.special, cases: found.convening.cases })),
      asks(panelLargeEnough, ({ data, found }) => ({ members: data.size, size: found.limits.size })),
      asks(specialPanelLargeEnough, ({ data, found }) => (found.convening.special > 0 ? { members: data.size, size: found.limits.specialSize } : { members: 1, size: 1 })),
    ] },

  // 2. A few may be designated before the draw, each with the reason; another person approves. What is not approved by then does not count.
  designate: { says: { zh: '指定专家', en: 'Designate an expert' }, by: 'city.officer', from: ['convened'], to: 'convened', law: 'setting:panel.designatedShare', seen: 'city',
    requires: [
      asks(expertsAreListed, ({ data, found }) => ({ others: found.named.listed ? [] : [data.expert] })), mayTakeSeat,
      asks(designatedNotYet, ({ case: file, data }) => ({ designated: designatedBy(file).some(({ expert }) => expert === data.expert) })),
      asks(designationWithinLimit, ({ case: file, found }) => ({ designated: designatedBy(file).length + 1, size: file.size, share: found.limits.designatedShare })),
    ] },
  approveDesignation: { says: { zh: '批准指定', en: 'Approve a designation' }, by: 'city.lead', from: ['convened'], to: 'convened', law: 'setting:panel.designatedShare', seen: 'city', requires: [waiting, notTheProposer, mayTakeSeat] },
  refuseDesignation: { says: { zh: '不同意指定', en: 'Refuse a designation' }, by: 'city.lead', from: ['convened'], to: 'convened', law: 'setting:panel.designatedShare', seen: 'city', requires: [waiting] },

  // 3. The draw: pool, rules and seed are committed to; the supervisor witnesses and adds a word; only then everything is revealed.
  commitDraw: { says: { zh: '封存抽取', en: 'Commit to the draw' }, by: 'city.officer', from: ['convened'], to: 'committed', law: 'setting:panel.draw', seen: 'city', signs: true,
    effects: [{ zh: '专家池、规则和种子的指纹记录在案并公开；此后改动任何一字都对不上', en: 'The fingerprint of pool, rules and seed is recorded and published; nothing of them can change after' }, { zh: '种子无人可见，直到见证之后', en: 'Nobody sees the seed before the witness has added a word' }],
    requires: [asks(drawPossible, ({ found }) => ({ faults: found.draw.faults })), asks(panelMixHolds, ({ case: file, found }) => ({ technical: found.draw.technical, size: file.size, share: found.limits.technicalShare }))] },
  witnessDraw: { says: { zh: '见证抽取', en: 'Witness the draw' }, by: 'city.supervisor', from: ['committed'], to: 'witnessed', law: 'setting:panel.draw', within: 'panel.witnessDays', seen: 'city', signs: true,
    effects: [{ zh: '您写下的词或数与种子合在一起决定结果，谁也不能单独左右', en: 'Your word and the seed together decide; neither of you can steer alone' }],
    requires: [{ ...another(drawWitnessed, (file) => [drawOf(file)?.committedBy], ({ person, before }, { case: file, data }) => ({ witness: person, drawnBy: before.includes(person) ? person : drawOf(file)?.committedBy ?? '', word: data.word })), needs: 'command' as const }] },
  revealDraw: { says: { zh: '揭示结果', en: 'Reveal the draw' }, by: 'city.officer', from: ['witnessed'], to: 'drawn', law: 'setting:panel.draw', seen: 'city', signs: true,
    requires: [
      given(drawWitnessed, ({ case: file }) => ({ witness: drawOf(file)?.witness?.person, drawnBy: drawOf(file)?.committedBy ?? '', word: drawOf(file)?.witness?.word })),
      asks(seedMatchesCommitment, ({ case: file, found }) => ({ committed: drawOf(file)?.commitment, revealed: found.draw.revealed ?? '' })),
      asks(drawFindsPanel, ({ found }) => ({ found: found.draw.found, attempts: found.draw.attempts })),
    ] },
  redraw: { says: { zh: '重新抽取', en: 'Draw again' }, by: 'city.lead', from: ['committed', 'witnessed', 'drawn'], to: 'convened', law: 'setting:panel.draw', seen: 'city', signs: true,
    effects: [{ zh: '原抽取连同种子、结果保留在案', en: 'The draw stays on record with its seed and result' }],
    requires: [asks(redrawHasReason, ({ case: file, data }) => ({ before: file.draws.length, reason: data.reason }))] },
  beginScoring: { says: { zh: '开始评审', en: 'Begin scoring' }, by: 'city.officer', from: ['drawn'], to: 'scoring', law: 'Art. 10(3)', seen: 'parties',
    requires: [
      given(panelLargeEnough, ({ case: file }) => ({ members: file.members.length, size: file.size })),
      given(outsideShareReached, ({ case: file, found }) => ({ outside: mixOf(file).outside, size: file.size, share: found.limits.outsideShare })),
      given(employerOncePerPanel, ({ case: file, found }) => ({ crowded: mixOf(file).crowded(found.limits.perEmployer), most: found.limits.perEmployer })),
      given(everyFieldKnown, ({ case: file }) => ({ unknown: mixOf(file).unknown })),
      given(financeSeatFilled, ({ case: file }) => ({ filled: mixOf(file).of('finance'), seats: mixOf(file).seats('finance') })),
      given(safetySeatFilled, ({ case: file }) => ({ chemical: drawOf(file)?.chemical ?? false, filled: mixOf(file).of('safety'), seats: mixOf(file).seats('safety') })),
      given(enoughWithoutConflict, ({ case: file, found }) => ({ short: mixOf(file).short(found.limits.minValid), minValid: found.limits.minValid })),
    ] },

  // 4. Each expert declares for each application before more than the host's name opens, then scores. Scores are sealed at submission.
  declareConflict: { says: { zh: '申明回避情形', en: 'Declare conflicts' }, by: 'expert', from: ['scoring'], to: 'scoring', law: 'setting:conflict.declare', seen: 'city', concurrent: true, requires: [isReviewed] },
  score: { says: { zh: '提交评分', en: 'Submit a score' }, by: 'expert', from: ['scoring'], to: 'scoring', law: 'Art. 10(3)', seen: 'city', sealed: true, concurrent: true,
    requires: [
      isReviewed, clear, asks(declaredFirst, ({ case: file, data, actor }) => ({ declaration: declared(file, actor.person, data.about) })),
      asks(scoredOnce, ({ case: file, data, actor }) => ({ scored: file.sheets.some((sheet) => sheet.expert === actor.person && sheet.about === data.about) })),
      asks(scoreSheetComplete, ({ found }) => ({ faults: found.sheetFaults })), asks(opinionLongEnough, ({ case: file, data }) => ({ missing: Math.max(0, file.opinionChars - [...(data.opinion ?? '')].length), least: file.opinionChars })),
    ] },
  recordConflict: { says: { zh: '记录应当回避', en: 'Record a conflict' }, by: ['city.officer', 'system'], from: ['scoring'], to: 'scoring', law: 'setting:conflict.late', seen: 'city',
    effects: [{ zh: '该专家对这件申报的评分作废，告知本人', en: 'The expert\'s score of the application is void; the expert is told' }], requires: [isMember, isReviewed, notKnown] },
  replace: { says: { zh: '递补专家', en: 'Call the next reserve' }, by: 'city.officer', from: ['scoring'], to: 'scoring', law: 'setting:panel.reserves', seen: 'city',
    effects: [{ zh: '按抽取顺序递补，不能挑选；退出专家的评分不再计算', en: 'The next reserve in the order drawn, nobody else; sheets of who leaves no longer count' }],
    requires: [isMember, asks(reserveLeft, ({ found }) => ({ next: found.next }))] },

  // 5. Closing opens the sheets; from then on nobody changes a score. One far from the others is explained or discussed; a tie is ordered by the chair.
  closeScoring: { says: { zh: '结束评分', en: 'Close scoring' }, by: 'city.officer', from: ['scoring'], to: 'closed', law: 'setting:score.sealed', seen: 'city', unseals: true, signs: true, requires: [enoughSheets(validSheets), given(timeToRead, ({ found }) => ({ days: found.readFor, least: found.limits.materialDays }), 'note')] },
  countSheets: { says: { zh: '计票', en: 'Count the sheets' }, by: 'system', from: ['closed'], to: 'closed', law: 'setting:score.trimFrom', seen: 'city' },
  declareLate: { says: { zh: '补充申明回避', en: 'Declare a conflict late' }, by: 'expert', from: ['closed'], to: 'closed', law: 'setting:conflict.late', seen: 'city', concurrent: true,
    effects: [{ zh: '您对这件申报的评分作废，结果重新计算', en: 'Your score of the application is void and the result is counted anew' }], requires: [isReviewed, notKnown] },
  recordConflictLate: { says: { zh: '记录应当回避', en: 'Record a conflict' }, by: ['city.officer', 'system'], from: ['closed'], to: 'closed', law: 'setting:conflict.late', seen: 'city',
    effects: [{ zh: '该专家对这件申报的评分作废，结果重新计算，告知本人', en: 'The expert\'s score of the application is void, the result is counted anew, the expert is told' }], requires: [isMember, isReviewed, notKnown] },
  explain: { says: { zh: '说明评分', en: 'Explain a score' }, by: 'expert', from: ['closed'], to: 'closed', law: 'setting:score.alarm', within: 'panel.explainDays', seen: 'city', concurrent: true,
    requires: [isReviewed, asks(farFromMedian, ({ case: file, data, actor }) => ({ alarmed: alarmsOf(file).some(({ expert, about }) => expert === actor.person && about === data.about) }), 'bar')] },
  discuss: { says: { zh: '记录讨论', en: 'Record the discussion' }, by: 'city.officer', from: ['closed'], to: 'closed', law: 'setting:score.alarm', seen: 'city', requires: [isReviewed] },
  breakTie: { says: { zh: '为同分申报排序', en: 'Order the equal' }, by: 'expert', from: ['closed'], to: 'closed', law: 'setting:score.ties', seen: 'city', concurrent: true,
    requires: [
      given(chairOrders, ({ case: file, actor }) => ({ chair: tiedUnder(file, actor.person).length > 0 ? actor.person : chairOf(file, tiedOf(file)[0]), person: actor.person }), 'bar'),
      asks(orderNamesTheTied, ({ case: file, data, actor }) => ({ tied: tiedUnder(file, actor.person).map((group) => group.map((about) => numberOf(file, about))), named: (data.order ?? []).map((about) => numberOf(file, about)) })),
    ] },

  // 6. The panel's conclusion freezes the ranking.
  conclude: { says: { zh: '形成评审结论', en: 'Conclude' }, by: 'city.officer', from: ['closed'], to: 'concluded', law: 'Art. 10(3)', seen: 'city', signs: true,
    effects: [{ zh: '排名冻结，结果记入各件申报', en: 'The ranking is frozen and recorded in every application' }],
    requires: [
      enoughSheets(countedFor), given(outliersSettled, ({ case: file }) => ({ open: alarmsOf(file).filter(({ settled }) => settled === null).map(({ about, apart }) => ({ number: numberOf(file, about), apart: apart.toFixed(2) })) })),
      asks(opinionForEach, ({ case: file, data }) => ({ missing: file.applications.filter((one) => !data.opinions?.some(({ about }) => about === one.case)).map(({ number }) => number) })),
    ] },
  dissolve: { says: { zh: '终止评审', en: 'Dissolve the panel' }, by: 'city.lead', from: ['convened', 'committed', 'witnessed', 'drawn', 'scoring', 'closed'], to: 'dissolved', law: 'setting:panel.pool', seen: 'city', signs: true,
    effects: [{ zh: '所评申报回到待评审，可以另行组织', en: 'Its applications are queued again for another panel' }] },
}
