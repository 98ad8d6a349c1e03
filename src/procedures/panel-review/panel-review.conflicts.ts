/**
 * Avoidance 回避, computed: why an expert may not review an application. Art. 10(3) asks for a review and is silent on avoidance;
 * every ground is a setting. Everything that decides is handed in, and each ground tells step by step how it was found.
 */
import type { SettingRef } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { personNameOf } from './panel-review.names.ts'
import { type ApplicationRelations, chainBetween, type Holding, type Institution, isRecent, type ListedAs, type Period, type RelationRules, type RelationWorld, sameness, samenessSays } from './panel-review.relations.ts'

export type ExpertRelations = {
  readonly person: string
  readonly name: string
  readonly formerNames?: readonly string[]
  readonly employers: readonly (Period & { readonly institution: Institution })[]
  /** What the expert has told: of relatives, equity, payment, research together. */
  readonly ties: readonly Tie[]
}

export type Tie = Period & {
  readonly kind: 'kinship' | 'equity' | 'paid' | 'research' | 'other'
  readonly with: { readonly institution: Institution } | { readonly person: string } | { readonly application: string }
}

export type ConflictKind = 'employer' | 'partner' | 'group' | 'organiser' | 'client' | 'listed' | 'declared' | 'named' | 'rival'

export type Conflict = { readonly kind: ConflictKind; readonly law: SettingRef; readonly path: readonly Words[] }

export type ConflictRules = RelationRules & {
  /** Names an applicant may ask to keep away; what is written beyond them is not read. */
  readonly named: number
  /** Who has an interest in an application stays away from its rivals: of the batch, of the same field, or not at all. */
  readonly rivals: 'batch' | 'field' | 'off'
}

/** What each kind rests on. */
export const conflictLaw: Readonly<Record<ConflictKind, SettingRef>> = {
  employer: 'setting:conflict.years', partner: 'setting:conflict.years', client: 'setting:conflict.years', organiser: 'setting:conflict.years',
  group: 'setting:conflict.holdingSteps', listed: 'setting:conflict.listed', declared: 'setting:conflict.declare', named: 'setting:conflict.named',
  rival: 'setting:conflict.rivals',
}

/** Every ground on which this expert stays away from this application, in one order whatever the order of what is handed in. */
export const conflictsOf = (expert: ExpertRelations, application: ApplicationRelations, world: RelationWorld, rules: ConflictRules): Conflict[] => conflictsFinder(expert, world, rules)(application)

/** For one expert and many applications: an interest in one keeps away from all its rivals, and is looked for once. */
export function conflictsFinder(expert: ExpertRelations, world: RelationWorld, rules: ConflictRules): (application: ApplicationRelations) => Conflict[] {
  const known = new Map<ApplicationRelations, Conflict[]>()
  const interestsIn = (application: ApplicationRelations): Conflict[] => {
    const before = known.get(application)
    if (before) return before
    const found = interests(expert, application, world, rules)
    known.set(application, found)
    return found
  }
  return (application) => inOrder([
    ...interestsIn(application), ...clientsOf(expert, application, world, rules),
    ...organiserOf(expert, application, world, rules), ...namedIn(expert, application, rules), ...rivalsOf(interestsIn, application, world, rules),
  ])
}

/** Each ground once. */
function inOrder(found: readonly Conflict[]): Conflict[] {
  const told = new Map(found.map((conflict) => [`${order.indexOf(conflict.kind)} ${conflict.path.map(({ zh }) => zh).join(' ')}`, conflict]))
  return [...told.keys()].sort().map((key) => told.get(key)!)
}

const order: readonly ConflictKind[] = ['employer', 'partner', 'group', 'organiser', 'client', 'listed', 'declared', 'named', 'rival']

/** What makes an expert gain or lose with an application: from here rivalry follows too. */
const interests = (expert: ExpertRelations, application: ApplicationRelations, world: RelationWorld, rules: ConflictRules): Conflict[] => [
  ...institutionsOf(expert, rules).flatMap((reached) => partiesOf(application).flatMap((party) => throughInstitution(reached, party, world, rules))),
  ...listedIn(expert, application),
  ...declaredFor(expert, application, rules),
]

