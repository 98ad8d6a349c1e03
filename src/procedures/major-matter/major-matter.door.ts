/** The door of a major matter: the base as the register has it, the draft as it lies, and what is frozen when it is handed in. */
import { type AnyCase, type Context, endingOf, type Engine, entriesOf, fold, type Viewer } from '../../platform/case-log.ts'
import { draftHead, draftValues } from '../../platform/draft-values.ts'
import { badInput } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { type Day, plusDays } from '../../kernel/day.ts'
import { verdictOf } from '../../kernel/rule.ts'
import { placeNames } from '../../settings/divisions.ts'
import { accidentCountsAsSerious, type AccidentGrade } from '../../settings/revocation-rules.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { type ChangeKey, type Matter, type MatterCode, matterCodes } from '../../settings/matters/matter.ts'
import { catalogue2026, matterOf } from '../../settings/matters/matters-2026.ts'
import type { SettingKey } from '../../settings/settings.ts'
import { baseAtHand, noticeAround } from '../base-at-hand.ts'
import type { Asked, Attached, Finding, Host, MajorMatterCase, MatterValues, OfBase, Register, Side } from './major-matter.case.ts'
import { candidateOf, exceptionsOf, happenedOnOf, issuesOf, kindOf, latestActing, plannedOnOf, shareOf, termsWith, type TermServed, tidyValues, valuesOf } from './major-matter.form.ts'
import type { MajorMatterCommands } from './major-matter.commands.ts'
import type { MajorMatterFound } from './major-matter.ts'

type About = { context: Context; caseId: string; file: MajorMatterCase; step: string | null; data: Record<string, unknown> }
const rulesIn = (context: Context) => context.rules as unknown as RulesInForce

export async function look(tx: Tx, about: About): Promise<MajorMatterFound> {
  const { context, file, step, data } = about
  const { settings, lapsedOn, authorityBasis } = rulesIn(context)
  const code = file.code ?? (matterCodes.includes(data.code as MatterCode) ? data.code as MatterCode : null)
  const matter = code ? matterOf(code) : undefined
  const baseId = file.base?.id ?? (typeof data.base === 'string' ? data.base : '')
  const base = baseId ? await registerOf(tx, context, baseId) : undefined
  const handed = await materialOf(tx, about, matter)
  const { values, attached } = handed
  const candidate = matter?.code === 'M05' ? candidateOf(values) : undefined
  const terms = candidate && base ? termsWith(base.terms, candidate) : []
  const limits = { maxTerms: settings['director.maxConsecutiveTerms'], minServedMonths: settings['director.minServedMonths'], approvalAge: settings['director.approvalAge'] }
  const happenedOn = matter && happenedOnOf(matter, values)
  const name = typeof values.name === 'string' ? values.name : undefined
  const finding = (data.finding ?? (step === 'linkFinding' || step === 'linkFindingLater' ? data : undefined)) as { number?: string } | undefined
  return {
    side: base?.side ?? null, theirs: base?.side !== undefined && base.side !== null, live: base?.live ?? false, hostProposes: matter?.hostProposes ?? false,
    findingKnown: finding?.number ? await findingOf(tx, context, finding.number, baseId) !== undefined : false,
    issues: handed.draft && matter ? issuesOf(matter, values, attached) : undefined, kind: (!handed.draft && file.asked?.kind) || (matter ? kindOf(matter, values, candidate ? exceptionsOf(candidate, terms, limits) : []) : 'filing'),
    same: matter && base && handed.draft ? sameAs(matter, values, base.register) : false,
    happenedOn, plannedOn: matter && plannedOnOf(matter, values), dueOn: matter && happenedOn && dueOf(context, matter, happenedOn), share: matter && shareOf(matter, values),
    openOrders: typeof values.openOrders === 'number' ? values.openOrders : undefined, ordersPlan: typeof values.orders === 'string' ? values.orders : undefined,
    name: matter?.code === 'M01' ? { name, minChars: settings['name.minChars'], maxChars: settings['name.maxChars'], hosts: base?.register.hosts.map((host) => host.name) ?? [], people: [], places: placeNames } : undefined,
    takenNames: matter?.code === 'M01' && name && base && await nameTaken(tx, context, name, base.recognition) ? [name] : [],
    gone: base?.status, candidate, terms, latestActing: candidate && latestActing(candidate, settings['director.actingMonths']), hours: step === 'report' ? hoursSince(context, data.occurredAt) : undefined,
    limits: { ...limits, disposalShare: settings['major.disposalShare'], accidentHours: settings['major.accidentHours'], experts: settings['major.experts'] }, lapsedOn, authorityBasis,
  }
}

