/** What major matters add to the cases' own routes: the catalogue, the list by code and kind, and what a draft would come to. */
import { z } from 'zod'
import type { CaseRow } from '../../contract.ts'
import type { Day } from '../../kernel/day.ts'
import { caseFile, idOf } from '../../platform/case-access.ts'
import { listCases } from '../../platform/case-lists.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { DraftOf } from '../../platform/draft-routes.ts'
import type { Server } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import { listed, rowsOf, sql } from '../../platform/query.ts'
import { type MatterCode, matterCodes, type MatterKind } from '../../settings/matters/matter.ts'
import { catalogue2026, matterOf } from '../../settings/matters/matters-2026.ts'
import { settingOf, type SettingKey } from '../../settings/settings.ts'
import type { Exception } from './major-matter.form.ts'
import type { MajorMatterCase, Register } from './major-matter.case.ts'
import { outlookOf } from './major-matter.door.ts'
import { faultOf, pathOf } from './major-matter.form.ts'

/** Beside what every list shows of a case. */
export type MatterRow = CaseRow & { code: MatterCode; kind: MatterKind; base: { id: string; name: string }; late: boolean; undeclared: boolean; happenedOn: Day | null; effectiveOn: Day | null; settledOn: Day | null }
export type MatterList = { rows: MatterRow[]; total: number; cursor: string | null; counts: { codes: Record<string, number>; kinds: Record<string, number>; statuses: Record<string, number> } }
/** What the draft would come to if it were handed in now: how it is handled, by when, and what it would replace. */
export type Outlook = { kind: MatterKind; exceptions: Exception[]; happenedOn: Day | null; dueOn: Day | null; late: boolean; ahead: boolean; before: Partial<Register> }

const draft = (file: unknown) => file as MajorMatterCase
/** The draft of a base is written by base and host alike. */
export const majorMatterDraft: DraftOf = {
  open: ({ status }) => ['draft', 'demanded', 'returned'].includes(status), shut: { zh: '事项已经提出，现在不能修改。', en: 'The matter is handed in and cannot be changed now.' },
  writers: ['base.director', 'base.clerk', 'host.clerk', 'host.admin'], notYours: { zh: '草稿由中试基地和依托单位填写。', en: 'The draft is for the base and its host to write.' },
  check: (file, _version, path, value) => {
    const { code } = draft(file)
    const field = code ? matterOf(code).fields.find(({ id }) => pathOf(id) === path) : undefined
    if (!field) return { zh: '没有这一项', en: 'there is no such field' }
    if (value === null || value === '') return undefined
    // A half-written day stays as it is until it is handed in.
    return ['day', 'month'].includes(field.type) ? (typeof value === 'string' && value.length <= 10 ? undefined : { zh: '日期', en: 'a day' }) : faultOf(field, value)
  },
  sectionOf: () => 'M',
  begins: (_context, file) => ({ formVersion: draft(file).catalogue || catalogue2026.version, orgs: [...(draft(file).parties['base.director'] ?? []), ...(draft(file).parties['host.admin'] ?? [])] }),
}

const flag = z.stringbool().optional()
const query = z.strictObject({
  code: z.enum(matterCodes).optional(), kind: z.enum(['approval', 'filing', 'report']).optional(), status: z.string().max(40).optional(), base: z.string().max(64).optional(), county: z.string().max(40).optional(), late: flag, undeclared: flag, q: z.string().max(100).optional(),
  sort: z.enum(['since', 'due', 'number']).default('since'), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30),
})

export function majorMatterRoutes(app: Server, door: CaseDoor) {
  const { inContext, engines } = door

  app.get('/api/matters/catalogue', { config: { access: 'signedIn' }, schema: { summary: 'The catalogue of major matters: kind, time, fields, attachments', tags: ['matters'] } }, (request) => inContext(request, async ({ rules }) => ({
    version: catalogue2026.version, validFrom: catalogue2026.validFrom,
    matters: catalogue2026.matters.map((matter) => ({ ...matter, limit: matter.time.when === 'before' ? null : { setting: matter.time.setting, value: (rules as unknown as { settings: Record<string, unknown> }).settings[matter.time.setting], unit: settingOf(matter.time.setting as SettingKey).unit } })),
  })))

  app.get('/api/matters', { config: { access: 'signedIn' }, schema: { summary: 'Major matters I may see, by code, kind, base and lateness', tags: ['matters'], querystring: query } }, (request) => inContext(request, async (context): Promise<MatterList> => {
    const { code, kind, base, late, undeclared, ...cases } = request.query
    const { tx, jurisdiction } = context
    const scope = [sql`m.jurisdiction = ${jurisdiction}`, ...(base ? [sql`m.base_id = ${base}`] : []), ...(late === undefined ? [] : [sql`m.late = ${late}`]), ...(undeclared === undefined ? [] : [sql`m.undeclared = ${undeclared}`])]
    const chosen = [...scope, ...(code ? [sql`m.code = ${code}`] : []), ...(kind ? [sql`m.kind = ${kind}`] : [])]
    const list = await listCases(context, { ...cases, procedure: 'major-matter' }, [sql`case_id in (select m.case_id from matter m where ${listed(chosen)})`])
    const rows = await rowsOf<Matter>(tx, sql`
      select m.case_id, m.base_id, m.code, m.kind, m.late, m.undeclared, m.happened_on, m.effective_on, m.settled_on, coalesce(b.name, '') as base_name from matter m left join base b on b.jurisdiction = m.jurisdiction and b.id = m.base_id
       where m.jurisdiction = ${jurisdiction} and m.case_id = any(${list.rows.map(({ id }) => id)}::text[])`)
    const groups = await rowsOf<{ code: MatterCode; kind: MatterKind; count: number }>(tx, sql`select m.code, m.kind, count(*)::int as count from matter m where ${listed(scope)} group by m.code, m.kind order by m.code, m.kind`)
    const summed = (of: 'code' | 'kind') => Object.fromEntries([...Map.groupBy(groups, (group) => group[of])].map(([value, all]) => [value, all.reduce((sum, { count }) => sum + count, 0)]))
    return { rows: list.rows.flatMap((row) => rows.filter((one) => one.case_id === row.id).map((one) => rowOf(one, row))), total: list.total, cursor: list.cursor, counts: { codes: summed('code'), kinds: summed('kind'), statuses: list.counts } }
  }))

  app.get('/api/matters/:id/outlook', { config: { access: 'signedIn' }, schema: { summary: 'What the draft would come to if it were handed in now', tags: ['matters'], params: z.object({ id: z.string().max(64) }) } },
    (request) => inContext(request, async (context): Promise<Outlook> => {
      const caseId = await idOf(context, request.params.id)
      const { engine, file } = await caseFile(context, engines, caseId)
      const outlook = engine.procedure === 'major-matter' ? await outlookOf(context.tx, { context, caseId, file: file as unknown as MajorMatterCase }) : undefined
      if (!outlook) throw notFound()
      return outlook
    }))
}

type Matter = { case_id: string; base_id: string; base_name: string; code: MatterCode; kind: MatterKind; late: boolean; undeclared: boolean; happened_on: Day | null; effective_on: Day | null; settled_on: Day | null }
const rowOf = (row: Matter, of: CaseRow): MatterRow => ({ ...of, code: row.code, kind: row.kind, base: { id: row.base_id, name: row.base_name }, late: row.late, undeclared: row.undeclared, happenedOn: row.happened_on, effectiveOn: row.effective_on, settledOn: row.settled_on })
