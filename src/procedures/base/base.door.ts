/** The door of a base: what recognition hands over, the rows it keeps, and the read tables that derive from its entries. */
import type { Day } from '../../kernel/day.ts'
import { type AlsoWaits, type AnyCase, type Context, endingOf, type Engine, entriesOf, fold, type Viewer } from '../../platform/case-log.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { Words } from '../../kernel/words.ts'
import type { Nearing } from '../../settings/base-watch.ts'
import { type BaseCase, type BaseEntry, type BaseRole, baseStatusOf, type Ending, isTheHosts, type TableKept, type Taken } from './base.case.ts'
import { type HandedIn, provingFiles, withProof } from './base.carried.ts'
import { carryFiles } from './base.carried.door.ts'
import { type Application, firstRows, type RecognitionSeen, takenFrom } from './base.opening.ts'
import { offersOf, publicLines } from './base.public.door.ts'
import { applyRows, freezeRows, rowsToKeep } from './base.rows.door.ts'
import { nearNow } from './base.watch.door.ts'

export const look = async (): Promise<Record<string, never>> => ({})

export async function complete(tx: Tx, about: { context: Context; caseId: string; file: BaseCase; step: string; data: Record<string, unknown> }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  switch (step) {
    case 'open': {
      const { taken, application, files } = await recognitionSeen(context, String(data.recognition))
      const first = firstRows(application)
      const carried = await carryFiles(context, { from: String(data.recognition), to: caseId, files: provingFiles(first, application, files) })
      const tables: TableKept[] = []
      for (const { table, rows } of withProof(first, application, files, carried)) tables.push({ table, put: rows.length, drop: 0, rows: await freezeRows(tx, { context, caseId }, { table, rows, drop: [] }) })
      return { ...data, taken, tables, documents: tables.map(({ rows }) => rows) }
    }
    case 'keepTable': {
      const from = typeof data.from === 'string' ? data.from : context.today
      const kept = await rowsToKeep(tx, { context, caseId, baseId: file.baseId }, data, from)
      return { table: data.table, from, put: kept.rows.length, drop: kept.drop.length, ...(data.note !== undefined && { note: data.note }), documents: [await freezeRows(tx, { context, caseId }, kept)], watched: await nearNow(context, file, kept) }
    }
    case 'revoke': case 'leave': return { ...data, ending: await endingsOf(context, { base: file.baseId, except: [caseId, String(data.case ?? data.matter)] }) }
    default: return data
  }
}

/** What is open about the base and can end with it, as far as it can be seen: what is not, the clock ends. */
async function endingsOf({ tx, jurisdiction, engines }: Context, { base, except }: { base: string; except: readonly string[] }): Promise<Ending[]> {
  const rows = await rowsOf<{ case_id: string; procedure: string; status: string }>(tx, sql`select case_id, procedure, status from case_list where jurisdiction = ${jurisdiction} and base = ${base} and not (case_id = any(${[...except]}::text[])) order by number`)
  return rows.flatMap(({ case_id, procedure, status }) => (endingOf(engines[procedure], status) ? [{ case: case_id, procedure }] : []))
}

/** The recognition by its own entries, and the application as it was last frozen. */
async function recognitionSeen(context: Context, id: string): Promise<{ taken: Taken; application: Application; files: readonly HandedIn[] }> {
  const { tx, jurisdiction, engines } = context
  const seen = fold(engines.recognition as Engine, await entriesOf(tx, jurisdiction, id), context) as AnyCase & RecognitionSeen
  const snapshot = seen.submissions.at(-1)?.snapshot ?? ''
  const row = await rowOf<{ body: { data?: Application } }>(tx, sql`select body from document where jurisdiction = ${jurisdiction} and case_id = ${id} and sha256 = ${snapshot}`)
  const application = row?.body.data ?? {}
  return { taken: takenFrom({ ...seen, id }, application), application, files: seen.submissions.at(-1)?.files ?? [] }
}

export const list = (file: BaseCase) => ({ title: file.name, hosts: file.hosts.map(({ org, name, demo }) => ({ org, name, demo })), county: file.county ? `county.${file.county}` : null, field: file.field || null, track: null, batch: null, search: [file.baseId, file.certificateNo, ...file.formerNames.map(({ name }) => name)].join(' '), base: file.baseId || null })

