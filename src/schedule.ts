/** What the clock does, as ordinary steps by the system. It never approves anything. */
import type { Context } from './platform/case-log.ts'
import { noticesToClose } from './procedures/public-notice/public-notice.door.ts'

export type Due = { caseId: string; step: string; data: Record<string, unknown> }
export const scheduled: { name: string; due: (context: Context) => Promise<Due[]> }[] = [
  { name: 'public-notice.close', due: async ({ tx, jurisdiction, today }) => (await noticesToClose(tx, jurisdiction, today)).map(({ case_id }) => ({ caseId: case_id, step: 'close', data: {} })) },
]
