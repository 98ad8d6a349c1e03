/** What the register and administration pages ask the server for. Lists come whole unless they say `cursor`. */
import type { Day } from '../../kernel/day.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'

/** GET /api/organisations?q= · POST /api/organisations · PATCH /api/organisations/{id} */
export type OrganisationRow = {
  id: string
  name: string
  uscc: string | null
  kind: string
  kindWords: Words
  county: { code: string; words: Words } | null
  address: string | null
  phone: string | null
  demo: boolean
  warnings: Words[]
  usccNote: string | null
  hostType: string | null
  legalRepresentative: string | null
  establishedOn: Day | null
  version: number
}
export type OrganisationList = { rows: OrganisationRow[]; total: number }

/** GET /api/admin/accounts?q= · POST /api/admin/accounts · POST /api/admin/accounts/{id}/{lock|unlock|reset} */
export type AccountRow = {
  id: string
  username: string
  name: string
  state: 'active' | 'locked' | 'disabled'
  lastSignInAt: string | null
  createdOn: Day
  demo: boolean
}
export type AccountList = { rows: AccountRow[]; total: number }
/** POST …/reset and POST /api/admin/accounts answer once with the first password. */
export type FirstPassword = { id: string; username: string; password: string }

/** GET /api/admin/grants?q= · POST /api/admin/grants {person, role, org, from, to, reason, actsFor?} · POST /api/admin/grants/{id}/end {on} */
export type GrantRow = {
  id: string
  person: { id: string; name: string; username: string }
  role: string
  roleWords: Words
  org: { id: string; name: string }
  from: Day
  to: Day | null
  grantedBy: string
  reason: string | null
  /** The name of the person acted for. */
  actsFor: string | null
  inForce: boolean
  demo: boolean
}
export type GrantList = {
  rows: GrantRow[]
  total: number
  roles: { role: string; words: Words; orgKinds: string[] }[]
  people: { id: string; name: string; username: string }[]
}

/** GET /api/audit?q=&from=&to=&what=&cursor= */
export type AuditRow = {
  no: number
  at: string
  who: string | null
  what: string
  whatWords: Words
  about: string | null
  address: string | null
  outcome: 'done' | 'refused'
}
export type AuditList = { rows: AuditRow[]; total: number; cursor: string | null; kinds: { what: string; words: Words }[] }

/** GET /api/bases?q=&status=&county= */
export type BaseRow = {
  number: string
  name: string
  host: string
  field: Words
  county: { code: string; words: Words }
  status: string
  statusWords: Words
  family: 'open' | 'go' | 'back' | 'ok' | 'no' | 'void'
  recognisedOn: Day
  director: string | null
  demo: boolean
  /** Of the viewer's own institution. */
  mine: boolean
}
export type BaseList = {
  /** Whether the viewer has bases to work with. */
  works: boolean
  rows: BaseRow[]
  total: number
  statuses: { status: string; words: Words; count: number }[]
  counties: { code: string; words: Words; count: number }[]
}

/** GET /api/organisation: the register card of the signed-in person's own organisation · PATCH /api/organisation */
export type OwnOrganisation = OrganisationRow & {
  people: { name: string; roleWords: Words; from: Day; to: Day | null }[]
  mayChange: boolean
}

/** GET /api/statistics */
export type Statistics = {
  asOf: Day
  /** Whether the figures of bases are for this viewer. */
  ofBases: boolean
  /** Working days of finished steps; the applicant's own time is left out. */
  pace?: { step: Words; law: Basis; cases: number; median: number | null; limit: number; late: number }[]
  returned?: { applications: number; returned: number; share: number }
  groups: { words: Words; note: Words | null; rows: { name: Words; count: number; share: number | null }[] }[]
}

/** GET /api/verify-log: the chain of entries, checked */
export type LogCheck = {
  checkedAt: string
  entries: number
  cases: number
  head: string
  faults: { number: string; no: number; says: Words }[]
}

/** GET /api/lobbying · POST /api/lobbying {about, on, by, said} */
export type LobbyingRow = { id: string; on: Day; about: string | null; by: string; said: string; reportedBy: string; at: string }
