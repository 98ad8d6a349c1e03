/**
 * What Arts. 18 and 19(3) make of a history, written down from their text and from nothing of the platform: day by day, with no
 * thought for speed. A case opens on two poor years that are neighbours once nobody can change either any more, and on every
 * absence; not while one is open for the same reason. `wrong` are ways to read the law that must come out different.
 */
import type { History, YearPlan } from './histories.ts'

export type Wrong = 'deferralBreaks' | 'absentIsPoor' | 'reviewForgotten' | 'pairsCountAgain' | 'everyPoor' | 'oneReminder' | 'unfinalCounts'
export type Expected = { opened: { on: string; ground: string; year: number }[]; ends: Record<number, string>; series: Record<number, string> }
/** The last of so many working days after a day, and the day after a day. */
export type Counting = { due: (from: string, days: number) => string; next: (day: string) => string; reviewDays: number; reminderDays: readonly [first: number, later: number] }

export function lawOf(history: History, counting: Counting, wrong?: Wrong): Expected {
  const facts = history.years.map((plan) => factsOf(plan, counting, wrong))
  const days = [...new Set(facts.flatMap(({ days: of }) => of))].sort()
  const opened: Expected['opened'] = []
  const followed = new Map<number, string>()
  const isOpen = (ground: string, on: string) => opened.some((one, at) => one.ground === ground && (history.lasts[at] === null || later(one.on, history.lasts[at] ?? 0) > on))
  const opens = (ground: string, on: string, year: number) => { if (!isOpen(ground, on)) opened.push({ on, ground, year }) }

  for (const day of days) {
    for (const one of facts) if (one.absentOn === day) opens('Art. 19(3)', day, one.year)
    // What follows one grade can settle another of the same day.
    for (let before = -1; before < followed.size;) {
      before = followed.size
      for (const [at, one] of facts.entries()) follow(one, at, day)
    }
  }
  const last = days.at(-1) ?? ''
  return {
    opened, ends: Object.fromEntries(facts.filter(({ listed }) => listed).map((one) => [one.year, followed.get(one.year) ?? one.endsAs])),
    series: Object.fromEntries(facts.flatMap((one) => { const shown = one.noneOn && one.noneOn <= last ? one.endsAs : isShown(one, last) ? (isFirm(one, last) ? one.grade : one.announced) : null; return shown ? [[one.year, shown]] : [] })),
  }

  function follow(one: Facts, at: number, day: string) {
    if (!one.grade || followed.has(one.year) || !isFirm(one, day)) return
    if (facts.slice(0, at).some((earlier) => isShown(earlier, day) && !isFirm(earlier, day))) return
    if (one.grade !== 'poor') { followed.set(one.year, 'concluded'); return }
    // Earlier grades that are shown are final here; later ones count when their own turn has come.
    const sides = [lookFrom(facts.slice(0, at).toReversed(), day, (two) => isShown(two, day)), lookFrom(facts.slice(at + 1), day, (two) => (wrong === 'unfinalCounts' ? isShown(two, day) : followed.has(two.year)))]
    if (sides.includes('poor') || wrong === 'everyPoor') { followed.set(one.year, 'twicePoor'); opens('Art. 18', day, one.year) }
    else if (!sides.includes('notYet')) followed.set(one.year, 'rectifying')
    if (wrong === 'pairsCountAgain' && followed.get(one.year) === 'rectifying' && facts.some((two, place) => two.grade === 'poor' && facts[place + 1]?.grade === 'poor' && followed.has(facts[place + 1]!.year))) opens('Art. 18', day, one.year)
  }

  /** Going away from a year: is the next graded one poor? A deferred, first or absent year is passed over; one without record is not. */
  function lookFrom(others: readonly Facts[], day: string, counts: (one: Facts) => boolean): 'poor' | 'other' | 'notYet' {
    let [waits, unknown] = [false, false]
    for (const one of others) {
      if (!one.listed) unknown = true
      else if (one.noneOn && one.noneOn <= day) { if (wrong === 'deferralBreaks') return 'other'; if (wrong === 'absentIsPoor' && one.absentOn) return 'poor' }
      else if (counts(one)) return one.grade !== 'poor' ? 'other' : waits ? 'notYet' : unknown ? 'other' : 'poor'
      else waits = true
    }
    return 'other'
  }
}

type Facts = { year: number; listed: boolean; days: string[]; /** Passed over from this day on. */ noneOn: string | null; absentOn: string | null; announced: string | null; announcedOn: string | null; grade: string | null; firmFrom: string | null; endsAs: string }
const isShown = ({ announcedOn }: Facts, day: string) => announcedOn !== null && announcedOn <= day
const isFirm = ({ firmFrom }: Facts, day: string) => firmFrom !== null && firmFrom <= day
const later = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

function factsOf(plan: YearPlan, { due, next, reviewDays, reminderDays }: Counting, wrong: Wrong | undefined): Facts {
  const none: Facts = { year: plan.year, listed: true, days: [], noneOn: null, absentOn: null, announced: null, announcedOn: null, grade: null, firmFrom: null, endsAs: '' }
  switch (plan.way) {
    case 'unlisted': return { ...none, listed: false }
    case 'first': return { ...none, days: [plan.on], noneOn: plan.on, endsAs: 'recorded' }
    case 'deferred': return { ...none, days: plan.on ? [plan.on] : [], noneOn: plan.on, endsAs: plan.on ? 'deferred' : 'deferralAsked' }
    case 'silent': {
      // A reminder is written after the one before was delivered and has run out; its last day belongs to the base.
      const ran: { dueOn: string }[] = []
      let waiting: { dueOn: string | null } | undefined
      for (const { on, deliveredOn } of plan.reminders) {
        if (waiting && (!waiting.dueOn || waiting.dueOn >= on)) { if (!waiting.dueOn && deliveredOn) { waiting.dueOn = due(deliveredOn, reminderDays[ran.length === 0 ? 0 : 1]); ran.push({ dueOn: waiting.dueOn }) } continue }
        waiting = { dueOn: deliveredOn && due(deliveredOn, reminderDays[ran.length === 0 ? 0 : 1]) }
        if (waiting.dueOn) ran.push({ dueOn: waiting.dueOn })
      }
      const absentOn = plan.stated.find((on) => plan.inquiry && plan.inquiry.on <= on && !plan.inquiry.excused && ran.filter(({ dueOn }) => dueOn < on).length >= (wrong === 'oneReminder' ? 1 : 2)) ?? null
      return { ...none, days: plan.stated, noneOn: absentOn, absentOn, endsAs: absentOn ? 'absent' : 'reporting' }
    }
    case 'graded': {
      const { announcedOn, review } = plan
      const grade = plan.tries.at(-1)!.grade
      const by = due(announcedOn, reviewDays)
      const heard = review && review.on <= by ? review : null
      const firmFrom = heard ? heard.doneOn : next(by)
      return {
        ...none, days: [announcedOn, next(by), ...(heard?.doneOn ? [heard.doneOn] : [])], announced: grade, announcedOn, grade: (wrong !== 'reviewForgotten' && heard?.doneOn && heard.to) || grade, firmFrom: wrong === 'reviewForgotten' ? next(by) : firmFrom,
        endsAs: heard && !heard.doneOn ? 'underReview' : 'announced',
      }
    }
  }
}
