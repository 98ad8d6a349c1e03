/** The register of a base, read for an inspection: its findings and the rows its figures come from. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { baseFindings, rowsOfTables } from '../base-at-hand.ts'
import { registerShows, type RegisterShown, shownTables } from './inspection.findings.ts'

/** What the register of this base shows today. */
export async function shownBy(tx: Tx, { jurisdiction, base, today, rules }: { jurisdiction: string; base: { id: string }; today: Day; rules: unknown }): Promise<RegisterShown> {
  const verdicts = await baseFindings(tx, jurisdiction, base.id, { on: today, settings: (rules as RulesInForce).settings })
  return registerShows(verdicts, await rowsOfTables(tx, jurisdiction, base.id, shownTables, today), today)
}
