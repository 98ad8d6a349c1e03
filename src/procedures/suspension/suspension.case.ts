/** What the file of a suspension holds. The hold itself lies on the base's own file, placed and lifted under this case. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { SuspensionCommands } from './suspension.commands.ts'

export type SuspensionStatus = 'imposed' | 'suspended' | 'liftRequested' | 'liftProposed' | 'lifted' | 'annulled' | 'ended'
export type SuspensionRole = 'host.clerk' | 'host.admin' | 'base.director' | 'base.clerk' | 'county.officer' | 'city.officer' | 'city.lead' | 'system'
export type SuspendedBase = { id: string; case: string; unit: string; name: string; status: string; county: string; countyOrg: string; field: string; hosts: { org: string; name: string; lead: boolean; demo: boolean }[] }

export type SuspensionCase = CaseFile<SuspensionStatus, SuspensionRole> & {
  jurisdiction: string; base: SuspendedBase | null; level: 'county' | 'city'; kind: SuspensionCommands['suspend']['kind'] | null; facts: string; reason: string
  inspection: { id: string; number: string } | null; since: Day | null; imposedBy: { person: string; name: string } | null
  confirmed: { endsOn: Day; conditions: string; on: Day } | null; extensions: { endsOn: Day; reason: string; on: Day }[]
  request: { account: string; files: string[]; on: Day } | null
  proposal: { checkedOn: Day; findings: string; files: string[]; on: Day; by: string } | null
  refusals: { reason: string; on: Day }[]
  liftedOn: Day | null; annulled: { reason: string; on: Day } | null
}

type Completed = { suspend: { subject: SuspendedBase; after?: { id: string; number: string } } }
export type SuspensionEntry = {
  [Name in keyof SuspensionCommands]: { did: Name; data: SuspensionCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: SuspensionStatus; by: { person: string; name: string; role: string; org: string } }
}[keyof SuspensionCommands]

export const empty = ({ jurisdiction, actor }: { jurisdiction: string; actor: { holds: readonly { role: string; org: string }[] } }): SuspensionCase => {
  const held = (role: string) => actor.holds.filter((one) => one.role === role).map(({ org }) => org)
  return {
    status: 'imposed', parties: { 'county.officer': held('county.officer'), 'city.officer': held('city.officer'), 'city.lead': [`city.${jurisdiction}`], system: ['system'] },
    jurisdiction, base: null, level: 'county', kind: null, facts: '', reason: '', inspection: null, since: null, imposedBy: null, confirmed: null, extensions: [], request: null, proposal: null, refusals: [], liftedOn: null, annulled: null,
  }
}

export function read(file: SuspensionCase, entry: SuspensionEntry): SuspensionCase {
  const next: SuspensionCase = { ...file, status: entry.to }
  const { on, by } = entry
  switch (entry.did) {
    case 'suspend': {
      const { subject: about, kind, facts, reason, after } = entry.data
      const level = by.role.startsWith('county.') ? 'county' as const : 'city' as const
      const hosts = about.hosts.filter(({ lead }) => lead).map(({ org }) => org)
      // The city decides on every suspension; whose officers look after it follows from who imposed it.
      const city = [`city.${file.jurisdiction}`]
      return {
        ...next, base: about, level, kind, facts, reason, inspection: after ?? null, since: on, imposedBy: { person: by.person, name: by.name },
        parties: { 'county.officer': level === 'county' ? [about.countyOrg] : [], 'city.officer': level === 'city' ? city : [], 'city.lead': city, 'host.admin': hosts, 'host.clerk': hosts, 'base.director': [about.unit], 'base.clerk': [about.unit], system: ['system'] },
      }
    }
    case 'confirm': return { ...next, confirmed: { endsOn: entry.data.endsOn, conditions: entry.data.conditions, on } }
    case 'annul': return { ...next, annulled: { reason: entry.data.reason, on } }
    case 'extend': return { ...next, extensions: [...file.extensions, { endsOn: entry.data.endsOn, reason: entry.data.reason, on }] }
    case 'requestLift': return { ...next, request: { account: entry.data.account, files: entry.data.files ?? [], on } }
    case 'proposeLift': return { ...next, proposal: { checkedOn: entry.data.checkedOn, findings: entry.data.findings, files: entry.data.files ?? [], on, by: by.person } }
    case 'refuseLift': return { ...next, refusals: [...file.refusals, { reason: entry.data.reason, on }], request: null, proposal: null }
    case 'lift': return { ...next, liftedOn: on }
    case 'endWithBase': return { ...next, liftedOn: on }
  }
}

/** The last day of the suspension as it stands; none before it is confirmed. */
export const endsOn = ({ confirmed, extensions }: Pick<SuspensionCase, 'confirmed' | 'extensions'>): Day | undefined => extensions.at(-1)?.endsOn ?? confirmed?.endsOn
