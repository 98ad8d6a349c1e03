/**
 * What the public pages show, as plain data: the server fills it, the renderer draws it, neither decides anything here.
 * Nothing in this file may name a natural person: no names of staff, experts or objectors, no personal telephone.
 */
import type { Day } from '../kernel/day.ts'
import type { Basis, Citation } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Article } from '../regulation/article.ts'
import type { ObjectionPage } from './portal.objections.ts'

export type Language = 'zh' | 'en'

/** What surrounds every page. `today` and `now` are null only on the fault page, which must not ask the database. */
export type PortalContext = {
  lang: Language
  largeType: boolean
  demo: boolean
  today: Day | null
  /** Instant, ISO text. */
  now: string | null
  /** How the platform day counts; null where the year is not published. */
  dayKind: DayKind | null
  /** Address asked for, with its query: "/bases?county=140702". */
  path: string
  /** Scheme and host under which the public knows the site: "https://example.gov.cn". */
  origin: string
  /** Choices carried along in links while the reader's cookies do not hold them: { lang: 'en' }. */
  keep: Readonly<Record<string, string>>
  /** Address of the style sheet, with its fingerprint. */
  styles: string
  /** The instrument the authority now acts on, once the trial period is over. */
  basis: AuthorityBasis | null
  /** Last day of the trial period when it has passed, else null. */
  lapsedOn: Day | null
}

export type DayKind = 'working' | 'off' | 'makeUp'

/** 续行依据: what the authority acts on after the trial period (Art. 22). */
export type AuthorityBasis = { title: Words; number: string | null; registeredOn: Day; validTo: Day | null; demo: boolean }

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
  /** Offices to turn to, as the base has released them: no person among them. */
  offices: { office: string; phone: string | null; mail: string | null; address: string | null; hours: string | null }[]
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

export type NoticeKind = 'recognition' | 'grade' | 'revocation' | 'other'
export type NoticeState = 'open' | 'closed' | 'corrected' | 'terminated'

export type NoticeRow = {
  number: string
  title: string
  kind: NoticeKind
  demo: boolean
  /** Both days belong to the period. */
  from: Day
  to: Day
  /** The period runs into a year whose working days are not published. */
  provisional: boolean
  workingDays: number
  /** Working days left, today included; 0 when the period is over. */
  remaining: number
  state: NoticeState
  listed: number
}

export type NoticeItem = {
  no: number
  name: string
  hosts: Institution[]
  field: Words | null
  organiser: string
  outcome: Words | null
  /** `waiting`: an objection is being handled; only this row waits. `moved`: it goes on in the corrected list. */
  state: 'listed' | 'waiting' | 'cleared' | 'reopened' | 'moved'
}

export type NoticeDetail = NoticeRow & {
  law: Basis
  items: NoticeItem[]
  /** Every calendar day of the period; `working` null where the year is not published. */
  days: { day: Day; working: boolean | null }[]
  firstDayCounts: boolean
  /** What the length of the period rests on: the text gives none. */
  periodLaw: Basis
  /** The frozen text, paragraph by paragraph, exactly as hashed. */
  text: string[]
  sha256: string
  /** Instant, ISO text. */
  publishedAt: string
  publisher: Institution
  /** A correction is a new notice with a new period. */
  correctedBy: string | null
  corrects: string | null
  /** What was changed, of this one or by the one after it. */
  correction: { reason: string; changes: { row: string | null; what: Words; before: string; after: string }[] } | null
}

export type NoticeList = { open: NoticeRow[]; past: NoticeRow[] }

export type Verification =
  | { found: false }
  | {
      found: true
      kind: 'certificate'
      /** `notAsked`: no code was typed, or none was issued with this certificate. */
      code: 'matches' | 'differs' | 'notAsked'
      certificate: Certificate
      base: { id: string; name: string; demo: boolean; status: BaseStatus; hosts: Institution[] }
      /** Why it is suspended or void, in the public words of the decision. */
      because: Words | null
      law: Basis | null
    }
  | { found: true; kind: 'paper'; paper: VerifiedPaper }

