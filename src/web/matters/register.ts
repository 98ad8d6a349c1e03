import { useTranslation } from 'react-i18next'
import type { Register } from '../../procedures/major-matter/major-matter.case.ts'
import type { Host, MatterValue } from '../../procedures/major-matter/major-matter.form.ts'
import type { ChangeKey, MatterField } from '../../settings/matters/matter.ts'
import { plainName } from '../parts/names.tsx'
import { useListing, useWords } from '../words.ts'

/** A value of the register as one reads it. */
export function useRegister(): (key: ChangeKey, register: Partial<Register>) => string {
  const { t } = useTranslation('matters')
  const listing = useListing()
  return (key, register) => {
    switch (key) {
      case 'name': case 'direction': return register[key] ?? ''
      case 'goals': case 'committee': case 'site': return register[key] ?? ''
      case 'hosts': return listing((register.hosts ?? []).map(({ name, lead }) => `${plainName(name)}${lead && (register.hosts?.length ?? 0) > 1 ? ` (${t('draft.lead')})` : ''}`))
      case 'openService': return register.openService === 'paused' ? t('view.paused') : t('view.running')
      case 'promoted': return register.promoted ? t(`view.${register.promoted}`) : ''
      case 'director': {
        const { director } = register
        return director ? t('view.until', { name: director.acting ? `${director.name} (${t('view.acting')})` : director.name, from: director.from, to: director.to }) : ''
      }
    }
  }
}

/** An answer as one reads it. */
export function useAnswer(): (field: MatterField, value: MatterValue | undefined) => string {
  const { t } = useTranslation('matters')
  const words = useWords()
  const listing = useListing()
  return (field, value) => {
    if (value === undefined) return ''
    if (Array.isArray(value)) return listing(value.map((one) => (typeof one === 'string' ? one : `${plainName(one.name)}${one.lead && value.length > 1 ? ` (${t('draft.lead')})` : ''}`)) as string[])
    if (typeof value === 'boolean') return t(value ? 'draft.yes' : 'draft.no')
    const option = field.options?.find((one) => one.value === value)
    if (option) return words(option.words)
    return field.type === 'money' ? `${value} ${t('draft.unit')}` : field.type === 'area' ? `${value} ${t('draft.squareMetre')}` : String(value)
  }
}
export type { Host }