/** Something runs out: it waits with the host, due on the nearest day. */
export const waitsEarlier = ({ watched }: BaseCase) => watched.some(isTheHosts)
export const dueOn = ({ watched }: BaseCase) => watched.find(isTheHosts)?.on
export const waitsSince = ({ watchedSince }: BaseCase) => watchedSince ?? undefined

const seesTo: Words = { zh: '办理到期事项（续期、换证、选聘或说明）', en: 'See to what runs out: renew, replace or appoint' }
/** The director is told as the host is; a hold past its longest term lies with the city's lead, and what was built with those who look and confirm. */
export function waitsAlso(file: BaseCase): AlsoWaits[] {
  const { watched, building, parties } = file
  const of = (role: BaseRole) => parties[role] ?? []
  const over = watched.filter((item) => item.of === 'hold' && item.reached === 0)
  return [
    ...(over.length > 0 ? [{ role: 'city.lead', orgs: of('city.lead'), steps: ['lift'], due: over[0]?.on ?? null, asks: { zh: `暂停已满最长期限（${over.map(({ title }) => title).join('、')}）：督促核查，决定解除或立案撤销`, en: `Suspended beyond the longest term (${over.map(({ title }) => title).join(', ')}): have it looked at, lift it or open a revocation` } }] : []),
    ...(building?.proposal ? [{ role: 'city.lead', orgs: of('city.lead'), steps: ['confirmOperation'], due: null, asks: { zh: '确认投入运行，或退回继续建设', en: 'Confirm that it operates, or send it back' } }]
      : building?.report ? (['county.officer', 'city.officer'] as const).map((role) => ({ role, orgs: of(role), steps: ['proposeOperation'], due: null, asks: { zh: '现场核查，建议是否投入运行', en: 'Look at what was built and propose' } })) : []),
    ...(waitsEarlier(file) ? [{ role: 'base.director', orgs: of('base.director'), steps: ['keepTable'], due: dueOn(file) ?? null, asks: seesTo }] : []),
  ]
}

/** A hold that nears or passes its longest term is told to those who decide on it; the clock lifts nothing. */
export const informs = ({ file, entry }: { file: BaseCase; entry: BaseEntry }): { to: string; words: Words }[] => {
  if (entry.did !== 'remind') return []
  const told = file.watched.filter(({ of, key }) => of === 'hold' && entry.data.told.includes(key))
  const words = (sentence: (of: Nearing) => string) => told.map(sentence).join('')
  const says: Words = {
    zh: words(({ title, on, reached }) => (reached === 0 ? `${file.name}的暂停（${title}）已于 ${on} 满最长期限，仍未解除。` : `${file.name}的暂停（${title}）至 ${on} 满最长期限。`)),
    en: words(({ title, on, reached }) => (reached === 0 ? `The suspension ${title} of ${file.name} passed its longest term on ${on} and stands. ` : `The suspension ${title} of ${file.name} reaches its longest term on ${on}. `)),
  }
  return told.length === 0 ? [] : [...(file.parties['city.lead'] ?? []), ...(file.parties['county.lead'] ?? [])].map((to) => ({ to, words: says }))
}

export const visibleTo = (file: BaseCase) => ({ orgs: [...new Set(Object.values(file.parties).flat().filter((party) => party !== 'system'))], people: [] })

export function show(file: BaseCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, city: _city, ...told } = file
  switch (viewer.reach) {
    case 'city': case 'authorities': return { ...told, baseStatus: baseStatusOf(file) }
    // What is being proposed stays with the authorities.
    case 'parties': return { ...told, building: file.building && { ...file.building, proposal: null }, baseStatus: baseStatusOf(file) }
    case 'admin': case 'public': return { baseId: file.baseId, name: file.name, baseStatus: baseStatusOf(file) }
  }
}

