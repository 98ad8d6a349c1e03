/** Who is tied to whom: institutions under their names and codes, who holds whom, and what a day still sees of it. Pure. */
import { type Day, plusMonths } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { coreNameOf, creditCodeOf, fullNameOf } from './panel-review.names.ts'

/** `to` is the last day; `null` at either end: not known, or it goes on. */
export type Period = { readonly from: Day | null; readonly to: Day | null }

/** An institution as somebody wrote it down. */
export type Institution = { readonly name: string; readonly uscc?: string; readonly formerNames?: readonly string[] }

/** `state`: a body of the state that holds many; being held by it alone relates nobody (Company Law, Art. 265(4)). */
export type Registered = Institution & { readonly state?: true }

/** `holder` holds `held`. `control`: it decides there; `share`: its part of one, where known. */
export type Holding = Period & { readonly holder: Institution; readonly held: Institution; readonly control: boolean; readonly share?: number }

/** All that is known beside one expert and one application. */
export type RelationWorld = {
  readonly institutions: readonly Registered[]
  readonly holdings: readonly Holding[]
  /** Every application of the batch, and of no other. */
  readonly applications: readonly ApplicationRelations[]
}

export type ApplicationRelations = {
  readonly id: string
  /** As it is shown: RD-2026-0017. */
  readonly number: string
  readonly field?: string
  readonly host: Institution
  readonly partners: readonly Institution[]
  /** Who recommended it. */
  readonly organiser?: Institution
  /** Everybody the application names. */
  readonly listed: readonly { readonly name: string; readonly as: ListedAs }[]
  readonly clients: readonly (Period & { readonly institution: Institution })[]
  /** Whom the applicant asks to keep away, in the order written. */
  readonly avoid: readonly { readonly name: string; readonly reason: string }[]
}

export type ListedAs = 'director' | 'staff' | 'committee' | 'adviser' | 'legalRepresentative' | 'contact' | 'shareholder'

/** How the look-back is measured. All of it comes from settings. */
export type RelationRules = {
  readonly on: Day
  readonly years: number
  /** A single stake counts from this part of one on; a chain counts only where each link controls. */
  readonly holdingShare: number
  /** Links of ownership between two institutions at most. */
  readonly holdingSteps: number
}

/**
 * The first day the look-back sees. Decision 0060: the day exactly so many years ago still belongs to it,
 * and 29 February looks back to 28 February.
 */
export const lookBackFrom = (on: Day, years: number): Day => plusMonths(on, -12 * years)

/** Whether a relation held on any day of the look-back. What begins later does not count yet. */
export const isRecent = ({ from, to }: Period, { on, years }: Pick<RelationRules, 'on' | 'years'>): boolean =>
  (from === null || from <= on) && (to === null || to >= lookBackFrom(on, years))

export type Sameness = 'identical' | 'code' | 'name' | 'core'

/**
 * Whether two institutions are one, and by what. An equal code decides whatever the names say; then an equal whole name, today's or
 * an old one; names equal but for the suffix count only where one of the two shows no code.
 */
export function sameness(world: RelationWorld, one: Institution, other: Institution): Sameness | undefined {
  const [left, right] = [readOnce(world, one), readOnce(world, other)]
  const equalCode = left.code !== undefined && left.code === right.code
  if (one.name === other.name && (equalCode || one.uscc === other.uscc)) return one.name.trim() === '' && !equalCode ? undefined : 'identical'
  if (equalCode) return 'code'
  const [a, b] = [left.identity(), right.identity()]
  if (shared(a.proven, b.proven)) return 'name'
  return shared(a.likely, b.likely) || (shared(a.cores, b.cores) && !(a.coded && b.coded)) ? 'core' : undefined
}

/** A key under which every spelling of one institution is counted once: its code, or its name without the kind of company. */
export function institutionKey(world: RelationWorld, institution: Institution): string {
  const { likely, cores, coded } = readOnce(world, institution).identity()
  return (coded ? undefined : [...cores].sort()[0]) ?? [...likely].sort()[0] ?? ''
}

/**
 * The shortest chain of ownership between two different institutions: up from the one, then down to the other.
 * Two owners of one joint venture are not related by it.
 */
export function chainBetween(world: RelationWorld, one: Institution, other: Institution, rules: RelationRules): Holding[] | undefined {
  const held = world.holdings.filter((holding) => isRecent(holding, rules))
  const direct = rules.holdingSteps < 1 ? [] : held.filter((holding) => counts(holding, rules)
    && ((same(world, holding.holder, one) && same(world, holding.held, other)) || (same(world, holding.held, one) && same(world, holding.holder, other)))).map((holding) => [holding])
  if (direct.length > 0) return direct.sort(byText)[0]
  const controlled = held.filter(({ control }) => control)
  const [mine, theirs] = [one, other].map((start) => upFrom(world, start, controlled, rules.holdingSteps)) as [Climb[], Climb[]]
  const chains = mine.flatMap((up) => theirs.flatMap((down) =>
    up.chain.length + down.chain.length > 0 && up.chain.length + down.chain.length <= rules.holdingSteps && same(world, up.top, down.top)
      && !(up.chain.length > 0 && down.chain.length > 0 && isState(world, up.top)) ? [[...up.chain, ...down.chain.toReversed()]] : []))
  return chains.sort((a, b) => a.length - b.length || byText(a, b))[0]
}

