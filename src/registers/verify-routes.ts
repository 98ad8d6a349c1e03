/** 日志核验: the supervisor has every chain walked and sees the first bad entry of each bad case. */
import type { Pool } from 'pg'
import type { CaseDoor } from '../platform/case-routes.ts'
import type { Server } from '../platform/http.ts'
import { notAllowed } from '../platform/problem.ts'
import { rowOf, sql } from '../platform/query.ts'
import { verifyLog } from '../platform/verify-log.ts'

export function verifyRoutes(app: Server, door: Pick<CaseDoor, 'inContext' | 'wording' | 'engines'> & { jobs: Pool; clock: () => Date }) {
  app.get('/api/verify-log', { config: { access: 'signedIn' }, schema: { summary: 'Walk all chains of the case log (supervisor)', tags: ['supervision'] } }, async (request) => {
    await door.inContext(request, async ({ viewer }) => {
      if (!viewer.roles.includes('city.supervisor')) throw notAllowed(door.wording.roles['city.supervisor'] ?? { zh: '', en: '' })
    })
    const report = await verifyLog(door.jobs, { engines: door.engines })
    const head = await rowOf<{ head: string }>(door.jobs, sql`select encode(sha256(convert_to(coalesce(string_agg(hash, '' order by jurisdiction, id), ''), 'UTF8')), 'hex') as head from case_head`)
    return {
      checkedAt: door.clock().toISOString(), cases: report.cases, entries: report.entries, head: head?.head ?? '',
      faults: report.faults.map(({ number, no, what }) => { const at = what.search(/ [A-Za-z]/); return { number, no, says: { zh: what.slice(0, at), en: what.slice(at + 1) } } }),
    }
  })
}