/** The read tables: what is public, what the parties may read, the rows, and the base as a unit in which people hold roles. */
export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; file: BaseCase; entry: BaseEntry }) {
  const { jurisdiction, caseId, file, entry } = about
  const { parties: _, ...body } = file
  const { orgs } = visibleTo(file)
  await rowsOf(tx, sql`
    insert into base_file (jurisdiction, base_id, case_id, version, body, orgs) values (${jurisdiction}, ${file.baseId}, ${caseId}, ${entry.no}, ${json(body)}, ${orgs})
    on conflict (jurisdiction, base_id) do update set case_id = excluded.case_id, version = excluded.version, body = excluded.body, orgs = excluded.orgs`)
  if (entry.did === 'open' || entry.did === 'applyMatter' || entry.did === 'takeEffect') await keepUnit(tx, jurisdiction, file)
  if (entry.did === 'open') for (const { rows } of entry.data.tables) await applyRows(tx, { jurisdiction, caseId, baseId: file.baseId, no: entry.no, from: file.recognisedOn }, rows)
  if (entry.did === 'keepTable') for (const rows of entry.data.documents) await applyRows(tx, { jurisdiction, caseId, baseId: file.baseId, no: entry.no, from: entry.data.from }, rows)
  await publish(tx, { jurisdiction, caseId, file, no: entry.no, on: entry.on })
  // Nobody works in a base that is gone: whoever was appointed in it is so until this day.
  if (entry.did === 'revoke' || entry.did === 'leave') await rowsOf(tx, sql`select sec.end_people_of_base(${jurisdiction}, ${file.baseId}, ${entry.on})`)
}

/** What everybody may read: no person in it. */
async function publish(tx: Tx, { jurisdiction, caseId, file, no, on }: { jurisdiction: string; caseId: string; file: BaseCase; no: number; on: Day }) {
  // Only the recognition puts a base there; from then on each entry changes the row that is.
  if (no === 1) await rowsOf(tx, sql`
    insert into base (jurisdiction, id, case_id, name, certificate_no, status, recognised_on, document_no, hosts, county, field, direction, orgs)
    values (${jurisdiction}, ${file.baseId}, ${caseId}, ${file.name}, ${file.certificateNo}, 'operating', ${file.recognisedOn}, ${file.documentNo}, '[]', ${file.county}, ${file.field}, ${file.direction}, '{}') on conflict do nothing`)
  await rowsOf(tx, sql`
    update base set case_id = ${caseId}, recognition = ${file.recognition?.id ?? null}, version = ${no}, name = ${file.name}, former_names = ${file.formerNames.map(({ name }) => name)}, status = ${baseStatusOf(file)},
      hosts = ${json(file.hosts.map(({ name, demo }) => ({ name, demo })))}, chain = ${file.chain}, direction = ${file.direction}, public = ${json(await offersOf(tx, jurisdiction, file, on))}, grades = ${json(file.grades.map(({ year, outcome, grade }) => ({ year, outcome, grade })))},
      history = ${json(publicLines(file))}, orgs = ${[...file.hosts.map(({ org }) => org), file.unit]}
     where jurisdiction = ${jurisdiction} and id = ${file.baseId}`)
}

/** People hold roles in the base itself; the organiser of its county sees its card. */
const keepUnit = (tx: Tx, jurisdiction: string, file: BaseCase) => rowsOf(tx, sql`
  insert into organisation (jurisdiction, id, kind, name, division, organiser, demo) values (${jurisdiction}, ${file.unit}, 'base', ${file.name}, ${file.county}, ${`county.${file.county}`}, ${file.hosts.some(({ demo }) => demo)})
  on conflict (jurisdiction, id) do update set name = excluded.name where organisation.name <> excluded.name`)

/** Matters whose day has come. */
export const mattersTakingEffect = (tx: Tx, jurisdiction: string, today: string) => rowsOf<{ case_id: string; matter: string }>(tx, sql`
  select f.case_id, m->>'case' as matter from base_file f, jsonb_array_elements(f.body->'matters') m
   where f.jurisdiction = ${jurisdiction} and f.body->>'status' = 'live' and m->>'inForce' = 'false' and m->>'effectiveOn' <= ${today} order by m->>'effectiveOn', f.base_id`)

/** Recognitions whose base has no case: of a time when recognition wrote the register itself. */
export const recognisedWithoutBase = (tx: Tx, jurisdiction: string) => rowsOf<{ recognition: string; baseId: string; name: string; certificateNo: string; documentNo: string }>(tx, sql`
  select e.case_id as recognition, e.body->'data'->>'baseId' as "baseId", e.body->'data'->>'name' as name, e.body->'data'->>'certificateNo' as "certificateNo", e.body->'data'->>'documentNo' as "documentNo"
    from case_entry e join case_head h on h.jurisdiction = e.jurisdiction and h.id = e.case_id and h.procedure = 'recognition'
   where e.jurisdiction = ${jurisdiction} and e.did = 'recognise' and not exists (select 1 from base_file f where f.jurisdiction = e.jurisdiction and f.base_id = e.body->'data'->>'baseId') order by e.at`)
