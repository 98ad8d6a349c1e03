import type { Catalogue } from '../../words/zh/workbench.ts'

export type Home = Exclude<keyof Catalogue['shell']['home'], 'main'>

/** `also`: procedures whose cases belong to a place that is no list of cases. */
type Place = { to: string; procedure?: string; also?: readonly string[] }

/** Where each navigation id of the session leads. What a person may see is the server's business. */
export const places: { readonly [Id in Home]: Place } = {
  worklist: { to: '/' },
  apply: { to: '/apply' },
  bases: { to: '/bases', also: ['revocation'] },
  organisation: { to: '/organisation' },
  law: { to: '/law' },
  recognition: { to: '/cases', procedure: 'recognition' },
  review: { to: '/cases', procedure: 'panel-review' },
  notices: { to: '/cases', procedure: 'public-notice' },
  batches: { to: '/batches' },
  assessment: { to: '/assessment', also: ['assessment', 'assessment-campaign'] },
  inspection: { to: '/inspections', also: ['inspection', 'inspection-plan', 'suspension'] },
  awards: { to: '/awards', also: ['award'] },
  statistics: { to: '/statistics' },
  services: { to: '/cases', procedure: 'commission' },
  draws: { to: '/draws' },
  matters: { to: '/matters', also: ['major-matter'] },
  objections: { to: '/cases', procedure: 'objection' },
  lobbying: { to: '/lobbying' },
  verifyLog: { to: '/verify-log' },
  tasks: { to: '/tasks' },
  profile: { to: '/profile' },
  accounts: { to: '/accounts' },
  organisations: { to: '/organisations' },
  experts: { to: '/experts' },
  grants: { to: '/grants' },
  audit: { to: '/audit' },
  rules: { to: '/rules' },
}

export const isHome = (id: string): id is Home => id in places

/** Whether a place of the navigation is where the user is; a case belongs to its procedure. */
export function isHere(place: Place, at: { pathname: string; procedure: string | undefined }): boolean {
  if (place.procedure) return at.pathname.startsWith('/cases') && at.procedure === place.procedure
  if (at.pathname.startsWith('/cases/') && place.also?.includes(at.procedure ?? '')) return true
  return place.to === '/' ? at.pathname === '/' : at.pathname === place.to || at.pathname.startsWith(`${place.to}/`)
}
