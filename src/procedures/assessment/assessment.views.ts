/** Read tables of the assessment, refreshed in the transaction of the entry; and the questions asked of them. */
import type { Entry } from '../../platform/case-log.ts'
import { json, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { type AssessmentCase, reportedOn } from './assessment.case.ts'
import type { Grade } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import type { Year } from './assessment.consequences.ts'
import type { Frozen } from './assessment.material.door.ts'
import { isVetoed } from './assessment.ts'
import { visibleTo } from './assessment.door.ts'

export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: AssessmentCase; entry: Entry }) {
  const { jurisdiction, caseId, number, file, entry } = about
  // Experts at the desk change nothing of where the case stands.
  if (!file.base || !file.campaign || entry.did === 'scoreDesk') return
  const announced = file.announcement !== null
  const outcome = file.status === 'deferred' ? 'deferred' : file.status === 'recorded' ? 'notGraded' : file.status === 'absent' ? 'absent' : announced ? 'graded' : null
  await rowsOf(tx, sql`
    insert into assessment (jurisdiction, case_id, campaign, year, base_id, number, name, county, status, version, graded, reported_on, reminders, last_due, review_by, reviewed, outcome, grade, document_no, orgs)
    values (${jurisdiction}, ${caseId}, ${file.campaign.id}, ${file.year}, ${file.base.id}, ${number}, ${file.base.name}, ${file.base.countyOrg}, ${file.status}, ${entry.no}, ${file.graded}, ${reportedOn(file) ?? null}, ${file.reminders.length}, ${file.reminders.at(-1)?.dueOn ?? null},
      ${file.announcement?.reviewBy ?? null}, ${Boolean(file.review?.outcome)}, ${outcome}, ${announced ? file.grade : null}, ${file.announcement?.documentNo ?? null}, ${visibleTo(file).orgs})
    on conflict (jurisdiction, case_id) do update set name = excluded.name, status = excluded.status, version = excluded.version, reported_on = excluded.reported_on, reminders = excluded.reminders, last_due = excluded.last_due, review_by = excluded.review_by,
      reviewed = excluded.reviewed, outcome = excluded.outcome, grade = excluded.grade, document_no = excluded.document_no, orgs = excluded.orgs`)
  if (ofTheCity.includes(entry.did)) await refreshGrade(tx, about)
  if (signs.includes(entry.did)) await refreshMarks(tx, about)
}

const ofTheCity = ['score', 'rescore', 'recordSpotCheck', 'proposeGrade', 'returnProposal', 'decideGrade', 'reopen', 'upholdReview']
const signs = ['report', 'supplement', 'trueUp', 'trueUpAtCity']

async function refreshGrade(tx: Tx, { jurisdiction, caseId, file, entry }: { jurisdiction: string; caseId: string; file: AssessmentCase; entry: Entry }) {
  await rowsOf(tx, sql`
    insert into assessment_grade (jurisdiction, case_id, campaign, version, total, vetoed, spot_checked, grade, decided)
    values (${jurisdiction}, ${caseId}, ${file.campaign?.id}, ${entry.no}, ${file.score?.total ?? null}, ${isVetoed(file)}, ${file.spotCheck !== null}, ${file.grade ?? file.proposal?.grade ?? null}, ${file.decision !== null})
    on conflict (jurisdiction, case_id) do update set version = excluded.version, total = excluded.total, vetoed = excluded.vetoed, spot_checked = excluded.spot_checked, grade = excluded.grade, decided = excluded.decided`)
}

/** Marks of what was just signed, photographs among them; older versions keep theirs. */
async function refreshMarks(tx: Tx, { jurisdiction, caseId, file }: { jurisdiction: string; caseId: string; file: AssessmentCase }) {
  const signed = file.submissions.at(-1)
  if (!signed) return
  const [row] = await rowsOf<{ body: Frozen }>(tx, sql`select body from document where jurisdiction = ${jurisdiction} and case_id = ${caseId} and sha256 = ${signed.snapshot}`)
  const photos = (row?.body.files ?? []).filter(({ type }) => type === 'image/jpeg' || type === 'image/png').map(({ id, name, sha256 }) => ({ kind: 'photo', value: sha256, label: name, row: id }))
  const proofs = (row?.body.pictures ?? []).map(({ name, sha256, row: of }) => ({ kind: 'photo', value: sha256, label: name, row: of }))
  const marks = [...(row?.body.marks ?? []), ...photos, ...proofs].map(({ kind, value, label, row: id }, at) => ({ at, kind, value, label, row_id: id }))
  await rowsOf(tx, sql`
    insert into assessment_mark (jurisdiction, case_id, no, at, kind, value, label, row_id)
    select ${jurisdiction}, ${caseId}, ${signed.no}, m.at, m.kind, m.value, m.label, m.row_id from jsonb_to_recordset(${json(marks)}) as m(at int, kind text, value text, label text, row_id text) on conflict do nothing`)
}

/** Every assessment of the bases that have a result announced and not concluded, base by base. */
export async function yearsToConclude(tx: Tx, jurisdiction: string): Promise<{ base: string; years: Year[] }[]> {
  const rows = await rowsOf<{ base_id: string; case_id: string; year: number; status: string; grade: Grade | null; reviewed: boolean; review_by: string | null }>(tx, sql`
    select a.base_id, a.case_id, a.year, a.status, a.grade, a.reviewed, a.review_by from assessment a
     where a.jurisdiction = ${jurisdiction} and a.base_id in (select w.base_id from assessment w where w.jurisdiction = ${jurisdiction} and w.status = 'announced') order by a.base_id, a.year, a.case_id`)
  const bases = new Map<string, Year[]>()
  for (const { base_id, case_id, review_by, ...row } of rows) bases.set(base_id, [...(bases.get(base_id) ?? []), { ...row, case: case_id, reviewBy: review_by }])
  return [...bases].map(([base, years]) => ({ base, years }))
}

/** Assessments under way of bases that are on the register no more. */
export const casesToDiscontinue = (tx: Tx, jurisdiction: string, open: readonly string[]) => rowsOf<{ case_id: string; status: string }>(tx, sql`
  select a.case_id, b.status from assessment a join base b on b.jurisdiction = a.jurisdiction and b.id = a.base_id where a.jurisdiction = ${jurisdiction} and a.status = any(${[...open]}::text[]) and b.status in ('revoked', 'left') order by a.case_id`)
