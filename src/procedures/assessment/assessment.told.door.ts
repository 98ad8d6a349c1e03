/** What is told of an assessment beside its file: report, last year, what was counted twice, points. */
import type { Context } from '../../platform/case-log.ts'
import { notFound } from '../../platform/problem.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { assessmentFigures, type FigureId, planTargets } from '../../settings/assessment-figures.ts'
import { indicatorItems, indicatorsOf } from '../../settings/assessment-indicators-2026.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { diffApplications } from '../recognition/recognition.form.diff.ts'
import { type AssessmentCase, standing } from './assessment.case.ts'
import { computedOf, isWritable } from './assessment.door.ts'
import { reportFormOf, sectionsOfFigure } from './assessment.form.ts'
import { byHandIn, figuresNow, formVersionNow, type Frozen, frozenOf, planIn, reportBefore, reportDraft, withHand } from './assessment.material.door.ts'
import { valuesOf } from './assessment.figures.ts'
import { likeness, textsOf } from './assessment.similar.ts'
import { lateOf } from './assessment.ts'

const settingsOf = (context: Context) => (context.rules as unknown as RulesInForce).settings

/** The shape of an application's view, so that the same screens draw it, and the figures beside. */
export async function reportView(context: Context, caseId: string, file: AssessmentCase, no: number | undefined, draftWanted = false) {
  const snapshots = file.submissions.map(({ no: at, kind, on, snapshot, formVersion, files, signedBy }) => ({ no: at, kind, on, sha256: snapshot, formVersion, files: files.length, signedBy }))
  // Whoever writes it again sees what would be signed now: the draft, and the figures of the register as they are.
  const chosen = draftWanted && isWritable(file) && context.viewer.orgs.includes(file.base?.unit ?? '') ? undefined : file.submissions.find((one) => one.no === (no ?? file.submissions.length))
  if (chosen) {
    const frozen = await frozenOf(context, caseId, chosen)
    if (!frozen) throw notFound()
    return { formVersion: frozen.formVersion, form: reportFormOf(frozen.formVersion), snapshots, data: frozen.data, computed: {}, files: frozen.files, draft: false, figures: told(frozen.figures, byHandIn(frozen.data)), plan: frozen.plan, lastYear: frozen.lastYear }
  }
  const draft = no ? undefined : await reportDraft(context.tx, context.jurisdiction, caseId)
  // Before the first word is written the base sees the figures; nobody else sees a draft.
  if (!draft && !context.viewer.orgs.includes(file.base?.unit ?? '')) throw notFound()
  const form = draft?.form ?? reportFormOf(formVersionNow(context))
  const before = file.base ? await reportBefore(context, file.base.id, file.year) : undefined
  const last = before?.year === file.year - 1 ? before.frozen : undefined
  return {
    formVersion: form.version, form, snapshots, data: draft?.data ?? {}, computed: {}, files: draft?.files ?? [], draft: true, figures: told((await figuresNow(context, file)).figures, byHandIn(draft?.data ?? {})),
    plan: last ? planIn(last.data) : {}, lastYear: last ? withHand(valuesOf(last.figures), byHandIn(last.data)) : {},
  }
}

/** Each figure with its definition, what was counted and left, and what was added by hand. */
const told = (figures: Frozen['figures'], byHand: ReturnType<typeof byHandIn>) => assessmentFigures.map((about) => {
  const { value = null, counted = [], left = [] } = figures.find(({ id }) => id === about.id) ?? {}
  return { ...about, sections: sectionsOfFigure(about), value, counted, left, byHand: byHand.filter(({ figure }) => figure === about.id) }
})

/** Figures of both years, the plan against what came of it, and every text that changed. */
export async function comparisonView(context: Context, caseId: string, file: AssessmentCase) {
  const before = file.base ? await reportBefore(context, file.base.id, file.year) : undefined
  const now = await reportView(context, caseId, file, undefined)
  const values = withHand(Object.fromEntries(now.figures.map(({ id, value }) => [id, value])), byHandIn(now.data))
  const of = (id: FigureId) => ({ id, last: now.lastYear[id] ?? null, now: values[id] ?? null, planned: planTargets.some((one) => one === id) ? (now.plan as Record<string, number | null>)[id] ?? null : null })
  return {
    year: file.year, before: before && { year: before.year, number: before.number, case: before.case }, figures: assessmentFigures.map(({ id }) => of(id)), plan: planTargets.map((id) => of(id)).filter(({ planned }) => planned !== null),
    changes: before ? diffApplications(before.frozen.data, now.data, now.form) : [],
  }
}

