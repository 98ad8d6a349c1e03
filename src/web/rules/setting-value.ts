import { valueText } from '../law/value.ts'
import type { Family } from '../parts/status.tsx'
import { useLanguage, useWords } from '../words.ts'
import type { SettingRow } from './shape.ts'

export const families: { readonly [State in SettingRow['state']]: Family } = { inForce: 'ok', awaiting: 'judge', gap: 'open', fixed: 'ok', idle: 'void' }

/** A value of a setting that is only proposed has no words of the server's yet. */
export function useValue(setting: SettingRow, value: unknown): string {
  const language = useLanguage()
  const words = useWords()
  if (value === undefined) return ''
  return typeof value === 'number' && setting.unit && setting.unit.en !== '%'
    ? `${value} ${words(setting.unit)}`
    : valueText({ type: setting.type, unit: setting.unit?.en === '%' ? 'share' : null }, value as never, language)
}
