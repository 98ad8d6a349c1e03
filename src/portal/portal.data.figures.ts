/** What the public pages count. */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { BaseRow, BaseStatus, Grade, Place } from './portal.data.bases.ts'
import type { NoticeRow } from './portal.data.notices.ts'

export type Statistics = {
  /** Instant, ISO text. */
  asOf: string
  totals: { recognised: number; standing: number; revoked: number; left: number }
  /** `open`: pieces of equipment of standing bases that stand open to others. */
  byCounty: { county: Place; bases: number; applications: number; open: number }[]
  byField: { field: Words; bases: number; open: number }[]
  /** Every status, zeros too. */
  byStatus: { status: BaseStatus; bases: number }[]
  /** Sums over the registers of standing bases; values in 万元, areas in square metres. */
  means: { lines: number; area: number; equipment: number; equipmentValue: number; open: number; openValue: number }
  /** Applications by the year they were first submitted in. */
  byYear: {
    year: number
    submitted: number
    recommended: number
    accepted: number
    recognised: number
    notRecognised: number
    withdrawn: number
    underWay: number
  }[]
  /** Working days an authority used, the applicant's own time left out. `median` null where nothing was finished. */
  pace: { step: Words; law: Basis; cases: number; median: number | null; limit: number | null; late: number }[]
  notices: { published: number; objections: number; upheld: number }
  /** Sums by budget year in 万元, without names. */
  awards: { year: number; awards: number; committed: string; paid: string }[]
  grades: { year: number; counts: { [G in Grade]: number }; others: number }[]
  /** Bases that stand, at every level they have reached (Art. 12). */
  ladder: { level: 'city' | 'province' | 'ministry' | 'nation'; bases: number }[]
  /** What bases that stand did for others in the last twelve months, summed. */
  work: { clients: number; clientsOfCity: number; services: number; delivered: number; trained: number; events: number }
}

export type Home = {
  notices: NoticeRow[]
  bases: BaseRow[]
  baseTotal: number
  capabilityTotal: number
  /** Words people may search for, taken from what the bases offer. */
  suggestions: string[]
  counties: { code: string; bases: number }[]
  figures: { recognised: number; standing: number; submittedThisYear: number; recognisedThisYear: number }
}
