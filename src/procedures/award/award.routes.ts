/** What an award adds to the cases' own routes: bank and account number, for an officer who pays. Every look is logged. */
import { z } from 'zod'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Server } from '../../platform/http.ts'
import { notAllowed, notFound } from '../../platform/problem.ts'
import { rowOf, sql } from '../../platform/query.ts'

type Account = { bank: string; number: string }

export function awardRoutes(app: Server, { inContext, engines }: CaseDoor) {
  app.get('/api/cases/:id/account', { config: { access: 'signedIn' }, schema: { summary: 'Bank and account number of an award that waits to be paid; every reading is logged', tags: ['award'], params: z.object({ id: z.string().max(64) }) } },
    async (request) => {
      const account = await inContext(request, async (context) => {
        const caseId = await idOf(context, request.params.id)
        const { engine } = await caseFile(context, engines, caseId)
        if (engine.procedure !== 'award' || context.viewer.reach !== 'city') throw notFound()
        // A refusal is returned, not thrown: its line in the access log has to stay.
        return (await rowOf<{ account: Account | null }>(context.tx, sql`select sec.account(${caseId}, ${context.newId()}, ${context.now.toISOString()}, ${request.ip}) as account`))?.account ?? null
      })
      if (!account) throw notAllowed({ zh: '待拨付时，非拟定人的市局经办人', en: 'officer of the city who did not propose it, while it waits to be paid' })
      return account
    })
}
