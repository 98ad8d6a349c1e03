/** What the register of a base shows before anybody looks: figures to compare, and what the findings of a base (settings/base-findings) say of an item of the list. */
import { type Day, plusDays, plusMonths } from '../../kernel/day.ts'
import type { Basis, Verdict } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { RowsSeen } from '../../settings/base-findings.ts'
import { areaOf, equipmentFigures, meetingsWithin, serviceFigures, staffFigures } from '../../settings/base-tables/figures.ts'
import type { TableId } from '../../settings/base-tables/tables.ts'

export type ShownFinding = { item: string; law: Basis; because: Words }
/** `declared`: what the register says for each figure; `findings`: proposed to the inspector, who confirms them or says otherwise. */
export type RegisterShown = { on: Day; declared: { [item: string]: number }; findings: ShownFinding[] }

export const nothingShown = (on: Day): RegisterShown => ({ on, declared: {}, findings: [] })

/** Which item of the list a rule is about; rules on nothing one sees on the spot are about none. */
const itemOf: Readonly<Record<string, string>> = {
  permitsInForce: 'J1.2', dutyPapersThere: 'J1.2', hazardsInTime: 'J1.5', separateAccounts: 'J4.1', yearlyStatementThere: 'J4.2', committeeFormed: 'J5.1', committeeSized: 'J5.1', committeeMeets: 'J5.2', internalRulesAdopted: 'J5.3',
  clientsServed: 'J6.1', openToOthers: 'J6.3', directorNamed: 'J7.1', directorInTerm: 'J7.1', actingNotTooLong: 'J7.1', premisesHeld: 'J8.2', agreementInForce: 'J8.5',
}
/** The tables the figures come from. */
export const shownTables = ['meetings', 'services', 'staff', 'sites', 'equipment'] as const satisfies readonly TableId[]

/** What is not met stands before what is not known; an item tells one thing. */
export function registerShows(verdicts: readonly Verdict[], rows: RowsSeen, on: Day): RegisterShown {
  const open = verdicts.filter(({ outcome, rule }) => outcome !== 'met' && itemOf[rule]).toSorted((a, b) => Number(b.outcome === 'notMet') - Number(a.outcome === 'notMet'))
  const findings = open.map(({ rule, law, because, says }): ShownFinding => ({ item: itemOf[rule] ?? '', law, because: because ?? says }))
  const of = (table: TableId) => rows[table] ?? []
  const { pieces, value } = equipmentFigures(of('equipment'))
  return {
    on, findings: findings.filter(({ item }, at) => findings.findIndex((one) => one.item === item) === at).toSorted((a, b) => a.item.localeCompare(b.item)),
    declared: { 'J5.2': meetingsWithin(of('meetings'), on), 'J6.1': serviceFigures(of('services'), plusDays(plusMonths(on, -12), 1), on).clients, 'J7.2': staffFigures(of('staff')).fullTime, 'J8.1': areaOf(of('sites')), 'J8.3': pieces, 'J8.4': value },
  }
}
