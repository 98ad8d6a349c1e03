/** When one procedure does this, another does that: in the same transaction, as an ordinary step by the system. */
import type { AnyCase, Engine, Entry, Reaction } from './platform/case-log.ts'
import type { BaseCase } from './procedures/base/base.case.ts'
import { type InspectionCase, nextDue } from './procedures/inspection/inspection.case.ts'
import type { InspectionPlanCase } from './procedures/inspection-plan/inspection-plan.case.ts'
import type { MajorMatterCase } from './procedures/major-matter/major-matter.case.ts'
import { accidentWords } from './procedures/major-matter/major-matter.commands.ts'
import { changesOf, directorOf } from './procedures/major-matter/major-matter.effects.ts'
import { matterOf } from './settings/matters/matters-2026.ts'
import type { AssessmentCampaignCase } from './procedures/assessment-campaign/assessment-campaign.case.ts'
import type { AssessmentCase } from './procedures/assessment/assessment.case.ts'
import type { Ending } from './procedures/base/base.case.ts'
import type { ObjectionCase } from './procedures/objection/objection.case.ts'
import type { PanelReviewCase } from './procedures/panel-review/panel-review.case.ts'
import { freeRows, type NoticeRow, type PublicNoticeCase, type PublicNoticeEntry, standingRows } from './procedures/public-notice/public-notice.case.ts'
import type { RecognitionCase } from './procedures/recognition/recognition.case.ts'
import type { RevocationCase } from './procedures/revocation/revocation.case.ts'
import type { Citation } from './kernel/rule.ts'
import { citedInChinese } from './regulation/jinzhong-2023/index.ts'
import type { SuspensionCase } from './procedures/suspension/suspension.case.ts'

