/** What recognition adds to the cases' own routes: the draft with several editors, the material, the pre-check. */
import { z } from 'zod'
import type { DraftSaved, Draft } from '../../contract.ts'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import type { Server } from '../../platform/http.ts'
import { type Language, languageOf, notFound, Refused } from '../../platform/problem.ts'
import { json, rowOf, rowsOf, sql } from '../../platform/query.ts'
import type { Requirement } from '../../kernel/procedure.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { RecognitionCase } from './recognition.case.ts'
import { draftOf } from './recognition.door.ts'
import { checkChange, type DraftState, mergeChanges } from './recognition.draft.ts'
import { diffApplications, outsideItems } from './recognition.form.diff.ts'
import { computedOf } from './recognition.form.computed.ts'
import type { ApplicationData, AttachedFile, Form } from './recognition.form.grammar.ts'
import { formOf } from './recognition.form.ts'
import { checkOf } from './recognition.precheck.ts'

const caseParams = z.object({ id: z.string().max(64) })
const changes = z.strictObject({
  base: z.int().min(0).describe('The version of the draft the changes were made on'),
  changes: z.array(z.strictObject({ path: z.string().min(3).max(120), value: z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]) })).max(2000),
}).meta({ examples: [{ base: 0, changes: [{ path: 'A.direction', value: '碳纤维复合材料' }] }] })
type Snapshot = { formVersion: string; data: ApplicationData; files: (AttachedFile & { sha256: string })[] }

