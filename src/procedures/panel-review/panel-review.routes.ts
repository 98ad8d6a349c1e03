/** What the panel review adds to the cases' own routes: the material for those who declared, the sheets once open, the draw for whoever looks into it. */
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import type { Server } from '../../platform/http.ts'
import { notFound, refusedWith, Refused } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { declaredFirst } from '../../settings/conduct.ts'
import { standsClear } from '../../settings/panel-rules.ts'
import type { PanelReviewCase } from './panel-review.case.ts'
import { countsFor, declared, sits, standsBack } from './panel-review.standing.ts'
import { openedSheets } from './panel-review.door.ts'
import { planNow, recordNow, sealedOf } from './panel-review.draw.door.ts'
import { faultsOfRecord } from './panel-review.draw.record.ts'
import type { RelationsOf } from './panel-review.gather.door.ts'

type FormOf = { sections: readonly { id: string; fields: readonly { id: string; personal?: true }[]; tables: readonly { id: string }[] }[] }
type Answers = { readonly [section: string]: { readonly [field: string]: unknown } }

/** Whom to call and how, and whom the applicant asks to keep away, is nothing a reviewer needs. */
const withoutPersonal = (form: FormOf, data: Answers): Answers => Object.fromEntries(Object.entries(data).map(([section, answers]) => {
  const personal = form.sections.find(({ id }) => id === section)?.fields.filter((field) => field.personal && ['A', 'B'].includes(section)).map(({ id }) => id) ?? []
  return [section, Object.fromEntries(Object.entries(answers).filter(([field]) => !personal.includes(field) && `${section}.${field}` !== 'M.avoid'))]
}))
const withoutAvoidance = <Form extends FormOf>(form: Form): Form => ({ ...form, sections: form.sections.map((section) => ({ ...section, tables: section.tables.filter(({ id }) => `${section.id}.${id}` !== 'M.avoid') })) })

