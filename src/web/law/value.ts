import { optionIn } from '../../settings/option-words.ts'
import { type Setting, units, type Value } from '../../settings/setting.ts'
import { amount, percent } from '../format.ts'
import type { Language } from '../words.ts'

const said = { zh: { yes: '✓', no: '✗', none: '—' }, en: { yes: '✓', no: '✗', none: '—' } } as const

/** A setting's value with its unit: 10 个工作日, 60%, A01、A03. */
export function valueText(setting: Pick<Setting, 'type' | 'unit'>, value: Value, language: Language): string {
  if (value === null) return said[language].none
  if (typeof value === 'boolean') return said[language][value ? 'yes' : 'no']
  if (typeof value === 'number')
    return setting.unit === 'share'
      ? percent(value, (value * 100) % 1 !== 0)
      : setting.unit
        ? `${amount(value)} ${units[setting.unit][language]}`
        : amount(value)
  if (typeof value === 'string') return optionIn(value, language)
  if (Array.isArray(value)) return value.map((one) => optionIn(one, language)).join(language === 'zh' ? '、' : ', ')
  return JSON.stringify(value)
}
