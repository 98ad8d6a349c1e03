/**
 * The draw of a panel, algorithm draw-1: everything is fixed and committed to before, everything is revealed after, and anyone can
 * recompute it. docs/draw.md tells it step by step; scripts/recompute-draw.mjs does it again with nothing from here.
 */
import { bytesOf, canonicalJson, hmacSha256, sha256Hex, utf8 } from './panel-review.digest.ts'

/** Who may be drawn. `expert`: the number the record shows; `employers`: one key for every spelling of an institution. */
export type PoolExpert = {
  readonly expert: string
  readonly kind: Pot
  readonly fields: readonly string[]
  readonly employers: readonly string[]
  readonly inCity: boolean
  /** Applications of the batch that this expert stays away from. */
  readonly conflicts: readonly string[]
  /** Sat on the panel before this one; said only where rotation asks for it. */
  readonly before?: true
}

/** Seats of one kind are drawn from one pot; no expert is in two pots. The order is that of the draw. */
export const pots = ['finance', 'safety', 'management', 'technical'] as const
export type Pot = (typeof pots)[number]

/** All that must hold of a panel; nothing but these numbers, so that the record says everything. */
export type DrawRules = {
  /** `draw-2` is `draw-1` with one rule more: `mostBefore`. */
  readonly algorithm: 'draw-1' | 'draw-2'
  readonly seats: Readonly<Record<Pot, number>>
  /** A technical expert knows at least one of them; with `everyField` each is known to one technical expert at least. */
  readonly fields: readonly string[]
  readonly everyField: boolean
  /** Members from outside the city at least; of one employer at most. */
  readonly outside: number
  readonly perEmployer: number
  /** Each application keeps so many members without a conflict. */
  readonly applications: readonly string[]
  readonly minValid: number
  /** Reserves named for each seat. */
  readonly reserves: number
  /** Members who sit already, designated with reason and approval before the commitment. */
  readonly designated: readonly PoolExpert[]
  /** Tries before the draw gives up; it never relaxes a rule. */
  readonly attempts: number
  /** Members of the panel before at most. */
  readonly mostBefore?: number
  /** Who has sat in so many batches of the year was not put into the pool: told, not weighed again. */
  readonly batchesAYear?: number
}

/** `seed`: 64 hex digits, secret until the reveal. `witness`: what the witness adds once the commitment stands; '' when nothing. */
export type Drawn = { readonly pool: readonly PoolExpert[]; readonly rules: DrawRules; readonly seed: string; readonly witness?: string }

export type Seat = { readonly seat: string; readonly expert: string; readonly designated: boolean; readonly reserves: readonly string[] }
export type Breach = 'employer' | 'outside' | 'fields' | 'conflicts' | 'previous'

/** `key`: what seed and witness gave together. `order`: every pot in the order of the accepted try; reserves are called along it. */
export type DrawResult = {
  readonly key: string
  readonly attempts: number
  /** How many tries broke which rule; a try may break several. */
  readonly rejected: Readonly<Record<Exclude<Breach, 'previous'>, number>> & { readonly previous?: number }
} & ({ readonly found: true; readonly seats: readonly Seat[]; readonly order: Readonly<Record<Pot, readonly string[]>> } | { readonly found: false })

export type DrawRecord = { readonly pool: readonly PoolExpert[]; readonly rules: DrawRules; readonly seed: string; readonly witness: string; readonly commitment: string; readonly result: DrawResult }

/** What is published before the draw: it fixes pool, rules and seed and gives none of the seed away. */
export const commitmentOf = ({ pool, rules, seed }: Omit<Drawn, 'witness'>): string => sha256Hex(canonicalJson({
  poolHash: sha256Hex(canonicalJson(orderedPool(pool))), rulesHash: sha256Hex(canonicalJson(orderedRules(rules))), seedHash: sha256Hex(seed),
}))

/** Shuffles every pot until the first of each make a panel that breaks no rule: every such panel is equally likely. */
export function drawOf({ pool, rules, seed, witness = '' }: Drawn): DrawResult {
  const key = sha256Hex(`${seed}:${witness}`)
  const below = stream(bytesOf(key))
  const filled = potsOf(pool, rules)
  const rejected: { [Of in Exclude<Breach, 'previous'>]: number } & { previous?: number } = { employer: 0, outside: 0, fields: 0, conflicts: 0, ...(rules.mostBefore !== undefined && { previous: 0 }) }
  if (pots.some((pot) => filled[pot].length < openIn(rules, pot))) return { found: false, key, attempts: 0, rejected }
  for (let attempts = 1; attempts <= rules.attempts; attempts++) {
    const order = Object.fromEntries(pots.map((pot) => [pot, shuffled(filled[pot], below)])) as Record<Pot, PoolExpert[]>
    const drawn = pots.flatMap((pot) => order[pot].slice(0, openIn(rules, pot)))
    const broken = breachesOf([...rules.designated, ...drawn], rules)
    for (const breach of broken) rejected[breach] = (rejected[breach] ?? 0) + 1
    if (broken.length === 0) return { found: true, key, attempts, rejected, seats: seatsOf(order, rules), order: namesOf(order) }
  }
  return { found: false, key, attempts: rules.attempts, rejected }
}

/**
 * Who is called when a seat falls empty: along the order drawn, the first who neither sits nor has left and with whom no rule breaks.
 * `pool`: with the conflicts known today. Undefined: draw again, with the reason, or designate within the limit.
 */
