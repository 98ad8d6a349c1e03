/** All tables a base keeps, in the order they are shown. */
import { equipment, lines, permits, sites } from './means.ts'
import { accounts, agreements, commitments, investments, rules } from './order.ts'
import { committee, meetings, staff, training } from './people.ts'
import type { BaseTable } from './table.ts'
import { contact, events, hazards, results, services, use } from './work.ts'

export const baseTables = { sites, permits, equipment, lines, staff, committee, meetings, rules, agreements, accounts, services, contact, use, training, events, results, investments, commitments, hazards } as const satisfies Record<string, BaseTable>

export type TableId = keyof typeof baseTables
export const tableIds = Object.keys(baseTables) as [TableId, ...TableId[]]
export const isTableId = (id: string): id is TableId => Object.hasOwn(baseTables, id)