export function recognitionRoutes(app: Server, door: CaseDoor) {
  const { inContext, engines } = door

  app.get('/api/forms/:version', { config: { access: 'signedIn' }, schema: { summary: 'The application form as data', tags: ['recognition'], params: z.object({ version: z.string().max(20) }) } },
    (request) => inContext(request, async () => { try { return formOf(request.params.version) } catch { throw notFound() } }))

  app.get('/api/cases/:id/draft', { config: { access: 'signedIn' }, schema: { summary: 'The draft as it lies on the server', tags: ['recognition'], params: caseParams } },
    (request) => inContext(request, async (context): Promise<Draft> => draftAnswer(context, await idOf(context, request.params.id), await recognitionOf(context, request.params.id))))

  app.put('/api/cases/:id/draft', { config: { access: 'signedIn' }, schema: { summary: 'Autosave: changes field by field, never an entry', tags: ['recognition'], params: caseParams, body: changes } },
    (request) => inContext(request, (context) => saveDraft(context, request.params.id, request.body, languageOf(request.headers['accept-language']))))

  app.get('/api/cases/:id/application', { config: { access: 'signedIn' }, schema: { summary: 'What was submitted, each version under its fingerprint', tags: ['recognition'], params: caseParams, querystring: z.strictObject({ no: z.coerce.number().int().min(1).optional() }) } },
    (request) => inContext(request, async (context) => {
      const caseId = await idOf(context, request.params.id)
      const file = await recognitionOf(context, request.params.id)
      const chosen = file.submissions.find(({ no }) => no === (request.query.no ?? file.submissions.length))
      const snapshots = file.submissions.map(({ no, on, snapshot, formVersion, files, signedBy }) => ({ no, on, sha256: snapshot, formVersion, files: files.length, signedBy }))
      if (!chosen) {
        const material = request.query.no ? undefined : await draftOf(context.tx, context.jurisdiction, caseId)
        if (!material) throw notFound()
        return { formVersion: material.form.version, form: material.form, snapshots, data: material.data, computed: computedValues(material.form, material.data), files: material.files, draft: true }
      }
      const body = await snapshotOf(context, caseId, chosen.snapshot)
      return { formVersion: body.formVersion, form: formOf(body.formVersion), snapshots, data: body.data, computed: computedValues(formOf(body.formVersion), body.data), files: body.files, draft: false }
    }))

  app.get('/api/cases/:id/comparison', { config: { access: 'signedIn' }, schema: { summary: 'What a supplement changed, item by item and outside the items', tags: ['recognition'], params: caseParams } },
    (request) => inContext(request, async (context) => comparisonOf(context, await idOf(context, request.params.id), await recognitionOf(context, request.params.id))))

  app.post('/api/check/recognition', {
    config: { access: 'signedIn' }, schema: { summary: 'Pre-check: the rules that county and city will run, without writing', tags: ['recognition'], body: z.strictObject({ case: z.string().max(64) }).meta({ examples: [{ case: 'RD-2026-0001' }] }) },
  }, (request) => inContext(request, async (context) => {
    const caseId = await idOf(context, request.body.case)
    const { engine, file } = await caseFile(context, engines, caseId)
    const material = await draftOf(context.tx, context.jurisdiction, caseId)
    if (!material) throw notFound()
    const step = file.status === 'supplementing' ? 'supplement' : 'submit'
    const found = await engine.look(context.tx, { context, caseId, file, step, data: {} })
    // The verdicts of the very step, taken from its own requirements.
    const facts = { case: file, data: {}, found, actor: context.actor, today: context.today } as never
    const required: Requirement<unknown, unknown, unknown>[] = [...(engine.steps[step]?.requires ?? [])]
    // What is only noted and does not hold (the lapse of the instrument) is nothing the applicant could mend.
    const verdicts = required.filter(({ needs }) => needs === 'case').map((one) => ({ ...one.verdict(facts), mode: one.mode })).filter(({ mode, outcome }) => mode === 'decide' || outcome !== 'notMet')
    return checkOf({ form: material.form, data: material.data, attachments: material.files, verdicts, settings: (context.rules as unknown as RulesInForce).settings, today: context.today })
  }))

  /** What follows from the answers, by path: names, sums, shares. */
  function computedValues(form: Form, data: ApplicationData): Record<string, unknown> {
    return Object.fromEntries(form.sections.flatMap((section) => section.fields.flatMap((field) => (field.computed ? [[`${section.id}.${field.id}`, computedOf(field.computed, data) ?? null]] : []))))
  }

  async function recognitionOf(context: Context, given: string): Promise<RecognitionCase> {
    const { engine, file } = await caseFile(context, engines, await idOf(context, given))
    if (engine.procedure !== 'recognition') throw notFound()
    return file as unknown as RecognitionCase
  }

  async function saveDraft(context: Context, given: string, asked: z.infer<typeof changes>, language: Language): Promise<DraftSaved> {
    const { tx, jurisdiction, now, actor } = context
    const caseId = await idOf(context, given)
    // Who else works for the institution reads along: the base's director, its partners elsewhere, its clients.
    const writesFor = actor.holds.filter(({ role }) => role === 'host.clerk' || role === 'host.admin').map(({ org }) => org)
    const file = await recognitionOf(context, given)
    if (!['draft', 'returned', 'supplementing'].includes(file.status)) throw new Refused(409, { zh: '申报书已提交，现在不能修改。', en: 'The application is submitted and cannot be changed now.' })
    const draft = await rowOf<{ version: number; form_version: string }>(tx, sql`select version, form_version from draft where jurisdiction = ${jurisdiction} and case_id = ${caseId} and orgs && ${writesFor}::text[] for update`)
    if (!draft) throw new Refused(403, { zh: '草稿由申报单位填写。', en: 'The draft is for the applicant to write.' })
    const form = formOf(draft.form_version)
    const refused = asked.changes.flatMap(({ path, value }) => { const because = checkChange(form, path, value); return because ? [{ path, expected: because }] : [] })
    const good = asked.changes.filter(({ path }) => !refused.some((one) => one.path === path))
    const paths = good.map(({ path }) => path)
    // Row deletions touch every cell of the row, so whole rows are read.
    const rows = await rowsOf<{ path: string; value: unknown; version: number; by_person: string; by_name: string; at: string }>(tx, sql`
      select path, value, version, by_person, by_name, at from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId} and (path = any(${paths}::text[]) or path = any(${paths.map((path) => path.split('.').slice(0, 3).join('.'))}::text[]) or exists (select 1 from unnest(${paths}::text[]) p where path like p || '.%'))`)
    const names = new Map(rows.map((row) => [row.by_person, row.by_name]))
    const stored: DraftState = { ...Object.fromEntries(rows.map((row) => [row.path, { value: row.value, version: row.version, by: row.by_person, at: row.at }])) }
    const merged = mergeChanges(stored, asked.base, good, { by: actor.person, at: now.toISOString() })
    const version = merged.written.length > 0 ? draft.version + 1 : draft.version
    if (merged.written.length > 0) {
      const written = merged.written.map((path) => ({ path, value: merged.stored[path]?.value ?? null }))
      await rowsOf(tx, sql`
        insert into draft_value (jurisdiction, case_id, path, value, version, by_person, by_name, at)
        select ${jurisdiction}, ${caseId}, w.path, w.value, ${version}, ${actor.person}, ${actor.name}, ${now.toISOString()} from jsonb_to_recordset(${json(written)}) as w(path text, value jsonb)
        on conflict (jurisdiction, case_id, path) do update set value = excluded.value, version = excluded.version, by_person = excluded.by_person, by_name = excluded.by_name, at = excluded.at`)
      await rowsOf(tx, sql`update draft set version = ${version} where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
    }
    return { version, savedAt: now.toISOString(), conflicts: merged.conflicts.map(({ path, theirs, by, at }) => ({ path, theirs, by: names.get(by) ?? by, at })), refused: refused.map(({ path, expected }) => ({ path, expected: expected[language] })) }
  }

  async function draftAnswer(context: Context, caseId: string, file: RecognitionCase): Promise<Draft> {
    const { tx, jurisdiction, now } = context
    const draft = await rowOf<{ version: number; form_version: string }>(tx, sql`select version, form_version from draft where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
    if (!draft) throw notFound()
    const values = await rowsOf<{ path: string; value: unknown; by_person: string; by_name: string; at: string }>(tx, sql`select path, value, by_person, by_name, at from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by path`)
    const recent = values.filter(({ at, by_person }) => by_person !== context.viewer.person && now.getTime() - new Date(at).getTime() < 120_000)
    const notice = file.notices.at(-1)
    return {
      formVersion: draft.form_version, version: draft.version, values: Object.fromEntries(values.map(({ path, value }) => [path, value])),
      editors: [...new Map(recent.map((row) => [`${row.by_name}.${row.path[0]}`, { name: row.by_name, section: row.path[0] ?? '', at: row.at }])).values()],
      unlocked: notice && !notice.answeredOn ? notice.items.map(({ path }) => path) : null,
    }
  }

  async function snapshotOf({ tx, jurisdiction }: Context, caseId: string, sha256: string): Promise<Snapshot> {
    const row = await rowOf<{ body: Snapshot }>(tx, sql`select body from document where jurisdiction = ${jurisdiction} and case_id = ${caseId} and sha256 = ${sha256}`)
    if (!row) throw notFound()
    return row.body
  }

  async function comparisonOf(context: Context, caseId: string, file: RecognitionCase) {
    const [before, after] = file.submissions.slice(-2)
    if (!before || !after) return { from: null, to: null, items: [], outside: [] }
    const [old, next] = await Promise.all([before, after].map(({ snapshot }) => snapshotOf(context, caseId, snapshot)))
    if (!old || !next) throw notFound()
    const notice = file.notices.findLast(({ answeredOn }) => answeredOn === after.on) ?? file.notices.at(-1)
    const all = diffApplications(old.data, next.data, formOf(next.formVersion), { old: old.files, new: next.files })
    const items = (notice?.items ?? []).map((item) => ({ ...item, answer: notice?.answers.find((one) => one.item === item.no)?.answer ?? '', changes: all.filter((change) => outsideItems([change], [item.path]).length === 0) }))
    return { from: { no: before.no, on: before.on }, to: { no: after.no, on: after.on }, items, outside: outsideItems(all, (notice?.items ?? []).map(({ path }) => path)) }
  }
}
