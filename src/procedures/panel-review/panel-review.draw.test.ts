import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import { sha256Hex } from './panel-review.digest.ts'
import { breachesOf, commitmentOf, drawOf, type DrawRules, nextReserve, type PoolExpert, pots, potsOf } from './panel-review.draw.ts'
import { drawFaults, faultsOfRecord, recordOf, rehearsalSeed } from './panel-review.draw.record.ts'

const seedOf = (text: string | number) => sha256Hex(`seed ${text}`)
const one = (expert: string, rest: Partial<PoolExpert> = {}): PoolExpert => ({ expert, kind: 'technical', fields: ['coal'], employers: [expert], inCity: true, conflicts: [], ...rest })

/** Five seats, small enough to write out every panel: a clash of employers, a scarce outside, a field only some know, a conflict. */
const pool: PoolExpert[] = [
  one('E01', { kind: 'finance', fields: [], inCity: false }), one('E02', { kind: 'finance', fields: [], employers: ['x'] }),
  one('E03', { kind: 'safety', fields: ['coal'], inCity: false }), one('E04', { kind: 'safety', fields: [] }),
  one('E05', { employers: ['x'] }), one('E06', { employers: ['x', 'y'], fields: ['carbon', 'coal'] }), one('E07', { fields: ['carbon'], inCity: false, conflicts: ['a'] }),
  one('E08', { inCity: false }), one('E09', { employers: ['y'], conflicts: ['a', 'b'] }), one('E10', { fields: ['carbon'] }), one('E11', { fields: ['food'], inCity: false }),
]
const rules: DrawRules = {
  algorithm: 'draw-1', seats: { finance: 1, safety: 1, management: 0, technical: 3 }, fields: ['coal', 'carbon'], everyField: true, outside: 2, perEmployer: 1,
  applications: ['a', 'b'], minValid: 4, reserves: 2, designated: [], attempts: 10_000,
}

const choose = <Item>(items: readonly Item[], count: number): Item[][] =>
  count === 0 ? [[]] : items.flatMap((item, at) => choose(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]))
const nameOf = (panel: readonly { expert: string }[]) => panel.map(({ expert }) => expert).sort().join(' ')

/** Every panel the rules allow, written out; the rules are checked here a second time in other words. */
function allowedPanels(): string[] {
  const kind = (of: string) => pool.filter((expert) => expert.kind === of)
  const all = kind('finance').flatMap((finance) => kind('safety').flatMap((safety) => choose(kind('technical'), 3).map((technical) => [finance, safety, ...technical])))
  return all.filter((panel) => {
    const technical = panel.slice(2)
    const employers = panel.flatMap((expert) => expert.employers)
    return technical.every(({ fields }) => fields.includes('coal') || fields.includes('carbon')) && ['coal', 'carbon'].every((field) => technical.some(({ fields }) => fields.includes(field)))
      && new Set(employers).size === employers.length && panel.filter((expert) => expert.inCity).length <= 3 && ['a', 'b'].every((about) => panel.filter((expert) => expert.conflicts.includes(about)).length <= 1)
  }).map(nameOf)
}

/** Chi-square against equal chances, and the value that only one in a thousand fair draws exceeds (Wilson and Hilferty). */
const chiSquare = (counts: readonly number[]) => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
const limit = (cells: number) => (cells - 1) * (1 - 2 / (9 * (cells - 1)) + 3.0902 * Math.sqrt(2 / (9 * (cells - 1)))) ** 3

test('over 100,000 draws every panel the rules allow is equally likely, and no other comes', () => {
  const allowed = allowedPanels()
  expect(allowed).toHaveLength(20)
  const drawn = new Map(allowed.map((panel) => [panel, 0]))
  const greedy = new Map(drawn)
  for (let at = 0; at < 100_000; at++) {
    const result = drawOf({ pool, rules, seed: seedOf(at) })
    if (!result.found) throw new Error(`draw ${at} found nothing`)
    const panel = nameOf(result.seats)
    drawn.set(panel, (drawn.get(panel) ?? Number.NaN) + 1)
    if (at >= 20_000) continue
    const first = drawOf({ pool, rules: unbound, seed: seedOf(at) })
    const taken = first.found ? nameOf(greedyOf(first.order)) : ''
    if (greedy.has(taken)) greedy.set(taken, greedy.get(taken)! + 1)
  }
  expect(drawn.size).toBe(allowed.length)
  expect(chiSquare([...drawn.values()])).toBeLessThan(limit(allowed.length))
  // The measure has teeth: filling seat by seat and skipping whoever clashes favours some panels, and it shows.
  expect(chiSquare([...greedy.values()])).toBeGreaterThan(limit(allowed.length))
})

