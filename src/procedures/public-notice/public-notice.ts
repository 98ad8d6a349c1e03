/** Public notice 公示: Article 10(4). A frozen list, open to everybody for the period, then closed. */
import { type Actor, asks, given, type Procedure, type Requirement, where } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { listIsWhole, startsOnWorkingDay } from '../../settings/conduct.ts'
import { correctedHostsKnown, correctedRowsListed, correctionChanges, correctionLeavesRow, listFitsKind, objectionNamedBySystem, rowHeldByOfficer, noticeRowListed, someRowHeldByOfficer } from '../../settings/notice-rules.ts'
import { noticePeriodOver } from '../../settings/review-rules.ts'
import type { Day } from '../../kernel/day.ts'
import { type NoticeRow, type PublicNoticeCase, type PublicNoticeRole, type PublicNoticeStatus, standingRows } from './public-notice.case.ts'
import type { PublicNoticeCommands } from './public-notice.commands.ts'
import { changesOf, correctedRows } from './public-notice.correction.ts'

/** What the door looks up: whether today is worked, and which cases of the list stand approved. */
export type PublicNoticeFound = { worked: boolean | undefined; nextWorked: Day; rows: NoticeRow[]; missing: string[]; /** Institutions a correction names that are not the row's own. */ strangers: string[]; period: { day: Day; provisional: boolean }; startsOn: Day }
type Needs = Procedure<PublicNoticeCase, PublicNoticeStatus, PublicNoticeRole, PublicNoticeCommands, PublicNoticeFound>

/** An officer acts on a row by hand; the system follows the objections, and those reach rows that were struck meanwhile too. */
const byHand = ({ actor }: { actor: Actor }) => !actor.holds.some(({ role }) => role === 'system')
const heldByOfficer = (file: PublicNoticeCase): string[] => file.held.filter(({ objection }) => objection === null).map((held) => held.case)
type RowAsked = { case: string; objection?: string | undefined }
type OnRow = Requirement<PublicNoticeCase, RowAsked, PublicNoticeFound>
const holding: OnRow[] = [
  asks(noticeRowListed, ({ case: file, data, actor }) => ({ row: data.case, listed: (byHand({ actor }) ? standingRows(file) : file.rows).map((row) => row.case) })),
  where(byHand, asks(objectionNamedBySystem, ({ data }) => ({ objection: data.objection ?? null }))),
]
const releasing: OnRow[] = [
  where(byHand, given(someRowHeldByOfficer, ({ case: file }) => ({ held: heldByOfficer(file).length }))),
  ...holding,
  where(byHand, asks(rowHeldByOfficer, ({ case: file, data }) => ({ row: data.case, held: heldByOfficer(file) }))),
]