type Known = { of: OfBase; partners: string[]; register: Register; terms: TermServed[]; live: boolean; status: string; side: Side | null; recognition: string }
type Body = Omit<Register, 'director'> & { status: string; terms: TermServed[]; recognition: { id: string } | null }

/** The base with what its register says today; nothing when the viewer is no party of it. */
async function registerOf(tx: Tx, context: Context, baseId: string): Promise<Known | undefined> {
  const { jurisdiction, actor } = context
  const base = await baseAtHand(tx, jurisdiction, baseId)
  const row = base && await rowOf<{ body: Body }>(tx, sql`select body from base_file where jurisdiction = ${jurisdiction} and base_id = ${baseId}`)
  if (!base || !row) return undefined
  const { body } = row
  const holds = (role: string, org: string | undefined) => actor.holds.some((held) => held.role.startsWith(role) && held.org === org)
  const lead = base.hosts.find((host) => host.lead)?.org
  const side = holds('base.', base.unit) ? 'base' : holds('host.', lead) ? 'host' : holds('county.', base.countyOrg) ? 'county' : holds('city.', `city.${jurisdiction}`) ? 'city' : actor.person === 'system' ? 'system' : null
  return {
    of: { id: base.id, case: base.case, unit: base.unit, name: base.name, county: base.county, countyOrg: base.countyOrg, field: base.field, hosts: base.hosts }, partners: base.hosts.filter((host) => !host.lead).map(({ org }) => org),
    register: { name: body.name, direction: body.direction, goals: body.goals, hosts: base.hosts, committee: body.committee, site: body.site, openService: body.openService, promoted: body.promoted, director: base.director },
    terms: body.terms, live: body.status === 'live', status: body.status, side, recognition: body.recognition?.id ?? '',
  }
}

/** What was handed in; before that, the draft as it lies. */
async function materialOf(tx: Tx, { context: { jurisdiction }, caseId, file, step }: About, matter: Matter | undefined): Promise<{ values: MatterValues; attached: Attached[]; draft: boolean }> {
  const open = ['draft', 'demanded', 'returned'].includes(file.status) && file.code !== null && (step === null || step === 'apply' || step === 'propose')
  if (!open || !matter) return { values: file.asked?.values ?? {}, attached: file.asked?.attached ?? [], draft: false }
  const head = await draftHead(tx, jurisdiction, caseId)
  const written = head ? valuesOf(await draftValues(tx, jurisdiction, caseId)) : {}
  const attached = await rowsOf<Attached>(tx, sql`select attachment as code, id, name, sha256 from file where jurisdiction = ${jurisdiction} and case_id = ${caseId} and removed_at is null and attachment is not null order by attachment, at, id`)
  return { values: tidyValues(matter, written), attached, draft: true }
}

/** By when it had to be told. */
function dueOf(context: Context, { time }: Matter, happenedOn: Day): Day | undefined {
  if (time.when === 'before' || time.counts === 'hours') return undefined
  const days = Number(rulesIn(context).settings[time.setting as SettingKey])
  return time.counts === 'days' ? plusDays(happenedOn, days) : context.rules.due(happenedOn, days).day
}

/** Less area at the same address is a change. */
const sameAs = (matter: Matter, values: MatterValues, register: Register): boolean => !(matter.code === 'M07' && values.what === 'reduction') && matter.fields.some(({ id, replaces, type }) => replaces !== undefined && replaces !== 'director' && replaces !== 'hosts' && type !== 'orgs' && values[id] !== undefined && values[id] === register[replaces])

const nameTaken = async (tx: Tx, { jurisdiction }: Context, name: string, recognition: string): Promise<boolean> =>
  (await rowOf<{ taken: boolean }>(tx, sql`select sec.name_taken(${jurisdiction}, ${name}, ${recognition}) as taken`))?.taken === true

