/** Rules of grading and of what follows a grade, where the text is silent. */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import { type Grade, grades } from '../regulation/jinzhong-2023/article-18-grades.ts'

const named = (grade: Grade | null | undefined, language: 'zh' | 'en') => grades.find(({ id }) => id === grade)?.words[language] ?? '—'

/** The lines are settings: another grade takes a written reason, such as the cap on excellent. */
export const gradeFollowsScore = rule({
  id: 'gradeFollowsScore', law: 'setting:grade.excellent', modality: 'usually',
  says: { zh: '档次与得分线一致', en: 'The grade is that of the score.' },
  holds: ({ grade, byScore }: { grade: Grade | undefined; byScore: Grade | undefined; total: string }) => (grade === undefined || byScore === undefined ? undefined : grade === byScore),
  otherwise: ({ grade, byScore, total }) => ({ zh: `得分 ${total}，按分数线为“${named(byScore, 'zh')}”，拟定“${named(grade, 'zh')}”，请写明理由。`, en: `The score is ${total}: ${named(byScore, 'en')} by the lines, ${named(grade, 'en')} proposed; give the reason.` }),
})

export const vetoMakesPoor = rule({
  id: 'vetoMakesPoor', law: 'setting:grade.veto', modality: 'must',
  says: { zh: '有一票否决情形的评为差', en: 'With a veto the grade is poor.' },
  holds: ({ grade, vetoed }: { grade: Grade | undefined; vetoed: boolean }) => !vetoed || grade === undefined || grade === 'poor',
  otherwise: () => ({ zh: '有一票否决情形，只能评为差。', en: 'A veto stands; the grade can only be poor.' }),
})

/** `others`: excellent already proposed or decided in this campaign. */
export const excellentWithinCap = rule({
  id: 'excellentWithinCap', law: 'setting:grade.excellentCap', modality: 'must',
  says: { zh: '优不超过上限', en: 'Excellent stays within its cap.' },
  holds: ({ grade, others, seats }: { grade: Grade | undefined; others: number; seats: number; assessed: number }) => grade !== 'excellent' || others < seats,
  otherwise: ({ others, seats, assessed }) => ({ zh: `参评 ${assessed} 个，优至多 ${seats} 个，已拟定 ${others} 个。`, en: `${assessed} assessed, at most ${seats} excellent, ${others} proposed already.` }),
})

export const gradeNoticeHeld = rule({
  id: 'gradeNoticeHeld', law: 'setting:publicity.days', modality: 'must',
  says: { zh: '公示期满，本项无异议待决', en: 'The notice is over and nothing holds this row.' },
  holds: ({ clearedOn }: { clearedOn: Day | undefined }) => clearedOn !== undefined,
  otherwise: () => ({ zh: '公示尚未结束。', en: 'The notice is not over.' }),
})

/** The last day still belongs to the base; who has asked once does not ask again. */
export const reviewInTime = rule({
  id: 'reviewInTime', law: 'setting:assess.reviewDays', modality: 'must',
  says: { zh: '在期限内申请复核', en: 'The review is asked for in time.' },
  holds: ({ by, on }: { by: Day | undefined; on: Day }) => (by === undefined ? undefined : on <= by),
  otherwise: ({ by }) => ({ zh: `复核申请期限到 ${by ?? '—'}。`, en: `A review could be asked for until ${by ?? '—'}.` }),
})
export const reviewedOnce = rule({
  id: 'reviewedOnce', law: 'setting:assess.reviewDays', modality: 'must',
  says: { zh: '复核申请一次', en: 'A review is asked for once.' },
  holds: ({ before }: { before: Day | undefined }) => before === undefined,
  otherwise: ({ before }) => ({ zh: `${before} 已申请复核。`, en: `A review was asked for on ${before}.` }),
})
export const reviewExamined = rule({
  id: 'reviewExamined', law: 'setting:assess.reviewDays', modality: 'must',
  says: { zh: '复核意见已提出', en: 'The review has been examined.' },
  holds: ({ examined }: { examined: boolean }) => examined,
  otherwise: () => ({ zh: '经办人尚未提出复核意见。', en: 'The officer has not examined it yet.' }),
})
/** A bureau has few officers: who scored may examine with a written reason. */
export const reviewExaminedByAnother = rule({
  id: 'reviewExaminedByAnother', law: 'setting:duty.separation', modality: 'usually',
  says: { zh: '复核由未打分、未定档的人员办理', en: 'A review is handled by somebody who did not score or decide.' },
  holds: ({ person, before }: { person: string; before: readonly string[] }) => !before.includes(person),
  otherwise: () => ({ zh: '您曾打分或定档，宜由他人复核；由您办理的，请写明理由。', en: 'You scored or decided; another should review. Give a reason if you do.' }),
})
/** A review that changes nothing is dismissed, not upheld. */
export const gradeChanges = rule({
  id: 'gradeChanges', law: 'setting:assess.reviewDays', modality: 'must',
  says: { zh: '复核后的档次与原档次不同', en: 'The grade after the review is another.' },
  holds: ({ before, after }: { before: Grade | null; after: Grade | undefined }) => (after === undefined ? undefined : after !== before),
  otherwise: ({ before }) => ({ zh: `原档次为“${named(before, 'zh')}”；不变的，维持原结果。`, en: `The grade was ${named(before, 'en')}; where it stays, dismiss the review.` }),
})

