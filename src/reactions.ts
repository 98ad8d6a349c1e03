/** When one procedure does this, another does that: in the same transaction, as an ordinary step by the system. */
import type { AnyCase, Engine, Entry, Reaction } from './platform/case-log.ts'
import type { PanelReviewCase } from './procedures/panel-review/panel-review.case.ts'
import type { PublicNoticeCase } from './procedures/public-notice/public-notice.case.ts'
import type { RecognitionCase } from './procedures/recognition/recognition.case.ts'

type Did = { engine: Engine; caseId: string; file: AnyCase; entry: Entry }
const table: { [did: string]: (did: Did) => Reaction[] } = {
  // Opening the notice of one approved case publishes the list; other approved cases may stand in it.
  'recognition.openNotice': ({ caseId, file, entry }) => [{ procedure: 'public-notice', step: 'publish', as: 'actor', data: {
    kind: 'recognition', title: entry.data.title ?? `关于拟认定${(file as unknown as RecognitionCase).title}的公示`, cases: [caseId, ...((entry.data.together as string[] | undefined) ?? [])], first: caseId } }],
  'public-notice.publish': ({ caseId, file, entry }) => (file as unknown as PublicNoticeCase).rows.map((row) => ({ procedure: 'recognition', caseId: row.case, step: row.case === entry.data.first ? 'enterNotice' : 'joinNotice', data: { notice: caseId } })),
  // The period is over: rows without an objection are cleared, rows held wait for their own outcome.
  'public-notice.close': ({ caseId, file }) => freeRows(file).map((row) => ({ procedure: 'recognition', caseId: row.case, step: 'clearNotice', data: { notice: caseId } })),
  'public-notice.terminate': ({ caseId, file, entry }) => (file as unknown as PublicNoticeCase).rows.map((row) => ({ procedure: 'recognition', caseId: row.case, step: 'reopen', data: { notice: caseId, reason: String(entry.data.reason) } })),
  // The panel's conclusion becomes the result of every application it reviewed.
  'panel-review.conclude': ({ caseId, file }) => {
    const { results, experts } = file as unknown as PanelReviewCase
    const reviewers = experts.filter((expert) => !expert.left).map(({ person }) => person)
    return results.map(({ about, score, sheets, agree, rank, opinion, shortlist, vetoed }) => ({ procedure: 'recognition', caseId: about, step: shortlist ? 'recordPanelResult' : 'recordNotShortlisted', data: { panel: caseId, score, sheets, agree, rank, opinion, reviewers, vetoed } }))
  },
}
const freeRows = (file: AnyCase) => { const { rows, held } = file as unknown as PublicNoticeCase; return rows.filter((row) => !held.some((one) => one.case === row.case)) }

export const react = (did: Did): Reaction[] => table[`${did.engine.procedure}.${did.entry.did}`]?.(did) ?? []
export const reactionNames = Object.keys(table)
