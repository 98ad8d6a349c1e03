/** The register of organisations: read within one's visibility, kept by the institution itself and by the city. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { notAllowed, notFound, Refused } from '../platform/problem.ts'
import { listed, rowOf, rowsOf, sql } from '../platform/query.ts'
import type { Who } from '../platform/session.ts'
import { checkCreditCode } from '../settings/codes.ts'
import { divisionOf, divisions } from '../settings/divisions.ts'
import { hostTypes } from '../settings/fields.ts'
import { changed, containing, holds, holdsOf, mustHold, type RegisterDoor, traced, unlessTaken, versionSeen } from './register-door.ts'

export type OrganisationRow = {
  id: string; name: string; uscc: string | null; usccNote: string | null; kind: string; kindWords: Words; county: { code: string; words: Words } | null; address: string | null; phone: string | null; demo: boolean; warnings: Words[]
  hostType: string | null; legalRepresentative: string | null; establishedOn: Day | null; formerNames: string[]; organiser: string | null; mergedInto: string | null; version: number
}
export type OrganisationList = { rows: OrganisationRow[]; total: number }
export type OwnOrganisation = OrganisationRow & { people: { name: string; role: string; roleWords: Words; from: Day; to: Day | null }[]; mayChange: boolean }

const short = z.string().trim().min(1).max(200)
const code = z.string().trim().toUpperCase().regex(/^[0-9A-Z]{18}$/, { error: '18' })
const own = {
  name: short.optional(), uscc: code.optional(), usccNote: z.string().trim().max(400).optional(), hostType: z.enum(hostTypes.map(({ id }) => id)).optional(), address: short.nullable().optional(),
  phone: z.string().trim().regex(/^[0-9+()（） -]{5,30}$/).nullable().optional(), legalRepresentative: z.string().trim().min(1).max(60).nullable().optional(), establishedOn: z.iso.date().nullable().optional(),
}
const ofCity = { division: z.enum(divisions.map(({ code: division }) => division)).optional(), organiser: z.string().regex(/^county\.\d{6}$/).optional() }
const change = z.strictObject({ ...own, ...ofCity }).meta({ examples: [{ address: '山西省晋中市榆次区迎宾街 1 号' }] })
const addition = z.strictObject({ ...own, ...ofCity, name: short, kind: z.enum(['host', 'client', 'other']) }).meta({ examples: [{ kind: 'host', name: '晋中示例新材料有限公司', division: '140702' }] })
type Change = z.infer<typeof change>

const params = z.object({ id: z.string().max(64) })
const codeTaken: Words = { zh: '这个统一社会信用代码已在册。请核对代码；确属本单位的，请联系市科技局。', en: 'This credit code is already on the register. Compare it; if it is yours, ask the city bureau.' }

export function organisationRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/organisations', {
    config: { access: 'signedIn' }, schema: { summary: 'The organisations I may see', tags: ['registers'], querystring: z.strictObject({ q: z.string().max(100).optional(), kind: z.enum(kinds).optional() }) },
  }, (request) => door.inContext(request, async (context): Promise<OrganisationList> => {
    const { q, kind } = request.query
    // Bases have a register of their own; whoever grants roles sees them as the units roles are held in.
    const rows = await organisations(context, [...(kind ? [sql`kind = ${kind}`] : context.viewer.reach === 'admin' ? [] : [sql`kind <> 'base'`]), ...(q ? [sql`(lower(name) like ${containing(q)} or lower(coalesce(uscc, '')) like ${containing(q)})`] : [])])
    return { rows, total: rows.length }
  }))

  app.get('/api/organisations/partners', {
    config: { access: 'signedIn' }, schema: { summary: 'Names of institutions that can be invited as partners', tags: ['registers'], querystring: z.strictObject({ q: z.string().trim().min(2).max(100) }) },
  }, (request) => door.inContext(request, async ({ tx }, who) => {
    mustHold(door, who, 'host.clerk', 'host.admin', 'city.officer', 'city.lead')
    const rows = await rowsOf<{ id: string; name: string; division: string | null }>(tx, sql`select id, name, division from sec.partner_names(${request.query.q})`)
    return { rows: rows.filter(({ id }) => !who.holds.some(({ org }) => org === id)).map(({ id, name, division }) => ({ id, name, county: countyOf(division) })) }
  }))

  app.get('/api/organisations/:id', { config: { access: 'signedIn' }, schema: { summary: 'One organisation', tags: ['registers'], params } },
    (request) => door.inContext(request, async (context) => (await organisations(context, [sql`id = ${request.params.id}`]))[0] ?? missing()))

  app.post('/api/organisations', { config: { access: 'signedIn' }, schema: { summary: 'Add an institution to the register', tags: ['registers'], body: addition } },
    (request, reply) => door.inContext(request, async (context, who) => {
      mustHold(door, who, 'city.officer', 'city.lead')
      const { body } = request
      codeFits(body.uscc, body.usccNote)
      const id = door.newId()
      await unlessTaken(rowsOf(context.tx, sql`
        insert into organisation (jurisdiction, id, kind, name, uscc, uscc_note, host_type, division, organiser, address, office_phone, legal_representative, established_on)
        values (${who.jurisdiction}, ${id}, ${body.kind}, ${body.name}, ${body.uscc ?? null}, ${body.usccNote ?? null}, ${body.hostType ?? null}, ${body.division ?? null}, ${organiserOf(body)}, ${body.address ?? null}, ${body.phone ?? null},
          ${body.legalRepresentative ?? null}, ${body.establishedOn ?? null})`), codeTaken)
      await traced(context.tx, door, request, who, { act: 'addOrganisation', object: id })
      reply.status(201)
      return (await organisations(context, [sql`id = ${id}`]))[0] ?? missing()
    }))

  app.patch('/api/organisations/:id', { config: { access: 'signedIn' }, schema: { summary: 'Change what the register says of an institution', tags: ['registers'], params, body: change } },
    (request) => door.inContext(request, (context, who) => changeOrganisation(context, who, request.params.id, request)))

  app.get('/api/organisation', { config: { access: 'signedIn' }, schema: { summary: 'My own institution and who works for it here', tags: ['registers'] } },
    (request) => door.inContext(request, (context, who) => ownCard(context, who)))

  app.patch('/api/organisation', { config: { access: 'signedIn' }, schema: { summary: 'Change what the register says of my own institution', tags: ['registers'], body: change } },
    (request) => door.inContext(request, async (context, who) => {
      await changeOrganisation(context, who, ownOrg(who), request)
      return ownCard(context, who)
    }))

  async function changeOrganisation(context: Context, who: Who, id: string, request: import('fastify').FastifyRequest & { body: Change }): Promise<OrganisationRow> {
    const { tx, jurisdiction } = context
    const { body } = request
    const [before] = await organisations(context, [sql`id = ${id}`])
    const city = holds(who, 'city.officer', 'city.lead')
    // What a base is called follows from its recognition and its major matters, not from a card.
    if (!before || before.kind === 'base') throw notFound()
    if (!city && !holdsOf(who, id, 'host.admin')) throw notAllowed({ zh: '本单位管理员或市科技局', en: 'institution\'s own administrator or the city bureau' })
    // Which county examines follows from the place: not for the applicant to choose.
    if (!city && (body.division ?? body.organiser) !== undefined) throw notAllowed({ zh: '市科技局（所在区县决定由谁初审）', en: 'city bureau (the place decides which county examines)' })
    const after = { ...before, ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) } as OrganisationRow & Change
    codeFits(after.uscc ?? undefined, after.usccNote ?? undefined)
    const row = await unlessTaken(rowOf<{ id: string }>(tx, sql`
      update organisation set name = ${after.name}, uscc = ${after.uscc}, uscc_note = ${after.usccNote}, host_type = ${after.hostType}, address = ${after.address}, office_phone = ${after.phone}, legal_representative = ${after.legalRepresentative},
        established_on = ${after.establishedOn}, division = ${body.division ?? before.county?.code ?? null}, organiser = ${body.division || body.organiser ? organiserOf(body) : before.organiser},
        former_names = case when name <> ${after.name} then array_append(former_names, name) else former_names end, version = version + 1
       where jurisdiction = ${jurisdiction} and id = ${id} and version = ${versionSeen(request)} returning id`), codeTaken)
    changed(row, true)
    await traced(tx, door, request, who, { act: 'changeOrganisation', object: id, detail: { fields: Object.keys(body) } })
    return (await organisations(context, [sql`id = ${id}`]))[0] ?? missing()
  }

  async function ownCard(context: Context, who: Who): Promise<OwnOrganisation> {
    const id = ownOrg(who)
    const [row] = await organisations(context, [sql`id = ${id}`])
    const people = await rowsOf<{ name: string; role: string; valid_from: Day; valid_to: Day | null }>(context.tx, sql`select name, role, valid_from, valid_to from sec.colleagues(${id}) where valid_to is null or valid_to >= ${context.today}`)
    return { ...(row ?? missing()), mayChange: holdsOf(who, id, 'host.admin'), people: people.map(({ name, role, valid_from, valid_to }) => ({ name, role, roleWords: door.roles[role] ?? { zh: role, en: role }, from: valid_from, to: valid_to })) }
  }
}

/** The organisation a person acts for first of all: the one of an institution before any other. */
const ownOrg = (who: Who): string => (who.holds.find(({ role }) => /^(host|partner|base|client)/.test(role)) ?? who.holds[0])?.org ?? ''