/** The first try whatever it breaks: what a hasty scheme would start from. */
const unbound: DrawRules = { ...rules, everyField: false, outside: 0, perEmployer: 9, minValid: 0 }

function greedyOf(order: Readonly<Record<string, readonly string[]>>): PoolExpert[] {
  const panel: PoolExpert[] = []
  for (const pot of pots) {
    for (const name of order[pot]!) {
      const next = pool.find(({ expert }) => expert === name)!
      const full = panel.filter(({ kind }) => kind === pot).length === rules.seats[pot]
      if (!full && !next.employers.some((employer) => panel.some(({ employers }) => employers.includes(employer)))) panel.push(next)
    }
  }
  return panel
}

test('in what order pool and rules are written down changes neither commitment nor result', () => {
  fc.assert(fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), fc.nat(), (shuffled, at) => {
    const turned = shuffled.map((expert) => ({ ...expert, fields: expert.fields.toReversed(), employers: expert.employers.toReversed(), conflicts: expert.conflicts.toReversed() }))
    const other = { ...rules, fields: rules.fields.toReversed(), applications: rules.applications.toReversed() }
    expect(commitmentOf({ pool: turned, rules: other, seed: seedOf(at) })).toBe(commitmentOf({ pool, rules, seed: seedOf(at) }))
    expect(drawOf({ pool: turned, rules: other, seed: seedOf(at) })).toEqual(drawOf({ pool, rules, seed: seedOf(at) }))
  }))
})

test('the commitment gives nothing of the seed away and changes with it; the witness changes the draw, not the commitment', () => {
  const asked = { pool, rules, seed: seedOf(1) }
  expect(commitmentOf(asked)).toMatch(/^[0-9a-f]{64}$/)
  expect(commitmentOf({ ...asked, seed: seedOf(2) })).not.toBe(commitmentOf(asked))
  expect(drawOf({ ...asked, witness: '3 1 4' }).key).not.toBe(drawOf({ ...asked, witness: '3 1 5' }).key)
})

const records = [
  recordOf({ pool, rules, seed: seedOf('plain'), witness: '' }),
  recordOf({ pool: pool.toReversed(), rules, seed: seedOf('witnessed'), witness: '见证 7 4 2' }),
  recordOf({ pool, rules: { ...rules, designated: [one('D1', { inCity: false, fields: ['carbon'] })] }, seed: seedOf('designated'), witness: '一' }),
  recordOf({ pool, rules: { ...rules, outside: 5, attempts: 50 }, seed: seedOf('none'), witness: '' }),
]

test('the stand-alone script recomputes the published record and says so', () => {
  expect(records.map(({ result }) => result.found)).toEqual([true, true, true, false])
  for (const record of records) {
    expect(faultsOfRecord(record)).toEqual([])
    expect(scriptOn(record)).toBe('一致 / the record agrees')
  }
})

test('any field of a record that is tampered with is noticed', () => {
  const record = records[2]!
  const forged = tamperings(record)
  expect(forged.length).toBeGreaterThan(100)
  for (const { path, value } of forged) expect(noticed(value), path).toBe(true)
  // The script notices too; a few, each is a process.
  for (const path of ['pool.4.inCity', 'rules.outside', 'rules.designated.0.expert', 'seed', 'witness', 'commitment', 'result.seats.1.expert', 'result.order.technical.3', 'result.attempts']) {
    expect(scriptOn(forged.find((one) => one.path === path)!.value), path).toContain('不一致')
  }
  expect(scriptOn({ ...record, pool: record.pool.slice(1) })).toContain('不一致')
  expect(scriptOn({})).toContain('不一致')
})

/** Every leaf changed, one at a time. */
function tamperings(record: object, path = ''): { path: string; value: object }[] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]): { path: string; value: object }[] => {
    const at = path ? `${path}.${key}` : key
    const forged = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : typeof value === 'string' ? (/[0-9a-f]$/.test(value) ? `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}` : `${value}x`) : undefined
    const deeper = typeof value === 'object' && value !== null ? tamperings(value, at) : [{ path: at, value: forged as unknown as object }]
    return deeper.map((one) => ({ path: one.path, value: Array.isArray(record) ? record.with(Number(key), one.value) : { ...record, [key]: one.value } }))
  })
}

const noticed = (record: unknown) => {
  try {
    return faultsOfRecord(record as (typeof records)[number]).length > 0
  } catch {
    return true
  }
}

