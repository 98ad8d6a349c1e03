import { expect, test } from 'vitest'
import { verdictOf } from '../../kernel/rule.ts'
import {
  type CheckAnswer,
  coreDirectionOf,
  type FormAnswer,
  formItemFails,
  formItemsAnswered,
  meritChosen,
  nameFollowsPattern,
  nameIsUnique,
  nameOf,
  panelHeld,
  publicNoticeHeld,
  siteVisited,
  supplementsAnswered,
  threeAspectsVerified,
} from './article-10-recognition.ts'

const asked = [
  { id: '1', words: { zh: '甲', en: 'one' } },
  { id: '2', words: { zh: '乙', en: 'two' } },
]
const answered = (one?: CheckAnswer, two?: CheckAnswer) => ({ asked, answers: { 1: one, 2: two } })
const aspects = (truth: ReturnType<typeof answered>) =>
  verdictOf(threeAspectsVerified, { truth, completeness: answered('yes', 'yes'), form: answered('yes', 'yes') })

test.each([
  ['yes', 'yes', 'met'],
  ['yes', undefined, 'notEvaluated'],
  ['yes', 'no', 'notMet'],
  ['yes', 'unclear', 'notMet'],
  [undefined, 'no', 'notMet'],
] as const)('Art. 10(2): truth answered %s and %s: %s', (one, two, outcome) => expect(aspects(answered(one, two)).outcome).toBe(outcome))

test('Art. 10(2): what is not verified and what is open are named', () => {
  expect(aspects(answered('no')).because).toEqual({
    zh: '真实性未获核实：甲。真实性待答 1 项：乙。',
    en: 'Truth not verified: one. Truth, 1 unanswered: two.',
  })
})

test('Art. 10(2): one item of the notice left open holds up the supplement', () => {
  const items = [
    { no: 1, answered: true },
    { no: 2, answered: false },
  ]
  expect(verdictOf(supplementsAnswered, { items })).toMatchObject({ outcome: 'notMet', because: { zh: '补正告知第 2 项未答复。' } })
  expect(verdictOf(supplementsAnswered, { items: items.slice(0, 1) }).outcome).toBe('met')
})

const items = [
  { code: 'F01', words: { zh: '主体', en: 'standing' }, hardFail: true },
  { code: 'F04', words: { zh: '勾稽', en: 'totals' }, hardFail: false },
]
const exam = (F01?: FormAnswer, F04?: FormAnswer) => verdictOf(formItemsAnswered, { items, answers: { F01, F04 } })

test.each([
  ['meets', 'meets', 'met'],
  ['meets', 'notApplicable', 'met'],
  ['meets', 'supplement', 'met'],
  ['meets', undefined, 'notEvaluated'],
  ['fails', 'meets', 'notMet'],
  ['supplement', 'meets', 'notMet'],
  ['notApplicable', 'meets', 'notMet'],
  ['fails', undefined, 'notMet'],
] as const)('Art. 10(3): F01 (beyond supplement) %s, F04 %s: %s', (hard, soft, outcome) => expect(exam(hard, soft).outcome).toBe(outcome))

test('Art. 10(3): a rejection needs an item that fails', () => {
  expect(verdictOf(formItemFails, { items, answers: { F01: 'meets', F04: 'supplement' } }).outcome).toBe('notMet')
  expect(verdictOf(formItemFails, { items, answers: { F01: 'meets', F04: 'fails' } }).outcome).toBe('met')
})

test('Art. 10(3): review and visit are held when they have a day', () => {
  expect(verdictOf(panelHeld, { concludedOn: undefined }).outcome).toBe('notMet')
  expect(verdictOf(panelHeld, { concludedOn: '2026-11-23' }).outcome).toBe('met')
  expect(verdictOf(siteVisited, { visitedOn: undefined }).outcome).toBe('notMet')
  expect(verdictOf(siteVisited, { visitedOn: '2026-11-23' }).outcome).toBe('met')
})

const named = (name: string | undefined) =>
  verdictOf(nameFollowsPattern, {
    name,
    minChars: 2,
    maxChars: 20,
    hosts: ['晋中禾川液压件有限公司', '山西晋中理工学院'],
    people: ['王建国'],
    places: ['榆次', '太谷', '祁县'],
  })

test.each([
  ['晋中市碳纤维复合材料中试基地', 'met', 'the vector'],
  ['晋中市XX有限公司中试基地', 'notMet', 'a company'],
  ['晋中碳纤维中试基地', 'notMet', 'the prefix'],
  ['晋中市国家级玛钢中试基地', 'notMet', 'a rank'],
  ['晋中市省级玛钢中试基地', 'notMet', 'a rank'],
  ['晋中市玛钢基地', 'notMet', 'the ending'],
  ['晋中市中试基地', 'notMet', 'no direction'],
  ['晋中市碳中试基地', 'notMet', 'one character'],
  ['晋中市玛钢中试基地', 'met', 'two characters'],
  [`晋中市${'碳'.repeat(20)}中试基地`, 'met', 'twenty'],
  [`晋中市${'碳'.repeat(21)}中试基地`, 'notMet', 'twenty-one'],
  ['晋中市太谷玛钢中试基地', 'notMet', 'a place'],
  ['晋中市禾川液压件中试基地', 'notMet', 'the trade name of a host'],
  ['晋中市液压元件中试基地', 'met', 'the same field without it'],
  ['晋中市王建国工艺中试基地', 'notMet', 'a person'],
  ['', 'notEvaluated', 'nothing yet'],
  [undefined, 'notEvaluated', 'nothing yet'],
] as const)('Art. 10(4): %s: %s (%s)', (name, outcome, _) => expect(named(name).outcome).toBe(outcome))

test('Art. 10(4): all flaws of a name are told at once', () => {
  expect(named('晋中市国家级榆次研究院中试基地').because?.zh).toBe(
    '核心研究方向含单位名称“研究院”。核心研究方向含级别用语“国家”。核心研究方向含地方名称“榆次”。'
  )
})

test('Art. 10(4): the frame and the direction go both ways', () => {
  expect(coreDirectionOf(nameOf('固态电解质'))).toBe('固态电解质')
  expect(coreDirectionOf('晋中市中试基地')).toBeUndefined()
})

test.each([
  ['晋中市玛钢中试基地', 'notMet'],
  ['晋中市 玛钢 中试基地', 'notMet'],
  ['晋中市玛钢铸造中试基地', 'met'],
  ['晋中市ＬＮＧ装备中试基地', 'notMet'],
] as const)('Art. 10(4): %s beside names taken: %s', (name, outcome) =>
  expect(verdictOf(nameIsUnique, { name, taken: ['晋中市玛钢中试基地', '晋中市LNG装备中试基地'] }).outcome).toBe(outcome)
)

test('Art. 10(4): merit is never computed', () => expect(verdictOf(meritChosen, { composite: 99.99 }).outcome).toBe('needsJudgement'))

test.each([
  [undefined, 0, 'notMet'],
  ['2026-11-27', 1, 'notMet'],
  ['2026-11-27', 0, 'met'],
] as const)('Art. 10(4): notice closed %s with %i open objections: %s', (closedOn, openObjections, outcome) =>
  expect(verdictOf(publicNoticeHeld, { closedOn, openObjections }).outcome).toBe(outcome)
)
