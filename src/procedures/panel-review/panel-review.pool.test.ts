import { expect, test } from 'vitest'
import { demoExperts } from '../../demo/people.ts'
import { sha256Hex } from './panel-review.digest.ts'
import { breachesOf, drawOf, nextReserve } from './panel-review.draw.ts'
import { drawFaults } from './panel-review.draw.record.ts'
import { leastOf, mostOf } from '../../settings/shares.ts'
import { type DrawSettings, drawRulesOf, type PoolCandidate, poolOf, rotationOf } from './panel-review.pool.ts'
import type { ApplicationRelations, RelationWorld } from './panel-review.relations.ts'

const rules = { on: '2026-11-23', years: 3, holdingShare: 0.05, holdingSteps: 2, named: 3, rivals: 'off' as const, scope: 'application' as const }
const settings: DrawSettings = {
  'panel.technicalShare': 0.6, 'panel.outsideShare': 0.33, 'panel.perEmployer': 1, 'panel.reserves': 2, 'panel.minValid': 5, 'panel.financeSeats': 1, 'panel.safetySeats': 1, 'panel.everyField': true, 'panel.drawAttempts': 10_000,
  'panel.rotation': 'batches', 'panel.batchesAYear': 2, 'panel.overlap': 0.33,
}
const candidates: PoolCandidate[] = demoExperts.map(({ username, name, kind, fields, employer, inCity, since }) =>
  ({ person: username, name, kind, fields, inCity, available: true, ties: [], employers: [{ institution: { name: employer }, from: since, to: null }] }))
const application = (id: string, host: string, rest: Partial<ApplicationRelations> = {}): ApplicationRelations => ({ id, number: id, host: { name: host }, partners: [], listed: [], clients: [], avoid: [], ...rest })
const applications = [application('a', '晋中碳材料有限公司', { partners: [{ name: '晋中理工学院' }] }), application('b', '介休焦化公司', { avoid: [{ name: '严慎独', reason: '纠纷' }] })]
const world: RelationWorld = { institutions: [], holdings: [], applications }

test('an expert in conflict with one application stays for the others; in conflict with all, or with the whole panel in question, not', () => {
  const { pool, excluded, partly } = poolOf(candidates, applications, world, rules)
  expect(pool).toHaveLength(30)
  expect(excluded).toEqual([])
  expect(partly.map(({ expert, conflicts }) => [expert, conflicts[0]!.application, conflicts[0]!.kind])).toEqual([['expert.02', 'a', 'partner'], ['expert.04', 'b', 'named'], ['expert.10', 'a', 'partner']])
  expect(pool.find(({ expert }) => expert === 'expert.02')!.conflicts).toEqual(['a'])
  expect(poolOf(candidates, applications, world, { ...rules, scope: 'panel' }).excluded.map(({ expert }) => expert)).toEqual(['expert.02', 'expert.04', 'expert.10'])
  expect(poolOf(candidates, [applications[0]!], world, rules).excluded.map(({ expert, because }) => [expert, because])).toEqual([['expert.02', 'conflict'], ['expert.10', 'conflict']])
})

test('who is not free or is barred is not in the pool', () => {
  const changed = candidates.map((one, at) => (at === 0 ? { ...one, available: false } : at === 1 ? { ...one, barred: { zh: '信用记录', en: 'record' } } : one))
  expect(poolOf(changed, applications, world, rules).excluded.map(({ expert, because }) => [expert, because])).toEqual([['expert.01', 'unavailable'], ['expert.02', 'barred']])
})

test('setting:panel.rotation: in two batches of the year one waits, in one not yet; a conflict is told before it', () => {
  const turns = candidates.map((one, at) => ({ ...one, batches: ['2026-1', '2026-2'].slice(0, [2, 1, 0][at] ?? 0), before: at < 2 }))
  const rotating = { ...rules, rotation: rotationOf(settings) }
  expect(poolOf(turns, applications, world, rotating).excluded.map(({ expert, because, rotated }) => [expert, because, rotated?.zh])).toEqual([['expert.01', 'rotation', '本年度已参加 2 个批次：2026-1、2026-2']])
  expect(poolOf(turns, applications, world, rules).excluded).toEqual([])
  expect(poolOf(turns.map((one) => ({ ...one, batches: ['2026-1', '2026-2'] })), [applications[0]!], world, rotating).excluded.find(({ expert }) => expert === 'expert.02')?.because).toBe('conflict')
  expect(poolOf(turns, applications, world, rotating).pool.some(({ before }) => before)).toBe(false)
  expect(poolOf(turns, applications, world, { ...rules, rotation: rotationOf({ ...settings, 'panel.rotation': 'overlap' }) }).pool.filter(({ before }) => before).map(({ expert }) => expert)).toEqual(['expert.01', 'expert.02'])
})

