/** 10,000 random worlds against a model that knows the truth and looks at every path one by one. */
import { expect, test } from 'vitest'
import { conflictsOf, type ConflictKind, type ConflictRules, type ExpertRelations, type Tie } from './panel-review.conflicts.ts'
import type { ApplicationRelations, Holding, Institution, ListedAs, RelationWorld } from './panel-review.relations.ts'

const entities = ['晋中甲材料', '太原乙化工', '榆次丙铸造', '介休丁焦化', '长治戊机械', '祁县己玻璃', '大同庚储能', '平遥辛漆器']
const people = ['沈知行', '霍铁铮', '常思齐', '阿不都·热合曼', '牛向晨', '温启航', '申含章', '史可期', '武清和']
const codeOfEntity = (at: number) => `9114070000000${String(at + 10).padStart(3, '0')}5N`
const formerOf = (at: number) => `${entities[at]}厂旧名${at}`
const suffixes = ['有限公司', '股份有限公司', '有限责任公司', '集团有限公司', '（集团）有限公司', '集团', '']

/** The truth: numbers instead of names. A period in days of a small calendar around the boundary. */
type Span = { from: string | null; to: string | null }
type Truth = {
  jobs: (Span & { at: number })[]; name: number
  ties: (Span & { kind: Tie['kind']; at?: number; person?: number; application?: number })[]
}
type TrueApplication = { field: string; host: number; partners: number[]; organiser: number | null; listed: { person: number; as: ListedAs }[]; clients: (Span & { at: number })[]; avoid: { person: number; reason: string }[] }
type TrueHolding = Span & { holder: number; held: number; control: boolean; share?: number }

const on = '2026-11-23'
/** Days at and around both ends of three years; written out, not computed. */
const days = [null, '2001-07-01', '2023-11-21', '2023-11-22', '2023-11-23', '2023-11-24', '2025-02-28', '2026-11-22', '2026-11-23', '2026-11-24', '2027-01-01']
const seen = { from: new Set([null, ...days.filter((day) => day !== null && day <= '2026-11-23')]), to: new Set([null, '2023-11-23', '2023-11-24', '2025-02-28', '2026-11-22', '2026-11-23', '2026-11-24', '2027-01-01']) }
const recent = ({ from, to }: Span) => seen.from.has(from) && seen.to.has(to)

test('10,000 random relation graphs: no conflict is missed and none is invented', () => {
  let [blocked, free] = [0, 0]
  for (let seed = 1; seed <= 10_000; seed++) {
    const dice = diceOf(seed)
    const { truth, applications, holdings, state, rules } = drawTruth(dice)
    const world = renderWorld(dice, applications, holdings, state)
    const expert = renderExpert(dice, truth)
    for (const [at, application] of world.applications.entries()) {
      const kinds = [...new Set(conflictsOf(expert, application, world, rules).map(({ kind }) => kind))].sort()
      const expected = [...expectedKinds(truth, at, applications, holdings, state, rules)].sort()
      if (kinds.join() !== expected.join()) expect.fail(`seed ${seed}, application ${at}: found ${kinds.join()}, expected ${expected.join()}\n${JSON.stringify({ truth, applications, holdings, rules }, null, 1)}`)
      if (kinds.length > 0) blocked++
      else free++
    }
  }
  // Neither side may be empty, or the comparison would prove nothing.
  expect(blocked).toBeGreaterThan(5_000)
  expect(free).toBeGreaterThan(5_000)
})

/** Brute force over the truth: every path written out, nothing shared with what is tested. */
function expectedKinds(truth: Truth, index: number, applications: TrueApplication[], holdings: TrueHolding[], state: Set<number>, rules: ConflictRules): Set<ConflictKind> {
  const kinds = new Set<ConflictKind>()
  const mine = applications[index]!
  for (const kind of interestKinds(truth, index, applications, holdings, state, rules)) kinds.add(kind)
  for (const job of truth.jobs) {
    if (!recent(job)) continue
    for (const client of mine.clients) if (recent(client) && client.at === job.at) kinds.add('client')
    if (mine.organiser === job.at) kinds.add('organiser')
  }
  for (let at = 0; at < mine.avoid.length && at < rules.named; at++) if (mine.avoid[at]!.reason !== '' && mine.avoid[at]!.person === truth.name) kinds.add('named')
  for (let other = 0; other < applications.length; other++) {
    if (other === index || rules.rivals === 'off') continue
    if (rules.rivals === 'field' && applications[other]!.field !== mine.field) continue
    if (interestKinds(truth, other, applications, holdings, state, rules).size > 0) kinds.add('rival')
  }
  return kinds
}