/** What follows on a grade waits until nobody can ask for a review any more. */
export const gradeIsFinal = rule({
  id: 'gradeIsFinal', law: 'setting:assess.reviewDays', modality: 'must',
  says: { zh: '复核期限已过或复核已有结论', en: 'The time for a review is over, or it is concluded.' },
  holds: ({ by, on, reviewed }: { by: Day | undefined; on: Day; reviewed: boolean }) => reviewed || (by !== undefined && on > by),
  otherwise: ({ by }) => ({ zh: `${by ?? '—'} 前可以申请复核，次日起生效。`, en: `A review may be asked for until ${by ?? '—'}; the grade is final from the day after.` }),
})

type Follows = { readonly grade: Grade | null; readonly follows: 'none' | 'rectify' | 'twicePoor' }
export const nothingFollows = rule({
  id: 'nothingFollows', law: 'Art. 18', modality: 'must',
  says: { zh: '结果为优、良或中', en: 'The grade is above poor.' },
  holds: ({ follows }: Follows) => follows === 'none',
  otherwise: () => ({ zh: '结果为差。', en: 'The grade is poor.' }),
})
export const rectificationFollows = rule({
  id: 'rectificationFollows', law: 'setting:grade.rectify', modality: 'must',
  says: { zh: '结果为差，未连续两年', en: 'The grade is poor, not twice in a row.' },
  holds: ({ follows }: Follows) => follows === 'rectify',
  otherwise: ({ grade }) => (grade === 'poor' ? { zh: '连续两年为差，启动撤销程序。', en: 'Poor in two consecutive years: a revocation case opens.' } : { zh: '结果不是差。', en: 'The grade is not poor.' }),
})

/** What is done after one grade is not done after another. */
export const gradeIsExcellent = rule({
  id: 'gradeIsExcellent', law: 'setting:grade.commend', modality: 'must',
  says: { zh: '结果为优', en: 'The grade is excellent.' },
  holds: ({ grade }: { grade: Grade | null }) => grade === 'excellent',
  otherwise: ({ grade }) => ({ zh: `结果为“${named(grade, 'zh')}”。`, en: `The grade is ${named(grade, 'en')}.` }),
})
export const gradeIsFair = rule({ ...gradeIsExcellent, id: 'gradeIsFair', law: 'setting:grade.talk', says: { zh: '结果为中', en: 'The grade is fair.' }, holds: ({ grade }: { grade: Grade | null }) => grade === 'fair' })

export const deferralAsked = rule({
  id: 'deferralAsked', law: 'setting:assess.deferral', modality: 'must',
  says: { zh: '已提出缓考申请', en: 'A deferral was asked for.' },
  holds: ({ asked }: { asked: boolean }) => asked,
  otherwise: () => ({ zh: '没有缓考申请。', en: 'No deferral was asked for.' }),
})

