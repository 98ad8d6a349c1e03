/** What the sheet on the phone needs before it is carried where there is no connection. */
import { z } from 'zod'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Server } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import { inspection2026 } from '../../settings/inspection-2026.ts'
import { baseAtHand } from '../base-at-hand.ts'
import type { InspectionCase } from './inspection.case.ts'
import type { RegisterShown } from './inspection.findings.ts'
import { shownBy } from './inspection.register.door.ts'

/** `items`: what is asked of this base. */
export type InspectionSheet = { version: string; chemical: boolean; shown: RegisterShown }

export function inspectionRoutes(app: Server, { inContext, engines }: Pick<CaseDoor, 'inContext' | 'engines'>) {
  app.get('/api/cases/:id/sheet', { config: { access: 'signedIn' }, schema: { summary: 'What the register of the inspected base shows, for the sheet filled in on the spot', tags: ['inspection'], params: z.object({ id: z.string().max(64) }) } },
    (request) => inContext(request, async (context): Promise<InspectionSheet> => {
      const { tx, jurisdiction, today, viewer, rules } = context
      const { engine, file } = await caseFile(context, engines, await idOf(context, request.params.id))
      const { base } = file as unknown as InspectionCase
      const found = engine.procedure === 'inspection' && ['city', 'authorities'].includes(viewer.reach) && base ? await baseAtHand(tx, jurisdiction, base.id) : undefined
      if (!found || !base) throw notFound()
      return { version: inspection2026.version, chemical: base.chemical, shown: await shownBy(tx, { jurisdiction, base: found, today, rules }) }
    }))
}