function interestKinds(truth: Truth, index: number, applications: TrueApplication[], holdings: TrueHolding[], state: Set<number>, rules: ConflictRules): Set<ConflictKind> {
  const kinds = new Set<ConflictKind>()
  const mine = applications[index]!
  const starts: [number, boolean][] = []
  for (const job of truth.jobs) if (recent(job)) starts.push([job.at, false])
  for (const tie of truth.ties) {
    if (!recent(tie)) continue
    if (tie.at !== undefined) starts.push([tie.at, true])
    if (tie.application === index) kinds.add('declared')
    if (tie.person !== undefined && mine.listed.some(({ person }) => person === tie.person)) kinds.add('declared')
  }
  for (const [start, declared] of starts) {
    if (start === mine.host) kinds.add(declared ? 'declared' : 'employer')
    for (const partner of mine.partners) if (start === partner) kinds.add(declared ? 'declared' : 'partner')
    for (const party of [mine.host, ...mine.partners]) if (start !== party && connected(start, party, holdings, state, rules)) kinds.add('group')
  }
  if (mine.listed.some(({ person }) => person === truth.name)) kinds.add('listed')
  return kinds
}

/** Every walk of at most so many links, written as digits: u for up, d for down; up may not follow down. */
function connected(start: number, end: number, holdings: TrueHolding[], state: Set<number>, rules: ConflictRules): boolean {
  for (const { holder, held, control, share, ...span } of holdings) {
    if (!recent(span) || !(control || (share ?? 0) >= rules.holdingShare)) continue
    if (rules.holdingSteps >= 1 && ((holder === start && held === end) || (held === start && holder === end))) return true
  }
  let walks: { at: number; way: string; turn: number | null }[] = [{ at: start, way: '', turn: null }]
  for (let step = 0; step < rules.holdingSteps; step++) {
    const longer: typeof walks = []
    for (const walk of walks) {
      for (const { holder, held, control, ...span } of holdings) {
        if (!control || !recent(span)) continue
        if (held === walk.at && !walk.way.includes('d')) longer.push({ at: holder, way: `${walk.way}u`, turn: null })
        if (holder === walk.at) longer.push({ at: held, way: `${walk.way}d`, turn: walk.way.endsWith('u') ? walk.at : walk.turn })
      }
    }
    if (longer.some(({ at, turn }) => at === end && (turn === null || !state.has(turn)))) return true
    walks = longer
  }
  return false
}

type Dice = ReturnType<typeof diceOf>

/** A small generator of our own (mulberry32), so that a failing seed can be repeated. */
function diceOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, chance: (p: number) => next() < p, of: <T>(items: readonly T[]): T => items[below(items.length)]!, some: <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make) }
}