export const samenessSays: Readonly<Record<Exclude<Sameness, 'identical'>, Words>> = {
  code: { zh: '统一社会信用代码相同', en: 'same credit code' },
  name: { zh: '名称或曾用名相同', en: 'same name, today or before' },
  core: { zh: '除公司形式外名称相同，且一方无代码', en: 'same name but for the kind of company, and one shows no code' },
}

type Climb = { readonly top: Institution; readonly chain: readonly Holding[] }

/** Every controller above, with the way up; `steps` bounds it, so a circle of holdings ends too. */
function upFrom(world: RelationWorld, start: Institution, controlled: readonly Holding[], steps: number): Climb[] {
  const all: Climb[] = [{ top: start, chain: [] }]
  for (let at = 0; at < all.length; at++) {
    const { top, chain } = all[at]!
    if (chain.length < steps) for (const holding of controlled) if (!chain.includes(holding) && same(world, holding.held, top)) all.push({ top: holding.holder, chain: [...chain, holding] })
  }
  return all
}

const same = (world: RelationWorld, one: Institution, other: Institution) => sameness(world, one, other) !== undefined
const counts = ({ control, share }: Holding, { holdingShare }: RelationRules) => control || (share !== undefined && share >= holdingShare)
const isState = (world: RelationWorld, institution: Institution) =>
  world.institutions.some((one) => one.state && ['identical', 'code', 'name'].includes(sameness(world, one, institution) ?? ''))
const textOf = (chain: readonly Holding[]) => chain.map(({ holder, held, from }) => `${holder.name} ${held.name} ${from}`).join('|')
const byText = (a: readonly Holding[], b: readonly Holding[]) => (textOf(a) < textOf(b) ? -1 : 1)
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((key) => b.has(key))

/**
 * `proven`: its codes and whole names, put together with all that is written anywhere under one of them. `likely`: besides, where no
 * code is proven, those of the only institution with a code that bears the same name but for the suffix. `coded`: a code is known.
 */
type Identity = { readonly proven: ReadonlySet<string>; readonly likely: ReadonlySet<string>; readonly cores: ReadonlySet<string>; readonly coded: boolean }
type Known = { readonly byKey: ReadonlyMap<string, readonly string[]>; readonly codedByCore: ReadonlyMap<string, ReadonlySet<readonly string[]>>; readonly found: Map<string, Identity>; readonly read: WeakMap<Institution, Read> }
type Read = { readonly code: string | undefined; readonly identity: () => Identity }

/** An institution is asked about thousands of times: what is written of it is put into one spelling once. */
function readOnce(world: RelationWorld, institution: Institution): Read {
  const { read } = knownIn(world)
  const before = read.get(institution)
  if (before) return before
  let identity: Identity | undefined
  const now: Read = { code: creditCodeOf(institution.uscc), identity: () => (identity ??= identityOf(world, institution)) }
  read.set(institution, now)
  return now
}

function identityOf(world: RelationWorld, institution: Institution): Identity {
  const known = knownIn(world)
  const own = keysOf(institution)
  const label = own.join('\n')
  const before = known.found.get(label)
  if (before) return before
  const proven = new Set(own.flatMap((key) => known.byKey.get(key) ?? [key]))
  const cores = coresOf(proven)
  const candidates = isCoded(proven) ? [] : [...new Set([...cores].flatMap((core) => [...(known.codedByCore.get(core) ?? [])]))]
  const likely = candidates.length === 1 ? new Set([...proven, ...candidates[0]!]) : proven
  const identity = { proven, likely, cores: coresOf(likely), coded: isCoded(likely) }
  known.found.set(label, identity)
  return identity
}

const isCoded = (keys: ReadonlySet<string>) => [...keys].some((key) => key.startsWith('code '))
const coresOf = (keys: ReadonlySet<string>) => new Set([...keys].flatMap((key) => (key.startsWith('name ') ? coreNameOf(key.slice(5)) || [] : [])))

const keysOf = ({ name, uscc, formerNames = [] }: Institution): string[] => {
  const code = creditCodeOf(uscc)
  return [...(code ? [`code ${code}`] : []), ...[name, ...formerNames].map(fullNameOf).filter(Boolean).map((full) => `name ${full}`)]
}

/** The same world is asked about many pairs: its register is put together once. */
const worlds = new WeakMap<RelationWorld, Known>()

function knownIn(world: RelationWorld): Known {
  const before = worlds.get(world)
  if (before) return before
  const byKey = new Map<string, string[]>()
  for (const institution of writtenIn(world)) {
    const keys = new Set(keysOf(institution).flatMap((key) => byKey.get(key) ?? [key]))
    const together = [...keys]
    for (const key of together) byKey.set(key, together)
  }
  const codedByCore = new Map<string, Set<readonly string[]>>()
  for (const together of new Set(byKey.values())) {
    if (isCoded(new Set(together))) for (const core of coresOf(new Set(together))) codedByCore.set(core, (codedByCore.get(core) ?? new Set()).add(together))
  }
  const known = { byKey, codedByCore, found: new Map<string, Identity>(), read: new WeakMap<Institution, Read>() }
  worlds.set(world, known)
  return known
}

const writtenIn = ({ institutions, holdings, applications }: RelationWorld): Institution[] => [
  ...institutions, ...holdings.flatMap(({ holder, held }) => [holder, held]),
  ...applications.flatMap(({ host, partners, organiser, clients }) => [host, ...partners, ...(organiser ? [organiser] : []), ...clients.map(({ institution }) => institution)]),
]
