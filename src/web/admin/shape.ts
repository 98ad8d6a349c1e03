/** What the register and administration pages ask the server for. Lists come whole unless they say `cursor`. */
import type { Day } from '../../kernel/day.ts'
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
}
export type OrganisationList = { rows: OrganisationRow[]; total: number }

/** GET /api/experts */
export type ExpertRow = {
  id: string
  name: string
  employer: string
  title: string
  fields: Words[]
  from: Day
  to: Day | null
  active: boolean
  demo: boolean
}
export type ExpertList = { rows: ExpertRow[]; total: number }

/** GET /api/batches · POST /api/batches {name, opensOn, cutOff} · POST /api/batches/{id}/close */
export type BatchRow = {
  id: string
  name: string
  opensOn: Day
  cutOff: Day
  closedOn: Day | null
  cases: number
  panel: { number: string; status: string } | null
}

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

/** GET /api/admin/grants?q= · POST /api/admin/grants {person, role, org, from, to} · POST /api/admin/grants/{id}/end {on} */
export type GrantRow = {
  id: string
  person: { id: string; name: string; username: string }
  role: string
  roleWords: Words
  org: { id: string; name: string }
  from: Day
  to: Day | null
  grantedBy: string
  actsFor: string | null
}
export type GrantList = {
  rows: GrantRow[]
  total: number
  roles: { role: string; words: Words }[]
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

/** GET /api/bases?q=&status=&county= · GET /api/bases/{number} */
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
}
export type BaseList = {
  rows: BaseRow[]
  total: number
  statuses: { status: string; words: Words; count: number }[]
  counties: { code: string; words: Words; count: number }[]
}
export type BaseDetail = BaseRow & {
  certificateNo: string
  documentNo: string | null
  hold: { since: Day; by: string; words: Words } | null
  facts: { name: Words; value: Words }[]
  history: { on: Day; says: Words; law: string; number: string | null }[]
  cases: { number: string; procedure: string; title: string; status: string }[]
}

/** GET /api/organisation: the register card of the signed-in person's own organisation · PATCH /api/organisation */
export type OwnOrganisation = OrganisationRow & { people: { name: string; roleWords: Words; from: Day; to: Day | null }[] }

/** GET /api/profile · PATCH /api/profile: an expert's own card */
export type Profile = {
  name: string
  title: string
  employers: { name: string; from: Day | null; to: Day | null }[]
  fields: Words[]
  avoid: string[]
  phone: string | null
}

/** GET /api/statistics */
export type Statistics = {
  asOf: Day
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
