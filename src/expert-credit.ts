/** The record of an expert in reviews, computed from the entries of the panels; kept nowhere. */
import { z } from 'zod'
import { caseFile } from './platform/case-access.ts'
import type { CaseDoor } from './platform/case-routes.ts'
import type { Server } from './platform/http.ts'
import { notAllowed, notFound } from './platform/problem.ts'
import { rowOf, rowsOf, sql } from './platform/query.ts'
import type { PanelReviewCase } from './procedures/panel-review/panel-review.case.ts'
import { creditOf, type CreditLine, type ExpertCredit } from './procedures/panel-review/panel-review.credit.ts'

export function expertCreditRoutes(app: Server, { inContext, engines, wording }: Pick<CaseDoor, 'inContext' | 'engines' | 'wording'>) {
  app.get('/api/experts/:id/credit', { config: { access: 'signedIn' }, schema: { summary: 'Attendance, dispersion and conflicts of an expert, from concluded panels', tags: ['registers'], params: z.object({ id: z.string().max(64) }) } },
    (request) => inContext(request, async (context): Promise<ExpertCredit> => {
      const { tx, jurisdiction, viewer } = context
      const { id } = request.params
      if (viewer.reach !== 'city') throw notAllowed({ zh: ['city.officer', 'city.lead', 'city.supervisor'].map((role) => wording.roles[role]?.zh ?? role).join('、'), en: 'authority' })
      if (!await rowOf(tx, sql`select 1 as one from expert where jurisdiction = ${jurisdiction} and person = ${id}`)) throw notFound()
      const panels = await rowsOf<{ id: string; number: string }>(tx, sql`
        select h.id, h.number from case_head h join case_list l on l.jurisdiction = h.jurisdiction and l.case_id = h.id where h.jurisdiction = ${jurisdiction} and h.procedure = 'panel-review' and l.status = 'concluded'
           and exists (select 1 from case_entry e where e.jurisdiction = h.jurisdiction and e.case_id = h.id and e.did in ('revealDraw', 'replace') and position(${id} in e.body::text) > 0) order by h.number desc`)
      const rows: ExpertCredit['rows'] = []
      for (const panel of panels) {
        const line = creditOf((await caseFile(context, engines, panel.id)).file as unknown as PanelReviewCase, id)
        if (line) rows.push({ number: panel.number, ...line })
      }
      const sum = (of: (line: CreditLine) => number) => rows.reduce((all, line) => all + of(line), 0)
      return { rows, panels: rows.length, absent: rows.filter(({ left }) => left === 'absent').length, owed: sum(({ owed }) => owed), sheets: sum(({ sheets }) => sheets), far: sum(({ far }) => far), late: sum(({ late }) => late) }
    }))
}
