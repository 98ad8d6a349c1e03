/** A calendar day in the city's own time, as ISO text: "2026-11-23". Never an instant. */
export type Day = string

/** One published year of working days: weekends that are worked and weekdays that are off. */
export type CalendarYear = {
  readonly year: number
  readonly off: readonly Day[]
  readonly work: readonly Day[]
  /** Where the State Council published it. */
  readonly source: string
}

export type Calendar = readonly CalendarYear[]

/** `undefined`: nobody knows yet, the year is not published. */
export type Working = boolean | undefined

/** A day counted in working days; `provisional` when it runs into a year that is not published. */
export type Deadline = { readonly day: Day; readonly provisional: boolean }

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && dayOf(date) === text
}

/** The day `days` calendar days after `day`; negative goes back. */
export function plusDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** The same day of the month `months` later; the last day of the month where there is no such day. */
export function plusMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), index % 12]
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  return dayOf(new Date(Date.UTC(y, m, Math.min(date, last))))
}

/** Full years lived on `day` by somebody born on `born`; 29 February has its birthday on 1 March in common years. */
export function ageOn(born: Day, day: Day): number {
  const [birthYear] = partsOf(born)
  const [year] = partsOf(day)
  return year - birthYear - (day.slice(5) < born.slice(5) ? 1 : 0)
}

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Days between two days; positive when `to` is later. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Days that are off by statute in every year, published or not. */
const alwaysOff = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** Whether a day is worked. A year that is not published is unknown, never Monday-to-Friday. */
export function isWorking(calendar: Calendar, day: Day): Working {
  if (alwaysOff.has(day.slice(5))) return false
  const year = calendar.find((published) => published.year === Number(day.slice(0, 4)))
  if (!year) return undefined
  if (year.off.includes(day)) return false
  return year.work.includes(day) || ![0, 6].includes(weekday(day))
}

/** Days we reckon with where the calendar is silent: weekdays that are not statutory holidays, marked provisional. */
const reckoned = (calendar: Calendar, day: Day) => isWorking(calendar, day) ?? (![0, 6].includes(weekday(day)))

/**
 * The last day of a period of `count` working days.
 * `countFirst`: a working first day counts as one (公示); otherwise counting starts the day after (期限).
 */
export function afterWorkingDays(calendar: Calendar, from: Day, count: number, { countFirst = false } = {}): Deadline {
  if (count < 1) return { day: from, provisional: false }
  let day = countFirst ? from : plusDays(from, 1)
  let provisional = isWorking(calendar, day) === undefined
  for (let left = count - (reckoned(calendar, day) ? 1 : 0); left > 0;) {
    day = plusDays(day, 1)
    provisional ||= isWorking(calendar, day) === undefined
    if (reckoned(calendar, day)) left--
  }
  return { day, provisional }
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (reckoned(calendar, day)) count++
  return count
}

/** The day itself if it is worked, else the next worked one. */
export function nextWorkingDay(calendar: Calendar, day: Day): Deadline {
  let at = day
  while (!reckoned(calendar, at)) at = plusDays(at, 1)
  return { day: at, provisional: isWorking(calendar, at) === undefined }
}

/** An instant at the same time of day on the platform's own day, which a demonstration moves; where it is not moved, the instant itself. */
export const instantOn = (today: Day, now: Date): Date => new Date(now.getTime() + daysBetween(dayOf(new Date(now.getTime() + 8 * 3_600_000)), today) * 86_400_000)

const partsOf = (day: Day): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)