/** Of a paper nothing but what it is: neither what it says nor about whom. */
export type VerifiedPaper = {
  code: string
  words: Words
  number: string | null
  issuer: { name: string; demo: boolean }
  issuedOn: Day
  state: 'valid' | 'suspended' | 'ended' | 'replaced' | 'void'
  /** The notice that holds now. */
  replacedBy: string | null
  sha256: string
  pdfSha256: string | null
}

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

/** A step of a procedure, as far as it carries out an article. */
export type LawStep = { procedure: Words; step: string; says: Words; by: Words; law: Basis; withinDays: number | null }

/** 系统配置规则: a dated value that fills a gap of the text. */
export type LawSetting = { key: string; says: Words; value: Words; since: Day; fills: Citation | null; basis: Words; pending: boolean }

/** 解释口径: how the text is understood where it leaves room; recorded by the authority on a day (Art. 21) or kept as our decision. */
export type LawReading = { says: Words; law: Citation; since: Day | null; decision: string | null; demo: boolean }

/** GET /law asks for this: everything about the regulation that is not its text. */
export type LawInUse = {
  /** Every instrument the authority has recorded to act on, oldest first. */
  bases: AuthorityBasis[]
  steps: LawStep[]
  settings: LawSetting[]
  /** Recorded by the authority; the readings kept beside the text are added by the portal. */
  readings: LawReading[]
}

export type Law = {
  title: string
  issuer: string
  articles: readonly Article[]
  inForceFrom: Day
  /** Last day of the trial period, whether it has passed or not. */
  trialTo: Day
  bases: AuthorityBasis[]
}

/** How one article is carried out. */
export type ArticleInUse = {
  steps: LawStep[]
  /** Rules the platform computes; `usually` (一般) may be departed from with a written reason. */
  checks: { says: Words; modality: 'must' | 'usually' }[]
  readings: LawReading[]
  settings: LawSetting[]
  leftToPeople: Words[]
}

/** A draw of a panel: never who sits. `open`: the record can be read. */
export type Draw = { number: string; no: number; size: number; applications: number; commitment: string; committedOn: Day; witnessedOn: Day | null; revealedOn: Day | null; ended: 'abandoned' | 'dissolved' | null; open: boolean }

export type PortalPage =
  | { page: 'home'; data: Home }
  | { page: 'bases'; filter: BaseFilter; data: BaseList }
  | { page: 'base'; data: BaseDetail }
  | { page: 'grades'; data: { years: GradedYear[] } }
  | { page: 'revocations'; data: { rows: Revocation[] } }
  | { page: 'notices'; data: NoticeList }
  | { page: 'notice'; data: NoticeDetail }
  | { page: 'draws'; data: Draw[] }
  | { page: 'law'; data: Law; settings: LawSetting[] }
  | { page: 'article'; number: number; data: Law; use: ArticleInUse }
  | { page: 'verify'; asked: { number: string; code: string } | null; data: Verification | null }
  | { page: 'statistics'; data: Statistics }
  | { page: 'data' }
  | { page: 'accessibility' }
  | { page: 'privacy' }
  | { page: 'missing' }
  | { page: 'fault'; number: string }
  | ObjectionPage

/** What the pages ask the server. Each answers with what the public may read, and nothing else. */
export type PortalQueries = {
  /** The platform's own day and instant. */
  moment(): Promise<{ today: Day; now: string; dayKind: DayKind | null; demo: boolean }>
  home(): Promise<Home>
  bases(filter: BaseFilter): Promise<BaseList>
  base(id: string): Promise<BaseDetail | null>
  grades(): Promise<{ years: GradedYear[] }>
  revocations(): Promise<{ rows: Revocation[] }>
  notices(): Promise<NoticeList>
  notice(number: string): Promise<NoticeDetail | null>
  draws(): Promise<Draw[]>
  verify(number: string, code: string | null): Promise<Verification>
  statistics(): Promise<Statistics>
  lawBasis(): Promise<LawInUse>
}