function drawTruth(dice: Dice) {
  const span = (): Span => ({ from: dice.of(days), to: dice.of(days) })
  const listedAs: ListedAs[] = ['director', 'staff', 'committee', 'adviser', 'legalRepresentative', 'contact']
  const applications = Array.from({ length: 1 + dice.below(3) }, (): TrueApplication => ({
    field: dice.of(['coal', 'carbon']), host: dice.below(entities.length), partners: dice.some(2, () => dice.below(entities.length)), organiser: dice.chance(0.2) ? dice.below(entities.length) : null,
    listed: dice.some(2, () => ({ person: dice.below(people.length), as: dice.of(listedAs) })), clients: dice.some(2, () => ({ ...span(), at: dice.below(entities.length) })),
    avoid: dice.some(4, () => ({ person: dice.below(people.length), reason: dice.chance(0.8) ? '合作纠纷' : '' })),
  }))
  const truth: Truth = {
    name: dice.below(people.length), jobs: dice.some(2, () => ({ ...span(), at: dice.below(entities.length) })),
    ties: dice.some(1, () => ({ ...span(), kind: dice.of(['kinship', 'equity', 'paid', 'research', 'other'] as const),
      ...dice.of([{ at: dice.below(entities.length) }, { person: dice.below(people.length) }, { application: dice.below(applications.length) }]) })),
  }
  const holdings = dice.some(5, (): TrueHolding => ({ ...span(), holder: dice.below(entities.length), held: dice.below(entities.length), control: dice.chance(0.6), share: dice.of([undefined, 0.01, 0.05, 0.3]) }))
  const state = new Set(dice.some(2, () => dice.below(entities.length)))
  const rules: ConflictRules = { on, years: 3, holdingShare: 0.05, holdingSteps: dice.of([1, 2, 2, 3]), named: dice.of([0, 1, 3]), rivals: dice.of(['batch', 'field', 'off'] as const) }
  return { truth, applications, holdings, state, rules }
}

/** One institution in any of its spellings; without a code only in those that can still be told. */
function spelt(dice: Dice, at: number): Institution {
  const core = entities[at]!
  const name = garbled(dice, dice.of([`${core}${dice.of(suffixes)}`, formerOf(at), `${formerOf(at)}${dice.of(suffixes)}`]) + (dice.chance(0.2) ? '（演示）' : ''))
  if (dice.chance(0.5)) return { name }
  return { name: dice.chance(0.2) ? `${core}的另一个名字${dice.below(3)}` : name, uscc: dice.of([codeOfEntity(at), codeOfEntity(at).toLowerCase(), wide(codeOfEntity(at)), codeOfEntity(at).replace('0', 'O'), ` ${codeOfEntity(at)} `]) }
}

const garbled = (dice: Dice, name: string) => dice.of([name, wide(name), [...name].join(' '), name.replaceAll('（', '(').replaceAll('）', ')'), name.replaceAll('（', '〔').replaceAll('）', '〕'), `　${name}\u200b`])
const wide = (text: string) => text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const nameSpelt = (dice: Dice, at: number) => dice.of([people[at]!, [...people[at]!].join('　'), people[at]!.replace('·', '•')])

const renderWorld = (dice: Dice, applications: TrueApplication[], holdings: TrueHolding[], state: Set<number>): RelationWorld => ({
  institutions: entities.map((core, at) => ({ name: `${core}有限公司`, uscc: codeOfEntity(at), formerNames: [formerOf(at)], ...(state.has(at) && { state: true as const }) })),
  holdings: holdings.map(({ holder, held, ...rest }): Holding => ({ ...rest, holder: spelt(dice, holder), held: spelt(dice, held) })),
  applications: applications.map((one, at): ApplicationRelations => ({
    id: String(at), number: `RD-2026-000${at + 1}`, field: one.field, host: spelt(dice, one.host), partners: one.partners.map((partner) => spelt(dice, partner)),
    ...(one.organiser !== null && { organiser: spelt(dice, one.organiser) }), listed: one.listed.map(({ person, as }) => ({ name: nameSpelt(dice, person), as })),
    clients: one.clients.map(({ at: client, ...span }) => ({ ...span, institution: spelt(dice, client) })), avoid: one.avoid.map(({ person, reason }) => ({ name: nameSpelt(dice, person), reason })),
  })),
})

const renderExpert = (dice: Dice, truth: Truth): ExpertRelations => ({
  person: 'p-expert', name: nameSpelt(dice, truth.name), employers: truth.jobs.map(({ at, ...span }) => ({ ...span, institution: spelt(dice, at) })),
  ties: truth.ties.map(({ at, person, application, ...rest }): Tie => ({ ...rest, with: at !== undefined ? { institution: spelt(dice, at) } : person !== undefined ? { person: nameSpelt(dice, person) } : { application: String(application) } })),
})
