import { expect, test } from 'vitest'
import fc from '../../test/chance.ts'
import { indicatorItems, indicators2026 } from './assessment-indicators-2026.ts'
import { excellentSeats, gradeBy, lateSteps, reckon, type ScoreFacts, type Sheet, sheetFaults, totalOf } from './assessment-score.ts'
import { settingsOn } from './settings.ts'

const settings = settingsOn('2027-02-01', [])
const lines = { excellent: settings['grade.excellent'], good: settings['grade.good'], fair: settings['grade.fair'] }
const facts: ScoreFacts = { figures: {}, plan: {}, lastYear: {}, sample: { examined: 0, agreeing: 0 }, meetingsDue: settings['committee.meetings'] }
const pointsOf = (id: string, change: Partial<ScoreFacts>) => reckon(indicatorItems.find((item) => item.id === id)!, { ...facts, ...change })?.points

test('the groups add up to a hundred, every item to its group, and every item has four anchors', () => {
  expect(indicators2026.groups.map(({ points }) => points)).toEqual([15, 15, 20, 35, 5, 10])
  for (const group of indicators2026.groups) expect(group.items.reduce((sum, { points }) => sum + points, 0), String(group.no)).toBe(group.points)
  for (const { anchors, points } of indicatorItems) expect([anchors[0]?.most, anchors.at(-1)?.least, anchors.length]).toEqual([points, 0, 4])
})

test.each([
  ['1.1', { figures: { meetings: 100 } }, 250, 'one of two meetings'], ['1.1', { figures: { meetings: 200 } }, 500, 'both'], ['1.1', { figures: { meetings: 900 } }, 500, 'more than due'],
  ['1.3', { sample: { examined: 3, agreeing: 2 } }, 333, 'two of three agree'], ['1.3', {}, undefined, 'no sample'],
  ['2.2', { figures: { hoursUsed: 60_000, hoursAvailable: 100_000 } }, 500, 'exactly 60 %'], ['2.2', { figures: { hoursUsed: 59_999, hoursAvailable: 100_000 } }, 500, 'a hundredth of an hour less still rounds up'], ['2.2', { figures: { hoursUsed: 30_000, hoursAvailable: 100_000 } }, 250, 'half of it'], ['2.2', { figures: { hoursUsed: 0, hoursAvailable: 0 } }, undefined, 'nothing available'],
  ['4.1', { figures: { clients: 900 }, plan: { clients: 1200 } }, 750, 'nine of twelve planned'], ['4.1', { figures: { clients: 900 }, lastYear: { clients: 900 } }, 1000, 'without a plan, as last year'], ['4.1', { figures: { clients: 900 }, plan: { clients: 0 }, lastYear: {} }, undefined, 'neither: people judge'],
  ['4.4', { figures: { satisfaction: 449 } }, 499, 'just below 4.5'], ['4.4', { figures: { satisfaction: null } }, undefined, 'nobody rated'],
  ['3.1', { figures: { projects: 500, projectsDone: 250 }, plan: { projects: 1000 } }, 400, 'half planned, half done'], ['6.1', { figures: { accidents: 100, rectificationsOpen: 100 } }, 300, 'an accident and an open rectification'], ['6.1', { figures: { accidents: 300, rectificationsOpen: 0 } }, 0, 'never below nought'], ['2.3', {}, undefined, 'judged'],
] as const)('setting:assess.indicators: %s with %j gives %s hundredths (%s)', (id, change, points, _) => expect(pointsOf(id, change as Partial<ScoreFacts>)).toBe(points))

test('no computed points are above the most or below nought, and more is never worth less', () => {
  const value = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(fc.property(value, value, value, (a, b, plan) => {
    const at = (clients: number) => pointsOf('4.1', { figures: { clients }, plan: { clients: plan } }) ?? 0
    expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)))
    expect(at(a)).toBeGreaterThanOrEqual(0)
    expect(at(a)).toBeLessThanOrEqual(1000)
  }))
})

