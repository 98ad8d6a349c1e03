/** What the public pages show of bases: the register, one base with what it offers, its certificate, its grades, what was revoked. */
import type { Day } from '../kernel/day.ts'
import type { Basis, Citation } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

export type BaseStatus = 'building' | 'operating' | 'rectifying' | 'suspended' | 'revoked' | 'left'

export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

export type Institution = { name: string; demo: boolean }

/** GB/T 2260 code, or the development zone's own statistical code. */
export type Place = { code: string; words: Words }

export type BaseRow = {
  /** The readable part of the address: "JZ-ZS-2023-004". */
  id: string
  name: string
  demo: boolean
  host: Institution
  field: { id: string; words: Words }
  county: Place
  status: BaseStatus
  grade: { year: number; grade: Grade } | null
  /** What it offers that was searched for: the first few. */
  matched?: { of: 'service' | 'line' | 'process' | 'equipment'; words: Words }[]
}

export type BaseFilter = { field: string | null; county: string | null; status: BaseStatus | null; q: string; page: number }

export type BaseList = {
  rows: BaseRow[]
  total: number
  page: number
  pages: number
  fields: { id: string; words: Words; count: number }[]
  counties: (Place & { count: number })[]
  statuses: { status: BaseStatus; count: number }[]
}

export type VerificationType = 'design' | 'performance' | 'process' | 'adaptation' | 'production'

export type Capability = {
  name: string
  types: VerificationType[]
  parameters: string | null
  /** Technology readiness levels the base takes on. */
  readiness: { from: number; to: number } | null
  /** As published by the base: "2,400 元/班"; null means by agreement. */
  price: string | null
}

export type Equipment = {
  name: string
  place: string | null
  hoursPerYear: number | null
  usedPercent: number | null
  freeFrom: Day | null
  /** As published by the base; null means by agreement. */
  price: string | null
}

export type CertificateStatus = 'valid' | 'suspended' | 'void'

export type Certificate = {
  number: string
  /** Typed beside the number on the verification page; null where none was issued. */
  code: string | null
  status: CertificateStatus
  statusSince: Day
  documentNumber: string | null
  issuedOn: Day
}

/** One public fact in the life of a base; `to` where it lasted. */
export type PublicEvent = { from: Day; to: Day | null; says: Words; law: Basis; demo: boolean }

export type BaseDetail = {
  id: string
  name: string
  demo: boolean
  status: BaseStatus
  statusSince: Day
  field: { id: string; words: Words }
  county: Place
  hosts: (Institution & { role: 'sole' | 'lead' | 'partner' })[]
  organiser: Institution
  /** Address of the main site and the office telephone, as the host has released them. */
  address: string | null
  officePhone: string | null
  certificate: Certificate
  /** The core research direction and what the base offers, in the host's own words. */
  about: string | null
  capabilities: Capability[]
  capabilitiesConfirmedOn: Day | null
  equipment: Equipment[]
  equipmentTotals: { pieces: number; valueWan: number } | null
  grades: { year: number; grade: Grade | null; score: number | null }[]
  services: { enterprises: number; enterprisesOfCity: number; commissions: number; delivered: number } | null
  history: PublicEvent[]
  /** Since when it is suspended, where it is. */
  heldSince: Day | null
}

/** Grades that were announced; the latest year first. */
export type GradedYear = { year: number; counts: { [G in Grade]: number }; others: number; rows: (Omit<BaseRow, 'grade'> & { grade: Grade })[] }

/** A revocation that was served: it takes effect then; the announcement follows. */
export type Revocation = {
  base: { id: string; name: string; demo: boolean }
  hosts: Institution[]
  county: Words
  grounds: Citation[]
  documentNo: string
  decidedOn: Day
  servedOn: Day
  announcedOn: Day | null
  announcementNo: string | null
}
