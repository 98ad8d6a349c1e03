import { expect, test } from 'vitest'
import { engines } from './engines.ts'

// Both count in one table: a shared prefix would leave gaps, and a gap is told as a case that is gone.
test('every kind of case and every kind of paper counts in an order of its own', () => {
  const orders = Object.values(engines).flatMap(({ procedure, prefix, papers }) => [[prefix, procedure], ...(papers ?? []).flatMap(({ serial, kind }) => (serial ? [[serial, `${procedure}.${kind}`]] : []))])
  expect(orders.length).toBeGreaterThan(20)
  const twice = (of: readonly (readonly string[])[]) => of.filter(([order], at) => of.findIndex(([other]) => other === order) !== at)
  expect(twice(orders as string[][])).toEqual([])
  expect(twice([...orders, [orders[0]?.[0] ?? '', 'canary']] as string[][])).toEqual([[orders[0]?.[0], 'canary']])
})

test('what a status asks for are steps of that status, for the role it waits for', () => {
  const asked = Object.values(engines).flatMap((engine) => Object.entries(engine.statuses).flatMap(([status, { awaits, earlier }]) => [awaits, earlier].flatMap((turn) => (turn ? [{ engine, status, turn }] : []))))
  expect(asked.length).toBeGreaterThan(70)
  const wrong = asked.flatMap(({ engine, status, turn: { role, steps, law } }) => [
    ...(steps.length === 0 && !law ? [`${engine.procedure}.${status}: nothing`] : []),
    ...steps.filter((name) => { const step = engine.steps[name]; return !step?.from.includes(status) || ![step.by].flat().includes(role) }).map((name) => `${engine.procedure}.${status}: ${role} ${name}`),
  ])
  expect(wrong).toEqual([])
})
