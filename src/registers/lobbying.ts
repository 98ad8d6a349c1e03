/** 请托登记: whoever was lobbied writes down when, who and what; only the supervisor reads it. */
import { z } from 'zod'
import type { Server } from '../platform/http.ts'
import { notAllowed } from '../platform/problem.ts'
import { rowsOf, sql } from '../platform/query.ts'
import type { RegisterDoor } from './register-door.ts'

const report = z.strictObject({
  on: z.iso.date(), about: z.string().trim().max(80).optional(), by: z.string().trim().min(1).max(120), said: z.string().trim().min(5).max(4000),
}).meta({ examples: [{ on: '2026-11-20', about: 'RD-2026-0017', by: '自称申报单位工作人员', said: '来电请求在评审中予以关照，已当场拒绝。' }] })
const reporters = ['expert', 'city.officer', 'city.lead', 'city.supervisor', 'county.officer', 'county.lead']

export function lobbyingRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/lobbying', { config: { access: 'signedIn' }, schema: { summary: 'Lobbying reports: all for the supervisor, else my own', tags: ['supervision'] } },
    (request) => door.inContext(request, async ({ tx, jurisdiction }) => rowsOf(tx, sql`
      select id, on_day as "on", about, by_whom as by, said, reported_by_name as "reportedBy", at from lobbying_report where jurisdiction = ${jurisdiction} order by at desc limit 500`)))

  app.post('/api/lobbying', { config: { access: 'signedIn' }, schema: { summary: 'Report lobbying', tags: ['supervision'], body: report } },
    (request) => door.inContext(request, async ({ tx, jurisdiction, actor, viewer, now }) => {
      if (!viewer.roles.some((role) => reporters.includes(role))) throw notAllowed({ zh: '专家和工作人员', en: 'experts and officers' })
      const { on, about, by, said } = request.body
      const id = door.newId()
      await rowsOf(tx, sql`insert into lobbying_report (jurisdiction, id, on_day, about, by_whom, said, reported_by, reported_by_name, at)
        values (${jurisdiction}, ${id}, ${on}, ${about ?? null}, ${by}, ${said}, ${actor.person}, ${actor.name}, ${now.toISOString()})`)
      return { id }
    }))
}
