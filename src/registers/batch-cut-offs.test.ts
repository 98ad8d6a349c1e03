import { expect, test } from 'vitest'
import { batchesDue } from './batch-cut-offs.ts'

const usual = ['03-31', '09-30']

test('setting batch.cutoffs: the next two, each beginning the day after the one before', () => {
  expect(batchesDue(usual, '2026-11-23', [])).toEqual([
    { name: '2027 年第一批', opensOn: '2026-10-01', cutOff: '2027-03-31' },
    { name: '2027 年第二批', opensOn: '2027-04-01', cutOff: '2027-09-30' },
  ])
})

test.each([
  ['2026-09-30', ['2026-09-30', '2027-03-31'], 'the cut-off day itself still counts'],
  ['2026-10-01', ['2027-03-31', '2027-09-30'], 'the day after it is over'],
  ['2026-12-31', ['2027-03-31', '2027-09-30'], 'over the turn of the year'],
])('on %s: %j (%s)', (today, cutOffs) => {
  expect(batchesDue(usual, today, []).map(({ cutOff }) => cutOff)).toEqual(cutOffs)
})

test('what has its batch is not proposed again', () => {
  expect(batchesDue(usual, '2026-11-23', ['2027-03-31']).map(({ cutOff }) => cutOff)).toEqual(['2027-09-30'])
  expect(batchesDue(usual, '2026-11-23', ['2027-03-31', '2027-09-30'])).toEqual([])
})

test('one a year, four a year, out of order, or none: the setting decides', () => {
  expect(batchesDue(['06-30'], '2026-11-23', [])).toEqual([{ name: '2027 年第一批', opensOn: '2026-07-01', cutOff: '2027-06-30' }])
  expect(batchesDue(['12-15', '03-31', '09-30', '06-30'], '2026-11-23', []).map(({ name }) => name)).toEqual(['2026 年第四批', '2027 年第一批', '2027 年第二批', '2027 年第三批'])
  expect(batchesDue([], '2026-11-23', [])).toEqual([])
  expect(batchesDue(['13-01', 'x'], '2026-11-23', [])).toEqual([])
})
