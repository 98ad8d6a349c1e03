/** What recognition adds to the cases' own routes: the material, the pre-check, and how its draft is written. */
import { z } from 'zod'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import type { DraftOf } from '../../platform/draft-routes.ts'
import type { Server } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import { rowOf, sql } from '../../platform/query.ts'
import type { Requirement } from '../../kernel/procedure.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { RecognitionCase } from './recognition.case.ts'
import { draftOf } from './recognition.door.ts'
import { checkChange } from './recognition.draft.ts'
import { checkAnswer, isAnswer } from './recognition.form.answers.ts'
import { diffApplications, outsideItems } from './recognition.form.diff.ts'
import { computedOf } from './recognition.form.computed.ts'
import type { ApplicationData, AttachedFile, Form } from './recognition.form.grammar.ts'
import { formAsking, formOf, formVersions } from './recognition.form.ts'
import { checkOf } from './recognition.precheck.ts'

const caseParams = z.object({ id: z.string().max(64) })
type Snapshot = { formVersion: string; data: ApplicationData; files: (AttachedFile & { sha256: string })[] }

/** The application is the institution's own: who else works for it, like the base's director or its clients, reads along. */
export const recognitionDraft: DraftOf = {
  open: ({ status }) => ['draft', 'returned', 'supplementing'].includes(status), shut: { zh: '申报书已提交，现在不能修改。', en: 'The application is submitted and cannot be changed now.' },
  writers: ['host.clerk', 'host.admin'], notYours: { zh: '草稿由申报单位填写。', en: 'The draft is for the applicant to write.' },
  check: (file, formVersion, path, value) => (isAnswer(path) ? checkAnswer((file as unknown as RecognitionCase).notices, path, value) : checkChange(formOf(formVersion), path, value)),
  unlocked: (file) => { const notice = (file as unknown as RecognitionCase).notices.at(-1); return notice && !notice.answeredOn ? notice.items.map(({ path }) => path) : null },
  sectionOf: (path) => (isAnswer(path) ? '' : path[0] ?? ''),
}

export function recognitionRoutes(app: Server, door: CaseDoor) {
  const { inContext, engines } = door

  app.get('/api/forms/:version', { config: { access: 'signedIn' }, schema: { summary: 'The application form as data', tags: ['recognition'], params: z.object({ version: z.string().max(20) }) } },
    (request) => inContext(request, async ({ rules }) => { if (!Object.hasOwn(formVersions, request.params.version)) throw notFound(); return formAsking(formOf(request.params.version), (rules as unknown as RulesInForce).settings['form.attachments']) }))

  app.get('/api/cases/:id/application', { config: { access: 'signedIn' }, schema: { summary: 'What was submitted, each version under its fingerprint', tags: ['recognition'], params: caseParams, querystring: z.strictObject({ no: z.coerce.number().int().min(1).optional() }) } },
    (request) => inContext(request, async (context) => {
      const caseId = await idOf(context, request.params.id)
      const file = await recognitionOf(context, request.params.id)
      const chosen = file.submissions.find(({ no }) => no === (request.query.no ?? file.submissions.length))
      const snapshots = file.submissions.map(({ no, on, snapshot, formVersion, files, signedBy }) => ({ no, on, sha256: snapshot, formVersion, files: files.length, signedBy }))
      if (!chosen) {
        const material = request.query.no ? undefined : await draftOf(context, caseId)
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
    const material = await draftOf(context, caseId)
    if (!material) throw notFound()
    const step = file.status === 'supplementing' ? 'supplement' : 'submit'
    const found = await engine.look(context.tx, { context, caseId, file, step, data: {} })
    // The verdicts of the very step, taken from its own requirements.
    const facts = { case: file, data: {}, found, actor: context.actor, today: context.today } as never
    const required: Requirement<unknown, unknown, unknown>[] = [...(engine.steps[step]?.requires ?? [])]
    // What is only noted and does not hold (the lapse of the instrument) is nothing the applicant could mend.
    const verdicts = required.filter(({ needs }) => needs === 'case').flatMap((one) => { const verdict = one.verdict(facts); return verdict ? [{ ...verdict, mode: one.mode }] : [] }).filter(({ mode, outcome }) => mode === 'decide' || outcome !== 'notMet')
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
