/**
 * What the public pages show, as plain data: the server fills it, the renderer draws it, neither decides anything here.
 * Nothing in these files (`portal.data.*`) may name a natural person: no names of staff, experts or objectors, no personal telephone.
 */
import type { Day } from '../kernel/day.ts'
import type { BaseDetail, BaseFilter, BaseList, GradedYear, Revocation } from './portal.data.bases.ts'
import type { Home, Statistics } from './portal.data.figures.ts'
import type { ArticleInUse, AuthorityBasis, Law, LawInUse, LawSetting } from './portal.data.law.ts'
import type { Draw, NoticeDetail, NoticeList } from './portal.data.notices.ts'
import type { TooOften, Verification } from './portal.data.verify.ts'
import type { ObjectionPage } from './portal.objections.ts'

export type * from './portal.data.bases.ts'
export type * from './portal.data.notices.ts'
export type * from './portal.data.verify.ts'
export type * from './portal.data.figures.ts'
export type * from './portal.data.law.ts'

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
  | { page: 'verify'; asked: { number: string; code: string } | null; data: Verification | TooOften | null }
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
  verify(number: string, code: string | null, address: string): Promise<Verification | TooOften>
  statistics(): Promise<Statistics>
  lawBasis(): Promise<LawInUse>
}
