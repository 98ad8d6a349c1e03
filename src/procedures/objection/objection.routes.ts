/** What an objection adds to the cases' own routes: who objects and what was handed in, for the handler and the supervisor; leads, for the supervisor. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import type { Server } from '../../platform/http.ts'
import { notAllowed, notFound } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { downloadHeaders, type SmallFiles } from '../../platform/small-files.ts'
import type { ObjectionCase } from './objection.case.ts'
import { identityPrint } from './objection.public.door.ts'

const params = z.object({ id: z.string().max(64) })
const fileParams = params.extend({ file: z.string().max(64) })
const handlerOnly = () => notAllowed({ zh: '本件经办人和机关纪委', en: 'handler of this objection and the supervisor' })
type Identity = { kind: 'unit' | 'person'; name: string; contact: string; confidential: boolean; salt: string }
type EvidenceRow = { id: string; name: string; size: string | number; type: string; sha256: string; at: string }
type Lead = { id: string; number: string; because: string; notice: string; notice_title: string; row_no: number; row_name: string; kind: string | null; name: string | null; contact: string | null; category: string; facts: string; evidence: string; at: string }

export function objectionRoutes(app: Server, door: CaseDoor & { files: SmallFiles }) {
  const { inContext, engines } = door

  app.get('/api/cases/:id/objector', { config: { access: 'signedIn' }, schema: { summary: 'Who objects: for the handler and the supervisor; every reading is logged', tags: ['objection'], params } },
    async (request) => told(await inContext(request, async (context) => {
      const { caseId, file } = await objectionOf(context, request.params.id)
      const row = await rowOf<{ identity: Identity | null }>(context.tx, sql`select sec.objector(${caseId}, ${context.newId()}, ${context.now.toISOString()}, ${request.ip}) as identity`)
      // A refusal is returned, not thrown: its line in the access log has to stay.
      if (!row?.identity) return null
      const { salt, ...identity } = row.identity
      return { ...identity, intact: identityPrint({ salt, ...identity }) === file.objector }
    })))

  app.get('/api/cases/:id/evidence', { config: { access: 'signedIn' }, schema: { summary: 'Evidence handed in with an objection: for the handler and the supervisor; logged', tags: ['objection'], params } },
    async (request) => told(await inContext(request, async (context) => {
      const { caseId } = await objectionOf(context, request.params.id)
      const rows = await evidenceOf(context, request, caseId, null)
      return rows && { rows: rows.map(infoOf) }
    })))

  app.get('/api/cases/:id/evidence/:file', { config: { access: 'signedIn' }, compress: false, schema: { summary: 'One piece of evidence; logged', tags: ['objection'], params: fileParams } },
    async (request, reply) => {
      const row = told(await inContext(request, async (context) => one(await evidenceOf(context, request, (await objectionOf(context, request.params.id)).caseId, request.params.file))))
      return reply.type(row.type).headers(downloadHeaders(row.name)).send(await door.files.open(row.sha256))
    })

  app.get('/api/leads', { config: { access: 'signedIn' }, schema: { summary: 'Leads from late or anonymous objections: for the supervisor; logged', tags: ['objection'] } },
    (request) => inContext(request, async (context, who) => {
      if (!who.holds.some(({ role }) => role === 'city.supervisor')) throw notAllowed({ zh: '机关纪委', en: 'supervisor' })
      const rows = await rowsOf<Lead>(context.tx, sql`select id, number, because, notice, notice_title, row_no, row_name, kind, name, contact, category, facts, evidence, at from supervision_lead where jurisdiction = ${context.jurisdiction} order by at desc, number desc limit 500`)
      await rowsOf(context.tx, sql`insert into access_log (jurisdiction, id, at, person, username, act, object, result, address, detail) values (${context.jurisdiction}, ${context.newId()}, ${context.now.toISOString()}, ${who.person}, ${who.username}, 'objection.leads', ${`${rows.length}`}, 'done', ${request.ip}, '{}'::jsonb)`)
      return { rows: rows.map(({ notice_title, row_no, row_name, ...lead }) => ({ ...lead, noticeTitle: notice_title, rowNo: row_no, rowName: row_name })) }
    }))

  app.get('/api/leads/:id/evidence', { config: { access: 'signedIn' }, schema: { summary: 'Evidence of a lead: for the supervisor; logged', tags: ['objection'], params } },
    async (request) => told(await inContext(request, async (context) => {
      const rows = await evidenceOf(context, request, request.params.id, null)
      return rows && { rows: rows.map(infoOf) }
    })))

  app.get('/api/leads/:id/evidence/:file', { config: { access: 'signedIn' }, compress: false, schema: { summary: 'One piece of evidence of a lead; logged', tags: ['objection'], params: fileParams } },
    async (request, reply) => {
      const row = told(await inContext(request, async (context) => one(await evidenceOf(context, request, request.params.id, request.params.file))))
      return reply.type(row.type).headers(downloadHeaders(row.name)).send(await door.files.open(row.sha256))
    })

  async function objectionOf(context: Context, given: string): Promise<{ caseId: string; file: ObjectionCase }> {
    const caseId = await idOf(context, given)
    const { engine, file } = await caseFile(context, engines, caseId)
    // A host that was asked for a reply is a party, and learns nothing here, not even that there is something.
    if (engine.procedure !== 'objection' || context.viewer.reach !== 'city') throw notFound()
    return { caseId, file: file as unknown as ObjectionCase }
  }

  /** Null: not for this person. */
  async function evidenceOf({ tx, newId, now }: Context, request: FastifyRequest, about: string, file: string | null): Promise<EvidenceRow[] | null> {
    const rows = await rowsOf<EvidenceRow>(tx, sql`select id, name, size, type, sha256, at from sec.objection_files(${about}, ${file}, ${newId()}, ${now.toISOString()}, ${request.ip})`)
    if (rows.length > 0) return rows
    const may = await rowOf<{ may: boolean }>(tx, sql`select sec.may_know_objector(${about}) as may`)
    return may?.may ? [] : null
  }
}

const told = <Answer>(answer: Answer | null): Answer => { if (answer === null) throw handlerOnly(); return answer }
const one = (rows: EvidenceRow[] | null): EvidenceRow | null => { if (rows?.length === 0) throw notFound(); return rows?.[0] ?? null }
const infoOf = ({ id, name, size, type, sha256, at }: EvidenceRow) => ({ id, name, size: Number(size), type, sha256, at })
