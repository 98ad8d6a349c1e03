/** What an assessment adds to the cases' own routes: the report with its figures, last year beside it, what was counted twice, the points. */
import { z } from 'zod'
import { caseFile, idOf } from '../../platform/case-access.ts'
import type { Context } from '../../platform/case-log.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { DraftOf } from '../../platform/draft-routes.ts'
import type { Server } from '../../platform/http.ts'
import { notFound, Refused } from '../../platform/problem.ts'
import type { Requirement } from '../../kernel/procedure.ts'
import { checkChange } from '../recognition/recognition.draft.ts'
import { checkAnswer, isAnswer } from '../recognition/recognition.form.answers.ts'
import type { AssessmentCase } from './assessment.case.ts'
import { isWritable } from './assessment.door.ts'
import { isReportForm, reportFormOf } from './assessment.form.ts'
import { figuresNow, formVersionNow, reportDraft } from './assessment.material.door.ts'
import { checkReport } from './assessment.precheck.ts'
import { comparisonView, pointsView, reportView, twinsView } from './assessment.told.door.ts'

const caseParams = z.object({ id: z.string().max(64) })
const asFile = (file: unknown) => file as AssessmentCase

/** Written field by field like an application; it begins when somebody of the base writes the first word. */
export const assessmentDraft: DraftOf = {
  open: (file) => isWritable(asFile(file)), shut: { zh: '报告已签署，现在不能修改。', en: 'The report is signed and cannot be changed now.' },
  writers: ['base.clerk', 'base.director'], notYours: { zh: '自评报告由中试基地填写。', en: 'The report is for the base to write.' },
  check: (file, formVersion, path, value) => (isAnswer(path) ? checkAnswer(asFile(file).notices, path, value) : checkChange(reportFormOf(formVersion), path, value)),
  unlocked: (file) => { const notice = asFile(file).notices.at(-1); return asFile(file).status === 'supplementing' && notice && !notice.answeredOn ? notice.items.map(({ path }) => path) : null },
  sectionOf: (path) => (isAnswer(path) ? '' : path[0] ?? ''),
  begins: (context, file) => ({ formVersion: formVersionNow(context), orgs: [asFile(file).base?.unit ?? ''] }),
}

export function assessmentRoutes(app: Server, door: CaseDoor) {
  const { inContext, engines } = door
  const config = { access: 'signedIn' as const }
  const tags = ['assessment']

  app.get('/api/report-forms/:version', { config, schema: { summary: 'The report form as data', tags, params: z.object({ version: z.string().max(20) }) } },
    (request) => inContext(request, async () => { if (!isReportForm(request.params.version)) throw notFound(); return reportFormOf(request.params.version) }))

  app.get('/api/cases/:id/report', { config, schema: { summary: 'The report: one signed version, or the draft, with the figures of the register', tags, params: caseParams, querystring: z.strictObject({ no: z.coerce.number().int().min(1).optional(), draft: z.literal('1').optional().describe('The draft, where it can be written, instead of the last signed version') }) } },
    (request) => inContext(request, async (context) => { const { caseId, file } = await assessmentOf(context, request.params.id); return reportView(context, caseId, file, request.query.no, request.query.draft === '1') }))

  app.get('/api/cases/:id/figures', { config, schema: { summary: 'The figures of the year as the register gives them now, each with its records', tags, params: caseParams } },
    (request) => inContext(request, async (context) => { const { file } = await assessmentOf(context, request.params.id); return { year: file.year, figures: (await figuresNow(context, file)).figures } }))

  app.get('/api/cases/:id/last-year', { config, schema: { summary: 'Last year beside this one: figures, plan against result, every text that changed', tags, params: caseParams } },
    (request) => inContext(request, async (context) => { const { caseId, file } = await assessmentOf(context, request.params.id); return comparisonView(context, caseId, file) }))

  app.get('/api/cases/:id/twins', { config, schema: { summary: 'What was counted twice, and texts that are alike; for county and city', tags, params: caseParams } },
    (request) => inContext(request, async (context) => { const { caseId, file } = await assessmentOf(context, request.params.id); onlyAuthorities(context); return twinsView(context, caseId, file) }))

  app.get('/api/cases/:id/points', { config, schema: { summary: 'Indicators with what the figures give, and the points of the desk once it is closed', tags, params: caseParams } },
    (request) => inContext(request, async (context) => {
      const { caseId, file } = await assessmentOf(context, request.params.id)
      const atDesk = file.experts.some(({ person }) => person === context.viewer.person)
      if (context.viewer.reach !== 'city' && !atDesk && !file.announcement) throw notFound()
      return pointsView(context, caseId, file)
    }))

  app.post('/api/check/assessment', { config, schema: { summary: 'Pre-check of a report, without writing', tags, body: z.strictObject({ case: z.string().max(64) }).meta({ examples: [{ case: 'KH-2026-0001' }] }) } },
    (request) => inContext(request, async (context) => {
      const { caseId, file, engine } = await assessmentOf(context, request.body.case)
      const draft = await reportDraft(context.tx, context.jurisdiction, caseId)
      const form = draft?.form ?? reportFormOf(formVersionNow(context))
      const step = file.status === 'supplementing' ? 'supplement' : file.status === 'endorsed' ? 'trueUp' : file.status === 'verified' ? 'trueUpAtCity' : 'report'
      const found = await engine.look(context.tx, { context, caseId, file: file as never, step, data: {} })
      const facts = { case: file, data: {}, found, actor: context.actor, hands: [context.actor.person], today: context.today } as never
      const required: Requirement<unknown, unknown, unknown>[] = [...(engine.steps[step]?.requires ?? [])]
      const verdicts = required.filter(({ needs, mode }) => needs === 'case' && mode === 'decide').flatMap((one) => { const verdict = one.verdict(facts); return verdict ? [verdict] : [] })
      return checkReport({ form, data: draft?.data ?? {}, files: draft?.files ?? [], verdicts })
    }))

  async function assessmentOf(context: Context, given: string) {
    const caseId = await idOf(context, given)
    const { engine, file } = await caseFile(context, engines, caseId)
    if (engine.procedure !== 'assessment') throw notFound()
    return { caseId, engine, file: file as unknown as AssessmentCase }
  }
}

function onlyAuthorities({ viewer }: Context) {
  if (viewer.reach !== 'city' && viewer.reach !== 'authorities') throw new Refused(403, { zh: '供组织管理部门和市科技局核对。', en: 'For county and city to compare.' })
}

