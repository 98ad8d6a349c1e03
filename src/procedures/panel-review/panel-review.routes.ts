/** What the panel review adds to the cases' own routes: the material for those who declared, the sheets once they are open. */
import { z } from 'zod'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import type { Server } from '../../platform/http.ts'
import { notFound, refusedWith, Refused } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { declaredFirst } from '../../settings/conduct.ts'
import { declarationOf, type PanelReviewCase, sitting } from './panel-review.case.ts'
import { openedSheets } from './panel-review.door.ts'

type FormOf = { sections: readonly { id: string; fields: readonly { id: string; personal?: true }[] }[] }
type Answers = { readonly [section: string]: { readonly [field: string]: unknown } }

/** Whom to call and how is nothing a reviewer needs: contacts and representatives stay with the authorities. */
const withoutPersonal = (form: FormOf, data: Answers): Answers => Object.fromEntries(Object.entries(data).map(([section, answers]) => {
  const personal = form.sections.find(({ id }) => id === section)?.fields.filter((field) => field.personal && ['A', 'B'].includes(section)).map(({ id }) => id) ?? []
  return [section, Object.fromEntries(Object.entries(answers).filter(([field]) => !personal.includes(field)))]
}))

export function panelReviewRoutes(app: Server, door: CaseDoor & { formOf: (version: string) => FormOf }) {
  const { inContext, engines } = door

  app.get('/api/panel/:id/applications/:about', {
    config: { access: 'signedIn' }, schema: { summary: 'The material of one application, for an expert who declared no conflict', tags: ['panel-review'], params: z.object({ id: z.string().max(64), about: z.string().max(64) }) },
  }, (request) => inContext(request, async (context) => {
    const { file } = await panelOf(context, request.params.id)
    const { about } = request.params
    const application = file.applications.find((one) => one.case === about)
    if (!application || !sitting(file).some(({ person }) => person === context.viewer.person)) throw notFound()
    const declaration = declarationOf(file, context.viewer.person, about)
    if (declaration !== 'none') throw refusedWith([{ code: 'notYours', law: declaredFirst.law, rule: declaredFirst.id, reason: declaredFirst.otherwise({ declaration }) }])
    // The database lets only readers of this case through, whatever was checked above.
    const snapshot = await rowOf<{ sha256: string; body: { formVersion: string; data: Answers; files: unknown[] }; at: string }>(context.tx, sql`
      select sha256, body, at from document where jurisdiction = ${context.jurisdiction} and case_id = ${about} and kind = 'application' order by at desc limit 1`)
    if (!snapshot) throw notFound()
    return { formVersion: snapshot.body.formVersion, form: door.formOf(snapshot.body.formVersion), snapshots: [{ no: 1, on: snapshot.at.slice(0, 10), sha256: snapshot.sha256 }], data: withoutPersonal(door.formOf(snapshot.body.formVersion), snapshot.body.data), files: snapshot.body.files, draft: false }
  }))

  app.get('/api/panel/:id/sheets', { config: { access: 'signedIn' }, schema: { summary: 'The score sheets, once scoring is closed', tags: ['panel-review'], params: z.object({ id: z.string().max(64) }) } },
    (request) => inContext(request, async (context) => {
      const { caseId, file } = await panelOf(context, request.params.id)
      if (context.viewer.reach !== 'city') throw notFound()
      if (file.status === 'convened' || file.status === 'scoring') throw new Refused(409, { zh: '评分尚未结束，任何人不能查看评分。', en: 'Scoring is not closed; nobody can read a score.' })
      return { sheets: await openedSheets(context.tx, context.jurisdiction, caseId, file) }
    }))

  app.get('/api/experts/pool', { config: { access: 'signedIn' }, schema: { summary: 'Experts who may be designated', tags: ['panel-review'] } },
    (request) => inContext(request, async (context) => {
      if (context.viewer.reach !== 'city') throw notFound()
      return { rows: await rowsOf(context.tx, sql`select e.person as id, p.name, e.fields, e.title, e.employer, e.region, e.in_city as "inCity", e.specialty from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person where e.jurisdiction = ${context.jurisdiction} and e.available order by e.person`) }
    }))

  async function panelOf(context: Context, given: string): Promise<{ caseId: string; file: PanelReviewCase }> {
    const caseId = await idOf(context, given)
    const { engine, file } = await caseFile(context, engines, caseId)
    if (engine.procedure !== 'panel-review') throw notFound()
    return { caseId, file: file as unknown as PanelReviewCase }
  }
}