function scriptOn(record: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'draw-'))
  try {
    writeFileSync(join(folder, 'record.json'), JSON.stringify(record))
    return execFileSync(process.execPath, ['scripts/recompute-draw.mjs', join(folder, 'record.json')], { encoding: 'utf8', cwd: join(import.meta.dirname, '../../..') }).trim()
  } catch (fault) {
    return (fault as { stdout: string }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('reserves stand in the order drawn, and each could take the seat it is named for', () => {
  for (let at = 0; at < 300; at++) {
    const result = drawOf({ pool, rules, seed: seedOf(`reserve ${at}`) })
    if (!result.found) throw new Error('nothing drawn')
    for (const { seat, expert, reserves } of result.seats) {
      const order = result.order[seat.split('-')[0] as 'technical']
      expect(reserves).toEqual(reserves.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
      for (const reserve of reserves) expect(breachesOf(pool.filter((next) => next.expert === reserve || result.seats.some((other) => other.expert === next.expert && next.expert !== expert)), rules)).toEqual([])
      expect(nextReserve({ pool, rules, result }, expert, { sitting: result.seats.map((other) => other.expert), gone: [] })).toBe(reserves[0])
    }
  }
})

test('whoever leaves is followed by the next in order with whom the rules hold; nobody sits twice or comes back', () => {
  fc.assert(fc.property(fc.nat(), fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), (at, leavers) => {
    const result = drawOf({ pool, rules, seed: seedOf(at) })
    if (!result.found) throw new Error('nothing drawn')
    let sitting = result.seats.map(({ expert }) => expert)
    const gone: string[] = []
    for (const place of leavers) {
      const leaving = sitting[place]!
      const next = nextReserve({ pool, rules, result }, leaving, { sitting, gone })
      if (next === undefined) return
      const pot = result.order[pool.find(({ expert }) => expert === leaving)!.kind]
      const after = (expert: string) => pool.filter((member) => member.expert === expert || (member.expert !== leaving && sitting.includes(member.expert)))
      for (const passed of pot.slice(0, pot.indexOf(next)).filter((expert) => !sitting.includes(expert) && !gone.includes(expert))) expect(breachesOf(after(passed), rules)).not.toEqual([])
      expect(breachesOf(after(next), rules)).toEqual([])
      expect(sitting).not.toContain(next)
      expect(gone).not.toContain(next)
      gone.push(leaving)
      sitting = sitting.with(place, next)
    }
  }))
})

test('a conflict that becomes known later is weighed when a reserve is called', () => {
  const result = drawOf({ pool, rules, seed: seedOf('late') })
  if (!result.found) throw new Error('nothing drawn')
  const sitting = result.seats.map(({ expert }) => expert)
  const leaving = result.seats.at(-1)!.expert
  const next = nextReserve({ pool, rules, result }, leaving, { sitting, gone: [] })!
  const warned = pool.map((expert) => (expert.expert === next ? { ...expert, conflicts: ['a', 'b'] } : { ...expert, conflicts: sitting.includes(expert.expert) ? ['a'] : expert.conflicts }))
  expect(nextReserve({ pool: warned, rules, result }, leaving, { sitting, gone: [] })).not.toBe(next)
})

test('designated members hold their seats, count for every rule and are never drawn', () => {
  const named = one('E08', { inCity: false })
  const result = drawOf({ pool, rules: { ...rules, designated: [named] }, seed: seedOf('designated') })
  if (!result.found) throw new Error('nothing drawn')
  expect(result.seats.filter(({ designated }) => designated).map(({ expert, seat }) => [expert, seat])).toEqual([['E08', 'technical-1']])
  expect(result.seats).toHaveLength(5)
  expect(result.order.technical).not.toContain('E08')
})

test('only who knows a field under review is in the technical pot, and a pot without a seat stays closed', () => {
  expect(potsOf(pool, rules).technical.map(({ expert }) => expert)).not.toContain('E11')
  expect(potsOf(pool, { ...rules, seats: { ...rules.seats, safety: 0, technical: 4 } }).safety).toEqual([])
})

test('what cannot be drawn is told before anybody commits to it', () => {
  expect(drawFaults(pool, rules)).toEqual([])
  expect(drawFaults(pool, { ...rules, seats: { ...rules.seats, technical: 4 } })[0]!.en).toBe('The panel has 6 seats; an odd number is needed.')
  expect(drawFaults(pool, { ...rules, seats: { ...rules.seats, management: 2 } })[0]!.zh).toBe('管理须抽 2 人，可抽的只有 0 人。')
  expect(drawFaults([...pool, pool[0]!], rules)[0]!.en).toBe('An expert is listed twice.')
  expect(drawFaults(pool, { ...rules, outside: 5, attempts: 40 })[0]!.zh).toMatch(/^试抽 40 次，没有一次同时满足各项规则（.*外市专家不足/)
  expect(faultsOfRecord({ ...records[0]!, seed: rehearsalSeed })).toHaveLength(1)
})
