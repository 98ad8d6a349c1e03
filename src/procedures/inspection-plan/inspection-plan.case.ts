/** What the file of an inspection plan holds: the pool as it stood, what was chosen or drawn from it, and every draw that was made. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { DrawRecord } from '../panel-review/panel-review.draw.ts'
import type { InspectionPlanCommands } from './inspection-plan.commands.ts'
import type { Candidate } from './inspection-plan.risk.ts'

export type InspectionPlanStatus = 'draft' | 'committed' | 'witnessed' | 'chosen' | 'issued' | 'abandoned'
export type InspectionPlanRole = 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'
/** A draw from its commitment on; `record` once it is revealed. */
export type PlanDraw = { count: number; perCounty: number | null; commitment: string; by: string; on: Day; reason: string | null; witness: { name: string; person: string; word: string; on: Day } | null; record: DrawRecord | null }
export type Chosen = { base: string; name: string; county: string; reason: string }

export type InspectionPlanCase = CaseFile<InspectionPlanStatus, InspectionPlanRole> & {
  jurisdiction: string; level: 'county' | 'city'; county: string | null; title: string; kind: 'routine' | 'special'; completeBy: Day | null; aims: string
  pool: Candidate[]; pooledOn: Day | null; draws: PlanDraw[]; chosen: Chosen[]; chosenBy: 'hand' | 'lot' | null; preparedBy: string[]
  sentBack: { reason: string; on: Day }[]; approved: { on: Day; by: string } | null; abandoned: { reason: string; on: Day } | null
}

type Completed = { open: { pool: Candidate[] }; commit: { commitment: string }; reveal: { drawn: DrawRecord } }
export type InspectionPlanEntry = {
  [Name in keyof InspectionPlanCommands]: { did: Name; data: InspectionPlanCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: InspectionPlanStatus; by: { person: string; name: string; role: string; org: string } }
}[keyof InspectionPlanCommands]

export const empty = ({ jurisdiction, actor }: { jurisdiction: string; actor: { holds: readonly { role: string; org: string }[] } }): InspectionPlanCase => {
  const held = (role: string) => actor.holds.filter((one) => one.role === role).map(({ org }) => org)
  return {
    status: 'draft', parties: { 'county.officer': held('county.officer'), 'city.officer': held('city.officer'), system: ['system'] }, jurisdiction, level: 'county', county: null, title: '', kind: 'routine', completeBy: null, aims: '',
    pool: [], pooledOn: null, draws: [], chosen: [], chosenBy: null, preparedBy: [], sentBack: [], approved: null, abandoned: null,
  }
}

export function read(file: InspectionPlanCase, entry: InspectionPlanEntry): InspectionPlanCase {
  const next: InspectionPlanCase = { ...file, status: entry.to }
  const { on, by } = entry
  const prepared = [...new Set([...file.preparedBy, by.person])]
  const named = (base: string, reason: string): Chosen => { const found = file.pool.find((one) => one.base === base); return { base, name: found?.name ?? base, county: found?.county ?? '', reason } }
  switch (entry.did) {
    case 'open': {
      const { title, kind, completeBy, aims, pool } = entry.data
      const level = by.role.startsWith('county.') ? 'county' as const : 'city' as const
      const [county, city] = [level === 'county' ? [by.org] : [], level === 'city' ? [by.org] : []]
      return { ...next, level, county: level === 'county' ? by.org : null, title, kind, completeBy, aims, pool, pooledOn: on, preparedBy: prepared,
        // Whoever watches over the city's draws may witness a county's as well.
        parties: { 'county.officer': county, 'county.lead': county, 'city.officer': city, 'city.lead': city, 'city.supervisor': [`city.${file.jurisdiction}`], system: ['system'] } }
    }
    case 'choose': return { ...next, chosen: entry.data.bases.map(({ base, reason }) => named(base, reason)), chosenBy: 'hand', preparedBy: prepared }
    case 'commit': return { ...next, preparedBy: prepared, draws: [...file.draws, { count: entry.data.count, perCounty: entry.data.perCounty ?? null, commitment: entry.data.commitment, by: by.person, on, reason: entry.data.reason ?? null, witness: null, record: null }] }
    case 'witness': return { ...next, draws: withLast(file.draws, { witness: { name: by.name, person: by.person, word: entry.data.word, on } }) }
    case 'reveal': {
      const { drawn: record } = entry.data
      const taken = record.result.found ? record.result.seats.map(({ expert }) => expert).sort() : []
      return { ...next, draws: withLast(file.draws, { record }), chosen: taken.map((base) => named(base, '')), chosenBy: 'lot', preparedBy: prepared }
    }
    case 'sendBack': return { ...next, chosen: [], chosenBy: null, sentBack: [...file.sentBack, { reason: entry.data.reason, on }] }
    case 'approve': return { ...next, approved: { on, by: by.name } }
    case 'abandon': return { ...next, abandoned: { reason: entry.data.reason, on } }
  }
}

const withLast = (draws: readonly PlanDraw[], change: Partial<PlanDraw>): PlanDraw[] => draws.map((draw, at) => (at === draws.length - 1 ? { ...draw, ...change } : draw))