/** An inspection or assessment of this base, as far as the viewer may see it. */
async function findingOf(tx: Tx, context: Context, number: string, baseId: string): Promise<{ case: string; procedure: string } | undefined> {
  const { jurisdiction, engines } = context
  const row = await rowOf<{ case_id: string; procedure: string }>(tx, sql`select case_id, procedure from case_list where jurisdiction = ${jurisdiction} and number = ${number} and procedure in ('inspection', 'assessment')`)
  const engine = row && engines[row.procedure]
  if (!row || !engine) return undefined
  const { base } = fold(engine as Engine, await entriesOf(tx, jurisdiction, row.case_id), context) as AnyCase & { base?: string | { id?: string } | null }
  return (typeof base === 'string' ? base : base?.id) === baseId ? { case: row.case_id, procedure: row.procedure } : undefined
}

/** The city's own time on the platform's own date: what a clock on the wall shows. */
export const wallClock = ({ now, today }: Pick<Context, 'now' | 'today'>): string => `${today}T${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`
const hoursSince = (context: Context, occurredAt: unknown): number | undefined =>
  typeof occurredAt === 'string' ? (Date.parse(`${wallClock(context)}:00Z`) - Date.parse(`${occurredAt}:00Z`)) / 3_600_000 : undefined

/** What the door alone knows: the base at the opening, what is frozen when it is handed in, days. */
export async function complete(tx: Tx, about: About & { step: string; found: unknown }): Promise<Record<string, unknown>> {
  const { context, file, step, data } = about
  const found = about.found as MajorMatterFound
  const { today, viewer } = context
  const side = (): Side => found.side ?? (viewer.reach === 'city' ? 'city' : viewer.reach === 'authorities' ? 'county' : 'base')
  const linked = async (finding: { number: string; facts: string }, baseId: string): Promise<Finding> => {
    const { case: id, procedure } = await findingOf(tx, context, finding.number, baseId) ?? { case: '', procedure: '' }
    return { number: finding.number, facts: finding.facts, case: id, procedure, by: side(), on: today }
  }
  switch (step) {
    case 'open': {
      const base = await registerOf(tx, context, String(data.base)) as Known
      const org = side() === 'base' ? base.of.unit : side() === 'host' ? base.of.hosts.find(({ lead }) => lead)?.org : side() === 'county' ? base.of.countyOrg : side() === 'system' ? 'system' : file.city
      return { ...data, about: base.of, partners: base.partners, catalogue: catalogue2026.version, side: side(), org, ...(data.finding !== undefined && { found: await linked(data.finding as Finding, base.of.id) }) }
    }
    case 'endWithBase': return { ...data, notice: file.status === 'onNotice' ? await noticeAround(tx, context.jurisdiction, file.notice?.id) : null }
    case 'recordFinding': case 'recordFindingLater': case 'recordFindingLifted': {
      const { grade, deaths, mainResponsibility, harmConfirmed } = data as unknown as MajorMatterCommands['recordFinding']
      const { outcome } = verdictOf(accidentCountsAsSerious, { grade: grade === 'ordinary' ? 'general' : grade, from: rulesIn(context).settings['revocation.accidentGrade'] as AccidentGrade, deaths, mainResponsibility, harmConfirmed })
      return { ...data, serious: outcome === 'met', open: await revocationOf(tx, context, file.base?.id ?? ''), stands: found.live }
    }
    case 'demand': return { ...data, dueOn: context.rules.due(today, rulesIn(context).settings['major.demandDays']).day }
    case 'apply': case 'propose': return { ...data, asked: await handIn(tx, about, found) }
    case 'linkFinding': case 'linkFindingLater': return { ...data, found: await linked(data as unknown as Finding, file.base?.id ?? '') }
    case 'approve': return { ...data, effectiveOn: data.effectiveOn ?? later(today, file.proposal?.effectiveOn ?? found.plannedOn) }
    case 'file': case 'record': return { ...data, effectiveOn: file.asked?.happenedOn ?? today }
    case 'acknowledge': return { ...data, side: side() }
    case 'report': return { ...data, reportedAt: wallClock(context), hours: Math.round((found.hours ?? 0) * 100) / 100, late: (found.hours ?? 0) > found.limits.accidentHours }
    default: return data
  }
}
const later = (one: Day, other: Day | undefined): Day => (other && other > one ? other : one)

