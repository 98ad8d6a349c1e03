import { expect, test } from 'vitest'
import { rule, verdictOf } from './rule.ts'

const says = { zh: '不超过三', en: 'No more than three.' }
const atMostThree = rule({
  id: 'atMostThree', law: 'Art. 9(1)', modality: 'must',
  says,
  holds: ({ count }: { count: number | undefined }) => (count === undefined ? undefined : count <= 3),
  otherwise: ({ count }) => ({ zh: `现为 ${count ?? '未填'}`, en: `Now ${count ?? 'unknown'}.` }),
})
const judged = rule<unknown>({ id: 'judged', law: 'Art. 10(4)', modality: 'judgement', says, otherwise: () => says })

test('a rule that holds is met and gives no reason', () => {
  expect(verdictOf(atMostThree, { count: 3 })).toEqual({
    rule: 'atMostThree',
    law: 'Art. 9(1)',
    modality: 'must',
    says,
    facts: { count: 3 },
    outcome: 'met',
  })
})

test('a rule that does not hold says why, with the facts it saw', () => {
  expect(verdictOf(atMostThree, { count: 4 })).toMatchObject({
    outcome: 'notMet',
    because: { zh: '现为 4', en: 'Now 4.' },
    facts: { count: 4 },
  })
})

test('a rule without its facts is not evaluated, which is neither met nor not met', () => {
  expect(verdictOf(atMostThree, { count: undefined })).toMatchObject({ outcome: 'notEvaluated', because: { en: 'Now unknown.' } })
})

test('a judgement is never computed, even where somebody wrote a computation', () => {
  expect(verdictOf(judged, { composite: 99 }).outcome).toBe('needsJudgement')
  expect(verdictOf({ ...judged, holds: () => true }, {}).outcome).toBe('needsJudgement')
})