type Reached = { readonly institution: Institution; readonly told: Words; readonly declared: boolean }
type Party = { readonly institution: Institution; readonly as: 'host' | 'partner'; readonly told: Words }

/** Where the expert works or worked within the look-back, and where a declared tie leads. */
const institutionsOf = (expert: ExpertRelations, rules: RelationRules): Reached[] => [
  ...employersOf(expert, rules),
  ...expert.ties.flatMap((tie) => ('institution' in tie.with && isRecent(tie, rules) ? [{ institution: tie.with.institution, told: tieTold(expert, tie, tie.with.institution.name), declared: true }] : [])),
]

const employersOf = (expert: ExpertRelations, rules: RelationRules): Reached[] =>
  expert.employers.filter((post) => isRecent(post, rules)).map(({ institution, ...period }) => ({ institution, declared: false, told: {
    zh: `${expert.name}${periodZh(period)}在“${institution.name}”任职`, en: `${expert.name} works at ${institution.name} ${periodEn(period)}` } }))

const partiesOf = (application: ApplicationRelations): Party[] => [
  { institution: application.host, as: 'host', told: standing(application, application.host.name, '依托单位', 'host') },
  ...application.partners.map((partner): Party => ({ institution: partner, as: 'partner', told: standing(application, partner.name, '共建单位', 'partner') })),
]

function throughInstitution(reached: Reached, party: Party, world: RelationWorld, rules: RelationRules): Conflict[] {
  const same = alike(world, reached.institution, party.institution)
  if (same) return [conflict(reached.declared ? 'declared' : party.as === 'host' ? 'employer' : 'partner', [reached.told, ...same, party.told])]
  const chain = chainBetween(world, reached.institution, party.institution, rules)
  return chain ? [conflict('group', [reached.told, ...chain.map(holdingTold), party.told])] : []
}

/** A name on the list is enough: telling namesakes apart would rest on what the applicant writes (decision 0060). */
const listedIn = (expert: ExpertRelations, application: ApplicationRelations): Conflict[] =>
  application.listed.filter(({ name }) => isNamed(expert, name)).map(({ name, as }) => conflict('listed', [listedTold(application, name, as)]))

const declaredFor = (expert: ExpertRelations, application: ApplicationRelations, rules: RelationRules): Conflict[] =>
  expert.ties.filter((tie) => isRecent(tie, rules)).flatMap((tie) => {
    const other = tie.with
    if ('application' in other) return other.application === application.id ? [conflict('declared', [tieTold(expert, tie, application.number)])] : []
    if (!('person' in other)) return []
    return application.listed.filter(({ name }) => personNameOf(name) === personNameOf(other.person))
      .map(({ name, as }) => conflict('declared', [tieTold(expert, tie, other.person), listedTold(application, name, as)]))
  })

const clientsOf = (expert: ExpertRelations, application: ApplicationRelations, world: RelationWorld, rules: RelationRules): Conflict[] =>
  employersOf(expert, rules).flatMap((reached) => application.clients.filter((client) => isRecent(client, rules)).flatMap(({ institution, ...period }) => {
    const same = alike(world, reached.institution, institution)
    return same ? [conflict('client', [reached.told, ...same, { zh: `“${institution.name}”${periodZh(period)}是 ${application.number} 所列服务对象`, en: `${institution.name} is a client listed in ${application.number} ${periodEn(period)}` }])] : []
  }))

const organiserOf = (expert: ExpertRelations, application: ApplicationRelations, world: RelationWorld, rules: RelationRules): Conflict[] => {
  const { organiser } = application
  return organiser === undefined ? [] : employersOf(expert, rules).flatMap((reached) => {
    const same = alike(world, reached.institution, organiser)
    return same ? [conflict('organiser', [reached.told, ...same, standing(application, organiser.name, '组织推荐单位', 'recommending department')])] : []
  })
}

/** An applicant gives reasons; a name without one keeps nobody away, and nobody can empty the pool by a long list. */
const namedIn = (expert: ExpertRelations, application: ApplicationRelations, rules: ConflictRules): Conflict[] =>
  application.avoid.slice(0, rules.named).filter(({ name, reason }) => reason.trim() !== '' && isNamed(expert, name))
    .map(({ name, reason }) => conflict('named', [{ zh: `${application.number} 申请“${name}”回避：${reason.trim()}`, en: `${application.number} asks that ${name} stay away: ${reason.trim()}` }]))

