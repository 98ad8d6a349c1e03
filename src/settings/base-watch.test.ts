import { expect, test } from 'vitest'
import { plusDays } from '../kernel/day.ts'
import { nearing, reachedOf, type Watched, watchedOf, watchedTables } from './base-watch.ts'
import { settingsOn } from './settings.ts'

const today = '2026-11-23'
const settings = settingsOn(today, [])
const none = { terms: [], rectifications: [], holds: [] }
const term = { name: '沈知行', to: '2028-06-30', acting: false, ended: null }

test('leases, permits, committees, agreements, commitments and pilots are watched', () =>
  expect(watchedTables).toEqual(['sites', 'permits', 'committee', 'agreements', 'commitments', 'hazards']))

test.each([
  ['a lease', { sites: [{ id: 's', name: '一号', tenure: 'lease', leaseTo: '2027-01-31' }] }, ['2027-01-31']],
  ['an owned site has no end', { sites: [{ id: 's', name: '一号', tenure: 'own', leaseTo: '2027-01-31' }] }, []],
  ['a permit without an end', { permits: [{ id: 'p', title: '环评' }] }, []],
  ['a permit with one', { permits: [{ id: 'p', title: '排污许可', to: '2027-02-28' }] }, ['2027-02-28']],
  ['an open promise', { commitments: [{ id: 'c', text: '取得认可', due: '2026-12-31', state: 'open' }] }, ['2026-12-31']],
  ['a kept promise', { commitments: [{ id: 'c', text: '取得认可', due: '2026-12-31', state: 'kept' }] }, []],
  ['a pilot that was extended ends later', { hazards: [{ id: 'h', project: '加氢', endsOn: '2026-12-31', extendedTo: '2027-12-31', state: 'extended' }] }, ['2027-12-31']],
  ['a pilot that is closed', { hazards: [{ id: 'h', project: '加氢', endsOn: '2026-12-31', state: 'closed' }] }, []],
])('%s', (_, rows, days) => expect(watchedOf(none, rows as never, settings).map(({ on }) => on)).toEqual(days))

test('Art. 14: the term of the director in office, not one that was ended', () => {
  expect(watchedOf({ ...none, terms: [{ ...term, to: '2026-01-01', ended: {} }, term] }, {}, settings).map(({ of, on, law }) => [of, on, law])).toEqual([['director', '2028-06-30', 'Art. 14']])
})

test('the nearest stands first', () =>
  expect(watchedOf({ ...none, terms: [term], rectifications: [{ number: 'JC-1', dueOn: '2026-12-01', ended: null }] }, { permits: [{ id: 'p', title: '证', to: '2027-01-01' }] }, settings).map(({ on }) => on)).toEqual(['2026-12-01', '2027-01-01', '2028-06-30']))

test('setting:suspension.months: a hold is watched against its longest term, one that was lifted is not', () => {
  const holds = [{ number: 'ZT-1', since: '2026-08-31', lifted: null }, { number: 'ZD-1', since: '2026-03-01', lifted: {} }]
  expect(watchedOf({ ...none, holds }, {}, settings)).toMatchObject([{ of: 'hold', title: 'ZT-1', on: '2027-02-28', law: 'setting:suspension.months' }])
})
test('setting:building.months: what was commissioned to be built is watched until it operates', () => {
  expect(watchedOf({ ...none, buildingSince: '2026-12-01' }, {}, settings)).toMatchObject([{ of: 'building', on: '2028-12-01', law: 'setting:building.months' }])
  expect(watchedOf({ ...none, buildingSince: null }, {}, settings)).toEqual([])
})

const permit = (left: number): Watched => ({ key: 'k', of: 'permits', title: '证', on: plusDays(today, left), law: 'Art. 8(2)' })
test.each([
  [61, undefined], [60, 60], [31, 60], [30, 30], [8, 30], [7, 7], [0, 7], [-1, 0], [-400, 0],
])('a permit with %i days left has come to its reminder of %s', (left, reached) => expect(nearing([permit(left)], today, settings).map((item) => item.reached)).toEqual(reached === undefined ? [] : [reached]))

test.each([[91, undefined], [90, 90], [31, 90], [30, 30], [0, 30], [-1, 0]])("Art. 14: a director's term with %i days left has come to its reminder of %s", (left, reached) =>
  expect(nearing([{ ...permit(left), of: 'director' }], today, settings).map((item) => item.reached)).toEqual(reached === undefined ? [] : [reached]))

test.each([[91, undefined], [90, 90], [59, 60], [7, 7]])('a hazardous pilot with %i days left has come to its reminder of %s', (left, reached) =>
  expect(nearing([{ ...permit(left), of: 'hazards' }], today, settings).map((item) => item.reached)).toEqual(reached === undefined ? [] : [reached]))

test.each([[61, undefined], [60, 60], [0, 7], [-1, 0]])('a hold with %i days to its longest term has come to its reminder of %s', (left, reached) =>
  expect(nearing([{ ...permit(left), of: 'hold' }], today, settings).map((item) => item.reached)).toEqual(reached === undefined ? [] : [reached]))

test('a rectification waits in its own case', () => expect(nearing([{ ...permit(3), of: 'rectification' }], today, settings)).toEqual([]))
test.each([[-1, 0], [0, 7], [3, 7], [200, null]])('in the list of what runs out a rectification with %i days left counts like the others: %s', (left, reached) => expect([reachedOf({ ...permit(left), of: 'rectification' }, today, settings), reachedOf(permit(left), today, settings)]).toEqual([reached, reached]))
test('other days can be set', () => expect(nearing([permit(100)], today, { ...settings, 'watch.days': ['120'] })).toMatchObject([{ reached: 120 }]))
