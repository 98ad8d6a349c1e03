import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import type { PoolExpert } from './panel-review.draw.ts'
import { numbered } from './panel-review.numbers.ts'

const one = (expert: string, rest: Partial<PoolExpert> = {}): PoolExpert => ({ expert, kind: 'technical', fields: ['coal'], employers: ['大学'], inCity: true, conflicts: [], ...rest })
const numberOf = (id: string) => `RD-${id}`

test('numbers for experts, employers and applications; nothing of a name is left', () => {
  const { pool, designated, names } = numbered([one('王', { employers: ['理工学院', '研究所'], conflicts: ['b', 'a'] }), one('李', { kind: 'finance', fields: [] })], [one('张', { inCity: false })], numberOf)
  expect([...pool, ...designated].map(({ expert }) => expert).sort()).toEqual(['Z001', 'Z002', 'Z003'])
  expect(pool.find(({ conflicts }) => conflicts.length > 0)).toMatchObject({ conflicts: ['RD-a', 'RD-b'], employers: ['U2', 'U3'] })
  expect(names.map(({ person }) => person).sort()).toEqual(['张', '李', '王'].sort())
  expect(JSON.stringify([pool, designated])).not.toMatch(/[一-鿿]/)
})

test('two worlds that differ in who stands behind a number have the same record', () => {
  const pool = [one('甲', { fields: ['coal', 'food'] }), one('乙', { inCity: false }), one('丙', { kind: 'safety' })]
  const exchanged = pool.map((expert) => ({ ...expert, expert: { 甲: '乙', 乙: '甲', 丙: '丙' }[expert.expert] ?? '' }))
  const [left, right] = [numbered(pool, [], numberOf), numbered(exchanged, [], numberOf)]
  expect(right.pool).toEqual(left.pool)
  // The measure has teeth: who stands behind which number did change.
  expect(right.names).not.toEqual(left.names)
})

test('the order in which a pool was written decides nothing, and nobody has two numbers', () => {
  const expert = fc.record({ kind: fc.constantFrom('technical' as const, 'finance' as const), fields: fc.subarray(['coal', 'food', 'steel']), employers: fc.subarray(['a', 'b', 'c']), inCity: fc.boolean(), conflicts: fc.subarray(['x', 'y']) })
  fc.assert(fc.property(fc.array(expert, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), (experts, dice) => {
    const pool = experts.map((rest, at) => one(`p${at}`, rest))
    const mixed = pool.map((member) => ({ member, by: dice.next().value as number })).sort((a, b) => a.by - b.by).map(({ member }) => member)
    const [left, right] = [numbered(pool, [], numberOf), numbered(mixed, [], numberOf)]
    expect(right.pool).toEqual(left.pool)
    expect(new Map(right.names.map(({ person, number }) => [person, number]))).toEqual(new Map(left.names.map(({ person, number }) => [person, number])))
    expect(new Set(left.names.map(({ number }) => number)).size).toBe(pool.length)
  }), { numRuns: 200 })
})