export type Twin = { kind: string; label: string; row_id: string; other_case: string | null; other_number: string | null; other_name: string | null; other_year: number; other_label: string | null; same_base: boolean; distance: number }

/** Why a photograph was not compared; null: its turn has not come. */
export type Unseen = 'tooLarge' | 'unreadable' | 'blank' | 'tooSlow' | 'missing' | null

export async function twinsView(context: Context, caseId: string, file: AssessmentCase) {
  const settings = settingsOf(context)
  const twins = await rowsOf<Twin>(context.tx, sql`select kind, label, row_id, other_case, other_number, other_name, other_year, other_label, same_base, distance from sec.assessment_twins(${caseId}, ${settings['assess.photoDistance']})`)
  const unseen = await rowsOf<{ label: string; because: Unseen }>(context.tx, sql`select label, because from sec.assessment_photos_unseen(${caseId})`)
  const mine = await frozenOf(context, caseId, standing(file))
  // Reports the viewer may read: the own county's for a county, all for the city; of this year, and the base's own of last year.
  const others = mine ? await rowsOf<{ number: string; name: string; year: number; body: Frozen }>(context.tx, sql`
    select distinct on (a.case_id) a.number, a.name, a.year, d.body from assessment a join document d on d.jurisdiction = a.jurisdiction and d.case_id = a.case_id and d.kind = 'assessment-report'
     where a.jurisdiction = ${context.jurisdiction} and a.case_id <> ${caseId} and (a.year = ${file.year} or a.base_id = ${file.base?.id ?? ''} and a.year = ${file.year - 1}) order by a.case_id, d.at desc`) : []
  const least = Math.round(settings['assess.likeness'] * 100)
  const texts = mine ? textsOf(mine.data) : []
  const alike = others.flatMap(({ number, name, year, body }) => { const theirs = new Map(textsOf(body.data)); return texts.flatMap(([path, text]) => { const share = likeness(text, theirs.get(path) ?? ''); return share >= least ? [{ path, number, name, year, share }] : [] }) })
  return { twins, unseen, alike: alike.sort((a, b) => b.share - a.share), from: least, form: reportFormOf(mine?.formVersion ?? formVersionNow(context)).sections.map(({ id, words, fields }) => ({ id, words, fields: fields.map((field) => ({ id: field.id, words: field.words })) })) }
}

/** Every indicator with what the figures give and how; the desk's points only once they were opened. */
export async function pointsView(context: Context, caseId: string, file: AssessmentCase) {
  const settings = settingsOf(context)
  const system = indicatorsOf(settings['assess.indicators'])
  const computed = await computedOf(context, caseId, file)
  const sheets = context.viewer.reach === 'city' && file.deskClosedOn ? await deskSheets(context, caseId, file) : []
  return {
    version: system.version, groups: system.groups, bonus: system.bonus, deductions: system.deductions, vetoes: system.vetoes, computed, late: lateOf(file, context.rules.between), lines: { excellent: settings['grade.excellent'], good: settings['grade.good'], fair: settings['grade.fair'] },
    desk: indicatorItems.flatMap(({ id }) => { const points = sheets.flatMap(({ items }) => items.filter(({ item }) => item === id).map((one) => one.points)); return points.length > 0 ? [{ item: id, points, mean: Math.round((points.reduce((sum, one) => sum + one * 100, 0)) / points.length) / 100 }] : [] }),
    notes: sheets.flatMap(({ expert, items }) => items.map(({ item, points, reason }) => ({ expert, item, points, reason }))),
  }
}

type Desk = { expert: string; items: { item: string; points: number; reason: string }[] }
async function deskSheets({ tx, jurisdiction }: Context, caseId: string, file: AssessmentCase): Promise<Desk[]> {
  const rows = await rowsOf<{ person: string; data: { items: Desk['items'] } }>(tx, sql`select person, data from sec.unsealed(${jurisdiction}, ${caseId})`)
  return rows.map(({ person, data }) => ({ expert: file.experts.find((one) => one.person === person)?.name ?? '', items: data.items }))
}