export function panelReviewRoutes(app: Server, door: CaseDoor & { formOf: (version: string) => FormOf; relationsOf: RelationsOf }) {
  const { inContext, engines, relationsOf } = door
  const params = z.object({ id: z.string().max(64) })

  app.get('/api/panel/:id/applications/:about', {
    config: { access: 'signedIn' }, schema: { summary: 'The material of one application, for an expert who declared no conflict', tags: ['panel-review'], params: z.object({ id: z.string().max(64), about: z.string().max(64) }) },
  }, (request) => inContext(request, async (context) => {
    const { file } = await panelOf(context, request.params.id)
    const { about } = request.params
    const [{ person }, holds] = [context.viewer, context.viewer.roles.includes('expert')]
    if (context.viewer.reach === 'city' || !file.applications.some((one) => one.case === about)) throw notFound()
    const grounds = barriers(file, { person, about, holds })
    if (grounds.length > 0) throw refusedWith(grounds)
    // The database lets only readers of this case through, whatever was checked above.
    const snapshot = await rowOf<{ sha256: string; body: { formVersion: string; data: Answers; files: unknown[] }; on: Day }>(context.tx, sql`
      select sha256, body, (at at time zone 'Asia/Shanghai')::date::text as "on" from document where jurisdiction = ${context.jurisdiction} and case_id = ${about} and kind = 'application' order by at desc limit 1`)
    if (!snapshot) throw notFound()
    const form = withoutAvoidance(door.formOf(snapshot.body.formVersion))
    return { formVersion: snapshot.body.formVersion, form, snapshots: [{ no: 1, on: snapshot.on, sha256: snapshot.sha256 }], data: withoutPersonal(form, snapshot.body.data), files: snapshot.body.files, draft: false }
  }))

  app.get('/api/panel/:id/sheets', { config: { access: 'signedIn' }, schema: { summary: 'The score sheets, once scoring is closed', tags: ['panel-review'], params } },
    (request) => inContext(request, async (context) => {
      const { caseId, file } = await panelForCity(context, request.params.id)
      if (!['closed', 'concluded', 'dissolved'].includes(file.status)) throw new Refused(409, { zh: '评分尚未结束，任何人不能查看评分。', en: 'Scoring is not closed; nobody can read a score.' })
      const nameOf = (person: string) => file.members.find((member) => member.person === person)?.name ?? ''
      return { sheets: (await openedSheets(context.tx, context.jurisdiction, caseId)).map((sheet) => ({ ...sheet, name: nameOf(sheet.expert), void: !countsFor(file, sheet) })) }
    }))

  app.get('/api/panel/:id/pool', { config: { access: 'signedIn' }, schema: { summary: 'Who could be drawn now, who is excluded and why, and whether a draw is possible', tags: ['panel-review'], params } },
    (request) => inContext(request, async (context) => {
      const { file } = await panelForCity(context, request.params.id)
      if (file.status !== 'convened') throw new Refused(409, { zh: '抽取已经封存，请看抽取记录。', en: 'The draw is committed to; see its record.' })
      const { pool, names, rules, counts, excluded, partly, faults } = await planNow(context.tx, context, file, relationsOf)
      return { pool, names, rules, counts, excluded, partly, faults }
    }))

  app.get('/api/panel/:id/draw', { config: { access: 'signedIn' }, schema: { summary: 'The draw of a panel: what was sealed, and since the reveal the record to recompute', tags: ['panel-review'], params } },
    (request) => inContext(request, async (context) => {
      const { caseId, file } = await panelForCity(context, request.params.id)
      const draw = file.draws.at(-1)
      const sealed = draw && await sealedOf(context.tx, context.jurisdiction, caseId, draw.snapshot)
      if (!draw || !sealed) throw notFound()
      const record = draw.revealed ? (await recordNow(context.tx, context.jurisdiction, caseId, file))?.record : undefined
      return { no: file.draws.length, commitment: draw.commitment, ...sealed, record: record ?? null, faults: record ? faultsOfRecord(record) : null }
    }))

  app.get('/api/panel/:id/record', { config: { access: 'signedIn' }, schema: { summary: 'The record of the draw as a file, for the script that recomputes it', tags: ['panel-review'], params } },
    async (request, reply) => {
      const { number, record } = await inContext(request, async (context) => {
        const { caseId, file } = await panelForCity(context, request.params.id)
        const found = file.draws.at(-1)?.revealed ? await recordNow(context.tx, context.jurisdiction, caseId, file) : undefined
        if (!found) throw new Refused(409, { zh: '抽取尚未揭示，还没有记录。', en: 'The draw is not revealed; there is no record yet.' })
        return { record: found.record, number: (await rowOf<{ number: string }>(context.tx, sql`select number from case_head where jurisdiction = ${context.jurisdiction} and id = ${caseId}`))?.number ?? caseId }
      })
      return reply.header('content-disposition', `attachment; filename="draw-${number}.json"`).type('application/json').send(record)
    })

  app.get('/api/draws', { config: { access: 'signedIn' }, schema: { summary: 'Every draw, those that wait for the witness first', tags: ['panel-review'] } },
    (request) => inContext(request, async (context) => {
      if (context.viewer.reach !== 'city') throw notFound()
      return { rows: await rowsOf<DrawRow>(context.tx, sql`
        select d.number, l.title, l.status, d.no, d.size, cardinality(d.applications) as applications, d.commitment, d.committed_on as "committedOn", d.witnessed_on as "witnessedOn", d.revealed_on as "revealedOn", d.ended, case when l.status = 'committed' and d.ended is null then l.due_on end as "dueOn"
          from draw d join case_list l on l.jurisdiction = d.jurisdiction and l.case_id = d.case_id where d.jurisdiction = ${context.jurisdiction}
         order by (l.status = 'committed' and d.ended is null) desc, d.committed_on desc, d.number desc, d.no desc limit 500`) }
    }))

  async function panelOf(context: Context, given: string): Promise<{ caseId: string; file: PanelReviewCase }> {
    const caseId = await idOf(context, given)
    const { engine, file } = await caseFile(context, engines, caseId)
    if (engine.procedure !== 'panel-review') throw notFound()
    return { caseId, file: file as unknown as PanelReviewCase }
  }
  const panelForCity = async (context: Context, given: string) => {
    if (context.viewer.reach !== 'city') throw notFound()
    return panelOf(context, given)
  }
}

export type DrawRow = { number: string; title: string; status: string; no: number; size: number; applications: number; commitment: string; committedOn: string; witnessedOn: string | null; revealedOn: string | null; ended: 'abandoned' | 'dissolved' | null; dueOn: string | null }

/** Every reason why the material is not open to this person. */
function barriers(file: PanelReviewCase, { person, about, holds }: { person: string; about: string; holds: boolean }): Refusal[] {
  const [knownBy, declaration] = [standsBack(file, person, about), declared(file, person, about)]
  const ended: Words = { zh: '评审已经结束，材料不再开放。', en: 'The review is over and the material is closed.' }
  const notMember: Words = { zh: '您现在不在本评审组，不能查看材料。', en: 'You do not sit on this panel now; the material is closed.' }
  return [
    ...(!holds || !sits(file, person) ? [{ code: 'notYours' as const, law: 'setting:panel.pool' as const, reason: notMember }] : []),
    ...(knownBy ? [{ code: 'notYours' as const, law: standsClear.law, rule: standsClear.id, reason: standsClear.otherwise({ knownBy }) }] : []),
    ...(declaration === undefined ? [{ code: 'notYours' as const, law: declaredFirst.law, rule: declaredFirst.id, reason: declaredFirst.otherwise({ declaration }) }] : []),
    ...(['concluded', 'dissolved'].includes(file.status) ? [{ code: 'notNow' as const, law: 'setting:panel.pool' as const, reason: ended }] : []),
  ]
}
