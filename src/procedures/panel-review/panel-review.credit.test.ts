import { expect, test } from 'vitest'
import { empty, type PanelReviewCase } from './panel-review.case.ts'
import { creditOf } from './panel-review.credit.ts'

type Seat = PanelReviewCase['members'][number]
const seat = (person: string, left: Seat['left'] = null, conflicts: string[] = []) => ({ person, name: person, number: person, seat: `technical 1`, kind: 'technical', fields: [], inCity: false, employers: [], designated: false, conflicts, on: '2026-11-23', left }) as unknown as Seat
const counted = (expert: string, total: string, about = 'one') => ({ entry: 1, expert, about, total, technical: 10, vote: 'agree' as const, vetoes: [] })
const people = ['a', 'b', 'c', 'd', 'e']
const panel = (change: Partial<PanelReviewCase> = {}): PanelReviewCase => ({
  ...empty({ jurisdiction: '140700' }), status: 'concluded', title: '评审', concludedOn: '2026-11-30', members: people.map((person) => seat(person)), rules: { trimFrom: 5, alarm: 15, minValid: 5, ties: [] },
  applications: ['one', 'two'].map((id) => ({ case: id, number: id, name: id, hosts: [], field: null })), sheets: people.flatMap((expert) => ['one', 'two'].map((about) => ({ expert, about, entry: 1 }))), counted: people.map((person) => counted(person, '80.00')), ...change,
})

test('who scored everything owes nothing', () => {
  expect(creditOf(panel(), 'a')).toEqual({ title: '评审', on: '2026-11-30', left: null, owed: 2, sheets: 2, far: 0, unsettled: 0, declared: 0, late: 0 })
})

test.each([['95.00', 0], ['95.01', 1], ['64.99', 1], ['65.00', 0]])('setting score.alarm: %s beside 80 is far %i times', (total, far) => {
  expect(creditOf(panel({ counted: people.map((person) => counted(person, person === 'a' ? total : '80.00')) }), 'a')).toMatchObject({ far, unsettled: far })
})

test('what is explained is settled, and still far', () => {
  const file = panel({ counted: people.map((person) => counted(person, person === 'a' ? '50.00' : '80.00')), explanations: [{ expert: 'a', about: 'one', reason: '看法不同', on: '2026-11-29' }] })
  expect(creditOf(file, 'a')).toMatchObject({ far: 1, unsettled: 0 })
})

test('a conflict declared in time owes no sheet; one found late does, and is told', () => {
  const conflict = (late: boolean) => panel({ sheets: people.filter((person) => person !== 'a').flatMap((expert) => ['one', 'two'].map((about) => ({ expert, about, entry: 1 }))).concat(late ? [{ expert: 'a', about: 'one', entry: 9 }, { expert: 'a', about: 'two', entry: 9 }] : [{ expert: 'a', about: 'two', entry: 9 }]),
    conflicts: [{ expert: 'a', about: 'one', by: late ? 'officer' : 'declared', reason: '', on: '2026-11-25', late }] })
  expect(creditOf(conflict(false), 'a')).toMatchObject({ owed: 1, sheets: 1, declared: 1, late: 0 })
  expect(creditOf(conflict(true), 'a')).toMatchObject({ owed: 2, sheets: 2, declared: 0, late: 1 })
})

test('who was absent is told so, with what was owed', () => {
  const file = panel({ members: [seat('a', { because: 'absent', reason: '联系不上', on: '2026-11-25' }), ...people.slice(1).map((person) => seat(person))], sheets: [] })
  expect(creditOf(file, 'a')).toMatchObject({ left: 'absent', owed: 2, sheets: 0 })
})

test.each(['convened', 'scoring', 'closed', 'dissolved'] as const)('while a panel is %s nothing is told', (status) => {
  expect(creditOf(panel({ status }), 'a')).toBeUndefined()
})

test('nothing is told of one who never sat', () => {
  expect(creditOf(panel(), 'z')).toBeUndefined()
})