type Did = { engine: Engine; caseId: string; number: string; file: AnyCase; entry: Entry }
const table: { [did: string]: (did: Did) => Reaction[] } = {
  // Opening the notice of one approved case publishes the list; other approved cases may stand in it.
  'recognition.openNotice': ({ caseId, file, entry }) => [{ procedure: 'public-notice', step: 'publish', as: 'actor', data: {
    kind: 'recognition', title: entry.data.title ?? `关于拟认定${(file as unknown as RecognitionCase).title}的公示`, cases: [caseId, ...((entry.data.together as string[] | undefined) ?? [])], first: caseId } }],
  // What was recognised becomes a base: a case of its own that everything about it falls upon from now on.
  'recognition.recognise': ({ caseId, entry }) => [{ procedure: 'base', step: 'open', data: { recognition: caseId, baseId: entry.data.baseId, name: entry.data.name, certificateNo: entry.data.certificateNo, documentNo: entry.data.documentNo } }],
  'public-notice.publish': (did) => (did.entry.data.correction ? movedOn(did)
    : (did.file as unknown as PublicNoticeCase).rows.map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: row.case === did.entry.data.first ? 'enterNotice' : 'joinNotice', data: { notice: did.caseId } }))),
  // A corrected list is a new notice: what was taken out is reviewed again, what stays moves on with whatever holds it.
  'public-notice.correct': (did) => {
    const { caseId, file, entry } = did
    const { kind, held } = file as unknown as PublicNoticeCase
    const { number, list, changes, removed, reason } = entry.data as unknown as CorrectData
    return [
      ...removed.map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: 'reopen', data: { notice: caseId, reason } })),
      { procedure: 'public-notice', step: 'publish', as: 'actor', data: { kind, ...list, cases: list.rows.map((row) => row.case), correction: { notice: caseId, number, title: (file as unknown as PublicNoticeCase).title, on: entry.on, reason, changes },
        held: held.filter((one) => list.rows.some((row) => row.case === one.case)) } },
    ]
  },
  // The period is over: rows without an objection are cleared, rows held wait for their own outcome.
  'public-notice.close': ({ caseId, file }) => freeRows(file as unknown as PublicNoticeCase).map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: 'clearNotice', data: { notice: caseId } })),
  'public-notice.terminate': ({ caseId, file, entry }) => standingRows(file as unknown as PublicNoticeCase).map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: 'reopen', data: { notice: caseId, reason: String(entry.data.reason) } })),
  // An objection that is settled after the period frees its row at once.
  'public-notice.releaseRowLate': ({ caseId, file, entry }) => freeRows(file as unknown as PublicNoticeCase).filter((row) => row.case === entry.data.case).map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: 'clearNotice', data: { notice: caseId } })),
  'public-notice.strikeRow': (did) => struck(did).map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: 'reopen', data: reopening(did) })),
  'public-notice.strikeRowLate': (did) => struck(did).map((row) => ({ procedure: procedureOf(row), caseId: row.case, step: 'reopen', data: reopening(did) })),
  // From the moment an objection is handed in, its row alone waits: filed on the last day, it must not be cleared the next morning.
  'objection.file': ({ caseId, file }) => { const { notice, row } = file as unknown as ObjectionCase; return notice && row ? [{ procedure: 'public-notice', caseId: notice.id, step: 'holdRow', data: { case: row.case, reason: '收到异议，审查和核查期间该项等待。', objection: caseId } }] : [] },
  // Settled: the row goes on, or leaves the list and its case is reviewed again.
  'objection.refuseToAccept': (did) => settled(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'releaseRowLate' : 'releaseRow', data })),
  'objection.withdraw': (did) => settled(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'releaseRowLate' : 'releaseRow', data })),
  'objection.concludeUpheld': (did) => settled(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'strikeRowLate' : 'strikeRow', data: { ...data, reason: conclusionOf(did) } })),
  'objection.concludePartlyReview': (did) => settled(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'strikeRowLate' : 'strikeRow', data: { ...data, reason: conclusionOf(did) } })),
  'objection.concludePartly': (did) => settled(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'releaseRowLate' : 'releaseRow', data })),
  'objection.concludeNotUpheld': (did) => settled(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'releaseRowLate' : 'releaseRow', data })),
  // A matter that an authority opened was found, not applied for: its declaration is demanded.
  'major-matter.open': ({ caseId, file }) => ((file as unknown as MajorMatterCase).findings.length > 0 && ['county', 'city', 'system'].includes((file as unknown as MajorMatterCase).opener.side) ? [{ procedure: 'major-matter', caseId, step: 'demand', data: {} }] : []),
  // What is approved, filed or recorded enters the register of the base; a director by a step of its own.
  'major-matter.approve': (did) => [...appointed(did).map((data) => ({ procedure: 'base', caseId: baseOf(did), step: 'appointDirector', data })), ...changed(did).map((data) => ({ procedure: 'base', caseId: baseOf(did), step: 'applyMatter', data }))],
  'major-matter.file': (did) => [...appointed(did).map((data) => ({ procedure: 'base', caseId: baseOf(did), step: 'appointDirector', data })), ...changed(did).map((data) => ({ procedure: 'base', caseId: baseOf(did), step: 'applyMatter', data }))],
  'major-matter.record': (did) => changed(did).map((data) => ({ procedure: 'base', caseId: baseOf(did), step: 'applyMatter', data })),
  // The safety hold begins with the report and ends with the decision to lift it.
  'major-matter.report': (did) => [{ procedure: 'base', caseId: baseOf(did), step: 'hold', data: { case: did.caseId, number: did.number, kind: 'safety', reason: holdReason(did), by: 'report' } }],
  'major-matter.lift': (did) => [{ procedure: 'base', caseId: baseOf(did), step: 'lift', data: { case: did.caseId, reason: String(did.entry.data.opinion) } }],
  // Once the authority competent for it has found an accident serious, a case opens with its finding; nothing is decided by it.
  'major-matter.recordFinding': (did) => accidentFacts(did).map((data) => ({ procedure: 'revocation', step: 'open', data })),
  'major-matter.recordFindingLater': (did) => accidentFacts(did).map((data) => ({ procedure: 'revocation', step: 'open', data })),
  'major-matter.recordFindingLifted': (did) => accidentFacts(did).map((data) => ({ procedure: 'revocation', step: 'open', data })),
  // Leaving is on public notice first; when it is cleared the base is off the register.
  'major-matter.openNotice': ({ caseId, file, entry }) => [{ procedure: 'public-notice', step: 'publish', as: 'actor', data: {
    kind: 'removal', title: entry.data.title ?? `关于${(file as unknown as MajorMatterCase).base?.name}主动退出的公示`, cases: [caseId, ...((entry.data.together as string[] | undefined) ?? [])], first: caseId } }],
  'major-matter.clearNotice': (did) => [{ procedure: 'base', caseId: baseOf(did), step: 'leave', data: { matter: did.caseId, number: did.number } }],
  // Once scoring is closed the sheets are counted, in the same breath.
  'panel-review.closeScoring': ({ caseId }) => [{ procedure: 'panel-review', caseId, step: 'countSheets', data: {} }],
  // Where the bureau asks for it, the intention to revoke stands on public notice before it is proposed.
  'revocation.openNotice': ({ caseId, file, entry }) => [{ procedure: 'public-notice', step: 'publish', as: 'actor', data: { kind: 'removal', title: entry.data.title ?? `关于拟撤销${baseNameOf(file)}资格的公示`, cases: [caseId], first: caseId } }],
  // An investigation may suspend the base, and what it suspended ends with it.
  'revocation.suspend': ({ caseId, number, file, entry }) => [{ procedure: 'base', caseId: baseCaseOf(file), step: 'hold', data: { case: caseId, number, kind: 'investigation', reason: entry.data.reason, by: 'city' } }],
  'revocation.liftSuspension': ({ caseId, file, entry }) => [{ procedure: 'base', caseId: baseCaseOf(file), step: 'lift', data: { case: caseId, reason: entry.data.reason } }],
  'revocation.closeCured': ({ caseId, file, entry }) => (entry.data.lifts ? [{ procedure: 'base', caseId: baseCaseOf(file), step: 'lift', data: { case: caseId, reason: '不予撤销' } }] : []),
  'revocation.decideNotRevoke': ({ caseId, file, entry }) => (entry.data.lifts ? [{ procedure: 'base', caseId: baseCaseOf(file), step: 'lift', data: { case: caseId, reason: '不予撤销' } }] : []),
  // Served, the decision takes effect everywhere at once.
  'revocation.serve': ({ caseId, number, file }) => {
    const { decision } = file as unknown as RevocationCase
    return [{ procedure: 'base', caseId: baseCaseOf(file), step: 'revoke', data: { case: caseId, number, grounds: decision?.grounds ?? [], documentNo: decision?.documentNo ?? '' } }]
  },
  // However a base goes, what is open about it ends in the same moment, with the reason; a row on public notice leaves its list.
  'base.revoke': (did) => [
    ...ending(did, 'assessment').map(({ caseId, data }) => ({ procedure: 'assessment', caseId, step: 'discontinue', data })),
    ...ending(did, 'major-matter').map(({ caseId, data }) => ({ procedure: 'major-matter', caseId, step: 'endWithBase', data })),
    ...ending(did, 'inspection').map(({ caseId, data }) => ({ procedure: 'inspection', caseId, step: 'endWithBase', data })),
    ...ending(did, 'suspension').map(({ caseId, data }) => ({ procedure: 'suspension', caseId, step: 'endWithBase', data })),
    ...ending(did, 'revocation').map(({ caseId, data }) => ({ procedure: 'revocation', caseId, step: 'endWithBase', data })),
  ],
  'base.leave': (did) => [
    ...ending(did, 'assessment').map(({ caseId, data }) => ({ procedure: 'assessment', caseId, step: 'discontinue', data })),
    ...ending(did, 'major-matter').map(({ caseId, data }) => ({ procedure: 'major-matter', caseId, step: 'endWithBase', data })),
    ...ending(did, 'inspection').map(({ caseId, data }) => ({ procedure: 'inspection', caseId, step: 'endWithBase', data })),
    ...ending(did, 'suspension').map(({ caseId, data }) => ({ procedure: 'suspension', caseId, step: 'endWithBase', data })),
    ...ending(did, 'revocation').map(({ caseId, data }) => ({ procedure: 'revocation', caseId, step: 'endWithBase', data })),
  ],
  // The row of a case that ended with its base leaves its list; the others go on.
  'assessment.discontinue': (did) => withdrawn(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'withdrawRowLate' : 'withdrawRow', data })),
  'major-matter.endWithBase': (did) => withdrawn(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'withdrawRowLate' : 'withdrawRow', data })),
  'revocation.endWithBase': (did) => withdrawn(did).map(({ caseId, late, data }) => ({ procedure: 'public-notice', caseId, step: late ? 'withdrawRowLate' : 'withdrawRow', data })),
  // What was paid is known where the base is kept.
  'award.pay': ({ caseId, number, file, entry }) => [{ procedure: 'base', caseId: baseCaseOf(file), step: 'recordAward', data: { case: caseId, number, amount: entry.data.amount, paidOn: entry.data.paidOn } }],
  // A move or a loss of area is looked at on the spot once it takes effect, where the catalogue says so.
  'base.applyMatter': (did) => lookedAt(did).map((data) => ({ procedure: 'inspection', step: 'open', data })),
  'base.takeEffect': (did) => lookedAt(did).map((data) => ({ procedure: 'inspection', step: 'open', data })),
  // The panel's conclusion becomes the result of every application it reviewed.
  'panel-review.conclude': ({ caseId, file }) => {
    const { results, members } = file as unknown as PanelReviewCase
    const reviewers = members.filter((member) => !member.left).map(({ person }) => person)
    return results.map(({ about, score, sheets, agree, rank, opinion, shortlist, vetoed }) => ({ procedure: 'recognition', caseId: about, step: shortlist ? 'recordPanelResult' : 'recordNotShortlisted', data: { panel: caseId, score, sheets, agree, rank, opinion, reviewers, vetoed } }))
  },
  // An approved plan becomes an inspection for each of its bases, ordered by whoever approved it.
  'inspection-plan.approve': ({ caseId, file }) => {
    const { chosen, kind, title } = file as unknown as InspectionPlanCase
    return chosen.map(({ base, reason }) => ({ procedure: 'inspection', step: 'open', as: 'actor' as const, data: { base, kind, plan: caseId, reason: reason ? `${title}：${reason}` : title, reasons: { notUnderInspection: title } } }))
  },
  // What was found stands on the base's own file, and so does every rectification from its order to its end.
  'inspection.record': ({ caseId, number, file }) => onBase(file).map((base) => {
    const { record } = file as unknown as InspectionCase
    return { procedure: 'base', caseId: base, step: 'recordInspection', data: { case: caseId, number, on: record?.inspectedOn, result: record?.items.some(({ answer }) => answer === 'fails' || answer === 'partly') ? 'findings' : 'clear' } }
  }),
  // Kept from inspecting, it found nothing; that it was kept from it stands there all the same.
  'inspection.recordObstruction': ({ caseId, number, file, entry }) => onBase(file).map((base) => ({ procedure: 'base', caseId: base, step: 'recordInspection', data: { case: caseId, number, on: entry.data.happenedOn, result: 'obstructed' } })),
  'inspection.requireRectification': (did) => rectifying(did).map(({ base, data }) => ({ procedure: 'base', caseId: base, step: 'beginRectification', data })),
  'inspection.returnRectification': (did) => rectifying(did).map(({ base, data }) => ({ procedure: 'base', caseId: base, step: 'beginRectification', data })),
  'inspection.extend': (did) => rectifying(did).map(({ base, data }) => ({ procedure: 'base', caseId: base, step: 'beginRectification', data })),
  'inspection.setTerm': (did) => rectifying(did).map(({ base, data }) => ({ procedure: 'base', caseId: base, step: 'beginRectification', data })),
  'inspection.closeRectified': ({ caseId, file }) => onBase(file).map((base) => ({ procedure: 'base', caseId: base, step: 'endRectification', data: { case: caseId } })),
  // What an inspection refers opens a case of revocation; it removes nothing by itself.
  'inspection.refer': (did) => [
    ...onBase(did.file).map((base) => ({ procedure: 'base', caseId: base, step: 'endRectification', data: { case: did.caseId } })),
    ...onBaseNumber(did).map((base) => ({ procedure: 'revocation', step: 'open', data: { base, ground: referred[String(did.entry.data.ground)], facts: did.entry.data.facts, source: { case: did.caseId, number: did.number, procedure: 'inspection' } } })),
  ],
  // A hold takes effect in the moment it is imposed; each case lifts its own and no other.
  'suspension.suspend': ({ caseId, number, file, entry }) => onBase(file).map((base) => ({ procedure: 'base', caseId: base, step: 'hold', data: { case: caseId, number, kind: (file as unknown as SuspensionCase).kind, reason: (file as unknown as SuspensionCase).reason, by: entry.by.role.startsWith('city.') ? 'city' : 'county' } })),
  'suspension.annul': ({ caseId, file, entry }) => onBase(file).map((base) => ({ procedure: 'base', caseId: base, step: 'lift', data: { case: caseId, reason: entry.data.reason } })),
  'suspension.lift': ({ caseId, file }) => onBase(file).map((base) => ({ procedure: 'base', caseId: base, step: 'lift', data: { case: caseId } })),
  // A year's campaign opens the assessment of every base, and draws at once whom it will visit.
  'assessment-campaign.open': (did) => { const { caseId, file, entry } = did; return [
    ...campaign(file).bases.map((listed): Reaction => ({ procedure: 'assessment', step: 'open', data: assessed(did, listed) })), { procedure: 'assessment-campaign', caseId, step: 'drawSpotChecks', data: { seed: entry.hash } },
  ] },
  'assessment-campaign.addBase': (did) => campaign(did.file).bases.slice(-1).map((listed) => ({ procedure: 'assessment', step: 'open', data: assessed(did, listed) })),
  // What is decided for many at once is each case's own step by the same person, or none is taken.
  'assessment-campaign.proposeGrades': ({ entry }) => (entry.data.rows as ProposedRow[]).map((row) => ({ procedure: 'assessment', caseId: row.case, step: 'proposeGrade', as: 'actor', data: { grade: row.grade, opinion: row.opinion, ...(row.reason && { reasons: { gradeFollowsScore: row.reason } }) } })),
  'assessment-campaign.decideGrades': ({ entry }) => (entry.data.cases as string[]).map((id) => ({ procedure: 'assessment', caseId: id, step: 'decideGrade', as: 'actor', data: { minutes: entry.data.minutes } })),
  'assessment-campaign.openNotice': ({ entry }) => [{ procedure: 'public-notice', step: 'publish', as: 'actor', data: { kind: 'grade', title: entry.data.title, cases: entry.data.cases } }],
  'assessment-campaign.announceResults': ({ caseId, entry }) => (entry.data.cases as string[]).map((id) => ({ procedure: 'assessment', caseId: id, step: 'announce', as: 'actor', data: { campaign: caseId, documentNo: entry.data.documentNo } })),
  // The host's endorsement draws what the county looks at: its fingerprint is the seed, and nobody chose it.
  'assessment.endorse': ({ caseId, entry }) => [{ procedure: 'assessment', caseId, step: 'drawSample', data: { seed: entry.hash } }],
  // What a year came to enters the register of the base; a review replaces it.
  'assessment.announce': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'recordGrade', data: yearOf(did, 'graded') }],
  'assessment.upholdReview': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'recordGrade', data: yearOf(did, 'graded') }],
  'assessment.defer': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'recordGrade', data: yearOf(did, 'deferred') }],
  'assessment.deferExcused': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'recordGrade', data: yearOf(did, 'deferred') }],
  'assessment.recordReport': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'recordGrade', data: yearOf(did, 'notGraded') }],
  // Absent, or poor twice in a row: a case opens with its facts, unless one is open for the same ground. Nothing is removed by itself.
  'assessment.stateAbsent': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'recordGrade', data: yearOf(did, 'absent') }, ...revoking(did).map((data) => ({ procedure: 'revocation', step: 'open', data: { ...data, ground: 'Art. 19(3)', facts: absenceFacts(did) } }))],
  'assessment.concludeTwicePoor': (did) => revoking(did).map((data) => ({ procedure: 'revocation', step: 'open', data: { ...data, ground: 'Art. 18', facts: twicePoorFacts(did) } })),
  // A poor year is rectified; the base shows it until it is accepted.
  'assessment.concludePoor': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'beginRectification', data: { case: did.caseId, number: did.number, dueOn: did.entry.data.dueOn } }],
  'assessment.closeRectification': (did) => [{ procedure: 'base', caseId: assessedBase(did), step: 'endRectification', data: { case: did.caseId } }],
}
type ProposedRow = { case: string; grade: string; opinion: string; reason?: string }
const campaign = (file: AnyCase) => file as unknown as AssessmentCampaignCase
const assessed = ({ caseId, number, file }: Did, { base, graded, because }: AssessmentCampaignCase['bases'][number]) => ({ campaign: caseId, campaignNumber: number, year: campaign(file).year, base, graded, because, window: campaign(file).window, ...(campaign(file).documentNo && { documentNo: campaign(file).documentNo }) })
const assessment = ({ file }: Did) => file as unknown as AssessmentCase
const assessedBase = (did: Did) => assessment(did).base?.case ?? ''
const revoking = (did: Did) => (did.entry.data.open ? [] : [{ base: assessment(did).base?.id, source: { case: did.caseId, number: did.number, procedure: 'assessment' } }])
const twicePoorFacts = (did: Did) => `年度考核结果连续两年为差：${(did.entry.data.years as number[]).join('、')} 年度（${did.number}，${assessment(did).announcement?.documentNo ?? ''}）。`
const absenceFacts = (did: Did) => `无故不参加 ${assessment(did).year} 年度考核（${did.number}）：书面催报 ${assessment(did).reminders.map(({ on, delivered, dueOn }) => `${on} 发出，${delivered?.on ?? ''} 送达，限 ${dueOn ?? ''}`).join('；')}。${assessment(did).inquiry?.facts ?? ''}`
const yearOf = (did: Did, outcome: string) => ({ case: did.caseId, number: did.number, year: assessment(did).year, outcome, grade: outcome === 'graded' ? assessment(did).grade : null })
/** Where the row that is settled stands, as the door found notice and case; none when another objection or a correction settled it before. */
const settled = ({ caseId, file }: Did): { caseId: string; late: boolean; data: { case: string; objection: string } }[] => {
  const { notice, row, after } = file as unknown as ObjectionCase
  if (!notice || !row || !after || after.row === 'untouched' || after.notice === 'terminated' || after.notice === 'corrected') return []
  return [{ caseId: after.id ?? notice.id, late: after.notice === 'closed', data: { case: row.case, objection: caseId } }]
}
const baseOf = ({ file }: Did): string => (file as unknown as MajorMatterCase).base?.case ?? ''
const appointed = ({ caseId, number, file }: Did) => {
  const matter = file as unknown as MajorMatterCase
  const director = directorOf(matter)
  return director ? [{ matter: caseId, number, director, approved: matter.asked?.kind === 'approval' }] : []
}
const changed = ({ caseId, number, file }: Did) => {
  const { code, decision, asked } = file as unknown as MajorMatterCase
  return code && code !== 'M05' ? [{ matter: caseId, number, code, effectiveOn: decision?.effectiveOn, changes: changesOf({ code, asked }) }] : []
}
const holdReason = ({ file }: Did): string => { const { accident } = file as unknown as MajorMatterCase; return `${accident ? accidentWords[accident.kind].zh : ''}事故：${accident?.what ?? ''}` }
const conclusionOf = ({ file }: Did) => `公示异议：${(file as unknown as ObjectionCase).conclusion?.text ?? ''}`
/** The inspection that follows a matter in force; another one under way does not take its place. */
const lookedAt = ({ file, entry }: Did) => {
  const { baseId, matters } = file as unknown as BaseCase
  const found = matters.find((one) => one.case === entry.data.matter && one.inForce)
  if (!found || !matterOf(found.code).inspection) return []
  const reason = `${matterOf(found.code).words.zh}（${found.number}）自 ${found.effectiveOn} 起生效，现场复核。`
  return [{ base: baseId, kind: 'again', reason, matter: found.number, reasons: { notUnderInspection: reason } }]
}
/** The file of the base a case is about. */
const onBase = (file: AnyCase): string[] => { const { base } = file as { base?: { case: string } | null }; return base ? [base.case] : [] }
/** By when it is to report next, told to the base anew whenever that day changes. */
const rectifying = ({ caseId, number, file }: Did) => onBase(file).map((base) => ({ base, data: { case: caseId, number, dueOn: nextDue(file as unknown as InspectionCase) } }))
type CorrectData = Extract<PublicNoticeEntry, { did: 'correct' }>['data']
/** The cases of a corrected list stand on it from now on, the objections hold their rows there, and the list before points to it. */
function movedOn({ caseId, number, file, entry }: Did): Reaction[] {
  const { rows, startsOn, endsOn, provisional, correction } = file as unknown as PublicNoticeCase
  return [
    ...rows.map((row): Reaction => ({ procedure: procedureOf(row), caseId: row.case, step: 'moveNotice', data: { notice: caseId } })),
    ...(entry.data.held as PublicNoticeCase['held']).map((held): Reaction => ({ procedure: 'public-notice', caseId, step: 'holdRow', data: { case: held.case, reason: held.reason, ...(held.objection && { objection: held.objection }) } })),
    { procedure: 'public-notice', caseId: correction?.notice ?? '', step: 'supersede', data: { notice: caseId, number, startsOn, endsOn, provisional } },
  ]
}
/** The facts of a finding that is presumed serious, unless a revocation is open already or the base is gone. */
const accidentFacts = ({ caseId, number, file, entry }: Did) => {
  const { base, accident, found } = file as unknown as MajorMatterCase
  if (!entry.data.serious || entry.data.open || !entry.data.stands || !base || !found) return []
  const told = `${accident ? `${accident.on} ${accidentWords[accident.kind].zh}事故（${number}）：${accident.what}` : `事故（${number}）。`}认定：${found.decision}，${gradesFound[found.grade]}事故，死亡 ${found.deaths} 人，${found.mainResponsibility ? '基地负主要责任' : '未认定基地负主要责任'}。${found.findings}`
  return [{ base: base.id, ground: 'Art. 19(1)', facts: told, source: { case: caseId, number, procedure: 'major-matter' } }]
}
const gradesFound = { ordinary: '一般', larger: '较大', major: '重大', extraordinary: '特别重大' } as const
/** What was open about a base that is gone, of one procedure, and why it ends. */
const ending = ({ entry }: Did, procedure: string) => ((entry.data.ending ?? []) as Ending[]).filter((one) => one.procedure === procedure).map((one) => ({ caseId: one.case, data: { reason: goneBecause(entry) } }))
const goneBecause = ({ did, data }: Entry): string => (did === 'leave' ? `中试基地已主动退出（${String(data.number)}）。` : `中试基地已撤销（${String(data.documentNo)}，${(data.grounds as string[]).map((law) => citedInChinese(law as Citation)).join('、')}）。`)
const withdrawn = ({ caseId, entry }: Did) => {
  const notice = entry.data.notice as { id: string; late: boolean } | null
  return notice ? [{ caseId: notice.id, late: notice.late, data: { case: caseId, reason: String(entry.data.reason ?? '中试基地已不在册。') } }] : []
}
const struck = ({ file, entry }: Did) => (file as unknown as PublicNoticeCase).rows.filter((row) => row.case === entry.data.case)
const reopening = ({ caseId, entry }: Did) => ({ notice: caseId, reason: String(entry.data.reason) })
/** What is put on public notice; each has enterNotice, joinNotice, clearNotice and reopen of its own. */
export const onNotice = ['recognition', 'major-matter', 'revocation', 'assessment'] as const
const procedureOf = ({ procedure }: NoticeRow): string => procedure ?? onNotice[0]
/** Grounds as inspections name them, in the places of Art. 19. */
const referred: Readonly<Record<string, string>> = { accident: 'Art. 19(1)', falsified: 'Art. 19(2)', incapable: 'Art. 19(4)' }
const onBaseNumber = ({ file }: Did): string[] => { const { base } = file as { base?: { id: string } | null }; return base ? [base.id] : [] }
/** The case of the base that a procedure about it carries in its file. */
const baseCaseOf = (file: AnyCase): string => (file as unknown as { base: { case: string } | null }).base?.case ?? ''
const baseNameOf = (file: AnyCase): string => (file as unknown as { base: { name: string } | null }).base?.name ?? ''

export const react = (did: Did): Reaction[] => table[`${did.engine.procedure}.${did.entry.did}`]?.(did) ?? []
export const reactionNames = Object.keys(table)