test('an employer counts once however it is spelt, and a former one not at all', () => {
  const spelt = candidates.slice(0, 3).map((one, at) => ({ ...one, employers: [
    { institution: [{ name: '太原新碳研究有限公司', uscc: '91140100000000107N' }, { name: '太原 新碳研究' }, { name: '太原新碳研究股份有限公司' }][at]!, from: null, to: null },
    { institution: { name: `旧单位${at}` }, from: null, to: '2026-11-22' },
  ] }))
  const keys = poolOf(spelt, applications, world, rules).pool.map(({ employers }) => employers)
  expect(new Set(keys.map(String)).size).toBe(1)
  expect(keys[0]).toHaveLength(1)
})

test('from the demo pool a panel is drawn for narrow and for wide batches, always within the rules', () => {
  const { pool } = poolOf(candidates, applications, world, rules)
  for (const fields of [['carbon'], ['glass', 'food'], ['coal', 'machinery', 'vehicles', 'medicine'], ['steel']]) {
    for (const size of [5, 7, 9]) {
      const drawn = drawRulesOf({ size, chemical: fields.includes('coal'), fields, applications: ['a', 'b'] }, settings)
      if (drawFaults(pool, drawn).length > 0) continue
      for (let at = 0; at < 20; at++) {
        const result = drawOf({ pool, rules: drawn, seed: sha256Hex(`${fields} ${size} ${at}`) })
        if (!result.found) throw new Error(`${fields} ${size}: nothing drawn`)
        expect(result.seats).toHaveLength(size)
        expect(breachesOf(pool.filter(({ expert }) => result.seats.some((seat) => seat.expert === expert)), drawn)).toEqual([])
      }
    }
  }
})

test('the rules of a draw come from the settings: seats that no rule asks for go to the field', () => {
  expect(drawRulesOf({ size: 7, chemical: true, fields: ['coal', 'coal'], applications: ['b', 'a'] }, settings)).toMatchObject({ seats: { finance: 1, safety: 1, management: 0, technical: 5 }, fields: ['coal'], applications: ['a', 'b'], outside: 3 })
  expect(drawRulesOf({ size: 7, chemical: false, fields: ['food'], applications: [], management: 1 }, settings).seats).toEqual({ finance: 1, safety: 0, management: 1, technical: 5 })
})

test.each([
  ['batches', 'draw-1', undefined, 2], ['overlap', 'draw-2', 2, undefined], ['both', 'draw-2', 2, 2], ['off', 'draw-1', undefined, undefined],
] as const)('setting:panel.rotation: %s', (rotation, algorithm, mostBefore, batchesAYear) => {
  const drawn = drawRulesOf({ size: 7, chemical: false, fields: ['food'], applications: [] }, { ...settings, 'panel.rotation': rotation })
  expect([drawn.algorithm, drawn.mostBefore, drawn.batchesAYear]).toEqual([algorithm, mostBefore, batchesAYear])
})

test('with rotation in the draw, no panel has more of the one before than allowed, and a call from the reserves keeps to it', () => {
  const { pool } = poolOf(candidates.map((one, at) => ({ ...one, before: at % 2 === 0 })), applications, world, { ...rules, rotation: { before: true } })
  const drawn = drawRulesOf({ size: 7, chemical: false, fields: ['coal', 'carbon', 'steel'], applications: ['a', 'b'] }, { ...settings, 'panel.rotation': 'overlap', 'panel.everyField': false })
  for (let at = 0; at < 50; at++) {
    const result = drawOf({ pool, rules: drawn, seed: sha256Hex(`rotation ${at}`) })
    if (!result.found) throw new Error('nothing drawn')
    const panel = pool.filter(({ expert }) => result.seats.some((seat) => seat.expert === expert))
    expect(panel.filter(({ before }) => before).length).toBeLessThanOrEqual(2)
    expect(result.rejected.previous).toBeTypeOf('number')
    const next = nextReserve({ pool, rules: drawn, result }, panel.find(({ before }) => !before)!.expert, { sitting: panel.map(({ expert }) => expert), gone: [] })
    if (next) expect(breachesOf([...panel.filter((one) => one !== panel.find(({ before }) => !before)), pool.find(({ expert }) => expert === next)!], drawn)).toEqual([])
  }
})

test.each([
  [0.33, 7, 3, 2], [0.33, 9, 3, 2], [0.3333, 9, 3, 2], [0.3334, 9, 4, 3], [0.6, 5, 3, 3], [0.6, 7, 5, 4], [0.1, 30, 3, 3], [0, 7, 0, 0], [1, 7, 7, 7],
])('a share of %d of %i is %i at least and %i at most', (share, size, least, most) => {
  expect([leastOf(share, size), mostOf(share, size)]).toEqual([least, most])
})
