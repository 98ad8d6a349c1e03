/** What the clock does, as ordinary steps by the system. It never approves anything. */
import type { Context } from './platform/case-log.ts'
import { applicationRelations } from './application-relations.ts'
import { mattersTakingEffect, recognisedWithoutBase } from './procedures/base/base.door.ts'
import { inspectionsOfGoneBases, rectificationsToEscalate } from './procedures/inspection/inspection.door.ts'
import { basesToRemind, basesToWatch } from './procedures/base/base.watch.door.ts'
import { conflictsToRecord } from './procedures/panel-review/panel-review.draw.door.ts'
import { concluding, type Consequence } from './procedures/assessment/assessment.consequences.ts'
import { openStatuses } from './procedures/assessment/assessment.statuses.ts'
import { casesToDiscontinue, yearsToConclude } from './procedures/assessment/assessment.views.ts'
import { baseAtHand } from './procedures/base-at-hand.ts'
import { mattersOfGoneBases } from './procedures/major-matter/major-matter.door.ts'
import { noticesToClose } from './procedures/public-notice/public-notice.door.ts'
import { suspensionsOfGoneBases } from './procedures/suspension/suspension.door.ts'
import { curesToEnd, statementsToEnd, withoutBase } from './procedures/revocation/revocation.door.ts'

/** A step of a case, or the opening of one. */
export type Due = { caseId: string; step: string; data: Record<string, unknown> } | { opens: string; data: Record<string, unknown> }
export const scheduled: { name: string; due: (context: Context) => Promise<Due[]> }[] = [
  { name: 'public-notice.close', due: async ({ tx, jurisdiction, today }) => (await noticesToClose(tx, jurisdiction, today)).map(({ case_id }) => ({ caseId: case_id, step: 'close', data: {} })) },
  // Recognised before bases had a case of their own.
  { name: 'base.open', due: async ({ tx, jurisdiction }) => (await recognisedWithoutBase(tx, jurisdiction)).map((data) => ({ opens: 'base', data })) },
  { name: 'base.takeEffect', due: async ({ tx, jurisdiction, today }) => (await mattersTakingEffect(tx, jurisdiction, today)).map(({ case_id, matter }) => ({ caseId: case_id, step: 'takeEffect', data: { matter } })) },
  // What a county cannot bring about goes to the city; what hangs on a base ends with it.
  { name: 'inspection.escalateOverdue', due: (context) => rectificationsToEscalate(context) },
  { name: 'inspection.endWithBase', due: (context) => inspectionsOfGoneBases(context) },
  { name: 'suspension.endWithBase', due: (context) => suspensionsOfGoneBases(context) },
  { name: 'major-matter.endWithBase', due: (context) => mattersOfGoneBases(context) },
  { name: 'base.remind', due: async (context) => (await basesToRemind(context)).map((due) => ({ ...due, step: 'remind' })) },
  { name: 'base.watch', due: async (context) => (await basesToWatch(context)).map((due) => ({ ...due, step: 'watch' })) },
  // A card or a register that changes while experts score: a conflict that can be computed from it is recorded at once.
  { name: 'panel-review.recordConflict', due: (context) => conflictsToRecord(context, applicationRelations) },
  // The host was heard, or its time is over; what could be restored had its time.
  { name: 'revocation.endStatement', due: async ({ tx, jurisdiction, today }) => (await statementsToEnd(tx, jurisdiction, today)).map(({ case_id }) => ({ caseId: case_id, step: 'endStatement', data: {} })) },
  { name: 'revocation.endCure', due: async ({ tx, jurisdiction, today }) => (await curesToEnd(tx, jurisdiction, today)).map(({ case_id }) => ({ caseId: case_id, step: 'endCure', data: {} })) },
  { name: 'revocation.endWithBase', due: async ({ tx, jurisdiction }) => (await withoutBase(tx, jurisdiction)).map(({ case_id }) => ({ caseId: case_id, step: 'endWithBase', data: {} })) },
  // A grade is final when nobody can ask for a review any more; what follows is another step for each consequence.
  { name: 'assessment.conclude', due: (context) => concludingAs(context, 'none', 'conclude') },
  { name: 'assessment.concludePoor', due: (context) => concludingAs(context, 'rectify', 'concludePoor') },
  { name: 'assessment.concludeTwicePoor', due: (context) => concludingAs(context, 'twicePoor', 'concludeTwicePoor') },
  // A base that was revoked or has left is assessed no more.
  { name: 'assessment.discontinue', due: async ({ tx, jurisdiction }) => (await casesToDiscontinue(tx, jurisdiction, openStatuses)).map(({ case_id, status }) => ({ caseId: case_id, step: 'discontinue', data: { reason: status === 'left' ? '中试基地已退出。' : '中试基地已撤销。' } })) },
]

async function concludingAs({ tx, jurisdiction, today }: Context, follows: Consequence, step: string): Promise<Due[]> {
  const due: Due[] = []
  for (const { base, years } of await yearsToConclude(tx, jurisdiction)) {
    const recorded = (await baseAtHand(tx, jurisdiction, base))?.grades ?? []
    due.push(...concluding(years, recorded, today).filter((one) => one.follows === follows).map((one) => ({ caseId: one.case, step, data: {} })))
  }
  return due
}