const organiserOf = ({ organiser, division }: Pick<Change, 'organiser' | 'division'>): string | null => organiser ?? (division ? `county.${division}` : null)

/** GB 32100-2015: codes in use exist that fail the check, so it asks for a reason and does not refuse. */
function codeFits(uscc: string | undefined, note: string | undefined) {
  const check = uscc ? checkCreditCode(uscc) : { valid: true as const }
  if (check.valid || note?.trim()) return
  throw new Refused(422, { zh: '统一社会信用代码不合校验，请核对；确为在用代码的，写明情况。', en: 'The credit code fails its check. Compare it; if it is in use, say so in a note.' },
    { refusals: [{ code: 'unmet', law: 'setting:uscc.check', reason: check.because, rule: 'creditCodeFits', takesReason: true }], fields: [{ path: 'usccNote', expected: { zh: '说明（如证照原样）', en: 'a note, such as: as printed on the certificate' } }] })
}

type Row = { id: string; kind: Kind; name: string; uscc: string | null; uscc_note: string | null; host_type: string | null; division: string | null; organiser: string | null; address: string | null; office_phone: string | null; legal_representative: string | null; established_on: Day | null; former_names: string[]; merged_into: string | null; demo: boolean; version: number }

async function organisations({ tx, jurisdiction }: Context, where: Parameters<typeof listed>[0]): Promise<OrganisationRow[]> {
  const rows = await rowsOf<Row>(tx, sql`
    select id, kind, name, uscc, uscc_note, host_type, division, organiser, address, office_phone, legal_representative, established_on, former_names, merged_into, demo, version
      from organisation where ${listed([sql`jurisdiction = ${jurisdiction}`, ...where])} order by array_position(array['city', 'county', 'host', 'client', 'base', 'other'], kind), division, name limit 1000`)
  return rows.map((row) => {
    const check = row.uscc ? checkCreditCode(row.uscc) : { valid: true as const }
    return {
      id: row.id, name: row.name, uscc: row.uscc, usccNote: row.uscc_note, kind: row.kind, kindWords: kindWords[row.kind], county: countyOf(row.division), address: row.address, phone: row.office_phone, demo: row.demo, warnings: check.valid ? [] : [check.because],
      hostType: row.host_type, legalRepresentative: row.legal_representative, establishedOn: row.established_on, formerNames: row.former_names, organiser: row.organiser, mergedInto: row.merged_into, version: row.version,
    }
  })
}

const countyOf = (division: string | null): OrganisationRow['county'] => {
  const found = division === null ? undefined : divisionOf(division)
  return found ? { code: found.code, words: found.words } : null
}

const missing = (): never => { throw notFound() }

const kinds = ['city', 'county', 'host', 'client', 'base', 'other'] as const
type Kind = (typeof kinds)[number]
const kindWords: Record<Kind, Words> = {
  city: { zh: '主管部门', en: 'authority' }, county: { zh: '组织管理部门', en: 'organiser' }, host: { zh: '依托（共建）单位', en: 'host institution' }, client: { zh: '需求单位', en: 'client' }, base: { zh: '中试基地', en: 'base' }, other: { zh: '其他', en: 'other' },
}