export const publicNotice: Needs = {
  // The list is frozen with its text and hash. The period starts on a working day, and that day counts.
  publish: { says: { zh: '发布公示', en: 'Publish the notice' }, by: ['city.officer', 'system'], from: [], to: 'published', law: 'Art. 10(4)', signs: true,
    requires: [given(startsOnWorkingDay, ({ found }) => ({ worked: found.worked, next: found.nextWorked })), asks(listIsWhole, ({ found }) => ({ missing: found.missing })),
      asks(listFitsKind, ({ data, found }) => ({ kind: data.kind, rows: found.rows.map(({ name, procedure, outcome }) => ({ name, procedure, outcome })) }))] },

  // Only the affected row of the list waits; the others go on.
  holdRow: { says: { zh: '暂缓一项', en: 'Hold one row' }, by: ['city.officer', 'system'], from: ['published'], to: 'published', law: 'setting:publicity.rowWaits', requires: holding },
  // An objection is settled: the row goes on, or is taken off the list; while the period runs or after it. An officer lifts only what an officer holds.
  releaseRow: { says: { zh: '恢复一项', en: 'Release one row' }, by: ['city.officer', 'system'], from: ['published'], to: 'published', law: 'setting:publicity.rowWaits', requires: releasing },
  releaseRowLate: { says: { zh: '期满后恢复一项', en: 'Release one row after the period' }, by: ['city.officer', 'system'], from: ['closed'], to: 'closed', law: 'setting:publicity.rowWaits', requires: releasing },
  strikeRow: { says: { zh: '移出一项', en: 'Strike one row' }, by: 'system', from: ['published'], to: 'published', law: 'Art. 10(4)' },
  strikeRowLate: { says: { zh: '期满后移出一项', en: 'Strike one row after the period' }, by: 'system', from: ['closed'], to: 'closed', law: 'Art. 10(4)' },

  // Its case has ended for another reason: it leaves the list and is not looked at again.
  withdrawRow: { says: { zh: '撤下一项', en: 'Take one row down' }, by: 'system', from: ['published'], to: 'published', law: 'Art. 10(4)' },
  withdrawRowLate: { says: { zh: '期满后撤下一项', en: 'Take one row down after the period' }, by: 'system', from: ['closed'], to: 'closed', law: 'Art. 10(4)' },

  // By the clock the day after the last day, or by the officer.
  close: { says: { zh: '结束公示', en: 'Close the notice' }, by: ['city.officer', 'system'], from: ['published'], to: 'closed', law: 'Art. 10(4)',
    requires: [given(noticePeriodOver, ({ case: file, today }) => ({ on: today, endsOn: file.endsOn ?? undefined }))] },

  // A correction is a new notice with a new period: the cases move on to it, rows that wait go on waiting there.
  correct: { says: { zh: '更正公示', en: 'Correct the notice' }, by: 'city.officer', from: ['published'], to: 'corrected', law: 'setting:publicity.correction', signs: true,
    effects: [{ zh: '本公示停止，原文保留；更正后的名单另行编号公示，公示期自下一个工作日重新计算', en: 'This notice ends, its text stays; the corrected list is published under a new number, its period starts again on the next working day' },
      { zh: '移出的一项退回重新审查；有异议的一项在新公示中继续等待', en: 'A row taken out is reviewed again; a row under objection goes on waiting in the new notice' }],
    requires: [asks(correctedRowsListed, ({ case: file, data }) => ({ asked: (data.rows ?? []).map((row) => row.case), listed: standingRows(file).map((row) => row.case) })),
      asks(correctionChanges, ({ case: file, data }) => ({ changes: changesOf(file, data).length })),
      asks(correctedHostsKnown, ({ found }) => ({ strangers: found.strangers })),
      asks(correctionLeavesRow, ({ case: file, data }) => ({ left: correctedRows(file, data).length }))] },
  supersede: { says: { zh: '由更正后的公示代替', en: 'Give way to the corrected notice' }, by: 'system', from: ['corrected'], to: 'corrected', law: 'setting:publicity.correction' },
  // What is listed is not to be decided this way at all: every case goes back to its review.
  terminate: { says: { zh: '终止公示', en: 'Terminate the notice' }, by: 'city.officer', from: ['published'], to: 'terminated', law: 'setting:publicity.correction', signs: true,
    effects: [{ zh: '所列各项退回重新审查；只更正文字的，用“更正公示”', en: 'Every case listed is reviewed again; to correct the text only, correct the notice' }] },
}

export const publicNoticeWords: Words = { zh: '公示', en: 'Public notice' }
export const publicNoticeLaw: Basis[] = ['Art. 10(4)']
export const publicNoticeStages: Words[] = [{ zh: '公示', en: 'On notice' }, { zh: '结束', en: 'Closed' }]
export const publicNoticeStatuses = {
  published: { words: { zh: '公示中', en: 'On notice' }, family: 'notice', stage: 0, awaits: { role: 'city.officer', asks: { zh: '期满后结束公示', en: 'Close it when the period is over' }, steps: ['close'], clock: 'authority' } },
  closed: { words: { zh: '公示结束', en: 'Closed' }, family: 'ok', stage: 1 },
  corrected: { words: { zh: '已更正', en: 'Corrected' }, family: 'void', stage: null },
  terminated: { words: { zh: '已终止', en: 'Terminated' }, family: 'void', stage: null },
} as const satisfies Record<PublicNoticeStatus, unknown>
