/** What the file of a rule change holds. */
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { RuleChangeCommands } from './rule-change.commands.ts'

export type RuleChangeStatus = 'proposed' | 'inForce' | 'refused' | 'abandoned'
export type RuleChangeRole = 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'
export type Change = RuleChangeCommands['propose']['change']

export type RuleChangeCase = CaseFile<RuleChangeStatus, RuleChangeRole> & {
  change: Change | null; validFrom: Day | null; basis: string; proposedBy: string | null; proposedByName: string; /** Whoever wrote on the proposal, themselves or for somebody. */ preparedBy: string[]; signedBy: string | null; signedByName: string; signedOn: Day | null; ended: string | null
}
export type RuleChangeEntry = {
  [Name in keyof RuleChangeCommands]: { did: Name; data: RuleChangeCommands[Name]; on: Day; to: RuleChangeStatus; by: { person: string; name: string; for?: { person: string } } }
}[keyof RuleChangeCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): RuleChangeCase => {
  const city = [`city.${jurisdiction}`]
  return { status: 'proposed', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, change: null, validFrom: null, basis: '', proposedBy: null, proposedByName: '', preparedBy: [], signedBy: null, signedByName: '', signedOn: null, ended: null }
}

export function read(file: RuleChangeCase, entry: RuleChangeEntry): RuleChangeCase {
  const next = { ...file, status: entry.to }
  switch (entry.did) {
    case 'propose': return { ...next, change: entry.data.change, validFrom: entry.data.validFrom, basis: entry.data.basis, proposedBy: entry.by.person, proposedByName: entry.by.name, preparedBy: hands(file, entry) }
    case 'amend': return { ...next, validFrom: entry.data.validFrom, basis: entry.data.basis, preparedBy: hands(file, entry) }
    case 'sign': return { ...next, signedBy: entry.by.person, signedByName: entry.by.name, signedOn: entry.on }
    case 'refuse': return { ...next, ended: entry.data.grounds }
    case 'abandon': return { ...next, ended: entry.data.reason }
  }
}

const hands = (file: RuleChangeCase, { by }: RuleChangeEntry) => [...new Set([...file.preparedBy, by.person, ...(by.for ? [by.for.person] : [])])]