export function nextReserve(draw: { pool: readonly PoolExpert[]; rules: DrawRules; result: DrawResult }, leaving: string, now: { sitting: readonly string[]; gone: readonly string[] }): string | undefined {
  const { pool, rules, result } = draw
  const everyone = [...pool, ...rules.designated]
  const pot = everyone.find(({ expert }) => expert === leaving)?.kind
  if (!result.found || pot === undefined) return undefined
  const staying = now.sitting.filter((expert) => expert !== leaving)
  return result.order[pot].find((next) => next !== leaving && !staying.includes(next) && !now.gone.includes(next)
    && breachesOf(everyone.filter(({ expert }) => expert === next || staying.includes(expert)), rules).length === 0)
}

/** What breaks among the members; a seat still empty may yet bring what is missing. */
export function breachesOf(members: readonly PoolExpert[], rules: DrawRules): Breach[] {
  const empty = sizeOf(rules) - members.length
  const employers = new Map<string, number>()
  for (const employer of members.flatMap((member) => [...new Set(member.employers)])) employers.set(employer, (employers.get(employer) ?? 0) + 1)
  const unknown = rules.everyField ? rules.fields.filter((field) => !members.some(({ kind, fields }) => kind === 'technical' && fields.includes(field))) : []
  const broken: [Breach, boolean][] = [
    ['employer', [...employers.values()].some((count) => count > rules.perEmployer)],
    ['outside', members.filter(({ inCity }) => !inCity).length + empty < rules.outside],
    ['fields', empty === 0 && unknown.length > 0],
    ['conflicts', rules.applications.some((application) => members.filter(({ conflicts }) => !conflicts.includes(application)).length + empty < rules.minValid)],
    ['previous', rules.mostBefore !== undefined && members.filter(({ before }) => before).length > rules.mostBefore],
  ]
  return broken.flatMap(([breach, is]) => (is ? [breach] : []))
}

export const sizeOf = ({ seats }: DrawRules): number => pots.reduce((sum, pot) => sum + seats[pot], 0)

/** Seats of a pot that nobody designated holds. */
export const openIn = ({ seats, designated }: DrawRules, pot: Pot): number => Math.max(0, seats[pot] - designated.filter(({ kind }) => kind === pot).length)

/** The pots from which seats are drawn, each in the order of its experts' numbers. A pot without a seat stays empty. */
export function potsOf(pool: readonly PoolExpert[], rules: DrawRules): Record<Pot, PoolExpert[]> {
  const sits = new Set(rules.designated.map(({ expert }) => expert))
  const able = orderedPool(pool).filter(({ expert, kind, fields }) => rules.seats[kind] > 0 && !sits.has(expert) && (kind !== 'technical' || fields.some((field) => rules.fields.includes(field))))
  return Object.fromEntries(pots.map((pot) => [pot, able.filter(({ kind }) => kind === pot)])) as Record<Pot, PoolExpert[]>
}

/** Whole numbers below n, each equally likely: 32 bits at a time from HMAC-SHA-256(key, "draw-1:0"), "draw-1:1", … */
function stream(key: Uint8Array): (n: number) => number {
  const digest = hmacSha256(key)
  let [block, at, counter] = [new DataView(new ArrayBuffer(0)), 0, 0]
  const word = () => {
    if (at === block.byteLength) [block, at] = [new DataView(digest(utf8(`draw-1:${counter++}`)).buffer as ArrayBuffer), 0]
    at += 4
    return block.getUint32(at - 4)
  }
  return (n) => {
    const limit = 2 ** 32 - (2 ** 32 % n)
    let value = word()
    while (value >= limit) value = word()
    return value % n
  }
}

/** Fisher and Yates, from the last place down. */
function shuffled<Item>(items: readonly Item[], below: (n: number) => number): Item[] {
  const list = [...items]
  for (let last = list.length - 1; last > 0; last--) {
    const other = below(last + 1)
    ;[list[last], list[other]] = [list[other]!, list[last]!]
  }
  return list
}

function seatsOf(order: Record<Pot, PoolExpert[]>, rules: DrawRules): Seat[] {
  const designated = orderedPool(rules.designated)
  const members = [...designated, ...pots.flatMap((pot) => order[pot].slice(0, openIn(rules, pot)))]
  return pots.flatMap((pot) => members.filter(({ kind }) => kind === pot).map((member, at): Seat => ({
    seat: `${pot}-${at + 1}`, expert: member.expert, designated: designated.includes(member),
    reserves: order[pot].slice(openIn(rules, pot)).filter((next) => breachesOf(members.map((one) => (one === member ? next : one)), rules).length === 0)
      .slice(0, rules.reserves).map(({ expert }) => expert),
  })))
}

const namesOf = (order: Record<Pot, PoolExpert[]>) => Object.fromEntries(pots.map((pot) => [pot, order[pot].map(({ expert }) => expert)])) as Record<Pot, string[]>

/** In what order a pool was written down must not decide anything: everything that is a set is sorted by UTF-16 units. */
const orderedPool = (pool: readonly PoolExpert[]): PoolExpert[] =>
  pool.map((one) => ({ ...one, fields: [...one.fields].sort(), employers: [...one.employers].sort(), conflicts: [...one.conflicts].sort() }))
    .sort((a, b) => (a.expert < b.expert ? -1 : a.expert > b.expert ? 1 : 0))

const orderedRules = (rules: DrawRules): DrawRules => ({ ...rules, fields: [...rules.fields].sort(), applications: [...rules.applications].sort(), designated: orderedPool(rules.designated) })