type Reminding = { readonly closesOn: Day; readonly on: Day; readonly open: boolean; readonly lastDue: Day | undefined }
/** One after the other: the window is over, and the reminder before was delivered and has run out. */
export const reminderDue = rule({
  id: 'reminderDue', law: 'setting:assess.reminders', modality: 'must',
  says: { zh: '可以书面催报', en: 'A written reminder is due.' },
  holds: ({ closesOn, on, open, lastDue }: Reminding) => on > closesOn && !open && (lastDue === undefined || on > lastDue),
  otherwise: ({ closesOn, on, open, lastDue }) => on <= closesOn ? { zh: `报送到 ${closesOn} 截止，次日起可以催报。`, en: `Reports are due by ${closesOn}; remind from the day after.` }
    : open ? { zh: '上一次催报还没有送达凭据。', en: 'The reminder before has no proof of delivery yet.' }
      : { zh: `上一次催报的期限到 ${lastDue}。`, en: `The reminder before runs to ${lastDue}.` },
})
export const reminderToDeliver = rule({
  id: 'reminderToDeliver', law: 'setting:assess.reminderProof', modality: 'must',
  says: { zh: '有待送达的催报', en: 'There is a reminder to be delivered.' },
  holds: ({ open }: { open: boolean }) => open,
  otherwise: () => ({ zh: '没有待确认送达的催报。', en: 'No reminder waits for delivery.' }),
})
/** What was not written yet cannot be served, and nothing is served tomorrow: its time would have run out before it began. */
export const servedAfterWriting = rule({
  id: 'servedAfterWriting', law: 'setting:assess.reminderProof', modality: 'must',
  says: { zh: '送达日期在催报发出之后、不晚于今天', en: 'The reminder was served after it was written and not after today.' },
  holds: ({ servedOn, writtenOn, on }: { servedOn: Day | undefined; writtenOn: Day | undefined; on: Day }) => (servedOn === undefined || writtenOn === undefined ? undefined : servedOn >= writtenOn && servedOn <= on),
  otherwise: ({ servedOn, writtenOn, on }) => ({ zh: `送达日期 ${servedOn ?? '—'}，应在 ${writtenOn ?? '—'} 至 ${on} 之间。`, en: `Served on ${servedOn ?? '—'}; it lies between ${writtenOn ?? '—'} and ${on}.` }),
})
/** Whoever has an excuse is not absent without one (Art. 19(3)); the year cannot wait for a request that never comes. */
export const excuseFound = rule({
  id: 'excuseFound', law: 'Art. 19(3)', modality: 'must',
  says: { zh: '已核实有正当理由', en: 'The excuse was asked for and found.' },
  holds: ({ excused }: { excused: boolean | undefined }) => excused,
  otherwise: ({ excused }) => (excused === undefined ? { zh: '尚未核实有无正当理由。', en: 'Whether there is an excuse has not been asked.' } : { zh: '核实结果为无正当理由。', en: 'There is no excuse.' }),
})
/** The last day still belongs to the base: of the window, or of the reminder that runs. */
export const reportingOver = rule({
  id: 'reportingOver', law: 'setting:assess.closesOn', modality: 'must',
  says: { zh: '报送期限已过', en: 'The time to report is over.' },
  holds: ({ by, on }: { by: Day; on: Day }) => on > by,
  otherwise: ({ by }) => ({ zh: `报送期限至 ${by}，次日起可以办理；此前由基地报送或申请缓考。`, en: `The time to report runs to ${by}; until then the base reports or asks for a deferral.` }),
})
/** Nobody is stated absent by who asked for the excuse. */
export const inquiryMade = rule({
  id: 'inquiryMade', law: 'Art. 19(3)', modality: 'must',
  says: { zh: '已核实有无正当理由', en: 'The excuse was asked for.' },
  holds: ({ made }: { made: boolean }) => made,
  otherwise: () => ({ zh: '经办人还没有核实有无正当理由。', en: 'The officer has not asked for an excuse yet.' }),
})

export const rectificationReady = rule({
  id: 'rectificationReady', law: 'setting:rectification.months', modality: 'must',
  says: { zh: '方案、中期检查、整改报告齐全', en: 'Plan, mid-check and report are there.' },
  holds: ({ plan, midCheck, report }: { plan: boolean; midCheck: boolean; report: boolean }) => plan && midCheck && report,
  otherwise: ({ plan, midCheck, report }) => ({
    zh: `缺${[...(plan ? [] : ['整改方案']), ...(midCheck ? [] : ['中期检查']), ...(report ? [] : ['整改报告'])].join('、')}。`, en: `Missing: ${[...(plan ? [] : ['plan']), ...(midCheck ? [] : ['mid-check']), ...(report ? [] : ['report'])].join(', ')}.`,
  }),
})
export const rectificationOver = rule({
  id: 'rectificationOver', law: 'setting:rectification.months', modality: 'must',
  says: { zh: '已提交整改报告，或整改期限已过', en: 'The report is there, or the time is over.' },
  holds: ({ report, dueOn, on }: { report: boolean; dueOn: Day | undefined; on: Day }) => report || (dueOn !== undefined && on > dueOn),
  otherwise: ({ dueOn }) => ({ zh: `整改期限到 ${dueOn ?? '—'}，尚未提交整改报告。`, en: `The time runs to ${dueOn ?? '—'} and no report is there.` }),
})
export const planFirst = rule({
  id: 'planFirst', law: 'setting:assess.planDays', modality: 'must',
  says: { zh: '已提交整改方案', en: 'The plan is there.' },
  holds: ({ plan }: { plan: boolean }) => plan,
  otherwise: () => ({ zh: '还没有整改方案。', en: 'There is no plan yet.' }),
})