const rivalsOf = (interestsIn: (application: ApplicationRelations) => Conflict[], application: ApplicationRelations, world: RelationWorld, rules: ConflictRules): Conflict[] =>
  rules.rivals === 'off' ? [] : world.applications
    .filter((other) => other.id !== application.id && (rules.rivals === 'batch' || (other.field !== undefined && other.field === application.field)))
    .flatMap((other) => interestsIn(other).map(({ path }) => conflict('rival', [...path,
      { zh: `${other.number} 与 ${application.number} ${rules.rivals === 'batch' ? '同批' : '同批同领域'}参评`, en: `${other.number} is reviewed against ${application.number} in the same batch${rules.rivals === 'batch' ? '' : ' and field'}` }])))

const conflict = (kind: ConflictKind, path: readonly Words[]): Conflict => ({ kind, law: conflictLaw[kind], path })

const isNamed = ({ name, formerNames = [] }: ExpertRelations, other: string) =>
  personNameOf(other) !== '' && [name, ...formerNames].some((own) => personNameOf(own) === personNameOf(other))

/** Nothing to add where both are written alike; otherwise why they are one. */
function alike(world: RelationWorld, one: Institution, other: Institution): Words[] | undefined {
  const by = sameness(world, one, other)
  if (by === undefined) return undefined
  return by === 'identical' || one.name === other.name ? [] : [{ zh: `“${one.name}”即“${other.name}”（${samenessSays[by].zh}）`, en: `${one.name} is ${other.name} (${samenessSays[by].en})` }]
}

const holdingTold = ({ holder, held, control, share, ...period }: Holding): Words => ({
  zh: `“${holder.name}”${periodZh(period)}${control ? '控制' : `持有 ${percent(share)} 的`}“${held.name}”${control ? '' : '股权'}`,
  en: `${holder.name} ${control ? 'controls' : `holds ${percent(share)} of`} ${held.name} ${periodEn(period)}`,
})

const tieTold = (expert: ExpertRelations, { kind, ...tie }: Tie, other: string): Words => ({
  zh: `${expert.name}申明${periodZh(tie)}与“${other}”${tieWords[kind].zh}`, en: `${expert.name} has declared ${tieWords[kind].en} with ${other} ${periodEn(tie)}`,
})

const tieWords: Readonly<Record<Tie['kind'], Words>> = {
  kinship: { zh: '有亲属关系', en: 'kinship' }, equity: { zh: '有股权关系', en: 'equity' }, paid: { zh: '有报酬关系', en: 'a paid relation' },
  research: { zh: '有师生、合著或合作发明关系', en: 'supervision, co-authorship or joint invention' }, other: { zh: '有其他利害关系', en: 'another interest' },
}

const listedTold = ({ number }: ApplicationRelations, name: string, as: ListedAs): Words => ({
  zh: `${number} 所列${listedWords[as].zh}中有“${name}”`, en: `${number} lists ${name} as ${listedWords[as].en}`,
})

const listedWords: Readonly<Record<ListedAs, Words>> = {
  director: { zh: '主任', en: 'director' }, staff: { zh: '人员', en: 'staff' }, committee: { zh: '管理委员会成员', en: 'member of the committee' },
  adviser: { zh: '技术（专家）委员会成员', en: 'adviser' }, legalRepresentative: { zh: '法定代表人', en: 'legal representative' }, contact: { zh: '联系人', en: 'contact' }, shareholder: { zh: '股东、出资人', en: 'shareholder' },
}

const standing = ({ number }: ApplicationRelations, name: string, zh: string, en: string): Words => ({ zh: `“${name}”是 ${number} 的${zh}`, en: `${name} is the ${en} of ${number}` })
const percent = (share = 0) => `${Number((share * 100).toFixed(4))}%`
const periodZh = ({ from, to }: Period) => (from && to ? ` ${from} 至 ${to} ` : from ? `自 ${from} 起` : to ? `至 ${to} ` : '')
const periodEn = ({ from, to }: Period) => (from && to ? `(${from} to ${to})` : from ? `(since ${from})` : to ? `(until ${to})` : '(dates unknown)')
