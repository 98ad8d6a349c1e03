/** Everything that holds on one day: settings, calendar, and what the authority acts on. Handed down from the composition. */
import { afterWorkingDays, type Calendar, type Day, type Deadline, workingDaysBetween } from '../kernel/day.ts'
import { type AuthorityBasis, lapsedOn } from '../regulation/jinzhong-2023/article-22-validity.ts'
import { type SettingChange, type SettingKey, type Settings, isSettingKey, settingsOn } from './settings.ts'

export type RulesInForce = {
  readonly settings: Settings; readonly calendar: Calendar; readonly lapsedOn: Day; readonly authorityBasis: AuthorityBasis | undefined
  /** Working days a setting allows. */
  readonly limit: (setting: string) => number
  readonly due: (from: Day, days: number) => Deadline
  readonly between: (from: Day, to: Day) => number
  readonly [key: string]: unknown
}

export function rulesOn(day: Day, known: { changes: readonly SettingChange[]; calendar: Calendar; bases: readonly AuthorityBasis[] }): RulesInForce {
  const settings = settingsOn(day, known.changes)
  const { calendar } = known
  return {
    settings, calendar, lapsedOn, authorityBasis: known.bases.findLast(({ from, to }) => from <= day && (to === null || to >= day)),
    limit: (setting) => (isSettingKey(setting) ? Number(settings[setting as SettingKey]) : Number.NaN),
    due: (from, days) => afterWorkingDays(calendar, from, days),
    between: (from, to) => workingDaysBetween(calendar, from, to),
  }
}
