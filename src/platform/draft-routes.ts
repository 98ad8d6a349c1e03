/** GET and PUT of a draft, for every procedure that has one: autosave field by field. Knows the procedures only as a table. */
import { z } from 'zod'
import type { Draft, DraftSaved } from '../contract.ts'
import type { Words } from '../kernel/words.ts'
import { caseFile, idOf } from './case-access.ts'
import type { AnyCase, Context } from './case-log.ts'
import type { CaseDoor } from './case-routes.ts'
import { draftAnswer, type DraftChanges, draftHead, writeChanges } from './draft-values.ts'
import type { Server } from './http.ts'
import { type Language, languageOf, notFound, Refused } from './problem.ts'
import { rowOf, rowsOf, sql } from './query.ts'

export type DraftOf = {
  /** Whether the file takes changes now, and what is said when it does not. */
  open: (file: AnyCase) => boolean; shut: Words
  /** Roles that write; who else works for the institution reads along. */
  writers: readonly string[]; notYours: Words
  /** Why a change cannot be stored at all; half-written answers can. */
  check: (file: AnyCase, formVersion: string, path: string, value: unknown) => Words | undefined
  unlocked?: (file: AnyCase) => string[] | null
  sectionOf: (path: string) => string
  /** How the draft begins where nobody has written yet; without it the procedure begins it itself. */
  begins?: (context: Context, file: AnyCase) => { formVersion: string; orgs: string[] }
}

const caseParams = z.object({ id: z.string().max(64) })
const changes = z.strictObject({
  base: z.int().min(0).describe('The version of the draft the changes were made on'),
  changes: z.array(z.strictObject({ path: z.string().min(3).max(120), value: z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50), z.null()]) })).max(2000),
}).meta({ examples: [{ base: 0, changes: [{ path: 'A.direction', value: '碳纤维复合材料' }] }] })

export function draftRoutes(app: Server, door: CaseDoor, drafts: Readonly<Record<string, DraftOf>>) {
  app.get('/api/cases/:id/draft', { config: { access: 'signedIn' }, schema: { summary: 'The draft as it lies on the server', tags: ['cases'], params: caseParams } },
    (request) => door.inContext(request, async (context): Promise<Draft> => {
      const { caseId, file, of } = await draftOf(context, request.params.id)
      const head = await draftHead(context.tx, context.jurisdiction, caseId) ?? beginning(context, file, of)
      if (!head) throw notFound()
      return draftAnswer(context, caseId, head, of.unlocked?.(file) ?? null, of.sectionOf)
    }))

  app.put('/api/cases/:id/draft', { config: { access: 'signedIn' }, schema: { summary: 'Autosave: changes field by field, never an entry', tags: ['cases'], params: caseParams, body: changes } },
    (request) => door.inContext(request, (context) => save(context, request.params.id, request.body, languageOf(request.headers['accept-language']))))

  async function draftOf(context: Context, given: string): Promise<{ caseId: string; file: AnyCase; of: DraftOf }> {
    const caseId = await idOf(context, given)
    const { engine, file } = await caseFile(context, door.engines, caseId)
    const of = drafts[engine.procedure]
    if (!of) throw notFound()
    return { caseId, file, of }
  }

  async function save(context: Context, given: string, asked: DraftChanges, language: Language): Promise<DraftSaved> {
    const { tx, jurisdiction, actor } = context
    const { caseId, file, of } = await draftOf(context, given)
    const writesFor = actor.holds.filter(({ role }) => of.writers.includes(role)).map(({ org }) => org)
    if (!of.open(file)) throw new Refused(409, of.shut)
    const begun = beginning(context, file, of, writesFor)
    if (begun) await rowsOf(tx, sql`insert into draft (jurisdiction, case_id, form_version, orgs) values (${jurisdiction}, ${caseId}, ${begun.form_version}, ${begun.orgs}) on conflict do nothing`)
    const head = await rowOf<{ version: number; form_version: string }>(tx, sql`select version, form_version from draft where jurisdiction = ${jurisdiction} and case_id = ${caseId} and orgs && ${writesFor}::text[] for update`)
    if (!head) throw new Refused(403, of.notYours)
    return writeChanges(context, caseId, head, asked, (path, value) => of.check(file, head.form_version, path, value), language)
  }
}

/** An empty draft for those it belongs to. */
function beginning(context: Context, file: AnyCase, of: DraftOf, mine: readonly string[] = context.viewer.orgs) {
  const begins = of.begins?.(context, file)
  return begins?.orgs.some((org) => mine.includes(org)) ? { version: 0, form_version: begins.formVersion, orgs: begins.orgs } : undefined
}
