/**
 * Twelve years of a base, ten thousand times: the steps as the page decides them, the entries as the files read them, the reactions
 * and the clock's choice as the platform uses them, against the text of Arts. 18 and 19(3) written down naively.
 */
import { describe, expect, test } from 'vitest'
import { historyOf } from '../test/histories.ts'
import { lived } from '../test/histories.lived.ts'
import { type Counting, type Expected, lawOf, type Wrong } from '../test/histories.naive.ts'
import { afterWorkingDays, type Calendar, plusDays } from './kernel/day.ts'

const [reviewDays, reminderDays] = [5, [7, 5]] as const
/** No holidays but Saturdays and Sundays: the calendar is not what is proved here. */
const calendar: Calendar = Array.from({ length: 20 }, (_, at) => ({ year: 2020 + at, off: [], work: [], source: 'test' }))
const due = (from: string, days: number) => afterWorkingDays(calendar, from, days).day
const counting: Counting = { due, next: (day) => plusDays(day, 1), reviewDays, reminderDays }

const histories = Array.from({ length: 10_000 }, (_, at) => historyOf(at + 1))
const happened = histories.map((history) => lived(history, counting))

describe('Arts. 18, 19(3): twelve years, ten thousand times', () => {
  test('exactly the cases open that the text names, on the day it names; grades and ends of every year are those of the text', () => {
    const wrong = histories.flatMap((history, at) => {
      const { revocationSteps: _, ...platform } = happened[at]!
      const law = lawOf(history, counting)
      return JSON.stringify(platform) === JSON.stringify(law) ? [] : [{ seed: history.seed, platform, law }]
    })
    expect(wrong.slice(0, 2)).toEqual([])
    expect(wrong.length).toBe(0)
  })

  test('a case is opened, and never carried on: no other step of a revocation is taken by itself', () => {
    expect(new Set(happened.flatMap(({ revocationSteps }) => revocationSteps))).toEqual(new Set(['open new']))
  })

  test('every way a year can end is there, often', () => {
    const count = (of: (one: Expected) => number) => happened.reduce((sum, one) => sum + of(one), 0)
    for (const end of ['concluded', 'rectifying', 'twicePoor', 'recorded', 'deferred', 'absent', 'deferralAsked', 'reporting', 'underReview', 'announced']) expect(count(({ ends }) => Object.values(ends).filter((one) => one === end).length), end).toBeGreaterThan(100)
    for (const ground of ['Art. 18', 'Art. 19(3)']) expect(count(({ opened }) => opened.filter((one) => one.ground === ground).length), ground).toBeGreaterThan(1000)
    // Twice poor and yet no case: one was open for the same reason.
    expect(count(({ ends, opened }) => Object.values(ends).filter((one) => one === 'twicePoor').length - opened.filter(({ ground }) => ground === 'Art. 18').length)).toBeGreaterThan(100)
  })

  test.each(['deferralBreaks', 'absentIsPoor', 'reviewForgotten', 'pairsCountAgain', 'everyPoor', 'oneReminder', 'unfinalCounts'] satisfies Wrong[])('the canary: read wrongly (%s), the text says something else', (wrong) => {
    expect(histories.slice(0, 2000).filter((history, at) => JSON.stringify(lawOf(history, counting, wrong).opened) !== JSON.stringify(happened[at]!.opened)).length).toBeGreaterThan(5)
  })
})
