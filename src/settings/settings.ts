/**
 * The values that fill the gaps of the text: each with the article whose gap it fills and why it is what it is.
 * A number that stands in the text (60 years of age, a five-year term, two years of trial) is never one of them.
 */
import type { Day } from '../kernel/day.ts'
import type { Setting, Value } from './setting.ts'
import { assessmentSettings } from './settings-assessment.ts'
import { awardSettings } from './settings-award.ts'
import { baseSettings } from './settings-base.ts'
import { conductSettings } from './settings-conduct.ts'
import { inspectionSettings } from './settings-inspection.ts'
import { majorSettings } from './settings-major.ts'
import { objectionSettings } from './settings-objection.ts'
import { operationSettings } from './settings-operation.ts'
import { panelSettings } from './settings-panel.ts'
import { platformSettings } from './settings-platform.ts'
import { recognitionSettings } from './settings-recognition.ts'
import { revocationSettings } from './settings-revocation.ts'
import { standingOf } from './settings-standing.ts'

const defaults = {
  ...recognitionSettings, ...panelSettings, ...objectionSettings, ...conductSettings, ...operationSettings,
  ...revocationSettings, ...awardSettings,
  ...inspectionSettings,
  ...assessmentSettings,
  ...baseSettings,
  ...majorSettings,
  ...platformSettings,
}

export type SettingKey = keyof typeof defaults

export type ValueOf<Key extends SettingKey> = (typeof defaults)[Key]['value']

/** Every setting's value on one day. */
export type Settings = { readonly [Key in SettingKey]: ValueOf<Key> }

/** A signed change: from `from` on the value is another. */
export type SettingChange = { [Key in SettingKey]: { readonly key: Key; readonly value: ValueOf<Key>; readonly from: Day } }[SettingKey]

export const settingKeys = Object.keys(defaults) as SettingKey[]

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(defaults, key)

/** Its name, unit, gap, basis and default. */
export const settingOf = <Key extends SettingKey>(key: Key): Setting<ValueOf<Key>> & { readonly key: Key } =>
  ({ key, ...(defaults[key] as unknown as Setting<ValueOf<Key>>) })

/** The values in force on a day: the default, or the latest change that has begun; of two from one day the later signed. */
export function settingsOn(day: Day, changes: readonly SettingChange[]): Settings {
  const values: Record<string, Value> = Object.fromEntries(settingKeys.map((key) => [key, defaults[key].value]))
  const begun = changes.filter(({ from }) => from <= day).toSorted((a, b) => a.from.localeCompare(b.from))
  for (const { key, value } of begun) values[key] = value
  return values as Settings
}

/** Why a value cannot be set, or undefined when it can: type, bounds, options; what is fixed keeps its value. */
export function settingFault(key: SettingKey, value: unknown): string | undefined {
  const { type, within, value: preset } = settingOf(key)
  if (standingOf(key) === 'fixed') return value === preset ? undefined : String(preset)
  switch (type) {
    case 'number': {
      const { min, max } = within as { min: number; max: number }
      return typeof value === 'number' && value >= min && value <= max ? undefined : `${min}–${max}`
    }
    case 'flag': return typeof value === 'boolean' ? undefined : 'true | false'
    case 'choice': return (within as readonly unknown[]).includes(value) ? undefined : (within as readonly string[]).join(' | ')
    case 'text': return typeof value === 'string' && value.trim() !== '' ? undefined : 'text'
    case 'list': return Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : 'texts'
    case 'award': return value === null || isAward(value) ? undefined : 'award rule | null'
  }
}

function isAward(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  const positive = (key: string) => Number((value as Record<string, unknown>)[key]) > 0
  if (value.kind === 'fixed') return positive('amount')
  if (value.kind === 'byGrade') return isByGrade((value as { amounts?: unknown }).amounts)
  return (value.kind === 'shareOfInvestment' || value.kind === 'matching') && positive('share') && positive('cap')
}

/** An amount for each grade it names, at least one; a grade it does not name gets nothing. */
function isByGrade(amounts: unknown): boolean {
  if (typeof amounts !== 'object' || amounts === null) return false
  const named = Object.entries(amounts)
  return named.length > 0 && named.every(([grade, amount]) => ['excellent', 'good', 'fair', 'poor'].includes(grade) && Number(amount) > 0)
}