test.each([
  [8500, false, 'excellent'], [8499, false, 'good'], [7000, false, 'good'], [6999, false, 'fair'], [6000, false, 'fair'], [5999, false, 'poor'], [0, false, 'poor'], [10_500, true, 'poor'],
] as const)('Art. 18: %i hundredths, veto %s: %s', (total, vetoed, grade) => expect(gradeBy(total, lines, vetoed)).toBe(grade))

test.each([[0, 0], [1, 1], [3, 1], [4, 1], [6, 1], [7, 2], [10, 3], [11, 3], [40, 12]])('setting:grade.excellentCap: of %i assessed %i may be excellent', (assessed, seats) =>
  expect(excellentSeats(assessed, settings['grade.excellentCap'], settings['grade.excellentLeast'])).toBe(seats))
test('setting:grade.excellentLeast: at nought a small year has none', () => expect(excellentSeats(3, 0.3, 0)).toBe(0))
test.each([[-3, 0], [0, 0], [1, 1], [5, 1], [6, 2], [10, 2], [11, 3]])('%i working days late are %i steps', (days, steps) => expect(lateSteps(days)).toBe(steps))

const sheet: Sheet = { items: indicatorItems.map(({ id, points }) => ({ item: id, points, reason: '理由' })), bonus: [], deductions: indicators2026.deductions.map(({ id }) => ({ id, count: 0 })), vetoes: indicators2026.vetoes.map(({ id }) => ({ id, found: false })) }
const faults = (change: Partial<Sheet>, late = 0, computed: (id: string) => number | undefined = () => undefined) => sheetFaults(indicators2026, { ...sheet, ...change }, ({ id }) => computed(id), late).map(({ en }) => en)

test('a sheet: whole, bonus capped at five, deductions counted and capped, never below nought', () => {
  expect(faults({})).toEqual([])
  expect(totalOf(indicators2026, sheet)).toEqual({ items: 10_000, bonus: 0, deducted: 0, total: 10_000 })
  const more = { ...sheet, bonus: [{ id: 'promoted', points: 3, reason: '省级' }, { id: 'result', points: 2, reason: '成果' }, { id: 'example', points: 1.5, reason: '案例' }] as Sheet['bonus'], deductions: [{ id: 'late', count: 3 }, { id: 'errors', count: 9 }, { id: 'complaint', count: 1 }] as Sheet['deductions'] }
  expect(totalOf(indicators2026, more)).toEqual({ items: 10_000, bonus: 500, deducted: 1000, total: 9500 })
  expect(totalOf(indicators2026, { items: [], bonus: [], deductions: [{ id: 'unreported', count: 9 }] }).total).toBe(0)
})

test('a sheet: every gap is told, a departure from what was computed asks for its reason', () => {
  expect(faults({ items: sheet.items.slice(1) })).toEqual(['1.1 Rules kept, committee at work: not scored'])
  expect(faults({ items: sheet.items.map((one) => (one.item === '1.1' ? { ...one, points: 5.01 } : one)) })).toEqual(['1.1 Rules kept, committee at work: 0 to 5, two decimals at most'])
  expect(faults({ items: sheet.items.map(({ item, points }) => ({ item, points })) })).toHaveLength(indicatorItems.length)
  const bare = sheet.items.map((one) => (one.item === '1.1' ? { item: one.item, points: 2.5 } : one))
  expect(faults({ items: bare }, 0, (id) => (id === '1.1' ? 250 : undefined))).toEqual([])
  expect(faults({ items: bare }, 0, (id) => (id === '1.1' ? 251 : undefined))).toEqual(['1.1 Rules kept, committee at work: differs from the computed 2.51; a reason is needed'])
  expect(faults({ vetoes: sheet.vetoes.slice(1) })).toEqual(['accident A major accident with responsibility: the veto is not answered'])
  expect(faults({ vetoes: sheet.vetoes.map((one) => ({ ...one, found: true })) })).toHaveLength(3)
  expect(faults({}, 2)).toEqual(['late Late, for every five working days begun: differs from the computed 2; a reason is needed'])
})