async function handIn(tx: Tx, about: About, found: MajorMatterFound): Promise<Asked> {
  const { context, file, step } = about
  const matter = matterOf(file.code as MatterCode)
  const { values, attached } = await materialOf(tx, about, matter)
  const base = await registerOf(tx, context, file.base?.id ?? '') as Known
  const named = await withHosts(tx, matter, values)
  const { happenedOn, plannedOn, dueOn, kind } = found
  return {
    on: context.today, by: step === 'propose' ? 'host' : 'base', kind, values: named, attached, before: beforeOf(matter, base.register), happenedOn: happenedOn ?? null, dueOn: dueOn ?? null,
    ...timesOf(context, matter, kind, { plannedOn, dueOn }),
  }
}

const beforeOf = (matter: Matter, register: Register): Partial<Register> => Object.fromEntries(matter.changes.map((key: ChangeKey) => [key, register[key]]))

/** Institutions under the names of the register: a name typed by the base would enter it. */
async function withHosts(tx: Tx, matter: Matter, values: MatterValues): Promise<MatterValues> {
  const field = matter.fields.find(({ type, id }) => type === 'orgs' && values[id] !== undefined)
  if (!field) return values
  const ids = values[field.id] as string[]
  const known = new Map((await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from sec.partners(${ids}::text[])`)).map(({ id, name }) => [id, name]))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) throw badInput(unknown.map(() => ({ path: field.id, expected: { zh: '在册的依托单位', en: 'institutions on the register' } })))
  return { ...values, [field.id]: ids.map((org, at): Host => ({ org, name: known.get(org) ?? '', lead: at === 0, demo: (known.get(org) ?? '').includes('演示') })) }
}

/** For the screen of the draft, which shows before the step is pressed what pressing it would do. */
export async function outlookOf(tx: Tx, about: { context: Context; caseId: string; file: MajorMatterCase }) {
  const { context, file } = about
  const base = file.base && await registerOf(tx, context, file.base.id)
  if (!file.code || !base) return undefined
  const matter = matterOf(file.code)
  const { kind, happenedOn, plannedOn, dueOn: due, candidate, terms, limits } = await look(tx, { ...about, step: null, data: {} })
  const exceptions = candidate ? exceptionsOf(candidate, terms, { ...limits, approvalAge: rulesIn(context).settings['director.approvalAge'] }) : []
  return { kind, exceptions, happenedOn: happenedOn ?? null, dueOn: due ?? null, ...timesOf(context, matter, kind, { plannedOn, dueOn: due }), before: beforeOf(matter, base.register) }
}

/** Told after its day, or planned for a day before it was applied for. */
const timesOf = ({ today }: Context, { time }: Matter, kind: MajorMatterFound['kind'], { plannedOn, dueOn: due }: { plannedOn: Day | undefined; dueOn: Day | undefined }) => ({
  late: due !== undefined && today > due && (kind !== 'approval' || time.when === 'either'), ahead: kind === 'approval' && time.when !== 'either' && plannedOn !== undefined && plannedOn < today,
})

const titleOf = (file: MajorMatterCase) => (file.base && file.code ? `${matterOf(file.code).words.zh}：${file.base.name}` : '')
export const list = (file: MajorMatterCase) => ({ title: titleOf(file), hosts: file.base?.hosts.map(({ org, name, demo }) => ({ org, name, demo })) ?? [], county: file.base?.countyOrg ?? null, field: file.base?.field ?? null, track: null, batch: null, search: `${file.base?.id ?? ''} ${file.code ?? ''}`, base: file.base?.id ?? null })

/** Two people in a row: the officer before the lead; and whose draft it is. */
export function waitsEarlier(file: MajorMatterCase): boolean {
  switch (file.status) {
    case 'draft': case 'returned': return file.opener.side === 'host'
    case 'endorsed': return file.verification === null
    case 'examined': return file.asked?.kind !== 'approval' || file.proposal === null
    case 'demanded': case 'applied': case 'approved': case 'refused': case 'filed': case 'recorded': case 'leaving': case 'onNotice': case 'left': case 'withdrawn': case 'reported': case 'written': case 'cleared': case 'liftProposed': case 'lifted': case 'ended': return false
  }
}
export const dueOn = (file: MajorMatterCase): Day | undefined => (file.status === 'demanded' ? file.demanded?.dueOn : undefined)
/** A public notice names the base, not the matter; what stands on one is a base that leaves. */
export const noticed = (file: MajorMatterCase) => (file.base && file.code === 'M15' ? { name: file.base.name, outcome: '主动退出' } : null)

/** A draft is the base's and its host's; the organiser reads what was submitted, the city what was examined, and both an accident at once. */
export function visibleTo(file: MajorMatterCase) {
  const { parties, base, reached, opener } = file
  if (!base) return { orgs: [...new Set(Object.values(parties).flat().filter((party) => party !== 'system'))], people: [] }
  const orgs = [base.unit, ...(parties['host.admin'] ?? []), ...(reached !== 'base' ? [base.countyOrg, ...(parties['partner.admin'] ?? [])] : []), ...(reached === 'city' ? [file.city] : []), ...(opener.side === 'county' || opener.side === 'city' ? [opener.org] : [])]
  return { orgs: [...new Set(orgs)], people: [] }
}

/** Base and host see how it went; the organiser's verification is for authorities, the preparation of the city for the city. */
export function show(file: MajorMatterCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _parties, city: _city, verification, proposal, lifting, ...told } = file
  switch (viewer.reach) {
    case 'city': return { ...told, verification, proposal, lifting }
    case 'authorities': return { ...told, verification }
    case 'parties': case 'admin': case 'public': return told
  }
}

export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; file: MajorMatterCase }) {
  const { jurisdiction, caseId, file } = about
  const { asked, accident, decision } = file
  await rowsOf(tx, sql`
    insert into matter (jurisdiction, case_id, base_id, code, kind, late, undeclared, happened_on, effective_on, settled_on)
    values (${jurisdiction}, ${caseId}, ${file.base?.id ?? ''}, ${file.code ?? ''}, ${asked?.kind ?? (file.code ? matterOf(file.code).kind : 'filing')}, ${asked?.late === true || asked?.ahead === true || accident?.late === true}, ${file.findings.length > 0},
      ${asked?.happenedOn ?? accident?.occurredAt.slice(0, 10) ?? null}, ${decision?.effectiveOn ?? null}, ${decision?.on ?? null})
    on conflict (jurisdiction, case_id) do update set kind = excluded.kind, late = excluded.late, undeclared = excluded.undeclared, happened_on = excluded.happened_on, effective_on = excluded.effective_on, settled_on = excluded.settled_on`)
}

/** The revocation of this base that is under way: facts are added to it, another is not opened. */
const revocationOf = async (tx: Tx, { jurisdiction }: Context, baseId: string): Promise<string | null> =>
  (await rowOf<{ number: string }>(tx, sql`select number from revocation where jurisdiction = ${jurisdiction} and base_id = ${baseId} and status not in ('served', 'announced', 'notRevoked', 'moot') order by number limit 1`))?.number ?? null

/** Open matters of bases that are gone, drafts among them: the clock sees what the authorities do not. */
export async function mattersOfGoneBases({ tx, jurisdiction, engines }: Context): Promise<{ caseId: string; step: string; data: Record<string, unknown> }[]> {
  const rows = await rowsOf<{ case_id: string; status: string; gone: string }>(tx, sql`
    select l.case_id, l.status, b.status as gone from case_list l join base b on b.jurisdiction = l.jurisdiction and b.id = l.base
     where l.jurisdiction = ${jurisdiction} and l.procedure = 'major-matter' and b.status in ('revoked', 'left') order by l.number`)
  return rows.flatMap(({ case_id, status, gone }) => { const step = endingOf(engines['major-matter'], status); return step ? [{ caseId: case_id, step, data: { reason: gone === 'left' ? '中试基地已退出。' : '中试基地已撤销。' } }] : [] })
}
