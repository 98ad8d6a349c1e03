/** The material of an assessment: the draft, the figures of the register as they are now, what was signed before, and what is frozen when it is signed. */
import { fingerprint } from '../../platform/canonical.ts'
import type { Context } from '../../platform/case-log.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { Grade } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { type FigureValues, planTargets, type TargetId } from '../../settings/assessment-figures.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import type { MatterCode } from '../../settings/matters/matter.ts'
import { matterOf } from '../../settings/matters/matters-2026.ts'
import { rowsOfTable } from '../base-at-hand.ts'
import { assemble } from '../recognition/recognition.draft.ts'
import { type ApplicationData, type AttachedFile, boolAt, type Form, rowsAt, textAt } from '../recognition/recognition.form.grammar.ts'
import { validate } from '../recognition/recognition.form.validate.ts'
import type { AssessmentCase, ByHand, Submission } from './assessment.case.ts'
import { type CaseRecord, type CasesOfYear, type CountedTable, type Figure, figuresOf, type Kept, type Row, valuesOf } from './assessment.figures.ts'
import { reportFormOf } from './assessment.form.ts'
import { type Mark, marksOf } from './assessment.marks.ts'

export type Files = (AttachedFile & { sha256: string; type: string })[]
export type Draft = { form: Form; data: ApplicationData; files: Files; version: number }
/** What lies under the fingerprint of a version that was signed. */
export type Frozen = { formVersion: string; year: number; data: ApplicationData; files: Files; figures: Figure[]; plan: Plan; lastYear: FigureValues; items: Item[]; marks: Mark[]; /** Pictures that prove rows of this year. */ pictures?: Picture[] }
export type Picture = { id: string; name: string; sha256: string; row: string }
export type Plan = { [Target in TargetId]?: number | null }
/** Something the county can be asked to look at. */
export type Item = { id: string; label: string }

/** The draft as it lies, begun or not; undefined for whoever has no part in it. */
export async function reportDraft(tx: Tx, jurisdiction: string, caseId: string): Promise<Draft | undefined> {
  const draft = await rowOf<{ form_version: string; version: number }>(tx, sql`select form_version, version from draft where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
  if (!draft) return undefined
  const values = await rowsOf<{ path: string; value: unknown }>(tx, sql`select path, value from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
  const files = await rowsOf<Files[number]>(tx, sql`select id, name, sha256, type, attachment from file where jurisdiction = ${jurisdiction} and case_id = ${caseId} and removed_at is null and attachment is not null order by at, id`)
  return { form: reportFormOf(draft.form_version), version: draft.version, data: assemble(Object.fromEntries(values.map(({ path, value }) => [path, value]))), files }
}

const happened = ['services', 'use', 'training', 'events', 'results', 'meetings', 'accounts', 'investments'] as const satisfies readonly CountedTable[]

/** The figures of the year as the register gives them today; stocks as they are, or were at the end of the year. */
export async function figuresNow(context: Pick<Context, 'tx' | 'jurisdiction' | 'today'>, file: Pick<AssessmentCase, 'base' | 'year'>): Promise<{ figures: Figure[]; kept: Kept }> {
  const { tx, jurisdiction, today } = context
  const { base, year } = file
  if (!base) throw new Error('an assessment without its base')
  const end = `${year}-12-31`
  const until = today < end ? today : end
  const flows: { [Table in CountedTable]?: readonly Row[] } = {}
  for (const table of happened) flows[table] = await rowsOfTable(tx, jurisdiction, base.id, table)
  const [equipment, staff] = [await rowsOfTable(tx, jurisdiction, base.id, 'equipment', { on: until }), await rowsOfTable(tx, jurisdiction, base.id, 'staff', { on: until })]
  const kept = { ...flows, equipment, staff } as Kept
  const own = [...base.hosts.map(({ name }) => name), ...(base.codes ?? [])]
  return { figures: figuresOf(kept, await casesOf(tx, jurisdiction, base.id, year, end), { year, until, own }), kept }
}

type Told = { inspections?: { case: string; number: string; on: string; result?: string }[]; rectifications?: { case: string; number: string; dueOn: string; ended: string | null }[] }
async function casesOf(tx: Tx, jurisdiction: string, baseId: string, year: number, end: string): Promise<CasesOfYear> {
  const row = await rowOf<{ body: Told }>(tx, sql`select body from base_file where jurisdiction = ${jurisdiction} and base_id = ${baseId}`)
  const { inspections = [], rectifications = [] } = row?.body ?? {}
  // Matters stand by their own cases: a new director and an accident are no change of the base's file.
  const matters = await rowsOf<{ case: string; number: string; code: string; settled: string | null; reported: string | null }>(tx, sql`
    select m.case_id as case, h.number, m.code, m.settled_on as settled, r.body->>'on' as reported
      from matter m join case_head h on h.jurisdiction = m.jurisdiction and h.id = m.case_id left join case_entry r on r.jurisdiction = m.jurisdiction and r.case_id = m.case_id and r.did = 'report'
     where m.jurisdiction = ${jurisdiction} and m.base_id = ${baseId} order by m.settled_on, h.number`)
  const inYear = (on: string | null) => on?.startsWith(`${year}-`) ?? false
  const record = ({ case: id, number, on }: { case: string; number: string; on: string | null }, title: string): CaseRecord => ({ id, number, title, on: on ?? '' })
  return {
    matters: matters.filter(({ settled }) => inYear(settled)).map((one) => record({ ...one, on: one.settled }, matterOf(one.code as MatterCode).words.zh)),
    accidents: matters.filter(({ code, reported }) => code === 'M11' && inYear(reported)).map((one) => record({ ...one, on: one.reported }, '事故报告')), inspections: inspections.filter(({ on }) => inYear(on)).map((one) => record(one, one.result === 'obstructed' ? '拒绝、阻碍检查' : '检查')),
    rectificationsOpen: rectifications.filter(({ dueOn, ended }) => inYear(dueOn) && (ended === null || ended > end)).map((one) => record({ ...one, on: one.dueOn }, '整改')),
  }
}

/** What was signed, by its version; the last one without a number. */
export async function frozenOf({ tx, jurisdiction }: Pick<Context, 'tx' | 'jurisdiction'>, caseId: string, submission: Pick<Submission, 'snapshot'> | undefined): Promise<Frozen | undefined> {
  if (!submission) return undefined
  return (await rowOf<{ body: Frozen }>(tx, sql`select body from document where jurisdiction = ${jurisdiction} and case_id = ${caseId} and sha256 = ${submission.snapshot}`))?.body
}

/** The report of the last year before this one, as far as the viewer may see it. */
export async function reportBefore({ tx, jurisdiction }: Pick<Context, 'tx' | 'jurisdiction'>, baseId: string, year: number): Promise<{ year: number; number: string; case: string; frozen: Frozen } | undefined> {
  const row = await rowOf<{ case_id: string; number: string; year: number; body: Frozen }>(tx, sql`
    select a.case_id, a.number, a.year, d.body from assessment a join document d on d.jurisdiction = a.jurisdiction and d.case_id = a.case_id and d.kind = 'assessment-report'
     where a.jurisdiction = ${jurisdiction} and a.base_id = ${baseId} and a.year < ${year} order by a.year desc, d.at desc limit 1`)
  return row && { year: row.year, number: row.number, case: row.case_id, frozen: row.body }
}

/** What the report plans for the year after it, in hundredths. */
export const planIn = (data: ApplicationData): Plan => Object.fromEntries(rowsAt(data, 'L.targets').flatMap((row) => (planTargets.some((id) => id === row.target) && typeof row.value === 'number' ? [[row.target, Math.round(row.value * 100)]] : [])))

export const byHandIn = (data: ApplicationData): ByHand[] => rowsAt(data, 'M.additions').flatMap((row) => (typeof row.figure === 'string' && typeof row.amount === 'number' ? [{ figure: row.figure, amount: Math.round(row.amount * 100), why: String(row.why ?? '') }] : []))

/** Figures with what was added by hand: by these a year is measured. */
export function withHand(figures: FigureValues, byHand: readonly ByHand[]): FigureValues {
  const all: Record<string, number | null | undefined> = { ...figures }
  for (const { figure, amount } of byHand) all[figure] = (all[figure] ?? 0) + amount
  return all as FigureValues
}

export const issuesIn = ({ form, data, files }: Draft) => validate(form, data, files)

/** Everything that counted and everything added, once each: out of these the sample is drawn. */
export function itemsIn(figures: readonly Figure[], data: ApplicationData): Item[] {
  const counted = new Map(figures.flatMap(({ counted: rows }) => rows.filter(({ table }) => table !== 'cases' && table !== 'use' && table !== 'staff').map((row) => [`${row.table}.${row.row}`, row.label] as const)))
  const added = rowsAt(data, 'M.additions').map((row): Item => ({ id: `additions.${row.id}`, label: `手工补充 ${String(row.why ?? '').slice(0, 60)}` }))
  const told = (['D.best', 'E.examples', 'H.cases'] as const).flatMap((path) => rowsAt(data, path).map((row): Item => ({ id: `${path}.${row.id}`, label: String(row.title ?? '') })))
  return [...[...counted].map(([id, label]): Item => ({ id, label })), ...added, ...told]
}

/** Freezes report, figures and evidence under one fingerprint; the entry carries the fingerprint and the figures. */
export async function freezeReport(tx: Tx, { context, caseId, file }: { context: Context; caseId: string; file: AssessmentCase }): Promise<Omit<Submission, 'no' | 'on' | 'signedBy' | 'by' | 'kind'>> {
  const { jurisdiction, now } = context
  const draft = await reportDraft(tx, jurisdiction, caseId)
  if (!draft || !file.base) throw new Error(`case ${caseId} has no report to sign`)
  const { form, data, files } = draft
  const { figures, kept } = await figuresNow(context, file)
  const before = await reportBefore(context, file.base.id, file.year)
  const last = before?.year === file.year - 1 ? before.frozen : undefined
  const lastYear = last ? withHand(valuesOf(last.figures), byHandIn(last.data)) : {}
  const pictures = await picturesOf(tx, jurisdiction, kept, figures)
  const body: Frozen = { formVersion: form.version, year: file.year, data, files, figures, plan: last ? planIn(last.data) : {}, lastYear, items: itemsIn(figures, data), marks: marksOf(kept, figures), pictures }
  const snapshot = fingerprint(body)
  await rowsOf(tx, sql`insert into document (jurisdiction, case_id, sha256, kind, body, at) values (${jurisdiction}, ${caseId}, ${snapshot}, 'assessment-report', ${json(body)}, ${now.toISOString()}) on conflict do nothing`)
  return {
    snapshot, formVersion: form.version, files: files.map(({ id, name, sha256, attachment }) => ({ id, name, sha256, attachment })), figures: valuesOf(figures), byHand: byHandIn(data), items: body.items.length,
    estimated: boolAt(data, 'A.estimated') ?? false, ownGrade: (textAt(data, 'A.ownGrade') as Grade | undefined) ?? null,
  }
}

/** Photographs kept as evidence of what counted this year. Those of equipment and staff stand on the register every year and are no news. */
async function picturesOf(tx: Tx, jurisdiction: string, kept: Kept, figures: readonly Figure[]): Promise<Picture[]> {
  const counted = new Set(figures.flatMap((figure) => figure.counted.map(({ table, row }) => `${table}.${row}`)))
  const proofs = happened.flatMap((table) => kept[table].filter(({ id }) => counted.has(`${table}.${id}`)).flatMap(({ id, evidence = [] }) => evidence.map((file) => ({ file, row: `${table}.${id}` }))))
  const files = await rowsOf<{ id: string; name: string; sha256: string }>(tx, sql`select id, name, sha256 from file where jurisdiction = ${jurisdiction} and id = any(${[...new Set(proofs.map(({ file }) => file))]}::text[]) and removed_at is null and type in ('image/jpeg', 'image/png') order by at, id`)
  return files.map((file) => ({ ...file, row: proofs.find((proof) => proof.file === file.id)?.row ?? '' }))
}

export const formVersionNow = (context: Context): string => (context.rules as unknown as RulesInForce).settings['assess.form']
